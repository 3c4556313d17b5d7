//! The texts of a table: headers, cells, subtitle, footer, alternative text.

use crate::base::{Date, Level};
use crate::data::{
    Absence, Atlas, Bilingual, Caption, Detail, Graded, PublishedIndicator, PublishedRow, Query, Reference,
    Scale, Value,
};
use crate::document::{SortBy, TableColumn, TableSpec};
use crate::figure::page::footer::{self, Credit, Footer, Source};
use crate::figure::reading::classes;
use crate::figure::remark::break_text;
use crate::figure::wording::{
    ats_made, between_short, change_phrase, change_text, change_unit, current_euros, hidden_in,
    lacking_notes, level_phrase_of, level_phrase_of_all, made_of, notes, published_phrase, reference_phrase,
    value_text,
};
use crate::figure::{precision, quality};
use crate::i18n::{self, Lang, texts};

use super::model::{Column, TableModel, TableRow};
use super::sparks::has_any;

/// The header of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Name of the indicator.
    pub name: String,
    pub unit: String,
    /// Date or year, or both of a difference.
    pub when: String,
    /// The mark "as published", if it applies.
    pub mark: Option<&'static str>,
}

impl Head {
    /// The name, marked if it is as published.
    pub fn marked(&self) -> String {
        self.mark.map_or_else(|| self.name.clone(), |mark| format!("{} ({mark})", self.name))
    }

    /// The header on one line.
    pub fn line(&self) -> String {
        format!("{}, {} [{}]", self.marked(), self.when, self.unit)
    }
}

/// The header of a column of the model: it says how its values were computed, and if none of them is final.
pub fn head_of(spec: &TableSpec, column: &Column, atlas: &Atlas) -> Option<Head> {
    let mut head = made_head(spec, &column.of, atlas)?;
    // "nati ogni 1.000 residenti, nell'anno" above "nell'anno 2025" would say it twice.
    let in_year = spec.lang.text(texts::UNIT_IN_YEAR);
    if let Some(bare) = head.unit.strip_suffix(in_year).filter(|_| column.of.from.is_none()) {
        head.unit = bare.to_owned();
    }
    head.when = quality::marked(spec.lang, head.when, column.quality.unwrap_or_default());
    Some(head)
}

/// The same on one line, with words in place of marks that a footer would have to explain.
pub(crate) fn line_of(spec: &TableSpec, column: &Column, atlas: &Atlas) -> Option<String> {
    let mut head = made_head(spec, &column.of, atlas)?;
    head.when = quality::in_words(spec.lang, head.when, column.quality.unwrap_or_default());
    Some(head.line())
}

/// The header of a column with the method in its unit.
fn made_head(spec: &TableSpec, column: &TableColumn, atlas: &Atlas) -> Option<Head> {
    let mut head = head(spec.lang, column, atlas)?;
    if let Some(method) = method(spec, column, atlas) {
        head.unit = texts::table_made(spec.lang, &head.unit, method);
    }
    Some(head)
}

/// How the values of a column were computed, if they are not pooled.
fn method(spec: &TableSpec, column: &TableColumn, atlas: &Atlas) -> Option<String> {
    let indicator = atlas.catalogue.get(&column.indicator)?;
    made_of(spec.lang, indicator.into(), spec.level, spec.method)
}

/// The header of a column; `None` for an unknown indicator.
pub fn head(lang: Lang, column: &TableColumn, atlas: &Atlas) -> Option<Head> {
    let caption = atlas.caption(&column.indicator).ok()?;
    let unit = match column.from {
        Some(_) => change_unit(lang, caption),
        None => lang.pick(caption.unit).to_owned(),
    };
    let when = change_phrase(lang, column.from.map(|from| caption.stated(from)), caption.stated(column.at));
    let mark = caption.as_published.then(|| lang.text(texts::AS_PUBLISHED));
    Some(Head { name: lang.pick(caption.name).to_owned(), unit, when, mark })
}

/// The text of a cell: a number with the decimals of the column, or a mark for the reason why it is missing.
pub fn cell(lang: Lang, column: &TableColumn, caption: Caption<'_>, value: Value) -> String {
    match (value, column.from) {
        (Ok(x), None) if caption.kind.scale() == Scale::Names => value_text(lang, caption, Ok(x)),
        (Ok(x), None) => i18n::number(lang, x, caption.decimals),
        (Ok(x), Some(_)) => i18n::signed_number(lang, x, precision::apart(caption.decimals, &[x])),
        (Err(reason), _) => mark(lang, reason).to_owned(),
    }
}

