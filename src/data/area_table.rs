//! Values that a file gives for areas themselves, such as an office's own monitoring by Ambito or the figure of the
//! region in a national table. They are not summed from Comuni.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::base::{Code, Date};

use super::area::{Area, AreaKind};
use super::atlas::Atlas;
use super::indicator::{Bilingual, Kind, Polarity, Suffix};
use super::published::{Counterpart, PublishedIndicator, PublishedValue, Timing};
use super::quality::Quality;
use super::reference::Reference;
use super::value::Value;

/// Values of areas, with their source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaTable {
    pub id: String,
    pub source: Bilingual,
    /// Licence, as the source states it.
    pub licence: String,
    /// The note always shown with its values.
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
    /// The kind of number.
    pub kind: Kind,
    /// Id of the indicator made from values of Comuni by the same source, beside which these are shown.
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
    pub kind: AreaKind,
    /// What the value refers to.
    pub reference: Reference,
    pub value: Value,
    /// The status the source gives to it.
    #[serde(default, skip_serializing_if = "Quality::is_final")]
    pub quality: Quality,
}

impl AreaTable {
    /// The dates for which it has values, ascending.
    pub fn dates(&self) -> Vec<Date> {
        let values = self.variables.iter().flat_map(|variable| &variable.values);
        let dates: BTreeSet<Date> = values.filter_map(|value| value.reference.date()).collect();
        dates.into_iter().collect()
    }

    /// The id of the indicator that a variable becomes. A table whose only variable has the table's name does not
    /// repeat it.
    pub(crate) fn indicator_id(&self, variable: &AreaVariable) -> String {
        if variable.id == self.id { self.id.clone() } else { format!("{}_{}", self.id, variable.id) }
    }
}

impl Atlas {
    /// Adds values of areas as published indicators of a theme, one per variable, and returns their ids. If the same
    /// table was added before, for example its edition of another year, the values are combined and the later ones
    /// take precedence.
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
                let (tables, note) = (Vec::new(), None);
                PublishedValue { area, reference, value, quality, tables, note }
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
                rows: None,
                range: None,
                cell_notes: Vec::new(),
                reference: Timing::Year,
                measures: None,
                counterpart: counterpart.map(|indicator| Counterpart { indicator, not_for: Vec::new() }),
            });
            ids.push(id);
        }
        self.catalogue.put_published(indicators);
        ids
    }

    /// Adds the area of a value if it is unknown. A name that another area has already is distinguished by the code.
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

/// The decimals that show each value as given, at most three.
fn decimals(values: impl Iterator<Item = f64>) -> usize {
    let of = |x: f64| x.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len());
    values.map(of).max().unwrap_or(0).min(3)
}
