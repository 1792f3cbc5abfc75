// art_body: the body from the front and from behind, to below the knees, drawn as art_face says.
// SPDX-License-Identifier: Apache-2.0
const LIMBS = {
  shoulder: '168 128 150 137 130 143 | 112 150',
  arm_out: '150 137 | 130 143 108 156 98 188 93 224 85 262 | 76 292',
  arm_top: '133 200 126 178 130 143',
  arm_in: '111 268 123 232 133 200',
  elbow: '85 262 98 269 111 268',
  forearm_out: '93 224 | 85 262 75 296 66 332 58 362 | 50 384',
  forearm_in: '74 368 90 334 105 296 111 268',
  wrist: '58 362 66 367 74 368',
  hand_out: '66 332 | 58 362 48 388 45 416 51 440 59 444 67 424 73 398 74 368',
  flank: '133 200 138 232 141 262 | 138 292',
  waist: '138 232 | 141 262 138 290 131 320 | 124 352',
  thigh_out: '138 290 | 131 320 123 356 123 404 131 456 140 500 | 142 530',
  knee: '140 500 160 508 181 500',
  thigh_in: '181 500 189 444 196 392',
  cut: '146 600 176 600', crotch: '196 392 200 388',
  thumb: '74 370 84 387 88 404 82 412 73 398 74 370',
  shin_out: '131 456 | 140 500 138 540 146 600',
  shin_in: '189 444 | 181 500 185 544 176 600',
};
const LINES = ['54 441 60 418', '66 428 68 412'];
const ARMS = { arms: 'arm_out elbow arm_in arm_top', forearms: 'forearm_out -wrist forearm_in -elbow', hands: 'hand_out -wrist' };
const TRUNK = 'shoulder arm_out forearm_out hand_out forearm_in arm_in flank waist thigh_out shin_out cut -shin_in thigh_in crotch';

export const BODY_FRONT = {
  id: 'body_front', width: 400, height: 580, axis: 200, isFacing: true,
  edges: {
    ...LIMBS,
    crown: '200 22 182 26 170 44 168 62 | 170 76',
    hairline: '200 42 184 44 174 54 168 62',
    face: '170 44 | 168 62 171 82 181 98 | 190 105',
    chin: '171 82 | 181 98 190 105 200 108',
    neck_side: '181 98 181 114 168 128',
    neck_base: '168 128 182 136 200 139',
    chest_side: '130 143 134 164 146 184',
    chest_low: '146 184 170 202 200 210',
    belly_top: '141 262 168 252 200 250',
    belly_low: '131 320 160 344 200 354',
    groin: '131 320 162 364 196 392',
  },
  zones: {
    full_face: 'hairline face chin', scalp: 'crown -hairline', neck: '-chin neck_side neck_base',
    decollete: '-neck_base shoulder chest_side chest_low', abdomen: '-belly_top waist belly_low', ...ARMS,
    thighs: 'thigh_out knee thigh_in -groin',
  },
  extra: {},
  ground: ['thumb', '-chin neck_side neck_base', `-neck_base ${TRUNK}`, '-chin -face -crown'],
  lines: [...LINES, '190 143 166 142 142 148', '144 250 168 226 200 218', '198.4 318 199 323 200 324', '184 66 188 65 192 66', '195 90 200 91',
    '146 506 158 498 172 505'],
};

export const BODY_BACK = {
  id: 'body_back', width: 400, height: 580, axis: 200,
  edges: {
    ...LIMBS,
    crown: '200 22 182 26 170 44 168 62 171 82 181 98 | 181 114',
    nape: '181 98 190 102 200 103',
    back_top: '200 132 184 134 168 128',
    back_side: '130 143 134 172 133 200',
    back_low: '131 320 166 312 200 322',
    seat: '124 372 156 398 196 392',
    thigh_back: '123 356 | 124 372 123 404 131 456 140 500 | 142 530',
  },
  zones: {
    scalp: 'crown nape', back: 'back_top shoulder back_side flank waist back_low', ...ARMS,
    thighs: 'thigh_back knee thigh_in -seat',
  },
  extra: { nape_side: '181 98 181 114 168 128' },
  ground: ['thumb', '-nape nape_side -back_top', `back_top ${TRUNK}`, '-nape -crown'],
  lines: [...LINES, '200 140 199.6 240 200 316', '150 170 160 200 156 232', '200 330 199.6 360 200 384', '148 500 160 506 172 501'],
};
