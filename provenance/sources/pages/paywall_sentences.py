"""The sentences of paywalls, as patterns: data of `notice_pages`, written as in `notice_sentences`.

Nothing here decides what a page is.
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
lesen sie (?:weiter|den ganzen|jetzt).{0,80}
(?:jetzt )?weiterlesen (?:mit|für)\b.{0,60}
(?:exklusiv )?(?:nur )?für (?:abonnent|plus).{0,60}
(?:la suite (?:de cet article )?est )réservée? aux abonnés.{0,60}
(?:suscríbete|suscríbase) (?:para|y)\b.{0,60}
¿ya eres suscriptor.{0,60}
contenido exclusivo.{0,60}
(?:questo )?(?:contenuto|articolo) (?:è )?riservato agli abbonati.{0,60}
abbonati (?:per|a)\b.{0,60}
conteúdo exclusivo.{0,60}
assine para.{0,60}
verder lezen\?.{0,60}
(?:dit artikel is )?(?:alleen|exclusief) voor abonnees.{0,60}
pozostało \d+ ?% (?:treści|artykułu).{0,80}
(?:aby|chcesz) czytać dalej.{0,60}
(?:det här är en )?låst artikel.{0,60}
bli prenumerant.{0,60}
(?:článek|obsah) (?:je )?(?:pouze )?pro předplatitele.{0,60}
(?:статья|материал) доступ\w{1,4} (?:только )?(?:по подписке|подписчикам).{0,60}
bu (?:haber|içerik) (?:sadece )?aboneler.{0,60}
(?:この記事は)?有料会員(?:限定|記事).{0,40}
(?:本文)?(?:仅限|需要)(?:订阅|付费).{0,40}
(?:이 기사는 )?유료 회원.{0,40}
this post is for (?:paid|paying|free)? ?(?:subscribers|members).{0,60}
this article is (?:only )?for (?:subscribers|members).{0,60}
create an account to read.{0,60}
"""
# Sentences that only a paywall says; a story may well end in others.
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
lesen sie (?:weiter|den ganzen|jetzt).{0,80}
(?:jetzt )?weiterlesen (?:mit|für)\b.{0,60}
(?:exklusiv )?(?:nur )?für (?:abonnent|plus).{0,60}
(?:la suite (?:de cet article )?est )réservée? aux abonnés.{0,60}
(?:suscríbete|suscríbase) (?:para|y)\b.{0,60}
¿ya eres suscriptor.{0,60}
contenido exclusivo.{0,60}
(?:questo )?(?:contenuto|articolo) (?:è )?riservato agli abbonati.{0,60}
abbonati (?:per|a)\b.{0,60}
conteúdo exclusivo.{0,60}
assine para.{0,60}
verder lezen\?.{0,60}
(?:dit artikel is )?(?:alleen|exclusief) voor abonnees.{0,60}
pozostało \d+ ?% (?:treści|artykułu).{0,80}
(?:aby|chcesz) czytać dalej.{0,60}
(?:det här är en )?låst artikel.{0,60}
bli prenumerant.{0,60}
(?:článek|obsah) (?:je )?(?:pouze )?pro předplatitele.{0,60}
(?:статья|материал) доступ\w{1,4} (?:только )?(?:по подписке|подписчикам).{0,60}
bu (?:haber|içerik) (?:sadece )?aboneler.{0,60}
(?:この記事は)?有料会員(?:限定|記事).{0,40}
(?:本文)?(?:仅限|需要)(?:订阅|付费).{0,40}
(?:이 기사는 )?유료 회원.{0,40}
this post is for (?:paid|paying|free)? ?(?:subscribers|members).{0,60}
this article is (?:only )?for (?:subscribers|members).{0,60}
create an account to read.{0,60}
il vous reste \d+ ?%
"""
