"""How does an IATI file leave the house? Only with numbers that are public, and never half."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from obamodel.domain.fields import show
from obamodel.errors import Fault, InvalidError
from obamodel.files.carrying import Exported
from obamodel.files.iati.activity import IatiFile
from obamodel.files.iati.composing import arrange_parts, compose_iati
from obamodel.files.iati.reading import parse_iati
from obamodel.files.iati.shape import ACTIVITY_PARTS
from obamodel.files.writing import write_files

_ONLY_ONE = ("reporting-org", "title", "activity-status")


def write_iati_file(file: IatiFile, path: str | os.PathLike[str]) -> Exported:
    """Write an IATI file; what was read is written back equal in meaning.

    Parameters
    ----------
    file
        What is to be written. An IATI file is made to be published, so it must say under
        ``published`` where its numbers are already public, or by which rule they became so.
    path
        A file ending in .xml; one that is there already is replaced, whole or not at all.

    Raises
    ------
    InvalidError
        With everything at once that keeps it from being a file of the standard: an activity
        without its title, for example.
    """
    place = Path(path)
    content = make_content(file, place)
    write_files(place.parent, {place.name: content})
    return Exported(files=[place.name])


def make_content(file: IatiFile, place: Path) -> bytes:
    """Make the bytes of an IATI file, after looking at everything that could be wrong."""
    faults = list(_find_faults(file, place))
    if faults:
        raise InvalidError(place.name, faults)
    content = compose_iati(file)
    # The only proof that nothing is lost, and nothing slipped in, is to read it again.
    try:
        again = parse_iati(content, place.name)
    except InvalidError as error:
        raise InvalidError(place.name, error.faults) from None
    if again != arrange_parts(file):
        found = "what would be written is not read back the same"
        mend = "look at the elements and attributes kept word for word"
        raise InvalidError(place.name, [Fault("not-itself", found, mend, file=place.name)])
    return content


def _find_faults(file: IatiFile, place: Path) -> Iterator[Fault]:
    if place.suffix.lower() != ".xml":
        found = f"the file is called {show(place.name)}"
        yield Fault("cannot-save", found, "end the name in .xml", file=place.name)
    has_results = any(activity.results for activity in file.activities)
    if has_results and not file.published:
        yield Fault(
            "not-published",
            "nothing says that its numbers are public",
            "say under published where they are, or give series to write_iati after publishing "
            "them: obamodel.publish(series)",
            path=("published",),
        )
    for index, activity in enumerate(file.activities):
        counted = Counter(part.name for part in activity.parts)
        for name, is_needed in ACTIVITY_PARTS.items():
            if name in ("iati-identifier", "result"):
                if counted[name]:
                    found = f"<{name}> is among the parts that are kept word for word"
                    mend = "give it as identifier or results"
                    yield Fault("misplaced", found, mend, path=("activities", index, "parts"))
                continue
            if is_needed and not counted[name]:
                found = f"{show(activity.identifier)} has no <{name}>, which the standard needs"
                mend = "make the activity with describe_activity, or add it to its parts"
                yield Fault("missing", found, mend, path=("activities", index, "parts"))
            if name in _ONLY_ONE and counted[name] > 1:
                found = f"{show(activity.identifier)} has {counted[name]} times <{name}>"
                mend = "keep the one that is right"
                yield Fault("named-twice", found, mend, path=("activities", index, "parts"))
        for name in counted:
            if name not in ACTIVITY_PARTS and not name.startswith("{"):
                found = f"{show(activity.identifier)} has a <{show(name)[1:-1]}>"
                mend = "take it out; the standard knows no such element"
                yield Fault("unknown-element", found, mend, path=("activities", index, "parts"))
