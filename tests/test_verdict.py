"""What a verdict says, and what comes back of it from a file."""

import json
import os
import signal
import time
from pathlib import Path

import numpy as np
import pytest
from classroom import handed_in, right, solved
from judges import judge_of

from autograder import catalogue, record
from autograder.judging import hearing, helping, judge
from autograder.judging import judge as judging
from autograder.judging.session import KILLED
from autograder.judging.verdict import Judged, Verdict
from autograder.naming.explanation import Compared, Counterexample, Explanation, Named
from autograder.naming.general import in_general
from autograder.sandbox import CallResult, SandboxError, Student, Worker

ONE = "04_pooling_backward"
EXPLAINED = Explanation(
    "pool_backward",
    (Named("pool_backward", "forgets_the_stride", "Each window …", "Average pooling"),),
    example=Counterexample(
        "print(pool_backward(dA, cache))",
        "[1.]",
        "[2.]",
        (Compared("dA_prev", [1.0], [2.0], (0,), ("dA", (0,), (1,))),),
        (("dA", [1.0]),),
    ),
)
TESTS = (
    Verdict("a", "pool_backward: stride", 0, 5, "failed", "Wrong.", 0.25, EXPLAINED),
    Verdict("b", "pool_backward: shape", 5, 5, "passed", "Right, once distribute_value is."),
)


def test_a_verdict_as_data_names_the_mistake_and_says_how_long_it_took():
    one, other = (test.as_dict() for test in TESTS)
    assert (one["mistake"], one["seconds"], one["explanation"]) == ("forgets_the_stride", 0.25, EXPLAINED.as_dict())
    assert (other["mistake"], other["explanation"]) == (None, None)


def test_what_is_kept_is_what_comes_back(tmp_path):
    judged = Judged(ONE, TESTS, notes=("A note.",))
    target = tmp_path / "autograded" / f"{ONE}.ipynb"
    record.keep(record.executed(solved(ONE), judged, "key"), target)
    assert record.kept(target, "key") == judged
    assert record.kept(target, "another") is None


def test_what_was_kept_by_an_older_program_counts_as_not_graded(tmp_path):
    target = tmp_path / "x.ipynb"
    record.keep(record.executed(solved(ONE), Judged(ONE, TESTS), "key"), target)
    nb = json.loads(target.read_text())
    del nb["metadata"][record.KEY]["tests"][0]["explanation"]
    target.write_text(json.dumps(nb))
    assert record.kept(target, "key") is None


def test_whom_a_test_passes_for_is_told_once_others_are_right():
    wrong = {"distribute_value": "def distribute_value(dz, shape):\n    return np.full(shape, dz)"}
    with judge_of(ONE) as judge:
        judged = judge.grade(handed_in(ONE, wrong))
    helped = [test for test in judged.tests if test.status == "passed" and test.message]
    assert helped and {test.message for test in helped} == {"Right, once distribute_value is."}
    assert all(test.name.startswith("pool_backward: ") for test in helped)
    assert all(test.seconds > 0 for test in judged.tests)


def test_two_wrong_functions_are_both_named():
    wrong = {
        "distribute_value": "def distribute_value(dz, shape):\n    return np.full(shape, dz)",
        "create_mask_from_window": "def create_mask_from_window(x):\n    return x == np.min(x)",
    }
    with judge_of(ONE) as judge:
        judged = judge.grade(handed_in(ONE, wrong))
    told = {test.message for test in judged.tests if test.status == "passed" and test.message}
    assert told == {"Right, once create_mask_from_window and distribute_value are."}


def test_a_variable_of_the_students_own_may_be_none():
    source = right("pool_forward").replace(
        "A[i, h, w, c] = np.max(a_prev_slice)", "A[i, h, w, c] = np.min(a_prev_slice)"
    )
    own = source.replace("cache = (A_prev, hparameters)", "cache = (A_prev, hparameters)\n    last = None")
    stub = source.replace("A[i, h, w, c] = np.mean(a_prev_slice)", "A[i, h, w, c] =  None  # mine")
    assert own != source != stub
    with judge_of("02_pooling") as judge:
        (one, other) = (judge.grade(handed_in("02_pooling", {"pool_forward": text})) for text in (own, stub))
    assert {test.mistake for test in one.tests if not test.passed} == {"takes_the_minimum"}
    unfinished = [test for test in other.tests if "is not finished: line" in test.message]
    assert unfinished and all(test.status == "error" for test in unfinished)


