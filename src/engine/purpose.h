// purpose: what is drawn for a member. The numbers are part of every result: never renumber, only
// add.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_ENGINE_PURPOSE_H
#define STIPPLE_ENGINE_PURPOSE_H

enum engine_purpose {
    ENGINE_SEX       = 1,
    ENGINE_PERSON    = 2,   // thickness of this person's skin
    ENGINE_STUDY     = 3,   // bias of the studies on this zone
    ENGINE_GLIDE     = 4,
    ENGINE_CONTACT   = 5,
    ENGINE_RATIO     = 6,
    ENGINE_HALF_LIFE = 7,
    ENGINE_PIERCING  = 30   // how hard the skin is to pierce
};

// The stream of what a person or an operator takes along from zone to zone.
enum { ENGINE_NO_ZONE = 0xffffffff };

#endif
