"""The sentences of notices that pages hold in place of an article, as patterns: data of `notice_pages`.

One pattern a line; a line that begins with two blanks goes on with the one before it. It is matched at the
beginning of a sentence without its quotation marks and full stops, whatever the case of its letters. English first,
then what other languages at hand say. Nothing here decides what a page is.
"""

CHECK = r"""
just a moment(?: please)?$
checking (?:your browser|if the site connection is secure)
verif(?:y|ying) (?:that )?you are (?:a )?human
attention required
(?:please )?enable (?:java ?script|cookies)
are you a robot
.{0,80}\bnot a robot
.{0,60}your browser supports java ?script
you don['’]t have permission
reference #
unusual (?:traffic|activity)
ddos protection
performance (?:&|and) security by cloudflare
cloudflare ray id
ray id:
access (?:to this page has been )?denied
you have been blocked
pardon our interruption
request unsuccessful
this process is automatic
needs to review the security of your connection
complete the (?:security check|captcha)
press (?:&|and) hold
(?:java ?script|cookies) (?:is|are|and cookies are) (?:disabled|required|not enabled|turned off)
automated (?:requests|access)
einen moment(?: bitte)?$
ihr browser wird überprüft
un instant$
un momento$
why have i been blocked
you are unable to access
"""
ERROR = r"""
(?:error |http )?(?:404|403|410|500|502|503|504)(?: error)?(?:$|[.:|–—-]
  | (?:not found|forbidden|gone|bad (?:request|gateway)|internal server error|service .{0,12}unavailable)
  | gateway time-?out)
the server (?:encountered|is |returned)
(?:page|file|article|content|story) (?:was |is |could )?not (?:be )?found
not found$
forbidden$
gone$
bad gateway
service (?:temporarily )?unavailable
internal server error
gateway time-?out
(?:the |this )?(?:page|article|content|link|url)(?: that)?
  (?: you(?:'re|’re| are| were)? (?:looking for|requested|trying to (?:reach|view)))?
  (?: (?:does not exist|doesn['’]t exist|no longer exists|cannot be found|can['’]t be found|could not be found
  |is no longer available|isn['’]t available|has been (?:moved|removed|deleted)|may have (?:been )?moved))
(?:the )?requested url
we (?:can['’]t|cannot|could(?:n['’]t| not)) find (?:the|that|this) page
oops$
sorry, (?:we (?:can|could)|(?:the|this) (?:page|content|link|article))
try (?:the search|searching|again later|reloading)
go (?:back )?to (?:the )?home ?page
return to (?:the )?home ?page
something went wrong
this site can['’]t be reached
server error
seite (?:wurde )?nicht gefunden
die (?:angeforderte )?seite (?:existiert|wurde)
page (?:introuvable|non trouvée)
retour à l['’]accueil
zur startseite
til forsiden
volver al inicio
página no encontrada
pagina non trovata
página não encontrada
pagina niet gevonden
siden (?:ble |blev )?ikke fundet
siden finnes ikke
fant ikke siden
sidan (?:kunde inte hittas|hittades inte)
nie znaleziono strony
"""
LOGIN = r"""
(?:please )?(?:sign|log) ?in(?: (?:to|with|or|below|here)\b.{0,80}|$)
(?:e-?mail|user ?name)(?: address)?(?: (?:or|and) .{0,30})?$
password$
forgot(?:ten)? (?:your )?password
remember me
keep me (?:signed|logged) in
(?:create|register for) an? (?:free )?account
don['’]t have an account
not a member
new (?:user|here)\b
continue with (?:google|apple|facebook|e-?mail)
you (?:must|need to) (?:be )?(?:sign(?:ed)?|log(?:ged)?) ?in
you (?:are|have been) (?:signed|logged) out
your session has expired
(?:bitte )?melden sie sich an
anmelden$
passwort
connectez-vous
se connecter$
mot de passe
iniciar sesión
logg inn$
logga in$
zaloguj się
"""
CONSENT = r"""
.{0,60}\b(?:value|care about|respect) your privacy
before you continue
(?:we|this (?:web)?site)(?: and (?:our|its) .{0,40})? uses? (?:.{0,30} )?cookies
(?:we|our)(?: and our)?(?: \d[\d,. ]*)? ?(?:partners|vendors) .{0,40}(?:store|process|access|use)
.{0,40}store and(?:/or)? access information on (?:a|your) device
.{0,80}\bcookies? (?:policy|settings|preferences|notice|consent)
(?:accept|reject|allow) (?:all|cookies|and continue)
manage (?:options|preferences|choices|settings|cookies)
by (?:clicking|continuing|using).{0,80}(?:agree|consent|accept)
you can (?:change|withdraw|manage|reject) your .{0,30}(?:choices?|preferences|consent|settings)
.{0,80}\bpersonali[sz]ed (?:ads|advertising|content)
.{0,60}\blegitimate interest
(?:your )?privacy (?:choices|settings|policy|preferences)
strictly necessary
.{0,80}\b(?:process|collect)(?:ing)? (?:your )?personal data
wir (?:verwenden|nutzen) cookies
wir (?:und unsere|benötigen ihre)
(?:alle )?(?:akzeptieren|zustimmen)
nous utilisons des cookies
nous et nos
tout accepter
utilizamos cookies
usamos cookies
aceptar
vi bruk(?:er|ar) (?:informasjons)?kapsl
vi använder cookies
używamy plików cookie
"""
PAYWALL = r"""
(?:subscribe|sign up|register|log ?in|sign ?in|become a (?:member|subscriber)|upgrade|join)\b.{0,60}
  \b(?:to|and) (?:continue|keep|read|unlock|get (?:full|unlimited)|access|view|see)\b.{0,80}
(?:to )?(?:continue|keep) reading(?: this| the| with| for|,|\.|:|$).{0,80}
to read (?:the (?:rest|full|whole)|this) .{0,80}
(?:this|the full|the rest of this) (?:article|story|content)(?: is| has been)?
  (?: only| exclusively)? (?:for|available (?:only )?to|reserved for|exclusive to|locked) .{0,80}
you(?:['’]ve| have) (?:reached|used|read|hit|run out of) (?:your|all|the) .{0,60}
already (?:a|have) (?:subscriber|member|subscription|an account).{0,60}
(?:this is )?(?:premium|subscriber[- ]only|members[- ]only|exclusive) (?:content|article|story).{0,60}
unlock (?:this|unlimited|the|full) .{0,60}
subscribe (?:now|today|for|from|here)\b.{0,60}
(?:cancel any ?time|start your (?:free )?trial|free trial
  |get (?:unlimited|full|digital) access|choose (?:a|your) (?:plan|subscription)).{0,60}
try (?:it )?(?:unlimited )?(?:access )?(?:free )?for (?:only )?[$€£]?\d.{0,40}
(?:[$€£]\s?\d[\d.]*|\d[\d.,]* ?(?:kr|€)) (?:per|a|for|the first)? ?.{0,30}
(?:jetzt )?(?:abonnieren|weiterlesen mit)\b.{0,60}
dieser (?:artikel|inhalt) ist .{0,60}
(?:cet article est )?réservé aux abonnés.{0,60}
il vous reste .{0,60}
(?:contenido|artículo) (?:exclusivo )?(?:para|solo) (?:suscriptores|abonados).{0,60}
denne (?:saken|artikkelen|artiklen) er (?:for|kun).{0,60}
bli abonnent.{0,60}
kjøp (?:abonnement|tilgang).{0,60}
"""
# Whole titles.
BARE_TITLE = r"""
(?:error|http)? ?(?:40[0134]|410|429|50[0-4])(?: error)?[ :|–—-]{0,3}(?:not found|forbidden|unauthori[sz]ed
  |bad request|gone|too many requests|internal server error|bad gateway|service (?:temporarily )?unavailable
  |gateway time-?out|page not found|error)?
just a moment
access (?:to this page has been )?denied
attention required
are you a robot
page not found
not found
forbidden
security check
ddos-guard
one more step
human verification
robot or human
pardon our interruption
before you continue
bad gateway
internal server error
"""
CUT_OFF = r"""
(?:subscribe|sign (?:up|in)|log ?in|register|become a|upgrade|join)\b.{0,60}\b(?:continue|keep|read|unlock|access)
(?:to )?(?:continue|keep) reading\b
to read the (?:rest|full|whole)
you(?:['’]ve| have) (?:reached|used|hit|run out)
already (?:a|have)
this (?:article|story|content) is (?:only |exclusively )?(?:for|available|reserved|exclusive)
(?:premium|subscriber|members|exclusive)[- ](?:only )?(?:content|article|story)
unlock
(?:jetzt )?abonnieren
weiterlesen mit
(?:cet article est )?réservé aux
denne (?:saken|artikkelen|artiklen) er
bli abonnent
"""
