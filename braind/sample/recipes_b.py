"""Six more invented brands. See ``brands`` for how an outfit line is read."""

from __future__ import annotations

from braind.sample.recipe import Recipe
from braind.vocabulary import Style

GOLMOK = Recipe(
    "골목불", "Golmokbul",
    "Loud hoodies, wide legs and borrowed slogans from under the last street lamp.",
    (Style.STREET,), "men women",
    {"tar": "black #232328", "neon": "green #57a05a", "tang": "orange #dd7436",
     "grape": "purple #6b4a92", "cement": "gray #8f9297", "paint": "white #f1efea",
     "siren": "red #bf3436", "acid": "yellow #e2c53d", "jean": "blue #4b6993"},
    (
        "hoodie/oversize tar tang paint graphic:0; trousers/cargo cement; chunky paint; "
         "beanie tang",
        "t-shirt/oversize paint siren tar graphic:3; jeans/wide jean; chunky tar; cap tar; "
         "socks/crew paint",
        "hoodie/oversize grape acid paint graphic:6; trousers/cargo tar; chunky paint; "
         "crossbody tar",
        "jacket/bomber tar nylon; t-shirt/oversize paint tar siren graphic:1; jeans/wide tar; "
         "chunky paint; bucket tar",
        "sweatshirt/oversize siren paint tar graphic:2; shorts/bermuda tar; chunky paint; "
         "socks/crew paint; cap paint",
        "jacket/puffer acid nylon; hoodie/oversize tar; trousers/cargo tar; chunky tar; "
         "beanie tar",
        "top/crop tar; trousers/cargo neon; chunky paint; bucket neon; crossbody tar",
        "hoodie/oversize cement tar tang graphic:4; trousers/track tar paint; sneakers paint; "
         "backpack tar",
        "jacket/varsity tar wool paint paint; hoodie/regular siren; jeans/wide jean; "
         "chunky paint; cap siren",
        "t-shirt/oversize tar grape paint abstract:1; jeans/wide tar; chunky paint; "
         "sunglasses tar",
        "hoodie/oversize paint grape acid colorblock:1; trousers/cargo tar; chunky paint; "
         "beanie grape",
        "shirt/oversize siren tar paint checked:3; jeans/wide jean; chunky tar; bucket tar",
    ),
    ("wide", "walk", "relaxed", "strap", "stride"),
    ("street #6f7c82 #84817c", "city #8c8f92 #6f6d6b", "street #7d5d52 #8f8a86",
     "street #5b6064 #7b7976"),
    ("two_block", "crop", "curls", "fringe_bob", "ponytail", "buzz", "bob"),
)  # fmt: skip


ONDOL = Recipe(
    "온돌실", "Ondolsil",
    "Hand-warm knitwear in chestnut, milk tea and snow, worn by the window.",
    (Style.CASUAL, Style.GIRLISH), "women women men",
    {"snow": "white #f2eee5", "tea": "beige #cfb391", "chestnut": "brown #7d5038",
     "berry": "burgundy #7a2f3d", "mustard": "yellow #d0a13c", "fir": "green #44634d",
     "oatmeal": "gray #b5b0a8", "jean": "blue #54749d"},
    (
        "sweater/chunky snow; skirt/midi-pleat tea wool; boots chestnut; tucked",
        "cardigan/long tea; sweater/turtleneck snow; jeans/straight jean; loafers chestnut",
        "sweater/crew berry snow mustard geometric:0; trousers/wide tea wool; loafers chestnut",
        "cardigan/buttoned mustard; t-shirt/fitted snow; skirt/midi-flare chestnut corduroy; "
         "boots chestnut; beret chestnut",
        "sweater/chunky tea; jeans/wide jean; boots chestnut; scarf berry",
        "vest/knit fir snow berry geometric:0; shirt/regular snow; trousers/chino tea corduroy; "
         "loafers chestnut",
        "dress/knit oatmeal; tall chestnut; scarf snow",
        "coat/duffle tea wool; sweater/turtleneck snow; trousers/straight chestnut corduroy; "
         "boots chestnut",
        "cardigan/open fir; sweater/crew snow; skirt/midi-flare tea wool; tights chestnut; "
         "loafers chestnut; tucked",
        "sweater/chunky fir; trousers/chino tea corduroy; boots chestnut; beanie snow",
        "cape/short berry knit; sweater/turtleneck snow; jeans/straight jean; boots chestnut",
        "sweater/crew snow berry striped:2; jeans/straight jean; sneakers snow; scarf mustard",
    ),
    ("relaxed", "crossed", "hip", "carry"),
    ("room #e6dccb #9a7350", "studio #ddd0bd #b89b7b", "room #e2ddd6 #a98763"),
    ("wavy", "fringe_long", "low_bun", "bob", "long", "curls", "swept"),
)  # fmt: skip


