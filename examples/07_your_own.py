"""
Begin your own
==============

There are two ways to begin: with a folder of text files that you fill in, or in Python. Both come
to the same. The café in this script is made up.
"""

from pathlib import Path

import attrs

import obamodel as oba

# %%
# A starter folder explains itself, file by file. ``oba.start_folder("mine", example="mime")`` gives
# you a copy of the whole MIME evaluation as a pattern instead.

oba.start_folder("my-evaluation")
for path in sorted(Path("my-evaluation").iterdir()):
    print(path.name)

# %%
# In Python, an evaluation is made of small parts. Only what is known goes in.

evaluation = oba.Evaluation(
    id="carers-cafe",
    title="A café for carers (made up)",
    populations=[
        oba.Population(id="carers", name="Carers", who="everybody who cares for an adult")
    ],
    outcomes=[oba.Outcome(id="not-alone", statement="Carers are not alone.", population="carers")],
    indicators=[
        oba.Indicator(
            id="someone-to-ask",
            label="1",
            statement="Carers have somebody to ask for help.",
            outcome="not-alone",
        )
    ],
    services=[
        oba.Service(id="cafe", name="The café", description="A room, tea, and time, once a week.")
    ],
    activities=[
        oba.Activity(id="mornings", name="Café mornings", kind=oba.ActivityKind.PEER_SUPPORT)
    ],
    counts=[
        oba.Count(
            id="cups",
            of="visits to the café",
            counted=oba.Counted.ATTENDANCES,
            value=140,
            precision=oba.Precision.ABOUT,
            reason="Counted by cups.",
            activity="mornings",
        )
    ],
    feedback=[
        oba.Feedback(
            id="card-1",
            gist="Comes for the tea and stays for the company.",
            came_by=oba.FeedbackSource.CONVERSATION,
            given=oba.PartialDate.parse("summer 2025"),
            consent=oba.Consent(state=oba.ConsentState.ANONYMOUS),
            bears_on=["someone-to-ask"],
        )
    ],
)

# %%
# It saves to a folder, and comes back the same.

oba.save(evaluation, "carers-cafe")
print(oba.load("carers-cafe") == evaluation)
print(Path("carers-cafe/outcomes.toml").read_text(encoding="utf-8"))

# %%
# A slip is found at once, with its place and how to mend it.

try:
    oba.Feedback(
        id="card 2",
        gist=" ",
        came_by=oba.FeedbackSource.CONVERSATION,
        given=oba.PartialDate.parse("2025"),
    )
except oba.InvalidError as error:
    print(error)

# %%
# Nothing is changed in place: a change makes a new evaluation.

plan = oba.Action(
    id="evening",
    text="Open one evening a month.",
    owner="The Tuesday volunteers",
    by=oba.PartialDate.parse("2026-03"),
    status=oba.ActionStatus.PLANNED,
)
evaluation = attrs.evolve(evaluation, actions=[plan])
oba.save(evaluation, "carers-cafe")

# %%
# And what would a practitioner ask?

for finding in oba.review_evaluation(evaluation).findings[:5]:
    print("-", finding.sentence)
