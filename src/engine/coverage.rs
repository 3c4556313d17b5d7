//! How far the data reach, theme by theme, and what would extend them: for the window and the command line.

use std::collections::BTreeSet;

use crate::data::{Atlas, Reference, Theme};
use crate::figure::{reference_name, span_text};
use crate::i18n::italian::{self, Preposition};
use crate::i18n::{Lang, texts};
use crate::io::coverage::{OfficialSource, Topic, coverage_facts};

pub use crate::io::coverage::TopicStatus;

/// Up to this many dates are listed one by one.
const MOST_DATES: usize = 12;

/// A theme of the catalogue.
#[derive(Clone, Debug, PartialEq)]
pub struct ThemeReach {
    pub name: String,
    /// What is included, and up to when.
    pub inside: String,
    /// The official files that would add to it.
    pub sources: Vec<SourceReach>,
}

/// An official file.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceReach {
    pub id: String,
    /// Publisher and name at the source.
    pub name: String,
    /// What the file adds.
    pub adds: String,
    /// Its dates that are already included.
    pub inside: String,
    /// Where the file can be found.
    pub place: String,
    /// How the file is imported.
    pub how: String,
}

/// A theme of a social observatory.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicReach {
    pub id: String,
    pub name: String,
    /// Whether it is covered.
    pub status: TopicStatus,
    /// The status in words.
    pub status_words: String,
    /// What is included, what to import and with which denominator, and what to know about it: one sentence each.
    pub lines: Vec<String>,
}

/// The themes of the catalogue, with the files that would add to them.
pub fn themes(atlas: &Atlas, lang: Lang) -> Vec<ThemeReach> {
    let of_theme = |theme: &Theme| {
        let computed: Vec<&str> = atlas
            .catalogue
            .indicators()
            .iter()
            .filter(|i| i.theme == theme.id)
            .map(|i| i.id.as_str())
            .collect();
        let published: Vec<&str> = atlas
            .published_indicators()
            .iter()
            .filter(|p| p.theme == theme.id)
            .map(|p| p.id.as_str())
            .collect();
        let stated = |id: &str| {
            let caption = atlas.caption(id);
            let of = |at| caption.as_ref().map_or(at, |caption| caption.stated(at));
            atlas.references(id).unwrap_or_default().into_iter().map(of).collect::<Vec<_>>()
        };
        let references: BTreeSet<Reference> =
            computed.iter().chain(&published).flat_map(|id| stated(id)).collect();
        let sources = coverage_facts().sources.iter().filter(|source| source.themes.contains(&theme.id));
        ThemeReach {
            name: lang.pick(&theme.name).to_owned(),
            inside: match published.len() {
                0 => texts::reach_inside(lang, computed.len(), dates(&references, lang)),
                more => texts::reach_inside_both(lang, computed.len(), more, dates(&references, lang)),
            },
            sources: sources.map(|source| reach(source, atlas, lang)).collect(),
        }
    };
    // A theme without indicators is not listed.
    let used = |theme: &&Theme| atlas.catalogue.indicators().iter().any(|i| i.theme == theme.id);
    atlas.catalogue.themes().iter().filter(used).map(of_theme).collect()
}

fn reach(source: &OfficialSource, atlas: &Atlas, lang: Lang) -> SourceReach {
    let dates_of = |variable: &String| {
        // What is of a whole year in the indicators made of it is so here.
        let mut made = atlas.catalogue.indicators().iter();
        let of_it = made.find(|i| i.terms().any(|term| term.variables().any(|(name, _)| name == variable)));
        let period = of_it.map(|indicator| indicator.period).unwrap_or_default();
        let dates = atlas.datasets.iter().flat_map(|dataset| dataset.dates_of(variable)).flatten();
        dates.map(|date| period.ending(date)).collect::<Vec<_>>()
    };
    let there: BTreeSet<Reference> = source.variables.iter().flat_map(dates_of).collect();
    let inside = match there.is_empty() {
        true => lang.text(texts::REACH_NOT_INSIDE).to_owned(),
        false => texts::reach_there(lang, dates(&there, lang)),
    };
    let how = if source.recipe.is_some() { texts::REACH_KNOWN } else { texts::REACH_AS_TABLE };
    SourceReach {
        id: source.id.clone(),
        name: format!("{} – {}", source.publisher, lang.pick(&source.name)),
        adds: lang.pick(&source.adds).to_owned(),
        inside,
        place: lang.pick(&source.place).to_owned(),
        how: lang.text(how).to_owned(),
    }
}

