//! The texts on the page of a table, cell by cell: territories down and columns across or, when turned, indicators
//! down and territories across.

use crate::base::{Code, Date, Rgb};
use crate::data::{Atlas, Caption, Detail, Graded, Quality, Reference};
use crate::document::{TableColumn, TableSpec};
use crate::figure::page::style;
use crate::figure::quality;
use crate::figure::wording::{change_phrase, day_phrase};
use crate::i18n::{Lang, texts};
use crate::scene::{Datum, Weight};

use super::after::after;
use super::model::{Column, TableModel, TableRow};
use super::sparks::Spark;
use super::steps::{StepColumn, step_columns};
use super::words::{Head, cell, detailed, head_of, marked_cell, rows_of, shared_ending};

/// A table as text.
#[derive(Clone, Debug)]
pub struct Grid {
    /// The text above the names of the lines.
    pub corner: String,
    /// The header of each column, in three parts; the first is the most prominent.
    pub heads: Vec<[String; 3]>,
    /// From the top; the last ones are below a rule of their own.
    pub lines: Vec<Line>,
    /// How many lines come after the rule.
    pub after: usize,
    /// Whether some columns count who lives in a step, which a turned table has no room for.
    pub has_steps: bool,
    /// What stands before the decimals of a number.
    pub decimal_mark: char,
}

#[derive(Clone, Debug)]
pub struct Line {
    pub name: String,
    /// The style of the name.
    pub weight: Weight,
    pub cells: Vec<Written>,
}

#[derive(Clone, Debug)]
pub struct Written {
    pub text: String,
    /// The colour of the name.
    pub ink: Rgb,
    /// The background colour and what it stands for.
    pub heat: Option<(Rgb, Datum)>,
    /// Where its bar begins and ends in the room for bars of its column, and what it stands for.
    pub bar: Option<([f64; 2], Datum)>,
    /// The course of its row up to its date.
    pub spark: Spark,
}

impl Written {
    fn plain(text: String) -> Self {
        Self { text, ink: style::INK, heat: None, bar: None, spark: Spark::new() }
    }
}

impl Grid {
    /// Territories down, columns across.
    pub(crate) fn upright(spec: &TableSpec, model: &TableModel, atlas: &Atlas) -> Self {
        let lang = spec.lang;
        let heads = model.columns.iter().filter_map(|column| head_of(spec, column, atlas));
        let heads = heads.map(|head| {
            let name = name(spec, model, atlas, &head);
            [name, beside_date(lang, head.unit, &head.when), head.when]
        });
        // A group has no step of its own, but people who live in each.
        let steps = step_columns(spec, model, atlas);
        let of_step = |step: &StepColumn| [step.name.clone(), step.counted.clone(), step.when.clone()];
        let heads: Vec<[String; 3]> = heads
            .enumerate()
            .flat_map(|(i, head)| {
                let own = steps.iter().filter(move |step| step.of == i);
                std::iter::once(head).chain(own.map(of_step)).collect::<Vec<_>>()
            })
            .collect();
        let beside = |cells: Vec<Written>, code: Option<&Code>| {
            let own = |i: usize| steps.iter().filter(move |step| step.of == i);
            let counted = |step: &StepColumn| Written::plain(step.text(lang, code));
            let with = |(i, cell): (usize, Written)| {
                std::iter::once(cell).chain(own(i).map(counted)).collect::<Vec<_>>()
            };
            cells.into_iter().enumerate().flat_map(with).collect::<Vec<_>>()
        };
        let mut lines: Vec<Line> = Vec::new();
        for (at, row) in model.shown.iter().map(|&row| (row, &model.rows[row])) {
            let value = |column: usize| {
                let (value, quality) = row.graded(column);
                let detail = &row.details[column];
                let mut written =
                    cell_of(spec, model, atlas, column, ((value, quality), detail), marked_cell)?;
                if let (true, Some(heat)) = (spec.view.heat, model.heat(column, value)) {
                    let label = format!("{}: {}", row.name, written.text);
                    written.heat = Some((heat_colour(heat), Datum { code: row.code.to_string(), label }));
                }
                if let (true, Some(bar)) = (spec.view.has_bars(), model.bar(column, value)) {
                    let label = format!("{}: {}", row.name, written.text);
                    written.bar = Some((bar, Datum { code: row.code.to_string(), label }));
                } else if spec.view.has_trend() {
                    written.spark = model.columns[column].spark(at).to_vec();
                }
                Some(written)
            };
            let weight = if row.selected { Weight::SemiBold } else { Weight::Regular };
            let cells = beside((0..row.cells.len()).filter_map(value).collect(), Some(&row.code));
            lines.push(Line { name: row.name.clone(), weight, cells });
        }
        let after = after(spec, model, atlas);
        lines.extend(after.iter().enumerate().map(|(at, row)| {
            let mut cells: Vec<Written> =
                row.texts(lang, model, atlas).into_iter().map(Written::plain).collect();
            // Larger areas follow the rows; the lowest, mean and highest values have no course.
            if spec.view.has_trend() && row.code.is_some() {
                for (column, cell) in cells.iter_mut().enumerate() {
                    cell.spark = model.columns[column].spark(model.rows.len() + at).to_vec();
                }
            }
            Line {
                name: row.name.clone(),
                weight: if row.code.is_some() { Weight::SemiBold } else { Weight::Italic },
                cells: beside(cells, row.code.as_ref()),
            }
        }));
        let corner = rows_of(spec, atlas).map_or(lang.text(texts::TABLE_TERRITORY), |rows| lang.pick(rows));
        let has_steps = !steps.is_empty();
        let decimal_mark = lang.decimal_mark();
        Self { corner: corner.to_owned(), heads, lines, after: after.len(), has_steps, decimal_mark }
    }

