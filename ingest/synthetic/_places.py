"""Invented areas: names that sound like places in Scotland and are none."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from random import Random
from typing import TYPE_CHECKING, Final

from cjgraph.namespaces import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIRST: Final = (
    "Strathorran Glenvarrick Invermurrin Kilbrannoch Auchterlorne Dunfallan Lochdarrach "
    "Ardvennan Craigmorrow Balnessie Corrieshaw Pitlowrie Tulliebrae Benvarrow Drumvoran "
    "Fettermuir Garvenhope Kinlorrin Lintermoor Monkvarra Ochterdale Penlarroch Rosskellan "
    "Skerradale Torvannich Ulvaness Westerlaine Yarrowmuir Abervennie Carselinn"
).split()
_BEGINNINGS: Final = (
    "Aber Ard Auchen Bal Ben Carse Corrie Craig Drum Dun Fetter Garve Glen Inver Kil Kin Loch "
    "Monk Ochter Pen Pit Ross Skerra Strath Tor Tullie Ulva Yarrow"
).split()
_ENDINGS: Final = (
    "barra branter darroch fallach fennan gorrin hallan karrow larnoch lossie mallan merrick "
    "nevan orrick pallan quarrie rannel sallan tarvie vallin varnoch wennan"
).split()
_SIDES: Final = ("", "North ", "South ", "East ", "West ")
_TOWNS: Final = ("Port {}", "Kirkton of {}", "Nether {}", "Upper {}", "Bridge of {}", "Mains of {}")
#: From a small island authority to a large city.
_SMALLEST, _LARGEST = 20_000, 600_000


@dataclass(frozen=True, slots=True)
class Place:
    """An invented area.

    Args:
        name: Its name.
        slug: Its name in IRIs, which says that it is synthetic.
        people: How many live there.
        towns: Invented places within it.
    """

    name: str
    slug: str
    people: int
    towns: tuple[str, ...]


def places(wanted: int, *, seed: int) -> Iterator[Place]:
    """Yield invented areas; the same ones come first however many are wanted.

    Args:
        wanted: How many.
        seed: What decides how large they are.
    """
    for name, _ in zip(_names(), range(wanted), strict=False):
        made = slug(name)
        share = Random(f"{seed}/{made}/people").random()  # noqa: S311 - nothing secret
        people = round(_SMALLEST * (_LARGEST / _SMALLEST) ** share, -2)
        towns = tuple(pattern.format(name) for pattern in _TOWNS)
        yield Place(name, f"synthetic-{made}", int(people), towns)


def _names() -> Iterator[str]:
    """Yield names, each once: those of our choice, then those that are put together."""
    seen = set(_FIRST)
    yield from _FIRST
    for number in count(1):
        for side in _SIDES:
            for ending in _ENDINGS:
                for beginning in _BEGINNINGS:
                    name = f"{side}{beginning}{ending}" + (f" {number}" if number > 1 else "")
                    if name not in seen:
                        seen.add(name)
                        yield name
