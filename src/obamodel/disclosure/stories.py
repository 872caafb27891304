"""Which stories behind the curves may be told, and who is said to have told them?"""

import re

import attrs

from obamodel.disclosure.consent import decide_showing, reduce_consent
from obamodel.domain.consent import ConsentState
from obamodel.domain.stories import Story, Teller

SOMEBODY = "somebody"
_ONE = re.compile(
    r"(?:a|an|one|some(?:body|one)|any(?:body|one)|his|her|their|my)\b", re.IGNORECASE
)
_SEVERAL = re.compile(
    r"(?:an?|one) (?:[\w'-]+ ){0,3}?(?:group|couple|number|team|panel|family|forum|committee|few"
    r"|lot|pair|network|board|meeting|study|survey|charity|organisation|council|service)\b",
    re.IGNORECASE,
)
_THE_ONE = re.compile(
    r"the (?:[\w'-]+ ){0,3}?(?:member|carer|user|patient|person|woman|man|mother|father|parent"
    r"|volunteer|participant|resident|client|customer|trainee|son|daughter|child|narrator)\b"
    r"(?! (?:group|team|panel|forum|committee|network|board|council|advisory))",
    re.IGNORECASE,
)


def may_tell(story: Story) -> bool:
    """Say whether a story may be told.

    A story is held back where one person with lived experience told it and nobody wrote down that
    they agreed, and where any of its tellers said no or took the consent back: what one of them
    told is woven into all of it.

    Examples
    --------
    >>> own = Story(
    ...     id="own", text="How it was.", told_by=[Teller(who="a carer", lived_experience=True)]
    ... )
    >>> together = Story(
    ...     id="all", text="How it was.", told_by=[Teller(who="carers", lived_experience=True)]
    ... )
    >>> may_tell(own), may_tell(together)
    (False, True)
    """
    return all(_agreed(teller) for teller in story.told_by)


def is_own_story(teller: Teller) -> bool:
    """Say whether one person tells what they have lived with themselves."""
    said = teller.who.strip()
    one = _ONE.match(said) is not None and _SEVERAL.match(said) is None
    return teller.lived_experience and (one or _THE_ONE.match(said) is not None)


def reduce_tellers(story: Story) -> Story:
    """Say of a story's tellers only what they agreed to, in vaguer words where they did not."""
    return attrs.evolve(story, told_by=tuple(_reduce(teller) for teller in story.told_by))


def _agreed(teller: Teller) -> bool:
    consent = teller.consent
    if consent.state is ConsentState.NOT_RECORDED and consent.withdrawn is None:
        return not is_own_story(teller)
    return decide_showing(consent).may_print


def _reduce(teller: Teller) -> Teller:
    keep = decide_showing(teller.consent).with_who or not is_own_story(teller)
    return attrs.evolve(
        teller,
        who=teller.who if keep else SOMEBODY,
        consent=reduce_consent(teller.consent),
    )
