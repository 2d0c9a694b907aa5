"""Wrong versions of `conv_backward_im2col`: the wrong transpose, the wrong border, sums over something else."""
