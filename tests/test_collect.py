"""`autograder collect`: the zips of Moodle and Canvas, as they are, as students make them, and as an attacker would."""

import io
import json
import os
import stat
import struct
import warnings
import zipfile
from pathlib import Path

import pytest

from autograder.collecting import collect as collecting
from autograder.collecting import intake, lms, safezip
from autograder.collecting.collect import collect
from autograder.errors import AutograderError

ONE, TWO = "01_convolution", "02_pooling"
MOODLE = "{name}_{number}_assignsubmission_file_/{file}"
MONDAY, TUESDAY = (2024, 3, 4, 10, 0, 0), (2024, 3, 5, 10, 0, 0)


def notebook(text: str = "x = 1", ids: tuple[str, ...] = ()) -> bytes:
    marks = [{"nbgrader": {"grade_id": one, "schema_version": 3, "grade": True, "points": 1}} for one in ids]
    cells = [
        {"cell_type": "code", "id": f"c{i}", "metadata": mark, "source": text, "outputs": [], "execution_count": None}
        for i, mark in enumerate(marks or [{}])
    ]
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}).encode()


def packed(entries, date=MONDAY) -> bytes:
    """A zip of {path: content} or [(path or ZipInfo, content)]."""
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # zipfile warns of the duplicate names that a test wants
        for path, content in entries.items() if isinstance(entries, dict) else entries:
            info = path if isinstance(path, zipfile.ZipInfo) else zipfile.ZipInfo(path, date)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return buffer.getvalue()


@pytest.fixture
def course(tmp_path) -> Path:
    root = tmp_path / "course"
    for name, ids in [(ONE, ("conv2d", "pad", "shared")), (TWO, ("max_pool", "shared"))]:
        (root / "solutions" / name).mkdir(parents=True)
        (root / "solutions" / name / f"{name}.ipynb").write_bytes(notebook("solution", ids))
    return root


@pytest.fixture
def run(course, tmp_path):
    """Collect zips given as {path: content}; returns ({(student, assignment): status}, [reasons])."""

    def run(*zips, date=MONDAY, **options):
        paths = []
        for place, entries in enumerate(zips):
            paths.append(tmp_path / f"export{place}.zip")
            paths[-1].write_bytes(entries if isinstance(entries, bytes) else packed(entries, date))
        collected, skipped = collect(course, paths, **({"db": False} | options))
        for one in collected:
            assert one.path == course / "submitted" / one.student / one.assignment and one.path.is_dir()
        return {(c.student, c.assignment): c.status for c in collected}, [f"{s.file} | {s.reason}" for s in skipped]

    return run


def files(course: Path) -> dict[str, bytes]:
    submitted = course / "submitted"
    return {p.relative_to(submitted).as_posix(): p.read_bytes() for p in submitted.rglob("*") if p.is_file()}


def moodle(name="Ada Lovelace", number=101, file=f"{ONE}.ipynb") -> str:
    return MOODLE.format(name=name, number=number, file=file)


# Forms of names


