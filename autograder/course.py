"""Where a course keeps things: its folders, its settings, and nbgrader's programs run on them."""

import contextlib
import logging
import os
import re
import sys
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path

from autograder.errors import AutograderError
from autograder.inside.limits import Limits
from autograder.judging.policy import limited
from autograder.notebook import Solved, import_lean

CONFIG = "nbgrader_config.py"


@dataclass(frozen=True)
class Course:
    """A folder that holds nbgrader_config.py and solutions/, and what grading puts beside them."""

    root: Path

    @classmethod
    def find(cls, start: Path | None = None) -> "Course":
        """The course that holds the given folder (or the current one). Raises AutograderError where there is none."""
        start = (start or Path.cwd()).absolute()
        for folder in (start, *start.parents):
            if (folder / CONFIG).is_file():
                return cls(folder)
        raise AutograderError(
            f"No course here: neither {start} nor a folder above it holds {CONFIG}. Go to the folder that does, or name"
            " it with --course FOLDER."
        )

    @property
    def solutions(self) -> Path:
        return self.root / "solutions"

    @property
    def notebooks(self) -> Path:
        return self.root / "notebooks"

    @property
    def submitted(self) -> Path:
        return self.root / "submitted"

    @property
    def autograded(self) -> Path:
        return self.root / "autograded"

    @property
    def feedback(self) -> Path:
        return self.root / "feedback"

    @property
    def reports(self) -> Path:
        return self.root / "reports"

    @property
    def gradebook(self) -> Path:
        return self.root / "gradebook.db"

    def assignments(self, named: Sequence[str] = ()) -> list[str]:
        """The names of the assignments, in order; only the named ones, where some are named.

        Raises AutograderError for a name that no assignment has.
        """
        every = sorted(path.parent.name for path in self.solutions.glob("*/*.ipynb"))
        unknown = [name for name in named if name not in every]
        if unknown:
            near = [name for name in every if name.startswith(unknown[0])]
            near = near if len(near) == 1 else get_close_matches(unknown[0], every, 1)
            meant = f"Is {near[0]} meant? " if near else ""
            there = f"There are: {', '.join(every)}."
            raise AutograderError(f"There is no assignment {', '.join(unknown)} in {self.solutions}. {meant}{there}")
        return [name for name in every if name in named] if named else every

    def skipped(self, assignments: Sequence[str]) -> dict[str, str]:
        """The assignments that cannot run here, since they need a package that is not installed; and which one."""
        missing = {name: _missing(self.solution(name)) for name in assignments}
        return {name: packages for name, packages in missing.items() if packages}

    def solution(self, assignment: str) -> Path:
        """The solved notebook of an assignment, its only source."""
        return self.solutions / assignment / f"{assignment}.ipynb"

    @cached_property
    def config(self):
        """nbgrader's settings for this course, as a traitlets Config."""
        from traitlets.config import Config
        from traitlets.config.loader import PyFileConfigLoader

        config = Config(PyFileConfigLoader(CONFIG, path=str(self.root)).load_config())
        config.CourseDirectory.root = str(self.root)
        config.CourseDirectory.db_url = f"sqlite:///{self.gradebook}"
        return config

    @cached_property
    def limits(self) -> Limits:
        """What a submission may use where its assignment says nothing: `c.Autograder.limits` in the settings.

        Raises AutograderError where they make no sense.
        """
        path = self.root / CONFIG
        # To read the settings is to import nbgrader, for which one file that is to be checked does not want to wait.
        if not path.is_file() or not re.search(r"\bAutograder\b|load_subconfig", path.read_text(encoding="utf-8")):
            return Limits()
        return limited(Limits(), self.config.Autograder.get("limits", {}), f"{path}, c.Autograder.limits")

    def nbgrader(self, **settings: str):
        """nbgrader's own interface to this course; `settings` are set on its CourseDirectory."""
        import_lean()
        from nbgrader.apps import NbGraderAPI
        from nbgrader.coursedir import CourseDirectory

        # nbgrader makes a gradebook by calling the program alembic, which stands beside the running Python.
        programs = str(Path(sys.executable).parent)
        if programs not in os.environ.get("PATH", "").split(os.pathsep):
            os.environ["PATH"] = os.pathsep.join([programs, os.environ.get("PATH", "")])
        config = self.config.copy()
        config.CourseDirectory.update(settings)
        return NbGraderAPI(CourseDirectory(config=config), config=config)


def _missing(solution: Path) -> str:
    try:
        return Solved.read(solution).missing
    except AutograderError:  # it is no notebook, which is somebody else's to say
        return ""


@contextlib.contextmanager
def nbgrader_log() -> Iterator[list[str]]:
    """Keep what nbgrader logs and warns of off the screen; yields the list in which its errors are collected."""
    from traitlets.log import get_logger

    errors: list[str] = []

    class Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.levelno >= logging.ERROR:
                errors.append(record.getMessage())

    loggers = [logging.getLogger("traitlets"), get_logger()]
    before = [(logger, logger.handlers[:], logger.propagate) for logger in loggers]
    for logger in loggers:
        logger.handlers, logger.propagate = [Collect()], False
    try:
        with warnings.catch_warnings():
            # SQLAlchemy has something to say about how nbgrader makes a submission; nobody here can act on it.
            warnings.filterwarnings("ignore", module=r"nbgrader\.")
            yield errors
    finally:
        for logger, handlers, propagate in before:
            logger.handlers, logger.propagate = handlers, propagate


def reason(*said: str | None) -> str:
    """The last error of which nbgrader's log and tracebacks tell, other than that there was one."""
    errors = re.findall(r"^ *(?:\w+\.)*(\w+(?:Error|Exception)): (.+)$", "\n".join(filter(None, said)), re.MULTILINE)
    errors = [(kind, what) for kind, what in errors if "above traceback" not in what]
    if not errors:
        lines = [line for text in said for line in (text or "").splitlines() if line.strip()]
        return lines[0] if lines else "nbgrader did not say why"
    kind, what = errors[-1]
    return what if kind in ("NbGraderException", "StubError") else f"{kind}: {what}"
