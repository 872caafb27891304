"""What a review finds: one thing a practitioner would query, and how to mend it."""

from enum import StrEnum

from attrs import frozen

from obamodel.domain.waivers import Waiver


class Severity(StrEnum):
    """How much a finding weighs; none of them refuses an evaluation.

    A *gap* is something needed that is not there. Something *worth asking* may be right or wrong:
    people have to decide. A *note* is something to bear in mind.
    """

    GAP = "gap"
    WORTH_ASKING = "worth asking"
    NOTE = "note"


@frozen(kw_only=True)
class Finding:
    """One thing a seasoned practitioner would query, in plain words.

    Parameters
    ----------
    code
        The stable code of the rule that found it.
    severity
        How much it weighs.
    sentence
        What was found, in one plain sentence.
    mend
        What to do about it, beginning with a verb.
    source
        Who asks for it: an author and work, or the practice it comes from.
    place
        The part of the evaluation it is found in, as a reader would say it.
    about
        The name of the one thing it is about; empty where it is about several, or about the whole.
    concerns
        The names of all the things it is about.
    waivers
        The waivers that bear on it, each with its author, date and reason.
    """

    code: str
    severity: Severity
    sentence: str
    mend: str
    source: str
    place: str
    about: str = ""
    concerns: tuple[str, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    @property
    def is_waived(self) -> bool:
        """Whether all of it is let stand: as a whole, or each of the things it is about."""
        let_stand = {waiver.about for waiver in self.waivers}
        return "" in let_stand or (bool(self.concerns) and let_stand.issuperset(self.concerns))

    @property
    def waiver(self) -> Waiver | None:
        """The waiver that lets all of it stand, the first where there are several, or none."""
        return self.waivers[0] if self.is_waived else None

    def __str__(self) -> str:
        lines = [f"{self.sentence} [{self.code}]", f"  {self.mend}"]
        for waiver in self.waivers:
            judged = waiver.judged
            part = f" for {waiver.about}" if waiver.about and not self.about else ""
            lines.append(
                f"  Let stand{part} by {judged.author}, {judged.on.in_words()}: {judged.reason}"
            )
        return "\n".join(lines)
