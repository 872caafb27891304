"""Any file from elsewhere, read by the reader of its form, and made the start of an evaluation."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
from attrs import field, frozen

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.fields import to_tuple
from obamodel.domain.series import Polarity, Series, SeriesKind
from obamodel.errors import Fault, InvalidError
from obamodel.files.carrying import Imported
from obamodel.files.naming import Names
from obamodel.files.recognising import FileForm, recognise
from obamodel.files.records import split_records

_STAND_IN: Mapping[str, Any] = {
    "kind": SeriesKind.MEAN,
    "unit": "units",
    "polarity": Polarity.NONE,
    "frequency": "day",
}
_IN_PERCENT: Mapping[str, Any] = {"kind": SeriesKind.SHARE, "unit": "%", "per": 100}
# What each reader can be told, and what it has to be told because no file says it.
_DEFINITION = ("kind", "unit", "polarity")
_TABLE = (
    *("period", "value", "by", "layout", "sheet", "skip_rows", "footnote_rows", "encoding"),
    *("delimiter", "decimal", "calendar", "frequency", "pooled", "per"),
)
_TOLD: Mapping[FileForm, tuple[str, ...]] = {
    FileForm.DATA_PACKAGE: (),
    FileForm.IATI: ("calendar", "per", "unit", "activity"),
    FileForm.SCORECARD: (*_DEFINITION, "per", "frequency", "calendar"),
    FileForm.FINGERTIPS: (*_DEFINITION, "per", "calendar", "encoding"),
    FileForm.TABLE: (*_DEFINITION, *_TABLE),
}
_NEEDED: Mapping[FileForm, tuple[str, ...]] = {
    FileForm.SCORECARD: (*_DEFINITION, "frequency"),
    FileForm.FINGERTIPS: _DEFINITION,
    FileForm.TABLE: _DEFINITION,
}


@frozen(kw_only=True)
class Checked:
    """What a file from elsewhere is, that it can be read, and what has to be said beside it.

    Parameters
    ----------
    form
        The form it is in.
    answer
        What was read: with stand-ins for what no file says, such as the unit.
    ask
        What its reader wants to be told besides.
    """

    form: FileForm
    answer: Imported
    ask: tuple[str, ...] = field(converter=to_tuple, default=())

    def __str__(self) -> str:
        lines = [f"{self.answer.source}: {self.form}, and it can be read."]
        lines += [f"  {fault}" for fault in (*self.answer.decided, *self.answer.left_behind)]
        if self.ask:
            asked = ", ".join(self.ask)
            lines.append(f"  The file does not say, and you will be asked for: {asked}.")
        return "\n".join(lines)


def check_file(path: str | os.PathLike[str], **told: Any) -> Checked:
    r"""Read a file from elsewhere, to find everything that is wrong with it.

    Parameters
    ----------
    path
        A table (.csv, .tsv, .xlsx, .xls, .xlsb, .ods), a table of Scorecard or from Fingertips, a
        file of IATI, or a Data Package.
    **told
        What the file does not say, as its reader calls it, such as ``period="Year"``. What the
        series are (``kind``, ``unit``, ``polarity``) need not be said to check a file.

    Raises
    ------
    InvalidError
        With everything that is wrong, in the order of its places.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder) / "values.csv"
    ...     _ = file.write_text("Year,Calls\n2014,54\n2015,60\n")
    ...     print(check_file(file, period="Year", value="Calls"))
    values.csv: a table, and it can be read.
      The file does not say, and you will be asked for: kind, unit, polarity.
    """
    form = recognise(path)
    needed = _NEEDED.get(form, ())
    ask = tuple(name for name in needed if told.get(name) is None)
    filled = {**{name: _STAND_IN[name] for name in ask}, **_leave_out_nothing(told)}
    try:
        answer = _read(Path(path), form, filled)
    except InvalidError as error:
        codes = {fault.code for fault in error.faults}
        if "kind" not in ask or not codes & {"percent-of-none", "mixed-percent"}:
            raise
        # Only what is a share, or in percent, has such signs.
        answer = _read(Path(path), form, {**filled, **_IN_PERCENT})
    return Checked(form=form, answer=answer, ask=ask)


def read_foreign(path: str | os.PathLike[str], **told: Any) -> Imported:
    """Read a file from elsewhere by the reader of its form.

    Parameters
    ----------
    path, **told
        As for :func:`check_file`; here nothing stands in for what is not said.

    Raises
    ------
    InvalidError
        With everything that is wrong in the file, or has to be said beside it.
    """
    form = recognise(path)
    given = _leave_out_nothing(told)
    missing = [name for name in _NEEDED.get(form, ()) if name not in given]
    if missing:
        named = ", ".join(missing)
        found = f"it is {form}, and does not say its {named}"
        mend = f"say {missing[0]}= and the like, on the command line --{missing[0]} and the like"
        raise InvalidError(str(path), [Fault("not-said", found, mend, file=Path(path).name)])
    return _read(Path(path), form, given)


def start_evaluation(answer: Imported) -> tuple[Evaluation, tuple[Fault, ...]]:
    """Start an evaluation with what was read from elsewhere.

    Returns
    -------
    evaluation, left_behind
        An evaluation with the series and targets; and what has no place in it yet, because what it
        belongs to is not there: an indicator needs an outcome, and an outcome its population.

    Examples
    --------
    >>> evaluation, left = start_evaluation(Imported(source="Our calls.csv"))
    >>> evaluation.id, evaluation.title, left
    ('our-calls', 'Our calls', ())
    """
    title = Path(answer.source).stem or "Values"
    left = list(answer.left_behind)
    series = []
    for each in answer.series:
        if each.about:
            found = f"the series {each.id} is about {', '.join(each.about)}, which is not there yet"
            mend = "write it into the evaluation, and its name into the series"
            left.append(Fault("not-there-yet", found, mend))
        series.append(attrs.evolve(each, about=()))
    for things in (answer.indicators, answer.measures, answer.outcomes):
        for thing in things:
            found = f"{thing.id} needs others that are not there yet"
            left.append(Fault("not-there-yet", found, "write it into the evaluation with these"))
    evaluation = Evaluation(
        id=Names().give(title, instead="values"), title=title, series=series, targets=answer.targets
    )
    return evaluation, tuple(left)


def _leave_out_nothing(told: Mapping[str, Any]) -> dict[str, Any]:
    return {name: said for name, said in told.items() if said is not None}


def _read(place: Path, form: FileForm, told: Mapping[str, Any]) -> Imported:
    strange = [name for name in told if name not in _TOLD.get(form, ())]
    if form not in _TOLD:
        found = f"it is {form}, and no numbers from elsewhere"
        mend = "open it with load" if form is FileForm.EVALUATION else "open it with load_release"
        raise InvalidError(str(place), [Fault("not-foreign", found, mend, file=place.name)])
    if strange:
        raise InvalidError(str(place), list(_refuse_told(form, strange)))
    if form is FileForm.DATA_PACKAGE:
        from obamodel.files.data_package import read_data_package

        return read_data_package(place if place.is_dir() else place.parent)
    if form is FileForm.IATI:
        from obamodel.files.iati import read_iati

        return read_iati(place, **told)
    if form is FileForm.SCORECARD:
        return _read_scorecard(place, dict(told))
    if form is FileForm.FINGERTIPS:
        from obamodel.files.fingertips import read_fingertips

        return read_fingertips(place, **told)
    from obamodel.files.tables import read_series

    title = place.stem
    return read_series(
        place, **{"id": Names().give(title, instead="values"), "name": title, **told}
    )


def _refuse_told(form: FileForm, strange: list[str]) -> Iterator[Fault]:
    for name in strange:
        known = ", ".join(_TOLD[form]) or "nothing"
        found = f"it is {form}, of which {name} cannot be said"
        yield Fault("unknown-key", found, f"what can be said of it: {known}", path=(name,))


def _read_scorecard(place: Path, told: dict[str, Any]) -> Imported:
    """Read a table of Scorecard, all its series defined alike: its ids are all that it names."""
    from obamodel.files.reading import decode, read_file
    from obamodel.files.scorecard import read_scorecard

    records, _ = split_records(decode(read_file(place), place.name))
    names = dict.fromkeys(record.cells[0].strip() for record in records[1:] if not record.is_blank)
    about = {name: told.pop(name) for name in (*_DEFINITION, "per") if name in told}
    series = {
        name: Series(id=f"series-{number}", name=name, **about)
        for number, name in enumerate(filter(None, names), start=1)
    }
    return read_scorecard(place, series=series, **told)
