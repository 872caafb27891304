"""Are answers found again where a program took their places away and left the words?"""

from obamodel.files.filled_forms.filled_form import FilledForm, Line
from obamodel.files.filled_forms.recovering import MOST_LINES, recover_answers

PRINTED = [
    Line("What now?"),
    Line(room="r.now"),
    Line("By when?"),
    Line(room="r.by"),
    Line("By when?"),
    Line(room="r.later"),
]
EMPTY = FilledForm(file="a.docx", rooms=["r.now", "r.by", "r.later"], answers={}, course=PRINTED)


def save(*lines: str) -> FilledForm:
    return FilledForm(file="a.docx", rooms=[], answers={}, course=map(Line, lines))


def recover(*lines: str) -> dict[str, str]:
    return dict(recover_answers(save(*lines), EMPTY).answers)


def test_what_stands_between_two_questions_is_the_answer_to_the_first() -> None:
    found = recover("What now?", "Meet.", "And again.", "By when?", "May", "By when?", "June")
    assert found == {"r.now": "Meet.\nAnd again.", "r.by": "May", "r.later": "June"}


def test_a_place_that_still_shows_its_prompt_is_empty() -> None:
    form = recover_answers(
        save("What now?", "Write here.", "By when?", "", "By when?", "Write here.", "June"), EMPTY
    )
    assert form.answers == {"r.later": "June"}
    assert form.rooms == ("r.now", "r.by", "r.later")


def test_where_a_question_was_changed_nobody_guesses_and_the_words_are_left_in_sight() -> None:
    form = recover_answers(
        save("What shall we do?", "Meet.", "By when?", "May", "By when?", "June"), EMPTY
    )
    assert form.answers == {"r.by": "May", "r.later": "June"}
    assert form.find_additions(EMPTY) == ("What shall we do?", "Meet.")


def test_places_that_are_still_there_are_left_alone() -> None:
    course = [
        Line("What now?"),
        Line(room="r.now"),
        *map(Line, ["By when?", "May", "By when?", "June"]),
    ]
    form = FilledForm(file="a.docx", rooms=["r.now"], answers={"r.now": "Meet."}, course=course)
    assert recover_answers(form, EMPTY).answers == {
        "r.now": "Meet.",
        "r.by": "May",
        "r.later": "June",
    }


def test_another_form_is_not_read_as_this_one() -> None:
    other = FilledForm(
        file="a.docx", rooms=["other.now"], answers={"other.now": "x"}, course=save("a").course
    )
    assert recover_answers(other, EMPTY) is other


def test_of_a_form_of_no_bounds_nothing_is_recovered() -> None:
    endless = save(*["What now?"] * (MOST_LINES + 1))
    assert recover_answers(endless, EMPTY) is endless
