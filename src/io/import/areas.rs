//! Values of areas that are not ours, Lombardia, Italia and the other ATS, beside those of our territories.

use crate::base::{Code, Date, Level};
use crate::data::{AreaKind, AreaTable, AreaValue, AreaVariable, Bilingual, Kind, Reference};
use crate::figure::listed;
use crate::i18n::{Lang, italian, texts as t};
use crate::io::matching::AREAS;
use crate::io::recipe::{GENERIC, Measure, slug};

use super::columns::Plan;
use super::gathered::{Column, Gathered, Variable};

/// The values of areas; `None` if there are none with a date.
pub fn table(gathered: &Gathered, plan: &Plan, stem: &str) -> Option<AreaTable> {
    let first = gathered.seen.len() - AREAS.len();
    let places = AREAS.iter().enumerate();
    let places: Vec<(usize, Code, String, AreaKind)> = places
        .map(|(i, (code, name, kind, _))| (first + i, Code::from(*code), (*name).to_owned(), *kind))
        .collect();
    let variable = |(v, variable): (usize, &Variable)| {
        let mut values = Vec::new();
        for (d, date) in gathered.dates.iter().enumerate() {
            let (Some(date), Some(column)) = (date, gathered.column(d, v)) else { continue };
            values.extend(places.iter().filter_map(|place| value(place, *date, column)));
        }
        (!values.is_empty()).then(|| AreaVariable {
            id: variable.id.clone(),
            name: Bilingual { it: variable.name.clone(), en: variable.name.clone() },
            unit: variable.unit.clone(),
            kind: kind_of(variable.measure),
            counterpart: None,
            values,
        })
    };
    let variables: Vec<AreaVariable> = gathered.variables.iter().enumerate().filter_map(variable).collect();
    (!variables.is_empty()).then(|| AreaTable {
        id: if plan.recipe.id == GENERIC { slug(stem) } else { plan.recipe.id.clone() },
        source: plan.recipe.source.clone(),
        licence: plan.recipe.licence.clone(),
        note: None,
        variables,
    })
}

/// The names of the areas with values, in order.
pub fn names(areas: &AreaTable) -> Bilingual {
    let mut names: Vec<&str> = Vec::new();
    for value in areas.variables.iter().flat_map(|variable| &variable.values) {
        if !names.contains(&value.name.as_str()) {
            names.push(&value.name);
        }
    }
    let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
    Lang::both(|lang| listed(lang, &names))
}

fn value(
    (at, code, name, kind): &(usize, Code, String, AreaKind),
    date: Date,
    column: Column<'_>,
) -> Option<AreaValue> {
    let slot = column.get(*at)?;
    Some(AreaValue {
        code: code.clone(),
        name: name.clone(),
        kind: *kind,
        reference: Reference::Date(date),
        value: slot.value,
        quality: slot.quality,
    })
}

/// The name of a unit in a list of units of every level, where it could also be that of a Comune: "Ambito di Corsico".
pub fn area_name(level: Level, name: &str) -> String {
    let named = italian::place(None, level, name);
    named.strip_prefix("l'").map_or_else(|| name.to_owned(), str::to_owned)
}

/// The definition of such values, which come from the source as they are.
pub fn definition() -> Bilingual {
    Bilingual { it: t::AREAS_DEFINITION.it.to_owned(), en: t::AREAS_DEFINITION.en.to_owned() }
}

/// The kind of number for a measure.
pub fn kind_of(measure: Measure) -> Kind {
    match measure {
        Measure::Persons | Measure::Count | Measure::Amount | Measure::Balance | Measure::NotAdditive => {
            Kind::Count
        }
        Measure::Share => Kind::Share,
        Measure::Ratio => Kind::Ratio,
        Measure::Ordinal => Kind::Ordinal,
        Measure::Category => Kind::Category,
    }
}
