"""HTML, put together so that text cannot become markup: whatever is not an `Html` is escaped on its way in."""

import html
import re

# What a browser would obey or hide, other than tab and line feed: control characters, halves of characters, and the
# marks that turn the direction of text around, so that code reads other than it runs.
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufeff\ufff9-\uffff\ud800-\udfff]")
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_VOID = {"br", "hr", "img", "meta"}


class Html(str):
    """Markup, in contrast to text."""


def tag(name: str, /, *children: object, **attributes: object) -> Html:
    """An element. children: Html, text, numbers, lists of these; None is nothing.

    attributes: an underscore at the end is dropped, others become hyphens (class_, aria_label); None and False leave
    the attribute out, True gives it no value.
    """
    start = "".join(_attribute(name, value) for name, value in attributes.items())
    if name in _VOID:
        return Html(f"<{name}{start}>")
    return Html(f"<{name}{start}>{join(*children)}</{name}>")


def join(*children: object) -> Html:
    """Children, one after another."""
    parts = []
    for child in children:
        if isinstance(child, Html):
            parts.append(child)
        elif isinstance(child, list | tuple):
            parts.append(join(*child))
        elif child is not None:
            parts.append(escape(str(child)))
    return Html("".join(parts))


def escape(text: str) -> Html:
    """Text as markup that shows it, and nothing else."""
    return Html(html.escape(visible(text)))


def visible(text: str) -> str:
    """Text in which nothing is hidden: marks of direction become their code points, control characters a sign."""
    text = _TURNING.sub(lambda found: f"[U+{ord(found[0]):04X}]", text.replace("\r\n", "\n"))
    return _OBEYED.sub("\N{REPLACEMENT CHARACTER}", text)


def count(number: int, thing: str) -> str:
    """A number and what it counts: 1 test, 2 tests."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def points(number: float) -> str:
    """Points as people write them: 4, 2.5."""
    return f"{round(number, 2):g}"


def in_words(name: str) -> str:
    """An identifier as words."""
    return name.replace("_", " ")


def _attribute(name: str, value: object) -> str:
    if value is None or value is False:
        return ""
    name = name.removesuffix("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'
