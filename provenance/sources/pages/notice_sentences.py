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
(?:please )?enable js\b
you need to enable java ?script
this site requires java ?script
(?:your|this) browser is (?:out of date|not supported|no longer supported|outdated)
please (?:update|upgrade) your browser
nur einen moment
überprüfung, ob die verbindung
bitte bestätigen sie, dass sie kein
geben sie die zeichen ein
sicherheits(?:abfrage|überprüfung)
vérification de la sécurité
vérifiez que vous êtes humain
comprobando si la conexión
verifi(?:que|ca) que (?:eres|es|usted es) (?:un ser )?humano
un attimo
verifica della sicurezza
um momento
verifi(?:que|car) se você é humano
een ogenblik
controleren of (?:de|u)
chwileczkę
подтвердите, что
bir dakika
请稍候
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
we['’]re working on it
please (?:slow down and )?try again later
too many requests
you have sent too many
down for maintenance
we(?: will|['’]ll) be back (?:shortly|soon)
unavailable for legal reasons
we recogni[sz]e you are attempting to access this website from
this domain (?:is|may be) for sale
buy this domain
index of /
parent directory$
apache/\d
nginx
die (?:von ihnen )?(?:gesuchte|gewünschte|angeforderte|aufgerufene) (?:seite|adresse)
diese seite (?:existiert|gibt es|wurde)
la page (?:que vous|demandée|n['’]existe)
cette page n['’]existe
(?:lo sentimos, )?la página (?:que|no|solicitada)
(?:siamo spiacenti, )?la pagina (?:che|richiesta|non)
torna alla home
(?:desculpe, )?a página (?:que|não|solicitada)
voltar (?:para|à) a? ?(?:página inicial|home)
volver a la (?:portada|página de inicio)
de pagina die (?:u|je)
deze pagina bestaat niet
terug naar (?:de )?home
strona(?:, której| nie (?:istnieje|została))
wróć (?:na|do) stron
stránka (?:nenalezena|neexistuje|nebyla)
(?:požadovaná|hledaná) stránka
zpět na (?:hlavní|úvodní)
sayfa bulunamadı
aradığınız sayfa
ana ?sayfa(?:ya|$)
страница не (?:найдена|существует)
(?:запрашиваемая|запрошенная) (?:вами )?страница
(?:вернуться|перейти) на главную
сторінк[ау] не (?:знайдено|існує)
η σελίδα (?:δεν|που)
επιστροφή στην
(?:عذرا|عذراً)،? الصفحة
الصفحة (?:غير موجودة|التي تبحث)
العودة إلى (?:الصفحة )?الرئيسية
(?:抱歉|对不起)[，,]?.{0,10}(?:访问|页面)
返回首页
(?:お探し|ご指定)の
トップ(?:ページ)?(?:へ|に)戻る
홈(?:으로|페이지)
a keresett oldal
az oldal nem található
pagina nu (?:a fost găsită|există)
stranica nije pronađena
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
e-?mail(?:-adresse)?$
noch kein konto
jetzt registrieren
adresse e-?mail$
pas encore de compte
inscrivez-vous
inicia sesión
correo electrónico
contraseña
.{0,10}olvidado tu contraseña
accedi$
accedi (?:al|con|per)
password dimenticata
hai dimenticato la password
non hai un account
entrar$
senha$
esqueceu (?:sua|a) senha
inloggen$
wachtwoord
hasło
nie masz konta
přihlásit se
heslo
giriş yap
şifre
войти$
пароль
забыли пароль
σύνδεση$
κωδικός
تسجيل الدخول
كلمة المرور
登录$
密码
ログイン$
パスワード
로그인$
비밀번호
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
mit klick auf .{0,20}(?:zustimmen|akzeptieren)
(?:ihre|deine) privatsphäre
einstellungen$
besuchen sie uns wie gewohnt mit werbung
akzeptieren und
(?:oder )?mit .{0,20}pur-?abo
avec votre accord
continuer sans accepter
accepter et
(?:votre|notre) vie privée
tu privacidad
nosotros y nuestros (?:socios|partners)
rechazar
la tua privacy
noi e i nostri partner
accetta
rifiuta
nós e (?:os )?nossos parceiros
aceitar
rejeitar
wij en onze partners
wij gebruiken cookies
(?:alles )?accepteren
weigeren
dbamy o twoją prywatność
my i nasi partnerzy
(?:akceptuję|zaakceptuj|odrzuć)
cookies$
my a naši partneři
(?:přijmout|odmítnout)
çerez
мы используем (?:файлы )?cookie
(?:принять|отклонить) вс
χρησιμοποιούμε cookies
αποδοχή
我们使用\s?cookie
当サイトでは.{0,20}cookie
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
# Words anywhere in a sentence, in small letters: looking for them takes a tenth of the time that patterns take.
INSIDE = {
    "a check for robots": (
        *("incapsula incident", "muss die sicherheit ihrer verbindung", "doit vérifier la sécurité"),
        *("necesita revisar la seguridad", "necesita verificar la seguridad", "deve verificare la sicurezza"),
        *(
            "kein roboter",
            "pas un robot",
            "no soy un robot",
            "eres un robot",
            "sei un robot",
            "é um robô",
            "geen robot",
        ),
        *("jesteś robotem", "не робот", "похожи на автомат", "robot olmadığ", "不是机器人", "人机验证", "安全验证"),
        *("ロボットではない", "로봇이 아닙니다", "you are using automation", "you are a bot"),
    ),
    "an error page": (
        *("performing scheduled maintenance", "undergoing maintenance", "wartungsarbeiten", "n'est plus disponible"),
        *("n’est plus disponible", "页面不存在", "页面未找到", "ページが見つかりません", "ページは見つかりません"),
        *("페이지를 찾을 수", "존재하지 않는 페이지"),
    ),
    "a consent page": (
        *("personenbezogene daten", "informationen auf ihrem gerät", "informationen auf einem gerät"),
        *("utilizziamo cookie", "utilizziamo i cookie", "utilizamos cookies"),
    ),
}
