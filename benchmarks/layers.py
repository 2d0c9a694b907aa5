"""What a convolution costs, forward and backward: `python benchmarks/layers.py`.

Milliseconds, the best of several rounds; in each round everything runs once, so that all of it meets the same machine.

ours: helpers.layers. loops: the solutions of notebooks 01 and 03, timed once, on one image, times the number of images.
product: one matrix product of as many multiplications, its matrices ready in memory: the floor for whatever computes
convolution by products (backward there are two). torch: PyTorch, where it is installed, in its own order of axes; last:
in ours, with the channels last. MB: what ours takes at its peak, besides its arguments. Each ratio is to ours.
"""

import sys
import tracemalloc
from pathlib import Path
from time import perf_counter

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from autograder import trusted
from autograder.course import Course
from autograder.notebook import Solved
from helpers.layers import conv_backward, conv_forward

try:
    import torch
except ImportError:
    torch = None

ROUNDS = 30
SHAPES = [
    # m, n_H = n_W, n_C_prev, f, n_C, stride, pad
    (16, 32, 16, 3, 32, 1, 1),
    (16, 32, 16, 3, 32, 1, 0),
    (16, 32, 16, 3, 32, 2, 1),
    (16, 32, 64, 1, 64, 1, 0),
    (16, 28, 1, 5, 8, 1, 2),
    (16, 32, 3, 5, 16, 1, 2),
]


def main() -> None:
    loops = {
        "forward": solution("01_convolution", "conv_forward"),
        "backward": solution("03_convolution_backward", "conv_backward"),
    }
    print(
        f"{'':37}{'ours':>8}{'MB':>7}{'product':>9}{'ratio':>7}{'torch':>9}{'ratio':>7}{'last':>9}{'ratio':>7}{'loops':>10}{'ratio':>8}"
    )
    for shape in SHAPES:
        m, n, n_C_prev, f, n_C, stride, pad = shape
        print(f"{m} images {n}×{n}×{n_C_prev}, {n_C} filters {f}×{f}, stride {stride}, pad {pad}")
        for dtype in (np.float64, np.float32):
            case = Case(*shape, dtype)
            for direction in ("forward", "backward"):
                measure(case, direction, loops[direction])


def solution(assignment: str, name: str):
    return trusted.definitions(Solved.read(Course(Path(__file__).parents[1]).solution(assignment)).nb)[name]


class Case:
    """Random arguments of one shape, and what is called with them."""

    def __init__(self, m, n, n_C_prev, f, n_C, stride, pad, dtype):
        random = np.random.default_rng(0)
        self.dtype, self.hparameters = dtype, {"stride": stride, "pad": pad}
        self.A_prev, self.W, self.b = (
            random.normal(size=size).astype(dtype)
            for size in ((m, n, n, n_C_prev), (f, f, n_C_prev, n_C), (1, 1, 1, n_C))
        )
        Z, self.cache = conv_forward(self.A_prev, self.W, self.b, self.hparameters)
        self.dZ = random.normal(size=Z.shape).astype(dtype)
        self.rows = random.normal(size=(Z.size // n_C, f * f * n_C_prev)).astype(dtype)

    def forward(self):
        return conv_forward(self.A_prev, self.W, self.b, self.hparameters)

    def backward(self):
        return conv_backward(self.dZ, self.cache)

    def products_forward(self):
        return self.rows @ self.W.reshape(-1, self.W.shape[3])

    def products_backward(self):
        dZ = self.dZ.reshape(-1, self.W.shape[3])
        return self.rows.T @ dZ, dZ @ self.W.reshape(-1, self.W.shape[3]).T

    def loops_of_one_image(self, function, direction):
        if direction == "forward":
            return function(self.A_prev[:1], self.W, self.b, self.hparameters)
        return function(self.dZ[:1], (self.A_prev[:1], self.W, self.b, self.hparameters))

    def torch_calls(self, direction) -> list:
        """PyTorch's call for each order of axes; none where it is not installed."""
        if torch is None:
            return []
        stride, pad = [self.hparameters["stride"]] * 2, [self.hparameters["pad"]] * 2
        A_prev, dZ = (torch.tensor(array.transpose(0, 3, 1, 2)) for array in (self.A_prev, self.dZ))
        W, b = torch.tensor(self.W.transpose(3, 2, 0, 1)), torch.tensor(self.b.ravel())
        calls = []
        for order in (torch.contiguous_format, torch.channels_last):
            x, w, dy = (tensor.contiguous(memory_format=order) for tensor in (A_prev, W, dZ))
            if direction == "forward":
                calls.append(lambda x=x, w=w: torch.nn.functional.conv2d(x, w, b, stride, pad))
            else:
                calls.append(
                    lambda x=x, w=w, dy=dy: torch.ops.aten.convolution_backward(
                        dy, x, w, [len(b)], stride, pad, [1, 1], False, [0, 0], 1, [True] * 3
                    )
                )
        return calls


def measure(case: Case, direction: str, loops) -> None:
    calls = [getattr(case, direction), getattr(case, f"products_{direction}"), *case.torch_calls(direction)]
    times = [milliseconds(call) for call in calls]
    for _ in range(ROUNDS):
        times = [min(best, milliseconds(call)) for best, call in zip(times, calls, strict=True)]
    ours, product, *theirs = times
    by_loops = milliseconds(lambda: case.loops_of_one_image(loops, direction)) * len(case.A_prev)
    torch_columns = "".join(f"{time:9.2f}{ours / time:7.2f}" for time in theirs) or f"{'–':>9}{'–':>7}" * 2
    print(
        f"    {direction:9} {case.dtype.__name__:23}{ours:8.2f}{peak(calls[0]):7.1f}{product:9.2f}{ours / product:7.2f}"
        f"{torch_columns}{by_loops:10.0f}{by_loops / ours:8.0f}",
        flush=True,
    )


def milliseconds(call) -> float:
    start = perf_counter()
    call()
    return 1e3 * (perf_counter() - start)


def peak(call) -> float:
    """The most memory that a call holds at one time, in MB."""
    tracemalloc.start()
    call()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / 1e6


if __name__ == "__main__":
    main()
