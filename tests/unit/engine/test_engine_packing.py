from __future__ import annotations

from contextlib import closing

import pytest
from engine_fakes import FakePipeline, fake_words, write_folder, write_photo

from braind.domain import PackOrigin
from braind.engine import Engine
from braind.errors import PackError, StoreError
from braind.events import Progress


@pytest.fixture
def stocked(engine, tmp_path):
    """Moss, Nord and Alder, four looks each."""
    for group, name in enumerate(["Moss", "Nord", "Alder"]):
        folder = write_folder(tmp_path / "photos" / name, 4, seed=10 * group, group=group)
        list(engine.import_photos(folder, name, "2025 FW" if group else None))
    return engine


@pytest.fixture
def file(tmp_path):
    return tmp_path / "nord.braindpack"


@pytest.fixture
def other(tmp_path):
    """An engine on an empty library."""
    library = tmp_path / "other.braind"
    with Engine(library, make_pipeline=lambda: FakePipeline([]), load_words=fake_words) as engine:
        yield engine


def last(job):
    *steps, result = job
    assert all(isinstance(step, Progress) for step in steps)
    assert steps[-1].done == steps[-1].total
    return result


def merge(engine, file, **options):
    merged = last(engine.merge_pack(last(engine.open_pack(file)), **options))
    return [(brand.name, brand.merged_as, brand.added) for brand in merged.brands]


def test_a_pack_holds_the_brands_that_were_named(stocked, file):
    pack = last(stocked.make_pack(["nord", "MOSS", "Nord"], file, "CC0", "Ida"))
    assert [(brand.name, len(brand.looks)) for brand in pack.brands] == [("Moss", 4), ("Nord", 4)]
    assert (pack.owner, pack.licence, pack.thumbnails) == ("Ida", "CC0", 8)
    assert last(stocked.open_pack(file)) == pack
    assert str(stocked._path.parent).encode() not in file.read_bytes()


def test_thumbnails_may_stay_out(stocked, file):
    assert last(stocked.make_pack(["Moss"], file, thumbnails=False)).thumbnails == 0


def test_unknown_brands_and_brands_without_looks_are_told(stocked, make_engine, file):
    with pytest.raises(StoreError):
        last(stocked.make_pack(["Nobody"], file))
    with pytest.raises(PackError) as caught:
        last(make_engine("new-recipe").make_pack(["Moss"], file))
    assert caught.value.code == "pack_without_looks"
    assert not file.exists()


def test_a_pack_of_other_models_is_refused(stocked, make_engine, file):
    last(stocked.make_pack(["Moss"], file))
    with pytest.raises(PackError) as caught:
        last(make_engine("new-recipe").open_pack(file))
    assert caught.value.code == "pack_other_recipe"


def test_a_merged_brand_ranks_like_the_original(stocked, other, file):
    last(stocked.make_pack(["Moss", "Nord", "Alder"], file, "CC0", "Ida"))
    assert merge(other, file) == [("Alder",) * 2 + (4,), ("Moss",) * 2 + (4,), ("Nord",) * 2 + (4,)]
    ours, theirs = (e.similar("Nord").matches + e.similar("Nord").nearest for e in (stocked, other))
    assert [(m.brand.name, m.score, m.level) for m in ours] == [
        (m.brand.name, m.score, m.level) for m in theirs
    ]
    assert other.library.check() == []
    (book,) = other.library.lookbooks(other.brand("Nord").id)
    assert (book.name, book.looks) == ("2025 FW", 4)
    assert other.library.lookbooks(other.brand("Moss").id) == []


def test_owner_and_licence_are_kept_apart_from_names(stocked, other, file, tmp_path):
    """A season in a licence is no season of a lookbook."""
    packed = last(stocked.make_pack(["Moss", "Nord"], file, "Until winter 2019", "Ida"))
    merge(other, file)
    for name in ("Moss", "Nord"):
        assert other.origins(name) == [PackOrigin(packed.id, "Ida", "Until winter 2019", looks=4)]
    assert stocked.origins("Moss") == []
    assert other.undated_looks("Moss") == {"": 4}
    assert [step.season for step in other.drift("Nord")] == ["2025 FW"]
    again = last(other.make_pack(["Moss", "Nord"], tmp_path / "again.braindpack"))
    assert (again.owner, again.licence) == ("Ida", "Until winter 2019")
    other.remove("Moss")
    other.remove("Nord")
    assert "Ida" not in "".join(other.library._connection.iterdump())


