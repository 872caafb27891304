"""What does a text seem to say? Reading words is guessing, so rules that use it say "may"."""

import re

PEOPLE_WHO_USE_SERVICES = re.compile(
    r"\b(?:service[- ]users?|who use (?:(?!to )[\w'\u2019-]+ ){0,4}services?)\b", re.IGNORECASE
)


def mentions(text: str, name: str) -> bool:
    """Say whether a text mentions a name as words of their own.

    Examples
    --------
    >>> mentions("Members of MIME are heard.", "MIME"), mentions("Mimes are heard.", "MIME")
    (True, False)
    """
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None
