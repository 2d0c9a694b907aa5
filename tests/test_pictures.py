"""The pictures: each is complete, and the numbers that it shows are those of plain loops."""

import base64
import io
import itertools
import re
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from helpers import pictures, widgets
from helpers.figure import Picture
from helpers.pictures import arithmetic
from helpers.pictures.canvas import equals, number, rows_in_words
from helpers.pictures.photo import two_decimals
from helpers.pictures.pools import SAME_MAXIMA
from helpers.pictures.results import running_mean

STANDARD = [
    "backward_step",
    "batch_normalisation",
    "chain",
    "col2im_adding",
    "convolution_step",
    "cross_entropy",
    "dense_against_shared",
    "dilated_convolution",
    "flatten_orders",
    "im2col_matrix",
    "layouts",
    "dense_product",
    "descent",
    "mask",
    "memory_layout",
    "network",
    "notation",
    "offsets",
    "output_sizes",
    "overlap",
    "overlapping",
    "padding",
    "pooling_both",
    "pooling_step",
    "reached",
    "residual",
    "relu",
    "route",
    "routes",
    "secant",
    "share",
    "shift",
    "softmax",
    "strides",
    "tape",
    "thrown_away",
    "ties",
    "transposed_convolution",
    "volume",
    "windows_in_memory",
]
RANDOM = np.random.default_rng(3)
A = RANDOM.integers(-5, 10, (6, 7))
EDGES = np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]])


def complete(picture):
    """Check that a picture has a caption, a description and a small valid PNG."""
    assert isinstance(picture, Picture)
    assert picture.caption.strip() and picture.alt.strip()
    assert picture.caption.endswith(".") and picture.alt.endswith(".")
    image = Image.open(io.BytesIO(picture.png))
    image.load()
    assert image.format == "PNG"
    assert image.info.get("Software") is None
    assert 100 < image.width < 1000 and 60 < image.height < 1000
    assert len(picture.png) < 150_000
    return image


def test_what_draws_nothing_waits_for_no_drawing():
    """The first cell of a notebook, and the grader, import the pictures; few look at one at once."""
    code = "import sys; from helpers import checks, pictures, widgets; print({'matplotlib', 'PIL'} & {*sys.modules})"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "set()\n"


def test_each_picture_is_found_by_its_name():
    assert len(set(pictures.__all__)) > 50 and set(pictures.__all__) <= set(dir(pictures))
    assert all(getattr(pictures, name).__name__ == name for name in pictures.__all__)
    with pytest.raises(AttributeError, match="no attribute 'paddin'"):
        pictures.paddin  # noqa: B018


@pytest.mark.parametrize("name", STANDARD)
def test_standard_pictures_are_complete(name):
    image = complete(getattr(pictures, name)())
    dark = np.asarray(image.convert("L")) < 200
    assert 0.005 < dark.mean() < 0.5
    # The margin is white: nothing was cut off.
    assert not dark[:6].any() and not dark[-6:].any() and not dark[:, :6].any() and not dark[:, -6:].any()


def test_every_public_name_is_covered():
    others = {
        "comparison",
        "confusion",
        "curve",
        "filters",
        "grey_photograph",
        "images",
        "photograph",
        "times",
        "times_the_floor",
        "training",
        "two_trainings",
    }
    assert set(pictures.__all__) == set(STANDARD) | others


def test_same_picture_has_same_bytes():
    assert pictures.ties().png == pictures.ties().png


def test_style_of_the_notebook_does_not_matter():
    from matplotlib import rc_context

    plain = pictures.padding().png
    with rc_context({"font.size": 20, "lines.linewidth": 9, "text.color": "red", "savefig.facecolor": "black"}):
        assert pictures.padding().png == plain


