"""What was said and is not clear."""

from dataclasses import dataclass

from bot.errors import Refusal


@dataclass(frozen=True, kw_only=True)
class Clarify:
    """What was said is not clear. `code` names the sentence; `suggestions` are commands to type instead."""

    code: str
    arguments: tuple[tuple[str, str | int], ...] = ()
    suggestions: tuple[str, ...] = ()
    begun: str = ""

    def refusal(self) -> Refusal:
        """Return it as the refusal that says it."""
        return Refusal(self.code, dict(self.arguments), suggestions=self.suggestions, begun=self.begun)
