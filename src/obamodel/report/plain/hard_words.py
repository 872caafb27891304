"""Hard words, and what they mean: a list of those that an edition uses."""

import re
from types import MappingProxyType

from obamodel.plots.signs import Sign
from obamodel.report.document import Block, Document, Section, Table
from obamodel.report.material import Material
from obamodel.report.plain.reading import MOST_WORDS, count_words, list_sentences
from obamodel.report.plain.telling import start_section

# Each with the other forms in which it may stand in a text, and what it means.
_LIST = (
    ("advisory group", ("advisory groups",), "A group that helps to choose what to do."),
    ("area", ("areas",), "A part of the land, such as a town."),
    ("carer", ("carers",), "Someone who looks after a person at home."),
    (
        "cautioned",
        ("caution", "cautions"),
        "The police said: do not do this again. It was written down.",
    ),
    ("chart", ("charts",), "A picture of numbers."),
    (
        "commissioner",
        ("commissioners", "commissioning"),
        "Someone who plans help for people, and pays for it.",
    ),
    ("confident", ("confidence",), "You feel sure that you can do it."),
    ("council", ("councils",), "The people who run a town or a county."),
    ("county", ("counties",), "A big part of the land with many towns."),
    ("court", ("courts",), "The place where a judge says what must be done."),
    (
        "Easy Read",
        (),
        "It has easy words. People with learning disabilities have checked it.",
    ),
    ("employer", ("employers",), "Someone who gives people paid work."),
    ("evaluation", ("evaluations", "evaluate", "evaluated"), "To find out how well things go."),
    ("evidence", (), "What shows that a thing is so."),
    ("exact", (), "Just right: no more and no less."),
    ("experience", ("experiences",), "What you have lived through."),
    ("forum", ("forums",), "A place where people meet and talk."),
    ("gap", ("gaps",), "How far two numbers are from each other."),
    ("inspect", ("inspects", "inspected", "inspector", "inspectors"), "To look if it is good."),
    ("interview", ("interviews", "interviewer", "interviewers"), "One person asks, one answers."),
    (
        "learning disabilities",
        ("learning disability",),
        "Some people need more time and help to learn new things.",
    ),
    ("lived experience", (), "You know it from your own life."),
    ("mark of a text", (), "Signs that stand for these words and no others."),
    ("member", ("members",), "Someone who is part of a group."),
    ("mental health", (), "How we feel, and how we think."),
    ("newsletter", ("newsletters",), "A few pages with news, sent to people."),
    ("peer support", (), "People who had the same trouble help each other."),
    ("percent", ("per cent",), "Out of each hundred."),
    ("police", (), "They help to keep people safe. They stop people who break the law."),
    ("population", ("populations",), "All the people who live in a place."),
    ("project", ("projects",), "A piece of work that starts and ends."),
    ("questionnaire", ("questionnaires",), "A paper with questions. You write the answers."),
    ("report", ("reports",), "A long paper that tells what was done."),
    ("research", ("researcher", "researchers"), "To find out new things with care."),
    ("sentenced", ("sentence", "sentences"), "A court said what must be done after a crime."),
    ("service", ("services",), "Help that people can get, such as a clinic."),
    ("service user", ("service users",), "Someone who gets help from a service."),
    ("stigma", (), "Some people think less of others who are ill."),
    ("survey", ("surveys",), "Many people are asked the same things."),
    ("tender", ("tenders",), "Many offer to do some work. The best offer is picked."),
    ("training", ("trained",), "Lessons to learn how to do a thing."),
    ("university", ("universities",), "A school for grown-up people."),
    ("volunteer", ("volunteers",), "Someone who works for no pay."),
    ("webchat", (), "To write to someone on a screen, and they write back."),
    ("website", ("websites",), "Pages that you read on a screen."),
    ("workshop", ("workshops",), "A day when people meet to learn and talk."),
)
HARD_WORDS = MappingProxyType({word: meaning for word, _, meaning in _LIST})
"""What each hard word means, in words that are not hard."""
FORMS = MappingProxyType({word: (word, *others) for word, others, _ in _LIST})
"""The forms in which each may stand in a text."""

ALWAYS = ("Easy Read", "learning disabilities", "mark of a text")
"""What the last part uses, whatever it says."""
TITLE = "Words and what they mean"


def find_hard_words(text: str) -> tuple[str, ...]:
    """Find the hard words of a text that can be explained, in the order of the alphabet.

    Examples
    --------
    >>> find_hard_words("Carers came to two workshops.")
    ('carer', 'workshop')
    """
    return tuple(
        word
        for word, forms in FORMS.items()
        if re.search(rf"\b(?:{'|'.join(map(re.escape, forms))})\b", text, re.IGNORECASE)
    )


def write_hard_words(edition: Document, material: Material) -> Section | None:
    """Write the list of the hard words and short forms that an edition uses."""
    said = " ".join(list_sentences(edition))
    rows = [(word, HARD_WORDS[word]) for word in (*ALWAYS, *find_hard_words(said))]
    rows += [
        (one.short, one.stands_for)
        for one in material.evaluation.abbreviations
        if one.stands_for
        and count_words(one.stands_for) <= MOST_WORDS
        and re.search(rf"\b{re.escape(one.short)}\b", said)
    ]
    rows = sorted(dict(rows).items(), key=lambda row: row[0].casefold())
    blocks: list[Block] = []
    if rows:
        blocks.append(Table(title=TITLE, columns=("Word", "What it means"), rows=rows))
    return start_section("hard-words", "Hard words", Sign.BOOK, blocks)
