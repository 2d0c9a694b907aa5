"""A student's page: it says what happened, shows no hidden test, and takes nothing that a student writes for markup."""

import base64
import os
import re
import shutil
import subprocess
import sys
from itertools import pairwise

import pytest
from conftest import ROOT
from results import Page, explanation, keep, result

from autograder import catalogue, grading
from autograder.course import Course
from autograder.marks import Marks
from autograder.notebook import Solved
from autograder.pages import shell
from autograder.pages.notebook import Course as Source
from autograder.pages.submission import submission_page

ONE = "02_pooling"
SOLVED = Solved.read(Course(ROOT).solution(ONE))
PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(20)).decode()
STREAM = {"output_type": "stream", "name": "stdout"}
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</pre></div><svg onload=alert(1)>",
    "</code></pre><iframe src=//evil.example>",
    "</details></section></main><form action=//evil.example>",
    '" onmouseover="alert(1)" style="x',
    "<!-- <b> --> <?php ?> <![CDATA[",
    "[x](javascript:alert(1)) [y](data:text/html;base64,PHM+) ![z](//evil.example/z.png)",
    "[a]: javascript:alert(1)\n\n[a] <https://evil.example> https://evil.example",
    "&lt;b&gt; &#60;script&#62; &amp",
    "{{7*7}} {% x %} ${x}",
    "$\\text{<b onclick=x>}$ $\\href{javascript:alert(1)}{x}$ $$\\style{color:red}{x}$$",
    "| <b> | x |\n|---|---|\n| <i onclick=x> | y |",
    "# <b>x</b>\n\n> <i>\n\n- <u>\n\n```html\n</code><b>\n```\n\n~~<s>~~",
]


def page_of(executed: dict, student: str = "ada", solved: Solved = SOLVED, marks: Marks | None = None) -> Page:
    text = submission_page(student, executed, Source(solved.nb.cells), solved.exercises, marks or Marks())
    return Page(text.encode("utf-8", "replace").decode())


def code(source: str, *outputs: dict) -> dict:
    return {"cell_type": "code", "source": source, "outputs": list(outputs)}


def text(source: str) -> dict:
    return {"cell_type": "markdown", "source": source}


def test_what_is_to_be_read_again_has_a_place_on_the_page():
    for name in Course(ROOT).assignments():
        solved = Solved.read(Course(ROOT).solution(name))
        page = submission_page("ada", result(solved), Source(solved.nb.cells), solved.exercises, Marks())
        for mistake in (one for exercise in solved.exercises for one in catalogue.mistakes(exercise)):
            assert f'id="{Source(solved.nb.cells).sections[mistake.section].id}"' in page


# What happened


def test_full_marks_are_said_with_the_tests_that_passed():
    page = page_of(result(SOLVED))
    assert "Feedback for ada" in page.text and "100 of 100 points" in page.text
    assert "Every test passed." in page.text
    for test in SOLVED.tests:
        assert test.name.partition(": ")[2] in page.text
    assert "did not pass" not in page.text


def test_each_lost_test_is_said_with_its_reason_and_what_became_of_it():
    said = {
        1: {"status": "failed", "message": "A should be 3, but it is 4."},
        2: {"status": "error", "message": "the function raised ValueError: no"},
        3: {"status": "timeout", "message": "It took longer than 10 seconds."},
        4: {"status": "not_run", "message": "it was not run"},
    }
    page = page_of(result(SOLVED, said))
    lost = sum(SOLVED.tests[number].points for number in said)
    assert f"{100 - lost:g} of 100 points" in page.text and f"4 of {len(SOLVED.tests)} tests did not pass" in page.text
    words = {1: "wrong result", 2: "no result", 3: "took too long", 4: "not run"}
    for number, verdict in said.items():
        test = SOLVED.tests[number]
        line = f"{test.name.partition(': ')[2]} ({words[number]}) 0 of {test.points:g}{verdict['message']}"
        assert line in page.text


