// SPDX-License-Identifier: Apache-2.0
#include "service/session.h"

#include "base/os.h"
#include "base/seal.h"
#include "knowledge/check.h"
#include "knowledge/check_base.h"
#include "knowledge/image.h"
#include "licences.h"

#include <string.h>

static const char engine_version[] = "1";

static const char *hash_of(const char *bytes, ptrdiff_t n, struct arena *arena) {
    char *hex = ARENA_NEW(arena, char, SEAL_HEX_BYTES);
    seal_hash(bytes, n, hex);
    return hex;
}

const char *session_hash(const struct session *session, const struct doc *doc) {
    struct arena scratch = *session->arena;
    struct text  json    = text_new(&scratch);
    doc_write(doc, 0, &json);
    char hex[SEAL_HEX_BYTES];
    seal_hash(json.data, json.n, hex);
    return arena_text(session->arena, hex, SEAL_HEX_BYTES - 1);
}

static bool ends_in(const char *path, const char *ending) {
    ptrdiff_t n = (ptrdiff_t)strlen(path), tail = (ptrdiff_t)strlen(ending);
    return n > tail && text_equal(path + n - tail, ending);
}

enum status session_read(const struct session *session, const char *path,
                         struct session_input *input) {
    input->name = text_equal(path, "-") ? "standard input" : path;
    TRY(os_read(path, &input->bytes, &input->n, session->arena, session->fault));
    const char *first   = input->bytes + strspn(input->bytes, " \t\r\n");
    bool        is_yaml = ends_in(path, ".yaml") || ends_in(path, ".yml");
    input->is_json      = ends_in(path, ".json") || (!is_yaml && *first == '{');
    return ST_OK;
}

// What is not well formed has no field to name: "FILE:1:4: file: syntax: an anchor; ...". Where a
// key or a byte is named it is the value; where two stand there, the first is the field.
static enum status not_formed(const struct session *session, const char *name, enum status status) {
    struct fault said = *session->fault;
    ptrdiff_t    n    = (ptrdiff_t)strlen(name);
    if (status == ST_CONTENT) status = ST_MALFORMED;
    if (!text_starts(said.text, name)) return status;
    n += (ptrdiff_t)strspn(said.text + n, ":0123456789");
    const char *rest = said.text + n, *colon = strstr(rest, ": "), *end = strstr(rest, "; allowed");
    bool        has_value = colon && end && colon < end;
    const char *second    = has_value ? strstr(colon + 2, ": ") : NULL;
    if (second && second < end) return status;
    return fault_at(session->fault, status, "%.*s file:%s%s", (int)n, said.text,
                    has_value ? "" : " syntax:", rest);
}

enum status session_doc(const struct session *session, const struct session_input *input,
                        struct doc **doc, const char **hash) {
    *doc               = ARENA_NEW(session->arena, struct doc, 1);
    enum status status = doc_read(*doc, input->name, input->bytes, input->n, input->is_json,
                                  session->arena, session->fault);
    if (status != ST_OK) return not_formed(session, input->name, status);
    TRY(session_wanted(session));
    if (hash) *hash = session_hash(session, *doc);
    return session_wanted(session);
}

// ---- opening ----

// A file that is passed over in silence would be a rule that is not in force.
static enum status read_folder(struct session *session, const char *path, struct doc **docs,
                               int *n) {
    const char **names;
    int          n_names;
    TRY(os_list(path, &names, &n_names, session->arena, session->fault));
    *docs = ARENA_NEW(session->arena, struct doc, n_names);
    *n    = 0;
    for (int i = 0; i < n_names; i++) {
        struct session_input input;
        struct doc          *doc;
        if (text_starts(names[i], "README")) continue;
        if (!ends_in(names[i], ".yaml"))
            return fault_at(session->fault, ST_CONTENT,
                            "%s/%s: file: %s: is not read as knowledge; allowed: names that end "
                            "in .yaml, and README",
                            path, names[i], names[i]);
        TRY(session_read(session, arena_format(session->arena, "%s/%s", path, names[i]), &input));
        TRY(session_doc(session, &input, &doc, NULL));
        (*docs)[(*n)++] = *doc;
    }
    if (*n == 0)
        return fault_at(session->fault, ST_CONTENT,
                        "%s: folder: nothing: holds no file of knowledge; allowed: at least one "
                        "file whose name ends in .yaml",
                        path);
    return ST_OK;
}

static enum status first_said(const struct check *check, struct fault *fault) {
    return check->n_said == 0 ? ST_OK : fault_at(fault, ST_CONTENT, "%s", check->said.items[0]);
}

