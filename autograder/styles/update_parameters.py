"""Right versions of `update_parameters` in other styles."""

import numpy as np

from autograder.catalogue import style


@style
def as_in_the_notebook(parameters, gradients, learning_rate):
    """A new dict, one name after the other."""
    updated = {}
    for name in parameters:
        updated[name] = parameters[name] - learning_rate * gradients[name]
    return updated


@style
def dict_comprehension(parameters, gradients, learning_rate):
    """One expression."""
    return {name: parameters[name] - learning_rate * gradients[name] for name in parameters}


@style
def names_of_the_gradients(parameters, gradients, learning_rate):
    """The loop goes over the gradients."""
    updated = {}
    for name, gradient in gradients.items():
        updated[name] = parameters[name] - gradient * learning_rate
    return updated


@style
def copied_deeply(parameters, gradients, learning_rate):
    """A deep copy, then new arrays in it."""
    import copy

    updated = copy.deepcopy(parameters)
    for name in updated:
        updated[name] = updated[name] - learning_rate * gradients[name]
    return updated


@style
def copied_one_level(parameters, gradients, learning_rate):
    """A copy of the dict, whose entries are replaced and not changed."""
    updated = parameters.copy()
    for name in gradients:
        updated[name] = np.subtract(parameters[name], learning_rate * gradients[name])
    return updated


@style
def zipped_names(parameters, gradients, learning_rate):
    """Names and new arrays put together at the end."""
    names = list(parameters)
    arrays = [parameters[name] - learning_rate * gradients[name] for name in names]
    return dict(zip(names, arrays))


@style
def adds_the_step(parameters: dict, gradients: dict, learning_rate: float) -> dict:
    """Floats, to which the negative step is added in place."""
    updated = {name: np.array(array, dtype=float) for name, array in parameters.items()}
    for name, array in updated.items():
        array += -learning_rate * gradients[name]
    return updated


@style
def in_another_order(parameters, gradients, learning_rate):
    """The names sorted backward, in Fortran order."""
    return {
        name: np.asfortranarray(parameters[name] - learning_rate * gradients[name])
        for name in sorted(parameters, reverse=True)
    }
