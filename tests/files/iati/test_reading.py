"""What a file says is held, all of it; what is wrong with it is named, all of it, by line."""

import contextlib
import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obamodel.errors import Fault, InvalidError
from obamodel.files.iati import IatiMeasure, IatiResultType, IatiSlice, parse_iati, read_iati_file
from obamodel.files.iati.importing import convert_iati
from obamodel.files.iati.parts import is_link
from obamodel.files.iati.reading import MOST_FAULTS
from tests.files.iati.building import COMPLETE, FIRST_LINE, etree, indicate, read, wrap, year

ONE_INDICATOR = (
    '<indicator measure="1"><title><narrative>Visits</narrative></title></indicator></result>'
)
RESULT = '<result type="2"><title><narrative>Better</narrative></title>'


def refuse(text: str) -> list[Fault]:
    with pytest.raises(InvalidError) as caught:
        read(text)
    assert all(fault.file == "a.xml" for fault in caught.value.faults)
    return list(caught.value.faults)


def test_everything_that_a_complete_file_says_of_results_is_held() -> None:
    (activity,) = read(COMPLETE).activities
    output, outcome = activity.results
    assert (output.type, output.aggregation_status) == (IatiResultType.OUTPUT, True)
    assert [one.language for one in output.title] == ["", "fr"]
    (plan,) = output.documents
    assert (plan.categories, plan.languages) == (("A01", "A08"), ("en",))
    assert plan.published_on == datetime.date(2020, 3, 1)
    assert str(output.references[0]) == "R1 (vocabulary 99)"
    opened, seen = output.indicators
    assert (opened.ascending, opened.aggregation_status) == (True, False)
    assert [one.uri for one in opened.references] == ["", "https://example.org/c1"]
    assert [(one.year, one.value) for one in opened.baselines] == [(2019, "4"), (2019, "1")]
    assert opened.baselines[0].iso_date == datetime.date(2019, 12, 31)
    assert [raw.name for raw in opened.baselines[0].others] == ["{urn:example:own}seen"]
    assert opened.periods[1].start == datetime.date(2021, 1, 1)
    everybody, mobile = opened.periods[0].actuals
    assert (everybody.value, everybody.comment[1].text) == ("5", "Une a ouvert en retard.")
    assert IatiSlice.of(mobile) == IatiSlice(locations=["NORTH"], dimensions=[("kind", "mobile")])
    assert (seen.measure, seen.ascending) == (IatiMeasure.PERCENTAGE, None)
    assert seen.periods[0].actuals[0].value == "62.50"
    said = outcome.indicators[0].periods[0]
    assert (said.actuals[0].value, said.actuals[0].comment[0].text) == (None, "Most feel heard.")
    assert [raw.name for raw in activity.parts][-1] == "{urn:example:own}tail"
    assert [one.name for one in activity.attributes] == ["default-currency", "lang", "colour"]


def test_each_thing_knows_its_line() -> None:
    text = indicate(year(2020, "") + "\n" + year(2021, '<actual value="1"/>'))
    (result,) = read(text).activities[0].results
    assert result.line == FIRST_LINE
    assert result.indicators[0].line == FIRST_LINE + 1
    assert [one.line for one in result.indicators[0].periods] == [FIRST_LINE + 2, FIRST_LINE + 3]
    assert text.splitlines()[FIRST_LINE - 1].startswith("<result")


def test_notes_between_the_lines_are_told_of() -> None:
    (fault,) = read(COMPLETE).left_behind
    assert (fault.code, fault.line) == ("notes", 2)
    assert fault.found == "it has 1 note that programs pass over"


def test_what_is_from_elsewhere_in_a_small_element_is_told_of() -> None:
    text = wrap(
        RESULT.replace("<narrative>", "<narrative xmlns:o='urn:o' o:a='1'>") + ONE_INDICATOR
    )
    (fault,) = read(text).left_behind
    assert str(fault).startswith(f"a.xml:{FIRST_LINE}: <narrative> has the attribute")


LINK = (
    "<document-link url='https://example.org' format='a/b'>"
    "<title><narrative>a</narrative></title></document-link>"
)

