// test_asset: what a browser is given is what the build packed, or what the folder holds, and
// nothing else.
// SPDX-License-Identifier: Apache-2.0
#include "face/asset.h"

#include "base/seal.h"
#include "base/test_doc.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_BYTES = 128 };

static bool answer(struct world *world, const char *folder, const char *path, bool takes_gzip,
                   const char *known, struct response *response) {
    struct asset_shelf shelf   = {folder, "policy"};
    struct request     request = {.method        = REQUEST_GET,
                                  .path          = path,
                                  .query         = "",
                                  .if_none_match = known,
                                  .takes_gzip    = takes_gzip,
                                  .body          = ""};
    *response                  = (struct response){.code = 7};
    return asset_answer(&shelf, &request, response, &world->arena);
}

static void every_file_has_its_fingerprint_and_a_known_type(void **state) {
    struct world *world = *state;
    int           n     = 0;
    for (const struct asset *asset = asset_table; asset->name; asset++, n++) {
        char            hash[SEAL_HEX_BYTES];
        struct response plain;
        seal_hash(asset->bytes, asset->n, hash);
        assert_string_equal(asset->hash, hash);
        assert_int_equal(asset->bytes[asset->n], 0);
        assert_true(n == 0 || strcmp(asset_table[n - 1].name, asset->name) < 0);
        const char *path = arena_format(&world->arena, "/%s", asset->name);
        assert_true(answer(world, NULL, path, false, NULL, &plain));
        assert_int_equal(plain.code, 200);
        assert_non_null(plain.content_type);
        assert_ptr_equal(plain.bytes, asset->bytes);
        assert_int_equal(plain.n, asset->n);
        assert_null(plain.encoding);
        assert_string_equal(plain.vary, "Accept-Encoding");
        assert_string_equal(plain.policy, "policy");
        assert_true(plain.is_cacheable);
        assert_string_equal(plain.etag, arena_format(&world->arena, "\"%s\"", hash));
    }
    assert_true(n > 20);
}

static void the_root_is_the_page(void **state) {
    struct world   *world = *state;
    struct response root, page;
    assert_true(answer(world, NULL, "/", false, NULL, &root));
    assert_true(answer(world, NULL, "/index.html", false, NULL, &page));
    assert_ptr_equal(root.bytes, page.bytes);
    assert_string_equal(root.content_type, "text/html; charset=utf-8");
    assert_true(text_starts(root.bytes, "<!DOCTYPE html>"));
}

// A twin of one form is never told by the tag of the other.
static void the_packed_form_is_shorter_and_has_a_tag_of_its_own(void **state) {
    struct world       *world = *state;
    const struct asset *style = asset_find("report.css");
    struct response     plain, packed, again;
    assert_non_null(style);
    assert_true(answer(world, NULL, "/report.css", false, NULL, &plain));
    assert_true(answer(world, NULL, "/report.css", true, NULL, &packed));
    assert_string_equal(packed.encoding, "gzip");
    assert_true(packed.n * 2 < plain.n);
    assert_memory_equal(packed.bytes, "\x1f\x8b\x08\x00\0\0\0\0", 8);   // no name, no time
    assert_string_not_equal(plain.etag, packed.etag);
    assert_string_equal(plain.content_type, packed.content_type);

    assert_true(answer(world, NULL, "/report.css", true, plain.etag, &again));
    assert_int_equal(again.code, 200);
    assert_true(answer(world, NULL, "/report.css", true, packed.etag, &again));
    assert_int_equal(again.code, 304);
}

