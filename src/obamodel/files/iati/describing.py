"""What must an activity say of itself before its results can be published?"""

import datetime
from collections.abc import Iterable, Mapping

from attrs import field, frozen

from obamodel.domain.fields import check, documented, prose
from obamodel.errors import Fault, InvalidError
from obamodel.files.iati.activity import IatiActivity
from obamodel.files.iati.composing import write_element, write_words
from obamodel.files.iati.parts import XML_NAMESPACE, IatiAttribute, IatiRaw, trim

STATUSES = ("1", "2", "3", "4", "5", "6")
DATES = ("1", "2", "3", "4")
_STARTS = ("1", "2")
_ROLES = ("1", "2", "3", "4")


@documented
@frozen(kw_only=True)
class IatiOrganisation:
    """Who reports an activity, or has a part in it.

    Examples
    --------
    >>> IatiOrganisation(name="A charity", ref="GB-CHC-123456", type="22").ref
    'GB-CHC-123456'
    """

    name: str = field(converter=trim, metadata=prose("What it is called."))
    ref: str = field(
        converter=trim,
        default="",
        metadata=prose("Its identifier; the one who reports needs one."),
    )
    type: str = field(
        converter=trim,
        default="",
        metadata=prose("The code for its type, such as 22; the one who reports needs one."),
    )
    role: str = field(
        converter=trim,
        default="",
        metadata=prose("The code for its part: 1 pays, 2 is accountable, 3 hands on, 4 does it."),
    )

    __attrs_post_init__ = check


def describe_activity(
    *,
    identifier: str,
    title: str,
    description: str,
    reporter: IatiOrganisation,
    partners: Iterable[IatiOrganisation],
    status: str,
    dates: Mapping[str, datetime.date],
    language: str = "en",
) -> IatiActivity:
    """Make an activity with all that the standard needs, to which results can be added.

    Parameters
    ----------
    identifier
        The name it has all over the world: the reporter's identifier and a number of its own.
    title, description
        What is done, in a few words and in some more.
    reporter
        Who publishes the file.
    partners
        Who takes part, each with a role; at least one.
    status
        The code of its state: 1 being planned, 2 being done, 3 finishing, 4 closed, 5 called
        off, 6 suspended.
    dates
        Days by their code: 1 planned start, 2 actual start, 3 planned end, 4 actual end. One of
        the starts is needed.
    language
        The code of the language of all words that do not say otherwise.

    Raises
    ------
    InvalidError
        With everything that is missing at once.

    Examples
    --------
    >>> charity = IatiOrganisation(name="A charity", ref="GB-CHC-123456", type="22", role="4")
    >>> activity = describe_activity(
    ...     identifier="GB-CHC-123456-1", title="Clinics", description="Small clinics are run.",
    ...     reporter=charity, partners=[charity], status="2",
    ...     dates={"2": datetime.date(2013, 1, 1)},
    ... )
    >>> activity.parts[3].xml[:40]
    '<participating-org ref="GB-CHC-123456" t'
    """
    involved = tuple(partners)
    faults = []

    def ask(is_missing: bool, name: str, found: str, mend: str) -> None:
        if is_missing:
            faults.append(Fault("missing", found, mend, path=(name,)))

    for name, text in (("title", title), ("description", description)):
        ask(not text.strip(), name, "it has no words", "say it in a few words")
    has_both = bool(reporter.ref and reporter.type)
    ask(not has_both, "reporter", "it has no ref or no type", "give both")
    ask(not involved, "partners", "nobody takes part", "name at least who reports")
    for partner in involved:
        mend = "give 1, 2, 3 or 4"
        ask(partner.role not in _ROLES, "partners", f"{partner.name} has no role", mend)
    ask(status not in STATUSES, "status", "it is no code", "give " + ", ".join(STATUSES))
    ask(not set(dates) <= set(DATES), "dates", "one is no code", "give " + ", ".join(DATES))
    has_start = any(code in dates for code in _STARTS)
    ask(not has_start, "dates", "no start is named", "give 1, a planned, or 2, an actual start")
    if faults:
        raise InvalidError(identifier, faults)
    lang = IatiAttribute(name="lang", namespace=XML_NAMESPACE, prefix="xml", value=language)
    parts = [
        _write_organisation("reporting-org", reporter),
        write_element("title", (), write_words(title)),
        write_element("description", [("type", "1")], write_words(description)),
        *(_write_organisation("participating-org", one, one.role) for one in involved),
        write_element("activity-status", [("code", status)]),
        *(
            write_element("activity-date", [("type", code), ("iso-date", day.isoformat())])
            for code, day in sorted(dates.items())
        ),
    ]
    return IatiActivity(identifier=identifier, parts=parts, attributes=[lang])


def _write_organisation(name: str, given: IatiOrganisation, role: str = "") -> IatiRaw:
    attributes = [("ref", given.ref), ("type", given.type), ("role", role)]
    return write_element(name, attributes, write_words(given.name))
