"""A finding of the review that a group has looked at and lets stand."""

import pytest

from obamodel.domain.waivers import Waiver
from tests.domain.building import JUDGED, LEAST, make, refuse


def test_a_waiver_without_somebody_who_answers_for_it_cannot_be_made() -> None:
    parts = {name: value for name, value in LEAST[Waiver].items() if name != "judged"}
    with pytest.raises(TypeError, match="'judged'"):
        Waiver(**parts)
    (fault,) = refuse(Waiver, judged="because")
    assert str(fault) == 'judged: found "because"; give a Judgement [wrong-type]'


def test_a_waiver_is_for_one_thing_or_for_all() -> None:
    assert make(Waiver).about == ""
    assert make(Waiver, about="indicator-5", judged=JUDGED).about == "indicator-5"
