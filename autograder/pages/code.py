"""Code, and what it printed and drew."""

import base64
import binascii
import re
from functools import lru_cache

from pygments.lexers.python import PythonLexer
from pygments.token import Comment, Keyword, Name, Number, Operator, String

from autograder.pages.markup import Html, escape, join, tag, visible
from autograder.pages.texts import cut, printed

# Together, in one page.
MOST_PICTURES = 8_000_000
MOST_OUTPUTS = 200
MOST_TEXT = 200_000

_CLASSES = (
    (Comment, "c"),
    (String, "s"),
    (Number, "n"),
    (Operator.Word, "k"),
    (Keyword, "k"),
    (Name.Function, "f"),
    (Name.Class, "f"),
    (Name.Builtin, "b"),
)
_BEGINNINGS = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}
# Many blank lines, one behind the other, and long ones take Pygments a time that grows with their square.
_SLOW = re.compile(r"(?:[ \t]*+\n){200}|[^\n]{1000}")
_LINE = tag("i")  # where a line begins
_PYTHON = PythonLexer(stripnl=False, ensurenl=False)


@lru_cache(512)
def code(source: str) -> Html:
    """Python, with its words told apart. The style sheet numbers its lines, so that copying takes no number along."""
    source, left_out = cut(source)
    parts = [_LINE]
    words = _PYTHON.get_tokens(source) if not _SLOW.search(source) else [(None, source)]
    for kind, text in words:
        name = next((name for known, name in _CLASSES if kind and kind in known), None)
        for number, line in enumerate(visible(text).split("\n")):
            parts += ["\n", _LINE] if number else []
            if line:
                parts.append(tag("span", line, class_=name) if name else escape(line))
    return join(tag("pre", tag("code", parts), class_="code", tabindex=0), _left_out(left_out))


class Outputs:
    """Shows what cells gave out, as long as the page has room for it."""

    def __init__(self):
        self._pictures, self._texts, self._number = MOST_PICTURES, MOST_TEXT, MOST_OUTPUTS

    def show(self, outputs: list[dict]) -> Html | None:
        """The outputs of one cell: text, pictures, the traceback of an error. Anything else is left out."""
        shown = [one for output in outputs if (one := self._one(output)) is not None]
        return tag("div", shown, class_="outputs") if shown else None

    def _one(self, output: dict) -> Html | None:
        self._number -= 1
        if self._number < 0:
            return _left_out("More outputs are left out here.") if self._number == -1 else None
        kind = output.get("output_type")
        if kind == "stream":
            name = "stderr" if output.get("name") == "stderr" else "stdout"
            return self._text(_joined(output.get("text")), name)
        if kind == "error":
            trace = output.get("traceback")
            text = "\n".join(map(str, trace)) if isinstance(trace, list) and trace else ""
            return self._text(text or f"{output.get('ename')}: {output.get('evalue')}", "error")
        data = output.get("data")
        if not isinstance(data, dict):
            return None
        text = _joined(data.get("text/plain"))
        for kind in _BEGINNINGS:
            if kind in data:
                return self._picture(kind, _joined(data[kind]), text)
        return self._text(text, "result") if text else None

    def _text(self, text: str, kind: str) -> Html | None:
        if not text.strip():
            return None
        shown, left_out = printed(text)
        shown = shown[: max(self._texts, 0)]
        self._texts -= len(shown)
        if not shown:
            return _left_out("This output is left out: the page is full.")
        label = {"stderr": "Messages", "error": "Error"}.get(kind)
        return tag(
            "div",
            tag("p", label, class_="label") if label else None,
            tag("pre", shown.rstrip("\n"), tabindex=0),
            _left_out(left_out),
            class_=f"output {kind}",
        )

    def _picture(self, kind: str, encoded: str, text: str) -> Html:
        encoded = re.sub(r"\s", "", encoded)
        if len(encoded) > self._pictures:
            return _left_out("A picture is left out here: it is too large, or the page is full.")
        try:
            right = base64.b64decode(encoded, validate=True).startswith(_BEGINNINGS[kind])
        except (binascii.Error, ValueError):
            right = False
        if not right:
            return _left_out("A picture is left out here: it is broken.")
        self._pictures -= len(encoded)
        described = text and not text.startswith("<")
        alt = printed(text, 1_000)[0] if described else "Picture that this cell drew; it has no description."
        return tag("img", src=f"data:{kind};base64,{encoded}", alt=alt)


def _left_out(words: str) -> Html | None:
    return tag("p", words, class_="left-out") if words else None


def _joined(text: object) -> str:
    """Text of a notebook, which may be a list of lines."""
    return "".join(map(str, text)) if isinstance(text, list) else str(text or "")
