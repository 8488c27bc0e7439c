"""Countries and capitals that German news writers let speak: "Moskau will „keinen Meter“ weichen"."""

_LISTED = """
deutschland berlin bonn österreich wien schweiz bern frankreich paris großbritannien london england schottland irland
dublin italien rom vatikan spanien madrid portugal lissabon griechenland athen türkei ankara russland moskau kreml
ukraine kiew kyjiw polen warschau tschechien prag slowakei ungarn budapest rumänien bukarest bulgarien sofia serbien
belgrad kroatien zagreb slowenien kosovo bosnien albanien niederlande belgien brüssel luxemburg dänemark kopenhagen
schweden stockholm norwegen oslo finnland helsinki estland lettland litauen belarus weißrussland minsk georgien
armenien aserbaidschan kasachstan usbekistan usa washington amerika kanada ottawa mexiko kuba havanna venezuela
caracas brasilien argentinien chile kolumbien bolivien peru israel jerusalem palästina libanon beirut syrien
damaskus jordanien irak bagdad iran teheran saudi-arabien riad jemen katar kuwait ägypten kairo libyen tripolis
tunesien algerien marokko sudan äthiopien eritrea somalia kenia nigeria südafrika pretoria simbabwe kongo ruanda
afghanistan kabul pakistan islamabad indien neu-delhi china peking taiwan hongkong japan tokio nordkorea pjöngjang
südkorea seoul vietnam thailand birma myanmar indonesien philippinen malaysia australien canberra neuseeland europa
"""
PLACES = frozenset(_LISTED.split())
