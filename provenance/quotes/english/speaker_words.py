"""Nouns that make statements in English news, as data: persons, bodies and documents; and words that deceive.

Heads of the sources of PolNeAR's development half and of 3,000 press releases, with the members of their kinds; words
that the endings of persons ("-er", "-ist") find are left out.
"""

from __future__ import annotations

PERSONS = """
    person people man men woman women child children boy girl kid kids youth youngster teen adult elder senior
    baby wife husband mother father mom dad mum parent son daughter brother sister uncle aunt cousin nephew niece
    family grandparent grandmother grandfather widow widower spouse sibling relative friend neighbor neighbour
    couple resident citizen native islander villager tourist migrant immigrant refugee emigrant expatriate
    compatriot local official officials president premier chancellor minister prince princess king queen monarch
    duke duchess baron senator sen rep representative congressman congresswoman delegate governor gov mayor deputy
    secretary chief chair chairman chairwoman chairperson head boss leader ceo cfo executive director executives
    aide aides assistant adviser advisor spokesman spokeswoman spokesperson spokespeople envoy ambassador diplomat
    consul general colonel major captain lieutenant sergeant corporal private admiral marshal guard troops troop
    soldier cadet veteran vet marine sheriff cop police constable detective agent spy judge justice magistrate
    jurist attorney counsel solicitor prosecutor witness victim suspect defendant plaintiff complainant accused
    convict inmate prisoner criminal thief doctor doctors nurse physician surgeon patient medic midwife therapist
    paramedic pharmacist dentist expert academic scholar professor student pupil graduate alumnus alumni intern
    apprentice dean rector principal scientist fellow analyst critic pundit commentator columnist journalist
    correspondent anchor host guest author poet novelist playwright artist actress actor musician athlete coach
    referee fan star celebrity icon source sources insider outsider associate colleague colleagues ally allies
    rival opponent proponent adversary foe enemy enemies accomplice partner counterpart successor predecessor
    incumbent candidate nominee contender hopeful republican democrat conservative liberal progressive moderate
    independent radical extremist militant rebel rebels insurgent terrorist activist advocate protestant catholic
    muslim jew christian hindu evangelical cleric clergy priest pastor rabbi imam bishop archbishop cardinal pope
    monk nun saint prophet god client customer consumer tenant landlord owner entrepreneur merchant tycoon
    billionaire millionaire magnate clerk cook chef maid janitor pilot crew crews sailor driver chauffeur mechanic
    technician statistician peer participant applicant recipient beneficiary constituent constituents signatory
    informant confidant visitant attendant accountant consultant servant giant civil_servant member members
    majority minority mob public others other rest one ones few individual individuals somebody someone anyone
    everybody everyone nobody trio duo pair backer skeptic sceptic whistleblower geologist economist pediatrician
    lawmaker policymaker caller traveler speaker signer landowner heir registrar bursar treasurer curator
    secretary-general whip figure figures voice voices elite establishment passenger voter conference
"""
BODIES = """
    agency agencies administration government governments ministry department bureau office offices authority
    authorities cabinet council committee subcommittee commission board panel task_force body congress parliament
    senate house assembly legislature court courts tribunal jury grand_jury bench state states nation nations
    country countries city cities town county counties village community communities district province republic
    kingdom empire federation union unions alliance coalition league association society institute institution
    organization organisation group groups foundation charity fund trust nonprofit ngo think_tank thinktank
    company companies firm firms corporation business businesses bank banks lender insurer carrier airline
    manufacturer utility operator retailer store shop supermarket chain startup giant conglomerate brand publisher
    paper newspaper newspapers magazine journal outlet outlets network station channel broadcaster media press
    wire tabloid daily weekly blog site website page platform university universities college school academy
    laboratory lab hospital clinic church mosque synagogue diocese vatican army military navy force forces
    air_force militia pentagon police patrol brigade squad team teams club party parties campaign campaigns
    movement faction caucus leadership wing side camp delegation mission embassy consulate staff management
    ownership industry sector lobby market markets crowd audience workforce crew clan tribe faith clergy gang
    cartel family households household signatories regime opposition secretariat registry observatory service
    services center centre archive museum library theater theatre orchestra defense defence prosecution justice
    intelligence regulator regulators watchdog electorate bloc monarchy palace partnership band choir ensemble
    troupe
"""
DOCUMENTS = """
    report reports study studies survey surveys poll polls analysis analyses review reviews audit memo memos
    memorandum letter letters email emails e-mail e-mails statement statements release releases article articles
    story stories editorial editorials column op-ed op-eds book memoir biography document documents filing filings
    lawsuit lawsuits suit complaint complaints indictment affidavit affidavits warrant order ruling opinion
    verdict judgment judgement brief transcript transcripts testimony ad ads advert advertisement commercial video
    tape caption headline headlines post posts tweet tweets message messages note notes banner poster plaque
    slogan motto lyrics constitution treaty agreement contract guideline guidelines manual guide handbook textbook
    dictionary encyclopedia bulletin newsletter notice alert advisory announcement declaration proclamation
    petition manifesto estimate estimates forecast forecasts projection projections data figures statistics
    statistic numbers findings results evidence research investigation inquiry probe census index assessment
    evaluation paper summary quote quotation proverb saying adage rumor rumors rumour rumours gospel bible quran
    koran scripture text texts introduction preface conclusion invitation report_card scorecard records logs
"""
# Ordinary words with the endings of persons.
EXCEPTIONS = """
    water winter summer matter order power number paper letter weather river computer chapter cover border center
    centre corner career beer cancer fever liver silver copper rubber butter dinner supper answer quarter disaster
    shelter theater theatre monster poster register semester trailer timber lumber tower flower shower tender
    gender member_state door floor color colour flavor flavour factor error mirror motor terror horror humor
    humour labor labour harbor harbour favor favour honor honour behavior behaviour major minor prior interior
    exterior doctor_visit tractor reactor sector vector corridor indicator elevator escalator monitor sensor rumor
    tumor tumour anchor odor vapor armor armour endeavor valor decor meteor visitor_center ever never over under
    after later further rather either neither whether other another together however former latter inner outer
    upper lower higher greater better longer shorter larger smaller bigger closer earlier easier harder faster
    slower safer stronger weaker older newer younger wider deeper lighter steeper poorer richer cheaper cleaner
    sooner fewer proper super per her layer meter metre liter litre filter buffer folder header counter_offer
    offer transfer barrier carrier_bag frontier soccer peer pioneer_spirit volunteer_work timer printer scanner
    router server browser container cluster diameter parameter perimeter charter chamber bumper hammer ladder
    powder laser fiber fibre saber tiger finger shoulder fender gutter clutter litter bitter trigger danger anger
    hunger ginger eager meager wager manger ledger badger burger merger budger passover takeover turnover rollover
    leftover hangover stopover spring-er degree committee_room coffee fee knee tree free bee see three agree
    guarantee jubilee pedigree spree toffee levee plant grant restaurant want slant constant instant distant
    important significant relevant elephant infant_formula pant ant rant chant infant-care vacant dominant
    pollutant deterrent warrant variant covenant fragrant vibrant abundant redundant brilliant elegant reluctant
    tolerant ignorant resistant arrogant pregnant dormant stagnant list mist fist twist wrist exist assist consist
    insist resist persist checklist shortlist waitlist ian asian human german roman woman_in pan plan clan fan
    scan
"""
# What opens no phrase that speaks.
_OPENERS = """
    for and but or if when as because so what how why where which who whose whom that's there here it's let not
    than then working hung made taken given according while although though since until unless whether anything
    nothing something everything anything's else urge asked ask however additionally moreover furthermore were was
    to of in on at by with from about into through
"""
_INDEFINITE = """
    some many most several others few all both everyone everybody someone somebody anyone nobody those these one
    two three four five another each he she they we i you it him them this that who
"""
# Verbs that headlines have in the present behind a name.
_VERBS = """
    calls says urges announces praises applauds challenges introduces denounces votes joins asks tells warns
    condemns criticizes demands secures wins seeks backs slams blasts opposes supports hails responds reacts
    unveils comments rejects defends vows pledges expresses presses sponsors receives gets leads speaks
"""

