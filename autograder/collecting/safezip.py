"""Reads a zip that nobody vouches for: in memory, within limits, and without ever using its paths to write."""

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from lzma import LZMAError
from pathlib import Path

MEGABYTE = 1024 * 1024
ENTRIES = 20_000  # in an LMS's export
ENTRIES_INSIDE = 1_000  # in a zip that a student handed in
FILE_SIZE = 150 * MEGABYTE  # of one unpacked file
# A notebook packs five to twenty times smaller, one with plain images of zeros some more; a bomb up to a thousand.
RATIO = 200
RATIO_FROM = 1 * MEGABYTE
PATH_LENGTH = 1_000

_BROKEN = (zipfile.BadZipFile, zlib.error, LZMAError, struct.error, EOFError, OSError, ValueError, OverflowError)


class Refused(Exception):
    """A file in a zip, or a zip, isn't read; the message is a clause that says why."""


@dataclass(frozen=True)
class Member:
    """A file in a zip. path: with forward slashes, for parsing and showing only. reason: why not to read it, if so."""

    archive: zipfile.ZipFile
    info: zipfile.ZipInfo
    path: str
    reason: str | None = None

    @property
    def date(self) -> datetime | None:
        """The date in the zip, in whatever time zone; 1980 is how a zip says that it has none."""
        try:
            return datetime(*self.info.date_time) if self.info.date_time[0] > 1980 else None
        except ValueError:
            return None

    def read(self) -> bytes:
        """The content. Raises Refused for a file that is too large, packed too tightly, encrypted or damaged."""
        if self.reason:
            raise Refused(self.reason)
        _check_size(self.info)
        try:
            with self.archive.open(self.info) as file:
                data = file.read(FILE_SIZE + 1)
        except NotImplementedError:
            raise Refused("it is packed in a way that Python's zipfile does not know; zip it again") from None
        except RuntimeError:
            raise Refused("it is encrypted; get it without a password") from None
        except _BROKEN as error:
            raise Refused(f"it is damaged ({error}); download or hand it in again") from None
        if len(data) > FILE_SIZE:
            raise Refused(_too_large())
        return data


def open_zip(source: Path | bytes, entries: int = ENTRIES) -> zipfile.ZipFile:
    """Open a zip. Raises Refused for what isn't a zip, is cut off, is empty or has too many entries."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)
    except FileNotFoundError:
        raise Refused("there is no such file") from None
    except IsADirectoryError:
        raise Refused("it is a folder; give the zip as the LMS made it") from None
    except (*_BROKEN, NotImplementedError) as error:
        raise Refused(f"it is not a zip, or was cut off ({error}); download it again") from None
    count = len(archive.infolist())
    if 0 < count <= entries:
        return archive
    archive.close()
    raise Refused("it is empty; nothing was handed in with it" if not count else f"it has {count} entries > {entries}")


def members(archive: zipfile.ZipFile) -> Iterator[Member]:
    """The files of a zip, in its order. Left out are folders and what computers add by themselves."""
    for info in archive.infolist():
        path = _path(info)
        if path.endswith("/") or _is_clutter(path):
            continue
        yield Member(archive, info, path, _unsafe(info, path))


def clutter(archive: zipfile.ZipFile) -> list[str]:
    """The paths of the files that `members` leaves out."""
    paths = map(_path, archive.infolist())
    return [path for path in paths if _is_clutter(path) and not path.endswith("/")]


def shown(text: str, length: int = 120) -> str:
    """Text from outside, fit for a line of a terminal: without control characters, cut in the middle if long."""
    text = "".join(letter if letter.isprintable() else "?" for letter in text)
    return text if len(text) <= length else f"{text[: length // 2]}…{text[-length // 2 :]}"


def _path(info: zipfile.ZipInfo) -> str:
    name = info.orig_filename
    if not info.flag_bits & 0x800:
        # Without the flag for UTF-8 a zip should be in code page 437; many programs write UTF-8 all the same.
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")


def _is_clutter(path: str) -> bool:
    return any(part == "__MACOSX" or (part.startswith(".") and part.strip(".")) for part in path.split("/"))


def _unsafe(info: zipfile.ZipInfo, path: str) -> str | None:
    """Why a file of this kind or with this path is not read, if so."""
    if len(path) > PATH_LENGTH or any(len(part.encode(errors="replace")) > 255 for part in path.split("/")):
        return "its name is too long; look at it by hand"
    if re.search(r"[\x00-\x1f\x7f]", path):
        return "its name has control characters; look at it by hand"
    if path.startswith("/") or re.match(r"[A-Za-z]:", path) or ".." in path.split("/"):
        return "its path leads out of the zip; look at it by hand"
    mode = info.external_attr >> 16
    if mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return "it is a link or a device, not a file; look at it by hand"
    if info.flag_bits & 0x1:
        return "it is encrypted; get it without a password"
    return None


def _check_size(info: zipfile.ZipInfo) -> None:
    if info.file_size > FILE_SIZE:
        raise Refused(_too_large())
    if info.file_size > RATIO_FROM and info.file_size > RATIO * max(info.compress_size, 1):
        raise Refused(f"it unpacks to more than {RATIO} times its size, as a zip bomb does; check it by hand")


def _too_large() -> str:
    return f"it is larger than {FILE_SIZE // MEGABYTE} MB unpacked; have it handed in with its outputs cleared"
