//! How numbers, classes and dates are put into words, the same for figures and for the window.

use crate::base::{Code, Date, Level};
use crate::data::{
    Absence, AreaKind, Atlas, Bilingual, Bounds, Caption, Kind, Lacking, Method, Query, Reference, Row,
    Suffix, Table, Value,
};
use crate::i18n::italian::{self, Preposition};
use crate::i18n::{self, Lang, Thing, texts};
use crate::stats::classes::Intervals;

use crate::figure::palette::PALETTES;
use crate::figure::precision::{Holders, apart};
use crate::figure::{FigureError, KindError};

/// A territory outside a sentence: "Ambito di Corsico", "Comune di Corsico", "ATS".
pub fn on_its_own(lang: Lang, level: Level, name: &str) -> String {
    match (level, lang) {
        (Level::Ats, _) => lang.level(Level::Ats).to_owned(),
        (Level::Comuni, Lang::It) => {
            texts::pyramid_comune(lang, italian::place(Some(Preposition::Di), level, name))
        }
        (Level::Comuni, Lang::En) => texts::pyramid_comune(lang, name),
        _ => lang.territory(level, name),
    }
}

/// A territory in a text that stands without its figure: an Ambito is called so, because most have the name of a Comune. An area
/// of no level, or one that somebody published, has a name that says what it is.
pub fn told_name(lang: Lang, level: Option<Level>, name: &str) -> String {
    match level {
        Some(Level::Ats) => lang.level(Level::Ats).to_owned(),
        Some(level) => lang.territory(level, name),
        None => name.to_owned(),
    }
}

/// A value with its suffix, or the reason why it is missing.
pub fn value_text<'a>(lang: Lang, caption: impl Into<Caption<'a>>, value: Value) -> String {
    match value {
        Ok(x) => {
            let caption = caption.into();
            // A step is shown by its name; a number between two steps has none.
            if let Some(name) = caption.step(x) {
                return lang.pick(name).to_owned();
            }
            format!("{}{}", i18n::number(lang, x, caption.decimals), lang.suffix(caption.suffix))
        }
        Err(reason) => lang.absence(reason).to_owned(),
    }
}

/// "tra 21,3% e 21,5%": the limits of a value that is not fully known.
pub fn between_text(lang: Lang, caption: Caption<'_>, (low, high): (f64, f64)) -> String {
    let ends = [low, high].map(|end| value_text(lang, caption, Ok(end)));
    texts::between(lang, &ends[0], &ends[1])
}

/// The same where there is little room: "21,3–21,5".
pub(crate) fn between_short(lang: Lang, caption: Caption<'_>, (low, high): (f64, f64)) -> String {
    let [low, high] = [low, high].map(|end| i18n::number(lang, end, caption.decimals));
    if low == high { low } else { format!("{low}–{high}") }
}

/// Why a value is absent and, where it is known, between what it lies: in all texts in the same words.
pub(crate) fn absence_text(lang: Lang, caption: Caption<'_>, reason: Absence, bounds: Bounds) -> String {
    match bounds {
        Some(ends) => texts::withheld_between(lang, lang.absence(reason), between_text(lang, caption, ends)),
        None => lang.absence(reason).to_owned(),
    }
}

/// Of a table, the units whose value is only known to lie between two numbers, and that others stand on Comuni without one.
pub(crate) fn withheld_notes(lang: Lang, caption: Caption<'_>, rows: &[Row]) -> Vec<String> {
    /// Told one by one.
    const MOST_NAMED: usize = 6;
    let open: Vec<&Row> = rows.iter().filter(|row| row.value.is_err() && row.bounds.is_some()).collect();
    let sentences = open
        .iter()
        .take(MOST_NAMED)
        .filter_map(|row| Some(format!("{} {}", row.name, between_text(lang, caption, row.bounds?))));
    let mut sentences: Vec<String> = sentences.collect();
    if open.len() > MOST_NAMED {
        sentences.push(texts::withheld_more(lang, open.len() - MOST_NAMED));
    }
    let listed = (!sentences.is_empty()).then(|| texts::withheld(lang, sentences.join("; ")));
    listed.into_iter().chain(hidden_in(lang, rows)).collect()
}

