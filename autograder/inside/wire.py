"""Data, and nothing but data, as bytes: what the judge and a student process say to each other.

    encode(value) -> bytes              Refused, with a sentence for the student, where the value is not plain data
    decode(data) -> value               Malformed, and never anything else, where the bytes are not a message
    send(stream, value), receive(stream)    the same over a socket or a pipe: Closed, TimedOut
    restore(original, returned)         what a call did to the copies of its arguments, done to the arguments

The decoder reads what hostile code wrote. It builds None, bool, int, float, complex, str, tuple, list, dict, NumPy
scalars and arrays of booleans or numbers, each by its own few lines, and evaluates nothing.

A message is one value: a byte that says what it is, and then

    N T F       None, True, False
    i I         int: 8 bytes, or a count and that many bytes, two's complement
    d c         float, complex: 8 bytes, 16 bytes
    u           str: a count, UTF-8. A lone surrogate is refused on both sides
    t l m       tuple, list, dict: a count, that many values, for a dict that many pairs of key and value
    s           NumPy scalar: the type's character, its bytes
    a f         array in C or in Fortran order: the type's character, the number of dimensions, each of them, its bytes
    r           once more the same array, tuple, list or dict, by its number: they are counted as they are completed,
                so that nothing can hold itself

Counts have 4 bytes, everything is little-endian, and array data is in the order of the machine, which both sides share.

What of an array is kept: type, shape, values bit for bit, C or Fortran order (anything else arrives in C order), and
which places hold the very same object. What is not: a byte order other than the machine's, read-only marks (it arrives
writeable), and memory in common with another array: views of one base arrive as arrays apart.
"""

import json
import select
import struct
import types
from collections.abc import Callable
from dataclasses import dataclass
from os import readv, set_blocking, writev
from time import monotonic

import numpy as np

__all__ = [
    "Closed",
    "Limits",
    "Malformed",
    "Refused",
    "TimedOut",
    "WireError",
    "decode",
    "encode",
    "receive",
    "restore",
]
__all__ += ["send"]


class WireError(Exception):
    """What can go wrong on the wire."""


class Refused(WireError):
    """A value is not sent. The message is a sentence for the student: where in the value, what it is, what to do."""


class Malformed(WireError):
    """What came is not a message, or not the one that was due."""


class Closed(WireError):
    """The other side is gone."""


class TimedOut(WireError):
    """The other side took too long."""


@dataclass(frozen=True)
class Limits:
    """How large a message may be; both sides count alike. What is shared counts in each place, as if it were not.

    Something small that, through sharing, unfolds into something huge would otherwise wait in the judge for the first
    comparison that walks over it.
    """

    total: int = 64 << 20  # bytes
    array: int = 64 << 20  # bytes of one array, a dimension of 0 counted as 1
    nodes: int = 200_000  # values, each key and each item counted
    depth: int = 64  # containers around a value
    dims: int = 32  # dimensions of an array; NumPy allows 64
    keys: int = 1000  # of one dict: keys can be made to collide, and then the time grows with the square
    squares: int = 10_000_000  # of the numbers of keys of all dicts, together
    text: int = 1 << 20  # bytes of one str
    integer: int = 512  # bytes of one int: few enough for Python to print it


LIMITS = Limits()

_COUNT, _COUNTED = struct.Struct("<I"), struct.Struct("<cI")
_INT, _FLOAT, _COMPLEX = struct.Struct("<q"), struct.Struct("<d"), struct.Struct("<dd")
_TAGGED_INT, _TAGGED_FLOAT, _TAGGED_COMPLEX = struct.Struct("<cq"), struct.Struct("<cd"), struct.Struct("<cdd")

# The types of array elements by NumPy's character for each, as it goes over the wire.
_DTYPES = {ord(char): np.dtype(char) for char in "?bhilqBHILQefdgFDG"}
# As what they are read: a boolean as a byte, for one that is neither 0 nor 1 is true, and yet not equal to True.
_READ_AS = _DTYPES | {ord("?"): np.dtype("u1")}
# x86's long double has bit patterns that are no numbers, not even NaN; what they do is anybody's guess.
_X87 = {ord("g"), ord("G")} if np.finfo(np.longdouble).nmant == 63 else set()


