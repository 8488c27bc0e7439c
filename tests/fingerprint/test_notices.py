"""Notices are known by their words, in an archive of one; stories about subscriptions or cookies are stories."""

from __future__ import annotations

import pytest

from provenance.fingerprint.notices import notices
from provenance.model import Span

LEAD = (
    "Two beekeepers above the Lune lost half of their hives in the frost. The county counts the losses until Friday, "
    "and a meeting in the old weigh house will settle who pays."
)
NOTICES = {
    "paywall": "You have read your three free articles this month. Subscribe now for unlimited "
    "access to every story. "
    "Already a member? Sign in here.",
    "trial": "Keep reading with a trial subscription for one crown. After four weeks your plan renews at the full "
    "price; our help desk can end it on any working day.",
    "register": "This article is for subscribers only. Log in with your user name, or register to read five articles "
    "a month at no charge.",
    "newsletter": "Sign up for our morning newsletter and get the day's headlines in your inbox before breakfast.",
    "gift": "A subscriber gave you this article as a gift. Subscribe to read more of our reporting from the valley.",
    "cookies": "We and our 214 partners use cookies to store information on your device and to "
    "measure how our content "
    "performs. You can change your mind at any time under privacy settings. If you decline, some "
    "pages may load slowly.",
    "consent": "By clicking accept you consent to the use of cookies for personalised advertising. "
    "Your choices apply "
    "to this site only.",
    "robot": "Please confirm that you are not a robot. We have seen unusual traffic from your network. Tick the box "
    "below to continue to the page.",
    "script": "Your browser does not support JavaScript. Please enable JavaScript and reload the page to continue.",
    "securities": "Certain statements in this release are forward-looking and subject to risks and "
    "uncertainties that "
    "could cause actual results to differ materially from those expected. The company undertakes no obligation to "
    "revise them.",
    "offer": "This announcement does not constitute an offer to sell or the solicitation of an offer to buy any "
    "securities in any jurisdiction.",
    "advice": "Nothing in this report is investment advice, and past performance is no guarantee of future results; "
    "readers should consult an adviser before they buy securities.",
    "copyright": "Copyright 2025 Marrow Vale Media. All rights reserved. This material may not be "
    "published, broadcast, "
    "rewritten or redistributed without permission.",
    "syndication": "No part of this page may be reproduced or stored in any form without the written "
    "permission of the "
    "publisher. Requests go to the syndication desk.",
    "corrections": "We correct errors as soon as we learn of them. If you have spotted a mistake in this article, "
    "please write to the standards editor.",
    "corrected": "An earlier version of this article contained an error and has been corrected. We "
    "regret the mistake.",
    "terms": "By using this site you agree to these terms and conditions. The service is provided "
    "without warranty of "
    "any kind, and we accept no liability for any loss arising from its use.",
    "breaking": "This is a breaking news story. Check back for updates as more information becomes available.",
    "developing": "This is a developing story and will be updated.",
    "follow": "Follow us on Facebook and Twitter, and download our app to get the latest headlines.",
    "bezahlschranke": "Jetzt weiterlesen mit einem Probemonat. Sie können das Abonnement jederzeit "
    "kündigen. Haben Sie "
    "schon ein Konto? Dann melden Sie sich an.",
    "abonnes": "Cet article est réservé à nos abonnés. Abonnez-vous pour lire la suite, le premier mois est gratuit.",
    "suscriptores": "Suscríbete para seguir leyendo este artículo. El primer mes es gratis y puedes cancelar cuando "
    "quieras. ¿Ya eres suscriptor? Inicia sesión.",
}
STORIES = {
    "prices": "The streaming service raised the price of its monthly subscription for the third time in two years. "
    "Subscribers in Marrow Vale now pay 14 crowns, and one in ten has cancelled since May, the company said.",
    "law on cookies": "Parliament voted on Tuesday for a law that lets browsers refuse cookies on "
    "behalf of their users. "
    "Publishers fear for the income from advertising, and the privacy commissioner wants fines.",
    "robots": "A robot that sorts parcels broke down in the harbour on Monday. Its maker blamed a "
    "browser update, and "
    "workers carried the parcels by hand.",
    "court": "The judge found that the bank had misled investors about the risks of its securities. It expects to "
    "appeal, and its results for the year will differ from what it had projected.",
    "copyright suit": "The poet's heirs sued the publisher for copyright infringement over a "
    "calendar that reproduced "
    "four of her verses. A hearing is set for June.",
    "mistake": "The surgeon corrected the mistake within minutes, the hospital said in its report on the error. "
    "The patient left after a week.",
    "quoted": "“You can cancel your subscription with us at any time, you just log in to your account,” the manager "
    "told the committee. Nobody believed her.",
    "advice": "The council will write to every household before the vote. Bring the letter and a passport with you, "
    "because the clerks have orders to turn away anybody without them. Polls close at eight.",
}


@pytest.mark.parametrize("name", NOTICES)
@pytest.mark.parametrize("gap", ["\n\n", " ", "\n"])
def test_a_notice_after_a_story_is_known(name: str, gap: str) -> None:
    text = f"{LEAD}{gap}{NOTICES[name]}"
    assert [span.of(text) for span in notices(text, Span(0, len(text)))] == [NOTICES[name]]


@pytest.mark.parametrize("name", NOTICES)
def test_a_notice_before_or_within_a_story_is_known_by_its_paragraph(name: str) -> None:
    for text in (f"{NOTICES[name]}\n\n{LEAD}", f"{LEAD}\n\n{NOTICES[name]}\n\n{STORIES['robots']}"):
        assert [span.of(text) for span in notices(text, Span(0, len(text)))] == [NOTICES[name]]


@pytest.mark.parametrize("name", STORIES)
def test_a_story_about_the_subject_of_a_notice_is_none(name: str) -> None:
    for text in (STORIES[name], f"{LEAD} {STORIES[name]}", f"{STORIES[name]}\n\n{LEAD}"):
        assert notices(text, Span(0, len(text))) == ()


def test_one_such_sentence_within_a_paragraph_is_the_storys() -> None:
    text = f"{LEAD} Sign up for our newsletter to get the day's headlines in your inbox. {LEAD}"
    assert notices(text, Span(0, len(text))) == ()


def test_words_in_quotation_marks_are_the_storys() -> None:
    text = f"{LEAD}\n\n“{NOTICES['cookies']}”"
    assert notices(text, Span(0, len(text))) == ()


def test_only_the_body_is_looked_at_and_an_empty_one_has_none() -> None:
    text = f"{LEAD}\n\n{NOTICES['paywall']}"
    assert notices(text, Span(0, len(LEAD))) == ()
    assert notices("", Span(0, 0)) == ()