def test_bundle_holds_all_forms():
    picture = pictures.mask()
    data, metadata = picture._repr_mimebundle_()
    assert base64.b64decode(data["image/png"]) == picture.png
    assert data["text/plain"] == f"{picture.caption}\n[{picture.alt}]"
    assert metadata == {"image/png": {"alt": picture.alt}}
    assert re.search(r'<img src="data:image/png;base64,[A-Za-z0-9+/=]+" alt="[^"<>]+" style="[^"]+">', picture.html)
    assert "<figcaption" in data["text/html"]


def test_html_is_escaped():
    picture = pictures.curve([3, 2, 1], 'a < b & "c"', '<script> & "quotes"')
    assert "<script>" not in picture.html
    assert 'alt="&lt;script&gt; &amp; &quot;quotes&quot;"' in picture.html
    assert "a &lt; b &amp; &quot;c&quot;</figcaption>" in picture.html


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (3, "3"),
        (-2.0, "−2"),
        (0.5, "0.5"),
        (3.14159, "3.14"),
        (-0.001, "0"),
        (0.1 * 3, "0.3"),
        (100, "100"),
        (10.0, "10"),
    ],
)
def test_numbers_as_they_are_written(value, written):
    assert number(value) == written


def test_rounded_numbers_are_called_so():
    assert equals(3.75) == "= 3.75"
    assert equals(44 / 9) == "≈ 4.89"
    assert equals(0.1 + 0.2) == "= 0.3"
    assert two_decimals(-0.001) == "0.00"
    assert two_decimals(-0.5) == "−0.50"


def loop_over_windows(A, f, stride, pad, function):
    """What `function` makes of each window, with plain loops."""
    P = np.zeros((A.shape[0] + 2 * pad, A.shape[1] + 2 * pad))
    P[pad : pad + A.shape[0], pad : pad + A.shape[1]] = A
    rows, columns = (P.shape[0] - f) // stride + 1, (P.shape[1] - f) // stride + 1
    result = np.zeros((rows, columns))
    for h in range(rows):
        for w in range(columns):
            result[h, w] = function(P[h * stride : h * stride + f, w * stride : w * stride + f])
    return result


@pytest.mark.parametrize(("f", "stride", "pad"), list(itertools.product((1, 2, 3, 4), (1, 2, 3), (0, 1, 2))))
def test_convolution_step_shows_the_numbers_of_a_loop(f, stride, pad):
    W = RANDOM.integers(-3, 4, (f, f))
    Z = loop_over_windows(A, f, stride, pad, lambda window: (window * W).sum() - 1)
    h, w = Z.shape[0] - 1, Z.shape[1] // 2
    picture = pictures.convolution_step(A, W, b=-1, h=h, w=w, stride=stride, pad=pad)
    complete(picture)
    done = " ".join(number(value) for value in Z.ravel()[: h * Z.shape[1] + w + 1])
    assert f"which is outlined: {done}. Z[{h}, {w}] = " in picture.alt
    assert f"= {number(Z[h, w])}." in picture.alt
    assert f"Output {Z.shape[0]} × {Z.shape[1]}" in picture.alt


def test_convolution_step_writes_the_sum_out():
    picture = pictures.convolution_step(np.array([[1, 0], [2, 3]]), np.array([[1, 2], [-1, 1]]), b=4)
    assert "Z[0, 0] = 1·1 + 0·2 + 2·(−1) + 3·1 + b = 2 + 4 = 6." in picture.alt


def test_later_outputs_stay_blank():
    first, last = pictures.convolution_step(h=0, w=0), pictures.convolution_step(h=2, w=2)
    assert first.alt.count("filled in up to entry (0, 0), which is outlined: 4. ") == 1
    assert first.png != last.png


@pytest.mark.parametrize(("f", "stride", "mode"), list(itertools.product((1, 2, 3, 4), (1, 2, 3), ("max", "average"))))
def test_pooling_step_shows_the_numbers_of_a_loop(f, stride, mode):
    result = loop_over_windows(A, f, stride, 0, np.max if mode == "max" else np.mean)
    h, w = result.shape[0] - 1, result.shape[1] - 1
    picture = pictures.pooling_step(A, f, stride, h, w, mode)
    complete(picture)
    done = " ".join(number(value) for value in result.ravel())
    assert f"which is outlined: {done}. A[{h}, {w}] = " in picture.alt


