"""What each line that differs does otherwise, where a right version with the student's lines does as the student's.

Other than the text alone, this is no guess: the results agree. A line that is no known mistake's is told as what it is.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import asdict, dataclass, replace

from autograder import catalogue
from autograder.naming.apart import apart
from autograder.naming.by_text import MOST_TOGETHER, Text, mistakes_of, touch
from autograder.naming.explanation import Named
from autograder.naming.merging import Change
from autograder.naming.observed import Student
from autograder.naming.telling import VAGUE, told


@dataclass(frozen=True)
class Lines:
    """What is wrong in a text, as its lines tell it. vague: of how many lines no more can be said than that they are
    wrong. known: whether all are known mistakes'."""

    named: tuple[Named, ...] = ()
    vague: int = 0
    known: bool = False


def by_line(text: Text, student: Student) -> Lines:
    """What is wrong, beside that right version of which most can be said; nothing where none does the same with the
    student's lines."""
    found = []
    for one in text.beside_others():
        found.append(_beside(one, student))
        if found[-1].named and not found[-1].vague:
            break
    return min(found, key=lambda one: (not one.named, one.vague, len(one.named)))


def _beside(text: Text, student: Student) -> Lines:
    # What can be done without the student's lines is done here, for other students, too.
    if not text.again:
        return Lines()
    found = apart(lambda: asdict(_lines(text, student)))
    return replace(Lines(**found), named=tuple(Named(**one) for one in found["named"])) if found else Lines()


def _lines(text: Text, student: Student) -> Lines:
    first = frozenset().union(*(of for _, of in text.mistakes))
    left = text.again.that_matter(student, first)
    if not 0 < len(left) <= MOST_TOGETHER:
        return Lines()
    gone, come = _moved(text, left)
    found: list[tuple[Named, frozenset[Change]]] = []
    for one, of in sorted(text.mistakes, key=lambda found: (not found[1] <= left, -len(found[1]))):
        # What stands under a condition, say, is not left out.
        if of & left and (not of & gone or of & come):
            found.append((Named(one.exercise, one.name, one.message, one.section), of))
            left -= of
    known, catalogued = not left, frozenset(one for one, _ in found)
    # What only follows from another line is not told again.
    left = left - gone - come or left - gone
    left = frozenset(one for one in left if not text.follows(one)) or left
    exercise = text.base.exercise
    for one in sorted(left):
        lines = text.right[one.start : one.end], text.changed[one]
        name, message = told(exercise, *lines, text.source, into_a_block=bool(come))
        # A condition is about the line that has come under it.
        section = _section(text, min(gone) if gone else one)
        found.append((Named(exercise, name, message, section), frozenset({one})))
    vague = sum(one.name in VAGUE for one, _ in found)
    every = frozenset().union(*(of for _, of in found))

    def may_be_good(one: Named, of: frozenset[Change]) -> bool:
        """Whether other lines make this one good, or may: one of which no more can be said may do two things."""
        others = [(mate, other) for mate, other in found if mate is not one and touch(of, other, entries=True)]
        unclear = [mate for mate, other in others if mate.name in VAGUE and touch(of, other)]
        if unclear or (one.name in VAGUE and any(touch(of, other) for _, other in others)):
            return True
        if not others or text.again.is_made_good(of, student):
            return bool(others)
        return one not in catalogued and not text.again.is_better_without(of, every, student)

    # Nor can more be said of two than that they differ: they may be another way to say what is right.
    clear = [one for one, of in found if not may_be_good(one, of) and not (vague > 1 and one.name in VAGUE)]
    left = frozenset().union(*(of for one, of in found if one not in clear))
    if left and clear:
        more = text.look_at(sorted(left), also=True) or "There may be more to mend."
        last = clear[-1]
        clear[-1] = replace(last, message=f"{last.message} {more}")
    return Lines(tuple(clear), vague, known and not left)


def _moved(text: Text, changes: Collection[Change]) -> tuple[frozenset[Change], frozenset[Change]]:
    """The changes by which a line is gone, and those by which the same one has come in another block."""
    come = {one.lines[0].strip(): one for one in changes if one.start == one.end and len(one.lines) == 1}
    lines = {one: text.right[one.start].text.strip() for one in changes if one.end == one.start + 1 and not one.lines}
    gone = {one: come[line] for one, line in lines.items() if line in come}
    return frozenset(gone), frozenset(gone.values())


def _section(text: Text, change: Change) -> str:
    """The section that most mistakes in the same line point to."""
    places = range(change.start, max(change.end, change.start + 1))
    found = Counter(
        one.section
        for one, of in mistakes_of(text.base, text.inline)
        if any(other.start in places for other in of if len(of) == 1)
    )
    return found.most_common(1)[0][0] if found else catalogue.section_of(text.base.exercise)
