"""What the sample people have promised and heard before anybody opens the page, so that lists show something.

They say it in their own conversations with Engage: the channel, and Ana's conversation, begin empty.
"""

from adapters.playground.requests import Say

_SAID = (
    (
        "sam",
        "promise Riverside Tenants (Kemp Street): answer their question on night noise in 9 business days",
    ),
    (
        "sam",
        "heard Joan Akin (Harbour Market): stall holders want to be asked before the summer hours are set",
    ),
    ("lea", "engagement Conseil jeunesse de Hull\u00a0: publier le compte rendu dans 12 jours ouvrables"),
    (
        "dana",
        "promise Northern Trails Alliance: confirm who may sign the access agreement in 14 business days",
    ),
)

SAMPLES = tuple(
    Say(event=f"sample-{number:04}", person=user, conversation=user, text=text)
    for number, (user, text) in enumerate(_SAID, start=1)
)
