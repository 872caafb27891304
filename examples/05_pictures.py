"""
The pictures
============

Each picture takes one thing, draws it on axes and returns them; nothing is shown or saved unless
you ask for it. Each can also be told in words.
"""

import obamodel as oba

evaluation = oba.load_example("mime")
words = evaluation.vocabulary

# %%
# A curve in words: where the project started, and what it wanted. There are no numbers in it.

curve = evaluation.curves[0]
oba.plots.schematic(curve, vocabulary=words)
print(oba.plots.schematic.alt_text(curve, vocabulary=words))

# %%
# Four quadrants, with MIME's own word: *cause*, where most say *effort*.

measures = oba.publish_measures(evaluation)
oba.plots.quadrants(measures, vocabulary=words)
print(oba.plots.quadrants.alt_text(measures, vocabulary=words))

# %%
# Factors and the indicators they inform.

coverage = oba.map_coverage(evaluation)
oba.plots.coverage(coverage, vocabulary=words)
print(oba.plots.coverage.alt_text(coverage, vocabulary=words))

# %%
# The four questions of the reflective cycle. Other sets of questions are drawn in the same way.

questions = oba.read_question_set("mime")
oba.plots.cycle(questions, vocabulary=words)
print(oba.plots.cycle.alt_text(questions, vocabulary=words))

# %%
# The network: MIME in the middle, and those it works with.

network = oba.plots.Network.from_evaluation(evaluation)
oba.plots.network(network, vocabulary=words)
print(oba.plots.network.alt_text(network, vocabulary=words))

# %%
# What was counted. A striped bar stands for a number that is not exact.

training = oba.choose_counts(evaluation, oba.ActivityKind.TRAINING)
counts = oba.publish_counts(training, title="Who came to training")
oba.plots.counts(counts, vocabulary=words)
print(oba.plots.counts.alt_text(counts, vocabulary=words))

# %%
# A chart that is lost stays lost: an empty frame says what it showed, and nothing is made up.

lost = evaluation.find("chart-recruitment")
oba.plots.lost(lost, vocabulary=words)
print(oba.plots.lost.alt_text(lost, vocabulary=words))

# %%
# To put pictures side by side, hand over axes of your own.

import matplotlib.pyplot as plt

figure, (left, right) = plt.subplots(ncols=2, figsize=(12, 6), layout="constrained")
oba.plots.cycle(questions, ax=left, vocabulary=words)
oba.plots.network(network, ax=right, vocabulary=words)
figure.savefig("side-by-side.png")
