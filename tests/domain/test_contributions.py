"""How a service helps an indicator, with the reasoning laid open."""

import attrs
import pytest

from obamodel.domain.contributions import Contribution
from tests.domain.building import make, refuse


@pytest.mark.parametrize("part", ["of", "to", "reasoning"])
def test_a_contribution_names_what_helps_which_indicator_and_why(part: str) -> None:
    assert [fault.path for fault in refuse(Contribution, **{part: ""})] == [(part,)]


def test_others_who_contribute_and_rival_explanations_have_a_place_of_their_own() -> None:
    contribution = make(
        Contribution,
        other_contributors=["LINks", "Community Development Workers"],
        rival_explanations=["Commissioners were told to listen anyway."],
    )
    assert contribution.other_contributors == ("LINks", "Community Development Workers")
    assert contribution.rival_explanations == ("Commissioners were told to listen anyway.",)


def test_nothing_about_a_contribution_says_that_it_causes_anything() -> None:
    words = [part.name for part in attrs.fields(Contribution)] + [Contribution.__doc__ or ""]
    assert [word for word in words if "cause" in word.lower()] == []
