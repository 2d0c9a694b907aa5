"""What pages are made of: formulas, Markdown, small arrays as pictures, texts of programs."""

import html
import math
import re
from itertools import product

import nbformat
import numpy as np
import pytest
from conftest import ROOT

from autograder.pages import heat
from autograder.pages.code import code
from autograder.pages.heat import Grid
from autograder.pages.markdown import headings, text_of_course, text_of_student
from autograder.pages.markup import Html, join, tag, visible
from autograder.pages.maths import formula
from autograder.pages.texts import printed, without_folders

NOTEBOOKS = sorted(ROOT.glob("solutions/*/*.ipynb"))
FORMULA = re.compile(r"\$\$(?:[^$]+)\$\$|\$[^$\n]+\$")
PLAIN = re.compile(r"</?(?:math|mrow|m[a-z]+)(?: [a-z]+=\"[a-z0-9. ]*\")*>")


# Markup


def test_whatever_is_not_markup_is_escaped_on_its_way_in():
    made = tag(
        "p", "<b>", Html("<i>x</i>"), ["&", None, 3], title='"<', hidden=True, lang=None, class_="a", aria_label="b"
    )
    assert made == '<p title="&quot;&lt;" hidden class="a" aria-label="b">&lt;b&gt;<i>x</i>&amp;3</p>'
    assert join("a", (Html("<br>"), "<")) == "a<br>&lt;" and tag("br") == "<br>"
    # What is added to markup with + is text again, which errs on the safe side.
    assert tag("p", tag("b", "x") + "<") == "<p>&lt;b&gt;x&lt;/b&gt;&lt;</p>"


def test_ordinary_text_of_any_language_is_left_as_it_is():
    for text in ("é ∑ 漢字 שלום 👩‍💻 a\tb\nc", ""):
        assert visible(text) == text


@pytest.mark.parametrize("source", ["x1=1" + "\t" * 5_000, "1+a." * 2_500, "x = 1" + "\n" * 5_000])
def test_code_that_would_take_long_is_shown_plain(source):
    assert "<span" not in code(source) and "<span" in code(source[:6])


# Texts of programs


@pytest.mark.parametrize(
    "text, shown",
    [
        ("/usr/lib/python3.11/json/decoder.py", "…/decoder.py"),
        ("/a/site-packages/numpy/x.py:3", "numpy/x.py:3"),
        ("C:\\Python\\Lib\\site-packages\\numpy\\x.py", "numpy\\x.py"),
        ("File <ipython-input-1>, line 2", "File <ipython-input-1>, line 2"),
        ("'/tmp/a b/x.txt'", "'…/a b/x.txt'"),
        ("x/y a/b/c 3/4/5", "x/y a/b/c 3/4/5"),
        ("see https://numpy.org/doc/a/b", "see https://numpy.org/doc/a/b"),
        ("~/notes/x.txt ../data/y.csv ./z/w.csv", "~/notes/x.txt ../data/y.csv ./z/w.csv"),
    ],
)
def test_a_file_keeps_its_name_and_loses_its_folders(text, shown):
    assert without_folders(text) == shown


def test_texts_that_are_made_to_be_slow_are_not():
    for text in ("/" * 20_000, "/a" * 10_000, "a/" * 10_000, "\x1b[" * 10_000, "\r" * 20_000, "C:\\" * 6_000):
        assert len(printed(text)[0]) <= len(text)


# Formulas


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_formula_of_a_notebook_becomes_one(path):
    for cell in nbformat.read(path, 4).cells:
        if cell.cell_type != "markdown":
            continue
        shown = text_of_course(cell.source)
        assert shown.count("<math") == len(FORMULA.findall(cell.source)), cell.id
        assert 'class="latex"' not in shown, (cell.id, re.findall(r'<code class="latex">.*?</code>', shown))
        # Where a formula holds text, Jupyter shows a backslash in it as a backslash; in \mathtt it does not.
        assert not re.search(r"\\text(?:tt|rm)?\{[^}]*\\", cell.source), cell.id


