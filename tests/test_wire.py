"""The wire carries data exactly, refuses everything else with a reason, and reads hostile bytes without harm."""

import collections
import contextlib
import copy
import enum
import fractions
import math
import os
import random
import re
import socket
import struct
import subprocess
import sys
import threading
import time
import tracemalloc
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.inside.wire import Closed, Limits, Malformed, Refused, TimedOut, decode, encode, receive, restore, send

CHARS = "?bhilqBHILQefdgFDG"
U32 = struct.Struct("<I").pack
TIGHT = Limits(total=4000, array=1000, nodes=60, depth=5, dims=4, keys=5, squares=50, text=40, integer=20)

more = settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def exactly(a, b, seen: dict | None = None) -> bool:
    """Whether two values are of the same types, bit for bit, in the same order, and share the same places."""
    seen = {} if seen is None else seen
    if type(a) is not type(b):
        return False
    if type(a) in (list, tuple, dict, np.ndarray):
        if a is b and type(a) is not tuple:
            return False  # what arrives is a copy
        if id(a) in seen or (type(a) is not tuple and id(b) in seen.values()):
            return seen.get(id(a)) == id(b)
        seen[id(a)] = id(b)
    if type(a) in (list, tuple):
        return len(a) == len(b) and all(exactly(x, y, seen) for x, y in zip(a, b))
    if type(a) is dict:
        keys, items = (tuple(a), tuple(b)), zip(a.values(), b.values())
        return exactly(*keys, {}) and all(exactly(x, y, seen) for x, y in items)
    if type(a) is np.ndarray:
        native = a.astype(a.dtype.newbyteorder("="))
        f = a.flags.f_contiguous and not a.flags.c_contiguous
        return (
            (native.dtype, native.dtype.char, a.shape) == (b.dtype, b.dtype.char, b.shape)
            and _bits(native) == _bits(b)
            and b.flags.writeable
            and b.flags.aligned
            and (b.flags.f_contiguous if f else b.flags.c_contiguous)
        )
    if isinstance(a, np.generic):
        return _bits(np.asarray(a)) == _bits(np.asarray(b))
    if type(a) is float:
        return struct.pack("d", a) == struct.pack("d", b)
    if type(a) is complex:
        return exactly(a.real, b.real) and exactly(a.imag, b.imag)
    return a == b


def _bits(array: np.ndarray) -> bytes:
    if array.dtype.char not in "gG":
        return array.tobytes()
    # A long double has 10 bytes that mean something, and 6 that do not.
    return np.frombuffer(array.tobytes(), "u1").reshape(-1, 16)[:, :10].tobytes()


dtypes = st.sampled_from(
    [np.dtype(char).newbyteorder(order) for char in CHARS.replace("g", "").replace("G", "") for order in "=><"]
)


@st.composite
def arrays(draw):
    array = draw(hnp.arrays(draw(dtypes), hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4)))
    kind = draw(
        st.sampled_from(["as it is", "fortran", "transposed", "every other", "reversed", "read-only", "spread"])
    )
    if kind == "fortran":
        array = np.asfortranarray(array)
    elif kind == "transposed":
        array = array.T
    elif kind == "every other" and array.ndim:
        array = array[..., ::2]
    elif kind == "reversed" and array.ndim:
        array = array[::-1]
    elif kind == "read-only":
        array.setflags(write=False)
    elif kind == "spread":
        array = np.broadcast_to(array, (3, *array.shape))
    return array


text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
plain = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(-(1 << 200), 1 << 200)
    | st.floats()
    | st.complex_numbers()
    | text
)
numpy_scalars = (
    dtypes.filter(lambda dtype: dtype.isnative).flatmap(lambda dtype: hnp.arrays(dtype, ())).map(lambda a: a[()])
)
# Not a number as a key is found in no other dict, so that nothing is known to have been there before a call.
keys = st.recursive(
    plain.filter(lambda key: key == key), lambda inner: st.lists(inner, max_size=3).map(tuple), max_leaves=4
)


@st.composite
def values(draw):
    """Values in which the same object can stand in several places."""
    pool = draw(st.lists(plain | numpy_scalars | arrays(), min_size=1, max_size=6))
    for _ in range(draw(st.integers(0, 6))):
        some = draw(st.lists(st.sampled_from(range(len(pool))), max_size=5))
        items = [pool[index] for index in some]
        kind = draw(st.sampled_from([list, tuple, dict]))
        if kind is dict:
            names = draw(st.lists(keys, min_size=len(items), max_size=len(items)))
            pool.append(dict(zip(names, items)))
        else:
            pool.append(kind(items))
    return pool[-1]


# --- what arrives is what was sent ---


@more
@given(values())
def test_a_value_arrives_exactly_as_it_was(value):
    assert exactly(value, decode(encode(value)))


@more
@given(values())
def test_a_message_is_the_same_after_a_round_trip(value):
    data = encode(value)
    assert encode(decode(data)) == data


@pytest.mark.parametrize(
    "value",
    [0.0, -0.0, math.inf, -math.inf, math.nan, 5e-324, complex(-0.0, math.nan), 0, -1, 2**63 - 1, 2**63, -(2**63)]
    + [
        -(2**63) - 1,
        2**4095 - 1,
        -(2**4095) + 1,
        True,
        1,
        1.0,
        np.True_,
        np.int64(1),
        np.float64(1),
        np.longlong(1),
        "",
        "é😀\0",
    ]
    + [
        (),
        [],
        {},
        [()],
        {(): ()},
        {None: 1, (1, ("a", 2.5)): 2, 1j: 3},
        {"b": 1, "a": 2},
        {math.nan: 1, (math.nan, 1): 2},
    ],
    ids=lambda value: f"{type(value).__name__} {value!r:.20}",
)
def test_scalars_and_small_containers_keep_their_exact_type(value):
    assert exactly(value, decode(encode(value)))


