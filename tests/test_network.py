"""The network of notebook 05: its reference, its data, its training, and what it finds of notebook 1."""

import copy
import math
import shutil
from pathlib import Path

import numpy as np
import pytest

from autograder import cases, reference, trusted
from autograder.notebook import Solved
from helpers import checks, data, own, training
from helpers.checking import CheckFailed
from helpers.gradients import numerical_gradient, relative_error

ROOT = Path(__file__).parents[1]
HPARAMETERS = {"conv": {"stride": 1, "pad": 1}, "pool": {"f": 2, "stride": 2}}
NETWORK = training.Network(
    reference.network_forward,
    reference.network_backward,
    reference.softmax_cross_entropy,
    reference.update_parameters,
    HPARAMETERS,
)


def drawn_network(seed=0):
    """Images, parameters of a small network, and labels; no maximum ties and nothing is exactly 0."""
    random = np.random.default_rng(seed)
    parameters = training.initial_parameters(filters=(2, 3), classes=4, seed=seed)
    parameters = {name: array + 0.1 * random.normal(size=array.shape) for name, array in parameters.items()}
    return random.normal(size=(3, 8, 8, 1)), parameters, random.integers(0, 4, 3)


def test_the_published_table_has_these_counts():
    conv, pool = {"kind": "conv", "f": 5, "stride": 1, "pad": 0}, {"kind": "pool", "f": 2, "stride": 2}
    layers = [
        conv | {"n_C": 8},
        pool,
        conv | {"n_C": 16},
        pool,
        {"kind": "dense", "n": 128},
        {"kind": "dense", "n": 10},
    ]
    sizes, parameters = reference.network_table((32, 32, 3), layers)
    assert sizes == [6272, 1568, 1600, 400, 128, 10]
    assert parameters == [608, 0, 3216, 0, 51328, 1290]


def test_the_loss_has_the_measured_gradient():
    Z, y = np.random.default_rng(1).normal(size=(5, 4)), np.array([3, 0, 1, 1, 2])
    _, dZ = reference.softmax_cross_entropy(Z, y)
    measured = numerical_gradient(lambda: reference.softmax_cross_entropy(Z, y)[0], Z)
    assert relative_error(dZ, measured) < 1e-8
    np.testing.assert_allclose(dZ.sum(axis=1), 0, atol=1e-15)


def test_scores_of_any_size_have_a_finite_loss():
    loss, dZ = reference.softmax_cross_entropy(np.array([[1e4, 0.0], [0.0, -1e4]]), np.array([1, 0]))
    assert loss == 5e3 and np.isfinite(dZ).all()


def test_softmax_does_what_plain_python_does():
    Z = np.random.default_rng(2).normal(size=(3, 5))
    powers = [[math.exp(z) for z in row] for row in Z]
    np.testing.assert_allclose(reference.softmax(Z), [[p / sum(row) for p in row] for row in powers], rtol=1e-12)


def test_the_whole_network_has_the_measured_gradients():
    X, parameters, y = drawn_network()

    def loss():
        return reference.softmax_cross_entropy(reference.network_forward(X, parameters, HPARAMETERS)[0], y)[0]

    Z, cache = reference.network_forward(X, parameters, HPARAMETERS)
    gradients = reference.network_backward(reference.softmax_cross_entropy(Z, y)[1], cache)
    assert gradients.keys() == parameters.keys()
    for name, array in parameters.items():
        assert relative_error(gradients[name], numerical_gradient(loss, array)) < 1e-7, name


def test_the_whole_network_agrees_with_pytorch():
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    functional = torch.nn.functional
    X, parameters, y = drawn_network(1)
    Z, cache = reference.network_forward(X, parameters, HPARAMETERS)
    loss, dZ = reference.softmax_cross_entropy(Z, y)
    gradients = reference.network_backward(dZ, cache)

    tensors = {name: torch.tensor(array, requires_grad=True) for name, array in parameters.items()}
    A = torch.tensor(X.transpose(0, 3, 1, 2).copy())
    for k in "12":
        A = functional.conv2d(A, tensors[f"W{k}"].permute(3, 2, 0, 1), tensors[f"b{k}"].ravel(), padding=1)
        A = functional.max_pool2d(torch.relu(A), 2)
    scores = A.permute(0, 2, 3, 1).flatten(1) @ tensors["W3"] + tensors["b3"]
    torch_loss = functional.cross_entropy(scores, torch.tensor(y))
    torch_loss.backward()
    np.testing.assert_allclose(Z, scores.detach().numpy(), atol=1e-12)
    assert loss == pytest.approx(torch_loss.item(), rel=1e-12)
    for name, tensor in tensors.items():
        np.testing.assert_allclose(gradients[name], tensor.grad.numpy(), atol=1e-12, err_msg=name)


