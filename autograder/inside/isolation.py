"""How a freshly forked process leaves everything that it could harm, or see, before it runs a student's code.

The nursery is the first process of a bubblewrap sandbox, and may make namespaces. `Forge.fork` starts a child in a
process namespace of its own: the warm process of an assignment, which has a course folder of its own (`own_folder`) and
forks the students' processes likewise. There `enter` gives mounts and a scratch folder, and takes the rest away.
"""

import contextlib
import ctypes
import os
import resource
import signal
import struct
import sys
import tempfile
import time
from collections.abc import Callable, Iterator

from . import seccomp
from .limits import Limits

COURSE, SCRATCH = "/course", "/scratch"  # what an assignment gives; the folder to work in
DEVICES = ("null", "zero", "full", "random", "urandom")  # in /dev

_NEWNS, _NEWIPC, _NEWPID = 0x00020000, 0x08000000, 0x20000000
_MS_RDONLY, _MS_NOSUID, _MS_NODEV, _MS_NOEXEC, _MS_REMOUNT = 1, 2, 4, 8, 0x20
_MS_BIND, _MS_REC, _MS_PRIVATE = 0x1000, 0x4000, 0x40000
# Flags of a mount as statvfs names them, and as mount does: what is set must stay set.
_KEPT = {os.ST_NOSUID: _MS_NOSUID, os.ST_NODEV: _MS_NODEV, os.ST_NOEXEC: _MS_NOEXEC, os.ST_NOATIME: 0x400}
_KEPT |= {os.ST_NODIRATIME: 0x800, os.ST_RELATIME: 0x200000}
_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS = 1, 4, 22, 38
_PR_CAP_AMBIENT, _PR_CAP_AMBIENT_CLEAR_ALL = 47, 4
_CAPABILITY_VERSION_3 = 0x20080522
# The numbers of Landlock's calls are the same on every machine.
_LANDLOCK_CREATE, _LANDLOCK_ADD, _LANDLOCK_RESTRICT = 444, 445, 446
_LANDLOCK_VERSION = 1
_FS_WRITE_FILE, _FS_READS = 1 << 1, (1 << 0) | (1 << 2) | (1 << 3)
# How many rights over files, and over TCP, each version of Landlock knows.
_FS_RIGHTS, _NET_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}, 2
_FS_RIGHTS_NOW = 16

_OTHERS = 8  # processes of the sandbox besides a student's: the warm one, students that end or begin

_LOOKS, _BETWEEN = 100, 0.02  # for the end of a child that ends by itself: how often, and seconds

_libc = ctypes.CDLL(None, use_errno=True)
_libc.syscall.restype = ctypes.c_long


def become_unseen() -> None:
    """Let no other process read this one's memory, trace it or make it dump core. Children start unseen, too."""
    _checked(_libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0), "prctl(PR_SET_DUMPABLE)")
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def seal_devices() -> None:
    """Mount the devices of the sandbox read-only: they take what is written to them, but their times and rights stay.

    These are the machine's own, so that whoever could change them could leave word there. bubblewrap, when it mounts
    something read-only, takes away that it is a device.
    """
    for name in DEVICES:
        path = f"/dev/{name}"
        kept = sum(flag for shown, flag in _KEPT.items() if os.statvfs(path).f_flag & shown)
        flags = _MS_BIND | _MS_REMOUNT | _MS_RDONLY | kept
        _checked(_libc.mount(b"none", path.encode(), None, flags, None), "mount(MS_RDONLY)")


class Forge:
    """Makes children that are the first process of a process namespace of their own.

    unshare() turns all later children of the caller to a new namespace, and a second unshare() is refused until the
    caller has turned back. A file descriptor of its own process is the way back that needs no /proc.
    """

    def __init__(self):
        self._home = os.pidfd_open(os.getpid())

    def fork(self) -> int:
        """As os.fork; the child's number in the parent, 0 in the child. Killing the child takes all that it started."""
        _checked(_libc.unshare(_NEWPID), "unshare(CLONE_NEWPID)")
        try:
            pid = os.fork()
        finally:
            # In the child this fails, and need not succeed: it will not fork.
            back = _libc.setns(self._home, _NEWPID)
        if pid == 0:
            os.close(self._home)
        else:
            _checked(back, "setns(CLONE_NEWPID)")
        return pid


