"""Grade what is in submitted/, several submissions at a time, and keep the results where nbgrader looks for them."""

import contextlib
import errno
import importlib
import multiprocessing.util
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from autograder import record, secret
from autograder.collecting.recognise import Unrecognised, grade_ids, load_course
from autograder.course import Course, nbgrader_log
from autograder.errors import AutograderError
from autograder.inside.limits import Limits
from autograder.judging.judge import Judge, Judged, TakesLong
from autograder.judging.policy import Policy
from autograder.marks import Marks
from autograder.notebook import Solved
from autograder.nursery import Nursery, hidden
from autograder.pages.feedback import write_page
from autograder.pages.reporting import Report, write_report
from autograder.pool import Crew, Died, Later, in_parallel
from autograder.record import Gradebook
from autograder.repairing.reading import NotANotebook, contents
from autograder.sandbox import SandboxError, available

DIED = (
    "It could not be graded: the process that did it ended, and a second one as well; is there memory enough? Run the"
    " command again, perhaps with --jobs 1."
)
# How often what students' code runs in is made ready for one submission.
TRIES = 3
BUG = "It could not be graded: internal error, please report ({})."
NO_ROOM = (
    "It could not be graded: {}. Is there room on the disk, and may files be large enough? Then run the command again."
)


@dataclass(frozen=True)
class Submission:
    """One student's folder for one assignment in submitted/."""

    student: str
    assignment: str


@dataclass(frozen=True)
class Lost:
    """A test cell that gave no points, what it said, and the name of the mistake where it is a known one."""

    exercise: str
    test: str
    message: str
    mistake: str | None = None


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
        # A folder may have a name that is no text.
        student = {"student": os.fsencode(self.submission.student).decode(errors="backslashreplace")}
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


def overlooked(course: Course) -> list[Path]:
    """Notebooks in submitted/ that nothing grades, since they are not in a folder of an assignment in a student's; and
    what is no folder where there should be one."""
    known = set(course.assignments())
    found = []
    for path in sorted(course.submitted.rglob("*.ipynb")):
        parts = path.relative_to(course.submitted).parts
        hidden = any(part.startswith(".") for part in parts)
        if not hidden and path.is_file() and (len(parts) < 3 or parts[1] not in known):
            found.append(path)
    found += [path for path in course.submitted.glob("*/*") if path.name in known and not path.is_dir()]
    return found


