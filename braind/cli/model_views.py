"""What people and programs read about models."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from braind.cli.tables import table
from braind.cli.texts import say
from braind.lavis import INSTALL_LAVIS, lavis_is_there
from braind.registry import all_specs

if TYPE_CHECKING:
    from braind.models.kinds import ModelFile
    from braind.models.status import ModelsFolder, ModelStatus

Shape = dict[str, Any]
_MEGABYTE = 1_000_000


def megabytes(size: int) -> str:
    """Bytes for people."""
    return f"{size / _MEGABYTE:,.1f} MB"


def folder_shape(folder: ModelsFolder) -> Shape:
    """The folder of fetched models."""
    return {
        "folder": str(folder.path),
        "exists": folder.exists,
        "used": folder.used,
        "free": folder.free,
    }


def folder_view(folder: ModelsFolder, language: str) -> str:
    """The folder of fetched models, in a line."""
    sizes = {"used": megabytes(folder.used), "free": megabytes(folder.free)}
    return say("models_in", language, path=folder.path, **sizes)


def model_shape(status: ModelStatus) -> Shape:
    """A model and what there is of it."""
    model = status.model
    return {
        "id": model.id,
        "name": dict(model.name),
        "purpose": dict(model.purpose),
        "state": status.state,
        "bytes": status.present,
        "bytes_total": status.total,
        "hash_basis": status.basis,
        "folder": str(status.home) if status.home else None,
        "origin": model.origin,
        "serves": list(model.serves),
        "ram_mb": model.ram_mb,
        "takes": model.takes,
        "gives": model.gives,
        "licence": licence_shape(status),
        "files": [
            {
                "path": file.path,
                "bytes": file.size or None,
                "about": file.expected_bytes or None,
                "sha256": file.sha256 or None,
                "md5": file.md5 or None,
            }
            for file in model.files
        ],
    }


def licence_shape(status: ModelStatus) -> Shape:
    """A model's licence, and when the user accepted it."""
    licence = status.model.licence
    return {
        "spdx": licence.spdx,
        "commercial_ok": licence.commercial_ok,
        "link": licence.link,
        "note": dict(licence.note),
        "accepted_on": status.licence_accepted or None,
    }


def models_view(statuses: Sequence[ModelStatus], folder: ModelsFolder, language: str) -> str:
    """All models, one a line."""
    rows = [_row(status, language) for status in statuses]
    notes = [say("first_use", language)] if any(row[0].endswith("*") for row in rows) else []
    if any(_needs_lavis(status.model) for status in statuses) and not lavis_is_there():
        notes.append(say("lavis_missing", language, command=INSTALL_LAVIS))
    return "\n".join([table(rows, numbers=(3,)), "", *notes, folder_view(folder, language)])


def _row(status: ModelStatus, language: str) -> tuple[str, ...]:
    model = status.model
    mark = "*" if _is_first_use(model) else ""
    commercial = "" if model.licence.commercial_ok else say("not_commercial", language)
    size = megabytes(status.total) if status.total else ""
    return (
        model.id + mark,
        model.name[language],
        state_words(status, language),
        size,
        model.licence.spdx,
        commercial,
    )


def _needs_lavis(model: ModelFile) -> bool:
    return any(spec.needs_lavis and model.id in spec.models for spec in all_specs())


def _is_first_use(model: ModelFile) -> bool:
    return any(file.urls and not file.has_published_hash for file in model.files)


def state_words(status: ModelStatus, language: str) -> str:
    """The state in words; how much of a model is there, where it is not all."""
    words = say(f"state_{status.state}", language)
    return f"{words} ({megabytes(status.present)})" if status.state == "partial" else words


def statuses_view(statuses: Sequence[ModelStatus], language: str) -> str:
    """Some models, one a line."""
    rows = [
        (one.model.id, one.model.name[language], state_words(one, language)) for one in statuses
    ]
    return table(rows)


def licences_view(statuses: Sequence[ModelStatus], language: str) -> str:
    """The licence of every model, one a line, and what they say besides."""
    rows: list[tuple[str, ...]] = []
    for status in statuses:
        licence = status.model.licence
        word = say("commercial" if licence.commercial_ok else "not_commercial", language)
        day = status.licence_accepted[:10]
        accepted = say("accepted", language, day=day) if day else ""
        rows.append((status.model.id, licence.spdx, word, accepted, licence.link))
    notes = [
        f"{status.model.id}: {status.model.licence.note[language]}"
        for status in statuses
        if status.model.licence.note
    ]
    return "\n".join([table(rows), "", *notes])


def licence_question(model: ModelFile, language: str) -> str:
    """What is asked before a model is fetched."""
    licence = model.licence
    word = say("commercial" if licence.commercial_ok else "not_commercial", language)
    return say("confirm_licence", language, name=model.name[language], spdx=licence.spdx,
               commercial=word, link=licence.link, note=licence.note.get(language, ""))  # fmt: skip
