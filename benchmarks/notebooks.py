"""How long each solved notebook takes, from a fresh kernel to its last cell.

python benchmarks/notebooks.py
"""

import time
from pathlib import Path

from nbclient import NotebookClient

from autograder.course import Course
from autograder.notebook import read_notebook


def main() -> None:
    course = Course.find(Path(__file__).parent)
    for assignment in course.assignments():
        path = course.solution(assignment)
        nb = read_notebook(path)
        start = time.perf_counter()
        NotebookClient(
            nb, resources={"metadata": {"path": path.parent}}, extra_arguments=["--IPKernelApp.log_level=ERROR"]
        ).execute()
        print(f"{assignment:26} {time.perf_counter() - start:5.1f} s")


if __name__ == "__main__":
    main()
