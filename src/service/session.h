// session: what every verb needs: the knowledge, the clinic, the day, the seed, and memory.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_SERVICE_SESSION_H
#define STIPPLE_SERVICE_SESSION_H

#include "base/effort.h"
#include "domain/clinic.h"
#include "domain/screening.h"
#include "knowledge/load.h"

struct session_options {
    const char *data;        // data folder, NULL = $STIPPLE_DATA, else the user's data folder
    const char *clinic;      // clinic file, NULL = clinic.yaml of the data folder, else the example
    const char *knowledge;   // folder laid over the embedded knowledge, NULL = none
    date_day    on;          // 0 = today
    double      seed, members, threads;
    struct progress *progress;   // of this request; NULL = nobody follows it or calls it off
    bool is_checked;             // check the embedded knowledge as strictly as a file of the user's
};

struct session {
    struct session_options options;
    struct knowledge       knowledge;
    struct clinic          clinic;
    struct reply_versions  versions;
    struct reply_hashes    hashes;   // knowledge and clinic; the input's is the verb's
    struct arena          *arena;
    struct fault          *fault;
};

// ST_CONTENT, ST_IO, ST_LIMIT with the place of what is wrong.
MUST_CHECK enum status session_open(struct session *session, const struct session_options *options,
                                    struct arena *arena, struct fault *fault);

// A session of one request on what `opened` has opened: its knowledge and its clinic are shared and
// only read, so that many requests may run at once. The day (0 = today), seed, members, threads and
// progress are those of `options`; the rest of it is passed over. Open the library first
// (session_share), or a verb that needs it reads it anew for each request.
void session_begin(struct session *session, const struct session *opened,
                   const struct session_options *options, struct arena *arena, struct fault *fault);

// What the engine may use for this request.
struct effort session_effort(const struct session *session);

// ST_CANCELLED if nobody waits for this request any more; asked between the steps of a verb.
MUST_CHECK enum status session_wanted(const struct session *session);

// Reads what verbs would read on demand, so that sessions begun from this one find it there.
MUST_CHECK enum status session_share(struct session *session);

struct session_input {   // a file or the body of a request
    const char *name;    // as it is called in errors
    const char *bytes;
    ptrdiff_t   n;
    bool        is_json;
};

// Reads a file ("-" is standard input). A name that ends in .json is JSON, one that ends in .yaml
// or .yml is YAML, and else a text that begins with a brace is JSON.
MUST_CHECK enum status session_read(const struct session *session, const char *path,
                                    struct session_input *input);

// The document of an input, and its hash unless that is NULL. ST_MALFORMED: it is none, with the
// place. ST_LIMIT: it is too large, too deep or too much.
MUST_CHECK enum status session_doc(const struct session *session, const struct session_input *input,
                                   struct doc **doc, const char **hash);

// The hash of a document: BLAKE2b-256 of its canonical JSON, in hex.
const char *session_hash(const struct session *session, const struct doc *doc);

// The head of a reply to an input.
struct reply session_reply(const struct session *session, const char *input_hash);

struct field_reader session_reader(const struct session *session);

#endif
