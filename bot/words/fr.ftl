# Toutes les phrases d’Engage en français. en.ftl a les mêmes clés.
# Les codes que le programme insère (étapes, résultats, actions) sont des phrases à part.

## Boutons

button-name = { $label } : { $about }
button-undo = Annuler
button-change = Modifier
button-speak = Français
button-settings = Paramètres
button-done = Fait
button-snooze = Reporter
button-escalate = Transmettre
button-move = Déplacer
button-give = Confier à quelqu’un…
button-close = Clore autrement…
button-return = Répondre
button-bring-back = Reprendre
button-told = Partie prenante informée
button-draft = Ébauche de message
button-draft-en = En anglais
button-draft-fr = En français
button-reopen = Rouvrir
button-show = Voir
button-history = Historique
button-read = Tout lire
button-mine = Mes engagements
button-form = Consigner
button-begun = Remplir le formulaire
button-help = Toutes les commandes
button-previous = Précédent
button-next = Suivant
button-again = Consigner quand même
button-more = Autres actions…
button-other-day = Un autre jour…
button-rather = Plutôt le { $day }
button-back = Je suis de retour
button-link = Lier un compte
button-unlink = Délier
button-prefer = M’écrire dans { $platform }
cancel = Fermer

close-window = Fermer
app-title = Engage
answered-below = La réponse est ci-dessous.
working = Un instant. La réponse s’affichera ici.
form-failed = L’affichage a échoué. Tapez plutôt la commande ; « aide » les montre toutes.

## Un engagement

promise-title = Engagement { $number } envers { $stakeholder }
item-title = { $number } · { $stakeholder } : { $words }
label-to = Envers
label-from = De la part de
label-promised = Promis à { $stakeholder }
label-owner = Responsable
label-due = Échéance
label-due-original = Échéance initiale
label-stands = État
label-question = Question
label-answer = Réponse
label-reason = Raison
label-note = Note
label-told = Partie prenante informée
label-reminder = Prochain rappel
reminder-late = { $when }, après l’échéance
label-source = Source
label-heard-by = Recueillie par
label-recorded = Consignée
answer-of = « { $note } » ({ $name })
told-how = { $day } · { $how }

standing-open = Échéance : { $due } ({ $days ->
    [1] demain
   *[other] dans { $days } jours
})
stands-open = Ouvert, échéance { $days ->
    [0] aujourd’hui
    [1] demain
   *[other] dans { $days } jours
}
standing-today = Échéance aujourd’hui : { $due }
standing-overdue = En retard{ $days ->
    [0] {""}
    [1] {" "}de 1 jour
   *[other] {" "}de { $days } jours
} : échéance le { $due }
stands-overdue = { $days ->
    [0] En retard aujourd’hui
    [1] En retard de 1 jour
   *[other] En retard de { $days } jours
}
standing-escalated = Transmis à { $decider }, échéance le { $due }
stands-escalated = Transmis à { $decider }
standing-closed = Clos : { $outcome }
standing-told = partie prenante informée
standing-retracted = Annulé : consigné par erreur

stage-open = ouvert
stage-escalated = transmis
stage-closed = clos

outcome-kept = tenu
outcome-kept-modified = tenu avec des modifications
outcome-kept-in-part = tenu en partie
outcome-not-pursued = non poursuivi
outcome-not-kept = non tenu
outcome-withdrawn = retiré par la partie prenante
outcome-transferred = transféré

## Une observation

insight-title = Observation { $number } · { $stakeholder }
insight-by = Observation recueillie par { $name }, { $when }

## Ce qui vient d’être fait

recorded = Engagement { $number } consigné : { $stakeholder }, échéance le { $due }.
recorded-instead = L’engagement { $old } est modifié ; c’est maintenant l’engagement { $number }, échéance le { $due }.
recorded-twice = Vous venez de le consigner : c’est l’engagement { $number }.
heard = Observation { $number } consignée : { $stakeholder }.
heard-twice = Vous venez de la consigner : c’est l’observation { $number }.
closed = L’engagement { $number } est clos : { $outcome }. Avez-vous informé { $stakeholder } ?
told = Engagement { $number } : c’est noté, { $stakeholder } connaît le résultat.
reopened = L’engagement { $number } est rouvert, échéance le { $due }.
snoozed = Engagement { $number } : rappel le { $at }. L’échéance reste le { $due }.
snoozed-past-due = Engagement { $number } : rappel le { $at }. C’est après l’échéance du { $due }.
snoozed-overdue = Engagement { $number } : rappel le { $at }. L’échéance est dépassée depuis le { $due }.
moved = Engagement { $number } : nouvelle échéance le { $due }.
given = L’engagement { $number } est maintenant confié à { $owner }.
escalated = L’engagement { $number } est transmis à { $decider }. Vos rappels cessent jusqu’à la réponse.
escalated-of = L’engagement { $number } est transmis à { $decider }. Les rappels à { $owner } cessent jusqu’à la réponse.
returned = L’engagement { $number } revient à { $owner }, avec la réponse.
brought-back = L’engagement { $number } revient à { $owner }. { $decider } n’a plus à répondre.
away-day = Vous êtes en congé le { $first }. Aucun rappel pendant ce congé.
away = Vous êtes en congé du { $first } au { $last }, inclusivement. Aucun rappel pendant ce congé.
back = Vous voilà de retour. Les rappels reprennent.
undone = Engagement { $number } : vous avez annulé { $undone }.
undone-insight = La consignation de l’observation { $number } est annulée.
undone-instead = La consignation de l’engagement { $number } est annulée. L’engagement { $old } tient de nouveau.
undone-draft = Les ébauches pour { $stakeholder } sont de nouveau dans la langue d’avant.
undone-settings = Ce choix est annulé.
undone-away = Le dernier changement à votre congé est annulé.

