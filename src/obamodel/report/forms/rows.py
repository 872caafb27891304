"""What all forms have: when and who, room for new actions, and what is already promised."""

from collections.abc import Iterable, Iterator

from obamodel.domain.actions import Action
from obamodel.files.filled_forms.rooms import ROWS, name_room, name_row
from obamodel.files.filled_forms.written_dates import HOW_TO_WRITE_A_DATE
from obamodel.report.document import AnswerSpace, Block, Paragraph, Section, Table, tabulate_words


def write_meeting(stem: str) -> tuple[AnswerSpace, ...]:
    """Leave room for when a group met, and who was there."""
    return (
        AnswerSpace(
            name=name_room(stem, "on"),
            prompt=f"When do we meet? Write the date {HOW_TO_WRITE_A_DATE}.",
            lines=1,
        ),
        AnswerSpace(
            name=name_room(stem, "role"),
            prompt="Who is here? Write roles or groups, no names: such as 5 members and 2 staff.",
            lines=1,
        ),
    )


def write_action_rows(stem: str, *, rows: int = ROWS) -> Iterator[Section]:
    """Leave room for new actions: what, who, and by when."""
    for number in range(1, rows + 1):
        yield Section(
            id=f"action-{number}",
            title=f"Action {number}",
            blocks=[
                AnswerSpace(
                    name=name_row(stem, number, "what"), prompt="What will be done?", lines=2
                ),
                AnswerSpace(
                    name=name_row(stem, number, "who"), prompt="Who will see to it?", lines=1
                ),
                AnswerSpace(name=name_row(stem, number, "by"), prompt="By when?", lines=1),
            ],
        )


def say_how_to_name() -> Paragraph:
    """Say how to write who will do something, and by when."""
    return Paragraph(
        "Name a role or a group, such as the chair or the young people's panel. Write a date "
        f"{HOW_TO_WRITE_A_DATE}."
    )


def tabulate_promises(actions: Iterable[Action], *, title: str) -> Table | None:
    """Show what was promised, and how far it has come as we know it now."""
    return tabulate_words(
        title,
        ("Number", "What", "Who", "By when", "How far it has come"),
        [
            (number, one.text, say_owner(one), say_date(one), say_status(one))
            for number, one in enumerate(actions, start=1)
        ],
    )


def say_owner(action: Action) -> str:
    """Say who will do something."""
    return action.owner or "nobody named yet"


def say_date(action: Action) -> str:
    """Say by when something is to be done."""
    return action.by.in_words() if action.by else "no date yet"


def say_status(action: Action) -> str:
    """Say how far something has come, and why."""
    return f"{action.status}: {action.reason}" if action.reason else str(action.status)


def put_if(block: Block | None) -> tuple[Block, ...]:
    """Put a block where there is one."""
    return () if block is None else (block,)
