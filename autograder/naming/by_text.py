"""What the text of a student's function has in common with right versions and with known mistakes.

Results show what a function does; where several mistakes were made in one function, its text shows what each line is
meant for. Both are put into one spelling and compared line by line. What is found in the text alone is a guess: it
becomes a name where the results agree (see pairs.py), or where the very line of a known mistake stands in a text that
is otherwise a right one.
"""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import combinations

from autograder import catalogue
from autograder.catalogue import Answer
from autograder.naming.arguments import arrays
from autograder.naming.battery import battery
from autograder.naming.merging import Change
from autograder.naming.printing import quoted
from autograder.naming.spelling import Line, definition, names_in, parameters, spelled
from helpers.compare import listed

# A text with more statements or nodes, or one in which more lines differ from every right version, is another program.
MOST_LINES = 80
MOST_NODES = 4000
MOST_CHANGES = 10
# How many right versions are looked at, of those that have most lines in common with it.
MOST_BASES = 3
# How many lines a student is asked to look at again.
MOST_TOLD = 3
# How many names are found by comparing, and how often that begins again.
_ROUNDS = 12
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

    def together(self) -> Iterable[tuple[Answer, ...]]:
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
        """Whether other lines that differ use what these give a value otherwise than the right version does."""
        given = {name for one in of for line in one.lines for name in _given(line)}
        rest = [one for one in self.changed if one not in of]
        return any(
            _pieces(*one.lines).count(name) != _pieces(*self._old(one)).count(name) for one in rest for name in given
        )

    def _old(self, one: Change) -> list[str]:
        return [line.text for line in self.right[one.start : one.end]]

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
        mine = set(spelled(function, {}, _sizes(exercise), False))
        near = sorted(catalogue.styles(exercise), key=lambda base: -len(mine.intersection(_base(base, False))))
        found = [_beside(source, base, inline) for base in near[:MOST_BASES] for inline in (False, True)]
    except (RecursionError, MemoryError):
        return None
    found = [one for one in found if len(one.stands) <= MOST_CHANGES and 2 * len(one.stands) < one.length]
    found.sort(key=lambda one: (len(one.stands), one.inline))
    near = [one for one in found if len(one.stands) <= len(found[0].stands) + 1]
    if not near or not near[0].stands:
        return None
    # The one in which most is known. Without names taken away, there is more of the student's own to point at.
    best = min(near, key=lambda one: (_unknown(one), one.inline))
    return Text(source, _base(best.base, best.inline), best.stands, _mistakes_in(best))


@dataclass(frozen=True)
class _Beside:
    """A function, of so many lines, beside a right version. stands: the lines in the place of what is changed."""

    base: Answer
    inline: bool
    length: int
    stands: Mapping[Change, tuple[Line, ...]]


def _unknown(beside: _Beside) -> int:
    """How many of the lines that differ belong to no known mistake."""
    return len(beside.stands.keys() - set().union(*(of for _, of in _mistakes_in(beside))))


def _mistakes_in(beside: _Beside) -> tuple[tuple[Answer, frozenset[Change]], ...]:
    return tuple((one, of) for one, of in _mistakes(beside.base, beside.inline) if of <= beside.stands.keys())


def _beside(source: str, base: Answer, inline: bool) -> _Beside:
    """A function and a right version, once the same things have the same names."""
    right = _base(base, inline)
    theirs, mine = _definition(base), definition(source, base.exercise)
    known, own = names_in(theirs), names_in(mine)
    names = dict(zip(parameters(mine), parameters(theirs)))
    for _ in range(_ROUNDS):
        renamed = {old: new for old, new in names.items() if old != new}
        lines = spelled(definition(source, base.exercise), renamed, _sizes(base.exercise), inline)
        stands = _differences(right, lines)
        more = _names(stands, [line.text for line in right], own - names.keys() - known, known - own)
        if not more:
            break
        names |= more
    return _Beside(base, inline, len(lines), stands)


def _differences(right: tuple[Line, ...], new: tuple[Line, ...]) -> dict[Change, tuple[Line, ...]]:
    """What makes one text of another one, without names that are only given in another place."""
    found: dict[Change, tuple[Line, ...]] = {}
    old, texts = (tuple(line.text for line in lines) for lines in (right, new))
    for i, j, k, n in _unequal(old, texts):
        # What is given a value by both lines stands for each other, else what stands in the same place.
        inner = list(_unequal([_head(line) for line in old[i:j]], [_head(line) for line in texts[k:n]], all=True))
        for a, b, c, d in inner:
            if b - a == d - c:
                pairs = [(i + a + at, i + a + at + 1, k + c + at, k + c + at + 1) for at in range(b - a)]
            else:
                pairs = [(i + a + at, i + a + at + 1, k + c, k + c) for at in range(b - a)]
                pairs += [(i + b, i + b, k + at, k + at + 1) for at in range(c, d)]
            for start, end, first, last in pairs:
                found[Change(start, end, texts[first:last])] = new[first:last]
    return _without_moved(found, old)


def _unequal(old: Sequence[str], new: Sequence[str], all: bool = False) -> Iterator[tuple[int, int, int, int]]:
    """The blocks of two sequences that differ, from and to; all: the others, too, entry by entry."""
    for kind, i, j, k, n in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield i, j, k, n
        elif all:
            yield from ((i + at, i + at + 1, k + at, k + at + 1) for at in range(j - i))


