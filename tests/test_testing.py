"""What a test cell says a test with, in one process."""

import pytest

from autograder import cases, reference
from autograder.testing import agree

CASES = [cases.pool_forward(m=m) for m in (1, 2, 3)]


def told(function, *of) -> tuple[str, list[int]]:
    """What agree says of a function, and which of its calls come, by their number of examples."""
    calls = []

    def pool_forward(A_prev, hparameters, mode="max"):
        calls.append(A_prev.shape[0])
        return function(A_prev, hparameters, mode)

    with pytest.raises(AssertionError) as caught:
        agree(pool_forward, *of)
    return str(caught.value), calls


def test_all_calls_of_a_test_are_made_before_anything_is_compared():
    """From the next call one could else tell whether the last result was right."""

    def wrong(*args):
        A, cache = reference.EXERCISES["pool_forward"](*args)
        return A + 1, cache

    said, calls = told(wrong, *CASES)
    assert calls == [1, 2, 3] and said.startswith(CASES[0].label)


def test_what_raises_ends_the_calls_of_a_test_and_a_wrong_result_before_it_is_told():
    def halting(A_prev, *args):
        if len(A_prev) == 2:
            raise KeyError("no")
        A, cache = reference.EXERCISES["pool_forward"](A_prev, *args)
        return A + (len(A_prev) == 1), cache

    said, calls = told(halting, *CASES)
    assert calls == [1, 2] and said.startswith(CASES[0].label) and "KeyError" not in said
    said, calls = told(halting, *CASES[1:])
    assert calls == [2] and "KeyError" in said
