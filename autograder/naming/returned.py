"""What comes back in another form than was asked for, or whatever goes in: named by its kind, for every exercise."""

from collections.abc import Callable
from functools import partial
from itertools import permutations

from autograder import reference
from autograder.naming.explanation import Named
from autograder.naming.observed import Seen, Student
from autograder.naming.outcomes import agrees, outcome
from autograder.naming.raised import section_of

# The most results of an exercise whose order is tried out.
MOST_RESULTS = 4


def named_by_form(student: Student) -> Named | None:
    """What is wrong with the form of the results, if every wrong call shows it; or that they depend on chance."""
    wrong = [found for found in student.seen if found.wrong]
    every = [_by_chance(student)] if student.by_chance else [one for one in _forms(student) if all(map(one[2], wrong))]
    return Named(student.exercise, every[0][0], every[0][1], section_of(student.exercise)) if every else None


def _by_chance(student: Student) -> tuple[str, str]:
    names = " and ".join(sorted(student.by_chance))
    return (
        "depends_on_chance",
        f"The same call gave two different results: {names} {'differ' if ' and ' in names else 'differs'} from call to"
        " call. Something in your code depends on chance, as a sum does that starts from random numbers, or on calls"
        " before.",
    )


def _forms(student: Student) -> list[tuple[str, str, Callable[[Seen], bool]]]:
    """Name, message, and which calls show it."""
    names = reference.RESULTS[student.exercise]
    wanted = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
    nothing = (
        "returns_nothing",
        "Your function returns None, which is what comes where there is no return, or nothing behind it. It should"
        f" return {wanted}.",
        lambda seen: seen.came.status == "ok" and seen.came.raw is None,
    )
    if len(names) == 1:
        more = (
            "returns_more_than_was_asked_for",
            f"Your function returns more than was asked for. It should return {wanted} alone.",
            _holds_the_result,
        )
        return [nothing, more]
    alone = [
        (
            f"returns_{name.lower().replace(' ', '_')}_alone",
            f"Your function returns {name} alone. It should return {len(names)} things: {wanted}.",
            partial(_is_result, at=at),
        )
        for at, name in enumerate(names)
    ]
    order = (
        "returns_the_results_in_another_order",
        f"Your function returns the right things in another order. They should come as {wanted}.",
        _is_in_another_order,
    )
    return [nothing, *alone, order]


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
