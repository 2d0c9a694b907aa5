"""The drawings of the course: numbers in, Picture out. Most can be called without arguments for their standard case."""

from helpers.pictures.axis import overlap, strides
from helpers.pictures.backward import backward_step, chain, reached
from helpers.pictures.charts import curve, output_sizes, secant
from helpers.pictures.photo import filters, grey_photograph, images, photograph
from helpers.pictures.pools import pooling_both, shift, thrown_away
from helpers.pictures.routes_back import mask, overlapping, route, routes, share, ties
from helpers.pictures.tensors import dense_against_shared, notation, volume
from helpers.pictures.windows import convolution_step, padding, pooling_step

__all__ = [
    "backward_step",
    "chain",
    "convolution_step",
    "curve",
    "dense_against_shared",
    "filters",
    "grey_photograph",
    "images",
    "mask",
    "notation",
    "output_sizes",
    "overlap",
    "overlapping",
    "padding",
    "photograph",
    "pooling_both",
    "pooling_step",
    "reached",
    "route",
    "routes",
    "secant",
    "share",
    "shift",
    "strides",
    "thrown_away",
    "ties",
    "volume",
]
