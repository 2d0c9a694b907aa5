"""`autograder collect ZIP…`: puts what students handed in, as an LMS exports it, where nbgrader grades it.

In go Moodle's and Canvas's zips of submissions (the forms of their names: `lms`). Out comes
`submitted/<student>/<assignment>/<notebook>.ipynb`. What this module decides:

Student ids. Canvas: `<name>_<user id>`, which stays with the person. Moodle gives a person another number in each
assignment, so the id is the name (`ada-lovelace`), and only for namesakes `<name>_<number>`. With anonymous marking
it is `participant_<number>` or `anon_<code>`, which are not the same in the next assignment: the LMS hides that.

Which notebook. The cells' grade ids say it, or else the file's name (`copy of 01_convolution (2).ipynb`), or else
that the zip is for one assignment. A file whose name and cells disagree is left out, and reported.

Dates. Neither LMS puts the date of handing in into its zip: the dates there are of the download. So no `timestamp.txt`
is written, and nbgrader takes the work as in time. Nor is a `timestamp.txt` taken that a student handed in.

Several files of one student for one notebook: taken is the one recognised more surely, then Canvas's newest upload,
then the later download, then the one named as the notebook is. The others are reported.

What is already in `submitted/` is replaced if the new file is known to be newer (a higher upload number of Canvas, or a
later download) and nobody has edited the old one since; or with `force`. A replaced file, with its timestamp.txt, goes
to `downloaded/replaced/<student>/<assignment>/<time>/`. Files that are not part of the zip stay as they are.

Zips and files in them are read with `safezip`, not with nbgrader's unpacking, which has no limits. A zip that can't be
read stops everything before anything is written; a file in it that can't be read is reported.
"""

import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from nbgrader.apps import ZipCollectApp
from nbgrader.coursedir import CourseDirectory
from nbgrader.plugins import FileNameCollectorPlugin
from traitlets import Dict
from traitlets.config import Config, PyFileConfigLoader

from autograder.collecting import lms, safezip
from autograder.collecting.intake import Found, Intake, Skipped, read_export
from autograder.collecting.ledger import Ledger, Version
from autograder.collecting.recognise import CourseNotebooks, Match, Unrecognised, load_course
from autograder.errors import AutograderError


@dataclass(frozen=True)
class Collected:
    """One student's hand-in of one assignment: `path` is its folder in submitted/, `name` the person's if known.

    status: "new"; "updated" (a notebook was replaced or added); "unchanged"; "older" (what was there stays, though it
    differs: it isn't known to be older). Files that were not taken are among the Skipped as well.
    """

    student: str
    assignment: str
    path: Path
    name: str | None
    status: str


def collect(
    course_root: Path,
    zips: Sequence[Path],
    assignment: str | None = None,
    force: bool = False,
    db: bool = True,
    progress: Callable[[str], object] = lambda _: None,
) -> tuple[list[Collected], list[Skipped]]:
    """Collect the zips of an LMS into `<course_root>/submitted/`; see the module for what is decided how.

    assignment: what files belong to that don't say it themselves. force: replace what is there even if the new file
    isn't known to be newer. db: enter the students and their names into the course's gradebook, without changing
    names that are there; if that fails, it is among the Skipped. progress: called with what is being done, in words.

    Raises AutograderError, with nothing changed in submitted/, if a zip can't be read or isn't an export, if the course
    has no notebooks or not that assignment, or if `downloaded/collected.json` is broken; and if writing fails.
    """
    root = Path(course_root).resolve()
    course = load_course(root)
    if assignment is not None and assignment not in course.assignments:
        raise AutograderError(f"No assignment {assignment!r}; there are {', '.join(course.assignments)}.")
    ledger = Ledger(root / "downloaded" / "collected.json")
    try:
        with tempfile.TemporaryDirectory(prefix="autograder-collect-") as temporary:
            intake = Intake(Path(temporary) / "read")
            intake.folder.mkdir()
            for path in dict.fromkeys(Path(one).resolve() for one in zips):
                progress(f"reading {safezip.shown(path.name)}")
                read_export(path, intake)
            progress(f"finding out whose and what {len(intake.found)} files are")
            found = _recognise(course, intake, assignment)
            ids = ledger.name_students((one.person, one.archive, one.match.assignment) for one in found)
            chosen = _newest(found, ids, intake)
            staging = _collect_with_nbgrader(chosen, ids, Path(temporary) / "course")
            try:
                collected = _place(chosen, ids, staging, root, ledger, force, intake, progress)
            finally:
                # Also after a failure: what was placed before it is then known.
                ledger.save()
    except OSError as error:
        raise AutograderError(f"Collecting into {root} failed: {error}. Mend that and collect again.") from error
    if db and collected:
        progress("entering names into the gradebook")
        _enter_students(root, chosen, ids, intake)
    return collected, intake.skipped


