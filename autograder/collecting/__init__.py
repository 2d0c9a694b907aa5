"""From the zips that Moodle and Canvas export to submitted/."""
