"""Finds sentences in code: whatever Engage says to people stands in `bot/words`, in both languages.

`python -m tools.sentences` looks at everything and fails where it finds one. What it looks for, and what is no
sentence, stands at the top of `python.py` and `page.py`; `fluent.py` looks for one language's text in the other's.
"""