@contextlib.contextmanager
def own_folder(path: str) -> Iterator[None]:
    """An empty folder in place of the one that stands there, for the calling process and those that it forks.

    It can be written to while this is open, and never again. The caller is a child of `Forge.fork`.
    """
    _private_mounts()
    flags = _MS_NOSUID | _MS_NODEV | _MS_NOEXEC
    _checked(_libc.mount(b"own", path.encode(), b"tmpfs", flags, b"mode=0755"), "mount(tmpfs)")
    yield
    _checked(_libc.mount(b"own", path.encode(), b"tmpfs", flags | _MS_REMOUNT | _MS_RDONLY, None), "mount(MS_RDONLY)")


def enter(limits: Limits, filter: bytes) -> None:
    """Shut the calling process, a child of `Forge.fork`, into its own sandbox. `filter`: see seccomp.program.

    Raises OSError where the kernel refuses a step; no student's code may run then.
    """
    _own_mounts(limits)
    os.chdir(SCRATCH)
    limit_resources(limits, hard=True)
    _limit_threads(limits)
    _drop_capabilities()
    _checked(_libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "prctl(PR_SET_NO_NEW_PRIVS)")
    _landlock()
    _load(filter)


def stay_outside(limits: Limits, folder: str) -> None:
    """What can be done for a child without a sandbox: a folder to work in, and limits. It is no protection."""
    os.chdir(folder)
    os.environ |= {"HOME": folder, "TMPDIR": folder}
    tempfile.tempdir = None
    end_with_parent()
    with contextlib.suppress(OSError, ValueError):  # macOS has not all of them
        limit_resources(limits, hard=True)


def end_with_parent() -> None:
    """Have the kernel kill the calling process once the one that forked it has ended, where the kernel can."""
    if sys.platform == "linux":
        _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def limit_resources(limits: Limits, hard: bool = False) -> None:
    """Set what the kernel counts for a process. The hard limits, once set, are there to stay."""

    def put(kind: int, value: float) -> None:
        value = int(value)
        ceiling = resource.getrlimit(kind)[1]
        value = value if ceiling == resource.RLIM_INFINITY else min(value, ceiling)
        resource.setrlimit(kind, (value, value if hard else ceiling))

    put(resource.RLIMIT_AS, limits.memory_bytes)
    put(resource.RLIMIT_FSIZE, limits.file_bytes)
    if hard:
        put(resource.RLIMIT_CORE, 0)
        put(resource.RLIMIT_NOFILE, 256)
        put(resource.RLIMIT_MEMLOCK, 0)
        put(resource.RLIMIT_MSGQUEUE, 0)
        # Signals that wait are counted for all processes of a user: with few for each, none notices those of others.
        put(resource.RLIMIT_SIGPENDING, 128)


def _limit_threads(limits: Limits) -> None:
    """Let the kernel count threads. It counts those of a user, so by a sandbox only since Linux 5.14, and never root's.

    Where it does not count, the memory that each thread takes is what bounds their number.
    """
    if tuple(int(part) for part in os.uname().release.split(".")[:2]) >= (5, 14):
        most = limits.threads + _OTHERS
        resource.setrlimit(resource.RLIMIT_NPROC, (most, most))


def _own_mounts(limits: Limits) -> None:
    """An empty scratch folder that only this process has, in place of the warm process's."""
    _private_mounts()
    _checked(_libc.unshare(_NEWIPC), "unshare(CLONE_NEWIPC)")
    options = f"size={int(limits.scratch_bytes)},nr_inodes=2048,mode=0700".encode()
    flags = _MS_NOSUID | _MS_NODEV | _MS_NOEXEC
    _checked(_libc.mount(b"scratch", SCRATCH.encode(), b"tmpfs", flags, options), "mount(tmpfs)")


