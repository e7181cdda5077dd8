from __future__ import annotations

import pytest

from runadvisor.domain.errors import HistoryError, PrintError, RunAdvisorError, SourceError


@pytest.mark.parametrize("kind", [HistoryError, SourceError, PrintError])
def test_every_fault_of_the_world_is_a_sentence_for_the_runner(kind: type[Exception]) -> None:
    assert issubclass(kind, RunAdvisorError)
    assert str(kind("The disk is full.")) == "The disk is full."
