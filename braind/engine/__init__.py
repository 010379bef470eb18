"""The engine: the façade that the command line and the window use."""

from braind.engine.doctor import Check
from braind.engine.facade import WORKERS, Engine
from braind.engine.matching import WITHIN, MatchResult, closeness, look_ids_of
from braind.engine.places import default_library, default_settings
from braind.engine.preferences import Preferences, load_preferences, save_preferences
from braind.engine.reading import LookPipeline, PhotoReport, Status

__all__ = [
    "WITHIN",
    "WORKERS",
    "Check",
    "Engine",
    "LookPipeline",
    "MatchResult",
    "PhotoReport",
    "Preferences",
    "Status",
    "closeness",
    "default_library",
    "default_settings",
    "load_preferences",
    "look_ids_of",
    "save_preferences",
]
