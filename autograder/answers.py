"""What a student's process answers, checked before use: of exactly this form, or it is no answer.

What arrives has been decoded, so that it is plain data of limited size. It was written by hostile code all the same.
"""

import math

from autograder.inside import wire

CELL = ("ok", "error", "memory", "output", "interrupted")
CALL = (*CELL, "missing", "refused")
# The most characters of the type, the message and the traceback of an error.
ERROR = (200, 4_000, 45_000)


def cell_answer(number: int, answer: object) -> tuple[str, list[dict]]:
    """The status and the outputs of a cell. Raises Malformed."""
    _must(type(answer) is tuple and len(answer) == 3 and _is(answer[0], number), "not an answer to this cell")
    _, status, outputs = answer
    _must(type(status) is str and status in CELL, "a status that there is none of")
    _must(type(outputs) is list, "outputs that are no list")
    return status, [_output(output) for output in outputs]


def call_answer(number: int, answer: object) -> tuple:
    """The status, the value, the arguments and the error of a call. Raises Malformed."""
    _must(type(answer) is tuple and len(answer) == 6 and _is(answer[0], number), "not an answer to this call")
    _, status, value, args, kwargs, error = answer
    _must(type(status) is str and status in CALL, "a status that there is none of")
    if error is not None or status in ("error", "refused"):
        _must(type(error) is tuple and len(error) == 3 and all(type(part) is str for part in error), "an error")
        # The process keeps to these lengths where nobody has got at it.
        error = tuple(part[:length] for part, length in zip(error, ERROR))
    if status != "refused":
        _must(type(args) is tuple and type(kwargs) is dict, "arguments of another kind")
        _must(all(type(key) is str for key in kwargs), "keyword arguments without a name")
    return status, value, args, kwargs, error


def _output(output: object) -> dict:
    """An output as nbformat 4 has it, built anew. Raises Malformed."""
    _must(type(output) is dict, "an output that is no dict")
    kind = output.get("output_type")
    if kind == "stream":
        name, text = output.get("name"), output.get("text")
        _must(type(name) is str and name in ("stdout", "stderr") and type(text) is str, "a stream")
        return {"output_type": kind, "name": name, "text": text}
    if kind == "error":
        parts = [output.get("ename"), output.get("evalue")]
        lines = output.get("traceback")
        _must(type(lines) is list and all(type(part) is str for part in parts + lines), "an error")
        return {"output_type": kind, "ename": parts[0], "evalue": parts[1], "traceback": lines}
    _must(kind in ("display_data", "execute_result"), "an output of no kind")
    data, metadata = output.get("data"), output.get("metadata")
    _must(type(data) is dict and type(metadata) is dict and _is_json(data) and _is_json(metadata), "a display")
    for mime, value in data.items():
        _must(type(value) is str or mime.endswith("json"), "a display")
    made = {"output_type": kind, "data": data, "metadata": metadata}
    if kind == "execute_result":
        count = output.get("execution_count")
        _must(count is None or (type(count) is int and 0 <= count < 2**31), "a number of a cell")
        made["execution_count"] = count
    return made


def _is_json(value: object) -> bool:
    """Whether a decoded value is plain JSON. (The wire bounds how deep it is nested.)"""
    if type(value) is dict:
        return all(type(key) is str for key in value) and all(map(_is_json, value.values()))
    if type(value) is list:
        return all(map(_is_json, value))
    return value is None or type(value) in (str, bool, int) or (type(value) is float and math.isfinite(value))


def _is(value: object, number: int) -> bool:
    return type(value) is int and value == number


def _must(holds: bool, what: str) -> None:
    if not holds:
        raise wire.Malformed(what)
