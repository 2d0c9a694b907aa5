"""Text cells: Markdown as JupyterLab shows it, with formulas, without anything that a browser would load or run.

A text of the course may hold <details>; a student's has no HTML at all, and no heading, which would disturb the outline
of the page. Links are written out, pictures become their description: a page refers to nothing outside of it.
"""

import re
from functools import lru_cache

from markdown_it import MarkdownIt

from autograder.pages.markup import Html, escape, join, tag
from autograder.pages.maths import formula
from autograder.pages.texts import cut

LONGEST = 30_000
# A notebook's # is a section of the page, two levels down.
DOWN = 2

_FORMULA = re.compile(r"\$\$(?P<block>[^$]+)\$\$|\$(?P<inline>[^\s$`](?:[^$`]*[^\s$`\\])?)\$(?!\d)")
_FOLD = re.compile(r"(</?(?:details|summary)>)")


@lru_cache(1024)
def text_of_course(source: str) -> Html:
    """A text cell of the course."""
    return Html(_READERS[True].render(source))


def text_of_student(source: str, limit: int = LONGEST) -> Html:
    """A text cell that a student wrote or changed."""
    source, left_out = cut(source, limit)
    try:
        shown = Html(_READERS[False].render(source))
    except RecursionError:
        shown = tag("pre", source, tabindex=0)
    return join(shown, tag("p", left_out, class_="left-out") if left_out else None)


def headings(source: str) -> list[str]:
    """The headings in a text, as they are written, without their marks."""
    fences = re.split(r"^```.*?^```", source, flags=re.MULTILINE | re.DOTALL)
    return [found.strip() for part in fences for found in re.findall(r"^#{1,6} +(.+?)#*$", part, re.MULTILINE)]


def _reader(of_course: bool) -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": of_course}).enable(["table", "strikethrough"])
    reader.inline.ruler.before("escape", "formula", _read_formula)
    rules = {
        "formula": lambda tokens, at, *_: formula(tokens[at].content, bool(tokens[at].meta["block"])),
        "image": lambda tokens, at, *_: tag("span", f"[picture: {tokens[at].content or 'without a description'}]"),
        "link_open": lambda *_: "",
        "link_close": _address,
        "heading_open": lambda tokens, at, *_: f"<{_level(tokens[at])}>" if of_course else '<p class="heading">',
        "heading_close": lambda tokens, at, *_: f"</{_level(tokens[at])}>\n" if of_course else "</p>\n",
        "fence": lambda tokens, at, *_: _code(tokens[at].content),
        "code_block": lambda tokens, at, *_: _code(tokens[at].content),
        "code_inline": lambda tokens, at, *_: tag("code", tokens[at].content),
        "html_block": _html,
        "html_inline": _html,
        "th_open": lambda tokens, at, *_: '<th scope="col">' if tokens[at + 1].content else "<td>",
        "th_close": lambda tokens, at, *_: "</th>\n" if tokens[at - 1].content else "</td>\n",
        "td_open": lambda *_: "<td>",
        "text": lambda tokens, at, *_: escape(tokens[at].content),
    }
    for name, rule in rules.items():
        reader.add_render_rule(name, lambda _, *rest, rule=rule: rule(*rest))
    return reader


def _read_formula(state, silent: bool) -> bool:
    found = state.src[state.pos] == "$" and _FORMULA.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        token = state.push("formula", "math", 0)
        token.content, token.meta = found["block"] or found["inline"], {"block": found["block"] is not None}
    state.pos = found.end()
    return True


def _level(token) -> str:
    return f"h{min(int(token.tag[1]) + DOWN, 6)}"


def _address(tokens, at, *_) -> str:
    """Where a link leads, in words behind its text."""
    depth, before = 1, at
    while depth:
        before -= 1
        depth += (tokens[before].type == "link_close") - (tokens[before].type == "link_open")
    address = str(tokens[before].attrGet("href"))
    same = "".join(token.content for token in tokens[before + 1 : at]) == address
    return "" if same else escape(f" ({address})")


def _code(text: str) -> Html:
    return tag("pre", tag("code", text), tabindex=0)


def _html(tokens, at, *_) -> str:
    return "".join(part if _FOLD.fullmatch(part) else escape(part) for part in _FOLD.split(tokens[at].content))


_READERS = {of_course: _reader(of_course) for of_course in (True, False)}
