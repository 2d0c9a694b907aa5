"""What tests/test_catalogue.py asks of notebook 05: signatures, headings, and the arguments of a few calls."""

import numpy as np

from autograder.reference import network_forward

SIGNATURES = {
    "network_table": "(input_shape, layers)",
    "relu_forward": "(Z)",
    "relu_backward": "(dA, cache)",
    "flatten_forward": "(A_prev)",
    "dense_forward": "(A_prev, W, b)",
    "dense_backward": "(dZ, cache)",
    "softmax": "(Z)",
    "softmax_cross_entropy": "(Z, y)",
    "update_parameters": "(parameters, gradients, learning_rate)",
    "network_forward": "(X, parameters, hparameters)",
    "network_backward": "(dZ, cache)",
}
SECTIONS = {
    "network_table": {"The arithmetic of a network"},
    "relu_forward": {"Relu, there and back"},
    "relu_backward": {"Relu, there and back"},
    "flatten_forward": {"Flatten"},
    "dense_forward": {"The dense layer"},
    "dense_backward": {"The dense layer"},
    "softmax": {"Softmax"},
    "softmax_cross_entropy": {"Softmax", "Cross-entropy"},
    "update_parameters": {"One step of gradient descent"},
    "network_forward": {"The whole network"},
    "network_backward": {"Relu, there and back", "The whole network"},
}


def conv(f, stride, pad, n_C):
    return {"kind": "conv", "f": f, "stride": stride, "pad": pad, "n_C": n_C}


def pool(f, stride):
    return {"kind": "pool", "f": f, "stride": stride}


def dense(n):
    return {"kind": "dense", "n": n}


TABLES = [
    ((32, 32, 3), [conv(5, 1, 0, 8), pool(2, 2), conv(5, 1, 0, 16), pool(2, 2), dense(128), dense(10)]),
    ((9, 12, 3), [conv(3, 2, 1, 4), pool(3, 2), dense(5)]),
    ((12, 9, 1), [conv(4, 3, 2, 2), conv(1, 1, 0, 3)]),
    ((7, 7, 2), [pool(3, 3), pool(2, 2), dense(3)]),
    ((5, 4, 2), [dense(3), dense(4), dense(2)]),
    ((7, 10, 2), [conv(3, 3, 1, 3), pool(2, 1), dense(2)]),
    ((8, 11, 1), [pool(2, 3), conv(3, 2, 0, 2), dense(4)]),
]
#        m, n_prev, n
DENSE = [(3, 4, 2), (3, 3, 3), (1, 4, 2), (3, 1, 2), (4, 3, 1), (2, 2, 2), (1, 1, 1)]
#         m, n, scale
SCORES = [(3, 4, 1), (4, 4, 1), (1, 3, 1), (3, 1, 1), (2, 3, 1000), (1, 2, 1), (5, 2, 3)]
#           m, n_H, n_W, n_C, filters, n, f, stride, pad, pool
NETWORKS = [
    (2, 8, 8, 1, (2, 3), 3, 3, 1, 1, 2),
    (1, 9, 7, 2, (3, 2), 4, 3, 2, 2, 1),
    (3, 10, 10, 1, (2, 2), 2, 2, 1, 0, 2),
    (2, 8, 6, 2, (2, 2), 2, 3, 1, 1, 2),
]


def _normal(seed):
    return np.random.default_rng(seed).standard_normal


def _images():
    draw = _normal(1)
    yield from (draw(shape) for shape in ((2, 3, 3, 2), (3, 4), (5,)))
    yield np.array([[0, 1, -2], [3, 0, -1]])
    yield np.array([[0.0, 0.5, -0.5]])


def _pixels():
    draw = _normal(2)
    yield from (draw(shape) for shape in ((2, 2, 3, 2), (1, 3, 2, 2), (3, 1, 1, 1), (4, 2, 2, 1), (1, 1, 1, 1)))
    yield np.arange(24).reshape(2, 3, 2, 2)


def _dense_forward():
    for seed, (m, n_prev, n) in enumerate(DENSE):
        draw = _normal(seed)
        yield draw((m, n_prev)), draw((n_prev, n)), draw((1, n))
    yield np.arange(6).reshape(3, 2), np.array([[0.5], [-0.25]]), np.array([[0.125]])


def _dense_backward():
    for seed, args in enumerate(_dense_forward()):
        yield _normal(seed + 50)((args[0].shape[0], args[1].shape[1])), args
    yield np.array([[0.5, 0.25]]), (np.array([[1, 2, 3]]), np.array([[1, 0], [2, 1], [0, 3]]), np.array([[0.0, 0.0]]))
    yield np.array([[0.5, 0.25]]), (np.array([[1, 2, 3]]), np.array([[1, 0], [2, 1], [0, 3]]), np.array([[0, 1]]))


def _scores():
    for seed, (m, n, scale) in enumerate(SCORES):
        yield _normal(seed)((m, n)) * scale
    yield np.array([[1, 2, 3], [-4, 0, 2]])
    yield np.array([[1000.0, 1001.0], [0.0, 1.0], [-2000.0, -2001.0]])


def _labelled():
    for seed, Z in enumerate(_scores()):
        yield Z, np.random.default_rng(seed).integers(0, Z.shape[1], Z.shape[0])
    yield np.array([[1000.0, 0.0], [0.0, -2000.0]]), np.array([1, 0])
    yield np.array([[400.0, 399.0], [0.5, 1.0]]), np.array([1, 0])


def _steps():
    draw = _normal(3)
    for names, rate in ((("W1", "b1", "W2", "b2"), 0.1), (("W1",), 0.5), (("W1", "b1", "W2", "b2", "W3", "b3"), 2.0)):
        yield {name: draw((2, 3)) for name in names}, {name: draw((2, 3)) for name in names}, rate
    yield {"W1": np.array([4, 6])}, {"W1": np.array([1.0, -0.5])}, 0.25


def _networks():
    for seed, (m, n_H, n_W, n_C, (first, second), n, f, stride, pad, window) in enumerate(NETWORKS):
        draw = _normal(seed)
        sides = [n_H, n_W]
        for _ in range(2):
            sides = [((side - f + 2 * pad) // stride + 1) // window for side in sides]
        shapes = {
            "W1": (f, f, n_C, first),
            "b1": (1, 1, 1, first),
            "W2": (f, f, first, second),
            "b2": (1, 1, 1, second),
        }
        shapes |= {"W3": (sides[0] * sides[1] * second, n), "b3": (1, n)}
        hparameters = {"conv": {"stride": stride, "pad": pad}, "pool": {"f": window, "stride": window}}
        yield draw((m, n_H, n_W, n_C)), {name: draw(shape) for name, shape in shapes.items()}, hparameters


def _ways_back():
    for seed, args in enumerate(_networks()):
        Z, cache = network_forward(*args)
        yield _normal(seed + 70)(Z.shape), cache


CASES = {
    "network_table": TABLES,
    "relu_forward": [*((Z,) for Z in _images()), (np.array([[7.5, -1.0], [0.0, 20.0]]),)],
    "relu_backward": [(_normal(9)(Z.shape), Z) for Z in _images()],
    "flatten_forward": [(A_prev,) for A_prev in _pixels()],
    "dense_forward": list(_dense_forward()),
    "dense_backward": list(_dense_backward()),
    "softmax": [(Z,) for Z in _scores()],
    "softmax_cross_entropy": list(_labelled()),
    "update_parameters": list(_steps()),
    "network_forward": list(_networks()),
    "network_backward": list(_ways_back()),
}
