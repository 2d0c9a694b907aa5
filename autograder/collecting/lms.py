"""What the names of the files in an LMS's export say: who handed in which file. Pure functions on text.

Moodle ("Download all submissions") names a folder, or with "Download submissions in folders" off each file,

    <full name>_<number>_assignsubmission_<file|onlinetext>[_/<path>, /<path> or _<file>]

In a full name it writes a space for an underscore. The number belongs to one person in one activity: the same person
has another number in the next assignment. With anonymous marking the full name is the word "Participant" in the
language of the site. A team that isn't in a group has no number.

Canvas ("Download submissions") names each file

    <sortable name>[_LATE]_<user id>_<attachment id>_<file>, or [LATE_]anon_<code>_<attachment id>_<file>

with the name in lower case and stripped of everything but letters and digits. The user id is the person's for good,
the code is the person's in one assignment. Attachment ids only grow. A file that is handed in again under the same name
gets "-1", "-2" at the end of its name. Text typed into the page is `<name>_<user id>_text.html`.
"""

import re
import unicodedata
from dataclasses import dataclass

# The word for "Participant" in some languages, as slugs.
PARTICIPANT = frozenset({"participant", "participante", "partecipante", "teilnehmer", "teilnehmerin", "deelnemer"})

# Letters without a decomposition into an ASCII letter and an accent.
_FOLDED = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ŋ": "ng"}
_SLUG_LENGTH = 60

# The names are matched as short as can be: what follows is of the student's own choice, and may look like a name too.
_MOODLE = re.compile(r"(?P<name>.+?)(?:_(?P<number>\d{1,18}))?_assignsubmission_(?P<plugin>[a-z]+)(?:_(?P<rest>.*))?")
_UPLOAD = r"_(?:(?P<attachment>\d{1,18})_(?P<file>.+)|(?P<typed>text|link)\.html)"
_ANONYMOUS = re.compile(r"(?:LATE_)?anon_(?P<code>[A-Za-z0-9]{1,40})" + _UPLOAD)
_CANVAS = re.compile(r"(?P<name>.+?)(?:_LATE)?_(?P<user>\d{1,18})" + _UPLOAD, re.IGNORECASE)


@dataclass(frozen=True)
class Person:
    """Whom an export names.

    key: tells two people (in Moodle: two people in one activity) apart, and is stable if the export is made again.
    id: the student id to use, or with `by_name` the id to use if no namesake is known. unique_id: an id that no
    namesake has. Ids hold letters, digits and hyphens, and an underscore only before a number from the LMS; so a name,
    which its owner may choose, never makes the unique id of another.
    """

    key: str
    name: str | None
    id: str
    unique_id: str
    by_name: bool = False
    lms_user_id: str | None = None


@dataclass(frozen=True)
class Entry:
    """One file of an export. file: its name (or path) at the student's. attachment: Canvas's number, which grows.

    file is None for what isn't an uploaded file: text or a link that was typed into the LMS.
    """

    person: Person
    file: str | None
    attachment: int | None = None


def parse(path: str) -> Entry | None:
    """What the path of a file in an export says, or None if it has the form of neither Moodle nor Canvas."""
    parts = path.split("/")
    for place, part in enumerate(parts):
        if match := _MOODLE.fullmatch(part):
            return _moodle(match, parts[place + 1 :])
    if match := _ANONYMOUS.fullmatch(parts[-1]):
        return _anonymous(match)
    if match := _CANVAS.fullmatch(parts[-1]):
        return _canvas(match)
    return None


def slug(name: str) -> str:
    """The name as a folder name: lower case, words joined by hyphens, accents off, at most 60 characters.

    Letters of other scripts stay as they are. The result may be empty. It never holds an underscore, a dot or a slash.
    """
    out = ""
    for letter in unicodedata.normalize("NFC", name).lower():
        plain = _FOLDED.get(letter) or unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode()
        if letter in "'’‘ʼ`":
            continue
        if plain:
            out += re.sub(r"[^a-z0-9]", "-", plain.lower())
        elif letter.isalnum():
            out += letter
        elif unicodedata.category(letter).startswith("M"):
            # A vowel sign belongs to its letter; an accent on an ASCII letter goes, as the others did.
            out += "" if out[-1:].isascii() else letter
        else:
            out += "-"
    return re.sub(r"-+", "-", out)[:_SLUG_LENGTH].strip("-")


def attempt(file: str) -> int:
    """Canvas's counter at the end of a file's name (`-2` in `01_convolution-2.ipynb`), or 0."""
    match = re.search(r"-(\d{1,4})(?:\.[A-Za-z]+)*$", file)
    return int(match[1]) if match else 0


def first_and_last(name: str) -> tuple[str | None, str]:
    """A full name as first and last name, the last word being the last name: for display, not for identification."""
    first, _, last = name.strip().rpartition(" ")
    return first.strip() or None, last


def _moodle(match: re.Match, below: list[str]) -> Entry:
    name, number = match["name"].replace("_", " ").strip(), match["number"]
    base = slug(name)
    if number and (base in PARTICIPANT or not base):
        known = f"{'participant' if base else 'student'}_{number}"
        person = Person(f"moodle:{number}", None, known, known)
    else:
        unique = f"{base}_{number}" if number else base
        person = Person(f"moodle:{number or base}", name, base or "student", unique or "student", by_name=True)
    file = "/".join(part for part in [match["rest"], *below] if part)
    return Entry(person, file if match["plugin"] == "file" and file else None)


def _anonymous(match: re.Match) -> Entry:
    known = f"anon_{match['code']}"
    return _uploaded(Person(f"canvas:{known}", None, known, known), match)


def _canvas(match: re.Match) -> Entry:
    known = f"{slug(match['name']) or 'student'}_{match['user']}"
    person = Person(f"canvas:{match['user']}", match["name"], known, known, lms_user_id=match["user"])
    return _uploaded(person, match)


def _uploaded(person: Person, match: re.Match) -> Entry:
    if match["typed"]:
        return Entry(person, None)
    return Entry(person, match["file"], int(match["attachment"]))