@pytest.mark.parametrize(
    ("path", "student", "name", "file"),
    [
        ("Ada Lovelace_12_assignsubmission_file_/a.ipynb", "ada-lovelace", "Ada Lovelace", "a.ipynb"),
        ("Ada Lovelace_12_assignsubmission_file/a.ipynb", "ada-lovelace", "Ada Lovelace", "a.ipynb"),
        ("Ada Lovelace_12_assignsubmission_file_a_b.ipynb", "ada-lovelace", "Ada Lovelace", "a_b.ipynb"),
        ("top/Ada Lovelace_12_assignsubmission_file_/sub/a.ipynb", "ada-lovelace", "Ada Lovelace", "sub/a.ipynb"),
        ("Ada_King Lovelace_12_assignsubmission_file_/a.ipynb", "ada-king-lovelace", "Ada King Lovelace", "a.ipynb"),
        ("Seán O'Neill-Łuk_12_assignsubmission_file_a.ipynb", "sean-oneill-luk", "Seán O'Neill-Łuk", "a.ipynb"),
        ("李 雷_12_assignsubmission_file_a.ipynb", "李-雷", "李 雷", "a.ipynb"),
        ("Participant_12_assignsubmission_file_a.ipynb", "participant_12", None, "a.ipynb"),
        ("Team A_12_assignsubmission_file_/a.ipynb", "team-a", "Team A", "a.ipynb"),
        ("Default group_assignsubmission_file_/a.ipynb", "default-group", "Default group", "a.ipynb"),
        ("Ada Lovelace_12_assignsubmission_onlinetext_onlinetext.html", "ada-lovelace", "Ada Lovelace", None),
        ("lovelaceada_12_34_01_a-2.ipynb", "lovelaceada_12", "lovelaceada", "01_a-2.ipynb"),
        ("lovelaceada_LATE_12_34_01_a.ipynb", "lovelaceada_12", "lovelaceada", "01_a.ipynb"),
        ("submissions/lovelaceada_12_34_a.ipynb", "lovelaceada_12", "lovelaceada", "a.ipynb"),
        ("müllerjörg_12_34_a.ipynb", "mullerjorg_12", "müllerjörg", "a.ipynb"),
        ("anon_Xy7zQ_34_a.ipynb", "anon_Xy7zQ", None, "a.ipynb"),
        ("LATE_anon_Xy7zQ_34_a.ipynb", "anon_Xy7zQ", None, "a.ipynb"),
        ("lovelaceada_LATE_12_text.html", "lovelaceada_12", "lovelaceada", None),
    ],
)
def test_the_name_of_an_exported_file_says_whose_it_is(path, student, name, file):
    entry = lms.parse(path)
    assert (entry.person.id, entry.person.name, entry.file) == (student, name, file)


def test_the_name_that_a_student_gives_to_a_file_does_not_make_it_another_persons():
    for path in ("Eve_1_assignsubmission_file_Bob_2_assignsubmission_file_a.ipynb", "eve_1_2_bob_3_4_a.ipynb"):
        assert lms.parse(path).person.id.startswith("eve")


@pytest.mark.parametrize("path", ["readme.txt", "01_convolution.ipynb", "a/b.ipynb", "_1_2", ""])
def test_other_names_are_not_taken_for_an_export(path):
    assert lms.parse(path) is None


@pytest.mark.parametrize(
    "name", ["../../etc", "a/b", "..a", "con.txt", "x" * 500, "a_1", "\u202eevil", "-rf *", "Zoë 🙂"]
)
def test_a_slug_is_safe_as_a_folder_name_and_in_a_pattern(name):
    text = lms.slug(name)
    assert text and len(text) <= 60 and not text.startswith("-")
    assert all(letter.isalnum() or letter == "-" for letter in text)


# What is collected


def test_moodles_folders_and_flat_names_are_collected(run, course):
    collected, skipped = run(
        {
            moodle(): notebook("ada"),
            f"Seán O'Neill-Łuk_102_assignsubmission_file_{ONE}.ipynb": notebook("sean"),
            "Ada Lovelace_101_assignsubmission_onlinetext_/onlinetext.html": "hello",
        }
    )
    assert collected == {("ada-lovelace", ONE): "new", ("sean-oneill-luk", ONE): "new"} and not skipped
    assert files(course) == {
        f"ada-lovelace/{ONE}/{ONE}.ipynb": notebook("ada"),
        f"sean-oneill-luk/{ONE}/{ONE}.ipynb": notebook("sean"),
    }


def test_canvass_names_are_collected(run, course):
    collected, skipped = run(
        {
            f"lovelaceada_LATE_12345_67890_{ONE}-2.ipynb": notebook("ada"),
            f"neumannjohn_12346_67891_{TWO}.ipynb": notebook("john"),
            f"anon_Xy7zQ_67892_{TWO}.ipynb": notebook("anon"),
        }
    )
    assert set(collected) == {("lovelaceada_12345", ONE), ("neumannjohn_12346", TWO), ("anon_Xy7zQ", TWO)}
    assert not skipped
    assert files(course)[f"lovelaceada_12345/{ONE}/{ONE}.ipynb"] == notebook("ada")