RELU_1, RELU_2 = "relu_backward(dA1, relu1)", "relu_backward(dA2, relu2)"
WAYS_BACK = {
    "nothing for the first relu": (RELU_1, "dA1"),
    "nothing for the second relu": (RELU_2, "dA2"),
    "the first relu forward": (RELU_1, "relu_forward(dA1)[0]"),
    "the second relu forward": (RELU_2, "relu_forward(dA2)[0]"),
    "the sign of the gradient at the first relu": (RELU_1, "dA1 * (dA1 > 0)"),
    "the sign of the gradient at the second relu": (RELU_2, "dA2 * (dA2 > 0)"),
    "at least 0 at the first relu": (RELU_1, "dA1 * (relu1 >= 0)"),
    "at least 0 at the second relu": (RELU_2, "dA2 * (relu2 >= 0)"),
    "the first pool as an average": ("(dP1, pool1)", '(dP1, pool1, "average")'),
    "the second pool as an average": ("(dP2, pool2)", '(dP2, pool2, "average")'),
    "folded channels first": (".reshape(flat)", ".reshape(m, n_C, n_H, n_W).transpose(0, 2, 3, 1)"),
    "folded columns first": (".reshape(flat)", ".reshape(m, n_W, n_H, n_C).transpose(0, 2, 1, 3)"),
    "folded in the other order": (".reshape(flat)", '.reshape(flat, order="F")'),
}


@pytest.mark.parametrize("wrong", WAYS_BACK)
def test_a_way_back_that_is_wrong_at_one_place_is_refused_by_the_check_and_by_hidden_tests(wrong):
    solved = Solved.read(ROOT / "solutions" / "05_convnet" / "05_convnet.ipynb")
    (source,) = [cell.source for cell in solved.nb.cells if cell.id == "network_backward"]
    line, other = WAYS_BACK[wrong]
    assert source.count(line) == 1
    given = "dense) = cache  #: given\n"
    source = source.replace(given, f"{given}    (m, n_H, n_W, n_C) = flat\n").replace(line, other)
    nb = solved.with_answers({"network_backward": source})
    with pytest.raises(CheckFailed, match="is not right yet"):
        checks.network_backward(trusted.definitions(nb)["network_backward"])
    tests = [test for test in solved.tests if test.exercise == "network_backward"]
    assert any(outcome.message for outcome in trusted.run(nb, tests))


@pytest.mark.parametrize("relus", [(False, True), (True, False), (False, False)])
def test_a_missing_relu_on_the_way_forward_fails_already_for_the_plain_network(relus):
    def network_forward(X, parameters, hparameters):
        P, caches = X, []
        for k, relu in zip("12", relus, strict=True):
            Z, conv = reference.conv_forward(P, parameters[f"W{k}"], parameters[f"b{k}"], hparameters["conv"])
            A = np.maximum(0, Z) if relu else Z
            P, pool = reference.pool_forward(A, hparameters["pool"])
            caches += [conv, Z, pool]
        F, flat = reference.flatten_forward(P)
        Z, dense = reference.dense_forward(F, parameters["W3"], parameters["b3"])
        return Z, (*caches, flat, dense)

    with pytest.raises(CheckFailed, match="the layers in their order"):
        checks.network_forward(network_forward)


def test_no_digit_is_in_two_parts_and_the_test_part_never_changes():
    parts = data.digits(0)
    assert [len(part.labels) for part in parts] == [1097, 300, 400]
    images = np.concatenate([part.images for part in parts])
    # Of the 1,797 images none stands there twice, so that equal ones would be one in two parts.
    assert len(np.unique(images.reshape(len(images), -1), axis=0)) == len(images) == 1797
    assert images.shape[1:] == (8, 8, 1) and images.min() == 0 and images.max() == 1
    for part in parts:
        assert set(part.labels) == set(range(10)) and part.labels.dtype.kind == "i"
    other = data.digits(1)
    assert np.array_equal(other[2].images, parts[2].images) and np.array_equal(other[2].labels, parts[2].labels)
    assert not np.array_equal(other[0].images, parts[0].images)


