//! The rules of both languages: articles, prepositions, plurals, names of places, dates; and what no text may
//! contain.

use super::exact::Printed;
use super::source::{Indicator, Lang, Level, Method, world};

/// A word before a territory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// As in a heading: "Ambito di Melzo".
    Bare,
    /// "l'Ambito di Melzo", "the Ambito of Melzo".
    Subject,
    /// "dell'Ambito di Melzo", "of the Ambito of Melzo".
    Of,
    /// "nell'Ambito di Melzo", "a Milano"; "in the Ambito of Melzo".
    In,
}

/// Ambiti named after regions rather than towns take an article.
fn of_name(name: &str) -> String {
    match name {
        "Alto Milanese" => "dell'Alto Milanese".to_owned(),
        "Magentino" | "Visconteo Sud Milano" => format!("del {name}"),
        _ => format!("di {name}"),
    }
}

/// A territory in a sentence.
pub fn place(lang: Lang, case: Case, level: Level, name: &str) -> String {
    let bare = name.strip_prefix("ASST ").unwrap_or(name);
    match (lang, level) {
        (Lang::It, Level::Comuni) => match case {
            Case::Bare | Case::Subject => name.to_owned(),
            Case::Of => format!("di {name}"),
            Case::In if name.starts_with('A') => format!("ad {name}"),
            Case::In => format!("a {name}"),
        },
        (Lang::It, _) => {
            let noun = match level {
                Level::Ambiti => format!("Ambito {}", of_name(name)),
                Level::Asst => format!("ASST {bare}"),
                _ => "ATS".to_owned(),
            };
            let before = match case {
                Case::Bare => "",
                Case::Subject => "l'",
                Case::Of => "dell'",
                Case::In => "nell'",
            };
            format!("{before}{noun}")
        }
        (Lang::En, Level::Comuni) => match case {
            Case::Bare | Case::Subject => name.to_owned(),
            Case::Of => format!("of {name}"),
            Case::In => format!("in {name}"),
        },
        (Lang::En, _) => {
            let noun = match level {
                Level::Ambiti => format!("Ambito of {name}"),
                Level::Asst => name.to_owned(),
                _ => "ATS".to_owned(),
            };
            match case {
                Case::Bare => noun,
                Case::Subject => format!("the {noun}"),
                Case::Of => format!("of the {noun}"),
                Case::In => format!("in the {noun}"),
            }
        }
    }
}

/// The names of an Ambito on and around a figure: "Corsico", "Corsico (Ambito)", "Ambito di Corsico".
pub fn of_ambito(lang: Lang, name: &str) -> Vec<String> {
    vec![name.to_owned(), format!("{name} (Ambito)"), place(lang, Case::Bare, Level::Ambiti, name)]
}

/// The unit of a level with this wording; a sentence may begin with it.
pub fn unit(lang: Lang, case: Case, level: Level, written: &str) -> Option<usize> {
    let small = small(written);
    world().units(level).iter().position(|unit| {
        let stated = place(lang, case, level, &unit.name);
        stated == written
            || stated == small
            || (case == Case::Bare && unit.name == written && level != Level::Ambiti)
    })
}

