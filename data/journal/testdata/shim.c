/* Stands between the journal and the disk, for the tests: it notes each sync in
   the file SHIM_LOG, and lets the SHIM_FAIL_AT-th write or sync of a journal's
   file fail with SHIM_ERRNO. Built with: cc -shared -fPIC -o shim.so shim.c -ldl */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int calls;

static int ours(int fd) {
	char link[64], path[PATH_MAX];
	snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
	ssize_t n = readlink(link, path, sizeof path - 1);
	if (n <= 0) return 0;
	path[n] = 0;
	return strstr(path, ".goldseam") != NULL;
}

static void note(const char *line) {
	const char *log = getenv("SHIM_LOG");
	if (!log) return;
	int fd = open(log, O_WRONLY | O_CREAT | O_APPEND, 0600);
	if (fd < 0) return;
	ssize_t (*put)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
	if (put) (void)!put(fd, line, strlen(line));
	close(fd);
}

static int fails(int fd) {
	const char *at = getenv("SHIM_FAIL_AT"), *code = getenv("SHIM_ERRNO");
	if (!at || !code || !ours(fd)) return 0;
	if (++calls != atoi(at)) return 0;
	note("failed\n");
	errno = atoi(code);
	return 1;
}

int fsync(int fd) {
	int (*real)(int) = dlsym(RTLD_NEXT, "fsync");
	if (fails(fd)) return -1;
	if (ours(fd)) note("sync\n");
	return real(fd);
}

int fdatasync(int fd) {
	int (*real)(int) = dlsym(RTLD_NEXT, "fdatasync");
	if (fails(fd)) return -1;
	if (ours(fd)) note("sync\n");
	return real(fd);
}

ssize_t write(int fd, const void *b, size_t n) {
	ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
	return fails(fd) ? -1 : real(fd, b, n);
}

ssize_t pwrite(int fd, const void *b, size_t n, off_t at) {
	ssize_t (*real)(int, const void *, size_t, off_t) = dlsym(RTLD_NEXT, "pwrite");
	return fails(fd) ? -1 : real(fd, b, n, at);
}

ssize_t pwrite64(int fd, const void *b, size_t n, off64_t at) {
	ssize_t (*real)(int, const void *, size_t, off64_t) = dlsym(RTLD_NEXT, "pwrite64");
	return fails(fd) ? -1 : real(fd, b, n, at);
}
