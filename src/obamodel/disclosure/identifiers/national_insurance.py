"""Where does a National Insurance number stand?"""

import re

from obamodel.disclosure.identifiers.found import Spans

_GAP = r"[ .-]{0,2}"
_NUMBER = re.compile(
    rf"(?<![0-9A-Z])(?P<prefix>[A-Z] ?[A-Z]){_GAP}"
    rf"(?:[0-9]{{2}}{_GAP}[0-9]{{2}}{_GAP}[0-9]{{2}}|[0-9]{{3}}{_GAP}[0-9]{{3}})"
    rf"(?:{_GAP}(?P<suffix>[A-D]))?(?![0-9A-Z])",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:\bNI|\bNINO|National Insurance)(?: (?:number|no\.?|num))?[^A-Z0-9]{0,3}"
    r"(?:(?:is|was)[: ]{1,2})?$",
    re.IGNORECASE,
)
_LONGEST_LABEL = 45
_NEVER = frozenset(("BG", "GB", "KN", "NK", "NT", "TN", "ZZ"))
# QQ stands in examples, where a real one may have been left by mistake; OO is for tax credits.
_ALL_THE_SAME = frozenset(("QQ", "OO"))


def find_national_insurance_numbers(text: str) -> Spans:
    """Find National Insurance numbers: two letters, six digits and a letter from A to D.

    HMRC's National Insurance Manual (NIM39110) says which two letters there can be. Where the
    words before it say what it is, any two letters will do, and the last letter may be missing.

    Examples
    --------
    >>> text = "AB 12 34 56 C is one; GB 12 34 56 C and course AB123456 are none."
    >>> [text[start:end] for start, end in find_national_insurance_numbers(text)]
    ['AB 12 34 56 C']
    """
    for match in _NUMBER.finditer(text):
        complete = _is_possible(match["prefix"]) and match["suffix"]
        if complete or _NAMED.search(text[max(0, match.start() - _LONGEST_LABEL) : match.start()]):
            yield match.span()


def _is_possible(prefix: str) -> bool:
    letters = prefix.replace(" ", "").upper()
    if letters in _ALL_THE_SAME:
        return True
    possible = not set(letters) & set("DFIQUV") and letters[1] != "O"
    return possible and letters not in _NEVER