undone-recorded = la consignation
undone-snoozed = le report du rappel
undone-moved = le changement d’échéance
undone-given = le changement de responsable
undone-escalated = la transmission
undone-brought-back = la reprise
undone-returned = la réponse
undone-closed = la clôture
undone-told = la mention « partie prenante informée »
undone-reopened = la réouverture
undone-retracted = la correction

## La même personne à plusieurs endroits

platform-slack = Slack
platform-teams = Microsoft Teams
platform-playground = le bac à sable
link-code = Votre code est { $code }.
link-how = Dans les { $minutes } minutes, écrivez « lier { $code } » à Engage à partir de votre autre compte, dans Slack ou dans Microsoft Teams. Le code sert une seule fois ; gardez-le pour vous.
linked-by-typed = Vos comptes dans { $places } sont maintenant liés.
linked-by-code = Vos comptes dans { $places } ont été liés à l’aide d’un code. Pour Engage, ce sont maintenant ceux d’une même personne.
linked-by-email = Vos comptes dans { $places } ont la même adresse de courriel. Pour Engage, ce sont donc ceux d’une même personne.
linked-with = Ce code a été demandé par { $name } (@{ $handle }).
linked-typed = Le code a été tapé par { $name } (@{ $handle }).
linked-what = Vos engagements et les questions qu’on vous pose sont réunis, et chaque bouton fonctionne aux deux endroits. Vos messages arrivent dans { $platform }.
linked-undo = Ce n’est pas vous, ou c’est une erreur ? Tapez « délier ».
unlinked = Vos comptes dans { $kept } et { $left } sont de nouveau séparés.
unlinked-what = { $count ->
    [0] Tous les engagements restent dans votre compte { $kept }.
    [1] L’engagement qui venait de { $left } y est retourné. Tout le reste demeure dans votre compte { $kept }.
   *[other] Les { $count } engagements qui venaient de { $left } y sont retournés. Tout le reste demeure dans votre compte { $kept }.
} Seul un code peut lier de nouveau les deux comptes.
prefers-now = Vos rappels et vos messages arrivent dans { $platform }.
prefers-from-now-on = Désormais, vos rappels et vos messages arriveront dans { $platform }.
prefers-only = Engage ne vous connaît qu’ici. Si vous l’utilisez aussi ailleurs, liez votre autre compte.

## Un message à la partie prenante, dans sa langue

draft-title = Ébauche pour { $stakeholder } sur l’engagement { $number }
draft-how = Copiez ce message, adaptez-le et envoyez-le. Engage n’écrit jamais lui-même aux parties prenantes.
draft-greeting = Bonjour { $name },
draft-promised = Le { $day }, nous avons pris envers vous l’engagement suivant : « { $words } »
draft-open = Je vous en donnerai des nouvelles au plus tard le { $due }.
draft-moved = Il me faut plus de temps que prévu. La nouvelle date est le { $due }.
draft-overdue = L’échéance était le { $due }, et ce n’est pas encore fait. Je vous présente mes excuses pour ce retard.
draft-escalated = La décision ne m’appartient pas. La question a été soumise à une personne qui a le pouvoir de décider. Je vous donnerai des nouvelles dès que j’aurai sa réponse.
draft-kept = C’est chose faite.
draft-kept-modified = C’est chose faite, avec quelques modifications.
draft-kept-in-part = C’est fait en partie.
draft-not-pursued = Après réflexion, nous avons décidé de ne pas y donner suite.
draft-not-kept = Je n’ai pas été en mesure de le faire, et je vous présente mes excuses.
draft-withdrawn = Comme vous l’avez demandé, nous n’y donnerons pas suite.
draft-transferred = D’autres personnes ont pris le relais.
draft-reason = En bref : { $reason }
draft-thanks = Merci du temps que vous nous avez accordé.

## Paramètres

