"""Is a drawing written as SVG point for point?"""

from xml.etree import ElementTree

from obamodel.plots.drawing import Box, Dot, Drawing, Line, Shape, Words
from obamodel.plots.svg import write_svg

SVG = "{http://www.w3.org/2000/svg}"


def write(*items: Box | Dot | Line | Shape | Words) -> ElementTree.Element:
    drawing = Drawing(width=100, height=50, items=items)
    return ElementTree.fromstring(write_svg(drawing, 'A "small" drawing & more'))


def test_the_page_has_its_size_in_points_and_its_words_for_those_who_listen() -> None:
    root = write()
    assert root.tag == f"{SVG}svg"
    assert root.attrib["viewBox"] == "0 0 100 50"
    assert (root.attrib["width"], root.attrib["height"]) == ("100pt", "50pt")
    assert root.attrib["aria-label"] == 'A "small" drawing & more'
    (page,) = root
    assert page.attrib == {"x": "0", "y": "0", "width": "100", "height": "50", "fill": "#ffffff"}


def test_each_kind_of_item_is_written_where_it_stands() -> None:
    _, box, dot, line, shape, words = write(
        Box(x=1, y=2, width=3, height=4, fill=None, edge="#000000", weight=0.5, dashed=True),
        Dot(x=5, y=6, radius=1.25, fill="#0000ff"),
        Line(points=[(0, 0), (1.234567, 2)], colour="#000000"),
        Shape(points=[(0, 0), (1, 0), (0, 1)], fill="#00ff00"),
        Words(x=7, y=8, text="<b>", size=9, bold=True, align="right"),
    )
    assert box.tag == f"{SVG}rect"
    assert box.attrib["fill"] == "none"
    assert box.attrib["stroke-dasharray"]
    assert (dot.attrib["cx"], dot.attrib["cy"], dot.attrib["r"]) == ("5", "6", "1.25")
    assert "stroke" not in dot.attrib
    assert line.attrib["points"] == "0,0 1.23,2"
    assert shape.attrib["points"] == "0,0 1,0 0,1"
    assert words.text == "<b>"
    assert (words.attrib["x"], words.attrib["y"]) == ("7", "8")
    assert words.attrib["text-anchor"] == "end"
    assert words.attrib["font-weight"] == "bold"


def test_a_dotted_line_and_the_edge_of_a_shape_are_written() -> None:
    _, dotted, dashed, shape = write(
        Line(points=[(0, 0), (9, 9)], dotted=True),
        Line(points=[(0, 0), (9, 9)], dashed=True),
        Shape(points=[(0, 0), (1, 0), (0, 1)], fill="#ffffff", edge="#000000", weight=1.5),
    )
    assert dotted.attrib["stroke-dasharray"] != dashed.attrib["stroke-dasharray"]
    assert (shape.attrib["stroke"], shape.attrib["stroke-width"]) == ("#000000", "1.5")


def test_stripes_are_slanted_lines_that_stay_inside_their_box() -> None:
    for width, height in ((60, 13), (3, 13), (1, 1)):
        _, _, *stripes = write(Box(x=10, y=20, width=width, height=height, striped=True))
        assert len(stripes) >= (width + height) // 6
        for stripe in stripes:
            start, end = (
                tuple(float(number) for number in point.split(","))
                for point in stripe.attrib["points"].split()
            )
            for x, y in (start, end):
                assert 10 <= x <= 10 + width
                assert 20 <= y <= 20 + height
            assert start[0] - end[0] == end[1] - start[1]  # at 45 degrees


def test_no_element_has_a_name_that_another_picture_could_share() -> None:
    root = write(Box(x=0, y=0, width=50, height=20, striped=True))
    assert not [element for element in root.iter() if "id" in element.attrib]
