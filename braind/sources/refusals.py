"""What is said of files that the system, or their size, keeps from being read."""

from __future__ import annotations

from braind.errors import PhotoError

MAX_BYTES = 512 * 2**20


def unreadable(error: OSError) -> PhotoError:
    """The error for a file or folder that the system does not let us read."""
    return PhotoError(
        "photo_unreadable",
        f"It cannot be read ({error.strerror or error}).",
        "Check that the drive is connected and that you may open the file.",
    )


def too_heavy() -> PhotoError:
    """The error for more bytes than any photo has."""
    return PhotoError(
        "photo_too_large",
        f"The file is bigger than {MAX_BYTES // 2**20} MB.",
        "Reduce it in a picture editor.",
        limit=MAX_BYTES,
    )
