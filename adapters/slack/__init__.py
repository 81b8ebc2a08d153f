"""Slack, over HTTP or through a socket.

::

    HTTP (web) or Socket Mode (socket) → Bolt (app) → listeners → parse, people → Inbound → the core → Reply
    Reply → answers → the response itself, a form (views), or a home page
    the core's outbox → Slack.send (platform) → blocks, views → Web API → results

`blocks` and `views` turn cards and forms into Block Kit, `text` turns Slack's mark-up into plain text and
back; all three are pure. https://docs.slack.dev is the reference of everything that is said to Slack.
"""
