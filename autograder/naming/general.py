"""A named mistake without a word of the student's function: what may be shown of one that has seen solutions."""

from autograder import catalogue
from autograder.naming import returned, visible
from autograder.naming.explanation import Named
from autograder.naming.raised import SLIPS


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
