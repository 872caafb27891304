"""What stands in the wrong file is named there, and checked as if it stood in the right one."""

from obamodel.files.folder import read_texts

MAIN = 'schema_version = 1\nid = "small"\ntitle = "Small"\n'
RISK = '[[risks]]\nid = "{}"\nname = "x"\n'


def tell(**texts: str) -> list[tuple[str, int | None, str, str]]:
    contents = {"evaluation.toml": MAIN.encode()}
    contents |= {name.replace("_", ".", 1): text.encode() for name, text in texts.items()}
    return [
        (fault.file, fault.line, str(fault.place).partition(" ")[2], fault.code)
        for fault in read_texts(contents).faults
    ]


def test_a_thing_in_the_wrong_file_is_sent_home_and_can_still_be_referred_to() -> None:
    assert tell(
        factors_toml='[[activities]]\nid = "course"\nname = "x"\nkind = "trainin"\n',
        reflection_toml='[[lessons]]\nid = "a"\ntext = "x"\nactivities = ["course"]\n',
    ) == [
        ("factors.toml", 1, "activities", "wrong-file"),
        ("factors.toml", 4, "activities[0].kind", "unknown-choice"),
    ]


def test_things_of_one_kind_in_two_files_are_each_named_by_their_own_line() -> None:
    assert tell(
        recommendations_toml=RISK.format("a") + RISK.format("B"),
        factors_toml="\n" + RISK.format("C") + RISK.format("a"),
    ) == [
        ("factors.toml", 2, "risks", "wrong-file"),
        ("factors.toml", 3, "risks[0].id", "bad-name"),
        ("factors.toml", 6, "risks[1].id", "named-twice"),
        ("recommendations.toml", 5, "risks[1].id", "bad-name"),
    ]


def test_counts_among_the_words_are_sent_to_the_table() -> None:
    (fault,) = read_texts(
        {
            "evaluation.toml": MAIN.encode(),
            "measures.toml": b'[[counts]]\nid = "a"\nof = "x"\ncounted = "people"\nvalue = 3\n',
        }
    ).faults
    assert str(fault) == (
        'measures.toml:1 counts: "counts" belongs in counts.csv; '
        "write each as a row of counts.csv [wrong-file]"
    )


def test_a_key_without_its_heading_is_shown_the_heading() -> None:
    (fault,) = read_texts({"evaluation.toml": MAIN.encode(), "people.toml": b'id = "a"\n'}).faults
    assert "or write a heading such as [[populations]] over it" in fault.mend


def test_a_misspelt_kind_is_answered_with_the_nearest_of_its_own_file_or_of_another() -> None:
    faults = read_texts(
        {"evaluation.toml": MAIN.encode(), "people.toml": b"[[partner]]\n[[factor]]\n"}
    ).faults
    assert [fault.mend for fault in faults] == [
        'did you mean "partners"?',
        'did you mean "factors"? It belongs in factors.toml',
    ]


def test_a_row_of_which_nothing_is_sure_is_named_once() -> None:
    head = "id,of,counted,value\n"
    assert tell(counts_csv=head + "Bad Name,x,persons,many,and,more\nb,y,people,3\n") == [
        ("counts.csv", 2, "counts[0]", "too-many-cells")
    ]


def test_a_column_that_is_missing_is_named_once_and_not_for_every_row() -> None:
    assert tell(counts_csv="id,counted,value\na,people,3\nb,people,4\n") == [
        ("counts.csv", 1, "counts", "missing")
    ]


# --- series and their points -----------------------------------------------------------------

SERIES = (
    '[[series]]\nid = "calls"\nname = "Calls"\nkind = "count"\nunit = "calls"\n'
    'polarity = "low is good"\n'
)
POINTS = "series,period,value,missing\n"


def test_points_may_stand_in_any_order_and_their_faults_in_the_row_where_they_are() -> None:
    rows = "calls,2015,3,\ncalls,2013,-1,\ncalls,2014,1.5,\n"
    assert tell(series_toml=SERIES, points_csv=POINTS + rows) == [
        ("points.csv", 3, "points[1].value", "negative"),
        ("points.csv", 4, "points[2].value", "not-whole"),
    ]


def test_points_of_two_series_that_are_mixed_together_go_each_to_its_own() -> None:
    rows = "calls,2013,1,\nletters,2013,2,\ncalls,2014,3,\nletters,2014,,\n"
    assert tell(
        series_toml=SERIES + SERIES.replace("calls", "letters"), points_csv=POINTS + rows
    ) == [("points.csv", 5, "points[3].value", "number-missing")]


def test_a_series_in_the_wrong_file_still_has_its_points() -> None:
    assert tell(measures_toml=SERIES, points_csv=POINTS + "calls,2013,-1,\n") == [
        ("measures.toml", 1, "series", "wrong-file"),
        ("points.csv", 2, "points[0].value", "negative"),
    ]


def test_points_are_not_blamed_for_a_file_of_series_that_cannot_be_read() -> None:
    assert tell(
        series_toml=SERIES + 'note = "open\n', points_csv=POINTS + "letters,2013,-1,\n"
    ) == [("series.toml", 7, "", "open-quotation")]


def test_series_are_not_blamed_for_a_table_of_points_that_cannot_be_read() -> None:
    assert tell(series_toml=SERIES, points_csv='series,period,"value\ncalls,2013,1\n') == [
        ("points.csv", 1, "", "open-quotation")
    ]


def test_a_series_with_no_points_yet_is_sound() -> None:
    assert tell(series_toml=SERIES) == []
    assert tell(series_toml=SERIES, points_csv=POINTS) == []


def test_a_row_of_which_nothing_is_sure_hides_no_fault_of_another_row() -> None:
    rows = "calls,2013,1,234,5\nletters,2014,*,\n,2015,3,\n"
    assert tell(series_toml=SERIES, points_csv=POINTS + rows) == [
        ("points.csv", 2, "points[0]", "too-many-cells"),
        ("points.csv", 3, "points[1].value", "not-a-number"),
        ("points.csv", 3, "points[1].series", "refers-to-nothing"),
        ("points.csv", 4, "points[2].series", "missing"),
    ]
