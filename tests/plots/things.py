"""Things to draw: ordinary, many, long, hostile, one and none."""

from collections.abc import Sequence

from obamodel.domain.curves import SchematicCurve, WantedDirection
from obamodel.domain.factors import Factor, FactorGroup
from obamodel.domain.indicators import Indicator
from obamodel.domain.losses import Loss, LossKind
from obamodel.domain.partners import Partner
from obamodel.domain.publishing import PublishedRow, PublishedTable
from obamodel.domain.questions import Question, QuestionSet, QuestionSetKind, Wording
from obamodel.domain.vocabulary import Vocabulary, Word
from obamodel.plots.network import Network
from obamodel.stats.coverage import Coverage

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


# One of each picture's ordinary things, by the picture's name.
ORDINARY: dict[str, object] = {
    "counts": make_counts(
        ("members trained", "about 45", 45),
        ("carers", "a small number, not shown", None),
        ("members at both days", "12", 12),
    ),
    "coverage": make_coverage(),
    "cycle": make_questions("Start", "Did", "Now", "Next"),
    "lost": make_loss("how membership grew", "whether more joined"),
    "network": make_network("Forums", "Day services", "LINks", key=("LINks",)),
    "quadrants": make_measures(
        ("how much", "Training days", "8"),
        ("how well", "Rating on a form", "10, from one form"),
        ("better off, number", "Members who went on", "4"),
    ),
    "schematic": make_curve(),
}

# The same with words that would do harm if they were taken for anything but words.
DANGEROUS: dict[str, object] = {
    "counts": make_counts(
        (HOSTILE, HOSTILE, 45), (LONG, HOSTILE, None), (HOSTILE, LONG, 3), note=HOSTILE
    ),
    "coverage": make_coverage(
        [(HOSTILE, "a", (1, 2)), (LONG, "a", ()), ("A3", "b", (2,))], indicators=3, name=HOSTILE
    ),
    "cycle": make_questions(HOSTILE, LONG, "Now", text=HOSTILE),
    "lost": make_loss(HOSTILE, LONG, title=HOSTILE),
    "network": make_network(HOSTILE, LONG, "Forums", hub=HOSTILE, key=(HOSTILE,)),
    "quadrants": make_measures(
        ("how much", HOSTILE, HOSTILE), ("how well", LONG, "7"), ("how well", HOSTILE, LONG)
    ),
    "schematic": make_curve(words=HOSTILE, note=LONG),
}
