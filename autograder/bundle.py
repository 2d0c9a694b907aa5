"""The zip that students get: notebooks, helpers, what to install, and how to start. Nothing else."""

import tomllib
import zipfile
from pathlib import Path

import helpers
from autograder.course import Course

START = """\
Convolutional networks, step by step
====================================

You need Python {python} (see python.org). In a terminal, in this folder:

    python3 -m venv .venv
    .venv/bin/python -m pip install -r requirements.txt
    .venv/bin/jupyter lab

On Windows, in the last two lines write .venv\\Scripts\\ in place of .venv/bin/.

A page opens in your browser. Open {first} there and work from top to bottom.
The notebooks use the folder helpers: keep it beside them.

Hand in each notebook under the name that it has now.
"""


def bundle(course: Course, assignments: list[str], target: Path) -> Path:
    """Write the zip of these assignments, from notebooks/ as it is; returns its path.

    The same notebooks give the same bytes. What is in the zip lies flat, each notebook beside helpers/, so that its
    imports work wherever it is unpacked.
    """
    project = tomllib.loads((course.root / "pyproject.toml").read_text())["project"]
    files = {}
    for assignment in assignments:
        for path in sorted((course.notebooks / assignment).rglob("*")):
            if path.is_file() and ".ipynb_checkpoints" not in path.parts:
                files[str(path.relative_to(course.notebooks / assignment))] = path.read_bytes()
    package = Path(helpers.__file__).parent
    for path in sorted(package.rglob("*.py")):
        files[f"helpers/{path.relative_to(package)}"] = path.read_bytes()
    files["requirements.txt"] = ("\n".join(project["dependencies"]) + "\n").encode()
    start = START.format(python=project["requires-python"], first=f"{assignments[0]}.ipynb")
    files["START.txt"] = start.encode()

    folder = target.stem
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            # A fixed date: the same files make the same zip.
            archive.writestr(zipfile.ZipInfo(f"{folder}/{name}", (2020, 1, 1, 0, 0, 0)), content)
    return target