settings-title = Vos paramètres
settings-chosen = C’est changé : { $what }.
settings-spoken = Engage vous écrit désormais en français.
settings-same = Rien n’a changé : c’était déjà ainsi.
settings-how = Tout peut se taper : « paramètres fuseau Vancouver », « paramètres heures 8 h à 16 h 30 », « paramètres langue anglais ». Le mot « automatique » annule un choix : « paramètres fuseau automatique ».
setting-language = Langue
setting-zone = Fuseau horaire
setting-region = Province ou territoire
setting-works = Jours de travail
setting-hours = Heures des messages
setting-reminder-time = Message du jour
setting-prefers = Messages envoyés dans
setting-leave = En congé
setting-held = { $value } — { $why }
chosen-by-you = votre choix
chosen-by-team = pour tout le monde
said-by = comme dans { $platform }
chose-language = la langue
chose-zone = le fuseau horaire
chose-region = la province ou le territoire
chose-works = les jours de travail
chose-hours = les heures des messages
chose-reminder-time = l’heure du message du jour
language-itself = Français
zone-now = { $city } ({ $zone }), où il est { $clock }
zone-option = { $city } (il y est { $clock })
hours-between = de { $first } à { $last }
hours-none = Aucun choix : le rappel qui précède une heure d’échéance peut venir à toute heure
days-between = du { $first } au { $last }
region-none = Aucun choix : aucun jour férié provincial
reminder-gives-way = { $clock }, car votre choix ({ $chosen }) est hors de vos heures
region-AB = Alberta
region-BC = Colombie-Britannique
region-MB = Manitoba
region-NB = Nouveau-Brunswick
region-NL = Terre-Neuve-et-Labrador
region-NS = Nouvelle-Écosse
region-NT = Territoires du Nord-Ouest
region-NU = Nunavut
region-ON = Ontario
region-PE = Île-du-Prince-Édouard
region-QC = Québec
region-SK = Saskatchewan
region-YT = Yukon

## Ce que les autres apprennent

inform-closed = { $by } a clos votre engagement { $number } : { $outcome }.
inform-reopened = { $by } a rouvert votre engagement { $number }.
inform-moved = { $by } a déplacé l’échéance de votre engagement { $number } au { $due }.
inform-snoozed = { $by } a reporté le rappel de votre engagement { $number } au { $at }.
inform-given = { $by } vous a confié l’engagement { $number }.
inform-taken = { $by } a confié votre engagement { $number } à { $owner }.
inform-escalated = { $by } vous demande une décision sur l’engagement { $number }.
inform-escalated-yours = { $by } a transmis votre engagement { $number } à { $decider }.
inform-returned = { $by } a répondu à la question sur l’engagement { $number }.
inform-brought-back = { $by } vous a rendu l’engagement { $number }.
inform-withdrawn = { $by } a repris l’engagement { $number } : votre réponse n’était plus nécessaire.
since-then = Cet engagement a changé depuis. Voici où il en est :
inform-undone = Engagement { $number } : { $by } a annulé { $undone }.

## Ce qui n’est pas arrivé

undelivered = Engage n’a pas pu aviser { $name } au sujet de l’engagement { $number }.
undelivered-many = { $count ->
    [0] Engage n’a pas pu aviser { $name } au sujet de { $count } engagement.
    [1] Engage n’a pas pu aviser { $name } au sujet d’un engagement.
   *[other] Engage n’a pas pu aviser { $name } au sujet de { $count } engagements.
}
undelivered-summary = Le bilan n’a pas pu être publié dans le canal de l’équipe : { $team }.
undelivered-person = Engage ne peut pas joindre ce compte. Un engagement ouvert : confiez-le à une autre personne. Un engagement transmis : reprenez-le et posez la question à quelqu’un d’autre.
undelivered-blocked = Cette personne n’a pas ajouté Engage, ou l’a bloqué ou retiré. Demandez-lui de l’ajouter ou de l’autoriser, ou parlez-lui vous-même.
undelivered-place = Le canal n’existe plus ou est archivé. Demandez à l’équipe qui gère Engage d’en choisir un autre.
undelivered-outside = Engage ne peut pas écrire dans ce canal. Invitez-le, ou demandez à la personne qui gère le canal de l’y autoriser.
undelivered-other = Le message a été refusé. Prévenez l’équipe qui gère Engage.

## Rappels

reminder-title = { $count ->
    [1] Un engagement vous attend
   *[other] { $count } engagements vous attendent
}
reminder-none-left = Plus aucun engagement ouvert ici
reminder-more = { $count ->
    [1] … et un de plus
   *[other] … et { $count } de plus
}

reason-before = { $days ->
    [1] un jour ouvrable avant l’échéance
   *[other] { $days } jours ouvrables avant l’échéance
}
reason-on-the-day = le jour de l’échéance
reason-overdue = { $days ->
    [1] un jour ouvrable de retard
   *[other] { $days } jours ouvrables de retard
}
reason-hour-before = peu avant l’heure de l’échéance
reason-snoozed = le jour choisi
reason-asked = à l’heure choisie

hold-weekend = c’était la fin de semaine
hold-day-off = ce n’était pas un jour de travail de la personne responsable
hold-holiday = c’était un jour férié
hold-closed = l’équipe était en congé ce jour-là
hold-leave = la personne responsable était en congé
hold-outside-hours = c’était hors des heures de travail
hold-already-today = le message du jour était déjà parti