def _without_moved(found: dict[Change, tuple[Line, ...]], old: tuple[str, ...]) -> dict[Change, tuple[Line, ...]]:
    """Changes without names that are given the same in another place; and where others are, both as one change."""
    gone = {old[one.start]: one for one in found if one.end == one.start + 1 and not one.lines}
    come = {one.lines[0]: one for one in found if one.start == one.end and len(one.lines) == 1}
    given = {_value(text): text for text in gone if _value(text)}
    left = dict(found)
    for text, one in come.items():
        was = text if text in gone and _value(text) else given.get(_value(text))
        if was and gone[was] in left:
            del left[gone[was]], left[one]
            if was != text:
                left[Change(gone[was].start, gone[was].end, one.lines)] = found[one]
    return {one: lines for one, lines in left.items() if one.lines != old[one.start : one.end]}


def _value(line: str) -> str:
    """What a line gives to names, and how far in it stands; empty where it gives nothing to a name."""
    match = re.match(r"( *)[\w, ]+ = (.+)", line)
    return f"{match[1]}= {match[2]}" if match else ""


def _head(line: str) -> str:
    """What a line is for: what it gives a value to, or the kind of statement that it is."""
    found = re.match(r"( *)(for|while|if|else|return|with|[^=+*/-]*?\s*(?:[+*/-]?=(?!=)))", line)
    return found[0] if found else line


def _names(stands: Iterable[Change], right: Sequence[str], mine: frozenset[str], free: frozenset[str]) -> dict:
    """Names of the student's, and of the right version, that stand for each other: those that are given the same; else
    those in lines that are else the same; else the first that differs in lines that are in the same place."""
    given: dict[str, str] = {}
    certain: dict[str, str] = {}
    likely: dict[str, str] = {}
    for one in stands:
        if one.end != one.start + 1 or len(one.lines) != 1:
            continue
        old, new = _pieces(right[one.start]), _pieces(one.lines[0])
        pairs = list(dict.fromkeys((b, a) for a, b in zip(old, new) if a != b))
        found = given if _value(right[one.start]) == _value(one.lines[0]) != "" else certain
        if len(old) != len(new) or any(b not in mine for b, _ in pairs):
            pairs, found = pairs[:1], likely
        # The right version may have one name for two sizes that are the same.
        fits = all(
            b in mine and (a in free or (a.isidentifier() and a != "formula" and old.count(a) > 1)) for b, a in pairs
        )
        if fits and len({b for b, _ in pairs}) == len(pairs):
            for b, a in pairs:
                if b not in found and (a not in found.values() or old.count(a) > 1):
                    found[b] = a
    return given or certain or dict(list(likely.items())[:1])


def _pieces(*lines: str) -> list[str]:
    # What a formula comes to depends on the names in it.
    return re.findall(r"\w+|[^\w\s]", re.sub(r", sign='\w+'", "", " ".join(lines)))


def _given(line: str) -> set[str]:
    """The names, or the arrays, that a line gives a value or adds to."""
    try:
        node = ast.parse(line.strip()).body[0]
    except (SyntaxError, IndexError):
        return set()
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    while targets and isinstance(targets[0], ast.Subscript):
        targets = [targets[0].value]
    return {one.id for target in targets if target for one in ast.walk(target) if isinstance(one, ast.Name)}


@cache
def _sizes(exercise: str) -> dict[str, tuple[str, ...]]:
    """What each axis of the arguments is as long as: the name that right versions give it, or the length, where it is
    the same in all calls of the battery."""
    calls = [arrays(exercise, probe.args) for probe in battery(exercise)]
    found: dict[str, list[tuple[int, ...]]] = {}
    for name in calls[0]:
        shapes = [call[name].shape for call in calls if name in call]
        if len(shapes) == len(calls) and len({len(shape) for shape in shapes}) == 1:
            found[name] = list(zip(*shapes))
    names: dict[tuple[int, ...], str] = {}
    for array, axis, name in _unpacked(exercise):
        if array in found and name != "_" and name not in names.values():
            names.setdefault(found[array][axis], name)
    for array, every in found.items():
        for axis, lengths in enumerate(every):
            same = len(set(lengths)) == 1
            names.setdefault(lengths, f"{lengths[0]}" if same else f"n_of_axis_{axis}_of_{array}")
    return {array: tuple(names[lengths] for lengths in every) for array, every in found.items()}


def _unpacked(exercise: str) -> Iterator[tuple[str, int, str]]:
    """Each name that a right version gives to the length of an axis: the array, the axis, the name."""
    for style in catalogue.styles(exercise):
        for one in ast.walk(_definition(style)):
            match one:
                case ast.Assign(
                    targets=[ast.Tuple(elts=parts)], value=ast.Attribute(value=ast.Name(id=array), attr="shape")
                ):
                    yield from ((array, axis, part.id) for axis, part in enumerate(parts) if isinstance(part, ast.Name))


def _definition(answer: Answer) -> ast.FunctionDef:
    return definition(answer.source, answer.exercise)


@cache
def _base(base: Answer, inline: bool) -> tuple[Line, ...]:
    return spelled(_definition(base), {}, _sizes(base.exercise), inline)


@cache
def _mistakes(base: Answer, inline: bool) -> tuple[tuple[Answer, frozenset[Change]], ...]:
    """What each known mistake changes in a right version."""
    right = _base(base, inline)
    each = (
        (one, _differences(right, spelled(_definition(one), {}, _sizes(base.exercise), inline)))
        for one in catalogue.mistakes(base.exercise)
    )
    return tuple((one, frozenset(changed)) for one, changed in each if len(changed) <= MOST_CHANGES)
