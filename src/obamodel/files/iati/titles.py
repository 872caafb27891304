"""Short names for the results and indicators of a file, and their words in one language."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from obamodel.files.iati.activity import IatiActivity
from obamodel.files.iati.nouns import IatiIndicator, IatiResult
from obamodel.files.iati.parts import XML_NAMESPACE, IatiNarrative
from obamodel.files.naming import Names, give_stem


@frozen(kw_only=True)
class NamedIndicator:
    """An indicator with its short name and its title in the language asked for."""

    key: str
    title: str
    noun: IatiIndicator


@frozen(kw_only=True)
class NamedResult:
    """A result with its short name, and its indicators with theirs."""

    key: str
    title: str
    noun: IatiResult
    activity: IatiActivity
    language: str
    indicators: tuple[NamedIndicator, ...]


def name_results(
    activities: Iterable[IatiActivity], names: Names, language: str = ""
) -> list[NamedResult]:
    """Give every result and every indicator a short name, made from its title.

    Parameters
    ----------
    activities
        Those whose results are wanted.
    names
        What is called something already.
    language
        The language whose words are wanted; that of each activity where none is named.
    """
    named = []
    for activity in activities:
        wanted = language or find_language(activity)
        for result in activity.results:
            title = choose_words(result.title, wanted)
            key = give_stem(names, title, "result")
            indicators = []
            for indicator in result.indicators:
                words = choose_words(indicator.title, wanted)
                short = give_stem(names, words, "indicator")
                indicators.append(NamedIndicator(key=short, title=words or short, noun=indicator))
            named.append(
                NamedResult(
                    key=key,
                    title=title or key,
                    noun=result,
                    activity=activity,
                    language=wanted,
                    indicators=tuple(indicators),
                )
            )
    return named


def find_language(activity: IatiActivity) -> str:
    """Find in which language the words of an activity are that do not say it themselves."""
    for one in activity.attributes:
        if one.namespace == XML_NAMESPACE and one.name == "lang":
            return one.value.strip()
    return ""


def choose_words(narratives: Sequence[IatiNarrative], language: str) -> str:
    """Choose the words of one language; those without one, or the first, where it is not there.

    Examples
    --------
    >>> both = [IatiNarrative(text="Clinics"), IatiNarrative(text="Cliniques", language="fr")]
    >>> choose_words(both, "fr"), choose_words(both, "es"), choose_words([], "fr")
    ('Cliniques', 'Clinics', '')
    """
    there = [one for one in narratives if one.text]
    for wanted in (language, ""):
        for one in there:
            if one.language.lower() == wanted.lower():
                return one.text
    return there[0].text if there else ""
