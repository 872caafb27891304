"""Things to draw: ordinary, many, long, hostile, one and none."""

from collections.abc import Mapping, Sequence
from typing import Any

from obamodel.domain.baselines import Baseline, Expected, Method, Scenario
from obamodel.domain.curves import SchematicCurve, WantedDirection
from obamodel.domain.dates import PartialDate
from obamodel.domain.factors import Factor, FactorGroup
from obamodel.domain.indicators import Indicator
from obamodel.domain.judgements import Judgement
from obamodel.domain.losses import Loss, LossKind
from obamodel.domain.partners import Partner
from obamodel.domain.periods import Period
from obamodel.domain.published_presence import PublishedPresence, PublishedShare
from obamodel.domain.publishing import PublishedRow, PublishedTable
from obamodel.domain.questions import Question, QuestionSet, QuestionSetKind, Wording
from obamodel.domain.series import Flag, Observation, Polarity, Series, SeriesKind
from obamodel.domain.vocabulary import Vocabulary, Word
from obamodel.plots.network import Network
from obamodel.plots.recruiting import Recruitment, Target
from obamodel.plots.small_multiples import CurvePanel
from obamodel.stats.coverage import Coverage
from obamodel.stats.recruitment import count_members
from obamodel.stats.turning.curves import CurveAnswer, JudgedPoint
from obamodel.stats.turning.words import AfterEnd, Verdict
from obamodel.stats.variation.charting import chart_variation
from obamodel.stats.variation.control_chart import ControlChart
from obamodel.stats.variation.run_chart import RunChart, chart_run

HOSTILE = (
    "$\\frac{$ <script>alert('x')</script> \u202e&amp; \"quoted\" ]]>\nand a second line\t%s {0}"
)
LONG = "Volunteersfromeverydistrict" * 15  # 405 letters without a space
WORDY = "People who use the service, their carers and those who speak for them, " * 4

MIME_WORDS = Vocabulary(id="mime", title="MIME's words", words=[Word(idea="effort", word="cause")])

# Section 6 of the MIME fact sheet: 11 factors in 3 groups, 13 links, and none to the fifth.
MIME_FACTORS = (
    ("A1", "a", (4,)),
    ("A2", "a", (1, 4)),
    ("A3", "a", (1,)),
    ("B1", "b", (2, 3)),
    ("B2", "b", (2,)),
    ("B3", "b", (2,)),
    ("C1", "c", (1,)),
    ("C2", "c", (1,)),
    ("C3", "c", (1,)),
    ("C4", "c", (1,)),
    ("C5", "c", (1,)),
)


def make_coverage(
    factors: Sequence[tuple[str, str, Sequence[int]]] = MIME_FACTORS,
    *,
    indicators: int = 5,
    with_evidence: Sequence[int] = (5,),
    name: str = "A thing the service is judged by",
) -> Coverage:
    """Make a coverage of factors and numbered indicators."""
    groups = sorted({group for _, group, _ in factors})
    numbers = range(1, indicators + 1)
    return Coverage(
        indicators=tuple(
            Indicator(id=f"indicator-{n}", label=f"{n}", statement=name, outcome="wanted")
            for n in numbers
        ),
        factors=tuple(
            Factor(
                id=f"factor-{place}",
                label=label,
                name=name,
                group=group,
                indicators=[f"indicator-{n}" for n in informed],
            )
            for place, (label, group, informed) in enumerate(factors)
        ),
        groups=tuple(FactorGroup(id=group, label=group.upper(), name=name) for group in groups),
        evidence={f"indicator-{n}": ("said",) if n in with_evidence else () for n in numbers},
    )


def make_counts(*rows: tuple[str, str, int | None], note: str = "People.") -> PublishedTable:
    """Make a table of counts: what was counted, what may be said, and the number to draw."""
    return PublishedTable(
        title="How many took part",
        columns=("What was counted", "How many", "Good to know"),
        rows=[PublishedRow(cells=(of, shown, note), number=number) for of, shown, number in rows],
    )


def make_measures(*rows: tuple[str, str, str]) -> PublishedTable:
    """Make a table of measures: the quadrant, the measure and what is known."""
    return PublishedTable(
        title="What was measured",
        columns=("Quadrant", "Measure", "What is known"),
        rows=[PublishedRow(cells=row) for row in rows],
    )


def make_network(*names: str, hub: str = "MIME", key: Sequence[str] = ()) -> Network:
    """Make a network of a hub and named partners."""
    return Network(
        hub=hub,
        partners=[
            Partner(id=f"partner-{place}", name=name, in_network=True, named_as_key=name in key)
            for place, name in enumerate(names)
        ],
    )


