"""How small numbers of people are protected in what leaves the house, and who decided so."""

from enum import StrEnum

from attrs import field, frozen

from obamodel.domain.fields import check, choice, documented, flag, one
from obamodel.domain.judgements import Judgement


class Preset(StrEnum):
    """A set of rules by which a public body protects small numbers."""

    HES = "hes"
    HESA = "hesa"
    NHS5 = "nhs5"
    CMS11 = "cms11"
    SDE10 = "sde10"
    NONE = "none"


@documented
@frozen(kw_only=True)
class Protection:
    """By which rules small numbers are protected, and who chose them, when and why.

    Examples
    --------
    >>> from obamodel.domain.dates import PartialDate
    >>> chosen = Protection(
    ...     preset=Preset.HES,
    ...     judged=Judgement(
    ...         author="Data group", on=PartialDate.parse("2026-05"), reason="Few people came."
    ...     ),
    ... )
    >>> chosen.sensitive
    False
    """

    preset: Preset = field(
        metadata=choice(Preset, "The rules; none where every figure is public already.")
    )
    sensitive: bool = field(
        default=False,
        metadata=flag("Whether nobody and everybody give people away too: 0 and 100% are hidden."),
    )
    judged: Judgement = field(metadata=one(Judgement, "Who chose so, when and why."))

    __attrs_post_init__ = check
