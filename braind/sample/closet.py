"""What each style wears: weights of garments, colours and patterns, as Korean fashion retail
uses the seven words. Garments are written "item/cut", or "-" for none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from braind.vocabulary import Style

Weights = Mapping[str, float]


def even(words: str) -> dict[str, float]:
    """Weights from words: "a b*3" makes b three times as likely as a."""
    pairs = (word.split("*") for word in words.split())
    return {pair[0]: float(pair[1]) if len(pair) > 1 else 1.0 for pair in pairs}


@dataclass(frozen=True)
class Closet:
    """One style's wardrobe for one gender."""

    upper: Weights
    lower: Weights
    outer: Weights
    shoes: Weights
    upper_colors: Weights
    lower_colors: Weights
    patterns: Weights
    bags: Weights = field(default_factory=lambda: even("-*3 tote shoulder crossbody"))
    hats: Weights = field(default_factory=lambda: even("-*9 cap"))
    extras: Weights = field(default_factory=lambda: even("-*8 sunglasses glasses scarf"))
    legwear: Weights = field(default_factory=lambda: even("-*4 ankle crew"))
    grounds: Weights = field(
        default_factory=lambda: even("studio*3 plain*2 panel street*2 city*2 room*2 park")
    )


_BASIC = even("white*4 black*3 gray*3 navy*2 beige*2 skyblue blue green khaki pink red brown yellow"
              " orange purple burgundy")  # fmt: skip
_MONO = even("black*9 white*3 gray*3 beige navy burgundy red silver gold brown green")
_SWEET = even("pink*4 white*4 beige*2 skyblue*2 purple yellow red black green burgundy blue orange")
_EARTH = even("blue*2 navy*2 khaki*3 brown*3 beige*2 green burgundy red white gray orange yellow")
_LOUD = even("black*4 white*2 gray*2 red blue yellow orange green purple khaki navy pink burgundy")
_SOBER = even("navy*4 gray*3 black*3 beige*2 brown*2 white skyblue burgundy green khaki")
_ACTIVE = even("black*3 white*3 gray*3 navy*2 blue*2 red green orange purple skyblue pink yellow")
_LOWER = even("blue*3 black*3 navy*2 beige*2 gray*2 white brown khaki green skyblue")