remark-weekend = Ce jour tombe la fin de semaine.
remark-day-off = { $owner } ne travaille pas ce jour-là.
remark-yours-day-off = Vous ne travaillez pas ce jour-là.
remark-holiday = Ce jour est férié : { $holiday }.
remark-closed = L’équipe est en congé ce jour-là.
remark-leave = { $owner } sera en congé ce jour-là.
remark-yours-leave = Vous serez en congé ce jour-là.

holiday-boxing-day = lendemain de Noël
holiday-british-columbia-day = jour de la Colombie-Britannique
holiday-canada-day = fête du Canada
holiday-christmas-day = jour de Noël
holiday-civic-holiday = congé civique du premier lundi d’août
holiday-day-of-mourning = jour de deuil en l’honneur de la reine Elizabeth II
holiday-discovery-day = jour de la Découverte
holiday-easter-monday = lundi de Pâques
holiday-family-day = jour de la Famille
holiday-good-friday = Vendredi saint
holiday-heritage-day = Journée du patrimoine
holiday-indigenous-peoples-day = Journée nationale des peuples autochtones
holiday-islander-day = fête des Insulaires
holiday-june-day = congé de juin
holiday-labour-day = fête du Travail
holiday-louis-riel-day = Journée Louis Riel
holiday-memorial-day = jour commémoratif et fête du Canada
holiday-natal-day = jour de la Fondation
holiday-national-patriots-day = Journée nationale des patriotes
holiday-new-brunswick-day = fête du Nouveau-Brunswick
holiday-new-years-day = jour de l’An
holiday-nunavut-day = fête du Nunavut
holiday-orangemens-day = fête des Orangistes
holiday-remembrance-day = jour du Souvenir
holiday-saint-georges-day = fête de la Saint-Georges
holiday-saint-jean-baptiste-day = fête nationale du Québec
holiday-saint-patricks-day = fête de la Saint-Patrick
holiday-saskatchewan-day = jour de la Saskatchewan
holiday-terry-fox-day = Journée Terry Fox
holiday-thanksgiving-day = Action de grâces
holiday-truth-and-reconciliation-day = Journée nationale de la vérité et de la réconciliation
holiday-victoria-day = fête de la Reine

## Listes

list-title = { $what } : { $count }
list-mine-live = Vos engagements en cours
list-mine-open = Vos engagements en cours, sauf ceux qui sont transmis
list-mine-overdue = Vos engagements en retard
list-mine-escalated = Vos engagements transmis
list-mine-closed = Vos engagements clos
list-mine-all = Tous vos engagements
list-of-live = Engagements en cours ({ $name })
list-of-open = Engagements en cours, sauf ceux qui sont transmis ({ $name })
list-of-overdue = Engagements en retard ({ $name })
list-of-escalated = Engagements transmis ({ $name })
list-of-closed = Engagements clos ({ $name })
list-of-all = Tous les engagements ({ $name })
list-team-live = Engagements en cours de l’équipe
list-team-open = Engagements en cours de l’équipe, sauf ceux qui sont transmis
list-team-overdue = Engagements en retard de l’équipe
list-team-escalated = Engagements transmis de l’équipe
list-team-closed = Engagements clos de l’équipe
list-team-all = Tous les engagements de l’équipe
list-waiting = { $count ->
    [1] Une question attend votre réponse
   *[other] { $count } questions attendent votre réponse
}
list-waiting-more = { $count ->
    [1] Une autre question suivra quand vous aurez répondu à celles-ci.
   *[other] { $count } autres questions suivront quand vous aurez répondu à celles-ci.
}
list-none = Aucun.
home-empty-title = Rien ne vous attend
home-empty = Vous avez promis quelque chose à une partie prenante, ou entendu quelque chose à retenir ? Consignez-le ici. Engage vous rappelle chaque engagement jusqu’à sa clôture.
list-nothing = Aucun engagement en cours. Ce que vous promettez à une partie prenante se consigne avec « /engage engagement ».
find-title = Résultats pour « { $text } » : { $count }
find-nothing = Aucun engagement ni aucune observation ne contient ces mots ou cette partie prenante. Essayez avec moins de lettres.
page-of = Page { $page } sur { $pages }

## Lecture

reading-title = Tout ce qui a été écrit sur l’engagement { $number } envers { $stakeholder }
reading-title-insight = Tout ce qui a été écrit sur l’observation { $number } · { $stakeholder }

## Historique

history-title = Historique de l’engagement { $number } envers { $stakeholder }
history-recorded = { $by } l’a consigné, échéance le { $due }
history-reminded = Engage a envoyé un rappel : { $reason }
history-held = Engage a retenu le rappel : { $reason }
history-undelivered = Ce rappel n’est pas arrivé : { $reason }
history-unreached-person = le compte de la personne responsable ne peut pas être joint
history-unreached-blocked = la personne responsable a bloqué ou retiré Engage, ou ne l’a jamais ajouté
history-unreached-other = le message a été refusé
history-resumed = La personne responsable est revenue : les rappels reprennent
history-retimed = Le fuseau, les heures ou les jours de la personne responsable ont changé : le rappel a été fixé de nouveau
history-snoozed = { $by } a reporté le rappel
history-moved = { $by } a déplacé l’échéance au { $due }
history-given = { $by } l’a confié à { $owner }
history-escalated = { $by } l’a transmis à { $decider }
history-returned = { $by } a répondu
history-brought-back = { $by } l’a repris
history-closed = { $by } l’a clos : { $outcome }
history-told = { $by } a noté que la partie prenante connaît le résultat
history-reopened = { $by } l’a rouvert
history-undone = { $by } a annulé { $what }
history-retracted = { $by } a annulé la consignation
history-linked = Comptes liés ({ $by }) : l’engagement a suivi
history-unlinked = Comptes déliés ({ $by }) : l’engagement est retourné d’où il venait
history-note = « { $note } »
history-next = prochain rappel le { $when }