/// The same with its mark, unless the header has it.
pub fn marked_cell(lang: Lang, column: &Column, caption: Caption<'_>, (value, quality): Graded) -> String {
    let text = cell(lang, &column.of, caption, value);
    match column.quality {
        None if value.is_ok() => quality::marked(lang, text, quality),
        _ => text,
    }
}

/// The same with what else is known of it: between what an absent value lies, and a star where there is a note.
pub fn detailed(text: String, lang: Lang, caption: Caption<'_>, value: Value, detail: &Detail) -> String {
    let text = match detail.bounds.filter(|_| value.is_err()) {
        Some(ends) => format!("{text} {}", between_short(lang, caption, ends)),
        None => text,
    };
    if detail.note.is_some() { format!("{text}*") } else { text }
}

/// The same for reading aloud, with the suffix of the number.
pub fn spoken(lang: Lang, column: &TableColumn, caption: Caption<'_>, value: Value) -> String {
    match column.from {
        Some(_) => change_text(lang, caption, value),
        None => value_text(lang, caption, value),
    }
}

/// The mark for a reason, short enough for a cell.
pub fn mark(lang: Lang, reason: Absence) -> &'static str {
    lang.text(match reason {
        Absence::Missing => texts::MARK_MISSING,
        Absence::Suppressed => texts::MARK_SUPPRESSED,
        Absence::NotApplicable => texts::MARK_NOT_APPLICABLE,
    })
}

/// The title typed, or the name of the only indicator, or a general title for several.
pub fn title(spec: &TableSpec, atlas: &Atlas) -> String {
    let mut ids: Vec<&str> = spec.columns.iter().map(|column| column.indicator.as_str()).collect();
    ids.dedup();
    let one = match ids[..] {
        [id] => atlas.caption(id).ok().map(|caption| spec.lang.pick(caption.name).to_owned()),
        _ => None,
    };
    let many = || {
        let shared = shared_ending(spec, atlas).unwrap_or_default();
        // Rows that are no territories are not called so.
        let title = if rows_of(spec, atlas).is_some() { texts::PUBLISHED_TABLE } else { texts::TABLE_TITLE };
        format!("{}{shared}", spec.lang.text(title))
    };
    // A complete published table has a name of its own.
    let as_printed = atlas.published_tables().into_iter().find(|table| {
        let columns = table.columns.iter().map(|(id, at)| (id.as_str(), *at));
        spec.columns.len() > 1 && columns.eq(spec.columns.iter().map(|own| (own.indicator.as_str(), own.at)))
    });
    let named =
        as_printed.map(|table| format!("{}{}", table.name, shared_ending(spec, atlas).unwrap_or_default()));
    spec.page.title.clone().or(one).or(named).unwrap_or_else(many)
}

/// The ending in parentheses that all names of several indicators as published share: " (Piano di Zona di Corsico)".
/// Stated once, it need not be repeated for each.
pub(crate) fn shared_ending(spec: &TableSpec, atlas: &Atlas) -> Option<String> {
    let mut endings = spec.columns.iter().map(|column| {
        let caption = atlas.caption(&column.indicator).ok().filter(|caption| caption.as_published)?;
        let name = spec.lang.pick(caption.name);
        name.ends_with(')').then(|| name.rfind(" (").map(|at| &name[at..]))?
    });
    let first = endings.next()??;
    let other = spec.columns.iter().any(|column| column.indicator != spec.columns[0].indicator);
    (other && endings.all(|ending| ending == Some(first))).then(|| first.to_owned())
}

/// What the rows are called, where they are no territories in any column.
pub fn rows_of<'a>(spec: &TableSpec, atlas: &'a Atlas) -> Option<&'a Bilingual> {
    let mut rows = spec.columns.iter().map(|column| atlas.caption(&column.indicator).ok()?.rows);
    let first = rows.next()??;
    rows.all(|other| other == Some(first)).then_some(first)
}

/// What the rows are, and how their values were made.
fn level(spec: &TableSpec, model: &TableModel, atlas: &Atlas) -> String {
    match model.as_published {
        true => published_phrase(spec.lang, model.level, rows_of(spec, atlas)),
        false => made_level(spec, atlas),
    }
}

