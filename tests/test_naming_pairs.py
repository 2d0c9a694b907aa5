"""Two mistakes made together are both named, and nothing is named that does something else."""

from itertools import combinations

import numpy as np
import pytest
from test_naming_text import explained

from autograder import catalogue, reference
from autograder.naming import explain, pairs
from autograder.naming.known import outcome_of
from autograder.naming.merging import merged
from autograder.naming.outcomes import same
from autograder.naming.probes import probe
from autograder.naming.raised import SLIPS as SLIPS_OF_LANGUAGE

pytestmark = pytest.mark.filterwarnings("ignore")

STEP = "np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))"
# Slips in the printed loops, put in by hand: what stands there, and what stands there instead. The names are those of
# the catalogue.
SLIPS = {
    "conv_forward": {
        "ignores_stride": {"vert_start = h * stride": "vert_start = h", "horiz_start = w * stride": "horiz_start = w"},
        "bias_per_entry": {STEP: "np.sum(a_slice_prev * W[..., c] + b[..., c])"},
        "forgets_the_bias": {STEP: "np.sum(a_slice_prev * W[..., c])"},
        "counts_pad_once": {"2 * pad": "pad"},
        "forgets_pad_in_the_size": {" + 2 * pad": ""},
        "forgets_the_first_window": {"/ stride) + 1": "/ stride)"},
        "uses_first_example_only": {"= A_prev_pad[i]": "= A_prev_pad[0]"},
        "swaps_rows_and_columns": {
            "[vert_start:vert_end, horiz_start:horiz_end, :]": "[horiz_start:horiz_end, vert_start:vert_end, :]"
        },
        "makes_windows_as_large_as_the_stride": {
            "vert_end = vert_start + f": "vert_end = vert_start + stride",
            "horiz_end = horiz_start + f": "horiz_end = horiz_start + stride",
        },
        "caches_padded_input": {"cache = (A_prev, ": "cache = (A_prev_pad, "},
        "rounds_to_input_type": {"np.zeros((m, n_H, n_W, n_C))": "np.zeros((m, n_H, n_W, n_C), A_prev.dtype)"},
    },
    "pool_forward": {
        "ignores_stride": {"vert_start = h * stride": "vert_start = h", "horiz_start = w * stride": "horiz_start = w"},
        "sums_instead_of_averaging": {"np.mean(a_prev_slice)": "np.sum(a_prev_slice)"},
        "takes_largest_magnitude": {"np.max(a_prev_slice)": "np.max(np.abs(a_prev_slice))"},
        "asks_for_another_mode_name": {'== "average"': '== "mean"'},
        "caches_the_output": {"cache = (A_prev,": "cache = (A,"},
        "rounds_to_input_type": {"np.zeros((m, n_H, n_W, n_C))": "np.zeros((m, n_H, n_W, n_C), A_prev.dtype)"},
    },
    "conv_backward": {
        "ignores_stride": {"vert_start = h * stride": "vert_start = h", "horiz_start = w * stride": "horiz_start = w"},
        "forgets_the_bias": {"db[:, :, :, c] += dZ[i, h, w, c]": "pass"},
        "counts_the_bias_per_entry": {
            "db[:, :, :, c] += dZ[i, h, w, c]": "db[:, :, :, c] += dZ[i, h, w, c] * a_slice.size"
        },
        "overwrites_filter_gradient": {"dW[:, :, :, c] += a_slice": "dW[:, :, :, c] = a_slice"},
        "forgets_dz_for_the_filters": {"a_slice * dZ[i, h, w, c]": "a_slice"},
        "overwrites_input_gradient": {":horiz_end, :] += W": ":horiz_end, :] = W"},
        "uses_first_example_only": {"= A_prev_pad[i]": "= A_prev_pad[0]"},
        "unpads_with_negative_slice": {"[pad : pad + n_H_prev, pad : pad + n_W_prev, :]": "[pad:-pad, pad:-pad, :]"},
        "keeps_the_top_left_corner": {"[pad : pad + n_H_prev, pad : pad + n_W_prev, :]": "[:n_H_prev, :n_W_prev, :]"},
        "slices_unpadded_input": {"= A_prev_pad[i]": "= A_prev[i]"},
        "starts_from_random_numbers": {"= np.zeros(": "= np.random.standard_normal("},
        "starts_the_filters_from_random_numbers": {"dW = np.zeros(": "dW = np.random.standard_normal("},
    },
    "pool_backward": {
        "ignores_stride": {"vert_start = h * stride": "vert_start = h", "horiz_start = w * stride": "horiz_start = w"},
        "forgets_the_gradient": {"mask * dA[i, h, w, c]": "mask"},
        "shares_twice": {"da = dA[i, h, w, c]": "da = dA[i, h, w, c] / (f * f)"},
        "gives_everyone_the_whole": {"distribute_value(da, shape)": "da"},
        "takes_mask_from_the_first_example": {"a_prev = A_prev[i]": "a_prev = A_prev[0]"},
        "asks_for_another_mode_name": {'== "average"': '== "mean"'},
        "starts_from_ones": {"np.zeros(A_prev.shape)": "np.ones(A_prev.shape)"},
        "divides_by_the_examples": {"return dA_prev": "return dA_prev / m"},
        "overwrites_in_max_mode": {"+= mask": "= mask"},
    },
}
# Other calls than those on which mistakes are told apart.
ELSEWHERE = {
    "conv_forward": [
        {"n_H": 6, "n_W": 5, "f": 2, "n_C": 2, "stride": 2, "pad": 1, "bias": True},
        {"m": 3, "n_H": 5, "n_W": 7, "f": 3, "n_C": 2, "stride": 3, "pad": 2, "bias": True},
        {"n_H": 5, "n_W": 5, "n_C_prev": 3, "f": 2, "n_C": 3, "bias": True},
    ],
    "pool_forward": [
        {"n_H": 6, "n_W": 5, "f": 2, "stride": 2, "mode": "average"},
        {"m": 3, "n_H": 6, "n_W": 7, "f": 3, "stride": 3},
        {"n_H": 5, "n_W": 5, "n_C": 3, "f": 2, "stride": 1, "mode": "average", "integer": True},
    ],
    "conv_backward": [
        {"n_H": 6, "n_W": 5, "f": 2, "n_C": 2, "stride": 2, "pad": 1},
        {"m": 3, "n_H": 5, "n_W": 7, "f": 3, "n_C": 2, "stride": 3, "pad": 2},
        {"n_H": 5, "n_W": 5, "n_C_prev": 3, "f": 2, "n_C": 3},
    ],
    "pool_backward": [
        {"n_H": 6, "n_W": 5, "f": 2, "stride": 2, "mode": "average"},
        {"m": 3, "n_H": 6, "n_W": 7, "f": 3, "stride": 3},
        {"n_H": 5, "n_W": 5, "n_C": 3, "f": 2, "stride": 1, "mode": "average"},
    ],
}


