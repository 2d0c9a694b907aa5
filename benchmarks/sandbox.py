"""What isolating a submission costs: fork to ready, three small cells, twenty calls, and the end of the process.

    python benchmarks/sandbox.py [--submissions 40]

Each line says how many workers ran side by side, and medians in milliseconds; the last column is wall time divided by
submissions. The cells define and use one small function, so that what remains is the sandbox's and IPython's.
"""

import argparse
import threading
from statistics import median
from time import perf_counter

import numpy as np

from autograder.sandbox import Worker, available

CELLS = (
    "import numpy as np",
    "def zero_pad(X, pad):\n    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))",
    "x = np.random.randn(4, 3, 3, 2)\nprint(zero_pad(x, 2).shape)",
)
FIGURE = "import matplotlib.pyplot as plt\nplt.plot([1, 2, 3])\nplt.title('a figure');"
CALLS = 20


def submission(worker: Worker, cells: tuple[str, ...]) -> dict[str, float]:
    """One submission; seconds by step."""
    times, image = {}, np.ones((2, 5, 5, 3))

    def step(name: str, start: float) -> float:
        times[name] = perf_counter() - start
        return perf_counter()

    start = perf_counter()
    student = worker.student()
    start = step("ready", start)
    for cell in cells:
        assert student.run_cell(cell).status == "ok"
    start = step("cells", start)
    for _ in range(CALLS):
        assert student.call("zero_pad", (image, 1)).status == "ok"
    start = step("calls", start)
    student.close()
    step("close", start)
    return times


def side_by_side(workers: int, submissions: int, cells: tuple[str, ...], sandbox: bool) -> str:
    """Run the submissions on some workers; the line of the table."""
    started = [Worker(sandbox=sandbox) for _ in range(workers)]
    found: list[dict[str, float]] = []
    for worker in started:
        worker.start()
    try:
        for worker in started:
            submission(worker, cells)
        begin = perf_counter()
        threads = [
            threading.Thread(
                target=lambda w=w: found.extend(submission(w, cells) for _ in range(submissions // workers))
            )
            for w in started
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        each = (perf_counter() - begin) / len(found)
    finally:
        for worker in started:
            worker.close()
    steps = "".join(f"{1000 * median(times[name] for times in found):9.1f}" for name in found[0])
    return f"{steps}{1000 * each:12.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--submissions", type=int, default=40)
    options = parser.parse_args()
    print(f"{'':34}    ready    cells    calls    close  each (ms)")
    kinds = [("no sandbox", False), ("sandbox", True)] if available() is None else [("no sandbox", False)]
    for name, sandbox in kinds:
        for workers in (1, 2):
            for drawn, cells in (("", CELLS), (", one figure", (*CELLS, FIGURE))):
                title = f"{name}, {workers} worker{'s' * (workers > 1)}{drawn}"
                print(f"{title:34}{side_by_side(workers, options.submissions, cells, sandbox)}", flush=True)
    for figures in (True, False):
        with Worker(sandbox=kinds[-1][1], figures=figures) as worker:
            start = perf_counter()
            worker.ready()
            print(f"start of a worker, {'with' if figures else 'without'} figures: {perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main()