def test_the_bits_of_nan_are_kept():
    nan = struct.unpack("<d", bytes.fromhex("123456789abcf8ff"))[0]
    assert struct.pack("<d", decode(encode(nan))) == struct.pack("<d", nan)
    assert decode(encode(np.array([nan]))).tobytes() == np.array([nan]).tobytes()


@pytest.mark.parametrize("char", CHARS)
def test_every_type_of_number_arrives_as_itself(char):
    array = np.arange(6).astype(char).reshape(2, 3)
    assert exactly(array, decode(encode(array)))
    assert exactly(array[1, 2], decode(encode(array[1, 2])))


@pytest.mark.parametrize("value", [0.0, -1.5, math.inf, math.nan, 1e-300])
def test_long_doubles_keep_all_their_digits(value):
    for kind in (np.longdouble, np.clongdouble):
        exact = kind(value) / 3 if math.isfinite(value) else kind(value)
        assert exactly(exact, decode(encode(exact)))
    tiny = np.array([np.finfo(np.longdouble).smallest_subnormal, np.finfo(np.longdouble).max, -np.inf])
    assert exactly(tiny, decode(encode(tiny)))


@pytest.mark.parametrize("order", ["C", "F"])
@pytest.mark.parametrize("shape", [(), (0,), (3, 0, 2), (1,), (1, 3), (3, 1), (2, 3, 4), (1,) * 32])
def test_the_order_in_memory_is_kept(shape, order):
    array = np.asarray(np.arange(math.prod(shape), dtype=float).reshape(shape), order=order)
    got = decode(encode(array))
    assert exactly(array, got)
    assert (got.flags.c_contiguous, got.flags.f_contiguous) == (array.flags.c_contiguous, array.flags.f_contiguous)


def test_a_transposed_array_arrives_in_fortran_order_and_a_slice_in_c_order():
    array = np.arange(24.0).reshape(2, 3, 4)
    assert decode(encode(array.T)).flags.f_contiguous
    for view in (array[:, ::2], array[::-1], array.transpose(1, 0, 2), np.broadcast_to(array[0, 0], (5, 4))):
        got = decode(encode(view))
        assert got.flags.c_contiguous and np.array_equal(got, view)


def test_a_foreign_byte_order_arrives_as_the_machines_own():
    got = decode(encode(np.array([1, 2, 3], ">i4")))
    assert got.dtype.isnative and got.dtype == np.int32 and got.tolist() == [1, 2, 3]
    matrix = np.ones((2, 3), ">f8")
    for view in (matrix, matrix.T, matrix[:, ::2], np.broadcast_to(matrix[0], (4, 3))):
        assert exactly(view, decode(encode(view)))


def test_what_arrives_is_writeable_and_has_its_memory_to_itself():
    sent = np.arange(4.0)
    sent.setflags(write=False)
    data = bytearray(encode(sent))
    got = decode(data)
    data[:] = bytes(len(data))
    got[0] = 7
    assert got.tolist() == [7, 1, 2, 3] and sent[0] == 0
    data.append(0)  # would raise BufferError if something still looked into it


def test_places_that_hold_the_same_object_still_do():
    array, inner = np.zeros(3), [1]
    got = decode(encode([array, {"a": array, "b": inner}, (inner, (array,))]))
    assert got[0] is got[1]["a"] is got[2][1][0] and got[1]["b"] is got[2][0]


def test_equal_objects_apart_stay_apart():
    first, second, *rest = decode(encode([np.zeros(3), np.zeros(3), [1], [1], {}, {}]))
    assert first is not second and rest[0] is not rest[1] and rest[2] is not rest[3]


def test_views_of_one_array_arrive_as_arrays_apart():
    base = np.arange(4.0)
    whole, part = decode(encode((base, base[1:])))
    assert not np.shares_memory(whole, part) and part.tolist() == [1, 2, 3]


def test_booleans_from_other_memory_arrive_as_true_and_false():
    odd = np.array([0, 1, 2, 255], np.uint8).view(bool)
    got = decode(encode((odd, odd[2])))
    assert got[0].view(np.uint8).tolist() == [0, 1, 1, 1]
    assert got[1] == np.True_ and np.asarray(got[1]).view(np.uint8) == 1


# --- what is refused ---


class F(float):
    pass


class L(list):
    pass


class Color(enum.IntEnum):
    RED = 1


