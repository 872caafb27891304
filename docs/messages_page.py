"""Writes the page that explains each message, from the examples that the tests collected."""

import html
import itertools
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

HERE = Path(__file__).parent
CATALOGUE = HERE / "_messages" / "messages.json"
PAGE = HERE / "what-the-messages-mean.md"

_INTRODUCTION = """\
# What the messages mean

Whatever is wrong is said in one go: where it is, what was found there, and how to mend it. A
message reads like this one:

> {example}

First comes the place: the file and its line, or the row of a spreadsheet, then the column, or the
way to a value inside the file. Behind it stands what was found, and behind the semicolon what to
do. The word in brackets at the end is the code of the message. It stays the same when the wording
is improved, so a program can rely on it; `obamodel check --json` gives it as `code`.

Some messages stop nothing. They tell what a reader settled for a column as a whole (`decided`),
what it could not carry (`left_behind`), or what a writer had no place for (`dropped`).

Here is every code, with an example of what it says and of what to do. Find yours by its first
letter, or search this page for it.
"""


def write_page(catalogue: Mapping[str, Sequence[Mapping[str, str]]]) -> str:
    """Write the page, a part for each letter and in it a heading for each code."""
    parts = [_INTRODUCTION.format(example=_escape(catalogue["not-a-number"][0]["says"]))]
    for letter, codes in itertools.groupby(sorted(catalogue), key=lambda code: code[0].upper()):
        parts.append(f"## {letter}\n")
        for code in codes:
            parts.append(f"### {code}\n")
            parts += _describe(code, catalogue[code])
    return "\n".join(parts)


def _describe(code: str, examples: Sequence[Mapping[str, str]]) -> Iterator[str]:
    for example in examples:
        mend = example["mend"]
        yield f"> {_escape(example['says'].removesuffix(f'; {mend} [{code}]'))}\n"
        yield f"What to do: {_escape(mend)}{'' if mend.endswith(('.', '?', '!')) else '.'}\n"


def _escape(text: str) -> str:
    """Write a text so that it reads on the page as it does in a message."""
    return re.sub(r"([\\`*_{}\[\]()#+.!|~$^-])", r"\\\1", html.escape(text, quote=False))


def make_page() -> None:
    """Write the page beside the others; it is made anew at every build."""
    PAGE.write_text(write_page(json.loads(CATALOGUE.read_text(encoding="utf-8"))), encoding="utf-8")


if __name__ == "__main__":
    make_page()
