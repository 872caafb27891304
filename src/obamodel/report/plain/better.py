"""Is it getting better? Every verdict in the words of a child of nine."""

from collections.abc import Iterator

from obamodel import plots
from obamodel.domain.baselines import Method
from obamodel.domain.periods import Frequency, Period
from obamodel.domain.series import SeriesKind
from obamodel.plots.signs import Sign
from obamodel.report.document import Block, Paragraph, Section, write_paragraphs
from obamodel.report.figures import make_figure
from obamodel.report.material import Material
from obamodel.report.plain.reading import count_words
from obamodel.report.plain.telling import Telling, quote, start_section
from obamodel.stats.turning import AfterEnd, CurveAnswer, Verdict
from obamodel.stats.turning.judging import LEAST_AFTER, LEAST_BEFORE
from obamodel.stats.turning.saying import is_slowed, say_period, say_value

NO_CURVES = (
    "We have no numbers from one year to the next.",
    "So we cannot say if it is getting better.",
)
HOW = (
    "First we look at the numbers from before.",
    "Then we say what comes next if nothing changes.",
    "Then we look at what did happen.",
    "The long report says what else to keep in mind.",
)
OTHERS = (
    "Other things may have changed it too.",
    "So we do not say who or what did it.",
)
LEFT_OUT = (
    "We had to leave out some numbers.",
    "They could have shown who people are.",
)
VERDICTS: dict[Verdict, tuple[str, ...]] = {
    Verdict.TURNED: (
        "It is better than we thought it would be.",
        "The gap is larger than the usual ups and downs.",
    ),
    Verdict.SIGNS_OF_A_TURN: (
        "It may be better than we thought it would be.",
        "But we are not sure yet.",
    ),
    Verdict.NO_TURN_SHOWN: (
        "We see no clear change.",
        "The numbers go up and down as they often do.",
    ),
    Verdict.NO_WORTHWHILE_TURN: (
        "It did not get much better.",
        "A change that is big enough to matter would have shown.",
    ),
    Verdict.SIGNS_OF_WORSENING: (
        "It may be worse than we thought it would be.",
        "But we are not sure yet.",
    ),
    Verdict.WORSE: (
        "It is worse than we thought it would be.",
        "The gap is larger than the usual ups and downs.",
    ),
    Verdict.TOO_EARLY: ("We cannot tell yet.",),
    Verdict.TOO_FEW: ("We cannot tell.",),
    Verdict.BETTER_THAN_AGREED: (
        "People met and said what they thought.",
        "It is better than they said.",
    ),
    Verdict.AS_AGREED: (
        "People met and said what they thought.",
        "It is about what they said.",
    ),
    Verdict.WORSE_THAN_AGREED: (
        "People met and said what they thought.",
        "It is worse than they said.",
    ),
}
AFTER_END = {
    AfterEnd.SUSTAINED: "It stayed better after the work ended.",
    AfterEnd.SIGNS_SUSTAINED: "It may have stayed better after the work ended.",
    AfterEnd.UNCLEAR: "We cannot see if it stayed better when the work was over.",
    AfterEnd.SIGNS_REVERTED: "It may have gone back to how it was before.",
    AfterEnd.REVERTED: "After the work ended, it went back.",
    AfterEnd.TURNED_LATE: "It got better only after the work ended.",
    AfterEnd.NOT_TURNED: "We saw no clear change while the work went on, or after it.",
    AfterEnd.TOO_EARLY: "We cannot tell yet what came after the work ended.",
}
ENDED = "The work has ended."
ONLY_LARGE = "Only a big change would have shown."
SLOWED = (
    "It still gets worse.",
    "But it gets worse more slowly than we thought.",
)
MANY = "We looked at many things at once. One of many may change by luck."
FLAT = (
    "The numbers from before are all the same.",
    "So we do not know what ups and downs are usual.",
)
_LONGEST_NAME = 8


def write_better(material: Material, telling: Telling) -> Section | None:
    """Write for each curve whether it is better than was to be expected."""
    answers = material.answers
    blocks: list[Block] = [Paragraph(said) for said in (HOW if answers else NO_CURVES)]
    if material.publication.left_out:
        blocks += [Paragraph(said) for said in LEFT_OUT]
    many = len(answers) > 1
    sections = [
        Section(
            id=f"curve-{place}",
            title=f"Look {place}" if many else "What we found",
            blocks=_tell_curve(answer, material, telling),
        )
        for place, answer in enumerate(answers, start=1)
    ]
    return start_section("better", "Is it getting better?", Sign.NUMBERS, blocks, sections=sections)


