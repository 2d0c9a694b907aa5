"""What sees right versions of other exercises comes last, and sees no answer to what is still to be heard."""

import re

import pytest
from classroom import handed_in, right, solved
from judges import judge_of

from autograder import catalogue, reference
from autograder.judging import hearing
from autograder.judging.hearing import Hearing
from autograder.judging.settling import gives_away, next_of
from autograder.sandbox import Limits, SandboxError

FAST = "06_fast_convolution"
ONE = "01_convolution"


def test_what_an_exercise_gives_away_is_itself_and_what_it_answers():
    assert gives_away("zero_pad", ["zero_pad"]) and not gives_away("zero_pad", ["conv_forward"])
    assert gives_away("conv_forward_im2col", ["zero_pad", "conv_forward_offsets"])


def test_a_helper_is_heard_before_what_calls_it():
    helpers = {"conv_forward": ["zero_pad", "conv_single_step"], "conv_single_step": ["zero_pad"], "zero_pad": []}
    waiting, order = ["conv_forward", "conv_single_step", "zero_pad"], []
    while waiting:
        order.append(next_of(waiting, helpers, dict.fromkeys(helpers, ())))
        waiting.remove(order[-1])
    assert order == ["zero_pad", "conv_single_step", "conv_forward"]


def test_where_each_would_give_the_other_away_it_is_one_that_does_not_mention_it():
    helpers = {"a": ["b"], "b": ["a"]}
    assert next_of(["a", "b"], helpers, {"a": ["b"], "b": []}) == "b"
    assert next_of(["a", "b"], helpers, {"a": [], "b": ["a"]}) == "a"


def seen_by_helped(monkeypatch) -> list[tuple[tuple[str, ...], set[str]]]:
    """Filled with what each process with right helpers sees, and which exercises are still open when it begins."""
    seen, plain = [], Hearing.helped

    def helped(self, helpers):
        seen.append((helpers, set(self._known.open)))
        return plain(self, helpers)

    monkeypatch.setattr(Hearing, "helped", helped)
    return seen


def test_no_process_sees_an_answer_to_what_is_still_open(monkeypatch):
    seen = seen_by_helped(monkeypatch)
    wrong = {name: catalogue.mistakes(name)[0].source for name in solved(FAST).exercises}
    with judge_of(FAST) as judge:
        judge.grade(handed_in(FAST, wrong))
    settled_when_seen = [(helpers, still) for helpers, still in seen if helpers]
    assert len({helpers for helpers, _ in settled_when_seen}) > 2
    for helpers, still in settled_when_seen:
        # The one that it is about has helpers that are no answer to it.
        assert sum(gives_away(helper, {one}) for helper in helpers for one in still) == 0


def test_a_mistake_is_still_charged_once_where_a_later_exercise_does_the_same(monkeypatch):
    answers = {
        "im2col": next(one.source for one in catalogue.mistakes("im2col")),
        "conv_forward_offsets": re.sub(r"\n    Z = .*", "\n    Z = 0", right("conv_forward_offsets"), count=1),
    }
    with judge_of(FAST) as judge:
        judged = judge.grade(handed_in(FAST, answers))
    lost = {test.name.partition(":")[0] for test in judged.tests if not test.passed}
    assert lost == set(answers)
    assert any("once im2col is" in test.message for test in judged.tests if test.name.startswith("conv_forward_im2col"))


def test_a_warm_process_that_ends_beside_right_helpers_has_nothing_asked_again(monkeypatch):
    """What is behind a process that has seen right helpers could learn from it; so only that is done again."""
    begun, plain = [], hearing.Session.__enter__
    wrong = {"zero_pad": "def zero_pad(X, pad):\n    return X"}

    def enter(self):
        begun.append(self)
        if len(begun) == 1:
            raise SandboxError("ended from outside")
        return plain(self)

    with judge_of(ONE) as judge:
        whole = judge.grade(handed_in(ONE, wrong))
        heard = judge.hear(handed_in(ONE, wrong))
        monkeypatch.setattr(hearing.Session, "__enter__", enter)
        with pytest.raises(SandboxError):
            judge.settle(heard)
        monkeypatch.setattr(Hearing, "ask", None)
        judged = judge.settle(heard)
    assert [test.points for test in judged.tests] == [test.points for test in whole.tests]
    assert sum(test.points for test in whole.tests if test.name.startswith("conv_forward")) == 60


def test_what_loops_beside_right_helpers_alone_is_not_begun_anew():
    """Who has seen right helpers could else choose the time at which the student's own process begins again."""
    loops = right("conv_forward").replace(
        "A_prev_pad = zero_pad(A_prev, pad)",
        "A_prev_pad = zero_pad(A_prev, pad)\n    while pad and A_prev_pad.shape != A_prev.shape: pass",
    )
    answers = {"zero_pad": "def zero_pad(X, pad):\n    return X", "conv_forward": loops}
    with judge_of(ONE, Limits(call_cpu_seconds=0.5, notebook_seconds=20)) as judge:
        judged = judge.settle(judge.hear(handed_in(ONE, answers), hurry=True))
    lost = [test for test in judged.tests if test.name.startswith("conv_forward") and not test.passed]
    # What it says of itself is what it did beside the student's own zero_pad.
    assert lost and "timeout" not in {test.status for test in lost}


def test_every_exercise_is_in_its_notebooks_order_where_no_answer_is_given_away():
    for name in ("01_convolution", "04_pooling_backward", "05_convnet", "07_frameworks"):
        exercises = list(solved(name).exercises)
        waiting, helpers = list(exercises), {one: solved(name).helpers_of(one, one) for one in exercises}
        order = []
        while waiting:
            order.append(next_of(waiting, helpers, dict.fromkeys(exercises, ())))
            waiting.remove(order[-1])
            assert not any(gives_away(helper, waiting) for helper in helpers[order[-1]])
            assert order[-1] in reference.EXERCISES
        assert order == exercises


def test_what_is_kept_of_a_test_for_later_holds_none_of_its_results():
    """Of several megabytes each, many a result would else stay until the submission is graded."""
    answers = {"zero_pad": "def zero_pad(X, pad):\n    return X"}
    with judge_of(ONE) as judge:
        heard = judge.hear(handed_in(ONE, answers))
    kept = [error for trial in heard.whole._trials.values() for error in trial.parts if error]
    assert len(kept) > 5  # those of conv_forward, which wait
    for error in kept:
        while error:
            assert error.__traceback__ is None
            error = error.__cause__ or error.__context__
