"""Right versions of each exercise in other styles, one module per exercise; each must earn full marks."""
