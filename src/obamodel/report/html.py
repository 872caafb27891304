"""A report as one web page: nothing fetched, nothing run."""

import base64
from importlib.resources import files

import jinja2
import markupsafe

from obamodel import __version__
from obamodel.report.characters import make_visible
from obamodel.report.document import NOT_FOR_PUBLICATION, Document


def print_html(document: Document) -> str:
    """Print a report as one HTML page that needs nothing but itself.

    The page has no script and loads nothing; the same document gives the same text. Whatever
    people wrote is shown as text and never read as markup.
    """
    shelf = files("obamodel") / "templates" / "report"
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(lambda name: (shelf / name).read_text(encoding="utf-8")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_finalize,
    )
    environment.filters["as_data"] = _as_data
    style = (shelf / "page.css").read_text(encoding="utf-8")
    page = environment.get_template("page.html.jinja")
    return (
        page.render(
            document=document,
            style=markupsafe.Markup(style),
            stamp=NOT_FOR_PUBLICATION if document.internal else "",
            version=__version__,
        )
        + "\n"
    )


def _finalize(value: object) -> object:
    # Our own markup is left as it is; anybody's words are shown with what hides in them.
    if isinstance(value, str) and not isinstance(value, markupsafe.Markup):
        return make_visible(value)
    return value


def _as_data(svg: str) -> str:
    encoded = base64.b64encode(svg.encode("utf-8")).decode("ascii")
    return f"data:image/svg+xml;base64,{encoded}"
