"""Nothing that people wrote is lost or moved when a file is saved over."""

import random
import tempfile
import tomllib
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from obamodel.domain.baselines import Baseline
from obamodel.domain.evaluation import Evaluation
from obamodel.domain.frozen import MAY_CHANGE, find_changed_baselines
from obamodel.errors import InvalidError
from obamodel.files import load, save
from obamodel.files.conversion import structure
from obamodel.files.counts import write_counts
from obamodel.files.document import write_document
from obamodel.files.editing import edit_toml
from obamodel.files.homes import COUNTS_FILE, HOMES, POINTS_FILE, SCHEMA_KEY
from obamodel.files.points import leave_out_points, write_points
from tests.files.handwriting import Hand
from tests.strategies import KINDS, evaluations


def read(text: str) -> Evaluation:
    document = {"id": "made-up", "title": "Made up", **tomllib.loads(text)}
    return structure(
        {key: document[key] for key in document if key != "schema_version"}, Evaluation
    )


def edit(text: str, **changes: Any) -> str:
    """Save a change over a text, and see that the text then says it."""
    old = read(text)
    new = attrs.evolve(old, **changes)
    keys = [key for key in attrs.fields_dict(Evaluation) if key not in ("id", "title")]
    edited = edit_toml(text, old, new, keys)
    assert read(edited) == new
    return edited


def change_risk(text: str, index: int, **changes: Any) -> str:
    risks = list(read(text).risks)
    risks[index] = attrs.evolve(risks[index], **changes)
    return edit(text, risks=risks)


RISKS = """\
# What might go wrong.

[[risks]] # the first
id   = "frost"       # since 2010
name = 'Frost'
  cause = "winter"   # as ever

# About the floods:
# they came twice.
[[risks]]
id = "flood"
name = "Flood"
eased_by = [ # what we do
    "sandbags", # forty
    "pumps",
    # more to come
]

# The end.
"""


def test_a_new_word_replaces_the_old_one_and_nothing_else() -> None:
    assert change_risk(RISKS, 0, cause="a cold night") == RISKS.replace("winter", "a cold night")


def test_a_new_key_goes_after_the_one_before_it_and_not_after_the_next_things_remarks() -> None:
    assert change_risk(RISKS, 0, effect="Paths are closed.") == RISKS.replace(
        "# as ever\n", '# as ever\neffect = "Paths are closed."\n'
    )


def test_a_key_that_is_taken_out_leaves_its_remark() -> None:
    assert change_risk(RISKS, 0, cause="") == RISKS.replace(
        '  cause = "winter"   # as ever\n', "# as ever\n"
    )


def test_items_of_a_list_come_and_go_and_the_remarks_beside_them_stay() -> None:
    assert change_risk(RISKS, 1, eased_by=["pumps"]) == RISKS.replace('"sandbags", #', " #")
    assert change_risk(RISKS, 1, eased_by=["sandbags", "dams", "pumps"]) == RISKS.replace(
        "# forty\n", '# forty\n  "dams",\n'
    )
    assert change_risk(RISKS, 1, eased_by=["sandbags", "pumps", "dams"]) == RISKS.replace(
        '"pumps",\n', '"pumps",\n  "dams",\n'
    )
    assert change_risk(RISKS, 1, eased_by=["pumps", "sandbags"]) == (
        RISKS.replace('"pumps"', "X").replace('"sandbags"', '"pumps"').replace("X", '"sandbags"')
    )


def test_a_thing_that_is_renamed_is_changed_where_it_stands() -> None:
    assert change_risk(RISKS, 1, id="high-water") == RISKS.replace('"flood"', '"high-water"')


def test_a_thing_that_is_taken_out_leaves_every_remark() -> None:
    edited = edit(RISKS, risks=read(RISKS).risks[:1])
    for remark in ("the floods", "twice", "what we do", "forty", "more to come", "The end"):
        assert remark in edited
    assert edited.startswith(RISKS[: RISKS.index("# About")])


def test_a_new_thing_goes_where_it_belongs_in_the_order() -> None:
    first, second = read(RISKS).risks
    new = attrs.evolve(first, id="heat", name="Heat", cause="")
    block = '\n[[risks]]\nid = "heat"\nname = "Heat"\n'
    assert edit(RISKS, risks=(first, new, second)) == RISKS.replace(
        "# as ever\n", "# as ever\n" + block
    )
    assert edit(RISKS, risks=(first, second, new)) == RISKS.replace(
        "]\n\n# The", f"]\n{block}\n# The"
    )
    assert edit(RISKS, risks=(new, first, second)) == RISKS.replace("wrong.\n", "wrong.\n" + block)


def test_things_in_a_new_order_take_their_remarks_along() -> None:
    edited = edit(RISKS, risks=tuple(reversed(read(RISKS).risks)))
    start, frost, flood = (
        RISKS.index("[[risks]] #"),
        RISKS.index("\n# About"),
        RISKS.index("\n# The"),
    )
    assert edited == (
        RISKS[:start]
        + RISKS[frost + 1 : flood].rstrip("\n")
        + "\n\n"
        + RISKS[start:frost].rstrip("\n")
        + "\n"
        + RISKS[flood:]
    )


def test_the_first_thing_of_its_kind_goes_to_the_end() -> None:
    evaluation = read('[[requests]]\nid = "a"\ntext = "b"\nmade_to = "c"\n')
    assert edit(RISKS, requests=evaluation.requests) == (
        RISKS + '\n[[requests]]\nid = "a"\ntext = "b"\nmade_to = "c"\n'
    )


