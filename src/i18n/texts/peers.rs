//! The texts of the territories most like another.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    TAB_PEERS: "Simili", "Alike";
    HOW_PEERS: "I territori più simili a quello scelto, dal più vicino. La barra è la distanza, divisa in colori secondo quanto ciascun indicatore la fa: zero vuol dire uguali in tutto. Simile vuol dire simile in questi indicatori: con altri la lista cambia.", "The territories most like the chosen one, the nearest first. The bar is the distance, parted into colours by how much each indicator makes of it: zero means equal in everything. Alike means alike in these indicators: with others the list changes.";
    HELP_PEERS: "Territori più simili a un altro: distanza su più indicatori standardizzati", "Territories most like another: distance over several standardised indicators";
    HELP_PEERS_TERRITORY: "Codice del territorio, confrontato con quelli del suo livello", "Code of the territory, compared with those of its level";
    HELP_PEERS_COUNT: "Quanti territori mostrare [10]", "How many territories to show [10]";
    HELP_PEERS_INDICATORS: "Indicatori, con la virgola, ciascuno con la sua data se serve (ID@ANNO) [sette, poco legati tra loro]", "Indicators, parted by commas, each with its date if needed (ID@YEAR) [seven that are little related]";
    PEERS_CHOOSE: "Scegli un territorio sulla mappa per vedere i suoi simili.", "Choose a territory on the map to see those like it.";
    PEERS_CLICK: "Un clic su una riga sceglie quel territorio.", "A click on a row chooses that territory.";
    fn peers_title(place): "Simili a: {place}", "Alike: {place}";
    PEERS_TITLE_OF_NONE: "Territori simili", "Territories alike";
    fn peers_subtitle(units, count): "{units} in ordine di distanza su indicatori standardizzati ({count})", "{units} in order of distance over standardised indicators ({count})";
    fn peers_note(units): "La distanza è quella euclidea tra valori standardizzati (media 0 e deviazione standard 1 tra {units}): 0 vuol dire uguali in tutto. Due indicatori che vanno insieme contano due volte ciò che hanno in comune.", "The distance is the Euclidean one between standardised values (mean 0 and standard deviation 1 among {units}): 0 means equal in everything. Two indicators that go together count twice what they share.";
    fn peers_first(most, all): "La distanza è sui primi {most} indicatori, in tutto sono {all}.", "The distance is over the first {most} indicators, in all there are {all}.";
    fn peers_without(count): "Territori senza un valore di tutti gli indicatori, e perciò fuori dal confronto: {count}.", "Territories without a value of all indicators, and so left out: {count}.";
    PEERS_DISTANCE: "Distanza", "Distance";
    PEERS_MOST: "Differenza maggiore", "Largest difference";
    fn peers_nearest(place, name, distance): "Il territorio più simile {place} è {name} (distanza {distance}).", "The territory most like {place} is {name} (distance {distance}).";
    fn peers_nearest_tied(place, names, distance): "I territori più simili {place} sono {names}, alla stessa distanza ({distance}).", "The territories most like {place} are {names}, at the same distance ({distance}).";
    fn peers_then(names): "Poi {names}.", "Then {names}.";
    fn peers_furthest(name, distance): "Il più diverso è {name} ({distance}).", "The least like is {name} ({distance}).";
    fn peers_named(name, distance): "{name} ({distance})", "{name} ({distance})";
    fn peers_most(name, indicator, own, other): "{name} se ne distingue soprattutto per {indicator}: {other} contro {own}.", "{name} differs from it most in {indicator}: {other} against {own}.";
    fn peers_row(name, distance, most): "{name}: distanza {distance}; differenza maggiore: {most}", "{name}: distance {distance}; largest difference: {most}";
    fn peers_valued(name, other, own): "{name} ({other} contro {own})", "{name} ({other} against {own})";
    PEERS_SHEET_PLACE: "Territorio", "Territory";
    fn peers_made_of(names): "La distanza è fatta di: {names}.", "The distance is made of: {names}.";
}
