"""What an IATI file says of results, held as the file has it: nothing added, nothing worked out."""

import datetime
from collections.abc import Iterator
from enum import StrEnum

from attrs import field, frozen

from obamodel.domain.fields import (
    check,
    choice,
    documented,
    flag,
    many,
    one,
    prose,
    show,
    to_tuple,
    whole,
)
from obamodel.errors import Fault
from obamodel.files.iati.parts import (
    IatiAttribute,
    IatiDimension,
    IatiDocument,
    IatiLocation,
    IatiNarrative,
    IatiRaw,
    IatiReference,
    kept_attributes,
    kept_elements,
    line_in_file,
    refuse_wordless,
    words,
)


class IatiResultType(StrEnum):
    """What sort of result it is, by the code of the standard."""

    OUTPUT = "1"
    OUTCOME = "2"
    IMPACT = "3"
    OTHER = "9"


class IatiMeasure(StrEnum):
    """How an indicator is measured, by the code of the standard."""

    UNIT = "1"
    PERCENTAGE = "2"
    NOMINAL = "3"
    ORDINAL = "4"
    QUALITATIVE = "5"


@documented
@frozen(kw_only=True)
class IatiValue:
    """A target or an actual value in one period, for everybody or for a part.

    Examples
    --------
    >>> women = IatiValue(value="11", dimensions=[IatiDimension(name="sex", value="female")])
    >>> women.value, str(women.dimensions[0])
    ('11', 'sex female')
    """

    value: str | None = field(
        default=None, metadata=prose("The value as it is written; none where there is only words.")
    )
    locations: tuple[IatiLocation, ...] = field(
        converter=to_tuple, default=(), metadata=many(IatiLocation, "The places it belongs to.")
    )
    dimensions: tuple[IatiDimension, ...] = field(
        converter=to_tuple, default=(), metadata=many(IatiDimension, "The groups it belongs to.")
    )
    comment: tuple[IatiNarrative, ...] = words("What is said of it in words.")
    documents: tuple[IatiDocument, ...] = field(
        converter=to_tuple, default=(), metadata=many(IatiDocument, "Documents about it.")
    )
    others: tuple[IatiRaw, ...] = kept_elements()
    line: int | None = field(default=None, eq=False, repr=False, metadata=line_in_file())

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class IatiBaseline:
    """The value with which an indicator starts: a *starting value*, in the words of this library.

    Examples
    --------
    >>> IatiBaseline(year=2012, value="10").year
    2012
    """

    year: int = field(metadata=whole("The year in which it was taken.", at_least=1))
    iso_date: datetime.date | None = field(
        default=None, metadata=one(datetime.date, "The day on which it was taken.")
    )
    value: str | None = field(
        default=None, metadata=prose("The value as it is written; none where there is only words.")
    )
    locations: tuple[IatiLocation, ...] = field(
        converter=to_tuple, default=(), metadata=many(IatiLocation, "The places it belongs to.")
    )
    dimensions: tuple[IatiDimension, ...] = field(
        converter=to_tuple, default=(), metadata=many(IatiDimension, "The groups it belongs to.")
    )
    comment: tuple[IatiNarrative, ...] = words("What is said of it in words.")
    documents: tuple[IatiDocument, ...] = field(
        converter=to_tuple, default=(), metadata=many(IatiDocument, "Documents about it.")
    )
    attributes: tuple[IatiAttribute, ...] = kept_attributes()
    others: tuple[IatiRaw, ...] = kept_elements()
    line: int | None = field(default=None, eq=False, repr=False, metadata=line_in_file())

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        if self.year > datetime.MAXYEAR:
            found = f"found {self.year}"
            yield Fault("too-large", found, "write a year of four digits", path=("year",))


@documented
@frozen(kw_only=True)
class IatiPeriod:
    """The targets and actual values from one day to another.

    Examples
    --------
    >>> quarter = IatiPeriod(
    ...     start=datetime.date(2013, 1, 1), end=datetime.date(2013, 3, 31),
    ...     actuals=[IatiValue(value="11")],
    ... )
    >>> (quarter.end - quarter.start).days
    89
    """

    start: datetime.date = field(metadata=one(datetime.date, "The first day."))
    end: datetime.date = field(metadata=one(datetime.date, "The last day."))
    targets: tuple[IatiValue, ...] = field(
        converter=to_tuple, default=(), metadata=many(IatiValue, "What was wished for.")
    )
    actuals: tuple[IatiValue, ...] = field(
        converter=to_tuple, default=(), metadata=many(IatiValue, "What was seen.")
    )
    attributes: tuple[IatiAttribute, ...] = kept_attributes()
    others: tuple[IatiRaw, ...] = kept_elements()
    line: int | None = field(default=None, eq=False, repr=False, metadata=line_in_file())

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        if self.start > self.end:
            found = f"the period ends on {self.end}, before it starts on {self.start}"
            mend = "check the two days; they may be the wrong way round"
            yield Fault("out-of-order", found, mend, path=("end",))


