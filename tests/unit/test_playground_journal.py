"""The playground's memory survives a restart, a torn line, and refuses damage."""

import resource
from datetime import timedelta

import pytest

from adapters.playground.conversations import Conversations
from adapters.playground.entries import ClockMoved, LanguageChosen, Posted, Replaced, WasRead
from adapters.playground.journal import Journal, JournalError
from tests.support.playground_samples import engage_says, person_says


def test_a_restart_shows_the_same_chat(tmp_path):
    """Messages, replaced cards, what was read, languages and time are as before."""
    path = tmp_path / "new" / "chat.jsonl"
    before = Conversations(path)
    before.commit(Posted(message=person_says(1, "ana")), Posted(message=engage_says(2, key="k")))
    before.commit(Replaced(id=2, card=engage_says(9, title="Kept").card, event="e"))
    before.commit(WasRead(user="dana", conversation="engagement", upto=1))
    before.commit(LanguageChosen(user="sam", language="fr"))
    before.commit(ClockMoved(ahead=3600.0))
    before.close()
    after = Conversations(path)
    assert [after.message(number) for number in (1, 2)] == [before.message(number) for number in (1, 2)]
    assert after.unread() == before.unread()
    assert after.language("sam") == "fr"
    assert after.ahead == timedelta(hours=1)
    assert after.posted("k") == after.message(2)
    assert after.knows("e")
    after.close()


@pytest.mark.parametrize("cut", [1, 5, 40])
def test_a_torn_last_line_is_forgotten(tmp_path, cut):
    """A kill in the middle of a write loses that line alone, and the file goes on whole."""
    path = tmp_path / "chat.jsonl"
    conversations = Conversations(path)
    conversations.commit(Posted(message=person_says(1, "ana")))
    conversations.commit(Posted(message=person_says(2, "ana")))
    conversations.close()
    path.write_bytes(path.read_bytes()[:-cut])
    reopened = Conversations(path)
    assert (reopened.message(1) is not None, reopened.message(2)) == (True, None)
    reopened.commit(Posted(message=person_says(2, "sam")))
    reopened.close()
    again = Conversations(path)
    assert again.message(2) == person_says(2, "sam")
    again.close()


@pytest.mark.parametrize("damage", [b"{}\n", b"[}\n", b"\xff\xfe\n", b'[{"kind":"unknown"}]\n', b"\n"])
def test_a_damaged_line_is_refused_with_its_number(tmp_path, damage):
    """What is no line of a journal is named, with what to do."""
    path = tmp_path / "chat.jsonl"
    journal = Journal(path)
    journal.append(ClockMoved(ahead=1.0))
    journal.close()
    whole = path.read_bytes()
    path.write_bytes(whole + damage + whole)
    with pytest.raises(JournalError, match=r"chat\.jsonl, line 2: .*Move the file aside"):
        Journal(path)
    assert path.read_bytes() == whole + damage + whole


def test_a_directory_in_its_place_is_refused_in_one_line(tmp_path):
    """A path that cannot be opened is named."""
    with pytest.raises(JournalError, match="cannot be opened"):
        Journal(tmp_path)


def test_a_full_disk_leaves_whole_lines(tmp_path):
    """A write that did not fit is taken back, and said; nothing has changed in memory."""
    path = tmp_path / "chat.jsonl"
    conversations = Conversations(path)
    conversations.commit(Posted(message=person_says(1, "ana")))
    size = path.stat().st_size
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 20, hard))
    try:
        with pytest.raises(JournalError, match="cannot be written"):
            conversations.commit(Posted(message=person_says(2, "ana")))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.stat().st_size == size
    assert conversations.message(2) is None
    conversations.commit(Posted(message=person_says(2, "ana")))
    conversations.close()


def test_only_its_owner_reads_the_file(tmp_path):
    """Other people of the machine do not read the chat."""
    path = tmp_path / "chat.jsonl"
    Journal(path).close()
    assert path.stat().st_mode & 0o077 == 0
