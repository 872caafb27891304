"""
Has the curve turned?
=====================

How many children in Trafford are cautioned or sentenced in a year, for every 10,000 of their age?
The numbers came down for years. Did they come down further, or less, than where they were heading?

Figures: Trafford Data Lab, from the Youth Justice Board and the Office for National Statistics.
Contains public sector information licensed under the Open Government Licence v3.0.
"""

import obamodel as oba

evaluation = oba.load_example("trafford")
trafford = evaluation.find("cautioned-or-sentenced-trafford")
print(trafford.to_frame()[["period", "value", "numerator"]].to_string(index=False))

# %%
# A baseline is history **and** forecast: where we have been, and where we are heading if nothing
# changes. Somebody freezes it, on a day, for a reason, and then it stays as it is. This one uses
# the eight years up to 2021/22. What came after is not looked at.

baseline = oba.freeze_baseline(
    trafford,
    until="2021/22",
    periods=3,
    as_of="2022-10",
    author="the data group",
    because="Eight years of figures, and no change of law in sight.",
)
for expected in baseline.forecast:
    print(f"{expected.period}: {expected.value:.1f} ({expected.lower:.1f} to {expected.upper:.1f})")

# %%
# Three years later: has the curve turned? The answer is a word that may be wrong now and then, and
# the page *How often is it wrong?* says how often. With it come the size of the gap, and what to
# weigh before you repeat it to anybody.

answer = oba.assess_curve(baseline, trafford)
print(answer)
for caveat in answer.caveats:
    print("-", caveat)

# %%
# The picture says the same: history, forecast with the room it has for error, and what happened.

oba.plots.curve(answer)

# %%
# The forecast fell so steeply that a rate which stayed at 14 lies above it. Did other places do
# better? Nine areas like Trafford, each held against a baseline of its own, and then England.

neighbours = [evaluation.find(name) for name in evaluation.baselines[-1].comparisons]
beside = oba.assess_curve(baseline, trafford, comparisons=neighbours)
print(beside.comparison.sentence)

england = evaluation.find("cautioned-or-sentenced-england")
print(oba.assess_curve(baseline, trafford, comparisons=[england]).comparison.sentence)

# %%
# What would four years of history have said? Not much, and that is an answer. The direction and
# the gap are shown all the same, and when an answer will be possible.

early = evaluation.find("trafford-frozen-too-soon")
print(oba.assess_curve(early, trafford))

# %%
# Partners often agree a forecast themselves: it is what outcomes-based accountability asks for
# first. Without limits it is compared with what happened, and no more is claimed.

agreed = oba.freeze_baseline(
    trafford,
    until="2021/22",
    periods=3,
    as_of="2022-10",
    author="the data group",
    because="Partners expect the fall to slow down.",
    method="given",
    given=[14, 13, 13],
    agreed_by="the youth justice partners (made up for this example)",
)
print(oba.assess_curve(agreed, trafford))

# %%
# How would each method have forecast these figures in the past? The default stays whatever the
# answer is: choosing the best of many on one short series mostly chooses luck.

record = oba.backtest(trafford)
print(record)
print(record.to_frame()[["method", "error", "held_95"]].round(2).to_string(index=False))