## Bilan

summary-title = Bilan : { $team }
summary-title-quarter = Bilan du T{ $quarter } de { $years } : { $team }
summary-title-fiscal-year = Bilan de l’exercice { $years } : { $team }
summary-everybody = tout le monde
summary-now = En ce moment
summary-open = Pas encore clos
summary-overdue = dont en retard
summary-escalated = dont en attente d’une décision
summary-period = Du { $first } au { $last }
summary-day = Le { $day }
summary-recorded = Engagements consignés
summary-heard = Observations consignées
summary-closed = Engagements clos
summary-follow-through = Suivi des engagements
summary-none-closed = rien à mesurer
summary-stuck = Les plus longs retards

## Questions

ask-missing = Pour quand ?
ask-missing-snooze = Quand envoyer le rappel ? Choisissez un jour.
ask-missing-move = Quelle est la nouvelle échéance ? Choisissez un jour.
ask-vague = « { $said } » ne désigne pas un jour précis. Lequel choisissez-vous ?
ask-several = Plusieurs jours sont mentionnés. Lequel est le bon ?
ask-ambiguous-day-month = « { $said } » se lit de deux façons. Quel jour est-ce ?
ask-weekday-contradicts-date = Dans « { $said } », le jour de la semaine et la date ne concordent pas. Quel jour est-ce ?
ask-past = « { $said } » est déjà passé. Quel jour vouliez-vous dire ?
ask-impossible = Il n’existe pas de jour ou d’heure « { $said } ». Quel jour vouliez-vous dire ?
ask-nothing-yet = Rien ne change tant que vous n’avez pas choisi.

## Formulaires

form-record = Consigner
form-change = Modifier le n° { $number }
form-close = Clore le n° { $number }
form-snooze = Reporter le n° { $number }
form-move = Déplacer le n° { $number }
form-give = Confier le n° { $number }
form-escalate = Transmettre le n° { $number }
form-return = Répondre : n° { $number }
form-bring-back = Reprendre le n° { $number }
form-told = Partie prenante informée
form-when = Pour quand ?
form-settings = Vos paramètres
form-source = D’après le message { $source }
submit-record = Consigner
submit-change = Modifier
submit-close = Clore
submit-snooze = Reporter
submit-move = Déplacer
submit-give = Confier
submit-escalate = Transmettre
submit-return = Répondre
submit-bring-back = Reprendre
submit-told = Noter
submit-when = Choisir
submit-settings = Enregistrer
kind-promise = Engagement (notre promesse)
kind-insight = Observation (ce qu’on nous a dit)
field-kind = De quoi s’agit-il ?
field-stakeholder = Partie prenante
field-organisation = Son organisation
field-words = Qu’avez-vous promis, ou que vous a-t-on dit ?
field-words-of-promise = Qu’avez-vous promis ?
field-reason-of-outcome = Raison, sauf si l’engagement est tenu
field-due = Pour quand ?
field-due-of-promise = Pour quand ? Laissez vide pour une observation
field-outcome = Résultat
field-reason = Raison
field-until = Quand envoyer le rappel ?
field-person = À qui ?
field-note = Note
field-question = Que faut-il décider ?
field-answer = Votre réponse
field-why = Pourquoi ?
field-how = Comment l’avez-vous informée ?
field-language = Langue
field-zone = Fuseau horaire
field-other-zone = Une autre ville ou un autre fuseau
field-region = Province ou territoire
field-works = Jours de travail
field-first-hour = Engage peut écrire à partir de
field-last-hour = Engage peut écrire jusqu’à
field-reminder-time = Heure du message du jour
automatic-language = Automatique : comme là où vous utilisez Engage
automatic-zone = Automatique : comme là où vous utilisez Engage
automatic-region = Comme pour tout le monde
hint-words = Des mots que la partie prenante reconnaîtrait.
hint-words-cut = C’est le début d’un message plus long. Gardez l’essentiel ; le lien mène au reste.
hint-words-kept = Ces mots sont trop longs pour être affichés ici. Laissez le champ vide pour les garder tels quels.
hint-due = Par exemple : vendredi, mardi prochain 15 h, dans 5 jours ouvrables, 2026-12-04
hint-reason-of-move = Une raison que vous pourriez donner à la partie prenante.
hint-new-owner = Cette personne est avisée, et reçoit désormais les rappels.
hint-decider = Une personne qui a le pouvoir de décider.
hint-question = Une question à laquelle on peut répondre en une phrase. Dites ce que vous recommandez et pour quand il faut la réponse.
hint-answer = La réponse va à la personne responsable, qui y donne suite.
hint-bring-back = La personne à qui la question était posée n’aura plus à répondre.
hint-how = Par exemple : par courriel, à la réunion de mardi
hint-other-zone = Si le vôtre n’est pas dans la liste. Par exemple : Rankin Inlet, Paris ou Europe/Paris
hint-region = Ses jours fériés sont vos jours de congé.
hint-works = Par exemple : du lundi au jeudi. Laissez vide pour suivre les jours de l’équipe.
hint-first-hour = Par exemple : 8 h. En dehors de ces heures, Engage n’écrit rien de lui-même. Si les deux sont vides, le rappel qui précède une heure d’échéance peut venir à toute heure.
hint-last-hour = Par exemple : 16 h 30
hint-reminder-time = Par exemple : 8 h 30. Laissez vide pour suivre l’heure de l’équipe.
choose-option = Choisissez…
choose-person = Tapez un nom
field-missing = Ce champ est obligatoire.
field-no-zone = Ce lieu est inconnu, ou il y en a plusieurs. Essayez « London, Ontario » ou « Europe/Paris ».
field-no-days = Ce ne sont pas des jours de la semaine. Essayez « du lundi au jeudi ».
field-no-clock = Ce n’est pas une heure. Essayez « 8 h 30 ».
field-both-hours = Remplissez les deux heures, ou laissez les deux vides.
field-too-long = C’est trop long. Raccourcissez, ou mettez un lien vers un document.
field-when-missing = Aucun jour reconnu. Essayez « vendredi » ou « 2026-12-04 ».
field-when-vague = Ce n’est pas un jour précis. Essayez « vendredi » ou « 2026-12-04 ».
field-when-several = Plusieurs jours sont mentionnés. N’en gardez qu’un.
field-when-past = Ce jour est passé. Choisissez-en un à venir.
field-when-impossible = Ce jour ou cette heure n’existe pas. Essayez « 2026-12-04 15 h ».
field-when-ambiguous-day-month = Cette date se lit de deux façons. Écrivez « 2026-12-04 ».
field-when-weekday-contradicts-date = Le jour de la semaine et la date ne concordent pas. Écrivez « 2026-12-04 ».

