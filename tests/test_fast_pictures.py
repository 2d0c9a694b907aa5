"""The pictures of notebook 06 show the numbers of plain loops, and of NumPy's own memory."""

import numpy as np
import pytest
from test_pictures import complete

from helpers import loops, pictures
from helpers.pictures.canvas import rows_in_words

RANDOM = np.random.default_rng(6)


@pytest.mark.parametrize(("n_H", "n_W", "n_C"), [(3, 4, 2), (2, 3, 1), (2, 2, 3)])
def test_memory_layout_says_the_strides_of_numpy(n_H, n_W, n_C):
    picture = pictures.memory_layout(n_H, n_W, n_C)
    complete(picture)
    assert f"are {np.zeros((n_H, n_W, n_C)).strides} bytes" in picture.caption
    assert f"the next row {n_W * n_C} further, column {n_C} further, channel 1 further" in picture.alt


@pytest.mark.parametrize(("n_H", "n_W", "f"), [(4, 5, 2), (3, 4, 3), (5, 4, 3)])
def test_windows_in_memory_lists_the_places_of_each_window(n_H, n_W, f):
    places = np.arange(n_H * n_W).reshape(n_H, n_W)
    picture = pictures.windows_in_memory(n_H, n_W, f)
    complete(picture)
    for row, column in {(0, 0), (0, 1), (min(1, n_H - f), 0)}:
        window = places[row : row + f, column : column + f]
        assert f"window ({row}, {column}) lies at {rows_in_words(window)}" in picture.alt


@pytest.mark.parametrize(("n_H", "n_W", "f"), [(3, 3, 2), (3, 4, 2), (4, 3, 3)])
def test_im2col_and_offsets_give_the_output_of_loops(n_H, n_W, f):
    A, W = RANDOM.integers(-3, 5, (n_H, n_W)), RANDOM.integers(-2, 3, (f, f))
    Z, _ = loops.conv_forward(A[None, :, :, None], W[:, :, None, None], np.zeros((1, 1, 1, 1)), {"stride": 1, "pad": 0})
    picture = pictures.im2col_matrix(A, W)
    complete(picture)
    assert picture.alt.endswith(f"is the output {rows_in_words(Z[0, :, :, 0])}.")
    if f == 2:
        picture = pictures.offsets(A, W)
        complete(picture)
        assert picture.alt.endswith(f"The sum, Z: {rows_in_words(Z[0, :, :, 0])}.")


def test_col2im_adds_what_overlaps():
    columns = RANDOM.integers(-3, 5, (6, 4))
    total = np.zeros((3, 4))
    for number, (h, w) in enumerate(np.ndindex(2, 3)):
        total[h : h + 2, w : w + 2] += columns[number].reshape(2, 2)
    picture = pictures.col2im_adding(columns, (3, 4))
    complete(picture)
    assert picture.alt.endswith(f"Their sum: {rows_in_words(total)}.")


def test_times_are_said_in_milliseconds_and_as_multiples():
    measured = {"loops": {4: 0.01, 8: 0.04}, "product": {4: 0.0001, 8: 0.0005}}
    picture = pictures.times(measured, "n")
    complete(picture)
    assert "loops: 10 at 4, 40 at 8." in picture.alt and "product: 0.1 at 4, 0.5 at 8." in picture.alt
    picture = pictures.times_the_floor({"mine": 0.03, "product": 0.01}, "product")
    complete(picture)
    assert "mine 3.0, product 1.0" in picture.alt and "comes to the floor: the product" in picture.caption
    picture = pictures.times_the_floor({"mine": 0.03, "product": 0.01}, "product", of="two images")
    assert "comes to the floor, for two images: the product" in picture.caption
