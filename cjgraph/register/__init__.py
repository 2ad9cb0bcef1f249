"""The public register: what Partnerships owe by when, and services as directories list them.

Nothing here is stored. Deadlines follow from the Act, the statutory guidance, the entries
of the register and the editions of the national frameworks.
"""

from cjgraph.register._deadlines import Deadline, deadlines
from cjgraph.register._hsds import hsds_services
from cjgraph.register._rows import EditionRow, RegisterRow, edition_rows, register_rows

__all__ = [
    "Deadline",
    "EditionRow",
    "RegisterRow",
    "deadlines",
    "edition_rows",
    "hsds_services",
    "register_rows",
]
