# Two commands do everything: make demo, make test. They need make and a python3 (3.11 to 3.13) with venv.

PYTHON ?= python3
BIN := .venv/bin
# What is installed is remembered by a stamp for each part; a change of pyproject.toml installs again.
PIP = $(BIN)/python -m pip install --disable-pip-version-check --constraint constraints.txt --no-compile
INSTALL = $(PIP) --quiet --editable
# With all cores, where pip would compile with one. Some packages carry files that are no code for this Python.
COMPILE = $(BIN)/python -m compileall -qq -j 0 .venv/lib || true
# On Linux, PyTorch's usual build brings gigabytes for graphics cards. The small one is of the same version, with a label,
# and asking for that label downloads nothing where there is none.
PYTORCH = $(PIP) --only-binary :all: \
	"$$(grep '^torch==' constraints.txt)$(if $(filter Linux,$(shell uname -s)),+cpu)"

.PHONY: help demo test lab clean

help:
	@echo "make demo   set up, then grade a sample class from release to feedback and show where to look"
	@echo "make test   set up, then run every check"
	@echo "make lab    set up, then open JupyterLab on your own copy of the notebooks, in work/"
	@echo "make clean  remove what these made (.venv, demo/), but not work/"

demo: .venv/instructor
	@echo "— Grading a sample class. Takes about a minute."
	@$(BIN)/autograder demo

test: .venv/test
	@echo "— Linting."
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@echo "— Running the tests, and the notebooks within them."
	@$(BIN)/python -m pytest --numprocesses=auto --dist=worksteal --durations=10

lab: .venv/student
	@mkdir -p work
	@for folder in notebooks/*/; do \
		name=$$(basename $$folder); \
		if [ -e work/$$name.ipynb ]; then echo "— work/$$name.ipynb is yours already: left as it is."; \
		else cp $$folder/$$name.ipynb work/$$name.ipynb && echo "— work/$$name.ipynb: a fresh copy."; fi; \
	done
	@echo "— Opening JupyterLab. Ctrl-C here ends it."
	@$(BIN)/jupyter lab work/01_convolution.ipynb

clean:
	rm -rf .venv demo

.venv/student: pyproject.toml constraints.txt | .venv/bin/python
	@echo "— Installing what a student needs. Once; takes about a minute."
	@$(INSTALL) .
	@$(COMPILE)
	@touch $@

.venv/instructor: pyproject.toml constraints.txt | .venv/bin/python
	@echo "— Installing what an instructor needs. Once; takes about a minute."
	@$(INSTALL) '.[instructor]'
	@$(COMPILE)
	@touch $@

.venv/test: pyproject.toml constraints.txt | .venv/bin/python
	@echo "— Installing what a contributor needs. Once; takes about a minute."
	@$(INSTALL) '.[test]'
	@echo "— Installing PyTorch for notebook 07, if its build without graphics card can be had."
	@$(PYTORCH) >/dev/null 2>&1 || echo "— It cannot. What needs PyTorch is skipped; nothing else is."
	@$(COMPILE)
	@touch $@

.venv/bin/python:
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(0 if (3, 11) <= v <= (3, 13) else "This course needs Python 3.11 to 3.13, and $(PYTHON) is %d.%d. Name another one: make PYTHON=python3.12 ..." % v)'
	@echo "— Making .venv."
	@$(PYTHON) -m venv .venv
