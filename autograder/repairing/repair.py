"""Put a submission back into the shape of its source, without losing anything that the student wrote.

What the source gives (text, pictures, checks, tests) is put back as the source has it; text that isn't locked stays as
the student left it. The answers are found by their grade id, or by the function that they define, wherever they stand
(`matching`). Everything else is the student's own and stays, behind the cell of the source that it stood behind.

Which answer counts: the one that a kernel would end up with, running the notebook from top to bottom, except that the
empty stub never takes the place of an answer, and that a text cell is an answer only where no code cell is one.

In which order the cells stand: those of the source, answers included, as in the source. If that would bring one of the
student's cells in front of another one that it needs (it uses a name from it, or defines one again), that one comes
first, too, be it an answer, which may so come earlier than in the source, but never later: always before its tests. So
of two definitions the same one is the last as in the student's notebook.
"""

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from autograder.notebook import Solved
from autograder.repairing.definitions import first_line, is_empty, look
from autograder.repairing.matching import ANSWER, OTHER, STUB, Cell, Submission, in_words, lines_of, number_word
from autograder.repairing.source import Source, SourceCell, plain


@dataclass(frozen=True)
class RepairedCell:
    """A cell to run. kind: "given" (the source's), "answer", "test", or "own" (the student's, in no exercise's place).

    id: of the cell in a notebook; those of the source keep theirs. place: where it was handed in, counted from 0; None
    where it comes from the source.
    """

    kind: str
    cell_type: str
    source: str
    grade_id: str | None
    id: str
    place: int | None = None


@dataclass(frozen=True)
class Repaired:
    """A submission in the shape of its source. notes: what was put right, each a sentence for the student."""

    cells: list[RepairedCell]
    notes: list[str]


def repair(solved: Solved, release: Mapping | None, submitted: Mapping) -> Repaired:
    """Read a submission (as `reading.read` gives it) against its source. Any list of cells gives a result.

    Every cell of the source is in it exactly once, given cells and tests as they are and in order (but for text
    that isn't locked). release: the notebook that students got, from notebooks/; None to derive it from the solved one.
    """
    return repair_against(Source.of(solved, release), submitted)


def repair_against(source: Source, submitted: Mapping) -> Repaired:
    """Like `repair`, with what is known of the source already read."""
    submission = Submission.of(source, submitted)
    chosen = _choose_answers(submission)
    slots = [_slot(submission, number, chosen.get(number)) for number in range(len(source.cells))]
    own = _own_cells(submission, chosen)
    _note_what_was_put_back(submission, chosen)
    anchors = {cell.place: number for number, cell in (submission.given | chosen).items()}
    return Repaired(_after_what_they_need(_in_place(slots, own, anchors)), submission.notes)


# Which answers count


def _choose_answers(submission: Submission) -> dict[int, Cell]:
    """For each cell that students fill in, by its number, the cell of the submission that takes its place."""
    source, chosen = submission.source, {}
    numbers = [number for number, known in enumerate(source.cells) if known.kind == "answer"]
    by_id: dict[int, list[Cell]] = {number: [] for number in numbers}
    by_function: dict[int, list[Cell]] = {number: [] for number in numbers}
    for cell in submission.cells:
        if cell.number is not None:
            by_id[cell.number].append(cell)
        else:
            for number in {source.owners[name] for name in submission.answers(cell)}:
                by_function[number].append(cell)
    for number in numbers:
        known = source.cells[number]
        candidates = by_id[number] + [cell for cell in by_function[number] if cell not in chosen.values()]
        if known.defines and known.defines <= submission.answered:
            # A text cell was put aside, since a code cell holds an answer, be it one in the place of another exercise.
            candidates = [cell for cell in candidates if cell.cell_type == known.cell_type]
        if candidates:
            chosen[number] = max(candidates, key=lambda cell: _preference(submission, cell, known))
        _note_choice(submission, known, chosen.get(number), by_id[number])
    return chosen


