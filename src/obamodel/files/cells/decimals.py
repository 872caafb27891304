"""Which sign comes before decimals: a point or a comma? All numbers of a file answer together."""

from collections.abc import Iterator, Sequence

from obamodel.domain.fields import show
from obamodel.errors import Fault
from obamodel.files.cells.cell import Written
from obamodel.files.cells.seen import COMMA, POINT, Choices, Seen, read_with

_IN_WORDS = {POINT: "a point", COMMA: "a comma"}


def choose_sign(
    seen: Sequence[Seen], choices: Choices
) -> tuple[str | None, dict[str, dict[int, Fault]]]:
    """Find the sign before decimals that all columns agree in, or where they leave it open."""
    if choices.decimal is not None:
        return choices.decimal, {}
    misfits = {
        sign: sum(one.column.settled.get(other, 0) for one in seen)
        for sign, other in ((POINT, COMMA), (COMMA, POINT))
    }
    differ = False
    for one in seen:
        for written, rows in one.written():
            for sign in misfits:
                misfits[sign] += rows * (read_with(written, sign) is None)
            differ |= None not in (written.with_point, written.with_comma) and (
                written.with_point != written.with_comma
            )
    fitting = [sign for sign, number in misfits.items() if not number]
    if len(fitting) == 1:
        return fitting[0], {}
    if not fitting:
        return min(misfits, key=misfits.__getitem__), {}
    if not differ and not any(one.column.has_point for one in seen):
        return POINT, {}
    if choices.delimiter == ",":
        # Where a comma comes before decimals, something else stands between the cells of a file.
        return POINT, {}
    whole = [sign for sign in fitting if all(_are_whole(one, sign) for one in seen)]
    if len(whole) == 1 and any(one.column.is_whole for one in seen):
        return whole[0], {}
    return None, dict(_tell_doubt(seen))


def _are_whole(seen: Seen, sign: str) -> bool:
    """Whether the numbers of a column that holds whole ones are so, with a sign for decimals."""
    if not seen.column.is_whole:
        return True
    if seen.column.has_point and sign == POINT:
        return False
    return all("." not in (read_with(written, sign) or "") for written, _ in seen.written())


def _tell_doubt(seen: Sequence[Seen]) -> Iterator[tuple[str, dict[int, Fault]]]:
    """Tell the first cell that can be two numbers; the rest of them are alike."""
    for one in seen:
        for code, reading in enumerate(one.readings):
            if isinstance(reading, Written) and reading.with_point != reading.with_comma:
                found = f"found {show(reading.cell)}, which can be {reading.with_point} or "
                found += f"{reading.with_comma}, and no other cell settles it"
                mend = 'say decimal="." or decimal=",", for what comes before decimals'
                yield one.column.name, {code: Fault("ambiguous-number", found, mend)}
                return
        if one.column.has_point:
            found = "a point may come before decimals or part thousands, and no cell settles it"
            mend = 'say decimal="." or decimal=",", for what comes before decimals'
            yield one.column.name, {-1: Fault("ambiguous-number", found, mend)}
            return


def find_misfits(seen: Seen, sign: str) -> dict[int, Fault]:
    """Find the numbers that cannot be read with the sign that the others have."""
    wrong = {
        code: reading
        for code, reading in enumerate(seen.readings)
        if isinstance(reading, Written) and read_with(reading, sign) is None
    }
    told = {}
    for code, reading in wrong.items():
        other = COMMA if sign == POINT else POINT
        found = f"found {show(reading.cell)}, with {_IN_WORDS[other]} before decimals, "
        found += f"where {_IN_WORDS[sign]} comes before them in the other cells"
        told[code] = Fault("mixed-notation", found, f"write {_write(reading, other, sign)}")
    return told


def _write(written: Written, own: str, wanted: str) -> str:
    return (read_with(written, own) or "").replace(".", wanted)
