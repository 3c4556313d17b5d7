//! The map of values at one date.

use crate::base::{Date, Level};
use crate::data::{Atlas, Caption, Indicator, Kind as Counted, Scale, Table};
use crate::document::{MapSpec, Representation};
use crate::figure::FigureError;
use crate::figure::check::{Finding, Fix};
use crate::figure::hypothesis::changed;
use crate::figure::map::ground::Focus;
use crate::figure::map::model::Mapped;
use crate::figure::map::official::Official;
use crate::figure::map::{MapModel, Shown};
use crate::figure::reading::distribution::{self, Facts};
use crate::figure::reading::voice::{Voice, compares};
use crate::figure::remark::{Remark, Warned};
use crate::figure::view::Sources;
use crate::figure::withheld::Compared;
use crate::figure::wording::{lacking_notes, notes, withheld_notes};
use crate::i18n::texts;

use super::common;
use super::kind::Kind;

/// Values at one date: the table is all there is.
#[derive(Clone, Copy, Debug)]
pub struct Value;

impl Kind for Value {
    fn model(&self, spec: &MapSpec, sources: Sources<'_>) -> Result<Warned<MapModel>, FigureError> {
        values(spec, sources.atlas)
    }

    fn checks(&self, spec: &MapSpec, indicator: &Indicator) -> Vec<Finding> {
        let found = match (indicator.kind == Counted::Count, spec.representation) {
            (true, Representation::Choropleth) => (Remark::CountAsChoropleth, Fix::UseSymbols),
            (false, Representation::Symbols) => (Remark::CirclesOfRatio, Fix::UseAreas),
            _ => return Vec::new(),
        };
        vec![Finding::fixable(found.0, found.1)]
    }
}

/// The facts, with the overall value where the others can be compared with it.
fn facts<'a>(spec: &MapSpec, model: &'a MapModel, indicator: &Indicator, atlas: &Atlas) -> Facts<'a> {
    let overall = model.overall.filter(|_| compares(indicator));
    // As the legend has it.
    let overall_decimals = overall.map_or(0, |overall| model.overall_caption(indicator, overall).decimals);
    Facts { overall, overall_decimals, ..common::facts(spec, model, atlas) }
}

/// The map of values, which needs no shapes.
///
/// # Errors
/// See [`FigureError`].
pub fn values(spec: &MapSpec, atlas: &Atlas) -> Result<Warned<MapModel>, FigureError> {
    let table = Value.table(spec, atlas)?;
    let overall = common::overall(spec.query(), atlas)?;
    let official = Official::of(spec, atlas, |atlas| Value.table(spec, atlas))?;
    let mapped =
        Mapped { table, overall, official, at_dates: None, are_differences: false, remarks: Vec::new() };
    mapped.model(spec, Value, atlas)
}

/// The maps of values at several dates, whose classes are made once, of the values of all dates of the indicator.
///
/// # Errors
/// See [`FigureError`].
pub fn values_at_dates(
    spec: &MapSpec,
    dates: &[Date],
    atlas: &Atlas,
) -> Result<Vec<Warned<MapModel>>, FigureError> {
    let at = |date: Date| MapSpec { date, ..spec.clone() };
    if atlas.hypothesis().is_some() && spec.level == Level::Ambiti {
        // The classes are those of the official Ambiti, widened at each date.
        return dates.iter().map(|date| values(&at(*date), atlas)).collect();
    }
    let all = atlas.dates(atlas.indicator(&spec.indicator)?);
    let compute = |date: &Date| Value.table(&at(*date), atlas);
    let mut tables: Vec<Table> = all.iter().map(compute).collect::<Result<_, _>>()?;
    // Asked for at a date that it does not have, this fails as a map of that date does.
    for date in dates.iter().filter(|date| !all.contains(date)) {
        tables.push(compute(date)?);
    }
    let of = |date: Date| tables.iter().find(|table| table.date == date);
    let has_values = |date: &&Date| of(**date).is_some_and(|table| table.present().next().is_some());
    let Some(first) = dates.iter().find(has_values).or(dates.first()) else { return Ok(Vec::new()) };
    let Some(table) = of(*first).cloned() else { return Ok(Vec::new()) };
    let (spec, at_dates) = (at(*first), Some(tables.clone()));
    let mapped = Mapped {
        table,
        overall: None,
        official: None,
        at_dates,
        are_differences: false,
        remarks: Vec::new(),
    };
    let Warned { value: model, remarks } = mapped.model(&spec, Value, atlas)?;
    let tables = dates.iter().filter_map(|date| of(*date).cloned());
    let made = tables.map(|table| model.at_other_date(table, None));
    Ok(made.map(|value| Warned { value, remarks: remarks.clone() }).collect())
}

