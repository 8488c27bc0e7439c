"""Notices of robots' checks, errors, logins, consent and paywalls in many languages; and stories about them."""

from __future__ import annotations

import pytest

from provenance.sources.pages.notice_pages import notice

STORY = (
    "The ferry between Norrvik and Osterby will stop running at weekends from the first of May, the county said, "
    "because the crews cannot be paid for a second shift."
)
WHOLE = {
    "Nur einen Moment…": "coast.example muss die Sicherheit Ihrer Verbindung überprüfen, bevor Sie fortfahren.",
    "Un instant…": "coast.example doit vérifier la sécurité de votre connexion avant de continuer.",
    "Un momento…": "coast.example necesita revisar la seguridad de su conexión antes de proceder.",
    "Un attimo...": "coast.example deve verificare la sicurezza della tua connessione prima di procedere.",
    "Um momento…": "Verifique se você é humano completando a ação abaixo.",
    "coast.example": "Please enable JS and disable any ad blocker",
    "Coast Post": "You need to enable JavaScript to run this app.",
    "Вы не робот?": "Подтвердите, что запросы отправляли вы, а не робот",
    "Seite nicht gefunden": "Die von Ihnen gesuchte Seite konnte leider nicht gefunden werden.\nZur Startseite",
    "Page introuvable": "La page que vous recherchez n'existe pas ou n'est plus disponible.",
    "Página no encontrada": "Lo sentimos, la página que busca no existe o ha sido movida.",
    "Pagina non trovata": "La pagina che stai cercando non esiste o è stata spostata.\nTorna alla home",
    "Página não encontrada": "A página que você procura não existe ou foi removida.",
    "Pagina niet gevonden": "De pagina die u zoekt bestaat niet of is verplaatst.\nTerug naar de homepage",
    "Nie znaleziono strony": "Strona, której szukasz, nie istnieje lub została przeniesiona.",
    "Stránka nenalezena": "Požadovaná stránka neexistuje nebo byla přesunuta.",
    "Sayfa bulunamadı": "Aradığınız sayfa bulunamadı veya kaldırılmış olabilir.",
    "Страница не найдена": "Запрашиваемая страница не существует или была удалена.",
    "Η σελίδα δεν βρέθηκε": "Η σελίδα που ζητήσατε δεν υπάρχει.",
    "الصفحة غير موجودة": "عذرا، الصفحة التي تبحث عنها غير موجودة.",
    "页面不存在": "抱歉，您访问的页面不存在或已被删除。",
    "ページが見つかりません": "お探しのページは見つかりませんでした。",
    "페이지를 찾을 수 없습니다": "요청하신 페이지를 찾을 수 없습니다.",
    "Down for maintenance": "We are currently performing scheduled maintenance. We will be back shortly.",
    "Too many requests": "You have sent too many requests. Please slow down and try again later.",
    "Connexion": "Connectez-vous à votre compte\nAdresse e-mail\nMot de passe\nMot de passe oublié ?",
    "Iniciar sesión": "Inicia sesión en tu cuenta\nCorreo electrónico\nContraseña",
    "Mit Werbung weiterlesen": "Besuchen Sie uns wie gewohnt mit Werbung und Tracking.\nAkzeptieren und weiter",
    "Votre vie privée": "Avec votre accord, nos partenaires et nous utilisons des cookies.\nContinuer sans accepter",
    "Tu privacidad": "Nosotros y nuestros socios almacenamos información en un dispositivo.\nRechazar",
    "La tua privacy": "Noi e i nostri partner utilizziamo cookie.\nAccetta e continua\nRifiuta",
    "Cookies": "Wij en onze partners gebruiken cookies om informatie op te slaan.\nAlles accepteren\nWeigeren",
    "El ferry": "Contenido exclusivo para suscriptores.\nSuscríbete para seguir leyendo",
}
CUT = (
    *("Lesen Sie weiter mit einem Abo.", "Weiterlesen mit F+", "Suscríbete para seguir leyendo"),
    *(
        "Il vous reste 75% de cet article à lire. La suite est réservée aux abonnés.",
        "This post is for paid subscribers",
    ),
    *(
        "This post is for paid subscribers",
        "Questo contenuto è riservato agli abbonati.",
        "Verder lezen? Neem een abonnement.",
    ),
    *("Pozostało 80% treści. Aby czytać dalej, wykup subskrypcję.", "Create an account to read the full story."),
    *("Conteúdo exclusivo para assinantes.", "Det här är en låst artikel. Logga in.", "この記事は有料会員限定です"),
)
STORIES = {
    "Court limits cookies": "The court ruled on Tuesday that sites may not use cookies without consent.",
    "Passwort vergessen kostet Millionen": "Die Gemeinde hat das Passwort ihrer Kasse vergessen und ist arm.",
    "Service unavailable: county's site down": "It has been down since Tuesday.\nPlease try again later, it says.",
    "La page se tourne": "La page se tourne pour le bac de Norrvik, qui ne circulera plus dès le mois de mai.",
}


@pytest.mark.parametrize("title", WHOLE)
def test_a_notice_is_one_in_its_language(title: str) -> None:
    found = notice(title, WHOLE[title])
    assert found is not None
    assert found.whole


@pytest.mark.parametrize("end", CUT)
def test_a_paywall_cuts_a_story_off(end: str) -> None:
    found = notice("Ferry stops", f"{STORY}\n\n{STORY}\n\n{end}")
    assert found is not None
    assert not found.whole


@pytest.mark.parametrize("title", STORIES)
def test_a_story_about_them_is_none(title: str) -> None:
    assert notice(title, STORIES[title]) is None
