"""
Every picture, and the data behind it
=====================================

Each picture of the library, what it says to somebody who cannot see it, and the same in a table.
All three are made from the same thing, so none of them can say more than the others.

The figures about Trafford: Trafford Data Lab, from the Youth Justice Board and the Office for
National Statistics. Contains public sector information licensed under the Open Government Licence
v3.0. The
facts about MIME come from the project's own evaluation report. The meetings at the end are made up.
"""

import obamodel as oba

mime = oba.load_example("mime")
trafford = oba.load_example("trafford")
words = mime.vocabulary


def show(picture, thing):
    """Draw a thing, tell it, and give its table."""
    picture(thing, vocabulary=words)
    print(picture.alt_text(thing, words))
    table = picture.table(thing, words)
    if table is None:
        return None
    print(*table.notes, sep="\n")
    return table.to_frame()


# %%
# **A turning-the-curve picture**: history, forecast with its band, and what happened since.

answer = oba.publish_curves(trafford)[-1]
show(oba.plots.curve, answer)

# %%
# **A series** by itself, before anybody has frozen a baseline.

series = trafford.find("cautioned-or-sentenced-england")
show(oba.plots.series, series)

# %%
# **Small multiples**: many curves side by side, on one scale.

answers = oba.publish_curves(trafford)
show(oba.plots.small_multiples, oba.plots.CurvePanel(answers=answers, title="Trafford, two ways"))

# %%
# **A control chart**: what is within the usual ups and downs, and what is not.

show(oba.plots.control_chart, oba.chart_variation(series))

# %%
# **A run chart**: the same question, with a median and no limits.

show(oba.plots.run_chart, oba.chart_run(series))

# %%
# **A curve in words**, for when there are no figures.

show(oba.plots.schematic, mime.curves[0])

# %%
# **What informs what**.

show(oba.plots.coverage, oba.map_coverage(mime))

# %%
# **The four quadrants**, with MIME's own word *cause* for effort.

show(oba.plots.quadrants, oba.publish_measures(mime))

# %%
# **What was counted**. A striped bar is not exact.

training = oba.choose_counts(mime, oba.ActivityKind.TRAINING)
show(oba.plots.counts, oba.publish_counts(training, title="Who came to training"))

# %%
# **How many people**, for readers who would rather see people than a bar.

show(oba.plots.people, oba.publish_counts(training, title="Who came to training"))

# %%
# **Which way**: one arrow for a curve. Up means better, not more.

show(oba.plots.direction, answer)

# %%
# **The network**.

show(oba.plots.network, oba.plots.Network.from_evaluation(mime))

# %%
# **A cycle of questions**.

show(oba.plots.cycle, oba.read_question_set("mime"))

# %%
# **A chart that is lost** stays lost.

show(oba.plots.lost, mime.find("chart-recruitment"))

# %%
# **Who is missing**: where the chart is lost, that is said too.

lost = mime.find("chart-areas")
presence = oba.PublishedPresence(
    title=lost.title, of="members", reference_of="adults in the area", lost=lost
)
show(oba.plots.presence, presence)

# %%
# **Joined, left, members**. A running total can only go up and down slowly, so nobody may read a
# verdict off it.


def count(id, name, values):
    return oba.Series.from_dict(
        values,
        id=id,
        name=name,
        kind=oba.SeriesKind.COUNT,
        unit="groups",
        polarity=oba.Polarity.NONE,
        counted=oba.Counted.THINGS,
    )


joined = count("joined", "Groups that joined", {"2019": 12, "2020": 9, "2021": 14, "2022": 6})
left = count("left", "Groups that left", {"2019": 0, "2020": 4, "2021": 2, "2022": 5})
membership = oba.count_members(joined, left)
show(oba.plots.recruitment, oba.plots.Recruitment.from_membership(membership))
