//! Reference dates as files write them.

use crate::base::Date;
use crate::i18n::folded;
use crate::io::recipe::Day;
use crate::io::source::RawTable;

/// Parses a date in a cell: a year, which stands for one of its days, or a full date.
pub fn parse(cell: &str, day: Day) -> Option<Date> {
    let text = cell.trim().trim_end_matches(".0");
    if text.len() == 4 {
        return year(text).and_then(|year| day.of(year));
    }
    // A time of day is dropped.
    let text = text.split(['T', ' ']).next().unwrap_or_default();
    if let Ok(date) = text.parse::<Date>() {
        return Some(date);
    }
    let parts: Vec<i16> = text.split(['/', '.', '-']).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let [day, month, year] = parts[..] else { return None };
    (1900..=2100)
        .contains(&year)
        .then(|| Date::new(year, month.try_into().ok()?, day.try_into().ok()?))
        .flatten()
}

fn year(text: &str) -> Option<i16> {
    text.parse().ok().filter(|year| (1900..=2100).contains(year))
}

/// The year in the lines above a header or else in the name of the file, with the day if it is given too. `None` if
/// there are two different ones.
pub fn above(table: &RawTable, header: usize) -> Option<(i16, Option<Day>)> {
    let title: String = (0..header).flat_map(|row| table.row(row)).collect::<Vec<_>>().join(" ");
    let of = |text: &str| {
        let text = folded(text);
        let mut years: Vec<i16> =
            text.split(|c: char| !c.is_ascii_digit()).filter(|t| t.len() == 4).filter_map(year).collect();
        years.dedup();
        let [year] = years[..] else { return None };
        let plain: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
        let day = if plain.contains("31dicembre") || plain.contains("3112") {
            Some(Day::End)
        } else if plain.contains("1gennaio") || plain.contains("0101") {
            Some(Day::Start)
        } else {
            None
        };
        Some((year, day))
    };
    of(&title).or_else(|| of(table.file.rsplit('›').next().unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_and_dates_of_every_kind() {
        let parsed = |cell, day| parse(cell, day).map(|date| date.to_string());
        assert_eq!(parsed("2023", Day::Start).as_deref(), Some("2023-01-01"));
        assert_eq!(parsed("2023.0", Day::End).as_deref(), Some("2023-12-31"));
        assert_eq!(parsed("2023-06-30", Day::End).as_deref(), Some("2023-06-30"));
        assert_eq!(parsed("30/06/2023", Day::End).as_deref(), Some("2023-06-30"));
        assert_eq!(parsed("2023-06-30T00:00:00", Day::End).as_deref(), Some("2023-06-30"));
        for cell in ["", "23", "3023", "2023-T1", "gennaio"] {
            assert_eq!(parsed(cell, Day::Start), None, "{cell}");
        }
    }

    #[test]
    fn a_title_tells_year_and_day() {
        let mut table = RawTable::new("POSAS_2024_it.csv", None);
        table.push(1, ["Popolazione residente al 1° gennaio 2023"]).unwrap();
        table.push(2, ["Codice comune"]).unwrap();
        assert_eq!(above(&table, 1), Some((2023, Some(Day::Start))));
        assert_eq!(above(&table, 0), Some((2024, None)));
    }
}
