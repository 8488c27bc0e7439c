/* Stops this process, or lets its disk fail, at the n-th call that changes a file below a folder; or holds it at each.

   Loaded before the C library (LD_PRELOAD), so that SQLite's own calls are seen, too. Until `stopping_arm` is called
   it passes everything on. What counts: writes to regular files, syncs, truncations, renames, links, removals and new
   folders. Calls of other threads count as they come. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { KILL = 1, TEAR = 2, FAIL = 3, HOLD = 4 };

static char folder[PATH_MAX];
static size_t folder_length;
static long stop_at, calls_failing;
static int how, error_number;
static atomic_long seen;
static char kinds[1 << 16]; /* of each call in turn: w writes, o others */

void stopping_arm(const char *below, long at, int kind, int error, long failing) {
  snprintf(folder, sizeof folder, "%s", below);
  stop_at = at, how = kind, error_number = error, calls_failing = failing;
  atomic_store(&seen, 0);
  memset(kinds, 0, sizeof kinds);
  folder_length = strlen(folder);
}

void stopping_disarm(void) { folder_length = 0; }

long stopping_seen(void) { return atomic_load(&seen); }

const char *stopping_kinds(void) { return kinds; }

static int below(const char *path) {
  return folder_length && !strncmp(path, folder, folder_length) &&
         (path[folder_length] == '/' || path[folder_length] == 0);
}

static int of_descriptor(int descriptor) {
  struct stat about;
  char name[64], path[PATH_MAX];
  if (!folder_length || fstat(descriptor, &about) || !(S_ISREG(about.st_mode) || S_ISDIR(about.st_mode))) return 0;
  snprintf(name, sizeof name, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(name, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return below(path);
}

static int of_path(int place, const char *path) {
  char here[PATH_MAX];
  if (!folder_length || !path) return 0;
  if (path[0] == '/') return below(path);
  if (place != AT_FDCWD) return of_descriptor(place);
  return getcwd(here, sizeof here) && below(here);
}

/* 0: go on; 1: the call is to fail; 2: half of what it writes is to be written, then comes the end. */
static int point(const char *name) {
  long number = atomic_fetch_add(&seen, 1) + 1;
  if (number < (long)sizeof kinds) kinds[number - 1] = strstr(name, "write") ? 'w' : 'o';
  if (how == HOLD) raise(SIGSTOP); /* the whole process, until it is told to go on */
  if (how == HOLD || !stop_at || number < stop_at) return 0;
  if (how == KILL) raise(SIGKILL);
  if (how == TEAR && number == stop_at) return 2;
  if (how == FAIL && (calls_failing < 0 || number < stop_at + calls_failing)) {
    errno = error_number;
    return 1;
  }
  return 0;
}

#define NEXT(name) \
  static __typeof__(&name) next; \
  if (!next) next = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

#define WRITING(name, arguments, values, halved) \
  ssize_t name arguments { \
    NEXT(name); \
    int what = of_descriptor(descriptor) ? point(#name) : 0; \
    if (what == 1) return -1; \
    if (what == 2) { \
      ssize_t done = next halved; \
      (void)done; \
      raise(SIGKILL); \
    } \
    return next values; \
  }

WRITING(write, (int descriptor, const void *bytes, size_t count), (descriptor, bytes, count),
        (descriptor, bytes, count / 2))
WRITING(pwrite, (int descriptor, const void *bytes, size_t count, off_t at), (descriptor, bytes, count, at),
        (descriptor, bytes, count / 2, at))
WRITING(pwrite64, (int descriptor, const void *bytes, size_t count, off64_t at), (descriptor, bytes, count, at),
        (descriptor, bytes, count / 2, at))
WRITING(writev, (int descriptor, const struct iovec *parts, int count), (descriptor, parts, count),
        (descriptor, parts, count / 2))

/* A call that is whole or not at all: torn means killed before it. */
#define WHOLE(result, name, arguments, values, counts) \
  result name arguments { \
    NEXT(name); \
    int what = (counts) ? point(#name) : 0; \
    if (what == 1) return -1; \
    if (what == 2) raise(SIGKILL); \
    return next values; \
  }

WHOLE(ssize_t, copy_file_range, (int from, off64_t *a, int to, off64_t *b, size_t count, unsigned flags),
      (from, a, to, b, count, flags), of_descriptor(to))
WHOLE(ssize_t, sendfile, (int to, int from, off_t *at, size_t count), (to, from, at, count), of_descriptor(to))
WHOLE(ssize_t, sendfile64, (int to, int from, off64_t *at, size_t count), (to, from, at, count), of_descriptor(to))
WHOLE(int, fsync, (int descriptor), (descriptor), of_descriptor(descriptor))
WHOLE(int, fdatasync, (int descriptor), (descriptor), of_descriptor(descriptor))
WHOLE(int, ftruncate, (int descriptor, off_t size), (descriptor, size), of_descriptor(descriptor))
WHOLE(int, ftruncate64, (int descriptor, off64_t size), (descriptor, size), of_descriptor(descriptor))
WHOLE(int, rename, (const char *from, const char *to), (from, to), of_path(AT_FDCWD, to))
WHOLE(int, renameat, (int a, const char *from, int b, const char *to), (a, from, b, to), of_path(b, to))
WHOLE(int, link, (const char *from, const char *to), (from, to), of_path(AT_FDCWD, to))
WHOLE(int, symlink, (const char *from, const char *to), (from, to), of_path(AT_FDCWD, to))
WHOLE(int, unlink, (const char *path), (path), of_path(AT_FDCWD, path))
WHOLE(int, unlinkat, (int place, const char *path, int flags), (place, path, flags), of_path(place, path))
WHOLE(int, rmdir, (const char *path), (path), of_path(AT_FDCWD, path))
WHOLE(int, mkdir, (const char *path, mode_t mode), (path, mode), of_path(AT_FDCWD, path))
WHOLE(int, chmod, (const char *path, mode_t mode), (path, mode), of_path(AT_FDCWD, path))
