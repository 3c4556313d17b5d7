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
}

/// One area of a table with its values in chronological order.
type Printing<'a> = (&'a Area, Vec<(Reference, Value, Quality)>);

/// The lines of an indicator as published.
pub fn lines(
    spec: &SeriesSpec,
    atlas: &Atlas,
    published: &PublishedIndicator,
) -> Result<Published, FigureError> {
    let printings = by_area(atlas.published_values(&published.id)?);
    let mut unlisted = Vec::new();
    let mut found = |codes: &[Code]| -> Result<Vec<usize>, FigureError> {
        let mut places = Vec::new();
        for code in codes {
            match printings.iter().position(|(area, _)| area.code == *code) {
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
    let mut context: Vec<usize> = (0..printings.len()).filter(|&i| is_context(printings[i].0)).collect();
    context.retain(|place| !selected.contains(place) && !benchmarks.contains(place));
    let of_level = |area: &Area| area.unit.as_ref().is_some_and(|(level, _)| against.levels.contains(level));
    let mut ours: Vec<usize> = (0..printings.len()).filter(|&i| of_level(printings[i].0)).collect();
    ours.retain(|i| ![&selected, &benchmarks, &context].iter().any(|known| known.contains(i)));
    benchmarks.splice(0..0, ours);
    if selected.is_empty() && context.len() <= AS_SELECTED {
        selected = std::mem::take(&mut context);
    }
    if selected.len() > MOST_SELECTED {
        context.append(&mut selected);
    }
    let mut lines = Vec::new();
    for (role, places) in
        [(LineRole::Context, context), (LineRole::Benchmark, benchmarks), (LineRole::Selected, selected)]
    {
        lines.extend(places.into_iter().map(|i| observed(spec.lang, &printings[i], role, &published.id)));
    }
    Ok(Published { lines, unlisted })
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

fn observed(lang: Lang, (area, values): &Printing<'_>, role: LineRole, published: &str) -> Observed {
    Observed {
        code: area.code.clone(),
        name: lang.area(&area.name).to_owned(),
        level: area.kind.level(),
        role,
        published: Some(published.to_owned()),
        values: values.iter().map(|(at, value, _)| (*at, *value)).collect(),
        qualities: values.iter().map(|(_, _, quality)| *quality).collect(),
        bounds: vec![None; values.len()],
    }
}

/// Groups rows by area, keeping the order of areas and of time.
fn by_area(rows: Vec<PublishedRow<'_>>) -> Vec<Printing<'_>> {
    let mut printings: Vec<Printing<'_>> = Vec::new();
    for row in rows {
        match printings.last_mut() {
            Some((area, values)) if area.code == row.area.code => {
                values.push((row.reference, row.value, row.quality));
            }
            _ => printings.push((row.area, vec![(row.reference, row.value, row.quality)])),
        }
    }
    printings
}