def test_a_batch_holds_examples_with_their_own_labels_and_an_epoch_all_of_them_once():
    labels = np.arange(11)
    examples = data.Examples(labels[:, None, None, None] * np.ones((1, 2, 2, 1)), labels)
    batches = list(training.batches(examples, 3, np.random.RandomState(0)))
    assert [len(batch.labels) for batch in batches] == [3, 3, 3]
    seen = np.concatenate([batch.labels for batch in batches])
    assert len(set(seen)) == 9
    assert all((batch.images[:, 0, 0, 0] == batch.labels).all() for batch in batches)
    assert not np.array_equal(seen, labels[:9])


def test_training_learns_leaves_its_start_alone_and_can_be_repeated():
    train, validation, _ = data.digits()
    few = data.Examples(train.images[:320], train.labels[:320])
    start = training.initial_parameters(filters=(4, 8))
    before = copy.deepcopy(start)
    one = training.train(NETWORK, start, few, epochs=12)
    two = training.train(NETWORK, start, few, epochs=12)
    assert all(np.array_equal(start[name], before[name]) for name in start)
    np.testing.assert_allclose(one.losses, two.losses)
    assert len(one.losses) == 12 * 20
    assert np.mean(one.losses[-20:]) < 0.5 * np.mean(one.losses[:20])
    right = training.accuracy(NETWORK, one.parameters, validation)
    assert right > 0.6
    predicted = training.predict(NETWORK, one.parameters, validation.images, size=7)
    assert np.mean(predicted == validation.labels) == right


def test_the_loss_is_displayed_at_once_and_at_the_end(monkeypatch):
    shown = []

    class Handle:
        def update(self, picture):
            shown.append(picture)

    def display(picture, display_id):
        shown.append(picture)
        return Handle()

    monkeypatch.setattr("IPython.display.display", display)
    train, _, _ = data.digits()
    few = data.Examples(train.images[:32], train.labels[:32])
    training.train(NETWORK, training.initial_parameters(filters=(1, 1)), few, epochs=3, show=True)
    assert shown[0].caption.startswith("Step 1 of 6") and shown[-1].caption.startswith("All 6 steps done")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_students_own_convolution_is_found_beside_the_notebook(folder):
    shutil.copy(ROOT / "solutions" / "01_convolution" / "01_convolution.ipynb", folder)
    args = cases.conv_forward(stride=2, pad=1, bias=True).args
    np.testing.assert_allclose(own.own_conv_forward()(*args)[0], reference.conv_forward(*args)[0])


def test_the_students_own_convolution_is_found_in_a_folder_of_its_own(folder, monkeypatch):
    shutil.copytree(ROOT / "solutions" / "01_convolution", folder / "01_convolution")
    (folder / "05_convnet").mkdir()
    monkeypatch.chdir(folder / "05_convnet")
    assert own.own_conv_forward() is not None


@pytest.mark.parametrize("text", ["", "{}", "not a notebook"])
def test_without_a_finished_notebook_there_is_no_convolution_of_the_students_own(folder, text):
    assert own.own_conv_forward() is None
    (folder / "01_convolution.ipynb").write_text(text)
    assert own.own_conv_forward() is None


def test_an_unfilled_notebook_has_no_convolution_of_the_students_own(folder):
    shutil.copy(ROOT / "notebooks" / "01_convolution" / "01_convolution.ipynb", folder)
    assert own.own_conv_forward() is None


def test_wrong_results_in_a_dict_are_told_by_their_name():
    from helpers.compare import difference

    right = {"W1": np.zeros(2), "b1": np.zeros(1)}
    assert difference(right, right, "gradients") is None
    assert difference(right | {"more": 1}, right, "gradients") is None
    assert "gradients['b1']" in difference({"W1": np.zeros(2), "b1": np.ones(1)}, right, "gradients")
    assert "should have an entry 'b1', but it has 'W1'" in difference({"W1": np.zeros(2)}, right, "gradients")
    assert "should be a dict with the entries 'W1', 'b1'" in difference([1, 2], right, "gradients")
    assert "gradients is None" in difference(None, right, "gradients")
