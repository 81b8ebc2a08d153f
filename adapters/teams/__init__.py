"""Microsoft Teams, through the Bot Connector.

Who may speak to Engage is decided by `tokens`, before anything of a request is believed; as whom Engage
speaks, by `credentials` and `connector`. Every type of the SDK (botbuilder, botframework, msal) stays inside
this folder, since its vendor has ended support: a successor replaces one folder.
https://learn.microsoft.com/microsoftteams/platform is the reference of everything that is said to Teams.
"""
