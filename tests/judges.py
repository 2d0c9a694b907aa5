"""Judges as most tests open them: in one nursery for all in this process, which takes a second to load."""

import atexit
from pathlib import Path

from classroom import ROOT, solved

from autograder.judging.judge import Judge
from autograder.notebook import Solved
from autograder.nursery import Nursery
from autograder.sandbox import Limits, available

_kept: list[Nursery] = []


def judge_of(one: str | Solved, limits: Limits | None = None) -> Judge:
    """A judge of an assignment, to be entered; one at a time, since a nursery has one warm process."""
    return Judge(solved(one) if isinstance(one, str) else one, limits=limits, nursery=_nursery())


def _nursery() -> Nursery:
    if _kept and _kept[-1]._process and _kept[-1]._process.poll() is None:
        return _kept[-1]
    nursery = Nursery(sandbox=not available(), hide=[Path(ROOT).resolve()])
    nursery.start()
    atexit.register(nursery.close)
    _kept.append(nursery)
    return nursery