# --- encode: runs beside student code -------------------------------------------------------------------------------


def encode(value: object, limits: Limits = LIMITS, name: str | tuple[str, ...] = "result") -> bytes:
    """The message that holds a value.

    name: what to call the value where it is refused; or, for a tuple, what to call each of its items.
    Runs no method of a class that is not Python's or NumPy's own. Raises Refused where the value is, or holds, anything
    but plain data of exactly the types above, holds itself, or is beyond the limits.
    """
    writer = _Writer(limits)
    try:
        writer.value(value, 0)
    except _Stop as stop:
        raise Refused(f"{_place(name, stop.keys[::-1], stop.whole)} {stop.what}.") from None
    return b"".join(writer.parts)


class _Stop(Exception):
    """Why a value is refused, and the keys and indices that lead to it, innermost first. whole: not it, but all."""

    def __init__(self, what: str, whole: bool = False):
        super().__init__(what)
        self.what, self.whole = what, whole
        self.keys: list = []


class _Writer:
    """The parts of one message, and what has been counted so far."""

    def __init__(self, limits: Limits):
        self.limits = limits
        self.parts: list[bytes | memoryview] = []
        self.size = self.nodes = self.shared = self.squares = 0
        # By identity: None while it is being written, then its number, its nodes and its bytes.
        self.known: dict[int, tuple[int, int, int] | None] = {}

    def value(self, value: object, depth: int) -> None:
        self._node(depth)
        # By the type's identity: looking up the type itself would ask its metaclass for a hash.
        kind = id(type(value))
        if kind in _WRITE_SCALAR:
            _WRITE_SCALAR[kind](self, value)
        elif kind not in _WRITE_SHARED:
            raise _Stop(_not_data(type(value)))
        elif id(value) in self.known:
            self._again(self.known[id(value)])
        else:
            self.known[id(value)] = None
            nodes, size = self.nodes - 1, self.size
            _WRITE_SHARED[kind](self, value, depth)
            self.known[id(value)] = (self.shared, self.nodes - nodes, self.size - size)
            self.shared += 1

    def _again(self, known: tuple[int, int, int] | None) -> None:
        if known is None:
            raise _Stop("holds itself; use something that ends")
        number, nodes, size = known
        self.nodes += nodes
        self.size += size
        self._put(_COUNTED.pack(b"r", number))
        self._nodes_left()

    def _key(self, key: object, depth: int) -> None:
        """A key of a dict: a plain scalar, or a tuple of such, which is written in full each time."""
        self._node(depth)
        kind = type(key)
        if kind is tuple:
            self._put(_COUNTED.pack(b"t", len(key)))
            for item in key:
                self._key(item, depth + 1)
        elif id(kind) in _KEYS:
            _WRITE_SCALAR[id(kind)](self, key)
        else:
            raise _Stop(f"is of the type {_name(kind)}; use plain numbers or text as keys")

    def _node(self, depth: int) -> None:
        if depth > self.limits.depth:
            raise _Stop(f"is nested too deeply; use at most {self.limits.depth} levels")
        self.nodes += 1
        self._nodes_left()

    def _nodes_left(self) -> None:
        if self.nodes > self.limits.nodes:
            raise _Stop(f"is too large: more than {self.limits.nodes} values in all; use arrays, or less of it", True)

    def _put(self, part: bytes | memoryview, size: int | None = None) -> None:
        self.size += len(part) if size is None else size
        if self.size > self.limits.total:
            raise _Stop(f"is too large: more than {self.limits.total} bytes in all", True)
        self.parts.append(part)

    def _int(self, value: int) -> None:
        if -(1 << 63) <= value < 1 << 63:
            self._put(_TAGGED_INT.pack(b"i", value))
            return
        size = value.bit_length() // 8 + 1
        if size > self.limits.integer:
            raise _Stop(f"is an integer too large to be handed over: more than {self.limits.integer} bytes")
        self._put(_COUNTED.pack(b"I", size) + value.to_bytes(size, "little", signed=True))

    def _float(self, value: float) -> None:
        self._put(_TAGGED_FLOAT.pack(b"d", value))

    def _complex(self, value: complex) -> None:
        self._put(_TAGGED_COMPLEX.pack(b"c", value.real, value.imag))

    def _str(self, value: str) -> None:
        # No character has more bytes than 4 or fewer than 1: a text far too long is not even encoded.
        if len(value) <= self.limits.text:
            try:
                text = value.encode()
            except UnicodeEncodeError:
                raise _Stop("is a text with half a character in it (a lone surrogate); use whole characters") from None
            if len(text) <= self.limits.text:
                self._put(_COUNTED.pack(b"u", len(text)) + text)
                return
        raise _Stop(f"is a text too long to be handed over: more than {self.limits.text} bytes")

    def _scalar(self, value: np.generic) -> None:
        self._put(b"s" + value.dtype.char.encode() + value.tobytes())

    def _tuple(self, value: tuple, depth: int) -> None:
        self._items(b"t", value, depth)

    def _list(self, value: list, depth: int) -> None:
        # A copy, for a thread of the student's may be changing it.
        self._items(b"l", value.copy(), depth)

    def _items(self, tag: bytes, items: tuple | list, depth: int) -> None:
        self._put(_COUNTED.pack(tag, len(items)))
        index = 0
        try:
            for index, item in enumerate(items):  # noqa: B007 (used in the handler)
                self.value(item, depth + 1)
        except _Stop as stop:
            stop.keys.append(index)
            raise

    def _dict(self, value: dict, depth: int) -> None:
        pairs = list(value.items())
        if len(pairs) > self.limits.keys:
            raise _Stop(f"is a dictionary with more than {self.limits.keys} keys; use an array or a list")
        self.squares += len(pairs) ** 2
        if self.squares > self.limits.squares:
            raise _Stop("holds too many large dictionaries; use arrays or lists", whole=True)
        self._put(_COUNTED.pack(b"m", len(pairs)))
        for key, item in pairs:
            try:
                self._key(key, depth + 1)
            except _Stop as stop:
                raise _Stop(stop.what if stop.whole else f"has a key that {stop.what}", stop.whole) from None
            try:
                self.value(item, depth + 1)
            except _Stop as stop:
                stop.keys.append(key)
                raise

    def _array(self, value: np.ndarray, depth: int) -> None:
        dtype, shape = value.dtype, value.shape
        char = dtype.char
        if ord(char) not in _DTYPES:
            raise _Stop(f"is an array of {_ELEMENTS.get(char, f'the type {char}')}; use an array of numbers")
        if len(shape) > self.limits.dims:
            raise _Stop(f"is an array of {len(shape)} dimensions; use at most {self.limits.dims}")
        # Before anything is copied: a broadcast array can claim any size, and has no memory of its own.
        if _array_size(dtype.itemsize, shape) > self.limits.array:
            raise _Stop(f"is an array too large to be handed over: shape {shape}, more than {self.limits.array} bytes")
        if not dtype.isnative:
            value = value.astype(dtype.newbyteorder("="), order="A")
        flags = value.flags
        fortran = flags.f_contiguous and not flags.c_contiguous
        if not (fortran or flags.c_contiguous):
            value = value.copy("C")
        self._put(struct.pack(f"<ccB{len(shape)}I", b"f" if fortran else b"a", char.encode(), len(shape), *shape))
        # Its own memory: it is copied once, when the parts are joined.
        self._put(value.T.data if fortran else value.data, value.nbytes)