def test_what_is_being_done_is_told_meanwhile(run):
    doing = []
    entries = {
        f"{name} Smith_{number}_assignsubmission_file_/{ONE}.ipynb": notebook() for number, name in enumerate("AB")
    }
    run(entries, progress=doing.append)
    assert doing == [
        "reading export0.zip",
        "finding out whose and what 2 files are",
        "putting files into submitted/: 0 of 2",
        "putting files into submitted/: 1 of 2",
    ]


def test_nbgrader_finds_what_was_collected(run, course):
    from nbgrader.apps import NbGraderAPI
    from nbgrader.coursedir import CourseDirectory

    run({moodle("李 雷"): notebook(), f"lovelaceada_1_2_{ONE}.ipynb": notebook()})
    api = NbGraderAPI(coursedir=CourseDirectory(root=str(course)))
    assert api.get_submitted_students(ONE) == {"李-雷", "lovelaceada_1"}


def test_a_name_in_utf_8_without_the_flag_for_it_is_read(run):
    data = packed({"m\u00fcllerj\u00f6rg_12_34_01_convolution.ipynb": notebook()})
    data = data.replace(struct.pack("<H", 0x800) + struct.pack("<H", 8), struct.pack("<HH", 0, 8))
    assert run(data)[0] == {("mullerjorg_12", ONE): "new"}


@pytest.mark.parametrize(
    "file",
    [
        "01_convolution (1).ipynb",
        "01_convolution_final.ipynb",
        "copy of 01-Convolution.IPYNB",
        "01_convolution.ipynb.txt",
        "01_convolution.ipynb.download",
    ],
)
def test_a_renamed_notebook_is_recognised_by_the_name_in_its_name(run, course, file):
    assert run({moodle(file=file): notebook()}) == ({("ada-lovelace", ONE): "new"}, [])
    assert list(files(course)) == [f"ada-lovelace/{ONE}/{ONE}.ipynb"]


def test_a_notebook_with_another_name_is_recognised_by_its_cells(run):
    assert run({moodle(file="homework.ipynb"): notebook(ids=("max_pool", "shared"))})[0] == {
        ("ada-lovelace", TWO): "new"
    }


@pytest.mark.parametrize("name", ["homework.json", "my work.txt"])
def test_a_file_that_lost_its_extension_is_a_notebook_where_it_holds_our_cells(run, name):
    assert run({moodle(file=name): notebook(ids=("max_pool", "shared"))})[0] == {("ada-lovelace", TWO): "new"}
    inside = packed({f"folder/{name}": notebook(ids=("max_pool", "shared")), "folder/data.json": b"{}"})
    assert run({moodle("Bob B", 102, "work.zip"): inside})[0] == {("bob-b", TWO): "new"}
    for other in (b"{}", notebook(), b"words"):
        collected, (reason,) = run({moodle("Cy C", 103, name): other})
        assert not collected and "neither a notebook nor a zip" in reason


def test_a_notebook_that_says_nothing_is_of_the_zips_one_assignment(run):
    zip_ = {moodle(): notebook(), moodle("Bob B", 102, "homework.ipynb"): notebook("bob")}
    assert run(zip_)[0] == {("ada-lovelace", ONE): "new", ("bob-b", ONE): "new"}
    alone = {moodle("Cy C", 103, "homework.ipynb"): notebook("cy")}
    collected, (reason,) = run(alone)
    assert not collected and "--assignment" in reason
    assert run(alone, assignment=TWO)[0] == {("cy-c", TWO): "new"}


def test_a_file_that_contradicts_itself_or_the_assignment_is_left_out(run):
    collected, (reason,) = run({moodle(): notebook(ids=("max_pool",))}, assignment=ONE)
    assert not collected and ONE in reason and TWO in reason
    collected, (reason,) = run({moodle(file=f"{TWO}.ipynb"): notebook()}, assignment=ONE)
    assert not collected and "belongs to 02_pooling" in reason


