"""Known answers to each exercise, as code: the mistakes that people make, and right answers in other styles.

A module (or a package, where there are many) of `autograder/mistakes/` and `autograder/styles/` is named after its
exercise and holds one function for each answer, with the exercise's own parameters. The decorators below register it.
The text of the function, renamed to the exercise, can be put into a solved notebook as a submission. A mistake that is
a right answer but for a few lines is written as these lines: see `slip`.
"""

import ast
import importlib
import inspect
import pkgutil
import textwrap
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from autograder.notebook import TestCell


@dataclass(frozen=True)
class Answer:
    """One known answer.

    exercise: the function that it stands for. name: what this version does, as an identifier. right: whether it earns
    full marks. message: for a mistake, one or two sentences to the student; else, which style it is in. section: for a
    mistake, the heading of the notebook section to read again. test: for a mistake, the test cell that is about what it
    does, by its grade id without the exercise in front. uses: helper functions that its text needs. written: as it
    stands in the catalogue. slips, base: where it is a right answer but for some lines, these, and that one. alone: for
    a rare mistake, that it is not looked for together with others, which would cost more than it finds.
    """

    exercise: str
    name: str
    written: Callable = field(compare=False, repr=False)
    right: bool
    message: str
    section: str = ""
    uses: tuple[Callable, ...] = field(default=(), compare=False, repr=False)
    test: str = ""
    slips: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    base: Callable | None = field(default=None, compare=False, repr=False)
    alone: bool = False

    def is_meant_by(self, test: TestCell) -> bool:
        """Whether this mistake is what a test cell is there for."""
        return test.exercise == self.exercise and test.id.removeprefix(f"{self.exercise}-") == self.test

    @property
    def function(self) -> Callable:
        """This answer, to be called."""
        return _compiled(self) if self.base else self.written

    @cached_property
    def source(self) -> str:
        """Code that defines this answer under the exercise's name, its helpers first, as a student would type it."""
        return "\n\n\n".join([_text(helper) for helper in self.uses] + [self._own_text])

    @cached_property
    def _own_text(self) -> str:
        if self.base is None:
            return _text(self.written, self.exercise)
        return _slipped(_text(self.base, self.exercise), self.slips)


def mistake(section: str, uses: tuple[Callable, ...] = (), *, test: str = "", alone: bool = False):
    """Register a wrong answer; its docstring is the message to the student.

    section: the heading to read again. test: the test cell that is meant for it, such as "gaps" where the grade id is
    "pool_forward-gaps" or "gaps". alone: that it is too rare to be looked for together with others.
    """
    return _registrar("mistakes", section, uses, test, alone=alone)


def slip(
    base: Callable,
    slips: Mapping[str, str],
    section: str,
    *,
    test: str,
    uses: tuple[Callable, ...] = (),
    alone: bool = False,
):
    """Register a wrong answer that is a right one but for some lines.

    base: the right answer, a style of the exercise. slips: lines of it to what stands in their place. Both begin where
    the first of those lines does, and what stands there is found once. The rest is as of `mistake`: the function that
    is decorated gives the name and, as its docstring, the message.
    """
    return _registrar("mistakes", section, uses, test, slips, base, alone)


def style(function: Callable | None = None, *, uses: tuple[Callable, ...] = ()):
    """Register a right answer in another style; its docstring says which."""
    register = _registrar("styles", "", uses)
    return register(function) if function else register


def mistakes(exercise: str | None = None) -> list[Answer]:
    """Every known mistake, or those of one exercise, in the order in which they are written down."""
    return _answers("mistakes", exercise)


def styles(exercise: str | None = None) -> list[Answer]:
    """Every right answer in another style, or those of one exercise."""
    return _answers("styles", exercise)


def section_of(exercise: str) -> str:
    """The notebook section that is about an exercise: the one that most of its mistakes point to."""
    sections = Counter(answer.section for answer in mistakes(exercise))
    return sections.most_common(1)[0][0] if sections else ""


_registry: dict[str, list[Answer]] = {"mistakes": [], "styles": []}


def _registrar(
    kind: str,
    section: str,
    uses: tuple[Callable, ...],
    test: str = "",
    slips: Mapping[str, str] | None = None,
    base: Callable | None = None,
    alone: bool = False,
):
    def register(function: Callable) -> Callable:
        _, _, exercise, *_ = function.__module__.split(".")
        message = " ".join(inspect.getdoc(function).split())
        right = kind == "styles"
        _registry[kind].append(
            Answer(exercise, function.__name__, function, right, message, section, uses, test, slips or {}, base, alone)
        )
        return function

    return register


@cache
def _load(kind: str) -> None:
    package = importlib.import_module(f"autograder.{kind}")
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)


def _answers(kind: str, exercise: str | None) -> list[Answer]:
    _load(kind)
    return [answer for answer in _registry[kind] if exercise in (None, answer.exercise)]


def _text(function: Callable, name: str | None = None) -> str:
    """The function's own lines without decorator and docstring, renamed where a name is given."""
    lines = textwrap.dedent(inspect.getsource(function)).splitlines()
    definition = ast.parse("\n".join(lines)).body[0]
    first = definition.body[0]
    if ast.get_docstring(definition) is not None:
        del lines[first.lineno - 1 : first.end_lineno]
    lines = lines[definition.lineno - 1 :]
    if name:
        lines[0] = lines[0].replace(f"def {definition.name}(", f"def {name}(", 1)
    return "\n".join(lines).rstrip()


@cache
def _compiled(answer: Answer) -> Callable:
    """Not kept in the answer, which travels between processes: a function that stands in no module does not."""
    space = {**answer.base.__globals__, **answer.written.__globals__}
    exec(compile(answer._own_text, f"<{answer.exercise}: {answer.name}>", "exec"), space)
    return space[answer.exercise]


def _slipped(text: str, slips: Mapping[str, str]) -> str:
    """A text with some of its lines replaced. Raises ValueError for lines that it does not hold, or not once."""
    lines = text.split("\n")
    for old, new in slips.items():
        wanted = [line.strip() for line in old.split("\n")]
        count = len(wanted)
        places = [at for at in range(len(lines)) if [line.strip() for line in lines[at : at + count]] == wanted]
        if len(places) != 1:
            raise ValueError(f"these lines stand in it {len(places)} times, not once:\n{old}")
        (at,) = places
        margin = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
        lines[at : at + count] = textwrap.indent(new, margin).split("\n") if new else []
    return "\n".join(lines)
