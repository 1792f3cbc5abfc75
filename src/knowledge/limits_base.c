// SPDX-License-Identifier: Apache-2.0
#include "knowledge/limits_base.h"

#include <string.h>

struct limits_origin limits_base_origin(const struct finding *finding) {
    return (struct limits_origin){finding->id, finding->because, finding->sources, finding->grade,
                                  finding->status};
}

#define OR_AMOUNT(m)                                                                               \
    if (!device.m.is_known) device.m = class->m
#define OR_FIGURE(m)                                                                               \
    if (!device.m) device.m = class->m

struct device limits_device(const struct knowledge *knowledge, const struct device *model) {
    struct device device       = *model;
    const struct device *class = load_device(knowledge, words_device_kind[model->kind - 1]);
    if (!class || class == model) return device;
    OR_AMOUNT(needles);
    OR_AMOUNT(needle_diameter);
    OR_AMOUNT(rate);
    OR_AMOUNT(width);
    OR_AMOUNT(radius);
    OR_AMOUNT(depth_min);
    OR_AMOUNT(step);
    OR_FIGURE(reach);
    OR_FIGURE(density);
    OR_FIGURE(pace);
    OR_FIGURE(speed);
    OR_FIGURE(passes);
    OR_FIGURE(achieved);
    OR_FIGURE(order);
    if (!device.lengths.n) device.lengths = class->lengths;
    return device;
}

enum status limits_number(const struct knowledge *knowledge, const char *id, double *value,
                          struct fault *fault) {
    const struct parameter *parameter = load_parameter(knowledge, id);
    if (!parameter || !parameter->median.is_known)
        return fault_at(fault, ST_CONTENT, "knowledge: parameters: %s: is missing", id);
    *value = parameter->median.value;
    return ST_OK;
}

// Room doubles when the number of items is a power of two.
void limits_add(struct list *list, const void *item, ptrdiff_t bytes, struct arena *arena) {
    char *items = list->items;
    if ((list->n & (list->n - 1)) == 0) {
        items = arena_alloc(arena, list->n ? 2 * list->n : 1, bytes);
        if (list->n) memcpy(items, list->items, (size_t)(list->n * bytes));
    }
    memcpy(items + list->n * bytes, item, (size_t)bytes);
    *list = (struct list){items, list->n + 1, true};
}
