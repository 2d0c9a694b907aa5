"""From the bytes of a file that was handed in to a notebook: plain dicts in format 4, without outputs.

Whatever the file is, reading it ends soon and takes little more memory than the file: outputs are cut out of the text
before it is parsed. What cannot be read is said in one kind of error, `NotANotebook`.
"""

import codecs
import json
import re
from collections.abc import Iterator
from pathlib import Path

from autograder.errors import AutograderError
from autograder.repairing.definitions import LONGEST

LARGEST = 500_000_000  # bytes of a file
LARGEST_REST = 10_000_000  # bytes of a file without its outputs: text and code, of which honest notebooks hold 0.1 MB
MOST_BRACKETS = 3_000_000  # in outputs: each costs a moment, and honest ones hold a hundred or so
MOST_CELLS = 5_000
LONGEST_ID = 200  # characters
MOST_CODE = 500_000  # characters of code that would be looked into, of which honest notebooks hold some ten thousand


class NotANotebook(AutograderError):
    """A file that cannot be read as a notebook. reason: why, and what to do, as a clause."""

    def __init__(self, reason: str):
        super().__init__(f"not a notebook: {reason}")
        self.reason = reason


def contents(path: Path) -> bytes:
    """The bytes of a file; of one that is larger than a notebook may be, as many as show that. Raises OSError."""
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def read(data: bytes) -> dict:
    """Read a notebook of any format, from 1 to those to come: `{"nbformat", "nbformat_minor", "metadata", "cells"}`.

    Each cell has `cell_type` ("code", "markdown" or "raw"), `source` (one string, lines end in a newline alone), `id`
    (None where it has none) and `metadata`, of which only nbgrader's `grade_id` is kept. Raises NotANotebook, and
    nothing else, for every file that isn't one.
    """
    if len(data) > LARGEST:
        raise NotANotebook(
            f"the file has more than {LARGEST // 1_000_000} MB, and that is the most; clear the outputs, save and hand"
            " in again"
        )
    if not data.strip(b"\0 \t\r\n\f"):
        raise NotANotebook("the file is empty")
    data = _as_utf8(data)
    if known := _other_kind(data[:4096]):
        raise NotANotebook(known)
    rest = _without_outputs(data).rstrip(b"\0 \t\r\n")
    if len(rest) > LARGEST_REST:
        rest = _PICTURE.sub(b"data:,", rest)
    if len(rest) > LARGEST_REST:
        raise NotANotebook(
            f"without its outputs and pictures it still holds more than {LARGEST_REST // 1_000_000} MB; take out what"
            " is not text or code"
        )
    cells = [cell for cell in _cells_of(_parse(rest)) if isinstance(cell, dict)]
    if len(cells) > MOST_CELLS:
        raise NotANotebook(f"it has {len(cells)} cells, and {MOST_CELLS} are the most")
    cells = [_cell(cell) for cell in cells]
    code = sum(len(cell["source"]) for cell in cells if cell["cell_type"] == "code" and len(cell["source"]) <= LONGEST)
    if code > MOST_CODE:
        raise NotANotebook(f"it holds {code} characters of code, and {MOST_CODE} are the most")
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}


# The file


def _as_utf8(data: bytes) -> bytes:
    """The text without its byte-order mark, in UTF-8; a damaged character becomes U+FFFD."""
    encoding = json.detect_encoding(data[:4])
    if encoding not in ("utf-8-sig", "utf-8"):
        # In pieces: one call that takes long could not be ended.
        decoder = codecs.getincrementaldecoder(encoding)("replace")
        pieces = (data[at : at + 2**20] for at in range(0, len(data), 2**20))
        text = [decoder.decode(piece).encode("utf-8", "replace") for piece in pieces]
        data = b"".join([*text, decoder.decode(b"", True).encode("utf-8", "replace")])
    # Programs that add a mark do not look whether there is one.
    return re.sub(rb"^(?:\xef\xbb\xbf)+", b"", data)


