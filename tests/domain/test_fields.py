"""What each rule lets through, and what it says where it does not."""

import json
from enum import StrEnum
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from obamodel.domain.fields import (
    check,
    check_field,
    choice,
    choices,
    documented,
    find_faults,
    find_references,
    flag,
    identifier,
    many,
    number,
    one,
    prose,
    prose_list,
    reference,
    references,
    rule_of,
    show,
    to_tuple,
    whole,
)
from obamodel.domain.population import Population
from obamodel.errors import Fault, InvalidError
from tests.domain.building import refuse


class Colour(StrEnum):
    """A colour."""

    RED = "red"
    GREEN = "green"
    DEEP_BLUE = "deep blue"


class Shade(StrEnum):
    """Another set of words, some of them the same."""

    RED = "red"


@attrs.frozen(kw_only=True)
class Inner:
    """A part of something."""

    name: str = attrs.field(default="", metadata=prose("Its name."))
    friend: str = attrs.field(default="", metadata=reference("Its friend.", "friends"))

    __attrs_post_init__ = check


@attrs.frozen(kw_only=True)
class Thing:
    """A thing with a field of every kind."""

    id: str = attrs.field(default="a", metadata=identifier())
    words: str = attrs.field(default="", metadata=prose("Some words."))
    lines: tuple[str, ...] = attrs.field(
        converter=to_tuple, default=(), metadata=prose_list("Some lines.")
    )
    yes: bool = attrs.field(default=False, metadata=flag("Yes or no."))
    size: int | None = attrs.field(default=None, metadata=whole("How big.", at_least=1))
    value: float | None = attrs.field(default=None, metadata=number("How much."))
    colour: Colour | None = attrs.field(default=None, metadata=choice(Colour, "Which colour."))
    colours: tuple[Colour, ...] = attrs.field(
        converter=to_tuple, default=(), metadata=choices(Colour, "Which colours.")
    )
    inner: Inner | None = attrs.field(default=None, metadata=one(Inner, "A part."))
    inners: tuple[Inner, ...] = attrs.field(
        converter=to_tuple, default=(), metadata=many(Inner, "Some parts.")
    )
    friend: str = attrs.field(default="", metadata=reference("A friend.", "friends"))
    friends: tuple[str, ...] = attrs.field(
        converter=to_tuple, default=(), metadata=references("Some friends.", "friends", "cousins")
    )

    __attrs_post_init__ = check


def faults_of(**parts: Any) -> list[str]:
    """Return the faults of a thing as they are read."""
    try:
        Thing(**parts)
    except InvalidError as error:
        return [str(fault) for fault in error.faults]
    return []


# --- names -----------------------------------------------------------------------------------

NAME_MEND = "use only a-z, 0-9 and single hyphens between them, at most 80 characters [bad-name]"


@pytest.mark.parametrize("name", ["a", "7", "indicator-5", "2011-08", "a-b-c", "x" * 80])
def test_a_name_of_small_letters_digits_and_hyphens_is_taken(name: str) -> None:
    assert faults_of(id=name, friend=name, friends=[name]) == []


@pytest.mark.parametrize(
    "name",
    [
        "Indicator",
        "two words",
        "under_score",
        "-a",
        "a-",
        "a--b",
        "é",
        "\uff11",  # a full-width 1
        "\u0661",  # an Arabic 1
        "a.b",
        "../a",
        "a/b",
        "",
    ],
)
def test_any_other_name_is_refused_and_told_what_to_use(name: str) -> None:
    assert faults_of(id=name) == [f'id: found "{name}"; {NAME_MEND}']


def test_a_name_ends_where_its_line_ends() -> None:
    # A pattern that ends in $ would let this one through.
    assert faults_of(id="a\n") == [f'id: found "a<U+000A>"; {NAME_MEND}']


def test_a_name_longer_than_eighty_characters_is_refused_and_shown_cut_short() -> None:
    (fault,) = faults_of(id="x" * 81)
    assert fault == f'id: found "{"x" * 56}...; {NAME_MEND}'


