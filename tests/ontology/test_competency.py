"""The competency questions: each has the right answer, and none has it on empty data."""

from __future__ import annotations

import re
import shlex
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest

from cjgraph.namespaces import GRAPH, PREFIXES, RDF, XSD
from cjgraph.resources import resource_folder
from cjgraph.store import Snapshot

FOLDER = resource_folder("ontology") / "competency"
ASKERS = {"CJS analyst", "coordinator", "researcher", "third sector", "operator"}
REQUIRED = {"question", "asker", "why", "source", "rests-on", "expect"}
OPTIONAL = {"include", "hard", "by-hand"}
#: What a query must hold for its claim to be a hard one; hops are steps from thing to thing.
HARD = {
    "negation": r"NOT EXISTS|MINUS",
    "aggregation": r"COUNT\(|SUM\(",
    "hops": r"(?s)\w[+*]\s|(\b[a-z]+:[a-z]\w+\b.*){3}",
}
_HEADER = re.compile(r"^# ([a-z-]+): (.+)$")
_PREFIX = re.compile(r"^PREFIX ([a-z-]+): <([^>]+)>$", re.MULTILINE)
_NUMBERS = {XSD + kind for kind in ("integer", "decimal", "double", "float", "gYear")}
_DATES = {XSD + kind for kind in ("date", "dateTime", "gYearMonth")}

#: A value that two terms share exactly when they mean the same; text ignores its language.
Value = tuple[str, object]
Answer = tuple[Value, ...]


@dataclass(frozen=True)
class Question:
    """One competency question, as its file has it."""

    name: str
    headers: dict[str, list[str]]
    sparql: str
    strangers: tuple[str, ...]

    @property
    def include(self) -> frozenset[str]:
        return frozenset(self.headers.get("include", []))

    @property
    def ordered(self) -> bool:
        return "ORDER BY" in self.sparql

    @property
    def prefixes(self) -> dict[str, str]:
        return dict(_PREFIX.findall(self.sparql))

    def expected(self) -> list[Answer]:
        return [tuple(map(self._value, _tokens(row))) for row in self.headers["expect"]]

    def iri(self, compact: str) -> str:
        prefix, _, local = compact.partition(":")
        return self.prefixes[prefix] + local

    def _value(self, token: str) -> Value:
        if token.startswith('"'):
            return ("text", token[1:-1])
        if re.fullmatch(r"-?\d+(\.\d+)?", token):
            return ("number", Decimal(token))
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", token):
            return ("date", token)
        if token in ("true", "false"):
            return ("boolean", token)
        return ("iri", self.iri(token))


def _tokens(row: str) -> list[str]:
    splitter = shlex.shlex(row, posix=False)
    splitter.whitespace_split = True
    splitter.quotes = '"'
    splitter.commenters = ""
    return list(splitter)


def _read(path: Path) -> Question:
    headers: dict[str, list[str]] = {}
    strangers = []
    text = path.read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            continue
        match = _HEADER.match(line)
        if match is None or match[1] not in REQUIRED | OPTIONAL:
            strangers.append(line)
        else:
            headers.setdefault(match[1], []).append(match[2].strip())
    return Question(path.stem, headers, text, tuple(strangers))


QUESTIONS = [_read(path) for path in sorted(FOLDER.glob("*.rq"))]
each_question = pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)


@pytest.fixture(scope="module")
def datasets(snapshot: Snapshot) -> dict[frozenset[str], ox.Store]:
    """The default graph in memory, without and with the examples."""
    made = {}
    for include in (frozenset[str](), frozenset({"examples"})):
        store = ox.Store()
        triples = snapshot.default_triples(include=include)
        store.bulk_extend(ox.Quad(t.subject, t.predicate, t.object) for t in triples)
        made[include] = store
    return made


@each_question
def test_answer_is_the_one_expected(
    question: Question, datasets: dict[frozenset[str], ox.Store]
) -> None:
    found = _answer(question, datasets[question.include])
    if question.ordered:
        assert found == question.expected()
    else:
        assert Counter(found) == Counter(question.expected())