def test_pooling_step_says_what_it_does():
    x = np.array([[1, 3], [2, 9]])
    assert pictures.pooling_step(x).alt.endswith("A[0, 0] = max of 1, 3, 2, 9 = 9.")
    assert pictures.pooling_step(x, mode="average").alt.endswith("A[0, 0] = mean of 1, 3, 2, 9 = 3.75.")


@pytest.mark.parametrize("stride", [1, 2, 3])
def test_backward_step_shows_the_numbers_of_a_loop(stride):
    shape = loop_over_windows(A, 3, stride, 0, np.sum).shape
    dZ = RANDOM.integers(-2, 3, shape)
    dA, dW, last = np.zeros(A.shape), np.zeros((3, 3)), (shape[0] - 1, 0)
    for h in range(shape[0]):
        for w in range(shape[1]):
            if (h, w) <= last:
                for i, j in itertools.product(range(3), range(3)):
                    dA[h * stride + i, w * stride + j] += EDGES[i, j] * dZ[h, w]
                    dW[i, j] += A[h * stride + i, w * stride + j] * dZ[h, w]
    picture = pictures.backward_step(A, EDGES, dZ, *last, stride)
    complete(picture)
    assert f"dW so far: {rows_in_words(dW)}." in picture.alt
    assert f"dA_prev so far: {rows_in_words(dA)}." in picture.alt
    row = last[0] * stride
    assert f"Added to dW: {rows_in_words(A[row : row + 3, :3] * dZ[last])};" in picture.alt
    assert f"Added to the window of dA_prev: {rows_in_words(EDGES * dZ[last])};" in picture.alt


def test_backward_step_refuses_gradients_of_another_size():
    with pytest.raises(ValueError, match="dZ is 2 × 2, but the output is 3 × 3"):
        pictures.backward_step(dZ=np.ones((2, 2)))


@pytest.mark.parametrize("name", ["convolution_step", "pooling_step", "backward_step", "route"])
def test_entries_outside_the_output_are_refused(name):
    with pytest.raises(ValueError, match=r"it has no entry \(3, 0\)"):
        getattr(pictures, name)(h=3, w=0)


@pytest.mark.parametrize(("n", "f", "pad"), list(itertools.product((3, 4, 6), (1, 2, 3), (0, 1, 2))))
def test_padding_counts_the_windows_of_each_pixel(n, f, pad):
    expected = np.zeros((n, n), dtype=int)
    for top in range(-pad, n + pad - f + 1):
        for left in range(-pad, n + pad - f + 1):
            for row, column in itertools.product(range(n), range(n)):
                expected[row, column] += top <= row < top + f and left <= column < left + f
    assert (arithmetic.window_counts(n, f, pad) == expected).all()


def test_padding_tells_of_corners():
    picture = pictures.padding()
    assert (
        "a corner pixel lies in 1 window and one in the middle in 4 windows; with pad = 1 it is 4 and 9"
        in picture.caption
    )
    assert "With pad 1: 4 6 6 4; 6 9 9 6; 6 9 9 6; 4 6 6 4." in picture.alt


def test_strides_leave_pixels_over():
    alt = pictures.strides(7, 3, (1, 2, 3)).alt
    assert "Stride 1: 5 windows (first pixels 0, 1, 2, 3, 4); every pixel is seen." in alt
    assert "Stride 3: 2 windows (first pixels 0, 3); left over: pixel 6." in alt
    assert "left over: pixels 2, 5" in pictures.strides(8, 2, (3,)).alt


def test_overlap_names_the_shared_pixels():
    assert (
        "Stride 2: 2 windows, shared: pixel 2, left over: pixel 5. Stride 3: 2 windows, no pixel is shared"
        in pictures.overlap().alt
    )


