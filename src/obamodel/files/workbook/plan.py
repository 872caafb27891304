"""Which sheets has the workbook of an evaluation, and which columns has each?

The sheets and columns are made from the nouns and their rules, so that a new field has its column
as soon as it is there. Things have a sheet for each kind; the parts that a thing has a list of
stand in a sheet of their own, one row each, beside the name of the thing they belong to.
"""

import functools
from collections.abc import Iterator
from enum import Enum
from types import UnionType
from typing import Any, get_args, get_origin

import attrs
from attrs import frozen

from obamodel.domain.dates import PartialDate
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.fields import rule_of
from obamodel.domain.periods import Period
from obamodel.files.homes import HOMES, SCHEMA_KEY

START_SHEET = "Start here"
MAIN_SHEET = "Evaluation"
CHOICES_SHEET = "Words to choose from"
COLUMNS_SHEET = "Columns"
EXPLAINING_SHEETS = (START_SHEET, CHOICES_SHEET, COLUMNS_SHEET)
"""The sheets that explain the others: written anew by every save, and never read."""

MAIN_HEADINGS = ("What", "Value", "What it means")
"""The columns of the sheet of the evaluation itself, which has one row for each thing said."""
ORDER = "No."
"""The column that says in which order the parts of one thing come."""

_PERIOD_KEY = "period"
_TEXTS = (PartialDate, Period)


class Holds(Enum):
    """What the cells of a column hold, in words for the sheet that explains the columns."""

    WORDS = "words"
    LINES = "words, one on each line of the cell"
    NAME = "a short name: a-z, 0-9 and hyphens"
    NAMES = "short names, one on each line of the cell"
    CHOICE = "one of: "
    CHOICES = "some of these, one on each line of the cell: "
    YES_NO = "yes or no"
    WHOLE = "a whole number"
    NUMBER = "a number"
    DATE = "a date, as text: 2011-08-05, 2011-08, 2011, about 2011 or spring 2011"
    PERIOD = "a period, as text: 2014, 2014/15, 2014 Q1 or 2014-01"

    @property
    def is_number(self) -> bool:
        """Whether the cells hold numbers, and not text."""
        return self in (Holds.WHOLE, Holds.NUMBER)

    @property
    def is_list(self) -> bool:
        """Whether one cell can hold several of them."""
        return self in (Holds.LINES, Holds.NAMES, Holds.CHOICES)


@frozen(kw_only=True)
class Column:
    """One column: its heading, and the steps from the thing of the row to what the cell holds.

    ``goes_with`` is the heading of a part that a thing may have or not, and that cannot do without
    this column.
    """

    heading: str
    keys: tuple[str, ...]
    holds: Holds
    says: str
    is_needed: bool
    goes_with: str = ""
    choices: type[Enum] | None = None
    refers_to: tuple[str, ...] = ()


@frozen(kw_only=True)
class Sheet:
    """One sheet of things of one kind.

    ``steps`` are the keys from the evaluation to the things; ``above`` the headings of the columns
    that say to what a part belongs; ``is_ordered`` whether a column says in which order they come;
    ``is_timed`` whether they come in the order of time; ``is_single`` whether there is one at most;
    ``is_expected`` whether the list must be there, even with nothing in it.
    """

    name: str
    steps: tuple[str, ...]
    says: str
    noun: type | None
    columns: tuple[Column, ...]
    above: tuple[str, ...] = ()
    is_ordered: bool = False
    is_timed: bool = False
    is_single: bool = False
    is_expected: bool = False

    @property
    def kind(self) -> str:
        """The key of the evaluation under which it all stands."""
        return self.steps[0]

    @property
    def before(self) -> tuple[str, ...]:
        """The headings of the columns that hold no part of the thing itself."""
        return (*self.above, *((ORDER,) if self.is_ordered else ()))

    @property
    def headings(self) -> tuple[str, ...]:
        """All headings, from left to right."""
        return (*self.before, *(column.heading for column in self.columns))

    @property
    def needed(self) -> tuple[str, ...]:
        """The headings without which nothing can be made of a row."""
        return (*self.above, *(column.heading for column in self.columns if column.is_needed))


@functools.cache
def plan_main() -> tuple[Column, ...]:
    """Plan the rows of the sheet of the evaluation itself.

    Examples
    --------
    >>> [column.heading for column in plan_main()][:3]
    ['Schema version', 'Id', 'Title']
    """
    version = Column(
        heading=_name(SCHEMA_KEY),
        keys=(SCHEMA_KEY,),
        holds=Holds.WHOLE,
        says="The version of this form.",
        is_needed=True,
    )
    fields = attrs.fields_dict(Evaluation)
    columns = [
        column
        for key in _go_through_keys()
        if not _is_sheet(fields[key])
        for column in _plan_field(fields[key], (), is_needed=True)
    ]
    return (version, *columns)


@functools.cache
def plan_sheets() -> tuple[Sheet, ...]:
    """Plan the sheets of the things of an evaluation, in the order of their homes.

    Examples
    --------
    >>> [sheet.name for sheet in plan_sheets()][-3:]
    ['Plain words', 'Easy read checks', 'Waivers']
    """
    fields = attrs.fields_dict(Evaluation)
    return tuple(
        sheet
        for key in _go_through_keys()
        if _is_sheet(fields[key])
        for sheet in _plan_kind(fields[key])
    )


@functools.cache
def find_sheet(steps: tuple[str, ...]) -> Sheet | None:
    """Find the sheet of the things to which some keys lead."""
    return next((sheet for sheet in plan_sheets() if sheet.steps == steps), None)


