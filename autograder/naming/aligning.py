"""A function line by line beside another one, in which other names may stand for the same things."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from autograder.catalogue import Answer
from autograder.naming.merging import Change
from autograder.naming.sizes import sizes
from autograder.naming.spelling import Line, definition, names_in, parameters, spelled

# How many times names are found by comparing lines, and the lines compared again.
_ROUNDS = 12


@dataclass(frozen=True)
class Beside:
    """A function, of so many lines, beside a right version. stands: the lines in the place of what is changed."""

    base: Answer
    inline: bool
    length: int
    stands: Mapping[Change, tuple[Line, ...]]


def beside(source: str, base: Answer, inline: bool) -> Beside:
    """A function and a right version, once the same things have the same names."""
    right = lines_of(base, inline)
    theirs, mine = definition(base.source, base.exercise), definition(source, base.exercise)
    known, own = names_in(theirs), names_in(mine)
    names = dict(zip(parameters(mine), parameters(theirs)))
    for _ in range(_ROUNDS):
        renamed = {old: new for old, new in names.items() if old != new}
        lines = spelled(definition(source, base.exercise), renamed, sizes(base.exercise), inline)
        stands = differences(right, lines)
        more = _names(stands, [line.text for line in right], own - names.keys() - known, known - own)
        if not more:
            break
        names |= more
    return Beside(base, inline, len(lines), stands)


@cache
def lines_of(answer: Answer, inline: bool) -> tuple[Line, ...]:
    """A known answer in the common spelling, see `spelled`."""
    return spelled(definition(answer.source, answer.exercise), {}, sizes(answer.exercise), inline)


def differences(right: tuple[Line, ...], new: tuple[Line, ...]) -> dict[Change, tuple[Line, ...]]:
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
        old, new = pieces(right[one.start]), pieces(one.lines[0])
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


def pieces(*lines: str) -> list[str]:
    """The names, numbers and signs in some lines."""
    # What a formula comes to depends on the names in it.
    return re.findall(r"\w+|[^\w\s]", re.sub(r", sign='\w+'", "", " ".join(lines)))


def gives(change: Change) -> set[str]:
    """The names that the lines of a change give a value."""
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
