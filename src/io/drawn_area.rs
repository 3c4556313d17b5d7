//! The data that boundaries themselves provide: the drawn area, so that there is a map before any other data are
//! added.

use std::collections::BTreeMap;

use geo::Area;

use crate::base::{Date, Level};
use crate::data::{Bilingual, Dataset, DatasetError, DatasetMeta, Note};

use super::custom_territory::CustomTerritory;

pub const INDICATOR: &str = include_str!("../../assets/catalogue/drawn_area.toml");
/// The id of its variable.
const VARIABLE: &str = "superficie_disegnata_km2";
/// The date of boundaries that state none: that of the program's own.
const OWN: (i16, u8, u8) = (2023, 1, 1);

/// The area of each unit, in km² on the plane of UTM 32N, at the date in the name of the file.
///
/// # Errors
/// Only if the table cannot be built, which does not happen for a territory that was read.
pub(crate) fn drawn_area(custom_territory: &CustomTerritory) -> Result<Dataset, DatasetError> {
    let stated = date_of(&custom_territory.file);
    let (year, month, day) = OWN;
    let date = stated.or(Date::new(year, month, day));
    let by_code: BTreeMap<_, _> = custom_territory
        .polygons
        .iter()
        .map(|(code, polygon)| (code, polygon.unsigned_area() / 1e6))
        .collect();
    let area = |code| by_code.get(code).copied().ok_or(crate::data::Absence::Missing);
    let values = custom_territory.territories.comuni().iter().map(|unit| area(&unit.code)).collect();
    let both = |it: &str, en: &str| Bilingual { it: it.to_owned(), en: en.to_owned() };
    let unsaid = Note::in_every_figure(both(
        "Il file dei confini non dice una data: quella indicata è convenzionale.",
        "The file of the boundaries tells no date: the one given is a convention.",
    ));
    let meta = DatasetMeta {
        id: "confini".to_owned(),
        file: custom_territory.file.clone(),
        dated: true,
        level: Level::Comuni,
        title: both("Superficie disegnata", "Area as drawn"),
        source: both(&custom_territory.file, &custom_territory.file),
        licence: String::new(),
        retrieved_from: String::new(),
        text_columns: Vec::new(),
        left_over: Vec::new(),
        withhold_below: None,
        notes: if stated.is_none() { vec![unsaid] } else { Vec::new() },
    };
    Dataset::from_values(meta, [(date, vec![(VARIABLE.to_owned(), values)])])
}

/// The date in the name of a file of boundaries: `Com01012023_g`, `nil_2021`.
fn date_of(file: &str) -> Option<Date> {
    let numbers = file.split(|c: char| !c.is_ascii_digit());
    numbers.into_iter().find_map(|digits| {
        let number = |range: std::ops::Range<usize>| digits.get(range)?.parse::<i16>().ok();
        let (day, month, year) = match digits.len() {
            8 => (number(0..2)?, number(2..4)?, number(4..8)?),
            4 => (1, 1, number(0..4)?),
            _ => return None,
        };
        let plausible = (1861..=2100).contains(&year);
        plausible.then(|| Date::new(year, month.try_into().ok()?, day.try_into().ok()?))?
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_file_tells_its_date() {
        let date = |file| date_of(file).map(|date| date.to_string());
        assert_eq!(date("Com01012023_g_WGS84.shp").as_deref(), Some("2023-01-01"));
        assert_eq!(date("Limiti31122021.zip").as_deref(), Some("2021-12-31"));
        assert_eq!(date("nil_2019.geojson").as_deref(), Some("2019-01-01"));
        for file in ["nil.geojson", "EPSG4326.geojson", "99999999.shp", "zone_3003.shp"] {
            assert_eq!(date(file), None, "{file}");
        }
    }
}