def make_questions(
    *stages: str,
    kind: QuestionSetKind = QuestionSetKind.CYCLE,
    text: str = "What did we see, and what do we make of it?",
    wording: Wording = Wording.OURS,
) -> QuestionSet:
    """Make a set with a question for each stage; answers to the last become actions."""
    return QuestionSet(
        id="asked",
        title="A way to look back",
        kind=kind,
        attribution="Somebody (1983) A Book",
        wording=wording,
        questions=[
            Question(
                id=f"question-{place}",
                stage=stage,
                text=text,
                leads_to_action=place == len(stages) - 1,
            )
            for place, stage in enumerate(stages)
        ],
    )


def make_curve(
    direction: WantedDirection = WantedDirection.UP, words: str = "patchy", note: str = ""
) -> SchematicCurve:
    """Make a curve in words."""
    return SchematicCurve(
        id="turn",
        title="Turning the curve",
        upwards="evidence of views",
        start=words,
        wanted=f"not {words}",
        direction=direction,
        note=note,
    )


def make_loss(showed: str = "", means: str = "", title: str = "Recruitment over time") -> Loss:
    """Make a lost chart."""
    return Loss(id="gone", title=title, kind=LossKind.CHART, showed=showed, means=means)


# Children cautioned or sentenced in Trafford, per 10,000 aged 10 to 17, 2014/15 to 2024/25
# (Trafford Data Lab; Youth Justice Board, ONS).
TRAFFORD = (54, 45, 31, 32, 33, 24, 18, 14, 14, 14, 14)


def make_periods(number: int, first: str = "2014/15") -> list[Period]:
    """Make periods that follow each other."""
    start = Period.parse(first)
    return [start.shift(step) for step in range(number)]


def make_observations(
    values: Sequence[float | None],
    *,
    first: str = "2014/15",
    flags: Mapping[int, Flag] | None = None,
    words: str = "the survey was not held",
) -> list[Observation]:
    """Make observations that follow each other; one without a value says why."""
    marked = flags or {}
    return [
        Observation(period=period, missing=words)
        if value is None
        else Observation(
            period=period,
            value=float(value),
            flags=(marked[place],) if place in marked else (),
            note=words if marked.get(place) is Flag.BREAK else "",
        )
        for place, (period, value) in enumerate(
            zip(make_periods(len(values), first), values, strict=True)
        )
    ]


def make_series(
    values: Sequence[float | None] = TRAFFORD,
    *,
    name: str = "Children cautioned or sentenced",
    kind: SeriesKind = SeriesKind.RATE,
    unit: str = "per 10,000 aged 10 to 17",
    polarity: Polarity = Polarity.LOW,
    first: str = "2014/15",
    flags: Mapping[int, Flag] | None = None,
    words: str = "the survey was not held",
    published: str = "a yearly report",
    **about: Any,
) -> Series:
    """Make a series whose periods follow each other; unless told otherwise, it is public."""
    per = {SeriesKind.RATE: 10_000.0, SeriesKind.SHARE: 100.0}.get(kind)
    return Series(
        id="seen",
        name=name,
        kind=kind,
        unit=unit,
        polarity=polarity,
        per=per,
        published=published,
        observations=make_observations(values, first=first, flags=flags, words=words),
        **about,
    )


def make_judgement(words: str = "No new money, same staff.") -> Judgement:
    """Make a judgement."""
    return Judgement(author="the data group", on=PartialDate.parse("2022-11"), reason=words)


def make_baseline(
    series: Series,
    *,
    before: int = 8,
    expected: Sequence[tuple[float, float | None, float | None]] = (
        (11, 2, 38),
        (9, 1, 43),
        (8, 1, 46),
        (7, 0, 49),
    ),
    **about: Any,
) -> Baseline:
    """Make a baseline of the first values of a series, with what was expected and its limits."""
    history = series.observations[:before]
    ahead = [history[-1].period.shift(step + 1) for step in range(len(expected))]
    return Baseline(
        id="frozen",
        series=series.id,
        frozen=make_judgement(),
        history=history,
        forecast=[
            Expected(period=period, value=value, lower=lower, upper=upper)
            for period, (value, lower, upper) in zip(ahead, expected, strict=True)
        ],
        **about,
    )