/// The same of the rows of a table.
pub(crate) fn hidden_in(lang: Lang, rows: &[Row]) -> Option<String> {
    let is_hidden = rows.iter().any(|row| row.value.is_ok() && row.bounds.is_some());
    is_hidden.then(|| lang.text(texts::HIDDEN_VALUES).to_owned())
}

/// That some values of groups stand on Comuni whose own are only known to lie between two numbers.
pub(crate) fn hidden_note(lang: Lang, atlas: &Atlas, query: &Query) -> Option<String> {
    let table = (query.level != Level::Comuni).then(|| atlas.compute(query).ok())??;
    hidden_in(lang, &table.rows)
}

/// Which Comuni a unit lacks: "manca Settala (1 su 8)", followed by the value of the others where it is shown.
pub fn lacking_text(lang: Lang, caption: Caption<'_>, lacking: &Lacking, with_partial: bool) -> String {
    /// Told by name.
    const MOST_NAMED: usize = 3;
    let count = lacking.names.len();
    let lacks = match lacking.names.as_slice() {
        [name] => texts::lacks_one(lang, name, lacking.of),
        names if count <= MOST_NAMED => texts::lacks_some(lang, names.join(", "), count, lacking.of),
        _ => texts::lacks_many(lang, lang.count(count, Thing::Comune), lacking.of),
    };
    match lacking.partial.filter(|_| with_partial) {
        Some(partial) if caption.kind == Kind::Count => {
            texts::lacks_sum(lang, lacks, value_text(lang, caption, Ok(partial)))
        }
        Some(partial) => texts::lacks_value(lang, lacks, value_text(lang, caption, Ok(partial))),
        None => lacks,
    }
}

/// Of a table, the units of which some Comuni have no value, and which.
pub(crate) fn lacking_notes(lang: Lang, caption: Caption<'_>, table: &Table) -> Option<String> {
    /// Told one by one.
    const MOST_NAMED: usize = 6;
    let is_shown = table.method == Method::Partial;
    let open: Vec<(&Row, &Lacking)> =
        table.rows.iter().filter_map(|row| Some((row, row.lacking.as_ref()?))).collect();
    let one = |(row, lacking): &(&Row, &Lacking)| {
        texts::lacks_of(lang, &row.name, lacking_text(lang, caption, lacking, is_shown))
    };
    let mut told: Vec<String> = open.iter().take(MOST_NAMED).map(one).collect();
    if open.len() > MOST_NAMED {
        told.push(texts::withheld_more(lang, open.len() - MOST_NAMED));
    }
    (!told.is_empty()).then(|| texts::lacks_in(lang, told.join("; ")))
}

/// Whose value this is: the name of the territory or, if others of `all` have it exactly, how many do. Those that only print the
/// same digits are told apart from it.
pub fn owner(
    lang: Lang,
    decimals: usize,
    name: &str,
    value: f64,
    all: impl IntoIterator<Item = f64>,
) -> String {
    let holders = Holders::of(decimals, value, all);
    let exactly = match holders.exactly {
        0 | 1 => name.to_owned(),
        several => lang.count(several, Thing::Territory),
    };
    match holders.rounded {
        0 => exactly,
        1 => texts::owner_and_rounded_one(lang, exactly),
        more => texts::owner_and_rounded(lang, exactly, more),
    }
}

/// "al 1/1/2023", "on 1 January 2023".
pub fn date_phrase(lang: Lang, date: Date) -> String {
    on(lang, &i18n::date(lang, date))
}

/// The same for a day of any year: "al 31 dicembre", "on 31 December".
pub fn day_phrase(lang: Lang, date: Date) -> String {
    on(lang, &i18n::day_of_year(lang, date))
}

