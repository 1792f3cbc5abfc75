// limits: every maximum of the program, in one place.
// A bound that is met by input is answered with ST_LIMIT (exit status 5); a bound that only our own
// code could pass is asserted.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_BASE_LIMITS_H
#define STIPPLE_BASE_LIMITS_H

enum {
    LIMIT_FILE_BYTES      = 4 * 1024 * 1024,   // one patient, clinic, setup or knowledge file
    LIMIT_DOC_NODES       = 100000,            // nodes of one document
    LIMIT_DOC_DEPTH       = 64,                // nesting of one document
    LIMIT_TEXT_BYTES      = 4096,              // one scalar read from a file
    LIMIT_KNOWLEDGE_FILES = 512,               // files of one knowledge base
    LIMIT_KNOWLEDGE_NODES = 400000,            // nodes of all files of a user's knowledge
    LIMIT_LIST_ITEMS      = 512,               // items of one list in a patient or clinic file
    LIMIT_SYMPTOMS        = 128,               // symptoms of one check-in
    LIMIT_FINDINGS        = 1024,              // findings of one screening
    LIMIT_OPTIONS         = 1024,              // zone x device pairs of one screening
    LIMIT_SITTINGS        = 64,                // sittings of one course
    LIMIT_VISITS          = 1024,              // visits of one course
    LIMIT_CALENDAR        = 16384,             // entries of one calendar
    LIMIT_BLOCKED         = 8192,              // spans on which no sitting may be
    LIMIT_MEMBERS         = 100000,            // members of an ensemble
    LIMIT_PEOPLE          = 10000000,          // people of a study's mean, over all members
    LIMIT_OPENING_H       = 100000,            // hours over which channels are followed
    LIMIT_THREADS         = 256,               // worker threads
    LIMIT_FAULT_BYTES     = 1024,              // text of one error
    LIMIT_QUEUE           = 64                 // requests that wait for a worker
};

// Of the server.
enum {
    LIMIT_CONNECTIONS     = 1024,               // open at once
    LIMIT_FIELDS          = 64,                 // of the head of a request
    LIMIT_TARGET_BYTES    = 4096,               // path and query
    LIMIT_QUERY_BYTES     = 2048,               // query of one request
    LIMIT_ID_BYTES        = 256,                // id at the end of a path
    LIMIT_HEAD_BYTES      = 32 * 1024,          // of one connection: head and what was read ahead
    LIMIT_BODY_BYTES      = 1024 * 1024,        // of one request
    LIMIT_BODIES_BYTES    = 48 * 1024 * 1024,   // bodies and answers that are held at once
    LIMIT_FORGOTTEN_BYTES = 16 * 1024 * 1024,   // of a refused body that are read and thrown away
    LIMIT_LINGERS         = 32,                 // connections that are kept open for that at once
    LIMIT_HOSTS           = 8,                  // further names of the server
    LIMIT_STREAMS         = 16,                 // streams of progress open at once
    LIMIT_PATIENCE_S      = 3600,               // that a client may be given for a request
    LIMIT_WORK_AGE_MS     = 60 * 1000,          // after which open work is called off
    LIMIT_GRACE_MS        = 10 * 1000           // for work in hand when the server stops
};

// Of the server's books.
enum {
    LIMIT_WORK      = 512,    // pieces of work that are open at once
    LIMIT_WORK_KEPT = 64,     // pieces of work that ended and can still be looked at
    LIMIT_LOG_LINES = 8192,   // lines of the log that wait to be written
    LIMIT_ROUTES    = 64,     // routes that are counted apart
    LIMIT_REFUSALS  = 32      // reasons of refusal that are counted apart
};

// Address space reserved for the arena of one request. Pages are touched only as they are used.
#define LIMIT_ARENA_BYTES ((long long)512 * 1024 * 1024)

#endif
