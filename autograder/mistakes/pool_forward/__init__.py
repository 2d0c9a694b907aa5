"""Wrong versions of `pool_forward`: windows at the wrong place, over the wrong axes, or the wrong statistic."""
