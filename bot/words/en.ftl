# Every sentence that Engage says in English. fr.ftl has the same keys.
# Codes that the program fills in (stages, outcomes, actions) are sentences of their own.

## Buttons

button-name = { $label }: { $about }
button-undo = Undo
button-change = Change
button-speak = English
button-settings = Settings
button-done = Done
button-snooze = Snooze
button-escalate = Escalate
button-move = Move
button-give = Give to someone…
button-close = Close another way…
button-return = Answer
button-bring-back = Bring back
button-told = Stakeholder told
button-draft = Draft a message
button-draft-en = In English
button-draft-fr = In French
button-reopen = Reopen
button-show = Show
button-history = History
button-read = Read it all
button-mine = My promises
button-form = Record something
button-begun = Fill in the form
button-help = All commands
button-previous = Previous
button-next = Next
button-again = Record it anyway
button-more = More…
button-other-day = Another day…
button-rather = Rather { $day }
button-back = I am back
button-link = Link an account
button-unlink = Unlink
button-prefer = Write to me in { $platform }
cancel = Cancel

close-window = Close
app-title = Engage
answered-below = The answer is below.
working = Working on it. The answer follows here in a moment.
form-failed = This could not be opened. Type the command instead; “help” lists them.

## A promise

promise-title = Promise { $number } to { $stakeholder }
item-title = { $number } · { $stakeholder }: { $words }
label-to = To
label-from = From
label-promised = Promised to { $stakeholder }
label-owner = Owner
label-due = Due
label-due-original = First promised for
label-stands = Status
label-question = Question
label-answer = Answer
label-reason = Reason
label-note = Note
label-told = Stakeholder told
label-reminder = Next reminder
reminder-late = { $when }, after it is due
label-source = Source
label-heard-by = Heard by
label-recorded = Recorded
answer-of = “{ $note }” ({ $name })
told-how = { $day } · { $how }

standing-open = Due { $due } ({ $days ->
    [one] tomorrow
   *[other] in { $days } days
})
stands-open = Open, due { $days ->
    [0] today
    [one] tomorrow
   *[other] in { $days } days
}
standing-today = Due today: { $due }
standing-overdue = Overdue: was due { $due }{ $days ->
    [0] {""}
    [one] , { $days } day ago
   *[other] , { $days } days ago
}
stands-overdue = { $days ->
    [0] Overdue today
    [one] Overdue by { $days } day
   *[other] Overdue by { $days } days
}
standing-escalated = Escalated to { $decider }, due { $due }
stands-escalated = Escalated to { $decider }
standing-closed = Closed: { $outcome }
standing-told = stakeholder told
standing-retracted = Taken back: recorded by mistake

stage-open = open
stage-escalated = escalated
stage-closed = closed

outcome-kept = kept
outcome-kept-modified = kept, with changes
outcome-kept-in-part = kept in part
outcome-not-pursued = not pursued
outcome-not-kept = not kept
outcome-withdrawn = withdrawn by the stakeholder
outcome-transferred = transferred

## An insight

insight-title = Insight { $number } from { $stakeholder }
insight-by = Insight heard by { $name }, { $when }

## What was just done

