//! What kinds that put several indicators together have in common.

use crate::analysis::dates_beside;
use crate::base::Date;
use crate::data::{Absence, Atlas, Bilingual, Indicator, Query, Row, Table};
use crate::document::MapSpec;
use crate::figure::page::footer::{self, Source};
use crate::figure::quality::dated as dated_source;
use crate::figure::wording::reference_phrase;
use crate::figure::{FigureError, KindError};
use crate::i18n::Lang;

/// Several indicators, each at its date, and their values.
#[derive(Clone, Debug)]
pub struct Several {
    pub names: Vec<Bilingual>,
    pub shorts: Vec<Bilingual>,
    pub queries: Vec<Query>,
    pub tables: Vec<Table>,
}

/// The map's indicator and these others, each at its date: that of the map, or the nearest before it.
///
/// # Errors
/// An unknown indicator, or steps and categories, which are no quantities.
pub fn dated<'a>(
    spec: &MapSpec,
    others: &[String],
    atlas: &'a Atlas,
) -> Result<Vec<(&'a Indicator, Query)>, FigureError> {
    let ids = std::iter::once(&spec.indicator).chain(others.iter().filter(|id| **id != spec.indicator));
    let mut indicators: Vec<&Indicator> = Vec::new();
    for id in ids {
        let indicator = atlas.indicator(id)?;
        if indicator.kind.has_steps() {
            return Err(KindError::NoQuantity(indicator.name.clone()).into());
        }
        if !indicators.iter().any(|known| known.id == indicator.id) {
            indicators.push(indicator);
        }
    }
    let dates = dates_beside(atlas, &indicators, spec.date);
    let query = |(indicator, date): (&&Indicator, &Option<Date>)| Query {
        indicator: indicator.id.clone(),
        date: date.unwrap_or(spec.date),
        ..spec.query()
    };
    let queries: Vec<Query> = indicators.iter().zip(&dates).map(query).collect();
    Ok(indicators.into_iter().zip(queries).collect())
}

impl Several {
    /// Computes the values.
    ///
    /// # Errors
    /// As [`dated`], or an indicator without values.
    pub fn of(spec: &MapSpec, others: &[String], atlas: &Atlas) -> Result<Self, FigureError> {
        let dated = dated(spec, others, atlas)?;
        let mut tables = Vec::new();
        for (_, query) in &dated {
            tables.push(atlas.compute(query)?);
        }
        Ok(Self {
            names: dated.iter().map(|(indicator, _)| indicator.name.clone()).collect(),
            shorts: dated.iter().map(|(indicator, _)| indicator.short.clone()).collect(),
            queries: dated.into_iter().map(|(_, query)| query).collect(),
            tables,
        })
    }

    /// The values of each indicator, unit by unit.
    pub fn columns(&self) -> Vec<Vec<Option<f64>>> {
        self.tables.iter().map(|table| table.rows.iter().map(|row| row.value.ok()).collect()).collect()
    }

    /// Why a unit lacks a value of any.
    pub fn absent(&self, unit: usize) -> Absence {
        self.tables.iter().find_map(|table| table.rows[unit].value.err()).unwrap_or(Absence::Missing)
    }

    /// The table of the map's indicator with these numbers of the units in place of its values.
    pub fn in_place(&self, values: &[Option<f64>]) -> Table {
        let mut table = self.tables[0].clone();
        for (unit, row) in table.rows.iter_mut().enumerate() {
            let value = values[unit].ok_or(self.absent(unit));
            *row = Row {
                value,
                numerator: Err(Absence::NotApplicable),
                denominator: None,
                bounds: None,
                hidden: 0,
                lacking: None,
                ..row.clone()
            };
        }
        table
    }

    /// The indicators with their dates, in words.
    pub fn told(&self, lang: Lang, atlas: &Atlas) -> Vec<String> {
        let of = |(name, query): (&Bilingual, &Query)| {
            let at = atlas.catalogue.get(&query.indicator).map(|own| own.period.ending(query.date));
            format!("{} ({})", lang.pick(name), reference_phrase(lang, at.unwrap_or(query.date.into())))
        };
        self.names.iter().zip(&self.queries).map(of).collect()
    }

    /// Their names, for messages.
    pub fn names(&self, lang: Lang) -> Vec<String> {
        self.names.iter().map(|name| lang.pick(name).to_owned()).collect()
    }

    /// Their sources.
    pub fn sources(&self, lang: Lang, atlas: &Atlas) -> Vec<Source> {
        let of = |table: &Table| {
            let indicator = atlas.catalogue.get(&table.indicator)?;
            Some(footer::source(lang, indicator, &dated_source(lang, indicator, table)))
        };
        self.tables.iter().filter_map(of).collect()
    }
}

/// The first letter of a name in lower case, unless it is an acronym.
pub fn lower(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => name.to_owned(),
    }
}
