"""Look → looks → brands, and brand → competitors, with reasons and evidence. Numpy only, pure."""

from braind.search.affinity import similar_brands
from braind.search.index import SearchIndex
from braind.search.levels import Levels, calibrate, look_background
from braind.search.ranking import Ranking, rank_brands
from braind.search.vectors import compose_look

__all__ = [
    "Levels",
    "Ranking",
    "SearchIndex",
    "calibrate",
    "compose_look",
    "look_background",
    "rank_brands",
    "similar_brands",
]