recorded = Promise { $number } recorded: { $stakeholder }, due { $due }.
recorded-instead = Promise { $old } is changed; it is now promise { $number }, due { $due }.
recorded-twice = You recorded this a moment ago: it is promise { $number }.
heard = Insight { $number } from { $stakeholder } recorded.
heard-twice = You recorded this a moment ago: it is insight { $number }.
closed = Promise { $number } is closed: { $outcome }. Have you told { $stakeholder }?
told = Promise { $number }: noted that { $stakeholder } was told.
reopened = Promise { $number } is open again, due { $due }.
snoozed = Promise { $number }: next reminder on { $at }. It is still due { $due }.
snoozed-past-due = Promise { $number }: next reminder on { $at }. That is after it is due, { $due }.
snoozed-overdue = Promise { $number }: next reminder on { $at }. It has been overdue since { $due }.
moved = Promise { $number } is now due { $due }.
given = Promise { $number } is now with { $owner }.
escalated = Promise { $number } is escalated to { $decider }. Your reminders stop until the answer comes back.
escalated-of = Promise { $number } is escalated to { $decider }. Reminders to { $owner } stop until the answer comes back.
returned = Promise { $number } is back with { $owner }, with the answer.
brought-back = Promise { $number } is back with { $owner }. { $decider } need not answer.
away-day = You are away on { $first }. No reminders while you are away.
away = You are away from { $first } to { $last }, both days included. No reminders while you are away.
back = Welcome back. Your reminders start again.
undone = Promise { $number }: { $undone } was taken back.
undone-insight = Insight { $number } was taken back.
undone-instead = Promise { $number } was taken back. Promise { $old } holds again.
undone-draft = Messages to { $stakeholder } are in the language they were in before.
undone-settings = That choice was taken back.
undone-away = The last change to your absence was taken back.

undone-recorded = the recording
undone-snoozed = the snooze
undone-moved = the move
undone-given = the change of owner
undone-escalated = the escalation
undone-brought-back = the recall
undone-returned = the answer
undone-closed = the closing
undone-told = the mark “stakeholder told”
undone-reopened = the reopening
undone-retracted = the correction

## One person in several places

platform-slack = Slack
platform-teams = Microsoft Teams
platform-playground = the playground
link-code = Your code is { $code }.
link-how = Within { $minutes } minutes, type “link { $code }” to Engage in your other account, in Slack or in Microsoft Teams. The code works once; keep it to yourself.
linked-by-typed = Your accounts in { $places } are linked now.
linked-by-code = Your accounts in { $places } were linked by a code. Engage treats you as one person now.
linked-by-email = Your accounts in { $places } have the same email address, so Engage treats you as one person now.
linked-with = The code came from { $name } (@{ $handle }).
linked-typed = The code was typed by { $name } (@{ $handle }).
linked-what = Your promises and the questions put to you are together now, and each button works in either place. Messages go to { $platform }.
linked-undo = If this was not you, or is a mistake, type “unlink”.
unlinked = Your accounts in { $kept } and { $left } are separate again.
unlinked-what = { $count ->
    [0] All promises stay with your account in { $kept }.
    [one] The promise that came from { $left } went back there. Everything else stays with your account in { $kept }.
   *[other] The { $count } promises that came from { $left } went back there. Everything else stays with your account in { $kept }.
} Only a code links the two again.
prefers-now = Your reminders and messages go to { $platform }.
prefers-from-now-on = From now on, your reminders and messages go to { $platform }.
prefers-only = Engage knows you only here. If you also use it elsewhere, link that account.

## A message to the stakeholder, in their language

draft-title = Draft for { $stakeholder } about promise { $number }
draft-how = Copy it, make it yours, and send it. Engage itself never writes to stakeholders.
draft-greeting = Hello { $name },
draft-promised = On { $day }, we promised you this: “{ $words }”
draft-open = You will hear from me by { $due }.
draft-moved = This is taking longer than planned. The new date is { $due }.
draft-overdue = It was due on { $due }, and it is not done yet. I apologize for the delay.
draft-escalated = The decision is not mine to make. The question is with someone who has the authority to decide. I will write to you once I have the answer.
draft-kept = It is done.
draft-kept-modified = It is done, with some changes.
draft-kept-in-part = Part of it is done.
draft-not-pursued = After consideration, we decided not to go ahead.
draft-not-kept = I was not able to do it, and I apologize.
draft-withdrawn = As you asked, we are not taking it any further.
draft-transferred = Others have taken it over from me.
draft-reason = In short: { $reason }
draft-thanks = Thank you for the time you have given us.

## Settings