_WOMEN: dict[Style, Closet] = {
    Style.CASUAL: Closet(
        even("t-shirt/regular*3 t-shirt/oversize t-shirt/fitted sweater/crew*2 sweater/chunky"
             " sweatshirt/regular shirt/oversize shirt/regular top/tank"
             " sweater/vneck dress/tiered jumpsuit/utility dress/knit"),
        even("jeans/straight*3 jeans/wide*2 jeans/slim jeans/cuffed trousers/straight trousers/wide"
             " trousers/chino shorts/short skirt/mini skirt/midi-flare shorts/bermuda"),
        even("-*6 cardigan/open*2 cardigan/buttoned cardigan/long jacket/denim coat/long vest/knit"
             " jacket/puffer coat/chesterfield coat/duffle vest/puffer"),
        even("sneakers*5 loafers boots chelsea sandals chunky"),
        _BASIC, _LOWER,
        even("solid*8 striped*2 checked graphic dotted colorblock geometric"),
    ),
    Style.AMEKAJI: Closet(
        even("shirt/oversize*2 shirt/regular*2 t-shirt/regular*2 sweatshirt/regular hoodie/regular"
             " sweater/chunky jumpsuit/utility*0.6"),
        even("jeans/cuffed*3 jeans/straight*2 trousers/chino*2 trousers/cargo jeans/wide"
             " shorts/bermuda skirt/mini*0.6"),
        even("-*2 jacket/denim*3 jacket/varsity*3 jacket/work*3 vest/utility vest/puffer"
             " coat/duffle"),
        even("boots*4 sneakers*3 loafers chelsea"),
        _EARTH, even("navy*3 blue*3 khaki*2 beige*2 brown*2 white black"),
        even("solid*5 checked*4 graphic striped camouflage*0.7 geometric*0.5"),
        hats=even("-*4 cap*2 beanie bucket"), bags=even("-*3 tote backpack crossbody"),
    ),
    Style.GIRLISH: Closet(
        even("blouse/bow*2 blouse/frill*2 blouse/round*2 dress/aline*4 dress/tiered*3 dress/shirt"
             " dress/slip sweater/crew top/camisole top/crop"),
        even("skirt/mini-flare*3 skirt/midi-flare*3 skirt/midi-pleat*2 skirt/mini-pleat*2"
             " skirt/maxi skirt/mini jeans/slim*0.6 shorts/short*0.7"),
        even("-*6 cardigan/open*2 jacket/tweed*2 cardigan/buttoned*2 cape/short coat/duffle"
             " coat/chesterfield coat/fur*0.4"),
        even("maryjanes*5 pumps*2 loafers sandals sneakers*0.7"),
        _SWEET, _SWEET,
        even("solid*5 floral*5 dotted*2 checked striped"),
        bags=even("-*3 shoulder*2 crossbody tote clutch"), hats=even("-*8 beret*2"),
        legwear=even("-*3 crew*2 tights*2 knee ankle"),
        grounds=even("studio*3 plain*2 panel*2 room*3 park*3 street city"),
    ),
    Style.DANDY: Closet(
        even("shirt/regular*4 sweater/turtleneck*2 blouse/bow sweater/vneck t-shirt/fitted"
             " sweater/crew dress/shirt*0.5"),
        even("trousers/straight*4 trousers/slim*3 trousers/wide*2 skirt/pencil*0.6"
             " skirt/midi-pleat*0.5 jeans/straight*0.4"),
        even("blazer/single*4 blazer/double*3 blazer/open*4 coat/trench*2 coat/chesterfield*3"
             " vest/tailored*2 vest/knit -"),
        even("loafers*4 brogues*4 chelsea pumps"),
        _SOBER, even("navy*3 gray*3 black*3 beige*2 brown white"),
        even("solid*6 checked*3 striped*2"),
        extras=even("-*4 tie*3 belt*2 glasses scarf"), hats=even("-*12 fedora beret"),
        legwear=even("-*3 ankle crew"),
    ),
    Style.SPORTS: Closet(
        even("sweatshirt/regular*2 hoodie/zip*2 hoodie/regular t-shirt/regular*2 t-shirt/fitted"
             " top/tank*2 top/crop sweatshirt/oversize"),
        even("leggings/plain*3 leggings/panel*3 trousers/track*4 shorts/athletic*3"
             " skirt/mini-pleat*0.6"),
        even("-*5 jacket/windbreaker*4 vest/puffer jacket/bomber*0.6 jacket/puffer*0.5"),
        even("runners*6 sneakers*2 chunky"),
        _ACTIVE, even("black*5 gray*3 navy*3 white blue green burgundy"),
        even("solid*6 colorblock*3 graphic*3 striped abstract*0.5 geometric*0.5"),
        bags=even("-*5 backpack*2 tote crossbody"), hats=even("-*4 cap*4 beanie"),
        extras=even("-*10 sunglasses"), legwear=even("crew*4 ankle*3 -"),
        grounds=even("studio*3 plain*2 panel street*2 city park*3"),
    ),
    Style.CHIC: Closet(
        even("sweater/turtleneck*3 top/camisole*2 blouse/bow top/tank shirt/regular*2"
             " shirt/oversize dress/slip*3 dress/knit*2 dress/mini*2 jumpsuit/wide*2"
             " t-shirt/fitted sweater/vneck top/crop"),
        even("trousers/wide*3 trousers/slim*3 skirt/pencil*3 jeans/slim*2 skirt/midi-flare"
             " skirt/mini trousers/straight skirt/maxi shorts/short*0.5"),
        even("-*5 jacket/leather*4 coat/long*3 coat/chesterfield*2 blazer/open*2 blazer/double"
             " coat/trench coat/fur cape/long cardigan/long"),
        even("pumps*5 boots tall*2 chelsea*2 loafers sandals"),
        _MONO, even("black*7 white*2 gray*2 beige navy burgundy"),
        even("solid*9 animal striped geometric abstract dotted*0.5 checked*0.6"),
        bags=even("-*2 clutch*2 tote*2 shoulder*2"), extras=even("-*5 sunglasses*4 belt scarf"),
        hats=even("-*10 fedora beret"), legwear=even("-*4 tights*2 ankle"),
        grounds=even("studio*4 plain*2 panel*2 street*2 city*3 room"),
    ),
    Style.STREET: Closet(
        even("hoodie/oversize*3 hoodie/regular t-shirt/oversize*3 sweatshirt/oversize*2 top/crop*2"
             " shirt/oversize dress/mini"),
        even("jeans/wide*3 trousers/cargo*3 trousers/track*2 jeans/cuffed shorts/athletic"
             " skirt/mini skirt/mini-pleat leggings/plain jeans/slim shorts/bermuda"),
        even("-*5 jacket/bomber*3 jacket/puffer*2 jacket/windbreaker jacket/varsity jacket/denim"
             " jacket/leather vest/utility coat/long"),
        even("chunky*5 sneakers*3 boots*2"),
        _LOUD, even("black*4 blue*2 khaki*2 gray*2 white navy red purple"),
        even("solid*4 graphic*5 camouflage animal abstract*2 checked colorblock*2 geometric"
             " striped"),
        bags=even("-*3 backpack*2 crossbody*2"), hats=even("-*3 cap*3 beanie*2 bucket*2"),
        extras=even("-*6 sunglasses*2 scarf*0.4"), legwear=even("-*2 crew*4 knee"),
        grounds=even("street*5 city*4 studio*2 plain panel"),
    ),
}  # fmt: skip


