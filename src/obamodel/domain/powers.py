"""The three powers by which indicators and measures are chosen."""

from attrs import field, frozen

from obamodel.domain.fields import check, choice, documented, one
from obamodel.domain.judgements import Judgement
from obamodel.domain.levels import Level


@documented
@frozen(kw_only=True)
class Powers:
    """How well a candidate speaks, stands for the rest and is measured; never averaged.

    Examples
    --------
    >>> from obamodel.domain.dates import PartialDate
    >>> judged = Judgement(author="Data group", on=PartialDate.parse("2011"), reason="Discussed.")
    >>> powers = Powers(
    ...     communication=Level.HIGH, proxy=Level.HIGH, data=Level.LOW, judged=judged
    ... )
    >>> powers.belongs_on_data_development_agenda
    True
    """

    communication: Level = field(
        metadata=choice(Level, "Would a wide audience understand it and care?")
    )
    proxy: Level = field(metadata=choice(Level, "Does it stand for the whole?"))
    data: Level = field(metadata=choice(Level, "Are there good, regular and timely data?"))
    judged: Judgement = field(metadata=one(Judgement, "Who judged so, when and why."))

    __attrs_post_init__ = check

    @property
    def belongs_on_data_development_agenda(self) -> bool:
        """Whether it is wanted (high on the first two) while its data are not good."""
        wanted = self.communication is Level.HIGH and self.proxy is Level.HIGH
        return wanted and self.data is not Level.HIGH
