"""Prove that the solved notebooks are right, and that notebooks/ is what they give."""

import ast
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from autograder import release, trusted
from autograder.course import Course
from autograder.errors import AutograderError
from autograder.judging.policy import KEY, Policy
from autograder.notebook import Solved, is_adapter, read_notebook

# What is not the same on every machine, in the stored outputs of the solved notebooks.
SANITIZE = Path(__file__).with_name("nbval_sanitize.cfg")

# What a test cell may import: it runs in an environment with these, and nothing else.
IMPORTS = {"autograder", "helpers", "numpy"}


@dataclass(frozen=True)
class Problem:
    """Something that is wrong. where: file, and cell or test cell."""

    where: str
    what: str


def verify(course: Course, assignments: list[str], progress: Callable = lambda _: None) -> list[Problem]:
    """Every problem of these assignments; none if all is well. progress is called with each step, in words."""
    _require_nbval()
    problems = []
    for assignment in assignments:
        path = course.solution(assignment)
        try:
            solved = Solved.read(path)
            Policy.of(solved, course.limits)
            progress(f"{assignment}: form of the test cells")
            problems += _form(solved)
            if not solved.missing:
                progress(f"{assignment}: the solution scores full marks")
                problems += _full_marks(solved)
            with tempfile.TemporaryDirectory() as temporary:
                made = release.build(course, assignment, Path(temporary))
                if not solved.missing:
                    progress(f"{assignment}: the release, unfilled, scores nothing")
                    problems += _nothing_for_nothing(solved, made)
                progress(f"{assignment}: notebooks/ is what solutions/ gives")
                if not release.same(made, course.notebooks / assignment):
                    where = course.notebooks / assignment
                    problems.append(
                        Problem(str(where), f"is not what {path} gives now: run `autograder release {assignment}`")
                    )
        except AutograderError as error:
            problems.append(Problem(str(path), str(error)))
    skipped = course.skipped(assignments)
    progress("the solutions run, and give their stored outputs (nbval)")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for found in pool.map(_nbval, [course.solution(name) for name in assignments if name not in skipped]):
            problems += found
    return problems


def _require_nbval() -> None:
    if missing := [name for name in ("pytest", "nbval") if not find_spec(name)]:
        raise AutograderError(
            f"verify needs {' and '.join(missing)}, which come with the contributor's part:\n"
            "    python -m pip install -e '.[test]'"
        )


def store_outputs(path: Path) -> None:
    """Run a solved notebook from the top and keep its outputs in it, in the form in which nbval compares them."""
    import nbformat

    nb = read_notebook(path)
    for cell in nb.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    _execute(nb, path)
    own = {KEY: nb.metadata[KEY]} if KEY in nb.metadata else {}
    nb.metadata = own | {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    for cell in nb.cells:
        cell.metadata.pop("execution", None)
        if "outputs" in cell:
            cell.outputs = _joined([kept for output in cell.outputs for kept in _as_stored(output)])
    nbformat.write(nb, path)


def _joined(outputs: list) -> list:
    """Outputs in which text that was printed in one go stands in one piece. Where it is cut is up to chance."""
    joined: list = []
    for output in outputs:
        before = joined[-1] if joined else {}
        if output["output_type"] == before.get("output_type") == "stream" and output["name"] == before["name"]:
            before["text"] += output["text"]
        else:
            joined.append(output)
    return joined


def _execute(nb: dict, path: Path) -> None:
    """Run a notebook from the top, in a kernel. One that does not answer gets a second try: of two that begin at the
    same time, both can be given the same port."""
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, DeadKernelError

    for tries_left in (1, 0):
        client = NotebookClient(
            nb,
            timeout=600,
            record_timing=False,
            resources={"metadata": {"path": path.parent}},
            # The kernel would warn on the terminal that it talks over a local port.
            extra_arguments=["--IPKernelApp.log_level=ERROR"],
        )
        try:
            client.execute()
            return
        except CellExecutionError as error:
            raise AutograderError(f"{path}: a cell failed. {error}") from error
        except DeadKernelError as error:
            raise AutograderError(f"{path}: its kernel died. {error}") from error
        except RuntimeError as error:
            if not tries_left:
                raise AutograderError(f"{path}: its kernel did not begin. {error}") from error


def _as_stored(output) -> list:
    """An output as it is kept in a file, where nothing is live: a picture as one PNG, and its caption below."""
    import html

    from nbformat.v4 import new_output

    data = output.get("data", {})
    data.pop("application/vnd.jupyter.widget-view+json", None)
    if "image/png" not in data or "text/html" not in data:
        return [output]
    # Not every viewer shows an image within HTML; all of them show a PNG, and words.
    del data["text/html"]
    caption = data["text/plain"].partition("\n[")[0]
    words = {"text/html": f"<p>{html.escape(caption)}</p>", "text/plain": caption}
    return [output, new_output("display_data", words)]


def _form(solved: Solved) -> Iterator[Problem]:
    """What a test cell promises, read from its syntax tree, so that it can be run apart from the student's code."""
    seen = set()
    for test in solved.tests:
        where = f"{solved.path}, test cell {test.id}"
        if test.exercise not in solved.exercises:
            yield Problem(where, f"its first comment should be “exercise: what it tests”, but it is “{test.name}”")
        if test.name in seen:
            yield Problem(where, f"two test cells are named “{test.name}”")
        seen.add(test.name)
        if "BEGIN HIDDEN TESTS" not in test.source:
            yield Problem(where, "it has no hidden part")
        try:
            tree = ast.parse(test.source)
        except SyntaxError as error:
            yield Problem(where, f"line {error.lineno} is not Python: {error.msg}")
            continue
        for what in _broken_promises(tree, solved):
            yield Problem(where, what)
    if solved.points != 100:
        yield Problem(str(solved.path), f"its test cells have {solved.points:g} points, not 100")
    for exercise in solved.exercises:
        if not any(test.exercise == exercise for test in solved.tests):
            yield Problem(str(solved.path), f"no test cell tests {exercise}")
    for cell in solved.nb.cells:
        if is_adapter(cell) and not cell.metadata.get("nbgrader", {}).get("locked"):
            yield Problem(f"{solved.path}, cell {cell.id}", "a cell with the tag “adapter” should be read-only")
    for name in sorted(solved.adapters.keys() & solved.exercises.keys()):
        yield Problem(f"{solved.path}, cell {solved.adapters[name]}", f"{name} is also the name of an exercise")


def _broken_promises(tree: ast.Module, solved: Solved) -> Iterator[str]:
    import builtins

    nodes = list(ast.walk(tree))
    imported = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    imported += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    for name in imported:
        if name.partition(".")[0] not in IMPORTS:
            yield f"it imports {name}; a test cell may import {', '.join(sorted(IMPORTS))}"
    if any(isinstance(node, ast.Global | ast.Nonlocal) for node in nodes):
        yield "it changes a global"

    known = {*dir(builtins), *solved.exercises, *solved.adapters}
    for node in nodes:
        match node:
            case ast.Import() | ast.ImportFrom():
                known |= {(alias.asname or alias.name).partition(".")[0] for alias in node.names}
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name) | ast.FunctionDef(name=name):
                known.add(name)
    for name in sorted({node.id for node in nodes if isinstance(node, ast.Name)} - known):
        yield f"it uses {name}, which it neither imports nor defines: the student's notebook may hold anything there"


