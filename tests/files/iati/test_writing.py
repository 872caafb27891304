"""What was read is written back equal in meaning, and as the published schema wants it."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from obamodel.errors import InvalidError
from obamodel.files.iati import (
    IatiActivity,
    IatiAttribute,
    IatiFile,
    IatiIndicator,
    IatiMeasure,
    IatiNarrative,
    IatiPeriod,
    IatiRaw,
    IatiResult,
    IatiResultType,
    IatiValue,
    parse_iati,
    read_iati_file,
    write_iati_file,
)
from obamodel.files.iati.composing import compose_iati
from obamodel.files.iati.shape import ACTIVITY_PARTS, SHAPES
from tests.files.iati.building import COMPLETE, etree, read, read_schema, validate, wrap
from tests.files.iati.making import make_result

PUBLIC = "https://example.org/results.xml"
EXAMPLE = Path("formats") / "iati_activity_example_2.03.xml"


def list_meanings(text: bytes) -> list[object]:
    """Return all that another parser finds: names, attributes and words, in their order."""
    parser = etree.XMLParser(remove_comments=True)
    return [
        (element.tag, sorted(element.attrib.items()), (element.text or "").strip())
        for element in etree.fromstring(text, parser).iter()
    ]


def test_a_complete_file_is_written_back_equal(tmp_path: Path) -> None:
    file = read(COMPLETE, published=PUBLIC)
    answer = write_iati_file(file, tmp_path / "b.xml")
    assert str(answer) == "b.xml: written, and nothing was dropped."
    assert read_iati_file(tmp_path / "b.xml") == file


def test_another_parser_finds_the_same_before_and_after(tmp_path: Path) -> None:
    write_iati_file(read(COMPLETE, published=PUBLIC), tmp_path / "b.xml")
    # A time zone does not make it another day, and 1 and true are the same answer.
    before = COMPLETE.replace("2021-01-01Z", "2021-01-01").replace('"true"', '"1"')
    assert list_meanings((tmp_path / "b.xml").read_bytes()) == list_meanings(before.encode())


def test_the_annotated_example_of_the_standard_is_written_back_equal(
    tmp_path: Path, shared_data: Path
) -> None:
    file = read_iati_file(shared_data / EXAMPLE, published=PUBLIC)
    write_iati_file(file, tmp_path / "b.xml")
    assert read_iati_file(tmp_path / "b.xml") == file
    example = (shared_data / EXAMPLE).read_bytes()
    assert list_meanings((tmp_path / "b.xml").read_bytes()) == list_meanings(example)
    assert validate(tmp_path / "b.xml", shared_data) == []


def test_our_own_complete_file_is_as_the_schema_wants_it_before_and_after(
    tmp_path: Path, shared_data: Path
) -> None:
    (tmp_path / "a.xml").write_text(COMPLETE, encoding="utf-8")
    assert validate(tmp_path / "a.xml", shared_data) == []
    write_iati_file(read(COMPLETE, published=PUBLIC), tmp_path / "b.xml")
    assert validate(tmp_path / "b.xml", shared_data) == []


def test_the_shapes_are_those_of_the_published_schema(shared_data: Path) -> None:
    schema = etree.parse(str(shared_data / "formats" / "iati" / "iati-activities-schema.xsd"))
    xsd = {"xsd": "http://www.w3.org/2001/XMLSchema"}

    def list_children(element: Any) -> list[str]:
        found = element.xpath("./xsd:complexType/xsd:sequence/xsd:element", namespaces=xsd)
        return [one.get("name") or one.get("ref") for one in found]

    (activity,) = schema.xpath("/*/xsd:element[@name='iati-activity']", namespaces=xsd)
    assert list(ACTIVITY_PARTS) == list_children(activity)
    needed = activity.xpath(
        "./xsd:complexType/xsd:sequence/xsd:element[@minOccurs='1']", namespaces=xsd
    )
    assert {name for name, is_needed in ACTIVITY_PARTS.items() if is_needed} == {
        one.get("name") or one.get("ref") for one in needed
    }
    (result,) = schema.xpath("/*/xsd:element[@name='result']", namespaces=xsd)
    for name, shape in {
        "result": "result",
        **{n: n for n in ("indicator", "baseline", "period")},
        "target": "value",
        "actual": "value",
    }.items():
        (element,) = result.xpath(
            f"descendant-or-self::xsd:element[@name='{name}']", namespaces=xsd
        )
        assert list(SHAPES[shape].children) == list_children(element), name
        attributes = element.xpath("./xsd:complexType/xsd:attribute", namespaces=xsd)
        assert set(SHAPES[shape].known) == {one.get("name") for one in attributes}, name
        assert set(SHAPES[shape].needed) == {
            one.get("name") for one in attributes if one.get("use") == "required"
        }, name
        is_open = bool(element.xpath("./xsd:complexType/xsd:anyAttribute", namespaces=xsd))
        assert SHAPES[shape].keeps_attributes == is_open, name


@settings(max_examples=50)
@given(st.lists(make_result(), max_size=2))
def test_whatever_a_result_says_is_read_back_the_same(results: list[IatiResult]) -> None:
    (activity,) = read(wrap("")).activities
    file = IatiFile(activities=[evolve(activity, results=results)])
    assert parse_iati(compose_iati(file)) == file


def test_whatever_a_result_says_is_written_as_the_schema_wants_it(shared_data: Path) -> None:
    schema = read_schema(shared_data)
    (activity,) = read(wrap("")).activities

    @settings(max_examples=50)
    @given(st.lists(make_result(), max_size=2))
    def hold_against_schema(results: list[IatiResult]) -> None:
        content = compose_iati(IatiFile(activities=[evolve(activity, results=results)]))
        assert schema.validate(etree.fromstring(content)), schema.error_log

    hold_against_schema()


# --- what is not written ---------------------------------------------------------------------


def refuse(file: IatiFile, place: Path) -> list[str]:
    with pytest.raises(InvalidError) as caught:
        write_iati_file(file, place)
    assert not place.exists()
    return [fault.code for fault in caught.value.faults]


def test_results_of_which_nobody_says_that_they_are_public_are_not_written(tmp_path: Path) -> None:
    assert refuse(read(COMPLETE), tmp_path / "b.xml") == ["not-published"]
    write_iati_file(read(wrap("")), tmp_path / "b.xml")  # there are no numbers in it


def test_everything_that_stands_in_the_way_is_named_at_once(tmp_path: Path) -> None:
    file = read(COMPLETE)
    spoilt = evolve(
        file.activities[0],
        parts=[
            *(one for one in file.activities[0].parts if one.name != "activity-status"),
            IatiRaw(name="title", xml="<title><narrative>Again</narrative></title>"),
            IatiRaw(name="weather", xml="<weather/>"),
            IatiRaw(name="result", xml="<result/>"),
        ],
    )
    codes = refuse(evolve(file, activities=[spoilt]), tmp_path / "b.txt")
    assert sorted(codes) == sorted(
        ["cannot-save", "not-published", "missing", "named-twice", "unknown-element", "misplaced"]
    )


@pytest.mark.parametrize(
    ("name", "xml"),
    [
        ("sector", "</iati-activity><iati-activity>"),
        ("sector", "<sector>"),
        ("sector", "<sector/><sector/>"),
        ("sector", "<budget/>"),
        ("sector", "<!DOCTYPE a><sector/>"),
        ("sector", '<result type="1"/>'),
        ("sector", "&other;"),
        ("{urn:o}a", "<a/>"),
        ("sector", ""),
    ],
)
def test_nothing_slips_in_with_what_is_kept_word_for_word(
    name: str, xml: str, tmp_path: Path
) -> None:
    file = read(wrap(""))
    (activity,) = file.activities
    raw = IatiRaw(name=name, xml=xml)
    spoilt = evolve(activity, parts=[*activity.parts, raw])
    assert refuse(evolve(file, activities=[spoilt]), tmp_path / "b.xml")


def test_an_attribute_cannot_be_another_one_in_disguise(tmp_path: Path) -> None:
    with pytest.raises(InvalidError, match="letters, digits and hyphens"):
        IatiAttribute(name='a="b" c', value="d")
    with pytest.raises(InvalidError, match="nothing stands for the namespace"):
        IatiAttribute(name="a", namespace="urn:o")
    (activity,) = read(wrap("")).activities
    twice = [IatiAttribute(name="a", value="1"), IatiAttribute(name="a", value="2")]
    file = IatiFile(activities=[evolve(activity, attributes=twice)])
    assert refuse(file, tmp_path / "b.xml") == ["not-xml"]


def test_two_namespaces_with_one_prefix_are_told_apart(tmp_path: Path) -> None:
    (activity,) = read(wrap("")).activities
    attributes = [
        IatiAttribute(name="a", namespace=uri, prefix="o", value="\t<&\"'>\n")
        for uri in ("urn:one", "urn:two")
    ]
    file = IatiFile(activities=[evolve(activity, attributes=attributes)])
    write_iati_file(file, tmp_path / "b.xml")
    assert read_iati_file(tmp_path / "b.xml") == file


def test_the_parts_of_an_activity_are_written_in_the_order_of_the_schema(
    tmp_path: Path, shared_data: Path
) -> None:
    file = read(COMPLETE, published=PUBLIC)
    mixed = evolve(file.activities[0], parts=file.activities[0].parts[::-1])
    write_iati_file(evolve(file, activities=[mixed]), tmp_path / "b.xml")
    # Of two descriptions and the like, either may come first; here there is one of each.
    assert validate(tmp_path / "b.xml", shared_data) == []


def test_words_are_written_so_that_they_stay_words(tmp_path: Path) -> None:
    awkward = '<b> & "it\'s" ]]> \n two\tlines  é 🏠'
    value = IatiValue(value="1", comment=[IatiNarrative(text=awkward)])
    period = IatiPeriod(
        start=datetime.date(2020, 1, 1), end=datetime.date(2020, 1, 1), actuals=[value]
    )
    indicator = IatiIndicator(measure=IatiMeasure.UNIT, title=awkward, periods=[period])
    result = IatiResult(type=IatiResultType.OTHER, title=awkward, indicators=[indicator])
    (activity,) = read(wrap("")).activities
    file = IatiFile(activities=[evolve(activity, results=[result])], published=PUBLIC)
    write_iati_file(file, tmp_path / "b.xml")
    again = read_iati_file(tmp_path / "b.xml")
    assert again.activities[0].results[0].title[0].text == awkward
    assert again == file


def test_a_file_needs_an_activity_and_a_version_that_is_known() -> None:
    with pytest.raises(InvalidError, match="it has no activity"):
        IatiFile(activities=[])
    with pytest.raises(InvalidError, match="give a file of version"):
        IatiFile(activities=[IatiActivity(identifier="A")], version="1.05")