settings-title = Your settings
settings-chosen = Changed: { $what }.
settings-spoken = Engage writes to you in English from now on.
settings-same = Nothing changed: it was like that already.
settings-how = Each can be typed: “settings zone Vancouver”, “settings hours 8:00 to 16:30”, “settings language French”. “automatic” takes a choice back: “settings zone automatic”.
setting-language = Language
setting-zone = Time zone
setting-region = Province or territory
setting-works = Working days
setting-hours = Hours for messages
setting-reminder-time = Daily message
setting-prefers = Messages go to
setting-leave = Away
setting-held = { $value } — { $why }
chosen-by-you = chosen by you
chosen-by-team = set for everyone
said-by = as in { $platform }
chose-language = the language
chose-zone = the time zone
chose-region = the province or territory
chose-works = the working days
chose-hours = the hours for messages
chose-reminder-time = the time of the daily message
language-itself = English
zone-now = { $city } ({ $zone }), { $clock } there now
zone-option = { $city } ({ $clock } now)
hours-between = { $first } to { $last }
hours-none = None chosen: the reminder before a due time can come at any hour
days-between = { $first } to { $last }
region-none = None chosen: no provincial holidays
reminder-gives-way = { $clock }, because your choice ({ $chosen }) is outside your hours
region-AB = Alberta
region-BC = British Columbia
region-MB = Manitoba
region-NB = New Brunswick
region-NL = Newfoundland and Labrador
region-NS = Nova Scotia
region-NT = Northwest Territories
region-NU = Nunavut
region-ON = Ontario
region-PE = Prince Edward Island
region-QC = Quebec
region-SK = Saskatchewan
region-YT = Yukon

## What others are told

inform-closed = { $by } closed your promise { $number }: { $outcome }.
inform-reopened = { $by } reopened your promise { $number }.
inform-moved = { $by } moved your promise { $number } to { $due }.
inform-snoozed = { $by } put off the reminder of your promise { $number } until { $at }.
inform-given = { $by } gave you promise { $number }.
inform-taken = { $by } gave your promise { $number } to { $owner }.
inform-escalated = { $by } asks you to decide about promise { $number }.
inform-escalated-yours = { $by } escalated your promise { $number } to { $decider }.
inform-returned = { $by } answered the question on promise { $number }.
inform-brought-back = { $by } brought promise { $number } back to you.
inform-withdrawn = { $by } brought promise { $number } back: your answer was no longer needed.
since-then = This has changed since. It now stands like this:
inform-undone = { $by } took back { $undone } of promise { $number }.

## What did not arrive

undelivered = { $name } was not told about promise { $number }.
undelivered-many = { $count ->
    [one] { $name } was not told about one promise.
   *[other] { $name } was not told about { $count } promises.
}
undelivered-summary = The summary of { $team } could not be posted in its channel.
undelivered-person = Engage cannot reach this account. Give an open promise to somebody else. Bring an escalated one back, and ask somebody else.
undelivered-blocked = They have not added Engage, or have blocked or removed it. Ask them to add or allow it, or speak to them yourself.
undelivered-place = The channel is gone or archived. Ask whoever runs Engage to choose another one.
undelivered-outside = Engage may not post in the channel. Invite it, or ask whoever manages the channel to let it post.
undelivered-other = The message was refused. Please tell whoever runs Engage.

## Reminders

reminder-title = { $count ->
    [one] One promise needs you
   *[other] { $count } promises need you
}
reminder-none-left = No open promise here any more
reminder-more = { $count ->
    [one] … and one more
   *[other] … and { $count } more
}

reason-before = { $days ->
    [one] one business day before it was due
   *[other] { $days } business days before it was due
}
reason-on-the-day = on the day it was due
reason-overdue = { $days ->
    [one] one business day overdue
   *[other] { $days } business days overdue
}
reason-hour-before = shortly before the hour it was due
reason-snoozed = on the day that was chosen
reason-asked = at the hour that was chosen

