"""From a solved cell to the stub that a student gets.

Between the lines that hold the two delimiters, answers become `None` and everything else stays:

    X_pad = np.pad(X, ...)      becomes   X_pad = None
    dW[..., c] += x * dz        becomes   dW[..., c] += None
    for h in range(n_H):        becomes   for h in range(None):
    if mode == "max":           stays, and so do `else`, comments, assertions and imports
    cache = (A, W)  #: given    stays, without the marker

So a solved cell needs no second text: what is typed by hand is the answer, and `#: given` at the end of a line says
that it is not asked for.
"""

import ast
import re

GIVEN = re.compile(r"[ \t]*#: given[ \t]*$")


class StubError(ValueError):
    """A solved cell from which no stub can be made; the message says which line, and what to write instead."""


def derive_stub(source: str, begin: str = "START CODE HERE", end: str = "END CODE HERE") -> str:
    """The cell as a student gets it: the answers between the delimiter lines become None.

    Raises StubError where delimiters do not pair up, where a line can be neither kept nor blanked, and where nothing
    is left to do.
    """
    lines = source.split("\n")
    regions = _regions(lines, begin, end)
    if not regions:
        return source
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        raise StubError(f"line {error.lineno} of the solved cell is not Python: {error.msg}") from error

    edits = []
    for statement in ast.walk(tree):
        if isinstance(statement, ast.stmt) and any(first < statement.lineno <= last for first, last in regions):
            edits += _blanks(statement, lines)
    if not edits:
        raise StubError("every line between the delimiters is given, so that nothing is left to do")
    for edit in sorted(edits, reverse=True):
        _apply(lines, *edit)
    return "\n".join(GIVEN.sub("", line) for line in lines)


def _regions(lines: list[str], begin: str, end: str) -> list[tuple[int, int]]:
    """Line numbers (from 1) of each pair of delimiters."""
    regions, start = [], None
    for number, line in enumerate(lines, 1):
        if begin in line:
            if start:
                raise StubError(f"line {number}: {begin} stands inside another one, which line {start} opens")
            start = number
        elif end in line:
            if not start:
                raise StubError(f"line {number}: {end} without {begin} above it")
            regions.append((start, number))
            start = None
    if start:
        raise StubError(f"line {start}: {begin} without {end} below it")
    return regions


def _blanks(statement: ast.stmt, lines: list[str]) -> list[tuple[int, int, int, int, str]]:
    """What to replace in a statement: (first line, column, last line, column, new text), lines counted from 0."""
    header_end = statement.body[0].lineno - 1 if hasattr(statement, "body") else statement.end_lineno
    if any(GIVEN.search(line) for line in lines[statement.lineno - 1 : header_end]):
        return []
    match statement:
        case ast.Assign(targets=[*_, target]) | ast.AugAssign(target=target):
            line, column = _end(target, lines)
            column = lines[line].index("=", column) + 1
            return [(line, column, *_end(statement, lines), " None")]
        case ast.For(iter=ast.Call(func=ast.Name(id="range") as function) as call):
            return [(*_end(function, lines), *_end(call, lines), "(None)")]
        case ast.If() | ast.Assert() | ast.Import() | ast.ImportFrom() | ast.Pass():
            return []
    raise StubError(
        f"line {statement.lineno}, “{lines[statement.lineno - 1].strip()}”, cannot become None: write it as an "
        "assignment or a loop over range(…), or end it with “#: given”"
    )


def _end(node: ast.AST, lines: list[str]) -> tuple[int, int]:
    """Where a node ends, in characters (the syntax tree counts bytes)."""
    line = node.end_lineno - 1
    return line, len(lines[line].encode()[: node.end_col_offset].decode())


def _apply(lines: list[str], first: int, column: int, last: int, end: int, text: str) -> None:
    """Replace a span in place; a comment behind it stays in its column where there is room."""
    code, rest = lines[first][:column] + text, lines[last][end:]
    comment = re.search(r"\s+#", rest)
    if comment and not GIVEN.search(rest):
        code += rest[: comment.start()]
        width = end + comment.end() - 1 if first == last else 0
        code, rest = code.ljust(max(width, len(code) + 2)), rest[comment.end() - 1 :]
    lines[first : last + 1] = [code + rest]
