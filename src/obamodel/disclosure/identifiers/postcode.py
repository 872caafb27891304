"""Where does a full postcode stand?"""

import re

from obamodel.disclosure.identifiers.found import Spans

# Royal Mail's 124 areas, with the Crown dependencies; then the forces, and two without a place.
_AREAS = frozenset(
    """
    AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E
    EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL
    LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM
    SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE
    BF BX XX
    """.split()
)
# The first half ends in a digit or, in parts of London and at banks, a letter; the second half
# never has C, I, K, M, O or V.
_POSTCODE = re.compile(
    r"(?<![A-Z0-9£$€])(?P<area>[A-Z]{1,2})(?P<district>[0-9][0-9A-HJKMNPR-Y]?)"
    r"(?P<gap> {0,3}|-| - )(?P<sector>[0-9])(?P<unit>[ABD-HJLNP-UW-Z]{2})(?![A-Z0-9])",
    re.IGNORECASE,
)
_GIRO = re.compile(r"(?<![A-Z0-9])GIR ?0AA(?![A-Z0-9])", re.IGNORECASE)
# After one letter and a number: the M25 2nd exit, the E10 5ft fence.
_ORDINALS_AND_UNITS = frozenset(
    ("st", "nd", "rd", "th", "ft", "hr", "yr", "pt", "lb", "pp", "px", "xl", "gb", "tb", "qt")
)


def find_postcodes(text: str) -> Spans:
    """Find full postcodes, with or without the space, in capital or small letters.

    The first half alone names a place of thousands of people, and is left.

    Examples
    --------
    >>> text = "Leave the M25 2nd exit for CM1 1SQ, near factor B1, not far from cm2."
    >>> [text[start:end] for start, end in find_postcodes(text)]
    ['CM1 1SQ']
    """
    for match in _POSTCODE.finditer(text):
        if match["area"].upper() in _AREAS and not _is_something_else(match):
            yield match.span()
    yield from (match.span() for match in _GIRO.finditer(text))


def _is_something_else(match: re.Match[str]) -> bool:
    return len(match["area"]) == 1 and match["unit"] in _ORDINALS_AND_UNITS