fn on(lang: Lang, written: &str) -> String {
    match lang {
        Lang::It => italian::date(Some(Preposition::A), written),
        Lang::En => format!("on {written}"),
    }
}

/// "al 31/12/2019", or "nell'anno 2018" for a whole year.
pub fn reference_phrase(lang: Lang, reference: Reference) -> String {
    match reference {
        Reference::Date(date) => date_phrase(lang, date),
        Reference::Year(year) => texts::in_whole_year(lang, year),
        Reference::TaxYear(year) => texts::in_tax_year(lang, year),
        Reference::Years(first, last) => texts::in_whole_years(lang, first, last),
    }
}

/// The same where it stands alone and in full: "31 dicembre 2019", "anno 2018", "anno d'imposta 2018".
pub(crate) fn reference_in_full(lang: Lang, reference: Reference) -> String {
    match reference {
        Reference::Date(date) => i18n::date_in_full(lang, date),
        Reference::Year(year) => texts::year_alone(lang, year),
        other => reference_name(lang, other),
    }
}

/// The same where it stands alone: "31/12/2019", "2018", "anno d'imposta 2018".
pub fn reference_name(lang: Lang, reference: Reference) -> String {
    match reference {
        Reference::TaxYear(year) => texts::tax_year(lang, year),
        other => reference_label(lang, other),
    }
}

/// "dal 1/1/2019 al 1/1/2023", "dal 2016 al 2018", "dall'anno d'imposta 2007 al 2024".
pub fn span_text(lang: Lang, from: Reference, to: Reference) -> String {
    let [first, last] = [from, to].map(|at| reference_label(lang, at));
    match (from, to) {
        (Reference::TaxYear(_), Reference::TaxYear(_)) => texts::tax_years_span(lang, first, last),
        _ => texts::dates_span(lang, first, last),
    }
}

/// The span of several dates of an indicator, the phrase of a single one; of `usual` where there is none.
pub fn span_of(lang: Lang, caption: Caption<'_>, dates: &[Date], usual: Date) -> String {
    match dates {
        [first, .., last] => span_text(lang, caption.stated(*first), caption.stated(*last)),
        [] | [_] => reference_phrase(lang, caption.stated(usual)),
    }
}

/// As `reference_phrase`, without the preposition, where others stand beside it: "31/12/2019", "2018".
pub fn reference_label(lang: Lang, reference: Reference) -> String {
    match reference {
        Reference::Date(date) => i18n::date(lang, date),
        Reference::Year(year) | Reference::TaxYear(year) => year.to_string(),
        Reference::Years(first, last) => texts::years_label(lang, first, last),
    }
}

/// Whether an area is the heading of a row of a published table, which is no territory.
pub(crate) fn is_heading(atlas: &Atlas, code: &Code) -> bool {
    atlas.area(code).is_some_and(|area| area.kind == AreaKind::Heading)
}

/// The name of a territory, or of an area known only by published values.
pub(crate) fn name_of(atlas: &Atlas, code: &Code) -> Result<String, FigureError> {
    let ours = atlas.territories.find(code);
    // An Ambito that a hypothesis changes is no longer the one that was published.
    if let Some(area) = atlas.area(code).filter(|area| area.unit.is_some() || ours.is_none()) {
        return Ok(area.name.clone());
    }
    let (level, unit) = ours.ok_or_else(|| FigureError::UnknownTerritory(code.clone()))?;
    Ok(atlas.territories.units(level)[unit].name.clone())
}

/// The name of a territory or an area where others are shown beside it, in labels and remarks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// Its name alone.
    Plain(String),
    /// Marked as a Comune, where Ambiti are shown beside it, because some share a name.
    Comune(String),
    /// Marked as an Ambito, where Comuni are shown beside it.
    Ambito(String),
    /// In a sentence, where no label beside it says of which level it is: "Ambito di Corsico".
    Told(Level, String),
    /// The ATS: there is only one, and its full name would take too much room.
    Ats,
}

