//! What a value may be related to: residents of an age, foreigners, households, taxpayers. Recipes and answers name
//! them by id; the words of a header propose or name one.

use serde::{Deserialize, Serialize};

use crate::data::{Bilingual, Term};
use crate::i18n::{Lang, folded, texts as t};

/// Something that others are counted per, or a rate is weighted with.
#[derive(Clone, Debug, PartialEq)]
pub struct Denominator {
    /// `residenti_0_2`, `residenti_65`, `stranieri`: the id in recipes and on the command line.
    pub id: String,
    /// What it is the sum of.
    pub terms: Vec<Term>,
    /// As it follows "per 100": "residenti di 0-2 anni".
    pub name: Bilingual,
    /// As it follows "with": "i residenti di 0-2 anni".
    pub the: Bilingual,
}

/// A count to be divided by a denominator: `residenti_0_2`, or `residenti_0_2:1000` for so many per thousand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Per {
    /// A denominator's id, or a column of the file; empty for the one that fits the name.
    pub of: String,
    /// The factor; chosen by the size of the rate if none is given.
    pub times: Option<u32>,
}

/// Factors of rates.
pub const FACTORS: [u32; 3] = [100, 1_000, 10_000];

/// The answer that a rate is not to be weighted.
pub const NO_WEIGHT: &str = "none";

/// All residents.
const RESIDENTS: &str = "residenti";
/// The first age of the group that has no last one.
const OLDEST: u16 = 100;

/// For whom a service is, by the beginnings of words in the name of what is counted (a final space ends a word). The
/// first that fits counts, so the particular come before the general.
const SERVICES: [(&str, &[&str]); 16] = [
    (
        "residenti_0_17",
        &[
            "affido famil",
            "affidi famil",
            "affidamento famil",
            "affidamento eterofamil",
            "msna ",
            "minori non accompagnati",
        ],
    ),
    (
        "stranieri",
        &[
            "stranier",
            "immigrat",
            "foreign",
            "immigrant",
            "migrant",
            "richiedenti asilo",
            "rifugiat",
            "asilo politico",
        ],
    ),
    ("famiglie", &["famigli", "nucle", "household", "famil", "rei ", "rdc ", "reddito di cittadinanza"]),
    (
        "residenti_65",
        &[
            "sad ",
            "rsa ",
            "cdi ",
            "adi ",
            "anzian",
            "assistenza domiciliare",
            "home care",
            "older",
            "elder",
            "aged",
            "casa di riposo",
            "case di riposo",
            "nursing",
            "over 65",
            "ultra65",
            "alloggi protetti",
            "non autosufficien",
        ],
    ),
    (
        "residenti_0_2",
        &[
            "nid",
            "prima infanzia",
            "micronid",
            "nurser",
            "creche",
            "toddler",
            "0 2 anni",
            "asili ",
            "asilo ",
            "primi passi",
        ],
    ),
    (
        "residenti_3_5",
        &[
            "scuola dell infanzia",
            "scuole dell infanzia",
            "scuola infanzia",
            "scuola matern",
            "scuole matern",
            "materne ",
            "kindergarten",
        ],
    ),
    ("residenti_6_10", &["scuola primari", "scuole primari", "primary school", "elementar"]),
    (
        "residenti_11_13",
        &["secondaria di primo", "secondarie di primo", "secondaria di i ", "scuola media", "scuole medie"],
    ),
    (
        "residenti_14_18",
        &[
            "secondaria di secondo",
            "secondarie di secondo",
            "secondaria di ii ",
            "scuola superior",
            "scuole superior",
            "istituto superior",
            "istituti superior",
            "medie superior",
            "licei ",
            "liceo",
        ],
    ),
    ("residenti_3_18", &["scuol", "alunn", "student", "pupil", "school", "dispersione"]),
    (
        "residenti_0_17",
        &[
            "minori ",
            "minore ",
            "minorenn",
            "minors ",
            "affido ",
            "affidi ",
            "in affid",
            "adozion",
            "tutela minor",
            "tutela dei minor",
            "spazio neutro",
            "adm ",
            "educativa domiciliare",
            "children",
            "child ",
            "bambin",
            "ragazz",
            "foster",
        ],
    ),
    ("residenti_15_34", &["giovan", "neet", "young", "youth"]),
    (
        "residenti_18_64",
        &["cdd ", "css ", "cse ", "sfa ", "inserimento lavorativo", "tirocin", "disabili adult"],
    ),
    ("contribuenti", &["contribuent", "taxpayer", "dichiarant"]),
    ("donne", &["donne ", "antiviolenza", "women"]),
    (RESIDENTS, &[]),
];

