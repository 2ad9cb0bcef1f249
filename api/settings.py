"""The settings of the service: one table, each with its default and its meaning."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from cjgraph.errors import InputError


class Settings(BaseSettings):
    """Settings, read from the environment with the prefix ``CJGRAPH_``."""

    model_config = SettingsConfigDict(env_prefix="CJGRAPH_")

    data: Path = Field(Path("data"), description="Folder of the data.")
    query_seconds: float = Field(10.0, gt=0, description="Longest time for a SPARQL query, in s.")
    query_workers: int = Field(2, ge=1, description="Processes that answer SPARQL queries.")
    query_waiting: int = Field(16, ge=0, description="SPARQL queries that may wait for one.")
    query_memory_bytes: int = Field(
        2_000_000_000, ge=0, description="Memory of each query process, in bytes; 0: no limit."
    )
    result_bytes: int = Field(
        10_000_000, gt=0, description="Largest SPARQL answer, in bytes; larger ones are refused."
    )
    upload_bytes: int = Field(25_000_000, gt=0, description="Largest upload, in bytes.")
    upload_seconds: float = Field(60.0, gt=0, description="Longest time to check a plan, in s.")
    upload_memory_bytes: int = Field(
        2_000_000_000, ge=0, description="Memory of each upload process, in bytes; 0: no limit."
    )
    upload_workers: int = Field(1, ge=1, description="Processes that read and check uploads.")
    upload_waiting: int = Field(4, ge=0, description="Uploads that may wait for one.")
    search_characters: int = Field(2_000, gt=0, description="Longest search text, in characters.")
    feedback: Literal["closed", "open"] = Field(
        "closed", description="Whether remarks on findings are taken over the web."
    )
    feedback_per_day: int = Field(
        50, ge=0, description="Most remarks on findings that are kept in a day."
    )


def read_settings() -> Settings:
    """Return the settings of the environment.

    Raises:
        InputError: A setting has a value that it can't take; each is named.
    """
    try:
        return Settings()
    except ValidationError as error:
        faults = (
            f"CJGRAPH_{str(fault['loc'][0]).upper()} is '{fault['input']}': {fault['msg']}"
            for fault in error.errors()
        )
        raise InputError("; ".join(faults) + ".") from error
