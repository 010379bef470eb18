"""Six invented brands. See ``brands`` for how an outfit line is read."""

from __future__ import annotations

from braind.sample.recipe import Recipe
from braind.vocabulary import Style

NEURUGYEOL = Recipe(
    "느루결", "Neurugyeol",
    "Slow everyday basics in linen, oat and washed blue that nobody has to think about.",
    (Style.CASUAL,), "women women men",
    {"oat": "beige #dccdb2", "milk": "white #f3f0e8", "wash": "blue #6685ab",
     "mist": "skyblue #b4cbdc", "clay": "brown #9a7053", "sage": "green #8ea386",
     "ash": "gray #a3a4a4", "ink": "navy #2c3a55"},
    (
        "t-shirt/oversize milk; jeans/straight wash; sneakers milk; tote oat",
        "shirt/oversize mist linen; trousers/wide oat linen; sandals clay; tucked",
        "sweater/crew oat; jeans/wide wash; loafers clay",
        "t-shirt/regular milk ink striped:0; trousers/straight oat linen; sneakers milk; tucked",
        "shirt/regular milk linen; shorts/bermuda oat linen; sandals clay; tote clay",
        "cardigan/open sage; t-shirt/regular milk; jeans/straight wash; sneakers milk; tucked",
        "dress/tiered mist linen; sandals clay; tote oat",
        "cardigan/long oat; top/tank milk; trousers/wide ash linen; sneakers milk; tucked",
        "sweatshirt/regular ash; trousers/chino oat; sneakers milk",
        "sweater/vneck ink; trousers/chino oat; loafers clay",
        "coat/long oat wool; sweater/crew milk; jeans/straight wash; sneakers milk",
        "jumpsuit/wide sage linen; sandals clay; tote milk",
    ),
    ("relaxed", "carry", "hip", "walk", "crossed"),
    ("room #e8e2d6 #b59a74", "studio #e3e4df #d2cabb", "plain #ddd5c6 #ddd5c6",
     "panel #e9e4da #d8cdb9"),
)  # fmt: skip


CHEOLMUL = Recipe(
    "철물목", "Cheolmulmok",
    "Work jackets, selvedge denim and scuffed boots for people who mend things.",
    (Style.AMEKAJI,), "men men women",
    {"indigo": "navy #29385a", "denim": "blue #4d6d98", "olive": "khaki #6a6945",
     "rust": "brown #8b5633", "sand": "beige #cbb48d", "brick": "red #a8352c",
     "bone": "white #efe9db", "char": "black #27272a", "moss": "green #3d6147"},
    (
        "jacket/denim denim; shirt/regular brick char bone checked:0; jeans/cuffed indigo; "
         "boots rust",
        "jacket/work olive; t-shirt/regular bone; jeans/cuffed denim; boots rust; cap char; "
         "tucked",
        "jacket/varsity moss wool bone bone; sweatshirt/regular bone; trousers/chino sand; "
         "sneakers bone",
        "jacket/work rust corduroy; hoodie/regular bone; jeans/straight indigo; boots char",
        "shirt/oversize moss char bone checked:0; trousers/cargo sand; sneakers bone; "
         "beanie rust",
        "vest/utility olive; shirt/regular denim denim; trousers/chino sand; boots rust",
        "jacket/denim indigo; t-shirt/regular bone brick striped:0; trousers/chino olive; "
         "boots char",
        "jacket/varsity brick wool bone bone; hoodie/regular char; jeans/straight denim; "
         "sneakers bone; cap indigo",
        "shirt/regular denim denim; trousers/chino rust corduroy; boots char; backpack olive; "
         "tucked",
        "jumpsuit/utility indigo denim; boots rust; cap sand",
        "jacket/work sand; shirt/regular brick bone char checked:3; jeans/cuffed indigo; "
         "boots rust",
        "vest/puffer rust; shirt/oversize indigo bone char checked:0; jeans/straight denim; "
         "boots char",
    ),
    ("wide", "relaxed", "strap", "walk", "hip"),
    ("street #a8806a #8d8880", "city #b5aa9a #8d8880", "studio #b9aea0 #94897b"),
)  # fmt: skip


