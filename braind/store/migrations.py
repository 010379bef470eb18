"""The library's tables, as named and ordered steps that are never edited once released.

The position of the last step done is SQLite's ``user_version``. To change the tables, append.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from braind.store.transactions import transaction

APPLICATION_ID = 0x42524E44  # "BRND", in the file's header


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the tables, done in one transaction."""

    name: str
    statements: tuple[str, ...]


_BRANDS = (
    f"PRAGMA application_id = {APPLICATION_ID}",
    "CREATE TABLE recipes (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)",
    # `key` is the name without the differences that people do not mean: see names.name_key.
    """CREATE TABLE brands (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        key TEXT NOT NULL UNIQUE,
        is_mine INTEGER NOT NULL DEFAULT 0,
        is_well_known INTEGER NOT NULL DEFAULT 0,
        added_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP)""",
    """CREATE TABLE lookbooks (
        id INTEGER PRIMARY KEY,
        brand_id INTEGER NOT NULL REFERENCES brands(id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        key TEXT NOT NULL,
        added_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
        UNIQUE (brand_id, key),
        UNIQUE (id, brand_id))""",
)

# A page of 0 means "not a document": SQL's NULLs would never collide in the UNIQUE constraints.
_LOOKS = (
    """CREATE TABLE looks (
        id INTEGER PRIMARY KEY,
        brand_id INTEGER NOT NULL REFERENCES brands(id) ON DELETE CASCADE,
        lookbook_id INTEGER,
        recipe_id INTEGER NOT NULL REFERENCES recipes(id),
        photo_hash TEXT NOT NULL,
        page INTEGER NOT NULL,
        person INTEGER NOT NULL,
        styles BLOB NOT NULL CHECK (length(styles) = 28),
        answers BLOB NOT NULL CHECK (length(answers) = 10),
        confidences BLOB NOT NULL CHECK (length(confidences) = 40),
        near_hash INTEGER NOT NULL,
        path TEXT NOT NULL,
        box TEXT NOT NULL,
        reasons TEXT NOT NULL,
        palette TEXT NOT NULL,
        free_words TEXT NOT NULL,
        added_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
        UNIQUE (brand_id, photo_hash, page, person, recipe_id),
        FOREIGN KEY (lookbook_id, brand_id)
            REFERENCES lookbooks(id, brand_id) ON DELETE CASCADE)""",
    "CREATE INDEX looks_of_lookbook ON looks (lookbook_id, brand_id)",
    # Holds every column that search loads, in its order, so that no wide row is ever read for it.
    """CREATE INDEX looks_for_search
        ON looks (recipe_id, id, brand_id, styles, answers, near_hash)""",
    """CREATE TABLE thumbnails (
        look_id INTEGER PRIMARY KEY REFERENCES looks(id) ON DELETE CASCADE,
        webp BLOB NOT NULL)""",
    """CREATE TABLE excluded_photos (
        id INTEGER PRIMARY KEY,
        brand_id INTEGER NOT NULL REFERENCES brands(id) ON DELETE CASCADE,
        recipe_id INTEGER NOT NULL REFERENCES recipes(id),
        photo_hash TEXT NOT NULL,
        page INTEGER NOT NULL,
        path TEXT NOT NULL,
        reasons TEXT NOT NULL,
        added_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
        UNIQUE (brand_id, photo_hash, page, recipe_id))""",
)

# By which looks are told to be of one shoot; 0 means not known.
_SHOOTS = (
    "ALTER TABLE looks ADD COLUMN ground_hash INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE looks ADD COLUMN taken_at INTEGER NOT NULL DEFAULT 0",
)

# What people decided by hand is kept by photo and person, not by look: it holds for whatever
# models read the photo later. Removed brands and looks are in the trash until it is emptied.
_BY_HAND = (
    "ALTER TABLE brands ADD COLUMN removed_at TEXT",
    """CREATE TABLE edits (
        brand_id INTEGER NOT NULL REFERENCES brands(id) ON DELETE CASCADE,
        photo_hash TEXT NOT NULL,
        page INTEGER NOT NULL,
        person INTEGER NOT NULL,
        is_excluded INTEGER NOT NULL DEFAULT 0,
        is_pinned INTEGER NOT NULL DEFAULT 0,
        removed_at TEXT,
        answers TEXT NOT NULL DEFAULT '{}',
        PRIMARY KEY (brand_id, photo_hash, page, person)) WITHOUT ROWID""",
    """CREATE VIEW counted_looks AS
        SELECT looks.* FROM looks LEFT JOIN edits USING (brand_id, photo_hash, page, person)
        WHERE is_excluded IS NOT 1 AND edits.removed_at IS NULL
            AND brand_id NOT IN (SELECT id FROM brands WHERE removed_at IS NOT NULL)""",
)

