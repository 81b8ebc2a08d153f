"""What ENGAGE_STORE may say."""

import pytest

from bot.errors import StoreUrlError
from storage import open_store


@pytest.mark.parametrize(
    "url",
    [
        "",
        "data",
        "/srv/engage",
        "tinydb:",
        "tinydb://",
        "tinydb:///",
        "tinydb://data/store",
        "tinydb:data",
        "tinydb:///a?b=c",
        "tinydb:///a#b",
        "tinydb:///a%00b",
        "sqlite:///a.db",
        "postgresql://localhost/engage",
        "http://[",
    ],
)
def test_any_other_address_is_refused_in_one_line_that_says_what_to_write(url):
    """Nothing is made on the disk."""
    with pytest.raises(StoreUrlError) as refused:
        open_store(url)
    assert "tinydb:///absolute/directory" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_password_in_an_address_is_not_repeated():
    """Errors are logged."""
    with pytest.raises(StoreUrlError) as refused:
        open_store("postgresql://engage:hunter2@localhost/engage")
    assert "hunter2" not in str(refused.value)


async def test_a_directory_may_have_spaces_and_accents(tmp_path):
    """As they are, or as a URL writes them."""
    store = open_store(f"tinydb://{tmp_path}/les%20données")
    await store.close()
    store = open_store(f"tinydb://{tmp_path}/les données")
    await store.close()
    assert [path.name for path in tmp_path.iterdir()] == ["les données"]
