"""The mutants of files: gathered by a seed, read and checked one by one."""

from __future__ import annotations

from itertools import zip_longest
from random import Random

from cjgraph.errors import CJGraphError
from tests.tools.mutants.document_mutants import DocumentMutant, document_mutants
from tests.tools.mutants.editing import Edit
from tests.tools.mutants.expectation import Verdict, judge
from tests.tools.mutants.files import FILES, CleanFile, check_clean, check_content
from tests.tools.mutants.graphs import first_week
from tests.tools.mutants.vectors import keep_vectors


def all_document_mutants(seed: int) -> list[DocumentMutant]:
    """Return all mutants of files, mixed so that any first part holds each file.

    Args:
        seed: Seed of every choice.
    """
    random = Random(seed)  # noqa: S311 - nothing secret hangs on it
    groups = []
    for file in FILES:
        mine = list(document_mutants(file, random))
        if not keep_vectors():  # without the model no guess is made by meaning
            mine = [m for m in mine if m.counted != "mismatched_action"]
        random.shuffle(mine)
        groups.append(mine)
    return [m for row in zip_longest(*groups) for m in row if m is not None]


def check_clean_file(file: CleanFile) -> Verdict:
    """Read and check a clean file: whatever comes is a false alarm."""
    try:
        report = check_clean(file)
    except CJGraphError as error:
        return Verdict(file.name, "nothing", (), (f"not read: {error}",))
    return judge(file.name, "nothing", (), (), report.findings)


def check_document(mutant: DocumentMutant) -> Verdict:
    """Edit a file, read and check it, and judge what came."""
    edit = Edit(mutant.file.content(), mutant.file.ending)
    mutant.spoil(edit)
    name = f"{mutant.file.name}: {mutant.name}"
    today = first_week(mutant.file.invented())
    try:
        report = check_content(edit.bytes(), mutant.file.ending, today)
    except CJGraphError as error:
        missed = tuple(map(str, mutant.wanted))
        return Verdict(name, mutant.counted, missed, (f"not read: {error}",))
    return judge(name, mutant.counted, mutant.wanted, mutant.allowed, report.findings)