Point = collections.namedtuple("Point", "x y")
REFUSED = {
    "F": (F(1), "is of the type F, not a plain float; use float(...)"),
    "L": (L(), "is of the type L, not a plain list; use list(...)"),
    "str subclass": (np.str_("a"), "is of the type str_, not a plain str; use str(...)"),
    "int subclass": (Color.RED, "is of the type Color, not a plain int; use int(...)"),
    "named tuple": (Point(1, 2), "is of the type Point, not a plain tuple; use tuple(...)"),
    "ordered": (collections.OrderedDict(a=1), "is of the type OrderedDict, not a plain dict; use dict(...)"),
    "default": (collections.defaultdict(int), "is of the type defaultdict, not a plain dict; use dict(...)"),
    "matrix": (np.ones((2, 2)).view(np.matrix), "not a plain NumPy array; use np.asarray(...)"),
    "masked": (np.ma.masked_array([1, 2], [0, 1]), "is of the type MaskedArray, not a plain NumPy array"),
    "recarray": (np.zeros(2, [("a", "f8")]).view(np.recarray), "is of the type recarray, not a plain NumPy array"),
    "memmap": (np.ones(2).view(np.memmap), "is of the type memmap, not a plain NumPy array"),
    "objects": (np.array([None, 1]), "is an array of objects; use an array of numbers"),
    "text": (np.array(["a"]), "is an array of text; use an array of numbers"),
    "any text": (np.array(["a"], np.dtypes.StringDType()), "is an array of text; use an array of numbers"),
    "bytes array": (np.array([b"a"]), "is an array of bytes; use an array of numbers"),
    "dates": (np.array(["2024-01-01"], "M8[D]"), "is an array of dates; use an array of numbers"),
    "spans": (np.array([1], "m8[s]"), "is an array of time spans; use an array of numbers"),
    "records": (np.zeros(2, [("a", "f8")]), "is an array of records; use an array of numbers"),
    "record": (np.zeros(2, [("a", "f8")])[0], "is of the type void, not a plain number"),
    "date": (np.datetime64("2024-01-01"), "is of the type datetime64, not a plain number; use a number"),
    "generator": ((x for x in "ab"), "is of the type generator; use list(...)"),
    "map": (map(abs, [1]), "is of the type map; use list(...)"),
    "range": (range(3), "is of the type range; use list(...)"),
    "set": ({1}, "is of the type set; use list(...)"),
    "keys": ({}.keys(), "is of the type dict_keys; use list(...)"),
    "function": (lambda: 1, "is a function, not its result; use what it returns"),
    "builtin": (len, "is a function, not its result; use what it returns"),
    "method": ([].append, "is a function, not its result; use what it returns"),
    "type": (float, "is of the type type; use numbers, text, arrays, tuples, lists or dictionaries"),
    "module": (math, "is of the type module; use numbers"),
    "bytes": (b"a", "is of the type bytes; use numbers"),
    "memory": (memoryview(b"a"), "is of the type memoryview; use numbers"),
    "fraction": (fractions.Fraction(1, 2), "is of the type Fraction; use numbers"),
    "ellipsis": (..., "is of the type ellipsis; use numbers"),
    "dtype": (np.dtype("f8"), "; use numbers"),
    "surrogate": ("\ud800", "is a text with half a character in it (a lone surrogate); use whole characters"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_anything_but_plain_data_is_refused_with_advice(kind):
    value, reason = REFUSED[kind]
    with pytest.raises(Refused) as refused:
        encode(value)
    assert str(refused.value).startswith("result is") and reason in str(refused.value)
    with pytest.raises(Refused, match=r'^result\[0\]\["Z"\] is'):
        encode([{"Z": value}])


@pytest.mark.parametrize(
    "key",
    [np.int64(1), F(1), Color.RED, (1, np.float64(2)), frozenset(), b"a", "\ud800", 1 << 9999, Point(1, 2)],
    ids=repr,
)
def test_a_key_that_is_not_plain_is_refused(key):
    with pytest.raises(Refused, match=r"^result\[1\] has a key that is "):
        encode([0, {"a": 1, key: 2}])


def test_the_place_is_written_as_one_would_write_it_in_python():
    def place(value, **name):
        with pytest.raises(Refused) as refused:
            encode(value, **name)
        return str(refused.value).partition(" is ")[0]

    assert place((1, [2, {"Z": {3: len}}])) == 'result[1][1]["Z"][3]'
    assert place({(1, "a"): len, "b": 1}, name="arguments") == "arguments[(1, 'a')]"
    assert place(("ok", 1, (1, len)), name=("status", "the result", "the arguments")) == "the arguments[1]"
    assert place(len, name=("a", "b")) == "the message"
    assert place([[[[[[[[len]]]]]]]]) == "result[0][0][0][0][0][0][…]"
    assert len(place({"k" * 10_000: len})) < 60


@pytest.mark.parametrize("kind", ["list", "dict", "tuple", "far"])
def test_what_holds_itself_is_refused(kind):
    inner: list = []
    value = {"list": inner, "dict": {"a": inner}, "tuple": (inner,), "far": [[[inner]]]}[kind]
    inner.append(value)
    with pytest.raises(Refused, match=r"holds itself; use something that ends\.$"):
        encode(value)


def test_no_code_of_the_student_runs_while_a_value_is_refused():
    ran = []

    def hook(name):
        def run(self, *args, **kwargs):
            ran.append(name)
            raise RuntimeError(name)

        return run

    names = re.findall(
        r"\w+",
        """__eq__ __ne__ __lt__ __hash__ __len__ __iter__ __getitem__ __contains__ __float__ __int__ __index__
        __complex__ __bool__ __bytes__ __buffer__ __repr__ __str__ __format__ __dir__ __call__ __reduce__ __reduce_ex__
        __getattr__ __getattribute__ __instancecheck__ __subclasscheck__ __array__ __array_finalize__ __array_ufunc__
        __array_function__ keys items tobytes encode copy""",
    )
    for base in (object, float, int, str, list, tuple, dict, complex, np.float64, np.ndarray):
        disguise = {name: property(hook(name)) for name in ("__class__", "__name__")}
        meta = type("Meta", (type,), disguise)
        kind = meta("Hostile", (base,), disguise)
        value = kind(2) if base is np.ndarray else kind()
        for owner in (kind, meta):
            for name in names:
                setattr(owner, name, hook(name))
            for name in ("__array_interface__", "__array_struct__"):
                setattr(owner, name, property(hook(name)))
        for where in ([value], [{"a": value}], [{"b": (1, value)}], [kind], [{1: kind}]):
            with pytest.raises(Refused):
                encode(where)
        assert not ran, ran
        with pytest.raises(RuntimeError):
            hash(value)  # the traps are set
        ran.clear()


def test_a_class_that_claims_to_be_float_is_still_refused():
    class Liar(metaclass=type("Meta", (type,), {"__hash__": lambda cls: hash(float), "__eq__": lambda a, b: True})):
        __class__ = float

        def __float__(self):
            return 1.0

    assert isinstance(Liar(), float)
    with pytest.raises(Refused, match="is of the type Liar"):
        encode(Liar())


# --- limits ---

ONE_TOO_MANY = {
    # what the limit is, the largest value that is within it, and one that is beyond it
    "text": ("a" * 40, "a" * 41),
    "text in bytes": ("é" * 20, "é" * 21),
    "integer": ((1 << 159) - 1, 1 << 159),
    "array": (np.zeros(125), np.zeros(126)),
    "array of nothing": (np.zeros((0, 125)), np.zeros((0, 126))),
    "array spread": (np.broadcast_to(1.0, (5, 25)), np.broadcast_to(1.0, (1 << 28, 1 << 28))),
    "array of the other byte order": (np.zeros(125, ">f8"), np.zeros(126, ">f8")),
    "dims": (np.zeros((1,) * 4), np.zeros((1,) * 5)),
    "keys": (dict.fromkeys(range(5)), dict.fromkeys(range(6))),
    "squares": (
        [dict.fromkeys(range(n, n + 5)) for n in range(2)],
        [dict.fromkeys(range(n, n + 5)) for n in range(3)],
    ),
    "depth": ([[[[[1]]]]], [[[[[[1]]]]]]),
    "depth of arrays": ([[[[[np.zeros(1)]]]]], [[[[[[np.zeros(1)]]]]]]),
    "depth of keys": ({((((1,),),),): 1}, {(((((1,),),),),): 1}),
    "nodes": ([None] * 59, [None] * 60),
    "nodes of keys": ([{(1,) * 56: 1}], [{(1,) * 57: 1}]),
    "total": (["a" * 40] * 50, ["a" * 40] * 90),
    "total of arrays": ([np.zeros(120) for _ in range(4)], [np.zeros(125) for _ in range(4)]),
}


@pytest.mark.parametrize("limit", ONE_TOO_MANY)
def test_each_limit_holds_on_both_sides(limit):
    limits = replace(TIGHT, nodes=200) if limit.startswith("total") else TIGHT
    within, beyond = ONE_TOO_MANY[limit]
    assert exactly(within, decode(encode(within, limits), limits))
    with pytest.raises(Refused):
        encode(beyond, limits)
    claim = b"ad\x02" + U32(1 << 28) * 2
    data = claim if limit == "array spread" else encode(beyond)
    with pytest.raises(Malformed):
        decode(data, limits)


@more
@given(values(), st.builds(Limits, *[st.integers(low, high) for low, high in
       [(0, 600), (0, 300), (1, 40), (0, 5), (0, 4), (0, 4), (0, 20), (0, 30)]]))  # fmt: skip
def test_one_side_sends_just_what_the_other_takes(value, limits):
    data = encode(value)
    try:
        assert encode(value, limits) == data
    except Refused:
        with pytest.raises(Malformed):
            decode(data, limits)
    else:
        assert exactly(value, decode(data, limits))


def doubled(value, times: int):
    for _ in range(times):
        value = [value, value]
    return value


@pytest.mark.parametrize("value", [1.0, (), np.zeros(1000)], ids=["number", "tuple", "array"])
def test_what_unfolds_into_something_huge_is_refused_on_both_sides(value):
    small = doubled(value, 40)
    with pytest.raises(Refused, match=r"^result is too large"):
        encode(small)
    data = encode(small, Limits(total=1 << 70, nodes=1 << 70))
    assert len(data) < 10_000
    with pytest.raises(Malformed, match=r"unfolds|values"):
        decode(data)
    with pytest.raises(Malformed, match="values"):
        decode(data, Limits(total=1 << 70))
    with pytest.raises(Malformed, match="unfolds"):
        decode(data, Limits(nodes=1 << 70))


@pytest.mark.parametrize("limit", ["nodes", "total"])
def test_what_is_shared_counts_in_each_place(limit):
    shared = [1.0, np.zeros(3), "text"]
    together = [shared, [shared, shared]]
    apart = [copy.deepcopy(shared), [copy.deepcopy(shared), copy.deepcopy(shared)]]

    def least(value, function):
        for size in range(1000):
            with contextlib.suppress(Refused, Malformed):
                function(value, replace(Limits(), **{limit: size}))
                return size

    references = 2 * 5 if limit == "total" else 2
    assert least(together, encode) == least(encode(together), decode) == least(apart, encode) + references


def test_a_key_that_unfolds_into_something_huge_is_refused():
    key = ()
    for _ in range(12):
        key = (key, key)
    with pytest.raises(Refused, match=r"^result is too large"):
        encode([{key: 1}], Limits(nodes=1000))


def test_keys_that_all_collide_cost_little():
    prime = (1 << 61) - 1
    crowd = {prime * i: None for i in range(1000)}
    start = time.process_time()
    decode(encode([dict(crowd) for _ in range(10)]))
    assert time.process_time() - start < 2
    with pytest.raises(Refused, match="too many large dictionaries"):
        encode([dict(crowd) for _ in range(11)])
    with pytest.raises(Refused, match="more than 1000 keys"):
        encode(crowd | {"one": "more"})


def test_an_array_that_claims_any_size_without_having_it_is_not_copied():
    tracemalloc.start()
    try:
        with pytest.raises(Refused, match=r"array too large to be handed over: shape \(1000000, 1000000\)"):
            encode(np.broadcast_to(1.0, (1_000_000, 1_000_000)))
        assert tracemalloc.get_traced_memory()[1] < 1 << 20
    finally:
        tracemalloc.stop()


# --- what is malformed ---

MALFORMED = {
    "nothing": b"",
    "an unknown kind": b"x",
    "pickle": b"\x80\x04\x95\x00",
    "a rest": b"NN",
    "a cut int": b"i" + bytes(7),
    "a cut float": b"d" + bytes(7),
    "a cut complex": b"c" + bytes(15),
    "a cut count": b"l\0\0\0",
    "a cut text": b"u" + U32(3) + b"ab",
    "a cut long": b"I" + U32(9) + bytes(8),
    "a cut scalar": b"sd" + bytes(7),
    "a cut array": b"ad\x01" + U32(2) + bytes(15),
    "a cut shape": b"ad\x02" + U32(1),
    "an array without a type": b"a",
    "an array without dimensions": b"ad",
    "a list of billions": b"l" + U32(0xFFFFFFFF),
    "a tuple of billions": b"t" + U32(0xFFFFFFFF),
    "a dict of billions": b"m" + U32(0xFFFFFFFF),
    "a text of billions": b"u" + U32(0xFFFFFFFF),
    "an int of billions": b"I" + U32(0xFFFFFFFF),
    "an array of billions": b"ad\x01" + U32(0xFFFFFFFF),
    "a shape that overflows": b"ad\x04" + U32(1 << 16) * 4,
    "a shape that overflows to the right size": b"aB\x02" + U32(1 << 31) + U32(1 << 31) + b"",
    "an empty shape that overflows": b"ad\x04" + U32(0) + U32(0xFFFFFFFF) * 3,
    "too many dimensions": b"ad\x21" + U32(1) * 33 + bytes(8),
    "all the dimensions": b"ad\xff" + U32(1) * 255 + bytes(8),
    "an array of objects": b"aO\x01" + U32(1) + bytes(8),
    "a scalar object": b"sO" + bytes(8),
    "an array of text": b"aU\x01" + U32(1) + bytes(8),
    "an array of records": b"aV\x01" + U32(1) + bytes(8),
    "half a character": b"u" + U32(3) + b"\xed\xa0\x80",
    "not UTF-8": b"u" + U32(1) + b"\xff",
    "too long a way to write a character": b"u" + U32(2) + b"\xc0\x80",
    "a reference to nothing": b"r" + U32(0),
    "a reference to itself": b"l" + U32(1) + b"r" + U32(0),
    "a reference to what comes": b"l" + U32(2) + b"r" + U32(0) + b"l" + U32(0),
    "a list as a key": b"m" + U32(1) + b"l" + U32(0) + b"N",
    "a dict as a key": b"m" + U32(1) + b"m" + U32(0) + b"N",
    "an array as a key": b"m" + U32(1) + b"ad\0" + bytes(8) + b"N",
    "a NumPy scalar as a key": b"m" + U32(1) + b"sd" + bytes(8) + b"N",
    "a list in a key": b"m" + U32(1) + b"t" + U32(1) + b"l" + U32(0) + b"N",
    "a reference as a key": b"t" + U32(2) + b"t" + U32(0) + b"m" + U32(1) + b"r" + U32(0) + b"N",
    "a key twice": b"m" + U32(2) + b"NN" + b"NN",
    "a key twice in other types": b"m" + U32(2) + b"TN" + b"i" + bytes([1] + [0] * 7) + b"N",
    "a key without a value": b"m" + U32(1) + b"N",
    "too deep": (b"l" + U32(1)) * 66 + b"N",
    "bottomless": (b"l" + U32(1)) * 100_000,
    "bottomless tuples as a key": b"m" + U32(1) + (b"t" + U32(1)) * 100_000,
    "bottomless dicts": (b"m" + U32(1) + b"N") * 100_000,
}
NO_NUMBER = {
    "unnormal": bytes(8) + b"\x01\x40" + bytes(6),
    "pseudo-infinity": bytes(8) + b"\xff\x7f" + bytes(6),
    "pseudo-denormal": bytes(7) + b"\x80" + bytes(8),
}
if np.finfo(np.longdouble).nmant == 63:
    MALFORMED |= {f"{name} scalar": b"sg" + bits for name, bits in NO_NUMBER.items()}
    MALFORMED |= {f"{name} array": b"fg\x02" + U32(1) * 2 + bits for name, bits in NO_NUMBER.items()}
    MALFORMED |= {f"{name} imaginary": b"aG\0" + bytes(16) + bits for name, bits in NO_NUMBER.items()}


@pytest.mark.parametrize("kind", MALFORMED)
@pytest.mark.parametrize("container", [bytes, bytearray])
def test_what_is_not_a_message_is_malformed(kind, container):
    tracemalloc.start()
    try:
        with pytest.raises(Malformed):
            decode(container(MALFORMED[kind]))
        assert tracemalloc.get_traced_memory()[1] < 3 << 20
    finally:
        tracemalloc.stop()


def test_every_beginning_of_a_message_is_malformed():
    array = np.arange(3.0)
    data = encode([1, 2**70, 1.5, 2j, "text", (array, array.T, np.float32(1)), {"a": {(1, "b"): None}}, [array]])
    for end in range(len(data)):
        with pytest.raises(Malformed):
            decode(data[:end])


def judge_would_read(data: bytes, limits: Limits = TIGHT) -> None:
    """Either Malformed, or a value which the limits allow, and which arrives again as the same."""
    try:
        value = decode(data, limits)
    except Malformed:
        return
    again = encode(value, limits)
    assert exactly(value, decode(again, limits))


@more
@given(st.binary(max_size=200))
@example(b"a?\x01" + U32(3) + b"\x00\x02\xff")
@example(b"s?\x07")
def test_random_bytes_are_malformed_or_data(data):
    judge_would_read(data)


TAGS = st.sampled_from([bytes([tag]) for tag in b"NTFiIdcutlmsafr?bhilqBHILQefdgFDG\0\1\2"])
PIECES = TAGS | st.sampled_from([U32(n) for n in (0, 1, 2, 3, 5, 0x7FFFFFFF, 0xFFFFFFFF)]) | st.binary(max_size=9)


@more
@given(st.lists(PIECES, max_size=40))
def test_bytes_that_look_like_a_message_are_malformed_or_data(pieces):
    judge_would_read(b"".join(pieces))


@more
@given(values(), st.randoms(use_true_random=False))
def test_a_damaged_message_is_malformed_or_data(value, chance: random.Random):
    data = bytearray(encode(value))
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data) + 1)
        damage = chance.choice(["flip", "insert", "delete", "truncate", "repeat", "count"])
        if damage == "flip" and at < len(data):
            data[at] ^= 1 << chance.randrange(8)
        elif damage == "insert":
            data[at:at] = bytes([chance.choice(b"NTFiIdcutlmsafr\0\xff")])
        elif damage == "delete":
            del data[at : at + chance.randint(1, 8)]
        elif damage == "truncate":
            del data[at:]
        elif damage == "repeat":
            data[at:at] = data[at : at + chance.randint(1, 40)]
        elif damage == "count":
            data[at : at + 4] = U32(chance.choice([0, 1, 7, 0x7FFFFFFF, 0xFFFFFFFF]))
    judge_would_read(bytes(data))
    judge_would_read(bytes(data), Limits())


