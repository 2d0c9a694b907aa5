"""What is told of a student's function in our own sentences: all that may be shown of one that has seen solutions."""

from autograder import catalogue, reference
from autograder.naming import returned, visible
from autograder.naming.explanation import Named
from autograder.naming.observed import Student
from autograder.naming.raised import SLIPS


def broadly(student: Student) -> str:
    """How the results are wrong, as the end of a sentence: by an exception, in a shape, or in entries alone."""
    manners = [found.manner for found in student.seen if found.wrong]
    came = [(name, fits) for status, _, name, fits in manners if status == "ok"]
    names = reference.RESULTS[student.exercise]
    if not came:
        return "it raises an exception" if all(status == "error" for status, *_ in manners) else ""
    name, fits = next(((name, fits) for name, fits in came if not fits), came[0])
    if name not in names:
        return ""
    return f"{name} has {'the right shape, but wrong entries' if fits else 'not the shape that it should have'}"


def in_general(named: Named) -> Named | None:
    """The mistake of this name as it is told to everybody; None where there is none, so that nothing gets through."""
    for answer in catalogue.mistakes(named.exercise):
        if answer.name == named.name:
            return Named(named.exercise, answer.name, answer.message, answer.section)
    said = {slip.name: slip.message for slip in reversed(SLIPS)}
    said |= returned.messages(named.exercise) | {visible.NAME: visible.MESSAGE}
    if named.name not in said:
        return None
    return Named(named.exercise, named.name, said[named.name], catalogue.section_of(named.exercise))