def _private_mounts() -> None:
    """Mounts that no other process sees."""
    _checked(_libc.unshare(_NEWNS), "unshare(CLONE_NEWNS)")
    _checked(_libc.mount(b"none", b"/", None, _MS_REC | _MS_PRIVATE, None), "mount(MS_PRIVATE)")


def _drop_capabilities() -> None:
    _checked(_libc.prctl(_PR_CAP_AMBIENT, _PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0), "prctl(PR_CAP_AMBIENT)")
    header = ctypes.create_string_buffer(struct.pack("=Ii", _CAPABILITY_VERSION_3, 0))
    none = ctypes.create_string_buffer(bytes(24))
    _checked(_libc.capset(header, none), "capset")


def _landlock() -> None:
    """Write only in the scratch folder and to /dev/null, no TCP, no signals to anybody outside: a second lock.

    Where the kernel has no Landlock, the mounts, the namespaces and the filter are the only one.
    """
    version = _libc.syscall(_LANDLOCK_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint(_LANDLOCK_VERSION))
    if version < 1:
        return
    files = (1 << _FS_RIGHTS.get(version, _FS_RIGHTS_NOW)) - 1 & ~_FS_READS
    net = (1 << _NET_RIGHTS) - 1 if version >= 4 else 0
    scope = 0b11 if version >= 6 else 0  # abstract unix sockets, signals
    words = [files] + [net] * (version >= 4) + [scope] * (version >= 6)
    attributes = ctypes.create_string_buffer(struct.pack(f"={len(words)}Q", *words))
    size = ctypes.c_size_t(8 * len(words))
    rules = _checked(_libc.syscall(_LANDLOCK_CREATE, attributes, size, ctypes.c_uint(0)), "landlock_create_ruleset")
    for path, rights in ((SCRATCH, files), ("/dev/null", _FS_WRITE_FILE)):
        opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
        rule = ctypes.create_string_buffer(struct.pack("=Qi", rights, opened))
        _checked(
            _libc.syscall(_LANDLOCK_ADD, ctypes.c_int(rules), ctypes.c_int(1), rule, ctypes.c_uint(0)),
            "landlock_add_rule",
        )
        os.close(opened)
    _checked(_libc.syscall(_LANDLOCK_RESTRICT, ctypes.c_int(rules), ctypes.c_uint(0)), "landlock_restrict_self")
    os.close(rules)


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p))


def _load(filter: bytes) -> None:
    buffer = ctypes.create_string_buffer(filter, len(filter))
    program = _Program(len(filter) // 8, ctypes.cast(buffer, ctypes.c_void_p))
    _checked(_libc.prctl(_PR_SET_SECCOMP, 2, ctypes.byref(program), 0, 0), "prctl(PR_SET_SECCOMP)")


def _checked(answer: int, call: str) -> int:
    if answer < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{call}: {os.strerror(number)}")
    return answer


def probe() -> None:
    """Go through everything that a student's process goes through, and come back. Raises OSError where a step fails."""

    def warm() -> None:
        seal_devices()
        with own_folder(COURSE):
            pass
        _forked(lambda: enter(Limits(), seccomp.program()))

    _forked(warm)


def _forked(steps: Callable[[], None]) -> None:
    pid = Forge().fork()
    if pid == 0:
        code = 1
        try:
            steps()
            code = 0
        except OSError as error:
            os.write(2, f"{error.strerror}\n".encode())
        finally:
            os._exit(code)
    _, status = os.waitpid(pid, 0)
    if status:
        raise OSError(0, "the kernel refuses a student process what it needs to be isolated")


def kill(pid: int) -> None:
    """End a child and all that it started; does nothing where it has ended."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def waited(pid: int) -> bool:
    """Wait a moment for a child to end by itself; whether it has."""
    for _ in range(_LOOKS):
        if os.waitpid(pid, os.WNOHANG)[0]:
            return True
        time.sleep(_BETWEEN)
    return False
