//! Codes as they come out of spreadsheets.

use std::borrow::Cow;

/// A code as text: without the apostrophe that keeps a spreadsheet from converting it, without the decimals from
/// being converted all the same, with the zeros it lost. `None` for anything else.
///
/// Codes of Comuni have six digits: four or five digits have lost their leading zeros. Shorter ones belong to larger
/// areas and stay as they are. A letter and three digits is a cadastral code.
pub fn normalised(cell: &str) -> Option<Cow<'_, str>> {
    let text = cell.trim().trim_start_matches('\'').trim();
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let text = without_region(text);
    if digits(text) {
        return match text.len() {
            6 | 1..=3 => Some(Cow::Borrowed(text)),
            4 | 5 => Some(Cow::Owned(format!("{text:0>6}"))),
            // With one zero too many.
            _ => None,
        };
    }
    if let Some(joined) = joined(text) {
        return Some(Cow::Owned(joined));
    }
    let cadastral = text.len() == 4 && text.as_bytes()[0].is_ascii_alphabetic() && digits(&text[1..]);
    if cadastral {
        return Some(Cow::Owned(text.to_uppercase()));
    }
    if is_nuts(text) {
        return Some(Cow::Owned(text.to_uppercase()));
    }
    // 15146.0, 15146,00, 9.8031E+4.
    let number: f64 = text.replace(',', ".").parse().ok()?;
    let whole = number.fract() == 0.0 && (1000.0..1e6).contains(&number);
    whole.then(|| Cow::Owned(format!("{:06}", number as u32)))
}

/// A code whose digits are separated: "015 146", "15.146" and "15,146" like a number in thousands, "015-146" and "015/146" as
/// province and Comune.
fn joined(text: &str) -> Option<String> {
    const THOUSANDS: [char; 7] = [' ', '.', ',', '\'', '’', '\u{a0}', '\u{202f}'];
    let mark = text.chars().find(|c| !c.is_ascii_digit())?;
    let (before, after) = text.split_once(mark)?;
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let is_parted = match mark {
        '-' | '/' => before.len() == 3,
        _ => THOUSANDS.contains(&mark) && (1..=3).contains(&before.len()),
    };
    (is_parted && after.len() == 3 && digits(before) && digits(after))
        .then(|| format!("{:0>6}", format!("{before}{after}")))
}

/// A code without what stands before it where it is unique in a larger area: the number of Lombardia ("03015146"), or Italy
/// as Eurostat writes it ("IT_015146").
fn without_region(text: &str) -> &str {
    let of_country = text.get(..2).filter(|letters| letters.eq_ignore_ascii_case("it")).map(|_| &text[2..]);
    let of_country = of_country.map(|rest| rest.trim_start_matches(['_', '-', ' ']));
    // A spreadsheet takes the zero of the region away, too; another program adds one.
    let of_region =
        || text.strip_prefix("03").filter(|rest| rest.len() == 6).or(text.strip_prefix(['3', '0']));
    let rest = of_country.or_else(of_region);
    rest.filter(|rest| rest.len() == 6 && rest.bytes().all(|b| b.is_ascii_digit()) && is_comune(rest))
        .unwrap_or(text)
}

/// Italy and its parts in Eurostat's codes: IT, ITC, ITC4, ITC4C.
fn is_nuts(text: &str) -> bool {
    text.is_char_boundary(2)
        && text.len() <= 5
        && text[..2].eq_ignore_ascii_case("it")
        && text.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// The letters of the provinces of Italy.
const PROVINCES: &str = " AG AL AN AO AP AQ AR AT AV BA BG BI BL BN BO BR BS BT BZ CA CB CE CH CL CN CO CR CS CT CZ EN FC FE FG FI FM FR GE GO GR IM IS KR LC LE LI LO LT LU MB MC ME MI MN MO MS MT NA NO NU OR PA PC PD PE PG PI PN PO PR PT PU PV PZ RA RC RE RG RI RM RN RO SA SI SO SP SR SS SU SV TA TE TN TO TP TR TS TV UD VA VB VC VE VI VR VT VV ";

/// The letters of a province, alone or followed by the number of an office in it: "MI 2".
pub fn province_letters(cell: &str) -> Option<&str> {
    let letters = cell.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let is_known = letters.len() == 2
        && letters.bytes().all(|b| b.is_ascii_uppercase())
        && PROVINCES.contains(&format!(" {letters} "));
    is_known.then_some(letters)
}

/// Whether it has the form of a code of a Comune: province and number, or letter and number.
pub(crate) fn is_comune(code: &str) -> bool {
    let province = code.get(..3).and_then(|text| text.parse::<u16>().ok());
    match code.len() {
        6 => {
            province.is_some_and(|p| (1..=120).contains(&p)) && code[3..].parse::<u16>().is_ok_and(|n| n > 0)
        }
        4 => code.as_bytes()[0].is_ascii_alphabetic() && code.bytes().skip(1).all(|b| b.is_ascii_digit()),
        _ => false,
    }
}

/// Whether it is the code of an area larger than a Comune.
pub(crate) fn is_larger(code: &str) -> bool {
    is_nuts(code) || (code.len() <= 3 && code.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_disguise_comes_off() {
        for cell in [
            "015146",
            "15146",
            "15146.0",
            "15146,00",
            "1.5146E+4",
            "'015146",
            " 015146 ",
            "015 146",
            "15.146",
            "15,146",
            "015-146",
            "015/146",
            "03015146",
            "3015146",
            "0015146",
            "IT_015146",
            "IT015146",
        ] {
            assert_eq!(normalised(cell).as_deref(), Some("015146"), "{cell}");
        }
        assert_eq!(normalised("9.8031E+4").as_deref(), Some("098031"));
        assert_eq!(normalised("1001").as_deref(), Some("001001"));
        assert_eq!(normalised("f205").as_deref(), Some("F205"));
        assert_eq!(normalised("03").as_deref(), Some("03"));
        for cell in
            ["", "Milano", "15146.5", "0151460", "-15146", "20146 Milano", "15-146", "20231231", "03000000"]
        {
            assert_eq!(normalised(cell), None, "{cell}");
        }
        assert!(is_comune("082053") && is_comune("H501") && !is_comune("000000") && !is_comune("999999"));
        assert!(!is_comune("ITC4"));
        assert!(is_larger("015") && is_larger("ITC4C") && is_larger("IT") && !is_larger("015146"));
    }
}
