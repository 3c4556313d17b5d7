//! The texts of the age pyramid.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    TAB_PYRAMID: "Piramide", "Pyramid";
    HOW_PYRAMID: "Una barra per età, i maschi a sinistra e le femmine a destra: la sua lunghezza è la quota di tutti i residenti che ha quell'età. La linea scura è il territorio con cui si confronta; dove la barra la supera il colore è pieno, dove resta sotto il vuoto è grigio.", "One bar for each age, males on the left and females on the right: its length is the share of all residents who are of that age. The dark line is the territory it is compared with; where the bar goes beyond it the colour is full, where it falls short the gap is grey.";
    HELP_PYRAMID: "Piramide delle età di un territorio, a confronto con un altro, con l'ATS o con sé stesso a un'altra data", "Age pyramid of a territory, against another, the ATS or itself at another date";
    HELP_PYRAMID_TERRITORY: "Codice del territorio, di qualsiasi livello [l'ATS]", "Code of the territory, of any level [the ATS]";
    HELP_PYRAMID_AGAINST: "Con che cosa confrontarlo: ats, none, il codice di un altro territorio o un anno [ats]", "What to compare it with: ats, none, the code of another territory or a year [ats]";
    HELP_PYRAMID_SINGLE: "Una barra per anno di età, invece che per cinque anni", "A bar for each year of age, instead of every five years";
    HELP_PYRAMID_COUNTS: "Residenti, invece di quote", "Residents, instead of shares";
    HELP_PYRAMID_SCALE: "Scala comune a tutti gli Ambiti (common) o di ciò che è disegnato (own); con --counts la seconda", "A scale common to all Ambiti (common) or that of what is drawn (own); with --counts the second";
    PYRAMID_NO_AGES: "Nei dati non ci sono residenti per sesso e singolo anno di età: la piramide non si può disegnare.", "The data have no residents by sex and single year of age: the pyramid cannot be drawn.";
    PYRAMID_NOTHING: "Mancano i residenti di alcune età: le quote non si possono calcolare. Con «Residenti» si vedono le età che ci sono.", "The residents of some ages are missing: shares cannot be worked out. With “Residents” the ages that are there are shown.";
    PYRAMID_NOBODY: "Nessuna età ha un numero di residenti da disegnare.", "No age has a number of residents to draw.";
    fn pyramid_no_such_year(year, years): "nel {year} non ci sono residenti per sesso e singolo anno di età; anni disponibili: {years}", "there are no residents by sex and single year of age in {year}; available years: {years}";
    PYRAMID_CHOOSE: "Scegli un territorio sulla mappa: è disegnato il primo che hai scelto.", "Choose a territory on the map: the first you chose is drawn.";
    PYRAMID_WITH: "A confronto con", "Compared with";
    PYRAMID_WITH_NOTHING: "nessun confronto", "no comparison";
    fn pyramid_with_date(date): "lo stesso al {date}", "itself on {date}";
    PYRAMID_FIVE: "5 anni", "5 years";
    PYRAMID_ONE: "1 anno", "1 year";
    PYRAMID_AS_SHARES: "Quote", "Shares";
    PYRAMID_AS_COUNTS: "Residenti", "Residents";
    PYRAMID_COMMON_SCALE: "Stessa scala per tutti gli Ambiti", "Same scale for all Ambiti";
    fn pyramid_other_date(map, dates): "La mappa è di un'altra data ({map}): i residenti per singolo anno di età ci sono solo {dates}.", "The map is of another date ({map}): residents by single year of age are there {dates} only.";

    fn pyramid_title(of): "Piramide delle età: {of}", "Age pyramid: {of}";
    fn pyramid_two(one, other): "{one} e {other}", "{one} and {other}";
    fn pyramid_comune(of): "Comune {of}", "Comune of {of}";
    fn pyramid_subtitle(what, bands, when): "{what} per sesso e {bands}, {when}", "{what} by sex and {bands}, {when}";
    PYRAMID_SHARES_OF: "Quote dei residenti", "Shares of residents";
    PYRAMID_COUNTS_OF: "Residenti", "Residents";
    PYRAMID_BY_FIVE: "fascia di cinque anni", "five-year age band";
    PYRAMID_BY_ONE: "anno di età", "year of age";
    PYRAMID_SHARE_UNIT: "% di tutti i residenti", "% of all residents";
    PYRAMID_COUNT_UNIT: "residenti", "residents";
    PYRAMID_SHARE_NOTE: "Ogni barra è una quota di tutti i residenti del territorio, maschi e femmine insieme.", "Each bar is a share of all residents of the territory, males and females together.";
    fn pyramid_scale_common(all): "La scala è la stessa per {all}: le loro piramidi si confrontano a occhio.", "The scale is the same for {all}: their pyramids compare by eye.";
    fn pyramid_all_ambiti(number): "tutti gli Ambiti ({number})", "all {number} Ambiti";
    PYRAMID_SCALE_EXCEEDS: "Una barra supera la scala comune agli Ambiti, che perciò è più lunga: questa piramide non si confronta a occhio con le altre.", "A bar goes beyond the scale common to the Ambiti, which is therefore longer: this pyramid does not compare with others by eye.";
    PYRAMID_SCALE_OWN: "La scala è quella di ciò che è disegnato: questa piramide non si confronta a occhio con altre.", "The scale is that of what is drawn: this pyramid does not compare with others by eye.";
    fn pyramid_key_more(other): "più che {other}", "more than {other}";
    fn pyramid_key_less(other): "meno che {other}", "less than {other}";

    PYRAMID_MALES: "Maschi", "Males";
    PYRAMID_FEMALES: "Femmine", "Females";
    PYRAMID_MALES_SHARE: "Maschi, % dei residenti", "Males, % of residents";
    PYRAMID_FEMALES_SHARE: "Femmine, % dei residenti", "Females, % of residents";
    PYRAMID_RESIDENTS: "Residenti", "Residents";
    PYRAMID_SHARE: "% dei residenti", "% of residents";
    PYRAMID_AGE: "Età", "Age";
    PYRAMID_GROUP: "Gruppo di età", "Age group";
    PYRAMID_GROUPS: "Gruppi di età", "Age groups";
    PYRAMID_ALL_AGES: "Tutte le età", "All ages";
    fn pyramid_column(what, of): "{what} ({of})", "{what} ({of})";
    fn pyramid_side(sex, share): "{sex} {share}", "{sex} {share}";
    fn pyramid_ages(from, to): "da {from} a {to} anni", "{from} to {to} years";
    fn pyramid_age(age): "{age} anni", "{age} years";
    PYRAMID_AGE_ONE: "1 anno", "1 year";
    fn pyramid_open(from): "{from} anni e più", "{from} years and over";
    fn pyramid_bar(sex, ages, of, count, share): "{sex}, {ages}: {of} {count} ({share})", "{sex}, {ages}: {of} {count} ({share})";
    fn pyramid_bar_other(bar, other, count, share): "{bar}; {other} {count} ({share})", "{bar}; {other} {count} ({share})";

    fn pyramid_few(residents, bars): "I residenti sono {residents} e le barre {bars}: in media una barra ha meno di dieci persone, e una in più o in meno la cambia molto. Guarda i tre gruppi di età più che le singole barre.", "There are {residents} residents and {bars} bars: a bar has fewer than ten people on average, and one more or less changes it much. Look at the three age groups rather than at single bars.";
    fn pyramid_absent(count): "Barre senza un dato, e perciò non disegnate: {count}.", "Bars without a figure, and so not drawn: {count}.";
    fn pyramid_absent_shares(count): "Mancano i residenti di alcune età (barre: {count}), e perciò le quote non si possono calcolare.", "The residents of some ages are missing (bars: {count}), so shares cannot be worked out.";
    PYRAMID_DIFFERENT_SIZE: "Sono residenti di territori di grandezza diversa: la forma si confronta con le quote.", "These are residents of territories of different size: to compare shapes use shares.";
    PYRAMID_USE_SHARES: "Scegli le quote, o rimuovi il confronto.", "Choose shares, or take the comparison off.";
    PYRAMID_USE_WIDER: "Scegli le fasce di cinque anni, o l'Ambito di cui fa parte.", "Choose five-year bands, or the Ambito it belongs to.";

    fn pyramid_reading_groups(place, when, residents, young, adult, old): "{place} {when} i residenti sono {residents}: {young} ha meno di 15 anni, {adult} da 15 a 64, {old} 65 anni o più.", "{place} {when} there are {residents} residents: {young} are under 15, {adult} are 15 to 64, {old} are 65 or over.";
    fn pyramid_counted(place, when, counted, total): "{place} {when} un'altra fonte conta {counted} residenti: la somma delle età ne dà {total}.", "{place} {when} another source counts {counted} residents: the ages add up to {total}.";
    fn pyramid_reading_other(place, young, adult, old): "{place} i tre gruppi sono {young}, {adult} e {old}.", "{place} the three groups are {young}, {adult} and {old}.";
    fn pyramid_reading_fullest(ages, share): "La fascia con più residenti è quella {ages}: {share} del totale.", "The band with most residents is {ages}: {share} of the total.";
    fn pyramid_reading_fullest_one(ages, share): "L'età con più residenti è {ages}: {share} del totale.", "The age with most residents is {ages}: {share} of the total.";
    fn pyramid_reading_fullest_many(ages, share): "Le età con più residenti, a pari merito, sono {ages}, ciascuna con {share} del totale.", "The ages with most residents, and equally many, are {ages}, each with {share} of the total.";
    fn pyramid_reading_fullest_count(many, share): "Le età con più residenti, a pari merito, sono {many}, ciascuna con {share} del totale.", "There are {many} ages with equally most residents, each with {share} of the total.";
    fn pyramid_reading_more(other, ages, own, its): "Rispetto {other} pesa di più soprattutto chi ha {ages}: {own} contro {its}.", "Against {other} the ages with the largest surplus are {ages}: {own} against {its}.";
    fn pyramid_reading_less(other, ages, own, its): "Rispetto {other} pesa di meno soprattutto chi ha {ages}: {own} contro {its}.", "Against {other} the ages with the largest shortfall are {ages}: {own} against {its}.";
    PYRAMID_READING_SAME: "Le due piramidi hanno la stessa forma.", "Both pyramids have the same shape.";
    fn pyramid_reading_women(share): "Tra chi ha 65 anni o più le femmine sono {share}.", "Of those aged 65 or over {share} are females.";
    fn pyramid_reading_none(place, when): "{place} {when} il numero dei residenti non si può calcolare, perché manca qualche età.", "{place} {when} the number of residents cannot be worked out, because some ages are missing.";
    fn alt_pyramid(title, subtitle): "{title}. {subtitle}. I maschi sono a sinistra, le femmine a destra, le età dal basso in alto.", "{title}. {subtitle}. Males are on the left, females on the right, ages go from bottom to top.";
    fn alt_pyramid_longest(of, males, males_bar, females, females_bar): "{of}: la barra più lunga dei maschi è {males} ({males_bar}), quella delle femmine {females} ({females_bar}).", "{of}: the longest bar of males is {males} ({males_bar}), that of females {females} ({females_bar}).";
    fn alt_pyramid_groups(of, young, adult, old): "{of}: fino a 14 anni {young}, da 15 a 64 {adult}, 65 e più {old}.", "{of}: up to 14 years {young}, 15 to 64 {adult}, 65 and over {old}.";
}