def _full_marks(solved: Solved) -> Iterator[Problem]:
    for outcome in trusted.run(solved.nb, solved.tests):
        if outcome.message:
            yield Problem(
                f"{solved.path}, test cell {outcome.test.id}", f"the solution loses its points: {outcome.message}"
            )


def _nothing_for_nothing(solved: Solved, made: Path) -> Iterator[Problem]:
    for outcome in trusted.run(read_notebook(made / solved.path.name), solved.tests):
        if not outcome.message:
            where = f"{solved.path}, test cell {outcome.test.id}"
            yield Problem(where, "it gives its points to a notebook in which nothing was filled in")


def _nbval(path: Path) -> list[Problem]:
    """The cells that nbval finds wrong in one notebook, run in a kernel of their own. One that does not begin gets a
    second try, as in `_execute`."""
    for _ in range(2):
        with tempfile.TemporaryDirectory() as temporary:
            report = Path(temporary, "report.xml")
            command = [sys.executable, "-m", "pytest", "--nbval", f"--nbval-sanitize-with={SANITIZE}", "-q"]
            command += ["-c", os.devnull, f"--rootdir={path.parent}", "-p", "no:cacheprovider"]
            command += [f"--junitxml={report}", str(path)]
            run = subprocess.run(command, capture_output=True, text=True, check=False)
            if not report.exists():
                return [Problem(str(path), f"nbval could not run: {(run.stderr or run.stdout).strip()[-500:]}")]
            cases = list(ElementTree.parse(report).iter("testcase"))
        # A cell that is wrong is a failure. An error comes before any cell runs, and each cell has it again.
        errors = [error.get("message") for case in cases for error in case.findall("error")]
        if not errors:
            break
    else:
        return [Problem(str(path), f"its kernel did not begin. {_plain(errors[0])}")]
    problems = []
    for case in cases:
        for failure in case.findall("failure"):
            where = f"{path}, {_cell(path, case.get('name'))}"
            problems.append(Problem(where, _plain(failure.text or failure.get("message"))))
    if run.returncode and not problems:
        problems.append(Problem(str(path), f"nbval failed: {run.stdout.strip()[-500:]}"))
    return problems


def _cell(path: Path, name: str) -> str:
    """nbval's "Cell 7", which counts code cells from 0, as the cell's id."""
    number = name.rpartition(" ")[2]
    cells = [cell for cell in read_notebook(path).cells if cell.cell_type == "code"]
    return f"cell {cells[int(number)].id}" if number.isdecimal() and int(number) < len(cells) else name


def _plain(text: str) -> str:
    # An XML report cannot hold the escapes of colours, and spells them out.
    text = re.sub(r"(\x1b|#x1B)\[[0-9;]*m", "", text or "").strip()
    return text if len(text) < 1500 else f"{text[:1500]} …"
