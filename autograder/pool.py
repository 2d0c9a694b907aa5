"""Do many things at a time, in processes of their own, of which one or the other may be killed."""

import contextlib
import multiprocessing
import os
import signal
import threading
from collections import Counter, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from math import inf
from statistics import fmean
from time import monotonic

from autograder.errors import AutograderError

# How often a task is begun during which its process dies. Something else may have killed the first one.
STARTS = 2
# How many processes may die before there is any result at all.
DEATHS = 6
# Tasks that a process has at hand: while a result is being kept, it goes on with the next one.
AT_HAND = 2
# Seconds after which Ctrl-C is heard, at most, while nothing else happens.
LISTEN = 0.2
# Seconds of work that have to be left of a kind, before a process makes itself ready for it beside another one.
WORTH_JOINING = 1.5


@dataclass(frozen=True)
class Later:
    """In place of a result: do this task again, behind all others, with other arguments."""

    arguments: tuple


@dataclass(frozen=True)
class Died:
    """In place of a result: the process died each time that it did this task."""


def _nothing() -> None:
    """What a process does at its start that has nothing to prepare."""


class Crew:
    """Processes that start at once, before it is known what there is to do. End it, unless in_parallel has done so."""

    def __init__(self, function: Callable, jobs: int, most: int, prepare: Callable = _nothing, *arguments):
        """function: what it does with each task. jobs: processes, 0 for all cores; `most` at most. prepare: called in
        each of them with the arguments at the start; what it raises is not heard.
        """
        self._others = multiprocessing.active_children()
        self.processes = [_Process(function) for _ in range(min(jobs or os.cpu_count() or 1, most))]
        for process in self.processes:
            with _unheard():
                process.pool.submit(prepare, *arguments)

    def end(self) -> None:
        """Let the processes come to their end."""
        for process in self.processes:
            process.pool.shutdown()

    def end_now(self) -> None:
        """End the processes in the middle of what they do."""
        for process in self.processes:
            process.pool.shutdown(wait=False, cancel_futures=True)
        for process in multiprocessing.active_children():
            if process not in self._others:
                process.terminate()


def in_parallel(
    function: Callable,
    tasks: Mapping[Hashable, tuple],
    jobs: int,
    kind: Callable[[Hashable], Hashable] = lambda _: None,
    crew: Crew | None = None,
) -> Iterator[tuple[Hashable, object]]:
    """Pairs of a task's name and its result, as they come. tasks: arguments by name. jobs: processes; 0 for all cores.

    kind: of a task, by its name. What one kind needs is made ready once and kept, so a process goes on with the kind
    that it is at, then with one that no other process is at, then helps another one, where enough is left for that.
    crew: processes that have been started for this function, which are ended.

    Ctrl-C ends what is running and begins nothing more: KeyboardInterrupt comes where a result is waited for, not while
    the caller keeps one. A second Ctrl-C is Python's own. A process that is killed is replaced, and costs no other task
    than the one that it was at, which is done once more, behind all others. Raises what the function raises, and
    AutograderError where every process dies.
    """
    crew = crew or Crew(function, jobs, len(tasks))
    try:
        with _interrupts() as interrupted:
            yield from _results(crew.processes, dict(tasks), kind, interrupted)
    except BaseException:
        crew.end_now()
        raise
    crew.end()


class _Process:
    """One process, and the tasks that it has at hand, in the order in which it does them."""

    def __init__(self, function: Callable):
        self.function = function
        self.at_hand: dict[Hashable, Future] = {}
        self.kind: Hashable = None
        # When it gave its last result of that kind, if it has given one.
        self.last: float | None = None
        self.start()

    def turn_to(self, kind: Hashable) -> None:
        self.kind, self.last = kind, None

    def start(self) -> None:
        self.last = None
        context = multiprocessing.get_context("spawn")
        self.pool = ProcessPoolExecutor(1, mp_context=context, initializer=_end_with_parent)

    def submit(self, name: Hashable, arguments: tuple) -> None:
        try:
            with _unheard():
                self.at_hand[name] = self.pool.submit(self.function, *arguments)
        except BrokenProcessPool as error:
            # It died while it had nothing to do, or just now; the future says so, as for any other task.
            self.at_hand[name] = Future()
            self.at_hand[name].set_exception(error)