## Ce qui n’est pas clair

unclear-command = Je ne connais pas « { $said } ». Vouliez-vous dire l’une de ces commandes ?
unclear-list = Je ne peux pas afficher « { $said } ». Essayez l’une de ces commandes.
unclear-draft = Je ne connais pas « { $said } ». Une ébauche peut être en français ou en anglais.
unclear-period = Je ne connais pas la période « { $said } ». Dites « cette semaine » ou « la semaine dernière » ; de même pour le mois, le trimestre et l’exercice.
unclear-outcome = Quel est le résultat de l’engagement { $number } ? Je ne connais pas « { $said } ». Choisissez parmi : tenu, tenu modifié, tenu en partie, non poursuivi, non tenu, retiré, transféré.
unclear-absence = De quand à quand êtes-vous en congé ? Dites-le comme ceci :
unclear-setting = Je ne connais pas le paramètre « { $said } ». Nommez l’un de ceux-ci : langue, fuseau, province, jours, heures, rappel.
unclear-language = Je ne parle pas « { $said } ». Choisissez le français ou l’anglais.
unclear-zone = Je ne sais pas où se trouve « { $said } ». Nommez une ville, comme Vancouver, Halifax ou Paris.
unclear-zone-near = Je ne sais pas quel lieu est « { $said } ». Vouliez-vous dire : { $near } ?
unclear-region = « { $said } » n’est ni une province ni un territoire. Donnez son nom ou ses deux lettres, comme Québec ou QC.
unclear-days = Je ne sais pas quels jours de la semaine sont « { $said } ». Dites « du lundi au jeudi » ou « lundi, mercredi et vendredi ».
unclear-hours = Je ne comprends pas les heures « { $said } ». Dites « 8 h à 16 h 30 ».
unclear-reminder = « { $said } » n’est pas une heure. Dites « 8 h 30 ».
missing-number = Quel engagement ? Ajoutez son numéro après « { $verb } » ; « mes engagements » affiche les vôtres.
missing-colon = Mettez un deux-points entre la partie prenante et ce que vous consignez, comme ceci :
missing-all = Dites qui et quoi, comme ceci :
missing-stakeholder = Envers qui ? Mettez la partie prenante avant le deux-points, comme ceci :
missing-words = Que faut-il consigner ? Écrivez-le après le deux-points, comme ceci :
missing-person = À qui ? Nommez une personne avec @ après le numéro { $number }, comme ceci :
missing-question = Que faut-il décider au sujet de l’engagement { $number } ? Ajoutez la question après un deux-points, comme ceci :
long-search = C’est trop long pour une recherche. Limitez-vous à { $longest } caractères.
missing-search = Que cherchez-vous ? Ajoutez un mot, comme ceci :
one-at-a-time = Un à la fois, s’il vous plaît : { $first } d’abord, puis { $second }. Rien n’a changé.
too-long = Ce texte a { $length } caractères ; la limite est de { $longest }. Rien n’est consigné : raccourcissez, ou mettez un lien vers un document.

