"""Are the rules complete, stable and plainly worded?"""

import importlib
import re
from pathlib import Path

import pytest

from obamodel.review import Finding, review_evaluation
from obamodel.review.rule import Rule
from obamodel.review.rules import RULES
from tests.review.cases import Asks, Silent, find

# Groups write these codes into their waivers: one that is renamed here is lost there.
CODES = """
no-outcome outcome-about-services outcome-names-service outcome-with-number
outcome-with-direction outcome-without-experience outcome-without-indicator
outcome-without-headline too-many-headline-indicators headline-indicator-without-data
population-without-body customers-same-as-population outcome-without-partners
nothing-quantified indicator-evidence-only indicator-uninformed indicator-may-be-performance
indicator-with-target indicator-without-definition factor-without-indicator
service-without-customers service-without-measures only-how-much no-better-off
no-share-better-off share-without-number satisfaction-as-better-off attendance-as-better-off
factor-without-measure measure-without-unit share-without-denominator data-held-not-given
measure-mixes-people service-without-headline too-many-headline-measures
headline-measures-one-sided headline-measure-without-data wanted-data-not-on-agenda
agenda-has-data no-data-agenda contribution-not-argued contribution-says-causes
contribution-without-evidence contribution-without-rivals contribution-of-one-alone
attendances-called-people people-and-attendances approximate-count count-unknown
group-without-count collection-without-numbers collection-without-eligibility
breakdown-does-not-reconcile average-of-percentages withheld-number-given-away
no-reference-population subgroup-under-threshold protection-not-chosen only-staff-spoke
speaker-not-recorded stopped-without-reason feedback-undated feedback-without-selection
feedback-without-bearing one-rating-only rating-without-scale changes-only-observed
consent-not-recorded consent-by-publication consent-withdrawn-kept voice-with-identifier
words-with-identifier voice-points-to-few named-without-agreement consent-differs
named-here-not-there story-without-consent story-consent-withdrawn influence-without-answer
influence-without-because influence-not-told-back curve-without-story
story-without-lived-experience story-without-root-cause story-one-sided story-without-question
no-ideas no-low-cost-idea idea-without-basis no-actions action-without-owner
action-without-date action-not-followed questions-not-found question-unanswered
answer-without-evidence answer-without-role last-answers-without-action
first-round-not-followed recommendation-unanswered recommendation-without-why risk-not-eased
only-self-evaluation evidence-lost two-words-for-one-idea one-word-for-two-ideas
word-of-its-own short-form-unexplained
""".split()

# Rules that guess from words what declared fields do not say.
READING_PROSE = {
    "outcome-about-services",
    "outcome-names-service",
    "outcome-with-number",
    "outcome-with-direction",
    "indicator-may-be-performance",
    "indicator-with-target",
    "satisfaction-as-better-off",
    "attendance-as-better-off",
    "contribution-says-causes",
    "attendances-called-people",
}

NOT_FOR_READERS = re.compile(
    r"\b(?:orphan|proxy|DDA|schema|attacker|reject\w*|fail\w*|behind|poor|bad|wrong|invalid"
    r"|quadrant|denominator|numerator|null|None|string|boolean)\b"
)


def gather() -> tuple[list[Asks], list[Silent]]:
    asks: list[Asks] = []
    silent: list[Silent] = []
    for path in sorted(Path(__file__).parent.glob("test_*.py")):
        if path.name != Path(__file__).name:
            module = importlib.import_module(f"tests.review.{path.stem}")
            asks += getattr(module, "ASKS", ())
            silent += getattr(module, "SILENT", ())
    return asks, silent


ASKS, SILENT = gather()


def test_the_codes_and_their_order_are_the_ones_that_groups_know() -> None:
    assert [rule.code for rule in RULES] == CODES


def test_no_two_rules_have_the_same_code() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_a_case_in_which_it_asks(code: str) -> None:
    assert [case for case in ASKS if case.code == code]


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_a_near_miss_in_which_it_does_not(code: str) -> None:
    assert [case for case in SILENT if case.code == code]


def test_every_case_is_about_a_rule_that_exists() -> None:
    assert {case.code for case in ASKS} | {case.code for case in SILENT} <= set(CODES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_says_what_it_asks_and_who_asks_for_it(rule: Rule) -> None:
    assert rule.asks[0].isupper()
    assert rule.asks.endswith("?")
    assert rule.source


@pytest.mark.parametrize("case", ASKS, ids=str)
def test_what_readers_see_is_plain(case: Asks) -> None:
    (finding,) = find(case.code, case.evaluation)
    expect_plain_words(finding)
    if case.code in READING_PROSE:
        assert " may " in finding.sentence


def expect_plain_words(finding: Finding) -> None:
    for words in (finding.sentence, finding.mend):
        assert words[0].isupper() or words[0].isdigit() or words[0] == "“"
        assert words.endswith(".")
        assert ". " not in words
        assert not NOT_FOR_READERS.search(words)
        assert len(words.split()) <= 45
    # A reader never meets the names that only the files use.
    assert not re.search(r"\b\w+-\d\b", finding.sentence)


@pytest.mark.parametrize("case", ASKS, ids=str)
def test_every_name_in_a_finding_is_the_name_of_something(case: Asks) -> None:
    known = {thing.id for _, thing in case.evaluation.each()}
    for finding in review_evaluation(case.evaluation).findings:
        assert known.issuperset(finding.concerns)
        assert finding.about in ("", *finding.concerns)


@pytest.mark.parametrize("case", ASKS, ids=str)
def test_a_mend_says_what_to_do(case: Asks) -> None:
    (finding,) = find(case.code, case.evaluation)
    # Every mend so far begins with one of these verbs; a new one is added here on purpose.
    assert finding.mend.split()[0] in (
        "Add Answer Ask Check Choose Find Keep List Look Make Move Name Note Put Say Set Take "
        "Tell Write".split()
    )