_KEYS = {id(kind) for kind in (type(None), bool, int, float, complex, str)}
_WRITE_SCALAR: dict[int, Callable] = {
    id(type(None)): lambda writer, value: writer._put(b"N"),
    id(bool): lambda writer, value: writer._put(b"T" if value else b"F"),
    id(int): _Writer._int,
    id(float): _Writer._float,
    id(complex): _Writer._complex,
    id(str): _Writer._str,
} | {id(dtype.type): _Writer._scalar for dtype in _DTYPES.values()}
_WRITE_SHARED: dict[int, Callable] = {
    id(tuple): _Writer._tuple,
    id(list): _Writer._list,
    id(dict): _Writer._dict,
    id(np.ndarray): _Writer._array,
}

# What a refused value is, in words.
_ELEMENTS = {"O": "objects", "U": "text", "S": "bytes", "T": "text", "M": "dates", "m": "time spans", "V": "records"}
_BASES = (np.ndarray, str, np.generic, int, float, complex, tuple, list, dict)
_MADE = {np.ndarray: "np.asarray(...)", np.generic: "a number"}
_ITERABLES = (set, frozenset, range, types.GeneratorType, map, filter, zip, enumerate, reversed)
_ITERABLES += (type({}.keys()), type({}.values()), type({}.items()))


