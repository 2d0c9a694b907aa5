"""Cases of the layers between convolutions and a decision, and of a whole network (notebook 05)."""

import numpy as np

from autograder import reference
from autograder.cases.drawing import Case, Numbers, kept


@kept
def network_table(n_H=12, n_W=12, n_C=3, kinds="conv pool dense", f=3, stride=1, pad=0) -> Case:
    """The shape (n_H, n_W, n_C) of an input and a list of layers, with numbers of filters and units drawn at random.

    kinds: the layers, in words. f, stride, pad: of each convolution; pools are 2 × 2 with stride 2.
    """
    draw = Numbers("network_table", locals())
    layers = []
    for kind in kinds.split():
        number = draw.whole(2, 12)
        settings = {
            "conv": {"f": f, "stride": stride, "pad": pad, "n_C": number},
            "pool": {"f": 2, "stride": 2},
            "dense": {"n": number},
        }
        layers.append({"kind": kind, **settings[kind]})
    label = f"network_table(({n_H}, {n_W}, {n_C}), {layers})"
    return Case("network_table", ((n_H, n_W, n_C), layers), label)


@kept
def relu_forward(shape=(2, 3, 3, 2), integer=False) -> Case:
    """Z of a shape; whole numbers have a 0 among them."""
    numbers = Numbers("relu_forward", locals())
    return Case("relu_forward", (numbers(*shape),), f"relu_forward with Z of shape {shape}{numbers.kind}")


@kept
def relu_backward(shape=(2, 3, 3, 2), integer=False) -> Case:
    """dA and the cache Z, of one shape; whole numbers in Z have a 0 among them."""
    numbers = Numbers("relu_backward", locals())
    dA = Numbers("relu_backward dA", {"shape": shape})(*shape)
    return Case("relu_backward", (dA, numbers(*shape)), f"relu_backward with dA and Z of shape {shape}{numbers.kind}")


@kept
def flatten_forward(m=2, n_H=2, n_W=3, n_C=2, integer=False) -> Case:
    """A_prev (m, n_H, n_W, n_C)."""
    numbers = Numbers("flatten_forward", locals())
    A_prev = numbers(m, n_H, n_W, n_C)
    return Case("flatten_forward", (A_prev,), f"flatten_forward with A_prev of shape {A_prev.shape}{numbers.kind}")


@kept
def dense_forward(m=3, n_prev=4, n=2, bias=True, integer=False) -> Case:
    """A_prev (m, n_prev), W (n_prev, n) and b (1, n)."""
    numbers = Numbers("dense_forward", locals())
    A_prev, W, b = numbers(m, n_prev), numbers(n_prev, n), numbers.bias((1, n), bias)
    label = f"dense_forward with A_prev of shape {A_prev.shape}{numbers.kind} and W of shape {W.shape}"
    return Case("dense_forward", (A_prev, W, b), label)


@kept
def dense_backward(m=3, n_prev=4, n=2, integer=False) -> Case:
    """dZ (m, n) and the cache (A_prev, W, b)."""
    numbers = Numbers("dense_backward", locals())
    cache = numbers(m, n_prev), numbers(n_prev, n), numbers.bias((1, n), True)
    dZ = Numbers("dense_backward dZ", {"shape": (m, n)})(m, n)
    label = f"dense_backward with dZ of shape {dZ.shape}, and A_prev {cache[0].shape}{numbers.kind} and W"
    return Case("dense_backward", (dZ, cache), f"{label} {cache[1].shape} in the cache")


@kept
def softmax(m=3, n=4, scale=1, integer=False) -> Case:
    """Scores Z (m, n), multiplied by `scale`."""
    numbers = Numbers("softmax", locals())
    Z = numbers(m, n) * scale
    return Case("softmax", (Z,), f"softmax with Z of shape {Z.shape}{numbers.kind}{_reach(Z)}")


@kept
def softmax_cross_entropy(m=3, n=4, scale=1, integer=False) -> Case:
    """Scores Z (m, n), multiplied by `scale`, and the right classes y (m,)."""
    numbers = Numbers("softmax_cross_entropy", locals())
    Z = numbers(m, n) * scale
    y = np.array([numbers.whole(0, n) for _ in range(m)])
    label = f"softmax_cross_entropy with Z of shape {Z.shape}{numbers.kind}{_reach(Z)} and y = {y.tolist()}"
    return Case("softmax_cross_entropy", (Z, y), label)


