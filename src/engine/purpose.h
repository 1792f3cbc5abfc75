// purpose: what is drawn for a member. The numbers are part of every result: never renumber, only
// add.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_ENGINE_PURPOSE_H
#define STIPPLE_ENGINE_PURPOSE_H

enum engine_purpose {
    ENGINE_SEX               = 1,
    ENGINE_PERSON            = 2,   // thickness of this person's skin
    ENGINE_STUDY             = 3,   // bias of the studies on this zone
    ENGINE_GLIDE             = 4,
    ENGINE_CONTACT           = 5,
    ENGINE_RATIO             = 6,
    ENGINE_HALF_LIFE         = 7,
    ENGINE_REACH             = 16,   // how far a channel is felt
    ENGINE_REDNESS_STUDY     = 17,   // bias of the studies on redness
    ENGINE_SENSITIVITY_STUDY = 19,
    ENGINE_SPEED             = 20,   // of healing
    ENGINE_EXCHANGE          = 21,   // of collagen III for I
    ENGINE_ORDER             = 22,   // lag of the ordered matrix
    ENGINE_AGE               = 23,   // effect of age on collagen made
    ENGINE_SMOKING           = 24,
    ENGINE_PIERCING          = 30,   // how hard the skin is to pierce
    ENGINE_WHOLE_SKIN        = 40,   // how far whole skin is off its relation
    ENGINE_CHARGE            = 41,   // charged over neutral
    ENGINE_POLAR_WAY         = 42,
    ENGINE_PATENCY           = 43,
    ENGINE_CHANNEL_RADIUS    = 44,
    ENGINE_OUTCOME_STUDY     = 64,   // a study of this use that nobody has done yet
    ENGINE_OUTCOME_PATIENT   = 65,   // this person within it
    ENGINE_OUTCOME_DELAY     = 66    // how the change comes
};

// The stream of what a person or an operator takes along from zone to zone.
enum { ENGINE_NO_ZONE = 0xffffffff };

#endif