/// What a header says after "per 100", besides ages.
const NAMED: [(&str, &[&str]); 8] = [
    ("stranieri", &["stranier", "foreign"]),
    ("famiglie", &["famigli", "household", "nucle"]),
    ("contribuenti", &["contribuent", "taxpayer"]),
    ("residenti_65", &["anzian", "older", "elder"]),
    ("residenti_0_17", &["minor", "under 18"]),
    ("residenti_0_2", &["bambini 0 2", "prima infanzia"]),
    ("donne", &["donne ", "women"]),
    (
        RESIDENTS,
        &[
            "resident",
            "abitant",
            "ab ",
            "popolazion",
            "person",
            "pro capite",
            "procapite",
            "per capita",
            "inhabitant",
            "population",
            "cittadin",
            "testa ",
            "head ",
        ],
    ),
];

impl Denominator {
    /// The denominator with this id.
    pub fn of_id(id: &str) -> Option<Self> {
        let made = |terms: &[String], names: [String; 4]| {
            let terms: Option<Vec<Term>> =
                terms.iter().map(|term| Term::try_from(term.clone()).ok()).collect();
            let [it, en, the, the_en] = names;
            Some(Self {
                id: id.to_owned(),
                terms: terms?,
                name: Bilingual { it, en },
                the: Bilingual { it: the, en: the_en },
            })
        };
        let plain = |name: crate::i18n::Text, the: crate::i18n::Text| {
            [name.it, name.en, the.it, the.en].map(str::to_owned)
        };
        let own = [id.to_owned()];
        match id {
            RESIDENTS => return made(&own, plain(t::PER_RESIDENTS, t::PER_THE_RESIDENTS)),
            "stranieri" => return made(&own, plain(t::PER_FOREIGNERS, t::PER_THE_FOREIGNERS)),
            "famiglie" => return made(&own, plain(t::PER_HOUSEHOLDS, t::PER_THE_HOUSEHOLDS)),
            "contribuenti" => return made(&own, plain(t::PER_TAXPAYERS, t::PER_THE_TAXPAYERS)),
            "donne" => return made(&["f_0..100".to_owned()], plain(t::PER_WOMEN, t::PER_THE_WOMEN)),
            _ => {}
        }
        let mut ages = id.strip_prefix("residenti_")?.split('_').map(str::parse::<u16>);
        let first = ages.next()?.ok()?;
        let last = ages.next().transpose().ok()?;
        if ages.next().is_some() || first > OLDEST || last.is_some_and(|last| last < first || last >= OLDEST)
        {
            return None;
        }
        let terms = ["m", "f"].map(|sex| format!("{sex}_{first}..{}", last.unwrap_or(OLDEST)));
        let named = match last {
            Some(last) if last == first => {
                names(&|lang| t::per_age(lang, first), &|lang| t::per_the_age(lang, first))
            }
            Some(last) => {
                names(&|lang| t::per_ages(lang, first, last), &|lang| t::per_the_ages(lang, first, last))
            }
            None => names(&|lang| t::per_ages_up(lang, first), &|lang| t::per_the_ages_up(lang, first)),
        };
        made(&terms, named)
    }