def grade(
    course: Course,
    work: list[Submission],
    jobs: int = 0,
    regrade: bool = False,
    sandbox: bool = True,
    progress: Callable = lambda _: None,
    begin: Callable = lambda: None,
) -> list[Graded]:
    """Grade submissions, `jobs` at a time (0: as many as there are cores); results in the order of `work`.

    What was graded before is taken as it was, unless `regrade`: the same file, by the same source, secret and program.
    sandbox: isolate student code. begin is called once nothing stands in the way, progress with each result.

    A submission that takes long, since it loops, is put behind all others, so that nobody waits for it. One that the
    judge itself fails on is not graded, and costs no other.

    Raises AutograderError where student code cannot be isolated, where the gradebook does not know an assignment, or
    where it cannot be written. What was graded until then is kept.
    """
    trouble = available() if sandbox else None
    if trouble:
        raise AutograderError(f"{trouble}\nIf you trust every submission, --no-sandbox goes on without.")
    solved = {name: Solved.read(course.solution(name)) for name in dict.fromkeys(item.assignment for item in work)}
    results: dict[Submission, Graded] = {}
    for one in solved.values():
        one.require()
        Policy.of(one, course.limits)
    with contextlib.ExitStack() as opened:
        secret.make(course.root)
        opened.enter_context(secret.at_hand(course.root))
        # Processes make themselves ready while the gradebook is opened, where there is something to do for certain.
        crew = None
        if new := [item for item in work if regrade or not _result(course, item).is_file()]:
            crew = Crew(_judge, jobs, len(new), _prepare, course.solution(new[0].assignment), sandbox)
            # Before in_parallel has them, this ends them where anything goes wrong; afterwards it finds nothing to do.
            opened.callback(crew.end_now)
        opened.enter_context(nbgrader_log())
        gradebook = opened.enter_context(Gradebook(course))
        for one in solved.values():
            gradebook.require(one)
        begin()

        def finish(item: Submission, judged: Judged, points: dict[str, float], skipped: bool = False) -> None:
            results[item] = _graded(item, solved[item.assignment], judged, points, skipped)
            progress(results[item])

        def not_graded(item: Submission, problem: str) -> None:
            results[item] = Graded(item, problem=problem)
            progress(results[item])

        left = []
        for item in work:
            path, target = _handed_in(course, item), _result(course, item)
            record.clear(target)
            if link := next((one for one in (path.parents[1], path.parent, path) if one.is_symlink()), None):
                # It might lead to the solution, or to what somebody else handed in.
                not_graded(item, f"{link.relative_to(course.submitted)} is a link; put the file itself there.")
                continue
            if not path.is_file():
                others = sorted(one.name for one in path.parent.glob("*.ipynb"))
                meant = f" Should {others[0]} be called so?" if len(others) == 1 else ""
                odd = os.path.lexists(path)
                not_graded(
                    item,
                    f"{path.name} is no file, but a folder or something else; put the notebook there."
                    if odd
                    else f"{path.name} is not among what was handed in.{meant}",
                )
                continue
            if trouble := gradebook.refuses(item.student, item.assignment):
                not_graded(item, trouble)
                continue
            try:
                handed_in = contents(path)
            except OSError as error:
                not_graded(item, f"{path.name} cannot be read ({error.strerror}).")
                continue
            key = record.key_of(course, item.assignment, handed_in)
            judged = None if regrade else record.kept(target, key)
            whole = judged and {test.id for test in judged.tests} == {test.id for test in solved[item.assignment].tests}
            if whole and gradebook.holds(item.student, judged):
                finish(item, judged, gradebook.points(item.student, item.assignment), skipped=True)
            else:
                left.append((item, path, key))
        tasks = {item: (course.solution(item.assignment), path, sandbox, course.limits) for item, path, _ in left}
        keys = {item: key for item, _, key in left}
        # Closed at once where keeping a result fails, not when Python gets round to it.
        found = opened.enter_context(
            contextlib.closing(in_parallel(_judge, tasks, jobs, kind=lambda item: item.assignment, crew=crew))
        )
        for item, judged in found:
            if not isinstance(judged, Judged):
                not_graded(item, DIED if isinstance(judged, Died) else judged.problem)
                continue
            if other := "" if judged.points or judged.problem else _of_another(course, item):
                judged = replace(judged, problem=f"this is {other}, not {item.assignment}; ask for the right file")
            points = gradebook.store(item.student, judged)
            record.keep(record.executed(solved[item.assignment], judged, keys[item]), _result(course, item))
            # The notebook is on disk now; a class of them would fill the memory.
            finish(item, replace(judged, cells=(), shown={}), points)
    return [results[item] for item in work]


def feedback(course: Course, work: list[Submission], jobs: int = 0, progress: Callable = lambda _: None) -> list[Path]:
    """Write the page of each graded submission, where nbgrader puts its own; returns the pages that were written."""
    marks = marks_of(course, {item.assignment for item in work})
    # A course that has read its settings takes nbgrader with it into each process, which needs none of it.
    fresh = Course(course.root)
    tasks = {
        item: (fresh, item.student, item.assignment, marks[item.assignment][item.student])
        for item in work
        if item.student in marks[item.assignment]
    }
    pages = []
    with contextlib.closing(in_parallel(write_page, tasks, jobs)) as written:
        for _, page in written:
            pages += [page] if isinstance(page, Path) else []
            progress(page)
    return sorted(pages)


def marks_of(course: Course, assignments: Iterable[str]) -> dict[str, dict[str, Marks]]:
    """What the gradebook says of each submission, by assignment and student."""
    if not course.gradebook.exists():
        return {assignment: {} for assignment in assignments}
    with nbgrader_log(), Gradebook(course) as gradebook:
        return {assignment: gradebook.marks(assignment) for assignment in assignments}


def reports(course: Course, assignments: Sequence[str], folder: Path, anonymous: bool = False) -> list[Report]:
    """Write the instructor's report on each assignment of which something is graded."""
    marks = marks_of(course, assignments)
    graded = [name for name in assignments if any(course.autograded.glob(f"*/{name}/{name}.ipynb"))]
    return [write_report(course, name, marks[name], folder, anonymous) for name in graded]


def _handed_in(course: Course, item: Submission) -> Path:
    return course.submitted / item.student / item.assignment / f"{item.assignment}.ipynb"


