// SPDX-License-Identifier: Apache-2.0
#include "base/os.h"

#include "base/text.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    REPLACE_TRIES = 100,
    STATM_BYTES   = 128,
    NS_PER_US     = 1000,
    NS_PER_MS     = 1000000,
    NS_PER_S      = 1000000000
};

static enum status io_fault(struct fault *fault, const char *path, const char *what) {
    return fault_at(fault, ST_IO, "%s: file: %s: %s; allowed: a file that can be read", path,
                    strerror(errno), what);
}

// `most`: bytes after which it is too large.
static enum status read_all(int descriptor, ptrdiff_t most, const char *path, const char **bytes,
                            ptrdiff_t *n, struct arena *arena, struct fault *fault) {
    char     *data = arena_alloc(arena, most + 2, 1);
    ptrdiff_t size = 0;
    while (size <= most) {
        ssize_t got = read(descriptor, data + size, (size_t)(most + 1 - size));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return io_fault(fault, path, "cannot be read");
        if (got == 0) break;
        size += got;
    }
    if (size > most)
        return fault_at(fault, ST_LIMIT, "%s: file: %s: is too large; allowed: at most %d bytes",
                        path, "more bytes", LIMIT_FILE_BYTES);
    data[size] = 0;
    arena->at  = data + size + 1;   // gives back what the file did not need
    *bytes     = data;
    *n         = size;
    return ST_OK;
}

// What was opened, and is closed here.
static enum status read_open(int descriptor, bool must_be_regular, const char *path,
                             const char **bytes, ptrdiff_t *n, struct arena *arena,
                             struct fault *fault) {
    if (descriptor < 0) return io_fault(fault, path, "cannot be opened");
    struct stat about;
    enum status status = ST_OK;
    if (fstat(descriptor, &about) != 0) status = io_fault(fault, path, "cannot be read");
    else if (S_ISDIR(about.st_mode) || (must_be_regular && !S_ISREG(about.st_mode))) {
        errno  = S_ISDIR(about.st_mode) ? EISDIR : EINVAL;
        status = io_fault(fault, path, "cannot be read");
    } else if (S_ISREG(about.st_mode) && about.st_size > LIMIT_FILE_BYTES)
        status = fault_at(fault, ST_LIMIT,
                          "%s: file: %lld bytes: is too large; allowed: at most %d bytes", path,
                          (long long)about.st_size, LIMIT_FILE_BYTES);
    // A regular file is read at its size; one that grows meanwhile is cut off as too large.
    ptrdiff_t most = S_ISREG(about.st_mode) && about.st_size > 0 ? about.st_size : LIMIT_FILE_BYTES;
    if (status == ST_OK) status = read_all(descriptor, most, path, bytes, n, arena, fault);
    close(descriptor);
    return status;
}

enum status os_read(const char *path, const char **bytes, ptrdiff_t *n, struct arena *arena,
                    struct fault *fault) {
    if (text_equal(path, "-"))
        return read_all(0, LIMIT_FILE_BYTES, "standard input", bytes, n, arena, fault);
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    return read_open(descriptor, false, path, bytes, n, arena, fault);
}

// Without O_NONBLOCK a pipe of that name would hold up whoever asks for it.
enum status os_read_within(const char *folder, const char *name, const char **bytes, ptrdiff_t *n,
                           struct arena *arena, struct fault *fault) {
    assert(*name && !strchr(name, '/') && !text_equal(name, ".."));
    int inside = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (inside < 0) return io_fault(fault, folder, "cannot be opened");
    int descriptor =
        openat(inside, name, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NOFOLLOW | O_NONBLOCK);
    enum status status = read_open(descriptor, true, name, bytes, n, arena, fault);
    close(inside);
    return status;
}

enum status os_write(int descriptor, const char *bytes, ptrdiff_t n, const char *name,
                     struct fault *fault) {
    while (n > 0) {
        ssize_t put = write(descriptor, bytes, (size_t)n);
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0)
            return fault_at(fault, ST_IO, "%s: cannot be written: %s; allowed: a place with room",
                            name, strerror(errno));
        bytes += put;
        n -= put;
    }
    return ST_OK;
}

static enum status replace_fault(struct fault *fault, const char *path, const char *why) {
    return fault_at(fault, ST_IO,
                    "%s: cannot be written: %s; allowed: a file, new or old, in a folder with room",
                    path, why);
}

// A new file in the folder of `path`, under a name that nothing has. Its descriptor, or -1.
static int beside(const char *path, char name[PATH_MAX]) {
    const char *slash = strrchr(path, '/');
    int         n     = slash ? (int)(slash - path) + 1 : 0;
    for (int i = 0; i < REPLACE_TRIES; i++) {
        int length = snprintf(name, PATH_MAX, "%.*s.stipple-%ld-%d", n, path, (long)getpid(), i);
        if (length >= PATH_MAX) {
            errno = ENAMETOOLONG;
            return -1;
        }
        int descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor >= 0 || errno != EEXIST) return descriptor;
    }
    return -1;
}

enum status os_replace(const char *path, const char *bytes, ptrdiff_t n, struct fault *fault) {
    // Where it will stand: behind a link, the file that the link leads to.
    char        real[PATH_MAX], name[PATH_MAX];
    struct stat old;
    bool        has_old = stat(path, &old) == 0;
    if (!has_old && errno != ENOENT) return replace_fault(fault, path, strerror(errno));
    if (has_old && S_ISDIR(old.st_mode)) return replace_fault(fault, path, strerror(EISDIR));
    if (has_old && !S_ISREG(old.st_mode)) return replace_fault(fault, path, "not a regular file");
    const char *target = has_old ? realpath(path, real) : path;
    int new            = target ? beside(target, name) : -1;
    if (new < 0) return replace_fault(fault, path, strerror(errno));