@pytest.mark.parametrize(("name", "shown"), [(3, "3"), (None, "None"), (["a"], "['a']")])
def test_a_name_that_is_not_text_is_refused(name: object, shown: str) -> None:
    assert faults_of(id=name) == [
        f"id: found {shown}; write a name in quotation marks [wrong-type]"
    ]


def test_a_friend_named_badly_is_refused_at_its_place() -> None:
    assert faults_of(friend="My Friend", friends=["ann", "Bob", 3]) == [
        f'friend: found "My Friend"; {NAME_MEND}',
        f'friends[1]: found "Bob"; {NAME_MEND}',
        "friends[2]: found 3; write a name in quotation marks [wrong-type]",
    ]


def test_a_friend_named_twice_is_refused_each_time_after_the_first() -> None:
    assert faults_of(friends=["ann", "bob", "ann", "ann"]) == [
        'friends[2]: "ann" is named twice; name it once [named-twice]',
        'friends[3]: "ann" is named twice; name it once [named-twice]',
    ]


# --- words -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "x",
        "two lines\nand a tab\t",
        "Zoë said “yes” — twice",
        "\U0001d518\U0001d52b",
        "مرحبا",
        "<b>&amp;",
        "👩‍👩‍👧",
    ],
)
def test_words_in_any_language_are_taken_as_they_are(words: str) -> None:
    assert Thing(words=words, lines=[words]).words == words


@pytest.mark.parametrize("words", [" ", "\n", "\t \n", "\u00a0", "\u3000"])
def test_words_of_nothing_but_space_are_blank(words: str) -> None:
    (fault,) = faults_of(words=words)
    assert fault.startswith("words: it is empty; say it in a few words")
    assert fault.endswith("[blank]")


def test_an_empty_line_in_a_list_is_blank() -> None:
    (fault,) = faults_of(lines=["one", ""])
    assert fault.startswith("lines[1]: it is empty;")


def test_words_that_must_be_there_are_not_said_to_be_left_out() -> None:
    @attrs.frozen(kw_only=True)
    class Needed:
        words: str = attrs.field(metadata=prose("Some words."))
        __attrs_post_init__ = check

    with pytest.raises(InvalidError) as caught:
        Needed(words="")
    assert "say it in a few words" in str(caught.value)
    assert "leave" not in str(caught.value)


@pytest.mark.parametrize("words", [3, None, True, b"bytes", ["a"]])
def test_words_that_are_not_text_are_refused(words: object) -> None:
    assert faults_of(words=words) == [
        f"words: found {words!r}; write words in quotation marks [wrong-type]"
    ]


@pytest.mark.parametrize(
    ("char", "code"),
    [
        ("\x00", "U+0000"),
        ("\x07", "U+0007"),
        ("\r", "U+000D"),
        ("\x1b", "U+001B"),
        ("\x7f", "U+007F"),
        ("\x85", "U+0085"),
        ("\ud800", "U+D800"),
        ("\ufffe", "U+FFFE"),
        ("\uffff", "U+FFFF"),
        ("\U0010ffff", "U+10FFFF"),
        # HTML takes these two for a mistake as well.
        ("\ufdd0", "U+FDD0"),
        ("\ufdef", "U+FDEF"),
    ],
)
def test_a_character_that_not_every_file_can_hold_is_refused(char: str, code: str) -> None:
    assert faults_of(words=f"a{char}b", lines=["a", f"{char}b"]) == [
        (
            f"words: found {code}, which not every file can hold;"
            " take the character out [unwritable-character]"
        ),
        (
            f"lines[1]: found {code}, which not every file can hold;"
            " take the character out [unwritable-character]"
        ),
    ]


def test_several_such_characters_are_named_once_each_and_in_order() -> None:
    assert faults_of(words="a\x07b\x00c\x07") == [
        (
            "words: found U+0000, U+0007, which not every file can hold;"
            " take the character out [unwritable-character]"
        )
    ]


