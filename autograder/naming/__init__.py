"""Which mistake it is, and the smallest input on which it shows."""

from autograder.naming.explaining import explain
from autograder.naming.explanation import Compared, Counterexample, Explanation, Named

__all__ = ["Compared", "Counterexample", "Explanation", "Named", "explain"]