/// With a lower-case first letter.
pub fn small(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// Gender and number of the name of an indicator, by its first word.
fn noun(name: &str) -> (bool, bool) {
    let mut words = name.split_whitespace();
    match words.next().unwrap_or_default() {
        "Residenti" => (words.next() == Some("femmine"), true),
        "Bambini" | "Ragazzi" | "Adolescenti" | "Adulti" | "Trasferimenti" | "Ambiti" | "Utenti"
        | "Posti" | "Anziani" | "Uomini" => (false, true),
        "Risorse" | "Strutture" | "Organizzazioni" | "Anziane" => (true, true),
        "Popolazione" | "Densità" | "Variazione" | "Età" | "Quota" | "Spesa" | "Provenienza"
        | "Superficie" | "Incidenza" | "Classificazione" | "Zona" => (true, false),
        "Rapporto" | "Indice" | "Carico" | "Tasso" | "Grado" => (false, false),
        other => panic!("the gender of «{other}» is not known yet"),
    }
}

/// The grammar of an indicator: names, verbs, endings.
pub struct Noun {
    pub lang: Lang,
    pub feminine: bool,
    pub plural: bool,
    /// "l'indice di vecchiaia", "the ageing index".
    pub the: String,
    /// "dell'indice di vecchiaia", "of the ageing index".
    pub of: String,
}

impl Noun {
    pub fn of(indicator: &Indicator, lang: Lang) -> Self {
        let name = small(indicator.name.pick(lang));
        match lang {
            Lang::It => {
                let (feminine, plural) = noun(&indicator.name.it);
                let vowel = name.starts_with(['a', 'e', 'i', 'o', 'u']);
                let (the, of) = match (feminine, plural, vowel) {
                    (_, false, true) => ("l'", "dell'"),
                    (true, false, _) => ("la ", "della "),
                    (true, true, _) => ("le ", "delle "),
                    (false, false, _) => ("il ", "del "),
                    (false, true, true) => ("gli ", "degli "),
                    (false, true, false) => ("i ", "dei "),
                };
                Self { lang, feminine, plural, the: format!("{the}{name}"), of: format!("{of}{name}") }
            }
            Lang::En => {
                let plural =
                    ["male residents", "female residents", "children", "teenagers", "residents", "adults"]
                        .iter()
                        .any(|head| name.starts_with(head));
                let the = if plural { name } else { format!("the {name}") };
                Self { lang, feminine: false, plural, of: format!("of {the}"), the }
            }
        }
    }

    /// The form of a verb that agrees with it.
    pub fn verb(&self, one: &'static str, many: &'static str) -> &'static str {
        if self.plural { many } else { one }
    }

    /// "quello", "that".
    pub fn that(&self) -> &'static str {
        match (self.lang, self.feminine, self.plural) {
            (Lang::It, false, false) => "quello",
            (Lang::It, true, false) => "quella",
            (Lang::It, false, true) => "quelli",
            (Lang::It, true, true) => "quelle",
            (Lang::En, _, false) => "that",
            (Lang::En, _, true) => "those",
        }
    }

    /// The ending of an adjective that agrees with it.
    pub fn ending(&self) -> &'static str {
        match (self.feminine, self.plural) {
            (false, false) => "o",
            (true, false) => "a",
            (false, true) => "i",
            (true, true) => "e",
        }
    }

    /// "invariata", "the same".
    pub fn unchanged(&self) -> &'static str {
        match (self.lang, self.feminine, self.plural) {
            (Lang::It, false, false) => "invariato",
            (Lang::It, true, false) => "invariata",
            (Lang::It, false, true) => "invariati",
            (Lang::It, true, true) => "invariate",
            (Lang::En, ..) => "the same",
        }
    }
}

/// Whether a number begins with a vowel when read aloud: uno, otto, ottanta, ottomila, undici, undicimila; but mille.
fn is_vowel(written: &str) -> bool {
    let whole = written.split(',').next().unwrap_or_default();
    let first = whole.split('.').next().unwrap_or_default();
    first.starts_with('8') || first == "11" || whole == "1"
}

impl Noun {
    /// The verb in the number of the noun: "sale", "salgono".
    pub fn verb_of(&self, singular: &str) -> &'static str {
        match (singular, self.plural) {
            ("sale", false) => "sale",
            ("sale", true) => "salgono",
            ("scende", false) => "scende",
            ("scende", true) => "scendono",
            ("rose", _) => "rose",
            _ => "fell",
        }
    }
}

/// The form "dal", "dall'", "dai"… before a number: `stem` is "d" for "da" and "" for "a".
pub fn joined(stem: &str, written: &str, indicator: &Indicator) -> String {
    let (feminine, plural) = noun(&indicator.name.it);
    let digits: String =
        written.chars().take_while(|c| c.is_ascii_digit() || ".,\u{2212}".contains(*c)).collect();
    let things = indicator.is_count() || !matches!(indicator.suffix.it.trim(), "" | "%" | "‰");
    let vowel = is_vowel(&digits);
    let zero = digits.split(',').next() == Some("0");
    let ending = match () {
        () if digits == "1" => "ll'",
        () if !things && vowel => "ll'",
        () if !things && zero => "llo ",
        () if !things => "l ",
        () if indicator.is_count() && feminine && plural => "lle ",
        () if vowel || zero => "gli ",
        () => "i ",
    };
    format!("{stem}a{ending}")
}

/// The noun for a count of units of a level: "Comune", "Comuni".
pub fn counted(level: Level, n: i128) -> &'static str {
    match (level, n) {
        (Level::Comuni, 1) => "Comune",
        (Level::Comuni, _) => "Comuni",
        (Level::Ambiti, 1) => "Ambito",
        (Level::Ambiti, _) => "Ambiti",
        (Level::Asst, _) => "ASST",
        (Level::Ats, _) => "ATS",
    }
}

