//! What every figure says of its units and of its dates: that the ATS is more than its ASST, and that there are later values.

use super::asks::{Ask, Figure, Mode};
use super::grammar;
use super::overview::Overview;
use super::program::Texts;
use super::read::Report;
use super::source::{Indicator, Lang, Level, world};

/// Of the 193 Comuni of `maps/territori.csv`, Milano alone has no ASST.
fn outside(lang: Lang) -> &'static str {
    match lang {
        Lang::It => "I valori dell'ATS comprendono anche Milano, che non è in nessuna ASST.",
        Lang::En => "The values of the ATS include Milano too, which is in no ASST.",
    }
}

/// The texts without what they say of the ASST and of later values; both are checked here.
pub fn less_asides(report: &mut Report, figure: &Figure, mut texts: Texts) -> Texts {
    let lang = figure.lang;
    let of = |id: &String| !world().indicator(id).as_published();
    let (level, is_computed) = match &figure.ask {
        Ask::Map { of: asked, .. } | Ask::Ranking { of: asked, .. } | Ask::Slope { of: asked, .. } => {
            (Some(asked.level), of(&asked.id))
        }
        Ask::Scatter { level, x, y, .. } => (Some(*level), of(x) || of(y)),
        Ask::Table { level, columns, .. } => (Some(*level), columns.iter().any(|(id, ..)| of(id))),
        Ask::Series { level, id, .. } => (*level, of(id)),
        Ask::Printed { .. } => (None, false),
        // The ATS is not in a matrix.
        Ask::Overview(Overview::Matrix { .. }) => (None, false),
        Ask::Overview(overview) => (overview.level(), true),
        Ask::Statistic { of, what, .. } => (what.level(of), true),
        Ask::Wider { of, what } => (what.level(of), true),
    };
    let is_asst = |code: &String| world().find(code).is_some_and(|(level, _)| level == Level::Asst);
    let has_ats = match &figure.ask {
        Ask::Overview(Overview::Matrix { .. }) => false,
        Ask::Statistic { what, .. } => what.has_ats(),
        Ask::Wider { what, .. } => what.has_ats(),
        _ => true,
    };
    let is_told =
        is_computed && has_ats && (level == Some(Level::Asst) || figure.selected.iter().any(is_asst));
    let told = outside(lang);
    for (name, text) in [
        ("reading", &mut texts.reading),
        ("alternative", &mut texts.alternative),
        ("footer", &mut texts.footer),
    ] {
        if text.contains(told) != is_told {
            report.fault(name, text.as_str(), format!("says that Milano has no ASST: {}", !is_told));
        }
        *text = text.replace(told, "").replace("  ", " ").trim().to_owned();
    }
    for indicator in &world().indicators {
        let name = indicator.name.pick(lang);
        let starts = match lang {
            Lang::It => format!("«{name}» ha anche valori più recenti: al "),
            Lang::En => format!("“{name}” has later values too: on "),
        };
        let Some(last) = world().years(indicator).last().copied() else { continue };
        let right = format!("{starts}{}.", grammar::short_date(lang, last));
        for (name, text) in [("reading", &mut texts.reading), ("footer", &mut texts.footer)] {
            let Some(at) = text.find(&starts) else { continue };
            if !text[at..].starts_with(&right) {
                report.fault(name, text.as_str(), format!("should be «{right}»"));
            }
            *text = text.replace(&right, "").replace("  ", " ").trim().to_owned();
        }
    }
    less_many_later(report, lang, &mut texts);
    for indicator in world().indicators.iter().filter(|indicator| indicator.weight_name.is_some()) {
        let (name, weight) =
            (indicator.name.pick(lang), indicator.weight_name.as_ref().map(|own| own.pick(lang)));
        let weight = weight.unwrap_or_default();
        let told = match lang {
            Lang::It => format!("«{name}»: il valore dell'ATS è la media ponderata con {weight}."),
            Lang::En => format!("“{name}”: the value of the ATS is the mean weighted by {weight}."),
        };
        let is_shown = of_comuni(figure).is_some_and(|id| *id == indicator.id);
        for (name, text) in [
            ("reading", &mut texts.reading),
            ("alternative", &mut texts.alternative),
            ("footer", &mut texts.footer),
        ] {
            if is_shown && !text.contains(&told) {
                report.fault(name, text.as_str(), format!("should say «{told}»"));
            }
            *text = text.replace(&told, "").replace("  ", " ").trim().to_owned();
        }
    }
    let mixed = mixed(figure);
    for (name, text) in [
        ("reading", &mut texts.reading),
        ("alternative", &mut texts.alternative),
        ("footer", &mut texts.footer),
    ] {
        let told = STATUS.iter().find_map(|start| text.find(start)).map(|at| {
            let ends = |(end, _): &(usize, &str)| {
                text[at + end + 2..].starts_with(|c: char| c.is_uppercase() || "«“".contains(c))
            };
            let end = text[at..].match_indices(". ").find(ends);
            text[at..end.map_or(text.len(), |(end, _)| at + end + 1)].to_owned()
        });
        match (&mixed, told) {
            (None, None) => {}
            (Some(right), Some(told)) if right.is(lang, &told) => {
                *text = text.replace(&told, "").replace("  ", " ").trim().to_owned();
            }
            (right, _) => report.fault(name, text.as_str(), format!("should say of unlike status {right:?}")),
        }
    }
    texts
}

