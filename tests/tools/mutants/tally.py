"""Runs mutants in several processes and counts what was caught, missed and told without cause."""

from __future__ import annotations

import math
import sys
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass, field
from multiprocessing import get_context
from typing import Any, Literal

from tests.tools.mutants.document_mutants import DocumentMutant
from tests.tools.mutants.document_run import (
    all_document_mutants,
    check_clean_file,
    check_document,
)
from tests.tools.mutants.editing import MissingError
from tests.tools.mutants.expectation import Verdict
from tests.tools.mutants.files import FILES
from tests.tools.mutants.graph_run import check_clean_graph, check_graph, graph_mutants
from tests.tools.mutants.mutant import GraphMutant
from tests.tools.mutants.plans import clean_plans

Sort = Literal["graph", "documents"]
#: What has to be reached: the share of mutants that is caught.
GOALS: dict[Sort, float] = {"graph": 0.98, "documents": 0.90}
_TITLES: dict[Sort, str] = {"graph": "Mutants of graphs", "documents": "Mutants of files"}
_Z = 1.96


@dataclass
class Tally:
    """What came of one sort of mutants.

    Args:
        title: Its name.
        goal: The share that has to be caught.
        verdicts: One for each mutant that had to be caught.
        harmless: One for each change that must lead to nothing.
        clean: One for each clean plan or file.
    """

    title: str
    goal: float
    verdicts: list[Verdict] = field(default_factory=list)
    harmless: list[Verdict] = field(default_factory=list)
    clean: list[Verdict] = field(default_factory=list)

    @property
    def caught(self) -> int:
        """How many mutants were caught."""
        return sum(v.caught for v in self.verdicts)

    @property
    def met(self) -> bool:
        """Whether the goals are met: enough caught, and nothing told of a clean plan."""
        enough = self.caught >= self.goal * len(self.verdicts)
        return enough and not any(v.strays for v in (*self.clean, *self.harmless))

    def text(self) -> str:
        """Return the account for people."""
        lines = [
            self.title,
            f"  {'finding':34}{'mutants':>8}{'caught':>8}{'missed':>8}{'false':>7}",
        ]
        by_type: dict[str, list[Verdict]] = defaultdict(list)
        for verdict in self.verdicts:
            by_type[verdict.type].append(verdict)
        for kind, mine in sorted(by_type.items()):
            caught = sum(v.caught for v in mine)
            strays = sum(len(v.strays) for v in mine)
            lines.append(f"  {kind:34}{len(mine):8}{caught:8}{len(mine) - caught:8}{strays:7}")
        if self.verdicts:
            low, high = wilson(self.caught, len(self.verdicts))
            lines.append(
                f"  caught {self.caught} of {len(self.verdicts)} = "
                f"{self.caught / len(self.verdicts):.1%} (95 % interval {low:.1%} to {high:.1%}); "
                f"goal {self.goal:.0%}"
            )
        for name, group in (("clean plans", self.clean), ("harmless changes", self.harmless)):
            false = sum(len(v.strays) for v in group)
            lines.append(f"  {name}: {len(group)}, false alarms {false}")
        lines.append(
            "  findings on mutants that are neither the fault nor its consequence: "
            f"{sum(len(v.strays) for v in self.verdicts)}"
        )
        for verdict in (*self.clean, *self.harmless, *self.verdicts):
            if verdict.missed or verdict.strays:
                lines.append(_account(verdict))
        return "\n".join(lines) + "\n"

    def to_json(self) -> dict[str, Any]:
        """Return the whole account as JSON values."""
        return asdict(self) | {"caught": self.caught, "met": self.met}


def wilson(hits: int, total: int) -> tuple[float, float]:
    """Return the 95 % interval of a share by Wilson's formula.

    Args:
        hits: How many of them.
        total: Of how many; at least one.
    """
    share, z2 = hits / total, _Z * _Z
    middle = share + z2 / (2 * total)
    spread = _Z * math.sqrt(share * (1 - share) / total + z2 / (4 * total * total))
    return (middle - spread) / (1 + z2 / total), (middle + spread) / (1 + z2 / total)