@given(st.text())
def test_words_that_are_taken_can_be_written_as_utf_8_and_as_json(words: str) -> None:
    if not faults_of(words=words):
        assert json.loads(json.dumps(words).encode("utf-8")) == words
        assert words.encode("utf-8").decode("utf-8") == words


# --- yes and no, numbers -----------------------------------------------------------------------


@pytest.mark.parametrize("yes", [0, 1, None, "true", "yes"])
def test_only_true_and_false_are_yes_and_no(yes: object) -> None:
    shown = f'"{yes}"' if isinstance(yes, str) else repr(yes)
    assert faults_of(yes=yes) == [f"yes: found {shown}; give true or false [wrong-type]"]
    assert faults_of(yes=True) == []


@pytest.mark.parametrize(
    ("size", "fault"),
    [
        ("12", 'found "12"; write a whole number [wrong-type]'),
        (True, "found True; write a whole number [wrong-type]"),
        (12.0, "found 12.0; write a whole number [wrong-type]"),
        (0, "found 0; write 1 or more [too-small]"),
        (-3, "found -3; write 1 or more [too-small]"),
    ],
)
def test_a_whole_number_is_whole_and_large_enough(size: object, fault: str) -> None:
    assert faults_of(size=size) == [f"size: {fault}"]


def test_the_least_whole_number_is_nought_unless_said_otherwise() -> None:
    @attrs.frozen(kw_only=True)
    class Counted:
        number: int = attrs.field(metadata=whole("How many."))
        __attrs_post_init__ = check

    assert Counted(number=0).number == 0
    with pytest.raises(InvalidError, match="found -1; write 0 or more"):
        Counted(number=-1)


@pytest.mark.parametrize("value", [0, -1, 2.5, 10**30, 1e300])
def test_a_number_may_be_any_ordinary_one(value: float) -> None:
    assert faults_of(value=value) == []


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ("10", 'found "10"; write a number [wrong-type]'),
        (False, "found False; write a number [wrong-type]"),
        (float("nan"), "found nan; write an ordinary number [not-finite]"),
        (float("inf"), "found inf; write an ordinary number [not-finite]"),
        (float("-inf"), "found -inf; write an ordinary number [not-finite]"),
    ],
)
def test_a_number_that_is_no_ordinary_one_is_refused(value: object, fault: str) -> None:
    assert faults_of(value=value) == [f"value: {fault}"]


# --- one of a few words ------------------------------------------------------------------------


def test_a_misspelt_choice_is_given_the_nearest_one() -> None:
    assert faults_of(colour="gren", colours=[Colour.RED, "depe blue"]) == [
        'colour: found "gren"; did you mean "green"? [unknown-choice]',
        'colours[1]: found "depe blue"; did you mean "deep blue"? [unknown-choice]',
    ]


@pytest.mark.parametrize(("found", "shown"), [("purplish", '"purplish"'), (3, "3"), ("", '""')])
def test_a_choice_like_none_of_them_is_given_them_all(found: object, shown: str) -> None:
    assert faults_of(colour=found) == [
        f"colour: found {shown}; choose one of: red, green, deep blue [unknown-choice]"
    ]


@pytest.mark.parametrize("found", ["red", Shade.RED], ids=["a word", "a word of another set"])
def test_a_plain_word_in_place_of_a_choice_is_never_told_to_be_what_it_is(found: str) -> None:
    (fault,) = faults_of(colour=found)
    assert fault.endswith("[unknown-choice]")
    assert 'did you mean "red"?' not in fault


def test_a_choice_given_a_column_of_numbers_is_refused_like_anything_else() -> None:
    # Those who work with arrays hand one over now and then; comparing it with a word is no answer.
    (fault,) = faults_of(colour=np.array(["red", "green"]))
    assert fault.startswith("colour: found array(")
    assert fault.endswith("choose one of: red, green, deep blue [unknown-choice]")


# --- parts -----------------------------------------------------------------------------------


