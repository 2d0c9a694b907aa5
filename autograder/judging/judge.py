"""The judge: a submission's cells run in a student process, the test cells run here, against stand-ins.

A test cell calls an exercise by its name, as it would in the student's notebook. Here that name is a stand-in, which
sends the arguments to the student process and brings the result back as data. What a test compares with, and its text,
never leaves this process.

    with Judge(solved) as judge:
        judged = judge.grade(path.read_bytes())
"""

import ast
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from autograder.judging.ending import TooLong, at_most
from autograder.judging.patience import Patience, TakesLong
from autograder.judging.policy import Policy
from autograder.judging.session import Session, WorkerLost
from autograder.judging.settling import next_of
from autograder.judging.standing import Places
from autograder.judging.verdict import Judged, Verdict
from autograder.notebook import Solved, TestCell
from autograder.nursery import Nursery, hidden
from autograder.repairing.definitions import forget_long, look
from autograder.repairing.reading import NotANotebook, read
from autograder.repairing.repair import Repaired, RepairedCell, Source, repair_against
from autograder.sandbox import Limits, SandboxError, Worker
from helpers.compare import listed

if TYPE_CHECKING:
    from autograder.judging.hearing import Hearing, Known

__all__ = ["Judge", "Judged", "TakesLong", "Verdict", "to_run"]


# Seconds of processor time in which a file is read and repaired; an honest one takes a hundredth.
LONGEST_READING = 15.0
_TOO_LONG = "it takes too long to read; take out what is not yours, save it in Jupyter and hand in again"


class Judge:
    """Grades submissions of one assignment, one after another. A context manager: it keeps a warm process."""

    def __init__(
        self,
        solved: Solved,
        sandbox: bool = True,
        limits: Limits | None = None,
        nursery: Nursery | None = None,
    ):
        """limits: where the solved notebook sets none. sandbox: of the nursery, unless there is one already: nursery.

        Raises AutograderError where what the notebook sets makes no sense.
        """
        solved.require()
        self.solved, self._policy = solved, Policy.of(solved, limits)
        preload = [*solved.requires, *_imported(solved)]
        withheld = self._policy.withheld
        self._worker = Worker(
            sandbox, self._policy.most, withheld, hidden(solved.path), preload=preload, nursery=nursery
        )

    def __enter__(self) -> "Judge":
        self._worker.start()
        return self

    def __exit__(self, *exception) -> None:
        self._worker.close()

    @cached_property
    def _source(self) -> Source:
        return Source.of(self.solved)

    def ready(self) -> None:
        """Wait until the warm process has loaded everything. Raises SandboxError where it does not."""
        self._worker.ready()

    def grade(self, notebook: bytes) -> Judged:
        """Grade one submission, given as the bytes of its file. Raises SandboxError where no student process starts,
        or the warm process ends meanwhile.

        Nothing that a submission holds or does raises anything else.
        """
        return self.settle(self.hear(notebook))

    def hear(self, notebook: bytes, hurry: bool = False) -> "Heard":
        """The first part of a grading: everything that the student's own processes are asked. Raises as `grade`.

        hurry: raise TakesLong where something takes more than a fifth of the time that it has.
        """
        try:
            return self._hear(notebook, hurry)
        except WorkerLost as lost:
            raise SandboxError(str(lost)) from lost
        finally:
            forget_long()

    def settle(self, heard: "Heard") -> Judged:
        """The second part: what comes of processes that see right versions of other exercises. Raises as `grade`; then
        it can be called again with what was heard, also on another judge of the assignment, and goes on. To hear the
        submission anew would let its own processes begin behind these, see Hearing."""
        try:
            return self._settle(heard)
        except WorkerLost as lost:
            raise SandboxError(str(lost)) from lost
        finally:
            forget_long()

    def _hear(self, notebook: bytes, hurry: bool) -> "Heard":
        # While the warm process loads: with these comes all that the tests need.
        from autograder.judging.afterwards import adapters, put_right
        from autograder.judging.hearing import Hearing, Known

        try:
            # A file may be as large as a file may be; what is made of it is not.
            with at_most(LONGEST_READING, room=False):
                repaired = repair_against(self._source, read(notebook))
                given = adapters(self.solved)
                cells = to_run(repaired.cells, given)
                given_back = put_right(self.solved, cells)
        except (NotANotebook, TooLong) as error:
            problem = str(error if isinstance(error, NotANotebook) else NotANotebook(_TOO_LONG))
            return Heard(repair_against(self._source, {"cells": []}), problem=problem)
        patience = Patience(self._policy.limits, hurry)

        known = Known()

        def begun(cells: list[RepairedCell], tests: Sequence[TestCell]) -> tuple[Hearing, Session]:
            session = Session(self._worker, self._policy, patience, cells, (*given_back, *given))
            hearing = Hearing(
                self._worker, self.solved, self._policy, patience, cells, session, tests, known, given_back
            )
            return hearing, session

        whole, session = begun(cells, self.solved.tests)
        with session:
            whole.ask()
        shown = {cell.id: result.outputs for cell, result in zip(cells, session.shown, strict=True)}
        heard = Heard(repaired, whole=whole, shown=shown, known=known)
        places = self._places(cells) if whole.doubtful else None
        for exercise in whole.doubtful if places else ():
            before, changed = places.up_to(exercise)
            if changed:
                standing, own = begun(before, [test for test in self.solved.tests if test.exercise == exercise])
                with own:
                    if standing.ask(whole):
                        heard.again[exercise] = standing, changed
        # What comes next is not to be begun anew, see `settle`, so it has the time that it needs.
        patience.take_time()
        return heard

    def _settle(self, heard: "Heard") -> Judged:
        if heard.problem:
            return self._judged(
                heard,
                [Verdict(test.id, test.name, 0.0, test.points, "not_run", heard.problem) for test in self.solved.tests],
            )
        whole, exercises = heard.whole, list(dict.fromkeys(test.exercise for test in self.solved.tests))
        doubtful = [one for one in exercises if one in whole.doubtful and one not in heard.settled]
        waiting = [one for one in doubtful if any(hearing.waits(one) for hearing in heard.hearings(one))]
        helpers = {one: self.solved.helpers_of(one, one) for one in waiting}
        needed = {one: self.solved.called_by(one) for one in waiting}
        while waiting:
            heard.known.open = set(waiting)
            exercise = next_of(waiting, helpers, needed)
            heard.settled[exercise] = self._settled(heard, exercise)
            waiting.remove(exercise)
        heard.known.open = set()
        for exercise in doubtful:
            if exercise not in heard.settled:
                heard.settled[exercise] = self._settled(heard, exercise)
        found = (heard.settled.get(one) or (whole.verdicts(one), "") for one in exercises)
        verdicts, notes = zip(*found, strict=True)
        by_test = {verdict.id: verdict for some in verdicts for verdict in some}
        notes = [note for note in notes if note]
        return self._judged(heard, [by_test[test.id] for test in self.solved.tests], notes)

    def _settled(self, heard: "Heard", exercise: str) -> tuple[list[Verdict], str]:
        """The verdicts on a doubtful exercise, and what there is to note of it."""
        verdicts = heard.whole.settled(exercise, self._worker)
        if exercise in heard.again and not all(one.passed for one in verdicts):
            standing, changed = heard.again[exercise]
            better = standing.settled(exercise, self._worker)
            if sum(one.points for one in better) > sum(one.points for one in verdicts):
                return better, _standing(exercise, changed)
        return verdicts, ""

    def _places(self, cells: list[RepairedCell]) -> Places | None:
        """Where the exercises stand; None where that takes too long to find out, as no honest text does."""
        try:
            with at_most(LONGEST_READING, room=False):
                return Places(cells)
        except TooLong:
            return None

    def _judged(self, heard: "Heard", verdicts: list[Verdict], notes: Sequence[str] = ()) -> Judged:
        released = {cell.grade_id: cell.released for cell in self._source.cells if cell.kind == "answer"}
        cells = heard.repaired.cells
        unanswered = frozenset(
            cell.grade_id for cell in cells if cell.kind == "answer" and cell.source == released[cell.grade_id]
        )
        return Judged(
            self.solved.name,
            tuple(verdicts),
            tuple(cells),
            shown=heard.shown,
            unanswered=unanswered,
            notes=() if heard.problem else (*heard.repaired.notes, *notes),
            problem=heard.problem,
        )