def _men(base: Closet, **changes: str) -> Closet:
    """A men's closet: ``base`` with some weights replaced."""
    return Closet(**{**base.__dict__, **{key: even(text) for key, text in changes.items()}})


_MEN: dict[Style, Closet] = {
    Style.CASUAL: _men(
        _WOMEN[Style.CASUAL],
        upper="t-shirt/regular*3 t-shirt/oversize*2 sweater/crew*2 sweater/chunky shirt/oversize"
        " sweatshirt/regular*2 shirt/regular*2 shirt/short sweater/vneck",
        lower="jeans/straight*3 jeans/slim jeans/cuffed trousers/straight trousers/chino*3"
        " trousers/wide shorts/bermuda*2 trousers/slim",
        shoes="sneakers*6 loafers boots chelsea",
    ),
    Style.AMEKAJI: _men(
        _WOMEN[Style.AMEKAJI],
        lower="jeans/cuffed*4 jeans/straight*2 trousers/chino*3 trousers/cargo*2 shorts/bermuda",
        shoes="boots*5 sneakers*3 loafers chelsea",
    ),
    Style.DANDY: _men(
        _WOMEN[Style.DANDY],
        upper="shirt/regular*6 sweater/turtleneck*2 sweater/vneck sweater/crew",
        lower="trousers/straight*4 trousers/slim*4 trousers/chino trousers/wide jeans/slim*0.4",
        shoes="loafers*4 brogues*5 chelsea",
        bags="-*5 tote clutch*0.5",
    ),
    Style.SPORTS: _men(
        _WOMEN[Style.SPORTS],
        upper="sweatshirt/regular*3 hoodie/zip*3 hoodie/regular*2 t-shirt/regular*3 top/tank*0.6",
        lower="trousers/track*5 shorts/athletic*4 leggings/panel*0.6",
    ),
    Style.CHIC: _men(
        _WOMEN[Style.CHIC],
        upper="sweater/turtleneck*4 t-shirt/fitted*2 shirt/regular*3 sweater/crew t-shirt/oversize",
        lower="trousers/slim*4 trousers/straight*2 jeans/slim*3 trousers/wide*2",
        outer="jacket/leather*5 coat/long*4 coat/chesterfield*3 blazer/open*3 -*3 blazer/double",
        shoes="chelsea*5 boots*3 loafers*2 brogues",
        bags="-*5 tote clutch*0.4",
        legwear="-",
    ),
    Style.STREET: _men(
        _WOMEN[Style.STREET],
        upper="hoodie/oversize*4 hoodie/regular t-shirt/oversize*4 sweatshirt/oversize*3"
        " shirt/oversize shirt/short*2",
        lower="jeans/wide*3 trousers/cargo*4 trousers/track*2 jeans/cuffed shorts/athletic"
        " shorts/bermuda*2 jeans/slim",
    ),
}

