// os: the seam to the operating system: files, folders, the clock, the environment.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_BASE_OS_H
#define STIPPLE_BASE_OS_H

#include "base/arena.h"
#include "base/date.h"

#include <stdbool.h>
#include <stdint.h>

// Reads a whole regular file, pipe or terminal ("-" is standard input). ST_IO: it is missing, a
// folder, or cannot be read. ST_LIMIT: more than LIMIT_FILE_BYTES. *bytes is terminated.
MUST_CHECK enum status os_read(const char *path, const char **bytes, ptrdiff_t *n,
                               struct arena *arena, struct fault *fault);

// The same for the regular file `name` that stands right in `folder` (no slash in it, not ".."):
// ST_IO as well when it is a link, wherever that leads, or anything else that is no regular file.
MUST_CHECK enum status os_read_within(const char *folder, const char *name, const char **bytes,
                                      ptrdiff_t *n, struct arena *arena, struct fault *fault);

// Writes n bytes to an open descriptor, all or ST_IO (a full disk, a closed pipe).
MUST_CHECK enum status os_write(int descriptor, const char *bytes, ptrdiff_t n, const char *name,
                                struct fault *fault);

// Makes the file `path` hold these bytes and no others: written beside it under a name of its own,
// synced, and put in its place. What stood there stays until the new file is complete, and keeps
// its permissions; a link is followed. ST_IO: no such folder, no right, no room, or `path` is a
// folder or no regular file; nothing is left behind then.
MUST_CHECK enum status os_replace(const char *path, const char *bytes, ptrdiff_t n,
                                  struct fault *fault);

// True if both names lead to one file ("-" is standard input). A name that leads nowhere is never
// the same.
bool os_is_same(const char *one, const char *other);

// From now on a write to a pipe that nobody reads fails instead of ending the process.
void os_pipes_fail(void);

// Lets this process have n descriptors, as far as the system does; how many it may have then.
int os_descriptors(int n);

// From now on SIGTERM and SIGINT end nothing but os_signal_wait. Before any thread is started.
void os_signals_hold(void);
// Waits for one of them, at most `ms` (negative = without end). False: none came.
bool os_signal_wait(int ms);

// Standard input, output and error that came closed are taken, so that nothing opened later stands
// where they are looked for: input is empty then, output fails, and errors are lost.
void os_streams_hold(void);

// Names of the regular files in a folder, sorted, but for hidden ones. ST_IO: it is no folder, or
// cannot be read. ST_LIMIT: more than LIMIT_KNOWLEDGE_FILES.
MUST_CHECK enum status os_list(const char *path, const char ***names, int *n, struct arena *arena,
                               struct fault *fault);

bool        os_exists(const char *path);
bool        os_is_folder(const char *path);
date_day    os_today(void);                     // by the local clock; $STIPPLE_TODAY freezes it
int64_t     os_now_us(void);                    // of the clock that only goes forward
int64_t     os_utc_ms(void);                    // since 1970 began, by the clock that may be set
int64_t     os_resident_bytes(void);            // memory that the process has now; 0 = unknown
int         os_cores(void);                     // processors; at most LIMIT_THREADS
const char *os_environment(const char *name);   // NULL if unset or empty
bool        os_is_terminal(int descriptor);
int         os_columns(int descriptor);   // of a terminal; 0 if unknown

#endif