class _Waiting:
    """The tasks that no process has yet: by kind, and those that come behind all others."""

    def __init__(self, tasks: Iterable[Hashable], kind: Callable[[Hashable], Hashable]):
        self._kind = kind
        self._kinds: dict[Hashable, deque] = {}
        self._behind: deque[Hashable] = deque()
        self._seconds: dict[Hashable, list[float]] = {}
        for name in tasks:
            self._kinds.setdefault(kind(name), deque()).append(name)

    def next_for(self, process: _Process, others: Iterable[_Process]) -> Hashable | None:
        """Take a task for a process: of its kind, else of one that no other process is at, else of the longest.

        None where nothing is left that it would be worth getting ready for.
        """
        left = [one for one, names in self._kinds.items() if names]
        if process.kind not in left and process.at_hand:
            return None  # It decides once it has done those.
        if process.kind not in left and left:
            taken = {other.kind for other in others if other is not process}
            free = [one for one in left if one not in taken]
            chosen = free[0] if free else max(left, key=self._work)
            if free or self._work(chosen) >= WORTH_JOINING:
                process.turn_to(chosen)
        names = self._kinds[process.kind] if process.kind in left else self._behind
        return names.popleft() if names else None

    def took(self, kind: Hashable, seconds: float) -> None:
        """How long one task of a kind took, once everything was ready for it."""
        self._seconds.setdefault(kind, []).append(seconds)

    def _work(self, kind: Hashable) -> float:
        """Seconds that the tasks of a kind will take; without end where nothing is known of it."""
        known = self._seconds.get(kind)
        return len(self._kinds[kind]) * fmean(known) if known else inf

    def back(self, names: Iterable[Hashable]) -> None:
        """Put back what a process had at hand, in front."""
        for name in reversed(list(names)):
            self._kinds[self._kind(name)].appendleft(name)

    def behind(self, name: Hashable) -> None:
        """Put a task behind all others."""
        self._behind.append(name)


def _results(
    processes: list[_Process],
    tasks: dict[Hashable, tuple],
    kind: Callable[[Hashable], Hashable],
    interrupted: threading.Event,
) -> Iterator[tuple[Hashable, object]]:
    waiting = _Waiting(tasks, kind)
    deaths: Counter[Hashable] = Counter()
    any_result = False
    while True:
        for _ in range(AT_HAND):
            for process in sorted(processes, key=lambda process: len(process.at_hand)):
                if len(process.at_hand) < AT_HAND and (name := waiting.next_for(process, processes)) is not None:
                    process.submit(name, tasks[name])
        running = [future for process in processes for future in process.at_hand.values()]
        if not running:
            return
        while not wait(running, LISTEN, FIRST_COMPLETED).done and not interrupted.is_set():
            pass
        if interrupted.is_set():
            raise KeyboardInterrupt
        for process in processes:
            for name, future in list(process.at_hand.items()):
                if not future.done():
                    break
                del process.at_hand[name]
                try:
                    result = future.result()
                except BrokenProcessPool:
                    # It was at the first of its tasks; it had not begun with the others.
                    process.pool.shutdown()
                    waiting.back(process.at_hand)
                    process.at_hand.clear()
                    process.start()
                    deaths[name] += 1
                    if not any_result and deaths.total() >= DEATHS:
                        raise AutograderError(
                            "The processes that do the work end again and again; is there memory enough? Run the"
                            " command again, perhaps with --jobs 1."
                        ) from None
                    if deaths[name] < STARTS:
                        waiting.behind(name)
                    else:
                        yield name, Died()
                    break
                any_result = True
                now = monotonic()
                if process.last is not None:
                    waiting.took(process.kind, now - process.last)
                process.last = now
                if isinstance(result, Later):
                    tasks[name] = result.arguments
                    waiting.behind(name)
                else:
                    yield name, result


@contextlib.contextmanager
def _interrupts() -> Iterator[threading.Event]:
    """While this is open, Ctrl-C sets the event: an exception can come anywhere, and is lost where Python drops it."""
    interrupted = threading.Event()
    before = signal.getsignal(signal.SIGINT) or signal.default_int_handler
    # What runs in the background of a shell does not hear of Ctrl-C, and is not to.
    if threading.current_thread() is not threading.main_thread() or before is signal.SIG_IGN:
        yield interrupted
        return

    def hear(*_) -> None:
        interrupted.set()
        signal.signal(signal.SIGINT, before)

    signal.signal(signal.SIGINT, hear)
    try:
        yield interrupted
    finally:
        signal.signal(signal.SIGINT, before)


@contextlib.contextmanager
def _unheard() -> Iterator[None]:
    """Hold Ctrl-C back while this is open. A process that begins meanwhile hears none until it is ready to ignore it:
    before, it would print where its own start was interrupted."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    # The process that prints the table hears of Ctrl-C, and ends the others. Where it is killed, they end, too.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What it starts is to hear of its own interruptions.
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})

    def watch() -> None:
        multiprocessing.parent_process().join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
