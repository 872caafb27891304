"""Results of every shape, made up by Hypothesis from what the nouns allow."""

import datetime

from hypothesis import strategies as st

from obamodel.files.iati import (
    IatiBaseline,
    IatiDimension,
    IatiDocument,
    IatiIndicator,
    IatiLocation,
    IatiMeasure,
    IatiNarrative,
    IatiPeriod,
    IatiRaw,
    IatiReference,
    IatiResult,
    IatiResultType,
    IatiValue,
)

# Texts on which a writer of XML comes to grief.
AWKWARD = (
    "a",
    "<b>",
    "&amp;",
    '"',
    "'",
    "]]>",
    "two\nlines",
    "a\tb",
    "é🏠",
    "\u202eabc",
    "=1+1",
    "",
)
PLAIN = st.sampled_from([text for text in AWKWARD if text])
DAYS = st.dates(datetime.date(1990, 1, 1), datetime.date(2040, 1, 1))
LINKS = st.sampled_from(["https://example.org/a?b=c&d='e'#f", "http:www.example.org", "a.pdf"])
OTHERS = st.lists(
    st.just(IatiRaw(name="{urn:o}a", xml='<o:a xmlns:o="urn:o">x<o:b/></o:a>')), max_size=1
)


def make_words(least: int = 0) -> st.SearchStrategy[list[IatiNarrative]]:
    one = st.builds(
        IatiNarrative, text=st.sampled_from(AWKWARD), language=st.sampled_from(["", "fr", "en-GB"])
    )
    return st.lists(one, min_size=least, max_size=2)


def make_documents() -> st.SearchStrategy[list[IatiDocument]]:
    one = st.builds(
        IatiDocument,
        url=LINKS,
        format=st.just("application/pdf"),
        title=make_words(1),
        categories=st.lists(st.just("A01"), min_size=1, max_size=2),
        description=make_words(),
        languages=st.lists(st.just("en"), max_size=1),
        published_on=st.none() | DAYS,
        others=OTHERS,
    )
    return st.lists(one, max_size=1)


def make_value() -> st.SearchStrategy[IatiValue]:
    return st.builds(
        IatiValue,
        value=st.none() | PLAIN,
        locations=st.lists(
            st.builds(IatiLocation, ref=st.sampled_from(AWKWARD), others=OTHERS), max_size=2
        ),
        dimensions=st.lists(
            st.builds(IatiDimension, name=st.sampled_from(AWKWARD), value=st.sampled_from(AWKWARD)),
            max_size=2,
        ),
        comment=make_words(),
        documents=make_documents(),
        others=OTHERS,
    )


@st.composite
def make_baseline(draw: st.DrawFn) -> IatiBaseline:
    value = draw(make_value())
    return IatiBaseline(
        year=draw(st.integers(1, 9999)),
        iso_date=draw(st.none() | DAYS),
        value=value.value,
        locations=value.locations,
        dimensions=value.dimensions,
        comment=value.comment,
        documents=value.documents,
        others=value.others,
    )


@st.composite
def make_period(draw: st.DrawFn) -> IatiPeriod:
    start, end = sorted([draw(DAYS), draw(DAYS)])
    return IatiPeriod(
        start=start,
        end=end,
        targets=draw(st.lists(make_value(), max_size=1)),
        actuals=draw(st.lists(make_value(), max_size=2)),
        others=draw(OTHERS),
    )


def make_references() -> st.SearchStrategy[list[IatiReference]]:
    one = st.builds(IatiReference, vocabulary=PLAIN, code=PLAIN, uri=st.just("") | LINKS)
    return st.lists(one, max_size=2)


def make_indicator() -> st.SearchStrategy[IatiIndicator]:
    return st.builds(
        IatiIndicator,
        measure=st.sampled_from(IatiMeasure),
        title=make_words(1),
        ascending=st.none() | st.booleans(),
        aggregation_status=st.none() | st.booleans(),
        description=make_words(),
        documents=make_documents(),
        references=make_references(),
        baselines=st.lists(make_baseline(), max_size=1),
        periods=st.lists(make_period(), max_size=2),
        others=OTHERS,
    )


def make_result() -> st.SearchStrategy[IatiResult]:
    return st.builds(
        IatiResult,
        type=st.sampled_from(IatiResultType),
        title=make_words(1),
        indicators=st.lists(make_indicator(), min_size=1, max_size=2),
        aggregation_status=st.none() | st.booleans(),
        description=make_words(),
        documents=make_documents(),
        references=make_references(),
        others=OTHERS,
    )
