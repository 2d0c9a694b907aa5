"""What the test cells of the solved notebooks say a test with.

    agree(conv_forward, cases.conv_forward(stride=2))     the results are the reference's
    unchanged(conv_forward, cases.conv_forward())         the arguments are left as they were
    @holds(conv_forward)                                  anything else, as a function of the exercise
    close(got, expected, name)                            one value within such a test, or has_shape(got, shape, name),
                                                          or of_sizes_in(got, right, name), before it is worked with
    is_measured(got, measured, name)                      a gradient is the one that was measured, within such a test
    fast(conv_forward, cases.conv_forward(m=32))          it is right, and takes at most 20 times the reference's time
    lean(conv_forward, cases.conv_forward(m=32), 2**24)   it is right, and takes at most 16 MB of memory more

A mistake is charged once: where a test fails, it runs again with the student's other functions replaced by right ones,
and passes if it passes then.
"""

import copy
import time
from collections.abc import Callable

import numpy as np

from autograder import cases, reference
from autograder.cases import Case
from autograder.inside.limits import size
from autograder.judging import helping
from helpers.compare import as_number, difference, listed
from helpers.holes import in_words

__all__ = [
    "agree",
    "cases",
    "close",
    "difference",
    "fast",
    "has_shape",
    "holds",
    "is_measured",
    "lean",
    "of_sizes_in",
    "unchanged",
]

# Seconds of processor time that a fast exercise has in any case: what a call costs by itself is not to be charged.
LEAST = 0.05


def agree(exercise: Callable, *judged: Case, only: str | None = None) -> None:
    """Assert that the exercise gives the reference's results on every case, or one of the results by its name."""

    @holds(exercise)
    def results_are_right(exercise):
        # All calls come before anything is compared: whoever is called cannot tell from the next call whether the last
        # result was right. That there was none, it knows.
        results, failure = [], None
        for case in judged:
            try:
                results.append(call(exercise, case))
            except Exception as error:
                failure = error
                break
        for case, result in zip(judged, results):
            _agrees(case, result, only)
        if failure:
            raise failure


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


def fast(exercise: Callable, case: Case, times: float = 20) -> None:
    """Assert that the exercise gives the reference's results on a case, within `times` the time that this takes.

    Processor time counts, and not how busy the machine is; the exercise has LEAST seconds on top. It has one try, on a
    case that it should not have met before, so that nothing is gained by keeping results. A case for which the
    reference takes some milliseconds tells loops over all entries from work on whole arrays.
    """
    with _one_thread():
        needs = min(_seconds(reference.EXERCISES[case.exercise], case.args) for _ in range(3))
    allowed = LEAST + times * needs
    said = (
        f"{case.label}: the function needed more than {_duration(allowed)} of processor time. Work on whole arrays at"
        f" once needs {_duration(needs)} here, and {times:g} times that is allowed, and {_duration(LEAST)} more. A loop"
        " over every entry takes as long as this."
    )

    @_twice(exercise)
    def is_right_and_fast(exercise):
        try:
            with _one_thread():
                result, seconds = helping.timed(exercise, copy.deepcopy(case.args), allowed)
        except Exception as error:
            assert not helping.was_stopped(error, "timeout"), said
            raise _failed(case, error) from error
        assert seconds <= allowed, said
        _agrees(case, _by_name(case, result))


def lean(exercise: Callable, case: Case, memory_bytes: float) -> None:
    """Assert that the exercise gives the reference's results on a case, with so much memory beyond what there is."""

    @_twice(exercise)
    def is_right_and_lean(exercise):
        try:
            result = helping.with_room(exercise, copy.deepcopy(case.args), memory_bytes)
        except Exception as error:
            assert not helping.was_stopped(error, "memory"), (
                f"{case.label}: the function needed more than {size(memory_bytes)} of memory beyond its arguments. Does"
                " it copy where a view would do, or keep what it needs only once?"
            )
            raise _failed(case, error) from error
        _agrees(case, _by_name(case, result))


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
        failure = helping.failure(exercise, test)
        if failure is None:
            return
        unfilled = helping.unfilled(exercise)
        if unfilled:
            raise helping.NotFinished(in_words(helping.tested(exercise), unfilled)) from failure
        if helping.put_off(exercise):
            return
        with helping.right_helpers(exercise) as names:
            passes = bool(names) and _passes(test, exercise)
        if not passes:
            raised = failure.__cause__ or (None if isinstance(failure, AssertionError) else failure)
            missing = helping.unfinished(exercise, names) if raised and names else []
            if missing:
                # What was raised is most likely what comes of those, and no help.
                raise helping.NotFinished(_not_finished(missing)) from raised
            # The student's own failure is the one to read about, and nothing of the second attempt.
            raise failure
        if helping.to_blame(exercise, names):
            print(f"Right, once {listed(names)} {'is' if len(names) == 1 else 'are'}.")
        else:
            # An array with one entry for a number, say, which has its points and cannot be put into an entry. Which of
            # several it is that does so is not known, so that none of them is named.
            alone = len(names) == 1
            versions = f"a right version of {names[0]}" if alone else "right versions of the functions that it calls"
            points = "has all its points" if alone else "have all their points"
            print(f"Right, with {versions}. With yours, which {points}: {failure}")

    return run


