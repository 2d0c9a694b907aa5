"""Why an exercise lost points: which mistake it is, what to read again, a small case to try, and its numbers drawn."""

from collections.abc import Mapping

from autograder.naming.explanation import Compared, Counterexample, Explanation
from autograder.pages import heat
from autograder.pages.heat import Grid
from autograder.pages.markup import Html, count, in_words, join, tag
from autograder.pages.notebook import Section
from autograder.pages.texts import printed

HINT = (
    "A click into the box marks all of it: copy it into a new cell at the end of your notebook, and run it. Change your"
    " function, run it again, and see what changes."
)

NOTHING_TO_DRAW = "There is nothing of yours to draw beside it."

LEGEND = (
    "How to read the numbers: orange is above zero, blue below, white is zero. An entry that differs has a corner cut"
    " out of it, and the first of them has a line around it."
)


def reasons(explanation: Explanation, sections: Mapping[str, Section]) -> Html | None:
    """The named mistakes, or what could be seen. sections: those of the notebook on the page, by name."""
    named = [
        tag(
            "div",
            tag("p", f"What it looks like: {in_words(mistake.name)}", class_="kind"),
            tag("p", printed(mistake.message)[0], class_="message"),
            _read_again(mistake.section, sections),
            class_="card wrong",
        )
        for mistake in explanation.mistakes
    ]
    if explanation.seen:
        seen = tag("p", printed(explanation.seen)[0], class_="message")
        named.append(tag("div", tag("p", "What can be seen", class_="kind"), seen, class_="card wrong"))
    return join(named) if named else None


def example(case: Counterexample) -> Html:
    """A small case on which the function differs: to paste, what it should give and gives, and its numbers drawn."""
    return join(
        tag("h3", "A small case, to try yourself"),
        tag("p", HINT, class_="soft hint"),
        tag("pre", tag("code", case.code), class_="copy", tabindex=0),
        tag("div", _printed("It should print", case.expected), _printed("Yours prints", case.got), class_="pair"),
        [_drawn(one, dict(case.inputs)) for one in case.compared],
        tag("p", LEGEND, class_="soft") if any(one.first for one in case.compared) else None,
    )


def _read_again(section: str, sections: Mapping[str, Section]) -> Html | None:
    if not section:
        return None
    found = sections.get(section)
    return tag("p", "Read again: ", tag("a", found.heading, href=f"#{found.id}") if found else tag("b", section))


def _printed(heading: str, text: str) -> Html:
    shown, left_out = printed(text, 4_000)
    words = tag("p", left_out, class_="left-out") if left_out else None
    return tag("div", tag("h4", heading), tag("pre", shown, tabindex=0), words)


def _drawn(compared: Compared, inputs: Mapping[str, list]) -> Html | None:
    """Expected, got and their difference, panel by panel, and the part of the input that an entry is read from."""
    expected = Grid(compared.name, compared.expected)
    got = None if compared.got is None else Grid(compared.name, compared.got)
    if not expected.shape:
        return None
    if got is None or got.shape != expected.shape:
        return join(
            tag("h4", tag("code", compared.name), ", as numbers"),
            tag("p", NOTHING_TO_DRAW if got is None else _shapes(expected, got), class_="soft"),
            tag("div", _panels(expected, "expected"), _panels(got, "got") if got else None, class_="panels"),
        )
    minus = heat.difference(expected, got)
    first = compared.first if compared.first and len(compared.first) == len(expected.shape) else None
    wrong = [panel for panel in expected.panels() if _differs(minus, panel)]
    if first:
        wrong.sort(key=lambda panel: panel != expected.panel_of(first))
    scale, apart = heat.scale_of(expected, got), heat.scale_of(minus)
    rows = [
        tag(
            "div",
            heat.picture(expected, panel, "expected", scale, first),
            heat.picture(got, panel, "got", scale, first, differs=minus),
            heat.picture(minus, panel, "got − expected", apart, first, differs=minus),
            class_="panels",
        )
        for panel in wrong[: heat.MOST_PANELS]
    ]
    more = len(wrong) - len(rows)
    return join(
        tag("h4", tag("code", compared.name), ", as numbers"),
        tag("p", _first(expected, got, first), class_="soft") if first else None,
        rows,
        tag("p", f"{count(more, 'more panel')} of {compared.name} differ too.", class_="soft") if more else None,
        _read_from(compared, first, inputs) if first else None,
    )


def _panels(grid: Grid, label: str) -> list[Html]:
    """An array that is compared with none of its shape."""
    return [heat.picture(grid, panel, label, heat.scale_of(grid)) for panel in grid.panels()[: heat.MOST_PANELS]]


def _shapes(expected: Grid, got: Grid) -> Html:
    return join(
        tag("code", expected.name),
        " should have the shape ",
        tag("code", str(expected.shape)),
        ", and has the shape ",
        tag("code", str(got.shape)),
        ".",
    )


def _differs(minus: Grid, panel: heat.Index) -> bool:
    cells = ((row, column) for row in range(minus.rows) for column in range(minus.columns))
    return any(minus.entry(panel, *cell) != 0 for cell in cells)


def _first(expected: Grid, got: Grid, first: heat.Index) -> Html:
    panel, cell = expected.panel_of(first), expected.cell_of(first)
    right, wrong = (heat.number(grid.entry(panel, *cell)) for grid in (expected, got))
    return join(tag("code", _index(expected.name, first)), f" should be {right}, and is {wrong}.")


def _read_from(compared: Compared, first: heat.Index, inputs: Mapping[str, list]) -> Html | None:
    """The input, with a line around what the first differing entry is computed from."""
    if not compared.read or compared.read[0] not in inputs:
        return None
    name, low, high = compared.read
    grid = Grid(name, inputs[name])
    if len(low) != len(grid.shape) or len(high) != len(grid.shape):
        return None
    panels = [
        panel
        for panel in grid.panels()
        if all(a <= at <= b for a, at, b in zip(grid.panel_of(low), panel, grid.panel_of(high)))
    ]
    scale = heat.scale_of(grid)
    shown = panels[: heat.MOST_PANELS]
    part = ", ".join(str(a) if a == b else f"{a}:{b + 1}" for a, b in zip(low, high))
    words = join(
        "What ",
        tag("code", _index(compared.name, first)),
        " takes from ",
        tag("code", name),
        " is ",
        tag("code", f"{name}[{part}]"),
        ", which has a broken line around it." if shown else ".",
    )
    drawn = [heat.picture(grid, panel, "read from", scale, box=(low, high)) for panel in shown]
    return join(tag("p", words, class_="soft"), tag("div", drawn, class_="panels"))


def _index(name: str, index: heat.Index) -> str:
    return f"{name}[{', '.join(map(str, index))}]"