static void what_the_client_has_is_not_sent_again(void **state) {
    struct world   *world = *state;
    struct response first, again;
    assert_true(answer(world, NULL, "/", false, NULL, &first));
    const struct {
        const char *before;
        int         taken;   // bytes of the tag
        const char *after;
        int         code;
    } said[] = {{"", 99, "", 304},         {"W/", 99, "", 304},    {"\"a\", ", 99, "", 304},
                {"\"a\",", 99, ",x", 304}, {"*", 0, "", 304},      {" ", 99, " ", 304},
                {"\"a\"", 0, "", 200},     {"x", 99, "", 200},     {"", 20, "", 200},
                {"", 0, "", 200},          {"", 20, "\", ,", 200}, {"w/", 99, "", 200},
                {", ,W/,", 0, "", 200}};
    for (int i = 0; i < (int)(sizeof said / sizeof *said); i++) {
        const char *known = arena_format(&world->arena, "%s%.*s%s", said[i].before, said[i].taken,
                                         first.etag, said[i].after);
        assert_true(answer(world, NULL, "/", false, known, &again));
        if (again.code != said[i].code) fail_msg("%s: %d", known, again.code);
        if (again.code == 200) continue;
        assert_int_equal(again.n, 0);
        assert_null(again.encoding);
        assert_string_equal(again.etag, first.etag);
        assert_string_equal(again.policy, "policy");
    }
}

static void what_is_not_packed_is_not_there(void **state) {
    struct world     *world   = *state;
    const char *const paths[] = {"",
                                 "//",
                                 "/index",
                                 "/INDEX.HTML",
                                 "/api",
                                 "/.html",
                                 "/../report.css",
                                 "/examples/",
                                 "/examples",
                                 "/index.html/",
                                 "//index.html",
                                 "/%69ndex.html",
                                 "/examples/clinic.yaml",
                                 "/examples/../index.html",
                                 "index.html"};
    for (int i = 0; i < (int)(sizeof paths / sizeof *paths); i++) {
        struct response response;
        if (answer(world, NULL, paths[i], true, NULL, &response)) fail_msg("%s", paths[i]);
        assert_int_equal(response.code, 7);
    }
}

// The browser would show a report without its style sheet otherwise.
static void the_policy_names_the_style_sheet_of_the_reports(void **state) {
    struct world *world  = *state;
    const char   *policy = asset_policy(&world->arena);
    const char   *named  = arena_format(&world->arena, "style-src 'self' 'sha256-%s';",
                                        asset_find("report.css")->sha256);
    assert_non_null(strstr(policy, named));
    assert_true(text_starts(policy, "default-src 'none'; "));
    assert_null(strstr(policy, "unsafe"));
    assert_int_equal(strlen(asset_find("report.css")->sha256), 44);
}

// ---- a folder ----

struct folder {
    char path[PATH_BYTES], outside[PATH_BYTES];
};

static void put(const char *folder, const char *name, const char *bytes) {
    char path[2 * PATH_BYTES];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    assert_true(file >= 0);
    assert_int_equal(write(file, bytes, strlen(bytes)), (ssize_t)strlen(bytes));
    close(file);
}

static const char *inside(struct world *world, const char *folder, const char *name) {
    return arena_format(&world->arena, "%s/%s", folder, name);
}

static void drop(struct world *world, const char *folder, const char *const *names) {
    for (; *names; names++) assert_int_equal(remove(inside(world, folder, *names)), 0);
    assert_int_equal(rmdir(folder), 0);
}

static const char *folder_new(char path[PATH_BYTES]) {
    snprintf(path, PATH_BYTES, "/tmp/stipple-test-asset-XXXXXX");
    assert_non_null(mkdtemp(path));
    return path;
}

static void a_folder_is_read_anew_at_each_request(void **state) {
    struct world      *world = *state;
    struct asset_shelf shelf;
    struct response    one, two, three;
    char               path[PATH_BYTES];
    const char        *folder = folder_new(path);
    assert_int_equal(asset_open(&shelf, folder, &world->arena, &world->fault), ST_IO);
    put(folder, "index.html", "<p>1</p>");
    assert_int_equal(asset_open(&shelf, folder, &world->arena, &world->fault), ST_OK);
    assert_true(answer(world, folder, "/", true, NULL, &one));
    assert_string_equal(one.bytes, "<p>1</p>");
    assert_null(one.encoding);
    put(folder, "index.html", "<p>2</p>");
    assert_true(answer(world, folder, "/", true, one.etag, &two));
    assert_int_equal(two.code, 200);
    assert_string_equal(two.bytes, "<p>2</p>");
    assert_true(answer(world, folder, "/", true, two.etag, &three));
    assert_int_equal(three.code, 304);

    // The people come from the program, the page's files do not.
    assert_true(answer(world, folder, "/examples/index.json", false, NULL, &one));
    assert_false(answer(world, folder, "/report.css", false, NULL, &one));
    drop(world, folder, (const char *[]){"index.html", NULL});
}

