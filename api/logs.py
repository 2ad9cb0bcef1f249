"""Writes the log: one line of JSON an event, with no contents of requests in it."""

from __future__ import annotations

import logging
import sys

import structlog


def configure_logs() -> None:
    """Set up the log of the service.

    Tracebacks are plain: the values of variables are left out, because an upload or a
    query may be among them.
    """
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    # What libraries say below a warning is noise here, and some of it quotes requests.
    for name in ("python_multipart", "httpx", "asyncio"):
        logging.getLogger(name).setLevel(logging.ERROR)
