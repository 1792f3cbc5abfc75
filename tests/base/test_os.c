// test_os: what can be read, what can be written, and what a folder holds.
// SPDX-License-Identifier: Apache-2.0
#include "base/os.h"

#include "test_doc.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    PATH_BYTES   = 128,
    SPARSE_BYTES = 100 * 1024 * 1024,
    PIPE_BYTES   = 300000,
    CLOCK_LOOKS  = 1000
};

static const char *path_of(struct world *world, const char *folder, const char *name) {
    return arena_format(&world->arena, "%s/%s", folder, name);
}

static const char *folder_new(char path[PATH_BYTES]) {
    snprintf(path, PATH_BYTES, "/tmp/stipple-test-os-XXXXXX");
    assert_non_null(mkdtemp(path));
    return path;
}

static void file_put(const char *path, const char *bytes, off_t size) {
    int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, bytes, strlen(bytes)), (ssize_t)strlen(bytes));
    if (size) assert_int_equal(ftruncate(descriptor, size), 0);
    close(descriptor);
}

static enum status read_path(struct world *world, const char *path, const char **bytes,
                             ptrdiff_t *n) {
    *bytes = NULL;
    *n     = -1;
    return os_read(path, bytes, n, &world->arena, &world->fault);
}

static void a_file_is_read_up_to_the_limit_and_not_a_byte_beyond(void **state) {
    struct world *world = *state;
    char          folder[PATH_BYTES];
    const char   *bytes;
    ptrdiff_t     n;
    folder_new(folder);
    const struct {
        const char *name;
        off_t       size;
        enum status status;
    } files[] = {{"short", 0, ST_OK},
                 {"full", LIMIT_FILE_BYTES, ST_OK},
                 {"over", (off_t)LIMIT_FILE_BYTES + 1, ST_LIMIT},
                 {"sparse", SPARSE_BYTES, ST_LIMIT}};
    for (int i = 0; i < 4; i++) {
        const char *path = path_of(world, folder, files[i].name);
        file_put(path, "ab\n", files[i].size);
        assert_int_equal(read_path(world, path, &bytes, &n), files[i].status);
        unlink(path);
        if (files[i].status != ST_OK) {
            assert_non_null(strstr(world->fault.text, "; allowed: at most "));
            assert_true(text_starts(world->fault.text, path));
            continue;
        }
        assert_int_equal(n, files[i].size ? files[i].size : 3);
        assert_memory_equal(bytes, "ab\n", 3);
        assert_int_equal(bytes[n], 0);
    }
    rmdir(folder);
}

static void what_has_no_size_is_read_to_its_end_or_to_the_limit(void **state) {
    struct world *world = *state;
    const char   *bytes;
    ptrdiff_t     n;
    assert_int_equal(read_path(world, "/dev/null", &bytes, &n), ST_OK);
    assert_int_equal(n, 0);
    assert_string_equal(bytes, "");
    assert_int_equal(read_path(world, "/dev/zero", &bytes, &n), ST_LIMIT);
    assert_int_equal(read_path(world, "/proc/self/stat", &bytes, &n), ST_OK);
    assert_true(n > 10);
}

static void what_is_no_file_that_can_be_read_is_refused(void **state) {
    struct world *world = *state;
    char          folder[PATH_BYTES];
    const char   *bytes;
    ptrdiff_t     n;
    folder_new(folder);
    const char *file = path_of(world, folder, "a");
    file_put(file, "x", 0);
    const char *paths[] = {folder, path_of(world, folder, "missing"), path_of(world, file, "b"),
                           ""};
    for (int i = 0; i < 4; i++) {
        assert_int_equal(read_path(world, paths[i], &bytes, &n), ST_IO);
        assert_true(text_starts(world->fault.text, paths[i]));
        assert_non_null(strstr(world->fault.text, "; allowed: "));
        assert_null(bytes);
    }
    unlink(file);
    rmdir(folder);
}