_FINITE = """
    is are was were be been am has have had having does do did will would can could shall should must cannot isn't
    aren't wasn't weren't don't doesn't didn't won't can't couldn't wouldn't shouldn't hasn't haven't t re ve ll
    it's that's there's we've we're they're they'll i'm isn’t aren’t wasn’t weren’t don’t doesn’t didn’t won’t
    can’t couldn’t it’s that’s there’s we’ve we’re they’re they’ll i’m doesn don didn isn wasn
"""

# Adjectives behind a noun: "a person familiar with the matter".
_BEHIND_NOUNS = """
    familiar close responsible present aware able alike alone abroad here there involved nearby else
"""

# Words that open a sentence or a heading and are no name by themselves.
_STRAY = """
    much amid thank thanks starting started saying said included including includes introduced requires required
    comparing compared breaking broken except every away deployed look looking take taking taken have having way
    ways local jr sr ii iii gun gas hands hand twenty thirty forty fifty hundred hundreds thousands millions million
    billions billion refusal awareness climate policy safety matter matters threat threats corporate despite
    regarding concerning considering following based given according based upon unfortunately fortunately today
    tomorrow yesterday tonight january february march april may june july august september october november
    december monday tuesday wednesday thursday friday saturday sunday please well yes no okay there here then thus
    hence still also even only just more most less least own same new old first second third last next good best
    better great clear true false important sure able likely need needs wants want let lets make makes making made
    get gets getting put puts come comes coming go goes going gone keep keeps keeping kept stop stops stopping
    help helps helping increase increases increasing increased provide provides providing provided support
    supporting supported allow allows allowing allowed ensure ensures ensuring establish establishes establishing
    create creates creating created authorizes authorizing prohibits prohibiting expand expands expanding background
    energy health education security water land air food money tax taxes jobs work time year years day days week
    month results oil trade war peace
"""
# Words of headings in capitals.
_HEADINGS = """
    act bill law fact check value video clip end begin social security farm energy health care tax budget trade war
    peace press release immediate contact statement background summary highlights update news alert transcript
    question answer questions answers note introduction conclusion section title page table part amendment
    resolution agenda policy plan program programs funding grant grants project projects reform relief protection
    act issue issues key facts about more read full text photo photos audio music break commercial announcement
    new on for the of in to and with against over after
"""
STRAY = frozenset(_STRAY.split())
HEADINGS = frozenset(_HEADINGS.split())

ABLE = frozenset((PERSONS + BODIES + DOCUMENTS).split())
BEHIND_NOUNS = frozenset(_BEHIND_NOUNS.split())
FINITE = frozenset(_FINITE.split())
AGENT_EXCEPTIONS = frozenset(EXCEPTIONS.split())
# "half of the residents": those behind "of" speak.
_QUANTITIES = """
    percent half third quarter number dozens hundreds thousands lot part portion share
"""
QUANTITIES = frozenset(_QUANTITIES.split())
OPENERS = frozenset(_OPENERS.split())
INDEFINITE = frozenset(_INDEFINITE.split())
VERBS = frozenset(_VERBS.split())