// The base with the user's files, checked as a whole each time. The first complaint is told; all of
// them come with `evidence --check`, which makes the same check itself.
static enum status check_whole(const struct session *session) {
    struct arena  scratch = *session->arena;
    struct check *check   = ARENA_NEW(&scratch, struct check, 1);
    TRY(check_knowledge(&session->knowledge, session->fault));
    if (session->options.is_checked) return ST_OK;
    check_base_entries(check, &session->knowledge, &scratch);
    TRY(first_said(check, session->fault));
    check_base_examples(check);
    return first_said(check, session->fault);
}

static enum status open_knowledge(struct session *session) {
    ptrdiff_t   n_image = image_knowledge_end - image_knowledge;
    struct doc *extra   = NULL;
    int         n_extra = 0;
    if (session->options.knowledge)
        TRY(read_folder(session, session->options.knowledge, &extra, &n_extra));
    TRY(load_knowledge(&session->knowledge, image_knowledge, n_image, extra, n_extra,
                       session->options.is_checked, session->arena, session->fault));
    if (n_extra || session->options.is_checked) {
        TRY(load_library(&session->knowledge, session->arena, session->fault));
        TRY(check_whole(session));
    }
    session->hashes.knowledge = image_knowledge_hash;   // of the image, reckoned by the build
    for (int i = 0; i < n_extra; i++) {
        const char *both          = arena_format(session->arena, "%s%s", session->hashes.knowledge,
                                                 session_hash(session, &extra[i]));
        session->hashes.knowledge = hash_of(both, (ptrdiff_t)strlen(both), session->arena);
    }
    session->versions =
        (struct reply_versions){LICENCES_VERSION, engine_version, session->knowledge.all.version};
    return ST_OK;
}

static const char *data_folder(const struct session *session) {
    const char *home = os_environment("HOME"), *xdg = os_environment("XDG_DATA_HOME");
    if (session->options.data) return session->options.data;
    if (os_environment("STIPPLE_DATA")) return os_environment("STIPPLE_DATA");
    if (xdg) return arena_format(session->arena, "%s/stipple", xdg);
    return home ? arena_format(session->arena, "%s/.local/share/stipple", home) : ".";
}

static enum status open_clinic(struct session *session) {
    const char *path = session->options.clinic;
    if (!path) {
        path = arena_format(session->arena, "%s/clinic.yaml", data_folder(session));
        if (!os_exists(path)) path = NULL;
    }
    const struct doc *doc = load_doc(&session->knowledge, "clinic.yaml");
    if (path) {
        struct session_input input;
        struct doc          *read;
        TRY(session_read(session, path, &input));
        TRY(session_doc(session, &input, &read, NULL));
        doc = read;
    }
    struct field_reader reader = session_reader(session);
    TRY(clinic_read(&session->clinic, doc, &reader));
    session->hashes.clinic = session_hash(session, doc);
    return ST_OK;
}

struct field_reader session_reader(const struct session *session) {
    return (struct field_reader){session->knowledge.vocabularies, session->knowledge.n_vocabularies,
                                 session->arena, session->fault};
}

enum status session_open(struct session *session, const struct session_options *options,
                         struct arena *arena, struct fault *fault) {
    *session = (struct session){.options = *options, .arena = arena, .fault = fault};
    if (session->options.on == 0) session->options.on = os_today();
    TRY(open_knowledge(session));
    return open_clinic(session);
}

enum status session_share(struct session *session) {
    return load_library(&session->knowledge, session->arena, session->fault);
}

void session_begin(struct session *session, const struct session *opened,
                   const struct session_options *options, struct arena *arena,
                   struct fault *fault) {
    *session                  = *opened;
    session->options.on       = options->on ? options->on : os_today();
    session->options.seed     = options->seed;
    session->options.members  = options->members;
    session->options.threads  = options->threads;
    session->options.progress = options->progress;
    session->arena            = arena;
    session->fault            = fault;
}

struct effort session_effort(const struct session *session) {
    return (struct effort){(int)session->options.threads, session->options.progress};
}

enum status session_wanted(const struct session *session) {
    return progress_check(session->options.progress, session->fault);
}

struct reply session_reply(const struct session *session, const char *input_hash) {
    struct reply_versions *versions = ARENA_NEW(session->arena, struct reply_versions, 1);
    struct reply_hashes   *hashes   = ARENA_NEW(session->arena, struct reply_hashes, 1);
    *versions                       = session->versions;
    *hashes                         = session->hashes;
    hashes->input                   = input_hash;
    return (struct reply){.on         = {session->options.on, 0},
                          .seed       = {session->options.seed, true, 0},
                          .members    = {session->options.members, true, 0},
                          .versions   = versions,
                          .hashes     = hashes,
                          .disclaimer = load_saying(&session->knowledge, "disclaimer")};
}