def _not_data(kind: type) -> str:
    """What is wrong with a value of a type that does not go over the wire, and what to do."""
    for base in _BASES:
        if issubclass(kind, base):
            plain = {np.ndarray: "NumPy array", np.generic: "number"}.get(base, base.__name__)
            return f"is of the type {_name(kind)}, not a plain {plain}; use {_MADE.get(base, f'{base.__name__}(...)')}"
    if any(kind is iterable for iterable in _ITERABLES):
        return f"is of the type {_name(kind)}; use list(...)"
    if issubclass(kind, types.FunctionType | types.BuiltinFunctionType | types.MethodType):
        return "is a function, not its result; use what it returns"
    if _name(kind) == "Tensor":
        return "is a PyTorch tensor; use a NumPy array, which is what comes before a tensor is made of it"
    return f"is of the type {_name(kind)}; use numbers, text, arrays, tuples, lists or dictionaries"


def _name(kind: type) -> str:
    # As `kind.__name__`, but a metaclass has no say.
    return type.__dict__["__name__"].__get__(kind)[:60]


def _place(name: str | tuple[str, ...], keys: list, whole: bool) -> str:
    """As one would write it in Python: result[0]["Z"]; only `result`, where the whole of it is meant."""
    if type(name) is tuple:
        name, keys = (name[keys[0]], keys[1:]) if keys else ("the message", keys)
    keys = [] if whole else keys
    shown = [json.dumps(key) if type(key) is str else repr(key) for key in keys[:6]]
    shown = [f"[{text if len(text) <= 40 else text[:40] + '…'}]" for text in shown]
    return name + "".join(shown) + ("[…]" if len(keys) > 6 else "")


# --- decode: runs in the judge, on what hostile code may have written -----------------------------------------------


def decode(data: bytes | bytearray, limits: Limits = LIMITS) -> object:
    """The value that a message holds; nothing of it shares memory with the message.

    Raises Malformed where the bytes are not one whole message within the limits. Needs memory for the value and at
    most about 300 bytes for each of its nodes, whatever the bytes claim.
    """
    if len(data) > limits.total:
        raise Malformed(f"a message of {len(data)} bytes, where {limits.total} are allowed")
    reader = _Reader(data, limits)
    try:
        value = reader.value(0)
    except (struct.error, IndexError):
        raise Malformed("a message that ends too early") from None
    except UnicodeDecodeError:
        raise Malformed("a text that is not UTF-8") from None
    if reader.at != len(data):
        raise Malformed(f"{len(data) - reader.at} bytes after the end of a message")
    return value


