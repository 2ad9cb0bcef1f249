"""The template for a local plan: handed out, filled in by a person, read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjgraph.lazy import lazily

if TYPE_CHECKING:
    from .faults import TemplateFault
    from .mark import is_template
    from .reading import TemplateReading, read_template
    from .writing import write_template

__all__ = ["TemplateFault", "TemplateReading", "is_template", "read_template", "write_template"]

_HOME = {
    "TemplateFault": "faults",
    "TemplateReading": "reading",
    "is_template": "mark",
    "read_template": "reading",
    "write_template": "writing",
}


__getattr__ = lazily(__name__, _HOME)