def test_what_a_students_function_says_cannot_steer_a_terminal():
    answer = (
        'def pool_forward(A_prev, hparameters, mode="max"):\n    raise ValueError("\\x1b[2J\\x07 all \\u202e gone")'
    )
    with judge_of("02_pooling") as judge:
        judged = judge.grade(handed_in("02_pooling", {"pool_forward": answer}))
    assert judged.points == 0 and all("ValueError" in test.message for test in judged.tests)
    explanation = judged.tests[0].explanation
    said = [explanation.mistakes[0].message, explanation.example.got, *(test.message for test in judged.tests)]
    assert all("all" in text for text in said)
    assert [text for text in said if any(not (sign.isprintable() or sign == "\n") for sign in text)] == []


@pytest.mark.parametrize("number", ["1j", "np.nan", "-np.inf", "np.longdouble(1)"])
def test_a_result_of_any_kind_of_number_is_kept_as_json(tmp_path, number):
    right = handed_in("02_pooling")
    ending = f"""
_pool = pool_forward
def pool_forward(*args):
    A, cache = _pool(*args)
    return A * 3 + {number}, cache"""
    wrong = json.loads(right)
    for cell in wrong["cells"]:
        if "def pool_forward" in "".join(cell["source"]):
            cell["source"] = "".join(cell["source"]) + ending
    with judge_of("02_pooling") as judge:
        judged = judge.grade(json.dumps(wrong).encode())
    assert any(test.explanation for test in judged.tests)
    target = tmp_path / "x.ipynb"
    record.keep(record.executed(solved("02_pooling"), judged, "key"), target)
    json.loads(target.read_text(), parse_constant=pytest.fail)
    # nan is not equal to itself.
    assert repr(record.kept(target, "key").tests) == repr(judged.tests)


def test_no_explanation_holds_the_solution_of_another_exercise():
    tells = """def conv_forward(A_prev, W, b, hparameters):
    import linecache
    raise ValueError("told " + "".join(linecache.getlines(zero_pad.__code__.co_filename))[-400:])"""
    answers = {"zero_pad": "def zero_pad(X, pad):\n    return X  # their own", "conv_forward": tells}
    with judge_of("01_convolution") as judge:
        judged = judge.grade(handed_in("01_convolution", answers))
    # It is asked for both, since its own process has none but its own.
    told = json.dumps(judged.as_dict())
    assert "their own" in told and "np.pad" not in told


@pytest.mark.skipif(np.lib.NumpyVersion(np.__version__) < "2.4.0", reason="an error since NumPy 2.4")
def test_where_helpers_have_their_points_it_is_told_what_came_of_them_together():
    answer = "def conv_single_step(a_slice_prev, W, b):\n    return np.sum(a_slice_prev * W) + b\n"
    whole = right("conv_forward").replace("Z[i, h, w, c] = ", "Z[i, h, w, c] = 1 * ")
    with judge_of("01_convolution") as judge:
        judged = judge.grade(handed_in("01_convolution", {"conv_single_step": answer, "conv_forward": whole}))
    assert judged.points == 100
    told = {test.message for test in judged.tests if test.name.startswith("conv_forward: ") and test.message}
    assert told and all(
        said.startswith("Right, with right versions of the functions that it calls. With yours, which have all their")
        and "zero_pad" not in said
        and "setting an array element with a sequence" in said
        for said in told
    )


def test_what_the_students_other_functions_do_wrong_is_not_taken_for_a_mistake_of_its_own():
    wrong = {
        "zero_pad": "def zero_pad(X, pad):\n    return X",
        "conv_forward": right("conv_forward").replace("h * stride", "h").replace("w * stride", "w"),
    }
    with judge_of("01_convolution") as judge:
        alone = judge.grade(handed_in("01_convolution", {"conv_forward": wrong["conv_forward"]}))
        both = judge.grade(handed_in("01_convolution", wrong))
    named, again = (
        {test.mistake for test in judged.tests if test.name.startswith("conv_forward: ") and test.explanation}
        for judged in (alone, both)
    )
    assert named == again and None not in named