class _Reader:
    """A place in a message, and what has been counted so far."""

    def __init__(self, data: bytes | bytearray, limits: Limits):
        self.data = data
        self.limits = limits
        self.at = self.nodes = self.squares = 0
        self.again = 0  # bytes of what came by its number, as if it had been written out
        self.known: list[tuple[object, int, int]] = []

    def value(self, depth: int) -> object:
        tag = self._node(depth)
        if tag in _READ_SCALAR:
            return _READ_SCALAR[tag](self)
        if tag in _READ_SHARED:
            nodes, size = self.nodes - 1, self.at - 1 + self.again
            value = _READ_SHARED[tag](self, depth)
            self.known.append((value, self.nodes - nodes, self.at + self.again - size))
            return value
        if tag == _AGAIN:
            return self._known()
        raise Malformed(f"a value of the unknown kind {tag}")

    def _known(self) -> object:
        number = self._count()
        if number >= len(self.known):
            raise Malformed("a reference to what has not come yet")
        value, nodes, size = self.known[number]
        self.nodes += nodes
        self.again += size
        self._nodes_left()
        if len(self.data) + self.again > self.limits.total:
            raise Malformed(f"a message that unfolds into more than {self.limits.total} bytes")
        return value

    def _key(self, depth: int) -> object:
        tag = self._node(depth)
        if tag in _READ_KEY:
            return _READ_KEY[tag](self)
        if tag != _TUPLE:
            raise Malformed("a dictionary's key that is neither a plain scalar nor a tuple")
        return tuple([self._key(depth + 1) for _ in range(self._count())])

    def _node(self, depth: int) -> int:
        """Count one more value, and read of what kind it is."""
        if depth > self.limits.depth:
            raise Malformed(f"more than {self.limits.depth} levels")
        self.nodes += 1
        self._nodes_left()
        self.at += 1
        return self.data[self.at - 1]

    def _nodes_left(self) -> None:
        if self.nodes > self.limits.nodes:
            raise Malformed(f"more than {self.limits.nodes} values")

    def _count(self) -> int:
        (count,) = _COUNT.unpack_from(self.data, self.at)
        self.at += 4
        return count

    def _take(self, size: int) -> int:
        """Where the next `size` bytes begin. Raises Malformed if they are not there."""
        start = self.at
        self.at += size
        if self.at > len(self.data):
            raise Malformed("a message that ends too early")
        return start

    def _int(self) -> int:
        return _INT.unpack_from(self.data, self._take(8))[0]

    def _long(self) -> int:
        size = self._count()
        if size > self.limits.integer:
            raise Malformed(f"an integer of more than {self.limits.integer} bytes")
        start = self._take(size)
        return int.from_bytes(self.data[start : self.at], "little", signed=True)

    def _float(self) -> float:
        return _FLOAT.unpack_from(self.data, self._take(8))[0]

    def _complex(self) -> complex:
        return complex(*_COMPLEX.unpack_from(self.data, self._take(16)))

    def _str(self) -> str:
        size = self._count()
        if size > self.limits.text:
            raise Malformed(f"a text of more than {self.limits.text} bytes")
        start = self._take(size)
        return str(self.data[start : self.at], "utf-8")

    def _scalar(self) -> np.generic:
        return self._elements(self._char(), (), "C")[()]

    def _tuple(self, depth: int) -> tuple:
        return tuple(self._list(depth))

    def _list(self, depth: int) -> list:
        return [self.value(depth + 1) for _ in range(self._count())]

    def _dict(self, depth: int) -> dict:
        count = self._count()
        if count > self.limits.keys:
            raise Malformed(f"a dictionary with more than {self.limits.keys} keys")
        self.squares += count**2
        if self.squares > self.limits.squares:
            raise Malformed("too many keys of dictionaries")
        result = {}
        for _ in range(count):
            key = self._key(depth + 1)
            if key in result:
                raise Malformed("a dictionary with a key twice")
            result[key] = self.value(depth + 1)
        return result

    def _c_array(self, depth: int) -> np.ndarray:
        return self._array("C")

    def _fortran_array(self, depth: int) -> np.ndarray:
        return self._array("F")

    def _array(self, order: str) -> np.ndarray:
        char, dims = self._char(), self.data[self.at]
        if dims > self.limits.dims:
            raise Malformed(f"an array of {dims} dimensions, where {self.limits.dims} are allowed")
        shape = struct.unpack_from(f"<{dims}I", self.data, self._take(1 + 4 * dims) + 1)
        if _array_size(_DTYPES[char].itemsize, shape) > self.limits.array:
            raise Malformed(f"an array of more than {self.limits.array} bytes")
        return self._elements(char, shape, order)

    def _char(self) -> int:
        char = self.data[self._take(1)]
        if char not in _DTYPES:
            raise Malformed(f"elements of the unknown type {char}")
        return char

    def _elements(self, char: int, shape: tuple[int, ...], order: str) -> np.ndarray:
        """The array whose bytes come next: a copy of them, writeable."""
        dtype = _DTYPES[char]
        if 0 in shape:
            return np.empty(shape, dtype, order)
        start = self._take(_array_size(dtype.itemsize, shape))
        array = np.ndarray(shape, _READ_AS[char], self.data, start, order=order).astype(dtype, order="A")
        if char in _X87:
            # The topmost bit of the fraction is written out: set where the exponent is not 0, and only there.
            words = array.reshape(-1, order="A").view("<u8").reshape(-1, 2)
            if np.any((words[:, 0] >> 63 == 1) != (words[:, 1] & 0x7FFF != 0)):
                raise Malformed("a long double that is not a number")
        return array


