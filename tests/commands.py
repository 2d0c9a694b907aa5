"""`autograder …` and `nbgrader …` as a user would run them, each in a process of its own.

The processes are forked from one that has nbgrader loaded already, which takes two seconds each time.
"""

import multiprocessing
import os
import runpy
import sys
import tempfile
from pathlib import Path

_LOADED = ["autograder.cli", "autograder.grading", "nbgrader.apps.nbgraderapp"]
_processes = multiprocessing.get_context("forkserver")
_processes.set_forkserver_preload(_LOADED)


def run(folder: Path, module: str, *args: str, ok: bool, **environment: str) -> str:
    """Run `python -m module …` in a folder; returns what it printed. Fails unless it ends well, or, by `ok`, badly."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    # Beside this Python lie the programs that nbgrader calls.
    env |= {"PATH": os.pathsep.join([str(Path(sys.executable).parent), env["PATH"]]), "COLUMNS": "140"}
    with tempfile.NamedTemporaryFile("w+", encoding="utf-8") as printed:
        command = [module, *map(str, args)]
        process = _processes.Process(target=_main, args=(folder, command, env | environment, printed.name))
        process.start()
        process.join()
        text = Path(printed.name).read_text(encoding="utf-8")
    assert (process.exitcode == 0) == ok, text
    return text


def _main(folder: Path, command: list[str], environment: dict[str, str], printed: str) -> None:
    for stream, number in ((os.open(os.devnull, os.O_RDONLY), 0), (os.open(printed, os.O_WRONLY), 1)):
        os.dup2(stream, number)
    os.dup2(1, 2)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = command
    sys.path[0] = str(folder)
    runpy.run_module(command[0], run_name="__main__", alter_sys=True)
