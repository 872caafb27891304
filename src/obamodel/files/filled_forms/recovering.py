"""How is an answer found when a program has taken its place away, and left the words?

Some programs do not know the places that Word has for answers: LibreOffice 7.4 saves them without
their names. The questions are still there, in the order in which they were printed; what stands
between two of them, where a place was, is the answer.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher

from obamodel.files.filled_forms.filled_form import FilledForm, Line, gather_answers
from obamodel.files.filled_forms.word_forms import drop_prompt

MOST_LINES = 3_000
"""Of longer forms nothing is recovered: to lay them side by side would take too long."""


def recover_answers(form: FilledForm, empty: FilledForm) -> FilledForm:
    """Find answers whose places are gone, by the words that were printed around them.

    Parameters
    ----------
    form
        The form that was filled in.
    empty
        The same form as it is printed.

    Returns
    -------
    FilledForm
        The same, with the answers that were found. A place is left out where the words before or
        after it were changed, since nobody can say where the answer begins or ends.

    Raises
    ------
    InvalidError
        When an answer has signs that not every file can hold.

    Examples
    --------
    >>> printed = [Line("What now?"), Line(room="r.now"), Line("When?"), Line(room="r.on")]
    >>> empty = FilledForm(file="a.docx", rooms=["r.now", "r.on"], answers={}, course=printed)
    >>> lines = map(Line, ["What now?", "Meet again.", "When?", "In May."])
    >>> saved = FilledForm(file="a.docx", rooms=[], answers={}, course=lines)
    >>> dict(recover_answers(saved, empty).answers)
    {'r.now': 'Meet again.', 'r.on': 'In May.'}
    """
    missing = set(empty.rooms).difference(form.rooms)
    if not _name_stems(form) <= _name_stems(empty):
        # It is another form: who reads it says so.
        return form
    if not missing or max(len(form.course), len(empty.course)) > MOST_LINES:
        return form
    found = {name: text for name, text in _find_between(form, empty) if name in missing}
    taken = {place for name in found for place in found[name]}
    course = []
    begun = {min(places, default=-1): name for name, places in found.items() if places}
    for place, line in enumerate(form.course):
        if place in begun:
            course.append(Line(room=begun[place]))
        if place not in taken:
            course.append(line)
    answers = [(name, _read(form, places), None) for name, places in found.items()]
    kept = [(name, form.say(name), None) for name in form.rooms]
    return gather_answers(form.file, [*kept, *answers], course)


def _name_stems(form: FilledForm) -> set[str]:
    """Name what a form is about: what its places have in front of their dot."""
    return {name.partition(".")[0] for name in form.rooms}


def _read(form: FilledForm, places: range) -> str:
    return drop_prompt("\n".join(form.course[place].words for place in places))


def _find_between(form: FilledForm, empty: FilledForm) -> Iterator[tuple[str, range]]:
    """Find the lines between what was printed before and after each place."""
    printed = [place for place, line in enumerate(empty.course) if line.plain or line.room]
    written = [place for place, line in enumerate(form.course) if line.plain or line.room]
    matcher = SequenceMatcher(
        None,
        [_sign(empty.course[place]) for place in printed],
        [_sign(form.course[place]) for place in written],
        autojunk=False,
    )
    # The start and the end of a form stand still.
    same = {-1: -1, len(printed): len(form.course)}
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            same[block.a + step] = written[block.b + step]
    for place, index in enumerate(printed):
        room = empty.course[index].room
        if room and place not in same and place - 1 in same and place + 1 in same:
            yield room, range(same[place - 1] + 1, same[place + 1])


def _sign(line: Line) -> tuple[str, str]:
    return line.room, line.plain