# Choosing


def _recognise(course: CourseNotebooks, intake: Intake, assignment: str | None) -> list[Found]:
    """The files whose notebook is known, first by themselves, then by what else is in their zip."""
    matched: dict[int, Match] = {}
    unmatched: dict[int, Unrecognised] = {}
    for place, found in enumerate(intake.found):
        try:
            matched[place] = course.match(found.file, found.grade_ids, assignment)
        except Unrecognised as why:
            unmatched[place] = why
    in_zip: dict[str, set[str]] = {}
    for place, match in matched.items():
        in_zip.setdefault(intake.found[place].archive, set()).add(match.assignment)
    for place, why in unmatched.items():
        found = intake.found[place]
        known = {assignment} if assignment else in_zip.get(found.archive, set())
        try:
            if why.contradicts or len(known) != 1:
                raise why
            matched[place] = course.only_notebook(*known)
        except Unrecognised as reason:
            intake.skip(found.label, str(reason))
    return [replace(intake.found[place], match=matched[place]) for place in sorted(matched)]


def _newest(found: list[Found], ids: dict[str, str], intake: Intake) -> list[Found]:
    """One file for each student and notebook; the others are reported."""
    best: dict[tuple[str, str, str], Found] = {}
    for one in found:
        key = (ids[one.person.key], one.match.assignment, one.match.notebook)
        other = best.get(key)
        if other and one.rank < other.rank:
            one, other = other, one
        best[key] = one
        if other:
            same = "the same content" if one.sha256 == other.sha256 else "a newer or surer version of this notebook"
            intake.skip(other.label, f"{safezip.shown(one.file)!r} of the same person was taken, which has {same}")
    return list(best.values())


# Placing


class ExportCollector(FileNameCollectorPlugin):
    """Tells nbgrader's zip collector whose file is which, from a table made of the export's names."""

    table = Dict(help="Of each file's name in the archive directory: student_id and file_id").tag(config=True)

    def collect(self, submitted_file: str) -> dict | None:
        """The student and notebook of a file, or None for one that isn't in the table."""
        return self.table.get(Path(submitted_file).name)


def _collect_with_nbgrader(chosen: list[Found], ids: dict[str, str], course: Path) -> Path:
    """Let nbgrader's zip collector lay out the chosen files in a course of our own; returns its submitted/.

    Raises AutograderError if nbgrader gives up.
    """
    for assignment in sorted({one.match.assignment for one in chosen}):
        archive = course / "downloaded" / assignment / "archive"
        archive.mkdir(parents=True)
        table = {}
        for one in chosen:
            if one.match.assignment == assignment:
                shutil.move(one.staged, archive)
                table[one.staged.name] = {
                    "student_id": ids[one.person.key],
                    "file_id": f"{one.match.notebook}.ipynb",
                }
        config = Config()
        config.CourseDirectory.root = str(course)
        config.CourseDirectory.assignment_id = assignment
        config.ZipCollectApp.collector_plugin = ExportCollector
        config.ZipCollectApp.log_level = "CRITICAL"
        config.ExportCollector.table = table
        # Not through initialize(), which would mix in the nbgrader_config.py of the folder that we happen to be in.
        app = ZipCollectApp(config=config, coursedir=CourseDirectory(config=config))
        try:
            app.init_plugins()
            app.extract_archive_files()
            app.process_extracted_files()
        except SystemExit:
            raise AutograderError(f"nbgrader's zip collector gave up on {assignment}; please report that.") from None
    return course / "submitted"


def _place(
    chosen: list[Found],
    ids: dict[str, str],
    staging: Path,
    root: Path,
    ledger: Ledger,
    force: bool,
    intake: Intake,
    progress: Callable[[str], object],
) -> list[Collected]:
    """Move the notebooks from staging into the course's submitted/, replacing only what may be replaced."""
    now = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    statuses: dict[tuple[str, str], set[str]] = {}
    names: dict[tuple[str, str], str | None] = {}
    order = sorted(chosen, key=lambda one: (one.match.assignment, ids[one.person.key], one.match.notebook))
    for number, one in enumerate(order):
        progress(f"putting files into submitted/: {number} of {len(order)}")
        student, assignment = ids[one.person.key], one.match.assignment
        entry = f"{student}/{assignment}/{one.match.notebook}.ipynb"
        target = root / "submitted" / entry
        begun = target.parent.exists()
        status = _status(target, one.version, ledger.files.get(entry), force)
        if status in ("new", "updated"):
            _put(staging / entry, target, root / "downloaded" / "replaced" / student / assignment / now)
        if status == "older":
            intake.skip(one.label, f"it differs from submitted/{entry} {_WHY_KEPT}")
        elif status != "edited" and not _seen_later(ledger.files.get(entry), one.version):
            ledger.files[entry] = one.version
        key = (student, assignment)
        names[key] = names.get(key) or one.person.name
        statuses.setdefault(key, set()).add("updated" if status == "new" and begun and key not in statuses else status)
    return [
        Collected(
            student, assignment, root / "submitted" / student / assignment, names[student, assignment], _sum(all_)
        )
        for (student, assignment), all_ in statuses.items()
    ]