    // The new file is complete on disk before it takes the place of the old one.
    enum status status = os_write(new, bytes, n, path, fault);
    bool        is_put = status == ST_OK && fsync(new) == 0;
    if (has_old) is_put = is_put && fchmod(new, old.st_mode & 07777) == 0;
    if (status == ST_OK && !is_put) status = replace_fault(fault, path, strerror(errno));
    close(new);
    if (status == ST_OK && rename(name, target) != 0)
        status = replace_fault(fault, path, strerror(errno));
    if (status != ST_OK) unlink(name);
    return status;
}

static bool stat_of(const char *path, struct stat *about) {
    return (text_equal(path, "-") ? fstat(0, about) : stat(path, about)) == 0;
}

bool os_is_same(const char *one, const char *other) {
    struct stat a, b;
    return stat_of(one, &a) && stat_of(other, &b) && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

void os_pipes_fail(void) { signal(SIGPIPE, SIG_IGN); }

int os_descriptors(int n) {
    struct rlimit limit;
    rlim_t        wanted = (rlim_t)n;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 0;
    if (limit.rlim_cur < wanted) {
        limit.rlim_cur = limit.rlim_max < wanted ? limit.rlim_max : wanted;
        if (setrlimit(RLIMIT_NOFILE, &limit) != 0 || getrlimit(RLIMIT_NOFILE, &limit) != 0)
            return 0;
    }
    return limit.rlim_cur < wanted ? (int)limit.rlim_cur : n;
}

static sigset_t ending_signals(void) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    return set;
}

void os_signals_hold(void) {
    sigset_t set = ending_signals();
    sigprocmask(SIG_BLOCK, &set, NULL);
}

bool os_signal_wait(int ms) {
    sigset_t        set   = ending_signals();
    int64_t         until = os_now_us() + (int64_t)ms * 1000;
    struct timespec left  = {0};
    while (ms >= 0) {
        int64_t us   = until - os_now_us();
        left.tv_sec  = us > 0 ? us / 1000000 : 0;
        left.tv_nsec = us > 0 ? us % 1000000 * 1000 : 0;
        if (sigtimedwait(&set, NULL, &left) > 0) return true;
        if (errno != EINTR || us <= 0) return false;
    }
    while (sigwaitinfo(&set, NULL) < 0 && errno == EINTR) {
    }
    return true;
}

void os_streams_hold(void) {
    static const int modes[] = {O_RDONLY, O_RDONLY, O_WRONLY};   // output cannot be written to
    for (int i = 0; i < 3; i++) {
        if (fcntl(i, F_GETFD) >= 0 || errno != EBADF) continue;
        // The lowest that is free, which is this one.
        int taken = open("/dev/null", modes[i] | O_CLOEXEC);
        if (taken > i) close(taken);
    }
}

static int by_name(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool is_file(DIR *folder, const char *name) {
    struct stat about;
    return fstatat(dirfd(folder), name, &about, 0) == 0 && S_ISREG(about.st_mode);
}

enum status os_list(const char *path, const char ***names, int *n, struct arena *arena,
                    struct fault *fault) {
    DIR *folder = opendir(path);
    if (!folder)
        return fault_at(fault, ST_IO,
                        "%s: folder: %s: cannot be opened; allowed: a folder that can be read",
                        path, strerror(errno));
    *names             = ARENA_NEW(arena, const char *, LIMIT_KNOWLEDGE_FILES);
    *n                 = 0;
    enum status status = ST_OK;
    for (struct dirent *entry; status == ST_OK && (entry = readdir(folder));) {
        size_t length = strlen(entry->d_name);
        if (entry->d_name[0] == '.' || !is_file(folder, entry->d_name)) continue;
        if (*n == LIMIT_KNOWLEDGE_FILES)
            status = fault_at(fault, ST_LIMIT, "%s: too many files; allowed: %d", path,
                              LIMIT_KNOWLEDGE_FILES);
        else (*names)[(*n)++] = arena_text(arena, entry->d_name, (ptrdiff_t)length);
    }
    closedir(folder);
    qsort(*names, (size_t)*n, sizeof **names, by_name);
    return status;
}

bool os_exists(const char *path) { return access(path, F_OK) == 0; }

bool os_is_folder(const char *path) {
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

date_day os_today(void) {
    const char *frozen = os_environment("STIPPLE_TODAY");
    if (frozen && date_parse(frozen)) return date_parse(frozen);
    time_t    now = time(NULL);
    struct tm local;
    localtime_r(&now, &local);
    return date_of(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

static int64_t now_ns(clockid_t clock) {
    struct timespec now = {0};
    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * NS_PER_S + now.tv_nsec;
}

int64_t os_now_us(void) { return now_ns(CLOCK_MONOTONIC) / NS_PER_US; }

int64_t os_utc_ms(void) { return now_ns(CLOCK_REALTIME) / NS_PER_MS; }

// The system tells pages: all, resident, shared, ...
int64_t os_resident_bytes(void) {
    char text[STATM_BYTES] = "";
    int  descriptor        = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return 0;
    ssize_t n = read(descriptor, text, sizeof text - 1);
    close(descriptor);
    const char *second = n > 0 ? strchr(text, ' ') : NULL;
    return second ? strtoll(second, NULL, 10) * sysconf(_SC_PAGESIZE) : 0;
}

int os_cores(void) {
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n < 1 ? 1 : n > LIMIT_THREADS ? LIMIT_THREADS : (int)n;
}

const char *os_environment(const char *name) {
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

bool os_is_terminal(int descriptor) { return isatty(descriptor) == 1; }

int os_columns(int descriptor) {
    struct winsize size;
    return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}
