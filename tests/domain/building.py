"""The least that makes each noun of the domain, and evaluations small enough to read."""

import datetime
import inspect
import pkgutil
from importlib import import_module
from typing import Any

import attrs

import obamodel.domain
from obamodel.domain.actions import Action
from obamodel.domain.activities import (
    AccessAdjustment,
    Activity,
    ActivityKind,
    Eligibility,
    GroupReached,
    Safeguard,
)
from obamodel.domain.baselines import Baseline, Expected, Scenario
from obamodel.domain.breakdowns import Breakdown, Overlap, Part, Trait
from obamodel.domain.changes import Change, Told
from obamodel.domain.choices import Choice
from obamodel.domain.consent import Consent
from obamodel.domain.contributions import Contribution
from obamodel.domain.curves import SchematicCurve
from obamodel.domain.dates import DatePrecision, PartialDate
from obamodel.domain.easy_read import EasyReadCheck, PlainWords
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.factors import Factor, FactorGroup
from obamodel.domain.feedback import Feedback, FeedbackSource, Rating, Recollection
from obamodel.domain.ideas import Idea
from obamodel.domain.indicators import Indicator
from obamodel.domain.influences import Influence
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
from obamodel.domain.periods import FINANCIAL_YEAR, Calendar, Frequency, Period
from obamodel.domain.population import Population, ResponsibleBody
from obamodel.domain.powers import Powers
from obamodel.domain.products import Embargo, Product
from obamodel.domain.protection import Preset, Protection
from obamodel.domain.published_presence import PublishedPresence, PublishedShare
from obamodel.domain.publishing import Mark, PublishedRow, PublishedTable
from obamodel.domain.quantities import Count, Counted, Quantity
from obamodel.domain.questions import Question, QuestionSet, QuestionSetKind, Wording
from obamodel.domain.recommendations import Recommendation, Request
from obamodel.domain.reflection import ReflectiveCycle, Response
from obamodel.domain.releases import Release, ReleasedCell, ReleasedTable
from obamodel.domain.risks import Risk
from obamodel.domain.series import Observation, Polarity, Series, SeriesKind
from obamodel.domain.services import Customers, Service
from obamodel.domain.stories import Effect, Force, Origin, Story, Teller
from obamodel.domain.tables import CountCell, CountTable, Dimension, Grouping
from obamodel.domain.targets import Target
from obamodel.domain.vocabulary import Vocabulary, Word, WordFound
from obamodel.domain.waivers import Waiver
from obamodel.errors import Fault, InvalidError

DAY = PartialDate(precision=DatePrecision.DAY, year=2011, month=10, day=28)
NO_DAY = PartialDate(precision=DatePrecision.UNKNOWN, reason="the form was not dated")
JUDGED = Judgement(author="Steering group", on=DAY, reason="We talked it over.")
YEAR = Period.parse("2014/15")
QUESTION = Question(id="now-what", stage="Now what", text="What next?", leads_to_action=True)
PLACE = Dimension(name="place", categories=["Basildon", "Thurrock"], trait=Trait.SMALL_PLACE)

