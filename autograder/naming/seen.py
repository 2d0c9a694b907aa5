"""What can be said of results that no known mistake explains."""

from collections.abc import Sequence

import numpy as np

from autograder import reference
from autograder.naming.deciding import where
from autograder.naming.fitting import does_not_fit
from autograder.naming.observed import Seen, Student
from autograder.naming.outcomes import Other, alike, kind_of
from autograder.naming.printing import quoted
from autograder.naming.shapes import about_shape
from autograder.naming.smallest import is_tiny
from autograder.naming.values import about_values
from helpers.compare import difference, entry

_YOURS = "Your function"
# How the words begin where there is no result in any call.
RAISES = f"{_YOURS} raises "


def in_words(student: Student) -> str:
    """One to three sentences on what is wrong with a student's results, and in which calls."""
    if student.stopped:
        return _no_answer(student.stopped)
    wrong = [found for found in student.seen if found.wrong]
    failed = [found for found in wrong if found.came.status != "ok"]
    came = [found for found in wrong if found.came.status == "ok"]
    if not came:
        return " ".join(filter(None, [_failure(failed), where(student, failed)]))
    missing, same = _missing(came), _same_for_all(student)
    if same and not missing:
        return same
    words = missing or _results(came, student.seen)
    if failed:
        words += f" In {_of(failed, student.seen)}, {_failure(failed, start='it')}"
    return " ".join(filter(None, [words, where(student, wrong)]))


def _no_answer(stopped: Seen) -> str:
    said = _sentence(quoted(stopped.came.said))
    if said and stopped.came.status == "missing":
        return said
    return f"There is no result in {stopped.probe.label}. {said}".rstrip()


def _failure(failed: Sequence[Seen], start: str = _YOURS) -> str:
    """What exception comes, in a sentence: in the smallest of these calls, from which the one to try is made."""
    kinds = {found.came.kind for found in failed}
    one = min(failed, key=lambda found: (is_tiny(found.probe), found.probe.size))
    said = quoted(one.came.said.removeprefix("the function raised "))
    if one.came.status != "error":
        return _sentence(said) or f"{start} gives no result."
    if said.startswith("the function "):
        return f"{start} {said.removeprefix('the function ').rstrip('.')}."
    where = f", in {one.came.where}" if one.came.where else ""
    others = f" (and in other calls {', '.join(sorted(kinds - {one.came.kind}))})" if len(kinds) > 1 else ""
    return f"{start} raises {said.rstrip('.')}{where}{others}."


def _missing(came: Sequence[Seen]) -> str:
    """That what came is no result at all: None, too many things, or something else than numbers."""
    return next(filter(None, (_no_array(name, came[0]) for name in came[0].wrong)), "")


def _no_array(name: str, one: Seen) -> str:
    """That a call gave no numbers where an array of them is wanted, and what it gave; else nothing."""
    names, raw = reference.RESULTS[one.probe.exercise], one.came.raw
    if not one.came.results:
        return f"Your function should return {len(names)} things, {', '.join(names)}, but it returns {kind_of(raw)}."
    expected, got = one.expected.get(name), one.came.results.get(name)
    if not isinstance(expected, np.ndarray) or isinstance(got, np.ndarray):
        return ""
    if name not in one.came.results:
        return f"{name} is missing."
    if got is None:
        return does_not_fit(one) or f"{name} is None: nothing was put into it, or it is not returned."
    if len(names) == 1 and isinstance(raw, tuple):
        return f"Your function should return {name} alone, but it returns {kind_of(raw)}."
    what = got.what if isinstance(got, Other) else "a collection whose parts make no array"
    shape = f"in an array of shape {expected.shape}" if expected.ndim else "as a single number"
    return f"{name} should hold numbers {shape}, but it is {what}."


def _same_for_all(student: Student) -> str:
    """That every call gives the same, whatever the input is."""
    results = [found.came.results for found in student.seen if found.came.status == "ok"]
    if len(results) < 3 or len(results) < len(student.seen):
        return ""
    first = results[0]
    if all(first.keys() == one.keys() and all(alike(first[name], one[name]) for name in first) for one in results[1:]):
        value = next(iter(first.values()), None)
        what = entry(value.item()) if isinstance(value, np.ndarray) and value.ndim == 0 else "the same"
        return f"Your function returns {what} in every call, whatever its input is."
    return ""


