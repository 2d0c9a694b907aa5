"""What a line of a student's does otherwise than a right version's, in a sentence.

These lines are nobody's known mistake. What is said of one is what can be read in it, beside the line that a right
version has in its place: which thing is taken for which, what is left out, by how much a number is off.
"""

import ast
import re
from collections.abc import Iterator, Sequence

from autograder.naming.formulas import comes_to_for
from autograder.naming.printing import quoted
from autograder.naming.spelling import Line
from helpers.compare import listed

# What the names of right versions stand for.
WORDS = {
    "m": "the number of examples",
    "n_H_prev": "the height of the input",
    "n_W_prev": "the width of the input",
    "n_C_prev": "the number of channels of the input",
    "n_H": "the height of the output",
    "n_W": "the width of the output",
    "n_C": "the number of filters",
    "f": "the side of the window",
    "stride": "the stride",
    "pad": "the width of the border",
    "i": "the number of the example",
    "h": "the row of the output",
    "w": "the column of the output",
    "c": "the channel of the output",
    "vert_start": "the first row of the window",
    "vert_end": "the row behind the window",
    "horiz_start": "the first column of the window",
    "horiz_end": "the column behind the window",
    "A_prev": "the input",
    "A_prev_pad": "the padded input",
    "a_prev": "one example of the input",
    "a_prev_pad": "one example of the padded input",
    "a_slice": "the window of the input",
    "a_slice_prev": "the window of the input",
    "a_prev_slice": "the window of the input",
    "W": "the filters",
    "b": "the biases",
    "Z": "the output",
    "A": "the output",
    "dZ": "the gradient of the output",
    "dA": "the gradient of the output",
    "da": "one entry of the gradient of the output",
    "dA_prev": "the gradient of the input",
    "dA_prev_pad": "the gradient of the padded input",
    "da_prev_pad": "the gradient of one padded example",
    "dW": "the gradient of the filters",
    "db": "the gradient of the biases",
    "mask": "the mask of the window",
    "shape": "the shape of the window",
    "cache": "what the backward pass needs",
    "hparameters": "the dictionary of hyperparameters",
    "X": "the array to pad",
    "X_pad": "the padded array",
}
# Where an exercise uses a name for something else.
OWN_WORDS = {
    "create_mask_from_window": {"n_H": "the height of the window", "n_W": "the width of the window"},
    "distribute_value": {"n_H": "the height of the window", "n_W": "the width of the window"},
    "conv_single_step": {"W": "the weights of the filter", "b": "the bias", "Z": "the sum"},
    "zero_pad": {"n_H": "the height of the array", "n_W": "the width of the array", "n_C": "its number of channels"},
    "pool_forward": {"n_C": "the number of channels", "f": "the side of the window"},
    "pool_backward": {"n_C": "the number of channels", "n_C_prev": "the number of channels"},
}
# The names of slips of which no more can be said than where they are.
VAGUE = frozenset({"differs_in_a_line", "does_a_step_too_many"})
_DOES = {"+": "adds", "-": "subtracts", "*": "multiplies", "/": "divides"}
_SHOULD = {"+": "add", "-": "subtract", "*": "multiply", "/": "divide"}
_NUMBERS = {1: "one", 2: "two", 3: "three"}


def told(
    exercise: str, right: Sequence[Line], new: Sequence[Line], source: str, into_a_block: bool = False
) -> tuple[str, str]:
    """A name for what a change does, and a sentence to the student. right, new: the lines that it changes, and into
    what. into_a_block: whether a right line stands in a block of its own there."""
    return _Teller(exercise, source, into_a_block).of(right, new)


