// SPDX-License-Identifier: Apache-2.0
#include "face/figure_art.h"

#include <stddef.h>

static const char inside_rim[] = "inside_orbital_rim";

// Seen from the front; the middle line is x = 120.
static const struct figure_shape face_front[] = {
    {NULL,
     "M44 104C43 46 77 17 120 17C163 17 197 46 196 104C196 140 190 188 174 212"
     "C162 236 142 252 120 254C98 252 78 236 66 212C50 188 44 140 44 104Z",
     false, FIGURE_GROUND},
    {NULL, "M43 120C35 113 32 127 36 143C38 152 44 157 47 151Z", true, FIGURE_SKIN},
    {NULL,
     "M69 291C92 301 148 301 171 291C190 297 208 301 222 309C214 329 170 350 120 350"
     "C70 350 26 329 18 309C32 301 50 297 69 291Z",
     false, FIGURE_SKIN},
    {"neck",
     "M81 236C92 250 106 258 120 258C134 258 148 250 159 236C158 262 160 276 169 287"
     "C150 297 90 297 71 287C80 276 82 262 81 236Z",
     false},
    {"scalp",
     "M43 100C42 46 76 16 120 16C164 16 198 46 197 100C190 70 154 53 120 53C86 53 50 70 43 100Z",
     false},
    {"temples", "M64 74C58 80 47 92 44 104C43 112 44 122 46 128C53 127 60 124 66 119L69 104Z",
     true},
    {"forehead",
     "M67 72C81 61 100 56 120 56C140 56 159 61 173 72L169 101C157 93 144 95 133 102"
     "L107 102C96 95 83 93 71 101Z",
     false},
    {"glabella", "M108 104L132 104L129 119C126 124 114 124 111 119Z", false},
    {"cheeks",
     "M47 132C54 134 60 133 66 140C76 149 94 150 107 143C105 155 100 164 97 173"
     "C92 185 87 194 83 206C74 203 67 198 60 191C52 172 48 150 47 132Z",
     true},
    {"periorbital",
     "M66 124C68 110 78 107 90 107C101 107 109 111 110 123C109 139 100 145 88 145"
     "C75 144 67 137 66 124Z",
     true},
    {inside_rim,
     "M73 124C75 114 81 111 90 111C98 111 104 115 105 123C104 132 98 137 89 137"
     "C80 137 74 132 73 124Z",
     true, FIGURE_NEVER},
    {"upper_eyelid", "M75 123C79 112 99 111 105 123C98 117 82 117 75 123Z", true, FIGURE_NEVER},
    {NULL, "M75 125C82 117 98 117 105 125C98 131 82 131 75 125Z", true, FIGURE_SKIN},
    {NULL, "M90 120.5A4.2 4.2 0 1 0 90 128.9A4.2 4.2 0 1 0 90 120.5Z", true},
    {"brows", "M70 106C79 97 96 97 107 104L106 109C95 103 82 103 72 110Z", true},
    {"nose",
     "M111 122C111 140 106 156 101 168C99 178 108 184 120 185C132 184 141 178 139 168"
     "C134 156 129 140 129 122C126 127 114 127 111 122Z",
     false},
    {NULL, "M108 178C112 175 115 176 117 179", true},
    {"upper_lip",
     "M102 187C108 190 132 190 138 187C141 192 145 198 148 204C138 197 128 195 120 198"
     "C112 195 102 197 92 204C95 198 99 192 102 187Z",
     false},
    {"lips",
     "M93 206C104 199 113 198 120 201C127 198 136 199 147 206C138 216 129 219 120 219"
     "C111 219 102 216 93 206Z",
     false},
    {NULL, "M93 206C106 210 113 207 120 209", true},
    {"chin", "M97 218C106 224 134 224 143 218C147 231 141 251 120 254C99 251 93 231 97 218Z",
     false},
    {"jaw",
     "M59 194C67 202 76 207 84 210C89 212 92 215 94 219C92 231 95 242 102 249"
     "C82 243 66 221 59 194Z",
     true},
    {0}};

