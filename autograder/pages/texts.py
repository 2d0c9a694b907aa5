"""What programs print, made fit to show: no colours of a terminal, no folders of the grading machine, not too long."""

import re

LONGEST = 20_000

_ANSI = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]{0,200}(?:\x07|\x1b\\)|\x1b[@-Z\\-_]")
# From the beginning of a word on, so that no long text takes long.
_INSTALLED = re.compile(r"(?:(?<!\w)[A-Za-z]:)?(?<![^\s'\"<>|:])[\\/][^\s'\"<>|:]*[\\/](?:site|dist)-packages[\\/]")
_FOLDERS = re.compile(r"(?<![\w/.:~])/(?:[\w.+@~-]+/)+(?=[\w.+@~<-])|(?<!\w)[A-Za-z]:\\(?:[^\\\s'\"<>|:]+\\)+")


def printed(text: str, limit: int = LONGEST) -> tuple[str, str]:
    """Text as it would stand in a terminal, and a word on what was left out, which is empty if nothing was."""
    text, left_out = cut(text, limit)
    return without_folders(_overwritten(_ANSI.sub("", text))), left_out


def cut(text: str, limit: int = LONGEST) -> tuple[str, str]:
    """The beginning of a text, and a word on what was left out."""
    if len(text) <= limit:
        return text, ""
    return text[:limit], f"{len(text) - limit:,} more characters are left out here."


def without_folders(text: str) -> str:
    """Text in which a file has its name, or its place within a package, but not the folders of this machine."""
    return _FOLDERS.sub("…/", _INSTALLED.sub("", text))


def _overwritten(text: str) -> str:
    """A progress bar goes back to the start of its line and writes over it: what was written last stays."""
    if "\r" not in text:
        return text
    lines = text.replace("\r\n", "\n").split("\n")
    return "\n".join(line.rstrip("\r").rpartition("\r")[2] for line in lines)