def test_merging_again_adds_nothing(stocked, other, file):
    last(stocked.make_pack(["Nord"], file))
    merge(other, file)
    before = list(other.library._connection.iterdump())
    assert merge(other, file) == [("Nord", "Nord", 0)]
    assert list(other.library._connection.iterdump()) == before


def test_thumbnails_may_follow_later(stocked, other, file):
    last(stocked.make_pack(["Nord"], file, thumbnails=False))
    merge(other, file)
    last(stocked.make_pack(["Nord"], file, owner="Ida"))
    assert merge(other, file) == [("Nord", "Nord", 0)]
    looks = other.library.looks(other.brand("Nord").id)
    assert all(other.thumbnails(look.id for look in looks).values())
    assert len(other.library.lookbooks(other.brand("Nord").id)) == 1


def test_a_taken_name_gets_an_addition(stocked, file):
    last(stocked.make_pack(["Nord"], file))
    assert merge(stocked, file) == [("Nord", "Nord (pack)", 4)]
    assert merge(stocked, file) == [("Nord", "Nord (pack)", 0)]
    assert stocked.brand("Nord").looks == 4


def test_a_pack_with_other_looks_never_joins_what_was_merged(stocked, other, file, tmp_path):
    last(stocked.make_pack(["Nord"], file))
    merge(other, file)
    list(stocked.import_photos([write_photo(tmp_path / "new.png", 99, group=1)], "Nord"))
    last(stocked.make_pack(["Nord"], file))
    assert merge(other, file) == [("Nord", "Nord (pack)", 5)]
    assert other.brand("Nord").looks == 4


def test_a_taken_name_may_be_refused_and_then_nothing_is_merged(stocked, file):
    last(stocked.make_pack(["Alder", "Nord"], file))
    stocked.rename("Alder", "Elder")
    with pytest.raises(PackError) as caught:
        merge(stocked, file, rename=False)
    assert caught.value.code == "pack_brand_exists"
    assert [brand.name for brand in stocked.brands()] == ["Elder", "Moss", "Nord"]


def test_names_that_a_merge_makes_taken_are_avoided_too(stocked, file):
    stocked.rename("Moss", "Nord (pack)")
    last(stocked.make_pack(["Nord", "Nord (pack)"], file))
    assert [place for _, place, _ in merge(stocked, file)] == [
        "Nord (pack 2)",
        "Nord (pack) (pack)",
    ]


def test_a_merge_that_is_closed_keeps_whole_brands(stocked, other, file):
    last(stocked.make_pack(["Alder", "Nord"], file))
    with closing(other.merge_pack(last(other.open_pack(file)))) as job:
        assert [next(job).done for _ in range(2)] == [0, 4]
    assert [(brand.name, brand.looks) for brand in other.brands()] == [("Alder", 4)]
    assert [added for *_, added in merge(other, file)] == [0, 4]


def test_a_pack_is_compared_without_being_merged(stocked, other, file, tmp_path):
    last(stocked.make_pack(["Nord", "Alder"], file))
    mine = write_folder(tmp_path / "mine", 3, seed=50, group=1)
    list(other.import_photos(mine, "Nord"))
    by_brand = other.compare_pack(last(other.open_pack(file)), "Nord").ranking
    assert by_brand.matches[0].brand.name == "Nord (pack)"
    photo = write_photo(tmp_path / "me.png", 77, group=2)
    by_photo = other.compare_pack(last(other.open_pack(file)), photo)
    best = by_photo.ranking.matches[0]
    assert best.brand.name == "Alder"
    assert by_photo.guests[best.evidence[0].look].thumbnail.startswith(b"RIFF")
    assert [brand.name for brand in other.brands()] == ["Nord"]


def test_a_pack_made_of_a_merged_brand_has_the_same_looks(stocked, other, file, tmp_path):
    pack = last(stocked.make_pack(["Nord"], file, thumbnails=False))
    merge(other, file)
    again = last(other.make_pack(["Nord"], tmp_path / "again.braindpack", thumbnails=False))
    assert again.brands == pack.brands


def test_only_the_trusted_signer_is_let_in(stocked, file, tmp_path):
    public = stocked.make_pack_key(tmp_path / "key.pem")
    pack = last(stocked.make_pack(["Nord"], file, key=tmp_path / "key.pem"))
    assert pack.signer == public == last(stocked.open_pack(file, public.upper())).signer
    with pytest.raises(PackError) as caught:
        last(stocked.open_pack(file, "00" * 32))
    assert caught.value.code == "pack_signer_other"
    last(stocked.make_pack(["Nord"], file))
    with pytest.raises(PackError):
        last(stocked.open_pack(file, public))