def make_answer(
    series: Series | None = None,
    baseline: Baseline | None = None,
    *,
    verdict: Verdict = Verdict.NO_TURN_SHOWN,
    after_end: AfterEnd | None = None,
    sentence: str = "",
    revisions: Sequence[str] = (),
) -> CurveAnswer:
    """Make an answer that judges every value since the start that the forecast reaches."""
    seen = series or make_series()
    base = baseline or make_baseline(seen)
    values = {one.period: one.value for one in seen.observations}
    points = tuple(
        JudgedPoint(
            period=one.period,
            value=value,
            expected=one.value,
            lower=one.lower,
            upper=one.upper,
            departure=seen.good * (value - one.value),
            outside=one.lower is not None
            and one.upper is not None
            and not one.lower <= value <= one.upper,
        )
        for one in base.forecast
        if (value := values.get(one.period)) is not None
    )
    return CurveAnswer(
        baseline=base,
        series=seen,
        verdict=verdict,
        after_end=after_end,
        points=points,
        departure=None,
        during=None,
        after=None,
        change=None,
        kept_share=None,
        recent=None,
        smallest_showable=None,
        points_before=len(base.history),
        points_after=len(points),
        possible_from=None,
        revisions=tuple(revisions),
        evidence=(),
        comparison=None,
        family=None,
        rivals=(),
        caveats=(),
        sentence=sentence or f"{seen.name}: {verdict}. That is what can be said.",
    )


def make_full_answer(words: str = "the youth hub", name: str = "Asked for a view") -> CurveAnswer:
    """Make an answer with everything a curve can have: an end, scenarios, flags, a gap, a break."""
    series = make_series(
        (31, 30, 33, None, 35, 34, 36, 35, 34, 30, 29, None, 33, 22, 20, 21, 20),
        name=name,
        kind=SeriesKind.SHARE,
        unit="%",
        polarity=Polarity.HIGH,
        flags={
            2: Flag.REVISED,
            10: Flag.ESTIMATED,
            12: Flag.BREAK,
            13: Flag.PROVISIONAL,
            16: Flag.PROVISIONAL,
        },
        words=words,
    )
    ahead = make_periods(7, "2022/23")
    return make_answer(
        series,
        make_baseline(
            series,
            expected=[(36 + step, 28 - step, 44 + 2 * step) for step in range(7)],
            initiative=words,
            ended=Period.parse("2025/26"),
            scenarios=[
                Scenario(
                    name=f"if {words} closes",
                    because=words,
                    values=[Expected(period=period, value=30.0) for period in ahead],
                ),
                Scenario(
                    name=words,
                    because=words,
                    values=[
                        Expected(period=period, value=40.0 + step)
                        for step, period in enumerate(ahead)
                    ],
                ),
            ],
        ),
        verdict=Verdict.TURNED,
        after_end=AfterEnd.REVERTED,
        revisions=[f"2015/16 was 29 and is now 30 ({words})"],
    )


def make_given_answer() -> CurveAnswer:
    """Make an answer to a forecast that people agreed, without limits."""
    series = make_series()
    baseline = make_baseline(
        series,
        expected=[(13, None, None), (12, None, None), (12, None, None)],
        method=Method.GIVEN,
        agreed_by="the partnership board",
    )
    return make_answer(series, baseline, verdict=Verdict.WORSE_THAN_AGREED)


def make_panel(*names: str, title: str = "Children cautioned or sentenced") -> CurvePanel:
    """Make a panel of curves by their names, with verdicts in turn."""
    verdicts = [Verdict.NO_TURN_SHOWN, Verdict.TURNED, Verdict.SIGNS_OF_WORSENING]
    return CurvePanel(
        title=title,
        answers=[
            make_answer(make_series(name=name), verdict=verdicts[place % 3])
            for place, name in enumerate(names)
        ],
    )


def make_control_chart(name: str = "Children cautioned or sentenced", **about: Any) -> ControlChart:
    """Make a control chart of 24 months with one far out and eight on one side."""
    values = [20.0, 22, 19, 21, 23, 20, 18, 40, 21, 20, 22, 19, 21, 20, 18, 22]
    values += [12.0, 11, 13, 12, 10, 11, 12, 13]
    series = make_series(values, name=name, first="2014-01", kind=SeriesKind.COUNT, unit="children")
    return chart_variation(series, **about)


def make_run_chart(name: str = "Children cautioned or sentenced") -> RunChart:
    """Make a run chart of which ten lie on one side, and then ten on the other."""
    values = [20.0, 22, 19, 21, 23, 20, 21, 25, 21, 20, 12, 11, 13, 12, 10, 11, 12, 13, 12, 11]
    return chart_run(make_series(values, name=name, first="2004"))


# How many joined and left a group, made up.
JOINED, LEFT = (14, 22, 9, 12, 7, 6, 3), (0, 3, 4, 8, 6, 9, 5)


def make_counted(values: Sequence[float | None], name: str, **about: Any) -> Series:
    """Make a series of how many people did something in each year from 2009."""
    return make_series(
        values,
        name=name,
        kind=SeriesKind.COUNT,
        unit="people",
        polarity=Polarity.NONE,
        first="2009",
        **about,
    )


