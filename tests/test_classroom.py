"""The classroom: each submission gets its points and its reason, harms nobody, and leaves nothing behind."""

import contextlib
import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from classroom import MARK, ROOT, Pupil, everybody, handed_in, solved

from autograder.judging.judge import Judge, Judged
from autograder.sandbox import Limits, available

# An honest notebook of the course is far below all of these.
LIMITS = Limits(cell_seconds=2.5, cell_cpu_seconds=0.8, call_seconds=2, call_cpu_seconds=0.8, output_bytes=2**20)
# After each of these comes an honest submission, to see that it finds nothing changed.
FOLLOWED = ("tampering", "exhausting", "leaving", "wire")
EVERYBODY = everybody()
# What runs between two submissions: bubblewrap, the nursery in it, the warm process, and one forked for the next.
IN_RESERVE = 4


@pytest.fixture(scope="module")
def judges() -> Iterator[dict[str, Judge]]:
    """A judge for each assignment; started where first asked for."""
    trouble = available()
    if trouble and os.environ.get("REQUIRE_SANDBOX") != "1":
        pytest.skip(trouble)
    assert not trouble, trouble
    opened = _Judges()
    yield opened
    for judge in opened.values():
        judge.__exit__(None, None, None)


class _Judges(dict):
    def __missing__(self, assignment: str) -> Judge:
        self[assignment] = Judge(solved(assignment), limits=LIMITS).__enter__()
        return self[assignment]


@pytest.mark.parametrize("pupil", [pytest.param(one, id=f"{one.family}: {one.name}") for one in EVERYBODY])
def test_each_submission_gets_its_points_for_its_reason(judges, pupil: Pupil):
    judge = judges[pupil.assignment]

    judged = judge.grade(pupil.notebook)

    assert judged.max_points == 100
    assert judged.points == pupil.points, _told(judged)
    lost = [test.message for test in judged.tests if test.points < test.max_points]
    assert any(pupil.reason in message for message in lost) if pupil.points < 100 else not lost, _told(judged)
    assert any(pupil.note in note for note in judged.notes) if pupil.note else True, judged.notes
    assert all(len(text) < 10_000 and text.replace("\n", "").isprintable() for text in lost), lost
    if pupil.family in FOLLOWED:
        _nothing_is_left(judge, pupil)


def test_after_all_of_them_an_honest_submission_gets_full_marks(judges):
    for assignment, judge in judges.items():
        assert judge.grade(handed_in(assignment)).points == 100
        assert _falls_to_the_reserve(judge)


def test_there_are_thirty_hostile_ones_and_more():
    assert sum(one.family not in ("honest", "odd", "half", "broken") for one in EVERYBODY) >= 30


def _nothing_is_left(judge: Judge, pupil: Pupil) -> None:
    """The next submission is graded as if this one had not been, and finds no file and no process of it."""
    following = judge.grade(handed_in(pupil.assignment, after=[_LOOK_AROUND]))
    assert following.points == 100, _told(following)
    shown = "".join(part.get("text", "") for outputs in following.shown.values() for part in outputs)
    assert "found: []" in shown, shown
    for folder in (ROOT, Path.cwd(), Path.home(), Path(tempfile.gettempdir()), Path("/dev/shm"), Path("/var/tmp")):
        assert not list(folder.glob(f"*{MARK}*")), folder
    assert _falls_to_the_reserve(judge)


_LOOK_AROUND = f"""
import builtins, glob, os, sys, threading
here = [path for folder in ("/scratch", "/tmp", "/dev/shm", "/course") for path in glob.glob(f"{{folder}}/*")]
here = [path for path in here if os.access(path, os.W_OK)]
threads = threading.enumerate()[1:]
marks = [name for name in (*dir(builtins), *dir(sys), *os.environ, *sys.modules) if {MARK!r} in name]
print("found:", here + threads + marks)
"""


def _falls_to_the_reserve(judge: Judge) -> bool:
    """Whether no more processes are left than those in reserve, once the last one has been ended."""
    deadline = time.monotonic() + 10
    while (left := _below(judge)) != IN_RESERVE and time.monotonic() < deadline:
        time.sleep(0.005)
    return left == IN_RESERVE


def _below(judge: Judge) -> int:
    """How many processes a judge has: all that descend from its worker's."""
    parents: dict[int, list[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            stat = (folder / "stat").read_text().rpartition(")")[2].split()
            if stat[0] != "Z":
                parents.setdefault(int(stat[1]), []).append(int(folder.name))
    found, waiting = 0, [judge._worker._nursery._process.pid]
    while waiting:
        found += 1
        waiting += parents.get(waiting.pop(), [])
    return found


def _told(judged: Judged) -> str:
    lines = [f"{judged.points} of {judged.max_points}", *judged.notes, judged.problem]
    lines += [f"{test.points:g}/{test.max_points:g} {test.status} {test.id}: {test.message}" for test in judged.tests]
    return "\n".join(lines)
