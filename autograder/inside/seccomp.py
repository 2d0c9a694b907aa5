"""Which system calls a student's process may make: a filter for the kernel, assembled here.

It lists what a program that computes and draws needs. Everything that starts a program or a process, reaches the
network, mounts, looks into other processes or asks for a new namespace is refused with EPERM; what is not listed does
not exist (ENOSYS), so that a call that a later kernel brings is refused before anybody has heard of it.
"""

import errno
import platform
import struct
from collections.abc import Iterable

# Numbers of the system calls on (x86_64, aarch64); None where a machine has no such call.
ALLOWED = {
    # files; where they may be written is Landlock's and the mounts' to say
    "read": (0, 63),
    "write": (1, 64),
    "open": (2, None),
    "close": (3, 57),
    "stat": (4, None),
    "fstat": (5, 80),
    "lstat": (6, None),
    "poll": (7, None),
    "lseek": (8, 62),
    "pread64": (17, 67),
    "pwrite64": (18, 68),
    "readv": (19, 65),
    "writev": (20, 66),
    "access": (21, None),
    "pipe": (22, None),
    "select": (23, None),
    "dup": (32, 23),
    "dup2": (33, None),
    "sendfile": (40, 71),
    "fsync": (74, 82),
    "fdatasync": (75, 83),
    "truncate": (76, 45),
    "ftruncate": (77, 46),
    "getdents": (78, None),
    "getcwd": (79, 17),
    "chdir": (80, 49),
    "fchdir": (81, 50),
    "rename": (82, None),
    "mkdir": (83, None),
    "rmdir": (84, None),
    "creat": (85, None),
    "link": (86, None),
    "unlink": (87, None),
    "symlink": (88, None),
    "readlink": (89, None),
    "chmod": (90, None),
    "fchmod": (91, 52),
    "umask": (95, 166),
    "utime": (132, None),
    "statfs": (137, 43),
    "fstatfs": (138, 44),
    "utimes": (235, None),
    "openat": (257, 56),
    "mkdirat": (258, 34),
    "newfstatat": (262, 79),
    "unlinkat": (263, 35),
    "renameat": (264, 38),
    "linkat": (265, 37),
    "symlinkat": (266, 36),
    "readlinkat": (267, 78),
    "fchmodat": (268, 53),
    "faccessat": (269, 48),
    "pselect6": (270, 72),
    "ppoll": (271, 73),
    "utimensat": (280, 88),
    "fallocate": (285, 47),
    "dup3": (292, 24),
    "pipe2": (293, 59),
    "renameat2": (316, 276),
    "copy_file_range": (326, 285),
    "statx": (332, 291),
    "close_range": (436, 436),
    "openat2": (437, 437),
    "faccessat2": (439, 439),
    "fchmodat2": (452, 452),
    "getdents64": (217, 61),
    "getxattr": (191, 8),
    "lgetxattr": (192, 9),
    "fgetxattr": (193, 10),
    "listxattr": (194, 11),
    "llistxattr": (195, 12),
    "flistxattr": (196, 13),
    # memory
    "mmap": (9, 222),
    "mprotect": (10, 226),
    "munmap": (11, 215),
    "brk": (12, 214),
    "mremap": (25, 216),
    "msync": (26, 227),
    "madvise": (28, 233),
    "membarrier": (324, 283),
    # signals, to itself: its process namespace holds nobody else
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "rt_sigpending": (127, 136),
    "rt_sigtimedwait": (128, 137),
    "rt_sigsuspend": (130, 133),
    "sigaltstack": (131, 132),
    "pause": (34, None),
    "alarm": (37, None),
    "getitimer": (36, 102),
    "setitimer": (38, 103),
    "kill": (62, 129),
    "tkill": (200, 130),
    "tgkill": (234, 131),
    "restart_syscall": (219, 128),
    # threads, time, and who am I
    "sched_yield": (24, 124),
    "nanosleep": (35, 101),
    "getpid": (39, 172),
    "exit": (60, 93),
    "wait4": (61, 260),
    "waitid": (247, 95),
    "uname": (63, 160),
    "gettimeofday": (96, 169),
    "getrlimit": (97, None),
    "getrusage": (98, 165),
    "times": (100, 153),
    "getuid": (102, 174),
    "getgid": (104, 176),
    "geteuid": (107, 175),
    "getegid": (108, 177),
    "getppid": (110, 173),
    "getpgrp": (111, None),
    "getgroups": (115, 158),
    "getresuid": (118, 148),
    "getresgid": (120, 150),
    "getpgid": (121, 155),
    "getsid": (124, 156),
    "capget": (125, 90),
    "getpriority": (140, 141),
    "sched_getparam": (143, 121),
    "sched_getscheduler": (145, 120),
    "sched_setaffinity": (203, 122),
    "sched_getaffinity": (204, 123),
    "arch_prctl": (158, None),
    "gettid": (186, 178),
    "time": (201, None),
    "set_tid_address": (218, 96),
    "clock_gettime": (228, 113),
    "clock_getres": (229, 114),
    "clock_nanosleep": (230, 115),
    "exit_group": (231, 94),
    "set_robust_list": (273, 99),
    "get_robust_list": (274, 100),
    "getcpu": (309, 168),
    "getrandom": (318, 278),
    "rseq": (334, 293),
    # waiting for several things, as asyncio does; the channel to the judge
    "epoll_create": (213, None),
    "epoll_create1": (291, 20),
    "epoll_ctl": (233, 21),
    "epoll_wait": (232, None),
    "epoll_pwait": (281, 22),
    "eventfd2": (290, 19),
    "timerfd_create": (283, 85),
    "timerfd_settime": (286, 86),
    "timerfd_gettime": (287, 87),
    "sendto": (44, 206),
    "recvfrom": (45, 207),
    "recvmsg": (47, 212),
    "shutdown": (48, 210),
    "getsockname": (51, 204),
    "getpeername": (52, 205),
    "getsockopt": (55, 209),
}
# Refused in so many words, since an honest program may try them and should read that they are not permitted.
REFUSED = {
    "vfork": (58, None),
    "fork": (57, None),
    "execve": (59, 221),
    "execveat": (322, 281),
    "socket": (41, 198),
    "connect": (42, 203),
    "accept": (43, 202),
    "accept4": (288, 242),
    "bind": (49, 200),
    "listen": (50, 201),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "memfd_create": (319, 279),
    "setuid": (105, 146),
    "setgid": (106, 144),
    "setsid": (112, 157),
    "setpgid": (109, 154),
    "setpriority": (141, 140),
    "chown": (92, None),
    "fchown": (93, 55),
    "lchown": (94, None),
    "fchownat": (260, 54),
    "mknod": (133, None),
    "mknodat": (259, 33),
    "sethostname": (170, 161),
    "setrlimit": (160, None),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "sendmsg": (46, 211),  # sends descriptors, which are counted for all of a user's processes together
    "mincore": (27, 232),  # tells what others have read
    "setsockopt": (54, 208),  # of the kernel's memory, as much as it allows
    "sysinfo": (99, 179),  # counts the processes of the whole machine
    "keyctl": (250, 219),
    "add_key": (248, 217),
    "request_key": (249, 218),
}
CLONE, CLONE3, PRCTL, IOCTL, SOCKETPAIR = (56, 220), (435, 435), (157, 167), (16, 29), (53, 199)
PRLIMIT, FCNTL, FLOCK, FUTEX, FADVISE = (302, 261), (72, 25), (73, 32), (202, 98), (221, 223)