def test_tests_that_say_the_same_share_the_words():
    page = page_of(result(SOLVED, {n: {"status": "failed", "message": "lines still hold None"} for n in range(5)}))
    assert page.text.count("lines still hold None") == 1 and page.text.count("(wrong result)") == 5


def test_calls_that_end_in_the_same_exception_share_the_words():
    messages = [f"call {n}: the function raised NameError: name 'n_h' is not defined" for n in range(3)]
    page = page_of(result(SOLVED, {n: {"status": "error", "message": said} for n, said in enumerate(messages)}))
    assert page.text.count("is not defined") == 1 and "call 0" in page.text and "call 1" not in page.text


def test_of_many_reasons_the_first_lie_open_and_all_are_there():
    many = {n: {"status": "failed", "message": f"reason {n}."} for n in range(9)}
    page = page_of(result(SOLVED, many))
    assert [n for n in many if f"reason {n}." in page.text] == [*many]
    assert [n for n in many if f"reason {n}." in page.folded] == [4, 5, 6, 7, 8] and "5 more reasons" in page.text
    # As many as would be saved by folding are not folded.
    few = page_of(result(SOLVED, dict(list(many.items())[:5])))
    assert "reason 4." in few.text and "reason 4." not in few.folded


def test_a_test_that_passed_with_a_message_is_a_remark():
    page = page_of(result(SOLVED, {0: {"message": "Right, once zero_pad is."}}))
    assert "A remark on “the published values, max”, which passed" in page.text
    assert "Right, once zero_pad is." in page.text and "did not pass" not in page.text
    assert page.having(class_="remark")


def test_remarks_that_say_the_same_are_one():
    page = page_of(result(SOLVED, {n: {"message": "Right, once zero_pad is."} for n in range(3)}))
    assert page.text.count("Right, once zero_pad is.") == 1 and "A remark on 3 tests, which passed" in page.text


def test_grades_by_hand_comments_and_late_penalties_are_on_the_page():
    first = SOLVED.tests[0]
    points = {test.id: test.points for test in SOLVED.tests} | {first.id: 2.5}
    marks = Marks(points, frozenset({first.id}), {"pool_forward": "Nearly <right>.\nLook again."}, 10.0)
    page = page_of(result(SOLVED), marks=marks)
    total = 100 - first.points + 2.5
    assert f"{total - 10:g} of 100 points" in page.text
    assert f"{total:g} points, minus 10 for handing in late" in page.text
    assert f"2.5 of {first.points:g}, graded by hand" in page.text
    assert "From your grader" in page.text and "Nearly <right>.\nLook again." in page.text


def test_a_penalty_takes_no_more_than_there_is():
    page = page_of(
        result(SOLVED, {n: {"status": "failed"} for n in range(1, len(SOLVED.tests))}),
        marks=Marks({}, late_penalty=50.0),
    )
    assert "0 of 100 points" in page.text and f"minus {SOLVED.tests[0].points:g} for" in page.text


def test_what_was_put_right_in_the_file_is_said():
    page = page_of(result(SOLVED, notes=["A cell <was> missing: it was put back."]))
    assert "A cell <was> missing: it was put back." in page.text and "It cost you nothing" in page.text


def test_what_is_no_notebook_has_a_page_that_says_what_to_do():
    lost = {n: {"status": "not_run", "message": "cut off"} for n in range(len(SOLVED.tests))}
    page = page_of(result(SOLVED, lost, problem="not a notebook: the file is cut off <b>"))
    assert "not a notebook: the file is cut off <b>" in page.text and "What to do" in page.text
    assert "0 of 100 points" in page.text and "Restart Kernel and Run All" in page.text
    assert "did not pass" not in page.text and "as it ran" not in page.text


# Why