def _of_another(course: Course, item: Submission) -> str:
    """The assignment whose cells a submission holds, where that is not the one that it was handed in for."""
    try:
        found = load_course(course.root).match("", grade_ids(contents(_handed_in(course, item)))).assignment
    except (Unrecognised, NotANotebook, OSError):
        return ""
    return found if found != item.assignment else ""


def _result(course: Course, item: Submission) -> Path:
    return course.autograded / item.student / item.assignment / f"{item.assignment}.ipynb"


def _graded(item: Submission, solved: Solved, judged: Judged, points: dict[str, float], skipped: bool) -> Graded:
    """A result as the table shows it, with the points of the gradebook: a manual grade counts before the judge's."""
    exercises = dict.fromkeys(solved.exercises, 0.0)
    verdicts = {test.id: test for test in judged.tests}
    lost = []
    for test in solved.tests:
        got = points.get(test.id, 0.0)
        exercises[test.exercise] += got
        if got < test.points:
            verdict = verdicts[test.id]
            lost.append(Lost(test.exercise, test.name, verdict.message, verdict.mistake))
    return Graded(item, exercises, sum(exercises.values()), tuple(lost), judged.problem, skipped, judged)


@dataclass(frozen=True)
class _Failed:
    """In place of what a submission got: the judge has a bug, or the machine no room."""

    problem: str


# In a process that grades: the nursery of all warm interpreters, and the judge of the assignment that it is at.
_nurseries: dict[bool, Nursery] = {}
_judges: dict[tuple[Path, bool], Judge] = {}


def _prepare(solution: Path, sandbox: bool) -> None:
    """What a process does before it is known what there is to grade: load what is needed for any assignment."""
    _nursery(solution, sandbox)
    importlib.import_module("autograder.judging.hearing")


def _nursery(solution: Path, sandbox: bool) -> Nursery:
    if sandbox not in _nurseries:
        # Without a sandbox it has a folder, which would be left behind.
        multiprocessing.util.Finalize(None, _dismiss, exitpriority=10)
        nursery = Nursery(sandbox, hidden(solution))
        nursery.start()
        _nurseries[sandbox] = nursery
    return _nurseries[sandbox]


def _judge(solution: Path, handed_in: Path, sandbox: bool, limits: Limits, hurry: bool = True) -> object:
    """What a submission got; or, where it takes long in a hurry, what to do later."""
    try:
        return _judged(solution, handed_in, sandbox, limits, hurry)
    except TakesLong:
        return Later((solution, handed_in, sandbox, limits, False))
    except _NoSandbox as error:
        raise SandboxError(str(error)) from error
    except Exception as error:
        _dismiss()
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            return _Failed(NO_ROOM.format(error))
        return _Failed(BUG.format(f"{type(error).__name__}: {error}" if str(error) else type(error).__name__))


def _judged(solution: Path, handed_in: Path, sandbox: bool, limits: Limits, hurry: bool) -> Judged | Died:
    notebook = contents(handed_in)
    was_warm, heard = False, None
    # What is warm may have been killed, also while it began; if it happens again and again, that is no accident.
    for _ in range(TRIES):
        try:
            judge = _judges.get((solution, sandbox))
            if not judge:
                # A nursery has one warm interpreter: assignments come one after another.
                _dismiss_judges()
                judge = _warm(solution, sandbox, limits)
            was_warm = True
            # What was heard is kept: to ask it again after the rest has begun would be a second try.
            heard = heard or judge.hear(notebook, hurry)
            return judge.settle(heard)
        except SandboxError as error:
            trouble = error
            _dismiss()
    if not was_warm:
        raise _NoSandbox(str(trouble)) from trouble
    return Died()


def _warm(solution: Path, sandbox: bool, limits: Limits) -> Judge:
    solved, nursery = Solved.read_quickly(solution), _nursery(solution, sandbox)
    judge = _judges[solution, sandbox] = Judge(solved, sandbox, limits, nursery=nursery).__enter__()
    judge.ready()
    return judge


class _NoSandbox(Exception):
    """There is no warm interpreter, whatever is to be graded."""


def _dismiss() -> None:
    """End the judges and the nursery that this process has."""
    _dismiss_judges()
    while _nurseries:
        _nurseries.popitem()[1].close()


def _dismiss_judges() -> None:
    while _judges:
        _judges.popitem()[1].__exit__()