impl Named {
    /// The name as text.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Plain(name) => name.clone(),
            Self::Comune(name) => texts::name_comune(lang, name),
            Self::Ambito(name) => texts::name_ambito(lang, name),
            Self::Told(level, name) => told_name(lang, Some(*level), name),
            Self::Ats => lang.level(Level::Ats).to_owned(),
        }
    }
}

/// "a", "a e b", "a, b e c".
pub fn listed(lang: Lang, parts: &[String]) -> String {
    match parts {
        [first @ .., last] if !first.is_empty() => texts::both(lang, first.join(", "), last),
        _ => parts.concat(),
    }
}

/// A class by the interval rule, as people say it: the first includes both its ends, the others only the upper one.
pub fn class_label(lang: Lang, intervals: &Intervals, decimals: usize, class: usize) -> String {
    let (lower, upper) = intervals.bounds(class);
    let number = |x| i18n::number(lang, x, decimals);
    match class {
        // "6,0" of 5.96 alone: from 6,0 to 6,0 there is nothing to say.
        0 if number(lower) == number(upper) => number(upper),
        _ if lower == upper => number(upper),
        0 => texts::class_first(lang, number(lower), number(upper)),
        _ => texts::class_above(lang, number(lower), number(upper)),
    }
}

/// The same label in signs, for a legend too narrow for words: "> 139,0 – 174,6".
pub(crate) fn class_in_signs(label: &str) -> String {
    for lang in Lang::ALL {
        let (lower, upper) = ("\u{1}", "\u{2}");
        for (pattern, sign) in
            [(texts::class_above(lang, lower, upper), "> "), (texts::class_first(lang, lower, upper), "")]
        {
            let Some((before, between)) =
                pattern.strip_suffix(upper).and_then(|pattern| pattern.split_once(lower))
            else {
                continue;
            };
            let ends = label.strip_prefix(before).and_then(|ends| ends.split_once(between));
            if let Some((lower, upper)) = ends {
                return format!("{sign}{lower} – {upper}");
            }
        }
    }
    label.to_owned()
}

/// The level and, where values are aggregated, the method: never one without the other. Groups may have a weighted mean, or no
/// value at all.
pub(crate) fn level_phrase_of(lang: Lang, caption: Caption<'_>, level: Level, method: Method) -> String {
    match method_said(lang, caption, level, method) {
        None => lang.level(level).to_owned(),
        Some(method) => format!("{} ({method})", lang.level(level)),
    }
}

