"""What a submission of an assignment may use, and what of helpers it must not have.

Limits are set for a course (`c.Autograder.limits` in nbgrader_config.py), over it for an assignment (in the metadata of
the solved notebook), and over both for a cell, or for the calls of a test (in the metadata of the cell):

    {"autograder": {"limits": {"call_seconds": 60, "memory_bytes": 4294967296}, "withhold": ["helpers.gradients"]}}

Only what stands in our own files counts. What the metadata of a submission says is never looked at.
"""

import ast
import importlib.util
import pkgutil
import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path

from autograder.errors import AutograderError
from autograder.inside.limits import MB, Limits
from autograder.notebook import Solved

KEY = "autograder"
# Below these, Python itself does not start, or no answer fits.
LEAST = {"memory_bytes": 256 * MB, "output_bytes": 1000, "value_bytes": 1000}
# The length of a message has four bytes; address space has no end, but a machine has.
MOST = {"value_bytes": 2**31, "output_bytes": 2**30, "memory_bytes": 2**46}

WITHHELD = "{names} of helpers would be the answer to this assignment: write it yourself."
_GIVEN = ("helpers.layers", "helpers.loops", "helpers.checks.expected")


@dataclass(frozen=True)
class Policy:
    """limits: of the assignment. cells: of the cells and tests that have some of their own, by grade id and id.

    withheld: modules of helpers, and what a student who calls a function of one is told.
    """

    limits: Limits
    cells: Mapping[str, Limits]
    withheld: Mapping[str, str]

    @classmethod
    def of(cls, solved: Solved, course: Limits | None = None) -> "Policy":
        """Read a solved notebook. course: limits where the notebook sets none.

        Raises AutograderError, with notebook, cell and what is allowed, where its metadata make no sense.
        """
        metadata = _section(solved.nb, str(solved.path), ("limits", "withhold", "requires"))
        limits = limited(course or Limits(), metadata.get("limits", {}), str(solved.path))
        cells = {}
        for cell in solved.nb.cells:
            where = f"{solved.path}, cell {cell.get('id')}"
            own = _section(cell, where, ("limits",)).get("limits")
            if own is None:
                continue
            if cell.cell_type != "code":
                raise AutograderError(f"{where}: only code cells have limits.")
            marks = cell.metadata.get("nbgrader", {})
            cells |= dict.fromkeys({cell.id, marks.get("grade_id", cell.id)}, limited(limits, own, where))
        return cls(limits, cells, withheld(solved, metadata.get("withhold", [])))

    def limits_of(self, cell: str | None) -> Limits:
        """The limits of a cell, by its id, or of the calls of a test."""
        return self.cells.get(cell, self.limits)

    @cached_property
    def most(self) -> Limits:
        """The highest of each limit: a process cannot rise above what it was born with."""
        every = [self.limits, *self.cells.values()]
        return Limits(**{field.name: max(getattr(one, field.name) for one in every) for field in fields(Limits)})


def limited(limits: Limits, changes: object, where: str) -> Limits:
    """Limits with those changed that some place sets. Raises AutograderError, with the place and what is allowed."""
    kinds = {field.name: field.type for field in fields(Limits)}
    if not isinstance(changes, Mapping):
        raise AutograderError(f"{where}: limits should be a table of names and numbers, but they are {changes!r}.")
    for name, value in changes.items():
        if name not in kinds:
            raise AutograderError(f"{where}: there is no limit named {name!r}. There are: {', '.join(kinds)}.")
        number = isinstance(value, int | float if kinds[name] is float else int) and not isinstance(value, bool)
        least, most = LEAST.get(name, 0), MOST.get(name, 10**9)
        if not number or not value > 0 or not least <= value <= most:
            kind = "number" if kinds[name] is float else "whole number"
            bounds = f"between {least} and {most}" if least else f"above 0, up to {most}"
            raise AutograderError(f"{where}: the limit {name} should be a {kind} {bounds}, but it is {value!r}.")
    return limits.but(**changes)


def withheld(solved: Solved, more: Iterable[str] = ()) -> dict[str, str]:
    """Modules of helpers that a submission must not have, since they hold what it asks for; and what it is told.

    Of the layers and loops that notebooks give, those that define an exercise of the assignment. more: others that the
    assignment names.
    """
    messages = {"helpers.pictures.arithmetic": WITHHELD.format(names="The arithmetic of the pictures")}
    if any("_backward" in name for name in solved.exercises):
        messages["helpers.gradients"] = WITHHELD.format(names="The numerical gradients")
    for module in (module for package in _GIVEN for module in _modules(package)):
        if asked := [name for name in solved.exercises if name in _defined(module)]:
            messages[module.name] = WITHHELD.format(names=", ".join(asked))
    if not isinstance(more, list | tuple):
        raise AutograderError(f"{solved.path}: “withhold” should be a list of modules, but it is {more!r}.")
    for name in more:
        if not isinstance(name, str) or not name.startswith("helpers.") or not _spec(name):
            raise AutograderError(
                f"{solved.path}: there is no module {name} to withhold. It should be one of helpers, such as"
                " helpers.layers."
            )
        messages.setdefault(name, WITHHELD.format(names=name.rpartition(".")[2]))
    return messages


@dataclass(frozen=True)
class _Module:
    name: str
    path: Path


def _modules(name: str) -> Iterator[_Module]:
    """A module, or the modules of a package, those in packages within included."""
    spec = _spec(name)
    if spec.submodule_search_locations is None:
        yield _Module(name, Path(spec.origin))
        return
    yield from _within(name, spec.submodule_search_locations)


def _within(name: str, folders: Iterable[str]) -> Iterator[_Module]:
    for found in pkgutil.iter_modules(folders, f"{name}."):
        path = Path(found.module_finder.path, found.name.rpartition(".")[2])
        if found.ispkg:
            yield from _within(found.name, [str(path)])
        else:
            yield _Module(found.name, path.with_suffix(".py"))


def _spec(name: str):
    try:
        return importlib.util.find_spec(name)
    except (ImportError, ValueError):
        return None


def _defined(module: _Module) -> set[str]:
    """The names that a module gives something of its own: not those that it imports."""
    names = set()
    for statement in ast.parse(module.path.read_text(encoding="utf-8")).body:
        match statement:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                names.add(name)
            case ast.Assign(targets=targets):
                names |= {node.id for target in targets for node in ast.walk(target) if isinstance(node, ast.Name)}
    return names


def _section(holder: Mapping, where: str, allowed: tuple[str, ...]) -> Mapping:
    """What a notebook's or a cell's metadata say to this program."""
    section = holder["metadata"].get(KEY, {})
    if not isinstance(section, Mapping):
        raise AutograderError(f"{where}: the metadata “{KEY}” should be a table, but it is {section!r}.")
    if unknown := [name for name in section if name not in allowed]:
        raise AutograderError(
            f"{where}: the metadata “{KEY}” has {', '.join(unknown)}; there can be {' and '.join(allowed)}."
        )
    return types.MappingProxyType(dict(section))