hold-weekend = it was the weekend
hold-day-off = it was not one of the owner’s working days
hold-holiday = it was a holiday
hold-closed = the team was off that day
hold-leave = the owner was on leave
hold-outside-hours = it was outside working hours
hold-already-today = the message of the day had been sent

remark-weekend = That day is on a weekend.
remark-day-off = { $owner } does not work on that day.
remark-yours-day-off = You do not work on that day.
remark-holiday = That day is a holiday: { $holiday }.
remark-closed = The team is off on that day.
remark-leave = { $owner } is on leave on that day.
remark-yours-leave = You are on leave on that day.

holiday-boxing-day = Boxing Day
holiday-british-columbia-day = British Columbia Day
holiday-canada-day = Canada Day
holiday-christmas-day = Christmas Day
holiday-civic-holiday = Civic Holiday
holiday-day-of-mourning = day of mourning for Queen Elizabeth II
holiday-discovery-day = Discovery Day
holiday-easter-monday = Easter Monday
holiday-family-day = Family Day
holiday-good-friday = Good Friday
holiday-heritage-day = Heritage Day
holiday-indigenous-peoples-day = National Indigenous Peoples Day
holiday-islander-day = Islander Day
holiday-june-day = June Day
holiday-labour-day = Labour Day
holiday-louis-riel-day = Louis Riel Day
holiday-memorial-day = Memorial Day and Canada Day
holiday-natal-day = Natal Day
holiday-national-patriots-day = National Patriots’ Day
holiday-new-brunswick-day = New Brunswick Day
holiday-new-years-day = New Year’s Day
holiday-nunavut-day = Nunavut Day
holiday-orangemens-day = Orangemen’s Day
holiday-remembrance-day = Remembrance Day
holiday-saint-georges-day = St. George’s Day
holiday-saint-jean-baptiste-day = Saint-Jean-Baptiste Day
holiday-saint-patricks-day = St. Patrick’s Day
holiday-saskatchewan-day = Saskatchewan Day
holiday-terry-fox-day = Terry Fox Day
holiday-thanksgiving-day = Thanksgiving
holiday-truth-and-reconciliation-day = National Day for Truth and Reconciliation
holiday-victoria-day = Victoria Day

## Lists

list-title = { $what }: { $count }
list-mine-live = Your open promises
list-mine-open = Your open promises, without those escalated
list-mine-overdue = Your overdue promises
list-mine-escalated = Your escalated promises
list-mine-closed = Your closed promises
list-mine-all = All your promises
list-of-live = Open promises of { $name }
list-of-open = Open promises of { $name }, without those escalated
list-of-overdue = Overdue promises of { $name }
list-of-escalated = Escalated promises of { $name }
list-of-closed = Closed promises of { $name }
list-of-all = All promises of { $name }
list-team-live = The team’s open promises
list-team-open = The team’s open promises, without those escalated
list-team-overdue = The team’s overdue promises
list-team-escalated = The team’s escalated promises
list-team-closed = The team’s closed promises
list-team-all = All the team’s promises
list-waiting = { $count ->
    [one] One question waits for your answer
   *[other] { $count } questions wait for your answer
}
list-waiting-more = { $count ->
    [one] One more question follows when these are answered.
   *[other] { $count } more questions follow when these are answered.
}
list-none = None.
home-empty-title = Nothing waits for you
home-empty = Did you promise something to a stakeholder, or hear something worth keeping? Record it here. Engage reminds you of each promise until it is closed.
list-nothing = No open promises. What you promise a stakeholder goes in with “/engage promise”.
find-title = Found for “{ $text }”: { $count }
find-nothing = No promise or insight has this in its words or its stakeholder. Try fewer letters.
page-of = Page { $page } of { $pages }

## Reading

reading-title = All that was written about promise { $number } to { $stakeholder }
reading-title-insight = All that was written about insight { $number } · { $stakeholder }

## History

