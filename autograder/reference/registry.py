"""Where the right versions are registered, with the names of what they return."""

import inspect
from collections.abc import Callable

# The right version of each exercise, by its name, in the order of the course.
EXERCISES: dict[str, Callable] = {}
# What each exercise returns, by the names that its text gives them.
RESULTS: dict[str, tuple[str, ...]] = {}

_ways: dict[str, Callable[..., list[dict]]] = {}


def gives(*results: str, ways: Callable[..., list[dict]] | None = None) -> Callable[[Callable], Callable]:
    """Register a function as the right version of the exercise of its name.

    results: names of what it returns. ways: where more than one result is right, takes the arguments of a call and
    returns the keywords with which the right version gives each of them.
    """

    def register(function: Callable) -> Callable:
        EXERCISES[function.__name__], RESULTS[function.__name__] = function, results
        if ways:
            _ways[function.__name__] = ways
        return function

    return register


# What answers another exercise in a few lines, though it is called otherwise: a convolution is linear, so that its
# gradients are convolutions themselves.
_IN_A_FEW_LINES = {
    ("conv_backward_im2col", "conv_forward_offsets"),
    ("conv_forward_im2col", "conv_backward_im2col"),
    ("im2col", "conv_forward_offsets"),
}


def is_answer_to(one: str, other: str) -> bool:
    """Whether calling one exercise would be an answer to another: they are called alike and return the same, say."""
    if (one, other) in _IN_A_FEW_LINES:
        return True
    if not {one, other} <= EXERCISES.keys() or RESULTS[one] != RESULTS[other]:
        return False
    return [*inspect.signature(EXERCISES[one]).parameters] == [*inspect.signature(EXERCISES[other]).parameters]


def right_results(exercise: str, args: tuple) -> list[dict[str, object]]:
    """What an exercise may return for these arguments, by name: one entry for each result that is right."""
    names, function = RESULTS[exercise], EXERCISES[exercise]
    calls = _ways[exercise](*args) if exercise in _ways else [{}]
    results = [function(*args, **keywords) for keywords in calls]
    return [dict(zip(names, result if len(names) > 1 else (result,), strict=True)) for result in results]
