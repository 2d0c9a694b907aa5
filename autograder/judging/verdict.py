"""What a submission got, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from autograder.repairing.repair import RepairedCell

if TYPE_CHECKING:
    from autograder.naming.explanation import Explanation


# How a message begins, behind what it says of the call, where a function of the student's raised an exception; and its
# last line, which says in which line of the student's.
THE_FUNCTION_RAISED = "the function raised "
RAISED = "It was raised in "


def whatever_the_call(message: str) -> str:
    """A message without what it says of the call where a function raised an exception: often it is that in each."""
    return message[max(0, message.find(THE_FUNCTION_RAISED)) :]


@dataclass(frozen=True)
class Verdict:
    """What became of one test cell.

    status: passed; failed: the result is wrong; error: there is none; timeout; not_run: the notebook cannot be read.
    message: the reason, for the student; where it passed, that it does once other functions are right, or nothing.
    seconds: how long the test took, calls included. explanation: why points were lost, if it is known.
    """

    id: str
    name: str
    points: float
    max_points: float
    status: str
    message: str = ""
    seconds: float = 0.0
    explanation: "Explanation | None" = None

    @property
    def passed(self) -> bool:
        """Whether the test gave its points."""
        return self.status == "passed"

    @property
    def mistake(self) -> str | None:
        """The name of the mistake, where it is a known one."""
        return self.explanation.name if self.explanation else None

    def as_dict(self) -> dict:
        """This as data for JSON."""
        return {
            "id": self.id,
            "name": self.name,
            "points": self.points,
            "max_points": self.max_points,
            "status": self.status,
            "message": self.message,
            "mistake": self.mistake,
            "explanation": self.explanation.as_dict() if self.explanation else None,
            "seconds": self.seconds,
        }

    @classmethod
    def of(cls, data: dict) -> "Verdict":
        """What `as_dict` gave, after a way through JSON. Raises KeyError or TypeError for anything else."""
        from autograder.naming.explanation import Explanation

        told = data["explanation"]
        names = ("id", "name", "points", "max_points", "status", "message", "seconds")
        return cls(**{name: data[name] for name in names}, explanation=Explanation.of(told) if told else None)


@dataclass(frozen=True)
class Judged:
    """What a submission got.

    cells: the repaired notebook. shown: the outputs of the cells that ran, by the cell's id. unanswered: grade ids of
    the exercises that were handed in as they were released. notes: what was put right before it ran. problem: why it
    could not be graded, if so.
    """

    assignment: str
    tests: tuple[Verdict, ...]
    cells: tuple[RepairedCell, ...] = ()
    shown: Mapping[str, list[dict]] = field(default_factory=dict)
    unanswered: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()
    problem: str = ""

    @property
    def points(self) -> float:
        return sum(test.points for test in self.tests)

    @property
    def max_points(self) -> float:
        return sum(test.max_points for test in self.tests)

    def as_dict(self) -> dict:
        """The documented form of `autograder check --json`."""
        return {
            "assignment": self.assignment,
            "points": self.points,
            "max_points": self.max_points,
            "tests": [test.as_dict() for test in self.tests],
            "notes": list(self.notes),
            "problem": self.problem,
        }