@pytest.mark.parametrize("section", ["One number for a window", "2.2 One number for a window"])
def test_a_mistake_that_has_a_name_is_said_with_what_to_read_again(section):
    given = explanation()
    given["mistakes"][0]["section"] = section
    page = page_of(result(SOLVED, {3: {"status": "failed", "message": "m", "explanation": given}}))
    assert "What it looks like: starts from zero" in page.text and "Your maximum starts from 0." in page.text
    link = next(found["href"] for name, found in page.elements if name == "a" and "one-number" in found["href"])
    assert page.having(id=link[1:]) and "Read again: 2.2 One number for a window" in page.text


def test_a_section_that_is_not_on_the_page_is_named_without_a_link():
    given = explanation()
    given["mistakes"][0]["section"] = "9.9 Elsewhere"
    page = page_of(result(SOLVED, {3: {"status": "failed", "explanation": given}}))
    assert "Read again: 9.9 Elsewhere" in page.text


def test_without_a_name_it_is_said_what_can_be_seen():
    given = explanation(mistakes=(), seen="Only the <last> row differs.", example=None)
    page = page_of(result(SOLVED, {3: {"status": "failed", "explanation": given}}))
    assert "Only the <last> row differs." in page.text and "What it looks like" not in page.text


def test_a_small_case_is_there_to_copy_with_what_it_should_print():
    page = page_of(result(SOLVED, {3: {"status": "failed", "explanation": explanation()}}))
    assert page.having(class_="copy") and "A, cache = pool_forward(A_prev, {})" in page.text
    assert "It should print[[4. 3.]]" in page.text and "Yours prints[[4. 4.]]" in page.text


def test_expected_got_and_difference_are_drawn_with_the_first_entry_and_its_window_outlined():
    page = page_of(result(SOLVED, {3: {"status": "failed", "explanation": explanation()}}))
    drawn = [found["aria-label"] for _, found in page.having(class_="heat")]
    assert drawn == [
        "expected: A[0, :, :, 0], row 0: 4 3; row 1: 5 6",
        "got: A[0, :, :, 0], row 0: 4 4; row 1: 5 6",
        "got − expected: A[0, :, :, 0], row 0: 0 1; row 1: 0 0",
        "read from: A_prev[0, :, :, 0], row 0: 1 −2 3 0; row 1: 4 0 −1 2",
    ]
    assert len(page.having(class_="marked")) == 3 and len(page.having(class_="box")) == 1
    assert len(page.having(class_="corner")) == 2
    # Where colours and outlines cannot be seen, the words say it.
    assert "A[0, 0, 1, 0] should be 3, and is 4." in page.text
    assert "What A[0, 0, 1, 0] takes from A_prev is A_prev[0, 0:2, 2:4, 0]" in page.text


def test_a_result_that_is_no_array_is_drawn_as_it_should_be():
    given = explanation()
    given["example"]["compared"][0] |= {"got": None, "first": None, "read": None}
    page = page_of(result(SOLVED, {3: {"status": "failed", "explanation": given}}))
    assert [found["aria-label"].partition(",")[0] for _, found in page.having(class_="heat")] == ["expected: A[0"]
    assert "There is nothing of yours to draw beside it." in page.text and "How to read" not in page.text


def test_a_result_of_another_shape_is_drawn_beside_what_it_should_be():
    given = explanation()
    given["example"]["compared"][0] |= {"got": [[5.0, 7.0]], "first": None, "read": None}
    page = page_of(result(SOLVED, {3: {"status": "failed", "explanation": given}}))
    drawn = [found["aria-label"].partition(",")[0] for _, found in page.having(class_="heat")]
    assert drawn == ["expected: A[0", "got: A"]
    assert "A should have the shape (1, 2, 2, 1), and has the shape (1, 2)." in page.text
    assert "How to read" not in page.text


def test_an_explanation_is_not_shown_where_nothing_was_lost():
    page = page_of(result(SOLVED, {3: {"explanation": explanation()}}))
    assert "starts from zero" not in page.text and not page.having(class_="heat")


# The notebook as it ran