def printed_loops(exercise: str, *slips: str):
    """The loops of the printed exercise with slips in them; None where one slip takes away the place of another."""
    (text,) = (one.source for one in catalogue.styles(exercise) if one.name == "printed_loops")
    for slip in slips:
        for old, new in SLIPS[exercise][slip].items():
            if old not in text:
                return None
            text = text.replace(old, new)
    space = {"np": np, **reference.EXERCISES}
    exec(text, space)
    return space[exercise]


def on(function):
    return lambda args: function(*args)


def composed() -> list[tuple[str, str, str]]:
    return [
        (exercise, one, other)
        for exercise, slips in SLIPS.items()
        for one, other in combinations(slips, 2)
        if printed_loops(exercise, one, other) and printed_loops(exercise, other, one)
    ]


def do_the_same(exercise: str, one, other) -> bool:
    """Whether two functions do the same on calls that nobody told them apart by."""
    calls = [probe(exercise, **parameters) for parameters in ELSEWHERE[exercise]]
    return all(same(outcome_of(one, call), outcome_of(other, call), strict=False) for call in calls)


@pytest.mark.parametrize(("exercise", "slip"), [(exercise, slip) for exercise in SLIPS for slip in SLIPS[exercise]])
def test_a_slip_put_in_by_hand_is_named(exercise, slip):
    assert explain(exercise, on(printed_loops(exercise, slip))).name == slip


