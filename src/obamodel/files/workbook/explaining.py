"""What the workbook says about itself, in plain words."""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from obamodel.files.workbook.lines import LINE_SIGN
from obamodel.files.workbook.plan import (
    CHOICES_SHEET,
    COLUMNS_SHEET,
    EXPLAINING_SHEETS,
    MAIN_SHEET,
    ORDER,
    START_SHEET,
    Column,
    Holds,
    Sheet,
    find_parts,
    plan_main,
    plan_sheets,
)

COLUMN_HEADINGS = ("Sheet", "Column", "What it means", "What a cell holds", "Must it be filled?")
"""The headings of the sheet that explains the columns."""

HOW_IT_WORKS = (
    ("What this is", "This workbook is one evaluation. You can read it, and you can write in it."),
    (
        "The sheets",
        (
            "Each kind of thing has a sheet of its own, and each thing has one row in it. "
            f'What is said of the evaluation as a whole stands in the sheet "{MAIN_SHEET}".'
        ),
    ),
    (
        "Adding and taking away",
        (
            "To add something, write it into the first empty row. To take it away, delete its row. "
            "You can put the rows of a sheet in another order."
        ),
    ),
    (
        "Short names",
        (
            'Each thing has a short name under "Id", made of a-z, 0-9 and hyphens. '
            "Other sheets use it to say which thing they mean."
        ),
    ),
    (
        "Parts",
        (
            "Where a thing has several parts, such as the numbers of a series, the parts stand in "
            'a sheet of their own, called for example "Series - observations". The first column '
            f'says what each part belongs to. "{ORDER}" says in which order they come; '
            "where it is empty, a part comes after the one in the row above."
        ),
    ),
    (
        "Several in one cell",
        (
            "Where a cell can hold several names or sentences, write each on a line of its own "
            f"(press Alt and Enter). The sign {LINE_SIGN} stands for a line end inside one of them."
        ),
    ),
    ("Empty cells", "An empty cell says nothing."),
    (
        "Dates and years",
        (
            "Write them as you see them here, such as 2011-08-05 or 2014/15. The cells keep them "
            "as text, so that the spreadsheet does not change them."
        ),
    ),
    (
        "What not to do",
        (
            "Please add no columns, sheets or formulas: write words and numbers only. What you "
            f'write into "{START_SHEET}", "{CHOICES_SHEET}" and "{COLUMNS_SHEET}" is not read.'
        ),
    ),
    (
        "Saving",
        (
            "When the library saves the evaluation here again, it writes the whole workbook anew. "
            "Colours and widths of your own are lost then. Write remarks into the columns called "
            '"Note".'
        ),
    ),
    (
        "What it means",
        (
            f'The sheet "{COLUMNS_SHEET}" says what each column means. '
            "You also see it when you choose the heading of a column."
        ),
    ),
    (
        "Passing it on",
        (
            "It can hold things that not everybody may see. Look at what is in it before you pass "
            "it on."
        ),
    ),
)
"""What somebody needs to know who has never seen such a workbook."""


def explain_sheets(numbers: Mapping[str, int]) -> Iterator[tuple[str, str, str]]:
    """Say of each sheet what is in it, and how many rows are filled.

    Parameters
    ----------
    numbers
        How many rows each sheet has that are filled.

    Examples
    --------
    >>> next(explain_sheets({}))
    ('Evaluation', 'What is said of the evaluation as a whole.', 'filled')
    """
    yield MAIN_SHEET, "What is said of the evaluation as a whole.", "filled"
    for sheet in plan_sheets():
        number = numbers.get(sheet.name, 0)
        said = "empty" if not number else f"{number} row{'s' if number > 1 else ''}"
        yield sheet.name, sheet.says, said
    for name, says in zip(
        EXPLAINING_SHEETS[1:],
        ("The words that some columns have to choose from.", "What each column means."),
        strict=True,
    ):
        yield name, says, "to look things up"


def explain_columns() -> Iterator[tuple[str, str, str, str, str]]:
    """Say of each column what it means, what a cell of it holds and whether it must be filled.

    Examples
    --------
    >>> next(each for each in explain_columns() if each[:2] == ("Risks", "Name"))
    ('Risks', 'Name', 'What might happen.', 'words', 'yes')
    """
    for column in plan_main():
        yield MAIN_SHEET, *_explain(column)
    for sheet in plan_sheets():
        for heading in sheet.above:
            yield sheet.name, heading, *explain_above(sheet, heading), "yes"
        if sheet.is_ordered:
            yield sheet.name, ORDER, *explain_order(sheet), "no"
        for column in sheet.columns:
            yield sheet.name, *_explain(column)


def explain_above(sheet: Sheet, heading: str) -> tuple[str, str]:
    """Say what stands in a column that tells to what a part belongs."""
    place = sheet.above.index(heading)
    held_in = find_above(sheet)[place]
    if place:
        return f'The number of what it is part of, from "{held_in.name}".', Holds.WHOLE.value
    return f'The short name of what it is part of, from "{held_in.name}".', Holds.NAME.value


def explain_order(sheet: Sheet) -> tuple[str, str]:
    """Say what stands in the column that tells in which order parts come."""
    says = "In which order they come: 1 for the first."
    if find_parts(sheet):
        says += f' The sheet "{find_parts(sheet)[0].name}" uses this number too.'
    return says, Holds.WHOLE.value


def explain_cell(column: Column) -> str:
    """Say what a cell of a column holds."""
    said = column.holds.value
    if column.choices is not None:
        said += "; ".join(list_choices(column.choices))
    if column.refers_to:
        kinds = [sheet.name for sheet in plan_sheets() if sheet.steps == (sheet.kind,)]
        named = [name for name in kinds if name.lower().replace(" ", "_") in column.refers_to]
        said += ", from " + (" or ".join(f'"{name}"' for name in named) or "any sheet")
    return said


def list_choices(choices: type[Enum]) -> Sequence[str]:
    """List the words there are to choose from."""
    return [str(choice.value) for choice in choices]


def find_above(sheet: Sheet) -> tuple[Sheet, ...]:
    """Find the sheets of what the parts in a sheet belong to, the outermost first."""
    return tuple(one for one in plan_sheets() if sheet.steps[: len(one.steps)] == one.steps)[:-1]


def _explain(column: Column) -> tuple[str, str, str, str]:
    needed = "yes" if column.is_needed else "no"
    if column.goes_with:
        needed = f'yes, where anything is said under "{column.goes_with}"'
    return column.heading, column.says, explain_cell(column), needed
