"""
What would a practitioner ask?
==============================

The review reads an evaluation as a seasoned colleague would. Each finding has a code, says in a
plain sentence what was found, and what would mend it. Nothing is refused: people decide.
"""

import obamodel as oba

evaluation = oba.load_example("mime")
review = oba.review_evaluation(evaluation)
print(review)

# %%
# Findings are objects too, so you can choose among them. Here are those about plans.

for finding in review.findings:
    if finding.code.startswith("action-"):
        print(f"{finding.sentence}\n  {finding.mend} ({finding.source})")

# %%
# You may look at a finding and let it stand. A waiver says who decided so, when and why, and the
# report shows all of it. In a folder this goes into ``review.toml``.

import attrs

waiver = oba.Waiver(
    rule="one-rating-only",
    judged=oba.Judgement(
        author="obamodel maintainers",
        on=oba.PartialDate.parse("2026-11-23"),
        reason="To show what a waiver looks like. Nothing can be added to a report of 2011.",
    ),
)
reviewed = oba.review_evaluation(attrs.evolve(evaluation, waivers=[waiver]))
for finding in reviewed.findings:
    if finding.is_waived:
        print(finding)
