// words: the closed lists of words that several nouns share, with their order where it matters.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_DOMAIN_WORDS_H
#define STIPPLE_DOMAIN_WORDS_H

// Screening classes, mildest first. The order is the meaning: a higher one closes more.
enum words_class {
    CLASS_ABSENT,
    CLASS_CLEAR,
    CLASS_CAUTION,
    CLASS_PROPHYLAXIS,
    CLASS_CLEARANCE,
    CLASS_ASK,
    CLASS_DEFER,
    CLASS_REFUSE
};
extern const char *const words_class[];

// How strong the evidence is: A trial or meta-analysis, B prospective or label, C review, D lay or
// ours.
enum words_grade { GRADE_ABSENT, GRADE_A, GRADE_B, GRADE_C, GRADE_D };
extern const char *const words_grade[];
extern const char *const words_verdict[];   // of a claim

// What a source is, and what of it was read: all of it, its abstract, pages, a record or data,
// another text that tells of it, or nothing (it stands from memory).
extern const char *const words_source_kind[], *const words_read[];

// Where a number comes from, strongest first.
enum words_status {
    STATUS_ABSENT,
    STATUS_SEEN,          // read in the source itself
    STATUS_SEEN_SECOND,   // read in another text that says so
    STATUS_DERIVED,       // arithmetic on seen numbers
    STATUS_UNVERIFIED,    // from memory of the literature
    STATUS_DEFAULT        // a default of ours
};
extern const char *const words_status[];

// What lies on the skin after a sitting.
extern const char *const words_cover[];
enum words_cover { COVER_ABSENT, COVER_NONE, COVER_BALM, COVER_FILM, COVER_UNKNOWN };

extern const char *const words_device_kind[];
enum words_device_kind {
    DEVICE_ABSENT,
    DEVICE_PEN,
    DEVICE_ROLLER,
    DEVICE_STAMP,
    DEVICE_RF,
    DEVICE_HOME_ROLLER
};

extern const char *const words_region[];
enum words_region { REGION_ABSENT, REGION_FACE, REGION_NECK, REGION_SCALP, REGION_BODY };

#endif