/// The same for several indicators: where their values are not made alike, it is said how those of each are. What a source gives
/// at that level is not made.
pub fn level_phrase_of_all(lang: Lang, all: &[Caption<'_>], level: Level, method: Method) -> String {
    let made: Vec<(&str, Option<String>)> = all
        .iter()
        .map(|caption| (lang.pick(caption.short), method_said(lang, *caption, level, method)))
        .collect();
    let name = lang.level(level);
    match made.as_slice() {
        [(_, Some(first)), rest @ ..] if rest.iter().all(|(_, other)| other.as_ref() == Some(first)) => {
            format!("{name} ({first})")
        }
        _ => {
            let told = made.iter().filter_map(|(short, made)| Some(format!("{short}: {}", made.as_ref()?)));
            let told: Vec<String> = told.collect();
            if told.is_empty() { name.to_owned() } else { format!("{name} ({})", told.join("; ")) }
        }
    }
}

/// How the values of a level are computed; `None` where nothing is, because a Comune has its own value and some groups
/// have none.
pub(crate) fn method_said(lang: Lang, caption: Caption<'_>, level: Level, method: Method) -> Option<String> {
    let has_none = !caption.holds_for_groups && method.is_of_group();
    (level > caption.known_at && !has_none).then(|| method_of(lang, caption, method))
}

/// How the value of a group is computed: from the sums, or as a mean with the weight declared in the catalogue.
pub fn method_of(lang: Lang, caption: Caption<'_>, method: Method) -> String {
    match caption.weight.filter(|_| method.is_of_group()) {
        Some(weight) => {
            let weighted = texts::method_weighted(lang, lang.pick(weight));
            if method == Method::Partial { texts::method_partial_of(lang, weighted) } else { weighted }
        }
        // What a source gives by Ambito is added from there on.
        None if method == Method::Pooled && caption.known_at != Level::Comuni => {
            texts::method_total(lang, of_units(lang, caption.known_at))
        }
        None => lang.method(method).to_owned(),
    }
}

/// "degli Ambiti", "of the Ambiti".
pub(crate) fn of_units(lang: Lang, level: Level) -> String {
    match lang {
        Lang::It => italian::the_level(Preposition::Di, level),
        Lang::En => format!("of the {}", lang.level(level)),
    }
}

/// How the value of the ATS is made where those beside it are made otherwise, as means or extremes of their Comuni.
pub(crate) fn ats_made(lang: Lang, caption: Caption<'_>, level: Level, method: Method) -> Option<String> {
    made_by(lang, level, method).map(|_| method_of(lang, caption, Method::Pooled))
}

/// What must be known of an indicator at a level: the notes always shown with it, and why groups have no value.
pub fn notes(lang: Lang, caption: Caption<'_>, level: Option<Level>, method: Method) -> Vec<String> {
    let is_group = level.is_some_and(|level| level > caption.known_at);
    let no_sum = match caption.kind {
        Kind::Ordinal => Some(lang.text(texts::STEPS_NO_SUM)),
        Kind::Category => Some(lang.text(texts::CATEGORIES_NO_SUM)),
        _ => caption.why_not.map(|reason| lang.pick(reason)),
    };
    let asks = method.is_of_group() || !caption.kind.has_by(method);
    let no_sum = no_sum.filter(|_| is_group && !caption.holds_for_groups && asks);
    let note = caption.note.map(|note| lang.pick(note));
    let of_units = level.filter(|_| caption.known_at != Level::Comuni).and_then(|level| {
        let known = caption.known_at;
        let is_sum = caption.holds_for_groups && method.is_of_group();
        match level.cmp(&known) {
            std::cmp::Ordering::Less => Some(texts::known_only_at(lang, lang.one_of_level(known))),
            std::cmp::Ordering::Greater if is_sum => Some(match caption.weight {
                Some(_) => texts::known_weighted(lang, lang.one_of_level(known)),
                None => texts::known_summed(lang, lang.one_of_level(known)),
            }),
            _ => None,
        }
    });
    note.into_iter().chain(no_sum).map(str::to_owned).chain(of_units).collect()
}

/// What the values of the groups are weighted by, where several indicators share a heading.
pub(crate) fn weighted_note(
    lang: Lang,
    caption: Caption<'_>,
    level: Level,
    method: Method,
) -> Option<String> {
    let weight = caption.weight.filter(|_| level > caption.known_at && method.is_of_group())?;
    Some(texts::weighted_note(lang, lang.pick(caption.name), lang.pick(weight)))
}

/// The unit, followed by the method if it is not the group's own.
pub fn unit_made(lang: Lang, caption: Caption<'_>, level: Level, method: Method) -> String {
    let unit = lang.pick(caption.unit);
    match made_of(lang, caption, level, method) {
        Some(method) => texts::table_made(lang, unit, method),
        None => unit.to_owned(),
    }
}

/// The method, if the value of a group is not computed from its sums.
pub(crate) fn made_of(lang: Lang, caption: Caption<'_>, level: Level, method: Method) -> Option<String> {
    let is_said = level > caption.known_at && (method != Method::Pooled || caption.weight.is_some());
    is_said.then(|| method_of(lang, caption, method))
}

/// The method, if it is not the group's own: such a number is never shown without it.
pub fn made_by(lang: Lang, level: Level, method: Method) -> Option<&'static str> {
    (method != Method::Pooled && level != Level::Comuni).then(|| lang.method(method))
}