/// The indicator of a map or a ranking of Comuni.
fn of_comuni(figure: &Figure) -> Option<&String> {
    match &figure.ask {
        Ask::Map { of, second: None, .. } | Ask::Ranking { of, .. } if of.level == Level::Comuni => {
            Some(&of.id)
        }
        _ => None,
    }
}

/// The sentences on later values of many indicators, each of which must have its last values there.
fn less_many_later(report: &mut Report, lang: Lang, texts: &mut Texts) {
    let (start, between, and) = match lang {
        Lang::It => ("Hanno anche valori più recenti, ", ": ", " e "),
        Lang::En => ("Later values, ", ", are there of: ", " and "),
    };
    for (name, text) in [("reading", &mut texts.reading), ("footer", &mut texts.footer)] {
        while let Some(at) = text.find(start) {
            let end = text[at..].find(". ").map_or(text.len(), |end| at + end + 1);
            let sentence = text[at..end].to_owned();
            let told = sentence[start.len()..].trim_end_matches('.').split_once(between);
            let Some((date, names)) = told else { break };
            for indicator in names.replace(and, ", ").split(", ") {
                let is_it = |known: &&Indicator| {
                    let last = world().years(known).last().map(|year| grammar::phrase(lang, *year));
                    grammar::small(known.name.pick(lang)) == indicator && last.as_deref() == Some(date)
                };
                // A name may hold a comma.
                let is_part = world().indicators.iter().any(|known| {
                    let name = grammar::small(known.name.pick(lang));
                    name.contains(indicator) && name != indicator
                });
                if !is_part && !world().indicators.iter().any(|known| is_it(&known)) {
                    report.fault(name, sentence.as_str(), format!("«{indicator}» has no such last values"));
                }
            }
            *text = text.replace(&sentence, "").replace("  ", " ").trim().to_owned();
        }
    }
}

/// How the sentences begin on changes between a final value and one that is not.
const STATUS: [&str; 6] = [
    "Delle due date a confronto (",
    "Of the two dates compared (",
    "La variazione al ",
    "The change on ",
    "Variazioni tra un dato definitivo",
    "Changes between a final value",
];

/// Whether the source only estimated what is read of an indicator on a day.
fn is_estimated_on(indicator: &Indicator, year: i32) -> bool {
    let used = indicator.datasets();
    let notes = world().notes.iter().filter(|note| note.is_estimate && used.contains(&&*note.dataset));
    notes.filter_map(|note| note.date.as_ref()).any(|date| date.starts_with(&year.to_string()))
}

