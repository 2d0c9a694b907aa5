"""Wrong versions of `network_in_torch`: layers that are missing, in the wrong place or of the wrong size."""
