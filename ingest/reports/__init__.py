"""Reads annual reports (section 23 of the Act) and joins them to the plans they report on."""

from .progress import ActionProgress, NewAction, OutcomeProgress, ReportReading, State
from .reader import read_report

__all__ = [
    "ActionProgress",
    "NewAction",
    "OutcomeProgress",
    "ReportReading",
    "State",
    "read_report",
]