@pytest.mark.parametrize(("stride", "row", "column"), list(itertools.product((1, 2, 3), (0, 2, 5), (0, 3, 5))))
def test_reached_marks_the_outputs_that_a_pixel_reaches(stride, row, column):
    """An output is reached through w[i, j] where it changes by w[i, j] as the pixel grows by 1."""
    W = np.arange(1, 10).reshape(3, 3)
    one = np.zeros((6, 6), dtype=int)
    one[row, column] = 1
    Z = loop_over_windows(one, 3, stride, 0, lambda window: (window * W).sum())
    marked = np.zeros(Z.shape)
    for (h, w), weight in arithmetic.weights_to(6, 3, stride, row, column).items():
        marked[h, w] = W[weight]
    assert (marked == Z).all()
    picture = pictures.reached(6, 3, stride, row, column)
    complete(picture)
    assert picture.alt.count(" through w[") == (Z > 0).sum()


def test_pixel_in_no_window_reaches_nothing():
    picture = pictures.reached(6, 3, 2, 5, 5)
    assert "lies in no window" in picture.caption and "Marked there: nothing." in picture.alt
    with pytest.raises(ValueError, match="no pixel"):
        pictures.reached(5, row=5)


@pytest.mark.parametrize(("f", "stride", "mode"), list(itertools.product((1, 2, 3), (1, 2, 3), ("max", "average"))))
def test_pooling_gradient_is_the_slope_of_pooling(f, stride, mode):
    """A small change of one entry changes the sum of dA times the output by its gradient times the change."""
    values = RANDOM.permutation(36).reshape(6, 6).astype(float)
    dA = RANDOM.integers(1, 9, arithmetic.pooled(values, f, stride).shape)
    gradient = arithmetic.pooling_gradient(values, dA, f, stride, mode)
    for row, column in itertools.product(range(6), range(6)):
        more, less = values.copy(), values.copy()
        more[row, column] += 0.25
        less[row, column] -= 0.25
        change = arithmetic.pooled(more, f, stride, mode) - arithmetic.pooled(less, f, stride, mode)
        assert gradient[row, column] == pytest.approx((change * dA).sum() / 0.5)


def test_routes_show_both_gradients():
    values, dA = np.array([[1, 2], [8, 3]]), np.array([[4]])
    alt = pictures.routes(values, dA).alt
    assert "for max pooling: 0 0; 4 0." in alt and "for average pooling: 1 1; 1 1." in alt


def test_route_adds_up_the_windows_so_far():
    values = np.array([[1, 7, 2], [4, 6, 5], [0, 3, 8]])
    dA = np.array([[2, 3], [1, 4]])
    assert pictures.route(values, dA, 2, 1, 0, 0).alt.endswith("up to this one: 0 2 0; 0 0 0; 0 0 0.")
    assert pictures.route(values, dA, 2, 1, 0, 1).alt.endswith("up to this one: 0 5 0; 0 0 0; 0 0 0.")
    assert pictures.route(values, dA, 2, 1, 1, 1).alt.endswith("up to this one: 0 5 0; 0 1 0; 0 0 4.")


def test_overlapping_windows_add_their_gradients():
    picture = pictures.overlapping()
    assert "dA_prev[0, 1] = dA[0, 0] + dA[0, 1] = 2 + 3 = 5" in picture.caption
    assert "dA_prev: 0 5 0; 0 1 0; 0 0 4." in picture.alt


def test_mask_share_and_ties_compute_from_their_arguments():
    assert "times 5: 0 0 5; 0 0 0." in pictures.mask(np.array([[1, 2, 7], [3, 4, 5]])).alt
    assert "9 / 6 = 1.5" in pictures.share(9.0, (2, 3)).caption
    assert "sum 3 · dA = 18" in pictures.ties(np.array([[5, 5], [5, 2]])).alt


