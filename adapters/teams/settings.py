"""What the environment says of Teams."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Literal
from uuid import UUID

from bot.errors import ConfigError, Fault

AppType = Literal["SingleTenant", "UserAssignedMSI"]

_BOT = "your bot's page at https://portal.azure.com, Settings, Configuration"
WHERE: Mapping[str, str] = {
    "MicrosoftAppId": f"{_BOT}, Microsoft App ID",
    "MicrosoftAppPassword": "your app registration at https://entra.microsoft.com, Certificates & secrets, "
    "Client secrets, Value (not Secret ID)",
    "MicrosoftAppType": f"{_BOT}, Bot Type",
    "MicrosoftAppTenantId": f"{_BOT}, App Tenant ID",
}
"""Each setting with where to find it."""

LOCAL = "ENGAGE_TEAMS_LOCAL"
_TYPES: Mapping[str, AppType] = {"singletenant": "SingleTenant", "userassignedmsi": "UserAssignedMSI"}
_YES, _NO = ("1", "true", "yes", "on"), ("", "0", "false", "no", "off")
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class TeamsSettings:
    """One bot in one organisation; `app_id` and `tenant_id` are UUIDs in lower case.

    `local` is for the Agents Playground on the same machine: there is no app id then, nobody is asked who
    they are, and only addresses on loopback are believed and spoken to.
    """

    app_id: str = ""
    password: str = field(default="", repr=False)
    app_type: AppType = "SingleTenant"
    tenant_id: str = ""
    local: bool = False


def read_settings(environment: Mapping[str, str], *, bind: str = "127.0.0.1") -> TeamsSettings | None:
    """Return the settings, or None if nothing is said of Teams. `bind` is where the server will listen.

    With an app id, ENGAGE_TEAMS_LOCAL is not looked at: whoever has an app id is always asked for it. A
    managed identity has no password, so MicrosoftAppPassword is not looked at either. The tenant is a UUID
    and not one of its domains, since Teams names it so in what it sends.

    Raises `ConfigError` with everything that is missing or wrong, each with where to find it.
    """
    given = {name: _bare(environment.get(name, "")) for name in WHERE}
    local = _bare(environment.get(LOCAL, "")).lower()
    if not any(given.values()):
        return _local_settings(local, bind)
    kind = given["MicrosoftAppType"].lower() or "singletenant"
    has_password = kind != "userassignedmsi"
    faults = [
        *_fault_of_uuid("MicrosoftAppId", given),
        *(_fault_of_password(given) if has_password else []),
        *_fault_of_type(given),
        *_fault_of_uuid("MicrosoftAppTenantId", given),
    ]
    if faults:
        raise ConfigError(faults)
    return TeamsSettings(
        app_id=str(UUID(given["MicrosoftAppId"])),
        password=given["MicrosoftAppPassword"] if has_password else "",
        app_type=_TYPES[kind],
        tenant_id=str(UUID(given["MicrosoftAppTenantId"])),
    )


def is_loopback(host: str) -> bool:
    """Whether a host is this machine and can be nothing else: 127.0.0.0/8, ::1 or localhost."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host.removeprefix("[").removesuffix("]")).is_loopback
    except ValueError:
        return False


def _local_settings(local: str, bind: str) -> TeamsSettings | None:
    if local in _NO:
        return None
    if local not in _YES:
        raise ConfigError([_fault(LOCAL, "must be 1, or left out")])
    if not is_loopback(bind):
        problem = (
            "lets anybody who reaches Engage be anybody, so it needs --bind 127.0.0.1. "
            f"To serve Teams, set MicrosoftAppId instead; find it at {WHERE['MicrosoftAppId']}"
        )
        raise ConfigError([_fault(LOCAL, problem)])
    return TeamsSettings(local=True)


def _fault_of_uuid(name: str, given: Mapping[str, str]) -> list[Fault]:
    if not given[name]:
        return [_fault(name, f"is missing; find it at {WHERE[name]}")]
    if not _UUID.fullmatch(given[name]):
        shape = "00000000-0000-0000-0000-000000000000"
        return [_fault(name, f"must look like {shape}; find it at {WHERE[name]}")]
    return []


def _fault_of_type(given: Mapping[str, str]) -> list[Fault]:
    name = "MicrosoftAppType"
    kind = given[name].lower()
    if not kind or kind in _TYPES:
        return []
    if kind == "multitenant":
        problem = (
            "Engage serves one organisation, and Microsoft no longer lets multi-tenant bots be made; "
            "make a bot of type SingleTenant, or UserAssignedMSI"
        )
        return [_fault(name, problem)]
    return [_fault(name, f"must be SingleTenant or UserAssignedMSI; find it at {WHERE[name]}")]


def _fault_of_password(given: Mapping[str, str]) -> list[Fault]:
    name = "MicrosoftAppPassword"
    if not given[name]:
        return [_fault(name, f"is missing; find it at {WHERE[name]}")]
    if re.search(r"[\x00-\x1f\x7f]", given[name]):
        return [_fault(name, f"has a line break in it; copy it again from {WHERE[name]}")]
    return []


def _fault(name: str, problem: str) -> Fault:
    return Fault(where=name, line=None, problem=problem)


def _bare(value: str) -> str:
    """Return what was meant: some shells and files of variables keep the quotes around a value."""
    value = value.strip().lstrip("\ufeff")
    quoted = re.fullmatch(r"""(["'])(.*)\1""", value, re.DOTALL)
    return quoted[2].strip() if quoted else value
