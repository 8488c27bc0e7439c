"""Portuguese words, of Portugal and Brazil, that the rules for reported speech use, as data.

`provenance.quotes.cued.grammar` says what the keys mean; forms of verbs are listed as there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

ENDINGS: Mapping[str, str] = {
    "car": "ca cam cou caram cava cavam cará carão caria que|cado|cando",
    "gar": "ga gam gou garam gava gavam gará garão garia|gado|gando",
    "ar": "a am ou aram ava avam ará arão aria ariam|ado|ando",
    "er": "e em eu eram ia iam erá erão eria|ido|endo",
    "ir": "e em iu iram ia iam irá irão iria|ido|indo",
}
WORDS: Mapping[str, Any] = {
    "notes": ["nota da redação", "nota do editor", "errata:", "correção:", "correcção:"],
    "according": """
        segundo, de acordo com, conforme, na opinião de, na opinião do, na opinião da, nas palavras de, nas
        palavras do,
        nas palavras da, na avaliação de, na avaliação do, na avaliação da, no entender de, no entender do,
        no entender da, na visão de, na visão do, na visão da, a crer em, consoante
    """,
    "verbs": {
        "infinitive": """
            dizer afirmar assegurar garantir declarar reconhecer admitir negar acreditar esperar prometer jurar
            confessar considerar lamentar desmentir alegar anunciar pretender
        """,
        "that": """
            indicar explicar acrescentar adicionar precisar ressaltar salientar sublinhar frisar destacar lembrar
            recordar apontar comentar informar responder replicar contar relatar narrar advertir avisar insistir
            concluir revelar resumir escrever reportar argumentar objetar repetir reiterar denunciar detalhar manter
            mencionar certificar expor expressar confirmar enfatizar reforçar pontuar observar notar constatar
            esclarecer ponderar prever sugerir opinar achar pensar estimar calcular temer defender sustentar asseverar
            testemunhar depor acusar ratificar justificar completar emendar alertar referir adiantar assinalar
            avançar comunicar supor atestar vaticinar realçar vincar pedir rogar exigir ordenar suplicar recomendar
            aconselhar
            propor
        """,
        "beside": """
            brincar ironizar sorrir suspirar gritar murmurar sussurrar exclamar disparar soltar prosseguir continuar
            rematar arrematar finalizar sentenciar comemorar celebrar queixar reclamar criticar agradecer
            reagir tuitar questionar perguntar refletir aplaudir avaliar analisar protestar
            desabafar apelar rebater retrucar contestar atirar festejar confidenciar atacar elogiar instar postar
            publicar
        """,
        "asking": "perguntar questionar indagar interrogar dizer explicar",
        "naming": """
            classificar qualificar descrever definir chamar criticar denunciar lamentar elogiar considerar pedir
            exigir
            tachar condenar falar
        """,
    },
    "irregular": {
        "dizer": "diz dizem disse disseram dizia diziam dirá dirão diria digo|dito|dizendo",
        "desmentir": "desmente desmentem desmentiu desmentiram desmentia|desmentido|desmentindo",
        "reconhecer": "reconhece reconhecem reconheceu reconheceram reconhecia reconhecerá|reconhecido|reconhecendo",
        "crer": "crê creem creu cria|crido|crendo",
        "manter": "mantém mantêm manteve mantiveram mantinha mantinham manterá|mantido|mantendo",
        "expor": "expõe expõem expôs expuseram expunha|exposto|expondo",
        "supor": "supõe supõem supôs supunha|suposto|supondo",
        "depor": "depôs depuseram|deposto|depondo",
        "concluir": "conclui concluem concluiu concluíram concluía|concluído|concluindo",
        "sugerir": "sugere sugerem sugeriu sugeriram sugeria|sugerido|sugerindo",
        "advertir": "adverte advertem advertiu advertiram advertia|advertido|advertindo",
        "referir": "refere referem referiu referiram referia|referido|referindo",
        "repetir": "repete repetem repetiu repetiram repetia|repetido|repetindo",
        "escrever": "escreve escrevem escreveu escreveram escrevia|escrito|escrevendo",
        "descrever": "descreve descrevem descreveu descreveram|descrito|descrevendo",
        "prever": "prevê preveem previu previram previa|previsto|prevendo",
        "sorrir": "sorri sorriem sorriu sorria|sorrido|sorrindo",
        "propor": "propõe propõem propôs propuseram propunha|proposto|propondo",
        "pedir": "pede pedem pediu pediram pedia pediam pedirá|pedido|pedindo",
        "prosseguir": "prossegue prosseguem prosseguiu prosseguia|prosseguido|prosseguindo",
        "exigir": "exige exigem exigiu exigiram exigia|exigido|exigindo",
        "agradecer": "agradece agradecem agradeceu agradeceram|agradecido|agradecendo",
        "reagir": "reage reagem reagiu reagiram reagia|reagido|reagindo",
        "refletir": "reflete refletiu refletia|refletido|refletindo",
        "garantir": "garante garantem garantiu garantiram garantirá|garantido|garantindo",
        "admitir": "admite admitem admitiu admitiram admitia admitirá|admitido|admitindo",
        "contar": "contou contaram contava contavam contará conta contam|contado|contando",
    },
    "words": {
        "auxiliaries": "tem têm tinha tinham terá terão teria teriam há havia haviam haverá haveria tenha houve",
        "finite_verbs": """
            é são era eram foi foram será serão seria seriam está estão estava estavam esteve tem têm tinha tinham
            teve
            pode podem podia poderá poderia deve devem devia deveria vai vão ia quer querem queria há faz fazem fez
            fizeram fica ficam segue chegou chega passa põe dá deu deixa permite vem continua
        """,
        "light": "fez faz fizeram deixou deixa deu dá",
        "complements": "saber notar entender conta",
        "that": "que",
        "questions": "se quem quando quanto quanta quantos como onde qual quais porquê por",
        "to": "",
        "adverbs": """
            também ainda além ontem hoje amanhã então depois finalmente igualmente inclusive assim simplesmente
            claramente publicamente recentemente já só sempre tampouco aqui porém esta este manhã
        """,
        "clitics": "o a os as lhe lhes se me nos te vos -lhe -lhes -se -me -nos -o -a -os -as -lo -la",
        "negations": "não nunca jamais nem tampouco",
        "and": "e",
        "but": "mas porém contudo todavia enquanto",
        "genitives": "de do da dos das",
        "opinions": "para",
        "as": "como conforme segundo consoante",
        "so": "assim",
        "times": "ontem hoje amanhã noite tarde manhã semana mês ano madrugada",
        "places": """
            portugal brasil espanha frança alemanha itália angola moçambique europa rússia ucrânia china japão lisboa
            porto coimbra braga paulo rio brasília salvador recife madrid paris londres berlim bruxelas roma moscou
            moscovo kiev washington
        """,
        "boundaries": "e ou mas quando enquanto porque pois se onde nem embora como antes depois após até",
        "clause_starters": "o a os as um uma ele ela eles elas isto isso mas e se em no na",
        "prepositions": """
            a ao aos à às ante após até com contra de do da dos das desde durante em no na nos nas entre para pelo
            pela
            pelos pelas por sem sob sobre num numa perante
        """,
        "determiners": """
            o a os as um uma uns umas este esta estes estas esse essa esses essas aquele aquela seu sua seus suas meu
            minha nosso nossa cada vários várias alguns algumas todo toda todos todas dois duas três quatro cinco
        """,
        "days": """
            segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo
        """,
        "pronouns": "ele ela eles elas eu tu você vocês nós isto isso aquilo este esta quem",
        "persons": "ele ela eles elas",
        "masculine": "ele eles",
        "feminine": "ela elas",
        "objects": "mim ti si",
        "relatives": "que quem qual quais cujo cuja",
        "persons_relative": "que quem",
        "name_particles": "de do da dos das e van von der di del la bin al mac",
        "titles": """
            senhor senhora sr sra dom dona d dr dra doutor doutora professor professora prof general coronel capitão
            comandante presidente presidenta ministro ministra prefeito prefeita deputado deputada senador senadora
            diretor diretora director directora juiz juíza procurador procuradora advogado advogada rei rainha
            príncipe
            princesa papa chanceler governador governadora delegado delegada porta-voz secretário secretária vereador
            vereadora treinador técnico vice-presidente primeiro-ministro primeira-ministra padre bispo
        """,
        "male_titles": """
            senhor sr doutor professor ministro prefeito deputado senador diretor juiz advogado rei príncipe
            governador
            secretário
        """,
        "female_titles": """
            senhora sra dona doutora professora ministra prefeita deputada senadora diretora juíza advogada rainha
            princesa governadora secretária
        """,
        "organisations": """
            república ministério conselho comissão partido sindicato associação federação universidade instituto banco
            grupo sociedade companhia agência parlamento senado congresso câmara tribunal supremo polícia governo
            união
            organização fundação comitê comité centro hospital museu prefeitura secretaria procuradoria
        """,
        "works": "livro romance filme título intitulado intitulada canção disco artigo relatório",
        "abbreviations": "sr sra dr dra prof eng art núm exmo",
    },
    "names": {
        "female": """
            maria ana joana mariana beatriz inês sofia catarina rita marta carla paula sandra patrícia helena isabel
            teresa luísa fernanda juliana camila larissa amanda bruna letícia gabriela adriana cláudia silvia márcia
            vera lúcia rosa dilma marina simone
        """,
        "male": """
            joão josé antónio antônio manuel carlos luís luiz pedro paulo miguel rui jorge francisco fernando ricardo
            rafael bruno tiago thiago diogo gonçalo andré marcelo eduardo gustavo rodrigo felipe lucas mateus sérgio
            roberto henrique fábio vítor nuno hugo
        """,
    },
    "edits": {
        "fillers": "eh pois né bom",
        "articles": "o a os as um uma uns umas",
        "openers": "e mas então pois bom",
        "negations": "não nunca jamais nada ninguém nenhum nenhuma nem sem tampouco",
        "reversals": "duvidar negar recusar evitar impedir",
        "clauses": "que quem onde quando porque se como embora",
        "complements": "que se",
        "amounts": "pouco poucos poucas",
        "weak": "o a os as de do da dos das ao e ou um uma em no na que se seu não é com por para",
        "numbers_of": "pt",
        "numbers": """
            um=1 uma=1 dois=2 duas=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 onze=11 doze=12
            treze=13 catorze=14 quatorze=14 quinze=15 vinte=20 trinta=30 quarenta=40 cinquenta=50 sessenta=60
            setenta=70 oitenta=80 noventa=90
        """,
        "scales": "cem=100 cento=100 mil=1000 milhão=1000000 milhões=1000000 bilhão=1000000000 bilhões=1000000000",
        "number_joins": "e",
        "currencies": "€=euro euros=euro r$=real reais=real $=dólar dólares=dólar",
    },
}
