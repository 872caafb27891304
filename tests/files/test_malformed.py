"""What people get wrong in a folder is named by file, line and mend, all of it at once."""

# ruff: noqa: E501  # one case a line: the list is read as a table

import os
from pathlib import Path

import pytest

import obamodel as oba

GOOD = {
    "evaluation.toml": 'schema_version = 1\nid = "small"\ntitle = "Small"\n',
    "people.toml": '[[populations]]\nid = "adults"\nname = "Adults"\nwho = "all adults"\n',
    "outcomes.toml": (
        '[[outcomes]]\nid = "heard"\nstatement = "Views are heard."\npopulation = "adults"\n'
        '\n[[indicators]]\nid = "one"\nlabel = "1"\nstatement = "Seen."\noutcome = "heard"\n'
    ),
    "counts.csv": "id,of,counted,value\nfew,members,people,12\n",
    "series.toml": (
        '[[series]]\nid = "cautioned"\nname = "Children cautioned"\nkind = "rate"\n'
        'unit = "per 10,000 aged 10-17"\nper = 10000\npolarity = "low is good"\n'
    ),
    "points.csv": "series,period,value,missing\ncautioned,2013/14,54,\ncautioned,2014/15,51.5,\n",
    "baselines.toml": (
        '[[baselines]]\nid = "before"\nseries = "cautioned"\nmethod = "last"\n'
        'frozen = {author = "data group", on = "2015-05", reason = "No new money."}\n'
        'history = [\n  {period = "2013/14", value = 54},\n  {period = "2014/15", value = 51.5},\n]\n'
        'forecast = [\n  {period = "2015/16", value = 51.5},\n]\n'
    ),
}
MAIN, OUTCOMES, COUNTS = "evaluation.toml", "outcomes.toml", "counts.csv"
SERIES, POINTS, BASELINES = "series.toml", "points.csv", "baselines.toml"
ROWS = "series,period,value,lower,flags,missing\n"
START = 'schema_version = 1\nid = "small"\ntitle = "Small"\n'
HEAD = "id,of,counted,value,precision,reason,subset_of\n"


def activity(line: str) -> str:
    return f'[[activities]]\nid = "course"\nname = "A course"\nkind = "training"\n{line}\n'


def feedback(line: str) -> str:
    return (
        '[[feedback]]\nid = "said"\ngist = "Good."\ncame_by = "event"\ngiven = "2011"\n'
        + line
        + "\n"
    )


def event(when: str) -> str:
    return f'[[timeline]]\nid = "began"\ntext = "It began."\nwhen = {when}\n'


def baseline(old: str, new: str) -> str:
    assert old in GOOD[BASELINES]
    return GOOD[BASELINES].replace(old, new)


