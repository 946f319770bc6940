/* Preloaded into a child of the tests: it watches the calls on files below one folder, and on
 * request fails, stops or writes down the Nth of them. Compiled by preload.py with
 * gcc -shared -fPIC; ctypes calls what begins with fault_.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { OPENS = 1, READS = 2, WRITES = 4, SYNCS = 8, CUTS = 16, NAMES = 32 };
enum { MOST_HANDLES = 4096 };

static char folder[PATH_MAX];
static size_t folder_length;
static char followed[MOST_HANDLES];
static long seen, nth, kill_at;
static int kinds, code, sticky, torn, log_handle = -1;
static pthread_mutex_t one_at_a_time = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;

#define REAL(type, name, ...)                                                                      \
    static type (*real)(__VA_ARGS__);                                                              \
    if (!real) real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

/* --- what the child asks for -------------------------------------------------------------- */

void fault_watch(const char *path) {
    snprintf(folder, sizeof folder, "%s", path);
    folder_length = strlen(folder);
    seen = 0;
}

/* Fail the Nth call of these kinds with this code: once, or it and all that follow. A torn write
 * puts half of its bytes on the disk before it fails. */
void fault_fail(int of_kinds, long at, int with_code, int for_ever, int half) {
    kinds = of_kinds, nth = at, code = with_code, sticky = for_ever, torn = half;
    seen = 0;
}

/* End the process, as kill -9 does, before the Nth call that changes something. */
void fault_kill(long at) {
    kill_at = at, kinds = 0;
    seen = 0;
}

void fault_off(void) { kinds = 0, kill_at = 0; }

long fault_seen(void) { return seen; }

static ssize_t put(const void *bytes, size_t length) {
    REAL(ssize_t, "write", int, const void *, size_t);
    return real(log_handle, bytes, length);
}

static void record(char kind, int handle, int64_t at, const void *one, size_t one_length,
                   const void *two, size_t two_length) {
    if (log_handle < 0) return;
    struct __attribute__((packed)) {
        char kind;
        int32_t handle;
        int64_t at;
        int32_t one, two;
    } head = {kind, handle, at, (int32_t)one_length, (int32_t)two_length};
    int before = errno;
    put(&head, sizeof head);
    if (one_length) put(one, one_length);
    if (two_length) put(two, two_length);
    errno = before;
}

