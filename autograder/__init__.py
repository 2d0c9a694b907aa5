"""What an instructor runs: release, grade, feedback, verify. Start with `autograder --help`."""