def test_calling_an_exercise_that_does_the_same_is_no_answer_once_that_is_right():
    lazy = {
        "conv_forward_im2col": "def conv_forward_im2col(A_prev, W, b, hparameters):\n    return 0, None",
        "conv_forward_offsets": "def conv_forward_offsets(*args):\n    return conv_forward_im2col(*args)",
    }
    with judge_of("06_fast_convolution") as judge:
        judged = judge.grade(handed_in("06_fast_convolution", lazy))
    assert [test.name for test in judged.tests if test.name.startswith("conv_forward") and test.points] == []
    assert judged.points > 0


def test_in_a_kernel_it_is_no_answer_either():
    space: dict = {}
    exec("def im2col(): ...\ndef conv_forward_im2col(): ...\ndef conv_forward_offsets(): ...", space)
    with helping.right_helpers(space["conv_forward_im2col"]) as names:
        assert names == ["im2col"]
    with helping.right_helpers(space["conv_forward_offsets"]) as names:
        assert names == []


def test_where_the_warm_process_ends_nobody_gets_a_verdict(monkeypatch):
    call = Student.call

    def and_dies(self, *args, **kwargs):
        self._worker._nursery._process.kill()
        self._worker._nursery._process.wait()
        return call(self, *args, **kwargs)

    monkeypatch.setattr(Student, "call", and_dies)
    with judge_of(ONE) as judge, pytest.raises(SandboxError):
        judge.grade(handed_in(ONE))


HEAD = 'def pool_forward(A_prev, hparameters, mode="max"):\n'


@pytest.mark.parametrize(
    "answer, why",
    [
        (
            f"{HEAD}    return np.zeros((1,)\n",
            "(line 2 is not Python: '(' was never closed, in “return np.zeros((1,)”)",
        ),
        ("pool_forward = unknown\n", "(NameError: name 'unknown' is not defined)"),
    ],
)
def test_where_there_is_no_function_it_is_said_what_stopped_its_cell(answer, why):
    with judge_of("02_pooling") as judge:
        judged = judge.grade(handed_in("02_pooling", {"pool_forward": answer}))
    assert judged.points == 0 and all(why in test.message for test in judged.tests)


def test_a_function_behind_a_statement_that_fails_is_graded():
    """No drive of Google's, nobody to ask, no file of one's own: none of it is wrong in the function."""
    front = "from google.colab import drive\ndrive.mount('/content/drive')\nname = input()\n"
    with judge_of("02_pooling") as judge:
        judged = judge.grade(handed_in("02_pooling", {"pool_forward": front + right("pool_forward")}))
        assert judged.points == 100 and "google" in json.dumps(judged.shown["pool_forward"])
        # What failed has no value, and nothing is put in its place.
        behind = "broken = unknown\n" + right("pool_forward").replace("np.zeros", "broken and np.zeros")
        assert judge.grade(handed_in("02_pooling", {"pool_forward": behind})).points < 100


def test_an_array_with_one_entry_counts_as_a_number_with_a_word_on_what_will_come_of_it():
    source = "def conv_single_step(a_slice_prev, W, b):\n    return np.sum(a_slice_prev * W) + b\n"
    with judge_of("01_convolution") as judge:
        judged = judge.grade(handed_in("01_convolution", {"conv_single_step": source}))
    said = [test.message for test in judged.tests if test.id.startswith("conv_single_step")]
    assert judged.points == 100 and any(".item() takes the single entry" in message for message in said)


def test_what_stands_in_a_file_that_a_cell_wrote_can_be_imported():
    with judge_of("02_pooling") as judge:
        source = "import numpy as np\n" + right("pool_forward")
        answer = f"open('mine.py', 'w').write({source!r})\nfrom mine import pool_forward"
        assert judge.grade(handed_in("02_pooling", {"pool_forward": answer})).points == 100


