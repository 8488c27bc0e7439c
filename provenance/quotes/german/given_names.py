"""Given names in German news, as a table that `read_lexicon` reads; written down for this project."""

from __future__ import annotations

NAMES = {
    "male": """
adam adrian ahmed albert alexander alfred ali andre andreas anton armin arnold arthur axel benjamin bernd
bernhard bill bob boris bruno carl carsten charles christian christoph claus daniel david dennis detlef dieter
dietmar dirk dominik donald eckart eduard emil emmanuel enrico erhard eric erich ernst erwin eugen fabian felix
ferdinand florian francis frank franz frederik friedbert friedrich fritz gabriel george georg gerald gerd
gerhard gert gottfried gregor guido gunter gustav günter günther hannes hans harald harry hartmut heiko heiner
heinrich heinz helmut henning henrik henry herbert hermann hinrich holger horst hubert hugo ingo ivan jack jakob
jacques james jan jean jens jim joachim joe johann johannes john jonas jörg jörn josef joseph joschka jose juan
jürgen kai karl karsten kevin klaus konrad konstantin kurt lars leo leon leonard leopold linus lorenz lothar
louis luca ludwig lukas lutz magnus malte manfred manuel marc marcel marco marcus mario mark markus martin
mathias matthias max maximilian michael michel mike mohammed moritz nicolas niels nikolaus nils norbert olaf ole
oliver oskar otto pascal patrick paul pedro peer peter philipp pierre rainer ralf ralph raymond reiner reinhard
reinhold richard robert roberto roger roland rolf roman ronald rudi rudolf rupert rüdiger samuel sascha
sebastian sergej siegfried sigmar silvio simon stefan steffen stephan steve steven sven theo theodor thomas
thorsten tilman tim tobias tom tony torsten udo ulf uli ulrich uwe valentin victor viktor vincent volker walter
werner wilfried wilhelm willi willy winfried wladimir wolf wolfgang wolfram yves
""",
    "female": """
agnes alexandra alice alina amelie andrea angela angelika anita anja anke anna anne annegret annette antje
antonia astrid barbara beate beatrix bettina birgit brigitte britta carina carla carmen carola caroline cecilia
charlotte christa christel christiane christina christine claudia condoleezza cora cornelia dagmar daniela diana
doris dorothea edith elena elisabeth elke ella ellen elsa emilia emma erika erna esther eva eveline franziska
frauke frieda gabi gabriele gerda gertrud gesine gisela greta gudrun hanna hannah hannelore heide heidi
heidemarie heike helen helena helga henrike hilde hildegard hillary ilona ilse ina inge ingeborg ingrid irene
iris irmgard isabel isabella jana janina jennifer jessica johanna judith julia juliane jutta karin karla
karoline katarina katharina kathrin katja katrin kerstin klara kristin kristina lara laura lea lena leonie lina
linda lisa lotte louise luise lydia magdalena maike manuela maren margaret margarete margit margot maria
marianne marie marina marion marlene marlies marta martha martina mathilde melanie mia michaela miriam monika
nadine nadja natalie nathalie nicole nina nora olga paula petra pia ramona rebecca regina regine renate rita
rosa rosemarie roswitha ruth sabine sabrina sandra sara sarah sigrid silke silvia simone sofia sofie sonja
sophia sophie stefanie stephanie susanne svenja sybille sylvia tamara tanja teresa theresa theresia thea tina
ulla ulrike ursula ute vera verena veronika viktoria waltraud wiebke yvonne
""",
}
