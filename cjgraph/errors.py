"""Errors that callers can catch by their cause.

The tree::

    CJGraphError
    ├── InputError            what was given can't be used (exit 2, HTTP 4xx)
    │   ├── FileNotReadable   missing, a folder, no permission
    │   ├── WrongFormat       not a format that is read here
    │   ├── SyntaxFault       the format is right, its content is broken
    │   ├── UnknownThing      an IRI, area or name that is not in the data
    │   ├── TooLarge          more than is taken
    │   ├── EmptyQuery        nothing to look for
    │   └── QueryRefused      a query that the service does not run
    ├── PlanNotReadable       a plan that can't be read: encrypted, damaged, refused
    ├── StoreError            the store can't serve
    │   ├── StoreLocked       another process is writing
    │   ├── SnapshotMissing   nothing has been loaded yet
    │   └── StoreUnwritable   disk full or read-only
    ├── LimitExceeded         work that was stopped at a limit
    │   ├── QueryTimedOut
    │   ├── ResultTooLarge
    │   ├── Overloaded        the queue is full; try again
    │   └── TooManyRemarks    as many as are kept in a day
    ├── FeedbackClosed        remarks are not taken, or not shown, here
    ├── ModelUnavailable      no embedding model; search goes on by words alone
    └── ShapesInvalid         the rules themselves are broken

Findings about a plan are data, never exceptions.
"""

from __future__ import annotations


class CJGraphError(Exception):
    """Any error that cjgraph raises on purpose.

    Args:
        message: One plain sentence that names the file or thing and the place.
        hint: What to do about it, if there is something.
    """

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error cross from a worker process with its hint."""
        return (_rebuild, (type(self), self.message, self.hint))


def _rebuild(kind: type[CJGraphError], message: str, hint: str | None) -> CJGraphError:
    return kind(message, hint=hint)


class InputError(CJGraphError):
    """What was given can't be used."""


class FileNotReadable(InputError):  # noqa: N818 - named by cause, as the whole tree is
    """A file is missing, is a folder, or may not be read."""


class WrongFormat(InputError):  # noqa: N818
    """A file is not in a format that is read here."""


class SyntaxFault(InputError):  # noqa: N818
    """The format is right, but its content is broken."""


class UnknownThing(InputError):  # noqa: N818
    """An IRI, area or name is not in the data."""


class TooLarge(InputError):  # noqa: N818
    """A file or text is larger than what is taken."""


class EmptyQuery(InputError):  # noqa: N818
    """There is nothing to look for."""


class QueryRefused(InputError):  # noqa: N818
    """A query asks for something that the service does not do."""


class PlanNotReadable(CJGraphError):  # noqa: N818
    """A plan can't be read: encrypted, damaged or refused."""


class StoreError(CJGraphError):
    """The store can't serve."""


class StoreLocked(StoreError):  # noqa: N818
    """Another process is writing to the store."""


class SnapshotMissing(StoreError):  # noqa: N818
    """Nothing has been loaded yet."""


class StoreUnwritable(StoreError):  # noqa: N818
    """The disk is full or may not be written."""


class LimitExceeded(CJGraphError):  # noqa: N818
    """Work was stopped at a limit."""


class QueryTimedOut(LimitExceeded):
    """A query ran past its deadline."""


class ResultTooLarge(LimitExceeded):
    """A result is larger than the limit."""


class Overloaded(LimitExceeded):
    """The queue is full; the same call may go through later."""


class TooManyRemarks(LimitExceeded):
    """As many remarks on findings as are kept in a day are there."""


class FeedbackClosed(CJGraphError):  # noqa: N818
    """Remarks on findings are not taken, or not shown, here."""


class ModelUnavailable(CJGraphError):  # noqa: N818
    """The embedding model can't be had; search goes on by words alone."""


class ShapesInvalid(CJGraphError):  # noqa: N818
    """The rules themselves are broken."""
