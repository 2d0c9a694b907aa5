"""What of our own runs behind the cells of a submission."""

import ast
import builtins
from collections.abc import Iterable, Sequence

from autograder.notebook import Solved
from autograder.repairing.definitions import look
from autograder.repairing.repair import RepairedCell


def adapters(solved: Solved) -> tuple[str, ...]:
    """The cells of an assignment that define adapters.

    They run behind all cells of a student's, as they stand in our own notebook, so that no cell of a student's takes
    the place of one.
    """
    return tuple(cell.source for cell in solved.nb.cells if cell.id in solved.adapters.values())


def put_right(solved: Solved, cells: Sequence[RepairedCell]) -> tuple[str, ...]:
    """Code that gives modules and built-in functions their names back, where cells took these.

    In a notebook the tests run where they stand: `np = None` or `from torch import *` at the very end costs nothing
    there. What a student calls by the name of a built-in function before an answer stays as it is.
    """
    taken = _bound(cells)
    imports = [
        ast.unparse(one)
        for cell in solved.nb.cells
        if cell.id == "setup"
        for one in look(cell.source).at_top
        if isinstance(one, ast.Import) and (taken & _names(one) or "*" in taken)
    ]
    last = max((at for at, cell in enumerate(cells) if cell.kind == "answer"), default=len(cells))
    late, known = _bound(cells[last + 1 :]), _bound(cells[: last + 1])
    late |= vars(builtins).keys() if "*" in late else set()
    gone = sorted(late & vars(builtins).keys() - known)
    if gone:
        imports.append(f"for _ in {gone!r}:\n    globals().pop(_, None)")
    return ("\n".join(imports),) if imports else ()


def _bound(cells: Iterable[RepairedCell]) -> set[str]:
    """The names that answers and cells of the student's own give a value."""
    return set().union(*(look(cell.source).binds for cell in cells if cell.kind in ("answer", "own")))


def _names(one: ast.Import) -> set[str]:
    return {(alias.asname or alias.name).partition(".")[0] for alias in one.names}
