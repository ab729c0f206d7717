"""Questionnaire definitions: what is asked, how it may be answered, and what must be true of a definition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from questionnaires.library import available as available
    from questionnaires.library import load as load

__all__ = ["available", "load"]


def __getattr__(name: str) -> Any:
    """Opens the door only when someone walks through it: `--help` must not wait for pydantic and YAML."""
    if name not in __all__:
        raise AttributeError(name)
    from questionnaires import library  # start-up: only here

    return getattr(library, name)