@documented
@frozen(kw_only=True)
class IatiIndicator:
    """A measure of a result with its starting values, targets and actual values.

    Examples
    --------
    >>> unknown = IatiIndicator(measure=IatiMeasure.UNIT, title="People trained")
    >>> unknown.ascending is None
    True
    """

    measure: IatiMeasure = field(metadata=choice(IatiMeasure, "How it is measured."))
    title: tuple[IatiNarrative, ...] = words("What is measured.", needed=True)
    ascending: bool | None = field(
        default=None, metadata=flag("Whether more is better; none where nobody says.")
    )
    aggregation_status: bool | None = field(
        default=None, metadata=flag("Whether the values may be added up; none where nobody says.")
    )
    description: tuple[IatiNarrative, ...] = words("More about it.")
    documents: tuple[IatiDocument, ...] = field(
        converter=to_tuple, default=(), metadata=many(IatiDocument, "Documents about it.")
    )
    references: tuple[IatiReference, ...] = field(
        converter=to_tuple, default=(), metadata=many(IatiReference, "Its codes in shared lists.")
    )
    baselines: tuple[IatiBaseline, ...] = field(
        converter=to_tuple, default=(), metadata=many(IatiBaseline, "Its starting values.")
    )
    periods: tuple[IatiPeriod, ...] = field(
        converter=to_tuple, default=(), metadata=many(IatiPeriod, "Its periods.")
    )
    attributes: tuple[IatiAttribute, ...] = kept_attributes()
    others: tuple[IatiRaw, ...] = kept_elements()
    line: int | None = field(default=None, eq=False, repr=False, metadata=line_in_file())

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        yield from refuse_wordless(self.title, "title")


@documented
@frozen(kw_only=True)
class IatiResult:
    """An output, an outcome or an impact with its indicators.

    Examples
    --------
    >>> result = IatiResult(
    ...     type=IatiResultType.OUTCOME, title="People are heard.",
    ...     indicators=[IatiIndicator(measure=IatiMeasure.QUALITATIVE, title="How they feel")],
    ... )
    >>> len(result.indicators)
    1
    """

    type: IatiResultType = field(metadata=choice(IatiResultType, "What sort of result it is."))
    title: tuple[IatiNarrative, ...] = words("The result in a few words.", needed=True)
    indicators: tuple[IatiIndicator, ...] = field(
        converter=to_tuple, metadata=many(IatiIndicator, "What shows it: at least one.")
    )
    aggregation_status: bool | None = field(
        default=None, metadata=flag("Whether the values may be added up; none where nobody says.")
    )
    description: tuple[IatiNarrative, ...] = words("More about it.")
    documents: tuple[IatiDocument, ...] = field(
        converter=to_tuple, default=(), metadata=many(IatiDocument, "Documents about it.")
    )
    references: tuple[IatiReference, ...] = field(
        converter=to_tuple, default=(), metadata=many(IatiReference, "Its codes in shared lists.")
    )
    attributes: tuple[IatiAttribute, ...] = kept_attributes()
    others: tuple[IatiRaw, ...] = kept_elements()
    line: int | None = field(default=None, eq=False, repr=False, metadata=line_in_file())

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        yield from refuse_wordless(self.title, "title")
        if not self.indicators:
            mend = "give at least one indicator"
            yield Fault("missing", "it has no indicator", mend, path=("indicators",))


@documented
@frozen(kw_only=True)
class IatiActivity:
    """An activity: its results, and the rest of it word for word."""

    identifier: str = field(metadata=prose("The name it has all over the world."))
    results: tuple[IatiResult, ...] = field(
        converter=to_tuple, default=(), metadata=many(IatiResult, "Its results.")
    )
    parts: tuple[IatiRaw, ...] = field(
        converter=to_tuple,
        default=(),
        metadata=many(IatiRaw, "Its other elements, word for word: who reports it, and the like."),
    )
    attributes: tuple[IatiAttribute, ...] = kept_attributes()
    line: int | None = field(default=None, eq=False, repr=False, metadata=line_in_file())

    __attrs_post_init__ = check


@documented
@frozen(kw_only=True)
class IatiFile:
    """A whole IATI file; what is not about results is kept word for word."""

    activities: tuple[IatiActivity, ...] = field(
        converter=to_tuple, metadata=many(IatiActivity, "Its activities: at least one.")
    )
    version: str = field(default="2.03", metadata=prose("The version of the standard."))
    published: str = field(
        default="",
        eq=False,
        metadata=prose("Where these very numbers are already public, or by which rule they are."),
    )
    attributes: tuple[IatiAttribute, ...] = kept_attributes()
    others: tuple[IatiRaw, ...] = kept_elements()
    name: str = field(default="", eq=False, metadata=prose("The name of the file it is from."))
    left_behind: tuple[Fault, ...] = field(
        converter=to_tuple,
        default=(),
        eq=False,
        metadata=many(Fault, "What the file says and nothing here holds, each with its place."),
    )

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        if not self.activities:
            mend = "give at least one activity"
            yield Fault("missing", "it has no activity", mend, path=("activities",))
        if not is_readable_version(self.version):
            yield refuse_version(self.version)

    def find_activity(self, identifier: str) -> IatiActivity | None:
        """Return the activity of that identifier, if there is one."""
        return next((one for one in self.activities if one.identifier == identifier), None)


def is_readable_version(version: str) -> bool:
    """Whether results of that version look as they do in 2.03, or are a part of it."""
    return version in ("2.01", "2.02", "2.03")


def refuse_version(version: str) -> Fault:
    """Say that another version of the standard is not read."""
    found = f"found version {show(version)} of the standard"
    return Fault("other-version", found, "give a file of version 2.03", path=("version",))
