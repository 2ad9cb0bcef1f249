"""Makes a remark from a report that was printed as JSON, which may be anything at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Final

from cjgraph.errors import InputError, SyntaxFault, UnknownThing
from cjgraph.feedback._book import SOFTWARE
from cjgraph.feedback._remark import Remark
from cjgraph.feedback._words import one_line, reason_of, role_of
from cjgraph.namespaces import SHAPES
from cjgraph.shacl import Rules, load_rules

_HASH: Final = re.compile(r"[0-9a-f]{64}")
_RULE: Final = re.compile(re.escape(SHAPES) + r"[A-Za-z0-9-]{1,100}")
_WORD: Final = re.compile(r"[a-z0-9_.+-]{1,60}", re.IGNORECASE)
_LONGEST: Final = 1_000
_NO_REPORT: Final = "This is no report that 'cjgraph validate --json' printed"


def remark_on(
    report: object,
    number: int,
    because: str,
    *,
    role: str | None = None,
    mask: Callable[[str], str] = str,
    plan_sha256: str | None = None,
    rules: Rules | None = None,
) -> Remark:
    """Return a remark on a finding of a report.

    Args:
        report: The report, as JSON values.
        number: Which finding, counted from 1 in the order of the report.
        because: Why it is wrong, at most 2,000 characters.
        role: The role of whoever says so, where they give it.
        mask: Takes personal data out of a text, or raises where it must not be kept.
        plan_sha256: Hash of the plan that the remark is meant for, where it is at hand.
        rules: The rules of this installation, where they are not the packaged ones.

    Raises:
        SyntaxFault: It is no report of a check.
        UnknownThing: The report has no such finding, or the rules no such rule.
        InputError: The report is about another plan, or the reason can't be used.
    """
    if not isinstance(report, Mapping) or not isinstance(report.get("findings"), list):
        raise SyntaxFault(f"{_NO_REPORT}: it lists no findings.")
    digest, rules_sha256 = _hash(report, "plan"), _hash(report, "rules")
    if plan_sha256 is not None and plan_sha256 != digest:
        raise InputError(
            "The report is about another plan, or the plan has changed since it was checked.",
            hint="Check the plan again, then say what is wrong with the new report.",
        )
    finding = _finding(report["findings"], number)
    rule = _rule(finding, rules_sha256, rules or load_rules())
    reason = reason_of(mask(reason_of(because)))

    def words(held: Mapping[str, Any], key: str) -> str:
        value = held.get(key)
        return one_line(mask(one_line(value, _LONGEST)), _LONGEST) if isinstance(value, str) else ""

    return Remark(
        rule=rule,
        finding_type=_word(finding, "type"),
        message=words(finding, "message"),
        subject=words(finding, "subject"),
        quote=words(finding, "quote"),
        rules_version=_word(report["rules"], "version"),
        rules_sha256=rules_sha256,
        plan_sha256=digest,
        plan_title=words(report["plan"], "title"),
        profile=_word(report, "profile"),
        reason=reason,
        role=role_of(mask(role_of(role))),
        created=datetime.now(UTC),
        software=SOFTWARE,
    )


def _hash(report: Mapping[str, Any], part: str) -> str:
    held = report.get(part)
    digest = held.get("sha256") if isinstance(held, Mapping) else None
    if not isinstance(digest, str) or not _HASH.fullmatch(digest):
        raise SyntaxFault(f"{_NO_REPORT}: it holds no hash of the {part}.")
    return digest


def _finding(findings: list[Any], number: int) -> Mapping[str, Any]:
    if not 1 <= number <= len(findings):
        held = f"findings 1 to {len(findings)}" if len(findings) > 1 else "one finding"
        raise UnknownThing(
            f"The report has no finding {number}; it has {held if findings else 'no findings'}."
        )
    finding = findings[number - 1]
    if not isinstance(finding, Mapping):
        raise SyntaxFault(f"{_NO_REPORT}: finding {number} is not readable.")
    return finding


def _rule(finding: Mapping[str, Any], rules_sha256: str, rules: Rules) -> str:
    iri = finding.get("shape")
    if not isinstance(iri, str) or not _RULE.fullmatch(iri):
        raise SyntaxFault(f"{_NO_REPORT}: the finding names no rule.")
    # A report by other rules may name one that has gone since; it is kept all the same.
    if iri not in rules.rules and rules_sha256 == rules.sha256:
        raise UnknownThing("The finding names a rule that does not exist.")
    return iri


def _word(held: Mapping[str, Any], key: str) -> str:
    value = held.get(key)
    return value if isinstance(value, str) and _WORD.fullmatch(value) else ""
