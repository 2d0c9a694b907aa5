"""How much a submission may use, and in which words it is told that it used more."""

from dataclasses import dataclass, fields, replace

MB = 2**20
SOURCE = 8 * MB  # of one cell's source; nobody writes that much
OVERHEAD = MB  # what an error's traceback, and the form of the outputs, may add to what a cell prints


@dataclass(frozen=True)
class Limits:
    """What a cell, a call and a whole student process may use. Each has a default that an honest notebook keeps to."""

    cell_seconds: float = 60.0  # wall time of one cell
    cell_cpu_seconds: float = 30.0  # processor time of one cell
    call_seconds: float = 20.0  # wall time of one call of an exercise
    call_cpu_seconds: float = 5.0  # processor time of one call
    notebook_seconds: float = 300.0  # wall time of all cells and calls of a notebook together, see Patience
    memory_bytes: int = 1024 * MB  # address space of the process, of which Python with its packages takes a part
    threads: int = 32  # threads at the same time, the main one included
    file_bytes: int = 16 * MB  # size of one file
    scratch_bytes: int = 32 * MB  # all files together
    output_bytes: int = 4 * MB  # what one cell, or one call, prints and shows
    value_bytes: int = 64 * MB  # what one call gets, or returns

    def __post_init__(self):
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, bool) or not isinstance(value, int | float) or not value > 0 or value == float("inf"):
                raise ValueError(f"the limit {field.name} should be a positive number, but it is {value!r}")

    def but(self, **changes: float) -> "Limits":
        """These limits with some of them changed. Raises TypeError for a name that is no limit."""
        return replace(self, **changes)

    def as_dict(self) -> dict[str, float]:
        return {field.name: getattr(self, field.name) for field in fields(self)}


def size(count: float) -> str:
    """A number of bytes in words: '1 GB', '32 MB', '500 kB'."""
    for unit, name in ((1024 * MB, "GB"), (MB, "MB"), (1024, "kB")):
        if count >= unit:
            return f"{count / unit:.3g} {name}"
    return f"{count:.0f} bytes"


def seconds(count: float) -> str:
    """A time in words: '1 second', '0.5 seconds'."""
    return f"{count:g} second{'' if count == 1 else 's'}"