class _Teller:
    def __init__(self, exercise: str, source: str, into_a_block: bool):
        self._into_a_block = into_a_block
        self._words = {**WORDS, **OWN_WORDS.get(exercise, {})}
        self._source = re.split(r"\r\n|\r|\n", source)

    def of(self, right: Sequence[Line], new: Sequence[Line]) -> tuple[str, str]:
        """A name for the slip, and a sentence."""
        if not new:
            what = self._missing(right[0])
            return ("leaves_a_step_out", what) if what else ("differs_in_a_line", "A step is missing.")
        where = self._where(new)
        if not right:
            return self._inserted(new[0], where)
        single = len(right) == len(new) == len(right[0].nodes) == len(new[0].nodes) == 1
        pairs = list(_differing(right[0].nodes[0], new[0].nodes[0])) if single else []
        of = right[0].nodes[0] if right[0].nodes else None
        one = self._said(of, *pairs[0]) if len(pairs) == 1 else None
        for found in (one, self._exchanged(pairs), _of_the_window(pairs)):
            if found:
                name, what = found
                return name, f"{where} {what}."
        given = self._given(right[0])
        if len(self._numbers(new)) > 1:
            return "differs_in_a_line", f"{where} or something that it works with, is not what it should be."
        return "differs_in_a_line", f"{where} does not do what should be done there{f' with {given}' if given else ''}."

    def _inserted(self, line: Line, where: str) -> tuple[str, str]:
        match line.nodes:
            case (ast.If(),) if self._into_a_block:
                what = "lets what stands under it happen in some cases only, where it should happen in all"
                return "has_a_condition_too_many", f"{where} {what}."
            case (ast.Assign(targets=[ast.Name() as target]),) if given := self._word(target):
                return "does_a_step_too_many", f"{where} gives {given} a value that it should not have there."
        return "does_a_step_too_many", f"{where} does something that should not be done there."

    def _where(self, lines: Sequence[Line]) -> str:
        numbers = self._numbers(lines)
        if not numbers:
            return "An else"
        own = max((one.lineno for line in lines for one in line.nodes), default=numbers[-1])
        text = quoted(self._source[own - 1].strip())
        others = [str(number) for number in numbers if number != own]
        beside = f" (with {'line' if len(others) == 1 else 'lines'} {listed(others)})" if others else ""
        return f"Line {own}{beside}, “{text}”,"

    def _numbers(self, lines: Sequence[Line]) -> list[int]:
        """The lines of the source that these are made of."""
        return sorted({number for line in lines for number in line.numbers})

    def _missing(self, line: Line) -> str:
        given = self._given(line)
        match line.nodes:
            case (ast.AugAssign(),) if given:
                return f"Nothing is added to {given} where it should be."
            case (ast.Return(),):
                return "The results are not returned where they should be."
            case (ast.For(),):
                return "A loop is missing."
            case (ast.If(),):
                return "A question (an if) is missing: what should be done in one case only is done always."
        return f"A step is missing: there is no line that gives {given}." if given else ""

    def _given(self, line: Line) -> str:
        """What a line gives a value to, in words."""
        match line.nodes:
            case (ast.Assign(targets=[target]),) | (ast.AugAssign(target=target),):
                while isinstance(target, ast.Subscript):
                    target = target.value
                return self._word(target)
        return ""

    def _word(self, node: ast.AST | None) -> str:
        return self._words.get(node.id, "") if isinstance(node, ast.Name) else ""

    def _exchanged(self, pairs: Sequence[tuple[ast.AST | None, ast.AST | None]]) -> tuple[str, str] | None:
        """Where the same name is taken for the same other one at each place, or two for each other."""
        words = {self._instead(old, new) for old, new in pairs}
        if not words or any("" in both for both in words):
            return None
        if len(words) == 1:
            ((wanted, taken),) = words
            return "takes_one_thing_for_another", f"takes {taken} where {wanted} is wanted"
        if len(words) == 2 and words == {both[::-1] for both in words}:
            one, other = sorted(words)[0]
            return "exchanges_two_things", f"has {one} and {other} in each other's place"
        return None

    def _instead(self, old: ast.AST, new: ast.AST) -> tuple[str, str]:
        """What is wanted and what is taken, in words, where one thing stands for one other; else nothing."""
        if not isinstance(old, ast.expr) or not isinstance(new, ast.expr):
            return "", ""
        left_out, put_in = _but_for(old, new)
        if len(left_out) == len(put_in) == 1:
            return self._words.get(left_out[0], ""), self._words.get(put_in[0], "")
        return "", ""

    def _said(self, of: ast.stmt, old: ast.AST, new: ast.AST) -> tuple[str, str] | None:
        """What one part of a line is instead of another, in words."""
        match old, new:
            case ast.Constant(value=int() | float() as wanted), ast.Constant(value=int() | float() as taken):
                return "has_another_number", f"has {taken} where another number is wanted"
            case ast.Name(), ast.Constant(value=int() as taken) if wanted := self._word(old):
                return "takes_one_thing_for_another", f"takes {taken} where {wanted} is wanted"
            case ast.Slice(), ast.Slice():
                return _of_slices(old, new)
            case ast.Name(id=name), ast.Call(func=function, args=[ast.Name(id=same)], keywords=[]) if (
                name == same and self._word(old) and not _is_sum(new)
            ):
                of_it = f"{ast.unparse(function)}(…) of {self._word(old)}"
                return "takes_something_made_of_it", f"takes {of_it}, which is wanted as it is"
            case ast.Name(id=name), ast.Subscript(value=ast.Name(id=same), slice=taken) if (
                name == same and self._word(old) and not _turns(taken)
            ):
                return "takes_a_part", f"takes a part of {self._word(old)} where the whole is wanted"
            case ast.Subscript(value=ast.Name() as whole), ast.Name(id=same) if whole.id == same and self._word(whole):
                return "takes_the_whole", f"takes the whole of {self._word(whole)} where a part of it is wanted"
            case ast.Add(), ast.Sub():
                return "has_another_sign", "subtracts what should be added"
            case ast.AugAssign(), ast.Assign() if _but_for_the_sign(old, new):
                return "overwrites_what_was_added", "overwrites what should be added to"
            case ast.Assign(), ast.AugAssign() if _but_for_the_sign(new, old):
                return "adds_where_it_should_set", "adds to what should be set"
        if isinstance(old, ast.expr) and isinstance(new, ast.expr) and (_is_sum(old) or _is_sum(new)):
            return self._of_formulas(of, old, new)
        return None

    def _of_formulas(self, of: ast.stmt, old: ast.expr, new: ast.expr) -> tuple[str, str] | None:
        if ast.unparse(old).isnumeric() or ast.unparse(new).isnumeric():
            return None
        left_out, put_in = _but_for(old, new)
        if len(left_out) == len(put_in) == 1 and not {*left_out, *put_in} & self._words.keys():
            pairs = list(_differing(_on(old)[left_out[0]], _on(new)[put_in[0]]))
            return self._said(of, *pairs[0]) if len(pairs) == 1 else _of_the_window(pairs)
        left_out, put_in = ([self._words.get(one, "") for one in some] for some in (left_out, put_in))
        if "" in left_out or "" in put_in or len(left_out) + len(put_in) > 2:
            return None
        if not left_out and not put_in:
            off = _off_by(old, new)
            if not off and (signs := _signs(old, new)):
                return "has_another_sign", f"{_DOES[signs[1]]} where it should {_SHOULD[signs[0]]}"
            if not off:
                return "puts_things_together_otherwise", "puts the right things together in another way than it should"
            whole = isinstance(of, ast.Assign) and of.value is old
            if isinstance(of, ast.For):
                return "is_off_by_a_number", f"counts to a number that is {off}"
            if whole and (given := self._word(of.targets[0])):
                return "is_off_by_a_number", f"makes {given} {off}"
            if word := self._word(old):
                return "is_off_by_a_number", f"has {word} {off}"
            whole = whole or (isinstance(of, ast.AugAssign) and of.value is old)
            return "is_off_by_a_number", f"{'works out' if whole else 'has'} something that is {off}"
        if left_out and put_in:
            return "takes_one_thing_for_another", f"takes {put_in[0]} where {left_out[0]} is wanted"
        if left_out:
            return "leaves_something_out", f"leaves out {listed(left_out)}"
        return "takes_something_in", f"takes in {listed(put_in)}, which should not be there"


