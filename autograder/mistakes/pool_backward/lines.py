"""The lines of the right version that slips replace, and the sections that they point to, by short names."""

WINDOW = "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c]"
MASKED = "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += mask * dA[i, h, w, c]"
SHARED = "dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += distribute_value(da, shape)"
SHAPE = "m, n_H, n_W, n_C = dA.shape"
SLICE = "a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end, c]"
TOP = "vert_start = h * stride"
LEFT = "horiz_start = w * stride"