def _preference(submission: Submission, cell: Cell, known: SourceCell) -> tuple:
    """Higher is taken: what the student wrote before what is empty, code before text, the ids before the function."""
    what = _what(submission, cell, known)
    return what > OTHER, cell.cell_type == known.cell_type, what, cell.number is not None, cell.place


def _what(submission: Submission, cell: Cell, known: SourceCell) -> int:
    """What a cell holds of what is asked for in a cell of the source: ANSWER, ATTEMPT, OTHER or STUB."""
    found = [what for name, what in submission.answers(cell).items() if name in known.defines]
    if found:
        return max(found)
    if plain(cell.source) in ("", plain(known.released)):
        return STUB
    return OTHER if known.defines else ANSWER


def _note_choice(submission: Submission, known: SourceCell, cell: Cell | None, same_id: list[Cell]) -> None:
    say = submission.notes.append
    if len(same_id) > 1:
        which = "the last one that is filled in counts" if known.defines else "the last one counts"
        say(f"{number_word(len(same_id)).capitalize()} cells had the grade id {known.name}; {which}.")
    if cell is None:
        found = known.defines and known.defines <= submission.answered
        say(
            f"The cell of {known.name} is missing; its answer was found in another cell."
            if found
            else f"The cell of {known.name} is missing from the notebook; it was put back, empty."
        )
        return
    if cell not in same_id and _what(submission, cell, known) != STUB:
        say(f"The answer to {known.name} was found in a cell without its grade id.")
    if cell.cell_type != known.cell_type:
        kinds = {"code": "code", "markdown": "Markdown", "raw": "raw"}
        say(f"The cell of {known.name} had become a {kinds[cell.cell_type]} cell; it was turned back.")


# The cells of the result


def _slot(submission: Submission, number: int, cell: Cell | None) -> RepairedCell:
    """The cell that stands in the place of the source's cell of this number; cell: the answer that was chosen."""
    known = submission.source.cells[number]
    ids = known.grade_id, known.id
    if known.kind != "answer":
        edited = submission.given.get(number)
        if edited and not known.locked and not edited.is_as_given(known):
            return RepairedCell("own", known.cell_type, edited.source, None, known.id, edited.place)
        return RepairedCell(known.kind, known.cell_type, known.source, *ids)
    if cell is None:
        found = known.defines and known.defines <= submission.answered
        text = f"# {known.name}: answered in another cell" if found else known.released
        return RepairedCell("answer", known.cell_type, text, *ids)
    if known.cell_type == "code":
        cell = cell.as_code()
        text = _without_stubs(submission, cell, submission.answered | _filled(submission, cell))
    else:
        text = cell.source
    return RepairedCell("answer", known.cell_type, text, *ids, cell.place)


def _own_cells(submission: Submission, chosen: Mapping[int, Cell]) -> list[Cell]:
    """What is left of the submission: the student's own cells, without stubs of what is defined elsewhere."""
    taken = set(chosen.values())
    provided = submission.answered | {name for cell in taken for name in submission.answers(cell)}
    own, left_out = [], set()
    for cell in submission.cells:
        if cell in taken:
            continue
        found = submission.answers(cell)
        if cell.is_code:
            text = _without_stubs(submission, cell, provided)
            if text != cell.source:
                left_out |= {name for name, what in found.items() if what == STUB}
                if all(line.startswith("#") for line in lines_of(text)):
                    continue
                cell = cell.having(text)
        elif found and not any(found.values()):
            continue  # a copy of the stub, as text
        own.append(cell)
    places = {name: cell.place for cell in taken for name in _filled(submission, cell)}
    again = {
        name for cell in own if cell.is_code for name in _defined(cell) if cell.place > places.get(name, cell.place)
    }
    for name in sorted(again):
        submission.notes.append(f"A later cell of yours defines {name} again; that definition counts.")
    for name in sorted(left_out & submission.answered):
        submission.notes.append(f"The empty version of {name} was left out, since another cell holds an answer.")
    return own


def _defined(cell: Cell) -> set[str]:
    return {one.name for one in cell.code.definitions}


