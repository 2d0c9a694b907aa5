"""Wrong versions of `pool_backward`: windows, masks and shares that miss, sums that are overwritten, wrong starts."""
