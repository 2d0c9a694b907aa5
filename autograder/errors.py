"""The one kind of error that a command shows without a traceback."""


class AutograderError(Exception):
    """An error that a user can act on: the message names the file and what to do."""