history-title = History of promise { $number } to { $stakeholder }
history-recorded = { $by } recorded it, due { $due }
history-reminded = Engage reminded the owner: { $reason }
history-held = Engage held the reminder: { $reason }
history-undelivered = That reminder did not arrive: { $reason }
history-unreached-person = the owner’s account cannot be reached
history-unreached-blocked = the owner has blocked or removed Engage, or never added it
history-unreached-other = the message was refused
history-resumed = The owner was back, so reminders go on
history-retimed = The owner’s zone, hours or days changed, so the reminder was set anew
history-snoozed = { $by } snoozed it
history-moved = { $by } moved it to { $due }
history-given = { $by } gave it to { $owner }
history-escalated = { $by } escalated it to { $decider }
history-returned = { $by } answered
history-brought-back = { $by } brought it back
history-closed = { $by } closed it: { $outcome }
history-told = { $by } noted that the stakeholder was told
history-reopened = { $by } reopened it
history-undone = { $by } took back { $what }
history-retracted = { $by } took back the recording
history-linked = Accounts of { $by } were linked, and it came along
history-unlinked = Accounts of { $by } were unlinked, and it went back where it came from
history-note = “{ $note }”
history-next = next reminder { $when }

## Summary

summary-title = Summary: { $team }
summary-title-quarter = Summary for Q{ $quarter } of { $years }: { $team }
summary-title-fiscal-year = Summary for fiscal year { $years }: { $team }
summary-everybody = everyone
summary-now = Now
summary-open = Not yet closed
summary-overdue = of which overdue
summary-escalated = of which waiting for a decision
summary-period = From { $first } to { $last }
summary-day = On { $day }
summary-recorded = Promises recorded
summary-heard = Insights recorded
summary-closed = Promises closed
summary-follow-through = Follow-through
summary-none-closed = nothing to measure
summary-stuck = Longest overdue

## Questions

ask-missing = By when?
ask-missing-snooze = When should the reminder come? Choose a day.
ask-missing-move = What is the new due date? Choose a day.
ask-vague = “{ $said }” is not a definite day. Which one do you mean?
ask-several = More than one day is named. Which one do you mean?
ask-ambiguous-day-month = “{ $said }” can be read in two ways. Which day is it?
ask-weekday-contradicts-date = In “{ $said }”, the weekday and the date do not match. Which day is it?
ask-past = “{ $said }” is already past. Which day did you mean?
ask-impossible = There is no such day or hour as “{ $said }”. Which day did you mean?
ask-nothing-yet = Nothing changes until you choose.

## Forms

