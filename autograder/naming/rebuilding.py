"""A student's function rebuilt: the right version that is nearest to its text, with what differs in it said again.

Where that does on every call what the student's function does, the lines that differ are all that is wrong, whether
anybody has made these mistakes before or not. Each line that does not matter is then left as the right version has it.
"""

import ast
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain, combinations
from types import CodeType

from autograder import reference
from autograder.catalogue import Answer
from autograder.naming.aligning import gives, lines_of, pieces
from autograder.naming.arguments import arrays
from autograder.naming.battery import battery
from autograder.naming.language import OWN, said_again
from autograder.naming.merging import Change
from autograder.naming.observed import Student
from autograder.naming.outcomes import Outcome, entries_right, outcome, wrong
from autograder.naming.probes import Probe
from autograder.naming.sizes import sizes
from autograder.naming.spelling import Line, definition
from autograder.naming.words import OF_THE_COURSE, Budget, Refused, words

# Of how many lines that matter each set is tried, to see whether they only say together what a right version says.
MOST_SETS_OF = 6
# Words of our own beside those of the language: the lengths of the axes, and the function.
_LENGTHS = "lengths_"
_NAME = "rebuilt_"


class Rebuilt:
    """A right version in which some lines can be put as a student has them."""

    def __init__(self, base: Answer, inline: bool, changed: Mapping[Change, tuple[Line, ...]]):
        """Raises Refused where the right version cannot be said again."""
        self._base, self._right = base, _right(base, inline)
        self._names = set(pieces(*(line.text for line in lines_of(base, inline))))
        # In the order of the student's lines, where several stand in one place.
        self._changed = sorted(changed, key=lambda one: (one.start, one.end, [line.place for line in changed[one]]))
        self._budget = Budget()
        self._new = {one: lines for one, of in changed.items() if (lines := _all_said(base, of)) is not None}

    def that_matter(self, student: Student, first: Collection[Change] = ()) -> frozenset[Change]:
        """The changes that make of the right version what the student's function is, without those that make no
        difference; none where all together do not. first: those that are kept rather than others, if some are enough.
        """
        kept = frozenset(self._changed)
        if not self._does(student, kept):
            return frozenset()
        order = sorted(kept, key=lambda one: (one in first, one))
        # What one line made necessary may be needless once that is gone.
        while needless := next((one for one in order if one in kept and self._does(student, kept - {one})), None):
            kept -= {needless}
        return kept - self._harmless_together(kept)

    def _harmless_together(self, changes: frozenset[Change]) -> frozenset[Change]:
        """The most of these changes with which a right version is still right: another way to write the same."""
        counts = range(len(changes) - 1, 0, -1) if len(changes) <= MOST_SETS_OF else ()
        # What another mistake hides, which raises first, say, makes no difference, and may still be part of that way.
        hidden = frozenset(self._changed) - changes
        for some in (frozenset(some) for count in counts for some in combinations(sorted(changes), count)):
            # What they give under a name that the right version does not have is of no use but to the others.
            own = set().union(*map(gives, some)) - self._names
            if any(own & set(pieces(*other.lines)) for other in changes - some):
                continue
            for also in dict.fromkeys((frozenset(), hidden)):
                function = self.with_changes(some | also)
                if function and _is_right(self._base.exercise, function):
                    return some
        return frozenset()

    def is_harmless(self, change: Change) -> bool:
        """Whether the right version stays right with this change alone."""
        function = self.with_changes({change})
        return function is not None and _is_right(self._base.exercise, function)

    def is_made_good(self, changes: frozenset[Change], student: Student) -> bool:
        """Whether the student's function has something right that is wrong with these changes alone."""
        function = self.with_changes(changes)
        if not function:
            return True
        came = ((result_of(function, seen.probe), seen) for seen in student.seen)
        return any(one is None or set(wrong(one, seen.probe.ways)) - set(seen.wrong) for one, seen in came)

    def is_better_without(self, changes: frozenset[Change], kept: frozenset[Change], student: Student) -> bool:
        """Whether more entries come out right where the student's function has these lines as the right version has
        them, and fewer nowhere."""
        function = self.with_changes(kept - changes)
        if not function:
            return False
        came = [(result_of(function, seen.probe), seen) for seen in student.seen]
        if any(one is None for one, _ in came):
            return False
        more = [entries_right(one, seen.probe.ways) - entries_right(seen.came, seen.probe.ways) for one, seen in came]
        return min(more) >= 0 < max(more)

    def with_changes(self, changes: Collection[Change]) -> Callable | None:
        """The right version with these changes; None where that is no Python, or one of them cannot be said again."""
        text = list(self._right)
        for one in reversed(self._changed):
            if one in changes and one not in self._new:
                return None
            if one in changes:
                text[one.start : one.end] = self._new[one]
        return _function(self._base, text, self._budget)

    def _does(self, student: Student, changes: frozenset[Change]) -> bool:
        """Whether the right version with these changes does what the student's function does."""
        function = self.with_changes(changes) if changes else None
        return function is not None and all(
            student.came_to(result_of(function, seen.probe), seen) for seen in student.seen
        )


