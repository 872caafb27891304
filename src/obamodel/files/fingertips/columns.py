"""What are the columns of a table from Fingertips called, in each of its layouts?

The names are those of the public download, of the file that data were uploaded with until 2024 and
of the one that came after it (Office for Health Improvement and Disparities; Department of Health
and Social Care), with the spellings that ``fingertips_py`` and ``fingertipsR`` give them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from attrs import frozen

from obamodel.domain.fields import show
from obamodel.errors import Fault, find_nearest

NUMBERS = ("value", "lower", "upper", "count", "denominator")
"""The parts that are numbers."""

KEYS = ("indicator", "area", "sex", "age", "category_type", "category")
"""The parts that tell series apart."""

BESIDE = ("name", "area_name", "area_type", "parent", "parent_name", "range")
"""The parts that are no numbers and tell no series apart."""


class Layout(StrEnum):
    """The forms in which tables of Fingertips are found."""

    DOWNLOAD = "the download"
    OLD_UPLOAD = "the older upload file"
    NEW_UPLOAD = "the newer upload file"


@frozen(kw_only=True)
class Form:
    """How a layout calls its columns, without spaces, signs and capitals.

    Parameters
    ----------
    signs
        The columns by which it is known.
    names
        What the column of each part may be called.
    optional
        The parts whose column need not be there.
    """

    signs: tuple[str, ...]
    names: Mapping[str, tuple[str, ...]]
    optional: tuple[str, ...]


FORMS: Mapping[Layout, Form] = {
    Layout.DOWNLOAD: Form(
        signs=("areacode", "timeperiod"),
        names={
            "indicator": ("indicatorid",),
            "name": ("indicatorname",),
            "parent": ("parentcode",),
            "parent_name": ("parentname",),
            "area": ("areacode",),
            "area_name": ("areaname",),
            "area_type": ("areatype",),
            "sex": ("sex",),
            "age": ("age",),
            "category_type": ("categorytype",),
            "category": ("category",),
            "period": ("timeperiod",),
            "value": ("value",),
            "lower": ("lowerci950limit", "lowercilimit"),
            "upper": ("upperci950limit", "uppercilimit"),
            "count": ("count",),
            "denominator": ("denominator",),
            "note": ("valuenote",),
            "sortable": ("timeperiodsortable",),
            "range": ("timeperiodrange",),
        },
        optional=("name", "parent", "parent_name", "area_name", "area_type", "range"),
    ),
    Layout.OLD_UPLOAD: Form(
        signs=("areacode", "ageid"),
        names={
            "indicator": ("indicatorid",),
            "area": ("areacode",),
            "sex": ("sexid",),
            "age": ("ageid",),
            "category_type": ("categorytypeid",),
            "category": ("categoryid",),
            "year": ("year",),
            "years": ("yearrange",),
            "quarter": ("quarter",),
            "month": ("month",),
            "value": ("value",),
            "lower": ("lowerci95", "lowerci"),
            "upper": ("upperci95", "upperci"),
            "count": ("count",),
            "denominator": ("denominator",),
            "note": ("valuenoteid",),
        },
        optional=("category_type", "category"),
    ),
    Layout.NEW_UPLOAD: Form(
        signs=("areacode", "datefrom"),
        names={
            "area": ("areacode",),
            "sex": ("sex",),
            "age_from": ("agefromyearsinclusive",),
            "age_to": ("agetoyearsinclusive",),
            "category_type": ("deprivationcategory",),
            "category": ("deprivationdecile",),
            "begin": ("datefrom",),
            "end": ("dateto",),
            "period_type": ("periodtype",),
            "value": ("value",),
            "lower": ("lowerci95",),
            "upper": ("upperci95",),
            "count": ("count",),
            "denominator": ("denominator",),
        },
        optional=(),
    ),
}


@frozen(kw_only=True)
class Columns:
    """Which layout a table has, and in which column each part stands.

    Parameters
    ----------
    layout
        The layout.
    places
        For each part that is there, the place of its column.
    unread
        The places of columns that are no part.
    """

    layout: Layout
    places: Mapping[str, int]
    unread: tuple[int, ...]


def find_columns(heading: Sequence[str]) -> Columns | list[Fault]:
    """Find out which layout a heading is of, or what keeps it from being one.

    Examples
    --------
    >>> heading = "area_code,date_from,date_to,value".split(",")
    >>> [fault.found for fault in find_columns(heading)][:2]
    ['there is no column for the sex, as in "sex"', 'there is no column for the age from, as in
    "agefromyearsinclusive"']
    """
    plain = [write_plainly(name) for name in heading]
    layout = next((one for one, form in FORMS.items() if set(form.signs) <= set(plain)), None)
    if layout is None:
        return [_say_unknown(heading, plain)]
    form = FORMS[layout]
    places: dict[str, int] = {}
    faults: list[Fault] = []
    for part, names in form.names.items():
        there = [place for place, name in enumerate(plain) if name in names]
        if len(there) > 1:
            found = f"{len(there)} columns stand for the same thing: "
            found += ", ".join(show(heading[place]) for place in there)
            faults.append(Fault("written-twice", found, "keep one of them"))
        elif there:
            places[part] = there[0]
        elif part not in form.optional:
            words = part.replace("_", " ")
            found = f"there is no column for the {words}, as in {show(names[0])}"
            faults.append(Fault("no-such-column", found, f"give the whole of {layout}"))
    if faults:
        return faults
    unread = tuple(place for place in range(len(heading)) if place not in places.values())
    return Columns(layout=layout, places=places, unread=unread)


def write_plainly(name: str) -> str:
    """Write the name of a column without spaces, signs and capitals.

    Examples
    --------
    >>> write_plainly("Lower CI 95.0 limit"), write_plainly("LowerCI95.0limit")
    ('lowerci950limit', 'lowerci950limit')
    """
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _say_unknown(heading: Sequence[str], plain: Sequence[str]) -> Fault:
    found = "these are not the columns of a table from Fingertips"
    known = dict(_list_names())
    for name, own in zip(heading, plain, strict=True):
        nearest = find_nearest(own, known)
        if own not in known and nearest and own:
            return Fault("unknown-layout", f"{found}: {show(name)}", f"did you mean {nearest}?")
    mend = "read another table with read_panel or read_series, naming its columns"
    return Fault("unknown-layout", found, mend)


def _list_names() -> Iterator[tuple[str, None]]:
    for form in FORMS.values():
        for names in form.names.values():
            for name in names:
                yield name, None
