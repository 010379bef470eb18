"""Pictures that are shown before an import are opened by processes, too."""

from contextlib import closing

import decoder_fakes as fakes
from engine_fakes import write_photo

from braind.engine import Previews
from braind.sources.decoding.pool import DecoderPool


def test_a_file_is_shown_small_and_what_cannot_be_opened_is_not(tmp_path):
    write_photo(tmp_path / "a.png", 1)
    (tmp_path / "b.jpg").write_bytes(b"text")
    with closing(Previews()) as previews:
        assert previews.small(tmp_path / "a.png", 36).shape == (36, 24, 3)
        assert previews.small(tmp_path / "b.jpg", 36) is None
        assert previews.small(tmp_path / "none.jpg", 36) is None


def test_a_file_that_breaks_what_opens_it_is_not_shown(tmp_path):
    write_photo(tmp_path / "a.png", 1)
    for word in ("crash", "sleep"):
        (tmp_path / word).write_bytes(word.encode() + b" ")
    with closing(Previews(DecoderPool(fakes.COMMAND, seconds=1))) as previews:
        assert previews.small(tmp_path / "crash", 36) is None
        assert previews.small(tmp_path / "sleep", 36) is None
        assert previews.small(tmp_path / "a.png", 36) is not None
