"""What a file holds beside the plan's own words, looked at for identifiers of people in cases."""

from .judge import aside_identifiers
from .note import Aside

__all__ = ["Aside", "aside_identifiers"]