@pytest.mark.parametrize(
    "unit",
    [b"N", b"l" + U32(0), b"m" + U32(0), b"ad\x01" + U32(0), b"ad\0" + bytes(8), b"sd" + bytes(8), b"I" + U32(0)]
    + [
        b"t" + U32(1) + b"l" + U32(0),
        b"c" + bytes(16),
        b"ab\x20" + U32(1) * 32 + b"\0",
        b"m" + U32(1) + b"N" + b"m" + U32(0),
    ],
    ids=repr,
)
def test_memory_is_bounded_by_the_number_of_nodes(unit):
    nodes = 20_000
    each = unit.count(U32(1)) + 1 if unit[:1] in b"tm" else 1
    each += unit[:1] == b"m" and len(unit) > 5
    count = (nodes - 1) // each
    data = b"l" + U32(count) + unit * count
    limits = Limits(nodes=nodes)
    tracemalloc.start()
    try:
        value = decode(data, limits)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(value) == count
    # An array of 32 dimensions has 512 bytes of shape and strides; whoever sends it has sent 128 of them.
    assert peak < nodes * 300 + 4 * len(data)


def test_memory_for_text_is_bounded():
    data = encode("a" * 999_996 + "😀")
    tracemalloc.start()
    try:
        decode(data)
        assert tracemalloc.get_traced_memory()[1] < 7 * len(data)
    finally:
        tracemalloc.stop()