def test_what_the_course_wrote_is_folded_and_what_the_student_wrote_lies_open():
    own = [code("mine = 1", STREAM | {"text": "printed by me"}), text("**my notes**")]
    page = page_of(result(SOLVED, own=own))
    for mine in ("mine = 1", "printed by me", "my notes", "def pool_forward"):
        assert mine in page.text and mine not in page.folded
    assert "A pooling layer has a window of size" in page.folded and "check_versions()" in page.folded


def test_in_the_place_of_the_tests_stands_what_became_of_them():
    page = page_of(result(SOLVED, {3: {"status": "failed", "message": "m"}}))
    count = len(SOLVED.tests)
    assert f"✗ {count} tests of pool_forward: {count - 1} of {count} passed" in page.text
    assert SOLVED.tests[3].name not in page.text


def test_a_text_of_the_course_that_the_student_changed_lies_open():
    executed = result(SOLVED)
    cell = next(cell for cell in executed["cells"] if cell["id"] == "statistic")
    cell["source"] = cell["source"].replace("**What and why.**", "<b>mine</b> **What and why.**")
    page = page_of(executed)
    assert "<b>mine</b> What and why." in page.text and "<b>mine</b>" not in page.folded


def test_a_copy_of_a_text_of_the_course_is_the_students():
    given = next(cell.source for cell in SOLVED.nb.cells if cell.id == "statistic")
    page = page_of(result(SOLVED, own=[text(given)]))
    assert page.text.count("2.2 One number for a window") > page.folded.count("2.2 One number for a window")


@pytest.mark.parametrize("assignment", Course(ROOT).assignments())
def test_no_line_of_a_hidden_test_is_on_a_page(assignment):
    solved = Solved.read(Course(ROOT).solution(assignment))
    lost = {n: {"status": "failed", "message": f"reason {n}"} for n in range(0, len(solved.tests), 2)}
    shown = squeezed(page_of(result(solved, lost), solved=solved).text)
    given = squeezed((ROOT / "notebooks" / assignment / f"{assignment}.ipynb").read_text().replace('\\"', '"'))
    answers = squeezed("\n".join(cell.source for cell in solved.nb.cells if cell.id in solved.exercises.values()))
    hidden = {squeezed(line) for test in solved.tests for line in test.source.splitlines()[1:]}
    hidden = {line for line in hidden if len(line) > 9 and line not in given and line not in answers}
    assert len(hidden) > 20
    assert [line for line in hidden if line in shown] == []
    assert "BEGINHIDDENTESTS" not in shown and "autograder.testing" not in shown


def test_hidden_lines_in_a_cell_without_points_are_not_shown_either():
    executed = result(SOLVED)
    setup = next(cell for cell in executed["cells"] if cell["id"] == "setup")
    setup["source"] += "\n### BEGIN HIDDEN TESTS\nassert answer == 42\n### END HIDDEN TESTS\nafter = 1"
    for closed in (True, False):
        if not closed:
            setup["source"] = setup["source"].partition("### END")[0]
        page = page_of(executed)
        assert "answer == 42" not in page.text and "HIDDEN" not in page.text and ("after = 1" in page.text) == closed


def test_marks_of_hidden_tests_hide_nothing_of_a_students():
    executed = result(SOLVED)
    executed["cells"].append(code("### BEGIN HIDDEN TESTS\nx = 'mine'\n### END HIDDEN TESTS") | {"metadata": {}})
    assert "'mine'" in page_of(executed).text


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


# What students write