def test_two_slips_together_are_named_or_nothing_is():
    every, named = composed()[::3], []
    assert len(every) >= 40
    for exercise, one, other in every:
        function = printed_loops(exercise, one, other)
        found = explain(exercise, on(function))
        if found is None:  # one slip undid the other
            assert do_the_same(exercise, function, reference.EXERCISES[exercise])
            continue
        names = {mistake.name for mistake in found.mistakes}
        if names == {one, other}:
            named.append((exercise, one, other))
        elif found.mistakes:
            answers = [answer for answer in catalogue.mistakes(exercise) if answer.name in names]
            if not answers:  # what Python says of it, true of whatever was meant
                assert found.name in {one.name for one in SLIPS_OF_LANGUAGE} | {"depends_on_chance"}
                continue
            claimed = answers[0].function if len(answers) == 1 else merged(*answers)
            assert do_the_same(exercise, function, claimed), (exercise, one, other, found.name)
    assert len(named) >= 0.8 * len(every)


def test_two_mistakes_have_two_messages_and_an_example_of_both():
    function = printed_loops("conv_forward", "ignores_stride", "bias_per_entry")
    found = explain("conv_forward", on(function))
    assert found.name in ("ignores_stride + bias_per_entry", "bias_per_entry + ignores_stride")
    messages = {answer.message for answer in catalogue.mistakes("conv_forward") if answer.name in found.name}
    assert {one.message for one in found.mistakes} == messages
    assert '"stride": 2' in found.example.code
    assert "b = np.zeros" not in found.example.code


def test_a_mistake_in_a_line_that_another_one_moves_is_named_beside_it():
    """Without the modes, what stood under them stands further out."""
    each = {one.name: one for one in catalogue.mistakes("pool_backward")}
    both = [each["ignores_the_mode"], each["overwrites_in_max_mode"]]
    text = both[0].source.replace("c] += mask", "c] = mask")
    assert text != both[0].source
    assert set(explained("pool_backward", text).name.split(" + ")) == {one.name for one in both}
    # A line that is not there cannot be wrong.
    assert merged(both[0], each["overwrites_in_average_mode"]) is None


def test_a_mistake_that_ends_in_an_exception_without_padding_does_not_hide_another():
    function = printed_loops("conv_backward", "unpads_with_negative_slice", "forgets_the_bias")
    assert set(explain("conv_backward", on(function)).name.split(" + ")) == {
        "unpads_with_negative_slice",
        "forgets_the_bias",
    }


def test_what_another_mistake_hides_is_not_named_with_it():
    """Where nothing is shared, it does not show that what is shared comes from the wrong place."""
    slips = {"ignores_stride", "asks_for_another_mode_name"}
    assert set(explain("pool_backward", on(printed_loops("pool_backward", *slips))).name.split(" + ")) == slips


def test_where_there_are_too_many_pairs_none_is_named(monkeypatch):
    monkeypatch.setattr(pairs, "MOST_PAIRS", 10)
    found = explain("conv_forward", on(printed_loops("conv_forward", "ignores_stride", "bias_per_entry")))
    assert found.mistakes == ()
    assert found.seen


@pytest.mark.parametrize("exercise", SLIPS)
def test_every_pair_of_an_exercise_may_be_tried(exercise):
    every = [one for one in catalogue.mistakes(exercise) if not one.alone]
    assert len(list(combinations(every, 2))) <= pairs.MOST_PAIRS


def test_three_mistakes_are_named_where_no_two_are_enough():
    slips = {"ignores_stride", "unpads_with_negative_slice", "forgets_the_bias"}
    function = printed_loops("conv_backward", *slips)
    assert set(explain("conv_backward", on(function)).name.split(" + ")) == slips


def test_a_start_from_random_numbers_does_not_hide_another_mistake():
    slips = ["starts_from_random_numbers", "unpads_with_negative_slice"]
    function = printed_loops("conv_backward", *slips)
    assert explain("conv_backward", on(function)).name == " + ".join(slips)


def test_random_numbers_in_one_gradient_are_told_from_those_in_all():
    function = printed_loops("conv_backward", "starts_the_filters_from_random_numbers")
    assert explain("conv_backward", on(function)).name == "starts_the_filters_from_random_numbers"