/// The years that a change looks back.
fn lag(indicator: &Indicator) -> Option<i32> {
    match indicator.id.as_str() {
        "variazione_annua" => Some(1),
        "variazione_media_annua" => Some(5),
        _ => None,
    }
}

/// What is to be said of unlike status.
#[derive(Debug)]
enum Mixed {
    Sentence(String),
    /// These changes, in the order of the rows or the columns; of many, four are named.
    Names(Vec<String>),
}

impl Mixed {
    fn is(&self, lang: Lang, told: &str) -> bool {
        let names = match self {
            Self::Sentence(right) => return told == right,
            Self::Names(names) => names,
        };
        let (start, and_others) = match lang {
            Lang::It => (
                "Variazioni tra un dato definitivo e uno che non lo è, che in parte possono venire da questo: ",
                "e altre (",
            ),
            Lang::En => (
                "Changes between a final value and one that is not, which in part may come from that: ",
                "and others (",
            ),
        };
        let Some(told) = told.strip_prefix(start).and_then(|told| told.strip_suffix('.')) else {
            return false;
        };
        let mut told: Vec<&str> = told.split("; ").collect();
        let more = match told.last().and_then(|last| last.strip_prefix(and_others)) {
            Some(more) => {
                told.pop();
                more.trim_end_matches(')').parse().unwrap_or(0)
            }
            None => 0,
        };
        let is_right = |name: &&str| names.iter().filter(|known| known == name).count() == 1;
        let is_cut = if more > 0 { told.len() == 4 } else { told.len() <= 5 };
        is_cut && told.len() + more == names.len() && told.iter().all(is_right)
    }
}