    /// The denominators on offer.
    pub fn all() -> Vec<Self> {
        const MORE: [&str; 6] = [
            "residenti_75",
            "residenti_80",
            "residenti_15_64",
            "residenti_15_29",
            "residenti_18_34",
            "residenti_0_14",
        ];
        let mut ids: Vec<&str> = vec![RESIDENTS];
        ids.extend(SERVICES.iter().map(|(id, _)| *id).filter(|id| *id != RESIDENTS));
        ids.extend(MORE);
        let mut told = std::collections::BTreeSet::new();
        ids.retain(|id| told.insert(*id));
        ids.into_iter().filter_map(Self::of_id).collect()
    }

    /// The one that fits what is counted, by its name; all residents if none fits better.
    pub fn proposed(name: &str) -> Self {
        Self::fitting(name).or_else(|| Self::of_id(RESIDENTS)).expect("an id of the list, tested")
    }

    /// The same, only where the name says it: by the ages in it or by the words for whom a service is.
    pub fn fitting(name: &str) -> Option<Self> {
        let words = compared(spaced(name));
        let ages = ages_named(name, &words);
        let of_words = || {
            let fits = |(_, starts): &&(&str, &[&str])| starts.iter().any(|start| has(&words, start));
            SERVICES.iter().find(fits).map(|(id, _)| (*id).to_owned())
        };
        Self::of_id(&ages.or_else(of_words)?)
    }

    /// What a rate is out of, where its name says so. A share of a group ("quota stranieri", "% anziani") is one of the residents
    /// as often as of others, which its name does not say.
    pub fn of_rate(name: &str) -> Option<Self> {
        Self::named_in(name).or_else(|| Self::fitting(name).filter(|_| !is_share_of_group(name)))
    }

    /// The one that a header or a note names: "Posti per 100 residenti di 0-2 anni", "spesa pro capite".
    pub fn named_in(text: &str) -> Option<Self> {
        let words = denominator_part(text)?;
        let id = ages(&words).or_else(|| {
            NAMED
                .iter()
                .find(|(_, starts)| starts.iter().any(|start| has(&words, start)))
                .map(|(id, _)| (*id).to_owned())
        })?;
        Self::of_id(&id)
    }
}

/// The words without those that only compare: "minori di 5", "minore spesa".
fn compared(words: String) -> String {
    const COMPARED: [&str; 8] = [
        " minore o uguale ",
        " minore di ",
        " minor numero ",
        " minori costi ",
        " minori entrate ",
        " minori spese ",
        " minore spesa ",
        " minori risorse ",
    ];
    COMPARED.iter().fold(words, |words, compared| words.replace(compared, " "))
}

/// The id for the ages that a name tells as such: "utenti 18-64 anni", "over 75", "65+".
fn ages_named(name: &str, words: &str) -> Option<String> {
    let is_told =
        [" anni ", " eta ", " years ", " aged ", " over", " ultra"].iter().any(|word| words.contains(word));
    // "Minori 0-2": a range beside words for persons of an age.
    let has_range = name.split(|c: char| !c.is_ascii_digit() && !"-–".contains(c)).any(|part| {
        part.split_once(['-', '–']).is_some_and(|(first, last)| {
            let age = |text: &str| text.parse::<u16>().ok().filter(|age| *age < OLDEST);
            matches!((age(first), age(last)), (Some(first), Some(last)) if first < last)
        })
    });
    let of_persons =
        ["minor", "bambin", "ragazz", "giovan", "anzian", "adult", "resident", "popolazion", "utent"];
    let is_told = is_told || has_range && of_persons.iter().any(|word| has(words, word));
    let of_words = || ages(words).filter(|_| is_told);
    let open = name.match_indices('+').find_map(|(at, _)| {
        let before = &name[..at];
        let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let age = before[before.len() - digits..].parse::<u16>().ok()?;
        (digits <= 2 && age >= 14).then(|| format!("residenti_{age}"))
    });
    of_words().or(open)
}