// From the side, looking to the left.
static const struct figure_shape face_side[] = {
    {NULL,
     "M130 18C90 20 60 70 57 120L60 160L50 176L47 212L46 244L75 250L110 236L147 180L198 208"
     "L216 129C214 61 180 18 130 18Z",
     false, FIGURE_GROUND},
    {NULL,
     "M160 195C170 204 182 211 196 216C190 242 191 268 200 298C182 302 160 304 140 303"
     "C142 266 150 230 160 195Z",
     false, FIGURE_SKIN},
    {"neck",
     "M111 236C117 226 121 214 122 202C134 197 141 188 147 178C151 184 155 190 160 195"
     "C150 230 142 266 140 303C124 303 106 301 92 298C110 281 113 260 111 236Z",
     false},
    {NULL,
     "M90 301C124 309 170 311 203 301C212 306 220 312 226 320C200 344 110 352 62 340"
     "C66 324 76 310 90 301Z",
     false, FIGURE_SKIN},
    {"scalp",
     "M130 16C104 16 84 27 71 48C86 54 99 64 104 82C108 96 116 104 118 124L127 128"
     "C128 113 153 109 157 130C159 150 150 160 147 174C158 192 176 205 198 213"
     "C213 193 221 163 219 129C216 61 182 16 130 16Z",
     false},
    {"forehead", "M69 51C84 57 96 67 101 84C88 88 72 92 57 96C54 84 59 66 69 51Z", false},
    {"temples", "M102 87C106 99 113 107 115 125C106 126 100 122 96 116C93 108 92 100 91 91Z",
     false},
    {"glabella", "M56 98L63 98C62 106 61 112 60 119L54 119C55 113 51 110 53 104Z", false},
    {"cheeks",
     "M63 141C76 147 93 143 100 127C108 129 116 131 120 136C124 157 123 178 116 196"
     "C101 204 85 206 71 204C71 194 67 180 63 168C67 160 65 150 63 141Z",
     false},
    {"periorbital",
     "M62 113C70 105 85 106 95 116C100 122 101 127 98 132C91 143 75 145 64 140"
     "C60 131 59 121 62 113Z",
     false},
    {inside_rim,
     "M62 116C69 109 82 110 90 118C93 123 93 127 91 130C85 137 73 138 64 134"
     "C61 128 60 122 62 116Z",
     false, FIGURE_NEVER},
    {"upper_eyelid", "M63 122C67 112 80 112 86 121C80 116 69 117 63 122Z", false, FIGURE_NEVER},
    {NULL, "M63 125C68 117 79 117 85 123C80 129 70 130 63 125Z", false, FIGURE_SKIN},
    {NULL, "M67 120C65 122 65 126 68 128", false},
    {"brows", "M61 103C70 96 82 97 91 105L89 109C81 103 71 103 62 108Z", false},
    {"nose",
     "M54 122C49 139 38 154 34 162C32 168 38 171 46 172C55 173 63 168 61 158"
     "C58 147 58 133 60 122Z",
     false},
    {NULL, "M47 166C50 163 54 164 55 168", false},
    {"upper_lip",
     "M46 175C54 176 60 174 63 171C67 182 69 190 69 198C61 192 51 189 41 190"
     "C44 185 45 180 46 175Z",
     false},
    {"lips",
     "M40 192C50 191 60 194 68 200C60 207 50 212 42 213C36 209 38 205 44 202"
     "C36 199 36 195 40 192Z",
     false},
    {NULL, "M44 202C53 202 60 202 68 200", false},
    {"chin",
     "M42 216C52 215 60 211 67 206C73 220 73 239 69 252C54 254 40 248 41 235"
     "C43 228 42 222 42 216Z",
     false},
    {"jaw",
     "M71 208C87 210 102 207 117 200C119 208 118 216 114 223C104 239 90 248 73 252"
     "C76 238 76 222 71 208Z",
     false},
    {NULL,
     "M130 134C132 117 154 116 154 132C154 148 146 153 145 164C143 172 134 171 134 162"
     "C135 154 129 146 130 134ZM137 136C138 127 148 127 148 135C147 142 141 144 142 152",
     false},
    {0}};

// From above: the nose points up, the crown lies behind.
static const struct figure_shape head_top[] = {
    {NULL, "M108 30C110 18 115 11 120 11C125 11 130 18 132 30Z", false, FIGURE_SKIN},
    {NULL, "M39 122C27 114 23 130 28 146C32 156 40 156 43 146Z", true, FIGURE_SKIN},
    {NULL,
     "M120 24C78 24 46 62 40 112C34 172 68 232 120 232C172 232 206 172 200 112"
     "C194 62 162 24 120 24Z",
     false, FIGURE_SKIN},
    {"scalp",
     "M120 62C98 52 76 58 62 76C50 94 44 112 43 132C43 186 72 228 120 228"
     "C168 228 197 186 197 132C196 112 190 94 178 76C164 58 142 52 120 62Z",
     false},
    {NULL,
     "M120 178C125 178 127 183 123 187C117 191 110 186 111 178C113 168 126 166 132 174"
     "C139 185 132 198 119 198C106 197 98 186 102 172",
     false},
    {0}};

