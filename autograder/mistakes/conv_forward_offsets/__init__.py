"""Wrong versions of `conv_forward_offsets`: the wrong weights, the wrong slice, a bias that counts otherwise."""