def test_the_longer_of_two_names_that_fit_is_meant(run, course):
    (course / "solutions" / "11").mkdir()
    for name in ("1_conv", "1_conv_more", "11_conv"):
        (course / "solutions" / "11" / f"{name}.ipynb").write_bytes(notebook())
    run({moodle(file=f"{name} new.ipynb"): notebook(name) for name in ("1_conv", "1_conv_more", "11_conv")})
    assert {Path(path).stem: data for path, data in files(course).items()} == {
        name: notebook(name) for name in ("1_conv", "1_conv_more", "11_conv")
    }


def test_a_zip_that_a_student_handed_in_is_unpacked_without_clutter(run, course):
    inner = packed(
        {
            f"work/{ONE}.ipynb": notebook("real"),
            f"work/.ipynb_checkpoints/{ONE}-checkpoint.ipynb": notebook("old"),
            f"__MACOSX/work/._{ONE}.ipynb": b"\0\1",
            "work/timestamp.txt": "2001-01-01 00:00:00 UTC",
            "work/data.csv": "1,2",
        }
    )
    assert run({moodle(file="my work.zip"): inner}) == ({("ada-lovelace", ONE): "new"}, [])
    assert files(course) == {f"ada-lovelace/{ONE}/{ONE}.ipynb": notebook("real")}


def test_who_sent_nothing_but_clutter_is_told(run):
    copies = {moodle(file=f".ipynb_checkpoints/{ONE}-checkpoint.ipynb"): notebook("old"), moodle(file=".DS_Store"): "x"}
    collected, (reason,) = run({moodle("Bo", 102): notebook(), **copies})
    assert collected == {("bo", ONE): "new"}
    assert "Ada Lovelace" in reason and "handed in neither a notebook nor a zip with one" in reason


def test_no_timestamp_is_written_for_dates_of_the_download_or_of_the_student(run, course):
    run({moodle(): notebook(), moodle(file="timestamp.txt"): "1999-01-01 00:00:00 UTC"})
    assert list(files(course)) == [f"ada-lovelace/{ONE}/{ONE}.ipynb"]


@pytest.mark.parametrize("first", [0, 1])
def test_of_several_uploads_to_canvas_the_newest_is_taken(run, course, first):
    entries = [
        (f"lovelaceada_1_90_{ONE}.ipynb", notebook("old")),
        (f"lovelaceada_1_91_{ONE}-1.ipynb", notebook("new")),
    ]
    collected, (reason,) = run(dict([entries[first], entries[1 - first]]))
    assert collected == {("lovelaceada_1", ONE): "new"}
    assert files(course) == {f"lovelaceada_1/{ONE}/{ONE}.ipynb": notebook("new")}
    assert f"_90_{ONE}.ipynb" in reason and "-1.ipynb" in reason


def test_of_several_files_in_moodle_the_one_with_the_notebooks_own_name_is_taken(run, course):
    entries = {moodle(): notebook("own"), moodle(file=f"{ONE} (1).ipynb"): notebook("copy")}
    _, (reason,) = run(entries)
    assert files(course) == {f"ada-lovelace/{ONE}/{ONE}.ipynb": notebook("own")} and "(1)" in reason


def test_of_several_downloads_the_later_is_taken(run, course):
    new, old = packed({moodle(): notebook("new")}, TUESDAY), packed({moodle(): notebook("old")}, MONDAY)
    run(new, old)
    assert files(course) == {f"ada-lovelace/{ONE}/{ONE}.ipynb": notebook("new")}


def test_a_scratch_file_never_takes_the_place_of_the_notebook(run, course):
    run({f"a_1_90_{ONE}.ipynb": notebook("work"), "a_1_91_scratch.ipynb": notebook("scratch")})
    assert files(course) == {f"a_1/{ONE}/{ONE}.ipynb": notebook("work")}


