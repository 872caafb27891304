"""Where does a web address stand, with or without what it usually begins with?"""

import re

from obamodel.disclosure.identifiers.found import Spans

LONGEST = 2048

_BEGUN = re.compile(r"(?<![A-Z0-9])(?:(?:https?|ftp)://|www[0-9]?\.)(?=[^ ])", re.IGNORECASE)
_STRETCH = re.compile(r"[^ <>\"“”«»]+")
# Short words that could follow a full stop without a space are no endings here.
_ENDINGS = (
    r"(?:(?:co|org|ac|gov|nhs|sch|ltd|plc|police|me|net|mod)\.uk|gov\.(?:scot|wales)|com|org|net"
    r"|edu|gov|info|uk|eu|scot|wales|cymru|london|ie|biz|int)"
)
_BARE = re.compile(
    rf"(?<![\w@.-])(?<!//)(?!www[0-9]?\.)(?:[a-z0-9](?:[a-z0-9-]{{0,61}}[a-z0-9])?\.){{1,8}}?(?:{_ENDINGS})"
    r"(?![\w-])(?!\.[a-z])",
    re.IGNORECASE,
)
_PATH = re.compile(r"(?::[0-9]{2,5})?[/?#][^ <>\"“”«»]*")
_AT_THE_END = ".,;:!?')]}*"
_PAIRS = {")": "(", "]": "[", "}": "{"}


def find_web_addresses(text: str) -> Spans:
    """Find web addresses, also those without http or www.

    Examples
    --------
    >>> text = "See https://example.org/a?b=1, www.example.org or example.co.uk/me (e.g. today)."
    >>> [text[start:end] for start, end in find_web_addresses(text)]
    ['https://example.org/a?b=1', 'www.example.org', 'example.co.uk/me']
    """
    covered = 0
    for begun in _BEGUN.finditer(text):
        stretch = _STRETCH.match(text, begun.end(), begun.end() + LONGEST)
        if begun.start() >= covered and stretch is not None:
            covered = _trim(text, begun.start(), stretch.end())
            if covered > begun.end():
                yield begun.start(), covered
    for bare in _BARE.finditer(text):
        if not _is_slip(bare.group()):
            path = _PATH.match(text, bare.end(), bare.end() + LONGEST)
            yield bare.start(), _trim(text, bare.start(), path.end()) if path else bare.end()


def _is_slip(name: str) -> bool:
    """Whether it is more likely two sentences with no space between, as in "came.Net gains"."""
    ending = name.rsplit(".", 1)[1]
    return ending != ending.lower() and ending != ending.upper()


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _AT_THE_END:
        closing = text[end - 1]
        opening = _PAIRS.get(closing)
        if opening is not None and text.count(opening, start, end) >= text.count(
            closing, start, end
        ):
            break
        end -= 1
    return end