# --- frames ---


@pytest.fixture
def pair():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


@pytest.fixture
def pipe():
    ends = os.pipe()
    yield ends
    for end in ends:
        with contextlib.suppress(OSError):
            os.close(end)


def test_values_follow_each_other_over_a_socket(pair):
    ours, theirs = pair
    for value in (1, [np.zeros((2, 3)), "a"], None):
        send(ours, value)
    assert receive(theirs) == 1
    assert exactly([np.zeros((2, 3)), "a"], receive(theirs))
    assert receive(theirs, timeout=0) is None


def test_what_is_larger_than_the_buffers_passes_whole_over_a_pipe(pipe):
    array = np.random.default_rng(0).normal(size=300_000)
    reading, writing = pipe
    thread = threading.Thread(target=send, args=(writing, array))
    thread.start()
    got = receive(reading, timeout=30)
    thread.join()
    assert exactly(array, got)


def test_a_frame_that_comes_in_pieces_is_put_together(pair):
    ours, theirs = pair
    message = encode({"a": [1.5, "text"]})

    def trickle():
        for byte in U32(len(message)) + message:
            ours.send(bytes([byte]))
            time.sleep(0.001)

    thread = threading.Thread(target=trickle)
    thread.start()
    assert receive(theirs, timeout=10) == {"a": [1.5, "text"]}
    thread.join()