# What is wrong; the file it is in; what that file holds; the code, the line and a part of the text.
CASES: list[tuple[str, str, str | bytes, str, int | None, str]] = [
    # the form as a whole
    ("no version", MAIN, 'id = "a"\ntitle = "A"\n', "missing", 1, "write schema_version = 1"),
    ("a newer version", MAIN, START.replace("1", "2", 1), "newer-schema", 1, "upgrade obamodel"),
    ("a version as text", MAIN, START.replace("1", '"1"', 1), "wrong-type", 1, 'found "1"'),
    ("version nought", MAIN, START.replace("1", "0", 1), "", 1, "0"),
    ("no title", MAIN, 'schema_version = 1\nid = "a"\n', "missing", 1, "title"),
    ("a misspelt key", MAIN, START + 'sumary = "x"\n', "unknown-key", 4, 'did you mean "summary"?'),
    ("an unknown key", MAIN, START + 'weather = "x"\n', "unknown-key", 4, '"weather" is not a key'),
    ("an empty title", MAIN, START.replace('"Small"', '""'), "blank", 3, "it is empty"),
    ("a title of spaces", MAIN, START.replace('"Small"', '"  "'), "blank", 3, "it is empty"),
    ("a number for words", MAIN, START + "summary = 5\n", "wrong-type", 4, "found 5"),
    ("true for words", MAIN, START + "summary = true\n", "wrong-type", 4, "quotation marks"),
    ("words for a list", MAIN, START + 'drivers = "x"\n', "wrong-type", 4, "give a list"),
    ("a number in a list", MAIN, START + 'drivers = ["x", 5]\n', "wrong-type", 4, "found 5"),
    ("a bell in the words", MAIN, START + 'summary = "\\u0007"\n', "unwritable-character", 4, "U+0007"),
    ("a bad name", MAIN, START.replace('"small"', '"Our Evaluation"'), "bad-name", 2, "a-z"),
    ("a name with two hyphens", MAIN, START.replace('"small"', '"a--b"'), "bad-name", 2, '"a--b"'),
    ("another file's key", MAIN, START + "[[outcomes]]\n", "wrong-file", 4, "move it to outcomes.toml"),
    # TOML
    ("an open quotation", MAIN, 'schema_version = 1\nid = "a\n', "open-quotation", 2, "close it"),
    ("a key twice", MAIN, START + 'id = "b"\n', "written-twice", 4, "keep one of them"),
    ("words without quotation", MAIN, START + "summary = good\n", "", 4, ""),
    ("no equals sign", MAIN, START + 'summary "x"\n', "", 4, ""),
    ("an open list", MAIN, START + 'drivers = ["x"\n', "", None, ""),
    ("a broken heading", "factors.toml", '[[factors]\nid = "x"\n', "", 1, ""),
    ("brackets too deep", "factors.toml", "x = " + "[" * 100_000, "too-large", 1, "64 deep"),
    ("a key of too many parts", "factors.toml", "a" + ".a" * 20_000 + " = 1", "too-large", 1, "32"),
    ("not a number", MAIN, START + "summary = nan\n", "wrong-type", 4, "quotation marks"),
    ("not UTF-8", MAIN, START.encode() + b'summary = "\xff"\n', "not-utf-8", 4, "UTF-8"),
    ("UTF-16", MAIN, START.encode("utf-16"), "not-utf-8", None, "UTF-8"),
    ("a NUL", MAIN, START.encode() + b"\x00", "", 4, ""),
    ("one bracket for two", "factors.toml", '[factors]\nid = "x"\n', "one-for-many", 1, "two brackets"),
    ("a number for things", "factors.toml", "factors = 5\n", "wrong-type", 1, "give a list"),
    # nouns
    ("a name without a thing", OUTCOMES, '[[outcomes]]\nid = "a"\n', "missing", 1, "it is missing"),
    ("an unknown choice", "activities.toml", activity('status = "dnoe"'), "unknown-choice", 5, '"done"'),
    ("a choice of another set", "activities.toml", activity('status = "adopted"'), "unknown-choice", 5, "choose one of"),
    ("a choice in capitals", "activities.toml", activity('status = "DONE"'), "unknown-choice", 5, '"done"'),
    ("true for a choice", "activities.toml", activity("status = true"), "unknown-choice", 5, "found True"),
    ("a word for true", "people.toml", GOOD["people.toml"] + '[[partners]]\nid = "p"\nname = "P"\nin_network = "yes"\n', "wrong-type", 8, "true or false"),
    ("consent without its source", "feedback.toml", feedback('consent = {state = "already published"}'), "no-source", 6, "name the published source"),
    ("a misspelt consent", "feedback.toml", feedback('consent = {state = "anonymus"}'), "unknown-choice", 6, '"anonymous"'),
    ("consent as a word", "feedback.toml", feedback('consent = "publish"'), "wrong-type", 6, "give a table"),
    ("a rating off its scale", "feedback.toml", feedback("rating = {value = 11, highest = 10}"), "off-the-scale", 6, "lies outside its scale"),
    ("an endless rating", "feedback.toml", feedback("rating = {value = inf}"), "not-finite", 6, "ordinary number"),
    # dates
    ("a British date", "method.toml", event('"05/08/2011"'), "bad-date", 4, 'write a day "2011-08-05"'),
    ("a winter of one year", "method.toml", event('"winter 2011"'), "bad-date", 4, "winter 2010/11"),
    ("a financial year", "method.toml", event('"2011/12"'), "bad-date", 4, '"2011/12"'),
    ("the thirtieth of February", "method.toml", event('"2011-02-30"'), "bad-date", 4, '"2011-02-30"'),
    ("an unknown date without a reason", "method.toml", event('"unknown:"'), "bad-date", 4, "and why"),
    ("a moment for a date", "method.toml", event("2011-01-01T10:00:00"), "bad-date", 4, "hour"),
    ("a number for a year", "method.toml", event("2011"), "bad-date", 4, "found 2011"),
    # names that refer to something
    ("a misspelt reference", OUTCOMES, GOOD[OUTCOMES].replace('"adults"', '"adult"'), "refers-to-nothing", 4, 'did you mean "adults"?'),
    ("a reference to another kind", OUTCOMES, GOOD[OUTCOMES].replace('"adults"', '"one"'), "wrong-kind-of-reference", 4, "one of the indicators"),
    ("a name used twice", OUTCOMES, GOOD[OUTCOMES].replace('id = "one"', 'id = "adults"'), "named-twice", 7, "already the name of"),
    ("a round that follows itself", "reflection.toml", '[[cycles]]\nid = "c"\ntitle = "C"\nquestion_set = "era"\nfollows = "c"\n', "follows-itself", 5, "name the round before"),
    ("an unknown question set", "reflection.toml", '[[cycles]]\nid = "c"\ntitle = "C"\nquestion_set = "gibs"\n', "unknown-question-set", 4, 'did you mean "gibbs"?'),
    ("an unknown question", "reflection.toml", '[[cycles]]\nid = "c"\ntitle = "C"\nquestion_set = "gibbs"\nresponses = [{question = "felings", text = "x"}]\n', "unknown-question", 5, '"feelings"'),
    ("evidence that is not there", "reflection.toml", '[[cycles]]\nid = "c"\ntitle = "C"\nquestion_set = "gibbs"\nresponses = [{question = "feelings", text = "x", evidence = ["on"]}]\n', "refers-to-nothing", 5, '"one"'),
    ("a waiver for nothing that is there", "review.toml", '[[waivers]]\nrule = "x"\nabout = "tow"\njudged = {author = "a", on = "2011", reason = "r"}\n', "refers-to-nothing", 3, "anything in the evaluation"),
    ("two words for one idea", "words.toml", '[vocabulary]\nid = "w"\ntitle = "W"\nwords = [{idea = "effort", word = "cause"}, {idea = "effort", word = "work"}]\n', "named-twice", 4, "two words"),
    # counts
    ("about in a sign", COUNTS, HEAD + "few,members,people,~45,,,\n", "not-a-whole-number", 2, 'write 45, and "about" under precision'),
    ("a comma in a number", COUNTS, HEAD + 'few,members,people,"1,000",,,\n', "not-a-whole-number", 2, "write 1000"),
    ("a decimal count", COUNTS, HEAD + "few,members,people,4.5,,,\n", "not-a-whole-number", 2, '"4.5"'),
    ("fewer than nobody", COUNTS, HEAD + "few,members,people,-4,,,\n", "", 2, "4"),
    ("no number", COUNTS, HEAD + "few,members,people,,,,\n", "number-missing", 2, "an empty place is not zero"),
    ("unknown without a reason", COUNTS, HEAD + "few,members,people,,unknown,,\n", "unknown-without-reason", 2, "write the reason"),
    ("a number of an unknown", COUNTS, HEAD + "few,members,people,4,unknown,lost,\n", "number-of-an-unknown", 2, "yet has the number 4"),
    ("people of another word", COUNTS, HEAD + "few,members,persons,4,,,\n", "unknown-choice", 2, "people, attendances, things"),
    ("a misspelt column", COUNTS, "id,off,counted,value\nfew,members,people,4\n", "unknown-key", 1, 'did you mean "of"?'),
    ("a column twice", COUNTS, "id,of,counted,value,value\nfew,members,people,4,5\n", "", 1, "value"),
    ("too many cells", COUNTS, "id,of,counted,value\nfew,members, old,people,4\n", "too-many-cells", 2, "in quotation marks"),
    ("semicolons", COUNTS, "id;of;counted;value\nfew;members;people;4\n", "not-commas", 1, "commas"),
    ("an open cell", COUNTS, 'id,of,counted,value\nfew,"members,people,4\n', "open-quotation", 2, "close it"),
    ("a part larger than its whole", COUNTS, HEAD + "all,members,people,12,,,\nfew,members,people,13,,,all\n", "part-larger-than-whole", 3, "13"),
    ("parts in a circle", COUNTS, HEAD + "a,members,people,4,,,b\nb,members,people,4,,,a\n", "circle", 2, "a part of itself"),
    # points
    ("a misspelt series", POINTS, ROWS + "cautiond,2013/14,54,,,\n", "refers-to-nothing", 2, 'did you mean "cautioned"?'),
    ("a row of no series", POINTS, ROWS + ",2013/14,54,,,\n", "missing", 2, "write the id of a series"),
    ("a year after the next", POINTS, ROWS + "cautioned,2013/15,54,,,\n", "bad-period", 2, '"2013/14"'),
    ("a financial year with a hyphen", POINTS, ROWS + "cautioned,2013-14,54,,,\n", "ambiguous-period", 2, 'write "2013/14" or "2013/14 (academic)" or "2013-2014 (pooled)"'),
    ("a month as a spreadsheet makes it", POINTS, ROWS + "cautioned,Nov-10,54,,,\n", "", 2, "Nov-10"),
    ("no period", POINTS, ROWS + "cautioned,,54,,,\n", "missing", 2, "period"),
    ("a percentage", POINTS, ROWS + "cautioned,2013/14,12 %,,,\n", "not-a-number", 2, "write 12, and per = 100"),
    ("thousands with a comma", POINTS, ROWS + 'cautioned,2013/14,"1,234",,,\n', "not-a-number", 2, "write 1234"),
    ("a star", POINTS, ROWS + "cautioned,2013/14,*,,,\n", "not-a-number", 2, "say why under missing"),
    ("a sign for confidential", POINTS, ROWS + "cautioned,2013/14,[c],,,\n", "not-a-number", 2, "say why under missing: confidential"),
    ("two dots", POINTS, ROWS + "cautioned,2013/14,..,,,\n", "not-a-number", 2, "say why under missing"),
    ("two dots for a limit", POINTS, ROWS + "cautioned,2013/14,12,..,,\n", "not-a-number", 2, "leave the cell empty"),
    ("a limit above the value", POINTS, ROWS + "cautioned,2013/14,12,13,,\n", "limits-out-of-order", 2, "13 is above the value"),
    ("neither value nor reason", POINTS, ROWS + "cautioned,2013/14,,,,\n", "number-missing", 2, "nothing says why"),
    ("a value of what is missing", POINTS, ROWS + "cautioned,2013/14,54,,,lost\n", "number-of-a-missing", 2, "has the value 54"),
    ("a misspelt flag", POINTS, ROWS + "cautioned,2013/14,54,,revised provisonal,\n", "unknown-choice", 2, 'flags[1]: found "provisonal"; did you mean "provisional"?'),
    ("a period twice", POINTS, ROWS + "cautioned,2014/15,54,,,\ncautioned,2013/14,54,,,\ncautioned,2014/15,53,,,\n", "duplicate-period", 4, "2014/15 is already at line 2"),
    ("periods of two kinds", POINTS, ROWS + "cautioned,2014/15,54,,,\ncautioned,2013,53,,,\ncautioned,2012/13,50,,,\n", "mixed-periods", 3, "a calendar year"),
    ("a misspelt column of points", POINTS, "series,perod,value\ncautioned,2013/14,54\n", "unknown-key", 1, 'did you mean "period"?'),
    ("no column for the series", POINTS, "period,value\n2013/14,54\n", "missing", 1, "write series into the first line"),
    ("too many cells in a point", POINTS, "series,period,value\ncautioned,2013/14,1,234\n", "too-many-cells", 2, "in quotation marks"),
    ("points with semicolons", POINTS, "series;period;value\ncautioned;2013/14;54\n", "not-commas", 1, "commas"),
    # series
    ("points among the words", SERIES, GOOD[SERIES] + 'observations = [{period = "2013/14", value = 54}]\n', "wrong-file", 8, "write each as a row of points.csv"),
    ("a rate per nothing", SERIES, GOOD[SERIES].replace("per = 10000\n", ""), "per-missing", 1, "per"),
    ("an unknown way that is good", SERIES, GOOD[SERIES].replace("low is good", "low"), "unknown-choice", 7, "choose one of: high is good, low is good"),
    ("a series about nothing", SERIES, GOOD[SERIES] + 'about = ["tow"]\n', "refers-to-nothing", 8, "choose from: one"),
    # baselines
    ("a number for a period", BASELINES, baseline('{period = "2013/14", value = 54}', "{period = 2014, value = 54}"), "bad-period", 7, 'write it in quotation marks: "2014"'),
    ("a baseline of no series", BASELINES, baseline('series = "cautioned"', 'series = "cautiond"'), "refers-to-nothing", 3, 'did you mean "cautioned"?'),
    ("a gap before the forecast", BASELINES, baseline('"2015/16"', '"2016/17"'), "gap", 11, "begin it with the next period"),
    ("a forecast inside the history", BASELINES, baseline('{period = "2013/14", value = 54},\n', "").replace('"2015/16"', '"2014/15"'), "out-of-order", 10, "does not come after"),
    ("a forecast agreed by nobody", BASELINES, baseline('"last"', '"given"'), "agreed-by-nobody", 1, "say who agreed it"),
    ("a covariance of too few", BASELINES, GOOD[BASELINES] + "covariance = [1, 2]\n", "wrong-number", 13, "the 1 of the lower triangle"),
    ("a word in a covariance", BASELINES, GOOD[BASELINES] + 'covariance = [1, "x"]\n', "wrong-type", 13, "write a number"),
    ("a history of other periods", BASELINES, baseline('"2013/14"', '"2013"').replace('"2014/15"', '"2014"').replace('"2015/16"', '"2015"'), "other-periods", 8, "give both the same kind of period"),
    ("a series compared with itself", BASELINES, GOOD[BASELINES] + 'comparisons = ["cautioned"]\n', "compared-with-itself", 13, "name another series"),
    ("a baseline that replaces itself", BASELINES, GOOD[BASELINES] + 'replaces = "before"\n', "replaces-itself", 13, "leave it out"),
    ("baselines in a circle", BASELINES, GOOD[BASELINES] + 'replaces = "after"\n' + baseline('"before"', '"after"') + 'replaces = "before"\n', "circle", 13, "its own replacement"),
    # files
    ("a misspelt file", "feedbck.toml", "x = 1\n", "unknown-file", None, 'did you mean "feedback.toml"?'),
    ("an unknown table", "numbers.csv", "a,b\n", "unknown-file", None, "no file of this name"),
]  # fmt: skip


