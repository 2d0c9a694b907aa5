"""In which order exercises are heard beside right helpers, and beside which of them.

A process in which a helper is right has seen its solution, and can tell the one behind it something, by the time at
which it ends. So none sees an answer to an exercise that is still to be heard: where one helper would be that, the
other exercise comes first, and where that is not possible, it does without the helper.
"""

from collections.abc import Collection, Mapping, Sequence

from autograder import reference


def gives_away(helper: str, exercises: Collection[str]) -> bool:
    """Whether who sees the solution of a helper has seen an answer to one of some exercises."""
    return any(helper == one or reference.is_answer_to(helper, one) for one in exercises)


def next_of(
    waiting: Sequence[str], helpers: Mapping[str, Collection[str]], needed: Mapping[str, Collection[str]]
) -> str:
    """The exercise to hear next: one that does without no helper that its solution calls, and without few others.

    waiting: those that are still to be heard, in the order of the notebook. helpers: which other exercises each of them
    may call. needed: which of them its solution calls.
    """

    def does_without(exercise: str) -> tuple[int, int]:
        others = [one for one in waiting if one != exercise]
        # What would be an answer to itself is never beside it.
        mine = [helper for helper in helpers[exercise] if not gives_away(helper, [exercise])]
        lacking = [helper for helper in mine if gives_away(helper, others)]
        return len([helper for helper in lacking if helper in needed[exercise]]), len(lacking)

    return min(waiting, key=does_without)
