"""Make the pictures of the README, from what the project's own commands show.

    .venv/bin/python docs/make_pictures.py

Needs Chromium on the machine. Takes about two minutes.
"""

import io
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import nbformat
from PIL import Image, ImageChops
from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parents[1]
PROGRAMS = Path(sys.executable).parent
# One exercise from text to check, in the first notebook.
CELLS = ("single-step", "single-step-picture", "single-step-exercise", "conv_single_step", "conv_single_step-check")
CHROMIUM = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--virtual-time-budget=30000"),
    "--hide-scrollbars",
]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        notebook(Path(folder), ROOT / "docs" / "notebook.png")
        graded_class(Path(folder), ROOT / "docs" / "class.png")
        feedback(Path(folder), ROOT / "docs" / "feedback.png")


def notebook(folder: Path, target: Path) -> None:
    """A page of the first notebook in JupyterLab, solved."""
    nb = nbformat.read(ROOT / "solutions" / "01_convolution" / "01_convolution.ipynb", as_version=4)
    nb.cells = sorted((cell for cell in nb.cells if cell.id in CELLS), key=lambda cell: CELLS.index(cell.id))
    nbformat.write(nb, folder / "01_convolution.ipynb")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--no-browser", "--allow-root", f"--port={port}", "--ServerApp.token=", "--ServerApp.password="]
    options += ["--LabApp.news_url=None", f"--ServerApp.root_dir={folder}"]
    server = subprocess.Popen([PROGRAMS / "jupyter-lab", *options], stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        for _ in range(60):
            try:
                urllib.request.urlopen(f"{address}/api").close()
                break
            except OSError:
                time.sleep(0.5)
        screenshot(f"{address}/doc/tree/01_convolution.ipynb", folder / "page.png", "1100,2150")
    finally:
        server.terminate()
        server.wait()
    page = Image.open(folder / "page.png").convert("RGB")
    # Without JupyterLab's own bars.
    save(page.crop((40, 104, page.width - 42, page.height - 250)), target)


def graded_class(folder: Path, target: Path) -> None:
    """What `autograder demo` shows in a terminal: the table of one assignment, and the end."""
    environment = os.environ | {"COLUMNS": "118", "FORCE_COLOR": "1"}
    command = [PROGRAMS / "autograder", "demo", "--folder", folder / "demo"]
    shown = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout
    lines = shown.replace(str(folder), "").replace(str(PROGRAMS), ".venv/bin").splitlines()
    first, behind, last = (
        next(number for number, line in enumerate(lines) if title in line)
        for title in ("04_pooling_backward", "05_convnet", "The class, and the mistakes")
    )
    console = Console(record=True, width=118, file=io.StringIO())
    console.print(Text.from_ansi("\n".join(line for line in lines[first:behind] + lines[last:] if "━━ " not in line)))
    page = folder / "class.html"
    page.write_text(console.export_html(inline_styles=True))
    screenshot(page.as_uri(), folder / "class.png", "1180,1800")
    save(Image.open(folder / "class.png").convert("RGB"), target)


def feedback(folder: Path, target: Path) -> None:
    """The first screen of a student's page: a mistake that has a name, and a small case that shows it."""
    pages = sorted((folder / "demo" / "feedback").glob("*/03_convolution_backward/*.html"))
    page = next(page for page in pages if "got − expected" in page.read_text(encoding="utf-8"))
    screenshot(page.as_uri(), folder / "feedback.png", "1000,1180")
    save(Image.open(folder / "feedback.png").convert("RGB"), target)


def screenshot(address: str, target: Path, size: str) -> None:
    chromium = shutil.which("chromium") or sys.exit("There is no chromium here.")
    with tempfile.TemporaryDirectory() as profile:
        options = [*CHROMIUM, f"--user-data-dir={profile}", f"--window-size={size}", f"--screenshot={target}"]
        subprocess.run([chromium, *options, address], check=True, stderr=subprocess.DEVNULL)


def save(image: Image.Image, target: Path) -> None:
    """Cut off what is white around the picture, and keep it small."""
    box = ImageChops.difference(image, Image.new("RGB", image.size, "white")).getbbox()
    margin = 12
    left, top, right, bottom = box
    right, bottom = min(right + margin, image.width), min(bottom + margin, image.height)
    image = image.crop((max(left - margin, 0), max(top - margin, 0), right, bottom))
    image.quantize(128).save(target, optimize=True)
    print(target)


if __name__ == "__main__":
    main()
