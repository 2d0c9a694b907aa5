"""A test passes where it would in a notebook: what stands behind it costs it nothing."""

import pytest
from classroom import handed_in, right
from judges import judge_of

from autograder.judging.standing import _changed

ONE = "01_convolution"
PADDED = "((0, 0), (pad, pad), (pad, pad), (0, 0))"


def graded(answers=None, last: str = ""):
    with judge_of(ONE) as judge:
        return judge.grade(handed_in(ONE, answers, after=[last] if last else []))


def test_a_helper_of_the_same_name_in_a_later_answer_costs_nothing():
    answers = {
        "zero_pad": f"def _helper(X, pad):\n    return np.pad(X, {PADDED})\n\n"
        "def zero_pad(X, pad):\n    return _helper(X, pad)\n",
        "conv_single_step": "def _helper(a, b):\n    return a * b\n\n"
        "def conv_single_step(a_slice_prev, W, b):\n    return np.sum(_helper(a_slice_prev, W)) + np.squeeze(b)\n",
    }
    judged = graded(answers)
    assert judged.points == 100
    assert "changes what _helper stands for; zero_pad was tested" in " ".join(judged.notes)


@pytest.mark.parametrize(
    "last",
    [
        "for np in [1, 2]: pass",
        "with open('x', 'w') as np: pass",
        "(np := 3)",
        "match 3:\n    case np: pass",
        "def f():\n    global np\n    np = 3\nf()",
        "for sum, max, range, int, len in [(1, 1, 1, 1, 1)]: pass",
        "for zero_pad in (1, 2): pass",
        "np.pad = np.sum = np.zeros = None",
        "import builtins\nbuiltins.range = None",
        "exec('np = None')",
        "from unittest import mock\nmock.patch('numpy.pad').start()",
        "%reset -f",
    ],
)
def test_what_a_last_cell_takes_costs_nothing(last):
    assert graded(last=last).points == 100


@pytest.mark.parametrize(
    ("answer", "last"),
    [
        ("SIDES = [0]\ndef zero_pad(X, pad):\n    side = SIDES[0]\n    {}", "SIDES.append(1); SIDES[:1] = [3]"),
        ("SIDES = [0]\ndef zero_pad(X, pad):\n    side, = SIDES\n    {}", "SIDES.append(1)"),
        (
            "SIDE = 0\ndef use(n):\n    global SIDE\n    SIDE = n\n\ndef zero_pad(X, pad):\n    side = SIDE\n    {}",
            "use(2)",
        ),
        ("count = 0\ndef zero_pad(X, pad):\n    global count\n    count += 1\n    side = 0\n    {}", "count = 'many'"),
        ("_side = 0\ndef zero_pad(X, pad):\n    side = globals()['_side']\n    {}", "_side = None"),
        (
            "def corner(X): return 0\nzero_pad = lambda X, pad: np.pad(X, " + PADDED + ") + corner(X)",
            "def corner(): pass",
        ),
    ],
)
def test_what_cells_behind_do_to_it_without_a_new_name_costs_nothing(answer, last):
    """A list that grows, a function of their own that is called, a counter, an answer without def."""
    source = answer.replace("{}", f"return np.pad(X, {PADDED}) + side")
    assert graded({"zero_pad": source}, last=last).points == 100


def test_what_was_wrong_before_stays_wrong():
    judged = graded({"zero_pad": "def zero_pad(X, pad):\n    return X\n"}, last="for np in [1, 2]: pass")
    lost = [test for test in judged.tests if test.points < test.max_points]
    assert lost and all(test.id.startswith("zero_pad") for test in lost)
    assert "zero_pad" in right("zero_pad") and judged.points == 100 - sum(test.max_points for test in lost)


def test_a_later_definition_still_counts():
    wrong = "def zero_pad(X, pad):\n    return X\n"
    assert graded({"zero_pad": wrong}, last=right("zero_pad")).points == 100
    assert graded(last=wrong).points < 100


@pytest.mark.parametrize(
    ("source", "changed"),
    [
        ("a, (b, *c) = x; d += 1; del e", {"a", "b", "c", "d", "e"}),
        ("import f.g, h as i", {"f", "i"}),
        ("try: pass\nexcept E as j: pass", {"j"}),
        ("k.l = 1; m[n] = 2", {"*", "k", "m"}),
        ("[o for o in p if (q := o)]", {"q"}),
        ("def r(s):\n    t = s\n    return lambda u: u", {"r"}),
        ("class v: pass", {"v"}),
        ("match x:\n    case [w, *y]: pass\n    case {'z': 1, **a}: pass", {"w", "y", "a"}),
        ("x += 1", {"x"}),
        ("f.append(1)", {"*"}),
        ("@f()\ndef g(h=1): return i()", {"*", "g"}),
        ("def g(h=i()): pass", {"*", "g"}),
        ("def g():\n    global h\n    h = 1", {"g", "h"}),
        ("not Python (", {"*"}),
        ("!ls", {"*"}),
        ("\n" * 50_000 + "x = 1", {"x"}),
    ],
)
def test_what_a_cell_changes_is_read_from_it(source, changed):
    assert _changed(source) == changed


@pytest.mark.parametrize(
    "first",
    [
        "import a_package_that_the_grader_lacks\nSIDE = 0",
        "import a_package_that_the_grader_lacks\nfrom operator import neg\nzero = 0\nSIDE: int = neg(zero)",
        "open('data.csv')\nSIDE, OTHER = 0, 1",
    ],
)
def test_what_is_given_behind_a_package_that_the_grader_lacks_is_there(first):
    source = f"{first}\n\ndef zero_pad(X, pad):\n    return np.pad(X, {PADDED}) + SIDE\n"
    assert graded({"zero_pad": source}).points == 100


def test_behind_what_fails_nothing_takes_another_value():
    source = "SIDE = 1\nunknown\nSIDE = 0\nsum = None\n\ndef zero_pad(X, pad):\n"
    judged = graded({"zero_pad": f"{source}    return np.pad(X, {PADDED}) + SIDE * sum([1])\n"})
    assert judged.points < 100 and all("None" not in test.message for test in judged.tests)
