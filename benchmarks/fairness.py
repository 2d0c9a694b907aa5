"""Whether drawn cases are fair whatever the course secret: `python benchmarks/fairness.py [SECRETS] [ASSIGNMENT …]`.

The random cases of the hidden tests depend on a secret, so a course could have the bad luck of one under which a right
answer fails, or a wrong one passes. Under each of so many made-up secrets (100), the solutions' answers must keep all
points; and under a tenth of them, each known mistake must fail the test cell that is meant for it. Prints what does not
hold, and a count. Exits with 1 where there is any.
"""

import os
import sys
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from autograder import catalogue, trusted
from autograder.catalogue import Answer
from autograder.course import Course
from autograder.notebook import Solved
from autograder.secret import NAME

COURSE = Course(Path(__file__).parents[1])


def main(how_many: int, assignments: list[str]) -> int:
    warnings.simplefilter("ignore")
    unfair = 0
    for assignment in assignments:
        solved = Solved.read(COURSE.solution(assignment))
        mistakes = [one for exercise in solved.exercises for one in catalogue.mistakes(exercise)]
        lost = passed = 0
        for number in range(how_many):
            os.environ[NAME] = f"made-up {number}"
            for outcome in trusted.run(solved.with_answers({}), solved.tests):
                if outcome.message:
                    lost += 1
                    print(f"{assignment}, secret {number}: right, and fails {outcome.test.id}: {outcome.message}")
            for one in mistakes if number % 10 == 0 else ():
                if passes(solved, one):
                    passed += 1
                    print(f"{assignment}, secret {number}: {one.exercise} {one.name} passes {one.test}")
        print(f"{assignment}: {how_many} secrets, right answers failed {lost} test cells; mistakes passed {passed}.")
        unfair += lost + passed
    return 1 if unfair else 0


def passes(solved: Solved, one: Answer) -> bool:
    """Whether a mistake passes the test cell that is meant for it."""
    meant = [test for test in solved.tests if one.is_meant_by(test)]
    return not any(outcome.message for outcome in trusted.run(solved.with_answers({one.exercise: one.source}), meant))


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    names = [word for word in sys.argv[1:] if not word.isdecimal()]
    sys.exit(main(numbers[0] if numbers else 100, names or list(COURSE.assignments())))
