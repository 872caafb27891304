"""What was taken out, kept apart from the report."""

import pytest

from obamodel.disclosure.removals import log_removals, say_path
from obamodel.domain.consent import Consent, ConsentState
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.feedback import Recollection
from obamodel.domain.influences import Influence
from obamodel.domain.stories import Story
from tests.disclosure.test_voices import AGREED, evaluate, say, tell

SECRET = "kim@example.org"


def test_each_thing_taken_out_is_logged_with_its_place_and_never_repeated() -> None:
    said = say(
        AGREED,
        f"Ring 01632 960123 or {SECRET}.",
        recollections=[Recollection(who="Jo", says=f"See {SECRET}")],
    )
    log = log_removals(evaluate(said, changes=(tell(AGREED, gist="lives at CM1 1SQ"),)))
    assert [tuple(row) for row in log.to_frame().itertuples(index=False)] == [
        ("said-0", "gist", "telephone number", 5, 17),
        ("said-0", "gist", "e-mail address", 21, 36),
        ("said-0", "recollections[0].says", "e-mail address", 4, 19),
        ("story-0", "gist", "postcode", 9, 16),
    ]
    assert list(log.to_frame()) == ["about", "place", "kind", "start", "end"]
    for shown in (str(log), repr(log), log._repr_html_()):
        assert SECRET not in shown
        assert "960123" not in shown
    assert log.sentence.startswith("4 things that could lead to a person were taken out")


def test_what_is_not_shown_at_all_is_not_logged() -> None:
    hidden = say(Consent(state=ConsentState.NO), f"Write to {SECRET}")
    role = say(AGREED, who=f"Kim, {SECRET}")
    log = log_removals(evaluate(hidden, role, changes=(tell(Consent(), gist=SECRET),)))
    assert log.removals == ()
    assert str(log) == "Nothing that leads to a person was found in the words that are shown."


def test_stories_and_views_are_looked_at_too() -> None:
    evaluation = Evaluation(
        id="small",
        title="Small",
        stories=[Story(id="why", text="Few came.", root_causes=[f"Ask {SECRET}"])],
        influences=[Influence(id="view", view="Ring 01632 960123", put_by=f"Kim, {SECRET}")],
    )
    assert [(one.about, one.place) for one in log_removals(evaluation).removals] == [
        ("why", "root_causes[0]"),
        ("view", "view"),
        ("view", "put_by"),
    ]


def test_it_never_claims_to_be_complete_and_is_no_yes_or_no() -> None:
    log = log_removals(evaluate())
    assert "read what is shown before it leaves" in log.caveats[0]
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(log)


def test_a_path_is_written_as_in_code() -> None:
    assert say_path(("gist",)) == "gist"
    assert say_path(("told_by", 0, "who")) == "told_by[0].who"
