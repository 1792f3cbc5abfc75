// evidence_entry: one entry of the knowledge, or one number of it, as an answer.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_SERVICE_EVIDENCE_ENTRY_H
#define STIPPLE_SERVICE_EVIDENCE_ENTRY_H

#include "service/evidence_topic.h"

// {format,id,kind,list,label,value,because,sources,grade,status,conflicts,examples}, in a list.
void evidence_entry_write(const struct session *session, const struct evidence_entry *entry,
                          struct doc_build *build);
// The same with the keys of the numbers that were asked for.
void evidence_entry_write_hit(const struct session *session, const struct evidence_hit *hit,
                              struct doc_build *build);
// The same with everything that speaks of it or rests on it, of a parameter what it is for, and
// whatever else has its id (`also`, of evidence_entry; left out where there is nothing).
void evidence_entry_write_whole(const struct session *session, const struct evidence_entry *entry,
                                const struct list *also, struct doc_build *build);

// A number by its path, "cheeks.depth". False: there is no such entry, or it has no such number.
bool evidence_number_write(const struct session *session, const char *path,
                           struct doc_build *build);

// A row of the evidence that nothing rests on, with the reason. False: it is no such row.
bool evidence_unused_write(const struct session *session, const char *row, struct doc_build *build);

// The sources of the keys, as a map.
void evidence_sources_write(const struct session *session, const struct names *keys,
                            struct doc_build *build);

#endif