/// The level with the method: that of the columns if they share one, since a weighted mean is not computed from sums.
fn made_level(spec: &TableSpec, atlas: &Atlas) -> String {
    let own = |column: &TableColumn| {
        let indicator = atlas.catalogue.get(&column.indicator)?;
        Some(level_phrase_of(spec.lang, indicator.into(), spec.level, spec.method))
    };
    let mut made: Vec<String> = spec.columns.iter().filter_map(own).collect();
    made.dedup();
    match made.as_slice() {
        [shared] => shared.clone(),
        _ => {
            let indicators = spec.columns.iter().filter_map(|column| atlas.catalogue.get(&column.indicator));
            let captions: Vec<Caption<'_>> = indicators.map(Into::into).collect();
            level_phrase_of_all(spec.lang, &captions, spec.level, spec.method)
        }
    }
}

/// Level, method, selection of rows and order.
pub fn subtitle(spec: &TableSpec, model: &TableModel, atlas: &Atlas) -> String {
    let (lang, view) = (spec.lang, &spec.view);
    let mut parts = vec![level(spec, model, atlas)];
    if view.only_selected && !model.has_only_totals(spec) {
        parts.push(lang.text(texts::TABLE_ONLY_SELECTED).to_lowercase());
    }
    let filter = view.filter.trim();
    if !filter.is_empty() {
        parts.push(texts::table_filtered(lang, filter));
    }
    let by = match view.sort.by {
        SortBy::Column(i) => spec.columns.get(i).and_then(|column| head(lang, column, atlas)),
        SortBy::Name => None,
    };
    // Categories have an order in the table, but none of them is higher than another.
    let is_names = match view.sort.by {
        SortBy::Column(i) => model.columns.get(i).is_some_and(|column| column.scale == Scale::Names),
        SortBy::Name => false,
    };
    parts.push(match (by, view.sort.descending) {
        (Some(head), _) if is_names => texts::table_by_class(lang, &head.name, &head.when),
        (Some(head), true) => texts::table_from_highest(lang, &head.name, &head.when),
        (Some(head), false) => texts::table_from_lowest(lang, &head.name, &head.when),
        (None, false) => lang.text(texts::TABLE_BY_NAME).to_owned(),
        (None, true) => lang.text(texts::TABLE_BY_NAME_BACK).to_owned(),
    });
    parts.join(", ")
}

/// The meaning of marks and colours on the page; a file of values has none of them.
pub fn keys(spec: &TableSpec, model: &TableModel) -> Vec<String> {
    let lang = spec.lang;
    let in_sight = |reason: &Absence| {
        let overall = model.overall_rows.iter().any(|overall| overall.cells.contains(&Err(*reason)));
        overall || (0..model.columns.len()).any(|column| model.absent(column, *reason) > 0)
    };
    let marks: Vec<String> = Absence::ALL
        .into_iter()
        .filter(in_sight)
        .map(|reason| format!("{} = {}", mark(lang, reason), lang.absence(reason)))
        .collect();
    let marks = (!marks.is_empty()).then(|| format!("{}.", marks.join("; ")));
    let heat = spec.view.heat.then(|| lang.text(texts::TABLE_HEAT_LINE).to_owned());
    let is_part = model.shown.len() < model.rows.len();
    let all = (spec.view.heat && is_part).then(|| lang.text(texts::TABLE_HEAT_ALL).to_owned());
    let bars = spec.view.has_bars().then(|| lang.text(texts::TABLE_BARS_LINE).to_owned());
    marks
        .into_iter()
        .chain(quality::key(lang, &model.qualities()))
        .chain(heat)
        .chain(all)
        .chain(bars)
        .collect()
}