@pytest.mark.parametrize("asks", ["!pip install numpy", "%pip install numpy", "files = !ls", "!ls"])
def test_a_command_in_front_of_a_function_costs_nothing(asks):
    with judge_of("02_pooling") as judge:
        judged = judge.grade(handed_in("02_pooling", {"pool_forward": f"{asks}\n{right('pool_forward')}"}))
        assert judged.points == 100
        assert "cannot start another program while it is graded" in json.dumps(judged.shown["pool_forward"])


@pytest.mark.parametrize(
    "source, why",
    [
        (f"%matplotlib inline\n{HEAD}    return np.zeros((1,)\n", "line 3 is not Python: '(' was never closed"),
        ("%%time\npool_forward = unknown\n", "NameError: name 'unknown' is not defined"),
        (f"%%unknown\n{HEAD}    return 1\n", "UsageError: Cell magic `%%unknown` not found."),
    ],
)
def test_a_magic_does_not_hide_what_stopped_a_cell(source, why):
    with judge_of("02_pooling") as judge:
        judged = judge.grade(handed_in("02_pooling", {"pool_forward": source}))
    assert all(why in test.message for test in judged.tests), judged.tests[0].message


def test_keys_that_have_no_order_are_a_wrong_result_like_any_other():
    answer = "def network_backward(*args, **kwargs):\n    return {1: 2, (1, 2): 3}"
    with judge_of("05_convnet") as judge:
        judged = judge.grade(handed_in("05_convnet", {"network_backward": answer}))
    explanations = [test.explanation for test in judged.tests if test.name.startswith("network_backward")]
    assert 0 < judged.points < 100 and explanations and all(explanations)


def test_what_cannot_be_explained_costs_its_explanation_alone(monkeypatch):
    def stumbles(exercise, call):
        raise KeyError(exercise)

    monkeypatch.setattr("autograder.judging.hearing.explain", stumbles)
    answer = "def pool_forward(A_prev, hparameters, mode='max'):\n    return 1, 2"
    with judge_of("02_pooling") as judge:
        judged = judge.grade(handed_in("02_pooling", {"pool_forward": answer}))
    lost = [test for test in judged.tests if not test.passed]
    assert lost and all(test.message and test.explanation is None for test in lost)


def test_what_comes_of_an_unfinished_function_is_not_taken_for_the_reason():
    unpadded = "def zero_pad(X, pad):\n    X_pad = None\n    return X_pad"
    mistake = next(one for one in catalogue.mistakes("conv_forward") if one.name == "ignores_stride")
    with judge_of("01_convolution") as judge:
        judged = judge.grade(handed_in("01_convolution", {"zero_pad": unpadded, "conv_forward": mistake.source}))
    lost = [test for test in judged.tests if test.name.startswith("conv_forward") and not test.passed]
    assert lost and all(test.message.startswith("zero_pad is not finished, so this was tested again") for test in lost)
    assert {test.mistake for test in lost} == {"ignores_stride"}


def test_who_has_seen_right_helpers_is_never_beside_who_is_heard_by_the_student(monkeypatch):
    """One process could tell the other what it has seen, whatever keeps processes from talking."""
    alive, most = set(), []
    start, close = Worker.student, Student.close

    def started(self, limits=None):
        student = start(self, limits)
        alive.add(student)
        most.append(len({one for one in alive if one.alive}))
        return student

    def closed(self):
        close(self)
        alive.discard(self)

    monkeypatch.setattr(Worker, "student", started)
    monkeypatch.setattr(Student, "close", closed)
    wrong = {name: catalogue.mistakes(name)[0].source for name in solved("05_convnet").exercises}
    with judge_of("05_convnet") as judge:
        judge.grade(handed_in("05_convnet", wrong))
    assert len(most) > 3 and set(most) == {1}


def test_no_process_is_heard_by_the_student_once_one_has_seen_right_helpers(monkeypatch):
    """It could tell the next one by the time at which it ends. What stands in front of other cells is heard before."""
    begun = []
    for module, kind in ((judging, "own"), (hearing, "helped")):
        plain = module.Session.__enter__

        class Told(module.Session):
            def __enter__(self, plain=plain, kind=kind):
                begun.append(kind)
                return plain(self)

        monkeypatch.setattr(module, "Session", Told)
    wrong = {name: catalogue.mistakes(name)[0].source for name in solved("05_convnet").exercises}
    # Of some it changes the result, so that the second hearing goes on to right helpers, too.
    last = "without = np.zeros\nnp.zeros = lambda *args, **kwargs: without(*args, **kwargs) + 1"
    with judge_of("05_convnet") as judge:
        judge.grade(handed_in("05_convnet", wrong, after=[last]))
    assert begun.count("own") > 5 and begun.count("helped") > 3
    assert sorted(begun, key=["own", "helped"].index) == begun


