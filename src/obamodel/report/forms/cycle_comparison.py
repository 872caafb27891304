"""Two rounds of reflection beside each other: what was promised, and what has happened since."""

from collections.abc import Iterator

from obamodel.disclosure.cycles import publish_cycles
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.influences import Influence, Reply
from obamodel.report.document import (
    Block,
    Document,
    Note,
    Paragraph,
    Section,
    list_if_any,
    tabulate_words,
)
from obamodel.report.forms.rows import put_if, say_date, say_owner, tabulate_promises
from obamodel.stats.cycles import CurveMove, CycleComparison, compare_cycles

NOT_JUDGED = "could not be judged yet"


def write_cycle_comparison(
    evaluation: Evaluation, earlier: str, later: str, *, internal: bool = False
) -> Document:
    """Write what came of one round of reflection by a later one.

    Parameters
    ----------
    evaluation
        The evaluation.
    earlier, later
        The names of the two rounds.
    internal
        Whether to show what may not be published. Every page is then marked as not for
        publication.

    Raises
    ------
    InvalidError
        When there is no such round, or the later one is not later.
    """
    compare = compare_cycles if internal else publish_cycles
    compared = compare(evaluation, earlier, later)
    return Document(
        title=f"What we promised, and what became of it: {compared.earlier.title}",
        subtitle=f"{evaluation.title}. Compared with: {compared.later.title}",
        internal=internal,
        sections=[
            Section(
                id="brief",
                title="In brief",
                blocks=[Paragraph(compared.sentence), *map(Note, compared.caveats)],
            ),
            _write_promised(compared),
            _write_curves(compared),
            _write_told(compared),
            _write_next(compared),
        ],
    )


def _write_promised(compared: CycleComparison) -> Section:
    title = f"Promised in: {compared.earlier.title}"
    table = tabulate_promises(compared.promised, title=title)
    nothing = Paragraph("No action was written down.")
    return Section(
        id="promised",
        title="What was promised, and what happened",
        blocks=[nothing if table is None else table],
    )


def _write_curves(compared: CycleComparison) -> Section:
    table = tabulate_words(
        "How each curve was judged",
        ("Curve", "At the earlier round", "At the later round", "Has the answer changed?"),
        [(one.name, *_say_verdicts(one), _say_moved(one)) for one in compared.moves],
    )
    blocks: list[Block] = [Paragraph("No curve could be judged at either round.")]
    if table is not None:
        moved = [one.sentence for one in compared.moves if one.moved]
        blocks = [table, *put_if(list_if_any(moved))]
        blocks.append(Note("What was done may have contributed to a curve. Other things did too."))
    return Section(id="curves", title="Which curves moved", blocks=blocks)


def _say_verdicts(move: CurveMove) -> tuple[str, str]:
    return str(move.before or NOT_JUDGED), str(move.after or NOT_JUDGED)


def _say_moved(move: CurveMove) -> str:
    if move.before is None or move.after is None:
        return "not to be said"
    return "yes" if move.moved else "no"


def _write_told(compared: CycleComparison) -> Section:
    return Section(
        id="told",
        title="What people were told",
        blocks=[*_list_told(compared), *_list_untold(compared)],
    )


def _list_told(compared: CycleComparison) -> Iterator[Block]:
    table = tabulate_words(
        "Views, what became of them, and when people were told",
        ("View", "What became of it", "Told"),
        [(one.view, _say_reply(one), _say_when(one)) for one in compared.told],
    )
    if table is not None:
        yield table
    elif compared.since is not None and compared.until is not None:
        yield Paragraph("Nothing is written down of people being told in between.")
    else:
        yield Paragraph("When the rounds were held is not written down, so this cannot be said.")


def _list_untold(compared: CycleComparison) -> Iterator[Block]:
    if compared.untold:
        yield Paragraph("These views have an answer. Nobody wrote down that people were told:")
        yield from put_if(list_if_any(one.view for one in compared.untold))


def _say_reply(influence: Influence) -> str:
    said = str(influence.reply)
    if influence.because:
        link = ", because" if influence.reply is Reply.NOT_TAKEN_UP else "."
        said = f"{said}{link} {influence.because}"
    return f"{said.rstrip('.')}. {influence.what_changed}".strip()


def _say_when(influence: Influence) -> str:
    when = influence.told_back.in_words() if influence.told_back else ""
    return f"{when}, {influence.told_how}" if influence.told_how else when


def _write_next(compared: CycleComparison) -> Section:
    carried = list_if_any(
        f"{one.text} ({say_owner(one)}, {say_date(one)})" for one in compared.carried
    )
    new = tabulate_promises(compared.new, title=f"New in: {compared.later.title}")
    nothing = Paragraph("Nothing is carried over: all that was promised is done or stopped.")
    none_promised = Paragraph("Nothing was promised, so nothing is carried over.")
    return Section(
        id="next",
        title="What is carried over, and what is new",
        blocks=[
            carried or (nothing if compared.promised else none_promised),
            new or Paragraph("No new action is written down yet."),
        ],
    )