def find_parts(sheet: Sheet) -> tuple[Sheet, ...]:
    """Find the sheets of the parts that the things of a sheet have."""
    return tuple(one for one in plan_sheets() if one.steps[:-1] == sheet.steps)


def _go_through_keys() -> Iterator[str]:
    for keys in HOMES.values():
        yield from (key for key in keys if key != SCHEMA_KEY)


def _is_sheet(field: "attrs.Attribute[Any]") -> bool:
    """Whether a field of the evaluation has a sheet: a list of things, or one that has lists."""
    wanted, is_list = _find_type(field)
    if not _is_noun(wanted):
        return False
    return is_list or any(_is_part_list(part) for part in attrs.fields(wanted))


def _plan_kind(field: "attrs.Attribute[Any]") -> Iterator[Sheet]:
    wanted, is_list = _find_type(field)
    for sheet in _plan_noun(wanted, field, (field.name,), ()):
        yield sheet if sheet.above or is_list else attrs.evolve(sheet, is_single=True)


def _plan_noun(
    noun: type, held_in: "attrs.Attribute[Any]", steps: tuple[str, ...], above: tuple[str, ...]
) -> Iterator[Sheet]:
    fields = attrs.fields(noun)
    is_timed = bool(above) and any(field.name == _PERIOD_KEY for field in fields)
    yield Sheet(
        name=_name_sheet(steps),
        steps=steps,
        says=rule_of(held_in).says,
        noun=noun,
        columns=tuple(
            column
            for field in fields
            if not _is_part_list(field)
            for column in _plan_field(field, (), is_needed=True)
        ),
        above=above,
        is_ordered=bool(above) and not is_timed,
        is_timed=is_timed,
        is_expected=held_in.default is attrs.NOTHING,
    )
    for field in fields:
        if _is_part_list(field):
            wanted, _ = _find_type(field)
            below = (*above, _name_noun(noun))
            if _is_noun(wanted):
                yield from _plan_noun(wanted, field, (*steps, field.name), below)
            else:
                yield _plan_numbers(field, (*steps, field.name), below)


def _plan_numbers(
    field: "attrs.Attribute[Any]", steps: tuple[str, ...], above: tuple[str, ...]
) -> Sheet:
    says = rule_of(field).says
    number = Column(heading="Number", keys=(), holds=Holds.NUMBER, says=says, is_needed=True)
    return Sheet(
        name=_name_sheet(steps),
        steps=steps,
        says=says,
        noun=None,
        columns=(number,),
        above=above,
        is_ordered=True,
        is_expected=field.default is attrs.NOTHING,
    )


def _plan_field(
    field: "attrs.Attribute[Any]",
    above: tuple[str, ...],
    *,
    is_needed: bool,
    goes_with: str = "",
) -> Iterator[Column]:
    wanted, is_list = _find_type(field)
    keys = (*above, field.name)
    if field.default is not attrs.NOTHING:
        is_needed, goes_with = False, _name(field.name) if _is_noun(wanted) else ""
    if _is_noun(wanted):
        for part in attrs.fields(wanted):
            yield from _plan_field(part, keys, is_needed=is_needed, goes_with=goes_with)
        return
    rule = rule_of(field)
    yield Column(
        heading=": ".join((_name(keys[0]), *(_in_words(key) for key in keys[1:]))),
        keys=keys,
        holds=_find_holds(wanted, is_list=is_list, is_name=bool(rule.pattern)),
        says=rule.says,
        is_needed=is_needed,
        goes_with=goes_with,
        choices=wanted if issubclass(wanted, Enum) else None,
        refers_to=rule.refers_to,
    )


def _find_holds(wanted: type, *, is_list: bool, is_name: bool) -> Holds:
    if wanted is PartialDate:
        return Holds.DATE
    if wanted is Period:
        return Holds.PERIOD
    if issubclass(wanted, Enum):
        return Holds.CHOICES if is_list else Holds.CHOICE
    if wanted is str:
        if is_name:
            return Holds.NAMES if is_list else Holds.NAME
        return Holds.LINES if is_list else Holds.WORDS
    return {bool: Holds.YES_NO, int: Holds.WHOLE, float: Holds.NUMBER}[wanted]


def _find_type(field: "attrs.Attribute[Any]") -> tuple[Any, bool]:
    """Find what a field holds, and whether it is a list of such."""
    wanted: Any = field.type
    if get_origin(wanted) is UnionType:
        (wanted,) = (part for part in get_args(wanted) if part is not type(None))
    if get_origin(wanted) is tuple:
        return get_args(wanted)[0], True
    return wanted, False


def _is_noun(wanted: Any) -> bool:
    return attrs.has(wanted) and wanted not in _TEXTS


def _is_part_list(field: "attrs.Attribute[Any]") -> bool:
    """Whether a field holds what needs a sheet of its own: a list of parts, or of numbers."""
    wanted, is_list = _find_type(field)
    return is_list and (_is_noun(wanted) or wanted in (int, float))


def _name_sheet(steps: tuple[str, ...]) -> str:
    return " - ".join((_name(steps[0]), *(_in_words(step) for step in steps[1:])))


def _name(key: str) -> str:
    words = _in_words(key)
    return words[:1].upper() + words[1:]


def _in_words(key: str) -> str:
    return key.replace("_", " ")


def _name_noun(noun: type) -> str:
    words = "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in noun.__name__)
    return _name(words.strip())
