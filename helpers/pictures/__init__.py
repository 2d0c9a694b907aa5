"""The drawings of the course: numbers in, Picture out. Most can be called without arguments for their standard case."""

from helpers.pictures.axis import overlap, strides
from helpers.pictures.backward import backward_step, chain, reached
from helpers.pictures.charts import curve, output_sizes, secant
from helpers.pictures.frameworks import flatten_orders, layouts, tape, two_trainings
from helpers.pictures.memory import memory_layout, windows_in_memory
from helpers.pictures.networks import cross_entropy, dense_product, descent, network, relu, softmax
from helpers.pictures.outlook import batch_normalisation, dilated_convolution, residual, transposed_convolution
from helpers.pictures.photo import filters, grey_photograph, images, photograph
from helpers.pictures.pools import pooling_both, shift, thrown_away
from helpers.pictures.products import col2im_adding, im2col_matrix, offsets
from helpers.pictures.results import comparison, confusion, training
from helpers.pictures.routes_back import mask, overlapping, route, routes, share, ties
from helpers.pictures.tensors import dense_against_shared, notation, volume
from helpers.pictures.times import times, times_the_floor
from helpers.pictures.windows import convolution_step, padding, pooling_step

__all__ = [
    "backward_step",
    "batch_normalisation",
    "chain",
    "col2im_adding",
    "comparison",
    "confusion",
    "convolution_step",
    "cross_entropy",
    "curve",
    "dense_against_shared",
    "dense_product",
    "descent",
    "dilated_convolution",
    "filters",
    "flatten_orders",
    "grey_photograph",
    "im2col_matrix",
    "images",
    "layouts",
    "mask",
    "memory_layout",
    "network",
    "notation",
    "offsets",
    "output_sizes",
    "overlap",
    "overlapping",
    "padding",
    "photograph",
    "pooling_both",
    "pooling_step",
    "reached",
    "relu",
    "residual",
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
    "times",
    "times_the_floor",
    "training",
    "transposed_convolution",
    "two_trainings",
    "volume",
    "windows_in_memory",
]
