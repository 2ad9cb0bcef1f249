"""Publishing the ontology and the rules: pages for readers, files for machines, a picture."""

from typing import TYPE_CHECKING

from cjgraph.lazy import lazily

if TYPE_CHECKING:
    from cjgraph.publish._changes import Change, Version, read_changes, unrecorded_terms
    from cjgraph.publish._diagram import Diagram, DiagramEdge, core_diagram
    from cjgraph.publish._model import Ontology, Subject, Term, read_ontology
    from cjgraph.publish._modules import ontology_modules, vocabulary_triples
    from cjgraph.publish._release import checksums, release_files
    from cjgraph.publish._rulebook import RuleBook, book_text, rule_book, rules_turtle
    from cjgraph.publish._turtle import tidy_turtle
    from cjgraph.publish._uses import Use, count_uses

__all__ = [
    "Change",
    "Diagram",
    "DiagramEdge",
    "Ontology",
    "RuleBook",
    "Subject",
    "Term",
    "Use",
    "Version",
    "book_text",
    "checksums",
    "core_diagram",
    "count_uses",
    "ontology_modules",
    "read_changes",
    "read_ontology",
    "release_files",
    "rule_book",
    "rules_turtle",
    "tidy_turtle",
    "unrecorded_terms",
    "vocabulary_triples",
]

_HOMES = {
    "Change": "_changes",
    "Diagram": "_diagram",
    "DiagramEdge": "_diagram",
    "RuleBook": "_rulebook",
    "Use": "_uses",
    "Version": "_changes",
    "book_text": "_rulebook",
    "checksums": "_release",
    "core_diagram": "_diagram",
    "count_uses": "_uses",
    "ontology_modules": "_modules",
    "read_changes": "_changes",
    "release_files": "_release",
    "rule_book": "_rulebook",
    "rules_turtle": "_rulebook",
    "tidy_turtle": "_turtle",
    "unrecorded_terms": "_changes",
    "vocabulary_triples": "_modules",
}


__getattr__ = lazily(__name__, {name: _HOMES.get(name, "_model") for name in __all__})