/// What must be said of changes between values of unlike status: those that a figure tells, and those that are its values.
fn mixed(figure: &Figure) -> Option<Mixed> {
    let mut wider: Vec<(String, i32)> = Vec::new();
    let mut used: Vec<(&str, i32)> = Vec::new();
    let mut told: Vec<(&str, [i32; 2])> = Vec::new();
    match &figure.ask {
        Ask::Map { of, from, second, .. } => {
            used.push((&of.id, of.year));
            if let Some(from) = from {
                used.push((&of.id, *from));
                told.push((&of.id, [*from, of.year]));
            }
            used.extend(second.iter().map(|id| (id.as_str(), grammar::nearest(id, of.year))));
        }
        Ask::Ranking { of, .. } => used.push((&of.id, of.year)),
        Ask::Slope { of, from } => {
            used.extend([(of.id.as_str(), *from), (of.id.as_str(), of.year)]);
            told.push((&of.id, [*from, of.year]));
        }
        Ask::Scatter { x, y, x_year, y_year, colour, .. } => {
            used.extend([
                (x.as_str(), grammar::nearest(x, *x_year)),
                (y.as_str(), grammar::nearest(y, *y_year)),
            ]);
            used.extend(colour.iter().map(|id| (id.as_str(), grammar::nearest(id, *y_year))));
        }
        Ask::Table { columns, level, only_selected, .. } => {
            let is_empty = *only_selected && world().sharing(*level, &figure.selected).is_empty();
            for (id, year, from) in columns {
                used.push((id, *year));
                if let Some(from) = from.filter(|_| !is_empty) {
                    used.push((id, from));
                    told.push((id, [from, *year]));
                }
            }
        }
        Ask::Series { id, mode, level, .. } => {
            let indicator = world().indicator(id);
            let years = if indicator.as_published() { Vec::new() } else { world().years(indicator) };
            used.extend(years.iter().map(|year| (id.as_str(), *year)));
            if let Some(last) = years.last() {
                let first = years.iter().find(|year| world().breaks(indicator, **year, *last).is_empty());
                let follows = !figure.selected.is_empty() || (level.is_none() && *mode != Mode::Against);
                // Beside a level the ATS is followed, unless counts make it too large, or the level is the ATS.
                let has_ats = !indicator.is_count() && *level != Some(Level::Ats) && *mode != Mode::Against;
                let first = first.filter(|first| **first < *last && (follows || has_ats));
                told.extend(first.map(|first| (id.as_str(), [*first, *last])));
            }
        }
        Ask::Overview(overview) => {
            used.extend(overview.used());
            told.extend(overview.told(&figure.selected));
        }
        Ask::Printed { .. } => {}
        Ask::Wider { of, what } => {
            wider = what.used(of);
            told.extend(what.told(of).map(|years| (of.id.as_str(), years)));
        }
        Ask::Statistic { of, with, .. } => {
            used.push((&of.id, of.year));
            used.extend(with.iter().map(|(id, year)| (id.as_str(), *year)));
        }
    }
    used.extend(wider.iter().map(|(id, year)| (id.as_str(), *year)));
    let known = |id: &str| !world().indicator(id).as_published();
    used.retain(|(id, _)| known(id));
    let lagged = |id: &str, year: i32| {
        let indicator = world().indicator(id);
        let before = year - lag(indicator)?;
        Some(is_estimated_on(indicator, year) != is_estimated_on(indicator, before))
    };
    let mut own: Vec<(&str, Vec<i32>)> = Vec::new();
    for (id, year) in used.iter().copied().filter(|(id, year)| lagged(id, *year) == Some(true)) {
        match own.iter_mut().find(|(known, _)| *known == id) {
            Some((_, years)) => years.push(year),
            None => own.push((id, vec![year])),
        }
    }
    for (_, years) in &mut own {
        years.sort_unstable();
        years.dedup();
    }
    told.retain(|(id, [from, to])| {
        let indicator = world().indicator(id);
        world().is_estimated(indicator, *from) != world().is_estimated(indicator, *to)
    });
    told.dedup();
    let lang = figure.lang;
    let phrases = |years: &[i32]| {
        let all: Vec<String> = years.iter().map(|year| grammar::phrase(lang, *year)).collect();
        let and = if lang == Lang::It { " e " } else { " and " };
        match all.split_last() {
            Some((last, first)) if !first.is_empty() => format!("{}{and}{last}", first.join(", ")),
            _ => all.concat(),
        }
    };
    let is_one = used.iter().all(|(id, _)| *id == used[0].0);
    let short = |year: i32| grammar::short_date(lang, year);
    let one = match (own.as_slice(), told.as_slice(), lang) {
        ([], [], _) => return None,
        ([(_, years)], [], Lang::It) if is_one => format!(
            "La variazione {} è tra un dato definitivo e uno che non lo è: in parte può venire da questo, non dai territori.",
            phrases(years)
        ),
        ([(_, years)], [], Lang::En) if is_one => format!(
            "The change {} is between a final value and one that is not: in part it may come from that, not from the territories.",
            phrases(years)
        ),
        ([], [(_, [from, to])], Lang::It) if is_one => format!(
            "Delle due date a confronto ({} e {}) una ha dati definitivi e l'altra no: parte della variazione può venire da questo, non dai territori.",
            short(*from),
            short(*to)
        ),
        ([], [(_, [from, to])], Lang::En) if is_one => format!(
            "Of the two dates compared ({} and {}) one has final values and the other has not: part of the change may come from that, not from the territories.",
            short(*from),
            short(*to)
        ),
        (own, told, lang) => {
            let name = |id: &str, dates: String| {
                let short = world().indicator(id).short.pick(lang);
                if lang == Lang::It {
                    format!("«{short}» {dates}")
                } else {
                    format!("“{short}” {dates}")
                }
            };
            let of_own = own.iter().map(|(id, years)| name(id, phrases(years)));
            let of_told = told.iter().map(|(id, [from, to])| {
                let [from, to] = [short(*from), short(*to)];
                name(
                    id,
                    if lang == Lang::It {
                        format!("dal {from} al {to}")
                    } else {
                        format!("from {from} to {to}")
                    },
                )
            });
            let mut names: Vec<String> = of_own.chain(of_told).collect();
            names.sort_unstable();
            names.dedup();
            return Some(Mixed::Names(names));
        }
    };
    Some(Mixed::Sentence(one))
}
