"""How is a TOML file that people wrote changed without losing a word of theirs?

Only the stretches of the text that say something else than before are written anew. A library that
reads a whole file and prints it again moves headings and comments about; this one leaves every
byte that need not change where it is.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from obamodel.domain.evaluation import Evaluation
from obamodel.domain.fields import rule_of
from obamodel.errors import InvalidError
from obamodel.files.aligning import align
from obamodel.files.composing import (
    LONGEST_LINE,
    write_assignment,
    write_inline,
    write_table,
    write_thing,
    write_value,
)
from obamodel.files.conversion import TEXTS, structure, unstructure
from obamodel.files.document import write_document
from obamodel.files.homes import SCHEMA_KEY
from obamodel.files.layout import Layout, Path, Statement, Value, lay_out
from obamodel.files.splicing import OverlapError, Splices
from obamodel.files.toml import read_toml


def edit_toml(text: str, old: Evaluation, new: Evaluation, keys: Sequence[str]) -> str:
    r"""Write what an evaluation says now over a file that holds what it said before.

    Parameters
    ----------
    text
        The file as it is, without fault, with line ends of one character.
    old, new
        The evaluation as it is in the files, and as it is to be.
    keys
        The keys of the evaluation that live in this file.

    Returns
    -------
    str
        The file as it is to be; it has been read back, and every comment is still in it.

    Examples
    --------
    >>> from obamodel.domain.risks import Risk
    >>> old = Evaluation(id="a", title="A", risks=[Risk(id="frost", name="Frost")])
    >>> new = Evaluation(id="a", title="A", risks=[Risk(id="frost", name="Snow and ice")])
    >>> text = '[[risks]]\nid = "frost" # since 2010\nname = "Frost"\n'
    >>> print(edit_toml(text, old, new, ["risks"]), end="")
    [[risks]]
    id = "frost" # since 2010
    name = "Snow and ice"
    """
    layout = lay_out(text)
    try:
        edited = _Editor(layout).edit(old, new, keys)
        if _holds(edited, new, keys):
            lost = _find_comments(layout) - _find_comments(lay_out(edited))
            if not lost:
                return edited
    except (_CannotMoveError, OverlapError):
        pass
    # Written in a way that cannot be changed piece by piece: written anew, with all its comments.
    comments = [text[start:end] for start, end in layout.comments]
    return "".join(f"{comment}\n" for comment in comments) + write_part(new, keys)


def write_part(evaluation: Evaluation, keys: Iterable[str]) -> str:
    """Write the part of an evaluation that lives in one file; nothing where there is nothing."""
    written = write_document(evaluation)
    part = {key: written[key] for key in keys if key in written}
    return write_table(part) if part else ""


def _holds(text: str, evaluation: Evaluation, keys: Iterable[str]) -> bool:
    reading = read_toml(text)
    if reading.faults or not set(reading.document) <= {SCHEMA_KEY, *keys}:
        return False
    for key in keys:
        if key == SCHEMA_KEY:
            continue
        attribute = attrs.fields_dict(Evaluation)[key]
        try:
            # attrs keeps a type such as tuple[Action, ...] as it is; structure knows them all.
            held = (
                structure(reading.document[key], attribute.type)  # type: ignore[arg-type]
                if key in reading.document
                else attribute.default
            )
        except InvalidError:
            return False
        if held != getattr(evaluation, key):
            return False
    return True


def _find_comments(layout: Layout) -> Counter[str]:
    return Counter(layout.text[start:end] for start, end in layout.comments)


class _CannotMoveError(Exception):
    """The parts of a thing do not stand together, or there is no place to put a new part."""


@attrs.define
class _Editor:
    layout: Layout
    splices: Splices = attrs.field(factory=Splices)

    @property
    def text(self) -> str:
        return self.layout.text

    def edit(self, old: Evaluation, new: Evaluation, keys: Sequence[str]) -> str:
        self._edit_thing((), old, new, [key for key in keys if key != SCHEMA_KEY])
        edited = self.splices.apply(self.text)
        return edited if self.text.startswith("\n") else edited.lstrip("\n")

    # --- one thing -----------------------------------------------------------------------

    def _edit_thing(self, path: Path, old: Any, new: Any, names: Iterable[str]) -> None:
        fields = attrs.fields_dict(type(new))
        for name in names:
            before, after = getattr(old, name), getattr(new, name)
            if before != after:
                self._edit_field((*path, name), fields[name], before, after)

    def _edit_field(
        self, path: Path, field: "attrs.Attribute[Any]", before: Any, after: Any
    ) -> None:
        part = rule_of(field).part
        is_thing = part is not None and attrs.has(part) and part not in TEXTS
        statement = next((each for each in self._find_under(path) if each.path == path), None)
        value = None if statement is None else statement.value
        if _is_unsaid(field, after):
            self._cut(self._find_under(path))
        elif is_thing and isinstance(after, tuple) and not (value and value.is_list):
            self._edit_things(path, before, after)
        elif value is not None and value.is_list and isinstance(after, tuple):
            self._edit_list(value, before, after)
        elif value is not None:
            self._replace(value, unstructure(after))
        elif is_thing and not isinstance(after, tuple) and self._find_under(path):
            self._edit_thing(path, before, after, attrs.fields_dict(type(after)))
        else:
            self._insert_field(path, type(after), unstructure(after))

    def _replace(self, value: Value, new: Any) -> None:
        self.splices.add(value.start, value.end, write_value(new))

    def _insert_field(self, path: Path, kind: type, value: Any) -> None:
        *above, name = path
        is_whole_table = attrs.has(kind) and kind not in TEXTS
        line = write_assignment(str(name), value)
        needs_heading = not above or "\n" in line or len(line) > LONGEST_LINE
        if is_whole_table and needs_heading:
            block = write_thing(_write_heading(path), value, is_listed=False)
            self._insert_block(tuple(above), block)
            return
        before = self._find_place(tuple(above), str(name))
        steps = [step for step in path[len(before.under) :] if isinstance(step, str)]
        if before.is_heading:
            steps = [str(name)]
        self._insert_lines(before.end, write_assignment(".".join(steps), value))

    def _find_place(self, above: Path, name: str) -> Statement:
        """Find the statement after which a new key goes: the key before it, or its heading."""
        noun: Any = Evaluation
        for step in above:
            if isinstance(step, str):
                noun = rule_of(attrs.fields_dict(noun)[step]).part
        order = [SCHEMA_KEY, *attrs.fields_dict(noun)]
        place = None
        for statement in self._find_under(above):
            if statement.path == above:
                place = place or statement
            elif not statement.is_heading and len(statement.under) <= len(above):
                key = str(statement.path[len(above)])
                if place is None or place.is_heading or order.index(key) < order.index(name):
                    place = statement
        if place is None:
            raise _CannotMoveError
        return place

    # --- a list written between brackets ----------------------------------------------------

    def _edit_list(self, value: Value, before: tuple[Any, ...], after: tuple[Any, ...]) -> None:
        old, new = [unstructure(list(items)) for items in (before, after)]
        if not any(value.start < start < value.end for start, _ in self.layout.comments):
            written = write_inline(new)
            if "\n" in self.text[value.start : value.end]:
                written = "".join(["[\n", *(f"  {write_inline(item)},\n" for item in new), "]"])
            self.splices.add(value.start, value.end, written)
            return
        names = [
            [
                write_inline(
                    item.get("id", item.get("period", item)) if isinstance(item, dict) else item
                )
                for item in items
            ]
            for items in (old, new)
        ]
        matches = align(*names)
        kept = sorted(match for match in matches if match is not None)
        for index, part in enumerate(value.parts):
            if index not in kept:
                self.splices.add(part.start, self._find_comma(part.end) or part.end, "")
        slots = iter(kept)
        previous: Value | None = None
        for match, item in zip(matches, new, strict=True):
            if match is None:
                self._insert_item(value, previous, write_inline(item))
                continue
            slot = value.parts[next(slots)]
            same = old[match] == item
            source = value.parts[match]
            text = self.text[source.start : source.end] if same else write_inline(item)
            if text != self.text[slot.start : slot.end]:
                self.splices.add(slot.start, slot.end, text)
            previous = slot

    def _insert_item(self, value: Value, previous: Value | None, item: str) -> None:
        if previous is None:
            self.splices.add(value.start + 1, value.start + 1, f"\n  {item},")
            return
        comma = self._find_comma(previous.end)
        if comma is None:
            self.splices.add(previous.end, previous.end, ",")
        rest_of_line = self.text[comma or previous.end : self._find_line_end(previous.end)].strip()
        if rest_of_line and not rest_of_line.startswith("#"):
            at = comma or previous.end
            self.splices.add(at, at, f" {item},")
        else:
            at = self._find_line_end(previous.end)
            self.splices.add(at, at, f"\n  {item},")

    def _find_comma(self, at: int) -> int | None:
        """Return the offset after the comma that follows an item, if one does."""
        starts = dict(self.layout.comments)
        while at < len(self.text) and (self.text[at].isspace() or at in starts):
            at = starts.get(at, at + 1)
        return at + 1 if self.text[at : at + 1] == "," else None

    # --- many things, each under a heading of its own ------------------------------------------

    def _edit_things(self, path: Path, before: tuple[Any, ...], after: tuple[Any, ...]) -> None:
        matches = align(_name_things(before), _name_things(after))
        kept = sorted(match for match in matches if match is not None)
        for index in range(len(before)):
            if index not in kept:
                self._cut(self._find_under((*path, index)))
        in_order = [match for match in matches if match is not None] == kept
        blocks = {index: self._find_block((*path, index)) for index in kept}
        slots = iter(kept)
        end: int | None = None
        for match, thing in zip(matches, after, strict=True):
            if match is None:
                text = write_thing(_write_heading(path), unstructure(thing), is_listed=True)
                if end is not None:
                    self._insert_lines(end, text, is_block=True)
                elif before:
                    start = self._find_blank_before(self._find_block((*path, 0))[0])
                    self.splices.add(start, start, f"\n{text}\n" if start else f"{text}\n\n")
                else:
                    self._insert_block(path[:-1], text)
                continue
            start, end = blocks[next(slots)]
            inner = self.splices if in_order else Splices()
            editor = attrs.evolve(self, splices=inner)
            names = attrs.fields_dict(type(thing))
            editor._edit_thing((*path, match), before[match], thing, names)
            if not in_order:
                block = blocks[match]
                self._check_together((*path, match), block)
                self.splices.add(start, end, inner.apply(self.text, *block).rstrip("\n"))

    def _check_together(self, path: Path, block: tuple[int, int]) -> None:
        for statement in self.layout.statements:
            is_inside = block[0] <= statement.start < block[1]
            if is_inside != (statement.path[: len(path)] == path):
                raise _CannotMoveError

    def _insert_block(self, above: Path, text: str) -> None:
        """Put in a block with a heading of its own, below everything of what it belongs to."""
        if above:
            _, end = self._find_block(above)
            self._insert_lines(end, text, is_block=True)
            return
        end = len(self.text)
        before = "" if not end else "\n" if self.text.endswith("\n") else "\n\n"
        self.splices.add(end, end, f"{before}{text}\n")

    def _insert_lines(self, after: int, lines: str, *, is_block: bool = False) -> None:
        """Put in lines below the one in which something ends, which may itself be cut."""
        end = self._find_line_end(after)
        blank = "\n" if is_block else ""
        if end == len(self.text):
            self.splices.add(end, end, f"\n{blank}{lines}")
        else:
            self.splices.add(end + 1, end + 1, f"{blank}{lines}\n")

    # --- where things stand ----------------------------------------------------------------

    def _find_under(self, path: Path) -> list[Statement]:
        return [each for each in self.layout.statements if each.path[: len(path)] == path]

    def _find_block(self, path: Path) -> tuple[int, int]:
        """Find where a thing begins, with the comments over it, and where its last line ends."""
        statements = self._find_under(path)
        if not statements:
            raise _CannotMoveError
        start = self._find_line_start(statements[0].start)
        while start and self._is_comment(above := self._find_line_start(start - 1)):
            start = above
        end = self._find_line_end(statements[-1].end)
        below = end
        while below < len(self.text) and self._is_comment(below + 1):
            below = self._find_line_end(below + 1)
        # Comments with nothing between them and the next heading belong to that one.
        follows = self.text[below + 1 : self._find_line_end(below + 1)].strip()
        return start, end if follows else below

    def _is_comment(self, line_start: int) -> bool:
        return self.text[line_start : self._find_line_end(line_start)].lstrip().startswith("#")

    def _find_line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def _find_line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end

    def _find_blank_before(self, at: int) -> int:
        while self.text[max(at - 2, 0) : at] == "\n\n":
            at -= 1
        return at

    def _cut(self, statements: Iterable[Statement]) -> None:
        """Take out statements; comments in them and behind them stay, on lines of their own."""
        for statement in statements:
            start = self._find_line_start(statement.start)
            end = self._find_line_end(statement.end)
            left = "".join(
                f"{self.text[first:last]}\n"
                for first, last in self.layout.comments
                if start <= first < end
            )
            if statement.is_heading and not left:
                start = self._find_blank_before(start)
            self.splices.add(start, min(end + 1, len(self.text)), left)


def _is_unsaid(field: "attrs.Attribute[Any]", value: Any) -> bool:
    default: Any = field.default
    made = getattr(default, "factory", None)
    return bool(value == (made() if made else default))


def _name_things(things: Iterable[Any]) -> list[Any]:
    return [getattr(thing, "id", None) or thing for thing in things]


def _write_heading(path: Path) -> str:
    return ".".join(step for step in path if isinstance(step, str))