def _of_the_window(pairs: Sequence[tuple[ast.AST | None, ast.AST | None]]) -> tuple[str, str] | None:
    """Where both ends of a slice are others than the window's."""
    wanted = [old.id if isinstance(old, ast.Name) else "" for old, _ in pairs]
    for axis, what in (("vert", "rows"), ("horiz", "columns")):
        if wanted == [f"{axis}_start", f"{axis}_end"]:
            return "takes_another_window", f"takes other {what} than those of the window"
    return None


def _of_slices(old: ast.Slice, new: ast.Slice) -> tuple[str, str] | None:
    if _turns(new) and not old.step:
        return "turns_an_axis", "takes an axis from its end to its start"
    if not (old.lower or old.upper or old.step):
        return "takes_a_part", "takes a part of an axis where all of it is wanted"
    if not (new.lower or new.upper or new.step):
        return "takes_the_whole", "takes all of an axis where a part of it is wanted"
    return None


def _turns(index: ast.expr) -> bool:
    """Whether an index, or a part of one, goes through an axis from its end."""
    return any(isinstance(one, ast.Slice) and one.step and "-" in ast.unparse(one.step) for one in ast.walk(index))


def _but_for_the_sign(added: ast.AugAssign, set_: ast.Assign) -> bool:
    """Whether one statement sets what the other adds to, and they are else the same."""
    return ast.unparse(added.target) == ast.unparse(set_.targets[0]) and ast.dump(added.value) == ast.dump(set_.value)


