"""How things look, as platform-neutral cards: a promise, a list, a reminder, a summary, a question, a form."""
