"""The cuts of jackets, coats, cardigans and vests."""

from __future__ import annotations

from dataclasses import dataclass, replace

from braind.sample.garments.shell import Shell


@dataclass(frozen=True)
class OuterCut:
    """An open or closed front: ``gap`` is the half opening at chest, waist and hem.

    ``neck`` names the collar, ``low`` is where a vee ends, ``details`` name the trimmings.
    """

    shell: Shell
    gap: tuple[float, float, float] = (0.0, 0.0, 0.0)
    neck: str = "lapel"
    low: float = 15.0
    details: tuple[str, ...] = ()


_JACKET = Shell(neck=2.4, chest=1.0, waist=1.9, hem=36.5, hem_ease=0.9, arm=0.6, cuff=0.45)
_BOMBER = Shell(neck=2.5, drop=0.4, chest=1.5, waist=2.7, hem=36.5, hem_ease=0.8, arm=0.9, cuff=0.4,
                rib=True)  # fmt: skip
_BLAZER = Shell(neck=2.2, drop=0.15, chest=0.9, waist=1.2, hem=42, hem_ease=1.1, arm=0.5, cuff=0.45)
_COAT = Shell(neck=2.2, drop=0.4, chest=1.5, waist=2.0, hem=62, hem_ease=1.6, arm=0.75, cuff=0.7,
              flare=0.06)  # fmt: skip

CUTS: dict[tuple[str, str], OuterCut] = {
    ("cardigan", "open"): OuterCut(
        Shell(neck=2.5, chest=0.9, waist=2.0, hem=41, hem_ease=0.9, arm=0.7, cuff=0.4),
        (1.6, 2.4, 2.8), "band", 0, ("rib",)),
    ("cardigan", "buttoned"): OuterCut(
        Shell(neck=2.4, chest=0.6, waist=1.1, hem=36.5, hem_ease=0.4, arm=0.45, cuff=0.3),
        (0.0, 0.0, 0.0), "band", 18.0, ("rib", "buttons")),
    ("cardigan", "long"): OuterCut(
        Shell(neck=2.5, drop=0.6, chest=1.2, waist=2.2, hem=55, hem_ease=1.3, arm=0.9, cuff=0.5),
        (1.8, 2.8, 3.4), "band", 0, ("rib", "patch")),
    ("jacket", "denim"): OuterCut(_JACKET, (1.3, 1.6, 1.7), "shirt", 0,
                                  ("stitch", "flap", "waist")),
    ("jacket", "varsity"): OuterCut(_BOMBER, (1.3, 1.7, 1.6), "rib", 0, ("letter", "snaps")),
    ("jacket", "bomber"): OuterCut(_BOMBER, (0.9, 1.2, 1.2), "rib", 0, ("zip", "welt")),
    ("jacket", "leather"): OuterCut(replace(_JACKET, hem=35, waist=1.2, chest=0.7),
                                    (1.0, 1.5, 1.9), "biker", 26.5, ("zip", "slash", "waist")),
    ("jacket", "windbreaker"): OuterCut(replace(_BOMBER, hem=38.5), (0.0, 0.0, 0.0), "funnel", 14.5,
                                        ("zip", "block", "welt")),
    ("jacket", "work"): OuterCut(replace(_JACKET, hem=39.5, hem_ease=1.2), (1.4, 1.9, 2.1),
                                 "shirt", 0, ("patch", "chest")),
    ("jacket", "puffer"): OuterCut(replace(_BOMBER, chest=2.2, waist=3.4, arm=1.7, hem=38,
                                           rib=False, hem_ease=1.8), (0.8, 1.1, 1.2), "funnel", 0,
                                   ("quilt", "zip")),
    ("jacket", "tweed"): OuterCut(replace(_JACKET, hem=36, waist=1.1, chest=0.6, arm=0.5),
                                  (1.2, 1.6, 1.8), "none", 0, ("braid", "patch")),
    ("blazer", "single"): OuterCut(_BLAZER, (0.0, 0.0, 1.0), "lapel", 27.5, ("flaps", "one")),
    ("blazer", "double"): OuterCut(_BLAZER, (0.0, 0.0, 0.3), "peak", 28.5, ("flaps", "double")),
    ("blazer", "open"): OuterCut(_BLAZER, (1.5, 2.0, 3.0), "lapel", 27.5, ("flaps",)),
    ("coat", "chesterfield"): OuterCut(_COAT, (1.5, 2.0, 2.8), "lapel", 27, ("flaps",)),
    ("coat", "trench"): OuterCut(_COAT, (0.0, 0.0, 0.6), "peak", 24, ("double", "belt", "yoke")),
    ("coat", "duffle"): OuterCut(replace(_COAT, hem=54), (0.0, 0.0, 0.2), "hood", 14.8,
                                 ("toggles", "patch")),
    ("coat", "long"): OuterCut(replace(_COAT, hem=68, drop=0.9, chest=2.0), (1.8, 2.6, 3.6),
                               "lapel", 28, ("welt",)),
    ("coat", "fur"): OuterCut(replace(_COAT, hem=50, chest=2.0, arm=1.6, waist=2.8, hem_ease=2.2),
                              (0.8, 1.1, 1.4), "none", 0),
    ("vest", "knit"): OuterCut(Shell(neck=2.5, depth=19, vee=True, chest=0.5, waist=1.2, hem=37,
                                     hem_ease=0.4, sleeve=0), (0.0, 0.0, 0.0), "closed", 19,
                               ("rib",)),
    ("vest", "tailored"): OuterCut(Shell(neck=2.3, chest=0.3, waist=0.5, hem=35, hem_ease=0.2,
                                         sleeve=0), (0.0, 0.0, 0.4), "vee", 21, ("buttons",)),
    ("vest", "utility"): OuterCut(Shell(neck=2.4, chest=1.2, waist=2.0, hem=38, hem_ease=1.0,
                                        sleeve=0), (1.1, 1.4, 1.5), "funnel", 0,
                                  ("zip", "patch", "chest")),
    ("vest", "puffer"): OuterCut(Shell(neck=2.4, chest=1.6, waist=2.6, hem=37.5, hem_ease=1.4,
                                       sleeve=0), (1.0, 1.3, 1.4), "funnel", 0, ("zip", "quilt")),
}  # fmt: skip
