"""Microsoft's own schemas of what is uploaded to Teams, from npm; nothing is asked of the network."""

import json
from pathlib import Path

from jsonschema import Draft4Validator, Draft202012Validator
from referencing import Registry

SCHEMAS = (
    Path(__file__).parents[1] / "peers/node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.30"
)
VALIDATORS = (Draft4Validator, Draft202012Validator)
"""The schemas say that they are draft 4; the newer draft also reads what they say beside a reference."""


def wrong(document, kind):
    """Return what Microsoft's schema has against a document; what it cannot find here is not looked up elsewhere."""
    path = SCHEMAS / f"MicrosoftTeams.{kind}schema.json"
    assert path.exists(), "The schemas come from npm; get them with: make peers"
    schema = json.loads(path.read_text(encoding="utf-8"))
    found = [it for check in VALIDATORS for it in check(schema, registry=Registry()).iter_errors(document)]
    return [f"{it.json_path}: {it.message}" for it in found]
