"""What would take a reader of TOML or JSON for ever, and is found before it is given to one?"""

import re
from collections.abc import Iterator

from obamodel.errors import Fault

DEEPEST = 64
MOST_KEY_PARTS = 32
LONGEST_NUMBER = 40
MOST_SIGNS = 250_000
"""The most keys, lists and things in one text; eighty times what a long evaluation has."""

_OPENING = frozenset("[{=,.")

_TOKEN = re.compile(
    r'"""(?:[^\\"]++|\\.|"{1,2}(?!"))*+(?:"{3,5}|\Z)'
    r"|'''(?:[^']++|'{1,2}(?!'))*+(?:'{3,5}|\Z)"
    r'|"(?:[^\\"\n]++|\\[^\n])*+(?:"|$)'
    r"|'[^'\n]*+(?:'|$)"
    r"|#[^\n]*+"
    r"|[\[\]{}=,.\n]"
    r"|\d[\d_]*+",
    re.DOTALL | re.MULTILINE,
)


def split_tokens(text: str) -> Iterator[tuple[str, int]]:
    """Go through the quotations, comments, brackets, signs and numbers of a text, with their line.

    Lines are counted from 0. What stands inside quotation marks or a comment is one token; a text
    that is not right is taken apart as well as may be.

    Examples
    --------
    >>> list(split_tokens('a = ["[", 12] # ]'))
    [('=', 0), ('[', 0), ('"["', 0), (',', 0), ('12', 0), (']', 0), ('# ]', 0)]
    """
    line = 0
    for match in _TOKEN.finditer(text):
        token = match[0]
        yield token, line
        line += token.count("\n")


def find_excess(text: str) -> Fault | None:
    """Find what is deeper or longer than any evaluation needs.

    Examples
    --------
    >>> find_excess("a = " + "[" * 100_000).found
    'brackets stand more than 64 deep'
    """
    depth = parts = signs = 0
    for token, line in split_tokens(text):
        if token in "[{":
            depth += 1
        elif token in "]}":
            depth -= 1
        parts = parts + 1 if token == "." else 0 if token in "[]{}=,\n" else parts
        signs += token in _OPENING
        if signs > MOST_SIGNS:
            found = f"it has more than {MOST_SIGNS:,} keys, lists and values"
            mend = (
                "keep only what is needed in it, and long rows of numbers in a table of their own"
            )
            return Fault("too-large", found, mend, line=line + 1)
        if depth > DEEPEST:
            found = f"brackets stand more than {DEEPEST} deep"
            return Fault("too-large", found, "an evaluation needs 7 at most", line=line + 1)
        if parts > MOST_KEY_PARTS:
            found = f"a key has more than {MOST_KEY_PARTS} parts"
            return Fault("too-large", found, "an evaluation needs 3 at most", line=line + 1)
        if len(token) > LONGEST_NUMBER and token[0].isdigit():
            found = f"found a number of {len(token)} digits"
            mend = "check the number, or put words in quotation marks"
            return Fault("too-large", found, mend, line=line + 1)
    return None
