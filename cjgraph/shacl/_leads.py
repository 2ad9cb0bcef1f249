"""Leads of actions that a plan does not name among its partners.

Source: Community Justice (Scotland) Act 2016, section 13; Smart and Social Justice (2019), p. 28.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rdflib import RDF, SKOS, Graph
from rdflib.term import Node

from cjgraph.shacl._terms import CJ

#: The category of whoever is neither a partner by law nor third sector nor all together.
_OTHER: Final = "other"
#: A post or a group within the partnership, which no list of partners names.
_POST: Final = re.compile(
    r"\b(?:co-?ordinators?|officers?|managers?|leads?|chairs?|conveners?|directors?|heads?|teams?|"
    r"groups?|sub-?groups?|boards?|members?|staff|partners?|community justice)\b",
    re.IGNORECASE,
)
#: Standing partnerships that every area has: partners sit in them, and plans name them in
#: passing or by their letters alone.
_STANDING: Final = re.compile(
    r"\b(?:ADPs?|CPPs?|LEPs?|VAWG?Ps?|MAPPA|MARAC|"
    r"(?i:(?:alcohol|drugs?|planning|safety|employability|violence against women(?: and girls)?|"
    r"protection) (?:partnerships?|committees?)))\b"
)
_SMALL: Final = frozenset("the of and for a an in at local area s".split())
_LONGEST: Final = 200


def leads_outside(data: Graph, plan: Node) -> Iterator[tuple[Node, str]]:
    """Find the leads that are no partner by law and are not among the plan's partners.

    A plan that names no partner at all gives none: who is among them can't be told.

    Args:
        data: The plan with the terms of the framework.
        plan: The plan.

    Yields:
        The action and the lead, as the plan has it.
    """
    actions = set(data.subjects(CJ.ofPlan, plan)) & set(data.subjects(RDF.type, CJ.Action))
    leads = {lead for action in actions for lead in data.objects(action, CJ.hasLead)}
    mentions = set(data.subjects(RDF.type, CJ.PartnerMention)) - leads
    if not mentions:
        return
    written_names = [_text(data, mention) for mention in mentions]
    names = [_words(name) for name in written_names]
    names += [frozenset({letters}) for name in written_names for letters in _letters(name)]
    known = {o for mention in mentions for o in data.objects(mention, CJ.mentionsOrganization)}
    for action in sorted(actions, key=str):
        for lead in sorted(data.objects(action, CJ.hasLead), key=str):
            written = _text(data, lead)
            if not written or not _is_other(data, lead):
                continue
            if known & set(data.objects(lead, CJ.mentionsOrganization)):
                continue
            if not any(_covered(part, names) for part in re.split(r"[,;/(]", written[:_LONGEST])):
                yield action, written


def _covered(part: str, names: list[frozenset[str]]) -> bool:
    """Whether a part of a lead is a post, or is named among the partners."""
    if _POST.search(part) or _STANDING.search(part):
        return True
    own = _words(part)
    return bool(own) and any(own <= name or (name and name <= own) for name in names)


def _letters(text: str) -> frozenset[str]:
    """Return what a name may be called for short, with and without its small words."""
    words = re.findall(r"\w+", text[:_LONGEST].lower())
    if words[:1] == ["the"]:
        words = words[1:]
    short = {"".join(w[0] for w in words), "".join(w[0] for w in words if w not in _SMALL)}
    return frozenset(letters for letters in short if len(letters) > 1)


def _is_other(data: Graph, lead: Node) -> bool:
    categories = set(data.objects(lead, CJ.mentionsCategory))
    return bool(categories) and all(
        str(data.value(c, SKOS.notation) or str(c).rsplit("/", 1)[-1]) == _OTHER for c in categories
    )


def _text(data: Graph, mention: Node) -> str:
    return " ".join(str(data.value(mention, CJ.text) or "").split())


def _words(text: str) -> frozenset[str]:
    """Return the words of a name, with the short form of an alcohol and drug partnership."""
    flat = re.sub(r"\balcohol (?:and|&) drugs? partnership\b", "adp", text[:_LONGEST].lower())
    return frozenset(re.findall(r"\w+", flat)) - _SMALL
