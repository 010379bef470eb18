from __future__ import annotations

import dataclasses
import inspect
import typing

import braind.engine
from braind.engine import Engine

# What the window may import besides the engine.
_SHARED = ("domain", "vocabulary", "events", "errors", "wording")
# Not for whoever shows answers: what an engine is put together from.
_INSIDE = {"Library", "Holdings", "VisualBlock", "VisualSource"}


def kinds_in(hint, seen):
    """Our own classes in a type, and in the fields of those that are dataclasses."""
    for part in typing.get_args(hint):
        kinds_in(part, seen)
    is_ours = inspect.isclass(hint) and hint.__module__.startswith("braind.")
    if is_ours and hint not in seen:
        seen.add(hint)
        if dataclasses.is_dataclass(hint):
            names = vars(inspect.getmodule(hint)) | vars(typing)
            for field in dataclasses.fields(hint):
                if not field.name.startswith("_"):
                    kinds_in(_resolved(field.type, names), seen)


def _resolved(annotation, names):
    return eval(annotation, dict(names)) if isinstance(annotation, str) else annotation


def calls():
    for name, call in inspect.getmembers(Engine, inspect.isfunction):
        if not name.startswith("_"):
            names = vars(inspect.getmodule(call)) | vars(typing)
            yield name, [_resolved(hint, names) for hint in call.__annotations__.values()]


def test_all_kinds_that_a_call_takes_or_gives_come_from_the_engine():
    told = dict(calls())
    assert {"honest_profile", "drift", "find_looks", "brand_report", "merge_pack"} <= set(told)
    seen: set[type] = set()
    for hints in told.values():
        for hint in hints:
            kinds_in(hint, seen)
    given = [getattr(braind.engine, name) for name in braind.engine.__all__]
    hidden = {
        kind.__name__
        for kind in seen
        if kind.__module__.split(".")[1] not in _SHARED
        and kind.__name__ not in _INSIDE
        and kind not in given
    }
    assert hidden == set()


def test_what_is_named_is_there():
    assert sorted(braind.engine.__all__) == sorted(set(braind.engine.__all__))
    assert all(hasattr(braind.engine, name) for name in braind.engine.__all__)