def test_somebody_who_handed_in_no_notebook_is_reported(run):
    collected, skipped = run(
        {
            moodle(): notebook(),
            moodle("Bob B", 2, "work.pdf"): b"%PDF",
            "Cy C_3_assignsubmission_onlinetext_onlinetext.html": "hi",
        }
    )
    assert len(collected) == 1 and len(skipped) == 2 and all("notebook" in reason for reason in skipped)


# Who is who


def test_a_person_in_moodle_has_one_id_in_all_assignments(run):
    assert set(run({moodle(number=101): notebook()})[0]) == {("ada-lovelace", ONE)}
    assert set(run({moodle(number=201, file=f"{TWO}.ipynb"): notebook()})[0]) == {("ada-lovelace", TWO)}


def test_namesakes_do_not_collide(run, course):
    collected, _ = run({moodle(number=101): notebook("a"), moodle(number=102): notebook("b")})
    assert set(collected) == {("ada-lovelace_101", ONE), ("ada-lovelace_102", ONE)}
    assert len(files(course)) == 2
    # From now on the name alone is not enough.
    assert set(run({moodle(number=201, file=f"{TWO}.ipynb"): notebook()})[0]) == {("ada-lovelace_201", TWO)}


def test_a_namesake_who_comes_later_takes_nobodys_place(run, course):
    run({moodle(number=101): notebook("a")})
    both = {moodle(number=102): notebook("b"), moodle(number=101): notebook("a")}
    assert run(both)[0] == {("ada-lovelace", ONE): "unchanged", ("ada-lovelace_102", ONE): "new"}
    assert files(course)[f"ada-lovelace/{ONE}/{ONE}.ipynb"] == notebook("a")
    assert run({moodle("ADA Lovelace", 103): notebook("c")})[0] == {("ada-lovelace_103", ONE): "new"}


def test_a_person_in_canvas_keeps_the_id_after_a_change_of_name(run):
    run({f"lovelaceada_1_2_{ONE}.ipynb": notebook()})
    assert set(run({f"kingada_1_3_{TWO}.ipynb": notebook()})[0]) == {("lovelaceada_1", TWO)}


# Again


def test_collecting_again_changes_nothing(run, course):
    run({moodle(): notebook()})
    before = files(course)
    assert run({moodle(): notebook()}, date=TUESDAY) == ({("ada-lovelace", ONE): "unchanged"}, [])
    assert files(course) == before and not (course / "downloaded" / "replaced").exists()


def test_a_resubmission_replaces_the_old_file_which_is_kept_with_its_timestamp(run, course):
    run({moodle(): notebook("old")})
    folder = course / "submitted" / "ada-lovelace" / ONE
    (folder / "timestamp.txt").write_text("2024-03-04 10:00:00 UTC")
    (folder / "data.csv").write_text("1,2")
    assert run({moodle(): notebook("new")}, date=TUESDAY)[0] == {("ada-lovelace", ONE): "updated"}
    assert {path.name for path in folder.iterdir()} == {f"{ONE}.ipynb", "data.csv"}
    assert (folder / f"{ONE}.ipynb").read_bytes() == notebook("new")
    (kept,) = (course / "downloaded" / "replaced" / "ada-lovelace" / ONE).iterdir()
    assert {path.name for path in kept.iterdir()} == {f"{ONE}.ipynb", "timestamp.txt"}
    assert (kept / f"{ONE}.ipynb").read_bytes() == notebook("old")


def test_an_older_download_replaces_nothing_without_force(run, course):
    run({moodle(): notebook("new")}, date=TUESDAY)
    collected, (reason,) = run({moodle(): notebook("old")}, date=MONDAY)
    assert collected == {("ada-lovelace", ONE): "older"} and "--force" in reason
    assert files(course) == {f"ada-lovelace/{ONE}/{ONE}.ipynb": notebook("new")}
    assert run({moodle(): notebook("old")}, force=True)[0] == {("ada-lovelace", ONE): "updated"}
    assert files(course) == {f"ada-lovelace/{ONE}/{ONE}.ipynb": notebook("old")}
    assert list((course / "downloaded" / "replaced").rglob("*.ipynb"))


