"""The words of notices that pages add to a story, by what the notice is about: data of `notices`.

Each subject has words that hardly occur without it (`telling`) and words that belong to it but occur everywhere
(`further`). English first, then what other languages at hand say. Nothing here decides what a notice is.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Subject:
    """A kind of notice. A sentence is about it if it has one telling word, `distinct` different words of it, and
    these are the part `dense` of its words; if `addressed`, it must also speak to the reader."""

    telling: str
    further: str
    distinct: int
    dense: float
    addressed: bool = True


# Words by which a text speaks to its reader, or of itself as a site.
ADDRESS = (
    "you your yours yourself please we our us dear reader readers "
    "sie ihr ihre ihren ihrem ihrer dein deine deinen deinem bitte wir unsere unser unseren "
    "vous votre vos nous notre nos usted su sus tu tus tuyo nosotros nuestro nuestra nuestros "
    "voce seu sua seus suas nos nosso nossa tuo tua tuoi tue suo noi nostro nostri vi vår vår våra våre "
    "u uw je jouw wij ons onze du din ditt dine dina deg dig dere ni er ert pan pani twoj twoja twoje "
    "вы ваш ваша ваше ваши вам вас мы наш наши"
)
# A text also speaks of itself where it points at its page ("this article", "an earlier version of this story").
POINTER = "this earlier previous diese dieser dieses cet cette ce este esta questo questa deze denne dette den här"
PAGE = (
    "article story page site website report release content version text material announcement notice post copy "
    "artikel beitrag seite inhalt contenu contenido articulo articolo contenuto artigo conteudo artikkel "
    "artikkelen sak "
    "saken inhoud"
)
# Verbs with which a sentence begins that asks the reader for something.
REQUEST = (
    "accept activate allow apply become buy call cancel check choose click complete confirm contact continue copy "
    "create "
    "disable discover download email enable enjoy enter explore find follow forward get give go help join keep "
    "learn "
    "like listen log manage never open pay phone press purchase read register reload renew reply report search see "
    "select send share show sign simply solve start stay stop submit subscribe support switch tap tell tick to "
    "try turn "
    "unlock unsubscribe update upgrade use verify view visit want watch write already not have need still "
    "abonnieren lesen melden klicken abonnez lisez connectez cliquez suscribete suscribase inicia inicie accede "
    "lea "
    "abbonati accedi leggi assine acesse leia logg les kjøp bli abonneer lees logga läs köp"
)

ACCESS = Subject(
    telling=(
        "subscribe subscribes subscribed subscriber subscribers subscribing subscription subscriptions unsubscribe "
        "paywall paywalled newsletter newsletters trial membership memberships unlock unlocked unlimited "
        "inbox ebook epaper ereplica "
        "abonnieren abonniere abo abos abonnement abonnements abonnent abonnenten abonnentin weiterlesen passwort "
        "abonnez abonner abonne abonnes abonnee abonnees suscribete suscribase suscribirse suscripcion suscriptor "
        "suscriptores contraseña abbonati abbonamento abbonamenti abbonato assine assinar assinante assinantes "
        "assinatura senha abonneer wachtwoord abonnere abonner abonnenter passord prenumerera prenumerant "
        "prenumeranter prenumeration lösenord prenumerata subskrypcja подписка подписку подписке подписчикам "
        "подписчиков подпишитесь"
    ),
    further=(
        "access account accounts address already anytime daily evening get headlines morning only up anywhere "
        "article articles benefit benefits bill billed billing "
        "cancel cancelled card charge charged cheque content continue create credit customer day days deal "
        "delivered "
        "delivery device devices digital discount edition email expired expires free full gift guest home "
        "including "
        "introductory issue join keep limit link log logged logging login password passcode member members month "
        "monthly offer offers "
        "online open pay payment phone plan plans plus premium price print purchase quarterly quota read reader "
        "readers "
        "reading refund register registered registering registration remaining renew renewal renews reset rest "
        "save "
        "service sign signed signing special start stories story support supports supporter tablet unread user "
        "username view "
        "visit visitor website week weekly year yearly annual hotline helpline desk "
        "artikel lesen anmelden angemeldet anmeldung kostenlos kostenfrei testen probemonat monat kündigen "
        "jederzeit "
        "kündbar zugang konto plus vollständigen exklusiv gratis article lire lecture connectez identifier compte "
        "offre "
        "mois essai resilier illimite accès acces premier gratuitement leer leyendo seguir siga primer articulo "
        "sesion cuenta mes prueba cancelar ilimitado acceso "
        "leggere articolo accedi account mese prova annulla illimitato accesso ler artigo conta entrar mes teste "
        "ilimitado acesso lees lezen artikel inloggen gratis maand toegang account saken artikkelen les lese logg "
        "inn "
        "prøv måned tilgang gratis läs läsa logga månad tillgång статью читать материал доступ войдите"
    ),
    distinct=3,
    dense=0.25,
)
CONSENT = Subject(
    telling=(
        "cookie cookies consent gdpr ccpa privacy einwilligung datenschutz privatsphäre consentement "
        "confidentialité "
        "consentimiento privacidad consenso privacidade toestemming samtykke informasjonskapsler personvern "
        "samtycke "
        "integritet evästeet файлы"
    ),
    further=(
        "accept accepting ad ads adverts advertisements advertising agree agreeing allow analyse analyze analytics "
        "anytime apps audience banner bottom browser browsing change choice choices click clicking collect content "
        "continue continuing data decline deliver device devices essential experience features foot functional "
        "identifiers improve information insights interest interests legitimate manage marketing measure "
        "measurement "
        "media necessary notice object optional page pages partners performance personal personalise personalised "
        "personalize personalized policy preferences process processing profile provide purposes refuse reject "
        "remember "
        "research rights save scroll settings similar site social store storing technologies technology third "
        "traffic "
        "tracking unique use users uses using vendors visit visitors web website withdraw "
        "akzeptieren zustimmen ablehnen werbung partner geräten gerät daten verarbeiten inhalte personalisierte "
        "widerrufen verwenden nutzen zwecke accepter refuser publicité partenaires données appareil contenu "
        "utiliser "
        "paramètres aceptar rechazar publicidad socios datos dispositivo contenido utilizar accetta rifiuta "
        "partner "
        "dati aceitar rejeitar parceiros dados accepteren weigeren partners gegevens godta avvis annonser data "
        "godkänn annonser"
    ),
    distinct=3,
    dense=0.25,
)
ROBOT = Subject(
    telling=(
        "robot robots robotic captcha recaptcha javascript cloudflare ddos bot bots automated browser "
        "browsers firewall roboter mensch navegador navigateur nettleser webbläsare"
    ),
    further=(
        "human humans access activity address adblocker allow are automatic below block blocked blocker blocking "
        "box button check "
        "checking click code complete computer confirm connection continue cookies denied detected disable "
        "disabled "
        "display enable enabled error extension frames generate id identify incident ip letters load loading "
        "malicious "
        "moment network not occurred page permission pixels please press prevent problem proceed process prove "
        "puzzle "
        "reached redirected reference reload request requests required requires restart "
        "retry security seconds server shown site solve suspicious systems tab tablet task test tick traffic try "
        "turn "
        "type unusual updated use version verify verifying view wait web website bestätigen überprüfen sicherheit "
        "vérifier confirmar verificar bekreft bekräfta"
    ),
    distinct=3,
    dense=0.3,
)
SECURITIES = Subject(
    telling=("uncertainties materially securities undertakes undertake prospectus solicitation"),
    further=(
        "act actual anticipate anticipates filings forward litigation safe adviser advice advisers any assume "
        "assumptions assurance based believe believes beliefs buy cause "
        "caution cautionary cautioned change commission company consult contain contained contains could current "
        "date "
        "differ disclaims disclosed estimate estimates events exchange expect expectations expected expects "
        "expressed "
        "factors financial found future guarantee guarantees harbor harbour however identify implied important "
        "include "
        "including information intend intended intends intention invest investment investor investors involve "
        "involves "
        "jurisdiction law laws looking made management may meaning meant no not obligation offer outcomes past "
        "performance "
        "place plan plans press private project projected projections provisions publicly purchase reader readers "
        "recommendation reform registration relate release reliance reports results revise risk risks "
        "section sell set should speak statement statements subject such terms uncertain undue unknown update "
        "unless will words"
    ),
    distinct=6,
    dense=0.4,
    addressed=False,
)
COPYRIGHT = Subject(
    telling=(
        "copyright copyrighted reserved redistributed redistribution reproduced reproduction republished "
        "republication "
        "rewritten reprinted reprints syndication retransmitted trademark trademarks urheberrecht vorbehalten "
        "droits "
        "réservés reservados riservati rettigheter rättigheter"
    ),
    further=(
        "agency all any archived associated broadcast cached consent content contents copied copies copy copying "
        "directly distributed "
        "email email express form framed free group holder holders indirectly inc information law licence licences "
        "license "
        "licensed limited ltd material materials may media means medium news no not obtain otherwise owner owners "
        "page part permission permissions photocopied posted prior prohibited property protected published "
        "publisher "
        "publishers publishing registered "
        "request requests rights sale shared site sold stored story text this transmitted use used website "
        "whole without written alle rechte tous derechos todos tutti diritti forbeholdt förbehållna"
    ),
    distinct=3,
    dense=0.4,
    addressed=False,
)
CORRECTION = Subject(
    telling=(
        "correct corrects corrected correction corrections clarification clarifications clarified misstated "
        "misspelled "
        "misidentified inaccuracy inaccuracies inaccurate erroneously incorrectly error errors mistake mistakes "
        "complaint complaints ombudsman"
    ),
    further=(
        "accuracy accurate acknowledge appended article articles believe code contact contacted cover desk editor "
        "editorial editors email fairness fix guidelines headline inform journalism learn made matters newsroom "
        "note "
        "notice policy possible press print prompt promptly published read reader readers regret report reported "
        "reporting revised send significant "
        "soon spot spotted standards story strive tell this transparency transparent updated version write was "
        "been "
        "earlier has"
    ),
    distinct=4,
    dense=0.4,
)
TERMS = Subject(
    telling=(
        "terms liability liable warranty warranties indemnify disclaimer disclaimers disclaims arbitration governed"
    ),
    further=(
        "accept accepting access accuracy accurate agree agreement any applicable arising breach by change changes "
        "comments completeness conditions content courts damage damages discretion endorse errors express "
        "expressed "
        "external fitness guarantee implied indirect information law laws links loss losses material "
        "merchantability "
        "modify no not notice omissions opinions particular parties party post posting provided provider purpose "
        "read "
        "refuse reliance remove responsibility "
        "responsible right rights rules sites service services site submit suspend terminate third time use user "
        "users "
        "using views visitors website without"
    ),
    distinct=5,
    dense=0.35,
)
UPDATES = Subject(
    telling=(
        "breaking developing updated updates refresh app apps alerts notifications facebook twitter instagram "
        "whatsapp telegram tiktok youtube linkedin rss podcast podcasts hashtag"
    ),
    further=(
        "additional available back become becomes channel check click daily details device download "
        "email emails every facts feed follow free get google headlines information install join latest like "
        "listen "
        "live morning more news notified page post receive sent share sign social soon stay store stories story "
        "stream this top visit watch when will x happening hear know comes come"
    ),
    distinct=4,
    dense=0.4,
)

SUBJECTS: tuple[Subject, ...] = (ACCESS, CONSENT, ROBOT, SECURITIES, COPYRIGHT, CORRECTION, TERMS, UPDATES)
