"""Which cell of a submission is which cell of its source, whatever became of its metadata, its place or its type."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from autograder.repairing.definitions import (
    Code,
    first_line,
    is_empty,
    look,
    makes_only_new_names,
    same_statement,
)
from autograder.repairing.reading import clean_code
from autograder.repairing.source import Source, SourceCell, plain, text_of

SIMILAR = 0.5  # of the lines of two cells, in common
SURELY = 0.15  # by which the most similar one is more similar than the next
MOST_PARTS = 12  # into which a split cell is put together again
MOST_SPLIT = 50  # cells of which that is tried
MOST_JOINED = 300_000  # characters that are read for it: an honest notebook has some cells of some thousand
MOST_TEXT = 300_000  # characters of text cells that are read as code
MOST_SIMILAR = 500  # cells that are compared with those of the source, line by line

# What a cell holds of an exercise, see `Submission.answers`.
ANSWER, ATTEMPT, OTHER, STUB = 3, 2, 1, 0


@dataclass(eq=False)
class Cell:
    """A cell of a submission. place: counted from 0. source: code is cleaned, see `reading.clean_code`.

    number: of the source's cell that it is known to be by its ids or its text. parts: cells that it was joined from.
    """

    place: int
    cell_type: str
    source: str
    grade_id: str | None
    id: str | None
    number: int | None = None
    parts: int = 1

    @cached_property
    def code(self) -> Code:
        return look(self.source)

    @property
    def is_code(self) -> bool:
        return self.cell_type == "code"

    def having(self, source: str) -> "Cell":
        """The cell with another text."""
        return Cell(self.place, self.cell_type, source, self.grade_id, self.id, self.number, self.parts)

    def as_code(self) -> "Cell":
        """A text cell as the code cell that it was, without fences around the code, and words around those."""
        if self.is_code:
            return self
        code = clean_code(_fenced(self.source) or self.source)
        return Cell(self.place, "code", code, self.grade_id, self.id, self.number, self.parts)

    def is_as_given(self, known: SourceCell) -> bool:
        """Whether its text is that of a source's cell, as students got it or as it is."""
        return self.source in known.texts or plain(self.source) in known.texts


def _fenced(text: str) -> str:
    """The code between fences of Markdown, one block below the other; empty where there is none."""
    found, fence = [], ""
    for line in text.split("\n"):
        mark = re.match(r" {0,3}(`{3,}|~{3,})", line)
        if not fence and mark:
            fence = mark[1]
        elif fence and mark and mark[1].startswith(fence) and not line.strip(" \t`~"):
            fence = ""
            found.append("")
        elif fence:
            found.append(line)
    return "\n".join(found).strip("\n")