def test_a_part_of_another_kind_is_refused_at_its_place() -> None:
    assert faults_of(inner="x", inners=[Inner(), 3]) == [
        'inner: found "x"; give an Inner [wrong-type]',
        "inners[1]: found 3; give an Inner [wrong-type]",
    ]


def test_a_part_that_cannot_be_made_is_refused_before_the_whole() -> None:
    with pytest.raises(InvalidError) as caught:
        Thing(inner=Inner(name=3))  # type: ignore[arg-type]  # that is the test
    assert caught.value.what == "Inner"


# --- lists -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "given_as", [["a", "b"], ("a", "b"), iter(["a", "b"]), {"a": 1, "b": 2}.keys()]
)
def test_whatever_goes_one_by_one_in_an_order_becomes_a_tuple(given_as: Any) -> None:
    assert to_tuple(given_as) == ("a", "b")


@pytest.mark.parametrize("given_as", ["ab", b"bytes", {"a": 1}, 3, None])
def test_whatever_is_not_a_list_is_left_for_the_checks_to_name(given_as: Any) -> None:
    assert to_tuple(given_as) is given_as


def test_a_set_has_no_order_and_is_not_taken_for_a_list() -> None:
    # Its order differs from run to run, and so would the report made from it.
    (fault,) = faults_of(lines={"one line"})
    assert fault == "lines: found {'one line'}; give a list [wrong-type]"


# --- a whole object ----------------------------------------------------------------------------


def test_all_faults_of_an_object_are_told_at_once_in_the_order_of_its_fields() -> None:
    with pytest.raises(InvalidError) as caught:
        Thing(
            id="A",
            words=3,  # type: ignore[arg-type]  # wrong on purpose, as are the next two
            size=0,
            colour="gren",  # type: ignore[arg-type]
            friends=["ann", "ann"],
        )
    assert str(caught.value).splitlines() == [
        "Thing: 5 problems to mend",
        f'  id: found "A"; {NAME_MEND}',
        "  words: found 3; write words in quotation marks [wrong-type]",
        "  size: found 0; write 1 or more [too-small]",
        '  colour: found "gren"; did you mean "green"? [unknown-choice]',
        '  friends[1]: "ann" is named twice; name it once [named-twice]',
    ]


def test_a_field_at_its_default_is_sound_whatever_its_rule() -> None:
    assert faults_of(words="", size=None, colour=None, friend="") == []


def test_the_same_in_another_type_is_not_the_default() -> None:
    # In Python 0 == False, yet nobody who writes 0 for yes or no has said no.
    attribute = attrs.fields_dict(Thing)["yes"]
    assert list(check_field(attribute, False)) == []
    assert [fault.code for fault in check_field(attribute, 0)] == ["wrong-type"]


def test_parts_are_checked_together_only_when_each_is_sound() -> None:
    @attrs.frozen(kw_only=True)
    class Pair:
        low: int = attrs.field(metadata=whole("Low."))
        high: int = attrs.field(metadata=whole("High."))
        __attrs_post_init__ = check

        def _check_together(self) -> Any:
            if self.low > self.high:
                yield Fault("upside-down", "low is above high", "swap them")

    with pytest.raises(InvalidError) as caught:
        Pair(low=2, high=1)
    assert [fault.code for fault in caught.value.faults] == ["upside-down"]
    with pytest.raises(InvalidError) as caught:
        Pair(low=2, high="1")  # type: ignore[arg-type]  # would not compare with a number
    assert [fault.code for fault in caught.value.faults] == ["wrong-type"]


def test_the_faults_of_a_sound_object_are_none() -> None:
    assert list(find_faults(Thing())) == []


# --- names in use ------------------------------------------------------------------------------


