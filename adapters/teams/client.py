"""The Bot Connector's calls, as turns of the SDK: plain values in, an id or a `ConnectorError` out.

https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

from aiohttp import ClientConnectorError
from botbuilder.core import CloudAdapterBase, TurnContext
from botbuilder.schema import (
    Activity,
    ChannelAccount,
    ConversationAccount,
    ConversationParameters,
    ConversationReference,
    ErrorResponseException,
)
from msrest.exceptions import ClientException, ClientRequestError

from adapters.teams.connector import TARGETED, Authentication
from adapters.teams.credentials import CredentialsError
from adapters.teams.results import ConnectorError
from adapters.teams.shapes import Object
from adapters.teams.tokens import CHANNEL
from bot.messages import Address

T = TypeVar("T")

ANYWHERE = "https://smba.trafficmanager.net/teams/"
"""The service that knows all of Teams' regions, for whom nothing has been heard of yet.
https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages"""

LOOKED_AT = ("type", "id", "name", "channelId", "serviceUrl", "from", "recipient", "conversation")
"""What the SDK is told of an activity: fields whose shape is known, since it fails for any other."""

UNAUTHORIZED = 401


class Adapter(CloudAdapterBase):  # type: ignore[misc]  # the SDK has no types
    """The SDK's adapter, which begins turns; who may speak was judged before (`adapters.teams.tokens`)."""

    def __init__(self, authentication: Authentication) -> None:
        super().__init__(authentication)
        self._authentication = authentication

    async def process(self, told: Object, answer: Callable[[], Awaitable[T]]) -> T:
        """Answer what the Bot Connector posted, within a turn; return the answer.

        The SDK's own way to the response fails for every body that is an object, so it is not taken.
        """
        answers: list[T] = []

        async def turn(_context: TurnContext) -> None:
            answers.append(await answer())

        known = Activity.deserialize({name: told[name] for name in LOOKED_AT if name in told})
        await self.process_activity(self._authentication.admitted(), known, turn)
        return answers[0]

    async def proactive(
        self, reference: ConversationReference, act: Callable[[TurnContext], Awaitable[T]]
    ) -> T:
        """Do something in a conversation; what goes wrong is raised, not handed to the turn's error handler."""
        done: list[T] = []

        async def turn(context: TurnContext) -> None:
            context.activity.id = None  # made up by the SDK, which would have it answered
            done.append(await act(context))

        await self.continue_conversation_with_claims(self._authentication.identity(), reference, "", turn)
        return done[0]


class Client:
    """What Engage asks of the Bot Connector. Each call raises `ConnectorError` and nothing else.

    `address` says where: `service_url`, `tenant`, `bot`, and of one person `user` and `aad`.
    """

    def __init__(self, adapter: Adapter, authentication: Authentication, *, app_id: str, tenant: str) -> None:
        self._adapter = adapter
        self._authentication = authentication
        self._bot = f"28:{app_id}"
        self._tenant = tenant

    @property
    def can_ask(self) -> bool:
        """Whether the Bot Connector would answer; not while the bot has no token."""
        return self._authentication.can_speak

    async def post(
        self, address: Address, conversation: str, activity: Mapping[str, Any], *, private: bool = False
    ) -> str:
        """Send an activity to a conversation; return its id. `private`: only the user of `address` sees it."""
        sent = Activity.deserialize(dict(activity))
        response = await self._in(
            address, conversation, lambda turn: turn.send_activity(sent), private=private
        )
        if response is None or not response.id:
            raise ConnectorError(code="no_id")
        return str(response.id)

    async def put(
        self,
        address: Address,
        conversation: str,
        message: str,
        activity: Mapping[str, Any],
        *,
        private: bool = False,
    ) -> None:
        """Let an activity take the place of another, which was `private` as well."""
        changed = Activity.deserialize({**activity, "id": message})
        await self._in(address, conversation, lambda turn: turn.update_activity(changed), private=private)

    async def create(self, address: Address, user: str) -> str:
        """Begin a conversation with somebody alone, or find it again; return its id."""
        tenant = address.get("tenant") or self._tenant
        asked = ConversationParameters(
            bot=ChannelAccount(id=address.get("bot") or self._bot),
            members=[ChannelAccount(id=user)],
            is_group=False,
            tenant_id=tenant,
            channel_data={"tenant": {"id": tenant}},
        )
        calls = self._authentication.client(_url(address)).conversations
        created = await _told(calls.create_conversation(asked))
        if created is None or not created.id:
            raise ConnectorError(code="no_id")
        return str(created.id)

    async def member(self, address: Address, conversation: str, user: str) -> Object:
        """Return what Teams says of a member of a conversation, by their id or that in Entra."""
        calls = self._authentication.client(_url(address)).conversations
        account = await _told(calls.get_conversation_member(conversation, user))
        if account is None:
            raise ConnectorError(code="not_understood")
        known = {"id": account.id, "name": account.name, "aadObjectId": account.aad_object_id}
        return {**{key: value for key, value in known.items() if value}, **account.additional_properties}

    async def _in(
        self,
        address: Address,
        conversation: str,
        act: Callable[[TurnContext], Awaitable[T]],
        *,
        private: bool,
    ) -> T:
        """Do something in a conversation, which is named as Teams wants it of those who speak up by themselves."""
        user = address.get("user")
        reference = ConversationReference(
            channel_id=CHANNEL,
            service_url=_url(address),
            bot=ChannelAccount(id=address.get("bot") or self._bot),
            user=ChannelAccount(id=user, aad_object_id=address.get("aad")) if user else None,
            conversation=ConversationAccount(
                id=conversation, tenant_id=address.get("tenant") or self._tenant
            ),
        )
        before = TARGETED.set(private)
        try:
            return await _told(self._adapter.proactive(reference, act))
        finally:
            TARGETED.reset(before)


def _url(address: Address) -> str:
    return address.get("service_url") or ANYWHERE


async def _told(call: Awaitable[T]) -> T:
    """Return what a call returns. Raises `ConnectorError` for whatever else became of it."""
    try:
        return await call
    except CredentialsError as error:
        raise ConnectorError(status=UNAUTHORIZED, code="no_token", never=True) from error
    except ErrorResponseException as error:
        told = getattr(getattr(error, "error", None), "error", None)
        raise ConnectorError(
            status=error.response.status_code,
            code=str(getattr(told, "code", "") or ""),
            headers=dict(error.response.headers),
            said=bool(error.response.body()),
        ) from error
    except ClientRequestError as error:
        never = isinstance(error.inner_exception, ClientConnectorError)
        raise ConnectorError(code=type(error.inner_exception).__name__, never=never) from error
    except (ClientException, AttributeError, ValueError, TypeError) as error:
        # The SDK takes for granted that what it gets is what it was promised.
        raise ConnectorError(code="not_understood") from error