def close(got, expected, name: str, case: Case | None = None, exact: bool = False) -> None:
    """Assert that a result, called `name`, is the expected one: exactly, or within the tolerance of printed values."""
    complaint = difference(got, expected, name, **({"rtol": 0, "atol": 0} if exact else {}))
    assert complaint is None, _said(case, complaint)


def has_shape(got, shape: tuple[int, ...], name: str, case: Case | None = None) -> None:
    """Assert that a result has a shape, whatever its entries are."""
    assert np.shape(got) == shape, _said(case, f"{name} should have shape {shape}, but it has shape {np.shape(got)}.")


def is_measured(got, measured: np.ndarray, name: str) -> None:
    """Assert that a gradient is the measured one.

    Small gradients count as if they were of length 1: where a right one is zero, as the sum of what cancels is under
    some secrets, the measured one is 1e-9 of rounding, and by their own size these two could not lie further apart.
    """
    has_shape(got, measured.shape, name)
    apart = np.linalg.norm(np.asarray(got, dtype=float) - measured) / max(1.0, np.linalg.norm(measured))
    assert apart < 1e-6, f"{name} is not the measured gradient (they differ by {apart:.1e} of its length)."


def _passes(test: Callable[[Callable], None], exercise: Callable) -> bool:
    try:
        test(exercise)
    except Exception:
        return False
    return True


def of_sizes_in(got, right, name: str, case: Case | None = None) -> None:
    """Assert that all sizes of arrays and all plain numbers in nested data are some that stand in the right one, too.

    Before a test works with what a function returned, so that no size that was made up costs time or memory.
    """
    odd = sorted(_sizes(got) - _sizes(right), key=repr)
    assert not odd, _said(
        case, f"{name} should hold what the functions of the layers returned, but there is {odd[0]} in it."
    )


def _sizes(value) -> set:
    if isinstance(value, np.ndarray):
        return set(value.shape)
    if isinstance(value, dict):
        return _sizes(tuple(value.values()))
    if isinstance(value, tuple | list):
        return set().union(*map(_sizes, value))
    return {value}


def call(exercise: Callable, case: Case, args: tuple | None = None) -> dict[str, object]:
    """Call an exercise on a case, or on `args` in its words; what it returns, by name.

    Raises AssertionError where the call fails, or its results cannot be told apart.
    """
    try:
        result = exercise(*(copy.deepcopy(case.args) if args is None else args))
    except Exception as error:
        raise _failed(case, error) from error
    return _by_name(case, result)


def _by_name(case: Case, result: object) -> dict[str, object]:
    """What an exercise returned, by the names of its results. Raises AssertionError where they cannot be told apart."""
    names = reference.RESULTS[case.exercise]
    if len(names) == 1:
        return {names[0]: result}
    assert isinstance(result, tuple | list) and len(result) == len(names), (
        f"{case.label}: the function should return {len(names)} things, {', '.join(names)}."
    )
    return dict(zip(names, result, strict=True))


def _failed(case: Case, error: Exception) -> AssertionError:
    """That a call gave no result, and why. A stand-in, for a function in another process, has its own words."""
    why = str(error) if hasattr(error, "said") else f"the function raised {type(error).__name__}: {error}"
    return AssertionError(f"{case.label}: {why}")


def _agrees(case: Case, got: dict[str, object], only: str | None = None) -> None:
    """Assert that results, by name, are the reference's."""
    complaints = [_complaint(got, right, only) for right in case.right]
    assert None in complaints, f"{case.label}: {complaints[0]}"
    for name, expected in case.right[0].items():
        if name != "cache" and only in (None, name):
            for note in as_number(got[name], expected, name)[1]:
                print(note)


def _not_finished(names: list[str]) -> str:
    are, right, those = (
        ("is", "a right one in its", "that") if len(names) == 1 else ("are", "right ones in their", "those")
    )
    return (
        f"{listed(names)} {are} not finished, so this was tested again with {right} place. It is not right with"
        f" {those}, either."
    )


def _one_thread():
    """While this is open, matrix products in this process run on one thread: more of them burn time while they wait."""
    from threadpoolctl import threadpool_limits

    return threadpool_limits(limits=1)


def _seconds(function: Callable, args: tuple) -> float:
    """The processor time that a call takes."""
    before = time.process_time()
    function(*args)
    return time.process_time() - before


def _duration(seconds: float) -> str:
    number, unit = (seconds, "seconds") if seconds >= 1 else (1000 * seconds, "ms")
    return f"{number:.0f} {unit}" if number >= 10 else f"{number:.2g} {unit}"


def _said(case: Case | None, complaint: str) -> str:
    return f"{case.label}: {complaint}" if case else complaint


def _complaint(got: dict, right: dict, only: str | None) -> str | None:
    for name, expected in right.items():
        if name == "cache" or only not in (None, name):
            continue
        complaint = difference(as_number(got[name], expected, name)[0], expected, name)
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
