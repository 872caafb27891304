"""What holds for every noun of the domain, whichever it is."""

import attrs
import pytest

from obamodel.domain.fields import check, rule_of
from obamodel.domain.indicators import Indicator
from obamodel.domain.measures import PerformanceMeasure
from obamodel.errors import InvalidError
from tests.domain.building import LEAST, find_nouns, make, refuse

NOUNS = find_nouns()


def name(noun: type) -> str:
    return noun.__name__


def parts_of(noun: type) -> list[str]:
    return [attribute.name for attribute in attrs.fields(noun)]


def lists_of(noun: type) -> list[str]:
    return [part.name for part in attrs.fields(noun) if str(part.type).startswith("tuple[")]


def words_of(noun: type) -> list[str]:
    return [part.name for part in attrs.fields(noun) if part.type is str]


def test_every_noun_has_its_least_parts_written_down_here() -> None:
    assert {name(noun) for noun in NOUNS} == {name(noun) for noun in LEAST}


def test_the_walk_has_found_fields_of_each_kind() -> None:
    # Guards the tests below against a walk that finds nothing and so holds everything.
    assert len(NOUNS) > 50
    assert sum(len(parts_of(noun)) for noun in NOUNS) > 300
    assert sum(len(lists_of(noun)) for noun in NOUNS) > 70
    assert sum(len(words_of(noun)) for noun in NOUNS) > 150


@pytest.mark.parametrize("noun", NOUNS, ids=name)
def test_a_noun_is_checked_when_it_is_made(noun: type) -> None:
    assert vars(noun)["__attrs_post_init__"] is check


@pytest.mark.parametrize("noun", NOUNS, ids=name)
def test_a_noun_with_its_least_parts_is_sound_and_equal_to_its_like(noun: type) -> None:
    assert make(noun) == make(noun)
    assert hash(make(noun)) == hash(make(noun))


@pytest.mark.parametrize("noun", NOUNS, ids=name)
def test_a_noun_is_made_with_the_names_of_its_parts_only(noun: type) -> None:
    with pytest.raises(TypeError, match="positional"):
        noun(*LEAST[noun].values(), "one more")
    with pytest.raises(TypeError, match="nonsense"):
        make(noun, nonsense=1)


@pytest.mark.parametrize("noun", NOUNS, ids=name)
def test_a_noun_cannot_be_changed(noun: type) -> None:
    thing = make(noun)
    for part in parts_of(noun):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(thing, part, "x")
    with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
        thing.something_new = 1


@pytest.mark.parametrize("noun", NOUNS, ids=name)
def test_a_noun_whose_every_part_is_wrong_is_refused_for_every_part_at_once(noun: type) -> None:
    with pytest.raises(InvalidError) as caught:
        noun(**{part: object() for part in parts_of(noun)})
    assert caught.value.what == noun.__name__
    # In the order in which they are declared, so that a reader can go through them.
    assert [fault.path[0] for fault in caught.value.faults] == parts_of(noun)


@pytest.mark.parametrize("noun", NOUNS, ids=name)
def test_a_copy_with_one_part_wrong_is_refused_for_that_part_alone(noun: type) -> None:
    sound = make(noun)
    for part in parts_of(noun):
        with pytest.raises(InvalidError) as caught:
            attrs.evolve(sound, **{part: object()})
        assert {fault.path[0] for fault in caught.value.faults} == {part}


@pytest.mark.parametrize("noun", NOUNS, ids=name)
def test_a_list_becomes_a_tuple_and_text_is_not_taken_for_a_list(noun: type) -> None:
    sound = make(noun)
    for part in lists_of(noun):
        assert type(getattr(make(noun, **{part: list(getattr(sound, part))}), part)) is tuple
        for given in ("abc", "", b"abc", {"a": 1}, None, 3):
            faults = refuse(noun, **{part: given})
            assert [(fault.path, fault.code, fault.mend) for fault in faults] == [
                ((part,), "wrong-type", "give a list")
            ]


@pytest.mark.parametrize("noun", NOUNS, ids=name)
def test_blank_words_are_never_taken_for_words(noun: type) -> None:
    for part in words_of(noun):
        faults = refuse(noun, **{part: " \n "})
        assert [fault.path for fault in faults] == [(part,)]
        assert faults[0].code in ("blank", "bad-name")


@pytest.mark.parametrize("noun", NOUNS, ids=name)
def test_each_field_says_what_it_means_in_a_sentence_or_a_question(noun: type) -> None:
    for attribute in attrs.fields(noun):
        says = rule_of(attribute).says
        assert says == says.strip()
        assert says[0].isupper()
        assert says[-1] in ".?"


@pytest.mark.parametrize("noun", NOUNS, ids=name)
def test_the_docstring_opens_with_a_sentence_and_then_names_every_field(noun: type) -> None:
    lines = (noun.__doc__ or "").splitlines()
    assert lines[0][-1] in ".?"
    begin = lines.index("Parameters")
    assert lines[begin + 1] == "----------"
    written = [line for line in lines[begin + 2 :] if line and not line.startswith(" ")]
    if "Examples" in written:
        written = written[: written.index("Examples")]
    assert written == [attribute.name for attribute in attrs.fields(noun)]


@pytest.mark.parametrize("noun", NOUNS, ids=name)
def test_a_noun_stands_alone_and_builds_on_no_other(noun: type) -> None:
    assert noun.__mro__ == (noun, object)


def test_the_two_accountabilities_share_nothing_but_being_objects() -> None:
    shared = set(Indicator.__mro__) & set(PerformanceMeasure.__mro__)
    assert shared == {object}