KKOTSATANG = Recipe(
    "꽃사탕", "Kkotsatang",
    "Candy pastels, bows, ruffles and tiny flowers for a Sunday that never ends.",
    (Style.GIRLISH,), "women",
    {"rose": "pink #f0c1cb", "cream": "white #f7f1e6", "lilac": "purple #b9a2d3",
     "sky": "skyblue #b9d3ea", "lemon": "yellow #f0db92", "cherry": "red #c44a52",
     "mint": "green #9fc4a6", "cocoa": "brown #7a5646"},
    (
        "dress/aline rose cream cherry floral:0; maryjanes cream; socks/crew cream",
        "blouse/frill cream chiffon; skirt/mini-flare rose; maryjanes cocoa; socks/knee cream; "
         "tucked",
        "dress/tiered sky cream lemon floral:1 chiffon; maryjanes cream; shoulder cream",
        "blouse/bow rose silk; skirt/midi-pleat cream chiffon; pumps rose; tucked",
        "cardigan/buttoned rose; blouse/round cream; skirt/mini-pleat lilac; maryjanes cocoa; "
         "socks/crew cream; beret cocoa",
        "blouse/round cream lace; skirt/midi-flare mint cream dotted:0; maryjanes cream; tucked",
        "jacket/tweed rose; blouse/bow cream chiffon; skirt/mini-flare rose tweed; "
         "maryjanes cream; tucked",
        "dress/aline lemon cream cherry floral:2; maryjanes cocoa; socks/crew cream; "
         "shoulder cocoa",
        "blouse/frill lilac chiffon; skirt/midi-flare cream lilac mint floral:0; pumps cream; "
         "tucked",
        "cardigan/open sky; dress/aline cream rose mint floral:0; maryjanes cocoa; "
         "socks/crew cream",
        "cape/short cream wool; blouse/bow rose silk; skirt/mini-flare cocoa wool; "
         "maryjanes cocoa; tights cream; beret rose; tucked",
        "dress/tiered rose cream dotted:1; maryjanes cream; clutch cream",
        "blouse/round sky; skirt/mini-flare cream cherry rose floral:0; maryjanes cherry; "
         "socks/crew cream; tucked",
    ),
    ("relaxed", "crossed", "stride", "hip", "carry"),
    ("panel #f2e2df #ecd0d0", "park #e9c6cc #f2e2df", "room #e4e0ee #d8b7a6",
     "studio #efe6d6 #ecd6d2", "panel #e4e0ee #f1d9df"),
    ("long", "wavy", "fringe_long", "bun", "ponytail", "fringe_bob"),
)  # fmt: skip


SEOJAE = Recipe(
    "서재골목", "Seojaegolmok",
    "Soft tailoring from a street of bookshops: blazers, pressed trousers and a quiet tie.",
    (Style.DANDY,), "men men women",
    {"navy": "navy #24314f", "slate": "gray #6f747c", "stone": "beige #cbbb9f",
     "paper": "white #f3f1ec", "cordovan": "burgundy #6a2430", "walnut": "brown #5f402c",
     "fog": "gray #a9acb0", "air": "skyblue #c3d6e6", "coal": "black #242428"},
    (
        "blazer/single navy wool; shirt/regular air; trousers/straight fog wool; "
         "brogues walnut; tie cordovan paper striped:3; tucked",
        "blazer/double slate paper striped:1 wool; shirt/regular paper; "
         "trousers/straight slate paper striped:1 wool; brogues coal; tie navy paper dotted:1; "
         "tucked",
        "coat/chesterfield stone wool; sweater/turtleneck coal; trousers/slim slate wool; "
         "loafers coal",
        "vest/tailored walnut tweed; shirt/regular paper; trousers/straight stone wool; "
         "brogues walnut; tie walnut paper striped:3; tucked",
        "coat/trench stone cotton; shirt/regular air; trousers/straight navy wool; "
         "loafers walnut",
        "blazer/open stone linen; sweater/crew navy; trousers/slim paper cotton; "
         "loafers walnut; tucked",
        "blazer/single walnut stone coal checked:2 wool; shirt/regular paper; "
         "trousers/slim coal wool; chelsea coal; tie cordovan; tucked",
        "vest/knit cordovan; shirt/regular paper air striped:3; trousers/straight slate wool; "
         "loafers coal; glasses coal; tucked",
        "blazer/open coal velvet; sweater/turtleneck fog; trousers/slim coal wool; loafers coal",
        "shirt/regular air paper striped:3; trousers/straight navy wool; loafers walnut; "
         "belt walnut; tucked",
        "coat/chesterfield navy wool; shirt/regular paper; trousers/straight slate wool; "
         "brogues coal; tie cordovan; scarf stone; tucked",
        "blazer/double navy wool; shirt/regular paper; skirt/midi-pleat slate wool; "
         "loafers cordovan; tucked",
    ),
    ("pocket", "relaxed", "pockets", "crossed", "walk"),
    ("studio #d8d5cf #b7ab9c", "room #cdd1d4 #8f6b4a", "city #cfc5b4 #9b948a",
     "room #e0d8cb #7a5a40"),
)  # fmt: skip


