"""Do the rules on what people said ask when they should, and only then?"""

import attrs
import pytest

from obamodel.disclosure.withholding import FOR_THE_DESK_ONLY, withhold_voices
from obamodel.domain.activities import GroupReached
from obamodel.domain.consent import Consent, ConsentState
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.learning import Lesson
from obamodel.domain.stories import Teller
from obamodel.review import voices
from obamodel.review.findings import Finding
from obamodel.review.rule import Rule
from tests.review.building import DAY, build, change, consent, count, feedback, story
from tests.review.cases import Asks, Silent, each

ALL = {rule.code: rule for rule in vars(voices).values() if isinstance(rule, Rule)}
NAMED = Consent(state=ConsentState.NAMED, note="said yes on the form")
DEAF = GroupReached(id="deaf", name="People who are deaf")
FEW = count(1, "people who came and are deaf", 3, group="deaf")
MANY = count(1, "people who came and are deaf", 30, group="deaf")
OWN = Teller(who="a carer", lived_experience=True)

ASKS = [
    Asks(
        "voice-with-identifier",
        "somebody left a number and an address",
        build(
            feedback=[feedback(1, gist="Ring 01632 960123."), feedback(2)],
            changes=[change(1, gist="Lives at CM1 1SQ.")],
        ),
        "2 voices have words in them that may lead to a person: a telephone number and a postcode.",
        ("feedback-1", "change-1"),
    ),
    Asks(
        "words-with-identifier",
        "a lesson says whom to write to",
        build(
            lessons=[
                Lesson(id="lesson-1", text="Ask early."),
                Lesson(id="lesson-2", text="Write to kim@example.org first."),
            ]
        ),
        "Among the words under lessons there is something that may lead to a person: "
        "an e-mail address.",
        ("lesson-2",),
    ),
    Asks(
        "words-with-identifier",
        "the summary holds an NHS number",
        build(summary="It was 943 476 5919."),
        "Among the words under summary there is something that may lead to a person: "
        "an NHS number.",
        (),
    ),
    Asks(
        "voice-points-to-few",
        "one of three deaf people is shown as a deaf member",
        build(
            groups_reached=[DEAF],
            counts=[FEW],
            feedback=[feedback(1, who="a deaf member", consent=NAMED)],
        ),
        "A piece of feedback is put down to somebody in a way that only very few people share.",
        ("feedback-1", "deaf"),
    ),
    Asks(
        "named-without-agreement",
        "one of two who are named agreed to nobody knows what",
        build(
            feedback=[
                feedback(1, consent=NAMED),
                feedback(2, consent=consent(ConsentState.NAMED)),
                feedback(3),
            ]
        ),
        "For 1 of 2 voices shown with who said it, nothing says what was agreed.",
        ("feedback-2",),
    ),
    Asks(
        "consent-differs",
        "one person took back one of two things",
        build(
            feedback=[feedback(1, person="wren"), feedback(2, person="robin")],
            changes=[
                change(1, person="wren", consent=consent(ConsentState.PUBLISH, withdrawn=DAY))
            ],
        ),
        "One person speaks 2 times, and only 1 of these may be shown.",
        ("feedback-1", "change-1"),
    ),
    Asks(
        "named-here-not-there",
        "one person is named once",
        build(feedback=[feedback(1, person="wren", consent=NAMED), feedback(2, person="wren")]),
        "One person is shown with who they are in one place, and without it in another.",
        ("feedback-1", "feedback-2"),
    ),
    Asks(
        "story-without-consent",
        "a carer tells their own story",
        build(stories=[story(told_by=[OWN])]),
        "The only story comes from one person who lives with it, and there is no record of asking",
        ("story",),
    ),
    Asks(
        "story-consent-withdrawn",
        "one of two tellers took it back",
        build(
            stories=[
                story(
                    told_by=[
                        Teller(who="carers"),
                        attrs.evolve(OWN, consent=consent(ConsentState.NAMED, withdrawn=DAY)),
                    ]
                )
            ]
        ),
        "1 story is kept here after somebody who helped to tell it took the consent back.",
        ("story",),
    ),
]