def _filled(submission: Submission, cell: Cell) -> set[str]:
    return {name for name, what in submission.answers(cell).items() if what == ANSWER}


def _without_stubs(submission: Submission, cell: Cell, provided: set[str]) -> str:
    """The text of a code cell without those empty functions that are provided elsewhere, or in the cell itself."""
    stubs = submission.source.stubs
    lines: list[str | None] = list(cell.source.split("\n"))
    for one in cell.code.additions if provided & submission.answers(cell).keys() else ():
        name = getattr(one, "name", None)
        if name in provided and name in stubs and is_empty(one, stubs[name]):
            lines[first_line(one) - 1 : one.end_lineno] = [None] * (one.end_lineno - first_line(one) + 1)
    return "\n".join(line for line in lines if line is not None)


def _note_what_was_put_back(submission: Submission, chosen: Mapping[int, Cell]) -> None:
    given, cells = submission.given, submission.source.cells
    others = [number for number, known in enumerate(cells) if known.kind != "answer"]
    changed = [n for n in others if n in given and cells[n].locked and not given[n].is_as_given(cells[n])]
    missing = [n for n in others if n not in given]
    for numbers, what in ((changed, "Locked cells that had been changed"), (missing, "Cells that were missing")):
        if numbers:
            submission.notes.append(f"{what} were put back: {in_words([cells[n].name for n in numbers])}.")
    places = [cell.place for _, cell in sorted((given | chosen).items())]
    if places != sorted(places):
        submission.notes.append("Cells stood in another order than in the assignment; it was restored.")


# Their order


def _in_place(slots: list[RepairedCell], own: list[Cell], anchors: Mapping[int, int]) -> list[RepairedCell]:
    """The source's cells, and each of the student's own behind the one that it stood behind.

    anchors: place in the submission to the number of the source's cell that stood there.
    """
    behind: list[list[RepairedCell]] = [[] for _ in range(len(slots) + 1)]  # the last one: before all of them
    taken = {slot.id for slot in slots}
    last, places = -1, iter(sorted(anchors))
    place = next(places, None)
    for cell in sorted(own, key=lambda cell: cell.place):
        while place is not None and place <= cell.place:
            last, place = anchors[place], next(places, None)
        made = RepairedCell("own", cell.cell_type, cell.source, None, _free_id(cell, taken), cell.place)
        behind[last].append(made)
    return [*behind[-1], *itertools.chain.from_iterable([slot, *behind[number]] for number, slot in enumerate(slots))]


def _after_what_they_need(order: list[RepairedCell]) -> list[RepairedCell]:
    """Move one of the student's cells forward where a cell before it needs it, and had it above in the submission."""
    mine = [cell for cell in order if cell.place is not None and cell.cell_type == "code"]
    if all(one.place <= other.place for one, other in itertools.pairwise(mine)):
        return order
    needs: dict[str, list[RepairedCell]] = {}
    binder: dict[str, RepairedCell] = {}
    for cell in sorted(mine, key=lambda cell: cell.place):
        code = look(cell.source)
        needed = {binder[name] for name in code.uses | code.binds if name in binder}
        needs[cell.id] = sorted(needed, key=lambda one: -one.place)
        binder |= dict.fromkeys(code.binds, cell)
    result, done = [], set()
    for cell in order:
        waiting = [cell]
        while waiting:
            before = [one for one in needs.pop(waiting[-1].id, ()) if one.id not in done]
            if before:
                waiting += before
                continue
            ready = waiting.pop()
            if ready.id not in done:
                done.add(ready.id)
                result.append(ready)
    return result


def _free_id(cell: Cell, taken: set[str]) -> str:
    """The cell's own id where a notebook may have it and nobody else does, or a new one; it is taken then."""
    free = cell.id
    if not free or free in taken or not re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", free):
        tried = (f"own-{cell.place + 1}" + (f"-{count}" if count else "") for count in itertools.count())
        free = next(one for one in tried if one not in taken)
    taken.add(free)
    return free