form-record = Record something
form-change = Change promise { $number }
form-close = Close promise { $number }
form-snooze = Snooze promise { $number }
form-move = Move promise { $number }
form-give = Give promise { $number }
form-escalate = Escalate promise { $number }
form-return = Answer: promise { $number }
form-bring-back = Bring back promise { $number }
form-told = Stakeholder told
form-when = By when?
form-settings = Your settings
form-source = From the message { $source }
submit-record = Record
submit-change = Change
submit-close = Close
submit-snooze = Snooze
submit-move = Move
submit-give = Give
submit-escalate = Escalate
submit-return = Answer
submit-bring-back = Bring back
submit-told = Note it
submit-when = Choose
submit-settings = Save
kind-promise = A promise: we will do something
kind-insight = An insight: something they told us
field-kind = What is it?
field-stakeholder = Stakeholder
field-organisation = Their organization
field-words = What was promised, or what did they tell you?
field-words-of-promise = What was promised?
field-reason-of-outcome = Reason, unless it was kept
field-due = By when?
field-due-of-promise = By when? Leave empty for an insight
field-outcome = Outcome
field-reason = Reason
field-until = When should the reminder come?
field-person = To whom?
field-note = Note
field-question = What is to be decided?
field-answer = Your answer
field-why = Why?
field-how = How were they told?
field-language = Language
field-zone = Time zone
field-other-zone = Another city or time zone
field-region = Province or territory
field-works = Working days
field-first-hour = Engage may write from
field-last-hour = Engage may write until
field-reminder-time = Time of the daily message
automatic-language = Automatic: as where you use Engage
automatic-zone = Automatic: as where you use Engage
automatic-region = As set for everyone
hint-words = Use words they would recognize.
hint-words-cut = This is the beginning of a longer message. Keep what matters; the link leads to the rest.
hint-words-kept = These words are too long to be shown here. Leave this empty to keep them as they are.
hint-due = For example: Friday, next Tuesday 3pm, in 5 business days, 2026-12-04
hint-reason-of-move = One that you could give the stakeholder.
hint-new-owner = They are told, and reminded from now on.
hint-decider = Someone with the authority to decide.
hint-question = One sentence that can be answered. Say what you recommend, and by when you need it.
hint-answer = The answer goes to the owner, who acts on it.
hint-bring-back = The person who was asked need not answer any more.
hint-how = For example: by email, at Tuesday’s meeting
hint-other-zone = If yours is not in the list. For example: Rankin Inlet, Paris or Europe/Paris
hint-region = Its holidays are your days off.
hint-works = For example: Monday to Thursday. Leave empty for the team’s days.
hint-first-hour = For example: 8:00. Outside these hours, Engage writes nothing by itself. Leave both empty, and the reminder before a due time can come at any hour.
hint-last-hour = For example: 16:30
hint-reminder-time = For example: 8:30. Leave empty for the team’s time.
choose-option = Choose…
choose-person = Type a name
field-missing = This field is required.
field-no-zone = This place is not known, or there are several. Try “London, Ontario” or “Europe/Paris”.
field-no-days = These are not days of the week. Try “Monday to Thursday”.
field-no-clock = This is not a time of day. Try “8:30”.
field-both-hours = Fill in both hours, or leave both empty.
field-too-long = This is too long. Shorten it, or link to a document.
field-when-missing = No day was found in this. Try “Friday” or “2026-12-04”.
field-when-vague = This is not a definite day. Try “Friday” or “2026-12-04”.
field-when-several = More than one day is named. Keep one.
field-when-past = This day is past. Choose one ahead.
field-when-impossible = There is no such day or hour. Try “2026-12-04 15:00”.
field-when-ambiguous-day-month = This can be read in two ways. Write it as “2026-12-04”.
field-when-weekday-contradicts-date = The weekday and the date do not match. Write it as “2026-12-04”.

## What is not clear

unclear-command = I don’t know “{ $said }”. Did you mean one of these?
unclear-list = I can’t list “{ $said }”. Try one of these.
unclear-draft = I don’t know “{ $said }”. A draft can be in English or in French.
unclear-period = I don’t know the period “{ $said }”. Say this or last week, month, quarter or fiscal year.
unclear-outcome = How did promise { $number } end? I don’t know “{ $said }”. Choose one of: kept, kept modified, kept in part, not pursued, not kept, withdrawn, transferred.
unclear-absence = From when to when are you away? Say it like this:
unclear-setting = I don’t know the setting “{ $said }”. Name one of: language, zone, region, days, hours, reminder.
unclear-language = I don’t speak “{ $said }”. Choose English or French.
unclear-zone = I don’t know where “{ $said }” is. Name a city, such as Vancouver, Halifax or Paris.
unclear-zone-near = I don’t know which place “{ $said }” is. Did you mean: { $near }?
unclear-region = “{ $said }” is not a province or territory. Give its name or its two letters, such as Quebec or QC.
unclear-days = I don’t know which days of the week “{ $said }” are. Say “Monday to Thursday” or “Mon, Wed and Fri”.
unclear-hours = I don’t understand the hours “{ $said }”. Say “8:00 to 16:30”.
unclear-reminder = “{ $said }” is not a time of day. Say “8:30”.
missing-number = Which promise? Add its number after “{ $verb }”; “mine” lists yours.
missing-colon = Put a colon between the stakeholder and the words, like this:
missing-all = Say who and what, like this:
missing-stakeholder = To whom? Put the stakeholder before the colon, like this:
missing-words = What was said? Put the words after the colon, like this:
missing-person = To whom? Name a person with @ after the number { $number }, like this:
missing-question = What is to be decided about promise { $number }? Add the question after a colon, like this:
long-search = That is too long for a search. Use up to { $longest } characters.
missing-search = What are you looking for? Add a word, like this:
one-at-a-time = One at a time, please: { $first } first, then { $second }. Nothing was changed.
too-long = That is { $length } characters, and { $longest } fit. Nothing was recorded: shorten it, or link to a document.

