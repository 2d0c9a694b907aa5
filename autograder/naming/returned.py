"""What comes back in another form than was asked for, or by chance: named by its kind, for every exercise."""

from collections.abc import Callable
from functools import partial
from itertools import permutations

from autograder import reference
from autograder.catalogue import section_of
from autograder.naming.explanation import Named
from autograder.naming.observed import Seen, Student
from autograder.naming.outcomes import agrees, outcome
from helpers.compare import listed

BY_CHANCE = "depends_on_chance"
DEPENDS = "Something in your code depends on chance, as a sum does that starts from random numbers, or on calls before."
# The most results of an exercise whose order is tried out.
MOST_RESULTS = 4

Shows = Callable[[Seen], bool]


def named_by_form(student: Student) -> Named | None:
    """What is wrong with the form of the results, if every wrong call shows it; or that they depend on chance."""
    if student.by_chance:
        return _named(student.exercise, BY_CHANCE, f"{_what_varies(student)} {DEPENDS}")
    wrong = [found for found in student.seen if found.wrong]
    every = ((name, message) for name, (message, shows) in _forms(student.exercise).items() if all(map(shows, wrong)))
    return next((_named(student.exercise, *form) for form in every), None)


def returns_nothing(exercise: str) -> Named:
    """That a function gives nothing back."""
    name = "returns_nothing"
    return _named(exercise, name, _forms(exercise)[name][0])


def returns_alone(exercise: str) -> Named:
    """That a function gives the first of its results alone."""
    name = f"returns_{reference.RESULTS[exercise][0].lower().replace(' ', '_')}_alone"
    return _named(exercise, name, _forms(exercise)[name][0])


def messages(exercise: str) -> dict[str, str]:
    """What is said of every such form, by its name, without anything of a student's."""
    said = {name: message for name, (message, _) in _forms(exercise).items()}
    return said | {BY_CHANCE: f"The same call gave two different results. {DEPENDS}"}


def _named(exercise: str, name: str, message: str) -> Named:
    return Named(exercise, name, message, section_of(exercise))


def _what_varies(student: Student) -> str:
    # A function may return a dict, whose keys are the student's words: only those that should be in it are repeated.
    known = set().union(*(found.expected for found in student.seen))
    names = " and ".join(sorted(student.by_chance & known))
    what = f": {names} {'differ' if ' and ' in names else 'differs'} from call to call" if names else ""
    return f"The same call gave two different results{what}."


def _forms(exercise: str) -> dict[str, tuple[str, Shows]]:
    """By name: what is said, and which calls show it."""
    names = reference.RESULTS[exercise]
    wanted = listed(names)
    nothing = (
        "Your function returns None, which is what comes where there is no return, or nothing behind it. It should"
        f" return {wanted}.",
        lambda seen: seen.came.status == "ok" and seen.came.raw is None,
    )
    if len(names) == 1:
        more = f"Your function returns more than was asked for. It should return {wanted} alone."
        return {"returns_nothing": nothing, "returns_more_than_was_asked_for": (more, _holds_the_result)}
    alone = {
        f"returns_{name.lower().replace(' ', '_')}_alone": (
            f"Your function returns {name} alone. It should return {len(names)} things: {wanted}.",
            partial(_is_result, at=at),
        )
        for at, name in enumerate(names)
    }
    order = (
        f"Your function returns the right things in another order. They should come as {wanted}.",
        _is_in_another_order,
    )
    return {"returns_nothing": nothing, **alone, "returns_the_results_in_another_order": order}


def _is_result(seen: Seen, at: int) -> bool:
    """Whether what came is the right result with that number, and nothing else."""
    return seen.came.status == "ok" and _is_right(seen, seen.came.raw, at)


def _is_right(seen: Seen, raw: object, at: int) -> bool:
    name = reference.RESULTS[seen.probe.exercise][at]
    return any(_agrees(seen, name, raw, way) for way in seen.probe.ways)


def _agrees(seen: Seen, name: str, raw: object, way: dict) -> bool:
    names = reference.RESULTS[seen.probe.exercise]
    as_all = outcome(seen.probe.exercise, lambda args: (raw,) * len(names) if len(names) > 1 else raw, seen.probe.args)
    mine = {part: value for part, value in as_all.results.items() if part == name or part.startswith(f'{name}["')}
    return bool(mine) and all(part in way and agrees(value, way[part]) for part, value in mine.items())


def _is_in_another_order(seen: Seen) -> bool:
    raw = seen.came.raw
    names = reference.RESULTS[seen.probe.exercise]
    if seen.came.status != "ok" or not isinstance(raw, tuple | list) or not len(raw) == len(names) <= MOST_RESULTS:
        return False
    return any(
        all(_agrees(seen, name, raw[at], way) for name, at in zip(names, order))
        for order in [*permutations(range(len(raw)))][1:]
        for way in seen.probe.ways
    )


def _holds_the_result(seen: Seen) -> bool:
    raw = seen.came.raw
    if seen.came.status != "ok" or not isinstance(raw, tuple | list) or len(raw) < 2:
        return False
    return any(_is_right(seen, one, 0) for one in raw[:MOST_RESULTS])