_TUPLE, _AGAIN = ord("t"), ord("r")
_READ_KEY: dict[int, Callable] = {
    ord("N"): lambda reader: None,
    ord("T"): lambda reader: True,
    ord("F"): lambda reader: False,
    ord("i"): _Reader._int,
    ord("I"): _Reader._long,
    ord("d"): _Reader._float,
    ord("c"): _Reader._complex,
    ord("u"): _Reader._str,
}
_READ_SCALAR = _READ_KEY | {ord("s"): _Reader._scalar}
_READ_SHARED: dict[int, Callable] = {
    ord("t"): _Reader._tuple,
    ord("l"): _Reader._list,
    ord("m"): _Reader._dict,
    ord("a"): _Reader._c_array,
    ord("f"): _Reader._fortran_array,
}


def _array_size(itemsize: int, shape: tuple[int, ...]) -> int:
    """Bytes of an array; a dimension of 0 counts as 1, lest it hide another that is beyond all bounds."""
    size = itemsize
    for length in shape:
        size *= length or 1
    return size


# --- send and receive -----------------------------------------------------------------------------------------------
#
# A frame is the length of a message, in 4 bytes, and the message. The stream is a socket, a pipe, or the number of one;
# it is set not to block, or else one large write could outlast the deadline. After TimedOut, Closed, or a Malformed
# that speaks of a frame, the stream may stand in the middle of a frame: close it. After any other Malformed it stands
# at the next frame.


def send(
    stream, value: object, limits: Limits = LIMITS, timeout: float | None = None, name: str | tuple[str, ...] = "result"
) -> None:
    """Write one value. timeout: seconds for all of it; None waits for ever.

    Raises Refused, before a byte is written, as encode does; Closed where nobody reads any more; TimedOut.
    """
    message = encode(value, limits, name)
    file, deadline = _ready(stream, timeout)
    waiting = [memoryview(_COUNT.pack(len(message))), memoryview(message)]
    while waiting:
        try:
            sent = writev(file, waiting)
        except BlockingIOError:
            sent = 0
        except (BrokenPipeError, ConnectionResetError):
            raise Closed("the other side reads no more") from None
        while waiting and sent >= len(waiting[0]):
            sent -= len(waiting.pop(0))
        if waiting:
            waiting[0] = waiting[0][sent:]
            _wait(file, select.POLLOUT, deadline)


def receive(stream, limits: Limits = LIMITS, timeout: float | None = None) -> object:
    """Read one value. timeout: seconds for all of it, however it trickles in; None waits for ever.

    Raises Malformed as decode does, and where the frame is larger than the limits, before there is memory for it;
    Closed where the stream ends, TimedOut.
    """
    file, deadline = _ready(stream, timeout)
    (size,) = _COUNT.unpack(_read(file, 4, deadline))
    if size > limits.total:
        raise Malformed(f"a frame of {size} bytes, where {limits.total} are allowed")
    return decode(_read(file, size, deadline), limits)


def _ready(stream, timeout: float | None) -> tuple[int, float | None]:
    file = stream if type(stream) is int else stream.fileno()
    set_blocking(file, False)
    return file, None if timeout is None else monotonic() + timeout


def _read(file: int, size: int, deadline: float | None) -> bytearray:
    # Zeroed memory takes no room before something is written to it, so a frame costs what comes, not what it claims.
    data = bytearray(size)
    rest = memoryview(data)
    while rest:
        try:
            got = readv(file, [rest])
        except BlockingIOError:
            pass
        except ConnectionResetError:
            raise Closed("the other side is gone") from None
        else:
            if not got:
                raise Closed("the stream ends within a frame" if len(rest) < size else "the other side is gone")
            rest = rest[got:]
        if rest:
            _wait(file, select.POLLIN, deadline)
    return data


