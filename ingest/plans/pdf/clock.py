"""A limit on the time that one file takes."""

from __future__ import annotations

from time import thread_time
from typing import Final

from ..document import RefusedFile

#: Seconds of work that any file may take, whatever its length.
MOST_SECONDS: Final = 6.0
#: Further seconds for each page that has been read; a page of a plan takes a tenth of that.
SECONDS_A_PAGE: Final = 0.2


class Clock:
    """Counts the seconds of work on a file; waiting while others work doesn't count.

    Args:
        name: The name to call the file by.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._begun = thread_time()

    def check(self, page: int) -> None:
        """Stop when the pages so far have taken far longer than a plan's do.

        Args:
            page: How many pages have been looked at.

        Raises:
            RefusedFile: They have.
        """
        if thread_time() - self._begun > MOST_SECONDS + SECONDS_A_PAGE * page:
            raise RefusedFile(
                f"{self.name} takes too long to read: by page {page} it holds far more drawing "
                "than a plan does. Export it again with pictures in place of drawings, or send "
                "the chapter on community justice alone."
            )
