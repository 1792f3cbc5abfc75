// SPDX-License-Identifier: Apache-2.0
#include "knowledge/check_ring.h"

#include "knowledge/check_refer.h"

struct edge {
    int from, to;      // entries
    int value, node;   // where it stands
};

struct graph {   // edges in the order of `from`
    struct edge *edges;
    int          n;
    int         *first;   // [n_entries + 1] into edges
};

enum colour { RING_NEW, RING_OPEN, RING_DONE };

static void add_edges(struct check *check, struct graph *graph, int v) {
    const struct check_value *value = &check->values[v];
    const struct refer       *refer = check_refer_of(value);
    const struct doc         *doc   = check->entries[value->entry].doc;
    if (!refer || !refer->carries) return;
    bool is_list = doc_kind_of(doc, value->node) == DOC_LIST;
    int  node    = is_list ? doc->nodes[value->node].first : value->node;
    for (; node >= 0; node = is_list ? doc->nodes[node].next : -1) {
        int to = check_refer_to(check, refer, doc_text(doc, node));
        if (to >= 0) graph->edges[graph->n++] = (struct edge){value->entry, to, v, node};
    }
}

// How many names stand under a row that carries.
static int carried(const struct check *check, int v) {
    const struct check_value *value = &check->values[v];
    const struct refer       *refer = check_refer_of(value);
    const struct doc         *doc   = check->entries[value->entry].doc;
    if (!refer || !refer->carries) return 0;
    return doc_kind_of(doc, value->node) == DOC_LIST ? doc->nodes[value->node].n : 1;
}

// Values of an entry stand together, entries in order: so do their edges.
static struct graph graph_of(struct check *check) {
    struct graph graph  = {0};
    int          n_edge = 0;
    for (int v = 0; v < check->n_values; v++) n_edge += carried(check, v);
    graph.edges = ARENA_NEW(check->arena, struct edge, n_edge);
    graph.first = ARENA_NEW(check->arena, int, check->n_entries + 1);
    for (int i = 0; i < check->n_entries; i++) {
        const struct check_entry *entry = &check->entries[i];
        graph.first[i]                  = graph.n;
        for (int v = entry->first; entry->is_live && v < entry->first + entry->n; v++)
            if (carried(check, v)) add_edges(check, &graph, v);
    }
    graph.first[check->n_entries] = graph.n;
    return graph;
}

// The way from `to` along the open entries back to it: "a -> b -> a".
static void complain_ring(struct check *check, const struct graph *graph, const int *way, int n,
                          const struct edge *last) {
    struct text spelled = text_new(check->arena);
    int         i       = 0;
    while (i < n && graph->edges[way[i]].from != last->to) i++;
    for (; i < n; i++) text_addf(&spelled, "%s -> ", check->entries[graph->edges[way[i]].from].id);
    text_addf(&spelled, "%s -> %s", check->entries[last->from].id, check->entries[last->to].id);
    check_complain_value(check, &check->values[last->value], last->node,
                         arena_format(check->arena, "leads round in a ring: %s", spelled.data),
                         "what does not lead back");
}

// Depth first, with a stack of our own: a ring may be as long as the base.
static void search(struct check *check, const struct graph *graph, int start, enum colour *colours,
                   int *next, int *way) {
    int n = 0, at = start;   // way[0..n) are the edges from start to `at`
    colours[at] = RING_OPEN;
    for (;;) {
        if (next[at] < graph->first[at + 1]) {
            int                edge = next[at]++;
            const struct edge *out  = &graph->edges[edge];
            if (colours[out->to] == RING_OPEN) complain_ring(check, graph, way, n, out);
            if (colours[out->to] != RING_NEW) continue;
            way[n++]    = edge;
            at          = out->to;
            colours[at] = RING_OPEN;
            continue;
        }
        colours[at] = RING_DONE;
        if (n == 0) return;
        at = graph->edges[way[--n]].from;
    }
}

// ---- zones ----

static bool is_among(const struct names *names, const char *name) {
    for (int i = 0; i < names->n; i++)
        if (text_equal(names->items[i], name)) return true;
    return false;
}

static void check_zone(struct check *check, const struct zone *zone) {
    int entry = check_find(check, "zones", zone->id);
    if (entry < 0) return;
    int node = check->entries[entry].node;
    for (int i = 0; i < zone->parts.n; i++) {
        const struct zone *part = load_zone(check->knowledge, zone->parts.items[i]);
        if (part && part->parts.n && !text_equal(part->id, zone->id))
            check_complain(check, entry, node, "parts", part->id, "has parts itself",
                           "zones without parts");
    }
    for (int i = 0; i < zone->aims.n; i++)
        if (!is_among(&zone->parts, zone->aims.items[i]))
            check_complain(check, entry, node, "aims", zone->aims.items[i], "is no part of it",
                           "zones of its parts");
}

void check_rings(struct check *check) {
    struct graph graph   = graph_of(check);
    enum colour *colours = ARENA_NEW(check->arena, enum colour, check->n_entries);
    int         *next    = ARENA_NEW(check->arena, int, check->n_entries + 1);
    int         *way     = ARENA_NEW(check->arena, int, graph.n + 1);
    for (int i = 0; i <= check->n_entries; i++) next[i] = graph.first[i];
    for (int i = 0; i < check->n_entries; i++)
        if (colours[i] == RING_NEW) search(check, &graph, i, colours, next, way);
    const struct zone *zones = check->knowledge->all.zones.items;
    for (int i = 0; i < check->knowledge->all.zones.n; i++) check_zone(check, &zones[i]);
}
