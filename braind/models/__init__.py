"""Weight files: which there are, where they lie, whether they are intact, how they are fetched.

Nothing here touches the network except what a user asks for.
"""

from braind.models.kinds import Licence, ModelFile, Origin, WeightFile, Weights
from braind.models.manifest import all_models, embedded_models, find_model
from braind.models.places import home_of, models_folder, resources_folder
from braind.models.tables import reading_table
from braind.models.weights import model_folder, read_weights, weight_path

__all__ = [
    "Licence",
    "ModelFile",
    "Origin",
    "WeightFile",
    "Weights",
    "all_models",
    "embedded_models",
    "find_model",
    "home_of",
    "model_folder",
    "models_folder",
    "read_weights",
    "reading_table",
    "resources_folder",
    "weight_path",
]
