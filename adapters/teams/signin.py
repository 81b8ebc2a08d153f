"""Where the bot's tokens come from: Microsoft's sign-in or the machine's identity, both asked by msal.

All of it waits for the network, so it runs in a thread (`adapters.teams.credentials`).
https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
"""

import re
from collections.abc import Mapping
from typing import Any, Protocol

import msal
from msal.exceptions import MsalError
from requests import RequestException, Response, Session

from adapters.teams.settings import WHERE, TeamsSettings
from bot.errors import EngageError

RESOURCE = "https://api.botframework.com"
AUTHORITY = "https://login.microsoftonline.com/"
ANSWERS_WITHIN = 4.0
"""Seconds for connecting to one address of a host, and again for the answer."""
NOT_REACHED = "Microsoft's sign-in cannot be reached ({}); try again later"
_NO_ANSWER = (RequestException, MsalError, ValueError, KeyError, TypeError, AttributeError, RuntimeError)
"""What msal raises when it is answered with nothing, with a failure, or with what it does not expect."""


class CredentialsError(EngageError):
    """There is no token. `is_refused` says that the settings are wrong, and that trying again will not help."""

    def __init__(self, problem: str, *, is_refused: bool) -> None:
        super().__init__(problem)
        self.problem = problem
        self.is_refused = is_refused


class Source(Protocol):
    """Where tokens come from."""

    def ask(self) -> tuple[str, float]:
        """Return a token and how many seconds it lasts. Raises `CredentialsError`."""


class Secret:
    """An app registration with a secret."""

    def __init__(self, settings: TeamsSettings, http: Session) -> None:
        self._settings = settings
        self._http = http
        self._app: Any = None

    def ask(self) -> tuple[str, float]:
        try:
            if self._app is None:  # made here and not before: it asks Microsoft where to ask
                self._app = msal.ConfidentialClientApplication(
                    self._settings.app_id,
                    client_credential=self._settings.password,
                    authority=AUTHORITY + self._settings.tenant_id,
                    instance_discovery=False,  # the authority is Microsoft's own, and known
                    http_client=self._http,
                )
            return _read(self._app.acquire_token_for_client(scopes=[f"{RESOURCE}/.default"]))
        except _Refused as refused:
            raise _explained(refused) from None
        except _NO_ANSWER as error:
            if _is_unknown_tenant(error):
                raise CredentialsError(_ADVICE["90002"], is_refused=True) from error
            raise CredentialsError(NOT_REACHED.format(type(error).__name__), is_refused=False) from error


class Identity:
    """A managed identity: the machine in Azure vouches for the bot."""

    def __init__(self, settings: TeamsSettings, http: Session) -> None:
        self._id = settings.app_id
        self._http = http
        self._client: Any = None

    def ask(self) -> tuple[str, float]:
        try:
            if self._client is None:
                identity = msal.UserAssignedManagedIdentity(client_id=self._id)
                self._client = msal.ManagedIdentityClient(identity, http_client=self._http)
            return _read(self._client.acquire_token_for_client(resource=RESOURCE))
        except _Refused as refused:
            problem = (
                "MicrosoftAppId: this machine gives no token for the managed identity of that client id "
                f"({refused.code}); assign the identity to it, or set MicrosoftAppType to SingleTenant"
            )
            raise CredentialsError(problem, is_refused=not refused.is_passing) from None
        except _NO_ANSWER as error:
            problem = (
                f"The managed identity cannot be reached ({type(error).__name__}); "
                "it is there only on a machine in Azure that it was assigned to"
            )
            raise CredentialsError(problem, is_refused=False) from error


def source_of(settings: TeamsSettings, http: Session) -> Source:
    """Return where this bot's tokens come from."""
    return (Identity if settings.app_type == "UserAssignedMSI" else Secret)(settings, http)


class PatientSession(Session):
    """Waits no longer than `ANSWERS_WITHIN`; msal sets no limit to a session that it is given."""

    def request(self, *args: Any, **more: Any) -> Response:  # noqa: ANN401 - as in requests
        return super().request(*args, **{"timeout": ANSWERS_WITHIN, **more})


class _Refused(Exception):  # noqa: N818 - stays in this file
    """msal's answer holds an error. `code` is Entra's, or OAuth's word; `is_passing` says that it will pass."""

    def __init__(self, answer: Mapping[str, Any]) -> None:
        told = str(answer.get("error_description", ""))
        entra = re.match(r"AADSTS(\d+)", told)
        word = re.fullmatch(r"[a-z_]{1,40}", str(answer["error"]))
        self.number = entra[1] if entra else ""
        self.code = entra[0] if entra else word[0] if word else "error"
        self.is_passing = self.code in _PASSING or told.startswith("5")


_PASSING = ("temporarily_unavailable", "server_error", "AADSTS90033", "AADSTS50196", "AADSTS90006")
"""What Entra says when it is busy: https://learn.microsoft.com/entra/identity-platform/reference-error-codes."""
_ADVICE: Mapping[str, str] = {
    "7000215": "MicrosoftAppPassword: is not a secret of this app (AADSTS7000215); copy it again from "
    + WHERE["MicrosoftAppPassword"],
    "7000222": "MicrosoftAppPassword: has expired (AADSTS7000222); make a new one at "
    + WHERE["MicrosoftAppPassword"],
    "700016": "MicrosoftAppId: this organisation has no such app (AADSTS700016); check it, and "
    "MicrosoftAppTenantId, at " + WHERE["MicrosoftAppId"],
    "90002": "MicrosoftAppTenantId: there is no such organisation (AADSTS90002); find it at "
    + WHERE["MicrosoftAppTenantId"],
}
"""What to do, by Entra's number."""


def _explained(refused: _Refused) -> CredentialsError:
    if refused.is_passing:
        problem = f"Microsoft's sign-in is busy ({refused.code}); try again later"
        return CredentialsError(problem, is_refused=False)
    other = (
        f"MicrosoftAppId: Microsoft's sign-in refuses the app ({refused.code}); "
        "look the code up at https://login.microsoftonline.com/error"
    )
    return CredentialsError(_ADVICE.get(refused.number, other), is_refused=True)


def _read(answer: Mapping[str, Any]) -> tuple[str, float]:
    if "error" in answer:
        raise _Refused(answer)
    return str(answer["access_token"]), float(answer["expires_in"])


def _is_unknown_tenant(error: Exception) -> bool:
    """Whether msal could not find where to ask since there is no such tenant, and not for another reason.

    It tells of both with a ValueError; only what that one came from has the status.
    """
    return isinstance(error, ValueError) and "HTTP status: 400" in str(error.__context__)
