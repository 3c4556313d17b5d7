//! The reading of a table: several indicators side by side.

use crate::base::Level;
use crate::data::{Atlas, Reference};
use crate::document::TableSpec;
use crate::figure::reading::change;
use crate::figure::reading::distribution::{self, Fact, Facts};
use crate::figure::reading::voice::{Voice, compares, method_sentence};

use super::{TableModel, not_final};

/// The most columns described; for more there is the table itself.
const MOST_NAMED: usize = 4;

/// The sentences: for each column the extremes and the overall value, over the rows shown.
pub fn sentences(spec: &TableSpec, model: &TableModel, atlas: &Atlas) -> Vec<String> {
    let mut sentences: Vec<String> = Vec::new();
    for (i, column) in model.columns.iter().enumerate().take(MOST_NAMED) {
        let Some(indicator) = atlas.catalogue.get(&column.of.indicator) else { continue };
        let voice = Voice { lang: spec.lang, indicator, level: spec.level };
        let mut facts = Facts::default();
        for row in model.shown.iter().filter_map(|&row| model.rows.get(row)) {
            // Selected rows are bold in the table; describing each column of several would be too long.
            match row.cells[i] {
                Ok(value) => {
                    facts.present.push(Fact { name: &row.name, value, selected: false, range: None })
                }
                Err(reason) => facts.absent.push((&row.name, reason, false)),
            }
        }
        // Computed values refer to days, and the first overall row is the ATS.
        let Some(at) = column.of.at.date() else { continue };
        let ats = model.overall_rows.first().filter(|_| spec.level != Level::Ats);
        facts.overall = ats.and_then(|ats| ats.cells[i].ok()).filter(|_| compares(indicator));
        match column.of.from.and_then(Reference::date) {
            Some(from) => {
                sentences.extend(change::sentences(&voice, &facts, from, at, !column.breaks.is_empty()))
            }
            None => sentences.extend(distribution::column(&voice, facts, at)),
        }
        if i == 0 {
            sentences.extend(method_sentence(&voice, spec.method));
        }
    }
    sentences.extend(not_final(spec, model, atlas));
    sentences
}
