"""Whether the tolerance of helpers/compare.py tells right from wrong: `python benchmarks/tolerances.py`.

A distance of 1 is the tolerance itself: |got - expected| / (ATOL + RTOL * |expected|), the largest of an array's
entries. What is at most 1 is accepted. For each exercise of the notebooks 01 to 04:

terms     the most products that one entry of a result sums, and what is added to them
bound     how far apart two right answers in float64 can be on larger random inputs: n · eps · the sum of the terms'
          absolute values, for n terms, whatever the order of the sum (two styles of the catalogue, by Fourier
          transforms and by cumulative sums, do not only sum these terms; they are held to the same bound)
random    how far from the reference they are there: every right answer of the catalogue, the farthest of them
cells     the same in the test cells; where it is not 0, the farthest is a printed number, which has eight decimals
mistake   how far from right the nearest mistake is, in the test cell that is meant for it (or, where that cell looks
          at something else than numbers, in the others); mistakes that never show by a number have no distance
margins   by how many times the tolerance could be smaller, and larger, until a right answer fails or a mistake passes

A second table says what becomes of float32, with the reference computed in it throughout: its distance from float64 on
the larger random inputs, given as float32; how many entries the tolerance refuses there; and which test cells it fails,
whose inputs are float64. Exits with 1 where the tolerance does not lie between all that is right and all that is wrong.
"""

import contextlib
import copy
import math
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import patch

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from autograder import catalogue, testing, trusted
from autograder.course import Course
from autograder.notebook import Solved, TestCell
from autograder.reference import EXERCISES
from helpers.compare import ATOL, RTOL, difference

EPS = np.finfo(float).eps
RANDOM = np.random.default_rng(0)
IN_FLOAT32 = """
import numpy as np
from autograder.reference import EXERCISES

def single(value):
    if isinstance(value, tuple):
        return tuple(single(one) for one in value)
    return value.astype(np.float32) if isinstance(value, np.ndarray) and value.dtype == float else value

def {exercise}(*args, **keywords):
    return single(EXERCISES["{exercise}"](*single(args), **keywords))
"""


def main() -> None:
    warnings.simplefilter("ignore")
    course = Course(Path(__file__).parents[1])
    notebooks = [Solved.read(course.solution(name)) for name in course.assignments()]
    found = {exercise: solved for solved in notebooks for exercise in solved.exercises if exercise in INPUTS}
    print(f"{'':24}{'terms':>6}{'bound':>9}{'random':>9}{'cells':>9}{'mistake':>9}  margins")
    farthest, nearest, bounded = 0.0, math.inf, True
    for exercise, solved in found.items():
        terms, bound, random, style = on_random_inputs(exercise)
        cells = max(distance_in_cells(solved, answer) for answer in catalogue.styles(exercise))
        mistakes = [(distance_in_cells(solved, answer), answer.name) for answer in catalogue.mistakes(exercise)]
        mistake, name = min(one for one in mistakes if one[0])
        right = max(random, cells)
        margins = f"÷{1 / right:.0e} ×{mistake:.0e}" if right else f"÷any   ×{mistake:.0e}"
        print(f"{exercise:24}{terms:>6}{bound:9.1g}{random:9.1g}{cells:9.1g}{mistake:9.1g}  {margins}", end="")
        print(f"  farthest on random inputs: {style or 'all exact'}; nearest mistake: {name}")
        farthest, nearest, bounded = max(farthest, right), min(nearest, mistake), bounded and random <= bound < 1
    print(f"all: right answers up to {farthest:.1g}, mistakes from {nearest:.1g}\n")
    in_float32(found)
    sys.exit(not (bounded and farthest < 1 < nearest))


# Larger random inputs: arguments, the terms of one entry of a result, and the sums of the terms' absolute values.


def normal(*shape: int) -> np.ndarray:
    return RANDOM.normal(size=shape)