/// "1 Comune", "193 Comuni", which are Italian in both languages.
pub fn counted_units(level: Level, n: usize) -> String {
    format!("{n} {}", counted(level, n as i128))
}

/// Parses "84 Comuni", "1 Comune", "2 territori", "tutti i 17 Ambiti", "tutte le 5 ASST", "all 17 Ambiti".
pub fn count_of(lang: Lang, level: Level, written: &str) -> Option<i128> {
    let all = match (lang, level) {
        (Lang::En, _) => "all ",
        (Lang::It, Level::Comuni | Level::Ambiti) => "tutti i ",
        (Lang::It, _) => "tutte le ",
    };
    if ["nessun territorio", "no territories"][usize::from(lang == Lang::En)] == written {
        return Some(0);
    }
    let (printed, rest) = Printed::read(lang, written.strip_prefix(all).unwrap_or(written))?;
    let n = printed.units;
    let territories = match (lang, n) {
        (Lang::It, 1) => "territorio",
        (Lang::It, _) => "territori",
        (Lang::En, 1) => "territory",
        (Lang::En, _) => "territories",
    };
    let nouns = [counted(level, n), territories];
    (printed.decimals == 0 && nouns.contains(&rest.trim_start())).then_some(n)
}

/// "dei Comuni", "degli Ambiti", "delle ASST", "of the Comuni".
pub fn of_all(lang: Lang, level: Level) -> String {
    match (lang, level) {
        (Lang::It, Level::Comuni) => "dei Comuni".to_owned(),
        (Lang::It, Level::Ambiti) => "degli Ambiti".to_owned(),
        (Lang::It, _) => format!("delle {}", counted(level, 2)),
        (Lang::En, _) => format!("of the {}", counted(level, 2)),
    }
}

/// The name of an area as a figure has it: English has its own for these.
pub fn area(lang: Lang, name: &str) -> String {
    match (lang, name) {
        (Lang::En, "Italia") => "Italy".to_owned(),
        (Lang::En, "Ambito di Corsico") => "Ambito of Corsico".to_owned(),
        (Lang::En, "Lombardia") => "Lombardy".to_owned(),
        _ => name.to_owned(),
    }
}

/// The date of an indicator nearest to that of a year; the later one on a tie.
pub fn nearest(id: &str, year: i32) -> i32 {
    let years = world().years(world().indicator(id));
    let end = END;
    let day = |year: i32| if year < end { 365 * year } else { 365 * (year % end) + 364 };
    let years =
        years.into_iter().map(|known| ((day(known) - day(year)).abs(), day(known) < day(year), known));
    years.min().map_or(year, |(.., known)| known)
}

/// The year whose residents come from the census of 9 October.
pub const CENSUS: i32 = 2011;
/// `END + y` stands for 31 December of the year y.
pub const END: i32 = 10_000;
/// The same for the whole of it, as births are counted.
pub const WHOLE: i32 = 20_000;
/// The same for the year whose incomes are declared.
pub const TAX: i32 = 30_000;
/// The same for three years.
pub const THREE: i32 = 40_000;

/// The day of a year with values, or what else they are of: "1° gennaio 2023", "1 January 2023", "2023".
pub fn day(lang: Lang, year: i32) -> String {
    match (lang, year) {
        (_, WHOLE..) => short_date(lang, year),
        (Lang::It, END..) => format!("31 dicembre {}", year - END),
        (Lang::En, END..) => format!("31 December {}", year - END),
        (Lang::It, CENSUS) => format!("9 ottobre {year}"),
        (Lang::En, CENSUS) => format!("9 October {year}"),
        (Lang::It, _) => format!("1° gennaio {year}"),
        (Lang::En, _) => format!("1 January {year}"),
    }
}

/// The same in a sentence: "al 1° gennaio 2023", "on 1 January 2023", "nel 2023".
pub fn on(lang: Lang, year: i32) -> String {
    let day = day(lang, year);
    match (lang, year) {
        (Lang::It, THREE..) => format!("negli anni {day}"),
        (Lang::En, THREE..) => format!("in the years {day}"),
        (Lang::It, TAX..) => format!("nell'anno d'imposta {day}"),
        (Lang::En, TAX..) => format!("in tax year {day}"),
        (Lang::It, WHOLE..) => format!("nel {day}"),
        (Lang::En, WHOLE..) => format!("in {day}"),
        (Lang::It, _) => format!("al {day}"),
        (Lang::En, _) => format!("on {day}"),
    }
}

