"""Does the MIME folder hold what the report says, no more and no less?

The numbers are those of the report, typed in here and not counted from the folder.
"""

import re
from collections import Counter
from pathlib import Path

import pytest

import obamodel as oba
from obamodel.examples import mime

FILES = {
    "evaluation.toml",
    "people.toml",
    "outcomes.toml",
    "factors.toml",
    "measures.toml",
    "counts.csv",
    "activities.toml",
    "feedback.toml",
    "influence.toml",
    "turn-the-curve.toml",
    "reflection.toml",
    "recommendations.toml",
    "method.toml",
    "words.toml",
    "plain-words.toml",
}


@pytest.fixture(scope="module")
def evaluation() -> oba.Evaluation:
    return mime.load()


@pytest.fixture(scope="module")
def answer(evaluation: oba.Evaluation) -> mime.MimeEvaluation:
    return mime.evaluate(evaluation)


def count(evaluation: oba.Evaluation, name: str) -> oba.Count:
    found = evaluation.find(name)
    assert isinstance(found, oba.Count)
    return found


def choose_training(evaluation: oba.Evaluation) -> tuple[oba.Count, ...]:
    return oba.choose_counts(evaluation, oba.ActivityKind.TRAINING)


def gather_voices(evaluation: oba.Evaluation) -> tuple[oba.Feedback | oba.Change, ...]:
    return (*evaluation.feedback, *evaluation.changes)


# --- the folder ----------------------------------------------------------------------------------


def test_the_folder_has_one_file_for_each_subject_and_no_other() -> None:
    found = {path.name for path in mime.FOLDER.iterdir()}
    assert found - {"__init__.py", "__pycache__"} == FILES


def test_the_shipped_example_is_this_folder(evaluation: oba.Evaluation) -> None:
    assert oba.load_example("mime") == evaluation


def test_asking_without_an_evaluation_opens_the_folder(answer: mime.MimeEvaluation) -> None:
    assert mime.evaluate() == answer


def test_every_part_says_where_it_comes_from(evaluation: oba.Evaluation) -> None:
    sourced = [thing for _, thing in evaluation.each() if hasattr(thing, "source")]
    assert len(sourced) > 150
    assert [thing.id for thing in sourced if not thing.source] == []


# --- what was wanted, and what informs it --------------------------------------------------------


def test_there_are_five_indicators_and_none_has_figures(evaluation: oba.Evaluation) -> None:
    assert [one.id for one in evaluation.indicators] == [
        *("indicator-1", "indicator-2", "indicator-3", "indicator-4", "indicator-5")
    ]
    assert [one.label for one in evaluation.indicators] == ["1", "2", "3", "4", "5"]
    assert {one.data for one in evaluation.indicators} == {oba.DataState.STATEMENT_ONLY}


def test_eleven_factors_stand_in_three_groups(evaluation: oba.Evaluation) -> None:
    assert [group.label for group in evaluation.factor_groups] == ["A", "B", "C"]
    assert [(factor.label, factor.group) for factor in evaluation.factors] == [
        ("A1", "group-a"),
        ("A2", "group-a"),
        ("A3", "group-a"),
        ("B1", "group-b"),
        ("B2", "group-b"),
        ("B3", "group-b"),
        ("C1", "group-c"),
        ("C2", "group-c"),
        ("C3", "group-c"),
        ("C4", "group-c"),
        ("C5", "group-c"),
    ]


def test_thirteen_links_join_them_seven_three_one_two_and_none(
    answer: mime.MimeEvaluation,
) -> None:
    coverage = answer.coverage
    assert coverage.links == 13
    informing = {
        indicator.label: [factor.label for factor in coverage.factors_for(indicator.id)]
        for indicator in coverage.indicators
    }
    assert informing == {
        "1": ["A2", "A3", "C1", "C2", "C3", "C4", "C5"],
        "2": ["B1", "B2", "B3"],
        "3": ["B1"],
        "4": ["A1", "A2"],
        "5": [],
    }


def test_the_fifth_indicator_has_evidence_and_no_factor(answer: mime.MimeEvaluation) -> None:
    evidence = answer.coverage.evidence["indicator-5"]
    assert answer.coverage.informed_by("indicator-5") == "evidence only"
    assert {"feedback-2", *(f"feedback-{number}" for number in range(7, 12))} <= set(evidence)
    assert any(name.startswith("influence-") for name in evidence)


def test_five_bodies_are_responsible_for_the_population(evaluation: oba.Evaluation) -> None:
    (main,) = [one for one in evaluation.populations if one.role is oba.PopulationRole.MAIN]
    assert len(main.responsible_bodies) == len(evaluation.responsible_bodies) == 5