static void within_a_folder_only_its_own_regular_files_are_read(void **state) {
    struct world *world = *state;
    char          folder[PATH_BYTES];
    const char   *bytes = NULL;
    ptrdiff_t     n     = -1;
    folder_new(folder);
    file_put(path_of(world, folder, "a"), "own", 0);
    assert_int_equal(symlink("a", path_of(world, folder, "link")), 0);
    assert_int_equal(mkdir(path_of(world, folder, "sub"), 0700), 0);
    assert_int_equal(mkfifo(path_of(world, folder, "pipe"), 0600), 0);
    assert_int_equal(os_read_within(folder, "a", &bytes, &n, &world->arena, &world->fault), ST_OK);
    assert_string_equal(bytes, "own");
    assert_int_equal(n, 3);
    const char *const names[] = {"link", "sub", "pipe", "missing"};
    for (int i = 0; i < 4; i++) {
        assert_int_equal(os_read_within(folder, names[i], &bytes, &n, &world->arena, &world->fault),
                         ST_IO);
        assert_true(text_starts(world->fault.text, names[i]));
        if (i < 3) assert_int_equal(remove(path_of(world, folder, names[i])), 0);
    }
    const char *file = path_of(world, folder, "a");
    assert_int_equal(os_read_within(file, "a", &bytes, &n, &world->arena, &world->fault), ST_IO);
    unlink(file);
    rmdir(folder);
}

static void memory_that_a_file_did_not_need_is_given_back(void **state) {
    struct world *world = *state;
    const char   *bytes;
    ptrdiff_t     n;
    const char   *before = world->arena.at;
    assert_int_equal(read_path(world, "/dev/null", &bytes, &n), ST_OK);
    assert_true(world->arena.at - before < 64);
}

static void what_cannot_be_written_is_said(void **state) {
    struct world *world = *state;
    int           full  = open("/dev/full", O_WRONLY | O_CLOEXEC);
    assert_true(full >= 0);
    assert_int_equal(os_write(full, "abc", 3, "output", &world->fault), ST_IO);
    assert_true(text_starts(world->fault.text, "output: "));
    assert_non_null(strstr(world->fault.text, "; allowed: "));
    close(full);
    assert_int_equal(os_write(full, "abc", 3, "output", &world->fault), ST_IO);
    assert_int_equal(os_write(full, "", 0, "output", &world->fault), ST_OK);
}

// The folder's only file is `name`, and it holds `wanted`.
static void assert_only(struct world *world, const char *folder, const char *name,
                        const char *wanted) {
    const char **found, *bytes;
    int          n    = -1;
    ptrdiff_t    size = -1;
    const char  *hides =
        path_of(world, folder, arena_format(&world->arena, ".stipple-%ld-0", (long)getpid()));
    assert_int_equal(os_list(folder, &found, &n, &world->arena, &world->fault), ST_OK);
    assert_int_equal(n, 1);
    assert_string_equal(found[0], name);
    assert_false(os_exists(hides));
    assert_int_equal(read_path(world, path_of(world, folder, name), &bytes, &size), ST_OK);
    assert_string_equal(bytes, wanted);
}

static void a_file_is_replaced_whole_and_keeps_its_permissions(void **state) {
    struct world *world = *state;
    struct stat   about;
    char          folder[PATH_BYTES];
    folder_new(folder);
    const char *path = path_of(world, folder, "page.html");
    const char *link = arena_format(&world->arena, "%s-link", folder);
    assert_int_equal(os_replace(path, "first, and long", 15, &world->fault), ST_OK);
    assert_only(world, folder, "page.html", "first, and long");
    assert_int_equal(chmod(path, 0640), 0);
    assert_int_equal(os_replace(path, "second", 6, &world->fault), ST_OK);
    assert_only(world, folder, "page.html", "second");
    assert_int_equal(stat(path, &about), 0);
    assert_int_equal(about.st_mode & 07777, 0640);
    assert_int_equal(symlink(path, link), 0);
    assert_int_equal(os_replace(link, "third", 5, &world->fault), ST_OK);
    assert_only(world, folder, "page.html", "third");
    assert_int_equal(lstat(link, &about), 0);
    assert_true(S_ISLNK(about.st_mode));
    unlink(link);
    unlink(path);
    rmdir(folder);
}

