"""What one submission gets: a student process for its cells, and its tests against stand-ins for its functions."""
