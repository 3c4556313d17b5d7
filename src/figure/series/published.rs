//! Lines of published values: those of an indicator as published, and those of benchmark areas of a computed one.

use crate::base::Code;
use crate::data::{Area, Atlas, PublishedIndicator, PublishedRow, Quality, Reference, Value};
use crate::document::SeriesSpec;

use super::against::Against;
use super::numbers::{AS_SELECTED, LineRole, MOST_SELECTED, Observed};
use crate::figure::FigureError;
use crate::figure::wording::name_of;
use crate::i18n::Lang;

/// Lines of published values, and the names of requested areas that were not found.
#[derive(Default)]
pub struct Published {
    pub lines: Vec<Observed>,
    pub unlisted: Vec<String>,
    /// Names of areas that would have been compared with, and have another base.
    pub other_base: Vec<String>,
    /// Names of selected areas with another base than the first of them.
    pub mixed_bases: Vec<String>,
}

/// One area of a table with its values in chronological order.
struct Printing<'a> {
    area: &'a Area,
    values: Vec<(Reference, Value, Quality)>,
    /// Whether they do not compare with those of other tables.
    is_apart: bool,
    /// The last year that does not compare with the later ones.
    parts_after: Option<i16>,
}

/// The lines of an indicator as published.
pub fn lines(
    spec: &SeriesSpec,
    atlas: &Atlas,
    published: &PublishedIndicator,
) -> Result<Published, FigureError> {
    let lang = spec.lang;
    let printings = by_area(atlas.published_values(&published.id)?);
    let mut unlisted = Vec::new();
    let mut found = |codes: &[Code]| -> Result<Vec<usize>, FigureError> {
        let mut places = Vec::new();
        for code in codes {
            match printings.iter().position(|printing| printing.area.code == *code) {
                Some(place) if places.contains(&place) => {}
                Some(place) => places.push(place),
                None => unlisted.push(name_of(atlas, code)?),
            }
        }
        Ok(places)
    };
    let mut selected = found(&spec.selected)?;
    let against = Against::of(spec, atlas);
    let mut benchmarks = found(&against.areas)?;
    benchmarks.retain(|place| !selected.contains(place));
    let kind = atlas.listed_kind(&published.id);
    let is_context = |area: &Area| match spec.level {
        Some(level) => area.kind.level() == Some(level),
        None => selected.is_empty() && kind.is_none_or(|kind| area.kind == kind),
    };
    let mut context: Vec<usize> = (0..printings.len()).filter(|&i| is_context(printings[i].area)).collect();
    context.retain(|place| !selected.contains(place) && !benchmarks.contains(place));
    let of_level = |area: &Area| area.unit.as_ref().is_some_and(|(level, _)| against.levels.contains(level));
    let mut ours: Vec<usize> = (0..printings.len()).filter(|&i| of_level(printings[i].area)).collect();
    ours.retain(|i| ![&selected, &benchmarks, &context].iter().any(|known| known.contains(i)));
    benchmarks.splice(0..0, ours);
    if selected.is_empty() && context.len() <= AS_SELECTED {
        selected = std::mem::take(&mut context);
    }
    if selected.len() > MOST_SELECTED {
        context.append(&mut selected);
    }
    let name = |place: &usize| lang.area(&printings[*place].area.name).to_owned();
    let first = selected.first().or(context.first()).map(|place| printings[*place].is_apart);
    let is_other = |place: &usize| first.is_some_and(|first| printings[*place].is_apart != first);
    let other_base = benchmarks.iter().filter(|place| is_other(place)).map(name).collect();
    let mixed_bases = selected.iter().filter(|place| is_other(place)).map(name).collect();
    benchmarks.retain(|place| !is_other(place));
    let mut lines = Vec::new();
    for (role, places) in
        [(LineRole::Context, context), (LineRole::Benchmark, benchmarks), (LineRole::Selected, selected)]
    {
        lines.extend(places.into_iter().map(|i| observed(lang, &printings[i], role, &published.id)));
    }
    Ok(Published { lines, unlisted, other_base, mixed_bases })
}

/// The lines of the benchmark areas of a computed indicator.
pub fn beside(spec: &SeriesSpec, atlas: &Atlas) -> Result<Published, FigureError> {
    let mut found = Published::default();
    for code in &Against::of(spec, atlas).areas {
        let name = name_of(atlas, code)?;
        let before = found.lines.len();
        for (published, mut rows) in atlas.benchmarks(&spec.indicator) {
            rows.retain(|row| row.area.code == *code);
            let lines = by_area(rows);
            found
                .lines
                .extend(lines.iter().map(|p| observed(spec.lang, p, LineRole::Benchmark, &published.id)));
        }
        if found.lines.len() == before {
            found.unlisted.push(name);
        }
    }
    Ok(found)
}

fn observed(lang: Lang, printing: &Printing<'_>, role: LineRole, published: &str) -> Observed {
    let Printing { area, values, parts_after, .. } = printing;
    Observed {
        code: area.code.clone(),
        name: lang.area(&area.name).to_owned(),
        level: area.kind.level(),
        role,
        published: Some(published.to_owned()),
        values: values.iter().map(|(at, value, _)| (*at, *value)).collect(),
        qualities: values.iter().map(|(_, _, quality)| *quality).collect(),
        bounds: vec![None; values.len()],
        parts_after: *parts_after,
    }
}

/// Groups rows by area, keeping the order of areas and of time.
fn by_area(rows: Vec<PublishedRow<'_>>) -> Vec<Printing<'_>> {
    let mut printings: Vec<Printing<'_>> = Vec::new();
    for row in rows {
        let value = (row.reference, row.value, row.quality);
        match printings.last_mut() {
            Some(printing) if printing.area.code == row.area.code => {
                printing.values.push(value);
                printing.is_apart |= row.is_apart;
                printing.parts_after = printing.parts_after.max(row.parts_after);
            }
            _ => {
                let PublishedRow { area, is_apart, parts_after, .. } = row;
                printings.push(Printing { area, values: vec![value], is_apart, parts_after });
            }
        }
    }
    printings
}