WOMEN_SHARE: dict[Style, float] = {
    Style.CASUAL: 0.6, Style.AMEKAJI: 0.35, Style.GIRLISH: 1.0, Style.DANDY: 0.35,
    Style.SPORTS: 0.55, Style.CHIC: 0.75, Style.STREET: 0.5,
}  # fmt: skip


def closet(style: Style, gender: str) -> Closet:
    """The wardrobe of ``style`` for women or men."""
    return _MEN.get(style, _WOMEN[style]) if gender == "men" else _WOMEN[style]


_MATERIALS: dict[str, str] = {
    "t-shirt": "cotton*9 linen", "shirt": "cotton*6 linen*2 denim silk*0.5 corduroy*0.4",
    "blouse": "silk*3 chiffon*3 cotton*2 lace*2", "top": "cotton*3 silk*2 knit*2 lace sequin*0.5"
    " velvet*0.5", "sweater": "knit*8 wool", "cardigan": "knit*8 wool", "sweatshirt": "cotton",
    "hoodie": "cotton", "jacket/denim": "denim", "jacket/varsity": "wool*3 cotton",
    "jacket/bomber": "nylon*4 suede silk leather", "jacket/leather": "leather*5 suede",
    "jacket/windbreaker": "nylon", "jacket/work": "cotton*3 corduroy*2 suede wool",
    "jacket/puffer": "nylon", "jacket/tweed": "tweed", "blazer": "wool*6 linen velvet tweed"
    " corduroy cotton", "coat": "wool", "coat/trench": "cotton*4 leather*0.5", "coat/fur": "fur",
    "cape": "wool*3 knit tweed", "vest/knit": "knit", "vest/tailored": "wool*3 tweed",
    "vest/utility": "nylon cotton", "vest/puffer": "nylon", "dress": "cotton*3 chiffon*2 linen",
    "dress/slip": "silk*4 velvet sequin lace", "dress/knit": "knit", "dress/mini": "wool tweed lace"
    " sequin velvet leather*0.6", "dress/aline": "cotton*2 chiffon*2 lace linen*0.6",
    "jumpsuit": "cotton denim", "jumpsuit/wide": "silk cotton linen wool", "jeans": "denim",
    "trousers": "wool*3 cotton*2 linen", "trousers/chino": "cotton*4 corduroy*2 linen",
    "trousers/track": "nylon*3 cotton*2", "trousers/cargo": "cotton*4 nylon", "shorts": "cotton*3"
    " linen denim*2", "shorts/athletic": "nylon*3 cotton", "leggings": "nylon*3 cotton leather*0.3",
    "skirt": "cotton*3 wool*2 silk", "skirt/mini": "denim*2 leather*2 wool suede corduroy tweed",
    "skirt/pencil": "wool*3 leather*2 silk knit sequin*0.4 lace*0.5",
    "skirt/midi-pleat": "chiffon*2 silk wool", "skirt/midi-flare": "cotton*2 silk linen lace wool",
    "skirt/maxi": "chiffon silk linen cotton", "skirt/mini-pleat": "wool*3 cotton",
    "skirt/mini-flare": "cotton*3 tweed lace velvet*0.5",
}  # fmt: skip
MATERIALS: dict[str, dict[str, float]] = {key: even(text) for key, text in _MATERIALS.items()}
RARELY_PATTERNED = ("denim", "leather", "suede", "fur", "sequin", "lace", "velvet", "tweed",
                    "corduroy")  # fmt: skip
