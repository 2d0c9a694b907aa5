"""Wrong versions of `conv_forward_im2col`: the wrong matrix of filters, the wrong shape, a stray bias, a cache that is not complete."""
