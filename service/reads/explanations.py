"""Explanations of comparisons, computed from the contents of two mentions."""

from functools import cache
from typing import Any


@cache
def _explainer() -> Any:
    from resolution.explanation import explain

    from actors.records.interchange import from_json
    from resolution.model import shipped_model

    model = shipped_model()
    return lambda left, right: explain(from_json(left), from_json(right), model)


def default_explain(left: str, right: str) -> Any:
    return _explainer()(left, right)