def test_a_table_in_a_line_is_changed_in_its_line() -> None:
    text = (
        '[[feedback]]\nid = "a"\ngist = "b"\ncame_by = "event"\ngiven = 2011-08-05 # bare\n'
        'consent = {state = "publish"} # asked\n'
    )
    (said,) = read(text).feedback
    consent = attrs.evolve(said.consent, note="by phone")
    assert edit(text, feedback=[attrs.evolve(said, consent=consent)]) == text.replace(
        '"publish"}', '"publish", note = "by phone"}'
    )


@pytest.mark.parametrize(
    "written",
    [
        'consent.state = "publish" # asked\n',
        '[feedback.consent] # asked\nstate = "publish"\n',
        (
            '[feedback.consent]\n# asked\nstate = "publish"\n\n'
            '[[feedback.recollections]]\nwho = "a"\nsays = "b"\n'
        ),
    ],
)
def test_a_table_written_in_another_way_is_changed_in_that_way(written: str) -> None:
    text = '[[feedback]]\nid = "a"\ngist = "b"\ncame_by = "event"\ngiven = "2011"\n' + written
    (said,) = read(text).feedback
    noted = edit(
        text, feedback=[attrs.evolve(said, consent=attrs.evolve(said.consent, note="by phone"))]
    )
    added = [line for line in noted.split("\n") if line not in text.split("\n")]
    assert added in (['note = "by phone"'], ['consent.note = "by phone"'])
    gone = edit(text, feedback=[attrs.evolve(said, consent=type(said.consent)())])
    assert "state" not in gone
    assert "# asked" in gone


def test_parts_that_stand_apart_are_brought_together_and_every_remark_is_kept() -> None:
    text = (
        '# one\n[[feedback]]\nid = "a"\ngist = "x"\ncame_by = "event"\ngiven = "2011"\n'
        '[[feedback]]\nid = "b"\ngist = "y"\ncame_by = "event"\ngiven = "2011" # two\n'
        '[[influences]]\nid = "c"\nview = "z" # three\n'
        '[feedback.consent] # four\nstate = "no"\n'
    )
    evaluation = read(text)
    edited = edit(text, feedback=tuple(reversed(evaluation.feedback)))
    assert [remark in edited for remark in ("# one", "# two", "# three", "# four")] == [True] * 4


# --- whatever it is, and however it was written ---------------------------------------------


def shake(old: Evaluation, other: Evaluation, chance: random.Random) -> Evaluation:
    """Take things out, put things in another order, and give some the words of others."""
    new = old
    for kind in KINDS:
        things = list(getattr(new, kind) or ()) if kind not in ("vocabulary", "protection") else []
        if not things or chance.random() < 0.3:
            continue
        lot = chance.random()
        if lot < 0.25:
            chance.shuffle(things)
        elif lot < 0.5:
            things.pop(chance.randrange(len(things)))
        else:
            index = chance.randrange(len(things))
            for model in getattr(other, kind)[:1] or [None]:
                things[index] = blend(things[index], model, chance)
        try:
            changes: dict[str, Any] = {kind: things}
            new = attrs.evolve(new, **changes)
        except InvalidError:
            continue  # something else refers to what was taken out
    return new


def blend(thing: Any, model: Any, chance: random.Random) -> Any:
    for field in attrs.fields(type(thing)):
        value = getattr(thing, field.name)
        if field.name == "id" or chance.random() < 0.5:
            continue
        if isinstance(thing, Baseline) and field.name not in MAY_CHANGE:
            continue
        if model is not None:
            value = getattr(model, field.name)
        elif isinstance(value, tuple):
            value = tuple(chance.sample(value, chance.randint(0, len(value))))
        elif isinstance(value, str) and field.type is str:
            value = chance.choice(["new words", "two\nlines", ""])
        try:
            thing = attrs.evolve(thing, **{field.name: value})
        except InvalidError:
            continue
    return thing


@given(
    evaluations() | evaluations(holding=("series", "baselines"), most=1),
    evaluations() | evaluations(holding=("series", "baselines"), most=1),
    st.randoms(use_true_random=False),
    st.booleans(),
)
def test_whatever_people_wrote_around_it_stays_when_an_evaluation_is_changed(
    old: Evaluation, other: Evaluation, chance: random.Random, is_wholly_new: bool
) -> None:
    new = other if is_wholly_new else shake(old, other, chance)
    assume(not find_changed_baselines(old.baselines, new.baselines))
    document = write_document(leave_out_points(old))
    hand = Hand(chance)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for name, keys in HOMES.items():
            part = {key: document[key] for key in keys if key in document}
            if name == COUNTS_FILE:
                (folder / name).write_text(write_counts(old.counts), "utf-8", newline="")
            elif name == POINTS_FILE:
                (folder / name).write_text(write_points(old.series), "utf-8", newline="")
            elif part:
                text = hand.write(part)
                assert tomllib.loads(text) == part
                line_end = chance.choice(["\n", "\r\n"])
                (folder / name).write_text(text, "utf-8", newline=line_end)
        before = {path.name: path.read_bytes() for path in folder.iterdir()}
        save(old, folder)
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
        save(new, folder)
        assert load(folder) == new
        after = {path.name: path.read_bytes() for path in folder.iterdir()}
    for name, keys in HOMES.items():
        held = [key for key in keys or ["series"] if key != SCHEMA_KEY]
        if name in before and all(getattr(old, key) == getattr(new, key) for key in held):
            assert after[name] == before[name]
    words = b"".join(after.values()).decode()
    assert [remark for remark in hand.comments if remark not in words] == []
