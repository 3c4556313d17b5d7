//! The card of an indicator: everything a reader needs to know about it, with the numbers of one place.

mod formula;

use std::collections::BTreeSet;

use crate::base::{Code, Date, Level};
use crate::data::{
    Atlas, Caption, Indicator, Kind, Method, Period, Polarity, PublishedIndicator, Query, Row, Value,
};
use crate::figure::{
    date_phrase, day_phrase, level_name, marked, method_of, owner, reference_label, reference_name,
    reference_phrase, value_text,
};
use crate::i18n::{Lang, Thing, compact_number, texts};

pub use formula::{At, Formula, Part};

/// The place and time whose numbers a card shows.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The territory; `None` for the ATS.
    pub territory: Option<Code>,
    /// The requested date; the nearest date that the indicator has is used.
    pub date: Option<Date>,
    /// How the value of a group is computed.
    pub method: Method,
}

/// Lines under a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    pub heading: String,
    pub lines: Vec<String>,
}

/// The card of an indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorCard {
    pub id: String,
    pub name: String,
    /// The sections of text.
    pub sections: Vec<Section>,
    /// The formula with the numbers of the place, for computed indicators.
    pub formula: Option<Formula>,
}

impl IndicatorCard {
    /// The card of the indicator of that id, computed or as published; `None` where the indicator or the territory
    /// does not exist.
    pub fn new(id: &str, view: &View, atlas: &Atlas, lang: Lang) -> Option<Self> {
        if let Some(published) = atlas.published(id) {
            return Some(of_published(published, atlas, lang));
        }
        let indicator = atlas.catalogue.get(id)?;
        let (level, unit) = match &view.territory {
            Some(code) => atlas.territories.find(code)?,
            None => (Level::Ats, 0),
        };
        Some(of_computed(indicator, level, unit, view, atlas, lang))
    }
}

fn of_computed(
    indicator: &Indicator,
    level: Level,
    unit: usize,
    view: &View,
    atlas: &Atlas,
    lang: Lang,
) -> IndicatorCard {
    let caption = Caption::from(indicator);
    let mut sections = vec![what(caption, lang)];
    let date = match view.date {
        Some(date) => atlas.nearest_date(indicator, date),
        None => atlas.usual_date(indicator),
    };
    let mut formula = None;
    if let (Some(date), Some(own)) = (date, atlas.territories.units(level).get(unit)) {
        let at = At { level, unit, members: &own.members, date, method: view.method };
        let made = Formula::new(indicator, atlas, at, lang);
        sections.push(how(indicator, &made, at, atlas, lang));
        // Rates, and quantities that cannot be added, have no sum over a group.
        let has_sums = own.members.len() == 1 || (indicator.holds_for_groups() && indicator.weight.is_none());
        let inside = made.parts.iter().filter(|_| has_sums).filter_map(|part| {
            let value = part.value?;
            let value = value.map_or_else(|why| lang.absence(why).to_owned(), |x| compact_number(lang, x, 2));
            Some(texts::card_part(lang, &part.name, value))
        });
        let inside: Vec<String> = inside.collect();
        if !indicator.kind.has_steps() && !inside.is_empty() {
            sections.push(section(lang, texts::CARD_INSIDE, inside));
        }
        let steps = by_step(indicator, at, atlas, lang);
        if !steps.is_empty() {
            sections.push(section(lang, texts::CARD_LIVE, steps));
        }
        sections.push(section(lang, texts::CARD_READ, reading(indicator, at, atlas, lang)));
        formula = Some(made);
    }
    sections.push(section(lang, texts::CARD_MISLEADS, misleads(indicator, lang)));
    sections.push(section(lang, texts::CARD_SOURCES, sources(indicator, atlas, lang)));
    IndicatorCard { id: indicator.id.clone(), name: lang.pick(&indicator.name).to_owned(), sections, formula }
}

fn of_published(published: &PublishedIndicator, atlas: &Atlas, lang: Lang) -> IndicatorCard {
    let caption = Caption::from(published);
    let mut sections = vec![what(caption, lang)];
    sections.push(section(lang, texts::CARD_FORMULA, vec![lang.text(texts::CARD_AS_GIVEN).to_owned()]));
    let polarity = polarity(published.polarity, lang);
    let counterpart = published.counterpart.as_ref().and_then(|c| atlas.catalogue.get(&c.indicator));
    let beside = counterpart.map(|own| texts::card_counterpart(lang, lang.pick(&own.name)));
    sections.push(section(lang, texts::CARD_READ, std::iter::once(polarity).chain(beside).collect()));
    if let Some(note) = &published.note {
        sections.push(section(lang, texts::CARD_MISLEADS, vec![lang.pick(note).to_owned()]));
    }
    let references = atlas.references(&published.id).unwrap_or_default();
    let dates: Vec<String> = references.into_iter().map(|at| reference_label(lang, at)).collect();
    let tables: BTreeSet<&str> = published.cells.iter().map(|cells| cells.table.as_str()).collect();
    let mut lines = vec![texts::card_source(
        lang,
        lang.stated(lang.pick(&published.source)),
        lang.licence(&published.licence),
    )];
    if !tables.is_empty() {
        let tables: Vec<&str> = tables.into_iter().collect();
        lines.push(texts::card_tables(lang, tables.join(", ")));
    }
    lines.push(texts::card_dates(lang, dates.join(", ")));
    sections.push(section(lang, texts::CARD_SOURCES, lines));
    let name = lang.pick(&published.name).to_owned();
    IndicatorCard { id: published.id.clone(), name, sections, formula: None }
}

