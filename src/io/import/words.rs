//! What the words of a header say about its column.

use crate::i18n::folded;

use super::territory_words::OF_TERRITORIES;

/// What a column contains, judged by its header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heads {
    /// ISTAT's code of a Comune.
    Code,
    /// The land registry's code.
    Cadastral,
    /// The name of a Comune.
    Name,
    Ambito,
    /// An ASST or an ATS.
    Trust,
    Province,
    /// Something larger, or something else with the name of a territory.
    Larger,
    /// Nothing recognised.
    Nothing,
}

/// Words of a header, without case and accents.
pub(super) fn words(header: &str) -> Vec<String> {
    let text = folded(header);
    text.split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// What a column holds, by its header.
pub(crate) fn heads(header: &str) -> Heads {
    let words = words(header);
    let key = words.concat();
    let begins = |all: &[&str]| words.iter().any(|word| all.iter().any(|start| word.starts_with(start)));
    let is = |all: &[&str]| words.iter().any(|word| all.contains(&word.as_str()));
    let is_code = begins(&["cod", "istat", "procom"]) || is(&["code", "cd"]) || key.starts_with("procom");
    // "Comune/Ambito": either, so what the cells name decides.
    let sides = || header.split(['/', '|']).map(self::heads);
    if header.contains(['/', '|'])
        && sides().any(|side| side == Heads::Ambito)
        && sides().any(|side| side == Heads::Name)
    {
        return Heads::Nothing;
    }
    if begins(&["ambit", "distrett", "pdz"]) || key.contains("pianodizona") || key.contains("pianizona") {
        return Heads::Ambito;
    }
    if begins(&["catast", "belfiore"]) {
        return Heads::Cadastral;
    }
    let is_comune = key.contains("comune")
        || words.iter().any(|word| is_of_comune(word))
        || key.starts_with("procom")
        || (is_code && is(&["com"]));
    if begins(&["provinc", "sigla", "uts", "citmetro"]) || is(&["prov", "pr", "targa"]) {
        // "Comune e provincia" still contains the Comune.
        return if is_comune && !is_code { Heads::Name } else { Heads::Province };
    }
    const LEADS: [&str; 6] = ["codice", "cod", "nome", "denominazione", "descrizione", "ente"];
    let leading = words.iter().find(|word| !LEADS.contains(&word.as_str()));
    if leading.is_some_and(|word| ["asl", "ats", "asst"].contains(&word.as_str())) && !is_comune {
        return Heads::Trust;
    }
    if begins(&["region", "ripartiz", "asl", "ats", "asst"]) && !is_comune {
        return Heads::Larger;
    }
    if is_code && (is_comune || begins(&["istat"]) || words.len() == 1) {
        return Heads::Code;
    }
    if ["itter107", "refarea", "procom", "procomt"].contains(&key.as_str()) {
        return Heads::Code;
    }
    if is_comune || is(&["territorio", "territori", "territory"]) { Heads::Name } else { Heads::Nothing }
}

/// Whether a cell is the header of a column of territories and nothing else: "Comune di residenza" is, "Comune di
/// Rho" is not.
pub(crate) fn heads_territory(cell: &str) -> bool {
    const TERRITORIES: [&str; 21] = [
        "ats",
        "asst",
        "asl",
        "comune",
        "comuni",
        "comunale",
        "istat",
        "catastale",
        "belfiore",
        "procom",
        "com",
        "territorio",
        "ambito",
        "ambiti",
        "distretto",
        "localita",
        "citta",
        "municipio",
        "municipality",
        "itter107",
        "codice",
    ];
    let words = words(cell);
    words.iter().all(|word| OF_TERRITORIES.contains(&word.as_str()))
        && words.iter().any(|word| TERRITORIES.contains(&word.as_str()))
}

/// Whether a cell is a unit of measure and nothing else.
pub(crate) fn is_unit(cell: &str) -> bool {
    const UNITS: [&str; 36] = [
        "n",
        "nr",
        "num",
        "numero",
        "v",
        "a",
        "va",
        "valore",
        "valori",
        "assoluti",
        "assoluto",
        "euro",
        "eur",
        "€",
        "%",
        "per",
        "cento",
        "percentuale",
        "percento",
        "mille",
        "migliaia",
        "milioni",
        "di",
        "ab",
        "abitanti",
        "residenti",
        "persone",
        "unita",
        "anni",
        "ore",
        "giorni",
        "posti",
        "kmq",
        "km2",
        "ha",
        "mq",
    ];
    let text = folded(cell);
    let bare = text.trim_matches(['(', ')', '[', ']', ' ']);
    if ["%", "€", "‰"].contains(&bare) {
        return true;
    }
    let mut words =
        bare.split(|c: char| !c.is_alphanumeric() && c != '%' && c != '€').filter(|word| !word.is_empty());
    let is_bracketed = text.starts_with(['(', '[']);
    words.clone().next().is_some()
        && words
            .all(|word| UNITS.contains(&word) || (is_bracketed && word.bytes().all(|b| b.is_ascii_digit())))
}

/// Whether a column only identifies the thing a row is about, so that its numbers are not quantities.
pub(crate) fn is_identifier(header: &str) -> bool {
    let words = words(header);
    let key = words.concat();
    const WHOLE: [&str; 57] = [
        "id",
        "cap",
        "cf",
        "piva",
        "iva",
        "vat",
        "tel",
        "telefono",
        "fax",
        "cell",
        "cellulare",
        "lat",
        "lon",
        "lng",
        "long",
        "x",
        "y",
        "utm",
        "prog",
        "progr",
        "progressivo",
        "protocollo",
        "prot",
        "civico",
        "matricola",
        "pratica",
        "fiscale",
        "oid",
        "fid",
        "objectid",
        "gid",
        "foglio",
        "mappale",
        "particella",
        "cup",
        "cig",
        "pec",
        "sezione",
        "seggio",
        "zona",
        "pagina",
        "riga",
        "sez",
        "sez2011",
        "sez21",
        "sez2021",
        "nsez",
        "ace",
        "codloc",
        "codasc",
        "codcom",
        "codpro",
        "codreg",
        "provincia",
        "province",
        "regione",
        "regioni",
    ];
    const BEGINNINGS: [&str; 14] = [
        "latitud",
        "longitud",
        "coordinata",
        "coordinate",
        "telefono",
        "telefoni",
        "indirizzo",
        "istat",
        "catast",
        "sigla",
        "denominazion",
        "codic",
        "nuts",
        "wkt",
    ];
    // "Famiglie x 1000 ab." is a rate: its x is no coordinate.
    if words.iter().any(|word| ["100", "1000", "10000", "100000"].contains(&word.as_str())) {
        return false;
    }
    let is_code = words.iter().any(|word| ["cod", "code", "cd"].contains(&word.as_str()));
    let is_counted = words.iter().any(|word| {
        ["numero", "num", "nr", "totale", "quanti", "popolazione", "posti", "utenti"].contains(&word.as_str())
    });
    let is_one = words.iter().any(|word| WHOLE.contains(&word.as_str()))
        || words.iter().any(|word| BEGINNINGS.iter().any(|start| word.starts_with(start)))
        || is_code
        || ["partitaiva", "codicefiscale", "numerocivico", "numeroprogressivo", "nprog"]
            .contains(&key.as_str());
    // "N. iscrizione" is the number something has, "n. iscrizioni" how many there are.
    const NUMBERED: [&str; 27] = [
        "iscrizione",
        "piano",
        "registrazione",
        "repertorio",
        "delibera",
        "determina",
        "atto",
        "fattura",
        "contratto",
        "tessera",
        "polizza",
        "conto",
        "mandato",
        "ordine",
        "interno",
        "scala",
        "decreto",
        "albo",
        "registro",
        "pod",
        "pdr",
        "iban",
        "badge",
        "cartella",
        "fascicolo",
        "verbale",
        "scheda",
    ];
    const ITS: [&str; 8] = ["n", "num", "nr", "numero", "no", "di", "del", "dell"];
    let is = |list: &[&str], word: &String| list.contains(&word.as_str());
    if words.iter().any(|word| is(&NUMBERED, word))
        && words.iter().all(|word| is(&NUMBERED, word) || is(&ITS, word))
    {
        return true;
    }
    // "Numero sezioni" counts sections, "numero civico" is an identifier.
    let counts_them = is_counted
        && !is_code
        && !["civico", "progressivo", "protocollo", "pratica", "fiscale", "telefono", "iva"]
            .iter()
            .any(|word| words.iter().any(|known| known == word));
    is_one && !counts_them
}

/// Whether the numbers under a header may just count the rows: "N.", "#", no header at all.
pub(crate) fn may_number_rows(header: &str) -> bool {
    const WORDS: [&str; 16] = [
        "n",
        "nr",
        "num",
        "no",
        "numero",
        "ordine",
        "d",
        "di",
        "riga",
        "rif",
        "pos",
        "progressivo",
        "progr",
        "colonna",
        "id",
        "record",
    ];
    words(header)
        .iter()
        .all(|word| WORDS.contains(&word.as_str()) || word.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether a status says that a thing is no longer there, or not yet.
pub(crate) fn says_closed(cell: &str) -> bool {
    let starts =
        ["chius", "cessat", "inattiv", "sospes", "dismess", "closed", "revocat", "decadut", "cancellat"];
    let words = words(cell);
    let is_not = words.first().is_some_and(|word| word == "non") && words.len() > 1;
    is_not && words[1].starts_with("attiv")
        || words.first().is_some_and(|word| starts.iter().any(|start| word.starts_with(start)))
}

/// Whether a column has the status of the things in its rows.
pub(crate) fn is_status(header: &str) -> bool {
    words(header)
        .iter()
        .any(|word| ["stato", "status", "situazione", "attiva", "attivo", "state"].contains(&word.as_str()))
}

/// Whether a column is for remarks.
pub(crate) fn is_note(header: &str) -> bool {
    const NOTES: [&str; 12] = [
        "nota",
        "note",
        "notes",
        "osservazioni",
        "osservazione",
        "commento",
        "commenti",
        "annotazioni",
        "remarks",
        "comments",
        "comment",
        "avvertenze",
    ];
    let words = words(header);
    words.first().is_some_and(|word| NOTES.contains(&word.as_str()))
}

/// Whether the header of values says nothing of what they are.
pub(crate) fn says_nothing(header: &str) -> bool {
    const PLAIN: [&str; 9] =
        ["valore", "valori", "value", "values", "dato", "dati", "val", "obs", "osservazione"];
    let words = words(header);
    !words.is_empty() && words.iter().all(|word| PLAIN.contains(&word.as_str()))
}

/// Whether a header is of the Comuni that lead Ambiti.
pub(crate) fn is_lead(header: &str) -> bool {
    words(header).iter().any(|word| word == "capofila")
}

/// Whether a header says that its names are of Comuni.
pub(crate) fn says_comune(header: &str) -> bool {
    words(header).iter().any(|word| is_of_comune(word))
}

/// Whether a word is one for a Comune, and not one that only begins so: "comunità", "cittadinanza".
fn is_of_comune(word: &str) -> bool {
    let begins = |all: &[&str]| all.iter().any(|start| word.starts_with(start));
    begins(&["comun", "municip", "localita", "citta", "town"])
        && !begins(&["comunita", "comunic", "comunion", "comunque", "cittadin"])
}

/// Whether a header is only a class of ages: "65 e oltre", "0-2 anni".
pub(crate) fn is_ages(header: &str) -> bool {
    const WITHIN: [&str; 14] =
        ["anni", "e", "oltre", "piu", "di", "da", "a", "over", "under", "years", "and", "meno", "eta", "ed"];
    let words = words(header);
    let is_number = |word: &String| word.bytes().all(|b| b.is_ascii_digit());
    words.iter().any(is_number) && words.iter().all(|word| is_number(word) || WITHIN.contains(&word.as_str()))
}

/// Whether the header says that a column has the dates of the values.
pub(crate) fn is_date(header: &str) -> bool {
    const WORDS: [&str; 27] = [
        "biennio",
        "triennio",
        "quadriennio",
        "quinquennio",
        "settimana",
        "aggiornato",
        "anno",
        "anni",
        "year",
        "time",
        "data",
        "date",
        "periodo",
        "period",
        "mese",
        "trimestre",
        "semestre",
        "quadrimestre",
        "rilevazione",
        "riferimento",
        "timeperiod",
        "annualita",
        "esercizio",
        "stagione",
        "annoscolastico",
        "yyyy",
        "as",
    ];
    const WITHIN: [&str; 31] = [
        "il",
        "di",
        "del",
        "della",
        "al",
        "riferimento",
        "rilevazione",
        "imposta",
        "solare",
        "scolastico",
        "accademico",
        "educativo",
        "elezione",
        "censimento",
        "period",
        "a",
        "s",
        "e",
        "the",
        "dato",
        "dati",
        "osservazione",
        "situazione",
        "1",
        "1o",
        "gennaio",
        "31",
        "12",
        "dicembre",
        "fine",
        "inizio",
    ];
    let words = words(header);
    let is = |list: &[&str], word: &String| list.contains(&word.as_str());
    words.iter().any(|word| is(&WORDS, word))
        && words.iter().all(|word| is(&WORDS, word) || is(&WITHIN, word))
}

/// Whether the header of dates says that each is a period of several years.
pub(crate) fn is_span(header: &str) -> bool {
    let spans = ["biennio", "triennio", "quadriennio", "quinquennio"];
    words(header).iter().any(|word| spans.contains(&word.as_str()))
}

/// Whether a column has years.
pub(crate) fn is_year(header: &str) -> bool {
    words(header)
        .iter()
        .any(|word| ["anno", "anni", "year", "annualita", "esercizio"].contains(&word.as_str()))
}

/// Whether a date refers to something other than the values: birth, opening.
pub(crate) fn is_other_date(header: &str) -> bool {
    const OTHERS: [&str; 22] = [
        "nascita",
        "apertura",
        "chiusura",
        "inizio",
        "fine",
        "scadenza",
        "decorrenza",
        "iscrizione",
        "autorizz",
        "accredit",
        "cessazion",
        "protocoll",
        "nomina",
        "aggiornament",
        "costruzion",
        "costituzion",
        "attivazion",
        "presa",
        "dimission",
        "ingresso",
        "uscita",
        "inserimento",
    ];
    let words = words(header);
    let is_dated = words.iter().any(|word| ["data", "anno", "date", "year", "mese"].contains(&word.as_str()));
    is_dated && words.iter().any(|word| OTHERS.iter().any(|other| word.starts_with(other)))
        || end_of_life(header).is_some()
}

/// Whether a date is a school year.
pub(crate) fn is_school(header: &str) -> bool {
    let words = words(header);
    let key = words.concat();
    ["as", "annoscolastico", "annoaccademico", "annoeducativo"].contains(&key.as_str())
        || words.iter().any(|word| ["scolastico", "accademico", "educativo"].contains(&word.as_str()))
}

/// Whether a column of numbers divides others into classes, as an age does.
pub(crate) fn is_class(header: &str) -> bool {
    const WORDS: [&str; 12] = [
        "eta",
        "age",
        "sesso",
        "sex",
        "classe",
        "fascia",
        "genere",
        "cittadinanza",
        "stato",
        "tipo",
        "tipologia",
        "categoria",
    ];
    words(header).iter().any(|word| WORDS.contains(&word.as_str()))
}

/// Whether a column divides persons: by sex, age, citizenship, marital status.
pub(crate) fn is_of_persons(header: &str) -> bool {
    const WORDS: [&str; 12] = [
        "eta",
        "age",
        "sesso",
        "sex",
        "sexistat1",
        "eta1",
        "genere",
        "gender",
        "cittadinanza",
        "nazionalita",
        "statciv2",
        "civile",
    ];
    words(header).iter().any(|word| WORDS.contains(&word.as_str()))
}

/// Whether a column says what kind of thing a row is, or names it.
pub(crate) fn is_of_things(header: &str) -> bool {
    const WORDS: [&str; 16] = [
        "tipo",
        "tipologia",
        "struttura",
        "servizio",
        "ente",
        "gestore",
        "denominazione",
        "nome",
        "ragione",
        "scuola",
        "farmacia",
        "categoria",
        "attivita",
        "unita",
        "udo",
        "associazione",
    ];
    heads(header) == Heads::Nothing && words(header).iter().any(|word| WORDS.contains(&word.as_str()))
}

/// Whether a column has the names of the things.
pub(crate) fn names_things(header: &str) -> bool {
    let begins =
        |word: &String| ["denom", "nome", "nominativ", "ragione"].iter().any(|start| word.starts_with(start));
    heads(header) == Heads::Nothing && words(header).iter().any(begins)
}

/// How many months the periods under a header are, where the year stands in another column: `Mese`, `Trimestre`.
pub(crate) fn months_of_part(header: &str) -> Option<u8> {
    let words = words(header);
    let known: [(&str, u8); 8] = [
        ("mese", 1),
        ("month", 1),
        ("bimestre", 2),
        ("trimestre", 3),
        ("quarter", 3),
        ("quadrimestre", 4),
        ("semestre", 6),
        ("trim", 3),
    ];
    let found = known.iter().find(|(word, _)| words.iter().any(|one| one == word))?;
    let rest = ["numero", "n", "di", "del", "riferimento", "rilevazione", "cod", "codice", "descrizione"];
    let is_alone = words.iter().all(|word| word == found.0 || rest.contains(&word.as_str()));
    is_alone.then_some(found.1)
}

/// Whether a column has the first day of the periods the values are of (`false`: the last one).
pub(crate) fn period_end(header: &str) -> Option<bool> {
    const AROUND: [&str; 8] =
        ["periodo", "data", "giorno", "dal", "al", "period", "rilevazione", "riferimento"];
    let words = words(header);
    let (last, rest) = words.split_last()?;
    if !rest.iter().all(|word| AROUND.contains(&word.as_str())) {
        return None;
    }
    match last.as_str() {
        "dal" | "da" | "from" | "start" => Some(true),
        "al" | "a" | "fino" | "to" | "until" | "end" => Some(false),
        _ => None,
    }
}

/// Which end of the life of a thing the dates of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Opening,
    Closing,
}

/// The end of the life of a thing that a header of dates names: opening, closing.
pub(crate) fn end_of_life(header: &str) -> Option<End> {
    const OPENINGS: [&str; 7] =
        ["apertura", "inizio", "attivazion", "decorrenza", "iscrizione", "avvio", "costituzion"];
    const CLOSINGS: [&str; 6] = ["chiusura", "fine", "cessazion", "cancellazion", "dismission", "termine"];
    let key = words(header).concat();
    let is_dated =
        ["data", "dt", "anno", "date"].iter().any(|word| key.starts_with(word) || key.ends_with(word))
            || key.ends_with("attivita");
    let has = |all: &[&str]| all.iter().any(|word| key.contains(word));
    match is_dated {
        true if has(&CLOSINGS) => Some(End::Closing),
        true if has(&OPENINGS) => Some(End::Opening),
        _ => None,
    }
}

/// Whether a member of a category is the sum of the others, besides the usual words for a total.
pub(crate) fn is_total_member(cell: &str) -> bool {
    const TOTALS: &str = " t mf maschiefemmine tutti tutte tutteleeta entrambi complesso incomplesso all ";
    let key = words(cell).concat();
    !key.is_empty() && TOTALS.contains(&format!(" {key} "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_say_what_a_column_holds() {
        for (header, heads_what) in [
            ("Comune", Heads::Name),
            ("COMUNE", Heads::Name),
            ("localita_struttura_luogo", Heads::Name),
            ("Denominazione Comune", Heads::Name),
            ("Codice ISTAT", Heads::Code),
            ("codice", Heads::Code),
            ("PRO_COM_T", Heads::Code),
            ("Cod. comune", Heads::Code),
            ("istat_code", Heads::Code),
            ("Codice catastale", Heads::Cadastral),
            ("Ambito", Heads::Ambito),
            ("Distretto sociale", Heads::Ambito),
            ("PROVINCIA", Heads::Province),
            ("Codice provincia", Heads::Province),
            ("Codice ISTAT provincia", Heads::Province),
            ("Sigla", Heads::Province),
            ("REGIONE", Heads::Larger),
            ("ASL", Heads::Trust),
            ("Elettori", Heads::Nothing),
            ("Codice struttura", Heads::Nothing),
        ] {
            assert_eq!(heads(header), heads_what, "{header}");
        }
    }

    #[test]
    fn a_header_of_a_territory_names_none() {
        for cell in [
            "Comune",
            "codice",
            "Comune di residenza",
            "COD_COM",
            "Ambito territoriale",
            "Denominazione comune",
        ] {
            assert!(heads_territory(cell), "{cell}");
        }
        for cell in ["Comune di Abbiategrasso", "Milano", "Ambito di Corsico", "Utenti", "", "Nome"] {
            assert!(!heads_territory(cell), "{cell}");
        }
    }

    #[test]
    fn identifiers_are_no_quantities() {
        for header in [
            "CAP",
            "Partita IVA",
            "P.IVA",
            "Codice fiscale",
            "TEL",
            "Lat",
            "LONGITUDINE",
            "Coord_X",
            "N. progressivo",
            "Numero civico",
            "ID",
            "Codice struttura",
            "Protocollo",
            "Telefono",
            "cod_prov",
        ] {
            assert!(is_identifier(header), "{header}");
        }
        for header in [
            "Famiglie x 1000 ab.",
            "N. iscrizioni",
            "Utenti con piano",
            "Capacità",
            "Capienza",
            "Posti",
            "Proventi",
            "Numero sezioni",
            "Utenti",
            "n",
            "Spesa",
        ] {
            assert!(!is_identifier(header), "{header}");
        }
    }

    #[test]
    fn units_are_known() {
        for cell in ["n.", "(%)", "euro", "valori assoluti", "(per 1.000 abitanti)", "%", "(numero)"] {
            assert!(is_unit(cell), "{cell}");
        }
        for cell in ["Utenti", "", "12", "maschi"] {
            assert!(!is_unit(cell), "{cell}");
        }
    }
}
