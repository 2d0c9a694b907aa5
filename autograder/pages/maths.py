r"""Formulas, from the LaTeX that notebooks are written in to MathML, which browsers show and read aloud themselves.

It knows what the course's notebooks need and what a student is likely to write. What it does not know is shown as it
was typed. Nothing but the elements made here gets out, whatever goes in.
"""

import re
from functools import lru_cache

from autograder.pages.markup import Html, join, tag

LONGEST = 2_000
DEEPEST = 40


def _table(names: str, signs: str) -> dict[str, str]:
    return dict(zip(names.split(), signs, strict=True))


GREEK = _table(
    "alpha beta gamma delta epsilon varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi"
    " varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega partial nabla infty ell",
    "αβγδϵεζηθικλμνξπρστυϕφχψωΓΔΘΛΞΠΣΦΨΩ∂∇∞ℓ",
)
SIGNS = _table(
    "cdot times div pm mp ast star circ odot otimes oplus le leq ge geq ne neq approx equiv sim in notin subset cup cap"
    " to rightarrow leftarrow Rightarrow Leftarrow Leftrightarrow leftrightarrow mapsto ll gg propto forall exists"
    " colon mid",
    "⋅×÷±∓∗⋆∘⊙⊗⊕≤≤≥≥≠≠≈≡∼∈∉⊂∪∩→→←⇒⇐⇔↔↦≪≫∝∀∃:∣",
)
DOTS = dict.fromkeys(("dots", "ldots"), "…") | {"cdots": "⋯", "vdots": "⋮", "ddots": "⋱"}
FENCES = {
    **{sign: sign for sign in "()[]|"},
    **{"\\lfloor": "⌊", "\\rfloor": "⌋", "\\lceil": "⌈", "\\rceil": "⌉", "\\lVert": "‖", "\\rVert": "‖"},
    **{"\\lvert": "|", "\\rvert": "|", "\\|": "‖", "\\{": "{", "\\}": "}", "\\langle": "⟨", "\\rangle": "⟩"},
}
LARGE = {"sum": "∑", "prod": "∏", "int": "∫"}
UNDER = {"max", "min", "argmax", "argmin", "lim", "sup", "inf", "det"}
FUNCTIONS = UNDER | {"log", "ln", "exp", "sin", "cos", "tan", "tanh"}
BRACES = {"underbrace", "overbrace"}
SPACES = {",": 0.167, ":": 0.222, ";": 0.278, " ": 0.25, "quad": 1, "qquad": 2}
LETTERS = {"mathrm": "up", "operatorname": "up", "text": "up", "textrm": "up", "mathtt": "tt", "texttt": "tt"}
LETTERS |= dict.fromkeys(("mathbf", "mathbb", "textbf", "boldsymbol"), "bold")
LETTERS |= {"mathsf": "up", "mathit": "italic", "textit": "italic"}
TABLES = {"matrix": "", "pmatrix": "()", "bmatrix": "[]", "vmatrix": "||", "cases": "{", "aligned": "", "align*": ""}

_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|\d+(?:\.\d+)?|\s+|.", re.DOTALL)


class Unknown(Exception):
    """A formula that cannot be shown as one."""


@lru_cache(4096)
def formula(latex: str, block: bool = False) -> Html:
    """A formula as MathML, or as it was typed where it is too long or holds anything unknown."""
    try:
        if len(latex) > LONGEST:
            raise Unknown("too long")
        content = _Reader(latex).whole()
    except Unknown:
        return tag("code", latex.strip(), class_="latex")
    return tag("math", content, display="block" if block else None)


