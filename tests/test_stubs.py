"""A stub is the solved cell minus its answers."""

import textwrap

import pytest

from autograder.stubs import StubError, derive_stub


def stub(body: str) -> str:
    """The stub of the lines between the delimiters, dedented."""
    lines = ["### START CODE HERE ###", *textwrap.dedent(body).strip("\n").split("\n"), "### END CODE HERE ###"]
    made = derive_stub("\n".join(lines)).split("\n")
    assert (made[0], made[-1]) == (lines[0], lines[-1])
    return "\n".join(made[1:-1])


@pytest.mark.parametrize(
    ("solved", "expected"),
    [
        ("Z = np.zeros((m, n_H))", "Z = None"),
        ("(m, n_H) = A.shape", "(m, n_H) = None"),
        ("a = b = 3", "a = b = None"),
        ("Z[i, h == 1] = f(x == 2)", "Z[i, h == 1] = None"),
        ("dW[:, :, c] += a * dZ[i]", "dW[:, :, c] += None"),
        ("x = (a +\n     b)", "x = None"),
        ("for i in range(m):\n    x = i", "for i in range(None):\n    x = None"),
        ("for i in range(0, m, 2):\n    pass", "for i in range(None):\n    pass"),
        ('if mode == "max":\n    x = 1\nelse:\n    x = 2', 'if mode == "max":\n    x = None\nelse:\n    x = None'),
        ("# a step (≈ 1 line)\nx = 1", "# a step (≈ 1 line)\nx = None"),
        ("x = 1\nassert x == 1", "x = None\nassert x == 1"),
        ("y = 2  #: given\nx = 1", "y = 2\nx = None"),
        ("for i in range(m):  #: given\n    x = i", "for i in range(m):\n    x = None"),
        ('x = "# no comment"', "x = None"),
    ],
)
def test_answers_become_none_and_the_rest_stays(solved, expected):
    assert stub(solved) == expected


def test_a_comment_behind_an_answer_keeps_its_column():
    assert stub("a = compute(x)      # what it is") == "a = None            # what it is"
    assert stub("é = compute('ü')    # what it is") == "é = None            # what it is"


def test_a_comment_that_has_no_room_moves_by_as_little_as_needed():
    assert stub("for i in range(m):  # each\n    x = 1").split("\n")[0] == "for i in range(None):  # each"


def test_lines_outside_the_delimiters_are_untouched():
    source = "a = 1\n### START CODE HERE ###\nb = 2\n### END CODE HERE ###\nc = 3  # kept"
    assert derive_stub(source) == source.replace("b = 2", "b = None")


def test_a_cell_without_delimiters_is_returned_as_it_is():
    assert derive_stub("a = 1") == "a = 1"


def test_two_regions_in_one_cell():
    begin, end = "### START CODE HERE ###", "### END CODE HERE ###"
    source = "\n".join([begin, "a = 1", end, "b = 2", begin, "c = 3", end])
    assert derive_stub(source) == source.replace("a = 1", "a = None").replace("c = 3", "c = None")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("### START CODE HERE ###\na = 1", "line 1: START CODE HERE without END CODE HERE"),
        ("a = 1\n### END CODE HERE ###", "line 2: END CODE HERE without START CODE HERE"),
        (
            "### START CODE HERE ###\n### START CODE HERE ###\n### END CODE HERE ###",
            "line 2: START CODE HERE stands inside",
        ),
        ("### START CODE HERE ###\nx = 1  #: given\n### END CODE HERE ###", "nothing is left to do"),
        ("### START CODE HERE ###\nprint(x)\n### END CODE HERE ###", "line 2, “print\\(x\\)”, cannot become None"),
        ("### START CODE HERE ###\nx = = 1\n### END CODE HERE ###", "line 2 of the solved cell is not Python"),
    ],
)
def test_a_cell_from_which_no_stub_can_be_made_is_named(source, message):
    with pytest.raises(StubError, match=message):
        derive_stub(source)
