"""Learns and measures which actions and objectives stand in the wrong place.

Positives are actions and objectives of the answer keys of the test plans, moved to another
place of the same plan; negatives are those where the keys have them. Each bank of plans is
judged by what was learnt, thresholds included, from the other banks.

``python -m tests.tools.mismatches`` prints the table; ``--write`` also learns from all banks
and writes the weights that the package carries. Needs the exported model in ``data/models``.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean
from typing import Any, Final

import numpy as np
from rdflib import SKOS, Graph
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

from cjgraph.resources import resource_folder
from cjgraph.search import Encoder
from cjgraph.shacl import _fit
from cjgraph.shacl._fit import LEVELS, WEIGHTS_FILE, Fit, Learnt, Place
from cjgraph.store import DataFolder

PLANS: Final = Path(__file__).parents[1] / "data" / "plans"
SAMPLE: Final = "Hold a housing surgery in the prison every month"
GENERATIONS: Final = ("ndo-", "o-")
#: Share of right places that may be doubted, and the price of a large weight.
ALARMS: Final = 0.002
STIFF: Final = 0.3
LIKENESSES: Final = 7


@dataclass(frozen=True)
class Case:
    """Items of one plan and one level, with their right places."""

    bank: str
    level: str
    texts: list[str]
    own: list[int]
    places: list[Place]


def national_words() -> dict[str, str]:
    """Return the words of the national outcomes by code."""
    graph = Graph()
    for stem in ("outcomes-2016", "outcomes-2023"):
        graph.parse(resource_folder("ontology") / "vocabularies" / f"{stem}.ttl")
    return {str(c): str(graph.value(n, SKOS.prefLabel)) for n, c in graph[: SKOS.notation]}


def cases() -> list[Case]:
    """Read the answer keys."""
    words, found = national_words(), []
    for file in sorted(PLANS.glob("*/*.gold.json")):
        key = json.loads(file.read_text("utf-8"))
        outcomes = {o["id"]: o for o in key["outcomes"]}
        objectives = {o["id"]: o for o in key["objectives"]}

        def place(thing: dict[str, Any], outcomes: dict[str, Any] = outcomes) -> Place:
            outcome = outcomes.get(thing["outcome"]) if "outcome" in thing else thing
            codes = sorted(outcome["national"]) if outcome else []
            above = [outcome["text"]] if outcome and outcome is not thing else []
            above += [words[code] for code in codes if code in words]
            return Place(thing["text"], " ".join(above), frozenset(codes))

        for level, items, step, places in (
            (LEVELS[0], key["actions"], "objective", objectives),
            (LEVELS[1], _to_outcomes(key["actions"], objectives), "outcome", outcomes),
            (LEVELS[2], key["objectives"], "outcome", outcomes),
        ):
            ids = list(places)
            tied = [i for i in items if i.get(step) in places]
            if len(ids) > 1 and tied:
                own = [ids.index(i[step]) for i in tied]
                texts = [i["text"] for i in tied]
                found.append(
                    Case(file.parent.name, level, texts, own, [place(places[k]) for k in ids])
                )
    return found


def _to_outcomes(actions: list[Any], objectives: dict[str, Any]) -> list[Any]:
    """Give actions under an objective the outcome of that objective, to learn from them too."""
    return [
        a | {"outcome": a["outcome"] or objectives.get(a["objective"], {}).get("outcome")}
        for a in actions
    ]


def learn_outcomes(chosen: Sequence[Case], encoder: Encoder) -> dict[str, Any]:
    """Learn from actions which national outcome their words lead to."""
    found = {}
    for generation in GENERATIONS:
        rows = [
            (text, code, 1 / len(case.places[at].national))
            for case in chosen
            if case.level == LEVELS[1]
            for text, at in zip(case.texts, case.own, strict=True)
            for code in sorted(case.places[at].national)
            if code.startswith(generation)
        ]
        model = LogisticRegression(C=3, max_iter=3000)
        vectors = encoder.encode([text for text, _, _ in rows])
        model.fit(vectors, [code for _, code, _ in rows], sample_weight=[w for *_, w in rows])
        found[generation] = (tuple(model.classes_), model.coef_.round(3), model.intercept_.round(3))
    return found


def learn_level(known: Sequence[tuple[Any, list[int]]]) -> Any:
    """Learn how much each likeness counts: the right place should have the best score."""

    def loss(weights: Any) -> tuple[float, Any]:
        lost, slope = STIFF * weights @ weights / 2, STIFF * weights
        for likenesses, own in known:
            rows = np.arange(len(own))
            raw = likenesses @ weights
            raw -= raw.max(axis=1, keepdims=True)
            shares = np.exp(raw)
            shares /= shares.sum(axis=1, keepdims=True)
            lost -= np.log(shares[rows, own] + 1e-12).sum()
            expected = (shares[:, :, None] * likenesses).sum(axis=1)
            slope = slope - (likenesses[rows, own] - expected).sum(axis=0)
        return lost, slope

    return minimize(loss, np.zeros(LIKENESSES), jac=True, method="L-BFGS-B").x.round(3)


def gaps(likenesses: Any, weights: Any, own: Sequence[int]) -> Any:
    """Return how much better the best other place is than the own one, below zero if none."""
    scores = likenesses @ weights
    rows = np.arange(len(own))
    mine = scores[rows, own].copy()
    scores[rows, own] = -np.inf
    return scores.max(axis=1) - mine


def threshold(right: Any) -> float:
    """Return what no more than the allowed share of right places reaches."""
    ordered = np.sort(right)[::-1]
    return float(ordered[int(ALARMS * len(ordered))]) + 0.05


def likenesses_of(chosen: Sequence[Case], fit: Fit) -> list[tuple[Case, Any]]:
    """Compare the items of all cases with their places."""
    return [(case, fit.likenesses(case.texts, case.own, case.places)) for case in chosen]


def learn(train: Sequence[Case], encoder: Encoder) -> Learnt:
    """Learn from cases; likelihoods of outcomes come from the banks that are left out in turn."""
    sample = encoder.encode([SAMPLE])[0]
    blank = Learnt(SAMPLE, sample, {}, {}, {})
    apart = []
    for bank in sorted({case.bank for case in train}):
        outcomes = learn_outcomes([c for c in train if c.bank != bank], encoder)
        fit = Fit(encoder, Learnt(SAMPLE, sample, outcomes, {}, {}))
        apart += likenesses_of([c for c in train if c.bank == bank], fit)
    weights, thresholds = {}, {}
    for level in LEVELS:
        known = [(found, case.own) for case, found in apart if case.level == level]
        weights[level] = learn_level(known)
        right = np.concatenate([gaps(found, weights[level], own) for found, own in known])
        thresholds[level] = round(threshold(right), 2)
    return Learnt(blank.sample, blank.vector, learn_outcomes(train, encoder), weights, thresholds)


def measure(
    all_cases: Sequence[Case], encoder: Encoder
) -> tuple[Counter[tuple[str, str]], dict[str, float]]:
    """Judge each bank by what was learnt from the others; return the mean thresholds too."""
    used: list[Mapping[str, float]] = []
    told: Counter[tuple[str, str]] = Counter()
    chance = random.Random(20261122)  # noqa: S311 - a draw, no secret
    for bank in sorted({case.bank for case in all_cases}):
        known = learn([c for c in all_cases if c.bank != bank], encoder)
        used.append(known.thresholds)
        fit = Fit(encoder, known)
        for case, found in likenesses_of([c for c in all_cases if c.bank == bank], fit):
            moved = [
                chance.choice([p for p in range(len(case.places)) if p != own]) for own in case.own
            ]
            for name, own in (("right", case.own), ("moved", moved)):
                gap = gaps(found.copy(), known.levels[case.level], own)
                told[case.level, name] += len(own)
                hits = gap > known.thresholds[case.level]
                told[case.level, f"{name} doubted"] += int(hits.sum())
                if name == "moved":
                    scores = found @ known.levels[case.level]
                    best = scores.argmax(axis=1)
                    told[case.level, "home named"] += int((hits & (best == case.own)).sum())
    return told, {level: round(mean(one[level] for one in used), 2) for level in LEVELS}


def table(told: Counter[tuple[str, str]]) -> str:
    """Put the counts into a table."""
    lines = ["| level | right | false alarms | moved | found | home named | precision at 1:10 |"]
    lines.append("|---|---|---|---|---|---|---|")
    for level in LEVELS:
        right, false = told[level, "right"], told[level, "right doubted"]
        moved, hits = told[level, "moved"], told[level, "moved doubted"]
        alarm, recall = false / right, hits / moved
        precision = recall / (recall + 10 * alarm) if recall else 0.0
        lines.append(
            f"| {level} | {right} | {false} ({alarm:.2%}) | {moved} | {hits} ({recall:.0%}) "
            f"| {told[level, 'home named']} | {precision:.2f} |"
        )
    return "\n".join(lines)


def write(known: Learnt) -> Path:
    """Write what the package carries."""
    target = Path(_fit.__file__).with_name(WEIGHTS_FILE)
    rows = {
        "made_by": "tests/tools/mismatches.py, from invented plans",
        "licence": "CC BY 4.0",
        "sample": known.sample,
        "vector": np.round(known.vector.astype(float), 4).tolist(),
        "outcomes": {
            name: {"codes": codes, "weights": w.tolist(), "offsets": o.tolist()}
            for name, (codes, w, o) in known.outcomes.items()
        },
        "levels": {level: weights.tolist() for level, weights in known.levels.items()},
        "thresholds": known.thresholds,
    }
    target.write_text(json.dumps(rows, separators=(",", ":")) + "\n", encoding="utf-8")
    return target


def main() -> None:
    """Print the table and, where asked, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the weights of the package")
    wanted = parser.parse_args()
    models = DataFolder.from_environment().models
    encoder = _Once(Encoder.load(sorted(models.iterdir())[-1]))
    all_cases = cases()
    told, thresholds = measure(all_cases, encoder)  # type: ignore[arg-type]
    print(table(told))
    if wanted.write:  # with the thresholds that were measured, not higher ones
        known = replace(learn(all_cases, encoder), thresholds=thresholds)  # type: ignore[arg-type]
        print(f"{write(known)}: thresholds {known.thresholds}")


class _Once:
    """An encoder that remembers."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: dict[str, Any] = {}

    def encode(self, texts: Sequence[str]) -> Any:
        """Return one unit vector for each text."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if new:
            self._known.update(zip(new, self._encoder.encode(new), strict=True))
        return np.stack([self._known[text] for text in texts])


if __name__ == "__main__":
    main()