_BEGINNINGS = [
    (rb"PK\x03\x04", "it is a zip archive; unpack it and hand in the notebook that is in it"),
    (rb"\x1f\x8b|BZh|7z\xbc\xaf|Rar!|\xfd7zXZ", "it is a compressed file; unpack it and hand in the notebook in it"),
    (rb"%PDF", "it is a PDF; hand in the .ipynb file itself"),
    (rb"\x89PNG|\xff\xd8\xff|GIF8", "it is a picture; hand in the .ipynb file itself"),
    (rb"\{\\rtf", "it is a document of a word processor; hand in the .ipynb file itself"),
    (
        rb"(?s)\s*(?:\[InternetShortcut\]|\[\{000214A0|https?://\S+\s*\Z|<\?xml.{0,200}<!doctype plist)",
        "it is a link; open it, and download the notebook itself, as .ipynb",
    ),
    (
        rb"\s*(?:<!--[^>]*>\s*|<\?xml[^>]*>\s*)*<(?:!doctype|html|head|body|svg)\b",
        "it is an HTML page; download the notebook itself, as .ipynb",
    ),
    (rb"version https://git-lfs", "it is a pointer of Git LFS; hand in the file that it points to"),
    (rb"# Databricks notebook source", "it is a Python script made by Databricks; export the notebook as .ipynb"),
    (
        rb"(?s)\s*(?:#|%|import\s|from\s+\S+\s+import\s|def\s+\w+\(|class\s+\w+|\"\"\"|''')",
        "it is a script or a text; hand in the .ipynb file itself",
    ),
]


def _other_kind(head: bytes) -> str:
    """What a file is that doesn't begin as a notebook does, and what to do; empty where it may be one."""
    return next((reason for begins, reason in _BEGINNINGS if re.match(begins, head, re.IGNORECASE)), "")


# In a text whose double backslashes are blanked, a quote ends a string unless a backslash stands before it. Every
# quantifier is possessive: nothing is tried twice, however a file is made.
_STRING_REST = rb'(?:[^"]++|(?<=\\)")*+(?:"|\Z)'
_DROPPED = rb'"(?:outputs|attachments|widgets)"\s*+:\s*+'
_UNTIL_DROPPED = re.compile(rb'(?:[^"]++|"(?!' + _DROPPED[1:] + rb"[\[{])" + _STRING_REST + rb")*+")
_KEY = re.compile(_DROPPED)
_UNTIL_BRACKET = re.compile(rb'(?:[^"\[\]{}]++|"' + _STRING_REST + rb")*+")


def _without_outputs(data: bytes) -> bytes:
    """The JSON text with null for every array or object that holds outputs, attachments or widgets.

    Raises NotANotebook where their brackets are too many to count.
    """
    blanked = data.replace(rb"\\", b"  ")
    kept, position, brackets = [], 0, 0
    while True:
        start, position = position, _UNTIL_DROPPED.match(blanked, position).end()
        if position == len(data):
            kept.append(data[start:])
            return b"".join(kept)
        position = _KEY.match(blanked, position).end()
        kept += [data[start:position], b"null"]
        depth = 0
        while position < len(data):
            depth += 1 if data[position] in b"[{" else -1
            brackets += 1
            if brackets > MOST_BRACKETS:
                raise NotANotebook("its outputs are too many to read; clear them, save and hand in again")
            position += 1
            if not depth:
                break
            position = _UNTIL_BRACKET.match(blanked, position).end()


# A picture that was pasted into text, as some notebook programs write it. (In JSON, a slash may have a backslash.)
_PICTURE = re.compile(rb"data:image\\?/[\w.+-]{1,40}+;base64,[A-Za-z0-9+/=]{1000,}+")


# How it goes on behind a notebook where two are joined, or where a merge was not finished.
_JOINED = r"[{\[,]|={7}|<{7}|>{7}|\|{7}"


def _parse(text: bytes):
    """The JSON value of a text, leniently. Raises NotANotebook."""
    # Integers as floats: Python refuses those of more than 4300 digits, and none is used.
    decoder = json.JSONDecoder(strict=False, parse_int=float)
    letters = text.decode("utf-8", "replace").lstrip()
    try:
        value, end = decoder.raw_decode(letters)
        rest = letters[end:].strip("\0\ufeff \t\r\n")
        # A longer file that was written over ends in what is left of it; no second notebook is left out.
        if not rest or (value and isinstance(value, dict) and not re.match(_JOINED, rest) and '"cells"' not in rest):
            return value
        raise ValueError("something stands behind the notebook")
    except RecursionError:
        raise NotANotebook("its JSON is nested too deeply") from None
    except ValueError as error:
        if re.search(rb"^(?:<<<<<<<|>>>>>>>) ", text, re.MULTILINE):
            reason = "it holds marks of a merge conflict of Git; resolve it and hand in again"
        elif not text.lstrip().startswith((b"{", b"[")):
            reason = "it is not JSON; hand in the .ipynb file as Jupyter saved it"
        elif not text.endswith((b"}", b"]")):
            reason = "the file is cut off; download or save it again"
        else:
            reason = f"the file is damaged ({getattr(error, 'msg', error)}); save it again in Jupyter"
        raise NotANotebook(reason) from None


# The notebook