def test_the_network_has_six_partners_and_three_were_named_as_key(
    evaluation: oba.Evaluation,
) -> None:
    assert sum(partner.in_network for partner in evaluation.partners) == 6
    assert sum(partner.named_as_key for partner in evaluation.partners) == 3


def test_the_curve_is_a_sketch_in_words(evaluation: oba.Evaluation) -> None:
    (curve,) = evaluation.curves
    assert curve.start == "intermittent, not always representative"
    assert curve.wanted == "consistent and representative"


# --- what was delivered --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("training", 9),
        ("data collection", 7),
        ("representation", 10),
        ("input through others", 4),
        ("people or answers supplied", 3),
        ("consultation answered or publicised", 6),
        ("inspection", 1),
        ("website", 1),
    ],
)
def test_activities_are_as_many_as_the_report_lists(
    evaluation: oba.Evaluation, kind: str, number: int
) -> None:
    assert Counter(str(one.kind) for one in evaluation.activities)[kind] == number


def test_lay_assessing_alone_stopped_and_says_why(answer: mime.MimeEvaluation) -> None:
    (stopped,) = answer.stopped
    assert stopped.id == "lay-assessing"
    assert "delays in recruiting" in stopped.reason
    assert "plans have changed" in stopped.reason
    assert f"Lay assessing stopped. {stopped.reason}" in answer.sentence


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("count-initial", "about 45"),
        ("count-carers", "5"),
        ("count-research-module", "about 20"),
        ("count-facilitation", "12"),
        ("count-facilitation-practice", "4"),
        ("count-facilitation-day-services", "12"),
        ("count-meetings", "4"),
        ("count-interview-workshop", "4"),
    ],
)
def test_each_training_counts_people_as_the_report_does(
    evaluation: oba.Evaluation, name: str, says: str
) -> None:
    found = count(evaluation, name)
    assert str(found.quantity) == says
    assert found.counted is oba.Counted.PEOPLE
    assert evaluation.find(found.activity).kind is oba.ActivityKind.TRAINING


def test_one_training_was_not_counted_and_says_so(evaluation: oba.Evaluation) -> None:
    uncounted = [one for one in choose_training(evaluation) if one.value is None]
    assert [one.id for one in uncounted] == ["count-interviewers"]
    assert uncounted[0].reason


def test_the_four_at_the_second_session_are_four_of_the_first_twelve(
    evaluation: oba.Evaluation,
) -> None:
    assert count(evaluation, "count-facilitation-practice").subset_of == "count-facilitation"
    parts = [one.id for one in choose_training(evaluation) if one.subset_of]
    assert parts == ["count-facilitation-practice"]


def test_about_106_places_were_taken_and_one_session_is_uncounted(
    answer: mime.MimeEvaluation,
) -> None:
    assert str(answer.places.quantity) == "about 106"
    assert len(answer.places.counted) == 8
    assert len(answer.places.uncounted) == 1


def test_between_about_45_and_about_102_people_were_trained(answer: mime.MimeEvaluation) -> None:
    assert str(answer.people.lowest) == "about 45"
    assert str(answer.people.highest) == "about 102"


@pytest.mark.parametrize(
    ("name", "says", "counted"),
    [
        ("count-bme", "65", oba.Counted.ATTENDANCES),
        ("count-oba-training", "4", oba.Counted.PEOPLE),
        ("count-support-plan-replies", "2", oba.Counted.PEOPLE),
        ("count-outside-training", "at least 2", oba.Counted.PEOPLE),
        ("count-questionnaires", "about 150", oba.Counted.THINGS),
        ("count-training-towns", "6", oba.Counted.THINGS),
        ("count-module-days", "4", oba.Counted.THINGS),
        ("count-workshops", "1", oba.Counted.THINGS),
        ("count-south-east-visits", "2", oba.Counted.THINGS),
        ("count-groups-reached", "8", oba.Counted.THINGS),
        ("count-adjustments", "6", oba.Counted.THINGS),
        ("count-data-collections", "7", oba.Counted.THINGS),
        ("count-representation", "10", oba.Counted.THINGS),
        ("count-inputs", "4", oba.Counted.THINGS),
        ("count-supplies", "3", oba.Counted.THINGS),
        ("count-consultations", "at least 6", oba.Counted.THINGS),
        ("count-service-funded", "1", oba.Counted.THINGS),
    ],
)
def test_the_other_counts_are_those_of_the_report(
    evaluation: oba.Evaluation, name: str, says: str, counted: oba.Counted
) -> None:
    found = count(evaluation, name)
    assert str(found.quantity) == says
    assert found.counted is counted


