// SPDX-License-Identifier: Apache-2.0
#include "face/evidence_rule.h"

static int child(const struct evidence_text *out, int node, const char *key) {
    return node < 0 ? -1 : doc_child(out->doc, node, key);
}

static const char *text_of(const struct evidence_text *out, int node, const char *key) {
    int at = child(out, node, key);
    return at < 0 ? "" : doc_text(out->doc, at);
}

static const char *with(const struct evidence_text *out, const char *id, const char *place,
                        const char *said) {
    return evidence_filled(out, id, (const char *const[]){place, said, NULL});
}

// The labels of the codes under a key, "" if there are none.
static const char *labels(const struct evidence_text *out, int node, const char *key,
                          const char *vocabulary) {
    struct text text = text_new(out->arena);
    int         list = child(out, node, key);
    for (int item = list < 0 ? -1 : out->doc->nodes[list].first; item >= 0;
         item     = out->doc->nodes[item].next)
        text_addf(&text, "%s%s", text.n ? ", " : "",
                      load_label(out->knowledge, vocabulary, doc_text(out->doc, item)));
    return text.data;
}

// The places, devices and substances of a scope.
static const char *scope_said(const struct evidence_text *out, int scope) {
    static const char *const keys[][3] = {
        {"zones", "zones", "evidence.scope.zones"},
        {"devices", "devices", "evidence.scope.devices"},
        {"agents", "agents", "evidence.scope.agents"},
        {"except_goals", "indications", "evidence.scope.except_goals"}};
    struct text text = text_new(out->arena);
    text_add(&text, load_label(out->knowledge, "rule_over", text_of(out, scope, "over")));
    for (int i = 0; i < 4; i++) {
        const char *said = labels(out, scope, keys[i][0], keys[i][1]);
        if (*said) text_addf(&text, "; %s", with(out, keys[i][2], "list", said));
    }
    return text.data;
}

const char *evidence_rule_covers(const struct evidence_text *out, int value) {
    struct text about = text_new(out->arena);
    int         list  = child(out, value, "about");
    for (int item = list < 0 ? -1 : out->doc->nodes[list].first; item >= 0;
         item     = out->doc->nodes[item].next) {
        const char *key  = text_of(out, item, "list");
        const char *said = labels(out, item, "codes", key);
        text_addf(&about, "%s%s", about.n ? ", " : "",
                  *said ? said : with(out, "evidence.scope.any", "list", key));
    }
    const char *scope = scope_said(out, child(out, value, "scope"));
    if (!about.n) return with(out, "evidence.scope.person", "scope", scope);
    return evidence_filled(out, "evidence.scope.about",
                           (const char *const[]){"about", about.data, "scope", scope, NULL});
}

static const char *end_said(const struct evidence_text *out, int node) {
    int         until    = child(out, node, "until");
    const char *birthday = text_of(out, until, "birthday");
    const char *state    = text_of(out, node, "lifts");
    const char *from     = load_label(out->knowledge, "rule_from", text_of(out, until, "from"));
    const char *days[]   = {"days", text_of(out, until, "days"), "from", from, NULL};
    if (*birthday) return with(out, "evidence.lasts.birthday", "age", birthday);
    if (until >= 0) return evidence_filled(out, "evidence.lasts.days", days);
    if (*state)
        return with(out, "evidence.lasts.state", "state",
                    load_label(out->knowledge, "states", state));
    return load_saying(out->knowledge, "evidence.lasts.never");
}

const char *evidence_rule_lasts(const struct evidence_text *out, int node) {
    int         scope = child(out, node, "scope");
    const char *end   = end_said(out, node);
    if (scope < 0) return end;
    return arena_format(out->arena, "%s %s", end,
                        with(out, "evidence.scope.person", "scope", scope_said(out, scope)));
}