void fault_log(const char *path) {
    REAL(int, "open", const char *, int, ...);
    log_handle = real(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

/* Write down what the child has just acknowledged. */
void fault_mark(const char *words) {
    pthread_mutex_lock(&one_at_a_time);
    record('M', 0, 0, words, strlen(words), NULL, 0);
    pthread_mutex_unlock(&one_at_a_time);
}

/* --- which calls are meant ---------------------------------------------------------------- */

static int is_inside(const char *path) {
    return folder_length && path && strncmp(path, folder, folder_length) == 0;
}

static int is_followed(int handle) {
    return handle >= 0 && handle < MOST_HANDLES && followed[handle];
}

static const char *whole(int at, const char *path, char *into) {
    if (!path || path[0] == '/' || !folder_length) return path;
    char link[64];
    ssize_t length = 0;
    if (at == AT_FDCWD) {
        if (getcwd(into, PATH_MAX)) length = (ssize_t)strlen(into);
    } else {
        snprintf(link, sizeof link, "/proc/self/fd/%d", at);
        length = readlink(link, into, PATH_MAX - 1);
    }
    if (length <= 0) return path;
    snprintf(into + length, (size_t)(PATH_MAX - length), "/%s", path);
    return into;
}

/* Whether this call is to fail. Does not come back where the process was to end. */
static int fails(int kind) {
    if (kill_at && kind != READS && ++seen == kill_at) kill(getpid(), SIGKILL);
    if (!(kinds & kind)) return 0;
    seen++;
    if (nth && (seen == nth || (sticky && seen > nth))) {
        errno = code;
        return 1;
    }
    return 0;
}

#define LOCKED(type, body)                                                                         \
    pthread_mutex_lock(&one_at_a_time);                                                            \
    type result = body;                                                                            \
    pthread_mutex_unlock(&one_at_a_time);                                                          \
    return result

/* --- the calls ---------------------------------------------------------------------------- */

static int after_open(int handle, int flags, const char *path) {
    if (handle >= 0 && handle < MOST_HANDLES) {
        followed[handle] = 1;
        record('O', handle, flags, path, strlen(path), NULL, 0);
    }
    return handle;
}

static int opened(int at, const char *given, int flags, mode_t mode) {
    REAL(int, "openat", int, const char *, int, ...);
    char place[PATH_MAX];
    const char *path = whole(at, given, place);
    if (!is_inside(path)) {
        int handle = real(at, given, flags, mode);
        if (handle >= 0 && handle < MOST_HANDLES) followed[handle] = 0;
        return handle;
    }
    LOCKED(int, fails(OPENS) ? -1 : after_open(real(at, given, flags, mode), flags, path));
}

#define MODE_OF(flags)                                                                             \
    mode_t mode = 0;                                                                               \
    if ((flags) & (O_CREAT | O_TMPFILE)) {                                                         \
        va_list more;                                                                              \
        va_start(more, flags);                                                                     \
        mode = (mode_t)va_arg(more, int);                                                          \
        va_end(more);                                                                              \
    }

int open(const char *path, int flags, ...) { MODE_OF(flags) return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE_OF(flags) return opened(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE_OF(flags) return opened(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE_OF(flags) return opened(at, path, flags, mode); }
int creat(const char *path, mode_t mode) { return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

int close(int handle) {
    REAL(int, "close", int);
    if (!is_followed(handle)) return real(handle);
    pthread_mutex_lock(&one_at_a_time);
    followed[handle] = 0;
    record('C', handle, 0, NULL, 0, NULL, 0);
    int done = real(handle);
    pthread_mutex_unlock(&one_at_a_time);
    return done;
}

static ssize_t after_write(ssize_t done, int handle, off_t at, const void *bytes) {
    if (done > 0) record('W', handle, at, bytes, (size_t)done, NULL, 0);
    return done;
}

static ssize_t written(int handle, const void *bytes, size_t length, off_t at) {
    REAL(ssize_t, "pwrite64", int, const void *, size_t, off_t);
    return after_write(real(handle, bytes, length, at), handle, at, bytes);
}

static int half_written(int handle, const void *bytes, size_t length, off_t at) {
    int before = errno;
    if (torn && length > 1) written(handle, bytes, length / 2, at);
    errno = before;
    return -1;
}

ssize_t pwrite(int handle, const void *bytes, size_t length, off_t at) {
    REAL(ssize_t, "pwrite64", int, const void *, size_t, off_t);
    if (!is_followed(handle)) return real(handle, bytes, length, at);
    LOCKED(ssize_t, fails(WRITES) ? half_written(handle, bytes, length, at)
                                  : written(handle, bytes, length, at));
}
ssize_t pwrite64(int handle, const void *bytes, size_t length, off_t at) { return pwrite(handle, bytes, length, at); }

ssize_t write(int handle, const void *bytes, size_t length) {
    REAL(ssize_t, "write", int, const void *, size_t);
    if (!is_followed(handle)) return real(handle, bytes, length);
    off_t at = lseek(handle, 0, SEEK_CUR);
    LOCKED(ssize_t, fails(WRITES) ? half_written(handle, bytes, length, at)
                                  : after_write(real(handle, bytes, length), handle, at, bytes));
}

ssize_t pread(int handle, void *bytes, size_t length, off_t at) {
    REAL(ssize_t, "pread64", int, void *, size_t, off_t);
    if (!is_followed(handle)) return real(handle, bytes, length, at);
    LOCKED(ssize_t, fails(READS) ? -1 : real(handle, bytes, length, at));
}
ssize_t pread64(int handle, void *bytes, size_t length, off_t at) { return pread(handle, bytes, length, at); }

ssize_t read(int handle, void *bytes, size_t length) {
    REAL(ssize_t, "read", int, void *, size_t);
    if (!is_followed(handle)) return real(handle, bytes, length);
    LOCKED(ssize_t, fails(READS) ? -1 : real(handle, bytes, length));
}

/* Bytes that go from file to file inside the system would not be seen: let them be written. */
ssize_t sendfile(int to, int from, off_t *at, size_t length) {
    REAL(ssize_t, "sendfile", int, int, off_t *, size_t);
    if (!is_followed(to)) return real(to, from, at, length);
    errno = EINVAL;
    return -1;
}
ssize_t sendfile64(int to, int from, off_t *at, size_t length) { return sendfile(to, from, at, length); }

ssize_t copy_file_range(int from, off_t *from_at, int to, off_t *to_at, size_t length, unsigned flags) {
    REAL(ssize_t, "copy_file_range", int, off_t *, int, off_t *, size_t, unsigned);
    if (!is_followed(to)) return real(from, from_at, to, to_at, length, flags);
    errno = EINVAL;
    return -1;
}

static int synced(int done, int handle) {
    if (!done) record('S', handle, 0, NULL, 0, NULL, 0);
    return done;
}

int fsync(int handle) {
    REAL(int, "fsync", int);
    if (!is_followed(handle)) return real(handle);
    LOCKED(int, fails(SYNCS) ? -1 : synced(real(handle), handle));
}

int fdatasync(int handle) {
    REAL(int, "fdatasync", int);
    if (!is_followed(handle)) return real(handle);
    LOCKED(int, fails(SYNCS) ? -1 : synced(real(handle), handle));
}

static int cut(int done, int handle, off_t length) {
    if (!done) record('T', handle, length, NULL, 0, NULL, 0);
    return done;
}

int ftruncate(int handle, off_t length) {
    REAL(int, "ftruncate64", int, off_t);
    if (!is_followed(handle)) return real(handle, length);
    LOCKED(int, fails(CUTS) ? -1 : cut(real(handle, length), handle, length));
}
int ftruncate64(int handle, off_t length) { return ftruncate(handle, length); }

static int grown(int done, int handle, off_t at, off_t length) {
    struct stat now;
    if (!done && !fstat(handle, &now)) record('T', handle, now.st_size, NULL, 0, NULL, 0);
    (void)at, (void)length;
    return done;
}

int posix_fallocate(int handle, off_t at, off_t length) {
    REAL(int, "posix_fallocate64", int, off_t, off_t);
    if (!is_followed(handle)) return real(handle, at, length);
    LOCKED(int, fails(WRITES) ? errno : grown(real(handle, at, length), handle, at, length));
}
int posix_fallocate64(int handle, off_t at, off_t length) { return posix_fallocate(handle, at, length); }

static int named(int done, char kind, const char *one, const char *two) {
    if (!done) record(kind, 0, 0, one, strlen(one), two, two ? strlen(two) : 0);
    return done;
}

int renameat(int from_at, const char *from, int to_at, const char *to) {
    REAL(int, "renameat", int, const char *, int, const char *);
    char first[PATH_MAX], second[PATH_MAX];
    const char *one = whole(from_at, from, first), *two = whole(to_at, to, second);
    if (!is_inside(one) && !is_inside(two)) return real(from_at, from, to_at, to);
    LOCKED(int, fails(NAMES) ? -1 : named(real(from_at, from, to_at, to), 'R', one, two));
}
int rename(const char *from, const char *to) { return renameat(AT_FDCWD, from, AT_FDCWD, to); }

int linkat(int from_at, const char *from, int to_at, const char *to, int flags) {
    REAL(int, "linkat", int, const char *, int, const char *, int);
    char first[PATH_MAX], second[PATH_MAX];
    const char *one = whole(from_at, from, first), *two = whole(to_at, to, second);
    if (!is_inside(two)) return real(from_at, from, to_at, to, flags);
    LOCKED(int, fails(NAMES) ? -1 : named(real(from_at, from, to_at, to, flags), 'L', one, two));
}
int link(const char *from, const char *to) { return linkat(AT_FDCWD, from, AT_FDCWD, to, 0); }

int unlinkat(int at, const char *path, int flags) {
    REAL(int, "unlinkat", int, const char *, int);
    char place[PATH_MAX];
    const char *one = whole(at, path, place);
    if (!is_inside(one)) return real(at, path, flags);
    LOCKED(int, fails(NAMES) ? -1 : named(real(at, path, flags), 'U', one, NULL));
}
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }

int mkdirat(int at, const char *path, mode_t mode) {
    REAL(int, "mkdirat", int, const char *, mode_t);
    char place[PATH_MAX];
    const char *one = whole(at, path, place);
    if (!is_inside(one)) return real(at, path, mode);
    LOCKED(int, fails(NAMES) ? -1 : named(real(at, path, mode), 'D', one, NULL));
}
int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }
