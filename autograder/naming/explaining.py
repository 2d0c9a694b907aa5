"""From a student's function to what its student is told."""

import copy
import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

import numpy as np

from autograder import reference
from autograder.catalogue import Answer, section_of
from autograder.naming.at_a_glance import (
    SIDES,
    SIDES_MESSAGE,
    has_no_return,
    made_fractions,
    made_of_arrays,
    names_without_a_value,
    sides_in_another_order,
)
from autograder.naming.battery import battery
from autograder.naming.by_line import Lines, by_line
from autograder.naming.by_text import Text, read
from autograder.naming.deciding import where
from autograder.naming.example import counterexample
from autograder.naming.explanation import Counterexample, Explanation, Named
from autograder.naming.general import broadly, in_general
from autograder.naming.known import Known, known, outcome_of, same_but_for_chance
from autograder.naming.merging import merged
from autograder.naming.observed import Seen, Student
from autograder.naming.outcomes import Outcome, nearest, same, wrong
from autograder.naming.pairs import agree, three_together, two_together
from autograder.naming.probes import Probe
from autograder.naming.raised import named_by_exception, named_by_keyword, named_by_parameters
from autograder.naming.returned import named_by_form, returns_alone, returns_nothing
from autograder.naming.seen import in_words
from autograder.naming.smallest import EASY, is_tiny, smallest
from autograder.naming.spelling import definition
from autograder.naming.visible import hard_coded

# How often a student's function is called for one explanation.
MOST_CALLS = 60


def explain(
    exercise: str,
    call: Callable[[tuple], object],
    most_calls: int = MOST_CALLS,
    generally: bool = False,
    source: str = "",
) -> Explanation | None:
    """Why an exercise loses points: which mistake it is, or what can be seen, and the smallest call that shows it.

    call: the student's function. It takes the arguments as one tuple, which it may change, and returns plain data or
    raises. Where what it raises has the attributes `said` and `status`, these say what happened, and a status that
    tells of a lost process or a missing function ends the calls. generally: of a function that has seen solutions, so
    that nothing is told but our own sentences, and no call is shown; the words are then the end of a sentence. source:
    the cell that defines the function, as a hint: without it, fewer mistakes made together are found.
    Returns None where nothing wrong was found, or there is nothing to compare the exercise with. Raises nothing that
    comes from the student's function.
    """
    if exercise not in reference.EXERCISES:
        return None
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        student = Student(exercise, call, most_calls)
        student.watch()
        text = cache(lambda: read(exercise, source) if source else None)
        if student.stopped:
            if generally:
                return Explanation(exercise)
            if student.stopped.came.status == "missing":
                # Where there is no function at all, no call shows more than another.
                return Explanation(exercise, (), in_words(student))
            return Explanation(exercise, (), _words(student, text()), _as_code(student.stopped))
        if not any(found.wrong for found in student.seen):
            named = _by_keyword(exercise, source)
            return Explanation(exercise, named) if named else None
        if _is_alone(student):
            more = explain(exercise, _with_cache(exercise, call), most_calls, generally, source)
            if more:
                # As it is, it has another example, and of one that has seen solutions there is none.
                example = None if generally else _as_code(_least(student))
                return replace(more, mistakes=(returns_alone(exercise), *more.mistakes), example=example)
        named, answers = _names(student, text, source)
        parts = () if named else _parts(student, text())
        weak = () if named or parts else _weakly(student, source)
        named = named or weak
        if named and not any(one.name in _ABOUT_PARAMETERS for one in named):
            named += _by_keyword(exercise, source)  # that costs points by itself
        if generally:
            named = tuple(_glanced(one, source, _GENERALLY) for one in filter(None, map(in_general, named or parts)))
            return Explanation(exercise, named, "" if named else broadly(student))
        named = tuple(_glanced(one, source, _GLANCES) for one in named)
        shown = _shown_by(student, answers) if answers else _shown(student)
        words = "" if named else in_words(student) if parts else _words(student, text())
        words = text().look_again() if weak and text() else words
        return Explanation(exercise, named or parts, words, _as_code(shown))


def _by_keyword(exercise: str, source: str) -> tuple[Named, ...]:
    """That a function has no parameter of a name by which it is given something."""
    function = definition(source, exercise)
    found = named_by_keyword(exercise, function) if function else None
    return (found,) if found else ()


def _is_alone(student: Student) -> bool:
    """Whether a function returns an array alone, where a cache is wanted as well."""
    names = reference.RESULTS[student.exercise]
    if names[1:] != ("cache",):
        return False
    came = [found for found in student.seen if found.came.status == "ok"]
    return bool(came) and all(_is_like(found.came.raw, found.expected.get(names[0])) for found in came)


def _is_like(raw: object, expected: object) -> bool:
    """Whether something is an array of numbers with the axes of the right result."""
    return isinstance(raw, np.ndarray) and raw.dtype.kind in "iuf" and raw.ndim == np.ndim(expected) and raw.size > 0


def _with_cache(exercise: str, call: Callable[[tuple], object]) -> Callable[[tuple], object]:
    """A function as it is once the right cache stands beside what it returns alone."""

    def completed(args: tuple) -> object:
        given = copy.deepcopy(args)
        raw = call(args)
        return (raw, reference.EXERCISES[exercise](*given)[1]) if isinstance(raw, np.ndarray) else raw

    return completed


def _names(
    student: Student, text: Callable[[], Text | None], source: str
) -> tuple[tuple[Named, ...], tuple[Answer, ...]]:
    """What was done wrong, and the known mistakes that are all of it: one that gives all that was seen; several whose
    lines stand in the text; what the text says of lines that are no known mistake's; then any two, or three."""
    answers = _one(student) or _standing(student, text(), 2)
    lines = Lines() if answers or not text() else by_line(text(), student)
    # Of a call that raises, the line is told anyway.
    told = lines.named if any(found.wrong and found.came.status == "ok" for found in student.seen) else ()
    if lines.known or (told and not lines.vague):
        return lines.named, ()
    answers = answers or _single(two_together(student)) or _standing(student, text(), 3, 4)
    if answers := answers or _single(three_together(student)):
        return tuple(map(_named, answers)), answers
    return _form(student, source) or told, ()


# What is said of a first line, so that nothing has to be added about one of its parameters.
_ABOUT_PARAMETERS = {"has_other_parameters", "has_lost_a_default"}
# What the text shows of where an exception comes from; and where what is undefined may not be told otherwise.
_GLANCES = {
    "takes_an_index_that_is_no_whole_number": made_fractions,
    "takes_an_array_for_a_whole_number": made_of_arrays,
}
_GENERALLY = {**_GLANCES, "uses_an_undefined_name": names_without_a_value, SIDES: sides_in_another_order}


def _glanced(named: Named, source: str, glances: Mapping[str, Callable[[str, str], str]]) -> Named:
    more = glances[named.name](named.exercise, source) if named.name in glances else ""
    return replace(named, message=f"{named.message} {more}") if more else named


def _words(student: Student, text: Text | None) -> str:
    """What can be said where no mistake is known: of the results, and of the lines."""
    return f"{in_words(student)} {text.look_again() if text else ''}".rstrip()


def _named(answer: Answer) -> Named:
    return Named(answer.exercise, answer.name, answer.message, answer.section)


def _weakly(student: Student, source: str) -> tuple[Named, ...]:
    """A slip that says little, where nothing else is known."""
    found = _with_calls(student, named_by_exception(student, source, weak=True))
    return (found,) if found else ()


def _parts(student: Student, text: Text | None) -> tuple[Named, ...]:
    """The mistakes that can be read in a text, and that no result speaks against, where there may be something more
    that nobody knows."""
    each = {one.answer: one for one in known(student.exercise)}
    answers = tuple(one for one in (text.certain() if text else ()) if not _is_refuted(student, each[one]))
    named = tuple(map(_named, answers))
    if not answers or text.is_made_of(answers):
        return named
    more = text.look_again(answers) or "There may be more to mend."
    return (*named[:-1], replace(named[-1], message=f"{named[-1].message} {more}"))


def _is_refuted(student: Student, one: Known) -> bool:
    """Whether some call comes out better than with this mistake."""
    for seen, names, mine in zip(student.seen, one.wrong, one.outcomes):
        if seen.came.status == "ok" and (mine.status != "ok" or not set(names) <= set(seen.wrong)):
            return True
        shapes = (_shapes(name, seen.expected, seen.came.results, mine.results) for name in names)
        if any(expected == came != its for expected, came, its in shapes):
            return True
    return False


def _shapes(name: str, *results: Mapping) -> list[object]:
    return [getattr(result.get(name), "shape", None) for result in results]


def _form(student: Student, source: str) -> tuple[Named, ...]:
    """A slip that is the same in every exercise, as its first line, or what is raised or returned, tells it."""
    function = definition(source, student.exercise)
    found = named_by_parameters(student, function) if function else None
    if not found and (order := sides_in_another_order(student.exercise, source)):
        found = Named(student.exercise, SIDES, f"{SIDES_MESSAGE} {order}", section_of(student.exercise))
    came = [one.came for one in student.seen if one.came.status == "ok"]
    if not found and came and all(one.raw is None for one in came) and has_no_return(student.exercise, source):
        found = returns_nothing(student.exercise)
    found = (
        found
        or hard_coded(student)
        or _with_calls(student, named_by_exception(student, source) or named_by_form(student))
    )
    return (found,) if found else ()


def _with_calls(student: Student, named: Named | None) -> Named | None:
    """A mistake with a sentence on the calls in which it shows, where some are right."""
    wrong = [found for found in student.seen if found.wrong]
    if named is None or len(wrong) == len(student.seen):
        return named
    return replace(named, message=f"{named.message} {where(student, wrong)}".rstrip())


def _one(student: Student) -> tuple[Answer, ...]:
    """The known mistake that gives all that was seen."""
    came = [found.came for found in student.seen]
    said = [outcome.said for outcome in came]
    every = known(student.exercise)
    if student.by_chance:
        alone = [one for one in every if one.by_chance == student.by_chance]
        return _only((one for one in alone if all(_but_for_chance(student, one.outcomes))), said)
    every = [one for one in every if not one.by_chance]
    found = _only((one for one in every if all(map(same, came, one.outcomes))), said)
    if not found and any(one.wrong and one.came.status == "ok" for one in student.seen):
        # The same mistake in other words may fail with another exception.
        loosely = (one for one in every if all(same(*both, strict=False) for both in zip(came, one.outcomes)))
        found = _only(loosely, said)
    return found


def _standing(student: Student, text: Text | None, *sizes: int) -> tuple[Answer, ...]:
    """So many known mistakes of which the lines stand in the text, and that together give all that was seen."""
    sets = text.together() if text else []
    return next((some for some in sets if len(some) in sizes and agree(student, some)), ())


def _single(found: list[tuple[Answer, ...]]) -> tuple[Answer, ...]:
    return found[0] if len(found) == 1 else ()


def _but_for_chance(student: Student, outcomes: Iterable[Outcome]) -> Iterator[bool]:
    return (same_but_for_chance(seen.came, other, student.by_chance) for seen, other in zip(student.seen, outcomes))


def _gives_something_wrong(one: Known) -> bool:
    return any(wrong and came.status == "ok" for wrong, came in zip(one.wrong, one.outcomes))


def _only(found: Iterable[Known], said: list[str]) -> tuple[Answer, ...]:
    """The mistake that is left. Where several are, or there are exceptions and no wrong result that could tell, it has
    to fail in the same words, or with the same shapes."""
    every = list(found)
    if len(every) > 1 or not any(_gives_something_wrong(one) for one in every):
        exact = [one for one in every if [came.said for came in one.outcomes] == said]
        told = list(map(_what_differs, said))
        every = exact or [one for one in every if [_what_differs(came.said) for came in one.outcomes] == told]
    return (every[0].answer,) if len(every) == 1 else ()


def _what_differs(said: str) -> object:
    """What NumPy says that does not fit together: the same shapes or lengths, in whatever words and order the product
    or the sum that was written tells them."""
    product = re.search(r"size (\d+) is different from (\d+)|: (\d+) \(dim \d+\) != (\d+) \(dim \d+\)", said)
    if product:
        return frozenset(filter(None, product.groups()))
    if "could not be broadcast together" in said:
        return frozenset(re.sub(r",(?=\))", "", shape) for shape in re.findall(r"\(\d+(?:,\d*)*\)", said))
    return said


def _shown_by(student: Student, answers: tuple[Answer, ...]) -> Seen:
    """The smallest call that shows these mistakes, on the student's function."""
    found = student.on(_smallest_for(answers))
    return found if found and found.wrong else _least(student)


@cache
def _smallest_for(answers: tuple[Answer, ...]) -> Probe:
    """The smallest call on which a mistake shows; of several, all, if there is such a call."""
    exercise = answers[0].exercise
    function = answers[0].function if len(answers) == 1 else merged(*answers)

    def watched(one: Probe) -> Seen:
        came = outcome_of(function, one)
        return Seen(one, came, wrong(came, one.ways), nearest(came, one.ways))

    def both(seen: Seen) -> bool:
        return len(answers) == 1 or not any(same(seen.came, outcome_of(one.function, seen.probe)) for one in answers)

    seen = [found for found in map(watched, battery(exercise)) if found.wrong]
    start = _simplest([found for found in seen if both(found)] or seen)
    both_show = both(start)

    def shows(one: Probe) -> bool:
        found = watched(one)
        return found.manner == start.manner and (both(found) or not both_show)

    # Numbers that only grow can hide a mistake in all but a large call.
    found = [smallest(start.probe, shows, EASY[easiest:]) for easiest in range(3)]
    return min(found, key=lambda one: one.size)


def _shown(student: Student) -> Seen:
    """The smallest call on which the student's function is wrong in the way in which it is on the battery."""
    best = start = _least(student)

    def shows(one: Probe) -> bool:
        nonlocal best
        found = student.on(one)
        if not found or found.manner != start.manner:
            return False
        best = found
        return True

    smallest(start.probe, shows)
    return best


def _least(student: Student) -> Seen:
    return _simplest([found for found in student.seen if found.wrong])


def _simplest(seen: list[Seen]) -> Seen:
    """The call with the fewest entries, of those with a wrong result rather than none, and of more than one entry."""
    return min(seen, key=lambda found: (found.came.status != "ok", is_tiny(found.probe), found.probe.size))


def _as_code(found: Seen) -> Counterexample | None:
    return counterexample(found.probe, found.came)