# What stands in the indicator; the code of the one fault, how far down, and a part of its text.
CASES = [
    ('<period><period-end iso-date="2020-01-01"/></period>', "missing", 2, "no <period-start>"),
    (year(2020, "").replace("2020-12-31", "2019-12-31"), "out-of-order", 2, "wrong way round"),
    (year(2020, "").replace("2020-12-31", "31/12/2020"), "bad-date", 2, "as in 2013-01-31"),
    (year(2020, "").replace("2020-12-31", "2020-02-30"), "bad-date", 2, '"2020-02-30"'),
    (year(2020, "").replace("2020-12-31", ""), "blank", 2, "iso-date is empty"),
    (year(2020, "<period-end iso-date='2020-12-31'/>"), "named-twice", 2, "2 times <period-end>"),
    (year(2020, "<actual value='1'/><target value='2'/>"), "out-of-order", 2, "period-start, "),
    (year(2020, "<actual valeu='1'/>"), "unknown-attribute", 2, 'did you mean "value"?'),
    (year(2020, "<actul value='1'/>"), "unknown-element", 2, 'did you mean "actual"?'),
    (year(2020, "<actual>11</actual>"), "loose-words", 2, '"11" stand loose in <actual>'),
    (year(2020, "<actual><comment/></actual>"), "missing", 2, "no <narrative>"),
    (
        year(2020, "<actual><comment><narrative>a<b/></narrative></comment></actual>"),
        *("unknown-element", 2, "<narrative> has a <b>"),
    ),
    (
        year(2020, "<actual xmlns:o='urn:o' o:a='1' value='1'/>"),
        *("unknown-attribute", 2, "from elsewhere"),
    ),
    ("<baseline value='1'/>", "missing", 2, "add year, a year"),
    ("<baseline year='2012/13' value='1'/>", "bad-date", 2, "write a year as in 2013"),
    ("<baseline year='0' value='1'/>", "bad-date", 2, 'year is "0"'),
    ("<baseline year='2012' iso-date='2012' value='1'/>", "bad-date", 2, 'iso-date is "2012"'),
    ("<reference code='1'/>", "missing", 2, "<reference> has no vocabulary"),
    ("<reference code='1' vocabulary=' '/>", "blank", 2, "vocabulary is empty"),
    ("<reference code='1' vocabulary='99' indicator-uri='a b'/>", "bad-link", 2, '"a b"'),
    (LINK, "missing", 2, "<document-link> has no <category>"),
    ("<title><narrative>Again</narrative></title>", "named-twice", 2, "2 times <title>"),
]


@pytest.mark.parametrize(("inside", "code", "down", "part"), CASES)
def test_what_the_schema_does_not_let_stand_is_named_by_its_line(
    inside: str, code: str, down: int, part: str
) -> None:
    (fault,) = refuse(indicate(inside))
    assert (fault.code, fault.line) == (code, FIRST_LINE + down)
    assert part in str(fault)


@pytest.mark.parametrize(
    ("old", "new", "code", "part"),
    [
        ('type="2"', "", "missing", "add type, a type of result"),
        ('type="2"', 'type="4"', "unknown-code", "1 (output), 2 (outcome), 3 (impact), 9 (other)"),
        ('measure="1"', "", "missing", "<indicator> has no measure"),
        ('measure="1"', 'measure="%"', "unknown-code", "2 (percentage)"),
        ('ascending="1"', 'ascending="up"', "wrong-type", "write true or false"),
        ('ascending="1"', 'ascending=""', "blank", "true or false, or leave ascending out"),
        ("<narrative>Better</narrative>", "Better", "loose-words", "<narrative>"),
    ],
)
def test_what_is_wrong_with_a_result_or_an_indicator_is_named(
    old: str, new: str, code: str, part: str
) -> None:
    text = indicate("")
    assert old in text
    faults = refuse(text.replace(old, new))
    assert any(fault.code == code and part in str(fault) for fault in faults)


def test_ten_faults_in_a_file_are_ten_complaints_in_the_order_of_their_lines() -> None:
    text = indicate("\n".join(year(2010 + n, "").replace("12-31", "12-32") for n in range(10)))
    faults = refuse(text)
    assert [fault.line for fault in faults] == [FIRST_LINE + 2 + n for n in range(10)]