/// Whether a name is that of the share of a group of residents, and of nothing that is done for them.
fn is_share_of_group(name: &str) -> bool {
    const SHARES: [&str; 26] = [
        "quota",
        "quote",
        "percentuale",
        "percentuali",
        "percent",
        "perc",
        "pct",
        "incidenza",
        "incid",
        "peso",
        "share",
        "percentage",
        "proportion",
        "of",
        "the",
        "in",
        "di",
        "dei",
        "degli",
        "delle",
        "della",
        "del",
        "sul",
        "su",
        "totale",
        "%",
    ];
    const GROUPS: [&str; 22] = [
        "minor",
        "anzian",
        "stranier",
        "giovan",
        "donn",
        "femmin",
        "maschi",
        "famigl",
        "nucle",
        "bambin",
        "ragazz",
        "foreign",
        "older",
        "elder",
        "child",
        "women",
        "household",
        "immigrat",
        "over",
        "ultra",
        "anni",
        "residen",
    ];
    let words = spaced(name);
    let mut rest = words.split(' ').filter(|word| !word.is_empty() && !SHARES.contains(word)).peekable();
    let is_share = words.split(' ').any(|word| SHARES[..13].contains(&word) || word == "%");
    let of_group = |word: &str| {
        GROUPS.iter().any(|group| word.starts_with(group)) || word.bytes().all(|b| b.is_ascii_digit())
    };
    is_share && rest.peek().is_some() && rest.all(of_group)
}

/// Both languages of a name, then of the name with its article.
fn names(name: &dyn Fn(Lang) -> String, the: &dyn Fn(Lang) -> String) -> [String; 4] {
    [name(Lang::It), name(Lang::En), the(Lang::It), the(Lang::En)]
}

/// A text as plain words between single spaces, with one before and one after.
pub(crate) fn spaced(text: &str) -> String {
    let folded = folded(text);
    let words = folded.split(|c: char| !c.is_alphanumeric() && c != '%').filter(|word| !word.is_empty());
    words.fold(String::from(" "), |all, word| all + word + " ")
}

/// Whether a word, or several in a row, begin so.
fn has(words: &str, start: &str) -> bool {
    words.contains(&format!(" {start}"))
}

/// What comes after "per 100", "su", "ogni", "pro capite"; `None` if the text names no denominator.
pub(crate) fn denominator_part(text: &str) -> Option<String> {
    // "Of" and "degli" name a part as often as the whole: "dependency of the old" is not out of the old.
    const PER: [&str; 10] =
        [" per ", " su ", " sul ", " sulla ", " sui ", " sugli ", " sulle ", " ogni ", " out of ", " each "];
    const HEADS: [&str; 3] = [" pro capite ", " procapite ", " per capita "];
    let words = spaced(text);
    if HEADS.iter().any(|head| words.contains(head)) {
        return Some(" resident ".to_owned());
    }
    let mut found: Vec<usize> =
        PER.iter().flat_map(|per| words.match_indices(per).map(|(at, _)| at + per.len() - 1)).collect();
    found.sort_unstable();
    // Of several, the last that names something: "su minori (per 1.000)".
    found.into_iter().rev().find_map(|at| part_after(&words[at..]))
}

/// What a denominator is, after the word for "per".
fn part_after(mut rest: &str) -> Option<String> {
    // The factor itself: "100", "1 000", "mille", "cento".
    while let Some((word, after)) = rest.trim_start().split_once(' ') {
        let is_factor = ["mille", "cento", "thousand", "hundred", "diecimila", "x"].contains(&word)
            || (["10", "100", "1000", "10000", "100000", "1", "000"].contains(&word) && !is_age(after));
        if !is_factor {
            break;
        }
        rest = &rest[rest.len() - after.len() - 1..];
    }
    // "su minori (per 1.000)": the factor comes after it.
    let rest = rest.split(" per ").next().unwrap_or_default().trim();
    // "Minori in carico ai servizi" names nobody out of whom they are.
    (!rest.is_empty()).then(|| format!(" {rest} "))
}

