"""Somebody who has only the tutorial: saves its files, types its commands, reads what is said."""

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import frozen

PAGE = Path(__file__).resolve().parents[1] / "docs" / "tutorial.md"

_BLOCK = re.compile(
    r"<!-- (?P<what>file|run|says)(?:: (?P<name>[^\n]+?))? -->\n```\w+\n(?P<text>.*?)```\n",
    re.DOTALL,
)


@frozen(kw_only=True)
class Step:
    """One thing the tutorial asks for.

    Parameters
    ----------
    what
        *file*: save the text under that name. *run*: type it. *says*: what the last command said.
    name
        The name of the file.
    text
        The text.
    """

    what: str
    name: str
    text: str


def read_steps(page: Path = PAGE) -> Iterator[Step]:
    """Read what a page asks for, in order."""
    for found in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        yield Step(what=found["what"], name=found["name"] or "", text=found["text"])


def follow(folder: Path, programs: Path, page: Path = PAGE) -> list[str]:
    """Do what a page asks for in a folder, and return what each command said.

    Parameters
    ----------
    folder
        Where, an empty folder.
    programs
        The folder of the programs that are found first, ``python`` and ``obamodel`` among them.
    """
    said: list[str] = []
    for step in read_steps(page):
        if step.what == "file":
            target = folder / step.name
            target.parent.mkdir(exist_ok=True)
            target.write_text(step.text, encoding="utf-8")
        elif step.what == "run":
            said.append(_type(step.text, folder, programs))
        else:
            assert _in_one_line(step.text) in _in_one_line(said[-1]), said[-1]
    return said


def _type(text: str, folder: Path, programs: Path) -> str:
    known: Mapping[str, str] = {
        name: value
        for name, value in os.environ.items()
        # Nothing of this project is found but what is installed there.
        if name not in ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")
    }
    path = f"{programs}{os.pathsep}{known.get('PATH', '')}"
    ended = subprocess.run(
        ["sh", "-e", "-c", text],
        cwd=folder,
        env={**known, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, f"{text}\n{ended.stdout}\n{ended.stderr}"
    assert not ended.stderr, f"{text}\n{ended.stderr}"
    return ended.stdout


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
