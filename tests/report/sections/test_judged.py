"""Is it told who judged, when and why, in one way?"""

import obamodel as oba
from obamodel.domain.dates import PartialDate
from obamodel.report.sections.judged import say_judged


def test_a_full_stop_after_the_author_does_not_break_the_sentence() -> None:
    on = PartialDate.parse("2026-03-01")
    judged = oba.Judgement(author="The parents of St. Ann's.", on=on, reason="We talked it over.")
    assert say_judged(judged) == "The parents of St. Ann's, 1 March 2026: We talked it over."
