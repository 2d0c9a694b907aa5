"""What the test cells of the solved notebooks say a test with.

    agree(conv_forward, cases.conv_forward(stride=2))     the results are the reference's
    unchanged(conv_forward, cases.conv_forward())         the arguments are left as they were
    @holds(conv_forward)                                  anything else, as a function of the exercise
    close(got, expected, name)                            one value within such a test, or has_shape(got, shape, name)

A mistake is charged once: where a test fails, it runs again with the student's other functions replaced by right ones,
and passes if it passes then.
"""

import contextlib
import copy
import inspect
from collections.abc import Callable

import numpy as np

from autograder import cases, reference
from autograder.cases import Case
from helpers.compare import difference
from helpers.holes import Hole, holes, in_words

__all__ = ["agree", "cases", "close", "difference", "has_shape", "holds", "unchanged"]

# What each exercise returns, by the names that its text gives them. A cache is judged by a test of its own.
RESULTS = {
    "zero_pad": ("X_pad",),
    "conv_single_step": ("Z",),
    "conv_forward": ("Z", "cache"),
    "pool_forward": ("A", "cache"),
    "conv_backward": ("dA_prev", "dW", "db"),
    "create_mask_from_window": ("mask",),
    "distribute_value": ("a",),
    "pool_backward": ("dA_prev",),
}


def agree(exercise: Callable, *judged: Case, only: str | None = None) -> None:
    """Assert that the exercise gives the reference's results on every case, or one of the results by its name."""

    @holds(exercise)
    def results_are_right(exercise):
        for case in judged:
            got = call(exercise, case)
            complaints = [_complaint(got, right, only) for right in _right_results(case)]
            assert None in complaints, f"{case.label}: {complaints[0]}"


def unchanged(exercise: Callable, case: Case) -> None:
    """Assert that the exercise gives a result and leaves its arguments as they were."""

    @_twice(exercise)
    def arguments_are_left_alone(exercise):
        args = copy.deepcopy(case.args)
        got = call(exercise, case, args)
        assert all(value is not None for value in got.values()), f"{case.label}: {next(iter(got))} is None."
        assert _equal(args, case.args), (
            f"{case.label}: the function changed one of the arguments that it was given. Work on a copy, or on new"
            " arrays."
        )


def holds(exercise: Callable) -> Callable:
    """Run the decorated test on the exercise at once; if it fails, once more with right helper functions.

    The test calls the exercise on copies: what it compares with may be made of the arguments afterwards.
    """

    def run(test: Callable[[Callable], None]) -> None:
        def on_copies(exercise: Callable) -> None:
            test(lambda *args, **kwargs: exercise(*copy.deepcopy(args), **copy.deepcopy(kwargs)))

        _twice(exercise)(on_copies)

    return run


def _twice(exercise: Callable) -> Callable:
    """As `holds`, but what the exercise does to its arguments is seen."""

    def run(test: Callable[[Callable], None]) -> None:
        try:
            test(exercise)
        except Exception as failure:
            unfilled = _unfilled(exercise)
            if unfilled:
                raise AssertionError(in_words(exercise.__name__, unfilled)) from failure
            with right_helpers(exercise) as replaced:
                if not replaced:
                    raise
                try:
                    test(exercise)
                except Exception:
                    # The student's own failure is the one to read about, without the second attempt behind it.
                    raise failure from failure.__cause__
            print(f"Right, once the functions that it calls are ({', '.join(replaced)}).")

    return run


def close(got, expected, name: str, case: Case | None = None, exact: bool = False) -> None:
    """Assert that a result, called `name`, is the expected one: exactly, or within the tolerance of printed values."""
    complaint = difference(got, expected, name, **({"rtol": 0, "atol": 0} if exact else {}))
    assert complaint is None, _said(case, complaint)


def has_shape(got, shape: tuple[int, ...], name: str, case: Case | None = None) -> None:
    """Assert that a result has a shape, whatever its entries are."""
    assert np.shape(got) == shape, _said(case, f"{name} should have shape {shape}, but it has shape {np.shape(got)}.")


def call(exercise: Callable, case: Case, args: tuple | None = None) -> dict[str, object]:
    """Call an exercise on a case, or on `args` in its words; what it returns, by name.

    Raises AssertionError where the call fails, or its results cannot be told apart.
    """
    names = RESULTS[case.exercise]
    try:
        result = exercise(*(copy.deepcopy(case.args) if args is None else args))
    except Exception as error:
        raise AssertionError(f"{case.label}: {_why(error)}") from error
    if len(names) == 1:
        return {names[0]: result}
    assert isinstance(result, tuple | list) and len(result) == len(names), (
        f"{case.label}: the function should return {len(names)} things, {', '.join(names)}."
    )
    return dict(zip(names, result, strict=True))


@contextlib.contextmanager
def right_helpers(exercise: Callable):
    """Put right versions in place of the other exercises that a function can call; yields the names it replaced."""
    if hasattr(type(exercise), "right_helpers"):  # a stand-in, for a function in another process
        with exercise.right_helpers() as names:
            yield names
        return
    space = getattr(inspect.unwrap(exercise), "__globals__", {})
    replaced = {name: space[name] for name in reference.EXERCISES if space.get(name) not in (None, exercise)}
    space.update({name: reference.EXERCISES[name] for name in replaced})
    try:
        yield sorted(replaced)
    finally:
        space.update(replaced)


def _right_results(case: Case) -> list[dict[str, object]]:
    """The reference's results; for a maximum, also those in which a tie is broken."""
    names, function = RESULTS[case.exercise], reference.EXERCISES[case.exercise]
    calls = [{}]
    if case.exercise == "pool_backward" and case.args[2] == "max":
        calls = [{"ties": ties} for ties in ("all", "first", "last")]
    results = [function(*case.args, **keywords) for keywords in calls]
    return [dict(zip(names, result if len(names) > 1 else (result,), strict=True)) for result in results]


def _why(error: Exception) -> str:
    """Why a call gave no result. A stand-in, for a function in another process, has words of its own for that."""
    return getattr(error, "said", f"the function raised {type(error).__name__}: {error}")


def _unfilled(exercise: Callable) -> list[Hole]:
    """The lines that still hold None; a stand-in knows them of the cell that it stands for."""
    return exercise.unfilled() if hasattr(type(exercise), "unfilled") else holes(exercise)


def _said(case: Case | None, complaint: str) -> str:
    return f"{case.label}: {complaint}" if case else complaint


def _complaint(got: dict, right: dict, only: str | None) -> str | None:
    for name, expected in right.items():
        if name == "cache" or only not in (None, name):
            continue
        value = got[name]
        if np.ndim(expected) == 0 and isinstance(value, np.ndarray) and value.size == 1:
            value = value.reshape(())
        complaint = difference(value, expected, name)
        if complaint:
            return complaint
    return None


def _equal(a, b) -> bool:
    """Whether two nested arguments hold the same data: arrays by dtype, shape and entries."""
    if isinstance(a, np.ndarray):
        return a.dtype == b.dtype and np.array_equal(a, b)
    if isinstance(a, tuple | list):
        return len(a) == len(b) and all(map(_equal, a, b))
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(_equal(a[key], b[key]) for key in a)
    return a == b