@kept
def update_parameters(learning_rate=0.5, names="W1 b1 W2 b2", integer=False) -> Case:
    """Two dicts of arrays, for a filter bank "W…" and its bias "b…" each, and a learning rate."""
    numbers = Numbers("update_parameters", locals())
    gradients_of = Numbers("update_parameters gradients", {"names": names})
    shapes = {name: (2, 2, 1, 3) if name[0] == "W" else (1, 1, 1, 3) for name in names.split()}
    parameters = {name: numbers(*shape) for name, shape in shapes.items()}
    gradients = {name: gradients_of(*shape) for name, shape in shapes.items()}
    label = f"update_parameters of {', '.join(shapes)}{numbers.kind} with learning_rate {learning_rate}"
    return Case("update_parameters", (parameters, gradients, learning_rate), label)


def network_forward(
    m=2, n_H=4, n_W=4, n_C_prev=1, filters=(2, 3), n=3, f=3, stride=1, pad=1, pool=2, bias=True
) -> Case:
    """X (m, n_H, n_W, n_C_prev), the parameters of a network with `filters` in its two convolutions and n classes, and
    its hyperparameters: f, stride and pad of both convolutions, windows of both pools of `pool` with that stride."""
    args, label = _network("network_forward", **locals())
    return Case("network_forward", args, label)


def network_backward(
    m=2, n_H=4, n_W=4, n_C_prev=1, filters=(2, 3), n=3, f=3, stride=1, pad=1, pool=2, fractions=True, paper=0
) -> Case:
    """dZ (m, n), and the cache of network_forward for the same sizes.

    fractions: False for small whole numbers, as floats, in the network and therefore in all that its layers put aside.
    paper: so many upper rows of X are 0, and there are no biases: what a convolution puts out there is exactly 0.
    """
    sizes = {name: value for name, value in locals().items() if name not in ("fractions", "paper")}
    (X, parameters, hparameters), label = _network("network_backward", bias=not paper, **sizes)
    X[:, :paper] = 0
    if not fractions:
        X = np.ceil(4 * X) + 0.0  # no -0.
        parameters = {
            name: np.ceil(64 * array if name[0] == "W" else array) + 0.0 for name, array in parameters.items()
        }
    Z, cache = reference.network_forward(X, parameters, hparameters)
    dZ = Numbers("network_backward dZ", {"shape": Z.shape})(*Z.shape)
    dZ = dZ if fractions else np.ceil(4 * dZ) + 0.0
    label += f", all biases 0, the first {paper} rows of X 0" if paper else ""
    return Case("network_backward", (dZ, cache), f"{label}, and dZ of shape {dZ.shape}")


def _network(exercise, m, n_H, n_W, n_C_prev, filters, n, f, stride, pad, pool, bias):
    numbers = Numbers(exercise, locals())
    hparameters = {"conv": {"stride": stride, "pad": pad}, "pool": {"f": pool, "stride": pool}}
    first, second = filters
    X = numbers(m, n_H, n_W, n_C_prev)
    parameters = {}
    for k, before, after in ((1, n_C_prev, first), (2, first, second)):
        # Small weights: the scores stay of the order of the image's entries.
        parameters[f"W{k}"] = numbers(f, f, before, after) / 16
        parameters[f"b{k}"] = numbers.bias((1, 1, 1, after), bias)
    for _ in range(2):
        n_H, n_W = (((side - f + 2 * pad) // stride + 1) // pool for side in (n_H, n_W))
    parameters["W3"], parameters["b3"] = numbers(n_H * n_W * second, n) / 16, numbers.bias((1, n), bias)
    label = (
        f"{exercise} with X of shape {X.shape}, {first} and {second} filters of {f} × {f}, {n} classes, {hparameters}"
    )
    return (X, parameters, hparameters), label


def _reach(Z: np.ndarray) -> str:
    return f", scores from {Z.min():g} to {Z.max():g}" if np.abs(Z).max() > 100 else ""
