"""What do the rows of a table from Fingertips say: of whom, when, and how much?"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from attrs import evolve, frozen

from obamodel.domain.fields import show
from obamodel.domain.periods import Period
from obamodel.errors import Fault
from obamodel.files.cells import Choices, Column, Read, read_columns
from obamodel.files.cells.seen import Place
from obamodel.files.fingertips.columns import BESIDE, KEYS, NUMBERS, Layout, write_plainly
from obamodel.files.fingertips.table import (
    MOST_FAULTS,
    Codes,
    Table,
    Texts,
    combine,
    settle,
    write_cell,
)
from obamodel.files.fingertips.times import Calendars, find_times, join

Where = Mapping[str, str | int | Iterable[str | int]]

_SEXES = {"1": "Male", "2": "Female", "4": "Persons"}
_AGE = re.compile(r"(\d{1,3})(\.0+)?", re.ASCII)


@frozen(kw_only=True, eq=False)
class Rows:
    """The rows that are read.

    Parameters
    ----------
    table
        The table they are of.
    places
        Which rows of the table they are.
    keys
        What tells series apart, by its part: for each row of the table.
    when, periods
        For each of the rows, which period it has; and the periods.
    numbers
        The numbers, by their part, one for each of the rows.
    notes
        What is noted on each of the rows.
    """

    table: Table
    places: Codes
    keys: Mapping[str, Texts]
    when: Codes
    periods: tuple[Period, ...]
    numbers: Mapping[str, Read]
    notes: tuple[str, ...]


def read_rows(
    table: Table, where: Where | None, calendar: Calendars, *, carried: Iterable[str]
) -> Rows:
    """Read the rows that are asked for.

    Parameters
    ----------
    table, where, calendar
        The table, which of its rows are asked for, and when years begin.
    carried
        The names that come over; the others are said to be left behind.

    Raises
    ------
    InvalidError
        With everything that is wrong in them, by line and column.
    """
    places = _keep(table, where)
    table.check()
    keys = {part: texts for part in KEYS if (texts := _read_key(table, part, places)) is not None}
    _refuse_nameless(table, places, keys)
    when, periods = find_times(table, places, calendar)
    _refuse_twice(table, places, keys, when, periods)
    numbers = _read_numbers(table, places)
    table.check()
    table.leave_unread(part for part in BESIDE if part not in carried)
    known = [one for one in periods if one is not None]
    assert len(known) == len(periods)
    return Rows(
        table=table,
        places=places,
        keys=keys,
        when=when,
        periods=tuple(known),
        numbers=numbers,
        notes=_read_notes(table, places),
    )


def _keep(table: Table, where: Any) -> Codes:
    kept = np.ones(table.size, dtype=bool)
    asked = list(_read_where(table, where))
    headings = {write_plainly(name): place for place, name in enumerate(table.heading) if name}
    for name, wanted in asked:
        if write_plainly(name) not in headings:
            shown = ", ".join(show(one) for one in table.heading if one)
            found, mend = f"there is no column {show(name)}", f"the columns are: {shown}"
            table.faults.append(Fault("no-such-column", found, mend, ("where",), table.file))
            continue
        column = table.number(headings[write_plainly(name)])
        for text in wanted:
            if text not in column.known:
                shown = ", ".join(show(one) for one in column.known[:10])
                found = f"no row has {show(text)} in the column {show(name)}"
                fault = Fault("nothing-left", found, f"there are: {shown}", ("where",), table.file)
                table.faults.append(fault)
        kept &= np.isin(
            column.codes, [column.known.index(one) for one in wanted if one in column.known]
        )
    places = np.flatnonzero(kept)
    if len(places) < table.size:
        number = table.size - len(places)
        rows = "1 row is" if number == 1 else f"{number} rows are"
        found, mend = f"{rows} not read", "only those that where= asks for are"
        table.left_behind.append(Fault("unread-rows", found, mend, file=table.file))
    if not len(places) and not table.faults:
        mend = "ask for something that is there"
        table.refuse(None, None, "nothing-left", "no row has all that where= asks for", mend)
    return places


def _read_where(table: Table, where: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Go through the columns and the texts that are asked for."""
    if where is not None and not isinstance(where, Mapping):
        mend = 'give the text for each column, such as {"Sex": "Persons"}'
        fault = Fault("wrong-type", f"found {show(where)}", mend, ("where",), table.file)
        table.faults.append(fault)
        return
    for name, texts in (where or {}).items():
        is_one = isinstance(texts, str) or not isinstance(texts, Iterable)
        yield str(name), tuple(write_cell(text) for text in ((texts,) if is_one else texts))


def _read_key(table: Table, part: str, places: Codes) -> Texts | None:
    """Return what tells series apart, in words; none where the layout does not have it."""
    if table.layout is Layout.NEW_UPLOAD and part == "age":
        return _join_ages(table, places)
    if not table.has(part):
        return None
    texts = table.read(part)
    if part == "sex" and table.layout is Layout.OLD_UPLOAD:
        return settle(texts.codes, (_SEXES.get(text, text) for text in texts.known))
    if part == "sex":
        return settle(texts.codes, (text.capitalize() for text in texts.known))
    return settle(texts.codes, ("" if text == "NA" else text for text in texts.known))