def offset(*shape: int) -> np.ndarray:
    """Numbers that have a sign in common, so that no terms cancel: large sums."""
    return 1 + RANDOM.random(shape)


Inputs = tuple[tuple, int, tuple]


def zero_padding(draw: Callable) -> Iterator[Inputs]:
    yield (draw(4, 30, 31, 8), 3), 0, (0.0,)


def steps(draw: Callable) -> Iterator[Inputs]:
    for f, n_C_prev in ((3, 8), (5, 64), (7, 256)):
        a_slice_prev, W, b = draw(f, f, n_C_prev), draw(f, f, n_C_prev), draw(1, 1, 1)
        yield (a_slice_prev, W, b), W.size + 1, (np.sum(np.abs(a_slice_prev * W)) + np.abs(b).item(),)


def convolutions(draw: Callable) -> Iterator[Inputs]:
    for f, stride, pad in ((3, 1, 1), (5, 2, 2)):
        A_prev, W, b = draw(2, 12, 13, 16), draw(f, f, 16, 4), draw(1, 1, 1, 4)
        hparameters = {"stride": stride, "pad": pad}
        sizes, _ = EXERCISES["conv_forward"](np.abs(A_prev), np.abs(W), np.abs(b), hparameters)
        yield (A_prev, W, b, hparameters), f * f * 16 + 1, (sizes,)


def convolution_gradients(draw: Callable) -> Iterator[Inputs]:
    for (A_prev, W, b, hparameters), _, (sizes,) in convolutions(draw):
        dZ = draw(*sizes.shape)
        sizes = EXERCISES["conv_backward"](np.abs(dZ), (np.abs(A_prev), np.abs(W), b, hparameters))
        yield (dZ, (A_prev, W, b, hparameters)), max(dZ[..., 0].size, W[..., 0, :].size), sizes


def poolings(draw: Callable) -> Iterator[Inputs]:
    for f, stride in ((2, 2), (7, 3)):
        A_prev, hparameters = draw(2, 20, 21, 4), {"f": f, "stride": stride}
        sizes, _ = EXERCISES["pool_forward"](np.abs(A_prev), hparameters, "average")
        yield (A_prev, hparameters, "average"), f * f + 1, (sizes,)
        yield (A_prev, hparameters, "max"), 0, (0.0,)


def masks(draw: Callable) -> Iterator[Inputs]:
    yield (draw(7, 9),), 0, (0.0,)


def shares(draw: Callable) -> Iterator[Inputs]:
    for n_H, n_W in ((3, 3), (7, 9), (31, 33)):
        dz = draw(1).item()
        yield (dz, (n_H, n_W)), n_H * n_W, (abs(dz) / (n_H * n_W),)


def pooling_gradients(draw: Callable) -> Iterator[Inputs]:
    for (A_prev, hparameters, mode), _, _ in poolings(draw):
        A, _ = EXERCISES["pool_forward"](A_prev, hparameters, mode)
        dA, cache = draw(*A.shape), (A_prev, hparameters)
        windows = math.ceil(hparameters["f"] / hparameters["stride"]) ** 2
        yield (dA, cache, mode), windows + 1, (EXERCISES["pool_backward"](np.abs(dA), cache, mode),)


INPUTS: dict[str, Callable[[Callable], Iterator[Inputs]]] = {
    "zero_pad": zero_padding,
    "conv_single_step": steps,
    "conv_forward": convolutions,
    "pool_forward": poolings,
    "conv_backward": convolution_gradients,
    "create_mask_from_window": masks,
    "distribute_value": shares,
    "pool_backward": pooling_gradients,
}