@each_question
def test_answer_changes_without_what_it_rests_on(
    question: Question, snapshot: Snapshot, datasets: dict[frozenset[str], ox.Store]
) -> None:
    store = datasets[question.include]
    whole = Counter(_answer(question, store))
    for named in question.headers["rests-on"]:
        removed = list(_resting_on(question.iri(named), snapshot, store))
        assert removed, f"{named} is nowhere in the data"
        for quad in removed:
            store.remove(quad)
        try:
            assert Counter(_answer(question, store)) != whole, f"{named} doesn't matter"
        finally:
            store.bulk_extend(removed)


@each_question
def test_empty_data_gives_another_answer(question: Question) -> None:
    assert Counter(_answer(question, ox.Store())) != Counter(question.expected())


@each_question
def test_header_is_complete(question: Question) -> None:
    assert not question.strangers
    assert set(question.headers) >= REQUIRED
    assert set(question.headers["asker"]) <= ASKERS
    assert question.headers["question"][0].endswith("?")
    assert question.include <= {"examples"}
    assert question.headers.get("by-hand", ["yes"]) == ["yes"]
    for kind in question.headers.get("hard", []):
        assert re.search(HARD[kind], _without_text(question))


@each_question
def test_query_stands_on_its_own(question: Question) -> None:
    """Anyone may paste the file into any engine: it declares what it uses, as the product does."""
    used = set(re.findall(r"(?<![\w?:<])([a-z][a-z-]*):(?=\w)", _without_text(question)))
    assert used <= set(question.prefixes)
    assert "\\" not in _without_text(question), "not every engine reads escapes in names"
    for prefix, iri in question.prefixes.items():
        assert PREFIXES.get(prefix, iri) == iri


def test_there_are_enough_questions_of_every_kind() -> None:
    assert len(QUESTIONS) >= 60
    assert sum("by-hand" in q.headers for q in QUESTIONS) >= 20
    assert sum("hard" in q.headers for q in QUESTIONS) >= 20
    assert {q.headers["asker"][0] for q in QUESTIONS} == ASKERS


def test_no_question_is_asked_twice() -> None:
    for key in ("question", "number"):
        values = [
            q.headers["question"][0] if key == "question" else q.name.split("-")[0]
            for q in QUESTIONS
        ]
        assert len(set(values)) == len(values)


def _resting_on(iri: str, snapshot: Snapshot, store: ox.Store) -> Iterator[ox.Quad]:
    """Yield the triples of a named graph, a property or a class."""
    if iri.startswith(GRAPH):
        for triple in snapshot.triples(iri):
            yield ox.Quad(triple.subject, triple.predicate, triple.object)
        return
    node = ox.NamedNode(iri)
    yield from store.quads_for_pattern(None, node, None)
    yield from store.quads_for_pattern(None, ox.NamedNode(RDF + "type"), node)


def _answer(question: Question, store: ox.Store) -> list[Answer]:
    found = store.query(question.sparql)
    assert isinstance(found, ox.QuerySolutions)
    names = [variable.value for variable in found.variables]
    return [tuple(_meaning(row[name]) for name in names) for row in found]


def _meaning(term: object) -> Value:
    if isinstance(term, ox.NamedNode):
        return ("iri", term.value)
    if not isinstance(term, ox.Literal):
        return ("nothing", None)
    kind = term.datatype.value
    if kind in _NUMBERS:
        return ("number", Decimal(term.value))
    if kind in _DATES:
        return ("date", term.value)
    return ("boolean" if kind == XSD + "boolean" else "text", term.value)


def _without_text(question: Question) -> str:
    lines = [ln for ln in question.sparql.splitlines() if not ln.startswith(("#", "PREFIX"))]
    return re.sub(r'"[^"]*"', "", "\n".join(lines))
