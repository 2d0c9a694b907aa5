"""What `collect` has to remember from one run to the next: who has which student id, and what was collected when.

It is kept in `<course>/downloaded/collected.json`. Without it collecting still works, but a resubmission can't be told
from an older file, and namesakes that were met before aren't known.
"""

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

from autograder.collecting.lms import Person
from autograder.errors import AutograderError

_VERSION = 1


@dataclass
class Known:
    """A person that was met. base: the id without a number. contexts: the assignments that this key was seen in."""

    student: str
    base: str
    contexts: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Version:
    """A collected file. attachment: Canvas's number. date: the zip's, as ISO text; to be compared, never to be shown.

    A zip is dated when it is downloaded, so a later date means a later state of the LMS, not a later hand-in.
    """

    sha256: str
    attachment: int | None = None
    date: str | None = None

    def is_newer_than(self, other: "Version") -> bool:
        """Whether this is known to be newer: False also stands for "can't be told"."""
        if self.attachment is not None and other.attachment is not None:
            return self.attachment > other.attachment
        if self.date and other.date:
            return datetime.fromisoformat(self.date) > datetime.fromisoformat(other.date)
        return False


class Ledger:
    """The record in memory; `save` writes it."""

    def __init__(self, path: Path):
        """Read the record, if there is one. Raises AutograderError if it can't be understood."""
        self.path = path
        self.people: dict[str, Known] = {}
        self.files: dict[str, Version] = {}
        if not path.exists():
            return
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
            if content["version"] != _VERSION:
                raise ValueError(f"version {content['version']}")
            self.people = {key: Known(**known) for key, known in content["people"].items()}
            self.files = {key: Version(**version) for key, version in content["files"].items()}
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            raise AutograderError(f"{path} can't be read ({error}). Move it away and collect again.") from None

    def save(self) -> None:
        """Write the record, whole or not at all."""
        content = {
            "version": _VERSION,
            "people": {key: asdict(known) for key, known in sorted(self.people.items())},
            "files": {key: asdict(version) for key, version in sorted(self.files.items())},
        }
        self.path.parent.mkdir(parents=True, exist_ok=True)
        aside = self.path.with_name(f".{self.path.name}.{os.getpid()}")
        aside.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        os.replace(aside, self.path)

    def name_students(self, people: Iterable[tuple[Person, str, str]]) -> dict[str, str]:
        """Give everybody a student id: from (person, zip, assignment), one for each file, to {person's key: id}.

        Who has an id keeps it. Who is known by name only (Moodle) shares the id of an earlier person of that name,
        as the same person in another assignment; unless two of that name were ever in one zip or one assignment.
        Then they are two people, nothing tells who is who in the next assignment, and each new one gets an id with
        the LMS's number.
        """
        persons: dict[str, Person] = {}
        contexts: dict[str, set[str]] = {key: {f"assignment {c}" for c in k.contexts} for key, k in self.people.items()}
        for person, archive, assignment in people:
            persons.setdefault(person.key, person)
            contexts.setdefault(person.key, set()).update({f"zip {archive}", f"assignment {assignment}"})
        bases = {key: known.base for key, known in self.people.items()} | {p.key: p.id for p in persons.values()}
        for key, person in persons.items():
            if key not in self.people:
                alike = [other for other in bases if bases[other] == person.id and other != key]
                number = person.by_name and self._are_namesakes([key, *alike], contexts)
                self.people[key] = Known(person.unique_id if number else person.id, person.id)
            seen = {c.removeprefix("assignment ") for c in contexts[key] if c.startswith("assignment ")}
            self.people[key].contexts = sorted(seen)
        return {key: self.people[key].student for key in persons}

    def _are_namesakes(self, keys: list[str], contexts: dict[str, set[str]]) -> bool:
        if any(key in self.people and self.people[key].student != self.people[key].base for key in keys):
            return True
        together = [context for key in keys for context in contexts.get(key, ())]
        return len(together) != len(set(together))