/// Whether a number is followed by another that could end a range of ages, as in "0 2 anni".
fn is_age(after: &str) -> bool {
    let mut words = after.split(' ').filter(|word| !word.is_empty());
    let is_number =
        |word: Option<&str>| word.is_some_and(|word| word.parse::<u16>().is_ok_and(|n| n < OLDEST));
    is_number(words.next()) && matches!(words.next(), Some("anni" | "anno" | "years"))
}

/// The id for the ages in words such as "residenti di 0 2 anni", "over 65", "75 anni e piu".
fn ages(words: &str) -> Option<String> {
    let list: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
    let number = |i: usize| list.get(i)?.parse::<u16>().ok().filter(|age| *age < OLDEST);
    let stuck = |word: &str| {
        let open = ["over", "ultra"].iter().find_map(|open| word.strip_prefix(open));
        open?.parse::<u16>().ok().filter(|age| *age < OLDEST)
    };
    for (i, word) in list.iter().enumerate() {
        if let Some(age) = stuck(word) {
            return Some(format!("residenti_{age}"));
        }
        let Some(first) = number(i) else { continue };
        if i > 0 && ["over", "ultra", "oltre"].contains(&list[i - 1]) {
            return Some(format!("residenti_{first}"));
        }
        let at =
            i + usize::from(matches!(list.get(i + 1), Some(&("a" | "to" | "e"))) && number(i + 2).is_some());
        if let Some(last) = number(at + 1).filter(|last| *last > first) {
            return Some(format!("residenti_{first}_{last}"));
        }
        let rest = list[i + 1..].join(" ");
        let is_open = [
            "e piu",
            "ed oltre",
            "e oltre",
            "anni e piu",
            "anni e oltre",
            "anni ed oltre",
            "anni o piu",
            "and over",
            "and older",
            "years and over",
        ];
        if is_open.iter().any(|open| rest.starts_with(open)) {
            return Some(format!("residenti_{first}"));
        }
    }
    None
}

impl Per {
    /// Parses `OF`, `OF:FACTOR` or an empty text.
    pub fn typed(text: &str) -> Option<Self> {
        match text.rsplit_once(':') {
            None => Some(Self { of: text.trim().to_owned(), times: None }),
            Some((of, times)) => {
                let times = times.trim().parse().ok().filter(|times| FACTORS.contains(times))?;
                Some(Self { of: of.trim().to_owned(), times: Some(times) })
            }
        }
    }
}

impl TryFrom<String> for Per {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::typed(&text).ok_or(format!("'{text}': after ':' comes 100, 1000 or 10000"))
    }
}