@pytest.mark.parametrize("hostile", HOSTILE)
def test_nothing_that_a_student_writes_is_taken_for_markup(hostile):
    outputs = [
        STREAM | {"text": hostile},
        {"output_type": "error", "ename": hostile, "evalue": hostile, "traceback": [hostile]},
        {"output_type": "execute_result", "data": dict.fromkeys(("text/plain", "text/html", "image/svg+xml"), hostile)},
        {"output_type": "display_data", "data": {"image/png": PNG, "text/plain": hostile}},
        {"output_type": "display_data", "data": {"image/png": hostile}},
    ]
    given = explanation(seen=hostile)
    given["example"] |= {"got": hostile}
    lost = {0: {"status": "error", "message": hostile, "explanation": given}, 1: {"message": hostile}}
    own = [code(f"x = 1  # {hostile}", *outputs), text(hostile), text(f"    {hostile}\n\n* {hostile}")]
    page = page_of(result(SOLVED, lost, own, notes=[hostile]), student=hostile)
    # The reader of pages is strict on its own; and what was written is there to read, not gone.
    assert page.text.count(hostile.replace("\n\n", "\n").split("\n")[0]) >= 6
    assert len([1 for name, _ in page.elements if name == "img"]) == 1
    page_of(result(SOLVED, problem=hostile), student=hostile)


@pytest.mark.parametrize("character", ["\0", "\x1b", "\x07", "\u2028", "\ufeff", "\udc80", "\x85"])
def test_a_character_that_a_browser_would_obey_is_a_sign(character):
    page = page_of(
        result(SOLVED, own=[code(f"a{character}b = 1", STREAM | {"text": f"c{character}d"}), text(f"e{character}f")])
    )
    assert character not in page.text
    assert (
        "a\ufffdb = 1" in page.text
        and "cd" in page.text.replace("\ufffd", "")
        and "ef" in page.text.replace("\ufffd", "")
    )


def test_marks_that_turn_text_around_are_seen():
    trick = 'access = "user\u202e \u2066# only admins\u2069 \u2066"'
    page = page_of(result(SOLVED, own=[code(trick), text(trick)], notes=[trick]))
    assert page.text.count("user[U+202E]") == 3 and not set(page.text) & set("\u202e\u2066\u2069")


def test_colours_and_progress_bars_of_a_terminal_become_plain_text():
    said = "\x1b[31mred\x1b[0m \x1b]8;;http://evil.example\x07link\x1b]8;;\x07\n10%\r50%\r100%\nend\r\n"
    page = page_of(result(SOLVED, own=[code("x", STREAM | {"text": said})]))
    assert "red link\n100%\nend" in page.text
    assert "50%" not in page.text and "evil" not in page.text and "[31m" not in page.text


def test_large_outputs_are_cut_with_a_word_on_it():
    huge = "x" * 10_000_000
    outputs = [STREAM | {"text": huge}, {"output_type": "error", "ename": "E", "evalue": "", "traceback": [huge]}]
    many = [STREAM | {"text": f"line {n}\n"} for n in range(5_000)]
    own = [
        code("a", *outputs),
        code("b", *many),
        code(f"'{huge}'"),
        text(huge),
        text("$" * 100_000),
        text("[" * 100_000),
    ]
    raw = submission_page("ada", result(SOLVED, own=own), Source(SOLVED.nb.cells), SOLVED.exercises, Marks())
    assert len(raw) < 700_000
    assert Page(raw).text.count("9,980,000 more characters are left out here.") == 2
    assert "More outputs are left out here." in raw and "line 4999" not in raw


def test_of_very_many_text_cells_the_last_are_left_out_with_a_word_on_it():
    page = page_of(result(SOLVED, own=[text(f"page {n} " + "word " * 5_000) for n in range(20)]))
    assert "page 4 word" in page.text and "page 9 word" not in page.text
    assert page.text.count("more characters are left out here.") == 15


def test_a_notebook_of_very_many_cells_is_cut_with_a_word_on_it():
    page = page_of(result(SOLVED, own=[code(f"cell_{n} = {n}") for n in range(2_000)]))
    assert "more cells are left out here" in page.text and "cell_1999" not in page.text


