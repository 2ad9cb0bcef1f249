"""Learns and measures what the wording of an action gives away.

``python -m tests.tools.wordings`` measures on wordings that nothing was learnt from;
``--write`` learns anew and writes the weights of the package.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from cjgraph.shacl._means import lacking_means
from cjgraph.shacl._measures import empty_measure
from cjgraph.shacl._phrases import flatten, names_something, vague_words
from cjgraph.shacl._reach import beyond_reach
from cjgraph.shacl._wordings import FAULTS, WEIGHTS_FILE, Fault, fault_in, groups

DATA = Path(__file__).parents[1] / "data"
LEARN = ("officers", "field")
#: Share of sound texts that may be accused when each is judged by weights learnt without it.
ACCUSED = 0.0015
SMALLEST = 0.05


def wordings(name: str) -> dict[str, list[str]]:
    """Return the wordings of one file by what is wrong with them."""
    found: dict[str, list[str]] = json.loads(
        (DATA / "wordings" / f"{name}.json").read_text("utf-8")
    )
    return found


def gold_actions() -> list[str]:
    """Return the actions of the invented plans, which are sound."""
    found = set()
    for path in sorted((DATA / "plans").glob("*/*.gold.json")):
        found |= {action["text"] for action in json.loads(path.read_text("utf-8"))["actions"]}
    return sorted(found)


def learn() -> dict[str, dict[str, object]]:
    """Learn the weights of every fault."""
    texts = [(text, kind) for name in LEARN for kind, all_of in wordings(name).items()
             for text in all_of]  # fmt: skip
    texts += [(text, "fair") for text in gold_actions()]
    found = [{group for group, _, _ in groups(text)} for text, _ in texts]
    counted = Counter(group for each in found for group in each)
    places = {group: at for at, group in enumerate(sorted(g for g, n in counted.items() if n > 1))}
    rows = [(row, places[g]) for row, each in enumerate(found) for g in each if g in places]
    at = tuple(zip(*rows, strict=True))
    table = csr_matrix((np.ones(len(rows)), at), shape=(len(texts), len(places)))
    weights: dict[str, dict[str, object]] = {}
    for fault in FAULTS:
        is_one = np.array([kind == fault for _, kind in texts], dtype=int)
        model = LogisticRegression(C=1.0, solver="liblinear", max_iter=2000)
        folds = StratifiedKFold(5, shuffle=True, random_state=0)
        unseen = cross_val_predict(model, table, is_one, cv=folds, method="decision_function")
        sound = np.sort(unseen[is_one == 0])[::-1]
        model.fit(table, is_one)
        learnt = model.coef_[0]
        weights[fault] = {
            "weights": {
                group: round(float(learnt[at]), 3)
                for group, at in places.items()
                if abs(learnt[at]) >= SMALLEST
            },
            "offset": round(float(model.intercept_[0]), 3),
            "threshold": round(float(sound[int(ACCUSED * len(sound))]), 3),
        }
    return weights


def measure(name: str) -> None:
    """Print how many faults are found in a file of wordings, and which fair texts are accused."""
    lists = {"vague": vague_words, "means_lacking": lacking_means, "beyond_power": beyond_reach}
    held = wordings(name)
    print(f"{name}: fault, found by phrases, by learnt words, by either; fair texts accused")
    for fault in FAULTS:
        phrases = {text for text in held[fault] if lists[fault](text)}
        words = {text for text in held[fault] if _told(text, fault)}
        fair = held.get("fair") or held["fair_actions"]
        accused = [text for text in fair if lists[fault](text) or _told(text, fault)]
        size = len(held[fault])
        print(
            f"  {fault:14} {len(phrases)}/{size}  {len(words)}/{size}  "
            f"{len(phrases | words)}/{size}  {len(accused)}/{len(fair)}"
        )
        for text in accused:
            print(f"      accused: {text}")
    if "empty_measures" in held:
        empty = [pair for pair in held["empty_measures"] if empty_measure(pair[1], pair[0])]
        sound = [pair for pair in held["fair_measures"] if empty_measure(pair[1], pair[0])]
        print(f"  empty measures {len(empty)}/{len(held['empty_measures'])}; fair ones accused "
              f"{len(sound)}/{len(held['fair_measures'])}")  # fmt: skip


def _told(text: str, fault: Fault) -> bool:
    """Whether the product goes by the learnt words: not where a product or activity is named."""
    named = fault == "vague" and names_something(flatten(text))
    return not named and fault_in(text, fault) is not None


def main() -> None:
    """Measure, after learning anew where asked to."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--write", action="store_true", help="learn anew and write the weights")
    if given.parse_args().write:
        import cjgraph.shacl as package

        target = Path(str(package.__file__)).with_name(WEIGHTS_FILE)
        target.write_text(
            json.dumps(learn(), ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8"
        )
    measure("unseen")
    gold = gold_actions()
    for fault in FAULTS:
        told = [text for text in gold if fault_in(text, fault)]
        print(f"  {fault}: accused {len(told)} of {len(gold)} actions of the invented plans")
        for text in told[:10]:
            print(f"      {text}")


if __name__ == "__main__":
    main()
