"""Whatever somebody said, pressed, filled in or picked → what they want."""

from bot.intents.clarify import Clarify
from bot.intents.codec import load
from bot.intents.forms import FormErrors, read_form
from bot.intents.intent import Help, Intent, OpenForm, ShowHome
from bot.intents.typed import parse
from bot.intents.when import Speaker
from bot.messages import Joined, Opened, Picked, Pressed, Submitted, Typed


def wanted(
    said: Typed | Pressed | Submitted | Picked | Opened | Joined, speaker: Speaker
) -> Intent | FormErrors:
    """Return what is wanted, or a form with what is wrong with it. Raises `Refusal` for what is not clear."""
    match said:
        case Typed(text=text):
            intent = parse(text, speaker)
            if isinstance(intent, Clarify):
                raise intent.refusal()
            return intent
        case Pressed(payload=payload):
            return load(payload.get("do", ""))
        case Submitted(payload=payload, values=values):
            return read_form(payload, values, speaker)
        case Picked(kind=kind, words=words, author=author, link=link):
            return OpenForm(kind=kind, words=words, stakeholder=author, source=link)
        case Opened():
            return ShowHome()
        case Joined():
            return Help()