def test_nobody_waits_for_more_faults_than_can_be_mended() -> None:
    bad = "".join(f"<x{n}/>" for n in range(MOST_FAULTS * 3))
    assert len(refuse(indicate(bad))) == MOST_FAULTS


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<a/>", "not-iati"),
        ("<iati-organisations version='2.03'/>", "not-iati"),
        ("<iati-activities xmlns='urn:x' version='2.03'/>", "not-iati"),
        ("<iati-activities><iati-activity/></iati-activities>", "missing"),
        ("<iati-activities version='1.05'/>", "other-version"),
        ("<iati-activities version='2.03'/>", "missing"),
        ("<iati-activities version='2.03'><iati-activity/></iati-activities>", "missing"),
        (wrap("").replace("GB-CHC-999999-1", " "), "missing"),
        (wrap("loose"), "loose-words"),
        (wrap(f"{RESULT}</result>"), "missing"),
        (wrap("").replace("</iati-activity>", "</iati-activity><result/>"), "unknown-element"),
    ],
)
def test_what_is_no_file_of_activities_is_refused(text: str, code: str) -> None:
    assert [fault.code for fault in refuse(text)] == [code]


def test_two_activities_cannot_have_one_identifier() -> None:
    start, activity, end = wrap("").partition("<iati-activity xml:lang")
    twice = start + (activity + end.replace("\n</iati-activities>\n", "")) * 2
    (fault,) = refuse(twice + "</iati-activities>")
    assert (fault.code, fault.line) == ("named-twice", FIRST_LINE + 1)


def test_a_character_that_no_other_file_could_hold_is_named_by_its_line() -> None:
    (fault,) = refuse(indicate("").replace("Visits", "Vi\x85sits"))
    assert (fault.code, fault.line) == ("unwritable-character", FIRST_LINE + 1)
    assert "U+0085" in fault.found


@pytest.mark.parametrize(
    ("link", "is_right"),
    [
        ("https://example.org/a?b=c,d&e=(f)#g", True),
        ("http:www.example.org/docs/result_en.odt", True),
        ("https://[2001:db8::1]:8080/a", True),
        ("mailto:someone@example.org", True),
        ("docs/résultat.pdf", True),
        ("https://example.org/a b", False),
        ("https://example.org/a[1]", False),
        ("https://example.org/100%", False),
        ("1:a", False),
        ("<a>", False),
    ],
)
def test_a_link_is_one_that_the_schema_takes(link: str, is_right: bool) -> None:
    xsd = "http://www.w3.org/2001/XMLSchema"
    one = '<s:element name="a" type="s:anyURI"/>'
    schema = etree.XMLSchema(etree.fromstring(f'<s:schema xmlns:s="{xsd}">{one}</s:schema>'))
    element = etree.Element("a")
    element.text = link
    assert is_link(link) is is_right
    assert schema.validate(element) or not is_right


def test_a_file_is_read_from_its_place_and_a_link_is_not(tmp_path: Path) -> None:
    place = tmp_path / "a.xml"
    place.write_text(COMPLETE, encoding="utf-8")
    assert read_iati_file(place).name == "a.xml"
    (tmp_path / "b.xml").symlink_to(place)
    with pytest.raises(InvalidError, match="it is a link"):
        read_iati_file(tmp_path / "b.xml")
    with pytest.raises(InvalidError, match="no such file"):
        read_iati_file(tmp_path / "c.xml")


@given(st.binary(max_size=300))
def test_no_bytes_bring_anything_but_an_answer_or_a_complaint(content: bytes) -> None:
    with pytest.raises(InvalidError):
        parse_iati(content)


SPOILERS = ["", "<", ">", '"', "&", "/>", "</", "0", "-", " ", "\x00", "é", "1e9", "<!--", "value="]


@given(
    st.lists(
        st.tuples(st.integers(0, len(COMPLETE)), st.integers(0, 12), st.sampled_from(SPOILERS)),
        min_size=1,
        max_size=4,
    )
)
def test_a_spoilt_file_is_read_or_refused_and_nothing_else(
    spoilt: list[tuple[int, int, str]],
) -> None:
    text = COMPLETE
    for at, length, new in spoilt:
        text = text[:at] + new + text[at + length :]
    with contextlib.suppress(InvalidError):
        assert convert_iati(parse_iati(text.encode())).sentence
