"""Wrong versions of each exercise that people really write, one module per exercise."""
