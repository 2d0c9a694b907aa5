"""What the wire costs: `python benchmarks/wire.py`. Microseconds, the median of many; both directions of an echo."""

import os
import socket
import statistics
import sys
from pathlib import Path
from time import perf_counter

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from autograder.inside.wire import decode, encode, receive, restore, send

RNG = np.random.default_rng(0)
MESSAGES = {
    "a number": 1.5,
    "the arguments of conv_forward (3 small arrays, a dict)": (
        RNG.normal(size=(2, 5, 5, 3)),
        RNG.normal(size=(3, 3, 3, 8)),
        RNG.normal(size=(1, 1, 1, 8)),
        {"pad": 1, "stride": 2},
    ),
    "the arguments of conv_backward (dZ, a cache of 3 arrays and a dict)": (
        RNG.normal(size=(2, 4, 4, 8)),
        (RNG.normal(size=(2, 5, 5, 3)), RNG.normal(size=(3, 3, 3, 8)), RNG.normal(size=(1, 1, 1, 8)), {"stride": 1}),
    ),
    "an array of 0.8 MB": RNG.normal(size=(100, 10, 10, 10)),
    "the same in Fortran order": np.asfortranarray(RNG.normal(size=(100, 10, 10, 10))),
    "an array of 8 MB": RNG.normal(size=(1000, 1000)),
    "a list of 10,000 floats": RNG.normal(size=10_000).tolist(),
}


def main() -> None:
    ours, theirs = socket.socketpair()
    if os.fork() == 0:
        ours.close()
        echo(theirs)
    theirs.close()
    print(f"{'bytes':>9} {'encode':>9} {'decode':>9} {'restore':>9} {'echo':>9}  (microseconds)")
    for name, value in MESSAGES.items():
        data = encode(value)
        copy = decode(data)
        times = [
            microseconds(lambda value=value: encode(value)),
            microseconds(lambda data=data: decode(data)),
            microseconds(lambda value=value, copy=copy: restore(value, copy)),
            microseconds(lambda value=value: (send(ours, value), receive(ours))),
        ]
        print(f"{len(data):>9}", *(f"{time:9.1f}" for time in times), f" {name}")
    ours.close()
    os.wait()


def echo(stream: socket.socket) -> None:
    """Send back whatever comes until nothing comes any more; does not return."""
    try:
        while True:
            send(stream, receive(stream))
    finally:
        os._exit(0)


def microseconds(call) -> float:
    """The median time of a call, over about half a second."""
    call()
    times, end = [], perf_counter() + 0.5
    while perf_counter() < end:
        start = perf_counter()
        call()
        times.append(perf_counter() - start)
    return 1e6 * statistics.median(times)


if __name__ == "__main__":
    main()
