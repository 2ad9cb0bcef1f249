"""Places of elements by XPath."""

from __future__ import annotations

import re
from typing import Any, Final

_NAME: Final = re.compile(r"^[A-Za-z][\w.-]*$", re.ASCII)


class Places:
    """Gives the XPath of elements in the page as it was saved; each parent is counted once."""

    def __init__(self) -> None:
        self._known: dict[Any, str] = {}

    def path(self, element: Any) -> str:
        """Return the XPath of an element, such as ``/html/body/main/p[2]``."""
        missing = []
        at = element
        while at is not None and at not in self._known:
            missing.append(at)
            at = at.getparent()
        for one in reversed(missing):
            self._count(one)
        return self._known[element]

    def _count(self, element: Any) -> None:
        parent = element.getparent()
        if parent is None:
            self._known[element] = f"/{element.tag}"
            return
        above = self._known[parent]
        children = [child for child in parent if isinstance(child.tag, str)]
        totals: dict[str, int] = {}
        for child in children:
            totals[child.tag] = totals.get(child.tag, 0) + 1
        seen: dict[str, int] = {}
        for number, child in enumerate(children, 1):
            tag = child.tag
            seen[tag] = seen.get(tag, 0) + 1
            if not _NAME.match(tag):  # such as Word's o:p, whose prefix XPath does not know
                step = f"*[{number}]"
            else:
                step = tag if totals[tag] == 1 else f"{tag}[{seen[tag]}]"
            self._known[child] = f"{above}/{step}"