static void what_cannot_be_replaced_stays_and_nothing_is_left(void **state) {
    struct world *world = *state;
    char          folder[PATH_BYTES];
    folder_new(folder);
    const char *old     = path_of(world, folder, "old");
    const char *paths[] = {folder, path_of(world, folder, "missing/page.html"),
                           path_of(world, old, "page.html"), "/dev/null", ""};
    file_put(old, "old", 0);
    for (int i = 0; i < 5; i++) {
        assert_int_equal(os_replace(paths[i], "new", 3, &world->fault), ST_IO);
        assert_true(text_starts(world->fault.text, paths[i]));
        assert_non_null(strstr(world->fault.text, ": cannot be written: "));
        assert_non_null(strstr(world->fault.text, "; allowed: "));
        assert_only(world, folder, "old", "old");
    }
    unlink(old);
    rmdir(folder);
}

// A file that may not grow beyond a few bytes stands for a disk that is full.
static void no_room_leaves_the_old_file_and_nothing_else(void **state) {
    struct world *world = *state;
    char          folder[PATH_BYTES];
    folder_new(folder);
    const char *path = path_of(world, folder, "page.html");
    file_put(path, "old", 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        const struct rlimit few = {4, 4};
        signal(SIGXFSZ, SIG_IGN);
        bool is_set = setrlimit(RLIMIT_FSIZE, &few) == 0;
        bool is_io  = os_replace(path, "too much", 8, &world->fault) == ST_IO;
        _exit(!(is_set && is_io && text_starts(world->fault.text, path)));
    }
    int ended = -1;
    assert_int_equal(waitpid(child, &ended, 0), child);
    assert_int_equal(ended, 0);
    const char *left = arena_format(&world->arena, "%s/.stipple-%ld-0", folder, (long)child);
    assert_false(os_exists(left));
    assert_only(world, folder, "page.html", "old");
    unlink(path);
    rmdir(folder);
}

static void two_names_of_one_file_are_the_same(void **state) {
    struct world *world = *state;
    char          folder[PATH_BYTES];
    folder_new(folder);
    const char *one = path_of(world, folder, "one"), *two = path_of(world, folder, "two");
    const char *link = path_of(world, folder, "link");
    file_put(one, "", 0);
    file_put(two, "", 0);
    assert_int_equal(symlink(one, link), 0);
    assert_true(os_is_same(one, one));
    assert_true(os_is_same(link, path_of(world, folder, "./one")));
    assert_false(os_is_same(one, two));
    assert_false(os_is_same(path_of(world, folder, "none"), path_of(world, folder, "none")));
    assert_false(os_is_same("-", one));
    unlink(link);
    unlink(two);
    unlink(one);
    rmdir(folder);
}

static void a_pipe_that_nobody_reads_is_said(void **state) {
    struct world *world = *state;
    int           ends[2];
    assert_int_equal(pipe(ends), 0);
    close(ends[0]);
    void (*before)(int) = signal(SIGPIPE, SIG_IGN);
    assert_int_equal(os_write(ends[1], "abc", 3, "output", &world->fault), ST_IO);
    signal(SIGPIPE, before);
    close(ends[1]);
}

