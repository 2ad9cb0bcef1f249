"""Holds a check against an earlier report: is the verdict the same, and if not, why?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from cjgraph.errors import WrongFormat
from cjgraph.shacl._report import CheckReport

#: What a report must hold to be held against another.
_NEEDED: Final = ("conforms", "profile", "rules", "plan", "findings")
#: What a verdict depends on: where it stands in a report, and how to name it.
_CAUSES: Final = (
    (("plan", "sha256"), "The plan is another file"),
    (("rules", "sha256"), "The rules have changed"),
    (("profile",), "Another profile was used"),
    (("framework",), "Another national framework was used"),
    (("checked_on",), "The day of the check is another"),
    (("time_bands",), "Other spans were used for short, medium and long term"),
    (("model",), "Another sentence model was at hand, or none"),
    (("software",), "The software is another version"),
)
_MOST: Final = 10


@dataclass(frozen=True)
class Comparison:
    """What came of repeating a check.

    Args:
        same: Whether verdict, scores and findings are the same.
        verdict: The verdict then and now, in a sentence.
        causes: What the verdict depends on and is no longer the same, in sentences.
        gone: Findings that are no longer made, by their messages.
        new: Findings that were not made before, by their messages.
    """

    same: bool
    verdict: str
    causes: tuple[str, ...]
    gone: tuple[str, ...]
    new: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the comparison as JSON values."""
        return {
            "same": self.same,
            "verdict": self.verdict,
            "causes": list(self.causes),
            "gone": list(self.gone),
            "new": list(self.new),
        }


def earlier_report(content: Any, name: str) -> Mapping[str, Any]:
    """Return the report in some JSON.

    Args:
        content: What a file holds.
        name: Name of the file, for messages.

    Raises:
        WrongFormat: It is no report of a check.
    """
    fits = (
        isinstance(content, dict)
        and all(key in content for key in _NEEDED)
        and all(isinstance(content[key], dict) for key in ("rules", "plan"))
        and isinstance(content["findings"], list)
        and all(isinstance(row, dict) for row in content["findings"])
    )
    if not fits:
        raise WrongFormat(
            f"{name} is no report of a check.",
            hint="Give the file that 'cjgraph validate FILE --format json --out REPORT.json' made.",
        )
    return dict(content)


def compared(earlier: Mapping[str, Any], report: CheckReport) -> Comparison:
    """Hold a report against an earlier one.

    Args:
        earlier: What :func:`earlier_report` returned.
        report: The report of now.
    """
    now = report.to_json()
    then, today = _told(earlier["findings"]), _told(now["findings"])
    gone = tuple(words for key, words in then.items() if key not in today)
    new = tuple(words for key, words in today.items() if key not in then)
    scores = earlier.get("scores", now["scores"]) == now["scores"]
    alike = bool(earlier["conforms"]) == report.conforms
    causes = tuple(
        f"{words}: {_short(_at(earlier, path))} then, {_short(_at(now, path))} now."
        for path, words in _CAUSES
        if _at(earlier, path) != _at(now, path)
    )
    is_now = "passes" if report.conforms else "does not pass"
    was = "passed" if earlier["conforms"] else "did not pass"
    said = f"The plan {is_now}, as before." if alike else f"The plan {was} then and {is_now} now."
    return Comparison(alike and scores and not gone and not new, said, causes, gone, new)


def comparison_text(found: Comparison) -> str:
    """Put a comparison into plain text.

    Args:
        found: The comparison.
    """
    if found.same:
        head = f"The check gives the same verdict: {found.verdict[:1].lower()}{found.verdict[1:]}"
    else:
        head = f"The check gives another result. {found.verdict}"
    lines = [head]
    if found.causes:
        lines += ["", "What is no longer the same:", *(f"- {cause}" for cause in found.causes)]
    elif not found.same:
        lines += ["", "Plan, rules, profile, framework, day, model and software are the same."]
    for title, group in (("Findings that are gone", found.gone), ("New findings", found.new)):
        if group:
            left = len(group) - _MOST
            lines += ["", f"{title} ({len(group):,})", *(f"- {words}" for words in group[:_MOST])]
            lines += [f"- and {left:,} more"] if left > 0 else []
    return "\n".join(lines) + "\n"


def _told(findings: Iterable[Mapping[str, Any]]) -> dict[tuple[str, ...], str]:
    told: dict[tuple[str, ...], str] = {}
    for row in findings:
        message, severity = str(row.get("message", "")), str(row.get("severity", ""))
        key = (str(row.get("shape", "")), str(row.get("subject_id") or ""), message, severity)
        told[key] = message
    return told


def _at(report: Mapping[str, Any], path: tuple[str, ...]) -> Any:
    value: Any = report
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _short(value: Any) -> str:
    """A hash by its first characters; anything else as it is."""
    words = "unknown" if value in (None, "") else str(value)
    return f"{words[:12]}…" if len(words) == 64 else words[:40]
