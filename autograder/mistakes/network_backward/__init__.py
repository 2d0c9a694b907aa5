"""Wrong versions of `network_backward`: layers left out on the way back, in another order, or with other caches."""
