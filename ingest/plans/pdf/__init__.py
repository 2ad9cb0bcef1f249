"""PDF files as blocks, from the places of their characters.

A page is taken apart from the bottom up:

- ``opening``, ``clock``: the file, its outline and its title; how long it may take.
- ``glyphs``, ``strokes``: characters; lines, boxes and pictures, as a reader sees the page.
- ``lines``: words and pieces of lines.
- ``grid``, ``aligned``: tables with and without lines around their cells.
- ``seeds``, ``chain``, ``stacked``, ``spacing``, ``cells``: tables of which a part is drawn.
- ``furniture``: what stands on every page and is no part of the text.
- ``regions``: boxes, columns and their order.
- ``flow``: paragraphs, bullets, broken words.
- ``headings``, ``tabular``, ``assemble``: levels, rows, and what goes on over pages.
- ``written``: the blocks, and the words of each page in the same order.
"""

from __future__ import annotations

from .written import read_pdf

__all__ = ["read_pdf"]
