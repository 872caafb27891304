"""Plain words, and the check that lets an edition call itself Easy Read."""

import pytest

from obamodel.domain.dates import PartialDate
from obamodel.domain.easy_read import EasyReadCheck, PlainWords
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.risks import Risk
from obamodel.errors import InvalidError
from tests.domain.building import LEAST, make, refuse


def test_plain_words_tell_of_one_thing_or_of_the_whole() -> None:
    assert make(PlainWords).about == ""
    assert make(PlainWords, about="visit").about == "visit"


def test_plain_words_tell_only_of_something_that_is_there() -> None:
    risk = Risk(id="frost", name="It freezes.")
    kept = make(PlainWords, about="frost")
    assert Evaluation(id="a", title="A", risks=[risk], plain_words=[kept]).plain_words == (kept,)
    with pytest.raises(InvalidError) as refused:
        Evaluation(id="a", title="A", risks=[risk], plain_words=[make(PlainWords, about="frst")])
    assert str(refused.value.faults[0]) == (
        'plain_words[0].about: "frst" is not the name of anything in the evaluation; '
        'did you mean "frost"? [refers-to-nothing]'
    )


@pytest.mark.parametrize("missing", ["text", "author", "on"])
def test_plain_words_have_a_text_an_author_and_a_date(missing: str) -> None:
    parts = {name: value for name, value in LEAST[PlainWords].items() if name != missing}
    with pytest.raises(TypeError, match=f"'{missing}'"):
        PlainWords(**parts)


@pytest.mark.parametrize("missing", ["group", "on", "mark"])
def test_a_check_names_the_group_the_date_and_the_text_it_was_of(missing: str) -> None:
    parts = {name: value for name, value in LEAST[EasyReadCheck].items() if name != missing}
    with pytest.raises(TypeError, match=f"'{missing}'"):
        EasyReadCheck(**parts)


def test_a_check_without_a_date_and_with_no_mark_is_told_both() -> None:
    unknown = PartialDate.parse("unknown: nobody wrote it down")
    mark, on = (str(fault) for fault in refuse(EasyReadCheck, on=unknown, mark="checked"))
    assert mark == (
        'mark: found "checked"; write the mark as it stands at the end of the edition, such as '
        "0a1b-2c3d-4e5f [bad-mark]"
    )
    assert on == (
        "on: it is not known when they checked it; write a date, even if it is only about right "
        "[no-date]"
    )


def test_a_date_that_is_only_about_right_will_do() -> None:
    assert make(EasyReadCheck, on=PartialDate.parse("about 2024-10")).on.about