impl FigureError {
    /// The message in the reader's language.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Atlas(error) => lang.atlas_error(error),
            Self::Classes(error) => lang.classify_error(*error),
            Self::Kind(error) => error.text(lang),
            Self::NotAllowed(error) => error.text(lang),
            Self::UnknownPalette(id) => {
                let all: Vec<&str> = PALETTES.iter().map(|palette| palette.id).collect();
                texts::cli_unknown_palette(lang, id, all.join(", "))
            }
            Self::UnknownTerritory(code) => texts::cause_no_territory(lang, code),
            Self::WhatIf(error) => lang.what_if_error(error),
            Self::FrameOutside => lang.text(texts::FRAME_OUTSIDE).to_owned(),
            Self::NoRoom => lang.text(texts::CAUSE_NO_ROOM).to_owned(),
            Self::Logo => lang.text(texts::LOGO_DAMAGED).to_owned(),
            Self::NoElements(most) => texts::no_elements(lang, most),
            Self::OutOfBounds(beyond) => beyond.text(lang),
        }
    }
}

impl KindError {
    /// The message in the reader's language, with what to do.
    pub fn text(&self, lang: Lang) -> String {
        lang.text(match self {
            Self::SameIndicator => texts::KIND_SAME_INDICATOR,
            Self::DatesOutOfOrder => texts::KIND_DATES,
            Self::SchemeOfTwo => texts::KIND_SCHEME,
            Self::TwoAsSymbols => texts::KIND_SYMBOLS,
            Self::NoAtsAsPublished => texts::KIND_NO_ATS,
            Self::IndexOfSigned => texts::KIND_INDEX_OF_SIGNED,
            Self::Segregation(error) => return lang.segregation_error(*error).to_owned(),
            Self::NotContinued(name, error) => {
                return texts::not_continued(lang, lang.pick(name), lang.series_error(*error));
            }
            Self::NoFuture(None) => texts::FUTURE_NO_PAIR,
            Self::NoFuture(Some(error)) => return lang.future_error(error),
            Self::ComparedAsSymbols => texts::KIND_COMPARED_SYMBOLS,
            Self::NoCounts { indicator, why } => return lang.no_counts(lang.pick(indicator), *why),
            Self::NoBenchmark { indicator, benchmark } => {
                return lang.no_benchmark(lang.pick(indicator), *benchmark);
            }
            Self::Unequal(error) => return lang.inequality_error(*error),
            Self::ManyGroups { k, most } => return texts::map_many_groups(lang, k, most),
            Self::NoParts(name) => return texts::notice_no_parts(lang, lang.pick(name)),
            Self::NoQuantity(name) => return texts::notice_no_quantity(lang, lang.pick(name)),
            Self::Refused { names, refused } => {
                let names: Vec<String> = names.iter().map(|name| lang.pick(name).to_owned()).collect();
                return lang.refused(*refused, &names, &[]);
            }
            Self::NotBivariate(id) => {
                let all: Vec<&str> = crate::figure::map::kinds::two::bivariate::BIVARIATES
                    .iter()
                    .map(|palette| palette.id)
                    .collect();
                return texts::kind_palette(lang, id, all.join(", "));
            }
        })
        .to_owned()
    }
}

/// The date of a value, or the two dates of a difference: "variazione dal 1/1/2022 al 1/1/2023".
pub(crate) fn change_phrase(lang: Lang, from: Option<Reference>, at: Reference) -> String {
    let Some(from) = from else { return reference_phrase(lang, at) };
    texts::change_between(lang, span_text(lang, from, at))
}

/// What the rows of a table as published are: a level, what its source calls them, or areas of several kinds.
pub(crate) fn published_rows(lang: Lang, level: Option<Level>, rows: Option<&Bilingual>) -> &str {
    match (level, rows) {
        (Some(level), _) => lang.level(level),
        (None, Some(rows)) => lang.pick(rows),
        (None, None) => lang.text(texts::LISTED_AREAS),
    }
}