def test_canvass_upload_number_counts_more_than_the_date_of_the_download(run, course):
    run({f"a_1_91_{ONE}-1.ipynb": notebook("new")}, date=MONDAY)
    assert run({f"a_1_90_{ONE}.ipynb": notebook("old")}, date=TUESDAY)[0] == {("a_1", ONE): "older"}
    assert run({f"a_1_92_{ONE}-2.ipynb": notebook("newest")}, date=MONDAY)[0] == {("a_1", ONE): "updated"}
    assert files(course) == {f"a_1/{ONE}/{ONE}.ipynb": notebook("newest")}


def test_a_file_that_was_edited_or_put_there_by_hand_stays(run, course):
    run({moodle(): notebook("handed in")})
    target = course / "submitted" / "ada-lovelace" / ONE / f"{ONE}.ipynb"
    target.write_bytes(notebook("mended by the instructor"))
    assert run({moodle(): notebook("handed in")}, date=TUESDAY) == ({("ada-lovelace", ONE): "unchanged"}, [])
    assert run({moodle(): notebook("handed in again")}, date=TUESDAY)[0] == {("ada-lovelace", ONE): "older"}
    assert target.read_bytes() == notebook("mended by the instructor")


def test_a_failure_while_writing_leaves_the_old_file_whole(run, course, monkeypatch):
    run({moodle(): notebook("old")})

    copyfile = collecting.shutil.copyfile

    def full(source, target, **options):
        if course / "submitted" not in Path(target).parents:
            return copyfile(source, target, **options)
        Path(target).write_bytes(b"{")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(collecting.shutil, "copyfile", full)
    with pytest.raises(AutograderError, match="No space left"):
        run({moodle(): notebook("new")}, date=TUESDAY)
    assert files(course) == {f"ada-lovelace/{ONE}/{ONE}.ipynb": notebook("old")}


def test_nothing_is_left_behind_but_the_ledger(run, course, tmp_path, monkeypatch):
    scratch = tmp_path / "tmp"
    scratch.mkdir()
    monkeypatch.setattr(collecting.tempfile, "tempdir", str(scratch))
    run({moodle(): notebook()})
    assert os.listdir(scratch) == [] and os.listdir(course / "downloaded") == ["collected.json"]


def test_a_broken_ledger_is_named(run, course):
    (course / "downloaded").mkdir()
    (course / "downloaded" / "collected.json").write_text("{")
    with pytest.raises(AutograderError, match=r"collected\.json"):
        run({moodle(): notebook()})


def test_the_config_of_the_current_folder_is_not_mixed_in(run, course, tmp_path, monkeypatch):
    (tmp_path / "nbgrader_config.py").write_text(
        "c = get_config()\nc.CourseDirectory.submitted_directory = 'elsewhere'"
    )
    monkeypatch.chdir(tmp_path)
    run({moodle(): notebook()})
    assert len(files(course)) == 1


# Hostile and broken zips


