"""What holds where nobody chose rules?"""

import attrs

from obamodel.disclosure.standing_rule import NOTHING_HIDDEN, STANDING, find_protection
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.protection import Preset


def test_the_rules_chosen_hold_and_otherwise_those_of_hospital_episode_statistics() -> None:
    new = Evaluation(id="new", title="New")
    assert find_protection(new) is STANDING
    assert STANDING.preset is Preset.HES
    chosen = attrs.evolve(STANDING, preset=Preset.CMS11)
    assert find_protection(attrs.evolve(new, protection=chosen)) is chosen


def test_for_the_desk_nothing_is_hidden() -> None:
    assert NOTHING_HIDDEN.preset is Preset.NONE
