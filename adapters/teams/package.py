"""The app package that an administrator uploads: manifest.json, its French texts and two pictures, zipped.

https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package says what belongs in it.
"""

import importlib.metadata
import json
import re
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from adapters.teams.icons import color, outline
from adapters.teams.manifest import LONGEST_NAME, TRANSLATED, App, manifest, translation
from adapters.teams.settings import WHERE
from bot.domain.people import Language
from bot.errors import ConfigError, Fault

DISTRIBUTION = "engage-bot"
"""Whose version the app has."""

MESSAGES_PATH = "/api/messages"
"""Where Teams posts, which is no page for people."""

NOWHERE = "https://example.org/"
"""Where links lead to if nobody said where; RFC 2606 keeps it for examples."""

APP_ID = "MicrosoftAppId"
_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII | re.IGNORECASE)
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16
_UNIX = 3


def package(
    *,
    name: str,
    description: Mapping[Language, str],
    organisation: str,
    website: str | None,
    privacy: str | None,
    terms: str | None,
    url: str | None,
    environment: Mapping[str, str],
) -> bytes:
    """Return the zip; the same settings give the same bytes.

    The bot is that of `MicrosoftAppId` in `environment`, and the app takes its id. Teams insists on three
    pages: the website stands in for the two others, and `url`, at which Engage is reached, for the website.

    Raises `ConfigError` if the id is missing or no GUID, or if `name` is longer than Teams allows.
    """
    app_id = environment.get(APP_ID, "").strip().strip("\"'")
    if faults := [*_wrong_id(app_id), *_wrong_name(name)]:
        raise ConfigError(faults)
    website = website or (NOWHERE if url is None else url.rstrip("/").removesuffix(MESSAGES_PATH))
    app = App(
        id=app_id.lower(),
        version=importlib.metadata.version(DISTRIBUTION),
        name=name,
        description=description,
        organisation=organisation,
        website=website,
        privacy=privacy or website,
        terms=terms or website,
    )
    return _zipped(
        {
            "manifest.json": _json(manifest(app)),
            f"{TRANSLATED}.json": _json(translation(app)),
            "color.png": color(),
            "outline.png": outline(),
        }
    )


def _wrong_id(app_id: str) -> list[Fault]:
    if not app_id:
        problem = f"is missing; find it at {WHERE[APP_ID]}. The Agents Playground needs no package"
    elif not _GUID.fullmatch(app_id):
        problem = f"must look like 00000000-0000-0000-0000-000000000000; find it at {WHERE[APP_ID]}"
    else:
        return []
    return [Fault(where=APP_ID, line=None, problem=problem)]


def _wrong_name(name: str) -> list[Fault]:
    if len(name) <= LONGEST_NAME:
        return []
    problem = f"must have at most {LONGEST_NAME} characters in Teams, and has {len(name)}"
    return [Fault(where="app.name", line=None, problem=problem)]


def _json(document: Mapping[str, object]) -> bytes:
    return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode()


def _zipped(files: Mapping[str, bytes]) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, content in files.items():
            entry = ZipInfo(name, date_time=_FIRST_DAY)
            entry.create_system, entry.external_attr = _UNIX, _READABLE
            archive.writestr(entry, content, compress_type=ZIP_DEFLATED, compresslevel=9)
    return packed.getvalue()
