"""Checks of a network as a whole: its arithmetic, a step of gradient descent, the way forward and the way back."""

from collections.abc import Callable

import numpy as np

from helpers.checking import Trial, run
from helpers.checks.decision import dense_backward, dense_forward, flatten_forward, relu_backward, relu_forward

# What the way back gives for the caches that network_backward draws: shape and entries, last layer first. By seed,
# number of examples, side of the images, filters of both convolutions, and side of the windows of both pools. In the
# last two, a gradient meets a 0 at each relu, and a negative one has to pass: what goes wrong there shows itself.
_GRADIENTS = {
    (64, 1, 4, (2, 1), 2): {
        "W3": ((1, 2), [0, 0]),
        "b3": ((1, 2), [0, -1]),
        "W2": ((3, 3, 2, 1), [0, 0, 0, 0, 0, 0, 0, 0, -2, -3, -1, 3, 0, 0, 2, 1, -4, 0]),
        "b2": ((1, 1, 1, 1), [1]),
        "W1": ((3, 3, 1, 2), [8, 14, 19, 16, -21, -7, -32, 38, -25, 37, 5, -35, -34, 24, 19, -94, -8, -19]),
        "b1": ((1, 1, 1, 2), [2, 5]),
    },
    (782, 2, 4, (2, 1), 2): {
        "W3": ((1, 2), [2, 0]),
        "b3": ((1, 2), [-3, 1]),
        "W2": ((3, 3, 2, 1), [10, 0, -10, 4, 0, 0, 8, -4, 2, 6, 0, 0, 0, 0, 0, 0, 0, 0]),
        "b2": ((1, 1, 1, 1), [2]),
        "W1": (
            (3, 3, 1, 2),
            [-40, -128, 266, 240, 124, 208, -150, -242, -378, 24, 188, -82, -10, 176, 114, -210, -80, 154],
        ),
        "b1": ((1, 1, 1, 2), [-34, 18]),
    },
    (306, 1, 2, (1, 2), 1): {
        "W3": ((8, 2), [4, 0, 1, 0, -1, 0, -2, 0, 2, 0, 0, 0, 3, 0, -3, 0]),
        "b3": ((1, 2), [-1, 0]),
        "W2": ((3, 3, 1, 2), [0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -2, 2, 0, 2, 4, -3, 2, -2]),
        "b2": ((1, 1, 1, 2), [-2, 1]),
        "W1": ((3, 3, 1, 1), [0, -1, 0, 0, 1, 2, 0, 0, 0]),
        "b1": ((1, 1, 1, 1), [-1]),
    },
}


def network_table(function: Callable) -> None:
    """Check network_table(input_shape, layers)."""
    conv = {"kind": "conv", "f": 3, "stride": 1, "pad": 0, "n_C": 4}
    pool, dense = {"kind": "pool", "f": 2, "stride": 2}, {"kind": "dense", "n": 5}
    strided = {"kind": "conv", "f": 3, "stride": 2, "pad": 2, "n_C": 2}
    well_known = [
        conv | {"f": 5, "n_C": 8},
        pool,
        conv | {"f": 5, "n_C": 16},
        pool,
        dense | {"n": 128},
        dense | {"n": 10},
    ]
    trials = [
        ((6, 6, 3), [conv], [64], [112], "a convolution: 4 · 4 · 4 numbers, and (3 · 3 · 3 + 1) · 4 parameters."),
        (
            (6, 6, 3),
            [conv, pool],
            [64, 16],
            [112, 0],
            "a pool: it halves height and width, keeps the channels, and learns nothing.",
        ),
        ((6, 6, 3), [conv, pool, dense], [64, 16, 5], [112, 0, 85], "a dense layer: (16 + 1) · 5 parameters."),
        (
            (10, 5, 1),
            [strided],
            [48],
            [20],
            "stride 2 and pad 2 on an image that is higher than wide: 6 rows and 4 columns; the rest is left over.",
        ),
        (
            (8, 5, 2),
            [pool | {"f": 3}, dense],
            [12, 5],
            [0, 65],
            "a pool whose windows overlap, 3 × 3 with stride 2: 3 rows and 2 columns.",
        ),
        (
            (2, 3, 1),
            [dense, dense | {"n": 4}],
            [5, 4],
            [35, 24],
            "dense layers alone: the first is connected to the whole image, the second to all units of the first.",
        ),
        (
            (32, 32, 3),
            well_known,
            [6272, 1568, 1600, 400, 128, 10],
            [608, 0, 3216, 0, 51328, 1290],
            "the network of the table, with the right counts.",
        ),
    ]
    run(
        function,
        [
            Trial(
                f"network_table({shape}, {_lines(layers)})",
                (shape, layers),
                ("sizes", "parameters"),
                {"sizes": np.array(sizes), "parameters": np.array(parameters)},
                tests,
            )
            for shape, layers, sizes, parameters, tests in trials
        ],
    )


