"""Columns of numbers, decided together: which sign comes before decimals, and in what money."""

from collections import Counter
from collections.abc import Sequence

from attrs import frozen

from obamodel.domain.fields import show
from obamodel.errors import Fault
from obamodel.files.cells.cell import NoNumber, Reading, Written
from obamodel.files.cells.decimals import choose_sign, find_misfits
from obamodel.files.cells.notation import to_number
from obamodel.files.cells.seen import MORE, POINT, Choices, Column, Seen, look_at, read_with
from obamodel.files.cells.telling import tell_decided

_SAYS_NOTHING = Reading()


@frozen(kw_only=True)
class Read:
    """What a column says.

    Parameters
    ----------
    readings
        One for each of its cells; of one that cannot be read, as if it said nothing.
    sign
        What comes before decimals; none where that is open.
    in_percent
        How many numbers have a sign for percent, and how many have none.
    faults
        What is wrong with its cells, each with its place.
    decided
        What was settled for the column as a whole.
    left_behind
        What its cells say and no reading can hold.
    """

    readings: Sequence[Reading]
    sign: str | None
    in_percent: tuple[int, int]
    faults: tuple[Fault, ...]
    decided: tuple[Fault, ...]
    left_behind: tuple[Fault, ...] = ()


def read_columns(columns: Sequence[Column], choices: Choices) -> list[Read]:
    """Read columns of numbers of one file, which were all written in one way.

    Parameters
    ----------
    columns
        The columns.
    choices
        What is said about the numbers of the file.

    Returns
    -------
    list of Read
        One for each column. Nothing is decided for a single cell: one that does not fit the others
        is a fault, and so is a file that can be read in two ways.

    Examples
    --------
    >>> column = Column(name="people", cells=["1,5", "20", "[c]"], place=lambda at: (at + 2, ()))
    >>> (found,) = read_columns([column], Choices(delimiter=";"))
    >>> [one.value for one in found.readings], [one.code for one in found.decided]
    ([1.5, 20, None], ['decimal-comma', 'missing-values'])
    """
    seen = [look_at(column, choices) for column in columns]
    sign, doubt = choose_sign(seen, choices)
    answers = []
    for one in seen:
        told = {
            code: reading for code, reading in enumerate(one.readings) if isinstance(reading, Fault)
        }
        told |= doubt.get(one.column.name, {})
        if sign is not None:
            told |= find_misfits(one, sign)
        told |= _find_other_money(one)
        answers.append(_answer(one, sign, told, choices.told_at_most))
    return answers


def _find_other_money(seen: Seen) -> dict[int, Fault]:
    """Find the numbers in another money than most."""
    used: Counter[str] = Counter()
    for written, rows in seen.written():
        if written.currency:
            used[written.currency] += rows
    if len(used) < 2:
        return {}
    main = used.most_common(1)[0][0]
    return {
        code: Fault(
            "mixed-money",
            f"found {show(reading.cell)}, where most others are in {main}",
            "give amounts in one money only, each money in a column of its own",
        )
        for code, reading in enumerate(seen.readings)
        if isinstance(reading, Written) and reading.currency not in ("", main)
    }


def _answer(seen: Seen, chosen: str | None, told: dict[int, Fault], at_most: int | None) -> Read:
    sign = chosen or POINT
    each = [
        _SAYS_NOTHING if code in told else _conclude(reading, sign)
        for code, reading in enumerate(seen.readings)
    ]
    faults: list[Fault] = []
    for at, code in enumerate(seen.codes):
        if at_most is not None and len(faults) > at_most:
            faults.append(seen.tell(MORE, at))
            break
        # What leaves a whole column open is told once, at its first cell.
        is_once = code in told and told[code].code == "ambiguous-number"
        if code in told and (not is_once or at == seen.first[code]):
            faults.append(seen.tell(told[code], at))
    if -1 in told:
        faults.append(seen.tell(told[-1], 0) if seen.codes else told[-1])
    left = []
    for at, code in enumerate(seen.codes):
        reading = seen.readings[code]
        if isinstance(reading, Written) and reading.is_forecast and code not in told:
            found = f"found {show(reading.cell)}, a forecast and nothing that was seen"
            left.append(seen.tell(Fault("forecast", found, "keep it with the baseline"), at))
    percent = [0, 0]
    for code, reading in enumerate(seen.readings):
        if isinstance(reading, Written) and code not in told:
            percent[not reading.in_percent] += seen.rows[code]
    return Read(
        readings=[each[code] for code in seen.codes],
        sign=chosen,
        in_percent=(percent[0], percent[1]),
        faults=tuple(faults),
        decided=tuple(tell_decided(seen, sign, told)),
        left_behind=tuple(left),
    )


def _conclude(reading: Written | NoNumber | Fault, sign: str) -> Reading:
    if isinstance(reading, NoNumber):
        return Reading(missing=reading.reason, flags=reading.flags)
    if isinstance(reading, Fault):
        return _SAYS_NOTHING
    if reading.is_forecast:
        return Reading(missing="a forecast, marked [f] in the source", flags=reading.flags)
    digits = read_with(reading, sign)
    if digits is None:
        return _SAYS_NOTHING
    return Reading(value=to_number(digits), flags=reading.flags, note=reading.note)