def test_every_number_was_public_before_and_says_where(evaluation: oba.Evaluation) -> None:
    numbers = [one for one in evaluation.counts if one.value is not None]
    assert all(one.published == f"MIME evaluation report, 2011, {one.source}" for one in numbers)


def test_numbers_that_the_report_does_not_give_stay_unknown(evaluation: oba.Evaluation) -> None:
    unknown = {one.id for one in evaluation.counts if one.value is None}
    assert {"count-members", "count-participants", "count-jsna-members"} < unknown


def test_eight_groups_were_reached_and_only_one_was_counted(evaluation: oba.Evaluation) -> None:
    assert len(evaluation.groups_reached) == 8
    assert {str(group.worded) for group in evaluation.groups_reached} == {"2011"}
    (counted,) = [one for one in evaluation.counts if one.group]
    assert (counted.group, str(counted.quantity)) == ("reached-bme", "65")


def test_six_adjustments_and_two_safeguards_are_told(evaluation: oba.Evaluation) -> None:
    assert len(evaluation.access_adjustments) == 6
    assert len(evaluation.safeguards) == 2


def test_the_vocational_work_waited_for_the_tender(evaluation: oba.Evaluation) -> None:
    (waited,) = [one for one in evaluation.products if one.embargo is not None]
    assert waited.embargo is not None
    assert "tender" in waited.embargo.until


# --- what people said, and what it changed -------------------------------------------------------


def test_nineteen_pieces_of_feedback_are_kept_six_with_a_date(evaluation: oba.Evaluation) -> None:
    assert [one.id for one in evaluation.feedback] == [
        f"feedback-{number}" for number in range(1, 20)
    ]
    assert [str(one.given) for one in evaluation.feedback if one.given.is_known] == [
        *("2011-01-26", "2011-03-03", "2011-03-03"),
        *("2011-02-21", "2011-07-27", "2011-02-12"),
    ]


def test_feedback_without_a_date_says_why(evaluation: oba.Evaluation) -> None:
    undated = [one for one in evaluation.feedback if not one.given.is_known]
    assert len(undated) == 13
    assert all(one.given.reason for one in undated)


def test_one_piece_of_feedback_has_a_number_on_a_scale_nobody_stated(
    evaluation: oba.Evaluation,
) -> None:
    (rated,) = [one for one in evaluation.feedback if one.rating is not None]
    assert rated.rating is not None
    assert (rated.id, rated.rating.value) == ("feedback-6", 10)
    assert rated.rating.lowest is rated.rating.highest is None
    assert "not stated" in rated.rating.note


def test_all_voices_are_already_published_and_say_where(evaluation: oba.Evaluation) -> None:
    for told in gather_voices(evaluation):
        assert told.consent.state is oba.ConsentState.ALREADY_PUBLISHED
        assert told.consent.source.startswith("MIME evaluation report, 2011, section ")


def test_all_nineteen_gists_may_be_shown(answer: mime.MimeEvaluation) -> None:
    assert len(answer.voices.feedback) == 19


def test_how_feedback_was_chosen_is_not_made_up(evaluation: oba.Evaluation) -> None:
    assert [one.id for one in evaluation.feedback if one.selected] == []


def test_two_people_may_remember_a_thing_differently(evaluation: oba.Evaluation) -> None:
    (differing,) = [one for one in evaluation.feedback if one.recollections]
    assert differing.id == "feedback-13"
    assert len(differing.recollections) == 2
    assert differing.caveat


# Places, events and traits that would lead from a voice to a person.
SINGLING_OUT = (
    "he|she|him|her|his|hers|man|woman|Grays|Colchester|Harwich|Big Conversation|review|tears"
    "|quiet|quietly|bilingual|language|interpreters?|website|student|students|smile|NEPFT"
)


def test_no_voice_says_what_would_single_a_person_out(evaluation: oba.Evaluation) -> None:
    for told in gather_voices(evaluation):
        who = told.who if isinstance(told, oba.Feedback) else told.whose
        recollections = told.recollections if isinstance(told, oba.Feedback) else ()
        words = " ".join([told.gist, who, told.caveat, *(one.who for one in recollections)])
        assert re.findall(rf"\b(?:{SINGLING_OUT})\b", words, re.IGNORECASE) == [], told.id


@pytest.mark.parametrize(
    ("name", "told_back"),
    [("influence-webchat", "2011-06"), ("influence-support-planning", "2011-04")],
)
def test_two_views_were_answered_and_people_were_told(
    evaluation: oba.Evaluation, name: str, told_back: str
) -> None:
    found = evaluation.find(name)
    assert found.reply is oba.Reply.ADOPTED
    assert str(found.told_back) == told_back


