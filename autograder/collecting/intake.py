"""Reads the zips of an LMS: every notebook in them, whose it is, and what could not be read."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from autograder.collecting import lms, safezip
from autograder.collecting.ledger import Version
from autograder.collecting.recognise import Match, grade_ids, plain
from autograder.errors import AutograderError
from autograder.repairing.reading import NotANotebook

# One student can't fill the disk, nor all of them together.
PERSON_TOTAL = 500 * safezip.MEGABYTE
TOTAL = 4_000 * safezip.MEGABYTE
# The entries of a zip that is dated by its download differ by as long as the download took.
_ONE_DOWNLOAD = timedelta(hours=1)
_NOTEBOOK = (".ipynb", ".ipynb.txt", ".ipynb.json", ".ipynb.download")  # browsers like to add an extension
# What a notebook is called where its own extension was lost. It counts as one if it holds cells of ours.
_RENAMED = (".json", ".txt", ".download")


@dataclass(frozen=True)
class Skipped:
    """A file that was not collected, and a sentence that says why and what to do."""

    file: str
    reason: str


@dataclass(frozen=True)
class Found:
    """A notebook that was read from a zip into `staged`. date: of the zip, see `_date_by_download`."""

    person: lms.Person
    label: str
    file: str
    archive: str
    attachment: int | None
    date: datetime | None
    # What is known once the content was read, and once the notebook was recognised.
    staged: Path = Path()
    sha256: str = ""
    grade_ids: frozenset[str] = frozenset()
    match: Match | None = None

    @property
    def version(self) -> Version:
        return Version(self.sha256, self.attachment, self.date.isoformat() if self.date else None)

    @property
    def rank(self) -> tuple:
        """Higher is taken first. Of equal ones the later in the zip is taken, as unpacking it would leave it."""
        text = plain(self.file)
        return (
            self.match.how,
            self.attachment or 0,
            lms.attempt(self.file) if self.attachment else 0,
            self.date or datetime.min,
            text == plain(self.match.notebook),
            -len(text),
        )


@dataclass
class Intake:
    """What reading the zips gave so far."""

    folder: Path
    found: list[Found] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    sizes: dict[str, int] = field(default_factory=dict)

    def skip(self, label: str, clause: str) -> None:
        """Report a file; the clause goes on after "Not collected:"."""
        self.skipped.append(Skipped(safezip.shown(label), f"Not collected: {clause}."))


def read_export(path: Path, intake: Intake) -> None:
    """Read the notebooks of one zip. Raises AutograderError if it is not a readable export."""
    try:
        archive = safezip.open_zip(path)
    except safezip.Refused as why:
        raise AutograderError(f"{path}: {why}.") from None
    with archive:
        entries = [(member, lms.parse(member.path)) for member in safezip.members(archive)]
        foreign = [member for member, entry in entries if entry is None and not member.reason]
        if foreign and len(foreign) == len(entries):
            raise AutograderError(
                f"{path}: no name in it has the form that Moodle or Canvas gives to submissions (the first is "
                f"{safezip.shown(foreign[0].path)!r}). Give the zip as the LMS made it, not unpacked and zipped again."
            )
        download = _date_by_download([member.date for member, _ in entries])
        others: dict[str, str] = {}
        for member, entry in entries:
            _read_member(path, member, entry, download, others, intake)
        # Whoever sent nothing but Jupyter's copies of a notebook must not go missing without a word.
        for name in safezip.clutter(archive):
            if entry := lms.parse(name):
                others.setdefault(entry.person.key, f"{path.name}: {name}")
    handed_in = {one.person.key for one in intake.found if one.archive == str(path)}
    for key, label in others.items():
        if key not in handed_in:
            intake.skip(label, "this person handed in neither a notebook nor a zip with one; look at it by hand")


def _date_by_download(dates: list[datetime | None]) -> datetime | None:
    """The date of the download, if that is what the dates in a zip are: then they don't order the files in it."""
    known = [date for date in dates if date]
    return max(known) if known and max(known) - min(known) <= _ONE_DOWNLOAD else None


def _read_member(
    path: Path,
    member: safezip.Member,
    entry: lms.Entry | None,
    download: datetime | None,
    others: dict[str, str],
    intake: Intake,
) -> None:
    label = f"{path.name}: {member.path}"
    if member.reason:
        return intake.skip(label, member.reason)
    if entry is None:
        return intake.skip(
            label, "its name has not the form that Moodle or Canvas gives; put it into submitted/ by hand"
        )
    name = (entry.file or "").lower()
    if not name.endswith((*_NOTEBOOK, *_RENAMED, ".zip")):
        others.setdefault(entry.person.key, label)
        return None
    try:
        data = member.read()
        if not name.endswith((*_NOTEBOOK, ".zip")) and not _holds_our_cells(data):
            others.setdefault(entry.person.key, label)
            return None
        inside = _inside(data) if name.endswith(".zip") else [(entry.file, data, None)]
        for file, content, reason in inside:
            about = label if file == entry.file else f"{label}: {file}"
            if reason:
                intake.skip(about, reason)
                continue
            found = Found(entry.person, about, file, str(path), entry.attachment, download or member.date)
            _stage(found, content, intake)
    except safezip.Refused as why:
        intake.skip(label, str(why))
    return None


def _inside(data: bytes) -> Iterator[tuple[str, bytes, str | None]]:
    """A student's zip: of each notebook its path, content, and a reason to skip it, if any. Raises safezip.Refused."""
    with safezip.open_zip(data, safezip.ENTRIES_INSIDE) as archive:
        notebooks = 0
        for member in safezip.members(archive):
            name = member.path.lower()
            if name.endswith(".zip"):
                yield member.path, b"", "a zip in a zip in the export is not unpacked; have it handed in unpacked"
            elif member.reason:
                yield member.path, b"", member.reason
            elif name.endswith((*_NOTEBOOK, *_RENAMED)):
                try:
                    content = member.read()
                except safezip.Refused as why:
                    yield member.path, b"", str(why)
                else:
                    if not name.endswith(_NOTEBOOK) and not _holds_our_cells(content):
                        continue
                    yield member.path, content, None
            else:
                continue
            notebooks += 1
    if not notebooks:
        raise safezip.Refused("there is no notebook in this zip; ask for it")


def _holds_our_cells(data: bytes) -> bool:
    try:
        return bool(grade_ids(data))
    except NotANotebook:
        return False


def _stage(found: Found, data: bytes, intake: Intake) -> None:
    """Write a notebook aside, under a name of ours. Raises AutograderError if it is too much in all."""
    size = intake.sizes.get(found.person.key, 0) + len(data)
    if size > PERSON_TOTAL:
        limit = PERSON_TOTAL // safezip.MEGABYTE
        return intake.skip(found.label, f"this person's files are more than {limit} MB unpacked; look at them by hand")
    intake.sizes[found.person.key] = size
    if sum(intake.sizes.values()) > TOTAL:
        raise AutograderError(
            f"{found.archive}: more than {TOTAL // safezip.MEGABYTE} MB unpacked. Collect fewer zips at once."
        )
    try:
        ids = grade_ids(data)
    except NotANotebook as error:
        return intake.skip(found.label, f"it is {error}")
    staged = intake.folder / f"{len(intake.found):06}.ipynb"
    staged.write_bytes(data)
    sha256 = hashlib.sha256(data).hexdigest()
    intake.found.append(replace(found, staged=staged, sha256=sha256, grade_ids=ids))
    return None