impl From<Per> for String {
    fn from(per: Per) -> Self {
        match per.times {
            Some(times) => format!("{}:{times}", per.of),
            None => per.of,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_on_offer_is_one() {
        for (id, _) in SERVICES.iter().chain(&NAMED) {
            assert!(Denominator::of_id(id).is_some(), "{id}");
        }
        assert_eq!(Denominator::all().len(), 21);
        for wrong in ["residenti_9_3", "residenti_x", "residenti_0_2_4", "residenti_101", "altro"] {
            assert!(Denominator::of_id(wrong).is_none(), "{wrong}");
        }
        let ages = Denominator::of_id("residenti_0_2").unwrap();
        assert_eq!(ages.terms.iter().map(ToString::to_string).collect::<Vec<_>>(), ["m_0..2", "f_0..2"]);
        assert_eq!(
            (ages.name.it.as_str(), ages.the.it.as_str()),
            ("residenti di 0-2 anni", "i residenti di 0-2 anni")
        );
    }

    /// The pairs of the request for this: who a service is for.
    #[test]
    fn a_service_is_related_to_those_it_is_for() {
        for (name, id) in [
            ("Utenti SAD", "residenti_65"),
            ("anziani in carico", "residenti_65"),
            ("Posti RSA", "residenti_65"),
            ("posti_nidi", "residenti_0_2"),
            ("Servizi per la prima infanzia", "residenti_0_2"),
            ("Minori in affido", "residenti_0_17"),
            ("Alunni", "residenti_3_18"),
            ("Scuola primaria", "residenti_6_10"),
            ("Famiglie in carico", "famiglie"),
            ("Stranieri presi in carico", "stranieri"),
            ("Casi", "residenti"),
            ("Persone in sede", "residenti"),
            ("Sadici", "residenti"),
        ] {
            assert_eq!(Denominator::proposed(name).id, id, "{name}");
        }
    }

    /// Words that begin like others, or only compare, propose nothing that does not fit.
    #[test]
    fn only_what_fits_the_words_is_proposed() {
        for (name, id) in [
            ("Minori in carico", Some("residenti_0_17")),
            ("Minori con disabilità 0-17 anni", Some("residenti_0_17")),
            ("Utenti 18-64 anni", Some("residenti_18_64")),
            ("Utenti SAD over 75", Some("residenti_75")),
            ("Beneficiari 65+", Some("residenti_65")),
            ("Minori 0-2", Some("residenti_0_2")),
            ("Utenti 2022-23", None),
            ("Richiedenti asilo", Some("stranieri")),
            ("Asili nido", Some("residenti_0_2")),
            ("Minori in affido familiare", Some("residenti_0_17")),
            ("Assegni di maternità", None),
            ("Redditi superiori a 15000", None),
            ("Cure primarie", None),
            ("Affidamento di servizi", None),
            ("Contratti di importo minore di 5000", None),
            ("Utenti al 01/12/2023", None),
            ("Utenti 2022/2023", None),
        ] {
            assert_eq!(Denominator::fitting(name).map(|found| found.id).as_deref(), id, "{name}");
        }
        for (name, id) in [
            ("% minori in carico", Some("residenti_0_17")),
            ("Copertura nidi", Some("residenti_0_2")),
            ("Tasso di copertura SAD", Some("residenti_65")),
            ("Quota minori in affido", Some("residenti_0_17")),
            ("Quota minori per 100 residenti", Some("residenti")),
            ("Quota minori", None),
            ("quota_stranieri", None),
            ("% anziani", None),
            ("Percentuale di over 65", None),
            ("Tasso di occupazione", None),
        ] {
            assert_eq!(Denominator::of_rate(name).map(|found| found.id).as_deref(), id, "{name}");
        }
    }

    #[test]
    fn a_header_names_what_it_is_out_of() {
        for (header, id) in [
            ("Posti per 100 residenti di 0-2 anni", Some("residenti_0_2")),
            ("posti_per_100_bambini_0_2_anni", Some("residenti_0_2")),
            ("Utenti SAD ogni 1.000 over 65", Some("residenti_65")),
            ("Posti RSA per 100 residenti di 75 anni e più", Some("residenti_75")),
            ("Spesa pro capite", Some("residenti")),
            ("Incidenza su popolazione", Some("residenti")),
            ("Nati per mille abitanti", Some("residenti")),
            ("Beds per 100 residents aged 65 and over", Some("residenti_65")),
            ("Minori ogni 100 famiglie", Some("famiglie")),
            ("Reddito medio per contribuente", Some("contribuenti")),
            ("copertura_nidi", None),
            ("Tasso di occupazione", None),
            ("Incidenza", None),
            ("posti per 100", None),
        ] {
            let found = Denominator::named_in(header).map(|found| found.id);
            assert_eq!(found.as_deref(), id, "{header}");
        }
    }

    #[test]
    fn a_factor_is_one_of_three() {
        assert_eq!(Per::typed("residenti:1000"), Some(Per { of: "residenti".into(), times: Some(1000) }));
        assert_eq!(Per::typed("").map(String::from), Some(String::new()));
        assert_eq!(Per::typed("residenti:7"), None);
    }
}
