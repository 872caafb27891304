"""What came over from another form, what was decided on the way, and what was left behind?"""

import html
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import field, frozen

from obamodel.domain.fields import to_tuple
from obamodel.domain.indicators import Indicator
from obamodel.domain.measures import PerformanceMeasure
from obamodel.domain.outcomes import Outcome
from obamodel.domain.series import Series
from obamodel.domain.targets import Target
from obamodel.errors import Fault

if TYPE_CHECKING:
    import pandas as pd


@frozen(kw_only=True)
class Imported:
    """What a file from elsewhere held, and what of it could not be carried.

    Parameters
    ----------
    source
        The name of the file, or what else it was read from.
    series, targets, indicators, measures, outcomes
        What was read, each checked.
    decided
        What was settled for a column or the file as a whole, such as that a column is in %.
    left_behind
        What the file says and nothing here can hold, each with its place.

    Examples
    --------
    >>> print(Imported(source="empty.csv"))
    empty.csv: nothing was read, and nothing was left behind.
    """

    source: str
    series: tuple[Series, ...] = field(converter=to_tuple, default=())
    targets: tuple[Target, ...] = field(converter=to_tuple, default=())
    indicators: tuple[Indicator, ...] = field(converter=to_tuple, default=())
    measures: tuple[PerformanceMeasure, ...] = field(converter=to_tuple, default=())
    outcomes: tuple[Outcome, ...] = field(converter=to_tuple, default=())
    decided: tuple[Fault, ...] = field(converter=to_tuple, default=())
    left_behind: tuple[Fault, ...] = field(converter=to_tuple, default=())

    @property
    def sentence(self) -> str:
        """What was read and what was not, in one sentence."""
        kinds = (
            (len(self.series), "series", "series"),
            (len(self.targets), "target", "targets"),
            (len(self.indicators), "indicator", "indicators"),
            (len(self.measures), "measure", "measures"),
            (len(self.outcomes), "outcome", "outcomes"),
        )
        read = [f"{number} {one if number == 1 else many}" for number, one, many in kinds if number]
        said = ", ".join(read) if read else "nothing"
        was = "was" if not read or (len(read) == 1 and read[0].startswith("1 ")) else "were"
        left = _say_left(self.left_behind, "left behind")
        return f"{self.source}: {said} {was} read, and {left}."

    def to_frame(self) -> "pd.DataFrame":
        """Return one row for each thing decided or left behind.

        Returns
        -------
        pandas.DataFrame
            Columns ``what`` ("decided" or "left behind"), ``place``, ``found``, ``mend``, ``code``.
        """
        import pandas as pd

        rows = [("decided", one) for one in self.decided]
        rows += [("left behind", one) for one in self.left_behind]
        columns = ["what", "place", "found", "mend", "code"]
        return pd.DataFrame(
            [(what, one.place, one.found, one.mend, one.code) for what, one in rows],
            columns=columns,
            dtype="object",
        )

    def __str__(self) -> str:
        return "\n".join([self.sentence, *_list(self.decided), *_list(self.left_behind)])

    def _repr_html_(self) -> str:
        return _write_html(self.sentence, (*self.decided, *self.left_behind))


@frozen(kw_only=True)
class Exported:
    """Which files were written, and what they could not hold.

    Parameters
    ----------
    files
        The names of the files written, in the order of writing.
    dropped
        What was not written because the form has no place for it.

    Examples
    --------
    >>> print(Exported(files=["scorecard.csv"]))
    scorecard.csv: written, and nothing was dropped.
    """

    files: tuple[str, ...] = field(converter=to_tuple)
    dropped: tuple[Fault, ...] = field(converter=to_tuple, default=())

    @property
    def sentence(self) -> str:
        """What was written and what was dropped, in one sentence."""
        return f"{', '.join(self.files)}: written, and {_say_left(self.dropped, 'dropped')}."

    def __str__(self) -> str:
        return "\n".join([self.sentence, *_list(self.dropped)])

    def _repr_html_(self) -> str:
        return _write_html(self.sentence, self.dropped)


def _say_left(left: tuple[Fault, ...], what: str) -> str:
    if not left:
        return f"nothing was {what}"
    number = len(left)
    return f"{number} thing{'s were' if number > 1 else ' was'} {what}"


def _list(faults: tuple[Fault, ...]) -> Iterator[str]:
    for fault in faults:
        yield f"  {fault}"


def _write_html(sentence: str, faults: tuple[Fault, ...]) -> str:
    items = "".join(f"<li>{html.escape(str(fault))}</li>" for fault in faults)
    return f"<p>{html.escape(sentence)}</p>" + (f"<ul>{items}</ul>" if items else "")
