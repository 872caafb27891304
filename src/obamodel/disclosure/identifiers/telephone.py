"""Where does a telephone number stand, as people in the United Kingdom write it?"""

import re

from obamodel.disclosure.identifiers.found import Spans

# One digit more, with what may stand before it. Each pattern can be read in one way only, so
# that a text made to slow it down cannot.
_MORE = r"(?:[ .-]{0,3}[0-9])"
_MORE_ABROAD = r"(?:[ .)-]{0,3}[0-9])"
_EXTENSION = r"(?:,? ?(?:extension|extn|ext|x)\.? ?[0-9]{1,5}(?![0-9]))?"
# Not inside a longer number, an amount of money or a code with letters.
_BEFORE = r"(?<![A-Z0-9£$€_])(?<![0-9][.:-])(?<![A-Z]-)"
_AFTER = r"(?![0-9])(?! ?(?:%|per cent))"

_FROM_ABROAD = re.compile(
    r"(?<![0-9£$€])(?:\(\+ ?44\)|\+ ?44|\(00 ?44\)|00 ?44)[ .-]{0,3}(?:\( ?0 ?\)|0)?[ .-]{0,3}"
    rf"\(?[1-9]{_MORE_ABROAD}{{8,9}}(?![0-9]){_EXTENSION}",
    re.IGNORECASE,
)
# "+10 000 000" is a change and no number to ring.
_FROM_ELSEWHERE = re.compile(
    rf"(?<![0-9£$€])\+(?!44)(?![0-9 ]{{0,15}} 000(?! ?[0-9]))[1-9]{_MORE_ABROAD}{{7,13}}{_AFTER}"
)
_WITHOUT_PLUS = re.compile(
    rf"{_BEFORE}(?<!\+)(?<!\+ )44 ?7[0-9]{{3}}{_MORE}{{6}}{_AFTER}", re.IGNORECASE
)
# A nought, an area code and the rest: eleven digits, or ten for a few of the oldest codes.
_AT_HOME = re.compile(
    rf"{_BEFORE}(?:"
    rf"\(0[1-9][0-9]\)[ .-]{{0,3}}[0-9]{_MORE}{{7}}"
    rf"|\(0[1-9][0-9]{{2}}\)[ .-]{{0,3}}[0-9]{_MORE}{{5,6}}"
    rf"|\(0[1-9][0-9]{{3}}\)[ .-]{{0,3}}[0-9]{_MORE}{{4,5}}"
    rf"|\(0[1-9][0-9]{{4}}\)[ .-]{{0,3}}[0-9]{_MORE}{{3,4}}"
    rf"|0[1-9][0-9]{{1,3}}/[0-9]{_MORE}{{5,7}}"
    rf"|0[1-9][0-9]{_MORE}{{7,8}}"
    rf"|07[ .-][0-9]{{3,4}}{_MORE}{{5,6}}"
    rf"){_AFTER}{_EXTENSION}",
    re.IGNORECASE,
)
# Without its area code, or without its nought, only where something says what it is.
_LABELLED = re.compile(
    r"\b(?:(?:tele)?phone(?: (?:me|us|him|her|them))?|tel|mobile|mob|cell|landline|fax|whatsapp"
    r"|(?:ring|call|text|dial)(?: (?:me|us|him|her|them|back))?)\b\.?"
    r"(?: (?:number|no\.?|line))?(?: (?:is|was|on|at))?(?::-?| -)? {0,2}"
    r"(?!(?:19|20)[0-9]{2}[ -](?:(?:19|20)?[0-9]{2})(?![0-9]))"
    r"(?P<number>[1-9][0-9]{2}(?:[ -]?[0-9]){3,7})"
    r"(?![0-9])(?![.,/-][0-9])(?! [0-9])(?! (?:people|members|times|patients|households|homes))",
    re.IGNORECASE,
)
_BOOK_NUMBER = re.compile(r"\bISBN(?:-1[03])?(?: (?:number|no\.?))?:? ?$", re.IGNORECASE)
_LONGEST_LABEL = 20
_NOT_A_DIGIT = re.compile(r"[^0-9]")


def find_telephone_numbers(text: str) -> Spans:
    """Find telephone numbers of the United Kingdom, and those that begin with a plus.

    Ofcom's numbering plan gives most numbers ten digits after the nought or the 44, and some that
    begin with 01 or 0800 nine.

    Examples
    --------
    >>> text = "Ring +44 (0)20 7946 0018 or 07700-900-123, but not in 2014/15."
    >>> [text[start:end] for start, end in find_telephone_numbers(text)]
    ['+44 (0)20 7946 0018', '07700-900-123']
    """
    for pattern in (_FROM_ABROAD, _FROM_ELSEWHERE, _WITHOUT_PLUS):
        yield from (match.span() for match in pattern.finditer(text))
    for match in _AT_HOME.finditer(text):
        if _has_a_length(match.group()) and not _is_of_a_book(text, match.start()):
            yield match.span()
    yield from (match.span("number") for match in _LABELLED.finditer(text))


def _has_a_length(number: str) -> bool:
    # An extension comes on top of the eleven.
    digits = _NOT_A_DIGIT.sub("", number)
    return len(digits) > 10 or digits.startswith(("01", "0800"))


def _is_of_a_book(text: str, start: int) -> bool:
    return _BOOK_NUMBER.search(text[max(0, start - _LONGEST_LABEL) : start]) is not None