verb-show = voir
verb-read = lire
verb-history = historique
verb-done = fait
verb-close = clore
verb-told = informé
verb-draft = ébauche
verb-reopen = rouvrir
verb-snooze = reporter
verb-move = déplacer
verb-give = confier
verb-escalate = transmettre
verb-return = retourner

## Ce qui ne se peut pas

action-close = le clore
action-told = noter que la partie prenante connaît le résultat
action-reopen = le rouvrir
action-snooze = reporter son rappel
action-move = déplacer son échéance
action-give = le confier à une autre personne
action-escalate = le transmettre
action-return = le retourner à la personne responsable
action-change = le modifier
action-remind = envoyer de rappel

refuse-unknown = Il n’y a pas d’engagement { $number }. Ces commandes trouvent le bon numéro :
refuse-insight = { $number } est une observation, pas un engagement : on peut seulement la voir ou en annuler la consignation.
refuse-retracted = La consignation de l’engagement { $number } a été annulée (erreur). Consignez-le de nouveau s’il tient toujours.
refuse-not-yours = Responsable de l’engagement { $number } : { $owner } (@{ $handle }). Seule cette personne, ou la direction de son équipe, peut le modifier.
refuse-unknown-person = Je ne sais pas qui est @{ $handle }. Nommez l’une de ces personnes : { $known }.
refuse-bot = @{ $handle } est une application. Nommez une personne.
refuse-outsider = Engage est réservé aux membres de l’organisation qui l’exploite. Demandez à l’une de ces personnes de consigner ceci.
refuse-who = En ce moment, la plateforme ne permet pas de savoir qui est @{ $handle }. Réessayez dans une minute.
refuse-foreign = @{ $handle } fait partie d’une autre organisation. Nommez quelqu’un de la vôtre.
refuse-inactive = Le compte de @{ $handle } n’est plus actif. Nommez quelqu’un d’autre.
refuse-stage = L’engagement { $number } est { $stage } : on ne peut donc pas { $action }.
refuse-already = L’engagement { $number } est déjà { $stage }.
refuse-close-without-reason = Pour clore l’engagement { $number } comme « { $outcome } », il faut une raison : ajoutez-la après un deux-points.
refuse-snooze-past = Ce moment est passé. Reportez le rappel de l’engagement { $number } à plus tard.
refuse-move-without-reason = Pourquoi déplacer l’engagement { $number } ? Ajoutez « parce que » et la raison.
refuse-move-same = L’engagement { $number } a déjà cette échéance.
refuse-give-same = L’engagement { $number } est déjà confié à cette personne.
refuse-escalate-to-owner = L’engagement { $number } ne peut pas être transmis à la personne qui en est responsable. Nommez quelqu’un d’autre, qui a le pouvoir de décider.
refuse-escalate-without-question = Que faut-il décider au sujet de l’engagement { $number } ? Ajoutez la question après un deux-points.
refuse-return-without-note = Pour retourner l’engagement { $number }, il faut une réponse : ajoutez-la après un deux-points.
refuse-due-past = L’échéance ({ $due }) est déjà passée. Rien n’est consigné : choisissez un jour à venir.
refuse-long-name = Un nom a { $longest } caractères au plus. Rien n’est consigné : mettez le reste après le deux-points.
refuse-undo-nothing = Vous n’avez rien à annuler.
refuse-undo-done = Ce changement au numéro { $number } est déjà annulé, ou trop ancien pour l’être.
refuse-undo-not-yours = Une autre personne a fait ce changement au numéro { $number } ; elle seule peut l’annuler.
refuse-undo-changed = L’engagement { $number } a changé depuis : cette action ne s’annule donc plus. Son historique montre ce qui s’est passé.
refuse-undo-settings = Ce choix est déjà annulé, ou il a changé depuis.
refuse-hours = La fin doit suivre le début, le même jour ; de { $first } à { $last }, ce n’est pas le cas. Rien n’a changé : essayez « 8 h à 16 h 30 ».
refuse-reminder-outside = { $clock }, c’est hors de vos heures (de { $first } à { $last }). Rien n’a changé : choisissez une heure dans cet intervalle, ou changez aussi vos heures.
refuse-absence-past = Ce congé finit avant de commencer. Nommez un jour à venir.
refuse-not-away = Vous n’êtes pas en congé.
refuse-link-here = Le code est une clé : il se donne seulement là où personne d’autre ne peut lire. Tapez « lier » dans une conversation privée avec Engage.
refuse-link-shown = D’autres personnes peuvent lire ce message : le code ne fonctionne donc plus. Demandez-en un autre et tapez-le dans une conversation privée avec Engage.
refuse-link-code = Ce code ne fonctionne pas. Tapez « lier » dans votre autre compte, puis tapez ici le nouveau code, dans les { $minutes } minutes.
refuse-link-same = Vous avez demandé ce code ici. Tapez-le à Engage dans votre autre compte, dans Slack ou dans Microsoft Teams.
refuse-link-linked = Ces comptes sont déjà liés.
refuse-link-taken = Vous auriez deux comptes dans { $platform }, et un seul est possible. Déliez d’abord celui qui est de trop :
refuse-not-linked = Aucun autre compte n’est lié à celui-ci. Pour en lier un :
refuse-not-there = Engage ne vous connaît pas dans { $platform }. Si vous y avez un compte, liez-le d’abord :
refuse-button = Ce bouton ou ce formulaire ne fonctionne plus. Tapez plutôt la commande ; « aide » les montre toutes.
refuse-question-gone = Cette question n’est plus ouverte. Tapez la commande de nouveau.
sorry-store = Engage n’a pas pu enregistrer ceci : rien n’est consigné. Prévenez l’équipe qui gère Engage, et réessayez plus tard.
sorry-who = En ce moment, la plateforme ne permet pas de savoir qui vous êtes : rien n’est consigné. Réessayez dans une minute.
sorry-failed = Un problème est survenu de mon côté, et rien n’a été consigné. Réessayez, ou prévenez l’équipe qui gère Engage.

