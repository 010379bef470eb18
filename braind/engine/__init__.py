"""The engine: the façade that the command line and the window use."""

from braind.engine.doctor import Check
from braind.engine.facade import WORKERS, Engine
from braind.engine.licences import Notice
from braind.engine.matching import WITHIN, MatchResult, closeness, look_ids_of
from braind.engine.places import default_library, default_settings
from braind.engine.preferences import Preferences, load_preferences, save_preferences
from braind.engine.reading import LookPipeline, PhotoReport, Status
from braind.engine.relinking import Relinked
from braind.engine.shelf import BrandCard, LookCard, Standing
from braind.insights.kinds import (
    Difference,
    Differentiation,
    Doubt,
    DriftStep,
    HonestProfile,
    SubStyle,
    Trait,
    WhatIf,
)
from braind.insights.sentences import (
    apart_sentence,
    season_words,
    shared_sentence,
    trait_name,
    what_if_sentences,
)
from braind.report import Competitor
from braind.store import InTrash

__all__ = [
    "WITHIN",
    "WORKERS",
    "BrandCard",
    "Check",
    "Competitor",
    "Difference",
    "Differentiation",
    "Doubt",
    "DriftStep",
    "Engine",
    "HonestProfile",
    "InTrash",
    "LookCard",
    "LookPipeline",
    "MatchResult",
    "Notice",
    "PhotoReport",
    "Preferences",
    "Relinked",
    "Standing",
    "Status",
    "SubStyle",
    "Trait",
    "WhatIf",
    "apart_sentence",
    "closeness",
    "default_library",
    "default_settings",
    "load_preferences",
    "look_ids_of",
    "save_preferences",
    "season_words",
    "shared_sentence",
    "trait_name",
    "what_if_sentences",
]
