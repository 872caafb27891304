"""Does a sheet of a turn-the-curve meeting become what an evaluation holds of a curve?"""

from collections.abc import Mapping

import attrs
import pytest

import obamodel as oba
from obamodel.disclosure.standing_rule import STANDING
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.partners import Partner
from obamodel.errors import InvalidError
from obamodel.files.filled_forms.filled_form import FilledForm
from obamodel.files.filled_forms.rooms import ReadBack
from obamodel.files.filled_forms.turning import add_turning, find_measure

ABOUT = "waits"


def make_evaluation(**parts: object) -> Evaluation:
    given: dict[str, object] = {
        "services": [oba.Service(id="clinic", name="A clinic", description="It helps.")],
        "measures": [
            oba.PerformanceMeasure(
                id=ABOUT,
                name="People who wait",
                service="clinic",
                quadrant=oba.Quadrant.HOW_WELL,
                placed=STANDING.judged,
            )
        ],
        **parts,
    }
    return Evaluation(id="small", title="Small", **given)  # type: ignore[arg-type]


def make(answers: Mapping[str, str], stem: str = "turn-waits") -> FilledForm:
    named = {f"{stem}.{part}": text for part, text in {"about": ABOUT, **answers}.items()}
    return FilledForm(file="sheet.md", rooms=named, answers=named)


def read(answers: Mapping[str, str], **parts: object) -> ReadBack:
    return add_turning(make_evaluation(**parts), make(answers), ABOUT)


def refuse(form: FilledForm, about: str = ABOUT) -> list[str]:
    with pytest.raises(InvalidError) as refused:
        add_turning(make_evaluation(), form, about)
    return [one.code for one in refused.value.faults]


def test_each_line_is_a_force_with_its_way_and_where_it_comes_from() -> None:
    (story,) = read(
        {"helps-inside": "- Kind staff\n- Long hours", "hinders-around": "The bus"}
    ).evaluation.stories
    assert [(one.text, str(one.effect), str(one.origin)) for one in story.forces] == [
        ("Kind staff", "helps", "internal"),
        ("Long hours", "helps", "internal"),
        ("The bus", "hinders", "external"),
    ]
    assert story.about == (ABOUT,)


def test_what_has_to_be_found_out_and_what_lies_under_it_are_kept() -> None:
    (story,) = read(
        {"root": "No money\nNo time", "find-out": "Who waits longest?"}
    ).evaluation.stories
    assert story.root_causes == ("No money", "No time")
    assert story.still_to_find_out == ("Who waits longest?",)


def test_ideas_are_kept_by_what_they_cost() -> None:
    answers = {"ideas-free": "Ring first", "ideas-cheap": "A bench", "ideas-bold": "A boat"}
    ideas = read(answers).evaluation.ideas
    assert [(one.text, one.cost) for one in ideas] == [
        ("Ring first", oba.Cost.NONE),
        ("A bench", oba.Cost.LOW),
        ("A boat", oba.Cost.NOT_KNOWN),
    ]
    assert "off-the-wall" in ideas[2].source
    assert all(one.about == (ABOUT,) for one in ideas)


def test_a_partner_who_is_known_is_not_made_twice_and_keeps_the_part() -> None:
    known = Partner(id="club", name="The club", part="A room")
    done = read({"partners": "the  CLUB: a bus\nThe school"}, partners=[known])
    club, school = done.evaluation.partners
    assert (club.id, club.part, club.about) == ("club", "A room", (ABOUT,))
    assert (school.name, school.part) == ("The school", "")
    assert any("Its part stays (A room); the sheet says: a bus" in line for line in done.added)


def test_actions_are_measured_by_the_curve() -> None:
    (action,) = read({"action-1.what": "Ring first", "action-1.who": "The desk"}).evaluation.actions
    assert (action.measured_by, action.indicators, action.cycle) == ((ABOUT,), (), "turn-waits")


def test_the_words_of_every_step_are_kept_as_they_were_written() -> None:
    answers = {"data": "It goes up.", "partners": "- The club: a bus", "ideas-free": "Ring first"}
    (held,) = read({**answers, "on": "3 May 2027", "role": "8 of us"}).evaluation.cycles
    said = {one.question: one.text for one in held.responses}
    assert said["data"] == "It goes up."
    assert said["partners"] == "- The club: a bus"
    assert "Ring first" in said["what-works"]
    assert all(one.role == "8 of us" and one.evidence == (ABOUT,) for one in held.responses)


def test_the_next_meeting_about_a_curve_follows_the_last() -> None:
    first = read({"data": "It goes up."}).evaluation
    second = add_turning(first, make({"data": "It goes down."}, "turn-waits-2"), ABOUT).evaluation
    assert [one.follows for one in second.cycles] == ["", "turn-waits"]
    with pytest.raises(InvalidError, match="nothing is written over"):
        add_turning(first, make({"data": "It goes up."}), ABOUT)


def test_what_cannot_be_read_is_refused() -> None:
    assert refuse(make({})) == ["not-filled-in"]
    assert refuse(make({"about": "other", "data": "x"})) == ["another-curve"]
    assert refuse(make({"idea-free": "x", "data": "x"})) == ["unknown-place"]
    assert refuse(make({"action-1.by": "soon", "data": "x"})) == ["bad-date", "no-action"]
    assert refuse(make({"data": "x"}), "wait") == ["unknown-measure"]


def test_the_nearest_name_is_given_for_a_curve_that_is_not_there() -> None:
    with pytest.raises(InvalidError, match='did you mean "waits"'):
        find_measure(make_evaluation(), "wait")
    with pytest.raises(InvalidError, match="add one to the evaluation first"):
        find_measure(attrs.evolve(make_evaluation(), measures=[]), "wait")
