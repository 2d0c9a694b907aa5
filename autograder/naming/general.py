"""What is told of a student's function in our own sentences: all that may be shown of one that has seen solutions."""

import numpy as np

from autograder import catalogue, reference
from autograder.naming import returned, visible
from autograder.naming.at_a_glance import SIDES, SIDES_MESSAGE
from autograder.naming.explanation import Named
from autograder.naming.observed import Student
from autograder.naming.raised import SLIPS

EXCEPTION = "it raises an exception"


def broadly(student: Student) -> str:
    """How the results are wrong, as the end of a sentence: by an exception, in a shape, or in entries alone."""
    wrong = [found for found in student.seen if found.wrong]
    came = [found for found in wrong if found.came.status == "ok"]
    if not came:
        return EXCEPTION if all(found.came.status == "error" for found in wrong) else ""
    shaped = [found for found in came if not found.has_the_shape]
    name = (shaped or came)[0].wrong[0]
    if name not in reference.RESULTS[student.exercise]:
        return ""
    if not isinstance((shaped or came)[0].expected.get(name), np.ndarray):
        return f"{name} does not hold what it should"
    return f"{name} has {'not the shape that it should have' if shaped else 'the right shape, but wrong entries'}"


def in_general(named: Named) -> Named | None:
    """The mistake of this name as it is told to everybody; None where there is none, so that nothing gets through."""
    for answer in catalogue.mistakes(named.exercise):
        if answer.name == named.name:
            return Named(named.exercise, answer.name, answer.message, answer.section)
    said = {slip.name: slip.message for slip in reversed(SLIPS)}
    said |= returned.messages(named.exercise) | {visible.NAME: visible.MESSAGE, SIDES: SIDES_MESSAGE}
    if named.name not in said:
        return None
    return Named(named.exercise, named.name, said[named.name], catalogue.section_of(named.exercise))
