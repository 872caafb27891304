"""A scorecard made from an evaluation, or from the answers for many areas."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve

from obamodel.domain.dates import PartialDate
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.fields import show
from obamodel.domain.indicators import Indicator
from obamodel.domain.releases import Release
from obamodel.domain.series import Series
from obamodel.domain.vocabulary import Vocabulary
from obamodel.plots.wording import capitalise, choose_words, without_stop
from obamodel.report.material import gather_material
from obamodel.report.scorecard.bands import Band
from obamodel.report.scorecard.evaluation_rows import EvaluationRows
from obamodel.report.scorecard.freshness import WAIT
from obamodel.report.scorecard.row_maker import RowMaker
from obamodel.report.scorecard.rows import Scorecard, ScorecardPart, ScorecardRow
from obamodel.stats.turning.curves import CurveAnswer


def make_scorecard(
    evaluation: Evaluation,
    *,
    as_of: PartialDate | str,
    bands: Iterable[Band] = (),
    owners: Mapping[str, str] | None = None,
    wait: int = WAIT,
    internal: bool = False,
    earlier: Sequence[Release] = (),
) -> Scorecard:
    """Make the scorecard of an evaluation: all its indicators, and apart from them its measures.

    What has no figures yet is shown too. Rows stand by outcome or service, and within each the
    worst verdict first.

    Parameters
    ----------
    evaluation
        The evaluation. Its numbers are made fit to be published first.
    as_of
        The day for which it is made: figures that should be newer by then are marked as old.
    bands
        Bands of values with a name; without them there are none.
    owners
        Who is to act, by the id of an indicator or a measure. Where it says nothing, the owners of
        the actions that are meant to help it and are not over are named.
    wait
        How many periods a figure is waited for before it is old; see :func:`find_freshness`.
    internal
        Whether to show what may not be published. Every page then says so.
    earlier
        What left the house before about the same people.

    Raises
    ------
    InvalidError
        When a baseline cannot be judged, when figures are newer than ``as_of``, or for a band that
        cannot be used.

    Examples
    --------
    >>> from obamodel.files import load_example
    >>> scorecard = make_scorecard(load_example("mime"), as_of="2014-05")
    >>> [part.title for part in scorecard.parts]
    ['Indicators', 'Performance measures']
    """
    material = gather_material(evaluation, internal=internal, earlier=earlier)
    answers = material.answers
    table = RowMaker(as_of=as_of, bands=bands, owners=owners or {}, wait=wait)
    shown = material.evaluation
    left_out = set(material.publication.left_out)
    withheld = {one.series for one in evaluation.baselines if one.id in left_out}
    maker = EvaluationRows(material, answers, table, withheld)
    outcomes = {one.id: one.statement for one in shown.outcomes}
    services = {one.id: one.name for one in shown.services}
    indicators = [
        maker.make_rows(one, _name_indicator(one), outcomes[one.outcome])
        for one in shown.indicators
    ]
    measures = [maker.make_rows(one, one.name, services[one.service]) for one in shown.measures]
    judged = {one.series.id for one in answers}
    # What stands there only for others to be compared with is nobody's curve to turn.
    compared = {name for one in shown.baselines for name in one.comparisons} - judged
    others = [
        row
        for one in shown.series
        if not one.about and one.id not in compared
        for row in maker.make_series_rows(one, one.name, "", (one.id,))
    ]
    parts = [
        _make_part(
            "indicators",
            capitalise(material.vocabulary.find_plural("indicator") or "indicators"),
            "What is measured",
            material.word("outcome"),
            outcomes.values(),
            (row for rows in indicators for row in rows),
        ),
        _make_part(
            "measures",
            capitalise(material.vocabulary.find_plural("performance_measure") or "measures"),
            "What is measured",
            material.word("service"),
            services.values(),
            (row for rows in measures for row in rows),
        ),
        _make_part("others", "Other figures", "What is measured", "", (), others),
    ]
    made = Scorecard(
        title=f"Scorecard: {evaluation.title}",
        subtitle="Where each curve stands against its baseline",
        as_of=table.as_of,
        parts=[part for part in parts if part.rows],
        bands=table.bands,
        notes=_list_notes(answers),
        internal=internal,
        vocabulary=material.vocabulary,
    )
    table.refuse_units(made.rows)
    return made


def make_area_scorecard(
    answers: Iterable[CurveAnswer],
    *,
    as_of: PartialDate | str,
    title: str,
    subtitle: str = "",
    areas: Mapping[str, str] | None = None,
    measured: str | Mapping[str, str] = "",
    outcome: str | Mapping[str, str] = "",
    without_baseline: Iterable[Series] = (),
    bands: Iterable[Band] = (),
    owners: Mapping[str, str] | None = None,
    wait: int = WAIT,
    notes: Iterable[str] = (),
    internal: bool = False,
    vocabulary: Vocabulary | None = None,
) -> Scorecard:
    """Make a scorecard of many areas from answers about their curves.

    Parameters
    ----------
    answers
        One for each area, best judged together by :func:`~obamodel.assess_family`.
    as_of, bands, wait
        As for :func:`make_scorecard`.
    title, subtitle
        What it is called.
    areas
        The name of each area, by the id of its series; where it says nothing, the name of the
        series.
    measured, outcome
        What is measured, and the outcome it helps to recognise: one text for all, or by the id of
        the series.
    without_baseline
        Series of areas for which no baseline could be frozen: they are shown too.
    owners
        Who is to act, by the id of the series. Where it is given, an area it does not name is
        marked; where it is not, nobody is asked for.
    notes
        What a reader should know, such as where the figures come from.
    internal
        Whether to allow series that may not be published. Every page then says so.
    vocabulary
        The words of the group.

    Raises
    ------
    InvalidError
        When a series may not be published, or when figures are newer than ``as_of``.
    """
    given, rest = tuple(answers), tuple(without_baseline)
    table = RowMaker(as_of=as_of, bands=bands, owners=owners or {}, wait=wait)
    named = areas or {}
    everything: list[tuple[Series, CurveAnswer | None]] = [(one.series, one) for one in given]
    everything += [(one, None) for one in rest]
    rows = [
        table.make_row(
            series,
            answer,
            ids=(series.id,),
            name=_pick(measured, series.id) or ("" if series.id not in named else series.name),
            area=named.get(series.id, series.name),
            belongs_to=_pick(outcome, series.id),
            asks_for_owner=owners is not None,
        )
        for series, answer in everything
    ]
    words = choose_words(vocabulary)
    groups = dict.fromkeys(row.belongs_to for row in rows if row.belongs_to)
    made = Scorecard(
        title=title,
        subtitle=subtitle,
        as_of=table.as_of,
        parts=[
            _make_part(
                "areas",
                _say_what(measured) or "Areas",
                "Area",
                (words.find_word("outcome") or "outcome") if groups else "",
                groups,
                rows,
            )
        ],
        bands=table.bands,
        notes=[*notes, *_list_notes(given)],
        internal=internal,
        vocabulary=words,
    )
    table.refuse_units(made.rows)
    return made


def _make_part(
    id: str,
    title: str,
    first_column: str,
    group_column: str,
    groups: Iterable[str],
    rows: Iterable[ScorecardRow],
) -> ScorecardPart:
    named = [without_stop(one) for one in groups]
    places = {name: place for place, name in enumerate(named)}
    given = [evolve(row, belongs_to=without_stop(row.belongs_to)) for row in rows]
    units = {row.series.unit for row in given if row.series is not None}

    def order(row: ScorecardRow) -> tuple[int, int, float, str]:
        # Gaps are compared only where they are of one unit.
        gap = 0.0 if row.departure is None or len(units) > 1 else row.departure.value
        return places.get(row.belongs_to, len(places)), row.rank, gap, row.area

    return ScorecardPart(
        id=id,
        title=title,
        first_column=first_column,
        group_column=capitalise(group_column),
        groups=named,
        rows=sorted(given, key=order),
    )


def _name_indicator(indicator: Indicator) -> str:
    statement = without_stop(indicator.statement)
    return statement if indicator.label in statement else f"{indicator.label}. {statement}"


def _pick(given: str | Mapping[str, str], name: str) -> str:
    return given if isinstance(given, str) else given.get(name, "")


def _say_what(measured: str | Mapping[str, str]) -> str:
    return measured if isinstance(measured, str) else ""


def _list_notes(answers: Sequence[CurveAnswer]) -> Iterator[str]:
    alone = [one for one in answers if one.family is None]
    if len(alone) > 1:
        yield (
            f"{len(alone)} of these curves were each judged alone. Where many are looked at, one "
            "may turn by luck."
        )
    for name in dict.fromkeys(one.family.name for one in answers if one.family is not None):
        looked_at = next(
            one.family.looked_at
            for one in answers
            if one.family is not None and one.family.name == name
        )
        yield (
            f"Judged together as the family {show(name)}: {looked_at} curves, so that looking at "
            "many does not find a turn by luck (Holm's rule)."
        )
    if answers:
        yield "A turn says that a curve bent, not what bent it."