def test_references_are_found_in_an_object_and_in_the_mapping_it_is_read_from_alike() -> None:
    thing = Thing(
        id="me", friend="ann", friends=["bob", "cy"], inner=Inner(friend="di"), inners=[Inner()]
    )
    mapping = {
        "id": "me",
        "friend": "ann",
        "friends": ["bob", "cy"],
        "inner": {"friend": "di"},
        "inners": [{}],
    }
    by_hand = [
        (("inner", "friend"), ("friends",), "di"),
        (("friend",), ("friends",), "ann"),
        (("friends", 0), ("friends", "cousins"), "bob"),
        (("friends", 1), ("friends", "cousins"), "cy"),
    ]
    for source in (thing, mapping):
        found = [
            (path, rule.refers_to, name) for path, rule, name in find_references(Thing, source)
        ]
        assert found == by_hand


@pytest.mark.parametrize("wrong", [3, None, {"a": 1}, [3, None, ["x"], {}]])
def test_references_of_a_wrong_kind_are_passed_over(wrong: object) -> None:
    mapping = {"friend": wrong, "friends": wrong, "inner": wrong, "inners": wrong}
    assert list(find_references(Thing, mapping)) == []


def test_the_rule_of_a_field_says_what_it_refers_to_and_what_its_parts_are() -> None:
    rules = {attribute.name: rule_of(attribute) for attribute in attrs.fields(Thing)}
    assert rules["friends"].refers_to == ("friends", "cousins")
    assert rules["inners"].part is Inner
    assert rules["colours"].part is Colour
    assert rules["size"].at_least == 1
    assert rules["words"].says == "Some words."


# --- docstrings --------------------------------------------------------------------------------


def test_a_documented_noun_tells_its_fields_between_its_sentence_and_its_examples() -> None:
    @documented
    @attrs.frozen(kw_only=True)
    class Noun:
        """A noun.

        Examples
        --------
        >>> 1 + 1
        2
        """

        name: str = attrs.field(metadata=prose("Its name."))
        note: str = attrs.field(default="", metadata=prose("What to know."))

    assert Noun.__doc__ == (
        "A noun.\n"
        "\n"
        "Parameters\n"
        "----------\n"
        "name\n"
        "    Its name.\n"
        "note\n"
        "    What to know.\n"
        "\n"
        "Examples\n"
        "--------\n"
        ">>> 1 + 1\n"
        "2\n"
    )


def test_a_documented_noun_without_examples_ends_with_its_fields() -> None:
    @documented
    @attrs.frozen(kw_only=True)
    class Noun:
        """A noun."""

        name: str = attrs.field(metadata=prose("Its name."))

    assert Noun.__doc__ == "A noun.\n\nParameters\n----------\nname\n    Its name.\n"


# --- showing -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("plain", '"plain"'),
        ("", '""'),
        (3, "3"),
        (None, "None"),
        ("zero\u200bwidth", '"zero<U+200B>width"'),
        ("right\u202eleft", '"right<U+202E>left"'),
        ("\x1b[31m", '"<U+001B>[31m"'),
        ("Zoë", '"Zoë"'),
        ("x" * 58, '"' + "x" * 58 + '"'),
        ("x" * 59, '"' + "x" * 56 + "..."),
    ],
)
def test_a_value_is_shown_short_and_with_nothing_hidden(value: object, shown: str) -> None:
    assert show(value) == shown


@given(st.text() | st.integers() | st.lists(st.text()))
@example("a line\u2028another")  # a line separator, which some programs break a line at
@example("\ud800")
def test_whatever_is_shown_is_one_short_line_that_can_be_printed(value: object) -> None:
    shown = show(value)
    assert len(shown) <= 60
    assert shown.splitlines() == [shown]
    assert shown.encode("utf-8")


def test_the_least_that_is_refused_in_these_tests_is_refused_by_a_noun_too() -> None:
    # The rules above are tried on a thing made up for them; one noun shows that they are the same.
    assert [str(fault) for fault in refuse(Population, id="A B", role="mian", places="Essex")] == [
        f'id: found "A B"; {NAME_MEND}',
        'places: found "Essex"; give a list [wrong-type]',
        'role: found "mian"; did you mean "main"? [unknown-choice]',
    ]