## Aide

help-title = Ce que vous pouvez dire
help-intro = Tapez l’une de ces commandes avec vos propres mots et numéros, en français ou en anglais. Les majuscules et les accents n’ont pas d’importance.
help-record = Consigner
help-look = Consulter
help-finish = Terminer
help-change = Changer
help-decide = Obtenir une décision
help-lead = Diriger une équipe
help-you = Pour vous
help-outro = Les dates s’écrivent « vendredi 15 h », « dans 5 jours ouvrables », « 4 décembre » ou « 2026-12-04 ». Tout ce que fait un bouton peut aussi se taper.

example-promise = /engage engagement Luc Tremblay (Ville de Gatineau) : envoyer le jeu de données d’ici vendredi 15 h
does-promise = consigner ce que vous avez promis, à qui, pour quand
example-heard = /engage entendu Amir Haddad : la carte d’autobus serait plus utile avec le nom des arrêts
does-heard = consigner ce qu’une partie prenante nous a dit ou offert
example-form = /engage
does-form = ouvrir le formulaire
example-mine = /engage mes engagements
does-mine = vos engagements en cours
example-list = /engage liste en retard · /engage liste @sam
does-list = les engagements de l’équipe, ou d’une seule personne
example-find = /engage trouver consultation
does-find = chercher dans les mots et les parties prenantes
example-show = /engage voir { $number }
does-show = un engagement en entier
example-read = /engage lire { $number }
does-read = tout ce qui a été écrit, même long
example-home = /engage accueil
does-home = ce qui vous attend et ce que vous avez promis
example-history = /engage historique { $number }
does-history = ce qui s’est passé, et la raison des rappels
example-done = /engage fait { $number }
does-done = vous l’avez tenu
example-close = /engage clore { $number } non poursuivi : le programme a pris fin
does-close = il s’est terminé autrement
example-told = /engage informé { $number } par courriel
does-told = la partie prenante connaît le résultat
example-draft = /engage ébauche { $number } · /engage ébauche { $number } en anglais
does-draft = un message à la partie prenante, que vous envoyez vous-même
example-reopen = /engage rouvrir { $number }
does-reopen = il n’est pas terminé, finalement
example-snooze = /engage reporter { $number } jusqu’à mardi
does-snooze = un rappel plus tard ; l’échéance ne change pas
example-move = /engage déplacer { $number } au 15 décembre parce que les données sont en retard
does-move = une nouvelle échéance, avec sa raison
example-give = /engage confier { $number } à @sam
does-give = une autre personne devient responsable
example-away = /engage en congé jusqu’au 4 janvier · /engage en congé du 21 décembre au 2 janvier
does-away = aucun rappel pendant votre congé
example-back = /engage de retour
does-back = vous revenez plus tôt
example-undo = /engage annuler
does-undo = annuler votre dernière action
example-escalate = /engage transmettre { $number } à @dana : faut-il publier le jeu de données
does-escalate = demander à quelqu’un qui peut décider ; vos rappels cessent
example-return = /engage retourner { $number } : publiez-le, sans les noms
does-return = répondre, et le rendre à la personne responsable
example-summary = /engage bilan de la semaine dernière
does-summary = où en est l’équipe
example-settings = /engage paramètres · /engage paramètres fuseau Vancouver · /engage paramètres heures 8 h à 16 h 30
does-settings = votre langue, votre fuseau, votre province, vos jours, vos heures et le message du jour
example-link = /engage lier
does-link = lier vos comptes de Slack et de Teams
example-prefer = /engage préférer Teams · /engage rappels dans Teams
does-prefer = choisir où arrivent les rappels et les messages
example-unlink = /engage délier
does-unlink = séparer de nouveau vos comptes
example-help = /engage aide
does-help = cette liste