fn section(lang: Lang, heading: crate::i18n::Text, lines: Vec<String>) -> Section {
    Section { heading: lang.text(heading).to_owned(), lines }
}

fn what(caption: Caption<'_>, lang: Lang) -> Section {
    let definition = lang.pick(caption.definition).to_owned();
    section(lang, texts::CARD_WHAT, vec![definition, texts::card_unit(lang, lang.pick(caption.unit))])
}

/// The formula in words, and with the numbers of the place.
fn how(indicator: &Indicator, formula: &Formula, at: At<'_>, atlas: &Atlas, lang: Lang) -> Section {
    let caption = Caption::from(indicator);
    let mut lines = vec![formula.words.clone()];
    let place = place(at, atlas, lang);
    let date = reference_phrase(lang, indicator.period.ending(at.date));
    match &formula.numbers {
        Some(numbers) => {
            let is_one = at.members.len() == 1 || at.level <= indicator.known_at;
            let head = if is_one {
                texts::card_at_comune(lang, place, date)
            } else {
                texts::card_at(lang, place, date, method_of(lang, caption, at.method))
            };
            lines.push(format!("{head} {numbers}"));
        }
        None => {
            let row = atlas
                .compute(&query(indicator, at))
                .ok()
                .and_then(|table| table.rows.into_iter().nth(at.unit));
            let reason = row.and_then(|row| row.value.err());
            if let Some(reason) = reason {
                lines.push(texts::card_no_value(lang, place, date, lang.absence(reason)));
            }
        }
    }
    if let Some(why) = caption.why_not.filter(|_| !caption.holds_for_groups) {
        lines.push(lang.pick(why).to_owned());
    } else if let Some(weight) = caption.weight {
        lines.push(texts::card_weighted(lang, lang.pick(weight)));
    } else if indicator.holds_for_groups() && !indicator.denominator.is_empty() {
        lines.push(lang.text(texts::CARD_FROM_SUMS).to_owned());
    }
    section(lang, texts::CARD_FORMULA, lines)
}

fn query(indicator: &Indicator, at: At<'_>) -> Query {
    Query { indicator: indicator.id.clone(), date: at.date, level: at.level, method: at.method }
}

fn place(at: At<'_>, atlas: &Atlas, lang: Lang) -> String {
    let unit = &atlas.territories.units(at.level)[at.unit];
    marked(lang, atlas, at.level, &unit.code, lang.territory(at.level, &unit.name))
}

/// How many residents live in each step, with their share; steps without residents are left out.
fn by_step(indicator: &Indicator, at: At<'_>, atlas: &Atlas, lang: Lang) -> Vec<String> {
    let counted = atlas.by_step(&query(indicator, at)).ok().flatten();
    let counted = counted.and_then(|units| units.into_iter().nth(at.unit)).unwrap_or_default();
    let total: f64 = counted.iter().filter_map(|value| value.ok()).sum();
    let line = |(step, value): (&crate::data::Step, Value)| {
        let told = match value {
            Ok(0.0) => return None,
            Ok(n) => {
                let share = compact_number(lang, 100.0 * n / total.max(1.0), 1);
                format!("{} ({share}%)", lang.count(n.round() as usize, Thing::Resident))
            }
            Err(reason) => lang.absence(reason).to_owned(),
        };
        Some(texts::card_part(lang, lang.pick(&step.name), told))
    };
    let mut lines: Vec<String> = indicator.steps.iter().zip(counted).filter_map(line).collect();
    if !lines.is_empty() {
        let counted = atlas.other_weight_date(indicator, at.date).unwrap_or(at.date);
        lines.push(texts::card_live_at(lang, date_phrase(lang, counted)));
    }
    lines
}

fn polarity(of: Polarity, lang: Lang) -> String {
    lang.text(match of {
        Polarity::HigherIsWorse => texts::CARD_WORSE,
        Polarity::HigherIsBetter => texts::CARD_BETTER,
        Polarity::Neither => texts::CARD_NEITHER,
    })
    .to_owned()
}

