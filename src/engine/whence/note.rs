//! The numbers in the notes on printed tables: what a document prints elsewhere of the same thing.

use crate::base::Numeral;
use crate::data::{Area, Atlas, Bilingual, Indicator, PublishedIndicator};

/// A number that a note states.
#[derive(Clone, Copy, Debug)]
pub struct NotedNumber<'a> {
    /// Id of the indicator that the note is on.
    pub id: &'a str,
    pub name: &'a Bilingual,
    /// Who publishes the table.
    pub source: &'a Bilingual,
    /// Whether the indicator is one as published.
    pub is_published: bool,
    /// The row and the year of the cell, where the note is on a single one.
    pub cell: Option<(&'a Area, i16)>,
    pub text: &'a Bilingual,
    pub value: f64,
    pub decimals: usize,
}

/// Visits every number in the notes on indicators and on cells of printed tables.
pub fn visit<'a>(atlas: &'a Atlas, visit: &mut dyn FnMut(NotedNumber<'a>)) {
    for Indicator { id, name, source, warning, .. } in atlas.catalogue.indicators() {
        if let Some(text) = warning {
            numbers(&text.it, &mut |value, decimals| {
                let (is_published, cell) = (false, None);
                visit(NotedNumber { id, name, source, is_published, cell, text, value, decimals });
            });
        }
    }
    for PublishedIndicator { id, name, source, note, cell_notes, .. } in atlas.published_indicators() {
        if let Some(text) = note {
            numbers(&text.it, &mut |value, decimals| {
                let (is_published, cell) = (true, None);
                visit(NotedNumber { id, name, source, is_published, cell, text, value, decimals });
            });
        }
        for own in cell_notes {
            let (year, text) = (own.year, &own.text);
            let area = atlas.area_named(&own.area);
            let printed = area.and_then(|area| {
                let rows = atlas.published_values(id).ok()?;
                let row = rows.into_iter().find(|row| row.area == area && row.reference.year() == year)?;
                row.value.ok()
            });
            numbers(&text.it, &mut |value, decimals| {
                // The cell itself is looked for by itself, and the year is no value.
                if Some(value) == printed || value == f64::from(year) {
                    return;
                }
                let (is_published, cell) = (true, area.map(|area| (area, year)));
                visit(NotedNumber { id, name, source, is_published, cell, text, value, decimals });
            });
        }
    }
}

/// The numbers of an Italian text with their decimals. Dates, numbers of tables ("tabella 2.4") and of acts ("XI/4563") are none.
fn numbers(text: &str, found: &mut dyn FnMut(f64, usize)) {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let mut rest = text;
    let mut before = ' ';
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        before = rest[..start].chars().next_back().unwrap_or(before);
        let length = rest[start..].find(|c: char| !is_part(c)).unwrap_or(rest.len() - start);
        let written = rest[start..start + length].trim_end_matches(['.', ',']);
        let after = &rest[start + length..];
        let is_in_word = before.is_alphanumeric() || before == '/' || after.starts_with('/');
        let value = Numeral::read(written).and_then(|number| number.with_decimals_after(','));
        if let Some(value) = value.filter(|_| !is_in_word) {
            found(value, written.split_once(',').map_or(0, |(_, fraction)| fraction.len()));
        }
        before = rest[..start + length].chars().next_back().unwrap_or(' ');
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_a_text_are_not_its_dates_and_tables() {
        let of = |text: &str| {
            let mut all = Vec::new();
            numbers(text, &mut |value, decimals| all.push((value, decimals)));
            all
        };
        assert_eq!(
            of("Stampato 9.542.476 nel testo, 9.524.476 in tabella."),
            [(9_542_476.0, 0), (9_524_476.0, 0)]
        );
        assert_eq!(of("La DGR XI/4563 stampa 160,57 euro al 31/12/2020, tabella 2.4"), [(160.57, 2)]);
        assert_eq!(of("i 51,6 km² e il 33% dei 10"), [(51.6, 1), (33.0, 0), (10.0, 0)]);
    }
}