// A pipe takes less than this at once, so that the write is made in several pieces.
static void everything_is_written_however_little_is_taken_at_once(void **state) {
    struct world *world = *state;
    int           ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        char *bytes = arena_alloc(&world->arena, PIPE_BYTES, 1);
        for (int i = 0; i < PIPE_BYTES; i++) bytes[i] = (char)(i % 251);
        close(ends[0]);
        _exit(os_write(ends[1], bytes, PIPE_BYTES, "pipe", &world->fault) != ST_OK);
    }
    close(ends[1]);
    unsigned char piece[777];
    int           n = 0;
    for (ssize_t got; (got = read(ends[0], piece, sizeof piece)) > 0;)
        for (ssize_t i = 0; i < got; i++, n++) assert_int_equal(piece[i], n % 251);
    close(ends[0]);
    assert_int_equal(n, PIPE_BYTES);
}

static void a_folder_lists_its_files_sorted_but_for_hidden_ones(void **state) {
    struct world            *world    = *state;
    static const char *const names[]  = {"b.yaml", "a.yaml",  "Z.yaml", "aa.yaml", ".c.yaml",
                                         "d.yml",  "e.yaml~", ".yaml",  "f.YAML",  "10.yaml"};
    static const char *const wanted[] = {"10.yaml", "Z.yaml", "a.yaml",  "aa.yaml",
                                         "b.yaml",  "d.yml",  "e.yaml~", "f.YAML"};
    char                     folder[PATH_BYTES];
    const char             **found;
    int                      n = -1;
    folder_new(folder);
    for (int i = 0; i < 10; i++) file_put(path_of(world, folder, names[i]), "", 0);
    assert_int_equal(mkdir(path_of(world, folder, "folder.yaml"), 0700), 0);
    enum status status = os_list(folder, &found, &n, &world->arena, &world->fault);
    for (int i = 0; i < 10; i++) unlink(path_of(world, folder, names[i]));
    rmdir(path_of(world, folder, "folder.yaml"));
    rmdir(folder);
    assert_int_equal(status, ST_OK);
    assert_int_equal(n, 8);
    for (int i = 0; i < n; i++) assert_string_equal(found[i], wanted[i]);
}

static void a_folder_that_is_missing_or_too_full_is_refused(void **state) {
    struct world *world = *state;
    char          folder[PATH_BYTES];
    const char  **found;
    int           n = -1;
    folder_new(folder);
    for (int i = 0; i <= LIMIT_KNOWLEDGE_FILES; i++)
        file_put(path_of(world, folder, arena_format(&world->arena, "%d.yaml", i)), "", 0);
    enum status status = os_list(folder, &found, &n, &world->arena, &world->fault);
    for (int i = 0; i <= LIMIT_KNOWLEDGE_FILES; i++)
        unlink(path_of(world, folder, arena_format(&world->arena, "%d.yaml", i)));
    rmdir(folder);
    assert_int_equal(status, ST_LIMIT);
    assert_int_equal(os_list(folder, &found, &n, &world->arena, &world->fault), ST_IO);
    assert_true(text_starts(world->fault.text, folder));
}

static void the_day_can_be_frozen_and_an_empty_variable_is_none(void **state) {
    (void)state;
    setenv("STIPPLE_TODAY", "2026-03-02", 1);
    assert_int_equal(os_today(), date_of(2026, 3, 2));
    setenv("STIPPLE_TODAY", "2026-02-30", 1);
    assert_true(os_today() != 0);
    setenv("STIPPLE_TODAY", "", 1);
    assert_null(os_environment("STIPPLE_TODAY"));
    unsetenv("STIPPLE_TODAY");
    assert_null(os_environment("STIPPLE_TODAY"));
    assert_true(os_today() >= date_of(2025, 1, 1));
    assert_true(os_exists("/"));
    assert_false(os_exists("/no such folder"));
}

static void the_clock_of_durations_never_goes_back(void **state) {
    (void)state;
    int64_t last = os_now_us(), first = last;
    for (int i = 0; i < CLOCK_LOOKS || last == first; i++) {
        int64_t now = os_now_us();
        assert_true(now >= last);
        last = now;
    }
}

