"""Which indicators does a table from Fingertips hold, and of which outcome does each tell?"""

from collections.abc import Mapping

from obamodel.domain.fields import show
from obamodel.domain.indicators import DataState, Indicator
from obamodel.files.fingertips.rows import Rows
from obamodel.files.naming import Names

Outcomes = str | Mapping[str, str] | None
"""The outcome of all indicators, or that of each by its id."""


def make_indicators(
    rows: Rows, outcome: Outcomes, units: Mapping[str, str]
) -> dict[str, Indicator]:
    """Make an indicator of each that somebody names an outcome for; the others are left behind.

    Parameters
    ----------
    rows
        The rows that are read.
    outcome
        The id of the outcome that an indicator helps to recognise.
    units
        The unit of each indicator.

    Returns
    -------
    dict of str to Indicator
        The indicators, by their ids in the table.
    """
    table = rows.table
    if "indicator" not in rows.keys:
        if outcome is not None:
            found = "the file does not say which indicator it holds, so there is none"
            mend = "make an Indicator, and name it under about"
            table.left_behind.append(table.say(None, None, "outcome-missing", found, mend))
        return {}
    texts, names = rows.keys["indicator"], Names()
    made: dict[str, Indicator] = {}
    first: dict[int, int] = {}
    for row in rows.places.tolist():
        first.setdefault(int(texts.codes[row]), row)
    for code, row in first.items():
        known = texts.known[code]
        wanted = outcome.get(known) if isinstance(outcome, Mapping) else outcome
        if wanted is None:
            found = f"nothing says which outcome the indicator {show(known)} helps to recognise"
            mend = f'give outcome={{"{known}": "..."}}, the id of an outcome'
            table.left_behind.append(table.say(row, "indicator", "outcome-missing", found, mend))
            continue
        made[known] = Indicator(
            id=names.give("indicator", known, instead="indicator"),
            label=known,
            statement=(table.read("name").at(row) if table.has("name") else "") or known,
            outcome=wanted,
            unit=units.get(known, ""),
            data=DataState.HELD,
            source=f"Fingertips, indicator {known}",
        )
    return made
