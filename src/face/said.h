// said: dates, classes and lists in words, as every report of this program says them.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_SAID_H
#define STIPPLE_FACE_SAID_H

#include "domain/screening.h"
#include "face/page.h"
#include "knowledge/load.h"

const char *said_date(date_day day, struct arena *arena);   // "2 March 2026"; "" for none
const char *said_near(date_day day, struct arena *arena);   // "2 March": what is near needs no year
const char *said_list(const struct names *names, struct arena *arena);   // "a, b"
const char *said_labels(const struct knowledge *knowledge, const char *vocabulary,
                        const struct names *codes, struct arena *arena);
// What a finding leaves out: agents, groups of them, parts and spots.
const char *said_excluded(const struct knowledge *knowledge, const struct names *codes,
                          struct arena *arena);
// "Lidocaine in it": an active substance of an agent.
const char *said_content(const struct knowledge *knowledge, const char *agent, const char *id,
                         struct arena *arena);
// The grade and status in words: "grade B, seen".
const char *said_evidence(int grade, int status, struct arena *arena);

enum page_mark said_mark(int class);   // the mark of a screening class
// The class in plain words: "not here" for refuse.
const char *said_class(const struct knowledge *knowledge, int class);
// The verdict in a sentence. A refusal that nothing will lift says who may decide otherwise.
const char *said_verdict(const struct screening *screening, int verdict,
                         const struct knowledge *knowledge, struct arena *arena);
// How a finding lifts, or that it does not.
const char *said_lifts(const struct finding *finding, const struct knowledge *knowledge,
                       struct arena *arena);
const char *said_capital(const char *text, struct arena *arena);   // its first letter as a capital

#endif
