"""The questions behind the answers, as SPARQL that anyone can run on the same data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from cjgraph.namespaces import PREFIXES, thing
from cjgraph.thread._frame import Column
from cjgraph.thread._plans import PlanEdition, Row, counted

#: A row: the Partnership, or the area where no Partnership is known.
ROW: Final = """  OPTIONAL { ?plan cj:preparedBy ?partnership }
  OPTIONAL { ?plan cj:planArea ?area }
  BIND(COALESCE(STR(?partnership), ?area, STR(?plan)) AS ?row)
"""


def written(query: str) -> str:
    """Return a query with the prefixes that it uses written out.

    Args:
        query: SPARQL without prefixes.
    """
    used = [p for p in PREFIXES if f"{p}:" in query]
    return "".join(f"PREFIX {p}: <{PREFIXES[p]}>\n" for p in used) + "\n" + query.strip() + "\n"


def values(name: str, iris: Iterable[str]) -> str:
    """Return a VALUES clause.

    Args:
        name: The variable.
        iris: IRIs from the data.
    """
    told = " ".join(f"<{iri}>" for iri in iris)
    return f"  VALUES ?{name} {{ {told} }}\n"


def plans_clause(plans: Sequence[PlanEdition], *, everything: bool) -> str:
    """Return the pattern that binds ?plan to the editions that count.

    Args:
        plans: The editions that count.
        everything: Whether all editions count, so that none need be named.
    """
    if everything:
        return "  ?plan a cj:CJOIP .\n"
    return values("plan", (p.iri for p in plans))


def coverage_query(
    of: str, across: Sequence[Column], heads: Sequence[Row], *, everything: bool
) -> str:
    """Return the query behind a coverage matrix: row, column and count.

    Args:
        of: What the columns are.
        across: The columns.
        heads: The rows.
        everything: Whether all plan editions count.
    """
    plans = plans_clause(counted(heads), everything=everything)
    by_plan = any(head.plans and head.key == head.plans[0].iri for head in heads)
    row = "  BIND(STR(?plan) AS ?row)\n" if by_plan else ROW
    columns = values("column", (column.iri for column in across))
    if of == "checklist":
        return written(
            "SELECT ?row ?column (MAX(?worth) AS ?count) WHERE {\n"
            + plans
            + columns
            + "  ?verdict cj:ofPlan ?plan ; cj:addressesItem ?column ; cj:hasVerdict ?found .\n"
            + f"  BIND(IF(?found = <{thing('verdict', 'present')}>, 1.0,"
            f" IF(?found = <{thing('verdict', 'partial')}>, 0.5, 0.0)) AS ?worth)\n"
            + row
            + "}\nGROUP BY ?row ?column ORDER BY ?row ?column"
        )
    if of == "national_outcomes":
        path = "cj:contributesTo+ ?judged .\n  ?judgement a cj:ServiceJudgement ;"
        path += " cj:judgedSubject ?judged ; cj:judgedObject ?column"
    else:
        path = "cj:addressesNeed ?column" if of == "needs" else "cj:contributesTo+ ?column"
    return written(
        "SELECT ?row ?column (COUNT(DISTINCT ?action) AS ?count) WHERE {\n"
        + plans
        + columns
        + f"  ?action a cj:Action ; cj:ofPlan ?plan ; {path} .\n"
        + row
        + "}\nGROUP BY ?row ?column ORDER BY ?row ?column"
    )


def items_query(kinds: str, plans: Sequence[PlanEdition], pattern: str, *, select: str) -> str:
    """Return a query on the items of the plans that count.

    Args:
        kinds: The class of the items, such as ``"Action"``.
        plans: The editions that count.
        pattern: What is asked of ``?item``.
        select: What is selected.
    """
    return written(
        f"SELECT {select} WHERE {{\n"
        + values("plan", (p.iri for p in plans))
        + f"  ?item a cj:{kinds} ; cj:ofPlan ?plan .\n"
        + pattern
        + "}"
    )