# Section 9 of the fact sheet: what the team sees as the biggest impact is not a view put forward.
def test_more_talk_with_commissioners_is_a_change_the_team_saw(evaluation: oba.Evaluation) -> None:
    dialogue = evaluation.find("change-dialogue")
    assert isinstance(dialogue, oba.Change)
    assert dialogue.told is oba.Told.OBSERVED
    assert dialogue.bears_on == ("indicator-2", "indicator-5")
    assert len(evaluation.influences) == 5
    assert len(evaluation.changes) == 7


# Section 7.6: commissioners asked for a presentation; what became of the view itself is not told.
def test_what_became_of_the_view_on_peer_support_is_not_made_up(
    evaluation: oba.Evaluation,
) -> None:
    assert evaluation.find("influence-peer-support").reply is oba.Reply.NOT_RECORDED


# Section 7.7: the coordinator was invited; who spoke at each of the ten is not in the report.
def test_who_spoke_at_the_ten_boards_and_groups_is_not_made_up(
    evaluation: oba.Evaluation,
) -> None:
    assert [one.id for one in evaluation.activities if one.represented_by] == []


# --- how it does, and what comes next ------------------------------------------------------------


def test_no_share_has_data_and_three_are_wanted_in_order(evaluation: oba.Evaluation) -> None:
    shares = [one for one in evaluation.measures if one.quadrant is oba.Quadrant.BETTER_OFF_SHARE]
    assert [share.data for share in shares] == [oba.DataState.MISSING] * 3
    assert evaluation.services[0].data_development_agenda == tuple(share.id for share in shares)
    for share in shares:
        assert share.powers is not None
        assert share.powers.belongs_on_data_development_agenda
        assert share.denominator


def test_every_quadrant_was_placed_by_the_maintainers_and_not_by_the_report(
    evaluation: oba.Evaluation,
) -> None:
    assert {measure.quadrant for measure in evaluation.measures} == set(oba.Quadrant)
    for measure in evaluation.measures:
        assert measure.placed.author == "obamodel maintainers"
        assert str(measure.placed.on) == "2026-11-23"


def test_five_plans_have_neither_owner_nor_date(evaluation: oba.Evaluation) -> None:
    assert [one.id for one in evaluation.actions] == [
        *("plan-1", "plan-2", "plan-3", "plan-4", "plan-5")
    ]
    for plan in evaluation.actions:
        assert (plan.owner, plan.by) == ("", None)
        assert plan.status is oba.ActionStatus.PLANNED


def test_the_last_answers_of_the_cycle_are_the_five_plans(evaluation: oba.Evaluation) -> None:
    (cycle,) = evaluation.cycles
    questions = oba.read_question_set("mime")
    answered = [response.question for response in cycle.responses]
    assert list(dict.fromkeys(answered)) == [question.id for question in questions.questions]
    drafted = oba.draft_actions(cycle, questions)
    assert [action.text for action in drafted] == [plan.text for plan in evaluation.actions]
    assert {plan.cycle for plan in evaluation.actions} == {cycle.id}


def test_no_idea_was_rated(evaluation: oba.Evaluation) -> None:
    assert [idea.id for idea in evaluation.ideas if idea.rated is not None] == []


def test_seven_things_helped_to_find_members(evaluation: oba.Evaluation) -> None:
    about = Counter(factor.about for factor in evaluation.success_factors)
    assert about["finding members"] == 7
    assert about["the consultations"] == 2


def test_the_recommendation_was_dealt_with_and_its_answer_is_not_recorded(
    evaluation: oba.Evaluation,
) -> None:
    (recommended,) = evaluation.recommendations
    assert recommended.answer is oba.AnswerState.DEALT_WITH
    assert str(recommended.answered_on) == "2011-10-28"
    assert len(evaluation.requests) == 2


def test_eight_risks_are_told_and_one_is_that_the_curve_turns_back(
    evaluation: oba.Evaluation,
) -> None:
    assert len(evaluation.risks) == 8
    (reverting,) = [risk for risk in evaluation.risks if risk.curves]
    assert reverting.curves == ("views-curve",)


def test_five_stages_two_versions_and_three_evaluations_are_told(
    evaluation: oba.Evaluation,
) -> None:
    assert len(evaluation.stages) == 5
    assert len(evaluation.versions) == 2
    assert [(str(one.kind), str(one.status)) for one in evaluation.assessments] == [
        ("by the service itself", "this evaluation"),
        ("by the funder", "agreed, to be made separately"),
        ("by people who use services, independently", "suggested, not made"),
    ]


