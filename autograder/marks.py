"""What the gradebook says of each submission: points, those that a person gave, comments, what lateness costs."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Marks:
    """What the gradebook says of a submission.

    points: of each cell, by its grade id, a manual grade before an automatic one. by_hand: the cells with a manual
    grade. comments: what a person wrote, by grade id. late_penalty: points that are taken off the sum.
    """

    points: Mapping[str, float] = field(default_factory=dict)
    by_hand: frozenset[str] = frozenset()
    comments: Mapping[str, str] = field(default_factory=dict)
    late_penalty: float = 0.0


def read(database, assignment: str) -> dict[str, Marks]:
    """The marks of an assignment by student. database: the session of nbgrader's gradebook."""
    from nbgrader.api import Assignment, BaseCell, Comment, Grade, SubmittedAssignment, SubmittedNotebook

    def of_submissions(*columns):
        """A query with the submissions of the assignment in it."""
        return (
            database.query(*columns)
            .select_from(SubmittedNotebook)
            .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
            .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
            .filter(Assignment.name == assignment)
        )

    def of_cells(kind, *columns):
        """The same for what belongs to a cell of theirs."""
        query = of_submissions(SubmittedAssignment.student_id, BaseCell.name, *columns)
        query = query.join(kind, kind.notebook_id == SubmittedNotebook.id)
        return query.join(BaseCell, kind.cell_id == BaseCell.id).all()

    penalties = of_submissions(SubmittedAssignment.student_id, SubmittedNotebook.late_submission_penalty).all()
    found = {student: {"points": {}, "by_hand": set(), "comments": {}} for student, _ in penalties}
    for student, cell, score, manual in of_cells(Grade, Grade.score, Grade.manual_score):
        found[student]["points"][cell] = score
        if manual is not None:
            found[student]["by_hand"].add(cell)
    for student, cell, comment in of_cells(Comment, Comment.manual_comment):
        if comment:
            found[student]["comments"][cell] = comment
    return {
        student: Marks(
            found[student]["points"], frozenset(found[student]["by_hand"]), found[student]["comments"], penalty or 0.0
        )
        for student, penalty in penalties
    }