/// The themes of a social observatory.
pub fn topics(atlas: &Atlas, lang: Lang) -> Vec<TopicReach> {
    coverage_facts().topics.iter().map(|topic| topic_reach(topic, atlas, lang)).collect()
}

fn topic_reach(topic: &Topic, atlas: &Atlas, lang: Lang) -> TopicReach {
    let status_words = lang.text(match topic.status {
        TopicStatus::Inside => texts::TOPIC_INSIDE,
        TopicStatus::ToBring => texts::TOPIC_TO_BRING,
        TopicStatus::None => texts::TOPIC_NONE,
    });
    let mut lines = Vec::new();
    let named = topic.indicators.iter().filter_map(|id| {
        let caption = atlas.caption(id).ok()?;
        let last = caption.stated(*atlas.references(id).ok()?.last()?);
        Some(texts::topic_indicator(lang, lang.pick(caption.name), up_to(lang, last)))
    });
    let named: Vec<String> = named.collect();
    if !named.is_empty() {
        lines.push(texts::topic_has(lang, named.join("; ")));
    }
    let bring = |id: &String| {
        let source = coverage_facts().sources.iter().find(|source| source.id == *id)?;
        Some(texts::reach_source(lang, &source.publisher, lang.pick(&source.name)))
    };
    let brought: Vec<String> = topic.bring.iter().filter_map(bring).collect();
    if !brought.is_empty() {
        lines.push(texts::topic_brings(lang, brought.join("; ")));
    }
    if let Some(file) = &topic.file {
        lines.push(match topic.status {
            TopicStatus::None => texts::topic_ask(lang, lang.pick(file)),
            _ => texts::topic_brings(lang, lang.pick(file)),
        });
    }
    lines.extend(topic.denominator.as_ref().map(|by| texts::topic_denominator(lang, lang.pick(by))));
    lines.extend(topic.note.as_ref().map(|note| lang.pick(note).to_owned()));
    TopicReach {
        id: topic.id.clone(),
        name: lang.pick(&topic.name).to_owned(),
        status: topic.status,
        status_words: status_words.to_owned(),
        lines,
    }
}

/// "fino al 1/1/2026", "fino all'anno d'imposta 2024".
fn up_to(lang: Lang, at: Reference) -> String {
    let name = reference_name(lang, at);
    match at {
        Reference::TaxYear(year) => texts::up_to_tax_year(lang, year),
        _ if lang == Lang::It => texts::up_to(lang, italian::date(Some(Preposition::A), &name)),
        _ => texts::up_to(lang, name),
    }
}

/// The official files that would add dates to an indicator that has at most two.
pub fn more_dates(indicator: &str, atlas: &Atlas, lang: Lang) -> Option<String> {
    let indicator = atlas.catalogue.get(indicator)?;
    if atlas.dates(indicator).len() > 2 {
        return None;
    }
    let variables: Vec<&str> =
        indicator.terms().flat_map(|term| term.variables()).map(|(name, _)| name).collect();
    let gives = |source: &&OfficialSource| {
        source.themes.contains(&indicator.theme)
            && atlas.datasets.iter().any(|dataset| {
                source.variables.iter().any(|own| dataset.has(own))
                    && variables.iter().any(|name| dataset.has(name))
            })
    };
    let names = coverage_facts().sources.iter().filter(gives);
    let names: Vec<String> =
        names.map(|source| texts::reach_source(lang, &source.publisher, lang.pick(&source.name))).collect();
    (!names.is_empty()).then(|| texts::reach_few_dates(lang, names.join("; ")))
}

/// Dates one by one; if there are many, the first, the last and their number.
fn dates(references: &BTreeSet<Reference>, lang: Lang) -> String {
    let label = |at: &Reference| reference_name(lang, *at);
    // Whole years are sorted among days.
    let mut references: Vec<Reference> = references.iter().copied().collect();
    references.sort_by_key(|at| at.day_on_axis());
    match (references.first(), references.last()) {
        (Some(first), Some(last)) if references.len() > MOST_DATES => {
            texts::reach_range(lang, span_text(lang, *first, *last), references.len())
        }
        _ => references.iter().map(label).collect::<Vec<_>>().join(", "),
    }
}
