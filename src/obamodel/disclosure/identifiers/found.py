"""What kind of thing was found in a text, and where; never the thing itself."""

from collections.abc import Callable, Iterator
from enum import StrEnum

from attrs import frozen


class IdentifierKind(StrEnum):
    """What kind of thing leads to a person, in the words that replace it."""

    E_MAIL_ADDRESS = "e-mail address"
    WEB_ADDRESS = "web address"
    NATIONAL_INSURANCE_NUMBER = "National Insurance number"
    NHS_NUMBER = "NHS number"
    TELEPHONE_NUMBER = "telephone number"
    DATE_OF_BIRTH = "date of birth"
    POSTCODE = "postcode"


@frozen(kw_only=True)
class FoundIdentifier:
    """Something in a text that would lead to a person: its kind and its place.

    It does not hold the words it was found in, so it can be kept in a log.

    Parameters
    ----------
    kind
        What kind of thing it is.
    start
        The place of its first character in the text, counted from 0.
    end
        The place after its last character.
    """

    kind: IdentifierKind
    start: int
    end: int


# Where one kind of thing stands in a straightened text.
Spans = Iterator[tuple[int, int]]
Detector = Callable[[str], Spans]