_CLONE_THREAD, _CLONE_FILES = 0x00010000, 0x400
_CLONE_NEW = 0x7E020000  # the namespaces: cgroup, uts, ipc, user, pid, net, mount
_PRCTL = (15, 16, 3, 0x53564D41)  # name the thread, read its name, read dumpable, name a mapping (as malloc does)
_IOCTL = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)  # is it a terminal, its size, bytes to read, flags of a file
_FCNTL = (0, 1, 2, 3, 4, 1030)  # duplicate, and the flags of a file; no leases, no news of what others do
_LOCK = (6, 7, 37, 38)
_FUTEX_PRIVATE, _FUTEX_WAITS = 128, (0, 9)
_FUTEX_CLOCK = 256
_AF_UNIX = 1
_RLIMIT_CPU = 0

_LOAD, _JUMP_EQUAL, _JUMP_AT_LEAST, _JUMP_SET, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _ERRNO, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_NUMBER, _ARCHITECTURE, _ARGUMENT_0, _ARGUMENT_1, _ARGUMENT_2 = 0, 4, 16, 24, 32
_MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}


def supported(machine: str | None = None) -> bool:
    """Whether there is a filter for this kind of processor."""
    return (machine or platform.machine()) in _MACHINES


def program(machine: str | None = None) -> bytes:
    """The filter as an array of `struct sock_filter`, 8 bytes an instruction. Raises KeyError on an unknown machine."""
    column, architecture = _MACHINES[machine or platform.machine()]

    def numbers(calls: dict) -> list[int]:
        return sorted(pair[column] for pair in calls.values() if pair[column] is not None)

    def case(number: int, *body: tuple) -> list[tuple]:
        """Run the body, which returns, if the call has this number. The accumulator holds the number."""
        return [(_JUMP_EQUAL, 0, len(body), number), *body]

    permitted, refused = (_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _ERRNO | errno.EPERM)
    pretended = (_RETURN, 0, 0, _ERRNO)
    absent = (_RETURN, 0, 0, _ERRNO | errno.ENOSYS)
    code = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_JUMP_EQUAL, 1, 0, architecture),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER),
        # The x32 numbering of the same machine would be a way around the list.
        (_JUMP_AT_LEAST, 0, 1, 0x40000000),
        (_RETURN, 0, 0, _KILL),
    ]
    # A thread is allowed, a process or a namespace is not. clone3 hides its flags in memory: there is none, and libc
    # falls back on clone.
    code += case(
        CLONE[column],
        (_LOAD, 0, 0, _ARGUMENT_0),
        (_JUMP_SET, 0, 3, _CLONE_THREAD),
        (_JUMP_SET, 0, 2, _CLONE_FILES),  # or each thread has a table of files, and room for as many, of its own
        (_JUMP_SET, 1, 0, _CLONE_NEW),
        permitted,
        refused,
    )
    code += case(CLONE3[column], absent)
    code += case(PRCTL[column], (_LOAD, 0, 0, _ARGUMENT_0), *_one_of(_PRCTL), refused)
    code += case(IOCTL[column], (_LOAD, 0, 0, _ARGUMENT_1), *_one_of(_IOCTL), (_RETURN, 0, 0, _ERRNO | errno.ENOTTY))
    # A limit of processor time would end the process by SIGKILL, as if somebody outside had done it. Without new
    # limits, the call reads those that there are.
    code += case(
        PRLIMIT[column],
        (_LOAD, 0, 0, _ARGUMENT_1),
        (_JUMP_EQUAL, 1, 0, _RLIMIT_CPU),
        permitted,
        (_LOAD, 0, 0, _ARGUMENT_2),
        (_JUMP_EQUAL, 0, 3, 0),
        (_LOAD, 0, 0, _ARGUMENT_2 + 4),
        (_JUMP_EQUAL, 0, 1, 0),
        permitted,
        refused,
    )
    # Locks on a file that two processes can read, and wake-up calls through one, would let them talk to each other. Who
    # is alone needs neither, so they only seem to be done: honest code that locks its own file goes on.
    code += case(
        FCNTL[column],
        (_LOAD, 0, 0, _ARGUMENT_1),
        *_one_of(_FCNTL),
        *_one_of(_LOCK, pretended),
        refused,
    )
    code += case(FLOCK[column], pretended)
    code += case(FADVISE[column], pretended)  # what is read ahead shows to others, by the time that it takes
    code += case(
        FUTEX[column],
        (_LOAD, 0, 0, _ARGUMENT_1),
        (_JUMP_SET, 0, 1, _FUTEX_PRIVATE),
        permitted,
        *_one_of([operation | clock for operation in _FUTEX_WAITS for clock in (0, _FUTEX_CLOCK)]),
        pretended,
    )
    code += case(SOCKETPAIR[column], (_LOAD, 0, 0, _ARGUMENT_0), *_one_of((_AF_UNIX,)), refused)
    for found, answer in ((numbers(ALLOWED), permitted), (numbers(REFUSED), refused)):
        for low, high in _runs(found):
            if low == high:
                code += [(_JUMP_EQUAL, 0, 1, low), answer]
            else:
                code += [(_JUMP_AT_LEAST, 0, 2, low), (_JUMP_AT_LEAST, 1, 0, high + 1), answer]
    code.append(absent)
    return b"".join(struct.pack("=HBBI", *instruction) for instruction in code)


def _one_of(values: Iterable[int], answer: tuple = (_RETURN, 0, 0, _ALLOW)) -> list[tuple]:
    """Give the answer, which allows the call, if the accumulator is one of the values; go on otherwise."""
    return [step for value in values for step in ((_JUMP_EQUAL, 0, 1, value), answer)]


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Sorted numbers as runs without gaps: [1, 2, 3, 7] is [(1, 3), (7, 7)]."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs
