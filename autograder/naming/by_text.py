"""What the text of a student's function has in common with right versions and with known mistakes.

Results show what a function does; where several mistakes were made in one function, its text shows what each line is
meant for. Both are put into one spelling and compared line by line. What is found in the text alone is a guess: it
becomes a name where the results agree (see pairs.py), or where the very line of a known mistake stands in a text that
is otherwise a right one.
"""

import ast
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from autograder import catalogue
from autograder.catalogue import Answer
from autograder.naming.aligning import Beside, beside, differences, lines_of, pieces
from autograder.naming.merging import Change
from autograder.naming.printing import quoted
from autograder.naming.sizes import sizes
from autograder.naming.spelling import Line, definition, spelled
from helpers.compare import listed

# A text with more statements or nodes, or one in which more lines differ from every right version, is another program.
MOST_LINES = 80
MOST_NODES = 4000
MOST_CHANGES = 10
# How many right versions are looked at, of those that have most lines in common with it.
MOST_BASES = 3
# How many lines a student is asked to look at again.
MOST_TOLD = 3
# How many mistakes, found in a text, may make up one answer, and how many sets of them are tried.
MOST_TOGETHER = 4
MOST_SETS = 60


@dataclass(frozen=True)
class Text:
    """A student's function beside the right version that is nearest to it.

    source: the student's cell. right: the lines of the right version. changed: what stands in the student's otherwise,
    and in which lines. mistakes: those of the catalogue whose changes are all among these, with them.
    """

    source: str
    right: tuple[Line, ...]
    changed: Mapping[Change, tuple[Line, ...]]
    mistakes: tuple[tuple[Answer, frozenset[Change]], ...]

    def together(self) -> list[tuple[Answer, ...]]:
        """Sets of mistakes that change different lines, those first that account for most of what differs."""
        sets = [
            some
            for size in range(2, MOST_TOGETHER + 1)
            for some in combinations(self.mistakes, size)
            if len(frozenset().union(*(of for _, of in some))) == sum(len(of) for _, of in some)
        ]
        sets.sort(key=lambda some: (-sum(len(of) for _, of in some), len(some)))
        return [tuple(one for one, _ in some) for some in sets[:MOST_SETS]]

    def certain(self) -> tuple[Answer, ...]:
        """Mistakes whose lines stand here, and have nothing to do with the other lines that differ. What is missing may
        be done in another way."""
        found = [
            (one, of)
            for one, of in self.mistakes
            if any(change.lines for change in of)
            and not any(of < more or (of == more and other is not one) for other, more in self.mistakes)
        ]
        return tuple(one for one, of in found if not self._touch(of))

    def _touch(self, of: frozenset[Change]) -> bool:
        """Whether other lines that differ use what these give, or the other way round: one may make the other good."""
        rest = [one for one in self.changed if one not in of and not self._follows(one)]
        return any(_gives(one) & set(pieces(*other.lines)) for one in of for other in rest) or any(
            _gives(one) & set(pieces(*other.lines)) for one in rest for other in of
        )

    def is_made_of(self, known: Sequence[Answer]) -> bool:
        """Whether all that differs is of these mistakes."""
        return not self._apart_from(known)

    def _apart_from(self, known: Sequence[Answer]) -> list[Change]:
        changes = frozenset().union(*(of for one, of in self.mistakes if one in known))
        return [one for one in self.changed if one not in changes and not self._follows(one)]

    def look_again(self, known: Sequence[Answer] = ()) -> str:
        """A sentence on the lines that are no right version's, and no mistake's that is known, where they are few."""
        left = self._apart_from(known)
        numbers = sorted({number for one in left for line in self.changed[one] for number in line.numbers})
        # Of what is missing there is no line to look at.
        if not 0 < len(numbers) <= MOST_TOLD or not all(one.lines for one in left):
            return ""
        text = re.split(r"\r\n|\r|\n", self.source)
        lines = listed([f"line {number}, “{quoted(text[number - 1].strip())}”" for number in numbers])
        also = "also " if known else ""
        return f"Compared with a right version, line by line, your code {also}differs in {lines}: look there again."

    def _follows(self, one: Change) -> bool:
        """Whether this is written as in the right version, and differs since another line does."""
        old = [line.written for line in self.right[one.start : one.end]]
        return old == [line.written for line in self.changed[one]] or [*map(str.strip, one.lines)] == ["else:"]


def read(exercise: str, source: str) -> Text | None:
    """Compare a cell that defines a function with the right versions; None where it is like none of them, or where
    nothing differs."""
    try:
        function = definition(source, exercise)
        nodes = list(ast.walk(function)) if function else []
        if not nodes or len(nodes) > MOST_NODES or sum(isinstance(one, ast.stmt) for one in nodes) > MOST_LINES:
            return None
        mine = set(spelled(function, {}, sizes(exercise), False))
        near = sorted(catalogue.styles(exercise), key=lambda base: -len(mine.intersection(lines_of(base, False))))
        found = [beside(source, base, inline) for base in near[:MOST_BASES] for inline in (False, True)]
    except (RecursionError, MemoryError):
        return None
    found = [one for one in found if len(one.stands) <= MOST_CHANGES and 2 * len(one.stands) < one.length]
    found.sort(key=lambda one: (len(one.stands), one.inline))
    nearest = [one for one in found if len(one.stands) <= len(found[0].stands) + 1]
    if not nearest or not nearest[0].stands:
        return None
    # The one in which most is known. Without names taken away, there is more of the student's own to point at.
    best = min(nearest, key=lambda one: (_unknown(one), one.inline))
    return Text(source, lines_of(best.base, best.inline), best.stands, _mistakes_in(best))


def _unknown(beside: Beside) -> int:
    """How many of the lines that differ belong to no known mistake."""
    return len(beside.stands.keys() - set().union(*(of for _, of in _mistakes_in(beside))))


def _mistakes_in(beside: Beside) -> tuple[tuple[Answer, frozenset[Change]], ...]:
    return tuple((one, of) for one, of in _mistakes(beside.base, beside.inline) if of <= beside.stands.keys())


def _gives(change: Change) -> set[str]:
    return set().union(*map(_given, change.lines))


def _given(line: str) -> set[str]:
    """The names that a line gives a value. An array that it adds to, others may add to as well."""
    try:
        text = line.strip()
        node = ast.parse(f"{text} pass" if text.endswith(":") else text).body[0]
    except (SyntaxError, IndexError):
        return set()
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    parts = [part for target in targets for part in getattr(target, "elts", [target])]
    return {one.id for one in parts if isinstance(one, ast.Name)}


@cache
def _mistakes(base: Answer, inline: bool) -> tuple[tuple[Answer, frozenset[Change]], ...]:
    """What each known mistake changes in a right version."""
    right = lines_of(base, inline)
    each = (
        (one, differences(right, spelled(definition(one.source, one.exercise), {}, sizes(base.exercise), inline)))
        for one in catalogue.mistakes(base.exercise)
    )
    return tuple((one, frozenset(changed)) for one, changed in each if len(changed) <= MOST_CHANGES)