@pytest.mark.parametrize("sent", [b"", b"\x05", U32(5), U32(5) + b"l\0"])
def test_an_end_within_a_frame_or_before_it_is_told(pair, pipe, sent):
    ours, theirs = pair
    ours.sendall(sent)
    ours.close()
    with pytest.raises(Closed):
        receive(theirs, timeout=5)
    reading, writing = pipe
    os.write(writing, sent)
    os.close(writing)
    with pytest.raises(Closed):
        receive(reading, timeout=5)


def test_one_who_went_without_reading_what_was_sent_is_told(pair):
    ours, theirs = pair
    send(ours, 1)
    theirs.close()
    with pytest.raises(Closed):
        receive(ours, timeout=5)


def test_writing_to_one_who_is_gone_is_told(pair, pipe):
    ours, theirs = pair
    theirs.close()
    with pytest.raises(Closed):
        send(ours, 1)
    reading, writing = pipe
    os.close(reading)
    with pytest.raises(Closed):
        send(writing, 1)


@pytest.mark.parametrize(
    "header", [b"\xff\xff\xff\xff", struct.pack("<i", -5), struct.pack("<I", (64 << 20) + 1), b"inf!"]
)
def test_a_frame_that_claims_too_much_is_refused_before_there_is_memory_for_it(pair, header):
    ours, theirs = pair
    ours.sendall(header + b"N" * 100)
    tracemalloc.start()
    try:
        with pytest.raises(Malformed, match="a frame of"):
            receive(theirs, timeout=5)
        assert tracemalloc.get_traced_memory()[1] < 100_000
    finally:
        tracemalloc.stop()