def result_of(function: Callable, probe: Probe) -> Outcome | None:
    """What a rebuilt function does on a call; None where it does more than a right version could."""
    came = outcome(probe.exercise, lambda args: function(probe.exercise, args), probe.args)
    if came.kind == Refused.__name__:
        return None
    return replace(came, said=came.said.replace(f"'{OWN}", "'"))  # of a name that has no value


@cache
def _right(base: Answer, inline: bool) -> tuple[str, ...]:
    """A right version in the words of the language, where it is still right in them."""
    lines = tuple(said_again(line, _others(base.exercise)) for line in lines_of(base, inline))
    function = _function(base, lines, Budget())
    if function is None or not _is_right(base.exercise, function):
        raise Refused
    return lines


def _all_said(base: Answer, lines: Sequence[Line]) -> tuple[str, ...] | None:
    try:
        return tuple(said_again(line, _others(base.exercise)) for line in lines)
    except (Refused, RecursionError, ValueError):
        return None


def _is_right(exercise: str, function: Callable) -> bool:
    came = ((result_of(function, probe), probe) for probe in battery(exercise))
    return all(one is not None and not wrong(one, probe.ways) for one, probe in came)


@cache
def _others(exercise: str) -> frozenset[str]:
    return OF_THE_COURSE - {exercise}


def _function(base: Answer, lines: Sequence[str], budget: Budget) -> Callable[[str, tuple], object] | None:
    """A function of an exercise and its arguments, from the lines of its body."""
    code = _compiled(base, lines)
    if code is None:
        return None

    def rebuilt(exercise: str, args: tuple) -> object:
        others = {name: reference.EXERCISES[name] for name in _others(exercise)}
        budget.begin()
        space = {**words(budget, others), _LENGTHS: _lengths(exercise, args)}
        exec(code, space)
        return space[_NAME](*args)

    return rebuilt


def _compiled(base: Answer, lines: Sequence[str]) -> CodeType | None:
    try:
        return compile("\n    ".join([*_head(base), *lines]), f"<{base.exercise}, rebuilt>", "exec")
    except (SyntaxError, RecursionError, MemoryError):
        return None


@cache
def _head(base: Answer) -> tuple[str, ...]:
    """The first line of a function, and the lengths of the axes as names of its own: its lines may give these names
    another value."""
    head = definition(base.source, base.exercise)
    head.name, head.body, head.decorator_list, head.returns = _NAME, [ast.Pass()], [], None
    for one in ast.walk(head.args):
        if isinstance(one, ast.arg):
            one.annotation, one.arg = None, OWN + one.arg
    names = sorted(filter(str.isidentifier, set(chain(*sizes(base.exercise).values()))))
    return ast.unparse(head).splitlines()[0], *(f"{OWN}{name} = {_LENGTHS}['{name}']" for name in names)


def _lengths(exercise: str, args: tuple) -> dict[str, int]:
    """The lengths of the axes of the arguments, by the names that they have in the common spelling."""
    names = sizes(exercise)
    return {
        size: length
        for name, array in arrays(exercise, args).items()
        for size, length in zip(names.get(name, ()), array.shape)
        if size.isidentifier()
    }