def test_pictures_are_shown_as_long_as_they_are_pictures_and_there_is_room():
    def drawing(data: str) -> dict:
        return {"output_type": "display_data", "data": {"image/png": data, "text/plain": "<Figure size 640x480>"}}

    large = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(3_000_000)).decode()
    page = page_of(result(SOLVED, own=[code("x", drawing(PNG), drawing("PHN2Zz4="), *[drawing(large)] * 3)]))
    shown = [found for name, found in page.elements if name == "img"]
    assert len(shown) == 2 and all(found["alt"].startswith("Picture that this cell drew") for found in shown)
    assert "it is broken" in page.text and page.text.count("too large, or the page is full") == 2


def test_folders_of_the_machine_are_not_told():
    trace = (
        '  File "/opt/course/.venv/lib/python3.11/site-packages/numpy/lib/stride.py", line 3\n'
        "  File /tmp/tmpx7/scratch/notebook.py:12\nC:\\Users\\Ada B\\x.py /home/teacher/course/submitted/bao/a.ipynb"
        " 1/2/3 https://numpy.org/doc/stable a / b"
    )
    lost = {0: {"status": "error", "message": f"the function raised OSError: {trace}"}}
    own = [code("x", {"output_type": "error", "ename": "E", "evalue": "", "traceback": trace.splitlines()})]
    page = page_of(result(SOLVED, lost, own, notes=[trace]))
    for folder in ("/opt", "/tmp", "tmpx7", ".venv", "/home", "teacher", "bao"):
        assert folder not in page.text
    assert page.text.count('"numpy/lib/stride.py", line 3') == 3 and page.text.count("…/notebook.py:12") == 3
    assert "1/2/3 https://numpy.org/doc/stable a / b" in page.text


# As a page


def test_headings_are_in_order_and_the_parts_have_names():
    lost = {3: {"status": "failed", "message": "m", "explanation": explanation()}}
    page = page_of(result(SOLVED, lost, own=[text("###### deep\n\n# high")]))
    levels = page.headings
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    names = [name for name, _ in page.elements]
    assert names.count("main") == names.count("header") == names.count("title") == 1
    assert page.elements[names.index("html")][1]["lang"] == "en"
    first = next(found for name, found in page.elements if name == "a")
    assert first["href"] == "#content" and page.having(id="content")[0][0] == "main"
    for name, found in page.elements:
        assert name != "th" or "scope" in found
        assert name != "svg" or found.get("aria-label") or found.get("aria-hidden") == "true"
        assert name != "pre" or found.get("tabindex") == "0"