verb-show = show
verb-read = read
verb-history = history
verb-done = done
verb-close = close
verb-told = told
verb-draft = draft
verb-reopen = reopen
verb-snooze = snooze
verb-move = move
verb-give = give
verb-escalate = escalate
verb-return = return

## What cannot be done

action-close = closed
action-told = marked “stakeholder told”
action-reopen = reopened
action-snooze = snoozed
action-move = moved
action-give = given to someone else
action-escalate = escalated
action-return = returned to its owner
action-change = changed
action-remind = reminded of

refuse-unknown = There is no promise { $number }. These find the right number:
refuse-insight = { $number } is an insight, not a promise: it can only be shown or taken back.
refuse-retracted = Promise { $number } was taken back as recorded by mistake. Record it again if it holds after all.
refuse-not-yours = Promise { $number } belongs to { $owner } (@{ $handle }). Only they or a team lead can change it.
refuse-unknown-person = I don’t know who @{ $handle } is. Use one of these: { $known }.
refuse-bot = @{ $handle } is an app. Name a person.
refuse-outsider = Engage is only for the people of the organization that runs it. Ask one of them to record this.
refuse-who = At the moment, the platform does not say who @{ $handle } is. Please try again in a minute.
refuse-foreign = @{ $handle } belongs to another organization. Name somebody from yours.
refuse-inactive = The account of @{ $handle } is no longer active. Name somebody else.
refuse-stage = Promise { $number } is { $stage }, so it cannot be { $action }.
refuse-already = Promise { $number } is already { $stage }.
refuse-close-without-reason = Promise { $number } can be closed as { $outcome } only with a reason: add it after a colon.
refuse-snooze-past = That moment is past. Snooze promise { $number } until a later one.
refuse-move-without-reason = Why does promise { $number } move? Add “because” and the reason.
refuse-move-same = Promise { $number } is already due on that day.
refuse-give-same = Promise { $number } already belongs to this person.
refuse-escalate-to-owner = Promise { $number } cannot be escalated to its own owner. Name someone with the authority to decide.
refuse-escalate-without-question = What is to be decided about promise { $number }? Add the question after a colon.
refuse-return-without-note = Promise { $number } can be returned only with an answer: add it after a colon.
refuse-due-past = { $due } is already past. Nothing was recorded: choose a day ahead.
refuse-long-name = A name takes up to { $longest } characters. Nothing was recorded: put the rest after the colon.
refuse-undo-nothing = There is nothing of yours to take back.
refuse-undo-done = That change to number { $number } was already taken back, or is too old to take back.
refuse-undo-not-yours = Somebody else made this change to number { $number }, and only they can take it back.
refuse-undo-changed = Promise { $number } has changed since, so this cannot be taken back. Its history shows what happened.
refuse-undo-settings = This choice was taken back already, or changed since.
refuse-hours = Hours must end after they begin, on the same day; { $first } to { $last } do not. Nothing was changed: try “8:00 to 16:30”.
refuse-reminder-outside = { $clock } is outside your hours ({ $first } to { $last }). Nothing was changed: choose a time within them, or change your hours too.
refuse-absence-past = That absence is over before it begins. Name a day ahead.
refuse-not-away = You are not away.
refuse-link-here = The code is a key: it is given only where nobody else reads it. Type “link” in a direct conversation with Engage.
refuse-link-shown = Others can read this message, so the code no longer works. Ask for a new one, and type it in a direct conversation with Engage.
refuse-link-code = This code does not work. Type “link” in your other account for a new one, and type that here within { $minutes } minutes.
refuse-link-same = You asked for this code here. Type it to Engage in your other account, in Slack or in Microsoft Teams.
refuse-link-linked = These accounts are linked already.
refuse-link-taken = You would have two accounts in { $platform }, and only one is possible. Unlink the one that does not belong first:
refuse-not-linked = No other account is linked with this one. To link one:
refuse-not-there = Engage does not know you in { $platform }. If you have an account there, link it first:
refuse-button = This button or form no longer works. Type the command instead; “help” lists them.
refuse-question-gone = This question is no longer open. Type the command again.
sorry-store = Engage could not save this, so nothing was recorded. Please tell whoever runs Engage, and try again later.
sorry-who = At the moment, your platform does not say who you are, so nothing was recorded. Please try again in a minute.
sorry-failed = Something went wrong on my side, and nothing was recorded. Please try again, or tell whoever runs Engage.

