"""The engine: the façade that the command line and the window use, and the kinds that it returns.

Whoever shows answers to people needs nothing beneath it but the shared words and things.
"""

from braind.backends.devices import DEVICES
from braind.engine.doctor import Check
from braind.engine.facade import Engine
from braind.engine.licences import Notice
from braind.engine.looksearch import FoundLook, FoundLooks, Likeness
from braind.engine.matching import WITHIN, MatchResult, closeness, look_ids_of
from braind.engine.merging import MergedBrand, PackMerged
from braind.engine.packing import PackRanking
from braind.engine.places import default_library, default_settings
from braind.engine.preferences import Preferences, load_preferences, save_preferences
from braind.engine.previews import Previews
from braind.engine.reading import LookPipeline, PhotoReport, Status
from braind.engine.relinking import Relinked
from braind.engine.scanning import FoundPhoto
from braind.engine.shelf import BrandCard, LookCard, Standing
from braind.engine.workers import WORKERS
from braind.insights.axes import axis_ends
from braind.insights.drift import changed_styles
from braind.insights.kinds import (
    Axis,
    Difference,
    Differentiation,
    Doubt,
    DriftStep,
    HonestProfile,
    Interval,
    LookAlike,
    MapAxis,
    MapPoint,
    Neighbour,
    PositionMap,
    SelfTest,
    Strength,
    SubStyle,
    Trait,
    WhatIf,
    WhiteSpot,
)
from braind.insights.lookquery import Wish, words_of
from braind.insights.sentences import (
    apart_sentence,
    look_alike_sentence,
    pack_sentence,
    season_words,
    shared_sentence,
    trait_name,
    what_if_sentences,
)
from braind.lexicon import Kind
from braind.looktable import LookTable
from braind.models.kinds import Licence, ModelFile, WeightFile
from braind.models.kinds import Origin as ModelOrigin
from braind.models.record import Basis
from braind.models.route import Line, Route, Server
from braind.models.status import ModelsFolder, ModelStatus, State
from braind.models.steps import Step
from braind.packs import Pack, PackBrand, PackLook
from braind.pipeline import Analysis, AnalyzedPerson, Glimpse
from braind.pythons import Environment, is_installed_program
from braind.recipes import CUSTOM, Choice, Recipe, known_recipes
from braind.registry import BackendSpec, Stage, all_specs
from braind.report import FORMATS as REPORT_FORMATS
from braind.report import BrandReport, Competitor, ModelNote, csv_bytes, harmless
from braind.search import Levels, Ranking
from braind.store import InTrash

__all__ = [
    "CUSTOM",
    "DEVICES",
    "REPORT_FORMATS",
    "WITHIN",
    "WORKERS",
    "Analysis",
    "AnalyzedPerson",
    "Axis",
    "BackendSpec",
    "Basis",
    "BrandCard",
    "BrandReport",
    "Check",
    "Choice",
    "Competitor",
    "Difference",
    "Differentiation",
    "Doubt",
    "DriftStep",
    "Engine",
    "Environment",
    "FoundLook",
    "FoundLooks",
    "FoundPhoto",
    "Glimpse",
    "HonestProfile",
    "InTrash",
    "Interval",
    "Kind",
    "Levels",
    "Licence",
    "Likeness",
    "Line",
    "LookAlike",
    "LookCard",
    "LookPipeline",
    "LookTable",
    "MapAxis",
    "MapPoint",
    "MatchResult",
    "MergedBrand",
    "ModelFile",
    "ModelNote",
    "ModelOrigin",
    "ModelStatus",
    "ModelsFolder",
    "Neighbour",
    "Notice",
    "Pack",
    "PackBrand",
    "PackLook",
    "PackMerged",
    "PackRanking",
    "PhotoReport",
    "PositionMap",
    "Preferences",
    "Ranking",
    "Recipe",
    "Relinked",
    "Route",
    "SelfTest",
    "Server",
    "Stage",
    "Standing",
    "State",
    "Status",
    "Step",
    "Strength",
    "SubStyle",
    "Trait",
    "WeightFile",
    "WhatIf",
    "WhiteSpot",
    "Wish",
    "all_specs",
    "apart_sentence",
    "axis_ends",
    "changed_styles",
    "closeness",
    "Previews",
    "csv_bytes",
    "harmless",
    "default_library",
    "default_settings",
    "is_installed_program",
    "known_recipes",
    "load_preferences",
    "look_alike_sentence",
    "look_ids_of",
    "pack_sentence",
    "save_preferences",
    "season_words",
    "shared_sentence",
    "trait_name",
    "what_if_sentences",
    "words_of",
]
