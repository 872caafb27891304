"""What does an IATI activity say that no noun of ours holds?"""

from collections.abc import Iterable, Sequence
from itertools import chain

from obamodel.domain.fields import show
from obamodel.files.iati.activity import IatiActivity
from obamodel.files.iati.notes import Notes
from obamodel.files.iati.nouns import IatiBaseline, IatiIndicator, IatiResult, IatiValue
from obamodel.files.iati.parts import IatiAttribute, IatiDocument, IatiNarrative, IatiRaw
from obamodel.files.iati.titles import NamedResult, choose_words

_IN_FILE = "it is in the IATI file, and stays there if that is read with read_iati_file"


def leave_rest(activity: IatiActivity, notes: Notes) -> None:
    """Name what an activity has beside its results."""
    names = list(dict.fromkeys(raw.name for raw in activity.parts))
    if names:
        shown = ", ".join(show(name)[1:-1] for name in names[:6])
        more = f" and {len(names) - 6} more kinds" if len(names) > 6 else ""
        found = f"{show(activity.identifier)} has more than results: {shown}{more}"
        notes.leave(activity.line, "no-place", found, _IN_FILE)


def leave_details(result: NamedResult, notes: Notes) -> None:
    """Name what a result, its indicators and their values have that has no place."""
    _leave_head(result.noun, result.key, result.language, notes)
    for code in result.noun.references:
        _leave(notes, result.noun.line, f"the code {show(str(code))} of a result", result.key)
    for indicator in result.indicators:
        noun, key = indicator.noun, indicator.key
        _leave_head(noun, key, result.language, notes)
        values: Iterable[IatiValue | IatiBaseline] = chain(
            noun.baselines,
            *((*period.targets, *period.actuals) for period in noun.periods),
        )
        for value in values:
            _leave_words(value.comment, value.line, "comment", key, result.language, notes)
            _leave_documents(value.documents, key, notes)
            _leave_others(value.others, value.line, key, notes)
            if isinstance(value, IatiBaseline):
                _leave_attributes(value.attributes, value.line, key, notes)
        for period in noun.periods:
            _leave_others(period.others, period.line, key, notes)
            _leave_attributes(period.attributes, period.line, key, notes)


def _leave_head(noun: IatiResult | IatiIndicator, key: str, language: str, notes: Notes) -> None:
    _leave_words(noun.title, noun.line, "title", key, language, notes)
    _leave_words(noun.description, noun.line, "description", key, language, notes)
    _leave_documents(noun.documents, key, notes)
    if noun.aggregation_status is not None:
        may = "may" if noun.aggregation_status else "may not"
        _leave(notes, noun.line, f"its values {may} be added up (aggregation-status)", key)
    _leave_others(noun.others, noun.line, key, notes)
    _leave_attributes(noun.attributes, noun.line, key, notes)


def _leave_words(
    narratives: Sequence[IatiNarrative],
    line: int | None,
    what: str,
    key: str,
    language: str,
    notes: Notes,
) -> None:
    chosen = choose_words(narratives, language)
    others = [one for one in narratives if one.text and one.text != chosen]
    for one in others:
        of = f"in {show(one.language)}" if one.language else "in no named language"
        found = f"its {what} {of}: {show(one.text)}"
        notes.leave(line, "other-language", found, "give language= to read those instead", key)


def _leave_documents(documents: Iterable[IatiDocument], key: str, notes: Notes) -> None:
    for one in documents:
        _leave(notes, one.line, f"a link to a document, {show(one.url)}", key)


def _leave_others(raws: Iterable[IatiRaw], line: int | None, key: str, notes: Notes) -> None:
    for raw in raws:
        _leave(notes, line, f"an element from elsewhere, {show(raw.name)}", key)


def _leave_attributes(
    attributes: Iterable[IatiAttribute], line: int | None, key: str, notes: Notes
) -> None:
    for one in attributes:
        _leave(notes, line, f"an attribute from elsewhere, {show(one.name)}", key)


def _leave(notes: Notes, line: int | None, found: str, key: str) -> None:
    notes.leave(line, "no-place", found, _IN_FILE, key)
