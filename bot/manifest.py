"""`engage manifest slack`: what a platform is told of the app, for whoever adds it to a workspace."""

import json
import re
from importlib import import_module

from bot.config import Config
from bot.errors import EngageError

PUBLIC_ADDRESS = re.compile(
    r"https://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[^\s?#]*)?", re.ASCII | re.IGNORECASE
)
LONGEST_ADDRESS = 2000


def public_address(text: str) -> str:
    """Return an address that a platform can post to.

    Raises `ValueError` with the end of a sentence: "must be …". Platforms insist on https.
    """
    if len(text) > LONGEST_ADDRESS or not PUBLIC_ADDRESS.fullmatch(text):
        raise ValueError("must be a public https address such as https://engage.example.ca")
    scheme, _, rest = text.partition("://")
    return f"{scheme.lower()}://{rest}"


def manifest_of(platform: str, config: Config, *, url: str | None) -> str:
    """Return a platform's manifest, as JSON text that ends with a newline.

    `url` is the public address of this program; None where the platform is asked over a socket. Raises
    `EngageError` if this build has no adapter of that name: each folder of `adapters` can be left out.
    """
    folder = f"adapters.{platform}"
    try:
        module = import_module(f"{folder}.manifest")
    except ModuleNotFoundError as error:
        if error.name not in {folder, f"{folder}.manifest"}:
            raise
        raise EngageError(f"this build has no adapter for {platform}, so there is no manifest") from error
    document = module.manifest(name=config.app_name, description=config.app_description, url=url)
    return json.dumps(document, indent=2) + "\n"  # ASCII alone survives every terminal and clipboard
