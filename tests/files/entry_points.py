"""Everything through which somebody else's bytes come in, each as a function of bytes."""

import contextlib
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import obamodel as oba
from obamodel.errors import InvalidError
from obamodel.files.iati import read_iati
from tests.files.handmade_books import make_ods, make_xls, make_xlsb
from tests.files.iati.building import COMPLETE
from tests.files.tables.awkward import make_xlsx

CALLS = oba.Series.from_dict(
    {"2014/15": 54, "2015/16": 60},
    id="calls",
    name="Calls answered",
    kind=oba.SeriesKind.COUNT,
    unit="calls",
    polarity=oba.Polarity.NONE,
    counted=oba.Counted.THINGS,
)
SMALL = oba.Evaluation(
    id="small",
    title="Small",
    populations=[oba.Population(id="adults", name="Adults", who="all adults in Essex")],
    outcomes=[oba.Outcome(id="heard", statement="Views are heard.", population="adults")],
    series=[CALLS],
)


class EntryPoint(NamedTuple):
    """A way in: what is done with bytes that come through it, and some that are right."""

    open: Callable[[bytes], object]
    good: bytes
    spoilers: tuple[bytes, ...]


@contextlib.contextmanager
def _kept(content: bytes, name: str) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, name)
        place.write_bytes(content)
        yield place


def _read_period(content: bytes) -> object:
    return oba.Period.parse(content.decode(errors="replace"))


def _read_periods(content: bytes) -> object:
    return oba.read_periods(content.decode(errors="replace").splitlines())


def _load_json(content: bytes) -> object:
    with _kept(content, "small.json") as place:
        return oba.load(place)


def _load_workbook(content: bytes) -> object:
    with _kept(content, "small.xlsx") as place:
        return oba.load(place)


def _load_folder(content: bytes, name: str) -> object:
    with tempfile.TemporaryDirectory() as folder:
        oba.save(SMALL, Path(folder, "small"))
        Path(folder, "small", name).write_bytes(content)
        return oba.load(Path(folder, "small"))


def _load_release(content: bytes) -> object:
    with _kept(content, "release.json") as place:
        return oba.load_release(place)


def _read_package(content: bytes, name: str) -> object:
    with tempfile.TemporaryDirectory() as folder:
        oba.write_data_package(folder, name="small", title="Small", series=[CALLS])
        Path(folder, name).write_bytes(content)
        return oba.read_data_package(folder)


def _read_scorecard(content: bytes) -> object:
    with _kept(content, "values.csv") as place:
        return oba.read_scorecard(place, series={"7": CALLS}, frequency="month")


def _read_iati(content: bytes) -> object:
    with _kept(content, "results.xml") as place:
        return read_iati(place)


def _read_table(content: bytes, ending: str) -> object:
    with _kept(content, f"table{ending}") as place:
        return oba.read_series(
            place,
            id="calls",
            name="Calls",
            kind="count",
            unit="calls",
            polarity="no judgement",
            period="year",
            value="calls",
            by="area",
        )


def _read_panel(content: bytes) -> object:
    with _kept(content, "table.csv") as place:
        return oba.read_panel(place, by="area", period="year", value="calls")


def _written(name: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "small")
        oba.save(SMALL, place)
        oba.save(SMALL, place / "small.json")
        oba.save(SMALL, place / "small.xlsx")
        oba.write_data_package(folder, name="small", title="Small", series=[CALLS])
        oba.save_release(oba.publish(SMALL).release, place / "release.json")
        home = place if (place / name).exists() else Path(folder)
        return (home / name).read_bytes()


_ANYWHERE = (b"", b"\x00", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xe2\x80\xae", b" ", b"-")
_NUMBERS = (b"0", b"9" * 50, b"1e999", b"NaN", b"-0", b"0x1", b"1_0", b"1.5")
_TOML = (*_ANYWHERE, *_NUMBERS, b"[", b"]", b"{", b'"""', b"'", b"=", b".", b"\n", b"#", b"true")
_JSON = (
    *_ANYWHERE,
    *_NUMBERS,
    b"[",
    b"]",
    b"{",
    b"}",
    b'"',
    b"\\u",
    b"\\ud800",
    b":",
    b",",
    b"null",
)
_TABLE = (*_ANYWHERE, *_NUMBERS, b",", b";", b"\t", b'"', b"\r", b"\n", b"'", b"=", b"%", b"[c]")
_XML = (*_ANYWHERE, *_NUMBERS, b"<", b">", b'"', b"&", b"&#0;", b"/>", b"</", b"<!--", b"<![CDATA[")
_TIME = (
    *_ANYWHERE,
    *_NUMBERS,
    b"/",
    b"2014",
    b"Q",
    b"W",
    b"FY",
    b" to ",
    b"\n",
    b"Feb",
    b"29",
    b"53",
)


_CALLS = b"area,year,calls\nNorth,2014/15,54\nNorth,2015/16,60\nSouth,2014/15,[c]\n"


def _table() -> dict[str, EntryPoint]:
    ways = {
        "period": EntryPoint(_read_period, b"2014/15", _TIME),
        "column-of-periods": EntryPoint(_read_periods, b"2014/15\n2015/16\nFYE Mar 2017\n", _TIME),
        "json": EntryPoint(_load_json, _written("small.json"), _JSON),
        "workbook": EntryPoint(_load_workbook, _written("small.xlsx"), _ANYWHERE),
        "release": EntryPoint(_load_release, _written("release.json"), _JSON),
        "scorecard": EntryPoint(
            _read_scorecard,
            b"id,measure_type,actual_value_date,target_value,actual_value,comment\n"
            b"7,p,03/31/2015,,62,\n7,p,04/30/2015,70,64,provisional\n",
            _TABLE,
        ),
        "iati": EntryPoint(_read_iati, COMPLETE.encode(), _XML),
    }
    ways["table.csv"] = EntryPoint(partial(_read_table, ending=".csv"), _CALLS, _TABLE)
    ways["panel.csv"] = EntryPoint(_read_panel, _CALLS, _TABLE)
    cells: list[list[Any]] = [["area", "year", "calls"], ["North", 2014, 54], ["North", 2015, 60]]
    for ending, content in (
        (".xlsx", make_xlsx(cells)),
        (".ods", make_ods({"Data": cells})),
        (".xlsb", make_xlsb(cells)),
        (".xls", make_xls({"Data": cells})),
    ):
        ways[f"table{ending}"] = EntryPoint(partial(_read_table, ending=ending), content, _ANYWHERE)
    for name in ("evaluation.toml", "outcomes.toml", "series.toml", "points.csv"):
        spoilers = _TABLE if name.endswith(".csv") else _TOML

        def load(content: bytes, name: str = name) -> object:
            return _load_folder(content, name)

        ways[f"folder-{name}"] = EntryPoint(load, _written(name), spoilers)
    for name in ("datapackage.json", "series.csv"):
        spoilers = _TABLE if name.endswith(".csv") else _JSON

        def read(content: bytes, name: str = name) -> object:
            return _read_package(content, name)

        ways[f"package-{name}"] = EntryPoint(read, _written(name), spoilers)
    return ways


ENTRY_POINTS = _table()


def is_answered(way: EntryPoint, content: bytes) -> bool:
    """Whether bytes are read, rather than refused; anything else that happens is a failure."""
    try:
        way.open(content)
    except InvalidError as error:
        complaint = error
    else:
        return True
    # A complaint is told, so it has to be possible to write it down.
    assert str(complaint).encode()
    return False
