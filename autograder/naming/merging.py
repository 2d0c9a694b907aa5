"""Two mistakes, or three, as one function: what each changes in a right version, changed in the same text.

A mistake is compared with a right version line by line; what it changes is cut down to the lines that matter. Changes
of several mistakes go together where they touch different lines.
"""

import ast
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import combinations

import numpy as np

from autograder import catalogue, reference
from autograder.catalogue import Answer
from autograder.naming.battery import battery
from autograder.naming.known import outcome_of
from autograder.naming.outcomes import Outcome, same

# How alike two lines are that stand for each other.
ALIKE = 0.6
# A mistake that changes more lines than this is another program, not a slip in this one.
MOST_CHANGES = 14


@dataclass(frozen=True, order=True)
class Change:
    """Lines start to end (excluded) of a text, replaced by others."""

    start: int
    end: int
    lines: tuple[str, ...]

    def overlaps(self, other: "Change") -> bool:
        """Whether both touch the same line, or put something in at the same place."""
        if self.start == self.end and other.start == other.end:
            return self.start == other.start
        return max(self.start, other.start) < min(self.end, other.end)


@cache
def merged(*answers: Answer) -> Callable | None:
    """Mistakes in one function, made of the right version nearest to them; None where they overlap."""
    for base in _bases(answers):
        each = [changes(one, base) for one in answers]
        if None in each or any(_is_in_the_others(one, each) for one in each):
            continue  # another program; or one mistake is another and something more
        every = sorted(set().union(*each))
        if any(change.overlaps(next_one) for change, next_one in combinations(every, 2)):
            continue
        function = _function(base, _applied(_lines(base), every), answers)
        if function:
            return function
    return _patched(*answers) if len(answers) == 2 else None


def _patched(one: Answer, other: Answer) -> Callable | None:
    """Of two mistakes that overlap, one in the text of the other: a line can stand further in or out there. None where
    the other has no such line, or more than one."""
    for base in _bases((one, other)):
        for first, second in ((one, other), (other, one)):
            patch = changes(second, base)
            text = patch and _with(list(_lines(first)), patch, _lines(base))
            function = text and _function(base, text, (one, other))
            if function:
                return function
    return None


def _with(text: list[str], patch: tuple[Change, ...], base: tuple[str, ...]) -> str:
    """A text in which each line that a patch of another text replaces is replaced; empty where that cannot be."""
    for change in patch:
        if change.end != change.start + 1 or len(change.lines) != 1:
            return ""
        old, new = base[change.start].strip(), change.lines[0].strip()
        places = [at for at, line in enumerate(text) if line.strip() == old]
        if len(places) != 1 or old.endswith(":") != new.endswith(":"):
            return ""
        line = text[places[0]]
        text[places[0]] = line[: len(line) - len(line.lstrip())] + new
    return "\n".join(text)


def without_the_needless(found: list[tuple[Answer, ...]]) -> list[tuple[Answer, ...]]:
    """Sets of mistakes, without those that change all that another one of these sets changes, and something more.

    What is more does not show, since another mistake in the set hides it.
    """
    return [one for one in found if not any(_is_part_of(other, one) for other in found if other is not one)]


def _is_part_of(some: tuple[Answer, ...], more: tuple[Answer, ...]) -> bool:
    """Whether some mistakes change a right version in part of the places that others do, and no other way there."""
    for base in _bases(more):
        mine, theirs = ([changes(one, base) for one in answers] for answers in (some, more))
        if None not in (*mine, *theirs) and set().union(*mine) < set().union(*theirs):
            return True
    return False


def _is_in_the_others(one: tuple[Change, ...], each: list[tuple[Change, ...]]) -> bool:
    return set(one) <= {change for other in each if other is not one for change in other}


@cache
def changes(answer: Answer, base: Answer) -> tuple[Change, ...] | None:
    """What a mistake changes in a right version, without the lines that only say the same in another way; None where
    it is another program."""
    if _distance(answer, base) > 2 * MOST_CHANGES:
        return None
    every = _differences(_lines(base), _lines(answer))
    if len(every) > MOST_CHANGES:
        return None
    kept = list(every)
    for change in every:
        fewer = [one for one in kept if one != change]
        if fewer and _does_as(answer, base, fewer):
            kept = fewer
    return tuple(kept)


def _bases(answers: tuple[Answer, ...]) -> list[Answer]:
    """Right versions, those first that the mistakes are nearest to."""
    near = [
        (sum(_distance(one, base) for one in answers), at, base) for at, base in enumerate(_styles(answers[0].exercise))
    ]
    return [base for distance, _, base in sorted(near)[:2] if distance <= len(answers) * MOST_CHANGES]


@cache
def _styles(exercise: str) -> list[Answer]:
    return catalogue.styles(exercise)


@cache
def _distance(answer: Answer, base: Answer) -> int:
    """How many lines are in one of two texts and not in the other."""
    mine, yours = Counter(_lines(answer)), Counter(_lines(base))
    return (mine - yours).total() + (yours - mine).total()


@cache
def _lines(answer: Answer) -> tuple[str, ...]:
    """The text of an answer, one line for each simple statement, without its helpers."""
    definitions = [node for node in ast.parse(answer.source).body if isinstance(node, ast.FunctionDef)]
    for node in ast.walk(definitions[-1]):
        if isinstance(node, ast.arg):
            node.annotation = None
    return tuple(ast.unparse(definitions[-1]).splitlines())


def _differences(old: tuple[str, ...], new: tuple[str, ...]) -> list[Change]:
    found: list[Change] = []
    for kind, i, j, k, n in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            found += _line_by_line(i, old[i:j], new[k:n])
    return found


def _line_by_line(start: int, old: tuple[str, ...], new: tuple[str, ...]) -> list[Change]:
    """A block that was replaced, as single lines where they stand for each other."""
    if len(old) == len(new):
        return [Change(start + at, start + at + 1, (line,)) for at, line in enumerate(new)]
    found, taken = [], 0
    for at, line in enumerate(old):
        mates = (n for n in range(taken, len(new)) if SequenceMatcher(None, line, new[n]).ratio() >= ALIKE)
        mate = next(mates, None)
        if mate is None:
            found.append(Change(start + at, start + at + 1, ()))
            continue
        found.append(Change(start + at, start + at + 1, tuple(new[taken : mate + 1])))
        taken = mate + 1
    if taken < len(new):
        found.append(Change(start + len(old), start + len(old), tuple(new[taken:])))
    return found


def _applied(lines: tuple[str, ...], every: list[Change]) -> str:
    text = list(lines)
    for change in reversed(every):
        text[change.start : change.end] = change.lines
    return "\n".join(text)


def _does_as(answer: Answer, base: Answer, some: list[Change]) -> bool:
    """Whether the right version with these changes does what the mistake does."""
    function = _function(base, _applied(_lines(base), some), (answer,))
    return function is not None and all(
        same(outcome_of(function, probe), _outcome(answer, number))
        for number, probe in enumerate(battery(base.exercise))
    )


@cache
def _outcome(answer: Answer, number: int) -> Outcome:
    return outcome_of(answer.function, battery(answer.exercise)[number])


def _function(base: Answer, text: str, answers: tuple[Answer, ...]) -> Callable | None:
    # What a notebook gives besides, such as PyTorch's layers, stands where the right version does.
    space = {"np": np, **reference.EXERCISES, **base.function.__globals__}
    for answer in (base, *answers):
        space |= {helper.__name__: helper for helper in answer.uses}
    try:
        exec(compile(text, f"<two mistakes of {base.exercise}>", "exec"), space)
    except SyntaxError:
        return None
    return space[base.exercise]
