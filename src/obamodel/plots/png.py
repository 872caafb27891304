"""A drawing as a picture made of dots, for papers that take no other."""

import io

from obamodel.plots.canvas import POINTS_PER_INCH, put_on_axes
from obamodel.plots.drawing import Drawing

DOTS_PER_INCH = 200


def write_png(drawing: Drawing, *, dots_per_inch: int = DOTS_PER_INCH) -> bytes:
    r"""Write a drawing as PNG: the same bytes at every run, whatever settings matplotlib has.

    Parameters
    ----------
    drawing
        The picture.
    dots_per_inch
        How fine it is.

    Examples
    --------
    >>> write_png(Drawing(width=72, height=36, items=()), dots_per_inch=50)[:8]
    b'\x89PNG\r\n\x1a\n'
    """
    import matplotlib
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    usual = {
        name: value
        for name, value in matplotlib.rcParamsDefault.items()
        # What chooses a window, and what is only kept to be warned of.
        if not name.startswith(("backend", "interactive", "toolbar"))
    }
    with matplotlib.rc_context(usual):
        size = drawing.width / POINTS_PER_INCH, drawing.height / POINTS_PER_INCH
        figure = Figure(figsize=size, dpi=dots_per_inch)
        FigureCanvasAgg(figure)
        put_on_axes(drawing, figure.add_axes((0.0, 0.0, 1.0, 1.0)))
        written = io.BytesIO()
        # Without this, the version of matplotlib would be written into the file.
        figure.savefig(written, format="png", metadata={"Software": None})
    return written.getvalue()
