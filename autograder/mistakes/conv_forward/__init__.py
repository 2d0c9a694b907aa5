"""Wrong versions of `conv_forward`: misplaced windows, wrong output sizes, a stray bias, the wrong filter or channel."""