static void the_time_is_counted_in_milliseconds_since_1970(void **state) {
    (void)state;
    int64_t before = (int64_t)time(NULL), now = os_utc_ms(), after = (int64_t)time(NULL);
    assert_true(now / 1000 >= before - 1 && now / 1000 <= after + 1);
}

static void memory_that_is_used_is_told(void **state) {
    struct world *world  = *state;
    int64_t       before = os_resident_bytes();
    memset(arena_alloc(&world->arena, SPARSE_BYTES / 2, 1), 1, SPARSE_BYTES / 2);
    int64_t after = os_resident_bytes();
    assert_true(before > 0);
    assert_true(after - before > SPARSE_BYTES / 4 && after - before < SPARSE_BYTES);
}

static void a_held_signal_waits_until_it_is_asked_for(void **state) {
    (void)state;
    sigset_t before;
    assert_int_equal(sigprocmask(SIG_SETMASK, NULL, &before), 0);
    os_signals_hold();
    assert_false(os_signal_wait(0));
    assert_false(os_signal_wait(5));
    assert_int_equal(kill(getpid(), SIGTERM), 0);
    assert_true(os_signal_wait(-1));
    assert_int_equal(kill(getpid(), SIGINT), 0);
    assert_true(os_signal_wait(5000));
    assert_false(os_signal_wait(5));
    assert_int_equal(sigprocmask(SIG_SETMASK, &before, NULL), 0);
}

static void a_process_has_as_many_descriptors_as_it_wants_up_to_the_limit(void **state) {
    (void)state;
    pid_t child = fork();
    if (child == 0) {
        struct rlimit limit = {64, 200};
        bool          is_so = setrlimit(RLIMIT_NOFILE, &limit) == 0;
        is_so               = is_so && os_descriptors(50) == 50 && os_descriptors(128) == 128;
        is_so               = is_so && getrlimit(RLIMIT_NOFILE, &limit) == 0;
        is_so               = is_so && limit.rlim_cur == 128 && os_descriptors(1000) == 200;
        _exit(is_so ? 0 : 1);
    }
    int status = -1;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

static void there_is_a_processor(void **state) {
    (void)state;
    assert_in_range(os_cores(), 1, LIMIT_THREADS);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_WORLD(a_file_is_read_up_to_the_limit_and_not_a_byte_beyond),
        IN_WORLD(what_has_no_size_is_read_to_its_end_or_to_the_limit),
        IN_WORLD(what_is_no_file_that_can_be_read_is_refused),
        IN_WORLD(within_a_folder_only_its_own_regular_files_are_read),
        IN_WORLD(memory_that_a_file_did_not_need_is_given_back),
        IN_WORLD(what_cannot_be_written_is_said),
        IN_WORLD(a_file_is_replaced_whole_and_keeps_its_permissions),
        IN_WORLD(what_cannot_be_replaced_stays_and_nothing_is_left),
        IN_WORLD(no_room_leaves_the_old_file_and_nothing_else),
        IN_WORLD(two_names_of_one_file_are_the_same),
        IN_WORLD(a_pipe_that_nobody_reads_is_said),
        IN_WORLD(everything_is_written_however_little_is_taken_at_once),
        IN_WORLD(a_folder_lists_its_files_sorted_but_for_hidden_ones),
        IN_WORLD(a_folder_that_is_missing_or_too_full_is_refused),
        IN_WORLD(the_day_can_be_frozen_and_an_empty_variable_is_none),
        IN_WORLD(memory_that_is_used_is_told),
        cmocka_unit_test(a_held_signal_waits_until_it_is_asked_for),
        cmocka_unit_test(a_process_has_as_many_descriptors_as_it_wants_up_to_the_limit),
        cmocka_unit_test(there_is_a_processor),
        cmocka_unit_test(the_clock_of_durations_never_goes_back),
        cmocka_unit_test(the_time_is_counted_in_milliseconds_since_1970),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