def write(folder: Path, contents: dict[str, str | bytes]) -> Path:
    folder.mkdir()
    for name, content in contents.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def find_faults(folder: Path) -> tuple[oba.Fault, ...]:
    with pytest.raises(oba.InvalidError) as caught:
        oba.load(folder)
    assert "Traceback" not in str(caught.value)
    return caught.value.faults


def test_the_folder_that_is_broken_in_each_case_is_sound_without_it(tmp_path: Path) -> None:
    assert oba.load(write(tmp_path / "sound", {**GOOD})).title == "Small"


def test_there_are_sixty_cases_and_more() -> None:
    assert len({case[0] for case in CASES}) == len(CASES) >= 60


@pytest.mark.parametrize(
    ("file", "content", "code", "line", "phrase"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_it_is_named_by_file_and_line_with_its_mend(
    tmp_path: Path, file: str, content: str | bytes, code: str, line: int | None, phrase: str
) -> None:
    faults = find_faults(write(tmp_path / "folder", {**GOOD, file: content}))
    fits = [
        fault
        for fault in faults
        if fault.file == file
        and (not code or fault.code == code)
        and (line is None or fault.line == line)
        and phrase in str(fault)
    ]
    assert fits, [str(fault) for fault in faults]
    assert all(fault.mend for fault in faults)
    assert len({(fault.file, fault.line, fault.path, fault.code) for fault in faults}) == len(
        faults
    )


def test_ten_faults_in_five_files_are_all_named_at_once_and_in_the_order_of_their_places(
    tmp_path: Path,
) -> None:
    folder = write(
        tmp_path / "folder",
        {
            "evaluation.toml": START + 'sumary = "x"\nbackground = 5\n',
            "people.toml": GOOD["people.toml"].replace('"all adults"', '""'),
            "outcomes.toml": GOOD["outcomes.toml"]
            .replace('"adults"', '"adult"')
            .replace('label = "1"', 'lable = "1"'),
            "counts.csv": HEAD + "few,members,persons,~4,,,all\n",
            "activities.toml": activity('status = "dnoe"'),
        },
    )
    faults = find_faults(folder)
    assert sorted((fault.file, fault.code) for fault in faults) == [
        ("activities.toml", "unknown-choice"),
        ("counts.csv", "not-a-whole-number"),
        ("counts.csv", "refers-to-nothing"),
        ("counts.csv", "unknown-choice"),
        ("evaluation.toml", "unknown-key"),
        ("evaluation.toml", "wrong-type"),
        ("outcomes.toml", "missing"),
        ("outcomes.toml", "refers-to-nothing"),
        ("outcomes.toml", "unknown-key"),
        ("people.toml", "blank"),
    ]
    places = [(fault.file, fault.line or 0) for fault in faults]
    assert places == sorted(places)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(oba.InvalidError, match="nowhere: there is no such file or folder"):
        oba.load(tmp_path / "nowhere")


def test_an_empty_folder_is_told_what_it_lacks(tmp_path: Path) -> None:
    (fault,) = find_faults(write(tmp_path / "empty", {}))
    assert (fault.file, fault.code) == ("evaluation.toml", "not-there")


def test_a_link_is_not_followed_out_of_the_folder(tmp_path: Path) -> None:
    outside = tmp_path / "outside.toml"
    outside.write_text(GOOD["people.toml"], encoding="utf-8")
    contents = {name: text for name, text in GOOD.items() if name != "people.toml"}
    folder = write(tmp_path / "folder", {**contents})
    (folder / "people.toml").symlink_to(outside)
    faults = find_faults(folder)
    assert any(fault.file == "people.toml" and "link" in str(fault) for fault in faults)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    contents = {name: text for name, text in GOOD.items() if name != "people.toml"}
    folder = write(tmp_path / "folder", {**contents})
    os.mkfifo(folder / "people.toml")
    assert any(fault.file == "people.toml" for fault in find_faults(folder))


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    contents: dict[str, str | bytes] = {
        **GOOD,
        "README.md": "# ours",
        "minutes.docx": b"\x00\xff",
        ".gitignore": "x",
    }
    assert oba.load(write(tmp_path / "folder", contents)).title == "Small"


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("", "one.json"),
        ("{", "one.json"),
        ("[]", "one.json"),
        ('{"schema_version": 1, "id": "a", "id": "b", "title": "A"}', "id"),
        ('{"schema_version": 1, "id": "a", "title": NaN}', "NaN"),
        ('{"schema_version": 1, "id": "a", "title": null}', "title"),
        ('{"schema_version": 9, "id": "a", "title": "A"}', "upgrade obamodel"),
        ('{"schema_version": 1, "id": "a", "title": "\\ud800"}', "U+D800"),
        ("[" * 100_000, "one.json"),
        ('{"schema_version": 1, "id": "a", "titel": "A"}', 'did you mean "title"?'),
    ],
)
def test_a_broken_single_file_is_refused_by_name(tmp_path: Path, text: str, phrase: str) -> None:
    target = tmp_path / "one.json"
    target.write_text(text, encoding="utf-8")
    with pytest.raises(oba.InvalidError) as caught:
        oba.load(target)
    assert phrase in str(caught.value)


def test_an_evaluation_is_not_saved_under_an_ending_that_nobody_reads(tmp_path: Path) -> None:
    with pytest.raises(oba.InvalidError):
        oba.save(oba.load_example("mime"), tmp_path / "mime.xyz")
    assert list(tmp_path.iterdir()) == []


def test_an_evaluation_is_not_saved_over_a_file_that_is_not_a_folder(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("mine", encoding="utf-8")
    with pytest.raises(oba.InvalidError):
        oba.save(oba.load_example("mime"), tmp_path / "notes")
    assert (tmp_path / "notes").read_text(encoding="utf-8") == "mine"
