// test_text: growing texts, UTF-8, nearest words, shortest numbers.
// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include "test_doc.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

// A fixed sequence of 64-bit numbers (SplitMix64).
static uint64_t random_next(uint64_t *seed) {
    uint64_t z = *seed += 0x9E3779B97F4A7C15u;
    z          = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z          = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

static void a_text_grows_and_stays_terminated(void **state) {
    struct world *world = *state;
    struct text   text  = text_new(&world->arena);
    assert_string_equal(text.data, "");
    char     naive[5001];
    int      n    = 0;
    uint64_t seed = 1;
    while (n < 4900) {
        char piece[64];
        int  more = snprintf(piece, sizeof piece, "%d,", (int)(random_next(&seed) % 1000000));
        // Something else in the arena now and then, so that growing must move the text.
        if (random_next(&seed) % 5 == 0) arena_alloc(&world->arena, 3, 1);
        if (more % 2) text_addf(&text, "%s", piece);
        else text_add(&text, piece);
        memcpy(naive + n, piece, (size_t)more + 1);
        n += more;
        assert_int_equal(text.n, n);
        assert_string_equal(text.data, naive);
    }
}

static void a_text_grows_in_place_when_it_is_last_in_its_arena(void **state) {
    struct world *world = *state;
    struct text   text  = text_new(&world->arena);
    const char   *data  = text.data;
    for (int i = 0; i < 10000; i++) text_add(&text, "0123456789");
    assert_ptr_equal(text.data, data);
    assert_true(world->arena.at - data <= 2 * 100001);
}

static void bytes_may_hold_nul(void **state) {
    struct world *world = *state;
    struct text   text  = text_new(&world->arena);
    text_add_bytes(&text, "a\0b", 3);
    text_add_bytes(&text, "", 0);
    assert_int_equal(text.n, 3);
    assert_memory_equal(text.data, "a\0b\0", 4);
}

static void equal_and_starts_compare_bytes(void **state) {
    (void)state;
    assert_true(text_equal("a", "a"));
    assert_false(text_equal("a", "A"));
    assert_true(text_equal(NULL, NULL));
    assert_false(text_equal(NULL, ""));
    assert_false(text_equal("", NULL));
    assert_true(text_starts("depth_um", "depth"));
    assert_true(text_starts("", ""));
    assert_false(text_starts("dep", "depth"));
}

// Figures of the published reference, without the top bit.
static void a_hash_is_that_of_its_authors(void **state) {
    (void)state;
    assert_int_equal(text_hash(""), 0x811c9dc5 & 0x7fffffff);
    assert_int_equal(text_hash("a"), 0xe40c292c & 0x7fffffff);
    assert_int_equal(text_hash("foobar"), 0xbf9cf968 & 0x7fffffff);
}

// The naive twin: decode by the definition and compare with the shortest form.
static bool naive_is_utf8(const unsigned char *s, int n) {
    for (int i = 0; i < n;) {
        int bytes = s[i] < 0x80         ? 1
                    : (s[i] >> 5) == 6  ? 2
                    : (s[i] >> 4) == 14 ? 3
                    : (s[i] >> 3) == 30 ? 4
                                        : 0;
        if (bytes == 0 || i + bytes > n) return false;
        uint32_t code = bytes == 1 ? s[i] : s[i] & (0x7Fu >> bytes);
        for (int k = 1; k < bytes; k++) {
            if ((s[i + k] >> 6) != 2) return false;
            code = code << 6 | (s[i + k] & 0x3F);
        }
        int shortest = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
        if (bytes != shortest || code == 0 || code > 0x10FFFF) return false;
        if (code >= 0xD800 && code <= 0xDFFF) return false;
        i += bytes;
    }
    return true;
}

static void utf8_is_what_its_definition_says(void **state) {
    (void)state;
    // All of one and two bytes, three and four with the bytes where the rules change.
    static const unsigned char edges[] = {0x00, 0x01, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0,
                                          0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED,
                                          0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xF8, 0xFF};
    enum { N = sizeof edges };
    for (int a = 0; a < 256; a++)
        for (int b = 0; b < 256; b++) {
            unsigned char s[] = {(unsigned char)a, (unsigned char)b};
            assert_int_equal(text_is_utf8((char *)s, 2), naive_is_utf8(s, 2));
            assert_int_equal(text_is_utf8((char *)s, 1), naive_is_utf8(s, 1));
        }
    for (int i = 0; i < N * N * N * N; i++) {
        unsigned char s[]     = {edges[i % N], edges[i / N % N], edges[i / N / N % N],
                                 edges[i / N / N / N]};
        bool          is_utf8 = naive_is_utf8(s, 4);
        if (text_is_utf8((char *)s, 4) != is_utf8)
            fail_msg("%02x%02x%02x%02x", s[0], s[1], s[2], s[3]);
    }
    assert_true(text_is_utf8("", 0));
}

static void the_valid_prefix_ends_before_the_first_bad_byte(void **state) {
    (void)state;
    assert_int_equal(text_utf8_prefix("ab\xC3\xA9z", 5), 5);
    assert_int_equal(text_utf8_prefix("ab\xC3", 3), 2);
    assert_int_equal(text_utf8_prefix("ab\xFFz", 4), 2);
    assert_int_equal(text_utf8_prefix("a\0z", 3), 1);
}

static void a_long_text_is_shown_cut_on_a_character(void **state) {
    (void)state;
    char out[8];
    text_shown(out, sizeof out, "short");
    assert_string_equal(out, "short");
    text_shown(out, sizeof out, "1234567");
    assert_string_equal(out, "1234567");
    text_shown(out, sizeof out, "12345678");
    assert_string_equal(out, "1234...");
    text_shown(out, sizeof out, "123\xC3\xA9xyz");
    assert_string_equal(out, "123...");
}

static const char *nearest(const char *word) {
    static const char *const fields[] = {"depth_um", "density_cm2", "passes", "mode", "ph", "age"};
    return text_nearest(word, fields, sizeof fields / sizeof *fields);
}

static void a_misspelt_word_finds_the_one_meant(void **state) {
    (void)state;
    assert_string_equal(nearest("depth_mm"), "depth_um");
    assert_string_equal(nearest("detph_um"), "depth_um");
    assert_string_equal(nearest("depht_um"), "depth_um");
    assert_string_equal(nearest("densiti_cm2"), "density_cm2");
    assert_string_equal(nearest("pases"), "passes");
    assert_string_equal(nearest("passes"), "passes");
    assert_string_equal(nearest("hp"), "ph");
    assert_string_equal(nearest("pH"), "ph");
    assert_string_equal(nearest("mod"), "mode");
}

static void a_word_far_from_all_finds_none(void **state) {
    (void)state;
    char long_word[200];
    memset(long_word, 'a', sizeof long_word - 1);
    long_word[sizeof long_word - 1] = '\0';
    assert_null(nearest("temperature"));
    assert_null(nearest(""));
    assert_null(nearest("x"));
    assert_null(nearest("xyz"));
    assert_null(nearest(long_word));
    assert_null(text_nearest("depth", NULL, 0));
    const char *const long_candidate[] = {long_word};
    assert_null(text_nearest("aaa", long_candidate, 1));
}

static void of_two_equally_near_words_the_first_is_taken(void **state) {
    (void)state;
    static const char *const words[] = {"beta", "zeta", "meta"};
    assert_string_equal(text_nearest("neta", words, 3), "beta");
    assert_string_equal(text_nearest("meta", words, 3), "meta");
}

static void number_is(const char *text, double value) {
    char out[32];
    text_number(out, value);
    assert_string_equal(out, text);
}

static void numbers_are_written_in_their_shortest_form(void **state) {
    (void)state;
    number_is("0", 0.0);
    number_is("0", -0.0);
    number_is("1", 1);
    number_is("-1", -1);
    number_is("0.1", 0.1);
    number_is("0.30000000000000004", 0.1 + 0.2);
    number_is("1500", 1500);
    number_is("123456789", 123456789);
    number_is("0.000001", 1e-6);
    number_is("1e-7", 1e-7);
    number_is("-1.235e-7", -123.5e-9);
    number_is("100000000000000000000", 1e20);
    number_is("1e+21", 1e21);
    number_is("1.5e+300", 1.5e300);
    number_is("9007199254740993000", 9007199254740993e3);
    number_is("1.7976931348623157e+308", 1.7976931348623157e308);
    number_is("2.2250738585072014e-308", 2.2250738585072014e-308);
    number_is("5e-324", 5e-324);
    number_is("1e-323", 1e-323);
    number_is("0.000012345678901234568", 1.2345678901234568e-5);
}

// Seventeen nearest digits where the sixteen above the number already read back as it.
static void a_power_of_two_takes_the_shorter_digits_above_it(void **state) {
    (void)state;
    number_is("7.120236347223045e-307", ldexp(1, -1017));
    number_is("5.684341886080802e-14", ldexp(1, -44));
}

static int digits_of(const char *text) {
    int n = 0, zeros = 0;
    for (const char *c = text; *c && *c != 'e'; c++) {
        if (*c == '0') zeros += n > 0;
        if (*c >= '1' && *c <= '9') {
            n += zeros + 1;
            zeros = 0;
        }
    }
    return n;
}

// JSON's grammar, by hand.
static bool is_json_number(const char *c) {
    if (*c == '-') c++;
    if (*c == '0') c++;
    else
        while (*c >= '0' && *c <= '9') c++;
    if (*c == '.') {
        if (!(c[1] >= '0' && c[1] <= '9')) return false;
        for (c++; *c >= '0' && *c <= '9';) c++;
    }
    if (*c == 'e') {
        c += c[1] == '+' || c[1] == '-' ? 2 : 1;
        if (!(*c >= '0' && *c <= '9')) return false;
        while (*c >= '0' && *c <= '9') c++;
    }
    return *c == '\0';
}

static void survives(double value) {
    char out[32], naive[64];
    memset(out, 'x', sizeof out);
    text_number(out, value);
    double back = strtod(out, NULL);
    assert_memory_equal(&back, &value, sizeof value);
    assert_true(strlen(out) < 26 && is_json_number(out));
    // No fewer digits, rounded to nearest, read back as the same number.
    int n = digits_of(out);
    if (n < 2) return;
    snprintf(naive, sizeof naive, "%.*e", n - 2, value);
    assert_true(strtod(naive, NULL) != value);
}

static void random_numbers_read_back_to_the_same_bits(void **state) {
    (void)state;
    uint64_t seed = 20240229;
    for (int i = 0; i < 100000; i++) {
        uint64_t bits = random_next(&seed);
        double   value;
        memcpy(&value, &bits, sizeof value);
        if (isfinite(value) && value != 0) survives(value);
        survives((double)(int64_t)(bits >> 11) + 1);
        survives(((double)(bits >> 50) + 1) / 1000);
        survives(ldexp((double)(bits >> 11) + 1, -1074 + (int)(bits & 31)));
    }
    for (int exponent = -1074; exponent < 1024; exponent++) {
        survives(ldexp(1, exponent));
        survives(-nextafter(ldexp(1, exponent), 0) - 5e-324);
        survives(nextafter(ldexp(1, exponent), INFINITY));
    }
}

static void what_steers_is_replaced_byte_by_byte(void **state) {
    (void)state;
    char text[] = "a\x1B[31m\tb\n\xC2\x85 caf\xC3\xA9 \xE2\x80\xAEx\x7F";
    text_make_plain(text, (ptrdiff_t)strlen(text));
    assert_string_equal(text, "a?[31m\tb\n?? caf\xC3\xA9 ???x?");
    text_make_plain(text, 0);
}

static void a_long_fault_is_cut_on_a_character(void **state) {
    (void)state;
    char         text[2 * LIMIT_FAULT_BYTES];
    struct fault fault;
    for (int before = 0; before < 4; before++) {
        memset(text, 'a', 4);
        for (size_t i = (size_t)before; i + 4 < sizeof text; i += 4)
            memcpy(text + i, "\xF0\x9F\x99\x82", 5);
        assert_int_equal(fault_at(&fault, ST_LIMIT, "%s", text), ST_LIMIT);
        ptrdiff_t n = (ptrdiff_t)strlen(fault.text);
        assert_true(text_is_utf8(fault.text, n));
        assert_true(n > LIMIT_FAULT_BYTES - 10 && n < LIMIT_FAULT_BYTES);
    }
    memset(text, 'a', LIMIT_FAULT_BYTES - 1);
    text[LIMIT_FAULT_BYTES - 1] = 0;
    (void)fault_at(&fault, ST_LIMIT, "%s", text);
    assert_string_equal(fault.text, text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_text_grows_and_stays_terminated, world_open, world_close),
        cmocka_unit_test_setup_teardown(a_text_grows_in_place_when_it_is_last_in_its_arena,
                                        world_open, world_close),
        cmocka_unit_test_setup_teardown(bytes_may_hold_nul, world_open, world_close),
        cmocka_unit_test(equal_and_starts_compare_bytes),
        cmocka_unit_test(what_steers_is_replaced_byte_by_byte),
        cmocka_unit_test(a_long_fault_is_cut_on_a_character),
        cmocka_unit_test(a_hash_is_that_of_its_authors),
        cmocka_unit_test(utf8_is_what_its_definition_says),
        cmocka_unit_test(the_valid_prefix_ends_before_the_first_bad_byte),
        cmocka_unit_test(a_long_text_is_shown_cut_on_a_character),
        cmocka_unit_test(a_misspelt_word_finds_the_one_meant),
        cmocka_unit_test(a_word_far_from_all_finds_none),
        cmocka_unit_test(of_two_equally_near_words_the_first_is_taken),
        cmocka_unit_test(numbers_are_written_in_their_shortest_form),
        cmocka_unit_test(a_power_of_two_takes_the_shorter_digits_above_it),
        cmocka_unit_test(random_numbers_read_back_to_the_same_bits),
    };
    return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