def _lines(layers: list) -> str:
    return f"[{', '.join(map(str, layers))}]" if len(layers) < 2 else "[\n    " + ",\n    ".join(map(str, layers)) + "]"


def update_parameters(function: Callable) -> None:
    """Check update_parameters(parameters, gradients, learning_rate)."""
    layer, gradients = (
        {"W1": np.array([[1.0, 2.0], [0.0, 5.0]]), "b1": np.array([[4.0]])},
        {
            "W1": np.array([[10.0, -10.0], [0.0, 20.0]]),
            "b1": np.array([[5.0]]),
        },
    )
    code = (
        'update_parameters({{"W1": np.array([[1., 2.], [0., 5.]]), "b1": np.array([[4.]])}},\n'
        '    {{"W1": np.array([[10., -10.], [0., 20.]]), "b1": np.array([[5.]])}}, {})'
    )
    run(
        function,
        [
            Trial(
                'update_parameters({"w": np.array([2.])}, {"w": np.array([-3.])}, 0.1)',
                ({"w": np.array([2.0])}, {"w": np.array([-3.0])}, 0.1),
                ("updated",),
                {"updated": {"w": np.array([2.3])}},
                "the direction: the loss falls when w grows, and so it should grow. The dict has one name, w.",
            ),
            *(
                Trial(
                    code.format(rate),
                    (layer, gradients, rate),
                    ("updated",),
                    {"updated": {"W1": np.array(W), "b1": np.array(b)}},
                    f"weights and biases, with a learning rate of {rate}.",
                )
                for rate, W, b in ((0.1, [[0.0, 3.0], [0.0, 3.0]], [[3.5]]), (0.5, [[-4.0, 7.0], [0.0, -5.0]], [[1.5]]))
            ),
        ],
    )


# The first six caches: what is looked at in them.
_CACHED = [
    f"the shape of the {which} {layer}'s cache"
    for which in ("first", "second")
    for layer in ("convolution", "relu", "pool")
]

_DRAW = """random = np.random.RandomState({seed})
draw = lambda *shape: (random.permutation(np.prod(shape)) - np.prod(shape) // 2.0).reshape(shape)
hparameters = {{"conv": {{"stride": {stride}, "pad": 1}}, "pool": {{"f": {pool}, "stride": {pool}}}}}
"""


