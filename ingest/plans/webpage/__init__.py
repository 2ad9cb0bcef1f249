"""Web pages as blocks: the plan's own words, without the site that they are set in."""

from .page import read_webpage

__all__ = ["read_webpage"]