impl Shown for Value {
    fn tables<'a>(&'a self, model: &'a MapModel) -> Vec<&'a Table> {
        vec![&model.table]
    }

    fn notes(&self, spec: &MapSpec, model: &MapModel, indicator: &Indicator, _: &Atlas) -> Vec<String> {
        let mut sentences = notes(spec.lang, indicator.into(), Some(spec.level), spec.method);
        sentences.extend(withheld_notes(spec.lang, indicator.into(), &model.table.rows));
        sentences.extend(lacking_notes(spec.lang, indicator.into(), &model.table));
        sentences
    }

    fn compared<'a>(&self, spec: &MapSpec, model: &MapModel, atlas: &'a Atlas) -> Vec<Compared<'a>> {
        let known = atlas.catalogue.get(&spec.indicator).map(Caption::from);
        let Some(caption) = known.filter(|caption| caption.kind.scale() > Scale::Names) else {
            return Vec::new();
        };
        let (lang, rows) = (spec.lang, &model.table.rows);
        let selected = atlas.territories.sharing(spec.level, &spec.selected).unwrap_or_default();
        let told = rows.iter().zip(&selected).filter(|(_, selected)| **selected);
        let ranked = told.filter_map(|(row, _)| row.value.ok()).take(distribution::MOST_NAMED).collect();
        let all = Compared::of_rows(lang, caption, spec.level, rows);
        let mut compared = vec![Compared { of: lang.level(spec.level).to_owned(), ranked, ..all }];
        // Close up, the ends are named of what is shown as well.
        if let Some(focus) = Focus::of(spec, &atlas.territories) {
            let inside = rows.iter().zip(&focus.units).filter(|(_, is_inside)| **is_inside);
            let inside = inside.map(|(row, _)| (&*row.name, row.value, row.bounds));
            let of = lang.territory(focus.level, &atlas.territories.units(focus.level)[focus.unit].name);
            compared.push(Compared { of, ..Compared::of_values(lang, caption, spec.level, inside) });
        }
        compared
    }

    fn alt_text(&self, spec: &MapSpec, model: &MapModel, atlas: &Atlas) -> Vec<String> {
        let Some(indicator) = atlas.catalogue.get(&spec.indicator) else { return Vec::new() };
        let indicator = &common::told(spec, model, indicator, atlas);
        let voice = Voice { lang: spec.lang, indicator, level: spec.level };
        let facts = facts(spec, model, indicator, atlas);
        let written = voice.finer(distribution::decimals(&voice, &facts));
        let of_overall = voice.finer(distribution::decimals_of_overall(&voice, &facts, spec.date, atlas));
        let text = |overall: f64| self.text(spec.lang, Caption::from(&of_overall), Ok(overall));
        let overall = |overall| texts::alt_overall(spec.lang, text(overall));
        common::extremes(self, spec, model, &written).into_iter().chain(model.overall.map(overall)).collect()
    }

    fn reading(&self, spec: &MapSpec, model: &MapModel, atlas: &Atlas) -> Vec<String> {
        let Some(indicator) = atlas.catalogue.get(&spec.indicator) else { return Vec::new() };
        let indicator = &common::told(spec, model, indicator, atlas);
        let voice = Voice { lang: spec.lang, indicator, level: spec.level };
        let facts = facts(spec, model, indicator, atlas);
        let mut sentences = distribution::sentences(&voice, facts, spec.date, spec.method, atlas);
        sentences.extend(changed(spec.lang, atlas, &spec.query()));
        sentences
    }
}