LEAST: dict[type, dict[str, Any]] = {
    Abbreviation: {"id": "suag", "short": "SUAG"},
    AccessAdjustment: {"id": "interpreters", "text": "Interpreters came along."},
    Action: {"id": "grow", "text": "Grow the membership."},
    Activity: {"id": "module", "name": "Research module", "kind": ActivityKind.TRAINING},
    Assessment: {
        "id": "own",
        "kind": AssessmentKind.SELF,
        "status": AssessmentStatus.THIS_ONE,
        "by": "the project",
        "of": "the project",
    },
    Baseline: {
        "id": "without-the-project",
        "series": "cautioned",
        "frozen": JUDGED,
        "history": [Observation(period=YEAR, value=54)],
        "forecast": [Expected(period=YEAR.shift(1), value=54)],
    },
    Breakdown: {
        "id": "who-came",
        "name": "Who came to the courses",
        "of": "people who came to a course",
        "counted": Counted.PEOPLE,
        "by": "where they live",
        "trait": Trait.SMALL_PLACE,
        "overlap": Overlap.EXCLUSIVE,
        "complete": True,
        "parts": [Part(name="Basildon", number=12), Part(name="Thurrock", number=5)],
    },
    Calendar: {},
    Change: {
        "id": "advocate",
        "whose": "a member",
        "gist": "Finished a course.",
        "kinds": [BetterOff.SKILLS_KNOWLEDGE],
        "told": Told.OBSERVED,
    },
    Citation: {"id": "friedman", "title": "Trying hard is not good enough"},
    Choice: {"chosen": "turnout", "over": ["votes"], "judged": JUDGED},
    Consent: {},
    Contribution: {
        "id": "training-helps",
        "of": "b1",
        "to": "indicator-3",
        "reasoning": "Those who learn research can do research.",
    },
    Count: {"id": "carers", "of": "carers trained", "counted": Counted.PEOPLE, "value": 5},
    CountCell: {"at": ["Thurrock"], "number": 5},
    CountTable: {
        "id": "who-came",
        "title": "Who came",
        "of": "people who came",
        "counted": Counted.PEOPLE,
        "dimensions": [PLACE],
        "cells": [CountCell(at=["Basildon"], number=12), CountCell(at=["Thurrock"], number=5)],
    },
    Customers: {"id": "commissioners", "name": "Commissioners", "service": "mime"},
    Dimension: {
        "name": "place",
        "categories": ["Basildon", "Thurrock"],
        "trait": Trait.SMALL_PLACE,
    },
    DocumentVersion: {"id": "first-draft", "name": "first draft"},
    EasyReadCheck: {"group": "The Reading Group", "on": DAY, "mark": "0a1b-2c3d-4e5f"},
    Eligibility: {"id": "who-came", "activity": "module", "criteria": ["lives in North Essex"]},
    Embargo: {"until": "the tender had closed", "reason": "bidders must all know the same"},
    Evaluation: {"id": "small", "title": "A small evaluation"},
    EvaluationStage: {"id": "stage-1", "text": "The framework was explained."},
    Event: {"id": "asked", "text": "Commissioners asked for it.", "when": DAY},
    Expected: {"period": YEAR, "value": 54},
    Factor: {"id": "b1", "label": "B1", "name": "Training and support", "group": "empower"},
    FactorGroup: {"id": "empower", "label": "B", "name": "Empower and support"},
    Feedback: {
        "id": "form-1",
        "gist": "Learned a lot.",
        "came_by": FeedbackSource.TRAINING_FORM,
        "given": DAY,
    },
    Force: {"text": "Change of funder", "effect": Effect.HINDERS, "origin": Origin.EXTERNAL},
    GroupReached: {"id": "refugees", "name": "refugees and asylum seekers"},
    Grouping: {"name": "Essex", "categories": ["Basildon", "Thurrock"]},
    Idea: {"id": "phone", "text": "Phone people before a meeting."},
    Indicator: {
        "id": "indicator-3",
        "label": "3",
        "statement": "Service users can do research.",
        "outcome": "heard",
    },
    Influence: {"id": "webchat", "view": "There should be a webchat."},
    Judgement: {"author": "Steering group", "on": DAY, "reason": "We talked it over."},
    Lesson: {"id": "timing", "text": "Offer training when people are ready."},
    Loss: {"id": "spread", "title": "Spread by area", "kind": LossKind.CHART},
    Observation: {"period": YEAR, "value": 54},
    Outcome: {"id": "heard", "statement": "Views are heard.", "population": "adults"},
    PartialDate: {"precision": DatePrecision.YEAR, "year": 2011},
    Part: {"name": "Thurrock", "number": 5},
    Partner: {"id": "links", "name": "LINks"},
    PerformanceMeasure: {
        "id": "trained",
        "name": "Carers trained",
        "service": "mime",
        "quadrant": Quadrant.HOW_MUCH,
        "placed": JUDGED,
    },
    Period: {
        "frequency": Frequency.YEAR,
        "start": datetime.date(2014, 4, 1),
        "calendar": FINANCIAL_YEAR,
    },
    PlainWords: {"text": "We want to be heard.", "author": "the members", "on": DAY},
    Population: {"id": "adults", "name": "Adults", "who": "all adults in Essex"},
    Powers: {
        "communication": Level.HIGH,
        "proxy": Level.HIGH,
        "data": Level.LOW,
        "judged": JUDGED,
    },
    Product: {"id": "standards", "title": "Standards on involvement", "kind": "standards"},
    PublishedPresence: {
        "title": "Where members live",
        "of": "members",
        "reference_of": "adults in Essex",
    },
    PublishedRow: {"cells": ["Carers trained", "5"]},
    PublishedShare: {"group": "Thurrock", "share": 5},
    PublishedTable: {"title": "Training", "columns": ["What", "How many"]},
    Quantity: {"value": 5},
    Protection: {
        "preset": Preset.HES,
        "judged": Judgement(author="Data group", on=DAY, reason="Few people came."),
    },
    Question: {"id": "now-what", "stage": "Now what", "text": "What next?"},
    QuestionSet: {
        "id": "three",
        "title": "Three questions",
        "kind": QuestionSetKind.CYCLE,
        "attribution": "Rolfe 2001",
        "wording": Wording.OURS,
        "questions": [QUESTION],
    },
    Rating: {"value": 10},
    Recollection: {"who": "a facilitator", "says": "There were a great many."},
    Recommendation: {
        "id": "extend",
        "text": "Extend the funding.",
        "made_by": "the advisory group",
        "made_to": "commissioners",
    },
    ReflectiveCycle: {"id": "first-round", "title": "First round", "question_set": "three"},
    Release: {"protection": Protection(preset=Preset.HES, judged=JUDGED)},
    ReleasedCell: {"at": ["Thurrock"], "mark": Mark.WITHHELD},
    ReleasedTable: {
        "id": "who-came",
        "of": "people who came",
        "counted": Counted.PEOPLE,
        "dimensions": [PLACE],
        "cells": [ReleasedCell(at=["Basildon"], number=12)],
    },
    Request: {"id": "tell-us", "text": "Tell us what you think.", "made_to": "commissioners"},
    Response: {"question": "now-what", "text": "Visit two more projects."},
    ResponsibleBody: {"id": "thurrock", "name": "Thurrock Council"},
    Risk: {"id": "reverts", "name": "The curve turns back."},
    Safeguard: {"id": "ground-rules", "text": "Ground rules for meetings."},
    Scenario: {"name": "if the club closes", "because": "Its lease ends.", "values": []},
    SchematicCurve: {
        "id": "views",
        "title": "The flow of views",
        "upwards": "evidence of views",
        "start": "now and then",
        "wanted": "all the time",
    },
    Series: {
        "id": "cautioned",
        "name": "Children cautioned or sentenced",
        "kind": SeriesKind.COUNT,
        "unit": "children",
        "polarity": Polarity.LOW,
    },
    Service: {"id": "mime", "name": "MIME", "description": "It helps people to be heard."},
    Story: {"id": "why", "text": "Only a few were ever asked."},
    SuccessFactor: {"id": "vision", "text": "A clear vision."},
    Target: {
        "id": "fewer-by-2018",
        "series": "cautioned",
        "value": 40,
        "period": Period.parse("2018"),
        "reason": "The partnership's plan asks for it.",
    },
    Teller: {"who": "a member"},
    Vocabulary: {"id": "ours", "title": "Our words"},
    Waiver: {"rule": "outcome-names-a-service", "judged": JUDGED},
    Word: {"idea": "effort", "word": "cause"},
    WordFound: {"word": "cause", "idea": "effort"},
}


def make(noun: type, **parts: Any) -> Any:
    """Make a noun of the domain from the least it needs and what a test is about."""
    return noun(**(LEAST[noun] | parts))


def refuse(noun: type, **parts: Any) -> tuple[Fault, ...]:
    """Return the faults for which a noun is refused, or none where it is not."""
    try:
        make(noun, **parts)
    except InvalidError as error:
        return error.faults
    return ()


def find_nouns() -> list[type]:
    """Find every attrs class that a module of the domain defines, but for the rules themselves."""
    return [
        thing
        for module in pkgutil.walk_packages(obamodel.domain.__path__, "obamodel.domain.")
        if module.name != "obamodel.domain.fields"
        for _, thing in inspect.getmembers(import_module(module.name), inspect.isclass)
        if attrs.has(thing) and thing.__module__ == module.name
    ]