/// Dates one by one; the same day of consecutive years is abbreviated.
fn dates_in_words(dates: &[Date], period: Period, lang: Lang) -> String {
    const MANY: usize = 5;
    let is_running = dates.windows(2).all(|pair| pair[0].plus_years(1) == pair[1]);
    match dates {
        [first, .., last] if dates.len() >= MANY && is_running => {
            let (from, to, count) = (first.year(), last.year(), dates.len());
            match period {
                Period::TaxYear => texts::card_tax_years(lang, from, to, count),
                Period::Year => texts::card_whole_years(lang, from, to, count),
                _ => texts::card_years(lang, day_phrase(lang, *first), from, to, count),
            }
        }
        _ => {
            let label = |date: &Date| reference_name(lang, period.ending(*date));
            dates.iter().map(label).collect::<Vec<_>>().join(", ")
        }
    }
}

/// What a higher value means, the overall value, and the range of the units.
fn reading(indicator: &Indicator, at: At<'_>, atlas: &Atlas, lang: Lang) -> Vec<String> {
    let mut lines = vec![polarity(indicator.polarity, lang)];
    if indicator.kind == Kind::Count {
        lines.push(lang.text(texts::CARD_COUNT).to_owned());
    }
    let table =
        |level: Level| atlas.compute(&Query { level, method: Method::Pooled, ..query(indicator, at) }).ok();
    let text = |row: &Row| value_text(lang, indicator, row.value);
    if let Some(whole) = table(Level::Ats).and_then(|table| table.rows.into_iter().next())
        && whole.value.is_ok()
        && at.level != Level::Ats
        && indicator.kind != Kind::Count
    {
        let name = lang.territory(Level::Ats, &whole.name);
        lines.push(texts::card_ats(
            lang,
            name,
            reference_phrase(lang, indicator.period.ending(at.date)),
            text(&whole),
        ));
    }
    if indicator.kind == Kind::Category {
        return lines;
    }
    // The ranges of the level of the place; for the ATS, those of Ambiti and Comuni.
    let levels = if at.level == Level::Ats { vec![Level::Ambiti, Level::Comuni] } else { vec![at.level] };
    for level in levels {
        let Some(table) = table(level) else { continue };
        let mut rows: Vec<&Row> = table.rows.iter().filter(|row| row.value.is_ok()).collect();
        rows.sort_by(|a, b| a.value.unwrap_or_default().total_cmp(&b.value.unwrap_or_default()));
        if let [lowest, .., highest] = rows.as_slice() {
            let of = |row: &Row| {
                let value = row.value.unwrap_or_default();
                owner(lang, indicator.decimals, &row.name, value, table.present())
            };
            let level = level_name(lang, atlas, level);
            lines.push(texts::card_range(lang, level, text(lowest), of(lowest), text(highest), of(highest)));
        }
    }
    lines
}

fn misleads(indicator: &Indicator, lang: Lang) -> Vec<String> {
    match &indicator.warning {
        Some(warning) => vec![lang.pick(warning).to_owned()],
        None => vec![lang.text(texts::CARD_NO_WARNING).to_owned()],
    }
}

/// Source, licence, dates, breaks in the series, and which dates are not final.
fn sources(indicator: &Indicator, atlas: &Atlas, lang: Lang) -> Vec<String> {
    let mut lines = vec![texts::card_source(
        lang,
        lang.stated(lang.pick(&indicator.source)),
        lang.licence(&indicator.licence),
    )];
    let dates = atlas.dates(indicator);
    let label = |date: &Date| reference_name(lang, indicator.period.ending(*date));
    lines.push(texts::card_dates(lang, dates_in_words(&dates, indicator.period, lang)));
    let lacking = atlas.dates_without_weight(indicator);
    if let Some(weight) = indicator.weight.as_ref().filter(|_| !lacking.is_empty()) {
        let lacking: Vec<String> = lacking.iter().map(label).collect();
        lines.push(texts::card_no_weight(lang, lacking.join(", "), lang.pick(&weight.name)));
    }
    let variables: BTreeSet<&str> =
        indicator.terms().flat_map(|term| term.variables()).map(|(name, _)| name).collect();
    let used = atlas.datasets.iter().filter(|dataset| variables.iter().any(|name| dataset.has(name)));
    let mut open = BTreeSet::new();
    for note in used.flat_map(|dataset| &dataset.meta.notes) {
        // A break before the first date parts nothing.
        let parts = |pair: &[Date]| note.parts(pair[0], pair[1]).then_some(pair[1]);
        if let Some(date) = dates.windows(2).find_map(parts) {
            lines.push(texts::card_break(
                lang,
                reference_phrase(lang, indicator.period.ending(date)),
                lang.pick(&note.text),
            ));
        }
    }
    for date in &dates {
        let quality = atlas.quality_said(indicator, *date);
        if !quality.is_final() {
            open.insert((*date, quality));
        }
    }
    if !open.is_empty() {
        let open: Vec<String> = open
            .iter()
            .map(|(date, quality)| format!("{} ({})", label(date), lang.quality(*quality)))
            .collect();
        lines.push(texts::card_not_final(lang, open.join(", ")));
    }
    lines
}
