"""What every page has around it: one file, without scripts, that asks nothing of any network."""

import base64
import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path

from autograder.errors import writing
from autograder.pages.markup import Html, join, tag


@cache
def _style() -> Html:
    return Html(files("autograder.pages").joinpath("style.css").read_text(encoding="utf-8"))


@cache
def _policy() -> str:
    """What a browser may do with the page: show its own style and the pictures in it; nothing else."""
    style = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{style}'; img-src data:; form-action 'none'; base-uri 'none'"


def page(title: str, header: Html, main: list, language: str = "en") -> str:
    """A whole page. header: what stands on top, with its h1. main: its sections."""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_policy()),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", title),
        tag("style", _style()),
    )
    body = tag(
        "body",
        tag("a", "Skip to the content", href="#content", class_="skip"),
        tag("header", header),
        tag("main", main, id="content", tabindex=-1),
    )
    return join(Html("<!DOCTYPE html>\n"), tag("html", head, body, lang=language), Html("\n"))


def section(title: object, *content: object, id: str, class_: str | None = None) -> Html:
    """A part of a page under a heading of the second level, which names it."""
    heading = tag("h2", title, id=id)
    return tag("section", heading, content, aria_labelledby=id, class_=class_)


def bar(part: float, whole: float) -> Html:
    """How much of something, as a bar beside the number that says so."""
    width = round(100 * min(max(part / whole, 0), 1), 2) if whole else 0
    return tag(
        "svg",
        tag("rect", class_="track", width=100, height=8),
        tag("rect", class_="fill", width=f"{width:g}", height=8),
        class_="bar",
        viewBox="0 0 100 8",
        preserveAspectRatio="none",
        aria_hidden="true",
        focusable="false",
    )


def table(caption: str, columns: list[str], rows: list[list], class_: str | None = None) -> Html:
    """A table, whose first cell in each row names the row. A column that begins with # holds numbers."""
    numbers = [name.startswith("#") for name in columns]
    head = [
        tag("th", name.removeprefix("#"), scope="col", class_="number" if number else None)
        for name, number in zip(columns, numbers)
    ]
    body = []
    for first, *rest in rows:
        cells = [tag("td", cell, class_="number" if number else None) for cell, number in zip(rest, numbers[1:])]
        body.append(tag("tr", tag("th", first, scope="row"), cells))
    made = tag(
        "table",
        tag("caption", caption),
        tag("thead", tag("tr", head)),
        tag("tbody", body),
        class_=class_,
    )
    return tag("div", made, class_="table", tabindex=0, role="region", aria_label=caption)


def replace_file(target: Path, text: str, newline: str | None = None) -> None:
    """Write a file in one step: there is the old one or the new one, never a part."""
    import contextlib
    import os

    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with writing(target), aside.open("w", encoding="utf-8", errors="replace", newline=newline) as file:
            file.write(text)
        os.replace(aside, target)
    finally:
        with contextlib.suppress(FileNotFoundError):
            aside.unlink()
