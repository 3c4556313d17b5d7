//! Values that a file gives for areas themselves — an office's own monitoring by Ambito, the figure of the region in a
//! national table — which no Comuni are summed for.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::base::{Code, Date};

use super::area::{Area, AreaKind};
use super::atlas::Atlas;
use super::indicator::{Bilingual, Kind, Polarity, Suffix};
use super::published::{Counterpart, PublishedIndicator, PublishedValue, Reference, Timing};
use super::quality::Quality;
use super::value::Value;

/// Values of areas, and where they come from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaTable {
    pub id: String,
    pub source: Bilingual,
    /// Licence, as the source states it.
    pub licence: String,
    /// What must be printed with its values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Bilingual>,
    pub variables: Vec<AreaVariable>,
}

/// A variable of areas.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaVariable {
    pub id: String,
    pub name: Bilingual,
    pub unit: String,
    /// What sort of number it is.
    pub kind: Kind,
    /// Id of the indicator that the same source's values of Comuni make: these stand beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counterpart: Option<String>,
    pub values: Vec<AreaValue>,
}

/// A value of an area.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaValue {
    /// Code of the area.
    pub code: Code,
    pub name: String,
    /// What sort of area it is.
    pub kind: AreaKind,
    /// What the value refers to.
    pub reference: Reference,
    pub value: Value,
    /// How far the source stands by it.
    #[serde(default, skip_serializing_if = "Quality::is_final")]
    pub quality: Quality,
}

impl AreaTable {
    /// The days it has values for, ascending.
    pub fn dates(&self) -> Vec<Date> {
        let values = self.variables.iter().flat_map(|variable| &variable.values);
        let dates: BTreeSet<Date> = values.filter_map(|value| value.reference.date()).collect();
        dates.into_iter().collect()
    }

    /// The id of the indicator that a variable becomes. A table of one variable of its own name is not named twice.
    pub fn indicator_id(&self, variable: &AreaVariable) -> String {
        if variable.id == self.id { self.id.clone() } else { format!("{}_{}", self.id, variable.id) }
    }
}

impl Atlas {
    /// Adds values of areas as indicators carried as published, one a variable, in a theme; the ids they got. Where the
    /// same table was added before, as its edition of another year is, the values join: the later over the earlier.
    pub fn add_area_table(&mut self, table: &AreaTable, theme: &str, definition: &Bilingual) -> Vec<String> {
        for value in table.variables.iter().flat_map(|variable| &variable.values) {
            self.add_area(value);
        }
        let position = |code: &Code| self.areas.all().iter().position(|area| area.code == *code);
        let mut ids = Vec::with_capacity(table.variables.len());
        let mut indicators = Vec::with_capacity(table.variables.len());
        for variable in &table.variables {
            let id = table.indicator_id(variable);
            let before = self.as_published.remove(&id).unwrap_or_default().into_iter();
            let mut values: BTreeMap<(usize, Reference), (Value, Quality)> =
                before.map(|v| ((v.area, v.reference), (v.value, v.quality))).collect();
            let found = variable
                .values
                .iter()
                .filter_map(|v| Some(((position(&v.code)?, v.reference), (v.value, v.quality))));
            values.extend(found);
            let decimals = decimals(values.values().filter_map(|(value, _)| value.ok()));
            let value = |((area, reference), (value, quality))| {
                let tables = Vec::new();
                PublishedValue { area, reference, value, quality, tables }
            };
            self.as_published.insert(id.clone(), values.into_iter().map(value).collect());
            let counterpart = variable.counterpart.clone();
            indicators.push(PublishedIndicator {
                id: id.clone(),
                name: variable.name.clone(),
                short: variable.name.clone(),
                theme: theme.to_owned(),
                unit: Bilingual { it: variable.unit.clone(), en: variable.unit.clone() },
                suffix: Suffix::Common(if variable.kind == Kind::Share { "%" } else { "" }.to_owned()),
                decimals,
                polarity: Polarity::Neither,
                kind: variable.kind,
                definition: definition.clone(),
                note: table.note.clone(),
                source: table.source.clone(),
                licence: table.licence.clone(),
                dataset: table.id.clone(),
                cells: Vec::new(),
                reference: Timing::Year,
                counterpart: counterpart.map(|indicator| Counterpart { indicator, not_for: Vec::new() }),
            });
            ids.push(id);
        }
        self.catalogue.put_published(indicators);
        ids
    }

    /// Makes the area of a value known, if it is not. A name that another area has is told apart by the code.
    fn add_area(&mut self, value: &AreaValue) {
        if self.areas.get(&value.code).is_some() {
            return;
        }
        let mut name = value.name.clone();
        while self.areas.position_named(&name).is_some() {
            name = format!("{name} ({})", value.code);
        }
        let (code, kind) = (value.code.clone(), value.kind);
        let area = Area { code, name, kind, aliases: Vec::new(), unit: None };
        self.areas.add(area, &self.territories).expect("neither its code nor its name is there");
    }
}

/// Decimals that show each value as it was given, three at most.
fn decimals(values: impl Iterator<Item = f64>) -> usize {
    let of = |x: f64| x.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len());
    values.map(of).max().unwrap_or(0).min(3)
}