def make_recruitment(
    words: str = "enough people to send two to every meeting", joined: str = "joined"
) -> Recruitment:
    """Make a chart of who joined and left, with a running total and a target."""
    membership = count_members(make_counted(JOINED, joined), make_counted(LEFT, "left"))
    return Recruitment.from_membership(
        membership,
        target=Target(value=60.0, by=Period.parse("2014"), wanted=make_judgement(words)),
    )


def make_presence(
    *rows: tuple[str, float | None, float | None, str],
    title: str = "Where members live",
    of: str = "members",
    reference_of: str = "adults in Essex",
    lost: Loss | None = None,
    notes: Sequence[str] = (),
) -> PublishedPresence:
    """Make a chart of shares: the group, its share, that of the population and the words."""
    return PublishedPresence(
        title=title,
        of=of,
        reference_of=reference_of,
        rows=[
            PublishedShare(group=group, share=share, reference_share=there, words=words)
            if words
            else PublishedShare(group=group, share=share, reference_share=there)
            for group, share, there, words in rows
        ],
        lost=lost,
        notes=notes,
    )


# One of each picture's ordinary things, by the picture's name.
ORDINARY: dict[str, object] = {
    "counts": make_counts(
        ("members trained", "about 45", 45),
        ("carers", "a small number, not shown", None),
        ("members at both days", "12", 12),
    ),
    "coverage": make_coverage(),
    "control_chart": make_control_chart(),
    "curve": make_answer(),
    "direction": make_answer(),
    "cycle": make_questions("Start", "Did", "Now", "Next"),
    "lost": make_loss("how membership grew", "whether more joined"),
    "network": make_network("Forums", "Day services", "LINks", key=("LINks",)),
    "people": make_counts(
        ("people came to learn", "about 45", 45),
        ("carers came", "a small number, not shown", None),
    ),
    "presence": make_presence(
        ("Thurrock", 5, 12.5, "fewer than its share"),
        ("Harlow", None, 6, "present, number withheld"),
        ("Basildon", 90, 80, "not shown to differ"),
        notes=["12 did not say."],
    ),
    "quadrants": make_measures(
        ("how much", "Training days", "8"),
        ("how well", "Rating on a form", "10, from one form"),
        ("better off, number", "Members who went on", "4"),
    ),
    "recruitment": make_recruitment(),
    "run_chart": make_run_chart(),
    "schematic": make_curve(),
    "series": make_series(),
    "small_multiples": make_panel("Trafford", "Bury", "Wigan", "Salford"),
}

# The same with words that would do harm if they were taken for anything but words.
DANGEROUS: dict[str, object] = {
    "counts": make_counts(
        (HOSTILE, HOSTILE, 45), (LONG, HOSTILE, None), (HOSTILE, LONG, 3), note=HOSTILE
    ),
    "coverage": make_coverage(
        [(HOSTILE, "a", (1, 2)), (LONG, "a", ()), ("A3", "b", (2,))], indicators=3, name=HOSTILE
    ),
    "control_chart": make_control_chart(HOSTILE, target=30),
    "curve": make_full_answer(HOSTILE, HOSTILE),
    "direction": make_full_answer(HOSTILE, HOSTILE),
    "cycle": make_questions(HOSTILE, LONG, "Now", text=HOSTILE),
    "lost": make_loss(HOSTILE, LONG, title=HOSTILE),
    "network": make_network(HOSTILE, LONG, "Forums", hub=HOSTILE, key=(HOSTILE,)),
    "people": make_counts((HOSTILE, HOSTILE, 45), (LONG, HOSTILE, None), note=HOSTILE),
    "presence": make_presence(
        (HOSTILE, 5, 12.5, HOSTILE),
        (LONG, None, 6, HOSTILE),
        (f"Harlow {HOSTILE}", 90, None, LONG),
        title=HOSTILE,
        of=HOSTILE,
        reference_of=LONG,
        notes=[HOSTILE],
    ),
    "quadrants": make_measures(
        ("how much", HOSTILE, HOSTILE), ("how well", LONG, "7"), ("how well", HOSTILE, LONG)
    ),
    "recruitment": make_recruitment(HOSTILE, LONG),
    "run_chart": make_run_chart(HOSTILE),
    "schematic": make_curve(words=HOSTILE, note=LONG),
    "series": make_series(
        (3, None, 5, 4), name=HOSTILE, unit=LONG, words=HOSTILE, flags={2: Flag.BREAK}
    ),
    "small_multiples": make_panel(HOSTILE, LONG, "Bury", title=HOSTILE),
}
