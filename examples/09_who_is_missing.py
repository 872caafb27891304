"""
Who is missing?
===============

Who takes part, held against who lives there: which groups are fewer than they would be if everybody
had been as likely to come? And what of it may be published?

The charts of the MIME report that showed where its members lived are lost, so its question cannot
be answered, and that is said. The numbers further down are made up, so that there is an answer to
look at.
"""

import obamodel as oba

mime = oba.load_example("mime")
lost = mime.find("chart-areas")
print(lost.showed)
print(lost.means)

# %%
# A picture of what is lost is an empty frame with words in it, not an empty space.

frame = oba.PublishedPresence(
    title=lost.title, of="members", reference_of="adults in the area", lost=lost
)
oba.plots.presence(frame)

# %%
# Now a made-up project. Say whether one person can be in two groups (here: no), whether these are
# all the groups there are, and how many did not say. A group that was reached and not counted is
# written down: it is not zero, and it is not left out.

members = oba.Breakdown(
    id="members-by-area",
    name="Where members live",
    of="members",
    counted=oba.Counted.PEOPLE,
    by="area",
    trait=oba.Trait.SMALL_PLACE,
    overlap=oba.Overlap.EXCLUSIVE,
    complete=True,
    whole=124,
    not_stated=8,
    parts=[
        oba.Part(name="Hillside", number=60),
        oba.Part(name="Harbour", number=29),
        oba.Part(name="Moor", number=24),
        oba.Part(name="Island", number=3),
    ],
)
adults = oba.Breakdown(
    id="adults-by-area",
    name="Adults by area",
    of="adults",
    counted=oba.Counted.PEOPLE,
    by="area",
    trait=oba.Trait.LARGE_PLACE,
    overlap=oba.Overlap.EXCLUSIVE,
    complete=True,
    published="made up for this example",
    parts=[
        oba.Part(name="Hillside", number=41_000),
        oba.Part(name="Harbour", number=52_000),
        oba.Part(name="Moor", number=18_500),
        oba.Part(name="Island", number=9_500),
    ],
)

# %%
# Do the parts add up to the whole? Every mismatch would be named.

print(oba.reconcile_breakdown(members))

# %%
# Who is missing? For your own desk, with the true numbers. The answer keeps *diverse* and
# *representative* apart, says how sure each group is, and leaves out of the sum who did not say.

answer = oba.assess_presence(members, adults)
print(oba.inspect(answer))

# %%
# To publish is another act. The rules hide the three from the island and round the rest; every
# share and every sentence is worked out anew from what is left.

rules = oba.Protection(
    preset=oba.Preset.HES,
    judged=oba.Judgement(
        author="the data group",
        on=oba.PartialDate.parse("2026-11-23"),
        reason="Few people live on the island, and everybody knows everybody.",
    ),
)
release = oba.publish_breakdowns([members, adults], rules)
shown, population = release.breakdowns
for part in shown.parts:
    print(part.name, part.number if part.is_counted else part.state)

found = oba.publish_presence(shown, population, rules)
oba.plots.presence(found.chart)

# %%
# Whoever cannot see the picture hears this:

print(oba.plots.presence.alt_text(found.chart))

# %%
# And this is what may be said of it.

print(found.answer)
for caveat in found.caveats:
    print("-", caveat)

# %%
# Who is heard is more than who is there. Which few indicators come first is for partners to say,
# by forced choice: if you could have only one, which one? Nobody has done so for MIME, and that is
# what the answer says.

print(oba.rank_indicators(mime))