SILENT = [
    Silent(
        "voice-with-identifier",
        "the number is in words that are not shown",
        build(feedback=[feedback(gist="Ring 01632 960123.", consent=Consent())]),
    ),
    Silent(
        "voice-with-identifier",
        "the number is a date",
        build(feedback=[feedback(gist="It helped on 01.02.2011.")]),
    ),
    Silent(
        "words-with-identifier",
        "it is the address of a web page, or a voice",
        build(
            lessons=[Lesson(id="lesson", text="See www.example.org.")],
            feedback=[feedback(gist="Ring 01632 960123.")],
        ),
    ),
    Silent(
        "voice-points-to-few",
        "thirty people are deaf",
        build(
            groups_reached=[DEAF],
            counts=[MANY],
            feedback=[feedback(who="a deaf member", consent=NAMED)],
        ),
    ),
    Silent(
        "voice-points-to-few",
        "who said it is not shown",
        build(groups_reached=[DEAF], counts=[FEW], feedback=[feedback(who="a deaf member")]),
    ),
    Silent(
        "named-without-agreement",
        "what was agreed is written",
        build(feedback=[feedback(consent=NAMED)]),
    ),
    Silent(
        "named-without-agreement",
        "nobody is named",
        build(feedback=[feedback(consent=consent(ConsentState.ANONYMOUS))]),
    ),
    Silent(
        "consent-differs",
        "all of what one person said may be shown",
        build(feedback=[feedback(1, person="wren"), feedback(2, person="wren")]),
    ),
    Silent(
        "consent-differs",
        "two people decided differently",
        build(
            feedback=[feedback(1, person="wren"), feedback(2, person="robin", consent=Consent())]
        ),
    ),
    Silent(
        "named-here-not-there",
        "the other voice is not shown",
        build(
            feedback=[
                feedback(1, person="wren", consent=NAMED),
                feedback(2, person="wren", consent=Consent()),
            ]
        ),
    ),
    Silent(
        "story-without-consent",
        "they were asked",
        build(
            stories=[story(told_by=[attrs.evolve(OWN, consent=consent(ConsentState.ANONYMOUS))])]
        ),
    ),
    Silent(
        "story-without-consent",
        "carers tell it together",
        build(stories=[story(told_by=[Teller(who="carers", lived_experience=True)])]),
    ),
    Silent(
        "story-consent-withdrawn",
        "nobody took it back",
        build(stories=[story(told_by=[attrs.evolve(OWN, consent=NAMED)])]),
    ),
]


def review(code: str, evaluation: Evaluation) -> tuple[Finding, ...]:
    return ALL[code].review(evaluation)


@each(ASKS)
def test_a_practitioner_asks_about(case: Asks) -> None:
    # That module gathers the cases of this one.
    from tests.review.test_rules import expect_plain_words

    (finding,) = review(case.code, case.evaluation)
    assert case.says in finding.sentence
    assert finding.concerns == case.concerns
    known = {thing.id for _, thing in case.evaluation.each()}
    assert known.issuperset(finding.concerns)
    expect_plain_words(finding)


@each(SILENT)
def test_nobody_asks_about(case: Silent) -> None:
    assert review(case.code, case.evaluation) == ()


def test_every_rule_has_a_case_in_which_it_asks_and_a_near_miss() -> None:
    assert {case.code for case in ASKS} == set(ALL)
    assert {case.code for case in SILENT} == set(ALL)


@pytest.mark.parametrize("rule", ALL.values(), ids=lambda rule: rule.code)
def test_every_rule_says_what_it_asks_and_who_asks_for_it(rule: Rule) -> None:
    assert rule.asks.endswith("?")
    assert rule.source


def test_what_people_said_is_repeated_by_no_finding() -> None:
    for case in ASKS:
        for finding in review(case.code, case.evaluation):
            for secret in ("960123", "CM1", "example.org", "943", "deaf ", "Few were asked"):
                assert secret not in str(finding)


def test_findings_for_the_desk_have_nothing_to_say_of_what_is_published() -> None:
    # What is left of an evaluation after the voices are withheld gives none of them a cause,
    # except the numbers, of which the report keeps its own.
    for case in ASKS:
        if case.code in FOR_THE_DESK_ONLY and case.code != "voice-points-to-few":
            assert review(case.code, withhold_voices(case.evaluation)) == ()


def test_the_rules_for_the_desk_are_rules_that_exist() -> None:
    from obamodel.review.rules import RULES

    assert {*FOR_THE_DESK_ONLY} <= {*ALL, *(rule.code for rule in RULES)}
