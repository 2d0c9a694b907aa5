"""Wrong versions of `network_forward`: layers left out, in another order, or with the wrong settings."""
