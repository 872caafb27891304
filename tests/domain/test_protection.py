"""How small numbers are protected, and who decided so."""

import pytest

from obamodel.domain.protection import Preset, Protection
from tests.domain.building import make, refuse


@pytest.mark.parametrize("preset", list(Preset))
def test_every_preset_needs_somebody_who_chose_it_and_a_reason(preset: Preset) -> None:
    assert make(Protection, preset=preset).judged.reason
    with pytest.raises(TypeError, match="judged"):
        Protection(preset=preset)  # type: ignore[call-arg]  # that is the test


def test_the_presets_have_the_names_that_files_use() -> None:
    assert [str(preset) for preset in Preset] == ["hes", "hesa", "nhs5", "cms11", "sde10", "none"]


def test_a_preset_is_one_of_the_known_ones() -> None:
    (fault,) = refuse(Protection, preset="hess")
    assert fault.mend == 'did you mean "hes"?'
