"""Grade what is in submitted/, several submissions at a time, and keep the results where nbgrader looks for them."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from pathlib import Path

from autograder import record
from autograder.course import Course, nbgrader_log
from autograder.errors import AutograderError
from autograder.judge import Judge, Judged
from autograder.notebook import Solved
from autograder.record import Gradebook
from autograder.sandbox import SandboxError, available

# How often the processes that grade are started again, should one of them be killed.
STARTS = 4


@dataclass(frozen=True)
class Submission:
    """One student's folder for one assignment in submitted/."""

    student: str
    assignment: str


@dataclass(frozen=True)
class Lost:
    """A test cell that gave no points, and what it said."""

    exercise: str
    test: str
    message: str


@dataclass(frozen=True)
class Graded:
    """What a submission got. exercises: points by exercise. problem: why it could not be graded, if so.

    judged: the verdict on each test. Points may differ from it, where somebody graded by hand.
    """

    submission: Submission
    exercises: dict[str, float] = field(default_factory=dict)
    points: float = 0.0
    lost: tuple[Lost, ...] = ()
    problem: str = ""
    skipped: bool = False
    judged: Judged | None = None

    def as_dict(self) -> dict:
        """The form of `autograder grade --json`: that of `check --json`, with the student."""
        student = {"student": self.submission.student}
        if self.judged is None:
            empty = Judged(self.submission.assignment, (), problem=self.problem)
            return student | empty.as_dict()
        return student | self.judged.as_dict() | {"points": self.points}


def submissions(course: Course, assignments: Iterable[str], student: str | None = None) -> list[Submission]:
    """What there is to grade, in order of assignment and student.

    Raises AutograderError where a named student handed in nothing.
    """
    found = [
        Submission(folder.name, assignment)
        for assignment in assignments
        for folder in sorted(course.submitted.glob("*"))
        if (folder / assignment).is_dir() and student in (None, folder.name)
    ]
    if student and not found:
        raise AutograderError(
            f"{course.submitted / student} holds none of these assignments: `autograder collect` puts them there."
        )
    return found


def grade(
    course: Course,
    work: list[Submission],
    jobs: int = 0,
    regrade: bool = False,
    sandbox: bool = True,
    progress: Callable = lambda _: None,
) -> list[Graded]:
    """Grade submissions, `jobs` at a time (0: as many as there are cores); results in the order of `work`.

    What was graded before is taken as it was, unless `regrade`: the same file, by the same source, secret and program.
    sandbox: isolate student code. progress is called with each result as it comes.

    Raises AutograderError where student code cannot be isolated, where the gradebook does not know an assignment, or
    where it cannot be written. What was graded until then is kept.
    """
    trouble = available() if sandbox else None
    if trouble:
        raise AutograderError(f"{trouble}\nIf you trust every submission, --no-sandbox goes on without.")
    solved = {name: Solved.read(course.solution(name)) for name in dict.fromkeys(item.assignment for item in work)}
    results: dict[Submission, Graded] = {}
    with nbgrader_log(), Gradebook(course) as gradebook:
        for one in solved.values():
            gradebook.require(one)

        def finish(item: Submission, judged: Judged, skipped: bool) -> None:
            points = gradebook.points(item.student, item.assignment) or {}
            results[item] = _graded(item, solved[item.assignment], judged, points, skipped)
            progress(results[item])

        left = []
        for item in work:
            path, target = _handed_in(course, item), _result(course, item)
            if not path.is_file():
                results[item] = Graded(item, problem=f"{path.name} is not among what was handed in.")
                progress(results[item])
                continue
            key = record.key_of(course.solution(item.assignment), path.read_bytes())
            judged = None if regrade else record.kept(target, key)
            if judged and gradebook.holds(item.student, judged):
                finish(item, judged, skipped=True)
            else:
                left.append((item, path, key))
        tasks = {item: (course.solution(item.assignment), path, sandbox) for item, path, _ in left}
        keys = {item: key for item, _, key in left}
        for item, judged in _in_parallel(_judge, tasks, jobs):
            gradebook.store(item.student, judged)
            record.keep(record.executed(solved[item.assignment], judged, keys[item]), _result(course, item))
            finish(item, judged, skipped=False)
    return [results[item] for item in work]


