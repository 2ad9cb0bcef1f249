"""What of a page belongs to the site and not to its words: menus, banners, forms, hidden things."""

from __future__ import annotations

import re
from typing import Any, Final

#: Elements that never hold words of a plan.
_NEVER: Final = frozenset(
    "script style noscript template svg canvas iframe object embed audio video map dialog title "
    "input select textarea datalist progress meter nav aside menu menuitem label legend".split()
)
_ROLES: Final = frozenset(
    "navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar "
    "tooltip".split()
)
#: Names that authors of sites give to what stands around the words.
_STRONG: Final = re.compile(
    r"cookie|consent|gdpr|bread-?crumb|^crumbs?$|skip-?(?:to|link|nav|content)|nav-?bar|mega-?menu|"
    r"^(?:main|site|sub|top|side|secondary|primary|global|local)-?(?:nav|navigation|menu)$|^nav$|^navigation$|^menu$|"
    r"side-?bar|^side-?(?:nav|menu|links|col|column)?$|^share|sharing|^social|addthis|addtoany|"
    r"^related(?!-(?:outcome|action|plan|objective|need))|pagination|^pager$|^prev-?next$|feedback|newsletter|subscribe|"
    r"^(?:site|page|global|main)-?(?:header|footer|search)$|^footer$|^foot$|^masthead$|^top-?bar$|"
    r"back-?to-?top|print-?(?:only|header|footer|button|link)|^only-?print|visible-?print|"
    r"^search|^log-?in$|^sign-?in$|^modal|^pop-?up|^advert|^ads?$|^rate$|^rating|^page-?tools|^toolbar$|"
    r"^lang(?:uage)?(?:-?(?:switch|switcher|select|menu|nav))?$|^emergency|^site-?alert"
)
_UNSEEN: Final = re.compile(
    r"^(?:visually-?hidden(?:-focusable)?|sr-?only|screen-?reader(?:-text|-only)?|assistive-text|"
    r"(?:govuk-)?visually-hidden|hidden|is-hidden|d-none|hide|invisible|off-?screen|element-invisible)$"
)
_STYLED_AWAY: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])", re.IGNORECASE
)
_STYLED_BLOCK: Final = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)\b", re.I)
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_AT_RULE: Final = re.compile(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|@[^{};]*;")
_RULE: Final = re.compile(r"([^{}]{1,2000})\{([^{}]{0,4000})\}")
_SIMPLE: Final = re.compile(r"^([a-z][a-z0-9]*)?(?:\.([\w-]+)|#([\w-]+))$", re.IGNORECASE)
_LONGEST_STYLE: Final = 500_000
#: A part of a page with so many words of its own, links aside, is no mere furniture.
_OWN_WORDS: Final = 150
_SHARE: Final = 0.3
_FEW: Final = 40
_MOST_CLASSES: Final = 40
#: Elements whose words are no sentences of the page.
_UNSPOKEN: Final = frozenset({"script", "style", "noscript", "template", "a", "title"})
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")


class Chrome:
    """Tells what is left out of a page.

    Args:
        root: The page.
    """

    def __init__(self, root: Any) -> None:
        self.root = root
        self._known: dict[Any, bool] = {}
        self._above: dict[Any, bool] = {}
        self._shown: set[str] = set()
        self._away: set[tuple[str, str]] = set()
        self._block: set[tuple[str, str]] = set()
        self._styles()
        self._opened()
        self._words = _count_words(root)

    def leaves_out(self, element: Any) -> bool:
        """Tell whether an element, with all in it, is no part of the page's words."""
        if element not in self._known:
            self._known[element] = self._decide(element)
        return self._known[element]

    def leaves_out_above(self, element: Any) -> bool:
        """Tell whether an element or one around it is left out."""
        unknown = []
        at = element
        while at is not None and at not in self._above:
            unknown.append(at)
            at = at.getparent()
        out = at is not None and self._above[at]
        for one in reversed(unknown):
            out = out or self.leaves_out(one)
            self._above[one] = out
        return out

    def words(self, element: Any) -> int:
        """Count the words of an element that are no links."""
        return self._words.get(element, 0)

    def is_block(self, element: Any) -> bool:
        """Tell whether a style sets an element on lines of its own."""
        if _STYLED_BLOCK.search(element.get("style", "")):
            return True
        return any(key in self._block for key in _keys(element))

    def _decide(self, element: Any) -> bool:
        tag = element.tag
        if not isinstance(tag, str) or tag in _NEVER:
            return True
        if tag == "button":
            return not any(a.tag in (*_HEADINGS, "th", "summary") for a in element.iterancestors())
        if tag == "form":
            return self._is_small(element)
        role = element.get("role", "").lower()
        if role in _ROLES:
            return not _holds_page(element)
        if tag in {"header", "footer"}:
            return self._outside(element)
        if tag in {"html", "body", "main", "article", "table", "tr", "td", "th", *_HEADINGS}:
            return tag not in {"html", "body", "main"} and self._is_hidden(element)
        if self._is_hidden(element):
            return True
        return self._is_named(element)

    def _outside(self, element: Any) -> bool:
        within = [a.tag for a in element.iterancestors()]
        if element.tag == "footer":
            return "blockquote" not in within
        inside = "main" in within or "article" in within or "section" in within
        return not inside and not _holds_page(element)

    def _is_hidden(self, element: Any) -> bool:
        if element.get("id") in self._shown:
            return False  # a panel that a heading or a tab opens
        if "hidden" in element.attrib and element.tag != "details":
            return True
        if element.get("aria-hidden") == "true" or _STYLED_AWAY.search(element.get("style", "")):
            return True
        if any(key in self._away for key in _keys(element)):
            return True
        unseen = any(_UNSEEN.match(word.lower()) for word in _classes(element))
        # Names of columns are often there for those who listen to a table alone.
        return unseen and not any(a.tag in {"th", "caption"} for a in element.iterancestors())

    def _is_named(self, element: Any) -> bool:
        names = [*_classes(element), element.get("id", "")]
        if not any(_STRONG.search(_dashed(name)) for name in names if name):
            return False
        return self._is_small(element)

    def _is_small(self, element: Any) -> bool:
        if _holds_page(element):
            return False
        words = self.words(element)
        return words <= _OWN_WORDS and (words < _FEW or words <= _SHARE * self.words(self.root))

    def _opened(self) -> None:
        """Note the panels that are hidden until a reader opens them."""
        for element in self.root.iter():
            if not isinstance(element.tag, str):
                continue
            for name in ("aria-controls", "data-target", "data-bs-target", "aria-owns"):
                for target in element.get(name, "").split():
                    self._shown.add(target.lstrip("#"))
            if element.get("role") == "tab" and element.get("href", "").startswith("#"):
                self._shown.add(element.get("href")[1:])
            if element.get("role") == "tabpanel" and element.get("id"):
                self._shown.add(element.get("id"))

    def _styles(self) -> None:
        """Note what the page's own style sheet hides or sets on lines of its own."""
        for sheet in self.root.iter("style"):
            text = _COMMENT.sub("", (sheet.text or "")[:_LONGEST_STYLE])
            for selectors, rules in _RULE.findall(_AT_RULE.sub("", text)):
                away = _STYLED_AWAY.search(rules)
                if not away and not _STYLED_BLOCK.search(rules):
                    continue
                for selector in selectors.split(","):
                    match = _SIMPLE.match(selector.strip())
                    if match:
                        key = (match[1] or "", f".{match[2]}" if match[2] else f"#{match[3]}")
                        (self._away if away else self._block).add(key)


def link_share(element: Any) -> float:
    """Return how much of an element's words are links, from 0 to 1."""
    whole = len("".join(element.text_content().split()))
    links = sum(len("".join(a.text_content().split())) for a in element.iter("a"))
    return min(links / whole, 1.0) if whole else 0.0


def own_text(element: Any) -> str:
    """Return the words of an element that are no links."""
    whole = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _UNSPOKEN:
            whole.append(own_text(child))
        whole.append(child.tail or "")
    return " ".join(" ".join(whole).split())


def _count_words(root: Any) -> dict[Any, int]:
    """Count, for each element, the words that are no links and belong to no script."""
    counts: dict[Any, int] = {}
    for element in reversed(list(root.iter())):
        if not isinstance(element.tag, str) or element.tag in _UNSPOKEN:
            counts[element] = 0
            continue
        words = len((element.text or "").split())
        for child in element:
            words += counts[child] + len((child.tail or "").split())
        counts[element] = words
    return counts


def _holds_page(element: Any) -> bool:
    """Tell whether an element holds the page's title or its main part."""
    return any(next(element.iter(tag), None) is not None for tag in ("main", "h1"))


def _keys(element: Any) -> list[tuple[str, str]]:
    names = [f".{word}" for word in _classes(element)]
    names += [f"#{element.get('id')}"] if element.get("id") else []
    return [(tag, name) for name in names for tag in ("", element.tag)]


def _classes(element: Any) -> list[str]:
    return str(element.get("class", "")).split(None, _MOST_CLASSES)[:_MOST_CLASSES]


def _dashed(name: str) -> str:
    """Write names such as ``siteHeader`` and ``site_header`` in one way."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).replace("_", "-").lower()
