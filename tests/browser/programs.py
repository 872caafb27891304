"""The programs that readers use; a check without them fails and says how to get them."""

import importlib.util
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import pytest


def find_program(name: str) -> str:
    """Find a program of Debian's."""
    found = shutil.which(name)
    if found is None:
        pytest.fail(f"{name} is not on this machine: run scripts/install_checks.sh")
    return found


def find_axe() -> str:
    """Find the script of axe-core in the Python package that carries it."""
    # The package itself is not opened: it would start up a browser's whole machinery.
    package = importlib.util.find_spec("axe_playwright_python")
    if package is None or package.origin is None:
        pytest.fail('axe-core is not on this machine: pip install ".[checks]"')
    return (Path(package.origin).parent / "axe.min.js").read_text("utf-8")


def convert(source: Path, ending: str, folder: Path) -> Path:
    """Open a file in LibreOffice and save it in another form."""
    with tempfile.TemporaryDirectory() as profile:
        said = subprocess.run(
            [
                *(find_program("soffice"), f"-env:UserInstallation=file://{profile}"),
                *("--headless", "--convert-to", ending, "--outdir", folder, source),
            ],
            capture_output=True,
            text=True,
            timeout=300,
        )
    made = folder / f"{source.stem}.{ending}"
    assert made.is_file(), said.stdout + said.stderr
    return made


def count_pages(paper: Path) -> int:
    """Count the pages of a PDF file."""
    return int(_ask_paper(paper, "Pages"))


def find_paper_size(paper: Path) -> tuple[float, float]:
    """Find how wide and high the first page is, in points."""
    width, height = re.findall(r"[\d.]+", _ask_paper(paper, "Page size"))[:2]
    return float(width), float(height)


def _ask_paper(paper: Path, key: str) -> str:
    said = subprocess.run(
        [find_program("pdfinfo"), paper], capture_output=True, text=True, check=True
    ).stdout
    return next(
        line.partition(":")[2].strip() for line in said.splitlines() if line.startswith(key)
    )


def read_paper(paper: Path) -> str:
    """Read the words on a PDF file, with one space between any two."""
    said = subprocess.run(
        [find_program("pdftotext"), "-q", paper, "-"], capture_output=True, check=True
    ).stdout
    return " ".join(said.decode("utf-8").split())


def picture_paper(paper: Path, folder: Path, *, dots: int = 40) -> list[Path]:
    """Make a picture of each page of a PDF file."""
    folder.mkdir(exist_ok=True)
    subprocess.run(
        [find_program("pdftoppm"), "-png", "-r", str(dots), paper, folder / paper.stem], check=True
    )
    return sorted(folder.glob(f"{paper.stem}-*.png"))


def find_blank(sheets: list[Path]) -> list[str]:
    """Name the pictures of pages that are nothing but white, or nothing but dark."""
    from PIL import Image

    blank = []
    for sheet in sheets:
        grey = np.asarray(Image.open(sheet).convert("L"))
        if not grey.min() < 128 < 200 < grey.max():
            blank.append(sheet.name)
    return blank