def _tell_curve(answer: CurveAnswer, material: Material, telling: Telling) -> Iterator[Block]:
    name = _find_name(answer, telling)
    yield from write_paragraphs(name) if name else [quote([(answer.series.name, "")])]
    yield make_figure(
        plots.direction, answer, material.vocabulary, title="Which way the arrow points"
    )
    yield Paragraph(f"We had the numbers up to {say_period(answer.baseline.until)}.")
    yield from (Paragraph(said) for said in say_curve(answer))


def _find_name(answer: CurveAnswer, telling: Telling) -> str:
    """Find what a series is called in plain words: itself, or the one thing it is about."""
    names = (answer.series.id, *answer.series.about)
    return next((said for name in names if (said := telling.say(name))), "")


def say_curve(answer: CurveAnswer) -> Iterator[str]:
    r"""Say a verdict, with what it rests on, in short sentences.

    Examples
    --------
    >>> from obamodel.domain.series import Polarity, Series, SeriesKind
    >>> from obamodel.stats import assess_curve, freeze_baseline
    >>> waited = Series.from_dict(
    ...     {str(2010 + year): 40 + year % 2 for year in range(9)},
    ...     id="waited", name="People who waited", kind=SeriesKind.COUNT, unit="people",
    ...     polarity=Polarity.LOW, published="a table",
    ... )
    >>> baseline = freeze_baseline(
    ...     waited, until="2017", periods=3, as_of="2018", author="us", because="so", id="now",
    ... )
    >>> print(*say_curve(assess_curve(baseline, waited)), sep="\n")
    We cannot tell yet.
    We need 2 more years of numbers.
    We can tell when we have the numbers for 2020.
    We looked at 2018.
    We thought it would be about 41. It was 40.
    We counted: "people".
    """
    yield from VERDICTS[answer.verdict]
    if answer.verdict in (Verdict.TOO_EARLY, Verdict.TOO_FEW):
        yield from _say_what_is_missing(answer)
    if answer.verdict is Verdict.NO_TURN_SHOWN and answer.smallest_showable is not None:
        yield ONLY_LARGE
    if is_slowed(answer):
        yield from SLOWED
    if answer.family is not None and answer.family.alone is not answer.verdict:
        yield MANY
    if answer.possible_from is not None:
        yield from _say_when(answer, answer.possible_from)
    yield from _say_gap(answer)
    if answer.after_end is not None:
        if answer.after_end is not AfterEnd.TOO_EARLY:
            yield ENDED
        yield AFTER_END[answer.after_end]
    if answer.points_after and answer.verdict not in (Verdict.TOO_EARLY, Verdict.TOO_FEW):
        yield from OTHERS


def _say_what_is_missing(answer: CurveAnswer) -> Iterator[str]:
    given = answer.baseline.method is Method.GIVEN
    after = 0 if answer.departure is None else len(answer.departure.periods)
    if answer.points_before < LEAST_BEFORE and not given:
        yield f"We have only {answer.points_before} numbers from before."
        yield f"We need {LEAST_BEFORE} or more."
    elif after < LEAST_AFTER:
        yield f"We need {say_time(LEAST_AFTER - after, answer.baseline.until)} of numbers."
    else:
        yield from FLAT


def _say_when(answer: CurveAnswer, possible: Period) -> Iterator[str]:
    if answer.points_before < LEAST_BEFORE and answer.baseline.method is not Method.GIVEN:
        yield f"We can start again with {LEAST_BEFORE} numbers from before."
        yield f"Then we can tell with the numbers for {say_period(possible)}."
    else:
        yield f"We can tell when we have the numbers for {say_period(possible)}."


def say_time(number: int, period: Period) -> str:
    """Say how much more time is needed, in the periods of a series.

    Examples
    --------
    >>> say_time(1, Period.parse("2014")), say_time(2, Period.parse("2014 Q1"))
    ('1 more year', '6 more months')
    """
    if period.frequency is Frequency.QUARTER:
        return f"{3 * number} more months"
    if period.frequency is Frequency.YEAR:
        number *= period.years
    return f"{number} more {period.frequency}{'' if number == 1 else 's'}"


def _say_gap(answer: CurveAnswer) -> Iterator[str]:
    departure = answer.departure
    if departure is None:
        yield "We have no new numbers yet."
        return
    first, last = say_period(departure.periods[0]), say_period(departure.periods[-1])
    yield f"We looked at {first}." if first == last else f"We looked at {first} to {last}."
    expected = say_value(answer, departure.expected, unit=False)
    observed = say_value(answer, departure.observed, unit=False)
    about = "" if first == last else "about "
    yield f"We thought it would be about {expected}. It was {about}{observed}."
    unit = answer.series.unit
    if unit and unit != "%" and count_words(unit) <= _LONGEST_NAME:
        counted = answer.series.kind is SeriesKind.COUNT
        yield f'{"We counted" if counted else "These numbers are"}: "{unit}".'
