// SPDX-License-Identifier: Apache-2.0
#include "service/simulate_work.h"

#include "domain/patient.h"
#include "knowledge/limits_base.h"
#include "knowledge/view.h"

#include <string.h>

static const char simulate_zone[] = "cheeks", simulate_device[] = "pen";

static struct arena *arena_of(const struct simulate_work *work) { return work->session->arena; }

static const char *said(const struct simulate_work *work, const char *id) {
    return load_saying(&work->session->knowledge, id);
}

// ---- the setup and what it leaves out ----

// The node of a dotted key, -1 where the setup leaves it out.
static int node_of(const struct doc *doc, const char *key) {
    char name[64];
    int  node = 0;
    while (node >= 0 && *key) {
        ptrdiff_t n = (ptrdiff_t)strcspn(key, ".");
        memcpy(name, key, (size_t)n);
        name[n] = 0;
        node    = doc_child(doc, node, name);
        key += n + (key[n] == '.');
    }
    return node;
}

enum status simulate_refuse(const struct simulate_work *work, const char *key, const char *value,
                            const char *wrong, const char *allowed) {
    int         node  = node_of(work->doc, key);
    const char *place = field_place(work->doc, node < 0 ? 0 : node, arena_of(work));
    return fault_at(work->session->fault, ST_CONTENT, "%s: %s: %s: %s; allowed: %s", place, key,
                    value, wrong, allowed);
}

void simulate_filled(struct simulate_work *work, const struct simulate_fill *fill) {
    limits_add(&work->fills, fill, sizeof *fill, arena_of(work));
}

void simulate_default(struct simulate_work *work, const char *key, const char *text,
                      const char *saying) {
    struct simulate_fill fill = {.key = key, .text = text, .because = said(work, saying)};
    fill.basis.status         = STATUS_DEFAULT;
    view_add(&fill.basis.sources, "default", arena_of(work));
    simulate_filled(work, &fill);
}

static void fill_common(struct simulate_work *work, struct setup_common *common) {
    const struct knowledge *knowledge = &work->session->knowledge;
    if (!common->zone && !common->site) {
        common->zone = simulate_zone;
        simulate_default(work, "zone", NULL, "simulate.zone");
    }
    if (!common->device) {
        common->device = simulate_device;
        simulate_default(work, "device", NULL, "simulate.device");
    }
    if (!common->tissue) {
        common->tissue = SETUP_HUMAN_SKIN;
        simulate_default(work, "tissue", NULL, "simulate.tissue");
    }
    if (!common->whom) {
        common->whom = SETUP_FOR_PERSON;
        simulate_default(work, "for", NULL, "simulate.person");
    }
    if (!common->person) common->person = ARENA_NEW(arena_of(work), struct setup_person, 1);
    if (!common->person->sex)
        simulate_default(work, "person.sex", "female_or_male", "simulate.sex");
    work->skin   = load_zone(knowledge, common->zone ? common->zone : common->site);
    work->device = load_device(knowledge, common->device);
}

enum status simulate_open(struct simulate_work *work, const struct noun *noun, void *setup,
                          bool has_mean) {
    struct field_reader  reader = session_reader(work->session);
    struct setup_common *common = setup;
    TRY(field_read(noun, work->doc, 0, setup, &reader));
    TRY(setup_check(common, has_mean, work->doc, &reader));
    fill_common(work, common);
    if (!work->skin || !work->device)
        return fault_at(work->session->fault, ST_CONTENT, "knowledge: zones: %s: is missing",
                        common->zone);
    return ST_OK;
}

enum status simulate_fill_depth(struct simulate_work *work, const char *key,
                                struct amount *depth_mm) {
    const struct figure *depth = work->skin->depth;
    if (depth_mm->is_known) return ST_OK;
    if (!depth || !depth->value.is_known)
        return simulate_refuse(work, key, "nothing", "is left out, and this zone has no setting",
                               "0.05 mm to 4 mm");
    struct simulate_fill fill = {.key = key, .because = said(work, "simulate.setting")};
    quote_rest_figure(&fill.basis, depth, arena_of(work));
    simulate_filled(work, &fill);
    *depth_mm = depth->value;
    return ST_OK;
}

// ---- the inputs of the answer ----

struct listing {
    struct simulate_work *work;
    const char *const    *read;
    struct doc_build     *values;
};

static const struct simulate_fill *fill_of(const struct simulate_work *work, const char *key) {
    const struct simulate_fill *fills = work->fills.items;
    for (int i = 0; i < work->fills.n; i++)
        if (text_equal(fills[i].key, key)) return &fills[i];
    return NULL;
}

static bool is_amount(const struct field *field) {
    return field->kind == FIELD_NUMBER || field->kind == FIELD_QUANTITY;
}

static bool is_list(const struct field *field) {
    return field->kind == FIELD_LIST || field->kind == FIELD_NUMBERS;
}