def on_random_inputs(exercise: str) -> tuple[int, float, float, str]:
    """The most terms, the largest bound, the largest distance of a right answer, and the name of that answer."""
    most, bound, farthest, name = 0, 0.0, 0.0, ""
    for args, terms, sizes in [*INPUTS[exercise](normal), *INPUTS[exercise](offset)]:
        expected = results(exercise, EXERCISES[exercise], args)
        most = max(most, terms)
        bound = max(bound, *(distance(e + terms * EPS * size, e) for e, size in zip(expected, sizes)))
        for answer in catalogue.styles(exercise):
            got = results(exercise, answer.function, args)
            far = max(distance(np.reshape(g, np.shape(e)), e) for g, e in zip(got, expected, strict=True))
            if far > farthest:
                farthest, name = far, answer.name
    return most, bound, farthest, name


def results(exercise: str, function: Callable, args: tuple) -> list:
    """What a call gives that has numbers in it: without the cache."""
    result = function(*copy.deepcopy(args))
    if exercise in ("conv_forward", "pool_forward"):
        return [result[0]]
    return list(result) if isinstance(result, tuple) else [result]


def distance(got, expected) -> float:
    got, expected = np.asarray(got, dtype=float), np.asarray(expected, dtype=float)
    return float(np.max(np.abs(got - expected) / (ATOL + RTOL * np.abs(expected))))


# The test cells, and what they compare.


@contextlib.contextmanager
def comparisons() -> Iterator[list[tuple[float, bool]]]:
    """Distances of all that test cells compare within the tolerance, and whether it was accepted."""
    seen: list[tuple[float, bool]] = []

    def compared(got, expected, name, rtol=RTOL, atol=ATOL):
        complaint = difference(got, expected, name, rtol=rtol, atol=atol)
        with contextlib.suppress(TypeError, ValueError):
            if rtol and np.shape(got) == np.shape(expected):
                seen.append((distance(got, expected), complaint is None))
        return complaint

    with patch.object(testing, "difference", compared):
        yield seen


def distance_in_cells(solved: Solved, answer: catalogue.Answer) -> float:
    """How far a right answer is from what its test cells expect; of a mistake, in the cell that is meant for it.

    0 where nothing is compared, or a mistake shows otherwise than by a number.
    """
    tests = [test for test in solved.tests if test.exercise == answer.exercise]
    meant = tests if answer.right else [test for test in tests if answer.is_meant_by(test)]
    return _distance(solved, answer, meant) or _distance(solved, answer, tests)


def _distance(solved: Solved, answer: catalogue.Answer, tests: list[TestCell]) -> float:
    with comparisons() as seen:
        trusted.run(solved.with_answers({answer.exercise: answer.source}), tests)
    return max((far for far, accepted in seen if accepted == answer.right and not math.isnan(far)), default=0.0)


def in_float32(found: dict[str, Solved]) -> None:
    print(f"{'float32':24}{'random':>9}{'refused':>9}  test cells that the same code in float32 fails")
    for exercise, solved in found.items():
        far, refused, entries = 0.0, 0, 0
        for args, _, _ in INPUTS[exercise](normal):
            single = as_type(args, np.float32)
            expected = results(exercise, EXERCISES[exercise], as_type(single, float))
            for got, right in zip(results(exercise, EXERCISES[exercise], single), expected, strict=True):
                got = np.asarray(got, dtype=np.float32)
                refused += np.sum(~np.isclose(got, right, rtol=RTOL, atol=ATOL))
                far, entries = max(far, distance(got, right)), entries + got.size
        tests = [test for test in solved.tests if test.exercise == exercise]
        nb = solved.with_answers({exercise: IN_FLOAT32.format(exercise=exercise)})
        failed = [outcome.test.id for outcome in trusted.run(nb, tests) if outcome.message]
        print(f"{exercise:24}{far:9.1g}{refused / entries:9.1%}  {', '.join(failed) or 'none'}, of {len(tests)}")


def as_type(value, kind):
    """Arguments with their float arrays in another type."""
    if isinstance(value, tuple):
        return tuple(as_type(one, kind) for one in value)
    return value.astype(kind) if isinstance(value, np.ndarray) and value.dtype.kind == "f" else value


if __name__ == "__main__":
    main()
