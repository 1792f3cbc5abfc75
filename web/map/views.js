// views: the six pictures of the map, in the order in which they are offered.
// SPDX-License-Identifier: Apache-2.0
import { BODY_BACK, BODY_FRONT } from './art_body.js';
import { FACE_FRONT, FACE_SIDE, HEAD_TOP } from './art_face.js';
import { geometryTurned, geometryView } from './geometry.js';

const ALL = [FACE_FRONT, FACE_SIDE, geometryTurned(FACE_SIDE, 'face_right', 'right'), HEAD_TOP, BODY_FRONT, BODY_BACK];

export const VIEWS = ALL.map((view) => view.id);
export const viewOf = (id) => geometryView(ALL.find((view) => view.id === id));

// What no needle of ours goes over: lids, lips, brows. (Inside the rim of the eye as well, which is no
// zone of its own.)
export const GUARDED = new Set(['upper_eyelid', 'lips', 'brows']);

// A zone that is made of others.
export const FACE_PARTS = ['forehead', 'glabella', 'temples', 'brows', 'upper_eyelid', 'periorbital', 'cheeks', 'nose', 'lips', 'upper_lip', 'chin', 'jaw'];

// The view that shows the zone well: the first that has it, but for what lies rather on another.
const BETTER = { full_face: 'face_front', temples: 'face_left', scalp: 'head_top' };
export const viewFor = (zone) => BETTER[zone] ?? VIEWS.find((id) => viewOf(id).shapes.some((shape) => shape.zone === zone)) ?? null;
