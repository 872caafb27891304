"""Outcomes-based accountability: what do we want for people, and is the curve turning?

The names below are the front door. Nouns and questions open at once; pictures (``plots``),
reports (``report``) and files open when they are first used, so that importing stays light.
"""

import importlib
from typing import TYPE_CHECKING, Any

from obamodel.domain.actions import Action, ActionStatus
from obamodel.domain.activities import (
    AccessAdjustment,
    Activity,
    ActivityKind,
    ActivityStatus,
    Eligibility,
    GroupReached,
    Representative,
    Safeguard,
)
from obamodel.domain.baselines import Baseline, Expected, Method, Scale, Scenario
from obamodel.domain.breakdowns import Breakdown, Overlap, Part, PartState
from obamodel.domain.calendars import Calendar
from obamodel.domain.changes import Change, Told
from obamodel.domain.consent import Consent, ConsentState
from obamodel.domain.contributions import Contribution
from obamodel.domain.curves import SchematicCurve, WantedDirection
from obamodel.domain.dates import DatePrecision, PartialDate, Season
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.factors import Factor, FactorGroup
from obamodel.domain.feedback import Feedback, FeedbackSource, Rating, Recollection
from obamodel.domain.ideas import Basis, Cost, Idea
from obamodel.domain.indicators import DataState, Indicator
from obamodel.domain.influences import Influence, Reply
from obamodel.domain.judgements import Judgement
from obamodel.domain.learning import Lesson, SuccessFactor
from obamodel.domain.levels import Level
from obamodel.domain.losses import Loss, LossKind
from obamodel.domain.measures import BetterOff, PerformanceMeasure, Quadrant
from obamodel.domain.method import (
    Abbreviation,
    Assessment,
    AssessmentKind,
    AssessmentStatus,
    Citation,
    DocumentVersion,
    EvaluationStage,
    Event,
)
from obamodel.domain.outcomes import Outcome
from obamodel.domain.partners import Partner
from obamodel.domain.periods import Frequency, Period, read_periods
from obamodel.domain.population import Population, PopulationRole, ResponsibleBody
from obamodel.domain.powers import Powers
from obamodel.domain.products import Embargo, Product
from obamodel.domain.protection import Preset, Protection
from obamodel.domain.publishing import Mark, PublishedRow, PublishedTable
from obamodel.domain.quantities import Count, Counted, Precision, Quantity
from obamodel.domain.questions import Question, QuestionSet, QuestionSetKind, Wording
from obamodel.domain.recommendations import AnswerState, Recommendation, Request
from obamodel.domain.reflection import (
    ReflectiveCycle,
    Response,
    draft_actions,
    start_next_cycle,
)
from obamodel.domain.releases import Release
from obamodel.domain.risks import Risk
from obamodel.domain.series import Flag, Observation, Polarity, Series, SeriesKind, Standing
from obamodel.domain.services import Customers, Service
from obamodel.domain.stories import Effect, Force, Origin, Story, Teller
from obamodel.domain.tables import Adding, CountCell, CountTable, Dimension, Grouping
from obamodel.domain.traits import Trait
from obamodel.domain.vocabulary import Vocabulary, Word, WordFound
from obamodel.domain.waivers import Waiver
from obamodel.errors import Fault, InvalidError, MissingExtraError, ObamodelError

if TYPE_CHECKING:
    from obamodel import plots as plots
    from obamodel import report as report
    from obamodel.disclosure import (
        Publication,
        find_identifiers,
        inspect,
        log_removals,
        protect_counts,
        publish,
        publish_breakdowns,
        publish_counts,
        publish_curve,
        publish_curves,
        publish_measures,
        publish_series,
        publish_tables,
        publish_totals,
        publish_voices,
        remove_identifiers,
        warn_of_small_groups,
        withhold_voices,
    )
    from obamodel.files import (
        list_question_sets,
        load,
        load_example,
        read_question_set,
        read_vocabulary,
        save,
        start_folder,
    )
    from obamodel.review import Review, review_evaluation
    from obamodel.stats import (
        AfterEnd,
        Backtest,
        ControlChart,
        Coverage,
        CurveAnswer,
        InterruptedSeries,
        Membership,
        RunChart,
        StableShifts,
        Verdict,
        assess_curve,
        assess_evaluation,
        assess_family,
        assess_panel,
        backtest,
        bound_people,
        chart_run,
        chart_variation,
        choose_counts,
        count_members,
        find_stable_shifts,
        fit_interrupted,
        freeze_baseline,
        map_coverage,
        total_places,
    )

__version__ = "0.1.0"

