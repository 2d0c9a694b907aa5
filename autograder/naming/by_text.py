"""What the text of a student's function has in common with right versions and with known mistakes.

Results show what a function does; where several mistakes were made in one function, its text shows what each line is
meant for. Both are put into one spelling and compared line by line. What is found in the text alone is a guess: it
becomes a name where the results agree (see pairs.py), or where the very line of a known mistake stands in a text that
is otherwise a right one.
"""

import ast
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import combinations

from autograder import catalogue
from autograder.catalogue import Answer
from autograder.naming.aligning import Beside, beside, differences, gives, lines_of, pieces
from autograder.naming.apart import apart
from autograder.naming.merging import Change
from autograder.naming.printing import quoted
from autograder.naming.rebuilding import Rebuilt
from autograder.naming.sizes import sizes
from autograder.naming.spelling import Line, definition, spelled
from autograder.naming.words import Refused
from helpers.compare import listed

# A text with more statements or nodes, or one in which more lines differ from every right version, is another program.
MOST_LINES = 80
MOST_NODES = 4000
LONGEST_TEXT = 20_000
MOST_CHANGES = 10
MOST_CHANGES_FAR = 18
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

    source: the student's cell. base, inline: the right version, and how it is spelled. changed: what stands in the
    student's otherwise, and in which lines. mistakes: those of the catalogue whose changes are all among these, with
    them. far: whether so much differs that only proof counts. others: beside other right versions.
    """

    source: str
    base: Answer
    inline: bool
    changed: Mapping[Change, tuple[Line, ...]]
    mistakes: tuple[tuple[Answer, frozenset[Change]], ...]
    far: bool = False
    others: tuple[Beside, ...] = ()

    @cached_property
    def again(self) -> Rebuilt | None:
        try:
            return Rebuilt(self.base, self.inline, self.changed)
        except Refused:
            return None

    @property
    def right(self) -> tuple[Line, ...]:
        """The lines of the right version."""
        return lines_of(self.base, self.inline)

    def beside_others(self) -> Iterator["Text"]:
        """The same text beside the right versions that are nearest to it, this one first."""
        yield self
        yield from (_text(self.source, other) for other in self.others)

    def together(self) -> list[tuple[Answer, ...]]:
        """Sets of mistakes that change different lines, those first that account for most of what differs."""
        sets = [
            some
            for size in (() if self.far else range(2, MOST_TOGETHER + 1))
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
            for one, of in (() if self.far else self.mistakes)
            if any(change.lines for change in of)
            and not any(of < more or (of == more and other is not one) for other, more in self.mistakes)
        ]
        return tuple(one for one, of in found if not touch(of, self._without(of)))

    def _without(self, of: frozenset[Change]) -> list[Change]:
        return [one for one in self.changed if one not in of and not self.follows(one)]

    def is_made_of(self, known: Sequence[Answer]) -> bool:
        """Whether all that differs is of these mistakes."""
        return not self._apart_from(known)

    def _apart_from(self, known: Sequence[Answer]) -> list[Change]:
        changes = frozenset().union(*(of for one, of in self.mistakes if one in known))
        return self._without(changes)

    def look_again(self, known: Sequence[Answer] = ()) -> str:
        """A sentence on the lines that are no right version's, and no mistake's that is known, where they are few."""
        if self.far:
            return ""
        left = self._apart_from(known)
        harmless = apart(lambda: [self.again.is_harmless(one) for one in left]) if left and self.again else None
        left = [one for one, is_harmless in zip(left, harmless or [False] * len(left)) if not is_harmless]
        return self.look_at(left, also=bool(known))

    def look_at(self, changes: Sequence[Change], also: bool) -> str:
        """A sentence on the lines of some changes, where they are few."""
        numbers = sorted({number for one in changes for line in self.changed[one] for number in line.numbers})
        # Of what is missing there is no line to look at.
        if not 0 < len(numbers) <= MOST_TOLD or not all(one.lines for one in changes):
            return ""
        text = re.split(r"\r\n|\r|\n", self.source)
        lines = listed([f"line {number}, “{quoted(text[number - 1].strip())}”" for number in numbers])
        too = "also " if also else ""
        return f"Compared with a right version, line by line, your code {too}differs in {lines}: look there again."

    def follows(self, one: Change) -> bool:
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
        if len(ast.unparse(function)) > LONGEST_TEXT:
            return None
        mine = set(spelled(function, {}, sizes(exercise), False))
        near = sorted(catalogue.styles(exercise), key=lambda base: -len(mine.intersection(lines_of(base, False))))
        found = [beside(source, base, inline) for base in near[:MOST_BASES] for inline in (False, True)]
    except (RecursionError, MemoryError, ValueError, OverflowError):
        return None
    found = [one for one in found if len(one.stands) <= min(MOST_CHANGES_FAR, one.length)]
    found.sort(key=lambda one: (len(one.stands), one.inline))
    if not found or not found[0].stands:
        return None
    nearest = [one for one in found if len(one.stands) <= len(found[0].stands) + 1]
    best = _best(nearest)
    return replace(_text(source, best), others=tuple(one for one in found if one is not best)[: MOST_BASES - 1])


def _best(nearest: list[Beside]) -> Beside:
    """The one in which most is known. Without names taken away, there is more of the student's own to point at."""
    order = sorted(nearest, key=lambda one: one.inline)
    for one in order:
        if not _unknown(one):
            return one  # What all mistakes look like in another spelling need not be worked out.
    return min(order, key=_unknown)


def _text(source: str, one: Beside) -> Text:
    return Text(source, one.base, one.inline, one.stands, _mistakes_in(one), _is_far(one))


def _is_far(beside: Beside) -> bool:
    """Whether so much differs that a line need not be meant for what a line of the right version is."""
    return len(beside.stands) > MOST_CHANGES or 2 * len(beside.stands) >= beside.length


def touch(some: Collection[Change], others: Collection[Change], entries: bool = False) -> bool:
    """Whether some lines use what others give, or the other way round. entries: also of arrays in which they change
    something, which others may well do, too."""
    return any(
        _puts_into(one, entries) & _uses(other) or _puts_into(other, entries) & _uses(one)
        for one in some
        for other in others
    )


def _puts_into(change: Change, entries: bool) -> set[str]:
    found = (re.match(r"\s*(\w+)\[.*\] [-+*/]?= ", line) for line in change.lines if entries)
    return gives(change) | {one[1] for one in found if one}


def _uses(change: Change) -> set[str]:
    return set(pieces(*change.lines))


def _unknown(beside: Beside) -> int:
    """How many of the lines that differ belong to no known mistake."""
    return len(beside.stands.keys() - set().union(*(of for _, of in _mistakes_in(beside))))


def _mistakes_in(beside: Beside) -> tuple[tuple[Answer, frozenset[Change]], ...]:
    return tuple((one, of) for one, of in mistakes_of(beside.base, beside.inline) if of <= beside.stands.keys())


@cache
def mistakes_of(base: Answer, inline: bool) -> tuple[tuple[Answer, frozenset[Change]], ...]:
    """What each known mistake changes in a right version."""
    right = lines_of(base, inline)
    each = ((one, differences(right, lines_of(one, inline))) for one in catalogue.mistakes(base.exercise))
    return tuple((one, frozenset(changed)) for one, changed in each if len(changed) <= MOST_CHANGES)