def outside(tmp_path: Path) -> set[str]:
    return {str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*") if "course/" not in str(p.relative_to(tmp_path))}


@pytest.mark.parametrize(
    "path",
    [
        "../../" + moodle(),
        "/tmp/" + moodle(),
        "C:\\" + moodle(),
        moodle(file=f"../../../../{ONE}.ipynb"),
        moodle(file=f"..\\..\\{ONE}.ipynb"),
        f"../eve_1_2_{ONE}.ipynb",
        moodle(file="x" * 300 + f"{ONE}.ipynb"),
        moodle(file=f"a\n{ONE}.ipynb"),
        moodle(file=f"\x1b[31m{ONE}.ipynb"),
        "Ada/" * 1000 + moodle(),
    ],
)
def test_a_path_that_is_not_safe_is_skipped_and_nothing_is_written(run, course, tmp_path, path):
    for entries in ({path: notebook()}, {moodle("Eve E", 9, "w.zip"): packed({path: notebook()})}):
        collected, (reason, *_) = run(entries)
        assert not collected and ("path" in reason or "name" in reason)
        assert reason.isprintable() and len(reason) < 500
        assert not (course / "submitted").exists()
    assert outside(tmp_path) == {"course", "export0.zip"}


def test_a_name_with_nul_is_skipped(run):
    data = packed({moodle(file=f"Z{ONE}.ipynb"): notebook()}).replace(b"/Z01", b"/\x0001")
    collected, (reason,) = run(data)
    assert not collected and "control" in reason


@pytest.mark.parametrize("name", ["..", "...", "../..", ".", "~", "$(rm -rf)"])
def test_a_persons_name_can_not_lead_elsewhere(run, course, name):
    collected, _ = run({f"{name.replace('/', '')}_7_assignsubmission_file_{ONE}.ipynb": notebook()})
    assert all((course / "submitted" / student).parent == course / "submitted" for student, _ in collected)
    assert all(student.strip("._~") for student, _ in collected)


def test_a_link_is_not_followed(run, tmp_path):
    info = zipfile.ZipInfo(moodle(), MONDAY)
    info.create_system, info.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    collected, (reason,) = run(packed([(info, "/etc/passwd")]))
    assert not collected and "link" in reason


def test_a_bomb_is_not_unpacked(run, monkeypatch):
    bomb = b"0" * (5 * safezip.MEGABYTE)
    for entries in ({moodle(): bomb}, {moodle(file="w.zip"): packed({f"{ONE}.ipynb": bomb})}):
        collected, (reason, *_) = run(entries)
        assert not collected and "bomb" in reason
    monkeypatch.setattr(safezip, "FILE_SIZE", 1000)
    assert "larger than" in run({moodle(): os.urandom(2000)})[1][0]


def test_a_zip_that_lies_about_the_size_of_a_file_is_skipped(run):
    size = 5 * safezip.MEGABYTE
    data = packed({moodle(): b"0" * size}).replace(struct.pack("<L", size), struct.pack("<L", 10))
    collected, (reason,) = run(data)
    assert not collected and "damaged" in reason


def test_one_person_can_not_fill_the_disk_nor_keep_the_others_out(run, monkeypatch):
    monkeypatch.setattr(intake, "PERSON_TOTAL", 2_000)
    many = {moodle("Eve E", 9, f"{n}.ipynb"): notebook("x" * 900) for n in range(5)}
    collected, skipped = run(many | {moodle(): notebook()}, assignment=ONE)
    assert ("ada-lovelace", ONE) in collected and any("this person's" in reason for reason in skipped)
    monkeypatch.setattr(intake, "TOTAL", 1_000)
    with pytest.raises(AutograderError, match=r"export0\.zip"):
        run(many)


def test_a_zip_with_too_many_entries_is_not_read(run, monkeypatch):
    monkeypatch.setattr(safezip, "ENTRIES_INSIDE", 3)
    inner = packed({f"{n}.ipynb": notebook() for n in range(4)})
    collected, (reason,) = run({moodle(file="w.zip"): inner})
    assert not collected and "entries" in reason
    with pytest.raises(AutograderError, match=r"export0\.zip.*entries"):
        run({f"{n}.txt": "" for n in range(safezip.ENTRIES + 1)})


def test_an_encrypted_file_is_skipped(run):
    data = bytearray(packed({moodle(): notebook(), moodle("Bob B", 2): notebook()}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    collected, (reason,) = run(bytes(data))
    assert set(collected) == {("bob-b", ONE)} and "encrypted" in reason


def test_of_a_duplicate_name_one_is_taken_and_the_other_reported(run, course):
    collected, skipped = run(packed([(moodle(), notebook("first")), (moodle(), notebook("second"))]))
    assert len(collected) == 1 and len(skipped) == 1
    assert files(course) == {f"ada-lovelace/{ONE}/{ONE}.ipynb": notebook("second")}


def test_a_zip_in_a_students_zip_is_not_unpacked(run):
    deep = packed({"inner.zip": packed({f"{ONE}.ipynb": notebook()})})
    collected, (reason,) = run({moodle(file="w.zip"): deep})
    assert not collected and "a zip in a zip" in reason


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"\x00" * 5000, packed({}), packed({moodle(): notebook()})[:-30]], ids=range(5)
)
def test_what_is_no_whole_zip_stops_everything_before_anything_is_written(run, course, data):
    with pytest.raises(AutograderError, match=r"export1\.zip"):
        run({moodle(): notebook()}, data)
    assert not (course / "submitted").exists()
    _, (reason,) = run({moodle(file="w.zip"): data})
    assert "w.zip" in reason


def test_a_damaged_file_is_skipped_and_the_others_are_collected(run):
    data = bytearray(packed({moodle(): notebook(), moodle("Bob B", 2): notebook()}))
    start = 30 + len(moodle()) + 10
    data[start : start + 8] = b"\xff" * 8
    collected, (reason,) = run(bytes(data))
    assert set(collected) == {("bob-b", ONE)} and "damaged" in reason


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b"{}", b"\xff\xfe", b"<html>", b"[" * 100_000, b'{"nbformat": 4}'],
    ids=range(8),
)
def test_what_is_no_notebook_is_skipped(run, data):
    collected, (reason,) = run({moodle(): data})
    assert not collected and "it is not a notebook: " in reason