def _wait(file: int, event: int, deadline: float | None) -> None:
    """Return once there is something to do; raises TimedOut at the deadline, also if there is always something."""
    left = None if deadline is None else deadline - monotonic()
    if left is not None and left <= 0:
        raise TimedOut("the other side took too long")
    poll = select.poll()
    poll.register(file, event)
    if not poll.poll(None if left is None else left * 1000 + 1):
        raise TimedOut("the other side took too long")


# --- restore --------------------------------------------------------------------------------------------------------


def restore(original: object, returned: object, name: str = "arguments") -> None:
    """Change the arrays, lists and dicts within `original`, in place, into what has become of them in `returned`.

    original: what was sent. returned: what came back of it; the two have no memory in common. Afterwards original has
    the same values as returned, and where both hold an array of one type and shape, a list, or a dict in the same
    place, original holds the very object that it held before. An array that comes back as it was is not written to, so
    that of two overlapping views the unchanged one does not undo the other.

    Raises Malformed, before anything is changed, where that cannot be, since neither the root nor what a tuple holds
    can be exchanged: another kind or length, another shape or type of array, a read-only array with other values.
    """
    plan = _Restoration()
    complaint = plan.differs(original, returned)
    if complaint:
        raise Malformed(f"{name}{complaint}")
    plan.follow(original, returned)
    for write, *what in plan.writes:
        write(*what)


class _Restoration:
    """What is to be written, and which returned object each of the original ones was found to be."""

    def __init__(self):
        self.writes: list[tuple] = []
        self.found: dict[int, object] = {}

    def differs(self, original: object, returned: object) -> str:
        """Why the one cannot become the other in place; empty if it can."""
        kind = type(original)
        if type(returned) is not kind:
            return f" is of the type {_name(type(returned))} now, and was of the type {_name(kind)}"
        if kind in (list, dict, np.ndarray) and self.found.get(id(original), returned) is not returned:
            return " is another object now"
        if kind is np.ndarray:
            # The byte order does not go over the wire.
            if original.shape != returned.shape or original.dtype.newbyteorder("=") != returned.dtype:
                now, before = (f"{array.dtype.name} and shape {array.shape}" for array in (returned, original))
                return f" is an array of {now} now, and was one of {before}"
            if not original.flags.writeable and original.tobytes() != _as(original, returned).tobytes():
                return " is read-only, and has changed"
        elif kind is tuple:
            if len(original) != len(returned):
                return f" is of length {len(returned)} now, and was of length {len(original)}"
            for index, pair in enumerate(zip(original, returned)):
                if complaint := self.differs(*pair):
                    return f"[{index}]{complaint}"
        elif kind not in (list, dict) and original != returned and (original == original or returned == returned):
            return " has another value now"
        return ""

    def follow(self, original: object, returned: object) -> None:
        """Note what to write, where the two do not differ in the sense above."""
        kind = type(original)
        if kind is tuple:
            for pair in zip(original, returned):
                self.follow(*pair)
        if kind not in (list, dict, np.ndarray):
            return
        if self.found.get(id(original)) is returned:
            return
        self.found[id(original)] = returned
        if kind is np.ndarray:
            if original.tobytes() != _as(original, returned).tobytes():
                self.writes.append((np.copyto, original, returned))
        elif kind is list:
            items = [
                self._kept(original[index], item) if index < len(original) else item
                for index, item in enumerate(returned)
            ]
            self.writes.append((original.__setitem__, slice(None), items))
        else:
            items = {
                key: self._kept(original[key], item) if key in original else item for key, item in returned.items()
            }
            self.writes += [(original.clear,), (original.update, items)]

    def _kept(self, original: object, returned: object) -> object:
        """What the place is to hold: the object that it held, if that can become the other."""
        if self.differs(original, returned):
            return returned
        self.follow(original, returned)
        return original


def _as(original: np.ndarray, returned: np.ndarray) -> np.ndarray:
    """The returned array in the original's byte order."""
    return returned if original.dtype.isnative else returned.astype(original.dtype)