    /// Indicators down, territories across, with one column per date for each: for many indicators of few
    /// territories.
    pub fn turned(spec: &TableSpec, model: &TableModel, atlas: &Atlas) -> Self {
        let lang = spec.lang;
        let after = after(spec, model, atlas);
        let shown = model.shown.iter().map(|&row| &model.rows[row]);
        let graded =
            |row: &TableRow| (0..row.cells.len()).map(|column| Some(row.graded(column))).collect::<Vec<_>>();
        let territories: Vec<Across<'_>> = shown
            .map(|row| (row.name.as_str(), graded(row), row.details.as_slice()))
            .chain(after.iter().map(|row| (row.name.as_str(), row.values.clone(), row.details.as_slice())))
            .collect();
        let times = Times::of(model, atlas);
        let mut indicators: Vec<(&TableColumn, Head)> = Vec::new();
        for (column, head) in model.columns.iter().map(|column| (&column.of, head_of(spec, column, atlas))) {
            let Some(head) = head else { continue };
            let same = |known: &(&TableColumn, Head)| {
                (&known.0.indicator, known.0.from.is_some()) == (&column.indicator, column.from.is_some())
            };
            if !indicators.iter().any(same) {
                indicators.push((column, head));
            }
        }
        let mut heads = Vec::new();
        for (name, ..) in &territories {
            heads.extend(times.labels(lang).map(|when| [(*name).to_owned(), String::new(), when]));
        }
        let line = |(of, head): &(&TableColumn, Head)| {
            let own = |column: &&TableColumn| {
                (&column.indicator, column.from.is_some()) == (&of.indicator, of.from.is_some())
            };
            let columns: Vec<Option<usize>> = times.columns(model, own);
            let cell = |values: &[Option<Graded>], details: &[Detail], column: Option<usize>| {
                // No head is a column's own here.
                let written = column.and_then(|i| {
                    let detail = details.get(i).cloned().unwrap_or_default();
                    cell_of(spec, model, atlas, i, ((*values.get(i)?)?, &detail), always_marked)
                });
                written.unwrap_or_else(|| Written::plain(String::new()))
            };
            let cells = territories
                .iter()
                .flat_map(|(_, values, details)| columns.iter().map(|&i| cell(values, details, i)));
            let name = name(spec, model, atlas, head);
            let day = times.day(of, atlas).map(|day| day_phrase(lang, day));
            // Some are named after their day.
            let day = day.filter(|day| !name.contains(day.as_str())).map(|day| format!(", {day}"));
            let name = format!("{name}{} [{}]", day.unwrap_or_default(), head.unit);
            Line { name, weight: Weight::Regular, cells: cells.collect() }
        };
        let lines = indicators.iter().map(line).collect();
        Self {
            corner: lang.text(texts::TABLE_INDICATOR).to_owned(),
            heads,
            lines,
            after: 0,
            has_steps: false,
            decimal_mark: lang.decimal_mark(),
        }
    }
}

/// A territory across a turned table: its name, its values and what else is known of them.
type Across<'a> = (&'a str, Vec<Option<Graded>>, &'a [Detail]);

/// The background of a cell by its position in its column, from `0.0` for the lowest quintile to `1.0` for the
/// highest: a single hue, because more is not worse, and pale enough for text.
pub fn heat_colour(heat: f64) -> Rgb {
    style::HEAT[0].mix(style::HEAT[1], heat)
}