@dataclass
class Heard:
    """A submission of which the student's own processes have said all that they are asked.

    again: the hearings of exercises as they stand, and what changes behind them. known: what the hearings know of each
    other. settled: the verdicts on those exercises that are settled meanwhile, and what there is to note. problem: why
    it cannot be graded, if so; then nothing was heard.
    """

    repaired: Repaired
    whole: "Hearing | None" = None
    again: dict[str, tuple["Hearing", list[str]]] = field(default_factory=dict)
    shown: dict[str, list[dict]] = field(default_factory=dict)
    known: "Known | None" = None
    settled: dict[str, tuple[list[Verdict], str]] = field(default_factory=dict)
    problem: str = ""

    def hearings(self, exercise: str) -> "list[Hearing]":
        """Those in which an exercise is heard."""
        return [self.whole] + ([self.again[exercise][0]] if exercise in self.again else [])


def _standing(exercise: str, changed: list[str]) -> str:
    """The note that an exercise was tested as it stands."""
    named = [name for name in changed if name != "*" and name.isprintable() and len(name) <= 40][:3]
    what = f"what {listed(named)} stand{'s' if len(named) == 1 else ''} for" if named else "what it uses"
    return f"A later cell of yours changes {what}; {exercise} was tested as it is before that."


def _imported(solved: Solved) -> list[str]:
    """The modules that the set-up cell of a solved notebook imports, or might: a name can be one of a package's."""
    names = []
    for cell in solved.nb.cells:
        if cell.id == "setup" and (tree := look(cell.source).tree):
            for node in ast.walk(tree):
                if isinstance(node, ast.Import):
                    names += [alias.name for alias in node.names]
                elif isinstance(node, ast.ImportFrom) and node.module:
                    names += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return names


def to_run(cells: list[RepairedCell], afterwards: Iterable[str] = ()) -> list[RepairedCell]:
    """The cells that a submission consists of: answers, what the student added, and what of the given these need.

    Locked demonstrations and checks are left out, unless a cell of the student's own uses a name from them, or one of
    our own cells, `afterwards`, does.
    """
    code = [cell for cell in cells if cell.cell_type == "code" and cell.kind != "test"]
    needed = {name for source in afterwards for name in look(source).uses}
    kept = []
    for cell in reversed(code):
        if cell.kind == "given" and cell.id != "setup" and not look(cell.source).binds & needed:
            continue
        kept.append(cell)
        needed |= look(cell.source).uses
    # A stub that was put back, empty, is to replace nothing that the student defines where no syntax tree shows it.
    return sorted(kept[::-1], key=lambda cell: not (cell.kind == "answer" and cell.place is None))