def _results(came: Sequence[Seen], every: Sequence[Seen]) -> str:
    """What is wrong with the first result that is wrong anywhere, and whether it is right in other calls."""
    # What is expected by name can differ from call to call, as the entries of a dict do.
    names = [*dict.fromkeys(name for one in came for name in one.expected), "arguments"]
    wrong = [name for name in names if any(name in found.wrong for found in came)]
    sentences = []
    for name in wrong[:2]:
        sentence = _about(name, [found for found in came if name in found.wrong], came)
        right = sum(name not in found.wrong for found in every if found.came.status == "ok")
        # One alone can be right by chance.
        if right > 1 and sentence.startswith(name):
            sentence = f"In some calls, {sentence}"
        sentences.append(sentence)
        if len(sentences[0]) > 120:
            break
    return " ".join(sentences)


def _about(name: str, found: Sequence[Seen], came: Sequence[Seen]) -> str:
    if name == "arguments":
        changed = next(iter(found[0].came.changed))
        return f"Your function changes its argument {changed}: work on a copy, or on new arrays."
    expected = found[0].expected[name]
    if not isinstance(expected, np.ndarray):
        return f"{name} does not hold what it should: {_parts(name, expected, found[0].came.results.get(name))}"
    found = [one for one in found if isinstance(one.expected[name], np.ndarray)]
    # One call may give numbers and another one none. What is said of numbers would not be true of both.
    for one in found:
        if none := _no_array(name, one):
            return f"In {one.probe.label}: {none}"
    shaped = [one for one in found if one.came.results[name].shape != one.expected[name].shape]
    shaped = [one for one in shaped if not _is_number(one, name)]
    if shaped:
        return about_shape(name, shaped, came)
    return about_values(name, found) or _difference(name, found)


def _is_number(one: Seen, name: str) -> bool:
    return one.expected[name].ndim == 0 and one.came.results[name].size == 1


def _parts(name: str, expected, got, it: str = "it") -> str:
    if isinstance(expected, tuple) and isinstance(got, tuple):
        places = [next((at for at, part in enumerate(got) if alike(part, one)), None) for one in expected]
        if len(expected) != len(got):
            said = f"{it} should have {len(expected)} parts, and has {len(got)}"
            extra = [at for at in range(len(got)) if at not in places]
            if None not in places and sorted(places) == places and len(extra) == 1:
                return f"{said}: {name}[{extra[0]}] does not belong there."
            missing = [at for at, place in enumerate(places) if place is None]
            if len(missing) == 1 and len(got) == len(expected) - 1:
                return f"{said}: what should be {name}[{missing[0]}] is missing."
            return f"{said}."
        if sorted(at for at in places if at is not None) == [*range(len(got))]:
            order = ", ".join(
                f"{name}[{place}] should be {name}[{at}]" for at, place in enumerate(places) if at != place
            )
            return f"{it} holds the right things in another order: {order}."
        for place, (one, other) in enumerate(zip(expected, got)):
            if not alike(other, one):
                part = f"{name}[{place}]"
                if isinstance(one, tuple) and isinstance(other, tuple):
                    return _parts(part, one, other, it=part)
                if isinstance(one, np.ndarray) and (other is None or isinstance(other, np.ndarray)):
                    # The same numbers differ where one holds True and False.
                    said = difference(other, one, part)
                    return said or f"{part} should hold {one.dtype}, but it holds {other.dtype}."
                wanted, came = str(_of_dict(one)), quoted(str(_of_dict(other)))
                return f"{part} should be {wanted}, but it is {came}." if wanted != came else f"{part} differs."
    return f"{it} should be a tuple of {len(expected)}." if isinstance(expected, tuple) else f"{it} differs."


def _of_dict(value: object) -> object:
    if not isinstance(value, dict):
        return value.what if isinstance(value, Other) else kind_of(value)
    return {
        key: one.item() if isinstance(one, np.ndarray) and one.size == 1 else kind_of(one) for key, one in value.items()
    }


def _difference(name: str, found: Sequence[Seen]) -> str:
    # Of True and False that are held as numbers, some calls may show nothing else.
    every = [(one, difference(one.came.results[name], one.expected[name], name)) for one in found]
    least, said = min((entry for entry in every if entry[1]), key=lambda entry: entry[0].probe.size, default=every[0])
    words = f"In {least.probe.label}: {said}" if said else ""
    got, want = np.asarray(least.came.results[name]), least.expected[name]
    if want.dtype == bool and got.dtype != bool:
        words += f" {name} should hold True and False, but it holds {got.dtype}."
    return words.strip()


def _of(some: Sequence, every: Sequence) -> str:
    return f"{len(some)} of {len(every)} calls"


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if not text or text.endswith((".", "?", "…")) else f"{text}."
