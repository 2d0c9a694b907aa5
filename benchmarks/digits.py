"""How well the network of notebook 05 reads digits that it has never seen, and how long it learns.

OPENBLAS_NUM_THREADS=1 python benchmarks/digits.py

Three networks, from three seeds; each is trained as the notebook trains it, with the reference's functions. The test
part is the same for all of them, and no setting was chosen on it.
"""

import time

import numpy as np

from autograder import reference
from helpers.data import digits
from helpers.training import Network, accuracy, initial_parameters, train

HPARAMETERS = {"conv": {"stride": 1, "pad": 1}, "pool": {"f": 2, "stride": 2}}


def main() -> None:
    network = Network(
        reference.network_forward,
        reference.network_backward,
        reference.softmax_cross_entropy,
        reference.update_parameters,
        HPARAMETERS,
    )
    results = []
    for seed in (0, 1, 2):
        examples, validation, test = digits(seed)
        wall, processor = time.perf_counter(), time.process_time()
        trained = train(network, initial_parameters(seed=seed), examples, seed=seed).parameters
        wall, processor = time.perf_counter() - wall, time.process_time() - processor
        results.append(100 * accuracy(network, trained, test))
        chosen_on = 100 * accuracy(network, trained, validation)
        print(
            f"seed {seed}: {results[-1]:.2f} % of {len(test.labels)} test digits, {chosen_on:.2f} % of validation;"
            f" {wall:.1f} s, {processor:.1f} s of processor time"
        )
    print(f"test: mean {np.mean(results):.2f} %, standard deviation {np.std(results, ddof=1):.2f}")


if __name__ == "__main__":
    main()