GYOMUN = Recipe(
    "교문앞", "Gyomunap",
    "Campus prep: argyle, pleats and club jackets that have skipped a lecture or two.",
    (Style.CASUAL, Style.DANDY), "women men",
    {"navy": "navy #25335a", "forest": "green #2c5a44", "wine": "burgundy #762a37",
     "cream": "white #f4efe2", "camel": "beige #c7a878", "grey": "gray #8a8d93",
     "sky": "skyblue #b7cfe4", "cocoa": "brown #63432f", "gold": "yellow #d3a83c"},
    (
        "vest/knit navy cream wine geometric:0; shirt/regular cream; "
         "skirt/mini-pleat grey navy wine checked:0; loafers cocoa; socks/knee cream",
        "blazer/single navy wool; shirt/regular sky; trousers/chino camel; loafers cocoa; "
         "tie wine gold striped:3; tucked",
        "jacket/varsity forest wool gold cream; shirt/regular cream; trousers/chino camel; "
         "sneakers cream",
        "cardigan/buttoned wine; shirt/regular cream; "
         "skirt/mini-pleat navy forest cream checked:0; loafers cocoa; socks/crew cream",
        "sweater/vneck cream navy striped:2; trousers/straight navy wool; loafers cocoa",
        "blazer/open forest wool; shirt/regular sky cream striped:3; "
         "skirt/mini-pleat camel wine cream checked:0; loafers cocoa; socks/knee navy; tucked",
        "sweater/crew wine cream navy geometric:0; jeans/straight sky; loafers cocoa",
        "vest/knit camel; shirt/regular sky; trousers/straight grey wool; brogues cocoa; "
         "glasses cocoa",
        "coat/duffle camel wool; sweater/crew navy; trousers/chino cream; sneakers cream; "
         "scarf wine",
        "shirt/regular cream navy checked:2; shorts/bermuda navy; loafers cocoa; "
         "socks/crew cream; tucked",
        "cardigan/open navy; t-shirt/regular cream; "
         "skirt/midi-pleat forest wine checked:0 wool; sneakers cream; tucked",
        "jacket/varsity navy wool wine cream; sweatshirt/regular grey; trousers/chino camel; "
         "sneakers cream; backpack cocoa",
    ),
    ("relaxed", "strap", "crossed", "walk", "hip"),
    ("park #8aa06c #cbbfa6", "room #dcd6c8 #9a7650", "street #b9a696 #a59d92",
     "studio #d9dcd2 #b8b4a2"),
)  # fmt: skip


BAMGEUK = Recipe(
    "밤극장", "Bamgeukjang",
    "Sequins, satin and leopard for the third act, when the lights come up too late.",
    (Style.CHIC, Style.GIRLISH), "women",
    {"noir": "black #202024", "gilt": "gold #c09b4a", "ruby": "red #a3242f",
     "plum": "purple #573a6e", "wine": "burgundy #641f30", "ice": "silver #c3c6cd",
     "pearl": "white #f1ebe0", "fawn": "beige #c9a26a", "emerald": "green #1f5f4a"},
    (
        "dress/slip gilt sequin; pumps noir; clutch noir",
        "coat/fur noir fur; dress/slip ruby silk; pumps noir",
        "top/camisole noir sequin; trousers/wide noir silk; pumps gilt; clutch gilt; tucked",
        "dress/slip emerald velvet; pumps gilt; clutch gilt",
        "blazer/open noir velvet; top/camisole pearl silk; trousers/slim noir silk; pumps noir; "
         "tucked",
        "blouse/bow wine silk; skirt/pencil fawn noir animal:0 silk; pumps wine; tucked",
        "dress/mini ice sequin; pumps ice; shoulder noir",
        "coat/fur fawn noir animal:0 fur; dress/slip noir silk; pumps noir",
        "top/camisole ruby silk; skirt/maxi noir silk; pumps ruby; clutch noir; tucked",
        "dress/slip plum silk; pumps ice; clutch ice",
        "jacket/leather wine; top/camisole noir lace; skirt/pencil noir sequin; pumps noir; "
         "tucked",
        "jumpsuit/wide emerald silk; pumps gilt; clutch noir",
    ),
    ("hip", "stride", "relaxed", "crossed"),
    ("studio #7d6a72 #453a42", "panel #8a7f7a #6d4a50", "studio #6f6a78 #3c3946",
     "panel #6b5b63 #8d7358"),
    ("wavy", "low_bun", "long", "bob", "straight_back"),
)  # fmt: skip


