"""A hostile file is refused before it is parsed, and a broken one with its line."""

import pytest

from obamodel.errors import InvalidError
from obamodel.files.iati.parsing import DEEPEST, LONGEST_TEXT, parse_xml

LAUGHS = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 10))


def refuse(content: str | bytes) -> tuple[str, int | None]:
    raw = content.encode() if isinstance(content, str) else content
    with pytest.raises(InvalidError) as caught:
        parse_xml(raw, "a.xml")
    (fault,) = caught.value.faults
    assert fault.file == "a.xml"
    return fault.code, fault.line


@pytest.mark.parametrize(
    "start",
    [
        "<!DOCTYPE a>",
        "<!doctype a>",
        f'<!DOCTYPE a [<!ENTITY b0 "ha">{LAUGHS}]>',
        '<!DOCTYPE a SYSTEM "http://example.org/a.dtd">',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://example.org/p"> %p;]>',
        '<!ENTITY x "y">',
    ],
)
def test_a_document_type_is_refused_wherever_it_stands(start: str) -> None:
    assert refuse(f"{start}<a>&x;</a>") == ("doctype", 1)
    before = '<?xml version="1.0"?>\n<!-- > <!DOCTYPE -->\n<?style x?>\n  '
    assert refuse(f"{before}{start}<a/>") == ("doctype", 4)
    assert refuse(f"{start}<a/>".encode("utf-16")) == ("doctype", 1)
    assert refuse(b"\xef\xbb\xbf" + f"{start}<a/>".encode()) == ("doctype", 1)


def test_words_about_a_document_type_are_no_document_type() -> None:
    tree = parse_xml(b"<!-- <!DOCTYPE a> --><a><![CDATA[<!DOCTYPE a>]]></a>", "a.xml")
    assert tree.root.words == "<!DOCTYPE a>"


def test_an_unknown_entity_is_no_xml() -> None:
    assert refuse("<a>\n&other;</a>") == ("not-xml", 2)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("", 1),
        ("no xml at all", 1),
        ("<a>\n<b>\n</a>", 3),
        ("<a>\x00</a>", 1),
        ("<a>\n<b c='1' c='2'/></a>", 2),
        ("<a/>\n<b/>", 2),
        ("<a><own:b/></a>", 1),
        ("<a>&#xFFFE;</a>", 1),
        ("<a>&#0;</a>", 1),
    ],
)
def test_what_is_no_xml_is_refused_with_its_line(content: str, line: int) -> None:
    assert refuse(content) == ("not-xml", line)


def test_what_nests_deeper_than_any_file_is_refused_even_where_it_is_only_kept() -> None:
    parse_xml(b"<a>" * DEEPEST + b"</a>" * DEEPEST, "a.xml")
    assert refuse("<a>" * 100_000)[0] == "too-large"
    kept = "<iati-activity>" + "<own>" * DEEPEST + "</own>" * DEEPEST + "</iati-activity>"
    assert refuse(kept)[0] == "too-large"


def test_what_goes_on_for_ever_is_refused() -> None:
    assert refuse(f"<a>{'x' * (LONGEST_TEXT + 1)}</a>")[0] == "too-large"
    assert refuse(f"<a b='{'x' * (LONGEST_TEXT + 1)}'/>")[0] == "too-large"
    for attribute in ("b{}", "xmlns:b{}"):
        many = " ".join(f"{attribute.format(n)}='c'" for n in range(101))
        assert refuse(f"<a {many}/>")[0] == "too-large"
    assert refuse(f"<{'a' * 1001}/>")[0] == "too-large"
    assert refuse(f"<a>{'<b/>' * 400_000}</a>")[0] == "too-large"


def test_a_file_is_read_in_the_encoding_that_it_names() -> None:
    text = '<?xml version="1.0" encoding="{}"?><a>café</a>'
    for encoding in ("UTF-8", "iso-8859-1", "windows-1252"):
        content = text.format(encoding).encode(encoding)
        assert parse_xml(content, "a.xml").root.words == "café"
    assert parse_xml("<a>café</a>".encode("utf-16"), "a.xml").root.words == "café"


def test_an_encoding_that_is_not_so_or_not_known_is_refused() -> None:
    text = '<?xml version="1.0" encoding="{}"?>\n<a>café</a>'
    assert refuse(text.format("UTF-8").encode("latin-1")) == ("not-utf-8", 2)
    assert refuse(text.format("utf-7").encode()) == ("unknown-encoding", 1)
    assert refuse(b"\xff\xfe<") == ("not-utf-8", 1)


def test_an_element_from_elsewhere_is_kept_word_for_word_with_the_namespaces_it_needs() -> None:
    text = (
        "<a xmlns:p='urn:a&amp;b' xmlns:q='urn:q'>"
        "<p:one two='>' three=\"'/>\"/>\n<p:four><!-- kept --><![CDATA[<]]>&lt;</p:four ></a>"
    )
    first, second = [raw for _, raw in parse_xml(text.encode(), "a.xml").root.raws]
    assert first.name == "{urn:a&b}one"
    assert first.xml == '<p:one xmlns:p="urn:a&amp;b" two=\'>\' three="\'/>"/>'
    assert second.xml == ('<p:four xmlns:p="urn:a&amp;b"><!-- kept --><![CDATA[<]]>&lt;</p:four >')
    again = parse_xml(f"<a>{first.xml}{second.xml}</a>".encode(), "a.xml").root
    assert [raw for _, raw in again.raws] == [first, second]


def test_lines_are_counted_whatever_ends_them() -> None:
    for end in ("\n", "\r\n"):
        tree = parse_xml(f"<a>{end}<b/>{end}<c/></a>".encode(), "a.xml")
        assert [child.line for child in tree.root.children] == [2, 3]


def test_a_carriage_return_is_a_line_end() -> None:
    assert parse_xml(b"<a>one&#13;&#10;two&#13;three</a>", "a.xml").root.words == "one\ntwo\nthree"