@dataclass
class Submission:
    """A submission whose cells are recognised.

    given: the cell that is the source's, by its number, for all that students are not asked to write. cells: all
    others, of which those with a number have the ids of an answer. notes: what was put right, in sentences.
    """

    source: Source
    cells: list[Cell]
    notes: list[str]
    given: dict[int, Cell] = field(default_factory=dict)
    _found: dict[Cell, dict[str, int]] = field(default_factory=dict)
    _to_join: int = MOST_JOINED
    _of_text: int = MOST_TEXT

    @classmethod
    def of(cls, source: Source, submitted: Mapping) -> "Submission":
        """Recognise the cells of a notebook as `reading.read` gives it."""
        submission = cls(source, [], [])
        submission._read(submitted)
        submission._join_split_cells()
        submission._recognise()
        submission._recognise_similar()
        submission._set_apart()
        return submission

    def answers(self, cell: Cell) -> dict[str, int]:
        """The exercises that a cell has a definition of, and what it is.

        ANSWER: a function that is filled in, or another value of that name. ATTEMPT: one in a cell with a syntax
        error. STUB: the empty function. A text cell is read as the code that it would be.
        """
        if cell not in self._found:
            self._found[cell] = self._find_answers(cell)
        return self._found[cell]

    @cached_property
    def answered(self) -> set[str]:
        """The exercises to which some code cell holds an answer."""
        code = [self.answers(cell).items() for cell in self.cells if cell.is_code]
        return {name for found in code for name, what in found if what == ANSWER}

    def _find_answers(self, cell: Cell) -> dict[str, int]:
        names = self.source.definition.findall(cell.source)
        if not cell.is_code:
            self._of_text -= len(cell.source) if names else 0
            return self._find_answers(cell.as_code()) if names and self._of_text >= 0 else {}
        if not self.source.mention.search(cell.source):
            return {}
        if not cell.code.parses:
            return dict.fromkeys(names, ATTEMPT)
        found = dict.fromkeys(cell.code.other & self.source.owners.keys(), ANSWER)
        for one in cell.code.definitions:
            if one.name in self.source.owners:
                what = STUB if is_empty(one, self.source.stubs.get(one.name)) else ANSWER
                found[one.name] = max(found.get(one.name, STUB), what)
        return found

    # The steps, in their order

    def _read(self, submitted: Mapping) -> None:
        cleaned = []
        for place, cell in enumerate(submitted["cells"]):
            grade_id = (cell["metadata"].get("nbgrader") or {}).get("grade_id")
            text = text_of(cell)
            code = clean_code(text) if cell["cell_type"] == "code" else text
            if code != text:
                cleaned.append(grade_id or f"cell {place + 1}")
            self.cells.append(Cell(place, cell["cell_type"], code, grade_id, cell.get("id")))
        if cleaned:
            self.notes.append(
                "Non-breaking or invisible characters, which Python does not take, were replaced in"
                f" {in_words(cleaned)}."
            )

    def _join_split_cells(self) -> None:
        """Put cells together that are no cell each by itself, but the definition of an exercise in one."""
        joined: list[Cell] = []
        waiting, tried = list(reversed(self.cells)), 0
        while waiting:
            cell = waiting.pop()
            names = list(dict.fromkeys(self.source.definition.findall(cell.source))) if cell.is_code else []
            if names and tried < MOST_SPLIT:
                tried += 1
                whole, between = self._whole(cell, waiting), []
                if whole.parts > 1:
                    between = [part for part in reversed(waiting[1 - whole.parts :]) if not part.is_code]
                    del waiting[1 - whole.parts :]
                    count = number_word(whole.parts - len(between))
                    self.notes.append(f"The cell of {in_words(names)} was split into {count}; they were joined.")
                joined += [whole, *between]
            else:
                joined.append(cell)
        self.cells = joined

    def _whole(self, head: Cell, waiting: list[Cell]) -> Cell:
        """The cell with what was split off it: as many of the next cells as make it one that can run. Text of the
        student's own between them is passed over."""
        whole, text = head, head.source
        own_number = self.source.numbers.get(head.grade_id)
        for parts, part in enumerate(reversed(waiting[1 - MOST_PARTS :]), 2):
            if self._is_own_text(part):
                continue
            if not part.is_code or self.source.numbers.get(part.grade_id, own_number) != own_number:
                break
            if head.code.stands and re.match(r"\s*^\S", part.source, re.MULTILINE):
                break  # the rest of a function is indented
            # Behind a comment, within a line, everything would be one.
            glues = ("\n",) if "#" in text.rpartition("\n")[2] else ("\n", "")
            joins = (text + glue + part.source for glue in glues)
            alone = head.code.stands and part.code.stands
            fitting = None if alone else next((one for one in joins if self._stands(one)), None)
            text = fitting or f"{text}\n{part.source}"
            if fitting:
                whole = Cell(head.place, "code", text, head.grade_id or part.grade_id, head.id, parts=parts)
        return whole

    def _stands(self, text: str) -> bool:
        """Whether a text would run as a cell; not where too much has been read already."""
        self._to_join -= len(text)
        return self._to_join >= 0 and look(text).stands

    def _is_own_text(self, cell: Cell) -> bool:
        """Whether a cell is text that is none of the source's."""
        known = {cell.grade_id, cell.id} & self.source.numbers.keys() or plain(cell.source) in self.source.texts
        return not (cell.is_code or known)

    def _recognise(self) -> None:
        """Recognise cells by grade id; else by their text, since ids are copied with a cell; else by the cell's id."""
        for cell in self.cells:
            number = self.source.numbers.get(cell.grade_id)
            if number is None:
                number = self.source.texts.get(plain(cell.source), self.source.numbers.get(cell.id))
            if number is not None and self._can_be(cell, self.source.cells[number]):
                cell.number = number

    def _can_be(self, cell: Cell, known: SourceCell) -> bool:
        """Text that isn't locked may be edited, but only as text."""
        return known.locked or cell.cell_type == known.cell_type or cell.is_as_given(known)

    def _recognise_similar(self) -> None:
        """Recognise, as a cell that nobody is yet, the one that has most lines in common with it and with no other."""
        claimed = {cell.number for cell in self.cells}
        unknown = [cell for cell in self.cells if cell.number is None]
        claimed |= {self.source.owners[name] for cell in unknown for name in self.answers(cell)}
        lines = {
            number: Counter(lines_of(known.released))
            for number, known in enumerate(self.source.cells)
            if number not in claimed
        }
        having: dict[str, set[int]] = {}
        for number, counted in lines.items():
            for line in counted:
                having.setdefault(line, set()).add(number)
        best: dict[int, tuple[float, int, Cell]] = {}
        for cell in unknown[:MOST_SIMILAR]:
            if not self.answers(cell):
                mine = Counter(lines_of(cell.source))
                near = {number for line in mine for number in having.get(line, ())}
                ranked = sorted(((_likeness(mine, lines[number]), number) for number in near), reverse=True)
                likeness, number = ranked[0] if ranked else (0, None)
                sure = len(ranked) < 2 or likeness >= ranked[1][0] + SURELY
                if likeness >= SIMILAR and sure and self._can_be(cell, self.source.cells[number]):
                    best[number] = max(
                        best.get(number, (0, 0, cell)), (likeness, cell.place, cell), key=lambda b: b[:2]
                    )
        for number, (_, _, cell) in best.items():
            cell.number = number

    def _set_apart(self) -> None:
        """Take out of the cells those that the source gives, and exact copies of them; what was added to them stays."""
        others = []
        for cell in self.cells:
            known = None if cell.number is None else self.source.cells[cell.number]
            if known and known.kind != "answer":
                first = self.given.get(cell.number)
                if not first or (cell.is_as_given(known) and not first.is_as_given(known)):
                    self.given[cell.number] = cell
        for cell in self.cells:
            known = None if cell.number is None else self.source.cells[cell.number]
            if not known or known.kind == "answer":
                others.append(cell)
            elif not cell.is_as_given(known):
                if self.given[cell.number] is not cell:
                    others.append(Cell(cell.place, cell.cell_type, cell.source, None, cell.id))
                elif added := self._added(cell, known):
                    others.append(Cell(cell.place, "code", added, None, None))
        self.cells = others

    def _added(self, cell: Cell, known: SourceCell) -> str:
        """The text of what a student defined, imported or gave a new name to in a locked cell."""
        if not (cell.is_code and known.locked):
            return ""
        known_code = look(known.source), look(known.released)
        given = [one for code in known_code for one in code.additions]
        taken = frozenset().union(*(code.binds for code in known_code))
        added = [
            one
            for one in cell.code.at_top
            if (one in cell.code.additions and not any(same_statement(one, other) for other in given))
            or (one not in cell.code.additions and makes_only_new_names(one, taken))
        ]
        if added:
            self.notes.append(f"What you had added to {known.name}, which is locked, ran in a cell of its own.")
        lines = cell.source.split("\n")
        return "\n".join("\n".join(lines[first_line(one) - 1 : one.end_lineno]) for one in added)


def lines_of(text: str) -> list[str]:
    """The lines of a text, without indentation and without empty ones."""
    return [line for line in (line.strip() for line in text.split("\n")) if line]


def _likeness(one: Counter, other: Counter) -> float:
    """How many of the lines of two texts they have in common, from 0 to 1."""
    return (one & other).total() / max(one.total(), other.total(), 1)


def in_words(names: list[str]) -> str:
    """Names in a sentence; of many, the first ones and how many more."""
    if len(names) > 5:
        return f"{', '.join(names[:4])} and {len(names) - 4} more"
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def number_word(count: int) -> str:
    """A number in a sentence."""
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    return words[count] if count < len(words) else str(count)