def test_a_frame_of_just_the_limit_is_taken_and_one_more_byte_is_not(pair):
    ours, theirs = pair
    limits = Limits(total=len(encode("abc")))
    send(ours, "abc")
    assert receive(theirs, limits, timeout=5) == "abc"
    send(ours, "abcd")
    with pytest.raises(Malformed, match="a frame of 9 bytes, where 8 are allowed"):
        receive(theirs, limits, timeout=5)


def test_after_a_malformed_message_the_next_one_is_read(pair):
    ours, theirs = pair
    ours.sendall(U32(3) + b"xyz" + U32(0))
    send(ours, "next")
    for _ in range(2):
        with pytest.raises(Malformed):
            receive(theirs, timeout=5)
    assert receive(theirs, timeout=5) == "next"


@pytest.mark.parametrize("sent", [b"", b"\x05\0", U32(50) + b"l\0"])
def test_one_who_says_nothing_more_is_not_waited_for_beyond_the_deadline(pair, sent):
    ours, theirs = pair
    ours.sendall(sent)
    start = time.monotonic()
    with pytest.raises(TimedOut):
        receive(theirs, timeout=0.1)
    assert 0.09 < time.monotonic() - start < 2


def test_one_who_always_has_a_byte_more_is_cut_off_at_the_deadline(pair):
    ours, theirs = pair
    stop = threading.Event()

    def dribble():
        ours.sendall(U32(60 << 20))
        while not stop.is_set():
            ours.send(b"N")

    thread = threading.Thread(target=dribble)
    thread.start()
    start = time.monotonic()
    with pytest.raises(TimedOut):
        receive(theirs, timeout=0.3)
    assert time.monotonic() - start < 2
    stop.set()
    theirs.setblocking(False)
    while thread.is_alive():
        try:
            theirs.recv(1 << 20)
        except BlockingIOError:
            time.sleep(0.01)
    thread.join()


def test_one_who_does_not_read_is_not_waited_for_beyond_the_deadline(pair, pipe):
    for stream in (pair[0], pipe[1]):
        start = time.monotonic()
        with pytest.raises(TimedOut):
            send(stream, np.zeros(1_000_000), timeout=0.2)
        assert 0.19 < time.monotonic() - start < 2


def test_when_a_value_is_refused_nothing_of_it_is_written(pair):
    ours, theirs = pair
    with pytest.raises(Refused, match=r"^the result\[1\] is a function"):
        send(ours, ("ok", [np.zeros(10), len]), name=("status", "the result"))
    send(ours, "a sentence")
    assert receive(theirs, timeout=5) == "a sentence"


# --- what a call does to its arguments ---


def called(change, *arguments):
    """The arguments after a call, elsewhere, that changed its copies of them."""
    copies = decode(encode(arguments))
    change(*copies)
    restore(arguments, decode(encode(copies)))


def test_an_array_that_the_call_changed_is_changed_in_place():
    X, W = np.zeros((2, 3)), np.ones(4)
    view = X[1]
    called(lambda X, W: X.__setitem__((1, 2), 5), X, W)
    assert view.tolist() == [0, 0, 5] and W.tolist() == [1] * 4


@pytest.mark.parametrize("odd", ["fortran", "strided", "big-endian"])
def test_an_array_of_any_memory_layout_is_changed_in_place(odd):
    X = {
        "fortran": np.zeros((2, 3), order="F"),
        "strided": np.zeros((4, 6))[::2, ::-2],
        "big-endian": np.zeros((2, 3), ">f8"),
    }[odd]
    called(lambda X: X.__setitem__((1, 2), 5), X)
    assert X[1, 2] == 5 and X.sum() == 5