// A list as it stands in a setup: numbers in the unit of the field, mappings as they are written.
static bool list_items(const struct listing *listing, const struct field *field, const void *at) {
    const struct numbers *numbers = at;
    const struct list    *list    = at;
    if (!(field->kind == FIELD_LIST ? list->is_present : numbers->is_present)) return false;
    doc_build_list(listing->values, NULL);
    if (field->kind == FIELD_NUMBERS)
        for (int i = 0; i < numbers->n; i++)
            doc_build_number(listing->values, NULL, numbers->items[i]);
    else
        for (int i = 0; i < list->n; i++)
            field_write(field->noun, (const char *)list->items + i * field->noun->size,
                        listing->values, NULL);
    doc_build_end(listing->values);
    return true;
}

// The value of a key, appended to the values; false where there is none.
static bool list_value(const struct listing *listing, const struct field *field, const char *from,
                       const struct simulate_fill *fill) {
    const void *at   = from + field->offset;
    const char *text = fill && fill->text ? fill->text : field_word(field, from);
    if (!text && is_list(field)) return list_items(listing, field, at);
    if (!text && (field->kind == FIELD_NAME || field->kind == FIELD_TEXT))
        text = *(const char *const *)at;
    if (!text && is_amount(field) && ((const struct amount *)at)->is_known)
        doc_build_number(listing->values, NULL, ((const struct amount *)at)->value);
    else if (text) doc_build_text(listing->values, NULL, text);
    else return false;
    return true;
}

static void list_fields(const struct listing *listing, const struct noun *noun, const char *from,
                        const char *before) {
    struct simulate_work *work = listing->work;
    for (const struct field *field = noun->fields; field->name; field++) {
        const char *key = arena_format(arena_of(work), "%s%s", before, field->name);
        if (field->kind == FIELD_NOUN) {
            const char *const *below = (const void *)(from + field->offset);
            if (*below)
                list_fields(listing, field->noun, *below, arena_format(arena_of(work), "%s.", key));
            continue;
        }
        const struct simulate_fill *fill = fill_of(work, key);
        if (!list_value(listing, field, from, fill)) continue;
        struct simulation_input input = {
            .key = key, .unit = field->unit, .is_given = !fill, .sources = {NULL, 0, true}};
        for (int i = 0; listing->read[i]; i++)
            input.is_read = input.is_read || text_equal(listing->read[i], key);
        if (fill) {
            input.sources = fill->basis.sources;
            input.status  = fill->basis.status;
            input.because = fill->because;
        } else view_add(&input.sources, "setup", arena_of(work));
        if (!input.is_read && input.is_given) input.because = said(work, "simulate.unread");
        limits_add(&work->answer->inputs, &input, sizeof input, arena_of(work));
    }
}

void simulate_inputs(struct simulate_work *work, const struct noun *noun, const void *setup,
                     const char *const *read) {
    struct listing listing = {work, read, doc_build_new(arena_of(work))};
    work->answer->inputs   = (struct list){NULL, 0, true};
    doc_build_list(listing.values, NULL);
    list_fields(&listing, noun, setup, "");
    doc_build_end(listing.values);

    // values by their place in the list of them
    struct doc *values              = ARENA_NEW(arena_of(work), struct doc, 1);
    *values                         = doc_build_done(listing.values);
    struct simulation_input *inputs = work->answer->inputs.items;
    int                      node   = values->nodes[0].first;
    for (int i = 0; i < work->answer->inputs.n; i++, node = values->nodes[node].next)
        inputs[i].value = (struct field_node){values, node};
}

enum status simulate_times(const struct simulate_work *work, const struct numbers *times) {
    if (!times->n)
        return simulate_refuse(work, "times", "[]", "names no time", "times, or leave the key out");
    for (int i = 1; i < times->n; i++)
        if (!(times->items[i] > times->items[i - 1]))
            return simulate_refuse(work, "times", quote_number(times->items[i], arena_of(work)),
                                   "does not come after the one before it", "rising times");
    return ST_OK;
}

void simulate_expect(const struct simulate_work *work, int ensembles) {
    const struct session_options *options = &work->session->options;
    progress_expect(options->progress, ensemble_steps(ensembles, (int)options->members));
}

struct quote_basis simulate_basis(const struct simulate_work *work, const char *key) {
    const struct simulate_fill *fill  = fill_of(work, key);
    struct quote_basis          basis = {.status = STATUS_SEEN};
    if (fill) return fill->basis;
    view_add(&basis.sources, "setup", arena_of(work));
    return basis;
}

void simulate_disputes(struct simulate_work *work, const char *topic) {
    const struct catalogue *all      = &work->session->knowledge.all;
    const struct dispute   *disputes = all->disputes.items;
    for (int i = 0; i < all->disputes.n; i++) {
        if (!view_has(&disputes[i].about, topic)) continue;
        struct plan_dispute dispute = quote_dispute(&disputes[i]);
        limits_add(&work->answer->disagreement, &dispute, sizeof dispute, arena_of(work));
    }
}