class _Reader:
    """Reads a formula from left to right."""

    def __init__(self, latex: str):
        self._tokens = _TOKEN.findall(latex)
        self._at, self._depth = 0, 0

    def whole(self) -> Html:
        content = self._row(set())
        if self._at < len(self._tokens):
            raise Unknown(self._tokens[self._at])
        return tag("mrow", content)

    def _look(self) -> str:
        while self._at < len(self._tokens) and self._tokens[self._at].isspace():
            self._at += 1
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _next(self) -> str:
        token = self._look()
        if not token:
            raise Unknown("ends too early")
        self._at += 1
        return token

    def _want(self, token: str) -> None:
        if self._next() != token:
            raise Unknown(f"no {token}")

    def _row(self, ends: set[str]) -> Html:
        """What stands before one of the tokens that end a row, or before the end."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise Unknown("too deep")
        parts = []
        while (token := self._look()) and token not in ends and token != "}":
            parts.append(self._with_scripts())
        self._depth -= 1
        return join(parts)

    def _with_scripts(self) -> Html:
        """One thing, with what stands below and above it."""
        first = self._look()
        base = tag("mrow") if first in ("^", "_") else self._thing()
        name = first.removeprefix("\\")
        scripts: dict[str, Html] = {}
        while (mark := self._look()) in ("^", "_", "'") and mark:
            self._next()
            new = tag("mo", "′") if mark == "'" else self._argument()
            mark = "^" if mark == "'" else mark
            if mark in scripts:
                raise Unknown("two scripts in one place")
            scripts[mark] = new
        below, above = scripts.get("_"), scripts.get("^")
        limits = name in UNDER | BRACES or (name in LARGE and name != "int")
        kinds = ("munderover", "munder", "mover") if limits else ("msubsup", "msub", "msup")
        if below and above:
            return tag(kinds[0], base, below, above)
        if below or above:
            return tag(kinds[1] if below else kinds[2], base, below or above)
        return base

    def _argument(self) -> Html:
        """What a command or a script takes: a group, or a single thing."""
        if self._look() == "{":
            return self._group()
        return self._thing()

    def _group(self) -> Html:
        self._want("{")
        content = self._row(set())
        self._want("}")
        # {,} is a comma within a number, without the space behind it.
        return tag("mn", ",") if content == tag("mo", ",") else tag("mrow", content)

    def _words(self) -> str:
        """A group that holds text, or a single letter."""
        if self._look().isalnum():
            return self._next()
        self._want("{")
        depth, words = 1, []
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            depth += (token == "{") - (token == "}")
            if not depth:
                return "".join(words)
            words.append(token[1:] if token[0] == "\\" and not token[1:].isalpha() else token)
        raise Unknown("text without an end")

    def _thing(self) -> Html:
        if self._look() == "{":
            return self._group()
        token = self._next()
        if token[0] == "\\":
            return self._command(token[1:], token)
        if token[0].isdigit():
            return tag("mn", token)
        if token.isalpha():
            return tag("mi", token)
        if token in "}&^_$%#~":
            raise Unknown(token)
        if token in "([)]|":
            return tag("mo", token, stretchy="false")
        return tag("mo", "−" if token == "-" else token)

    def _command(self, name: str, token: str) -> Html:
        if name in GREEK:
            return tag("mi", GREEK[name])
        if name in SIGNS:
            return tag("mo", SIGNS[name])
        if name in DOTS:
            return tag("mi", DOTS[name])
        if token in FENCES:
            return tag("mo", FENCES[token], stretchy="false")
        if re.fullmatch("[bB]igg?[lr]?", name):
            return self._fence() or Html("")
        if name in LARGE:
            return tag("mo", LARGE[name], movablelimits="true", largeop="true")
        if name in FUNCTIONS:
            return tag("mi", name)
        if name in SPACES:
            return tag("mspace", width=f"{SPACES[name]}em")
        if name in LETTERS:
            return tag("mtext", self._words().replace(" ", "\N{NO-BREAK SPACE}"), class_=LETTERS[name])
        if name == "!":
            return Html("")
        if name in "_%#&$" and len(name) == 1:
            return tag("mi", name)
        special = {
            "frac": lambda: tag("mfrac", self._argument(), self._argument()),
            "dfrac": lambda: tag("mfrac", self._argument(), self._argument()),
            "sqrt": lambda: tag("msqrt", self._argument()),
            "hat": lambda: tag("mover", self._argument(), tag("mo", "^"), accent="true"),
            "bar": lambda: tag("mover", self._argument(), tag("mo", "¯"), accent="true"),
            "tilde": lambda: tag("mover", self._argument(), tag("mo", "~"), accent="true"),
            "underbrace": lambda: tag("munder", self._argument(), tag("mo", "⏟", stretchy="true")),
            "overbrace": lambda: tag("mover", self._argument(), tag("mo", "⏞", stretchy="true")),
            "mathrel": self._relation,
            "left": self._fenced,
            "begin": self._table,
            "xrightarrow": self._arrow,
            "tag": lambda: join(tag("mspace", width="2em"), tag("mtext", f"({self._words()})", class_="number")),
        }
        if name not in special:
            raise Unknown(token)
        return special[name]()

    def _relation(self) -> Html:
        r"""Signs that are one relation: \mathrel{+}= is +=."""
        sign = self._words()
        while self._look() == "=":
            sign += self._next()
        return tag("mo", sign)

    def _arrow(self) -> Html:
        room = tag("mspace", width="0.5em")
        return tag("mover", tag("mo", "→", stretchy="true"), tag("mrow", room, self._argument(), room))

    def _fenced(self) -> Html:
        r"""\left( … \right)"""
        opening = self._fence()
        content = self._row({"\\right"})
        self._want("\\right")
        return tag("mrow", opening, content, self._fence())

    def _fence(self) -> Html | None:
        token = self._next()
        if token == ".":
            return None
        if token not in FENCES:
            raise Unknown(token)
        return _stretched(FENCES[token])

    def _table(self) -> Html:
        r"""\begin{pmatrix} … \end{pmatrix}, and its relatives."""
        kind = self._words()
        if kind not in TABLES:
            raise Unknown(kind)
        rows, cells = [], []
        while True:
            cells.append(self._row({"&", "\\\\", "\\end"}))
            token = self._next()
            if token == "&":
                continue
            rows.append(cells)
            cells = []
            if token != "\\\\":
                break
            self._skip_height()
        if self._words() != kind:
            raise Unknown("another end")
        if rows[-1] == [""]:
            rows.pop()
        made = [tag("mtr", [tag("mtd", cell) for cell in row]) for row in rows]
        fences = [_stretched(sign) for sign in TABLES[kind]]
        columns = {"cases": "left", "aligned": "equations", "align*": "equations"}.get(kind)
        return tag("mrow", fences[:1], tag("mtable", made, class_=columns), fences[1:])

    def _skip_height(self) -> None:
        r"""\\[4pt] asks for room between two rows, which is not given."""
        if self._look() == "[":
            while self._next() != "]":
                pass


def _stretched(sign: str) -> Html:
    return tag("mo", sign, fence="true", stretchy="true")