/// What is listed of a table as published: "ATS (come pubblicato)".
pub(crate) fn published_phrase(lang: Lang, level: Option<Level>, rows: Option<&Bilingual>) -> String {
    let what = published_rows(lang, level, rows);
    format!("{what} ({})", lang.text(texts::AS_PUBLISHED))
}

/// That euros of several years are each worth what they were then; nothing of what is no money.
pub(crate) fn current_euros(lang: Lang, caption: Caption<'_>) -> Option<String> {
    // A threshold in euros is worth what they were as well: "reddito fino a 10.000 euro".
    let is_money = lang.suffix(caption.suffix).contains('€') || caption.name.it.contains(" euro");
    is_money.then(|| lang.text(texts::READ_CURRENT_EUROS).to_owned())
}

/// The unit of a difference.
pub(crate) fn change_unit(lang: Lang, caption: Caption<'_>) -> String {
    let unit = lang.pick(caption.unit);
    let is_difference = i18n::folded(unit).starts_with(&i18n::folded(lang.text(texts::UNIT_BALANCE)));
    match in_points(caption) {
        true => texts::unit_points(lang, unit.trim_start_matches('%').trim_start()),
        // A unit that already is a difference is not marked as one again.
        false if is_difference => unit.to_owned(),
        false => texts::unit_difference(lang, unit),
    }
}

/// Whether it is a percentage, whose differences are in percentage points.
pub fn in_points(caption: Caption<'_>) -> bool {
    matches!(caption.suffix, Suffix::Common(suffix) if suffix.trim() == "%")
}

/// A difference with its sign, or the reason why it is missing.
pub fn change_text<'a>(lang: Lang, caption: impl Into<Caption<'a>>, value: Value) -> String {
    let caption = caption.into();
    let Ok(x) = value else { return value_text(lang, caption, value) };
    // A non-zero change is not written as zero.
    let number = i18n::signed_number(lang, x, apart(caption.decimals, &[x]));
    match in_points(caption) {
        true => format!("{number} {}", lang.text(texts::SUFFIX_POINTS)),
        false => format!("{number}{}", lang.suffix(caption.suffix)),
    }
}

/// As [`class_label`], with the signs of differences.
pub(crate) fn change_class(lang: Lang, intervals: &Intervals, decimals: usize, class: usize) -> String {
    let (lower, upper) = intervals.bounds(class);
    let number = |x| i18n::signed_number(lang, x, decimals);
    match class {
        0 if number(lower) == number(upper) => number(upper),
        _ if lower == upper => number(upper),
        0 => texts::class_first(lang, number(lower), number(upper)),
        _ => texts::class_above(lang, number(lower), number(upper)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::classes::{Scheme, classify};

    #[test]
    fn the_legend_prints_the_rule_of_intervals_as_it_is() {
        let classes = classify(&[1.0, 2.0, 3.0, 4.5], Scheme::Manual, 0, &[2.0, 3.0, 4.5]).unwrap();
        let label = |i| class_label(Lang::It, &classes.intervals, 1, i);
        assert_eq!(
            [label(0), label(1), label(2)],
            ["da 1,0 a 2,0", "oltre 2,0 fino a 3,0", "oltre 3,0 fino a 4,5"]
        );
        assert_eq!([label(0), label(1)].map(|label| class_in_signs(&label)), ["1,0 – 2,0", "> 2,0 – 3,0"]);
        assert_eq!(class_in_signs("over 1.0 up to 2.0"), "> 1.0 – 2.0");
        assert_eq!(class_in_signs("dato mancante"), "dato mancante");
        let constant = classify(&[7.0, 7.0], Scheme::Quantile, 4, &[]).unwrap();
        assert_eq!(class_label(Lang::En, &constant.intervals, 0, 0), "7");
    }
}
