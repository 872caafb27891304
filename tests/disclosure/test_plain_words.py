"""Do plain words go with what they are about, when that may not be shown?"""

import attrs
import pytest

from obamodel.disclosure import publish
from obamodel.disclosure.withholding import withhold_voices
from obamodel.domain.baselines import Baseline
from obamodel.domain.consent import Consent
from obamodel.domain.easy_read import PlainWords
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.protection import Preset
from obamodel.domain.quantities import Count, Counted
from tests.disclosure.test_voices import AGREED, HIDDEN, say
from tests.domain.building import make
from tests.report.test_non_interference import build

SECRET = "kim@example.org"


def tell(about: str, text: str = "SECRET") -> PlainWords:
    words: PlainWords = make(PlainWords, about=about, text=text)
    return words


@pytest.mark.parametrize("consent", HIDDEN)
def test_plain_words_of_a_voice_that_may_not_be_shown_are_gone(consent: Consent) -> None:
    evaluation = Evaluation(
        id="small",
        title="Small",
        feedback=[say(consent, id="hidden"), say(AGREED, id="shown")],
        plain_words=[
            tell("hidden"),
            tell("shown", f"I am glad. Ask {SECRET}."),
            tell("", "Hello."),
        ],
    )
    withheld = withhold_voices(evaluation)
    assert [one.about for one in withheld.plain_words] == ["voice-1", ""]
    assert "SECRET" not in repr(withheld)
    assert SECRET not in repr(withheld)
    assert withhold_voices(withheld) == withheld


def test_plain_words_of_a_number_that_is_hidden_are_gone() -> None:
    few, many = (
        Count(id=name, of=f"people who {name}", counted=Counted.PEOPLE, value=value)
        for name, value in (("spoke", 3), ("came", 43))
    )
    evaluation = Evaluation(
        id="small",
        title="Small",
        counts=[few, many],
        plain_words=[tell("spoke", "3 people spoke."), tell("came", "people came")],
    )
    assert [one.about for one in publish(evaluation).evaluation.plain_words] == ["came"]


def test_plain_words_of_a_baseline_that_is_left_out_are_gone() -> None:
    small = {"age": [40, 30], "place": [50, 20], "counts": [30], "series": [1, 2, 3] * 4}
    evaluation = build(small, Preset.HES, "Words.")
    assert [type(one) for one in evaluation.baselines] == [Baseline]
    told = attrs.evolve(evaluation, plain_words=[tell("curve"), tell("waited", "People waited.")])
    publication = publish(told)
    assert publication.left_out == ("curve",)
    assert [one.about for one in publication.evaluation.plain_words] == ["waited"]