/// What did not fit, the meaning of marks and colours, sources, what must be known, and the author.
pub fn footer(spec: &TableSpec, model: &TableModel, cut: Option<String>, atlas: &Atlas) -> Footer {
    let lang = spec.lang;
    let mut lines: Vec<String> = cut.into_iter().collect();
    lines.extend(keys(spec, model));
    lines.extend(model.breaks().into_iter().map(|found| break_text(lang, found)));
    lines.extend(overall_tables(spec, model, atlas));
    lines.extend(model.notes(spec, atlas).iter().map(|note| format!("* {}", note.text(lang))));
    if spec.view.summary && !model.columns.is_empty() {
        lines.push(lang.text(texts::TABLE_SUMMARY_LINE).to_owned());
    }
    if spec.view.has_trend() && has_any(model.columns.iter().map(Column::sparks)) {
        lines.push(lang.text(texts::TABLE_TREND_LINE).to_owned());
    }
    let mut datasets: Vec<String> =
        model.columns.iter().flat_map(|column| column.datasets.iter().cloned()).collect();
    datasets.sort();
    datasets.dedup();
    let captions = spec.columns.iter().filter_map(|column| atlas.caption(&column.indicator).ok());
    let notes = captions.flat_map(|caption| notes(lang, caption, Some(spec.level), spec.method));
    let dates: Vec<Date> = times(spec.columns.iter()).into_iter().filter_map(Reference::date).collect();
    let euros = compared_euros(spec, atlas);
    for line in notes.chain(euros).chain(footer::remarks(lang, atlas, &datasets, &dates)) {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    if spec.level != Level::Comuni {
        for column in spec.columns.iter().filter(|column| column.from.is_none()) {
            let (Ok(caption), Some(date)) = (atlas.caption(&column.indicator), column.at.date()) else {
                continue;
            };
            let query =
                Query { indicator: column.indicator.clone(), date, level: spec.level, method: spec.method };
            let Ok(table) = atlas.compute(&query) else { continue };
            lines.extend(hidden_in(lang, &table.rows).filter(|note| !lines.contains(note)));
            let note = lacking_notes(lang, caption, &table);
            let named = note.map(|note| match spec.columns.len() {
                1 => note,
                _ => format!("{}. {note}", lang.pick(caption.short)),
            });
            lines.extend(named.filter(|note| !lines.contains(note)));
        }
    }
    let credits = vec![Credit::Program];
    Footer { sources: sources(spec, atlas), remarks: lines, credits }
}

/// That amounts of several dates are compared, where they are.
fn compared_euros(spec: &TableSpec, atlas: &Atlas) -> Option<String> {
    let compares = |column: &&TableColumn| {
        let again = |other: &TableColumn| other.indicator == column.indicator && other.at != column.at;
        column.from.is_some() || spec.columns.iter().any(again)
    };
    let captions =
        spec.columns.iter().filter(compares).filter_map(|column| atlas.caption(&column.indicator).ok());
    captions.filter_map(|caption| current_euros(spec.lang, caption)).next()
}

/// Says which of the values are not final, date by date; an indicator is named where others of that date are final.
pub fn not_final(spec: &TableSpec, model: &TableModel, atlas: &Atlas) -> Vec<String> {
    let lang = spec.lang;
    let ends = || model.columns.iter().flat_map(|column| column.ends.iter().map(move |end| (column, end)));
    let sentences = |name: Option<&str>, column: &Column, (at, values): &(Reference, Vec<Graded>)| {
        let shown = model.shown.iter().map(|&row| values[row]);
        let at = column.caption(atlas).map_or(*at, |caption| caption.stated(*at));
        quality::sentences(lang, name, at, shown)
    };
    let mut all = Vec::new();
    for (column, end) in ends() {
        let plain = sentences(None, column, end);
        let of_date = ends().filter(|(_, other)| other.0 == end.0);
        let alike = of_date.into_iter().all(|(column, other)| sentences(None, column, other) == plain);
        let name = column.caption(atlas).ok().map(|caption| lang.pick(caption.name));
        for sentence in sentences(name.filter(|_| !alike), column, end) {
            if !all.contains(&sentence) {
                all.push(sentence);
            }
        }
    }
    all
}

/// Says which overall values come from another published table than the rows.
pub(crate) fn overall_tables(spec: &TableSpec, model: &TableModel, atlas: &Atlas) -> Vec<String> {
    let lang = spec.lang;
    let mut sentences = Vec::new();
    for column in &model.columns {
        let Ok(caption) = column.caption(atlas) else { continue };
        for (overall, table) in model.overall_rows.iter().zip(&column.overall_tables) {
            let Some(table) = table else { continue };
            let sentence = texts::table_whole_from(lang, &overall.name, lang.pick(caption.name), table);
            if !sentences.contains(&sentence) {
                sentences.push(sentence);
            }
        }
    }
    sentences
}

/// One line for each source, with the dates of what comes from it.
fn sources(spec: &TableSpec, atlas: &Atlas) -> Vec<Source> {
    let lang = spec.lang;
    let mut by_source: Vec<(Caption<'_>, Vec<&TableColumn>)> = Vec::new();
    for column in &spec.columns {
        let Ok(caption) = atlas.caption(&column.indicator) else { continue };
        let same = |known: &&mut (Caption<'_>, Vec<&TableColumn>)| {
            (known.0.source, known.0.licence) == (caption.source, caption.licence)
        };
        match by_source.iter_mut().find(same) {
            Some((_, columns)) => columns.push(column),
            None => by_source.push((caption, vec![column])),
        }
    }
    let line = |(caption, columns): (Caption<'_>, Vec<&TableColumn>)| {
        let phrases: Vec<String> = times(columns.into_iter())
            .into_iter()
            .map(|at| reference_phrase(lang, caption.stated(at)))
            .collect();
        footer::source(lang, caption, &phrases.join(", "))
    };
    let mut sources: Vec<Source> = by_source.into_iter().map(line).collect();
    for sentences in spec.columns.iter().flat_map(|column| beside(lang, column, atlas)).map(Source::Prepared)
    {
        if !sources.contains(&sentences) {
            sources.push(sentences);
        }
    }
    sources
}

/// Whose published values are in the overall rows of a computed column.
fn beside(lang: Lang, column: &TableColumn, atlas: &Atlas) -> Vec<String> {
    let sentences = |(published, rows): (&PublishedIndicator, Vec<PublishedRow<'_>>)| {
        let rows = rows.iter().filter(|row| row.reference == column.at && row.area.kind.level().is_none());
        let names: Vec<&str> = rows.map(|row| row.area.name.as_str()).collect();
        let (source, licence) = (lang.pick(&published.source), lang.licence(&published.licence));
        (!names.is_empty()).then(|| texts::series_beside(lang, names.join(", "), source, licence))
    };
    atlas.benchmarks(&column.indicator).into_iter().filter_map(sentences).collect()
}

/// The references of columns, ascending.
fn times<'a>(columns: impl Iterator<Item = &'a TableColumn>) -> Vec<Reference> {
    let mut times: Vec<Reference> =
        columns.flat_map(|column| column.from.into_iter().chain([column.at])).collect();
    times.sort();
    times.dedup();
    times
}

/// The alternative text: what the table contains, and for each column its extremes and the overall values.
pub fn alternative(spec: &TableSpec, model: &TableModel, atlas: &Atlas) -> String {
    const MOST_NAMED: usize = 6;
    let lang = spec.lang;
    let counts = [model.shown.len(), model.columns.len()].map(|count| count.to_string());
    let level = level(spec, model, atlas);
    let mut sentences = vec![texts::alt_table(lang, &level, &counts[0], &counts[1])];
    for (i, (column, summary)) in model.columns.iter().zip(&model.summaries).take(MOST_NAMED).enumerate() {
        let (Some(line), Ok(caption)) = (line_of(spec, column, atlas), column.caption(atlas)) else {
            continue;
        };
        let text = |value| cell(lang, &column.of, caption, value);
        let overall =
            |row: &TableRow| format!("; {} {}", overall_name(spec, model, row, atlas), text(row.cells[i]));
        let overall_rows: String = model.overall_rows.iter().map(overall).collect();
        let values = model.values(i).filter_map(Result::ok);
        if let Some(counts) = classes::counts(lang, caption, spec.level, values) {
            sentences.push(texts::alt_table_classes(lang, &line, counts));
            continue;
        }
        sentences.push(match summary {
            Some(summary) if summary.min == summary.max => {
                texts::alt_table_one(lang, &line, text(Ok(summary.min)), &overall_rows)
            }
            Some(summary) => texts::alt_table_column(
                lang,
                &line,
                text(Ok(summary.min)),
                text(Ok(summary.max)),
                &overall_rows,
            ),
            None => texts::alt_table_nothing(lang, &line),
        });
    }
    sentences.extend(model.remarks(spec, atlas).into_iter().map(|remark| remark.sentence(lang)));
    sentences.join(" ")
}

/// The name of an overall row: ours is "the ATS", which needs no name among its own parts.
///
/// How the ATS is made beside means or extremes; of columns that differ, that it is as a whole.
pub(super) fn ats_of(spec: &TableSpec, atlas: &Atlas) -> Option<String> {
    let indicators = spec.columns.iter().filter_map(|column| atlas.catalogue.get(&column.indicator));
    let mut made: Vec<String> =
        indicators.filter_map(|own| ats_made(spec.lang, own.into(), spec.level, spec.method)).collect();
    made.dedup();
    match made.len() {
        0 | 1 => made.pop(),
        _ => Some(spec.lang.text(texts::METHOD_WHOLE).to_owned()),
    }
}

/// Among means or extremes it says that its value is neither.
pub fn overall_name(spec: &TableSpec, model: &TableModel, overall: &TableRow, atlas: &Atlas) -> String {
    let lang = spec.lang;
    let is_ours = atlas.territories.units(Level::Ats).iter().any(|ats| ats.code == overall.code);
    if !is_ours || model.as_published {
        return overall.name.clone();
    }
    let name = lang.level(Level::Ats);
    match ats_of(spec, atlas) {
        Some(made) => texts::table_whole_made(lang, name, made),
        None => name.to_owned(),
    }
}
