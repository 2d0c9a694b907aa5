"""The course secret: made once, for its owner alone, and never where students' code runs."""

import json
import os
import stat

import pytest
from classroom import handed_in

from autograder import cases, record, secret
from autograder.sandbox import available

ONE = "02_pooling"
LOOKS = """
import os
print([name for name in os.environ if "SECRET" in name])
for folder in ({root!r}, "/course", "/scratch", "."):
    path = os.path.join(folder, ".autograder-secret")
    print(os.path.exists(path))
"""


@pytest.fixture
def without(monkeypatch):
    """No variable."""
    monkeypatch.delenv(secret.NAME, raising=False)


def test_the_first_grading_makes_a_secret_that_only_its_owner_reads_and_the_next_keeps_it(course, without):
    (course.root / secret.FILE).unlink()
    path = course.hand_in("ada", ONE, {})
    nb = json.loads(path.read_text())
    nb["cells"].append(json.loads(handed_in(ONE, after=[LOOKS.format(root=str(course.root))]))["cells"][-1])
    path.write_text(json.dumps(nb))
    options = ["--no-sandbox"] if available() else []
    course.run("grade", "--student", "ada", *options)
    made = course.root / secret.FILE
    before = made.read_text()
    assert stat.S_IMODE(made.stat().st_mode) == 0o600 and len(before.strip()) == 32
    assert list(course.root.glob(f"{secret.FILE}*")) == [made]
    # It decides on the cases, so it is a part of what a result depends on: nothing is graded anew.
    said = course.run("grade", *options)
    assert made.read_text() == before and "1 submission had been graded before" in said
    assert sum(course.points(ONE, "ada").values()) == 100
    if not available():
        result = (course.autograded / "ada" / ONE / f"{ONE}.ipynb").read_text()
        shown = "".join(json.loads(result)["cells"][-1]["outputs"][0]["text"])
        assert shown == "[]\n" + 4 * "False\n" and before.strip() not in result


def test_the_variable_goes_over_the_file_and_an_empty_file_is_an_empty_secret(tmp_path, without, monkeypatch):
    assert secret.read(tmp_path) == ""
    secret.make(tmp_path)
    made = secret.read(tmp_path)
    secret.make(tmp_path)
    assert secret.read(tmp_path) == made != ""
    (tmp_path / secret.FILE).write_text("")
    secret.make(tmp_path)
    assert secret.read(tmp_path) == ""
    monkeypatch.setenv(secret.NAME, "a word")
    assert secret.read(tmp_path) == "a word"
    monkeypatch.setenv(secret.NAME, "")
    (tmp_path / secret.FILE).write_text("another")
    assert secret.read(tmp_path) == "another"
    monkeypatch.setenv(secret.NAME, "a word")
    (tmp_path / secret.FILE).unlink()
    secret.make(tmp_path)
    assert not (tmp_path / secret.FILE).exists()


def test_cases_depend_on_it_while_it_is_at_hand(tmp_path, without):
    def first() -> float:
        return cases.zero_pad().args[0].ravel().tolist()

    public = first()
    (tmp_path / secret.FILE).write_text("a word")
    with secret.at_hand(tmp_path):
        assert first() != public
    assert first() == public and secret.NAME not in os.environ


def test_a_result_depends_on_it(course, without):
    first = record.key_of(course, ONE, b"")
    (course.root / secret.FILE).write_text("a word")
    assert record.key_of(course, ONE, b"") != first