def test_a_zip_that_is_no_export_is_named(run, tmp_path):
    with pytest.raises(AutograderError, match=r"export0\.zip.*Moodle or Canvas"):
        run({"holiday.jpg": b"x"})
    _, (reason,) = run({"holiday.jpg": b"x", moodle(): notebook()})
    assert "holiday.jpg" in reason


def test_missing_files_assignments_and_courses_are_named(course, tmp_path):
    with pytest.raises(AutograderError, match=r"nowhere\.zip"):
        collect(course, [tmp_path / "nowhere.zip"])
    with pytest.raises(AutograderError, match="01_convolution, 02_pooling"):
        collect(course, [], assignment="03")
    with pytest.raises(AutograderError, match="solutions"):
        collect(tmp_path / "nowhere", [])


# The gradebook


def test_names_go_into_the_gradebook_and_do_not_replace_names_that_are_there(run, course, monkeypatch):
    from nbgrader.api import Gradebook

    monkeypatch.setenv("PATH", "/usr/bin:/bin")  # without the scripts of this Python
    zip_ = {
        moodle("Ada King Lovelace"): notebook(),
        f"neumannjohn_7_8_{ONE}.ipynb": notebook(),
        "Participant_5_assignsubmission_file_01_convolution.ipynb": notebook(),
    }
    assert not run(zip_, db=True)[1]
    assert os.environ["PATH"] == "/usr/bin:/bin"
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        found = {s.id: (s.first_name, s.last_name, s.lms_user_id) for s in gradebook.students}
        gradebook.update_or_create_student("neumannjohn_7", first_name="John", last_name="von Neumann")
    assert found == {
        "ada-king-lovelace": ("Ada King", "Lovelace", None),
        "neumannjohn_7": (None, "neumannjohn", "7"),
        "participant_5": (None, None, None),
    }
    run(zip_, db=True)
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        assert gradebook.find_student("neumannjohn_7").last_name == "von Neumann"


def test_the_courses_own_config_says_which_gradebook(run, course, tmp_path):
    url = f"sqlite:///{tmp_path / 'other.db'}"
    (course / "nbgrader_config.py").write_text(f"c = get_config()\nc.CourseDirectory.db_url = {url!r}\n")
    assert not run({moodle(): notebook()}, db=True)[1]
    assert (tmp_path / "other.db").exists() and not (course / "gradebook.db").exists()


def test_a_gradebook_that_can_not_be_written_does_not_lose_the_submissions(run, course):
    (course / "gradebook.db").write_text("not a database" * 100)
    collected, (reason,) = run({moodle(): notebook()}, db=True)
    assert collected == {("ada-lovelace", ONE): "new"} and "gradebook.db" in reason
