"""How does a strand of an IATI indicator become a series, with its targets?"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import frozen

from obamodel.domain.fields import show
from obamodel.domain.indicators import DataState
from obamodel.domain.observations import Observation
from obamodel.domain.quantities import Counted
from obamodel.domain.series import Polarity, Series, SeriesKind
from obamodel.domain.targets import Target
from obamodel.domain.traits import Trait
from obamodel.errors import InvalidError
from obamodel.files.iati.asking import Answers, find_answer
from obamodel.files.iati.notes import Notes
from obamodel.files.iati.nouns import IatiBaseline, IatiIndicator, IatiMeasure, IatiValue
from obamodel.files.iati.strands import Dated, Strand, find_strands
from obamodel.files.iati.titles import NamedIndicator, NamedResult, choose_words
from obamodel.files.naming import Names

_NO_UNIT = "units"


@frozen(kw_only=True)
class Made:
    """What an indicator gave: its series, their targets, and what data it has."""

    series: tuple[Series, ...] = ()
    targets: tuple[Target, ...] = ()
    data: DataState = DataState.MISSING


@frozen(kw_only=True)
class SeriesMaker:
    """What is the same for all series that are made of one file.

    Parameters
    ----------
    answers
        What somebody says who knows the file.
    names
        What is called something already.
    notes
        Where to note what is decided or left.
    published
        Where the numbers of the file are public already.
    """

    answers: Answers
    names: Names
    notes: Notes
    published: str = ""

    def make(
        self,
        indicator: NamedIndicator,
        result: NamedResult,
        places: dict[str, str],
        about: tuple[str, ...],
    ) -> Made:
        """Make the series of an indicator, one for each slice and each kind of period."""
        noun, key = indicator.noun, indicator.key
        if noun.measure in (IatiMeasure.QUALITATIVE, IatiMeasure.NOMINAL):
            self._leave_words(noun, key, result.language)
            is_words = noun.measure is IatiMeasure.QUALITATIVE
            return Made(data=DataState.STATEMENT_ONLY if is_words else DataState.MISSING)
        strands = find_strands(
            noun,
            key,
            result.language,
            self.notes,
            calendar=self.answers.calendar,
            starting_values=self.answers.starting_values,
        )
        form = self._find_form(noun, key, strands) if strands else None
        if form is None:
            return Made()
        kind, per, unit = form
        polarity = self._find_polarity(noun, key)
        several = Counter(strand.slice for strand in strands)
        series: list[Series] = []
        targets: list[Target] = []
        for strand in strands:
            words = strand.slice.in_words(places)
            named = f"{indicator.title}: {words}" if words else indicator.title
            which = [str(strand.slice)]
            if several[strand.slice] > 1:
                # Periods of different lengths are never mixed; the names tell them apart.
                named += f", {strand.periods[0].kind_in_words}"
                which.append(str(strand.periods[0].frequency))
            about_all = {
                "id": self.names.give(key, *which, instead="series"),
                "name": named,
                "kind": kind,
                "unit": unit,
                "per": per,
                "polarity": polarity,
                "about": about,
                "counted": find_answer(self.answers.counted, key) or Counted.PEOPLE,
                "trait": find_answer(self.answers.trait, key) or Trait.CHARACTERISTIC,
                "published": self.published,
                "definition": choose_words(noun.description, result.language),
                "source": _say_source(noun, result, self.notes.file),
            }
            made = self._make_one(strand, key, noun.line, about_all)
            if made is None:
                continue
            series.append(made)
            targets += self._make_targets(strand, made, key)
        self._say_slices(noun, key, strands)
        has_data = any(one.observations for one in series)
        return Made(
            series=tuple(series),
            targets=tuple(targets),
            data=DataState.HELD if has_data else DataState.MISSING,
        )

    # --- what the file does not say ------------------------------------------------------

    def _find_polarity(self, noun: IatiIndicator, key: str) -> Polarity:
        if noun.ascending is not None:
            return Polarity.HIGH if noun.ascending else Polarity.LOW
        given = find_answer(self.answers.polarity, key)
        if given is not None:
            return given
        self.notes.leave(
            noun.line,
            "polarity-missing",
            "nothing says whether more is better, so its series have no good direction",
            f'give polarity={{"{key}": Polarity.HIGH}} or LOW',
            key,
        )
        return Polarity.NONE

    def _find_form(
        self, noun: IatiIndicator, key: str, strands: list[Strand]
    ) -> tuple[SeriesKind, float | None, str] | None:
        """Find the kind of number, what it is per, and its unit, for the indicator as a whole."""
        unit = find_answer(self.answers.unit, key)
        per = find_answer(self.answers.per, key)
        kind = find_answer(self.answers.kind, key) or self._decide_kind(noun, key, strands, per)
        if kind is None:
            return None
        if kind in (SeriesKind.SHARE, SeriesKind.RATE):
            if per is None and noun.measure is IatiMeasure.PERCENTAGE:
                per = 100
            if per is None:
                found = f"it is said to be a {kind}, and nothing says what it is per"
                mend = f'give per={{"{key}": 100}}, or whatever all of them would be'
                self.notes.leave(noun.line, "per-missing", found, mend, key)
                return None
        else:
            per = None
        if unit is None:
            if noun.measure is IatiMeasure.PERCENTAGE:
                unit = "%" if per in (100, None) else f"out of {per:g}"
            else:
                unit = _NO_UNIT
                found = 'the file does not say what is counted or measured; the unit is "units"'
                mend = f'give unit={{"{key}": "people"}} if you know'
                self.notes.decide(noun.line, "unit-unknown", found, mend, key)
        return kind, per, unit

    def _decide_kind(
        self, noun: IatiIndicator, key: str, strands: list[Strand], per: float | None
    ) -> SeriesKind | None:
        numbers = [
            one.number
            for strand in strands
            for one in (*strand.actuals.values(), *strand.targets.values())
            if one.number is not None
        ]
        ask = f'give kind={{"{key}": SeriesKind.MEAN}}, or RATE or SCORE'
        if noun.measure is IatiMeasure.ORDINAL:
            return SeriesKind.SCORE
        if noun.measure is IatiMeasure.PERCENTAGE:
            most = per or 100
            if all(0 <= number <= most for number in numbers):
                return SeriesKind.SHARE
            found = f"its percentages are not all between 0 and {most:g}, so they are no shares"
            self.notes.leave(noun.line, "kind-missing", found, ask, key)
            return None
        if all(number >= 0 and number == int(number) for number in numbers):
            found = "every value is a whole number, so they are taken as counts"
            self.notes.decide(noun.line, "taken-as-count", found, f"{ask} if they are not", key)
            return SeriesKind.COUNT
        found = "its values are not all whole numbers, and the file does not say what they are"
        self.notes.leave(noun.line, "kind-missing", found, ask, key)
        return None

    # --- making --------------------------------------------------------------------------

    def _make_one(
        self, strand: Strand, key: str, line: int | None, about_all: Mapping[str, Any]
    ) -> Series | None:
        dated = sorted(strand.actuals.values(), key=lambda one: one.period.ordinal)
        observations = [_observe(one) for one in dated]
        try:
            return Series(observations=observations, **about_all)
        except InvalidError as error:
            for fault in error.faults:
                place, mend = line, fault.mend
                if fault.path[:1] == ("observations",) and len(fault.path) > 1:
                    place = dated[int(fault.path[1])].line
                if fault.code == "percent-as-fraction":
                    mend = f'give per={{"{key}": 1}} if these are fractions; '
                    mend += f'if they really are so low, kind={{"{key}": SeriesKind.RATE}}'
                self.notes.leave(place, fault.code, fault.found, mend, key)
            return None

    def _make_targets(self, strand: Strand, series: Series, key: str) -> list[Target]:
        made = []
        instead = find_answer(self.answers.target_reason, key)
        for one in sorted(strand.targets.values(), key=lambda target: target.period.ordinal):
            reason = one.comment or instead
            when = one.period.in_words()
            if one.number is None:
                found = f"the target of {when} is in words: {show(one.comment)}"
                self.notes.leave(one.line, "in-words", found, "keep it by other means", key)
            elif reason is None:
                found = f"nothing says why the target of {when} is {one.number:g}"
                mend = f'give target_reason={{"{key}": "..."}}, or write it as a comment'
                self.notes.leave(one.line, "reason-missing", found, mend, key)
            else:
                if one.comment:
                    found = "the comment on a target is taken as its reason"
                    mend = "change the reason of the target if it is none"
                    self.notes.decide(one.line, "taken-as-reason", found, mend, key)
                made.append(
                    Target(
                        id=self.names.give(key, "target", when, instead="target"),
                        series=series.id,
                        value=one.number,
                        period=one.period,
                        reason=reason,
                        source=series.source,
                    )
                )
        return made

    def _say_slices(self, noun: IatiIndicator, key: str, strands: list[Strand]) -> None:
        slices = {strand.slice for strand in strands}
        if slices and not any(one.is_everybody for one in slices):
            found = "it has values for places or groups, and none for all of them together"
            mend = "no total was made of them, for they may overlap or leave people out"
            self.notes.decide(noun.line, "no-total", found, mend, key)

    def _leave_words(self, noun: IatiIndicator, key: str, language: str) -> None:
        """Name what an indicator says in words, or in numbers that only stand for names."""
        values: list[tuple[IatiValue | IatiBaseline, str]] = [
            (value, f"of {period.start} to {period.end}")
            for period in noun.periods
            for value in (*period.targets, *period.actuals)
        ]
        for value, when in [*values, *((one, f"of {one.year}") for one in noun.baselines)]:
            said = choose_words(value.comment, language)
            what = (
                f"the value {value.value}" if value.value is not None else "what is said in words"
            )
            found = f"{what} {when}" + (f": {show(said)}" if said else "")
            mend = "keep it as feedback or in the story, where words have a place"
            if noun.measure is IatiMeasure.NOMINAL:
                mend = "its numbers stand for names, which no series can hold"
            self.notes.leave(value.line, "in-words", found, mend, key)


def _observe(dated: Dated) -> Observation:
    if dated.number is None:
        return Observation(period=dated.period, missing=dated.comment)
    return Observation(period=dated.period, value=dated.number, note=dated.comment)


def _say_source(noun: IatiIndicator, result: NamedResult, file: str) -> str:
    codes: Iterable[str] = (str(one) for one in noun.references)
    said = f"IATI activity {result.activity.identifier}, {file}"
    listed = "; ".join(codes)
    return f"{said}; indicator {listed}" if listed else said
