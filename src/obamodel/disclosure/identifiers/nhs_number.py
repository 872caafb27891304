"""Where does an NHS number stand?"""

import re

from obamodel.disclosure.identifiers.found import Spans

# Ten digits, written 3-3-4 or in one; the same mark stands between both pairs of groups.
_TEN_DIGITS = re.compile(
    r"(?<![0-9£$€])(?<![0-9][.,/-])[0-9]{3}(?P<gap> ?[ .-]? ?)[0-9]{3}(?P=gap)[0-9]{4}"
    r"(?![0-9])(?![.,/][0-9])"
)
# A book number of ten digits has the very same check digit.
_BOOK_NUMBER = re.compile(r"\bISBN(?:-10)?(?: (?:number|no\.?))?:? ?$", re.IGNORECASE)
_LONGEST_LABEL = 20


def find_nhs_numbers(text: str) -> Spans:
    """Find NHS numbers, and in Scotland CHI numbers: ten digits of which the last one checks.

    One that is written wrong does not check, and is not found.

    Examples
    --------
    >>> text = "943 476 5919 is one, and 943 476 5918 is none."
    >>> [text[start:end] for start, end in find_nhs_numbers(text)]
    ['943 476 5919']
    """
    for match in _TEN_DIGITS.finditer(text):
        before = text[max(0, match.start() - _LONGEST_LABEL) : match.start()]
        if checks_out(re.sub("[^0-9]", "", match.group())) and not _BOOK_NUMBER.search(before):
            yield match.span()


def checks_out(digits: str) -> bool:
    """Say whether the last of ten digits is the check digit of the nine before it.

    The nine digits are multiplied by 10, 9, ... 2 and added up; the check digit is what brings
    the sum to a multiple of 11 (NHS Data Dictionary, NHS NUMBER).

    Examples
    --------
    Nine times 10, four times 9, three times 8, ... is 299; 9 more make 308, which is 28 times 11.

    >>> checks_out("9434765919"), checks_out("9434765918")
    (True, False)
    """
    weighted = sum(
        weight * int(digit) for weight, digit in zip(range(10, 0, -1), digits, strict=True)
    )
    return weighted % 11 == 0
