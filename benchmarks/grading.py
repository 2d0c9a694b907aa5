"""What grading costs: nbgrader, this autograder, and the floor under both, on the same class in one run.

    python benchmarks/grading.py                    25 students, four notebooks each, every answer right
    python benchmarks/grading.py --students 250     1,000 submissions
    python benchmarks/grading.py --wrong            half of the answers are wrong, with a known mistake
    python benchmarks/grading.py --figure           each submission draws a figure of its own
    python benchmarks/grading.py --hostile          a tenth of the submissions loop or end their interpreter

The floor forks a warm process for each submission, runs the same cells in IPython, and asserts: no sandbox, no
database; what loops is killed after 10 seconds of processor time. nbgrader grades a sample of four in one process,
whose start is not counted. Of ours and the floor, two figures are given: the whole run from the start of the program,
and the pace from the first result to the last.
"""

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from time import monotonic, sleep

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
ASSIGNMENTS = ["01_convolution", "02_pooling", "03_convolution_backward", "04_pooling_backward"]
FIGURE = "import matplotlib.pyplot as plt\nplt.plot(np.arange(10.0) ** 2)\nplt.show()"
LOOPS = "while True:\n        pass"
ENDS = "import os\n    os._exit(3)"
LOOPING = 10


def main(students: int, hostile: bool, right: bool, figure: bool, jobs: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        course = prepare(Path(folder, "course"), students, hostile, right, figure)
        number = len(list(course.submitted.glob("*/*/*.ipynb")))
        kinds = ["a tenth hostile" if hostile else "all honest", "all right" if right else "half of the answers wrong"]
        kinds += ["a figure in each"] if figure else []
        print(f"{number} submissions of {students} students, {', '.join(kinds)};", end=" ")
        print(f"{jobs} at a time, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
        parts = {}
        for part in ("floor", "ours", "nbgrader"):
            parts[part] = measured(part, course.root, jobs)
        print(
            f"\n{'seconds per submission':24} {'whole run':>10} {'pace':>10} {'to the floor':>13} {'peak memory':>12}"
        )
        floor = parts["floor"]["pace"]
        for part, found in parts.items():
            memory = f"{found['memory'] / 1e6:9.0f} MB"
            print(f"{part:24} {found['whole']:10.3f} {found['pace']:10.3f} {found['pace'] / floor:9.1f} {memory:>12}")
        ratio = parts["nbgrader"]["pace"] / parts["ours"]["pace"]
        print(f"ours does {ratio:.0f} times what nbgrader does in the same time")
        print("the first result came after", *(f"{parts[name]['first']:.1f} s ({name})" for name in ("ours", "floor")))
        one_file(course)


def prepare(folder: Path, students: int, hostile: bool, right: bool, figure: bool):
    """A course with a class: exercises in some right style and, unless all are right, half with a known mistake."""
    import nbformat

    from autograder import catalogue, classroom, release
    from autograder.course import Course
    from autograder.notebook import Solved

    course = classroom.copy_course(Course(ROOT), folder)
    release.release(course, ASSIGNMENTS)
    draw = random.Random(1)
    room = classroom.Classroom()
    for number in range(students):
        for position, assignment in enumerate(ASSIGNMENTS):
            answers = []
            for exercise in Solved.read(course.solution(assignment)).exercises:
                pick = catalogue.mistakes(exercise) if draw.random() < 0.5 and not right else catalogue.styles(exercise)
                answers.append(draw.choice(pick))
            if hostile and (4 * number + position) % 10 == 9:
                text = f"def {answers[-1].exercise}(*args, **kwargs):\n    {draw.choice([LOOPS, ENDS])}"
                answers[-1] = Hostile(answers[-1].exercise, text)
            room.handed_in.append(classroom.HandedIn(f"s{number:04}", assignment, tuple(answers)))
    classroom.hand_in(course, room)
    for path in course.submitted.glob("*/*/*.ipynb") if figure else []:
        nb = nbformat.read(path, as_version=4)
        nb.cells.append(nbformat.v4.new_code_cell(FIGURE))
        nbformat.write(nb, path)
    return course


def one_file(course) -> None:
    """What a command takes for one notebook, from its start to its end: the shorter of two runs."""
    path = sorted(course.submitted.glob(f"*/{ASSIGNMENTS[0]}/*.ipynb"))[0]
    environment = os.environ | {"PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])}
    commands = {
        "autograder --help": ["autograder", "--help"],
        "autograder check": ["autograder", "check", str(path)],
        "nbgrader autograde": ["nbgrader", "autograde", ASSIGNMENTS[0], "--student", path.parts[-3], "--force"],
    }
    taken = dict.fromkeys(commands, float("inf"))
    for name, command in 2 * list(commands.items()):
        start = monotonic()
        subprocess.run(command, cwd=course.root, env=environment, capture_output=True)
        taken[name] = min(taken[name], monotonic() - start)
    print("one notebook:", ", ".join(f"{name} {seconds:.2f} s" for name, seconds in taken.items()))


class Hostile:
    """An answer that is in no catalogue."""

    def __init__(self, exercise: str, source: str):
        self.exercise, self.source = exercise, source


def measured(part: str, folder: Path, jobs: int) -> dict:
    """Run a part in a process of its own; its figures, and the peak of the memory of all processes in it."""
    process = subprocess.Popen(
        [sys.executable, __file__, "--part", part, str(folder), "--jobs", str(jobs)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])},
        cwd=folder,
    )
    peak = 0

    def watch() -> None:
        nonlocal peak
        while process.poll() is None:
            peak = max(peak, sum(map(memory, family(process.pid))))
            sleep(0.25)

    watcher = threading.Thread(target=watch)
    watcher.start()
    output = process.stdout.read()
    watcher.join()
    if process.returncode:
        raise SystemExit(f"{part} failed: {output}")
    return json.loads(output.splitlines()[-1]) | {"memory": peak}


def family(process: int) -> list[int]:
    """A process and all that it started, as far as they still belong to it."""
    parents = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(entry.parent.name)] = int(entry.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    found = [process]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found


def memory(process: int) -> int:
    """Bytes of a process, a page that it shares with others counted in part; all of it where that is not to be had."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text()
        return 1024 * int(next(line for line in text.splitlines() if line.startswith("Pss:")).split()[1])
    except (OSError, StopIteration):
        try:
            return os.sysconf("SC_PAGESIZE") * int(Path(f"/proc/{process}/statm").read_text().split()[1])
        except OSError:
            return 0


def figures(start: float, times: list[float]) -> dict:
    times = sorted(times)
    pace = (times[-1] - times[0]) / (len(times) - 1)
    return {"whole": (times[-1] - start) / len(times), "pace": pace, "first": times[0] - start}


def ours(folder: Path, jobs: int) -> dict:
    start = monotonic()
    from autograder import grading
    from autograder.course import Course

    course, times = Course(folder), []
    work = grading.submissions(course, ASSIGNMENTS)
    grading.grade(course, work, jobs, progress=lambda _: times.append(monotonic()))
    return figures(start, times)


def nbgrader(folder: Path, jobs: int) -> dict:
    """One submission of each assignment, in a process that has been started: results go to another gradebook."""
    from autograder.course import Course, nbgrader_log

    course, times = Course(folder), []
    before = monotonic()
    for assignment in ASSIGNMENTS:
        student = sorted(path.name for path in course.submitted.iterdir())[-1]
        with nbgrader_log():
            api = course.nbgrader(autograded_directory="autograded-by-nbgrader")
            start = monotonic()
            api.autograde(assignment, student, force=True)
            times.append(monotonic() - start)
    whole = (monotonic() - before) / len(times)
    return {"whole": whole, "pace": sum(times) / len(times), "first": times[0]}


def floor(folder: Path, jobs: int) -> dict:
    start = monotonic()
    import importlib

    from IPython.core.interactiveshell import InteractiveShell

    from autograder.course import Course
    from autograder.judging.judge import to_run
    from autograder.notebook import Solved
    from autograder.repairing.reading import read
    from autograder.repairing.repair import Source, repair_against
    from autograder.sandbox import PRELOAD

    for name in (
        *PRELOAD,
        "matplotlib.pyplot",
        "matplotlib.backends.backend_agg",
        "numpy.testing",
        "autograder.testing",
    ):
        importlib.import_module(name)
    course = Course(folder)
    shell = InteractiveShell.instance()
    shell.enable_gui = lambda gui=None: None
    shell.run_line_magic("matplotlib", "inline")
    running, times = set(), []

    def wait() -> None:
        running.discard(os.wait()[0])
        times.append(monotonic())

    for assignment in ASSIGNMENTS:
        solved = Solved.read(course.solution(assignment))
        source = Source.of(solved)
        for path in sorted(course.submitted.glob(f"*/{assignment}/*.ipynb")):
            if len(running) >= jobs:
                wait()
            pid = os.fork()
            if pid == 0:
                resource.setrlimit(resource.RLIMIT_CPU, (LOOPING, LOOPING))
                devnull = os.open(os.devnull, os.O_WRONLY)
                os.dup2(devnull, 1)
                os.dup2(devnull, 2)
                for cell in to_run(repair_against(source, read(path.read_bytes())).cells):
                    shell.run_cell(cell.source)
                for test in solved.tests:
                    shell.run_cell(test.source)
                os._exit(0)
            running.add(pid)
    while running:
        wait()
    return figures(start, times)


if __name__ == "__main__":
    import argparse

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--students", type=int, default=25)
    parser.add_argument("--hostile", action="store_true")
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--figure", action="store_true")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--part", nargs=2, metavar=("PART", "FOLDER"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.part:
        part, folder = options.part
        print(json.dumps({"floor": floor, "ours": ours, "nbgrader": nbgrader}[part](Path(folder), options.jobs)))
    else:
        main(options.students, options.hostile, not options.wrong, options.figure, options.jobs)