def feedback(course: Course, work: list[Submission], jobs: int = 0, progress: Callable = lambda _: None) -> list[Path]:
    """Write the page of each graded submission, as nbgrader does; returns the pages that were written."""
    pages = []
    for _, page in _in_parallel(_feedback, {item: (course, item) for item in work}, jobs):
        pages += [page] if page else []
        progress(page)
    return sorted(pages)


def _handed_in(course: Course, item: Submission) -> Path:
    return course.submitted / item.student / item.assignment / f"{item.assignment}.ipynb"


def _result(course: Course, item: Submission) -> Path:
    return course.autograded / item.student / item.assignment / f"{item.assignment}.ipynb"


def _graded(item: Submission, solved: Solved, judged: Judged, points: dict[str, float], skipped: bool) -> Graded:
    """A result as the table shows it, with the points of the gradebook: a manual grade counts before the judge's."""
    exercises = dict.fromkeys(solved.exercises, 0.0)
    messages = {test.id: test.message for test in judged.tests}
    lost = []
    for test in solved.tests:
        got = points.get(test.id, 0.0)
        exercises[test.exercise] += got
        if got < test.points:
            lost.append(Lost(test.exercise, test.name, messages.get(test.id, "")))
    return Graded(item, exercises, sum(exercises.values()), tuple(lost), judged.problem, skipped, judged)


def _in_parallel(function: Callable, tasks: dict, jobs: int) -> Iterator[tuple]:
    """Pairs of a task's name and its result, as they come, from processes of their own.

    Ctrl-C ends what is running and begins nothing more. Where a process is killed, the rest starts again in new ones.
    """
    context = multiprocessing.get_context("spawn")
    others = multiprocessing.active_children()
    left = dict(tasks)
    for _ in range(STARTS):
        if not left:
            return
        workers = min(jobs or os.cpu_count() or 1, len(left))
        with ProcessPoolExecutor(workers, mp_context=context, initializer=_end_with_parent) as pool:
            waiting = {pool.submit(function, *task): name for name, task in left.items()}
            try:
                for done in as_completed(waiting):
                    result = done.result()
                    del left[waiting[done]]
                    yield waiting[done], result
            except BrokenProcessPool:
                continue
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                for process in multiprocessing.active_children():
                    if process not in others:
                        process.terminate()
                raise
    if left:
        raise AutograderError(
            f"A process that was grading ended again and again; is there memory enough? {len(left)} submissions are not"
            " graded. What was graded is kept; run the command again, perhaps with --jobs 1."
        )


def _end_with_parent() -> None:
    # The process that prints the table hears of Ctrl-C, and ends the others. Where it is killed, they end, too.
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def watch() -> None:
        multiprocessing.parent_process().join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


# In a process that grades: the judge of the assignment that it is at, with its warm interpreter.
_judges: dict[tuple[Path, bool], Judge] = {}


def _judge(solution: Path, handed_in: Path, sandbox: bool) -> Judged:
    notebook = handed_in.read_bytes()
    judge = _judges.get((solution, sandbox))
    if judge:
        try:
            return judge.grade(notebook)
        except SandboxError:
            # Its warm interpreter was killed, perhaps; a second one that fails is no accident.
            _judges.pop((solution, sandbox)).__exit__()
    # One warm interpreter is enough: assignments come one after another.
    while _judges:
        _judges.popitem()[1].__exit__()
    judge = _judges[solution, sandbox] = Judge(Solved.read(solution), sandbox=sandbox).__enter__()
    return judge.grade(notebook)


def _feedback(course: Course, item: Submission) -> Path | None:
    with nbgrader_log():
        answer = course.nbgrader().generate_feedback(item.assignment, item.student, force=True)
    page = course.feedback / item.student / item.assignment / f"{item.assignment}.html"
    return page if answer["success"] and page.exists() else None