def test_dates_that_were_worked_out_say_so(evaluation: oba.Evaluation) -> None:
    worked_out = {str(event.when) for event in evaluation.timeline if event.inferred}
    assert worked_out == {"about autumn 2009", "about autumn 2010", "about summer 2011", "2012-04"}
    stated = {str(event.when) for event in evaluation.timeline if not event.inferred}
    assert {"2011-08-05", "2011-10-28", "2012-08-31", "2013-03-31", "2013-04"} < stated


def test_two_charts_three_footnotes_and_four_figures_are_lost(evaluation: oba.Evaluation) -> None:
    assert Counter(str(loss.kind) for loss in evaluation.losses) == {
        "chart": 2,
        "footnote": 3,
        "figure": 4,
    }
    assert all(loss.showed and loss.means for loss in evaluation.losses)


def test_mime_says_cause_where_others_say_effort(evaluation: oba.Evaluation) -> None:
    assert evaluation.vocabulary is not None
    assert evaluation.vocabulary.find_word("effort") == "cause"
    assert evaluation.vocabulary.find_word("effect") == "effect"


# The ten gaps at the end of the fact sheet, with the rules that raise them.
@pytest.mark.parametrize(
    ("gap", "code", "says"),
    [
        (1, "nothing-quantified", "starting value"),
        (1, "evidence-lost", "How the membership grew over time"),
        (2, "no-share-better-off", "percentage"),
        (3, "indicator-evidence-only", "5"),
        (4, "one-word-for-two-ideas", "factor"),
        (5, "one-rating-only", "one piece of feedback"),
        (6, "outcome-about-services", "outcome"),
        (6, "indicator-may-be-performance", "2"),
        (7, "action-without-owner", "5"),
        (7, "action-without-date", "5"),
        (8, "feedback-undated", "13 of 19"),
        (8, "feedback-without-selection", "19"),
        (9, "approximate-count", "not exact"),
        (9, "people-and-attendances", "attendances"),
        (10, "two-words-for-one-idea", "Outcomes Based Assessment"),
        (10, "word-of-its-own", "cause"),
    ],
)
def test_the_review_raises_the_ten_gaps(
    answer: mime.MimeEvaluation, gap: int, code: str, says: str
) -> None:
    sentences = [one.sentence for one in answer.review.findings if one.code == code]
    assert any(says in sentence for sentence in sentences), (gap, sentences)


# --- what must never be in it --------------------------------------------------------------------


def read_everything() -> str:
    return "\n".join((mime.FOLDER / name).read_text(encoding="utf-8") for name in sorted(FILES))


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("an e-mail address", r"@"),
        ("a web address", r"(?i)https?:|\bwww\.|\b[\w-]+\.(?:org|co|ac|gov|nhs|com)\b"),
        ("a telephone number", r"(?:\+44|\b0)[\d\s()-]{8,}\d"),
        ("a postcode", r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b"),
        ("a name with a title", r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\b"),
    ],
)
def test_nothing_in_the_folder_leads_to_a_person(what: str, pattern: str) -> None:
    assert re.findall(pattern, read_everything()) == [], what


# Names are the source's own; everything else is not.
SOURCES_OWN_NAMES = (
    "People who are lesbian, gay, bi-sexual or transgender (LGBT)",
    "Individuals with physical disabilities as well as mental health conditions",
)
LONGEST_RUN = 7


def split_words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", re.sub(r"['\u2018\u2019]", "", text.lower()))


def find_shared_runs(text: str, source: str, length: int) -> list[str]:
    words = split_words(source)
    runs = {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}
    ours = split_words(text)
    return [
        " ".join(ours[start : start + length])
        for start in range(len(ours) - length + 1)
        if tuple(ours[start : start + length]) in runs
    ]


def test_a_shared_run_of_words_would_be_found() -> None:
    assert find_shared_runs("so it's one two, THREE four", "One two: three\nfour five", 4) == [
        "one two three four"
    ]
    assert find_shared_runs("one two four three", "one two three four", 3) == []


def test_no_sentence_is_the_reports_own(shared_data: Path) -> None:
    seeds = sorted((shared_data.parent / "seeds").glob("*.txt"))
    if not seeds:
        pytest.skip("needs the report itself, which lies beside the shared data")
    text = read_everything()
    for name in SOURCES_OWN_NAMES:
        assert name in text
        text = text.replace(name, "\n")
    for seed in seeds:
        source = seed.read_text(encoding="utf-8")
        assert len(split_words(source)) > 1000
        assert find_shared_runs(text, source, LONGEST_RUN + 1) == []
