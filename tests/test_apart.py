"""Work that a process of its own does comes back as data, and costs nothing but itself where it does not."""

import os
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from test_naming_text import changed, explained

from autograder.naming import apart as module
from autograder.naming import rebuilding
from autograder.naming.apart import apart

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork on Windows")


def test_what_is_found_comes_back():
    assert apart(lambda: {"named": ["“a” \ud800"], "vague": 0}) == {"named": ["“a” \ud800"], "vague": 0}


@pytest.mark.parametrize(
    "work",
    [
        lambda: {}["no such thing"],
        lambda: sys.exit("this is not printed"),
        lambda: os._exit(3),
        lambda: os.abort(),
        lambda: object(),
        lambda: "x" * 2_000_000,
    ],
    ids=["an exception", "an exit", "an end", "a crash", "no data", "too much data"],
)
def test_what_goes_wrong_there_is_nothing_here(work, capfd):
    before = os.listdir("/dev/fd")
    assert apart(work) is None
    assert capfd.readouterr() == ("", "")
    assert len(os.listdir("/dev/fd")) == len(before)


def test_a_single_call_without_end_is_ended(monkeypatch):
    monkeypatch.setattr(module, "LONGEST", 1)
    assert apart(lambda: [int("9" * 4000) ** 300_000 % 7]) is None


def test_one_that_waits_is_ended(monkeypatch):
    monkeypatch.setattr(module, "LONGEST_BY_THE_CLOCK", 0.3)
    assert apart(lambda: time.sleep(600)) is None


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux counts the memory")
def test_memory_has_an_end():
    assert apart(lambda: float(np.ones(10**8).sum())) is None
    assert apart(lambda: float(np.ones(10**6).sum())) == 1e6


def test_no_file_is_opened_written_or_inherited(tmp_path):
    held = (tmp_path / "held.txt").open("w")

    def tries() -> list[str]:
        came = []
        for one in (
            lambda: Path(__file__).read_text(),
            lambda: (tmp_path / "new.txt").write_text(""),
            lambda: os.write(held.fileno(), b"x"),
            lambda: os.write(1, b"x"),
        ):
            try:
                one()
                came.append("done")
            except OSError:
                came.append("refused")
        return came

    assert apart(tries) == ["refused"] * 4
    held.close()
    assert [(one.name, one.stat().st_size) for one in tmp_path.iterdir()] == [("held.txt", 0)]


def test_no_process_is_left_where_it_is_interrupted(monkeypatch):
    fork, children = os.fork, []

    def watched() -> int:
        children.append(fork())
        return children[-1]

    def interrupted(_) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fork", watched)
    monkeypatch.setattr(module, "_all_of", interrupted)
    with pytest.raises(KeyboardInterrupt):
        apart(lambda: time.sleep(600))
    with pytest.raises(ChildProcessError):
        os.waitpid(children[0], os.WNOHANG)


def test_lines_that_never_end_cost_their_names_only(monkeypatch):
    """Whatever hole there may be in the words: the student is told what the results say."""
    text = changed("pool_forward", w="horiz_start = w * stride -> horiz_start = w * stride + 2")
    assert "Line " in explained("pool_forward", text).mistakes[0].message
    monkeypatch.setattr(module, "LONGEST", 1)
    monkeypatch.setattr(rebuilding.Rebuilt, "with_changes", lambda *_: int("9" * 4000) ** 300_000 % 7)
    found = explained("pool_forward", text)
    assert not found.mistakes and found.seen
