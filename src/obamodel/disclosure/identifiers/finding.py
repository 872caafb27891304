"""Go through a text with every detector, and take out what they find."""

from obamodel.disclosure.identifiers.birth_date import find_birth_dates
from obamodel.disclosure.identifiers.e_mail import find_e_mail_addresses
from obamodel.disclosure.identifiers.found import Detector, FoundIdentifier, IdentifierKind
from obamodel.disclosure.identifiers.national_insurance import find_national_insurance_numbers
from obamodel.disclosure.identifiers.nhs_number import find_nhs_numbers
from obamodel.disclosure.identifiers.postcode import find_postcodes
from obamodel.disclosure.identifiers.straight_text import straighten
from obamodel.disclosure.identifiers.telephone import find_telephone_numbers
from obamodel.disclosure.identifiers.web_address import find_web_addresses

# Where two overlap, what is written is the kind that stands first here.
_DETECTORS: tuple[tuple[IdentifierKind, Detector], ...] = (
    (IdentifierKind.E_MAIL_ADDRESS, find_e_mail_addresses),
    (IdentifierKind.WEB_ADDRESS, find_web_addresses),
    (IdentifierKind.NATIONAL_INSURANCE_NUMBER, find_national_insurance_numbers),
    (IdentifierKind.NHS_NUMBER, find_nhs_numbers),
    (IdentifierKind.TELEPHONE_NUMBER, find_telephone_numbers),
    (IdentifierKind.DATE_OF_BIRTH, find_birth_dates),
    (IdentifierKind.POSTCODE, find_postcodes),
)
_ORDER = [kind for kind, _ in _DETECTORS]


def find_identifiers(text: str) -> tuple[FoundIdentifier, ...]:
    """Find what in a text would lead to a person, without repeating it.

    Parameters
    ----------
    text
        Any text, of any length; the time taken grows with its length and no faster.

    Returns
    -------
    tuple of FoundIdentifier
        What was found, in the order of the text; no two overlap. An empty answer does not mean
        that nothing is there: names, addresses of houses and much else are not looked for.

    Examples
    --------
    >>> (found,) = find_identifiers("Ring me on 01245 496 000.")
    >>> str(found.kind), found.start, found.end
    ('telephone number', 11, 24)
    """
    straight = straighten(text)
    found = [
        FoundIdentifier(kind=kind, start=start, end=end)
        for kind, detect in _DETECTORS
        for start, end in detect(straight.text)
    ]
    kept: list[FoundIdentifier] = []
    for one in sorted(found, key=lambda one: (one.start, one.end)):
        if kept and one.start < kept[-1].end:
            kept[-1] = _join(kept[-1], one)
        else:
            kept.append(one)
    return tuple(_place(one, *straight.place(one.start, one.end)) for one in kept)


def remove_identifiers(text: str) -> str:
    """Replace what would lead to a person by what kind of thing it was.

    Examples
    --------
    >>> remove_identifiers("Ring me on 01245 496 000 or write to a.person@example.org.")
    'Ring me on [telephone number removed] or write to [e-mail address removed].'
    """
    parts = []
    rest = 0
    for found in find_identifiers(text):
        parts += [text[rest : found.start], f"[{found.kind} removed]"]
        rest = found.end
    return "".join([*parts, text[rest:]])


def _join(one: FoundIdentifier, other: FoundIdentifier) -> FoundIdentifier:
    # What stands inside a longer one is a part of it; of two that cross, the surer kind is named.
    if other.end <= one.end:
        kind = one.kind if one.start < other.start or other.end < one.end else _first(one, other)
    elif one.start == other.start:
        kind = other.kind
    else:
        kind = _first(one, other)
    return FoundIdentifier(kind=kind, start=one.start, end=max(one.end, other.end))


def _first(one: FoundIdentifier, other: FoundIdentifier) -> IdentifierKind:
    return min(one.kind, other.kind, key=_ORDER.index)


def _place(one: FoundIdentifier, start: int, end: int) -> FoundIdentifier:
    return FoundIdentifier(kind=one.kind, start=start, end=end)
