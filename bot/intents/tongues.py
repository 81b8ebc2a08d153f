"""In which language something is written, told from its small words."""

import re

from bot.domain.people import Language, folded

_WORD = re.compile(r"[^\W\d_]+")
_SMALL_WORDS: dict[Language, frozenset[str]] = {
    "en": frozenset(
        ["the", "of", "to", "and", "for", "with", "in", "is", "are", "was", "will", "be", "by", "from", "that", "this", "these", "those", "our", "your", "their", "his", "her", "its", "it", "we", "they", "you", "he", "she", "not", "or", "an", "at", "if", "when", "how", "what", "who", "whether", "about", "into", "send", "share", "give", "tell", "answer", "call"]
    ),
    "fr": frozenset(
        ["le", "la", "les", "l", "de", "des", "du", "d", "un", "une", "et", "pour", "avec", "dans", "est", "sont", "par", "que", "qui", "qu", "ce", "cette", "ces", "nos", "votre", "vos", "leur", "leurs", "sa", "ses", "son", "il", "elle", "nous", "vous", "ils", "elles", "ne", "pas", "ou", "au", "aux", "si", "quand", "comment", "sur", "en", "y", "lui", "afin", "envoyer"]
    ),
}


def language_of_words(text: str) -> Language | None:
    """Return the language whose small words are more in `text`, or None where neither has more."""
    words = _WORD.findall(folded(text))
    counts = {language: sum(word in small for word in words) for language, small in _SMALL_WORDS.items()}
    if counts["en"] == counts["fr"]:
        return None
    return "en" if counts["en"] > counts["fr"] else "fr"
