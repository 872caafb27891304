"""Draw the README's picture anew: ``python docs/readme_picture.py``."""

from pathlib import Path

import matplotlib as mpl

mpl.use("Agg")

import obamodel as oba

evaluation = oba.load_example("mime")
axes = oba.plots.coverage(oba.map_coverage(evaluation), vocabulary=evaluation.vocabulary)
figure = axes.get_figure()
assert figure is not None
# Without the date and the version of the drawing library, the same picture is the same file.
figure.savefig(
    Path(__file__).parent / "_static" / "readme.png", dpi=110, metadata={"Software": None}
)
