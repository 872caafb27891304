"""What in a text would lead to a person?"""

import re

# Looked for wherever people's words are shown. It finds the common forms and never claims
# to find them all: the caller still reads what is printed.
_IDENTIFIERS = (
    ("e-mail address", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    (
        "telephone number",
        re.compile(r"(?<![\d.,/-])(?:\+44\s?|\(?0)(?:[\s()-]*\d){9,10}(?![\d.,/-])"),
    ),
    (
        "postcode",
        re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s+\d[ABD-HJLNP-UW-Z]{2}\b"),
    ),
    ("web address", re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE)),
    ("National Insurance number", re.compile(r"\b[A-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b")),
)


def remove_identifiers(text: str) -> str:
    """Replace what would lead to a person by what kind of thing it was.

    Examples
    --------
    >>> remove_identifiers("Ring me on 01245 496 000 or write to a.person@example.org.")
    'Ring me on [telephone number removed] or write to [e-mail address removed].'
    """
    for kind, pattern in _IDENTIFIERS:
        text = pattern.sub(f"[{kind} removed]", text)
    return text
