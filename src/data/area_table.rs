//! Values that a file gives for areas themselves — an office's own monitoring by Ambito, the figure of the region in a
//! national table — which no Comuni are summed for.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::Code;

use super::area::{Area, AreaError, AreaKind};
use super::atlas::Atlas;
use super::indicator::{Bilingual, Kind, Polarity, Suffix};
use super::published::{PublishedIndicator, PublishedValue, Reference, Timing};
use super::table::Value;

/// Values of areas, and where they come from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaTable {
    /// Stable id.
    pub id: String,
    /// Source.
    pub source: Bilingual,
    /// Licence, as the source states it.
    pub licence: String,
    /// Its variables.
    pub variables: Vec<AreaVariable>,
}

/// A variable of areas.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaVariable {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Bilingual,
    /// Unit.
    pub unit: String,
    /// What sort of number it is.
    pub kind: Kind,
    /// Its values.
    pub values: Vec<AreaValue>,
}

/// A value of an area.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaValue {
    /// Code of the area.
    pub code: Code,
    /// Its name.
    pub name: String,
    /// What sort of area it is.
    pub kind: AreaKind,
    /// What the value refers to.
    pub reference: Reference,
    /// The value.
    pub value: Value,
}

impl AreaVariable {
    /// Decimals that show each value as it was given, three at most.
    fn decimals(&self) -> usize {
        let of = |x: f64| x.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len());
        self.values.iter().filter_map(|v| v.value.ok()).map(of).max().unwrap_or(0).min(3)
    }
}

impl Atlas {
    /// Adds values of areas as indicators carried as published, one a variable, in a theme; the ids they got. An
    /// indicator of the same table and variable is replaced.
    ///
    /// # Errors
    /// An area that contradicts one already known. Nothing is added then.
    pub fn add_area_table(
        &mut self,
        table: &AreaTable,
        theme: &str,
        definition: &Bilingual,
    ) -> Result<Vec<String>, AreaError> {
        let mut areas = self.areas.clone();
        for value in table.variables.iter().flat_map(|variable| &variable.values) {
            if areas.get(&value.code).is_none() {
                let (code, name, kind) = (value.code.clone(), value.name.clone(), value.kind);
                areas.add(Area { code, name, kind, aliases: Vec::new(), unit: None }, &self.territories)?;
            }
        }
        self.areas = areas;
        let position = |code: &Code| self.areas.all().iter().position(|area| area.code == *code);
        let mut ids = Vec::with_capacity(table.variables.len());
        let mut indicators = Vec::with_capacity(table.variables.len());
        for variable in &table.variables {
            let id = format!("{}_{}", table.id, variable.id);
            let found =
                variable.values.iter().filter_map(|v| Some(((position(&v.code)?, v.reference), v.value)));
            let values: BTreeMap<(usize, Reference), Value> = found.collect();
            let value =
                |((area, reference), value)| PublishedValue { area, reference, value, tables: Vec::new() };
            self.printed.insert(id.clone(), values.into_iter().map(value).collect());
            indicators.push(PublishedIndicator {
                id: id.clone(),
                name: variable.name.clone(),
                short: variable.name.clone(),
                theme: theme.to_owned(),
                unit: Bilingual { it: variable.unit.clone(), en: variable.unit.clone() },
                suffix: Suffix::Common(if variable.kind == Kind::Share { "%" } else { "" }.to_owned()),
                decimals: variable.decimals(),
                polarity: Polarity::Neither,
                kind: variable.kind,
                definition: definition.clone(),
                note: None,
                source: table.source.clone(),
                licence: table.licence.clone(),
                dataset: table.id.clone(),
                cells: Vec::new(),
                reference: Timing::Year,
                counterpart: None,
            });
            ids.push(id);
        }
        self.catalogue.put_published(indicators);
        Ok(ids)
    }
}