def test_a_result_that_keeps_the_judge_busy_costs_its_test(monkeypatch):
    monkeypatch.setattr(hearing, "LONGEST_TEST", 0.3)
    real = hearing._compiled
    busy = compile("pool_forward\nwhile True: pass", "busy", "exec")
    monkeypatch.setattr(hearing, "_compiled", lambda source, name: busy if name == "shape" else real(source, name))
    with judge_of("02_pooling") as judge:
        judged = judge.grade(handed_in("02_pooling"))
    (lost,) = (test for test in judged.tests if test.points < test.max_points)
    assert (lost.id, lost.status) == ("shape", "error") and "takes too long" in lost.message


def test_where_a_function_raised_is_told_in_the_students_own_line():
    source = """# of mine
def size(hparameters):
    return hparameters["f"] + hparameters["step"]


def pool_forward(A_prev, hparameters, mode="max"):
    n = size(hparameters)
    return n
"""
    with judge_of("02_pooling") as judge:
        judged = judge.grade(handed_in("02_pooling", {"pool_forward": source}))
    lost = judged.tests[0]
    where = (
        'line 3, in size, “return hparameters["f"] + hparameters["step"]”,'
        " called in line 7 of pool_forward’s cell, “n = size(hparameters)”"
    )
    assert lost.status == "error" and lost.message.endswith(f"KeyError: 'step'\nIt was raised in {where}.")
    assert lost.mistake == "asks_for_a_key_that_is_not_there"
    assert lost.explanation.mistakes[0].message.endswith(
        f"It is 'step'; hparameters holds 'f' and 'stride'. It happens in {where}."
    )


def test_what_an_exception_says_beside_right_helpers_is_not_told():
    """It could hold their source, as the name of something that is not defined."""
    source = """
def pool_backward(dA, cache, mode="max"):
    if create_mask_from_window(np.eye(2)) is None:
        raise ZeroDivisionError
    raise NameError("name 'stolen' is not defined")
"""
    answers = {"create_mask_from_window": "def create_mask_from_window(x):\n    pass\n", "pool_backward": source}
    with judge_of(ONE) as judge:
        judged = judge.grade(handed_in(ONE, answers))
    lost = next(test for test in judged.tests if test.name.startswith("pool_backward"))
    assert lost.mistake == "uses_an_undefined_name"
    assert lost.explanation.mistakes[0].message == "Your code uses a name that nothing has given a value to."
    assert "stolen" not in json.dumps(judged.as_dict()).replace(json.dumps(source)[1:-1], "")


KEYS = """
def pool_backward(dA, cache, mode="max"):
    if create_mask_from_window(np.eye(2)) is None:
        raise ZeroDivisionError
    import random
    return {"stolen \x1b[31m": random.random()}
"""


def test_what_the_results_are_called_beside_right_helpers_is_not_told():
    answers = {"create_mask_from_window": "def create_mask_from_window(x):\n    pass\n", "pool_backward": KEYS}
    with judge_of(ONE) as judge:
        judged = judge.grade(handed_in(ONE, answers))
    lost = next(test for test in judged.tests if test.name.startswith("pool_backward"))
    assert lost.mistake == "depends_on_chance"
    assert lost.explanation.mistakes[0].message.startswith("The same call gave two different results. Something in")
    assert "stolen" not in json.dumps([test.as_dict() for test in judged.tests])


def test_what_the_results_are_called_is_repeated_only_where_they_should_be_called_so():
    with judge_of(ONE) as judge:
        judged = judge.grade(handed_in(ONE, {"pool_backward": KEYS.replace("is None", "is 3")}))
    lost = next(test for test in judged.tests if test.name.startswith("pool_backward"))
    assert lost.mistake == "depends_on_chance"
    assert "stolen" not in lost.explanation.mistakes[0].message