def _drawing(seed: int) -> Callable:
    """What draws arrays of whole numbers that are all different, as the code above does."""
    random = np.random.RandomState(seed)
    return lambda *shape: (random.permutation(np.prod(shape)) - np.prod(shape) // 2.0).reshape(shape)


def network_forward(function: Callable) -> None:
    """Check network_forward(X, parameters, hparameters)."""
    trials = []
    for seed, stride, pool, shapes, cached, scores, tests in (
        (
            6,
            1,
            2,
            ((2, 4, 4, 1), 1, 2, 2, 2),
            ((2, 4, 4, 1), (2, 4, 4, 1), (2, 4, 4, 1), (2, 2, 2, 1), (2, 2, 2, 2), (2, 2, 2, 2)),
            [[-1886.0, 942.0], [-1894.0, 142.0]],
            "the layers in their order, for two images of 4 × 4.",
        ),
        (
            2,
            2,
            1,
            ((1, 7, 5, 2), 2, 2, 8, 3),
            ((1, 7, 5, 2), (1, 4, 3, 2), (1, 4, 3, 2), (1, 4, 3, 2), (1, 2, 2, 2), (1, 2, 2, 2)),
            [[-29427.0, 49872.0, -63600.0]],
            "stride 2 and pools of 1 × 1: each layer takes its numbers from `hparameters`, and relu comes before the"
            " pool.",
        ),
    ):
        X_shape, first, second, flat, n = shapes
        draw = _drawing(seed)
        shape_of = {
            "W1": (3, 3, X_shape[3], first),
            "b1": (1, 1, 1, first),
            "W2": (3, 3, first, second),
            "b2": (1, 1, 1, second),
            "W3": (flat, n),
            "b3": (1, n),
        }
        X, parameters = draw(*X_shape), {name: draw(*shape) for name, shape in shape_of.items()}
        hparameters = {"conv": {"stride": stride, "pad": 1}, "pool": {"f": pool, "stride": pool}}
        names = ",\n    ".join(f'"{name}": draw{shape}' for name, shape in shape_of.items())
        trials.append(
            Trial(
                _DRAW.format(seed=seed, stride=stride, pool=pool)
                + f"X = draw{X_shape}\nparameters = {{\n    {names},\n}}\n"
                + "network_forward(X, parameters, hparameters)",
                (X, parameters, hparameters),
                ("Z", "cache"),
                {
                    "Z": np.array(scores),
                    "the number of caches": 8,
                    **{part: np.array(shape) for part, shape in zip(_CACHED, cached)},
                },
                tests,
                view=_with_number_of_caches,
            )
        )
    run(function, trials, calls=[relu_forward, flatten_forward, dense_forward])


def _with_number_of_caches(results: dict) -> dict | str:
    if not isinstance(results["cache"], tuple | list):
        return "The cache should be the tuple of the eight caches; its line is given."
    cached = {part: np.array(_shape_in(one)) for part, one in zip(_CACHED, results["cache"])}
    return {"Z": results["Z"], "the number of caches": len(results["cache"]), **dict.fromkeys(_CACHED), **cached}


def _shape_in(cache) -> tuple:
    """The shape of an array that was put aside, or of the first of several things."""
    first = cache[0] if isinstance(cache, tuple | list) and cache else cache
    return first.shape if isinstance(first, np.ndarray) else ()


def network_backward(function: Callable) -> None:
    """Check network_backward(dZ, cache), on caches that are drawn: the way back does not ask where they come from."""
    trials = []
    for (seed, m, n, (first, second), f), gradients in _GRADIENTS.items():
        draw, conv, pool = _drawing(seed), {"stride": 1, "pad": 1}, {"f": f, "stride": f}
        n1, n2 = n // f, n // f**2  # the sides behind the first pool and behind the second one
        flat = n2 * n2 * second
        cache = (
            (draw(m, n, n, 1), draw(3, 3, 1, first), draw(1, 1, 1, first), conv),
            draw(m, n, n, first),
            (draw(m, n, n, first), pool),
            (draw(m, n1, n1, first), draw(3, 3, first, second), draw(1, 1, 1, second), conv),
            draw(m, n1, n1, second),
            (draw(m, n1, n1, second), pool),
            (m, n2, n2, second),
            (draw(m, flat), draw(flat, 2), draw(1, 2)),
        )
        code = (
            _DRAW.format(seed=seed, stride=1, pool=f)
            + f"""conv, pool = hparameters["conv"], hparameters["pool"]
cache = (
    (draw({m}, {n}, {n}, 1), draw(3, 3, 1, {first}), draw(1, 1, 1, {first}), conv),  # conv1
    draw({m}, {n}, {n}, {first}),                                              # relu1
    (draw({m}, {n}, {n}, {first}), pool),                                      # pool1
    (draw({m}, {n1}, {n1}, {first}), draw(3, 3, {first}, {second}), draw(1, 1, 1, {second}), conv),  # conv2
    draw({m}, {n1}, {n1}, {second}),                                              # relu2
    (draw({m}, {n1}, {n1}, {second}), pool),                                      # pool2
    ({m}, {n2}, {n2}, {second}),                                                  # flat
    (draw({m}, {flat}), draw({flat}, 2), draw(1, 2)),                          # dense
)
network_backward(draw({m}, 2), cache)"""
        )
        expected = {name: np.array(values).reshape(shape) for name, (shape, values) in gradients.items()}
        many = "several examples" if m > 1 else "one example"
        tests = f"the way back through all layers, for {many}."
        if n2 > 1:
            tests = "how the rows are folded up again: several pixels and channels, and pools of 1 × 1."
        tests += " Those nearer to the loss than the one that is named agree."
        trials.append(Trial(code, (draw(m, 2), cache), ("gradients",), {"gradients": expected}, tests))
    run(function, trials, calls=[relu_backward, dense_backward])
