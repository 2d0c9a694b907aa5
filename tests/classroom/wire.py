"""The wire, abused: bytes on the channel where an answer is due, in a call of which one test, of 4 points, is made."""

from classroom import Pupil, handed_in, right

NAME = "02_pooling"
HEAD, BODY = right("pool_forward").split("    ### START CODE HERE ###\n")
CHANNEL = "wrote to the channel"
_NUMBER = """
        import os, socket, struct, sys, time
        from inside import wire
        frame = sys._getframe()
        while "number" not in frame.f_locals: frame = frame.f_back
        number, args = frame.f_locals["number"], frame.f_locals.get("args", ())
"""


def _pupil(name: str, statements: str, points: float = 96, reason: str = CHANNEL) -> Pupil:
    lines = "".join(f"        {line}\n" for line in statements.splitlines())
    answer = f"{HEAD}    if len(A_prev) == 1:{_NUMBER}{lines}{BODY}"
    return Pupil(name, "wire", NAME, handed_in(NAME, {"pool_forward": answer}), points, reason)


_WRITE = """
message = struct.pack('<I', len(message)) + message
os.set_blocking(3, True)
while message: message = message[os.write(3, message):]
"""


def _bytes(name: str, expression: str, reason: str = CHANNEL) -> Pupil:
    return _pupil(name, f"message = {expression}\n{_WRITE}", reason=reason)


PUPILS = [
    _pupil("a length beyond all", "os.write(3, b'\\xff' * 4)"),
    _pupil("no number in the header", "os.write(3, b'nan\\n{}')"),
    _pupil("text", "os.write(3, b'{\"points\": 100}' * 9)"),
    _pupil("an empty frame", "os.write(3, bytes(4))"),
    _pupil("half a frame", "os.write(3, struct.pack('<I', 1000) + b'x'); os._exit(0)", reason="exit code 0"),
    _pupil("half a frame and silence", "os.write(3, struct.pack('<I', 10**7)); time.sleep(600)", reason="longer"),
    _pupil("an endless stream", "while True: os.write(3, b'T' * 65536)"),
    _pupil("a frame that never ends", "os.write(3, struct.pack('<I', 2**26))\n"
           "while True: os.write(3, bytes(9)); time.sleep(0.01)", reason="longer"),
    _bytes("a million levels", "b't\\x01\\0\\0\\0' * 10**6"),
    _bytes("a tag that is none", "b'Z'"),
    _bytes("a pickle", "__import__('pickle').dumps(1)"),
    _bytes("an array of 2**128 entries", "b'ad\\x04' + b'\\xff' * 16"),
    _bytes("an array of objects", "b'aO\\x01\\x01\\0\\0\\0' + bytes(8)"),
    _bytes("a text that is no UTF-8", "b'u\\x02\\0\\0\\0\\xff\\xff'"),
    _bytes("a reference to nothing", "b'r\\xff\\xff\\xff\\xff'"),
    _bytes("more than a message", "wire.encode((number, 'ok', None, (), {}, None)) + b'T'"),
    _bytes("a status that there is none of", "wire.encode((number, 'passed', None, (), {}, None))"),
    _bytes("a number that is none", "wire.encode((float('nan'), 'ok', None, (), {}, None))"),
    _bytes("true for one", "wire.encode((number == number, 'ok', None, (), {}, None))"),
    _bytes("an answer to a call to come", "wire.encode((number + 1, 'ok', None, (), {}, None))"),
    _bytes("arguments of another kind", "wire.encode((number, 'ok', None, 7, {}, None))"),
    # The real answer comes as well, and is none to the next call, which is lost, too.
    _pupil("two answers", "wire.send(3, (number, 'ok', None, (A_prev, hparameters, mode), {}, None))", 92),
    _pupil("arguments that are others",
           "wire.send(3, (number, 'ok', None, (1, 2, 3), {}, None)); os._exit(0)",
           92, "something else of its arguments"),
    _pupil("a descriptor sent along", "s = socket.socket(fileno=3)\n"
           "socket.send_fds(s, [struct.pack('<I', 1) + b'T'], [0]); s.detach()",
           96, "the function raised PermissionError"),
    _pupil("an answer to the future, then honest work",
           "for n in range(number + 1, number + 50): wire.send(3, (n, 'ok', None, (), {}, None))"),
]  # fmt: skip
