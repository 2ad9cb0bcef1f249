"""Excel workbooks as blocks: sheets as sections, tables found wherever they stand on a sheet."""

from .book import read_workbook

__all__ = ["read_workbook"]