@pytest.mark.parametrize(
    "latex, made",
    [
        ("n_H", "<msub><mi>n</mi><mrow></mrow></msub>".replace("<mrow></mrow>", "<mi>H</mi>")),
        ("x^2_i", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"),
        ("-1", "<mo>−</mo><mn>1</mn>"),
        (r"\frac{1}{2}", "<mfrac><mrow><mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac>"),
        (
            r"\sum_{i} x",
            '<munder><mo movablelimits="true" largeop="true">∑</mo><mrow><mi>i</mi></mrow></munder><mi>x</mi>',
        ),
        (r"\underbrace{X}_{n}", "⏟</mo></munder><mrow><mi>n</mi></mrow></munder>"),
        (r"X^{\mathsf T}", '<msup><mi>X</mi><mrow><mtext class="up">T</mtext></mrow></msup>'),
        (r"\text{a < b}", '<mtext class="up">a\xa0&lt;\xa0b</mtext>'),
        (r"\mathtt{dA\_prev}", '<mtext class="tt">dA_prev</mtext>'),
        (r"3{,}000", "<mn>3</mn><mn>,</mn><mn>000</mn>"),
        (r"a \mathrel{+}= b", "<mi>a</mi><mo>+=</mo><mi>b</mi>"),
        (
            r"\begin{matrix} 1 & 2 \\[4pt] 3 & 4 \\ \end{matrix}",
            "<mtr><mtd><mn>3</mn></mtd><mtd><mn>4</mn></mtd></mtr></mtable>",
        ),
        (r"\left\lfloor x \right.", '<mo fence="true" stretchy="true">⌊</mo><mi>x</mi>'),
    ],
)
def test_a_formula_has_the_parts_that_it_is_made_of(latex, made):
    assert made in formula(latex)


@pytest.mark.parametrize(
    "latex",
    [
        r"\href{javascript:alert(1)}{x}",
        r"\style{x}{y}",
        r"\class{a}{b}",
        r"\unknown",
        "{",
        "}",
        "x^^2",
        r"\frac{1}",
        r"a & b",
    ]
    + [
        r"\left( x",
        r"\begin{pmatrix} 1",
        r"\begin{x}\end{x}",
        r"\text{",
        "x_1_2",
        "{" * 900 + "}" * 900,
        "x" * 3_000,
        "%",
    ],
)
def test_a_formula_that_is_not_understood_is_shown_as_it_was_typed(latex):
    assert formula(latex) == tag("code", latex.strip(), class_="latex")


def test_a_formula_is_made_of_nothing_but_its_own_elements():
    made = formula(r"\text{<script>} < \mathtt{</math>} \xrightarrow{\text{<b>}} \begin{cases} a & b \end{cases}", True)
    assert re.sub(PLAIN, "", made).count("<") == 0 and "&lt;script&gt;" in made


# Markdown


def test_dollars_that_are_money_are_no_formula():
    assert "<math" not in text_of_student("It costs $5 and $6, or $ 7 $; `$x$` is code, and \\$y\\$ is not one.")
    assert text_of_student("$x$ and $$y$$").count("<math") == 2


def test_a_text_of_the_course_folds_and_a_students_does_not():
    source = "<details><summary>Answer</summary>\n\n**x** <img src=x>\n\n</details>"
    assert "<details><summary>Answer</summary>" in text_of_course(source)
    assert "<img" not in text_of_course(source) and "&lt;img src=x&gt;" in text_of_course(source)
    assert "<details>" not in text_of_student(source) and "&lt;details&gt;" in text_of_student(source)


def test_links_are_written_out_and_pictures_described():
    shown = text_of_student('[NumPy](https://numpy.org "t") ![a cat](cat.png) <https://a.org>')
    assert shown == "<p>NumPy (https://numpy.org) <span>[picture: a cat]</span> https://a.org</p>\n"


def test_headings_are_told_from_comments_in_code():
    assert headings("# One\n\n```python\n# no\n```\n\n## Two `x` ##\ntext # no") == ["One", "Two `x`"]


# Arrays as pictures


@pytest.mark.parametrize(
    "name, shape, inner, panels",
    [
        ("Z", (), (1, 1), 1),
        ("x", (3,), (1, 3), 1),
        ("x", (2, 3), (2, 3), 1),
        ("a_slice_prev", (2, 3, 4), (2, 3), 4),
        ("A_prev", (2, 3, 4, 5), (3, 4), 10),
        ("W", (2, 3, 4, 5), (2, 3), 20),
        ("db", (1, 1, 1, 4), (1, 4), 1),
    ],
)
def test_every_entry_of_an_array_is_drawn_once_under_its_index(name, shape, inner, panels):
    array = np.arange(math.prod(shape), dtype=float).reshape(shape)
    grid = Grid(name, array.tolist())
    assert (grid.rows, grid.columns) == inner and len(grid.panels()) == panels
    seen = []
    for panel, row, column in product(grid.panels(), range(grid.rows), range(grid.columns)):
        index = grid.index(panel, row, column)
        assert grid.entry(panel, row, column) == array[index]
        assert grid.panel_of(index) == panel and (not shape or grid.cell_of(index) == (row, column))
        seen.append(index)
    assert sorted(seen) == sorted(np.ndindex(shape))


def test_a_panel_is_called_as_one_writes_it():
    image, filters = np.zeros((2, 3, 3, 4)).tolist(), np.zeros((3, 3, 2, 4)).tolist()
    assert Grid("A_prev", image).title((1, 3)) == "A_prev[1, :, :, 3]"
    assert Grid("dW", filters).title((1, 3)) == "dW[:, :, 1, 3]"
    assert Grid("x", [[1.0]]).title(()) == "x"


@pytest.mark.parametrize(
    "value, shown",
    [
        (3.0, "3"),
        (-0.5, "−0.5"),
        (1 / 3, "0.333"),
        (12345.0, "1.23e+04"),
        (math.nan, "nan"),
        (-math.inf, "−inf"),
        (True, "True"),
        (None, "?"),
    ],
)
def test_numbers_fit_into_a_cell(value, shown):
    assert heat.number(value) == shown


def test_what_is_equal_for_the_tests_is_equal_in_the_picture():
    expected = [[1.0, 2.0, math.nan, math.inf], [True, 1e9, 0.0, 1.0]]
    got = [[1.0 + 1e-9, 2.5, math.nan, 1.0], [False, 1e9 + 1, 1e-12, math.nan]]
    values = heat.difference(Grid("A", expected), Grid("A", got)).values
    assert values[0][:3] == [0, 0.5, 0.0] and math.isnan(values[0][3])
    assert values[1][:3] == [-1, 0, 0] and math.isnan(values[1][3])


def test_above_and_below_zero_have_colours_of_their_own_and_grow_with_the_size():
    drawn = heat.picture(Grid("A", [[0.0, 0.1, 1.0, -0.1, -1.0, math.nan]]), (), "got", 1.0)
    assert re.findall(r'<rect[^>]*class="cell (\w+)"', drawn) == ["hz", "hp1", "hp5", "hn1", "hn5", "hx"]


def test_only_the_part_of_a_box_that_lies_in_a_panel_is_outlined():
    grid = Grid("A_prev", np.zeros((1, 4, 4, 2)).tolist())
    first, last = (0, -1, 2, 1), (0, 1, 3, 1)
    assert 'class="box"' not in heat.picture(grid, (0, 0), "", 1.0, box=(first, last))
    box = re.search(r'<rect ([^>]*)class="box"', heat.picture(grid, (0, 1), "", 1.0, box=(first, last)))[1]
    assert box == 'x="70" y="2" width="64" height="52" '


def test_every_line_of_code_has_a_number_that_is_not_copied():
    source = 'def f(x):\n    """One,\n\n    two."""\n    return x < 1\n'
    shown = code(source)
    assert shown.count("<i></i>") == 6
    text = html.unescape(re.sub("<[^>]*>", "", shown))
    assert text == source
