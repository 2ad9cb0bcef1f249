"""Checks plans and vocabularies by the SHACL rules of the folder ``shapes``.

>>> from cjgraph.shacl import load_rules
>>> load_rules().version
'0.2.0'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjgraph.lazy import lazily

if TYPE_CHECKING:
    from cjgraph.shacl._checkpoint_text import checkpoints_text as checkpoints_text
    from cjgraph.shacl._checkpoints import checkpoint_tables as checkpoint_tables
    from cjgraph.shacl._findings import Finding as Finding
    from cjgraph.shacl._forms import FORMS as FORMS
    from cjgraph.shacl._forms import report_bytes as report_bytes
    from cjgraph.shacl._html import html_policy as html_policy
    from cjgraph.shacl._plan import check_plan as check_plan
    from cjgraph.shacl._profiles import PROFILES as PROFILES
    from cjgraph.shacl._repeat import compared as compared
    from cjgraph.shacl._repeat import comparison_text as comparison_text
    from cjgraph.shacl._repeat import earlier_report as earlier_report
    from cjgraph.shacl._report import CheckReport as CheckReport
    from cjgraph.shacl._rules import Rules as Rules
    from cjgraph.shacl._rules import load_rules as load_rules
    from cjgraph.shacl._text import report_lines as report_lines
    from cjgraph.shacl._text import report_text as report_text
    from cjgraph.shacl._turtle import report_turtle as report_turtle
    from cjgraph.shacl._vocabularies import check_vocabularies as check_vocabularies

__all__ = [
    "FORMS",
    "PROFILES",
    "CheckReport",
    "Finding",
    "Rules",
    "check_plan",
    "check_vocabularies",
    "checkpoint_tables",
    "checkpoints_text",
    "compared",
    "comparison_text",
    "earlier_report",
    "html_policy",
    "load_rules",
    "report_bytes",
    "report_lines",
    "report_text",
    "report_turtle",
]

_HOMES = {
    "FORMS": "_forms",
    "PROFILES": "_profiles",
    "CheckReport": "_report",
    "Finding": "_findings",
    "Rules": "_rules",
    "check_plan": "_plan",
    "check_vocabularies": "_vocabularies",
    "checkpoint_tables": "_checkpoints",
    "checkpoints_text": "_checkpoint_text",
    "compared": "_repeat",
    "comparison_text": "_repeat",
    "earlier_report": "_repeat",
    "html_policy": "_html",
    "load_rules": "_rules",
    "report_bytes": "_forms",
    "report_lines": "_text",
    "report_text": "_text",
    "report_turtle": "_turtle",
}


__getattr__ = lazily(__name__, _HOMES)
