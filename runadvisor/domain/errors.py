"""Errors that tell the runner what to do; anything else is our bug and travels up."""

from __future__ import annotations


class RunAdvisorError(Exception):
    """A sentence for the runner: what cannot be done, and what to do instead."""


class HistoryError(RunAdvisorError):
    """The history file cannot be opened, read or written."""


class DamagedHistoryError(HistoryError):
    """The history file is broken; a copy of it may not be."""


class SourceError(RunAdvisorError):
    """A file to import cannot be used at all."""


class ExportError(RunAdvisorError):
    """The folder of an export cannot be written where it was asked for."""


class PrintError(RunAdvisorError):
    """A plan or chart cannot be written where it was asked for."""
