"""Entity tags: whether a client holds already what it asks for.

Standard: RFC 9110, sections 8.8.3 and 13.1.2.
"""

from __future__ import annotations

import hashlib

from fastapi import Request


def weak_tag(content: bytes) -> str:
    """Return the weak tag of what is sent, or of what it depends on.

    Args:
        content: The body, or all that decides on it.
    """
    return f'W/"{hashlib.sha256(content).hexdigest()[:24]}"'


def is_held(request: Request, tag: str) -> bool:
    """Whether the client says that it holds what bears a tag.

    Args:
        request: The request.
        tag: The tag of what would be sent.
    """
    asked = request.headers.get("if-none-match", "")
    return tag in (part.strip() for part in asked.split(","))
