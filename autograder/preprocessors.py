"""Steps that nbgrader runs over a notebook, in place of or beside its own; nbgrader_config.py says where."""

from nbgrader import utils
from nbgrader.preprocessors import (
    ClearHiddenTests,
    ClearOutput,
    ClearSolutions,
    DeduplicateIds,
    NbGraderPreprocessor,
    OverwriteCells,
)

from autograder.stubs import StubError, derive_stub

PICTURE_TAG = "picture"


class DeriveStubs(ClearSolutions):
    """In place of ClearSolutions: blanks the answers, and keeps the delimiters and the shape of the code."""

    def preprocess_cell(self, cell, resources, cell_index):
        if cell.cell_type != "code":
            # Text may name the delimiters without being an answer.
            return (
                super().preprocess_cell(cell, resources, cell_index) if utils.is_solution(cell) else (cell, resources)
            )
        name = cell.metadata.get("nbgrader", {}).get("grade_id", f"cell {cell_index}")
        delimiters = self.begin_solution_delimeter, self.end_solution_delimeter
        try:
            stub = derive_stub(cell.source, *delimiters)
        except StubError as error:
            raise StubError(f"{name}: {error}") from error
        if utils.is_solution(cell) != (stub != cell.source):
            raise StubError(
                f"{name}: a cell that students fill in is marked as a solution cell and holds an answer between "
                f"“{delimiters[0]}” and “{delimiters[1]}”; this one has only one of the two"
            )
        cell.source = stub
        return cell, resources


class KeepPictures(ClearOutput):
    """In place of ClearOutput: the pictures that explain the text stay, so that a page shows them before it runs."""

    def preprocess_cell(self, cell, resources, cell_index):
        if PICTURE_TAG not in cell.metadata.get("tags", []):
            return super().preprocess_cell(cell, resources, cell_index)
        cell.execution_count = None
        return cell, resources


class ForgetSettings(NbGraderPreprocessor):
    """Takes out what only the grader reads: limits, and what is withheld. The source's own count, never a copy's."""

    def preprocess(self, nb, resources):
        for part in (nb, *nb.cells):
            part.metadata.pop("autograder", None)
        return nb, resources


class AllowCopies(DeduplicateIds):
    """In place of DeduplicateIds, which marks the copy of a cell so that nbgrader refuses the whole notebook.

    Students copy cells to try something out, and JupyterLab copies what nbgrader wrote into them.
    """

    def preprocess(self, nb, resources):
        nb, resources = super().preprocess(nb, resources)
        for cell in nb.cells:
            if cell.metadata.get("nbgrader") == {}:
                del cell.metadata["nbgrader"]
        return nb, resources


class AllowOldCells(OverwriteCells):
    """In place of OverwriteCells, which half unmarks a cell that is no more, so that nbgrader refuses the notebook."""

    def preprocess(self, nb, resources):
        nb, resources = super().preprocess(nb, resources)
        for cell in nb.cells:
            if "grade_id" not in cell.metadata.get("nbgrader", {"grade_id": ""}):
                del cell.metadata["nbgrader"]
        return nb, resources


class StripHiddenTests(ClearHiddenTests):
    """For the feedback page: no source of a hidden test, and no traceback that quotes one."""

    def preprocess_cell(self, cell, resources, cell_index):
        if not (cell.cell_type == "code" and utils.is_grade(cell)):
            return cell, resources
        cell, resources = super().preprocess_cell(cell, resources, cell_index)
        for output in cell.outputs:
            if output.output_type == "error":
                output.traceback = [f"{output.ename}: {output.evalue}"]
        return cell, resources