@pytest.mark.parametrize("exercise", ["pool_backward", "network_backward"])
def test_only_what_we_say_ourselves_of_a_mistake_is_said_in_general(exercise):
    def general(name):
        return in_general(Named(exercise, name, "stolen", "stolen"))

    answer = catalogue.mistakes(exercise)[0]
    assert general(answer.name) == Named(exercise, answer.name, answer.message, answer.section)
    for name in ("uses_an_undefined_name", "depends_on_chance", "returns_nothing", "hard_codes_the_visible_values"):
        assert "stolen" not in str(general(name)) and general(name).message
    assert general("stolen") is None


def test_a_forged_traceback_of_any_length_takes_no_time():
    text = "  Cell In[1], line 1, in f" * 100_000
    result = CallResult("error", error=("E", "e", f"{text}\n    a\n{text}"))
    assert hearing._where(result, "f", ()) == ""


def test_the_status_is_that_of_the_students_own_function():
    """What the function does where its helpers are right is not told, in no word."""
    source = """
def pool_backward(dA, cache, mode="max"):
    if create_mask_from_window(np.eye(2)) is not None:
        raise RuntimeError("peeped")
    return np.ones(cache[0].shape) / 7
"""
    answers = {"create_mask_from_window": "def create_mask_from_window(x):\n    pass\n", "pool_backward": source}
    with judge_of(ONE) as judge:
        judged = judge.grade(handed_in(ONE, answers))
    lost = {test.id: test for test in judged.tests}
    assert lost["max-side-by-side"].status == "failed" and "peeped" not in str(judged.tests)


@pytest.mark.parametrize(("method", "times"), [("run_cell", 1), ("run_cell", KILLED + 1), ("call", 1)])
def test_who_is_killed_from_outside_loses_nothing(monkeypatch, method, times):
    """As where the machine has no memory left, and the kernel picks one, be it again and again in our first cell."""
    original, killed = getattr(Student, method), []

    def killed_at_first(self, *args, **kwargs):
        if len(killed) < times:
            killed.append(_of_this_machine(self))
            os.kill(killed[-1], signal.SIGKILL)
        return original(self, *args, **kwargs)

    monkeypatch.setattr(Student, method, killed_at_first)
    with judge_of(ONE) as judge:
        judged = judge.grade(handed_in(ONE))
    assert killed and judged.points == 100 and {test.message for test in judged.tests} == {""}


def test_a_name_that_a_failed_import_should_have_given_is_told_with_its_reason():
    used = right("pool_backward").replace("for i in range(m):", "for i in tqdm(range(m)):")
    assert "tqdm" in used
    with judge_of(ONE) as judge:
        judged = judge.grade(handed_in(ONE, {"pool_backward": f"from tqdm_of_another_machine import tqdm\n\n{used}"}))
    message = next(test.message for test in judged.tests if not test.passed)
    assert "name 'tqdm' is not defined" in message
    assert "its import failed (ModuleNotFoundError: No module named 'tqdm_of_another_machine')" in message


def test_who_always_ends_is_not_started_without_end(monkeypatch):
    calls = []
    original = Student.call

    def killed(self, *args, **kwargs):
        calls.append(1)
        if self.alive:
            os.kill(_of_this_machine(self), signal.SIGKILL)
        return original(self, *args, **kwargs)

    monkeypatch.setattr(Student, "call", killed)
    with judge_of(ONE) as judge:
        judged = judge.grade(handed_in(ONE))
    # Each test is heard at most twice, and what is seen of an exercise is looked for once, or twice.
    assert judged.points == 0 and len(calls) < 5 * len(judged.tests)


def _of_this_machine(student: Student) -> int:
    """The number of a student's process here; in its sandbox it has others."""
    below, waiting = [], [student._worker._nursery._process.pid]
    while waiting:
        below += waiting
        waiting = [
            int(child)
            for parent in waiting
            for child in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
        ]
    for number in below:
        status = Path(f"/proc/{number}/status").read_text()
        names = next(line for line in status.splitlines() if line.startswith("NSpid:")).split()[1:]
        # Namespaces one in the other: of this machine, of the nursery, of the warm process, and of its own.
        if len(names) == (4 if student._worker.sandbox else 1) and str(student._id) == names[-2:][0]:
            return number
    raise AssertionError("there is no such process")