DAREUM = Recipe(
    "달음빛", "Dareumbit",
    "Training clothes in clean blocks of colour, made to be sweated in before breakfast.",
    (Style.SPORTS,), "women men",
    {"jet": "black #212227", "chalk": "white #f2f2f0", "volt": "yellow #e4d64a",
     "cobalt": "blue #2f62b8", "steel": "gray #9ca1a8", "flame": "orange #e0683a",
     "deep": "navy #223055", "teal": "green #2f7f74"},
    (
        "jacket/windbreaker cobalt chalk; t-shirt/fitted chalk; leggings/panel jet chalk; "
         "runners chalk; socks/ankle chalk",
        "hoodie/zip steel; trousers/track jet chalk; runners flame; cap jet",
        "top/crop jet nylon; leggings/panel deep flame; runners chalk; socks/crew chalk",
        "t-shirt/regular chalk cobalt jet graphic:1; shorts/athletic jet nylon; runners cobalt; "
         "socks/crew chalk",
        "sweatshirt/regular deep chalk flame colorblock:0; trousers/track deep chalk; "
         "runners chalk",
        "jacket/windbreaker jet volt; top/tank chalk; leggings/plain jet; runners volt; "
         "socks/ankle jet",
        "t-shirt/regular flame nylon; shorts/athletic deep nylon; runners jet; "
         "socks/crew chalk; cap chalk",
        "hoodie/regular chalk cobalt graphic:6; trousers/track cobalt chalk; runners chalk; "
         "backpack jet",
        "top/tank teal nylon; leggings/panel jet teal; runners chalk; socks/ankle chalk",
        "vest/puffer volt; hoodie/zip jet; leggings/plain jet; runners steel; socks/ankle jet",
        "jacket/windbreaker teal chalk; t-shirt/regular steel; trousers/track jet teal; "
         "runners chalk",
        "sweatshirt/oversize steel jet flame graphic:3; shorts/athletic jet nylon; "
         "runners flame; socks/crew chalk",
    ),
    ("wide", "walk", "stride", "hip", "relaxed"),
    ("plain #e6e8ea #e6e8ea", "studio #d3dae0 #aeb8c0", "park #7d9a63 #c9c2b0",
     "panel #e4e8ec #c5d4e6"),
    ("ponytail", "bun", "crop", "buzz", "two_block"),
)  # fmt: skip


MEOK = Recipe(
    "먹그늘", "Meokgeuneul",
    "Ink black from collar to heel: leather, long coats and one clean line.",
    (Style.CHIC,), "women women women men",
    {"ink": "black #1f1f23", "soot": "black #2b2a2f", "smoke": "gray #85878d",
     "bone": "white #f1efe9", "silver": "silver #b7bac0"},
    (
        "jacket/leather ink; sweater/turtleneck ink; trousers/slim ink wool; pumps ink; "
         "sunglasses ink",
        "coat/long ink wool; dress/slip soot silk; boots ink; clutch ink",
        "blazer/open soot wool; top/camisole ink silk; trousers/wide ink wool; pumps ink; tucked",
        "dress/knit ink; tall ink; shoulder ink",
        "coat/long smoke wool; sweater/turtleneck ink; jeans/slim ink; chelsea ink; "
         "sunglasses ink",
        "shirt/oversize bone; trousers/wide ink wool; pumps ink; clutch ink; tucked",
        "jacket/leather ink; t-shirt/fitted bone; skirt/pencil ink leather; pumps ink; tucked",
        "jumpsuit/wide ink silk; pumps silver; clutch silver",
        "sweater/turtleneck bone; skirt/pencil ink wool; tall ink; tote ink; tucked",
        "cape/long ink wool; sweater/turtleneck smoke; trousers/slim ink wool; boots ink",
        "coat/chesterfield ink wool; shirt/regular bone; trousers/slim ink wool; chelsea ink; "
         "tucked",
        "blouse/bow ink silk; skirt/midi-flare ink silk; pumps ink; tucked",
    ),
    ("hip", "stride", "relaxed", "crossed", "pocket"),
    ("studio #c9c8c8 #8e8d90", "plain #b9b9bc #b9b9bc", "city #c3c1be #8a898c",
     "panel #dcdad6 #bdbbb8"),
    ("low_bun", "bob", "straight_back", "fringe_bob", "pixie", "swept", "two_block"),
)  # fmt: skip
