"""The files around the code agree with each other."""

import re
import tomllib
from pathlib import Path

import yaml
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def ranges(requirements) -> dict[str, str]:
    parsed = [Requirement(requirement) for requirement in requirements]
    return {requirement.name: str(requirement.specifier) for requirement in parsed}


def test_environment_lists_the_ranges_of_the_project():
    listed = yaml.safe_load((ROOT / "environment.yml").read_text())["dependencies"]
    assert listed[-1] == {"pip": ["-e .[instructor]"]}
    conda = ranges(item for item in listed if isinstance(item, str))
    base, extras = ranges(PROJECT["dependencies"]), PROJECT["optional-dependencies"]
    pip = base | ranges(extras["instructor"]) | ranges(extras["test"])
    assert {name: conda.get(name) for name in base} == base
    assert {name: pip[name] for name in conda if name in pip} == {name: conda[name] for name in conda if name in pip}
    assert conda["python"] == str(Requirement(f"python{PROJECT['requires-python']}").specifier)
    assert {"python", "numpy", "matplotlib", "jupyter", "nbgrader", "nbval"} <= set(conda)


def test_constraints_are_plain_pins_of_everything_that_the_project_names():
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert [pin for pin in pins if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+", pin)] == []
    names = {re.sub(r"[-_.]+", "-", pin.partition("==")[0]).lower() for pin in pins}
    named = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["instructor"]]
    assert {Requirement(requirement).name.lower() for requirement in named} <= names


def test_no_file_of_the_project_names_a_registry_or_a_machine():
    suspects = re.compile(r"https?://[^\s)\"'>]*(pypi|pythonhosted|simple/)|/root/|/home/\w|/work/main")
    texts = [
        path
        for pattern in (
            "*.toml",
            "*.txt",
            "*.yml",
            "Makefile",
            "*.md",
            "autograder/**/*.py",
            "helpers/**/*.py",
            "*/*/*.ipynb",
        )
        for path in ROOT.glob(pattern)
    ]
    assert len(texts) > 30
    assert [str(path.relative_to(ROOT)) for path in texts if suspects.search(path.read_text())] == []


def test_ci_runs_the_tests_that_the_readme_names():
    script = (ROOT / ".ci" / "run").read_text().splitlines()
    assert [line for line in script if line.startswith("make")] == ["make test"]
    assert "make test" in (ROOT / "README.md").read_text()
