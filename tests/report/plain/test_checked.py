"""May an edition call itself Easy Read? Only when this very text was checked, and by whom."""

import attrs

from obamodel.domain.easy_read import EasyReadCheck
from obamodel.report.document import Document
from obamodel.report.plain import find_mark, list_sentences, write_plain
from obamodel.report.plain.checked import find_check, write_checked
from tests.report.plain.drawn import DAY, make_evaluation

EVALUATION = make_evaluation()
EDITION = write_plain(EVALUATION)
MARK = find_mark(EDITION)
OTHER = "0a1b-2c3d-4e5f"


def check(mark: str, group: str = "The Hill Group") -> EasyReadCheck:
    return EasyReadCheck(
        group=group,
        on=DAY,
        mark=mark,
        said=["The bus picture is good."],
        changed=["We made the letters big."],
    )


def test_it_does_not_call_itself_easy_read_when_nobody_has_checked_it() -> None:
    assert EDITION.subtitle == "In plain words"
    assert "So we do not call it Easy Read." in list_sentences(EDITION)


def test_it_calls_itself_easy_read_when_this_text_was_checked_with_who_and_when() -> None:
    edition = write_plain(attrs.evolve(EVALUATION, easy_read_checks=[check(MARK)]))
    assert edition.subtitle == "Easy Read"
    assert find_mark(edition) == MARK
    said = list_sentences(edition)
    for told in (
        "Who: The Hill Group.",
        "When: 5 October 2024.",
        "They are people with learning disabilities.",
        "The bus picture is good.",
        "We made the letters big.",
    ):
        assert told in said


def test_a_text_that_has_changed_since_says_that_an_earlier_one_was_checked() -> None:
    changed = attrs.evolve(EVALUATION, title="Our tram", easy_read_checks=[check(MARK)])
    edition = write_plain(changed)
    assert edition.subtitle == "In plain words"
    said = list_sentences(edition)
    assert "These words were checked as they were before." in said
    assert "Who: The Hill Group." in said
    assert "So we do not call this one Easy Read." in said
    assert "They checked this paper." not in said


def test_one_other_number_in_it_is_another_text() -> None:
    counts = tuple(
        attrs.evolve(one, value=500) if one.value == 150 else one for one in EVALUATION.counts
    )
    changed = attrs.evolve(EVALUATION, counts=counts, easy_read_checks=[check(MARK)])
    assert write_plain(changed).subtitle == "In plain words"


def test_a_check_of_an_earlier_text_does_not_hide_that_of_this_one() -> None:
    both = [check(MARK, "The Dale Group"), check(OTHER)]
    assert find_check(both, MARK) == both[0]
    assert find_check(both, OTHER) == both[1]
    assert find_check(both, "ffff-ffff-ffff") is None


def test_the_printed_mark_is_the_one_to_write_down() -> None:
    assert f"The mark of this text is {MARK}." in list_sentences(EDITION)
    part = Document(title="", sections=[write_checked([], OTHER)])
    assert f"The mark of this text is {OTHER}." in list_sentences(part)
