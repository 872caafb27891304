"""Where does an e-mail address stand, as written or as people spell it out?"""

import re

from obamodel.disclosure.identifiers.found import Spans

LONGEST_NAME = 64
LONGEST_DOMAIN = 255

# Every attempt starts at what stands for the @ and looks a bounded way to either side, so a long
# text without spaces costs no more than any other.
_AT = re.compile(r" ?@ ?| ?(?:\(at\)|\[at\]|\{at\}) ?| at ", re.IGNORECASE)
_DOT = r"(?:\.| ?(?:\(dot\)|\[dot\]|\{dot\}) ?| dot )"
_DOMAIN = re.compile(rf"\w[\w-]{{0,62}}(?:{_DOT}\w[\w-]{{0,62}}){{1,8}}", re.IGNORECASE)
_LABEL = re.compile(rf"(?:{_DOT})(\w[\w-]*)", re.IGNORECASE)
_SPELT_OUT = re.compile(r"[^\w.-]")
# Where words stand around it, only endings that people in the United Kingdom use are believed.
_ENDING = re.compile(
    r"(?:uk|com|org|net|edu|gov|info|eu|co|scot|wales|cymru|london|ie|me|io|biz)", re.IGNORECASE
)
# More is allowed by the rules and hardly ever used; "=" or "/" mostly stand before an address.
_IN_NAMES = frozenset("_.'+&%#$-")
_NOT_FIRST = ".'&%#$-"


def find_e_mail_addresses(text: str) -> Spans:
    """Find e-mail addresses, as in a@b.org, a (at) b.org and a at b dot org.

    Examples
    --------
    >>> text = "Write to kim at example dot org, or to kim@example.org."
    >>> [text[start:end] for start, end in find_e_mail_addresses(text)]
    ['kim at example dot org', 'kim@example.org']
    """
    for at in _AT.finditer(text):
        start = _find_start(text, at.start())
        if start < at.start():
            spelt = at.group() in (" at ", " At ", " AT ")
            end = _find_end(text, at.end(), name=text[start : at.start()], spelt=spelt)
            if end:
                yield start, end


def _find_start(text: str, at: int) -> int:
    # Character by character from right to left: a pattern would try every place before it.
    start = at
    while start and at - start < LONGEST_NAME and _may_stand_in_name(text[start - 1]):
        start -= 1
    while start < at and text[start] in _NOT_FIRST:
        start += 1
    return start


def _may_stand_in_name(character: str) -> bool:
    return character.isalnum() or character in _IN_NAMES


def _find_end(text: str, at: int, *, name: str, spelt: bool) -> int:
    domain = _DOMAIN.match(text, at, at + LONGEST_DOMAIN)
    if domain is None:
        return 0
    labels = [
        (label.group(1), label.end())
        for label in _LABEL.finditer(text, domain.start(), domain.end())
    ]
    if not spelt and not _SPELT_OUT.search(domain.group()):
        # "places @ 4.50" has no letters at its end.
        return domain.end() if labels[-1][0].isalpha() else 0
    if spelt and not _SPELT_OUT.search(domain.group()) and not _looks_like_a_name(name):
        # "look at example.org" is a web address.
        return 0
    return max((end for label, end in labels if _ENDING.fullmatch(label)), default=0)


def _looks_like_a_name(name: str) -> bool:
    return any(not character.isalpha() for character in name)
