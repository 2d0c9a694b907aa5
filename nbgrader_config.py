"""nbgrader's settings for this course: plain `nbgrader …` and `autograder …` both read them.

`get_config` is defined by nbgrader when it reads this file.
"""

from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
from nbgrader.preprocessors import (
    CheckCellMetadata,
    ClearHiddenTests,
    ClearMarkScheme,
    ClearOutput,
    ComputeChecksums,
    GetGrades,
    LockCells,
    OverwriteKernelspec,
    SaveCells,
)

from autograder.preprocessors import (
    AllowCopies,
    AllowOldCells,
    DeriveStubs,
    ForgetSettings,
    KeepPictures,
    StripHiddenTests,
)

c = get_config()

c.CourseDirectory.course_id = "convnets"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "notebooks"

# From solutions/ to notebooks/. As nbgrader does it, but answers become None instead of vanishing, and pictures stay.
c.ClearSolutions.begin_solution_delimeter = "START CODE HERE"
c.ClearSolutions.end_solution_delimeter = "END CODE HERE"
c.GenerateAssignment.preprocessors = [
    ForgetSettings,
    LockCells,
    DeriveStubs,
    KeepPictures,
    CheckCellMetadata,
    ComputeChecksums,
    SaveCells,
    ClearHiddenTests,
    ClearMarkScheme,
    ComputeChecksums,
    CheckCellMetadata,
]

# As nbgrader does it, but a notebook with a copied cell is graded, too, and one that was made from an older release.
c.Autograde.sanitize_preprocessors = [ClearOutput, AllowCopies, OverwriteKernelspec, AllowOldCells, CheckCellMetadata]

# nbgrader gives a test cell 0 points for any text on stderr, a mere warning included. The kernel therefore writes
# stderr to stdout; `autograde` and `validate` both start it with these arguments. IgnorePattern takes away what a
# program writes to the file descriptor behind Python's back (`validate` has no such step).
c.Execute.extra_arguments = [
    "--IPKernelApp.exec_lines=import sys; sys.stderr = sys.stdout",
    "--IPKernelApp.log_level=ERROR",
]
c.IgnorePattern.enabled = True
c.IgnorePattern.pattern = r"[\s\S]"

# The page that a student gets back shows what a hidden test says, and not what it is.
c.GenerateFeedback.preprocessors = [GetGrades, StripHiddenTests, CSSHTMLHeaderPreprocessor]

# How long one cell may run, in seconds. A test cell takes milliseconds; what runs into this is a loop without end.
c.Execute.timeout = 20