def _is_sum(node: ast.expr) -> bool:
    return hasattr(node, "tree")


def _but_for(old: ast.expr, new: ast.expr) -> tuple[list[str], list[str]]:
    """What a formula is on that another is not on, and the other way round. A name by itself is a formula, too."""
    wanted, taken = _on(old), _on(new)
    return [one for one in wanted if one not in taken], [one for one in taken if one not in wanted]


def _on(node: ast.expr) -> dict[str, ast.expr]:
    """What a formula is on, by its text."""
    return {ast.unparse(one): one for one in (node.args if _is_sum(node) else [node])}


def _signs(old: ast.expr, new: ast.expr) -> tuple[str, str] | None:
    """The one operator of each of two formulas, where that is all in which they differ."""
    wanted, taken = _tree(old), _tree(new)
    both = all(isinstance(one, tuple) and len(one) == 3 and one[0] in _DOES for one in (wanted, taken))
    if not both or set(map(str, wanted[1:])) != set(map(str, taken[1:])):
        return None
    return wanted[0], taken[0]


def _off_by(old: ast.expr, new: ast.expr) -> str:
    """By how much one formula comes out larger than another, or how many times as large, where that is always so."""
    wanted, taken = comes_to_for(_tree(old)), comes_to_for(_tree(new))
    if not wanted or not taken or any(not -1e12 < one < 1e12 for one in (*wanted, *taken)):
        return ""
    for sign, word in ((1, "large"), (-1, "small")):
        by = {round(sign * (b - a), 9) for a, b in zip(wanted, taken)}
        if len(by) == 1 and (number := by.pop()) in _NUMBERS:
            return f"{_NUMBERS[number]} too {word}"
    times = {round(b / a, 9) for a, b in zip(wanted, taken)} if all(wanted) else set()
    if len(times) != 1 or times == {0}:
        return ""
    number = times.pop()
    if number == -1:
        return "of the wrong sign"
    return f"{ {2: 'twice', 0.5: 'half'}.get(number, f'{number:.3g} times') } as large as it should be"


def _tree(node: ast.expr):
    return node.tree if _is_sum(node) else ast.unparse(node)


def _differing(old: ast.AST, new: ast.AST) -> Iterator[tuple[ast.AST, ast.AST]]:
    """The smallest parts in which two pieces of code differ."""
    if ast.dump(old) == ast.dump(new):
        return
    pairs = list(_children(old, new)) if type(old) is type(new) and not (_is_sum(old) or _is_sum(new)) else []
    if not pairs or any(one is None or other is None for one, other in pairs):
        yield old, new
    for one, other in pairs if pairs and all(one and other for one, other in pairs) else ():
        yield from _differing(one, other)


def _children(old: ast.AST, new: ast.AST) -> Iterator[tuple[ast.AST | None, ast.AST | None]]:
    """The parts of two pieces of the same kind, side by side; None where one has no part like it."""
    for name in old._fields:
        mine, theirs = getattr(old, name, None), getattr(new, name, None)
        if isinstance(mine, list) and isinstance(theirs, list) and len(mine) == len(theirs):
            yield from zip(mine, theirs)
        elif isinstance(mine, ast.AST) and isinstance(theirs, ast.AST):
            yield mine, theirs
        elif mine != theirs:
            yield None, None
