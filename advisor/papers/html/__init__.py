"""A paper as one HTML file that needs nothing else: no script, no font, no network."""

import base64
import hashlib
from functools import cache
from importlib import resources

import jinja2

from advisor.messages import papers as messages
from advisor.papers.html.pictures import standings_picture, timeline_picture
from advisor.papers.paper import Paper

_POLICY = "default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'"
"""What a browser may do with the page: apply its own style, and nothing else."""


def as_html(paper: Paper) -> bytes:
    """The page."""
    style = _file("page.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    page = _template().render(
        paper=paper,
        messages=messages,
        style=style,
        policy=_POLICY.format(style=digest),
        seen=set(),
        standings_picture=standings_picture,
        timeline_picture=timeline_picture,
    )
    return page.encode()


def _file(name: str) -> str:
    return resources.files(__name__).joinpath(name).read_text(encoding="utf-8")


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.from_string(_file("page.html.jinja"))
