"""In which words is a curve judged?"""

from enum import StrEnum


class Verdict(StrEnum):
    """What can be said of a curve against its baseline, from the worst to the best."""

    WORSE = "worse than the baseline"
    SIGNS_OF_WORSENING = "signs of worsening"
    NO_TURN_SHOWN = "no turn shown"
    NO_WORTHWHILE_TURN = "no worthwhile turn"
    SIGNS_OF_A_TURN = "signs of a turn"
    TURNED = "turned"
    # No answer yet: these stand beside the order above, not in it.
    TOO_EARLY = "too early to say"
    TOO_FEW = "too few points"
    # Against a forecast that people agreed without saying how sure they were of it.
    WORSE_THAN_AGREED = "worse than the forecast agreed"
    AS_AGREED = "as the forecast agreed"
    BETTER_THAN_AGREED = "better than the forecast agreed"


class AfterEnd(StrEnum):
    """What became of a curve after the initiative ended."""

    SUSTAINED = "sustained"
    SIGNS_SUSTAINED = "signs that it is sustained"
    UNCLEAR = "fading or unclear"
    SIGNS_REVERTED = "signs that it reverted"
    REVERTED = "reverted"
    TURNED_LATE = "turned late"
    NOT_TURNED = "not turned"
    TOO_EARLY = "too early to say"
