"""People of two languages in one dialogue: each reads their own, and words stay as they were typed."""

import pytest

from tests.support.meetings import MEETINGS
from tests.support.talk import FRIDAY, LOCALES, Say, Talk, november

PLATFORMS = list(MEETINGS)
SAY_ANY_LOCALE = ["slack", "teams"]


@pytest.mark.parametrize("platform", PLATFORMS)
def test_an_english_analyst_asks_a_french_executive(meets, platform):
    """The question arrives in French around English words, and the answer comes back in English around French ones."""
    talk = Talk(meets(platform), language="en")
    ana, dana = talk.ana, talk.dana
    dana.speaks(LOCALES["fr"], "fr")
    dana.says("help", "aide")
    dana.reads("help-title")
    ana.says("promise Maria: publish the stop names by Friday")
    ana.says("escalate 1 to @dana: may we publish them?")
    ana.reads("escalated", number=1, decider="Dana Whitfield")
    dana.reads("inform-escalated", by="Ana Reyes", number=1)
    dana.reads_words("publish the stop names")
    dana.reads_words("may we publish them?")
    dana.reads("label-promised", stakeholder="Maria")
    dana.presses("button-return", 1)
    dana.is_asked("form-return", number=1)
    dana.fills(note="oui, sans les noms de rue")
    dana.reads("returned", number=1, owner="Ana Reyes")
    ana.reads("inform-returned", by="Dana Whitfield", number=1)
    ana.reads_words("“oui, sans les noms de rue” (Dana Whitfield)")
    dana.says("close 1 not pursued: politique", "close 1 not pursued: politique")
    dana.reads("refuse-not-yours", number=1, owner="Ana Reyes", handle="ana")
    talk.is_each_in_their_language()


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_lead_and_an_owner_of_two_languages(meets, platform):
    """The owner reads in French what an English lead did; commands of either language are understood from both."""
    talk = Talk(meets(platform), language="en")
    ana, lea = talk.ana, talk.lea
    ana.speaks(LOCALES["fr"], "fr")
    ana.says("promise Maria: send the report by Friday")
    ana.reads("recorded", number=1, stakeholder="Maria", due=FRIDAY)
    lea.says("reporter 1 jusqu'à jeudi")
    lea.reads("snoozed", number=1, at=november(26, 9, 0), due=FRIDAY)
    ana.reads("inform-snoozed", by="Léa Gagnon", number=1, at=november(26, 9, 0))
    lea.says("clore 1 non poursuivi : the law changed")
    lea.reads("closed", number=1, outcome=Say("outcome-not-pursued"), stakeholder="Maria")
    ana.reads("inform-closed", by="Léa Gagnon", number=1, outcome=Say("outcome-not-pursued"))
    ana.reads_words("the law changed")
    talk.is_each_in_their_language()


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("order", [("fr", "en"), ("en", "fr"), ("fr",)], ids="-".join)
def test_a_summary_is_posted_in_the_languages_of_its_team(meets, platform, order):
    """In the order of app.yaml."""
    talk = Talk(meets(platform, also=f"    languages: [{', '.join(order)}]\n"), language="en")
    talk.ana.says("promise Maria: send the report by Friday")
    talk.until(november(30))
    titles = {"en": "Summary: Public engagement", "fr": "Bilan\u00a0: Participation du public"}
    posted = talk.meeting.read_in_channel("sam")
    assert [text.split("\n")[0] for text in posted] == [titles[language] for language in order]


@pytest.mark.parametrize("platform", SAY_ANY_LOCALE)
@pytest.mark.parametrize("locale", ["fr-CA", "fr_FR", "fr", "FR-ca"])
def test_any_french_is_french(meets, platform, locale):
    """However the platform writes it."""
    talk = Talk(meets(platform), language="en")
    talk.ana.speaks(locale, "fr")
    talk.ana.says("help", "aide")
    talk.ana.reads("help-title")
    talk.is_each_in_their_language()


@pytest.mark.parametrize("platform", SAY_ANY_LOCALE)
@pytest.mark.parametrize("default", ["en", "fr"])
@pytest.mark.parametrize("locale", ["de-DE", "", "frr"])
def test_another_language_gets_that_of_the_organisation(meets, platform, default, locale):
    """From the first answer to the reminder; both languages are understood all the same."""
    talk = Talk(meets(platform, also=f"language: {default}\n"), language=default)
    talk.ana.speaks(locale, default)
    talk.ana.says("frobnicate")
    talk.ana.reads("unclear-command", said="frobnicate")
    talk.ana.says("promise Maria: send the report by Friday")
    talk.ana.says("engagement Kim : envoyer le rapport d'ici vendredi")
    talk.ana.opens("snooze 1")
    talk.ana.is_asked("form-snooze", number=1)
    talk.until(november(25))
    talk.ana.reads("reminder-title", count=2)
    talk.is_each_in_their_language()


@pytest.mark.parametrize("platform", PLATFORMS)
def test_somebody_changes_the_language_of_their_platform(meets, platform):
    """What comes from then on is in the new one; what stands there changes with the next press."""
    talk = Talk(meets(platform), language="en")
    ana = talk.ana
    ana.says("promise Maria: send the report by Friday")
    ana.says("promise Kim: send the report by Friday")
    talk.until(november(25))
    ana.reads("reminder-title", count=2)
    ana.speaks(LOCALES["fr"], "fr")
    ana.presses_this("Done: 1")
    ana.reads("reminder-title", count=1)
    ana.reads("closed", number=1, outcome=Say("outcome-kept"), stakeholder="Maria")
    talk.until(november(27))
    ana.reads("reminder-title", count=1)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_somebody_chooses_another_language_than_their_platform_has(meets, platform):
    """Everything that is new to them from then on is in the chosen one, also what stands around it."""
    talk = Talk(meets(platform), language="en")
    ana = talk.ana
    ana.says("langue français")
    before = set(ana.meeting.everything("ana"))
    ana.language = "fr"
    for number in (1, 2):
        ana.says(f"engagement Groupe {number} : envoyer le rapport d'ici vendredi")
    ana.says("mes engagements")
    ana.presses("button-show", 2)
    ana.presses("button-move", 2)
    ana.fills(due="aucune idée", reason="la pluie")
    ana.is_corrected("due", "field-when-missing")
    ana.says("tournicoter")
    talk.until(november(25))
    ana.presses("button-done", 1)
    ana.heard -= before
    talk.is_each_in_their_language()