static void a_program_file_has_the_same_tag_in_a_folder(void **state) {
    struct world   *world = *state;
    struct response here, there;
    char            path[PATH_BYTES];
    const char     *folder = folder_new(path);
    put(folder, "report.css", asset_find("report.css")->bytes);
    assert_true(answer(world, NULL, "/report.css", false, NULL, &here));
    assert_true(answer(world, folder, "/report.css", false, NULL, &there));
    assert_string_equal(here.etag, there.etag);
    drop(world, folder, (const char *[]){"report.css", NULL});
}

static void nothing_leads_out_of_the_folder(void **state) {
    struct world   *world = *state;
    struct folder   folders;
    struct response response;
    const char     *folder = folder_new(folders.path), *outside = folder_new(folders.outside);
    put(outside, "secret.html", "secret");
    put(folder, "good.html", "good");
    put(folder, ".hidden.html", "hidden");
    put(folder, "Large.html", "large");
    put(folder, "notes.txt", "notes");
    assert_int_equal(mkdir(inside(world, folder, "sub.html"), 0700), 0);
    put(inside(world, folder, "sub.html"), "a.html", "a");
    assert_int_equal(mkfifo(inside(world, folder, "pipe.html"), 0600), 0);
    assert_int_equal(
        symlink(inside(world, outside, "secret.html"), inside(world, folder, "link.html")), 0);
    assert_int_equal(symlink("good.html", inside(world, folder, "own.html")), 0);
    assert_int_equal(symlink(outside, inside(world, folder, "way")), 0);

    assert_true(answer(world, folder, "/good.html", false, NULL, &response));
    const char *const paths[] = {"/link.html",
                                 "/own.html",
                                 "/way/secret.html",
                                 "/sub.html",
                                 "/sub.html/a.html",
                                 "/pipe.html",
                                 "/.hidden.html",
                                 "/Large.html",
                                 "/notes.txt",
                                 "/../secret.html",
                                 "/..%2fsecret.html",
                                 "/..",
                                 "//etc/passwd",
                                 "/good..html",
                                 "/./good.html",
                                 "/good.html/",
                                 "/\\good.html",
                                 "/good.html\n",
                                 "/"};
    for (int i = 0; i < (int)(sizeof paths / sizeof *paths); i++)
        if (answer(world, folder, paths[i], true, NULL, &response)) fail_msg("%s", paths[i]);
    const char *across =
        arena_format(&world->arena, "/../%s/secret.html", strrchr(outside, '/') + 1);
    assert_false(answer(world, folder, across, true, NULL, &response));
    assert_false(
        answer(world, folder, inside(world, outside, "secret.html"), true, NULL, &response));

    drop(world, inside(world, folder, "sub.html"), (const char *[]){"a.html", NULL});
    drop(world, folder,
         (const char *[]){"good.html", ".hidden.html", "Large.html", "notes.txt", "pipe.html",
                          "link.html", "own.html", "way", NULL});
    drop(world, outside, (const char *[]){"secret.html", NULL});
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_WORLD(every_file_has_its_fingerprint_and_a_known_type),
        IN_WORLD(the_root_is_the_page),
        IN_WORLD(the_packed_form_is_shorter_and_has_a_tag_of_its_own),
        IN_WORLD(what_the_client_has_is_not_sent_again),
        IN_WORLD(what_is_not_packed_is_not_there),
        IN_WORLD(the_policy_names_the_style_sheet_of_the_reports),
        IN_WORLD(a_folder_is_read_anew_at_each_request),
        IN_WORLD(a_program_file_has_the_same_tag_in_a_folder),
        IN_WORLD(nothing_leads_out_of_the_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
