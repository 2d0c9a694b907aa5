"""The lines of the right version that slips replace, and the sections that they point to, by short names."""

HEIGHT = "n_H = int((n_H_prev - f + 2 * pad) / stride) + 1"
WIDTH = "n_W = int((n_W_prev - f + 2 * pad) / stride) + 1"
SIZE, LAYER = "Stride and output size", "The convolution layer"
STEP = "Z[i, h, w, c] = np.squeeze(conv_single_step(a_slice_prev, W[..., c], b[..., c]))"