/// "tra il 1° gennaio 2022 e il 1° gennaio 2023".
pub fn between(lang: Lang, from: i32, to: i32) -> String {
    let [from_day, to_day] = [from, to].map(|year| day(lang, year));
    match (lang, (TAX..THREE).contains(&from)) {
        (Lang::It, true) => format!("tra l'anno d'imposta {from_day} e il {to_day}"),
        (Lang::En, true) => format!("between tax years {from_day} and {to_day}"),
        (Lang::It, false) => format!("tra il {from_day} e il {to_day}"),
        (Lang::En, false) => format!("between {from_day} and {to_day}"),
    }
}

/// "1/1/2023", "1 January 2023", "2023": as in a heading.
pub fn short_date(lang: Lang, year: i32) -> String {
    match lang {
        Lang::It if year >= THREE => format!("{}-{}", year - THREE - 2, year - THREE),
        Lang::En if year >= THREE => format!("{}–{}", year - THREE - 2, year - THREE),
        _ if year >= WHOLE => (year % END).to_string(),
        Lang::It if year == CENSUS => format!("9/10/{year}"),
        Lang::It if year >= END => format!("31/12/{}", year - END),
        Lang::It => format!("1/1/{year}"),
        Lang::En => day(lang, year),
    }
}

/// The same where it stands alone: "1/1/2023", "anno d'imposta 2023".
pub fn named_date(lang: Lang, year: i32) -> String {
    let date = short_date(lang, year);
    match (lang, (TAX..THREE).contains(&year)) {
        (Lang::It, true) => format!("anno d'imposta {date}"),
        (Lang::En, true) => format!("tax year {date}"),
        _ => date,
    }
}

/// The same in a heading's phrase: "al 1/1/2023", "nell'anno 2023".
pub fn phrase(lang: Lang, year: i32) -> String {
    match (lang, year) {
        (_, TAX..) => on(lang, year),
        (Lang::It, WHOLE..) => format!("nell'anno {}", year - WHOLE),
        (Lang::En, WHOLE..) => format!("in the year {}", year - WHOLE),
        (Lang::It, _) => format!("al {}", short_date(lang, year)),
        (Lang::En, _) => format!("on {}", short_date(lang, year)),
    }
}

/// "dal 1/1/2022 al 1/1/2023", "dall'anno d'imposta 2007 al 2024".
pub fn span(lang: Lang, from: i32, to: i32) -> String {
    let is_tax = (TAX..THREE).contains(&from);
    let [from, to] = [from, to].map(|year| short_date(lang, year));
    match (lang, is_tax) {
        (Lang::It, true) => format!("dall'anno d'imposta {from} al {to}"),
        (Lang::En, true) => format!("from tax year {from} to {to}"),
        (Lang::It, false) => format!("dal {from} al {to}"),
        (Lang::En, false) => format!("from {from} to {to}"),
    }
}

/// The level, and the method if it must be stated.
pub fn level(lang: Lang, level: Level, method: Method) -> String {
    let name = match (lang, level) {
        (_, Level::Comuni) => return "Comuni".to_owned(),
        (Lang::It, Level::Ambiti) => "Ambiti territoriali",
        (Lang::En, Level::Ambiti) => "Ambiti",
        (_, Level::Asst) => "ASST",
        (_, Level::Ats) => "ATS",
    };
    format!("{name} ({})", self::method(lang, method))
}

/// The name of a method.
pub fn method(lang: Lang, method: Method) -> &'static str {
    match (lang, method) {
        (Lang::It, Method::Pooled) => "valore calcolato sul totale dei Comuni",
        (Lang::It, Method::Mean) => "media semplice dei Comuni",
        (Lang::It, Method::Min) => "minimo dei Comuni",
        (Lang::It, Method::Max) => "massimo dei Comuni",
        (Lang::En, Method::Pooled) => "calculated on the total of the Comuni",
        (Lang::En, Method::Mean) => "simple mean of the Comuni",
        (Lang::En, Method::Min) => "lowest of the Comuni",
        (Lang::En, Method::Max) => "highest of the Comuni",
    }
}

/// What no text may contain, in any language.
const NOWHERE: [&str; 15] =
    ["  ", "{}", "()", "( ", " )", "..", " .", " ,", ",,", "NaN", "inf ", "«»", "“”", "\u{2212}0,0 ", "; ;"];