_OPENS_ON_USE = {
    "plots": "obamodel.plots",
    "report": "obamodel.report",
    "list_question_sets": "obamodel.files",
    "load": "obamodel.files",
    "load_example": "obamodel.files",
    "read_question_set": "obamodel.files",
    "read_vocabulary": "obamodel.files",
    "save": "obamodel.files",
    "start_folder": "obamodel.files",
    "AfterEnd": "obamodel.stats",
    "Backtest": "obamodel.stats",
    "Coverage": "obamodel.stats",
    "count_members": "obamodel.stats",
    "Membership": "obamodel.stats",
    "InterruptedSeries": "obamodel.stats",
    "fit_interrupted": "obamodel.stats",
    "StableShifts": "obamodel.stats",
    "RunChart": "obamodel.stats",
    "ControlChart": "obamodel.stats",
    "find_stable_shifts": "obamodel.stats",
    "chart_variation": "obamodel.stats",
    "chart_run": "obamodel.stats",
    "CurveAnswer": "obamodel.stats",
    "Verdict": "obamodel.stats",
    "assess_curve": "obamodel.stats",
    "assess_evaluation": "obamodel.stats",
    "assess_family": "obamodel.stats",
    "assess_panel": "obamodel.stats",
    "backtest": "obamodel.stats",
    "freeze_baseline": "obamodel.stats",
    "bound_people": "obamodel.stats",
    "choose_counts": "obamodel.stats",
    "map_coverage": "obamodel.stats",
    "total_places": "obamodel.stats",
    "publish_counts": "obamodel.disclosure",
    "publish_measures": "obamodel.disclosure",
    "publish_totals": "obamodel.disclosure",
    "publish_voices": "obamodel.disclosure",
    "withhold_voices": "obamodel.disclosure",
    "warn_of_small_groups": "obamodel.disclosure",
    "remove_identifiers": "obamodel.disclosure",
    "log_removals": "obamodel.disclosure",
    "find_identifiers": "obamodel.disclosure",
    "publish_series": "obamodel.disclosure",
    "publish_curves": "obamodel.disclosure",
    "publish_curve": "obamodel.disclosure",
    "protect_counts": "obamodel.disclosure",
    "publish_tables": "obamodel.disclosure",
    "publish_breakdowns": "obamodel.disclosure",
    "inspect": "obamodel.disclosure",
    "publish": "obamodel.disclosure",
    "Publication": "obamodel.disclosure",
    "Review": "obamodel.review",
    "review_evaluation": "obamodel.review",
}

__all__ = [
    "Abbreviation",
    "AccessAdjustment",
    "Action",
    "ActionStatus",
    "Activity",
    "ActivityKind",
    "ActivityStatus",
    "Adding",
    "AfterEnd",
    "AnswerState",
    "Assessment",
    "AssessmentKind",
    "AssessmentStatus",
    "Backtest",
    "Baseline",
    "Basis",
    "BetterOff",
    "Breakdown",
    "Calendar",
    "Change",
    "Citation",
    "Consent",
    "ConsentState",
    "Contribution",
    "ControlChart",
    "Cost",
    "Count",
    "CountCell",
    "CountTable",
    "Counted",
    "Coverage",
    "CurveAnswer",
    "Customers",
    "DataState",
    "DatePrecision",
    "Dimension",
    "DocumentVersion",
    "Effect",
    "Eligibility",
    "Embargo",
    "Evaluation",
    "EvaluationStage",
    "Event",
    "Expected",
    "Factor",
    "FactorGroup",
    "Fault",
    "Feedback",
    "FeedbackSource",
    "Flag",
    "Force",
    "Frequency",
    "GroupReached",
    "Grouping",
    "Idea",
    "Indicator",
    "Influence",
    "InterruptedSeries",
    "InvalidError",
    "Judgement",
    "Lesson",
    "Level",
    "Loss",
    "LossKind",
    "Mark",
    "Membership",
    "Method",
    "MissingExtraError",
    "ObamodelError",
    "Observation",
    "Origin",
    "Outcome",
    "Overlap",
    "Part",
    "PartState",
    "PartialDate",
    "Partner",
    "PerformanceMeasure",
    "Period",
    "Polarity",
    "Population",
    "PopulationRole",
    "Powers",
    "Precision",
    "Preset",
    "Product",
    "Protection",
    "Publication",
    "PublishedRow",
    "PublishedTable",
    "Quadrant",
    "Quantity",
    "Question",
    "QuestionSet",
    "QuestionSetKind",
    "Rating",
    "Recollection",
    "Recommendation",
    "ReflectiveCycle",
    "Release",
    "Reply",
    "Representative",
    "Request",
    "Response",
    "ResponsibleBody",
    "Review",
    "Risk",
    "RunChart",
    "Safeguard",
    "Scale",
    "Scenario",
    "SchematicCurve",
    "Season",
    "Series",
    "SeriesKind",
    "Service",
    "StableShifts",
    "Standing",
    "Story",
    "SuccessFactor",
    "Teller",
    "Told",
    "Trait",
    "Verdict",
    "Vocabulary",
    "Waiver",
    "WantedDirection",
    "Word",
    "WordFound",
    "Wording",
    "assess_curve",
    "assess_evaluation",
    "assess_family",
    "assess_panel",
    "backtest",
    "bound_people",
    "chart_run",
    "chart_variation",
    "choose_counts",
    "count_members",
    "draft_actions",
    "find_identifiers",
    "find_stable_shifts",
    "fit_interrupted",
    "freeze_baseline",
    "inspect",
    "list_question_sets",
    "load",
    "load_example",
    "log_removals",
    "map_coverage",
    "plots",
    "protect_counts",
    "publish",
    "publish_breakdowns",
    "publish_counts",
    "publish_curve",
    "publish_curves",
    "publish_measures",
    "publish_series",
    "publish_tables",
    "publish_totals",
    "publish_voices",
    "read_periods",
    "read_question_set",
    "read_vocabulary",
    "remove_identifiers",
    "report",
    "review_evaluation",
    "save",
    "start_folder",
    "start_next_cycle",
    "total_places",
    "warn_of_small_groups",
    "withhold_voices",
]


def __getattr__(name: str) -> Any:
    home = _OPENS_ON_USE.get(name)
    if home is None:
        raise AttributeError(f"obamodel has no name {name!r}")
    room = importlib.import_module(home)
    found = room if home == f"obamodel.{name}" else getattr(room, name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
