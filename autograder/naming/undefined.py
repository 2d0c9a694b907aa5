"""What the text of a function shows of a name in it that nothing has given a value to.

Texts are parsed and never run. A name is asked for only where the text leaves one that can be meant: a question that
leads to something else is worse than none.
"""

import ast
import inspect
import io
import re
import tokenize
from collections.abc import Iterator
from functools import cache

from autograder import catalogue, reference
from autograder.naming.arguments import parts
from autograder.naming.battery import battery
from autograder.naming.printing import quoted
from autograder.naming.spelling import definition, parameters
from autograder.repairing.definitions import LONGEST

# Functions of NumPy's that are called without np where it was imported otherwise. Not among them are names that are as
# likely to be a student's own function, such as convolve.
_OF_NUMPY = re.compile(
    "abs|amax|amin|arange|argmax|argmin|array|asarray|average|ceil|dot|einsum|empty|empty_like|exp|expand_dims|flip"
    "|floor|full|full_like|log|matmul|maximum|mean|minimum|moveaxis|multiply|ndim|ones|ones_like|pad|power|prod|repeat"
    "|reshape|roll|shape|size|sqrt|square|squeeze|std|subtract|swapaxes|tensordot|tile|transpose|where|zeros|zeros_like"
)
# Words in the names of exercises that say nothing of what is meant, and the fewest letters of one that does.
_SAYS_NOTHING = {"create", "from", "value"}
_FEWEST_LETTERS = 3
# A comment that is longer is no line of code that was taken out.
_LONGEST_COMMENT = 200


def in_a_comment(exercise: str, source: str, name: str) -> str:
    """A sentence on a line of the function that would give a name its value, and is a comment; empty where none is."""
    function = definition(source, exercise)
    for number, text in _comments(source) if function else ():
        if function.lineno < number <= (function.end_lineno or 0) and name in _given_by(text.strip("# ")):
            return f"A line that would give it one is a comment, which is not run: line {number}, “{quoted(text)}”."
    return ""


def _comments(source: str) -> Iterator[tuple[int, str]]:
    """The comments that have a line for themselves, with its number."""
    if len(source) > LONGEST:
        return
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            alone = token.type == tokenize.COMMENT and token.line.lstrip().startswith("#")
            if alone and len(token.string) <= _LONGEST_COMMENT:
                yield token.start[0], token.string
    except (tokenize.TokenError, SyntaxError):
        return


def _given_by(text: str) -> set[str]:
    """The names that a line of code would give a value other than None; none where it is no code."""
    try:
        match ast.parse(text).body:
            case [ast.Assign(value=value) as one] if not (isinstance(value, ast.Constant) and value.value is None):
                return {part.id for target in one.targets for part in ast.walk(target) if isinstance(part, ast.Name)}
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        pass
    return set()


def meant_by(exercise: str, source: str, name: str) -> str:
    """What is meant by a name: the function of NumPy's, of the notebook's, or the argument; empty where it is not
    clear."""
    function = definition(source, exercise)
    uses = [one for one in ast.walk(function) if isinstance(one, ast.Name) and one.id == name] if function else []
    if not uses:
        return ""
    if name == "numpy":
        return "np"
    calls = [one for one in ast.walk(function) if isinstance(one, ast.Call) and _is_call_of(one, name)]
    found = {f"np.{name}"} if calls and _OF_NUMPY.fullmatch(name) else set()
    found |= {other for other in _helpers(exercise) if calls and _is_in_other_words(name, other, function, calls[0])}
    found = found or _arguments_that_begin(exercise, function, name, min(one.lineno for one in uses))
    return found.pop() if len(found) == 1 else ""


def _is_call_of(one: ast.AST, name: str) -> bool:
    return isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id == name


@cache
def _helpers(exercise: str) -> frozenset[str]:
    """The other exercises that right answers to this one call."""
    called = (one.func for style in catalogue.styles(exercise) for one in _calls(style.source))
    names = {function.id for function in called if isinstance(function, ast.Name)}
    return frozenset(names & reference.EXERCISES.keys() - {exercise})


def _calls(source: str) -> Iterator[ast.Call]:
    return (one for one in ast.walk(ast.parse(source)) if isinstance(one, ast.Call))


def _is_in_other_words(name: str, other: str, function: ast.FunctionDef, call: ast.Call) -> bool:
    """Whether a call may be meant for an exercise: it takes as many things, it shares a word with it, be it cut off,
    and the function does not call it elsewhere."""
    wanted = inspect.signature(reference.EXERCISES[other]).parameters.values()
    least = sum(one.default is inspect.Parameter.empty for one in wanted)
    if not least <= len(call.args) + len(call.keywords) <= len(wanted):
        return False
    if any(_is_call_of(one, other) for one in ast.walk(function)):
        return False
    words = set(re.findall(r"[a-z]+", re.sub(r"([A-Z])", r"_\1", name).lower()))
    telling = set(other.split("_")) - _SAYS_NOTHING
    return any(
        longer.startswith(shorter) and len(shorter) >= _FEWEST_LETTERS
        for word in words
        for part in telling
        for shorter, longer in [sorted((word, part), key=len)]
    )


def _arguments_that_begin(exercise: str, function: ast.FunctionDef, name: str, line: int) -> set[str]:
    """What the name may be the first word of, if that is an argument of the exercise: A, of A_prev."""
    stored = (one for one in ast.walk(function) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store))
    there = {one.id for one in stored if one.lineno < line}.union(parameters(function))
    found = {one for one in there if one.startswith(f"{name}_")}
    given = {argument for argument, _, _ in parts(exercise, battery(exercise)[0].args)}
    return found if found <= given else set()
