"""What a snapshot says, property by property, as plain dicts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import pyoxigraph as ox

from cjgraph.namespaces import CJ, RDF
from cjgraph.store import Snapshot
from cjgraph.store._snapshot import default_graphs

_NOTHING: Mapping[str, tuple[str, ...]] = {}


class Facts:
    """Statements by property and subject; every text is held once.

    Args:
        snapshot: An opened snapshot.
        include: What is added to the national data.
    """

    def __init__(self, snapshot: Snapshot, include: frozenset[str]) -> None:
        self._store = snapshot.store
        self._graphs = default_graphs(include)
        self._said: dict[str, dict[str, tuple[str, ...]]] = {}
        self._back: dict[str, dict[str, tuple[str, ...]]] = {}
        self._texts: dict[str, str] = {}

    def scan(self, iri: str) -> Iterator[tuple[str, str, str | None]]:
        """Yield subject, object and language of every statement with a property.

        Args:
            iri: The property.
        """
        once = self._texts.setdefault
        predicate = ox.NamedNode(iri)
        for graph in self._graphs:
            for quad in self._store.quads_for_pattern(None, predicate, None, graph):
                subject, thing = quad.subject, quad.object
                if isinstance(subject, ox.NamedNode) and not isinstance(thing, ox.Triple):
                    language = thing.language if isinstance(thing, ox.Literal) else None
                    told, value = subject.value, thing.value
                    yield once(told, told), once(value, value), language

    def members(self, iri: str) -> Iterator[str]:
        """Yield everything of a class.

        Args:
            iri: The class.
        """
        once = self._texts.setdefault
        kind, a = ox.NamedNode(iri), ox.NamedNode(RDF + "type")
        for graph in self._graphs:
            for quad in self._store.quads_for_pattern(None, a, kind, graph):
                if isinstance(quad.subject, ox.NamedNode):
                    told = quad.subject.value
                    yield once(told, told)

    def keep(
        self, name: str, *, namespace: str = CJ, only: Iterable[Mapping[str, object]] = ()
    ) -> None:
        """Read all statements with a property.

        Args:
            name: Local name of the property.
            namespace: Its namespace; our own where it is not given.
            only: Where given, statements about a subject that none of these has are let go.
        """
        kept: dict[str, tuple[str, ...]] = {}
        wanted = tuple(only)
        for subject, value, _ in self.scan(namespace + name):
            if wanted and not any(subject in group for group in wanted):
                continue
            known = kept.get(subject)
            if known is None:
                kept[subject] = (value,)
            elif value not in known:
                kept[subject] = (*known, value)
        self._said[name] = kept

    def every(self, name: str) -> Mapping[str, tuple[str, ...]]:
        """Return subject to values of a property that was read.

        Args:
            name: Local name of the property.
        """
        return self._said.get(name, _NOTHING)

    def all(self, name: str, subject: str) -> tuple[str, ...]:
        """Return all values of a property of one thing.

        Args:
            name: Local name of the property.
            subject: IRI of the thing.
        """
        return self.every(name).get(subject, ())

    def one(self, name: str, subject: str) -> str | None:
        """Return a value of a property of one thing, the least where there are several.

        Args:
            name: Local name of the property.
            subject: IRI of the thing.
        """
        values = self.all(name, subject)
        return min(values) if values else None

    def day(self, name: str, subject: str) -> date | None:
        """Return a date, or None where there is none or it is no date.

        Args:
            name: Local name of the property.
            subject: IRI of the thing.
        """
        try:
            return date.fromisoformat((self.one(name, subject) or "")[:10])
        except ValueError:
            return None

    def back(self, name: str, value: str) -> tuple[str, ...]:
        """Return the things that a property leads from.

        Args:
            name: Local name of the property.
            value: What it leads to.
        """
        if name not in self._back:
            turned: dict[str, list[str]] = {}
            for subject, values in self.every(name).items():
                for each in values:
                    turned.setdefault(each, []).append(subject)
            self._back[name] = {k: tuple(sorted(v)) for k, v in turned.items()}
        return self._back[name].get(value, ())

    def close(self) -> None:
        """Let go of what only the reading needed."""
        self._texts = {}
