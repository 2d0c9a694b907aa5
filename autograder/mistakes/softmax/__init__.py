"""Wrong versions of `softmax`: other sums, other axes, and numbers that the computer cannot hold."""
