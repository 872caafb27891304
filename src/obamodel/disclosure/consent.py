"""May something a person told be shown, and with what caveat?"""

from attrs import frozen

from obamodel.domain.consent import Consent, ConsentState

_MAY_PRINT = (
    ConsentState.NAMED,
    ConsentState.PUBLISH,
    ConsentState.ANONYMOUS,
    ConsentState.ALREADY_PUBLISHED,
)


@frozen(kw_only=True)
class Showing:
    """Whether something may be shown, whether with who said it, and with what caveat."""

    may_print: bool
    with_who: bool = False
    caveat: str = ""


def decide_showing(consent: Consent) -> Showing:
    """Decide whether something may be shown; what nobody agreed to is not.

    Examples
    --------
    >>> decide_showing(Consent()).may_print
    False
    >>> decide_showing(Consent(state=ConsentState.ANONYMOUS))
    Showing(may_print=True, with_who=False, caveat='')
    """
    if consent.withdrawn is not None or consent.state not in _MAY_PRINT:
        return Showing(may_print=False)
    if consent.state is ConsentState.ALREADY_PUBLISHED:
        return Showing(may_print=True, caveat=f"Our words, after: {consent.source}.")
    named = consent.state is ConsentState.NAMED
    return Showing(may_print=True, with_who=named)


def reduce_consent(consent: Consent) -> Consent:
    """Keep of a consent what a release rests on: its state, and where something was public before.

    What was agreed in words, and when, is between the person and those who asked.

    Examples
    --------
    >>> reduce_consent(Consent(state=ConsentState.PUBLISH, note="Robin said yes on the phone."))
    Consent(state=<ConsentState.PUBLISH: 'publish'>, source='', withdrawn=None, note='')
    """
    published = consent.state is ConsentState.ALREADY_PUBLISHED
    return Consent(state=consent.state, source=consent.source if published else "")
