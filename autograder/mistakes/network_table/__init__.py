"""Wrong versions of `network_table`: weights or biases miscounted, sizes misjudged."""