_WHY_KEPT = (
    "and is not known to be newer, or that one was changed by hand; use --force to replace it (the old one is kept in "
    "downloaded/replaced/)"
)


def _status(target: Path, new: Version, known: Version | None, force: bool) -> str:
    """What to do with a file: "new", "updated", "unchanged", "edited" (by hand, nothing new handed in) or "older"."""
    if not target.exists():
        return "new"
    there = hashlib.sha256(target.read_bytes()).hexdigest()
    if there == new.sha256:
        return "unchanged"
    if force:
        return "updated"
    if known and known.sha256 == new.sha256:
        return "edited"
    if known and known.sha256 == there and new.is_newer_than(known):
        return "updated"
    return "older"


def _seen_later(known: Version | None, new: Version) -> bool:
    """Whether the same content was already there in a later export."""
    return known is not None and known.sha256 == new.sha256 and known.is_newer_than(new)


def _sum(statuses: set[str]) -> str:
    """The status of a hand-in from those of its notebooks."""
    if statuses == {"new"}:
        return "new"
    if statuses & {"new", "updated"}:
        return "updated"
    return "older" if "older" in statuses else "unchanged"


def _put(source: Path, target: Path, replaced: Path) -> None:
    """Put a file into its place in one step, after keeping what was there; a timestamp is of what was there, too."""
    target.parent.mkdir(parents=True, exist_ok=True)
    timestamp = target.with_name("timestamp.txt")
    for old in (target, timestamp):
        if old.exists():
            replaced.mkdir(parents=True, exist_ok=True)
            shutil.copy2(old, replaced / old.name)
    aside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        shutil.copyfile(source, aside)
        os.replace(aside, target)
    finally:
        aside.unlink(missing_ok=True)
    timestamp.unlink(missing_ok=True)


# The gradebook


def _enter_students(root: Path, chosen: Iterable[Found], ids: dict[str, str], intake: Intake) -> None:
    """Enter the students into the gradebook; names that are already there stay. A failure is among the Skipped."""
    from nbgrader.api import Gradebook, MissingEntry

    people = {ids[one.person.key]: one.person for one in chosen}
    try:
        course = _course_directory(root)
        with _scripts_on_path(), Gradebook(course.db_url, course.course_id or "default_course") as gradebook:
            for student, person in people.items():
                first, last = lms.first_and_last(person.name) if person.name else (None, None)
                told = {"first_name": first, "last_name": last, "lms_user_id": person.lms_user_id}
                with suppress(MissingEntry):
                    known = gradebook.find_student(student)
                    if known.first_name or known.last_name:
                        told = {"lms_user_id": known.lms_user_id or person.lms_user_id}
                gradebook.update_or_create_student(student, **{key: text for key, text in told.items() if text})
    # Of any kind: the course's own config runs here, alembic, SQLAlchemy; and the submissions are in place already.
    except Exception as error:
        reason = f"The submissions are in place, but the students' names could not be stored: {error}"
        intake.skipped.append(Skipped(str(root / "gradebook.db"), safezip.shown(reason, 500)))


def _course_directory(root: Path) -> CourseDirectory:
    """The course as its nbgrader_config.py describes it: it may say where the gradebook is, and has the course's id."""
    config = Config()
    if (root / "nbgrader_config.py").exists():
        config = PyFileConfigLoader("nbgrader_config.py", path=str(root)).load_config()
    config.CourseDirectory.root = str(root)
    return CourseDirectory(config=config)


@contextmanager
def _scripts_on_path() -> Iterator[None]:
    """With this Python's scripts on PATH: nbgrader runs `alembic` from there when it makes a gradebook."""
    before = os.environ.get("PATH", "")
    # Not resolved: in a virtual environment python is a link to one that has no alembic beside it.
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), before])
    try:
        yield
    finally:
        os.environ["PATH"] = before