def test_a_browser_is_told_to_load_and_run_nothing():
    raw = submission_page("ada", result(SOLVED), Source(SOLVED.nb.cells), SOLVED.exercises, Marks())
    policy = Page(raw).having(http_equiv="Content-Security-Policy")[0][1]["content"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-") and "unsafe" not in policy
    assert "url(" not in raw and "@import" not in raw and "http:" not in raw.replace("http://www.w3.org", "")


def colours(media: str | None) -> dict[str, str]:
    style = shell._style()
    light = style.partition(":root {")[2].partition("}")[0]
    found = dict(re.findall(r"--([\w-]+): (#\w{6})", light))
    if media:
        found |= dict(re.findall(r"--([\w-]+): (#\w{6})", style.partition(media)[2].partition("}")[0]))
    return found


def contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("media", [None, "(prefers-color-scheme: dark)", "@media print"])
def test_every_text_can_be_told_from_what_is_behind_it(media):
    found = colours(media)
    pairs = [(ink, paper) for ink in ("ink", "soft", "link", "right", "wrong", "remark") for paper in ("paper", "card")]
    pairs += [(word, "card") for word in ("keyword", "string", "comment", "numeral", "name")]
    pairs += [(ink, f"{ink}-card") for ink in ("wrong", "right", "remark")] + [("ink", "remark-card")]
    pairs += [("h-ink", step) for step in ("z", "x", *[f"{sign}{n}" for sign in "pn" for n in range(1, 6)])]
    assert {
        pair: contrast(*(found[name] for name in pair)) for pair in pairs if contrast(*(found[n] for n in pair)) < 4.5
    } == {}
    # Outlines and bars are told from their neighbours, which needs 3.
    shapes = [("mark", "z"), ("box", "z"), ("mark", "paper"), ("fill", "track")]
    assert {pair for pair in shapes if contrast(*(found[name] for name in pair)) < 3} == set()


# As a command


@pytest.fixture
def graded(course):
    """Two students in the gradebook and in autograded/."""
    from autograder.course import nbgrader_log

    for student in ("ada", "bao"):
        keep(course, student, result(SOLVED, {3: {"status": "failed", "message": f"said to {student}"}}))
    with nbgrader_log():
        gradebook = course.nbgrader().gradebook
        with gradebook:
            for student in ("ada", "bao"):
                gradebook.add_student(student)
                submission = gradebook.add_submission(ONE, student)
                for grade in submission.notebooks[0].grades:
                    grade.auto_score = 0 if grade.name == SOLVED.tests[3].id else grade.max_score
            gradebook.db.commit()
    return course


def pages(course) -> list[str]:
    work = grading.submissions(course, [ONE])
    return [path.relative_to(course.feedback).as_posix() for path in grading.feedback(course, work, jobs=1)]


def test_a_page_stands_where_nbgrader_looks_and_names_nobody_else(graded):
    assert pages(graded) == [f"{student}/{ONE}/{ONE}.html" for student in ("ada", "bao")]
    page = Page((graded.feedback / "ada" / ONE / f"{ONE}.html").read_text())
    assert f"{100 - SOLVED.tests[3].points:g} of 100 points" in page.text and "said to ada" in page.text
    assert "bao" not in page.text and str(graded.root) not in page.text
    assert [path.name for path in (graded.feedback / "ada" / ONE).iterdir()] == [f"{ONE}.html"]


def test_the_same_result_gives_the_same_page(graded):
    pages(graded)
    before = (graded.feedback / "ada" / ONE / f"{ONE}.html").read_bytes()
    pages(graded)
    assert (graded.feedback / "ada" / ONE / f"{ONE}.html").read_bytes() == before


def test_what_was_not_graded_or_is_not_in_the_gradebook_has_no_page(graded):
    (graded.autograded / "ada" / ONE / f"{ONE}.ipynb").write_text('{"cells": [')
    keep(graded, "chidi", result(SOLVED))
    assert pages(graded) == [f"bao/{ONE}/{ONE}.html"]


def test_a_page_that_cannot_be_written_leaves_the_old_one(graded, monkeypatch):
    target = graded.feedback / "x.html"
    shell.replace_file(target, "old")

    def full(*_):
        raise OSError("No space left on device")

    with monkeypatch.context() as disk, pytest.raises(OSError):
        disk.setattr(os, "replace", full)
        shell.replace_file(target, "new")
    assert target.read_text() == "old" and [path.name for path in graded.feedback.iterdir()] == ["x.html"]


def test_nbgrader_releases_our_page_to_the_student(graded, tmp_path):
    handed_in = graded.submitted / "ada" / ONE
    (handed_in / "timestamp.txt").write_text("2030-01-02 11:00:00 UTC")
    (handed_in / "submission_secret.txt").write_text("secret")
    (graded.submitted / "bao" / ONE / "timestamp.txt").symlink_to("/etc/passwd")
    pages(graded)
    assert not (graded.feedback / "bao" / ONE / "timestamp.txt").exists()
    exchange = tmp_path / "exchange"
    exchange.mkdir()
    exchange.chmod(0o777)
    command = [sys.executable, "-m", "nbgrader", "release_feedback", ONE, "--student=ada", "--course=cnn"]
    run = subprocess.run(
        [*command, f"--Exchange.root={exchange}"], cwd=graded.root, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    from nbgrader.utils import notebook_hash

    released = exchange / "cnn" / "feedback" / f"{notebook_hash(secret='secret', notebook_id=ONE)}.html"
    assert released.read_bytes() == (graded.feedback / "ada" / ONE / f"{ONE}.html").read_bytes()
    shutil.rmtree(exchange)
