"""How long something takes: the best of a few rounds, since what else a machine does only makes a time longer."""

import functools
import math
from time import perf_counter


def best(call, rounds=5):
    """The shortest of a few times that a call takes, in seconds."""
    times = []
    for _ in range(rounds):
        start = perf_counter()
        call()
        times.append(perf_counter() - start)
    return min(times)


def race(functions, arguments, sizes, most=0.3, rounds=20):
    """Time functions on inputs that grow, in rounds: each function once, and again, so that what else the machine does
    meanwhile meets them all alike.

    functions: dict of name to function, or to a pair of a function and what makes its own arguments. arguments: a
    function that makes the arguments of a size. sizes: in rising order. most: a function that took longer than this, in
    seconds, is not called with larger ones. rounds: how many; one that took longer than a tenth of `most` is in the
    first one only. Returns a dict of name to a dict of size to seconds, the best of its
    rounds.
    """
    times = {name: {} for name in functions}
    for size in sizes:
        made, calls = arguments(size), {}
        for name, function in functions.items():
            before = list(times[name].values())
            if before and before[-1] > most:
                continue
            function, own = function if isinstance(function, tuple) else (function, None)
            slow = bool(before) and before[-1] > most / 10
            calls[name] = functools.partial(function, *(own(size) if own else made)), 1 if slow else rounds
        for turn in range(rounds):
            for name, (call, turns) in calls.items():
                if turn < turns:
                    times[name][size] = min(best(call, rounds=1), times[name].get(size, math.inf))
    return times


def torch_convolution(A_prev, W, b, hparameters):
    """How long PyTorch takes for the same convolution on one core, in seconds, or None where it is not installed.

    Arguments as of conv_forward. PyTorch has the channels in second place; what it takes to move them is not counted.
    """
    try:
        import torch
    except ImportError:
        return None
    x, weight = torch.tensor(A_prev.transpose(0, 3, 1, 2).copy()), torch.tensor(W.transpose(3, 2, 0, 1).copy())
    bias = torch.tensor(b.ravel())
    stride, pad = hparameters["stride"], hparameters["pad"]
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        with torch.no_grad():
            return best(lambda: torch.nn.functional.conv2d(x, weight, bias, stride, pad), rounds=10)
    finally:
        torch.set_num_threads(threads)
