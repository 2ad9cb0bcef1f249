"""Invented bodies: the partners of each synthetic area and those of the synthetic nation."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from cjgraph.namespaces import thing
from ingest.plans.vocabulary import vocabulary

from ._places import Place
from ._statements import Statements

NATION: Final = "synthetic-nation"


class _Kind(NamedTuple):
    """How partners of a category are called and what they are."""

    words: str
    name: str
    cls: str
    national: bool


_KINDS: Final = {
    "local_authority": _Kind("Justice Social Work", "council", "LocalAuthority", False),
    "health_board": _Kind("Health board", "health board", "HealthBoard", False),
    "integration_joint_board": _Kind(
        "HSCP", "integration joint board", "IntegrationJointBoard", False
    ),
    "third_sector": _Kind(
        "Third sector partner", "Justice Trust", "ThirdSectorOrganization", False
    ),
    "police": _Kind("Police", "police", "NationalStatutoryPartner", True),
    "fire_and_rescue": _Kind("Fire and rescue", "fire service", "NationalStatutoryPartner", True),
    "skills_development_scotland": _Kind(
        "Skills service", "skills service", "NationalStatutoryPartner", True
    ),
    "scts": _Kind("Courts service", "courts service", "NationalStatutoryPartner", True),
    "scottish_ministers": _Kind(
        "Prison service", "prison service", "NationalStatutoryPartner", True
    ),
}
_ALL_PARTNERS: Final = "All partners"
#: Third-sector bodies of each area, which provide its services.
CHARITIES: Final = ("Justice Trust", "Recovery Link", "Open Gate", "Family Thread")


def lead_words(category_code: str) -> str:
    """Return what a plan calls a lead of a category."""
    kind = _KINDS.get(category_code)
    return kind.words if kind else _ALL_PARTNERS


def lead_body(place: Place, category_code: str) -> str | None:
    """Return the IRI of the invented body that leads, None where all partners do."""
    kind = _KINDS.get(category_code)
    if kind is None:
        return None
    return organization(NATION if kind.national else place.slug, kind.name)


def organization(home: str, name: str) -> str:
    """Return the IRI of an invented body."""
    return thing("organization", f"{home}-{name.lower().replace(' ', '-')}")


def write_local_bodies(out: Statements, place: Place, area: str) -> None:
    """Write the Partnership of an area, its own partners and its charities.

    Args:
        out: Where the statements go.
        place: The area.
        area: IRI of the area.
    """
    node = out.start(
        thing("partnership", place.slug),
        "CommunityJusticePartnership",
        f"Synthetic: {place.name} Community Justice Partnership",
    )
    out.link(node, "partnerCategory", category("partnership_collective"))
    out.link(node, "servesArea", area)
    out.invented(node)
    for code, kind in _KINDS.items():
        if not kind.national and code != "third_sector":
            _body(out, place.slug, f"{place.name} {kind.name}", kind, code, area)
    charity = _KINDS["third_sector"]
    for name in CHARITIES:
        named = charity._replace(name=name)
        _body(out, place.slug, f"{place.name} {name}", named, "third_sector", area)


def write_national_bodies(out: Statements, nation: str) -> None:
    """Write the partners that act in every synthetic area.

    Args:
        out: Where the statements go.
        nation: IRI of the synthetic nation.
    """
    for code, kind in _KINDS.items():
        if kind.national:
            _body(out, NATION, f"national {kind.name}", kind, code, nation)


def _body(out: Statements, home: str, name: str, kind: _Kind, code: str, area: str) -> None:
    node = out.start(organization(home, kind.name), kind.cls, f"Synthetic: {name}")
    out.link(node, "partnerCategory", category(code))
    out.link(node, "servesArea", area)
    out.invented(node)


@cache
def category(code: str) -> str:
    """Return the IRI of a partner category.

    Raises:
        StopIteration: There is no such category.
    """
    return next(term.iri for term in vocabulary().categories if term.code == code)


@cache
def need(code: str) -> str:
    """Return the IRI of a need.

    Raises:
        StopIteration: There is no such need.
    """
    return next(term.iri for term in vocabulary().needs if term.code == code)
