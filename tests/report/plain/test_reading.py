"""What a reader meets, sentence by sentence, and the mark of a text."""

import re

from attrs import evolve

from obamodel.domain.easy_read import MARK
from obamodel.plots.signs import Sign, draw_sign
from obamodel.report.document import (
    AnswerSpace,
    Block,
    Bullets,
    Card,
    Cards,
    Document,
    Figure,
    Note,
    Paragraph,
    Section,
    Table,
)
from obamodel.report.plain.reading import (
    CHECKED_PART,
    count_words,
    find_long_sentences,
    find_mark,
    list_sentences,
    split_sentences,
)

TABLE = Table(title="T1", columns=["C1", "C2"], rows=[("R1", "R2")], notes=["N1."])
EVERY_BLOCK = (
    Paragraph("P1. P2?"),
    Note("O1."),
    Bullets(["B1", "B2."]),
    Cards([Card(heading="H1", text="K1.", under="U1", caveats=["V1."])]),
    TABLE,
    Figure(title="F1", drawing=draw_sign(Sign.WISH), alt="A1.", note="M1.", table=TABLE),
    AnswerSpace(name="a", prompt="Q1?", text="S1."),
)


def write(*blocks: Block, name: str = "part", title: str = "Part") -> Document:
    inner = Section(id=f"{name}-in", title="Inner", blocks=[Paragraph("Deep.")])
    part = Section(id=name, title=title, blocks=blocks, sections=[inner])
    return Document(title="Whole", subtitle="Below", sections=[part])


def test_every_kind_of_block_is_read() -> None:
    said = " ".join(list_sentences(write(*EVERY_BLOCK)))
    told = re.findall(r"\b[A-Z]\d\b", said)
    assert sorted(set(told)) == sorted(
        "P1 P2 O1 B1 B2 H1 K1 U1 V1 T1 C1 C2 R1 R2 N1 F1 A1 M1 Q1 S1".split()
    )
    assert {"Whole", "Below", "Part", "Inner", "Deep."} <= set(list_sentences(write()))


def test_sentences_end_at_a_stop_that_something_follows() -> None:
    assert split_sentences("It was 18.7 then. \u201cYes.\u201d We went on") == [
        "It was 18.7 then.",
        "\u201cYes.\u201d",
        "We went on",
    ]
    assert split_sentences(" \n ") == []


def test_a_word_has_a_letter_or_a_digit_in_it() -> None:
    assert count_words('We - that is, you & I - met at "No. 7".') == 9


def test_sentences_of_more_than_fifteen_words_are_found() -> None:
    fifteen = " ".join(["word"] * 15)
    assert find_long_sentences(write(Paragraph(f"{fifteen}."))) == ()
    (found,) = find_long_sentences(write(Paragraph(f"{fifteen}. {fifteen} more.")))
    assert found == f"{fifteen} more."


def test_every_word_a_reader_meets_changes_the_mark() -> None:
    plain = find_mark(write(*EVERY_BLOCK))
    assert MARK.fullmatch(plain)
    others = [
        evolve(write(*EVERY_BLOCK), title="Other"),
        write(*EVERY_BLOCK, title="Other"),
        *(
            write(*EVERY_BLOCK[:place], *EVERY_BLOCK[place + 1 :])
            for place in range(len(EVERY_BLOCK))
        ),
        write(*EVERY_BLOCK[:5], evolve(EVERY_BLOCK[5], alt="Another picture."), EVERY_BLOCK[6]),
    ]
    marks = [plain, *map(find_mark, others)]
    assert len(set(marks)) == len(marks)


def test_line_ends_and_the_part_about_the_check_do_not_change_the_mark() -> None:
    one = write(Paragraph("We met. We talked."))
    other = write(Paragraph("We met.\n  We talked."))
    checked = Section(id=CHECKED_PART, title="Who?", blocks=[Paragraph("A group.")])
    assert find_mark(one) == find_mark(other)
    assert find_mark(one) == find_mark(evolve(one, sections=[*one.sections, checked]))