/// The columns of a turned table: one per year if no indicator has two values in one year, so that whole years and
/// days of them share a column; else one per reference.
struct Times {
    by_year: bool,
    /// Earliest first; each with the exact reference of its values, if it is the same for all.
    keys: Vec<(Time, Option<Time>)>,
}

/// What a column refers to, and what its difference starts from.
type Time = (Reference, Option<Reference>);

impl Times {
    fn of(model: &TableModel, atlas: &Atlas) -> Self {
        let all: Vec<&TableColumn> = model.columns.iter().map(|column| &column.of).collect();
        let stated = |of: &TableColumn, at: Reference| {
            atlas.caption(&of.indicator).map_or(at, |caption| caption.stated(at))
        };
        let year = |of: &TableColumn| (of.indicator.clone(), of.at.year(), of.from.map(Reference::year));
        let mut years: Vec<_> = all.iter().map(|of| year(of)).collect();
        years.sort();
        years.dedup();
        let mut times = Self { by_year: years.len() == all.len(), keys: Vec::new() };
        for of in all {
            let (key, exact) = (times.key(of), (stated(of, of.at), of.from.map(|from| stated(of, from))));
            match times.keys.iter_mut().find(|(known, _)| *known == key) {
                Some((_, shared)) => *shared = shared.filter(|shared| *shared == exact),
                None => times.keys.push((key, Some(exact))),
            }
        }
        times.keys.sort();
        times
    }

    fn key(&self, of: &TableColumn) -> Time {
        let rounded = |at: Reference| if self.by_year { Reference::Year(at.year()) } else { at };
        (rounded(of.at), of.from.map(rounded))
    }

    fn labels(&self, lang: Lang) -> impl Iterator<Item = String> + '_ {
        let label = move |(key, shared): &(Time, Option<Time>)| {
            let (at, from) = shared.unwrap_or(*key);
            change_phrase(lang, from, at)
        };
        self.keys.iter().map(label)
    }

    /// For each of them, the column of an indicator that belongs there.
    fn columns(&self, model: &TableModel, own: impl Fn(&&TableColumn) -> bool) -> Vec<Option<usize>> {
        let at = |(key, _): &(Time, Option<Time>)| {
            let stands = |column: &Column| own(&&column.of) && self.key(&column.of) == *key;
            model.columns.iter().position(stands)
        };
        self.keys.iter().map(at).collect()
    }

    /// The day of an indicator, where the headers only state a year.
    fn day(&self, of: &TableColumn, atlas: &Atlas) -> Option<Date> {
        self.keys.iter().find(|(_, shared)| shared.is_none())?;
        atlas.caption(&of.indicator).map_or(of.at, |caption| caption.stated(of.at)).date()
    }
}

/// A unit above a date: "nati ogni 1.000 residenti, nell'anno" above "nell'anno 2025" would say the year twice.
fn beside_date(lang: Lang, unit: String, when: &str) -> String {
    let year = texts::in_whole_year(lang, "");
    let in_year = year.trim_end();
    match unit.strip_suffix(in_year).and_then(|unit| unit.strip_suffix(", ")) {
        Some(unit) if when.starts_with(in_year) => unit.to_owned(),
        _ => unit,
    }
}

/// The name of an indicator, without what the title already says of all. Beside computed ones it is marked as
/// published; for a complete published table the subtitle says so.
fn name(spec: &TableSpec, model: &TableModel, atlas: &Atlas, head: &Head) -> String {
    if !model.as_published {
        return head.marked();
    }
    let shared = shared_ending(spec, atlas).unwrap_or_default();
    head.name.strip_suffix(shared.as_str()).unwrap_or(&head.name).to_owned()
}

fn cell_of(
    spec: &TableSpec,
    model: &TableModel,
    atlas: &Atlas,
    column: usize,
    (graded, detail): (Graded, &Detail),
    write: impl Fn(Lang, &Column, Caption<'_>, Graded) -> String,
) -> Option<Written> {
    let column = &model.columns[column];
    let caption = column.caption(atlas).ok()?;
    let text = detailed(write(spec.lang, column, caption, graded), spec.lang, caption, graded.0, detail);
    let ink = if graded.0.is_ok() { style::INK } else { style::MUTED };
    Some(Written { ink, ..Written::plain(text) })
}

fn always_marked(lang: Lang, column: &Column, caption: Caption<'_>, (value, own): Graded) -> String {
    let own = if value.is_ok() { own } else { Quality::Final };
    quality::marked(lang, cell(lang, &column.of, caption, value), own)
}