## Help

help-title = What you can say
help-intro = Type one of these with your own words and numbers, in English or French. Capitals and accents do not matter.
help-record = Record
help-look = Look
help-finish = Finish
help-change = Change
help-decide = Get a decision
help-lead = Lead a team
help-you = For yourself
help-outro = Dates can be “Friday 3pm”, “in 5 business days”, “4 December” or “2026-12-04”. Everything that a button does can be typed.

example-promise = /engage promise Maria Chen (OpenNorth): send the consultation report by Friday 3pm
does-promise = record what you promised, to whom, by when
example-heard = /engage heard Amir Haddad: the bus map would be more useful with stop names
does-heard = record what a stakeholder told or offered us
example-form = /engage
does-form = open the form
example-mine = /engage mine
does-mine = your open promises
example-list = /engage list overdue · /engage list @sam
does-list = the promises of the team, or of one person
example-find = /engage find consultation
does-find = search words and stakeholders
example-show = /engage show { $number }
does-show = one promise in full
example-read = /engage read { $number }
does-read = all that was written, however long
example-home = /engage home
does-home = what waits for you and what you promised
example-history = /engage history { $number }
does-history = what happened to it, and why you were reminded
example-done = /engage done { $number }
does-done = you kept it
example-close = /engage close { $number } not pursued: the program has ended
does-close = it ended in another way
example-told = /engage told { $number } by email
does-told = the stakeholder knows the result
example-draft = /engage draft { $number } · /engage draft { $number } in French
does-draft = a message to the stakeholder, for you to send
example-reopen = /engage reopen { $number }
does-reopen = it is not finished after all
example-snooze = /engage snooze { $number } until Tuesday
does-snooze = be reminded later; the due date stays
example-move = /engage move { $number } to 15 December because the data is late
does-move = a new due date, with its reason
example-give = /engage give { $number } to @sam
does-give = someone else becomes responsible
example-away = /engage away until 4 January · /engage away 21 December to 2 January
does-away = no reminders while you are on leave
example-back = /engage back
does-back = you are back early
example-undo = /engage undo
does-undo = take back the last thing you did
example-escalate = /engage escalate { $number } to @dana: whether to publish the dataset
does-escalate = ask someone who may decide; your reminders stop
example-return = /engage return { $number }: publish it, without the names
does-return = answer, and bring it back to its owner
example-summary = /engage summary last week
does-summary = how the team stands
example-settings = /engage settings · /engage settings zone Vancouver · /engage settings hours 8:00 to 16:30
does-settings = your language, time zone, province, days, hours and daily message
example-link = /engage link
does-link = link your accounts in Slack and in Teams
example-prefer = /engage prefer Teams · /engage remind me in Teams
does-prefer = choose where reminders and messages go
example-unlink = /engage unlink
does-unlink = separate your accounts again
example-help = /engage help
does-help = this list