def _cells_of(nb) -> list:
    """The cells of a parsed notebook, of a format with worksheets or without. Raises NotANotebook."""
    if isinstance(nb, dict) and nb.get("type") == "notebook" and isinstance(nb.get("content"), dict):
        nb = nb["content"]  # as Jupyter's server sends a notebook
    if not isinstance(nb, dict):
        raise NotANotebook("it is JSON, but of something else; hand in the .ipynb file itself")
    if isinstance(nb.get("cells"), list) and (nb["cells"] or "worksheets" not in nb):
        return nb["cells"]
    if isinstance(nb.get("worksheets"), list):
        sheets = [sheet.get("cells") for sheet in nb["worksheets"] if isinstance(sheet, dict)]
        return [cell for cells in sheets if isinstance(cells, list) for cell in cells]
    if "cells" in nb or "nbformat" in nb:
        raise NotANotebook("it has no cells; open it in Jupyter and see what is left of it")
    if "doc_id" in nb or "url" in nb:
        raise NotANotebook("it is a link to a file in a cloud; open it there, and download the notebook itself")
    raise NotANotebook("it is JSON, but it has no cells; hand in the .ipynb file itself")


def _cell(cell: dict) -> dict:
    """One cell in format 4, with what is used of it alone."""
    # As VS Code has cells inside, where kind 2 is code.
    kind = cell.get("cell_type") or ({1: "markdown", 2: "code"}[cell["kind"]] if cell.get("kind") in (1, 2) else None)
    if kind not in ("code", "markdown", "raw", "heading", "html", "text"):
        kind = "code" if cell.keys() & {"outputs", "execution_count", "input", "prompt_number"} else "raw"
    source = _text(next((cell[key] for key in ("source", "input", "code", "text", "value") if cell.get(key)), ""))
    if kind == "heading":
        level = cell.get("level")
        source = f"{'#' * (int(level) if level in (1, 2, 3, 4, 5, 6) else 1)} {source}"
    metadata = cell.get("metadata")
    marks = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = marks.get("grade_id") if isinstance(marks, dict) else None
    return {
        "cell_type": kind if kind in ("code", "raw") else "markdown",
        "id": _name(cell.get("id")),
        "metadata": {"nbgrader": {"grade_id": grade_id}} if _name(grade_id) else {},
        "source": source,
    }


def _name(value) -> str | None:
    """An id, where it can be one that somebody gave: it may be told in a note, or be written into a file."""
    return value if isinstance(value, str) and 0 < len(value) <= LONGEST_ID and value.isprintable() else None


def _text(source) -> str:
    """A cell's source as one string, from a string or a list of lines; empty where it is neither."""
    if isinstance(source, list):
        lines = [line for line in source if isinstance(line, str)]
        # Some tools write the lines without their ends.
        bare = len(lines) > 1 and not any(line.endswith(("\n", "\r")) for line in lines[:-1])
        source = ("\n" if bare else "").join(lines)
    if not isinstance(source, str):
        return ""
    source = re.sub(r"\r\n?", "\n", source).replace("\0", "")
    # Half of a character, written as \ud800, could not be stored in any file.
    return re.sub("[\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", source)


# Code

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BREAKS = "\x0b\x85\u2028\u2029"
_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_ODD = re.compile(f"[{_SPACES}{_BREAKS}{_INVISIBLE}]")
_PIECES = re.compile(
    r"""
    (?P<triple>\"\"\"|''')(?s:(?:[^\\\"']++|\\.|(?!(?P=triple)).)*+)(?P<ended>(?P=triple)|\Z)
    |(?P<quote>[\"'])(?:[^\\\"'\n]++|\\(?s:.)|(?!(?P=quote))[\"'])*+(?P<closed>(?P=quote)?)
    |\#[^\n]*+
    |[^\"'\#]++
    """,
    re.VERBOSE,
)


def clean_code(source: str) -> str:
    """Code in which spaces that only look like one are spaces, and invisible characters are gone.

    Not in strings and comments, where Python takes them. A string without an end is no string.
    """
    if not _ODD.search(source):
        return source
    return "".join(_clean_pieces(source))


def _clean_pieces(source: str) -> Iterator[str]:
    for piece in _PIECES.finditer(source):
        text = piece[0]
        is_string = text[0] in "\"'" and (piece["ended"] or piece["closed"])
        yield text if is_string or text[0] == "#" else _plain_spaces(text)


def _plain_spaces(text: str) -> str:
    text = re.sub(f"[{_SPACES}]", " ", text)
    text = re.sub(f"[{_BREAKS}]", "\n", text)
    return re.sub(f"[{_INVISIBLE}]", "", text)