def test_lists_and_dicts_are_changed_in_place_and_keep_the_arrays_that_they_held():
    a, b = np.zeros(2), np.ones(2)
    layers, hparameters = [a, b], {"pad": 1, "stride": 2, "deep": {"a": a, "n": [1]}}
    deep = hparameters["deep"]

    def change(layers, hparameters):
        layers[0][0] = 7
        layers[1] = np.zeros(5)
        layers.append("new")
        del hparameters["pad"]
        hparameters["f"] = 3
        hparameters["deep"]["n"].clear()

    called(change, layers, hparameters)
    assert layers[0] is a and a.tolist() == [7, 0]
    assert layers[1].shape == (5,) and b.tolist() == [1, 1] and layers[2] == "new"
    assert list(hparameters) == ["stride", "deep", "f"] and hparameters["f"] == 3
    assert hparameters["deep"] is deep and deep["a"] is a and deep["n"] == []


def test_what_is_shared_and_then_replaced_in_one_place_keeps_its_values_in_the_other():
    for first, second in ((0, 1), (1, 0)):
        a = np.zeros(2)
        layers = [a, a]
        called(lambda layers, first=first: layers.__setitem__(first, np.ones(2)), layers)
        assert layers[first].tolist() == [1, 1] and layers[second].tolist() == [0, 0]


def test_a_tuple_in_a_list_is_kept_or_replaced_as_a_whole():
    a = np.zeros(2)
    caches = [(a, 1), (a, 2), (3,)]
    kept = caches[0]

    def change(caches):
        caches[0][0][0] = 7
        caches[1] = (caches[0][0], 5)
        caches[2] = (3, 4)

    called(change, caches)
    assert caches[0] is kept and a.tolist() == [7, 0]
    assert caches[1][1] == 5 and caches[1][0].tolist() == [7, 0] and caches[2] == (3, 4)


def test_an_unchanged_view_does_not_undo_what_was_written_to_the_whole():
    X = np.zeros((2, 2))
    called(lambda X, row: X.__setitem__((0, 0), 5), X, X[0])
    assert X[0, 0] == 5


def test_a_sign_of_zero_and_not_a_number_are_written_too():
    X, Y = np.array([0.0, 1.0]), np.array([0.0, 1.0])
    called(lambda X, Y: (X.__setitem__(0, -0.0), Y.__setitem__(1, np.nan)), X, Y)
    assert np.signbit(X[0]) and np.isnan(Y[1])


@more
@given(values())
def test_what_comes_back_unchanged_changes_nothing(value):
    before = encode(value)
    restore(value, decode(before))
    assert encode(value) == before


@more
@given(values(), values())
def test_whatever_comes_back_is_written_or_refused_whole(value, other):
    """The values of what came back, or none of them."""
    original, returned = decode(encode([value])), decode(encode([other]))
    restore(original, returned)
    assert without_sharing(original) == without_sharing(returned)
    original, returned = (1, [decode(encode(value))]), (2, [decode(encode(other))])
    before = encode(original)
    with pytest.raises(Malformed):
        restore(original, returned)
    assert encode(original) == before


def without_sharing(value):
    """A value as something to compare: types, and the bits of numbers and arrays."""
    if type(value) in (list, tuple):
        return type(value), [without_sharing(item) for item in value]
    if type(value) is dict:
        return [(repr(key), without_sharing(item)) for key, item in value.items()]
    if type(value) is np.ndarray:
        return value.dtype.char, value.shape, value.tobytes()
    return repr(value)


MISMATCHED = {
    "shape": (np.zeros(3), np.zeros((3, 1)), "is an array of float64 and shape (3, 1) now"),
    "dtype": (np.zeros(3), np.zeros(3, np.float32), "is an array of float32 and shape (3,) now"),
    "integers of other sign": (np.zeros(3, np.int64), np.zeros(3, np.uint64), "is an array of uint64"),
    "kind": ([1], (1,), "is of the type tuple now, and was of the type list"),
    "number": (1, 1.0, "is of the type float now, and was of the type int"),
    "value": (1, 2, "has another value now"),
    "nan": (math.nan, 1.0, "has another value now"),
    "text": ("max", "average", "has another value now"),
    "length": ((1, 2), (1,), "is of length 1 now, and was of length 2"),
    "within": ((1, (2, np.zeros(2))), (1, (2, np.zeros(1))), "[1][1] is an array"),
}


@pytest.mark.parametrize("kind", MISMATCHED)
def test_what_cannot_be_written_back_is_malformed_and_nothing_is_written(kind):
    original, returned, reason = MISMATCHED[kind]
    first = np.zeros(2)
    with pytest.raises(Malformed) as malformed:
        restore((first, original), (np.ones(2), returned))
    assert str(malformed.value).startswith("arguments[1]") and reason in str(malformed.value)
    assert first.tolist() == [0, 0]


def test_a_read_only_array_comes_back_only_as_it_was():
    X = np.broadcast_to(np.arange(3.0), (2, 3))
    called(lambda *arguments: None, X, X.astype(">f8"), np.broadcast_to(np.arange(3, dtype=">f8"), (2, 3)))
    with pytest.raises(Malformed, match="read-only"):
        called(lambda X: X.__setitem__((0, 0), 9), X)


# --- the house ---


def test_the_wire_needs_nothing_of_the_autograder():
    """The sandbox binds the folder `inside` alone, and imports it as a package of its own."""
    inside = Path(__file__).parents[1] / "autograder" / "inside"
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from inside import wire;"
        "assert wire.decode(wire.encode([1])) == [1];"
        "assert not [name for name in sys.modules if name.startswith('autograder')]"
    )
    subprocess.run([sys.executable, "-P", "-c", code, str(inside.parent)], check=True, cwd="/")
