"""What sees right versions of other exercises comes last, and sees no answer to what is still to be heard."""

import re
from itertools import chain, combinations

import pytest
from classroom import ROOT, handed_in, right, solved
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


def test_where_each_would_give_the_other_away_it_is_one_that_does_not_need_it():
    helpers = {"a": ["b"], "b": ["a"]}
    assert next_of(["a", "b"], helpers, {"a": ["b"], "b": []}) == "b"
    assert next_of(["a", "b"], helpers, {"a": [], "b": ["a"]}) == "a"


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "solutions").iterdir() if path.is_dir()))
def test_no_exercise_has_to_do_without_what_its_solution_calls(name):
    """Whichever are wrong: those that wait are heard in an order in which nothing that they need gives another away."""
    one = solved(name)
    exercises = list(one.exercises)
    helpers = {exercise: one.helpers_of(exercise, exercise) for exercise in exercises}
    needed = {exercise: one.called_by(exercise) for exercise in exercises}
    for some in chain.from_iterable(combinations(exercises, count) for count in range(1, len(exercises) + 1)):
        waiting = list(some)
        while waiting:
            exercise = next_of(waiting, helpers, needed)
            waiting.remove(exercise)
            assert not any(gives_away(helper, waiting) for helper in needed[exercise]), (some, exercise)


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


@pytest.mark.parametrize("by_way_of", ["", "def unfold(*args):\n    return im2col(*args)"])
def test_a_mistake_is_still_charged_once_where_a_later_exercise_does_the_same(by_way_of):
    comment = "# The size of the output, as in conv_forward_im2col\n    Z = 0"
    answers = {
        "im2col": next(one.source for one in catalogue.mistakes("im2col")),
        "conv_forward_offsets": re.sub(r"\n    Z = .*", f"\n    {comment}", right("conv_forward_offsets"), count=1),
    }
    if by_way_of:
        calling = re.sub(r"(?<=[^_])im2col\(", "unfold(", right("conv_forward_im2col"))
        answers["conv_forward_im2col"] = f"{by_way_of}\n\n\n{calling}"
    with judge_of(FAST) as judge:
        judged = judge.grade(handed_in(FAST, answers))
    lost = {test.name.partition(":")[0] for test in judged.tests if not test.passed}
    assert lost == {"im2col", "conv_forward_offsets"}
    assert sum(test.points for test in judged.tests if test.name.startswith("conv_forward_im2col")) == 15
    assert any("once im2col is" in test.message for test in judged.tests if test.name.startswith("conv_forward_im2col"))


@pytest.mark.parametrize("step", ["__enter__", "close"])
def test_a_warm_process_that_ends_beside_right_helpers_has_only_that_done_again(monkeypatch, step):
    """What would be asked again behind a process that has seen right helpers could learn from it."""
    wrong = {"zero_pad": "def zero_pad(X, pad):\n    return X"}
    with judge_of(ONE) as judge:
        whole = judge.grade(handed_in(ONE, wrong))
        heard = judge.hear(handed_in(ONE, wrong))
        tried, plain = [], getattr(hearing.Session, step)

        def fails_once(self):
            tried.append(self)
            # It is ended in any case, and then the warm process is found to have ended, too.
            done = plain(self) if step == "close" or len(tried) > 1 else None
            if len(tried) == 1:
                raise SandboxError("ended from outside")
            return done

        monkeypatch.setattr(hearing.Session, step, fails_once)
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