// The middle line is x = 120: neck, shoulders, collarbones, breastbone.
static const struct figure_shape chest[] = {
    {NULL,
     "M92 8C94 28 92 40 80 47C56 56 30 58 18 72C8 88 6 128 8 168L36 168C38 182 40 200 41 226"
     "L199 226C200 200 202 182 204 168L232 168C234 128 232 88 222 72C210 58 184 56 160 47"
     "C148 40 146 28 148 8Z",
     false, FIGURE_SKIN},
    {"neck",
     "M93 8C94 24 94 36 86 45C98 55 110 63 120 63C130 63 142 55 154 45C146 36 146 24 147 8Z",
     false},
    {"decollete",
     "M120 67C106 66 94 58 83 50C66 57 48 60 36 66C40 88 50 108 62 122C82 136 104 142 120 156"
     "C136 142 158 136 178 122C190 108 200 88 204 66C192 60 174 57 157 50C146 58 134 66 120 67Z",
     false},
    {NULL, "M112 70C96 62 74 66 52 69", true},
    {NULL, "M113 72C110 82 114 92 115 100L115 158C116 166 119 169 120 169", true},
    {NULL, "M40 178C58 206 98 204 116 178", true},
    {NULL, "M36 168C35 152 37 138 42 126", true},
    {0}};

// The middle line is x = 100.
static const char body_outline[] =
    "M100 9C88 9 82 18 83 30C84 40 88 47 92 50L92 60C86 67 70 66 62 72C54 78 52 92 50 106"
    "C46 126 42 142 38 160C34 176 30 190 27 204C22 214 20 224 22 232C24 239 31 239 33 232"
    "C36 224 37 214 38 206C44 190 51 176 55 160C58 146 61 132 63 120C65 134 67 144 67 156"
    "C66 172 62 184 61 198C60 226 64 250 68 276C70 290 68 304 69 320C71 344 76 364 78 384"
    "C76 392 72 397 72 401C76 406 87 406 91 401C92 394 91 388 91 382C93 356 95 334 95 312"
    "C96 284 98 250 100 222";

static const char arm[]     = "M63 76C57 82 55 94 53 108C51 122 48 134 45 147L58 151"
                              "C60 139 62 127 63 115C65 101 66 89 63 76Z";
static const char forearm[] = "M44 151C41 167 35 185 30 203L37 205C44 190 52 172 57 155Z";
static const char hand[] =
    "M28 207C23 216 21 225 23 231C25 236 30 236 32 231C35 224 36 216 36 209Z";

// The belly begins below the ribs.
static const struct figure_shape body_front[] = {
    {NULL, body_outline, true, FIGURE_SKIN},
    {"arms", arm, true},
    {"forearms", forearm, true},
    {"hands", hand, true},
    {"abdomen",
     "M68 154C80 160 120 160 132 154C132 156 132 158 132 160C134 172 137 181 137 192"
     "C124 204 112 209 100 210C88 209 76 204 63 192C63 181 66 172 68 160C68 158 68 156 68 154Z",
     false},
    {"thighs",
     "M63 200C74 210 86 215 98 219C97 243 95 267 94 288C88 292 76 292 70 288"
     "C67 262 62 232 63 200Z",
     true},
    {NULL, "M98.6 178C98.6 182 101.4 182 101.4 178", false},
    {NULL, "M70 142C78 132 90 126 98 118", true},
    {0}};

static const struct figure_shape body_back[] = {
    {NULL, body_outline, true, FIGURE_SKIN},
    {"back",
     "M92 63C85 68 75 69 68 74C68 96 69 118 70 134C70 150 69 162 66 176C80 184 120 184 134 176"
     "C131 162 130 150 130 134C131 118 132 96 132 74C125 69 115 68 108 63C104 66 96 66 92 63Z",
     false},
    {"arms", arm, true},
    {"forearms", forearm, true},
    {"hands", hand, true},
    {NULL, "M63 214C74 222 90 224 99 216", true},
    {NULL, "M100 74L100 178", false},
    {"thighs",
     "M64 221C74 228 87 229 97 224C96 247 95 268 94 288C88 292 76 292 70 288"
     "C68 266 65 244 64 221Z",
     true},
    {0}};

static const char *const on_sides[] = {"temples", "cheeks", "jaw", "scalp", NULL};
static const char *const on_front[] = {
    "forehead", "glabella", "temples",   "brows", "upper_eyelid", "periorbital", "cheeks",
    "nose",     "lips",     "upper_lip", "chin",  "jaw",          "neck",        NULL};
static const char *const on_top[]    = {"scalp", NULL};
static const char *const on_chest[]  = {"decollete", NULL};
static const char *const on_body[]   = {"arms", "forearms", "hands", "abdomen", "thighs", NULL};
static const char *const on_behind[] = {"back", "thighs", NULL};

const struct figure_view figure_art_views[] = {
    {"head_top", 240, 244, FIGURE_LEFT_IS_LEFT, head_top, on_top},
    {"face_right", 240, 356, FIGURE_FLIPPED, face_side, on_sides},
    {"face_front", 240, 356, FIGURE_FACING, face_front, on_front},
    {"face_left", 240, 356, 0, face_side, on_sides},
    {"chest", 240, 232, FIGURE_FACING | FIGURE_QUIET, chest, on_chest},
    {"body_front", 200, 412, FIGURE_FACING | FIGURE_QUIET, body_front, on_body},
    {"body_back", 200, 412, FIGURE_LEFT_IS_LEFT | FIGURE_QUIET, body_back, on_behind},
    {0}};
