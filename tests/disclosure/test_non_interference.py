"""Two tables that differ only where nothing is shown, and look the same, are the same all over."""

import numpy as np
import pytest

from obamodel.disclosure.publishing_tables import publish_tables
from obamodel.domain.protection import Preset
from obamodel.files.releases import write_release
from tests.disclosure.attacker import Attacker, read_crosstab
from tests.disclosure.small_tables import choose, draw_table, make_crosstab, make_lines
from tests.disclosure.test_random_tables import find_small


@pytest.mark.parametrize("preset", [Preset.CMS11, Preset.HES, Preset.NHS5, Preset.HESA])
def test_whatever_is_hidden_leaves_no_trace_in_a_release(preset: Preset) -> None:
    same = different = 0
    for number in range(20):
        inner = draw_table(np.random.default_rng([7, number]), 3, 3)
        table = make_crosstab(inner)
        release = publish_tables([table], choose(preset))
        if not release.tables:
            continue
        seen = read_crosstab(release.tables[0], make_lines(table))
        attacker = Attacker([seen], str(preset), find_small(table, preset))
        attacker.recover()
        for world in attacker.worlds[:3]:
            other = np.rint(world).astype(int).reshape(3, 3)
            if np.array_equal(other, inner):
                continue
            again = publish_tables([make_crosstab(other)], choose(preset))
            if (
                [row.cells for row in again.tables[0].rows]
                == [row.cells for row in release.tables[0].rows]
                if again.tables
                else False
            ):
                same += 1
                assert write_release(again) == write_release(release)
            else:
                different += 1
    if preset is not Preset.HESA:
        assert same >= 15