def test_shift_and_thrown_away_show_what_they_claim():
    inputs = [arithmetic.pooled(x).tolist() for x in SAME_MAXIMA]
    assert inputs[0] == inputs[1] == inputs[2]
    assert "12 of the 16 pooled entries stay the same, although 30 of the 64" in pictures.shift().caption


@pytest.mark.parametrize("arguments", [{}, {"n_H": 5, "n_W": 8, "n_C_prev": 1, "f": 2, "n_C": 3}, {"n_C": 1, "f": 1}])
def test_volumes_of_other_sizes(arguments):
    complete(pictures.volume(**arguments))


def test_volume_counts_what_is_learned():
    assert "2 · (3 · 3 · 3 + 1) = 56 numbers" in pictures.volume().caption


def test_two_sided_derivative_is_best_near_1e_5():
    assert "two-sided, 10⁻⁵ is best" in pictures.secant().caption


def test_photograph_is_cut_and_scaled():
    colour, grey = pictures.photograph(48), pictures.grey_photograph()
    assert colour.shape == (48, 48, 3) and grey.shape == (96, 96)
    for array in (colour, grey):
        assert array.min() >= 0 and array.max() <= 1 and np.ptp(array) > 0.8
    # Each pixel is a mean: the whole keeps its brightness at every size.
    assert pictures.photograph(47).mean() == pytest.approx(pictures.photograph(94).mean(), abs=1e-3)


def test_images_filters_and_curves():
    grey = pictures.grey_photograph(32)
    complete(pictures.images([grey, grey[::2, ::2]], ["all", "half"], "Two.", "Two images."))
    complete(pictures.images([grey - 0.5] * 5, list("abcde"), "Five.", "Five images.", columns=3, signed=True))
    complete(pictures.images([pictures.photograph(32)], ["colour"], "One.", "One image."))
    complete(pictures.images([np.ones((8, 8))], ["white"], "White.", "White paper.", framed=True))
    complete(pictures.filters([EDGES, EDGES.T / 3, np.zeros((1, 1))], list("abc"), "Three.", "Three filters."))
    complete(pictures.curve([3, 2, 0], "A curve.", "Falls from 3 to 0."))


def test_a_dense_layer_shows_its_sum():
    picture = pictures.dense_product(np.array([[1, -2]]), np.array([[3, 4], [5, 6]]), np.array([[7, 8]]), i=0, j=1)
    complete(picture)
    assert picture.caption.startswith("Z[0, 1] = 1·4 + (−2)·6 + 8 = 0:")
    assert "equals Z: 0 0, with entry (0, 1) outlined." in picture.alt


def test_softmax_shows_probabilities():
    assert "probabilities P: 0.5 0.5." in pictures.softmax((1000.0, 1000.0)).alt


def test_a_network_of_other_sizes():
    volumes = (("input", (32, 32, 3)), ("conv", (28, 28, 8)), ("dense", (10,)))
    picture = pictures.network(volumes)
    complete(picture)
    assert "from 32 × 32 × 3 numbers to 10" in picture.caption


def test_a_loss_that_is_still_falling_says_how_far_it_is():
    picture = pictures.training([4.0, 2.0, 1.0], 10)
    complete(picture)
    assert picture.caption == "Step 3 of 10: the loss went from 4 to 1."
    assert pictures.training([4.0, 2.0]).caption.startswith("All 2 steps done")


def test_the_running_mean_is_the_mean_of_the_last_values():
    values = RANDOM.normal(size=9)
    expected = [values[max(0, k - 2) : k + 1].mean() for k in range(9)]
    np.testing.assert_allclose(running_mean(values, 3), expected)


def test_a_confusion_matrix_counts():
    picture = pictures.confusion([0, 0, 1, 2, 2], [0, 1, 1, 1, 1], classes=3)
    complete(picture)
    assert picture.caption.startswith("2 of 5 are right")
    assert "2 taken for 1: 2; 0 taken for 1: 1." in picture.alt
    assert "No mistakes." in pictures.confusion([0, 1], [0, 1], classes=2).alt


