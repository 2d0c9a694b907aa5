"""Which two mistakes, made together, give what a student's function gives."""

from dataclasses import dataclass, field
from itertools import combinations
from time import process_time

from autograder.catalogue import Answer
from autograder.naming.battery import battery
from autograder.naming.known import Known, known, outcome_of
from autograder.naming.merging import merged
from autograder.naming.outcomes import Outcome, alike, same

# Processor seconds that a process spends on putting mistakes of one exercise together, over all submissions.
PATIENCE = 1.0


@dataclass
class _Done:
    """What is known of the pairs of an exercise. outcomes: by the two names and the number of the call."""

    seconds: float = 0.0
    outcomes: dict[tuple[str, str, int], Outcome | None] = field(default_factory=dict)


_done: dict[str, _Done] = {}


def pair(exercise: str, came: list[Outcome], wrong: list[tuple[str, ...]]) -> tuple[Answer, Answer] | None:
    """The only two mistakes that give these outcomes on the battery when they are made together; None where no two do,
    or where several pairs would.

    wrong: which results are wrong, for each call.
    """
    singles = [one for one in known(exercise) if not one.by_chance]
    fits = {id(one): _fits(one, came) for one in singles}
    for apart in (True, False):
        likely = []
        for one, other in combinations(singles, 2):
            open_questions = _possible(one, other, fits, wrong, apart)
            if open_questions is not None:
                likely.append((open_questions, one.answer, other.answer))
        likely.sort(key=lambda entry: entry[0])
        found = [(one, other) for _, one, other in likely if _agree(exercise, one, other, came)]
        if found:
            break
    return found[0] if len(found) == 1 else None


def _fits(one: Known, came: list[Outcome]) -> list[dict[str, bool]]:
    """For each call, which results of a mistake are those that came."""
    return [_fitting(outcome, mine) for outcome, mine in zip(came, one.outcomes)]


def _fitting(outcome: Outcome, mine: Outcome) -> dict[str, bool]:
    if outcome.status != "ok" or mine.status != "ok" or outcome.results.keys() != mine.results.keys():
        return {"": same(outcome, mine)}
    names = outcome.results.keys()
    return {name: alike(outcome.results[name], mine.results[name]) for name in names} | {
        "arguments": outcome.changed.keys() == mine.changed.keys()
    }


def _possible(one: Known, other: Known, fits: dict, wrong: list[tuple[str, ...]], apart: bool) -> int | None:
    """Whether a pair may give what came, from what each gives alone; if so, how many results remain to be seen.

    Where only one of two mistakes shows in a call, the pair gives what that one gives. apart: also in each result of a
    call in which the other shows elsewhere, which is so unless one result is made of another.
    """
    questions = 0
    for number, bad in enumerate(wrong):
        mine, yours = set(one.wrong[number]), set(other.wrong[number])
        if set(bad) - mine - yours:
            return None
        if mine and yours and not apart:
            questions += len(mine | yours)
            continue
        for known_one, alone in ((one, mine - yours), (other, yours - mine)):
            fit = fits[id(known_one)][number]
            if any(not fit.get(name, fit.get("", False)) for name in alone):
                return None
        questions += len(mine & yours)
    return questions


def _agree(exercise: str, one: Answer, other: Answer, came: list[Outcome]) -> bool:
    """Whether the two together give what came, on every call."""
    return all(
        outcome is not None and same(outcome, mine) and outcome.said == mine.said
        for mine, outcome in zip(came, (_outcome(exercise, one, other, number) for number in range(len(came))))
    )


def _outcome(exercise: str, one: Answer, other: Answer, number: int) -> Outcome | None:
    """What two mistakes together do on a call; None where they cannot be put together, or there is no time left."""
    done, key = _done.setdefault(exercise, _Done()), (one.name, other.name, number)
    if key not in done.outcomes and done.seconds < PATIENCE:
        start = process_time()
        function = merged(one, other)
        done.outcomes[key] = outcome_of(function, battery(exercise)[number]) if function else None
        done.seconds += process_time() - start
    return done.outcomes.get(key)
