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
    to_narratives,
    trim,
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
        converter=trim,
        default=None,
        metadata=prose("The value as it is written; none where there is only words."),
    )
    locations: tuple[IatiLocation, ...] = field(
        converter=to_tuple, default=(), metadata=many(IatiLocation, "The places it belongs to.")
    )
    dimensions: tuple[IatiDimension, ...] = field(
        converter=to_tuple, default=(), metadata=many(IatiDimension, "The groups it belongs to.")
    )
    comment: tuple[IatiNarrative, ...] = field(
        converter=to_narratives, default=(), metadata=words("What is said of it in words.")
    )
    documents: tuple[IatiDocument, ...] = field(
        converter=to_tuple, default=(), metadata=many(IatiDocument, "Documents about it.")
    )
    others: tuple[IatiRaw, ...] = field(converter=to_tuple, default=(), metadata=kept_elements())
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
        converter=trim,
        default=None,
        metadata=prose("The value as it is written; none where there is only words."),
    )
    locations: tuple[IatiLocation, ...] = field(
        converter=to_tuple, default=(), metadata=many(IatiLocation, "The places it belongs to.")
    )
    dimensions: tuple[IatiDimension, ...] = field(
        converter=to_tuple, default=(), metadata=many(IatiDimension, "The groups it belongs to.")
    )
    comment: tuple[IatiNarrative, ...] = field(
        converter=to_narratives, default=(), metadata=words("What is said of it in words.")
    )
    documents: tuple[IatiDocument, ...] = field(
        converter=to_tuple, default=(), metadata=many(IatiDocument, "Documents about it.")
    )
    attributes: tuple[IatiAttribute, ...] = field(
        converter=to_tuple, default=(), metadata=kept_attributes()
    )
    others: tuple[IatiRaw, ...] = field(converter=to_tuple, default=(), metadata=kept_elements())
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
    attributes: tuple[IatiAttribute, ...] = field(
        converter=to_tuple, default=(), metadata=kept_attributes()
    )
    others: tuple[IatiRaw, ...] = field(converter=to_tuple, default=(), metadata=kept_elements())
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
    title: tuple[IatiNarrative, ...] = field(
        converter=to_narratives, metadata=words("What is measured.")
    )
    ascending: bool | None = field(
        default=None, metadata=flag("Whether more is better; none where nobody says.")
    )
    aggregation_status: bool | None = field(
        default=None, metadata=flag("Whether the values may be added up; none where nobody says.")
    )
    description: tuple[IatiNarrative, ...] = field(
        converter=to_narratives, default=(), metadata=words("More about it.")
    )
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
    attributes: tuple[IatiAttribute, ...] = field(
        converter=to_tuple, default=(), metadata=kept_attributes()
    )
    others: tuple[IatiRaw, ...] = field(converter=to_tuple, default=(), metadata=kept_elements())
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
    title: tuple[IatiNarrative, ...] = field(
        converter=to_narratives, metadata=words("The result in a few words.")
    )
    indicators: tuple[IatiIndicator, ...] = field(
        converter=to_tuple, metadata=many(IatiIndicator, "What shows it: at least one.")
    )
    aggregation_status: bool | None = field(
        default=None, metadata=flag("Whether the values may be added up; none where nobody says.")
    )
    description: tuple[IatiNarrative, ...] = field(
        converter=to_narratives, default=(), metadata=words("More about it.")
    )
    documents: tuple[IatiDocument, ...] = field(
        converter=to_tuple, default=(), metadata=many(IatiDocument, "Documents about it.")
    )
    references: tuple[IatiReference, ...] = field(
        converter=to_tuple, default=(), metadata=many(IatiReference, "Its codes in shared lists.")
    )
    attributes: tuple[IatiAttribute, ...] = field(
        converter=to_tuple, default=(), metadata=kept_attributes()
    )
    others: tuple[IatiRaw, ...] = field(converter=to_tuple, default=(), metadata=kept_elements())
    line: int | None = field(default=None, eq=False, repr=False, metadata=line_in_file())

    __attrs_post_init__ = check

    def _check_together(self) -> Iterator[Fault]:
        yield from refuse_wordless(self.title, "title")
        if not self.indicators:
            mend = "give at least one indicator"
            yield Fault("missing", "it has no indicator", mend, path=("indicators",))
