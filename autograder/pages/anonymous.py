"""Records of grading from which nobody can tell who handed in what."""

import hashlib
import re
from collections.abc import Iterable, Mapping

from autograder import secret
from autograder.course import Course

NOBODY = "[student]"


def shuffled(course: Course, records: Mapping[str, Mapping]) -> dict[str, Mapping]:
    """Records by student, in an order that is the same each time and cannot be computed from the students' ids.

    It depends on the secret of the course; without one, on all submissions together, of which nobody has more than one.
    """
    everything = "".join(sorted(str(record.get("key")) for record in records.values()))
    salt = hashlib.sha256((secret.read(course.root) or everything).encode()).digest()

    def place(student: str) -> bytes:
        return hashlib.sha256(salt + student.encode(errors="replace")).digest()

    return {student: records[student] for student in sorted(records, key=place)}


def without_ids(records: Mapping[str, Mapping], students: Iterable[str]) -> dict[str, Mapping]:
    """Records in which no student's id stands in what was said: in messages, notes and problems.

    An id that is a word of the tests' names, such as max, stays in what a test of ours says; it goes where a student's
    own program may speak.
    """
    everyone = set(students)
    names = {test["name"].lower() for record in records.values() for test in record["tests"]}
    words = set(re.findall(r"\w+", " ".join(names)))
    anywhere, ours = _pattern(everyone), _pattern(one for one in everyone if one.lower() not in words)

    def clean(test: Mapping) -> Mapping:
        ids = anywhere if test["status"] == "error" else ours
        made = test | {"message": ids.sub(NOBODY, test["message"])}
        if test.get("explanation"):
            seen = ours.sub(NOBODY, test["explanation"]["seen"])
            made["explanation"] = test["explanation"] | {"seen": seen}
        return made

    return {
        student: {
            **record,
            "problem": anywhere.sub(NOBODY, record["problem"]),
            "notes": [anywhere.sub(NOBODY, note) for note in record["notes"]],
            "tests": [clean(test) for test in record["tests"]],
        }
        for student, record in records.items()
    }


def _pattern(students: Iterable[str]) -> re.Pattern:
    """One of these ids as a word of its own; the longest first, since one may begin with another."""
    ids = "|".join(map(re.escape, sorted(students, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{ids})(?!\w)" if ids else r"(?!)", re.IGNORECASE)
