"""Which two mistakes, or three, made together, give what a student's function gives."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import combinations

from autograder.catalogue import Answer
from autograder.naming.battery import battery
from autograder.naming.common import COMMON
from autograder.naming.known import Known, is_near, known, outcome_of
from autograder.naming.merging import merged, without_the_needless
from autograder.naming.observed import Student
from autograder.naming.outcomes import Outcome, alike, same

# How many pairs may be put together and called for one explanation, and how many threes. Where there are more, none is
# named: one that is left out might explain it as well. These are counts, and no times, so that a busy machine says what
# an idle one says. What was put together is kept: an explanation takes up to 8 s of processor time at first, later
# 0.3 s (conv_backward, with 4,400 pairs and nothing alike, in a process that had loaded nothing).
MOST_PAIRS = 5000
MOST_THREES = 200
# How many mistakes may be part of a three, so that there are not too many of those to look at.
MOST_PARTS = 24


def two_together(student: Student) -> list[tuple[Answer, ...]]:
    """Each two mistakes that give these outcomes on the battery when they are made together."""
    if _hides(student):
        return []
    every = _every(student)
    pairs = list(_sets(student, every, 2))
    if len(pairs) > MOST_PAIRS:
        return []
    fits = {id(one): _fits(student, one) for one in every}
    # The likely ones first: the mistakes show apart from each other; or only where both do, they mix; or whatever.
    for likely in (
        lambda some: _is_likely(student, some, fits, apart=True),
        lambda some: _is_likely(student, some, fits, apart=False),
        lambda some: (
            any(seen.came.status == "ok" for seen in student.seen) and _touch_only_what_is_wrong(student, some)
        ),
    ):
        if found := [answers for answers in map(_answers, filter(likely, pairs)) if agree(student, answers)]:
            return without_the_needless(found) if len(found) > 1 else found
    return []


def three_together(student: Student) -> list[tuple[Answer, ...]]:
    """Each three mistakes that do so, of those that are likely."""
    if _hides(student):
        return []
    every = _every(student)
    if sum(1 for _ in _sets(student, every, 2)) > MOST_PAIRS:
        return []
    fits = {id(one): _fits(student, one) for one in every}
    parts = [one for one in every if _may_be_part(student, one)]
    threes = _sets(student, parts, 3) if len(parts) <= MOST_PARTS else ()
    likely = [some for some in threes if _is_likely(student, some, fits, apart=True)]
    common = [one for one in every if one.answer.name in COMMON.get(student.exercise, ())]
    for sets in (likely if len(likely) <= MOST_THREES else (), _sets(student, common, 3)):
        if found := [answers for answers in map(_answers, sets) if agree(student, answers)]:
            return without_the_needless(found) if len(found) > 1 else found
    return []


def _hides(student: Student) -> bool:
    """Whether there is nothing but one kind of exception, which shows one mistake and hides all others."""
    wrong = [found.came for found in student.seen if found.wrong]
    return all(came.status != "ok" for came in wrong) and len({came.kind for came in wrong}) < 2


def _every(student: Student) -> list[Known]:
    """The mistakes that may be made with others. One that fails in every call hides all others: with one of them it
    would be named alone."""
    return [
        one
        for one in known(student.exercise)
        if not one.answer.alone and any(mine.status == "ok" for mine in one.outcomes)
    ]


def _answers(some: tuple[Known, ...]) -> tuple[Answer, ...]:
    return tuple(one.answer for one in some)


def _sets(student: Student, every: Iterable[Known], size: int) -> Iterable[tuple[Known, ...]]:
    """The mistakes that may have been made together: where results depend on chance, one of them makes them so."""
    calm = [one for one in every if not one.by_chance]
    if not student.by_chance:
        return combinations(calm, size)
    rest = list(combinations(calm, size - 1))
    return ((one, *others) for one in every if one.by_chance == student.by_chance for others in rest)


def _may_be_part(student: Student, one: Known) -> bool:
    """Whether a mistake is wrong in nothing that the student's function has right."""
    for seen, names, mine in zip(student.seen, one.wrong, one.outcomes):
        if not set(names) <= set(seen.wrong) or (mine.status != "ok" and seen.came.status == "ok"):
            return False
        # What depends on chance is always wrong, but not anyhow.
        tried = student.by_chance.intersection(names) if mine.status == seen.came.status == "ok" else ()
        if not one.by_chance and not all(is_near(seen.came.results.get(at), mine.results.get(at)) for at in tried):
            return False
    return True


def _fits(student: Student, one: Known) -> list[dict[str, bool]]:
    """For each call, which results of a mistake are those that came."""
    return [_fitting(seen.came, mine, student.by_chance) for seen, mine in zip(student.seen, one.outcomes)]


def _fitting(outcome: Outcome, mine: Outcome, by_chance: frozenset[str]) -> dict[str, bool]:
    if outcome.status != "ok" or mine.status != "ok" or outcome.results.keys() != mine.results.keys():
        return {"": same(outcome, mine)}
    names = outcome.results.keys()
    return {name: name in by_chance or alike(outcome.results[name], mine.results[name]) for name in names} | {
        "arguments": outcome.changed.keys() == mine.changed.keys()
    }


def _is_likely(student: Student, some: tuple[Known, ...], fits: dict, apart: bool) -> bool:
    """Whether mistakes may together give what came, from what each gives alone.

    Where only one of them shows in a call, together they give what that one gives. apart: also in each result of a call
    in which others show elsewhere, which is so unless one result is made of another.
    """
    for number, seen in enumerate(student.seen):
        wrong = [set(one.wrong[number]) for one in some]
        if not set(seen.wrong) <= set().union(*wrong):
            return False
        if not apart and sum(map(bool, wrong)) > 1:
            continue
        for one, names in zip(some, wrong):
            alone = names.difference(*(others for others in wrong if others is not names))
            fit = fits[id(one)][number]
            if any(not fit.get(name, fit.get("", False)) for name in alone):
                return False
    return True


def _touch_only_what_is_wrong(student: Student, some: tuple[Known, ...]) -> bool:
    """Whether no mistake changes a result that is right in every call: another one would have to undo that."""
    names = set().union(*(seen.wrong for seen in student.seen))
    return all(
        set(wrong) <= names for one in some for wrong, mine in zip(one.wrong, one.outcomes) if mine.status == "ok"
    )


def agree(student: Student, answers: tuple[Answer, ...]) -> bool:
    """Whether the mistakes together give what came, on every call."""
    return all(student.came_to(_outcome(answers, number), seen) for number, seen in enumerate(student.seen))


@lru_cache(maxsize=8000)
def _outcome(answers: tuple[Answer, ...], number: int) -> Outcome | None:
    """What mistakes together do on a call of the battery; None where they cannot be put together."""
    function = merged(*answers)
    if not function:
        return None
    outcome = outcome_of(function, battery(answers[0].exercise)[number])
    return replace(outcome, raw=None) if outcome.results else outcome
