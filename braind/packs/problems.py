"""What can be wrong with a pack, in words.

Nothing that a pack says is ever quoted here: it may not be what it seems.
"""

from __future__ import annotations

from braind.errors import PackError

_ASK_AGAIN = "Ask whoever made it to send it again."


def damaged() -> PackError:
    """The bytes are not those that were packed."""
    return PackError("pack_damaged", "The pack is damaged or was changed on its way.", _ASK_AGAIN)


def invalid(what: str) -> PackError:
    """The bytes are in order, but what they say is not; ``what`` names a field."""
    return PackError(
        "pack_invalid", f"The pack holds something that it must not hold: {what}.", _ASK_AGAIN
    )


def too_big(what: str) -> PackError:
    """A limit was passed; ``what`` names it."""
    return PackError(
        "pack_too_big",
        f"The pack is too big: {what}.",
        "Make several packs of fewer brands, or leave the thumbnails out.",
    )
