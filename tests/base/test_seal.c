// SPDX-License-Identifier: Apache-2.0
#include "base/seal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { TOKENS = 200 };

static void a_hash_is_blake2b_of_256_bits(void **state) {
    (void)state;
    char hash[SEAL_HEX_BYTES];
    seal_hash("abc", 3, hash);   // as b2sum -l 256 writes it
    assert_string_equal(hash, "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    seal_hash("", 0, hash);
    assert_string_equal(hash, "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
}

static void tokens_are_characters_of_a_url_and_never_the_same(void **state) {
    (void)state;
    char tokens[TOKENS][SEAL_TOKEN_BYTES];
    for (int i = 0; i < TOKENS; i++) {
        seal_token(tokens[i]);
        assert_int_equal(strlen(tokens[i]), SEAL_TOKEN_BYTES - 1);
        assert_int_equal(strspn(tokens[i], "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                           "0123456789-_"),
                         SEAL_TOKEN_BYTES - 1);
        for (int k = 0; k < i; k++) assert_string_not_equal(tokens[i], tokens[k]);
    }
}

static void only_the_same_bytes_are_the_same(void **state) {
    (void)state;
    assert_true(seal_same("secret", 6, "secret", 6));
    assert_true(seal_same("", 0, "", 0));
    assert_false(seal_same("secret", 6, "secreT", 6));
    assert_false(seal_same("Secret", 6, "secret", 6));
    assert_false(seal_same("secret", 6, "secret1", 7));
    assert_false(seal_same("secret", 6, "secret", 5));
    assert_false(seal_same("secret", 6, "", 0));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_hash_is_blake2b_of_256_bits),
        cmocka_unit_test(tokens_are_characters_of_a_url_and_never_the_same),
        cmocka_unit_test(only_the_same_bytes_are_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
