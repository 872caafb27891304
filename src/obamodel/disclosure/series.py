"""What may be shown of a series of numbers?"""

from collections.abc import Iterable, Iterator

from attrs import evolve

from obamodel.disclosure.presets import Rule, find_rule
from obamodel.domain.observations import Observation
from obamodel.domain.protection import Preset, Protection
from obamodel.domain.series import Series, SeriesKind

SMALL = "a small number, not shown"
FEW = "out of too few people to be shown"
NEARLY_ALL = "it would tell of the few who are left over"
NOT_CHECKED = "not shown, since the numbers it is worked out from are not known"
NOT_WHOLE = "not shown, since it is not a whole number of people"
TOO_NEAR = "not shown, since few came or went since the number before it"


def publish_series(series: Series, protection: Protection) -> Series:
    """Make the series that may leave the house.

    A series that is public already, counts things, or is by a large place or another trait that
    leads to nobody stays as it is. Of any other, counts are hidden and rounded by the group's
    rule; shares and rates are worked out anew from counts so treated, and hidden where they are
    out of too few; means and scores are hidden where they are over too few. Limits of an interval
    are left out, since their width gives away how many people there were.

    A percentage whose numerator and denominator are not known cannot be checked, and is hidden.
    Notes are people's own words, and stay.

    Parameters
    ----------
    series
        The series as it is kept.
    protection
        The rules that the group chose.

    Returns
    -------
    Series
        It is marked as public, with the rule in words.

    Examples
    --------
    >>> from obamodel.domain.dates import PartialDate
    >>> from obamodel.domain.judgements import Judgement
    >>> from obamodel.domain.series import Polarity
    >>> judged = Judgement(author="Board", on=PartialDate.parse("2026"), reason="Few people.")
    >>> joined = Series.from_dict(
    ...     {"2011": 14, "2012": 3, "2013": 0}, id="joined", name="Joined", kind=SeriesKind.COUNT,
    ...     unit="people", polarity=Polarity.HIGH,
    ... )
    >>> shown = publish_series(joined, Protection(preset=Preset.HES, judged=judged))
    >>> shown.values, shown.observations[1].missing
    ((15, None, 0), 'a small number, not shown')
    """
    if series.is_public:
        return series
    if protection.preset is Preset.NONE:
        return evolve(series, published=protection.judged.reason)
    rule = find_rule(protection)
    shown = [
        _publish(series, one, rule, sensitive=protection.sensitive) for one in series.observations
    ]
    if series.running_total:
        shown = list(_keep_apart(series.observations, shown, rule))
    return evolve(series, observations=shown, published=rule.sentence)


def may_show_as_it_is(series: Series, protection: Protection) -> bool:
    """Whether nothing in a series need be hidden or rounded."""
    return series.is_public or protection.preset is Preset.NONE


def _publish(
    series: Series, observation: Observation, rule: Rule, *, sensitive: bool
) -> Observation:
    denominator = _show(observation.denominator, rule)
    bare = evolve(observation, numerator=None, denominator=denominator, lower=None, upper=None)
    if observation.value is None:
        # Whatever it was out of, there is nothing to show.
        return evolve(bare, denominator=None)
    if series.kind is SeriesKind.COUNT:
        if observation.value != int(observation.value):
            return _withhold(bare, NOT_WHOLE)
        shown = _show(observation.value, rule)
        return _withhold(bare, SMALL) if shown is None else evolve(bare, value=shown)
    if series.kind in (SeriesKind.MEAN, SeriesKind.SCORE):
        if observation.denominator is None:
            return _withhold(bare, NOT_CHECKED)
        few = denominator is None or denominator <= rule.average_above
        return _withhold(bare, FEW) if few else bare
    if observation.numerator is None or observation.denominator is None:
        return _withhold(bare, NOT_CHECKED)
    if denominator is None or denominator < rule.share_base:
        return _withhold(bare, FEW)
    numerator = _show(observation.numerator, rule)
    if numerator is None:
        return _withhold(bare, SMALL)
    left_over = observation.denominator - observation.numerator
    if series.kind is SeriesKind.SHARE and _tells_of_the_rest(left_over, rule, sensitive=sensitive):
        return _withhold(bare, NEARLY_ALL)
    value = numerator * (series.per or 1) / denominator
    return evolve(bare, value=value, numerator=numerator)


def _show(number: float | None, rule: Rule) -> int | None:
    return None if number is None or number != int(number) else rule.show(int(number))


def _tells_of_the_rest(left_over: float, rule: Rule, *, sensitive: bool) -> bool:
    """Whether those who are not among them would be given away as too few."""
    if left_over == 0:
        return sensitive
    # Rounding keeps them from being counted; without it they are the difference of what is shown.
    return rule.base == 1 and rule.is_small(int(left_over))


def _withhold(bare: Observation, reason: str) -> Observation:
    return evolve(bare, value=None, numerator=None, denominator=None, missing=reason)


def _keep_apart(
    raw: Iterable[Observation], shown: Iterable[Observation], rule: Rule
) -> Iterator[Observation]:
    """Hide values of a running total between which fewer came or went than may be shown."""
    last: float | None = None
    for before, after in zip(raw, shown, strict=True):
        if after.value is None or before.value is None:
            yield after
            continue
        step = None if last is None else abs(int(before.value - last))
        if rule.base == 1 and step is not None and step > 0 and rule.is_small(step):
            yield _withhold(after, TOO_NEAR)
            continue
        last = before.value
        yield after
