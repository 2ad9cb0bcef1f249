"""Markdown's marks, taken away from the words that they set."""

from __future__ import annotations

import re
from typing import Final

_EMPHASIS: Final = re.compile(r"(\*\*|__|`|~~)")
_SINGLE: Final = re.compile(r"(?<![\w*\\])([*_])(?=\S)([^*_\n]{1,300})(?<=\S)\1(?![\w*])")
_LINK: Final = re.compile(r"!?\[([^\[\]]{0,400})\]\([^()\s]{0,2000}(?: [^()]{0,400})?\)")
_REFERRED: Final = re.compile(r"!?\[([^\[\]]{1,400})\]\[[^\[\]]{0,100}\]")
_NOTE_MARK: Final = re.compile(r"\[\^[\w-]{1,30}\]")
_TAG: Final = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,10}(?:\s[^<>]{0,200})?/?>")
_BREAK: Final = re.compile(r"<br\s?/?>", re.IGNORECASE)
_ESCAPED: Final = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_DEFINITION: Final = re.compile(r"^ {0,3}\[(?!\^)[^\[\]]{1,100}\]:\s*\S+.*$")
_NOTE: Final = re.compile(r"^ {0,3}\[\^[\w-]{1,30}\]:\s*")
_QUOTED: Final = re.compile(r"^ {0,3}>\s?")
_FENCE: Final = re.compile(r"^ {0,3}(?:```|~~~)")
_BREAK_LINE: Final = re.compile(r"^ {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
_TITLE: Final = re.compile(r"^title\s*:\s*[\"']?(?P<title>.+?)[\"']?\s*$", re.IGNORECASE)
_MATTER_LONGEST: Final = 60


def plain_words(text: str) -> str:
    """Return a stretch of Markdown without its marks, white space made single."""
    text = _BREAK.sub(" ", text)
    text = _REFERRED.sub(r"\1", _LINK.sub(r"\1", _NOTE_MARK.sub("", text)))
    text = _SINGLE.sub(r"\2", _EMPHASIS.sub("", text))
    return " ".join(_ESCAPED.sub(r"\1", _TAG.sub("", text)).split())


def without_front_matter(lines: list[str]) -> tuple[list[str], str]:
    """Return the lines below front matter, and the title that it gives or nothing."""
    if not lines or lines[0].strip() != "---":
        return lines, ""
    for end in range(1, min(len(lines), _MATTER_LONGEST)):
        if lines[end].strip() in {"---", "..."}:
            # Front matter is keys and values; a rule over a title is none.
            if not any(":" in line for line in lines[1:end]):
                return lines, ""
            titles = (match["title"] for line in lines[1:end] if (match := _TITLE.match(line)))
            return lines[end + 1 :], next(titles, "")
    return lines, ""


def without_comments(text: str) -> str:
    """Return a text without HTML comments."""
    return _COMMENT.sub("", text) if "<!--" in text else text


def without_marks_of_lines(lines: list[str]) -> list[str]:
    """Return lines without what belongs to no paragraph: link targets, fences, rules, quoting."""
    kept: list[str] = []
    for line in lines:
        if _DEFINITION.match(line) or _FENCE.match(line):
            kept.append("")
            continue
        line = _NOTE.sub("", _QUOTED.sub("", line))
        alone = not kept or not kept[-1].strip()
        kept.append("" if alone and _BREAK_LINE.match(line) else line)
    return kept