SECOND = """
def conv_forward(A_prev, W, b, hparameters):
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride, pad = hparameters["stride"], hparameters["pad"]
    n_H = int((n_H_prev - f + 2 * pad) / {rows}) + 1
    n_W = int((n_W_prev - f + 2 * pad) / {columns}) + 1
    Z = np.zeros((m, n_H, n_W, n_C))
    A_prev_pad = zero_pad(A_prev, pad)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    window = A_prev_pad[i, h * stride : h * stride + f, w * stride : w * stride + f]
                    Z[i, h, w, c] = {factor} * conv_single_step(window, W[..., c], b[..., c])
    return {returned}
"""
ARRAY = "def conv_single_step(a_slice_prev, W, b):\n    return np.sum(a_slice_prev * W) + b\n"
BROKEN = "def conv_single_step(a_slice_prev, W, b):\n    return float([np.sum(a_slice_prev * W), b])\n"


@pytest.mark.parametrize("helper", [ARRAY, BROKEN], ids=["with its points", "broken"])
@pytest.mark.parametrize(
    ("changed", "name", "said"),
    [
        ({"returned": "Z"}, "returns_z_alone", ""),
        ({"rows": "(2 + stride % 2)", "columns": "2"}, None, "Z has not the shape that it should have"),
        ({"factor": "(1 + m % 2 / 7)"}, None, "Z has the right shape, but wrong entries"),
        ({"factor": "[][m]"}, None, ""),
    ],
    ids=["named", "a shape", "entries", "an exception"],
)
def test_what_costs_the_points_beside_right_helpers_is_told_in_general(helper, changed, name, said):
    """It is not the helper's mistake that is told again, nor anything that came out of the process with right ones."""
    usual = {"rows": "stride", "columns": "stride", "factor": "1", "returned": "Z, (A_prev, W, b, hparameters)"}
    answers = {"conv_single_step": helper, "conv_forward": SECOND.format(**usual | changed)}
    with judge_of("01_convolution") as judge:
        judged = judge.grade(handed_in("01_convolution", answers))
    lost = next(test for test in judged.tests if test.name.startswith("conv_forward") and not test.passed)
    assert lost.mistake == name
    assert ("With right version" in lost.explanation.seen or "With a right version" in lost.explanation.seen) == bool(
        said
    )
    if said:
        them = (
            "a right version of conv_single_step"
            if helper == BROKEN
            else "right versions of zero_pad and conv_single_step"
        )
        assert lost.explanation.seen.endswith(f"With {them} in place of yours, {said}.")


def test_texts_are_no_longer_looked_at_once_explanations_took_too_long(monkeypatch):
    """A submission of many exercises, each of which keeps the judge busy with its text, holds up no others for long."""
    sources = []

    def explained(exercise, call, generally=False, source=""):
        sources.append(bool(source))
        begun = time.process_time()
        while time.process_time() - begun < 0.3:
            pass

    monkeypatch.setattr(hearing, "explain", explained)
    monkeypatch.setattr(hearing, "MOST_FOR_TEXTS", 0.5)
    wrong = {name: f"def {name}(*args):\n    return 1\n" for name in ("create_mask_from_window", "distribute_value")}
    wrong["pool_backward"] = "def pool_backward(dA, cache, mode='max'):\n    return 1\n"
    with judge_of(ONE) as judge:
        judge.grade(handed_in(ONE, wrong))
    assert sources[:2] == [True, True] and len(sources) > 2 and not any(sources[2:])


def test_a_file_that_takes_too_long_to_read_is_no_notebook(monkeypatch):
    def endless(data):
        while True:
            pass

    monkeypatch.setattr(judge, "read", endless)
    monkeypatch.setattr(judge, "LONGEST_READING", 0.2)
    with judge_of(ONE) as one:
        judged = one.grade(handed_in(ONE))
    assert judged.points == 0 and judged.problem.startswith("not a notebook: it takes too long to read; ")