SANBITAL = Recipe(
    "산비탈", "Sanbital",
    "Shells, fleece and camouflage that came down from the ridge and stayed in town.",
    (Style.STREET, Style.SPORTS), "men women",
    {"pine": "khaki #5f6243", "lichen": "khaki #888159", "granite": "gray #777b80",
     "ember": "orange #d2682f", "night": "black #232528", "sand": "beige #c3ad86",
     "snow": "white #efede6", "lake": "blue #34618c"},
    (
        "jacket/windbreaker pine sand; t-shirt/regular snow; trousers/cargo night; boots night; "
         "bucket pine",
        "jacket/puffer ember nylon; hoodie/regular granite; trousers/cargo pine; boots night; "
         "beanie night",
        "vest/utility lichen nylon; t-shirt/oversize night; trousers/cargo sand; runners snow; "
         "cap pine",
        "hoodie/regular pine pine night lichen camouflage:0; trousers/cargo night; "
         "runners night; backpack night",
        "jacket/windbreaker lake snow; t-shirt/regular night; trousers/track night snow; "
         "runners ember",
        "vest/puffer lichen; hoodie/regular night; "
         "trousers/cargo lichen lichen night sand camouflage:1; boots night",
        "jacket/puffer night nylon; sweatshirt/regular sand; trousers/cargo granite; "
         "boots lichen; beanie ember",
        "t-shirt/oversize sand pine night graphic:0; shorts/athletic night nylon; "
         "runners granite; socks/crew snow; bucket sand",
        "jacket/windbreaker ember night; top/tank night; leggings/plain night; runners ember; "
         "backpack granite",
        "jacket/work pine nylon; sweatshirt/regular granite; trousers/cargo sand; boots night; "
         "cap night",
        "sweatshirt/oversize lichen night camouflage:2; trousers/track night; runners snow; "
         "bucket night",
        "vest/puffer ember; t-shirt/regular snow; trousers/cargo pine; boots lichen; "
         "backpack night",
    ),
    ("wide", "strap", "walk", "relaxed"),
    ("park #6b7f58 #b3a78f", "street #8c8f92 #94918b", "plain #c9c9c0 #c9c9c0",
     "park #7d8766 #a89f8b"),
    ("two_block", "crop", "buzz", "ponytail", "fringe_bob", "curls"),
)  # fmt: skip


NEMOBADA = Recipe(
    "네모바다", "Nemobada",
    "Painted squares, waves and colour fields: clothes that would rather be posters.",
    (Style.CASUAL, Style.STREET), "women men",
    {"tide": "blue #2f6fb0", "coral": "orange #e0754f", "sun": "yellow #edc64c",
     "shell": "white #f5f0e4", "kelp": "green #3f8062", "berry": "pink #d8829c",
     "deep": "navy #23355f", "many": "multicolor #f0e7d2", "wave": "multicolor #2f6fb0"},
    (
        "shirt/short many tide coral sun abstract:1; trousers/wide deep cotton; sneakers shell",
        "dress/tiered wave shell sun coral geometric:1; sandals shell",
        "sweater/crew many coral tide geometric:2; trousers/straight deep cotton; sneakers shell",
        "sweatshirt/oversize wave sun coral colorblock:2; trousers/wide shell cotton; "
         "sneakers coral",
        "shirt/oversize wave shell coral sun abstract:3; shorts/bermuda shell; sandals deep",
        "cardigan/open sun coral shell geometric:1; t-shirt/regular shell; "
         "trousers/wide tide cotton; sneakers shell; tucked",
        "dress/shirt many kelp coral tide abstract:2; sneakers shell",
        "t-shirt/oversize shell coral tide graphic:4; "
         "skirt/midi-flare wave shell sun geometric:2; sneakers shell; tucked",
        "sweatshirt/regular many tide coral colorblock:1; trousers/straight kelp cotton; "
         "sneakers sun",
        "jumpsuit/utility coral; sneakers shell; tote sun",
        "coat/long wave sun coral colorblock:2 wool; sweater/turtleneck deep; "
         "trousers/wide deep wool; sneakers shell",
        "shirt/short wave many berry sun geometric:2; trousers/straight shell linen; "
         "sandals deep",
    ),
    ("relaxed", "hip", "walk", "wide", "crossed"),
    ("panel #f0e6d2 #e9b9a0", "plain #d7e3e8 #d7e3e8", "panel #dfe9ea #7fb0c4",
     "studio #f1d9c4 #e6c3a6", "panel #f2e3c4 #edc97c"),
)  # fmt: skip