/// Italian that is always wrong: elisions, plurals and articles before a number.
const NOT_ITALIAN: [&str; 25] = [
    "dagli 1 ",
    "agli 1 ",
    "dai 1 ",
    "ai 1 ",
    "degli 1 ",
    "dalle 1 ",
    "alle 1 ",
    "al 8",
    "al 11°",
    "dal 8",
    "dal 11 ",
    "dal 11,",
    "al 11,",
    "il 8°",
    "il 11°",
    "del 8",
    " di il ",
    " di la ",
    " a il ",
    " da il ",
    " in il ",
    "dei segnal",
    "' ",
    "p.p..",
    " i 1 ",
];
/// Plurals after one.
const PLURALS: [&str; 5] = ["Comuni", "Ambiti", "territori", "Territori", "territories"];

/// Words that reveal the other language.
const ENGLISH: [&str; 17] = [
    " the ",
    " and ",
    " with ",
    " from ",
    " value",
    " lowest",
    " highest",
    "The ",
    " of ",
    " is ",
    " are ",
    " in the ",
    " at ",
    "On ",
    " rose",
    " fell",
    " between ",
];
const ITALIAN: [&str; 16] = [
    " il ",
    " la ",
    " di ",
    " dei ",
    " delle ",
    " dal ",
    " al ",
    " è ",
    " sono ",
    " più ",
    " valore",
    "Il ",
    "Al ",
    " territori ",
    " con ",
    " tra ",
];
/// Names that contain such words in either language.
const NAMES: [&str; 16] = [
    "Città Metropolitana di Milano",
    "Piano di Zona",
    "Ambito di Corsico",
    "Melegnano e della Martesana",
    "San Donato al ",
    "Rocco al Porto",
    " al Lambro",
    "Zelo",
    "Somma",
    "Senna",
    "Terranova dei Passerini",
    "Vermezzo con Zelo",
    "Tavazzano con Villavesco",
    "Castiglione d'Adda",
    "Villanova del Sillaro",
    "Dipartimento per le Politiche di Coesione",
];

/// What is wrong with a text regardless of its meaning.
pub fn lint(lang: Lang, text: &str) -> Vec<String> {
    // A name with an apostrophe of its own.
    let text = &*text.replace("de' Pecchi", "de Pecchi");
    let mut wrong: Vec<String> =
        NOWHERE.iter().filter(|bad| text.contains(**bad)).map(|bad| format!("holds «{bad}»")).collect();
    let (other, name) = match lang {
        Lang::It => (&ENGLISH[..], "English"),
        Lang::En => (&ITALIAN[..], "Italian"),
    };
    let mut bare = text.to_owned();
    for unit in Level::ALL.into_iter().flat_map(|level| world().units(level)) {
        if unit.name.contains(' ') && bare.contains(&unit.name) {
            bare = bare.replace(&unit.name, "");
        }
    }
    for (_, name, _) in &world().areas {
        if name.contains(' ') && bare.contains(name.as_str()) {
            bare = bare.replace(name.as_str(), "");
        }
    }
    for kept in NAMES {
        bare = bare.replace(kept, "");
    }
    wrong.extend(other.iter().filter(|word| bare.contains(**word)).map(|word| format!("{name}: «{word}»")));
    if lang == Lang::It {
        wrong.extend(
            NOT_ITALIAN.iter().filter(|bad| text.contains(**bad)).map(|bad| format!("holds «{bad}»")),
        );
    }
    for plural in PLURALS {
        let after = format!("1 {plural}");
        let alone = |at: usize| !text[..at].ends_with(|c: char| c.is_ascii_digit() || ".,/".contains(c));
        let is_word = |at: usize| !text[at + after.len()..].starts_with(char::is_alphabetic);
        if text.match_indices(&after).any(|(at, _)| alone(at) && is_word(at)) {
            wrong.push(format!("holds «{after}»"));
        }
    }
    if text.matches('(').count() != text.matches(')').count() {
        wrong.push("brackets are not paired".to_owned());
    }
    for (at, _) in text.match_indices(". ") {
        let (before, after) = (&text[..at], &text[at + 2..]);
        let abbreviation = [
            "p.p", "n.d", "n.a", "ris", "ab", "inh", "miss", "conf", "Dip", "dip", "est", "str", "dep",
            "turn",
        ]
        .iter()
        .any(|a| before.ends_with(a));
        let is_mark = ["n.d. =", "n.a. =", "miss. ="].iter().any(|mark| after.starts_with(mark));
        if after.starts_with(char::is_lowercase) && !abbreviation && !is_mark {
            let words: String = after.chars().take(20).collect();
            wrong.push(format!("a sentence begins with «{words}»"));
        }
    }
    if text.trim() != text {
        wrong.push("blanks around".to_owned());
    }
    wrong
}