# Two people in one photo are two looks, which search has to know.
_PEOPLE = (
    "DROP INDEX looks_for_search",
    """CREATE INDEX looks_for_search
        ON looks (recipe_id, id, brand_id, styles, answers, near_hash, person)""",
)

# Whose looks came without photos, and what may be done with them; NULL means read from photos here.
_PACKS = (
    """CREATE TABLE packs (
        id INTEGER PRIMARY KEY,
        hash TEXT NOT NULL UNIQUE,
        owner TEXT NOT NULL,
        licence TEXT NOT NULL,
        signer TEXT NOT NULL,
        added_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP)""",
    "ALTER TABLE looks ADD COLUMN pack_id INTEGER REFERENCES packs(id)",
    "CREATE INDEX looks_of_pack ON looks (pack_id) WHERE pack_id IS NOT NULL",
)

# What the window worked on, so that it can be shown, taken up and tried again.
_JOBS = (
    """CREATE TABLE jobs (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        parameters TEXT NOT NULL,
        state TEXT NOT NULL,
        counts TEXT NOT NULL,
        begun_at REAL NOT NULL,
        ended_at REAL NOT NULL)""",
    """CREATE TABLE job_photos (
        id INTEGER PRIMARY KEY,
        job_id INTEGER NOT NULL REFERENCES jobs(id) ON DELETE CASCADE,
        path TEXT NOT NULL,
        outcome TEXT NOT NULL,
        reason TEXT NOT NULL)""",
    "CREATE INDEX photos_of_job ON job_photos (job_id)",
)

# What the rows are like: every transaction that changes any writes another random token. A library
# that was copied or restored can have the token of a former state only with the rows of that state.
_CHANGES = (
    "CREATE TABLE changes (token BLOB NOT NULL)",
    "INSERT INTO changes VALUES (randomblob(16))",
)

# What looks look like to a recipe that embeds their pictures, away from what every search reads.
# The state of these rows has a token of its own, which only new vectors change.
_VISUALS = (
    """CREATE TABLE visuals (
        look_id INTEGER PRIMARY KEY REFERENCES looks(id) ON DELETE CASCADE,
        recipe_id INTEGER NOT NULL REFERENCES recipes(id),
        vector BLOB NOT NULL CHECK (length(vector) = 1536))""",
    "CREATE INDEX visuals_of_recipe ON visuals (recipe_id, look_id)",
    "ALTER TABLE changes ADD COLUMN visuals BLOB NOT NULL DEFAULT x''",
)

MIGRATIONS: tuple[Migration, ...] = (
    Migration("first tables", (*_BRANDS, *_LOOKS)),
    Migration("shoots", _SHOOTS),
    Migration("changes by hand", _BY_HAND),
    Migration("people in search", _PEOPLE),
    Migration("packs", _PACKS),
    Migration("jobs", _JOBS),
    Migration("changes", _CHANGES),
    Migration("visual vectors", _VISUALS),
)
SCHEMA_VERSION = len(MIGRATIONS)


def schema_version(connection: sqlite3.Connection) -> int:
    """How many of the steps the file has gone through."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, steps: Sequence[Migration] = MIGRATIONS) -> None:
    """Do the steps that the file lacks, each in a transaction of its own.

    The connection is in autocommit mode and has foreign keys off, as SQLite wants while tables
    are rebuilt. When a step fails, the file stands after the step before it.
    """
    done = schema_version(connection)
    for version, step in enumerate(steps[done:], start=done + 1):
        with transaction(connection):
            # Asked again inside: another process may just have done this step.
            if schema_version(connection) < version:
                for statement in step.statements:
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {version}")
