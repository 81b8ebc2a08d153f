"""`engage manifest`: what a platform is told of the app, for whoever adds it to a workspace."""

import json
import os
import re
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from bot.config import Config
from bot.errors import EngageError

PUBLIC_ADDRESS = re.compile(
    r"https://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[^\s?#]*)?", re.ASCII | re.IGNORECASE
)
LONGEST_ADDRESS = 2000

NO_WEBSITE = "the app has no page yet where people find help: set app.website in app.yaml, or give --url"


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """Text to be pasted, or a package to be uploaded, which has the name of a file.

    `remark` says what is still to be done, in one line.
    """

    content: bytes
    file: str | None = None
    remark: str = ""


def public_address(text: str) -> str:
    """Return an address that a platform can post to.

    Raises `ValueError` with the end of a sentence: "must be …". Platforms insist on https.
    """
    if len(text) > LONGEST_ADDRESS or not PUBLIC_ADDRESS.fullmatch(text):
        raise ValueError("must be a public https address such as https://engage.example.ca")
    scheme, _, rest = text.partition("://")
    return f"{scheme.lower()}://{rest}"


def manifest_of(platform: str, config: Config, *, url: str | None) -> Manifest:
    """Return a platform's manifest: a package, if its adapter has a `package.py`, else JSON text.

    `url` is the public address of this program; None where the platform is asked over a socket. Raises
    `EngageError` if this build has no adapter of that name, since each folder of `adapters` can be left out,
    or if a setting is missing or does not suit the platform.
    """
    module = _part_of(platform, "manifest")
    if find_spec(f"adapters.{platform}.package") is not None:
        return _package(_part_of(platform, "package"), f"engage-{platform}.zip", config, url)
    document = module.manifest(name=config.app_name, description=config.app_description, url=url)
    text = json.dumps(document, indent=2) + "\n"  # ASCII alone survives every terminal and clipboard
    return Manifest(content=text.encode())


def _part_of(platform: str, part: str) -> ModuleType:
    folder = f"adapters.{platform}"
    try:
        return import_module(f"{folder}.{part}")
    except ModuleNotFoundError as error:
        if error.name not in {folder, f"{folder}.{part}"}:
            raise
        raise EngageError(f"this build has no adapter for {platform}, so there is no manifest") from error


def _package(module: ModuleType, file: str, config: Config, url: str | None) -> Manifest:
    content = module.package(
        name=config.app_name,
        description={"en": config.app_description, "fr": config.app_description_fr},
        organisation=config.policy.organisation,
        website=config.app_website,
        privacy=config.app_privacy,
        terms=config.app_terms,
        url=url,
        environment=config.environment,
    )
    nowhere = config.app_website is None and url is None
    return Manifest(content=content, file=file, remark=NO_WEBSITE if nowhere else "")


def write_file(path: Path, content: bytes) -> None:
    """Write the whole content, or nothing: what stood there before stays until then.

    Raises `EngageError` if it cannot be written.
    """
    try:
        if path.exists() and not path.is_file():  # a device or a pipe, which nothing may take the place of
            path.write_bytes(content)
            return
        place = path.resolve()  # a link stays one
        begun = place.with_name(f".{place.name}.{os.getpid()}")
        try:
            begun.write_bytes(content)
            begun.replace(place)
        except BaseException:
            with suppress(OSError):
                begun.unlink()
            raise
    except OSError as error:
        raise EngageError(f"{path} could not be written: {error.strerror or error}") from error