def test_a_comparison_tells_the_means():
    picture = pictures.comparison({"one": [90.0, 92.0], "another": [80.0]}, "percent", "Two settings.", "Two rows.")
    complete(picture)
    assert picture.alt == "Two rows. one: mean 91.0 of 2 runs; another: mean 80.0 of 1 run."


needs_widgets = pytest.mark.skipif(widgets.live() is None, reason="ipywidgets is not installed")
LIVE = ["convolution", "pooling", "reach", "routes"]


@needs_widgets
@pytest.mark.parametrize("name", LIVE)
def test_sliders_redraw(name):
    live = getattr(widgets, name)()
    for control in live.controls.values():
        assert control.description and not control.disabled
        before = live._image.value
        control.value = "average" if hasattr(control, "options") else control.min + (control.value == control.min)
        assert live._image.value != before
        assert live._image.value == live.picture.html


@needs_widgets
@pytest.mark.parametrize("name", LIVE)
def test_live_output_has_a_view_and_stand_ins(name):
    live = getattr(widgets, name)()
    data, metadata = live._repr_mimebundle_()
    assert data[widgets.VIEW]["model_id"] == live.widget.model_id
    assert data["text/html"] == live.picture.html
    assert base64.b64decode(data["image/png"]) == live.picture.png
    assert live.picture.caption in data["text/plain"]
    assert metadata["image/png"]["alt"] == live.picture.alt


@needs_widgets
def test_ranges_follow_the_size_of_the_output():
    live = widgets.convolution(np.ones((6, 5)))
    control = live.controls
    assert (control["h"].max, control["w"].max) == (3, 2)
    control["h"].value, control["w"].value = 3, 2
    control["stride"].value = 2
    assert (control["h"].max, control["w"].max) == (1, 1)
    assert (control["h"].value, control["w"].value) == (1, 1)
    control["pad"].value = 2
    assert (control["h"].max, control["w"].max) == (3, 3)
    assert "n_H = ⌊(6 − 3 + 2·2) / 2⌋ + 1 = 4" in live._words.value


@needs_widgets
def test_a_slider_with_one_place_is_disabled():
    live = widgets.pooling(np.ones((4, 4)))
    live.controls["h"].value = live.controls["w"].value = 1
    live.controls["f"].value = 4
    assert live.controls["h"].disabled and live.controls["h"].value == 0
    live.controls["f"].value = 2
    assert not live.controls["h"].disabled and live.controls["h"].max == 1


@needs_widgets
def test_every_setting_can_be_drawn():
    live = widgets.convolution(np.arange(12).reshape(4, 3))
    assert live.controls["f"].max == 3
    for stride, f, pad in itertools.product((3, 1), (1, 3), (0, 2)):
        live.controls["stride"].value, live.controls["f"].value, live.controls["pad"].value = stride, f, pad
        live.controls["h"].value, live.controls["w"].value = live.controls["h"].max, live.controls["w"].max
        assert f"entry ({live.controls['h'].max}, {live.controls['w'].max})" in live.picture.alt


def test_the_image_for_pooling_has_no_ties():
    assert sorted(widgets.DISTINCT.ravel()) == list(range(1, 37))
    tied = pictures.route(np.array([[5, 5], [1, 2]]), mode="max")
    assert "goes to each largest entry of its window: (0, 0), (0, 1)." in tied.caption


@needs_widgets
def test_a_given_filter_keeps_its_size():
    live = widgets.convolution(W=np.ones((2, 2)))
    assert live.controls["f"].disabled and live.controls["f"].value == 2
    assert "Filter 2 × 2: 1 1; 1 1." in live.picture.alt


@pytest.mark.parametrize("name", LIVE)
def test_without_ipywidgets_the_picture_stands_in(name, monkeypatch):
    monkeypatch.setattr(widgets, "live", lambda: None)
    live = getattr(widgets, name)()
    data, _ = live._repr_mimebundle_()
    assert set(data) == {"text/html", "image/png", "text/plain"}
    complete(live.picture)
