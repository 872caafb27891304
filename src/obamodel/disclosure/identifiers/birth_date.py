"""Where does somebody's date of birth stand?"""

import re

from obamodel.disclosure.identifiers.found import Spans

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b(?:\.(?= ?['0-9]))?"
)
_DAY = r"[0-3]?[0-9](?: ?(?:st|nd|rd|th))?"
_YEAR = r"(?:(?:19|20)[0-9]{2}|'?[0-9]{2})(?![0-9])"
_DATE = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?)?(?:"
    rf"(?:the )?{_DAY}(?: of|-|/|\.)? ?{_MONTH}(?:(?: of)?[ ,/.-]{{0,2}}{_YEAR})?"
    rf"|{_MONTH} ?(?:the )?{_DAY}(?![0-9])(?:(?:, ?| ){_YEAR})?"
    rf"|{_MONTH}[ ,-]{{1,2}}(?:of )?(?:19|20)[0-9]{{2}}(?![0-9])"
    rf"|(?:19|20)[0-9]{{2}}[ ,-]{{1,2}}{_MONTH}[ ,-]{{1,2}}{_DAY}(?![0-9])"
    r"|[0-3]?[0-9](?P<mark> ?[/.-] ?| )[01]?[0-9](?P=mark)(?:(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9])"
    r"|(?:19|20)[0-9]{2}(?P<iso>[/.-]| )[01]?[0-9](?P=iso)[0-3]?[0-9](?![0-9])"
    r"|[0-3][0-9][01][0-9](?:19|20)[0-9]{2}(?![0-9])"
    r")"
)
_DATES = re.compile(rf"(?<![0-9£$€/.-]){_DATE}", re.IGNORECASE)
_BIRTH = re.compile(
    r"\b(?:born|birth[ -]?(?:day|date)s?|(?:date|day)s? of birth|(?:gave|given|giving) birth"
    r"|d\.? ?o\.? ?b|dobs?)\b|(?<![\w.])b\.(?= ?[0-9])",
    re.IGNORECASE,
)
# A project is born too, and its date leads to nobody.
_OF_A_THING = re.compile(
    r"\b(?:project|idea|plan|forum|group|network|campaign|charity|service|scheme|programme|council"
    r"|movement|organisation)s?(?: (?:was|were|is|are))? $",
    re.IGNORECASE,
)
_LONGEST_THING = 30
_WAS = re.compile(r"\b(?:was|were|is) $", re.IGNORECASE)
# Between the word and the date: the same sentence, not too far, and no other year.
FURTHEST_BEFORE = 60
FURTHEST_AFTER = 30
_SOMETHING_ELSE = re.compile(
    r"(?<![. ][a-z])(?<!\bst)(?<!\bdr)[.!?;]\)? |\b(?:19|20)[0-9]{2}\b", re.IGNORECASE
)
_LIST = re.compile(r"(?:,? and |[,;/&] ?| )")


def find_birth_dates(text: str) -> Spans:
    """Find dates that stand near a word for birth; other dates, and years alone, are left.

    Examples
    --------
    >>> text = "We met on 3 May 2011. She was born on 12 March 1961, he in 1959."
    >>> [text[start:end] for start, end in find_birth_dates(text)]
    ['12 March 1961']
    """
    births = [
        match.span()
        for match in _BIRTH.finditer(text)
        if not _OF_A_THING.search(_look_back(text, match.start()))
    ]
    if not births:
        return
    before = 0  # how many words for birth stand before the date
    last = -1  # where the last date of birth ended
    for start, end in (match.span() for match in _DATES.finditer(text)):
        while before < len(births) and births[before][1] <= start:
            before += 1
        if (
            (before and _is_near(text, births[before - 1][1], start, FURTHEST_BEFORE))
            or (before < len(births) and _comes_after(text, end, births[before]))
            or (last >= 0 and start - last < 6 and _LIST.fullmatch(text, last, start))
        ):
            last = end
            yield start, end


def _comes_after(text: str, end: int, birth: tuple[int, int]) -> bool:
    # "On 3 May 2011 Kim, born in 1961, came": only "was born" looks back at a date.
    looks_back = text[slice(*birth)].lower() != "born" or _WAS.search(_look_back(text, birth[0]))
    return bool(looks_back) and _is_near(text, end, birth[0], FURTHEST_AFTER)


def _is_near(text: str, end: int, start: int, furthest: int) -> bool:
    return start - end <= furthest and not _SOMETHING_ELSE.search(text, end, start)


def _look_back(text: str, start: int) -> str:
    return text[max(0, start - _LONGEST_THING) : start]
