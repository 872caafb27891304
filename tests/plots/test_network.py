"""Is one in the middle and each partner joined to it?"""

import math

import pytest
from matplotlib.axes import Axes

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.partners import Partner
from obamodel.domain.services import Service
from obamodel.errors import InvalidError
from obamodel.plots import Network, network
from tests.plots.artists import (
    find_lines,
    find_rectangles,
    find_smallest_size,
    find_trouble,
    make_axes,
    read,
)
from tests.plots.things import LONG, WORDY, make_network

# The six round MIME in its own picture: section 7.1 of the fact sheet.
SIX = (
    "Forums",
    "Peer support groups",
    "Day service providers",
    "Providers of residential accommodation",
    "CDWs",
    "LINks",
)


def find_ends(ax: Axes) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    return [
        tuple(map(tuple, ax.transData.transform(line.get_xydata())))  # type: ignore[misc]
        for line in find_lines(ax)
    ]


@pytest.mark.parametrize("names", [SIX, [f"Group {n}" for n in range(30)]], ids=["few", "many"])
def test_a_line_joins_the_middle_to_each_partner(names: tuple[str, ...]) -> None:
    ax = network(make_network(*names), ax=make_axes())
    *partners, hub = (box.get_window_extent() for box in find_rectangles(ax))
    ends = find_ends(ax)
    assert len(ends) == len(partners) == len(names)
    for (start, end), partner in zip(ends, partners, strict=True):
        assert hub.padded(1).contains(*start)
        assert partner.padded(1).contains(*end)


@pytest.mark.parametrize("names", [SIX, [f"{WORDY} {n}" for n in range(30)]], ids=["few", "many"])
def test_no_line_runs_under_a_partner_it_does_not_lead_to(names: tuple[str, ...]) -> None:
    ax = network(make_network(*names), ax=make_axes(7, 60))
    *partners, _ = (box.get_window_extent().padded(-1) for box in find_rectangles(ax))
    for (x0, y0), (x1, y1) in find_ends(ax):
        along = [(x0 + (x1 - x0) * n / 200, y0 + (y1 - y0) * n / 200) for n in range(201)]
        assert not [1 for box in partners if any(box.contains(x, y) for x, y in along)]


def test_the_hub_stands_in_the_middle_of_few_partners() -> None:
    ax = network(make_network(*SIX), ax=make_axes())
    *partners, hub = (box.get_window_extent() for box in find_rectangles(ax))
    centre = hub.get_points().mean(axis=0)
    around = [box.get_points().mean(axis=0) for box in partners]
    mean = [sum(values) / len(around) for values in zip(*around, strict=True)]
    assert math.dist(centre, mean) < 3
    # Six stand round it: the first straight above, the fourth straight below.
    assert around[0][0] == pytest.approx(centre[0]) == around[3][0]
    assert around[0][1] > centre[1] > around[3][1]
    assert "MIME" in read(ax)


def test_key_partners_are_told_apart_by_words_and_a_heavier_edge() -> None:
    ax = network(make_network(*SIX, key=("CDWs", "LINks")), ax=make_axes())
    assert read(ax).count("key partner") == 2
    heavy = [box.get_linewidth() for box in find_rectangles(ax)[:-1]]
    assert min(heavy[4:]) > 2 * max(heavy[:4])
    said = network.alt_text(make_network(*SIX, key=("CDWs", "LINks")))
    assert said.endswith("Named as key from the start: CDWs and LINks.")


def test_an_evaluation_gives_the_partners_that_stand_in_its_picture() -> None:
    partners = [
        Partner(id="forums", name="Forums", in_network=True),
        Partner(id="university", name="University"),
    ]
    evaluation = Evaluation(id="small", title="A small evaluation", partners=partners)
    found = Network.from_evaluation(evaluation)
    assert [partner.id for partner in found.partners] == ["forums"]
    assert found.hub == "A small evaluation"
    service = Service(id="mime", name="MIME", description="Involvement.")
    with_service = Evaluation(
        id="small", title="A small evaluation", partners=partners, services=[service]
    )
    assert Network.from_evaluation(with_service).hub == "MIME"
    assert Network.from_evaluation(with_service, hub="The team").hub == "The team"


def test_a_network_without_a_name_in_the_middle_is_refused() -> None:
    with pytest.raises(InvalidError, match="hub: it is empty"):
        Network(hub=" ")


def test_a_network_without_partners_says_so() -> None:
    ax = network(make_network(), ax=make_axes())
    assert "No partner of MIME has been named yet." in read(ax)
    assert find_lines(ax) == []
    assert network.alt_text(make_network()) == "No partner of MIME has been named yet."


@pytest.mark.parametrize("name", ["Forum", WORDY, LONG], ids=["short", "wordy", "long"])
@pytest.mark.parametrize("number", [1, 2, 5, 8, 9, 30])
def test_no_words_are_in_the_way_of_others(name: str, number: int) -> None:
    names = [f"{name} {n}" for n in range(number)]
    ax = network(make_network(*names, hub=name, key=names[::2]), ax=make_axes(7, 110))
    assert find_trouble(ax) == []
    assert find_smallest_size(ax) >= 9


def test_the_alt_text_names_the_partners_and_counts_those_it_does_not_name() -> None:
    assert network.alt_text(make_network("Forums", "LINks")) == (
        "MIME stands in the middle, with lines to 2 others: Forums and LINks."
    )
    many = network.alt_text(make_network(*(f"Group {n}" for n in range(30))))
    assert "lines to 30 others: Group 0, Group 1," in many
    assert many.endswith("and 18 more.")


def test_the_table_says_who_is_joined_to_what() -> None:
    table = network.table(make_network("Forums", "LINks", hub="MIME.", key=("LINks",)))
    assert table is not None
    assert table.columns == ("Partner", "How it is joined", "Named as key from the start")
    assert table.rows == (
        ("Forums", "works with MIME", "no"),
        ("LINks", "works with MIME", "yes"),
    )
    plain = network.table(make_network("Forums"))
    assert plain is not None
    assert plain.columns == ("Partner", "How it is joined")
    assert network.table(make_network()) is None
