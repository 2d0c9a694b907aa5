"""The mistakes that a census of people's answers found most often: those that come together."""

# By exercise. Three of them at once are looked for however little they resemble what was seen, which for any three of
# all mistakes would take minutes.
COMMON: dict[str, tuple[str, ...]] = {
    "conv_forward": (
        "assigns_array_to_entry",
        "assumes_square_input",
        "bias_per_entry",
        "float_of_bias_array",
        "forgets_pad_in_the_size",
        "forgets_the_bias",
        "ignores_stride",
        "slices_unpadded_input",
        "swaps_rows_and_columns",
    ),
    "pool_forward": (
        "assumes_square_input",
        "caches_only_the_input",
        "ignores_stride",
        "pools_all_channels",
        "swaps_rows_and_columns",
        "writes_at_the_window_start",
    ),
    "conv_backward": (
        "counts_the_bias_per_entry",
        "forgets_dz_for_the_filters",
        "forgets_dz_for_the_input",
        "ignores_stride",
        "overwrites_filter_gradient",
        "slices_unpadded_input",
        "starts_from_random_numbers",
        "unpads_with_negative_slice",
        "zeros_like_everything",
        "zeros_like_input",
    ),
    "pool_backward": (
        "ignores_stride",
        "masks_the_input",
        "multiplies_by_a_window_of_the_gradient",
        "reads_gradient_at_the_window_start",
        "shares_a_window_of_the_gradient",
        "shares_the_input",
        "swaps_rows_and_columns",
        "zeros_like_input",
    ),
}
