"""The lines of the right version that slips replace, and the sections that they point to, by short names."""

SECTION = "The whole network"