def _join_ages(table: Table, places: Codes) -> Texts:
    """Write the ages of the newer upload file as the download prints them."""
    for part in ("age_from", "age_to"):
        texts = table.read(part)
        wrong = [code for code, text in enumerate(texts.known) if text and not _AGE.fullmatch(text)]
        rows = places[np.isin(texts.codes[places], wrong)].tolist()

        def say(row: int, texts: Texts = texts) -> tuple[str, str]:
            return f"found {show(texts.at(row))}", "write a whole number of years, or nothing"

        table.refuse_rows(rows, part, "not-a-number", say)
    both = [table.read("age_from"), table.read("age_to")]
    codes, pairs, _ = join(both, np.arange(table.size))
    wrong = [code for code, pair in enumerate(pairs) if _goes_back(*map(_read_age, pair))]

    def say_back(row: int) -> tuple[str, str]:
        return f"it ends at {both[1].at(row)}, before it begins", "correct one of the two ages"

    rows = places[np.isin(codes[places], wrong)].tolist()
    table.refuse_rows(rows, "age_to", "bad-number", say_back)
    return settle(codes, (_write_age(*map(_read_age, pair)) for pair in pairs))


def _read_age(text: str) -> int | None:
    return int(match[1]) if (match := _AGE.fullmatch(text)) else None


def _goes_back(least: int | None, most: int | None) -> bool:
    return least is not None and most is not None and least > most


def _write_age(least: int | None, most: int | None) -> str:
    if least is None:
        return "All ages" if most is None else f"up to {most} yrs"
    if most is None:
        return f"{least}+ yrs"
    return f"{least} yrs" if least == most else f"{least}-{most} yrs"


def _refuse_nameless(table: Table, places: Codes, keys: Mapping[str, Texts]) -> None:
    for part in ("indicator", "area"):
        if part in keys and "" in keys[part].known:
            is_empty = keys[part].codes[places] == keys[part].known.index("")
            mend = "say to which series the row belongs"
            table.refuse_rows(
                places[is_empty].tolist(),
                part,
                "missing-key",
                lambda _, mend=mend: ("there is nothing", mend),  # type: ignore[misc]
            )


def _refuse_twice(
    table: Table,
    places: Codes,
    keys: Mapping[str, Texts],
    when: Codes,
    periods: Sequence[Period | None],
) -> None:
    """Refuse two rows of one series and period: they are never added, averaged or dropped."""
    spots = combine(keys.values(), places) * max(len(periods), 1) + when
    _, first, codes = np.unique(spots, return_index=True, return_inverse=True)
    earlier = first[codes.reshape(-1)]
    is_known = np.array([one is not None for one in periods], dtype=bool)[when]
    twice = np.flatnonzero((earlier != np.arange(len(places))) & is_known)
    parents = table.read("parent") if table.has("parent") else None

    def say(row: int) -> tuple[str, str]:
        at = int(np.flatnonzero(places == row)[0])
        before = int(places[earlier[at]])
        period = periods[int(when[at])]
        who = ", ".join(text for one in keys.values() if (text := one.at(row)))
        place = f"line {int(table.lines[before])}" if table.lines is not None else "a row"
        found = f"{show(who)} has a value for {period} on {place} already"
        mend = "keep the one that is right; they are never added or averaged"
        if parents is not None and parents.at(row) != parents.at(before):
            found += f": once under {show(parents.at(before))}, once under {show(parents.at(row))}"
            name = table.heading[table.columns.places["parent"]]
            mend = f"choose with where={{{name!r}: {parents.at(before)!r}}}"
        return found, mend

    table.refuse_rows(places[twice].tolist()[: MOST_FAULTS + 1], "period", "duplicate-period", say)


def _read_numbers(table: Table, places: Codes) -> dict[str, Read]:
    """Read the numbers of all columns, which were all written in one way."""
    parts = [part for part in NUMBERS if table.has(part)]
    columns = [_take(table, part, places) for part in parts]
    read = dict(zip(parts, read_columns(columns, Choices()), strict=True))
    for part, one in read.items():
        for fault in one.faults:
            table.faults.append(_place(table, part, places, fault))
        # That there is nothing in many cells is usual here, and each says why.
        told = [fault for fault in one.decided if fault.code != "missing-values"]
        table.decided += [evolve(fault, file=table.file) for fault in told]
        table.left_behind += [_place(table, part, places, fault) for fault in one.left_behind]
    return read


def _take(table: Table, part: str, places: Codes) -> Column:
    texts = table.read(part)

    def place(at: int) -> Place:
        return at, ()

    cells = [texts.known[code] for code in texts.codes[places].tolist()]
    return Column(name=table.heading[table.columns.places[part]], cells=cells, place=place)


def _place(table: Table, part: str, places: Codes, fault: Fault) -> Fault:
    row = None if fault.line is None else int(places[fault.line])
    return table.say(row, part, fault.code, fault.found, fault.mend)


def _read_notes(table: Table, places: Codes) -> tuple[str, ...]:
    if not table.has("note"):
        return ("",) * len(places)
    texts = table.read("note")
    words = [
        ""
        if text in ("", "NA")
        else f"value note {text}"
        if table.layout is Layout.OLD_UPLOAD
        else text
        for text in texts.known
    ]
    return tuple(words[code] for code in texts.codes[places].tolist())