def run_all(graph: int, documents: int, *, seed: int, jobs: int = 2, only: str = "") -> list[Tally]:
    """Run mutants of graphs and of files.

    Args:
        graph: How many mutants of graphs at most.
        documents: How many mutants of files at most.
        seed: Seed of every choice.
        jobs: How many processes share the work; with one, all runs here.
        only: Only mutants whose name or type has these letters.
    """
    wanted: list[tuple[Sort, int]] = [("graph", graph), ("documents", documents)]
    return [run(sort, count, seed=seed, jobs=jobs, only=only) for sort, count in wanted if count]


def run(
    sort: Sort, count: int, *, seed: int, jobs: int = 1, only: str = "", largest: int = 1_000
) -> Tally:
    """Run mutants of one sort, and the clean plans that they were made from.

    Args:
        sort: ``graph`` or ``documents``.
        count: How many mutants at most.
        seed: Seed of every choice.
        jobs: How many processes share the work.
        only: Only mutants whose name or type has these letters.
        largest: Only plans of at most so many actions.
    """
    made: Sequence[GraphMutant | DocumentMutant] = (
        graph_mutants(seed) if sort == "graph" else all_document_mutants(seed)
    )
    plans = clean_plans() if sort == "graph" else [file.invented() for file in FILES]
    clean = [n for n, plan in enumerate(plans) if len(plan.rows) <= largest]
    small = {plans[n].name for n in clean}
    fit = [n for n, m in enumerate(made) if only in m.name or only in m.counted]
    chosen = [n for n in fit if _plan_of(made[n]) in small][:count]
    if jobs == 1:
        verdicts, cleans = _share(sort, seed, chosen), _clean(sort, list(clean))
    else:
        with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
            count_of = min(len(chosen), 12 * jobs)
            parts = [chosen[n::count_of] for n in range(count_of)]
            work = [pool.submit(_share, sort, seed, part) for part in parts]
            plain = [pool.submit(_clean, sort, [n]) for n in clean]
            verdicts = []
            for one in as_completed(work):
                verdicts += one.result()
                print(f"{sort}: {len(verdicts)} of {len(chosen)}", file=sys.stderr, flush=True)
            verdicts.sort(key=lambda v: (v.type, v.name))
            cleans = [v for one in plain for v in one.result()]
    tally = Tally(_TITLES[sort], GOALS[sort], clean=cleans)
    for verdict in verdicts:
        (tally.harmless if verdict.type == "nothing" else tally.verdicts).append(verdict)
    return tally


def _plan_of(mutant: GraphMutant | DocumentMutant) -> str:
    return mutant.plan if isinstance(mutant, GraphMutant) else mutant.file.plan


def _share(sort: Sort, seed: int, chosen: Sequence[int]) -> list[Verdict]:
    if sort == "graph":
        graphs = graph_mutants(seed)
        return [check_graph(graphs[n]) for n in chosen]
    files = all_document_mutants(seed)
    verdicts = []
    for n in chosen:
        try:
            verdicts.append(check_document(files[n]))
        except MissingError as error:
            raise ValueError(f"{files[n].file.name}: {files[n].name}: no '{error}'") from error
    return verdicts


def _clean(sort: Sort, chosen: Sequence[int]) -> list[Verdict]:
    if sort == "graph":
        return [check_clean_graph(clean_plans()[n]) for n in chosen]
    return [check_clean_file(FILES[n]) for n in chosen]


def _account(verdict: Verdict) -> str:
    lines = [f"\n  {verdict.name}"]
    lines += [f"    MISSED {missed}" for missed in verdict.missed]
    lines += [f"    FALSE  {stray}" for stray in verdict.strays]
    if verdict.missed:
        lines += [f"    came   {line}" for line in verdict.came[:4]] or ["    came   nothing"]
    return "\n".join(lines)
