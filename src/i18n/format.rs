//! Numbers and dates in the format of each language.

use std::time::Duration;

use crate::base::{Date, Readings, Typed, decimal};

use crate::stats::correlation::Correlation;

use super::italian::{self, Preposition};
use super::{Lang, texts};

/// A number with this many decimals, rounded half away from zero: `1.234,5` in Italian, `1,234.5` in English. The
/// minus sign is U+2212; what rounds to zero has none.
pub fn number(lang: Lang, value: f64, decimals: usize) -> String {
    let plain = decimal::fixed(value.abs(), decimals);
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let (thousands, point) = match lang {
        Lang::It => ('.', ','),
        Lang::En => (',', '.'),
    };
    let mut out = String::with_capacity(plain.len() + 4);
    if value < 0.0 && plain.bytes().any(|b| (b'1'..=b'9').contains(&b)) {
        out.push('\u{2212}');
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            out.push(thousands);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(point);
        out.push_str(fraction);
    }
    out
}

/// As [`number`], with a plus sign above zero.
pub fn signed_number(lang: Lang, value: f64, decimals: usize) -> String {
    let text = number(lang, value, decimals);
    let is_zero = !text.bytes().any(|b| (b'1'..=b'9').contains(&b));
    if value > 0.0 && !is_zero { format!("+{text}") } else { text }
}

/// As [`number`], without trailing zeros: for numbers the user typed and round ticks.
pub fn compact_number(lang: Lang, value: f64, max_decimals: usize) -> String {
    let plain = decimal::fixed(value, max_decimals);
    let decimals = plain.split_once('.').map_or(0, |(_, fraction)| fraction.trim_end_matches('0').len());
    number(lang, value, decimals)
}

/// A number without thousands separators, so that it can be read back: for input fields.
pub fn plain_number(lang: Lang, value: f64) -> String {
    const DECIMALS: usize = 6;
    let text = decimal::fixed(value, DECIMALS);
    let text = text.trim_end_matches('0').trim_end_matches('.').to_owned();
    if lang == Lang::It { text.replace('.', ",") } else { text }
}

/// A number as shown in an input field: typing exactly what is shown gives the same number.
pub fn field_number(lang: Lang, value: f64) -> String {
    let text = plain_number(lang, value);
    // An extra zero makes clear that these are decimals.
    if matches!(Typed::read(&text), Typed::Ambiguous(_)) { format!("{text}0") } else { text }
}

/// What is wrong with a typed number, and how to type it; `None` if nothing is.
pub fn number_fault(lang: Lang, text: &str, typed: Typed) -> Option<String> {
    match typed {
        Typed::Sure(_) => None,
        Typed::NoNumber => Some(texts::no_number(lang, text.trim())),
        Typed::Ambiguous(Readings { decimals, thousands }) => {
            let [thousands, decimals] = [thousands, decimals].map(|number| field_number(lang, number));
            Some(texts::ambiguous_number(lang, text.trim(), thousands, decimals))
        }
    }
}

/// A number of unknown magnitude with this many significant digits, at least one; in scientific notation below 10⁻⁶
/// and from 10¹² up.
pub fn significant(lang: Lang, value: f64, digits: usize) -> String {
    let after_first = digits.max(1) - 1;
    let exponent_of = |written: &str| written.split_once('e').and_then(|(_, e)| e.parse::<i32>().ok());
    let scientific = format!("{value:.after_first$e}");
    let Some(exponent) = exponent_of(&format!("{value:e}")) else {
        return number(lang, value, 0);
    };
    if value == 0.0 || (-6..12).contains(&exponent) {
        let decimals = |exponent: i32| usize::try_from(after_first as i32 - exponent).unwrap_or(0);
        // Rounding can carry into one digit more: 9.99996 with four digits is 10.00.
        let rounded = exponent_of(&format!("{:e}", decimal::rounded(value, decimals(exponent))));
        let exponent = rounded.map_or(exponent, |rounded| rounded.max(exponent));
        return number(lang, value, if value == 0.0 { 0 } else { decimals(exponent) });
    }
    let minus = scientific.replace('-', "\u{2212}");
    match lang {
        Lang::It => minus.replace('.', ","),
        Lang::En => minus,
    }
}

/// A p-value, to follow "p": `= 0,031`, or `< 0,001` where three decimals would show zero.
pub fn p_value(lang: Lang, p: f64) -> String {
    if p < 0.001 { format!("< {}", number(lang, 0.001, 3)) } else { format!("= {}", number(lang, p, 3)) }
}

/// The p-value of a coefficient; it says so where it is exact, because few pairs allow every permutation to be
/// counted.
pub fn p_of(lang: Lang, found: &Correlation) -> String {
    let p = p_value(lang, found.p);
    if found.exact { format!("{p}, {}", lang.text(texts::P_EXACT)) } else { p }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MESI: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];

/// A short date: `1/1/2023` in Italian, `1 January 2023` in English.
pub fn date(lang: Lang, date: Date) -> String {
    let year = date.year();
    match lang {
        Lang::It => format!("{}/{}/{year}", date.day(), date.month()),
        Lang::En => format!("{} {year}", day_of_year(lang, date)),
    }
}

/// A day of any year, in words: `31 dicembre`, `1° gennaio`, `31 December`.
pub fn day_of_year(lang: Lang, date: Date) -> String {
    let (month, day) = (usize::from(date.month()) - 1, date.day());
    match lang {
        Lang::It => format!("{day}{} {}", if day == 1 { "°" } else { "" }, MESI[month]),
        Lang::En => format!("{day} {}", MONTHS[month]),
    }
}

/// A date for running text: `1° gennaio 2023`, `1 January 2023`.
pub fn date_in_full(lang: Lang, date: Date) -> String {
    match lang {
        Lang::It => format!("{} {}", day_of_year(lang, date), date.year()),
        Lang::En => self::date(lang, date),
    }
}

/// A date with preposition and article, which Italian contracts: `all'8/3/2024`; `8 March 2024`.
pub fn joined_date(lang: Lang, preposition: Preposition, date: Date) -> String {
    let written = self::date(lang, date);
    match lang {
        Lang::It => italian::date(Some(preposition), &written),
        Lang::En => written,
    }
}

/// The places between which a territory stands, whatever is changed: "posti dall'8° all'11°", "sempre al 3° posto"; "places 8 to 11".
pub fn places_between(lang: Lang, highest: usize, lowest: usize) -> String {
    let written = |preposition, n: usize| match lang {
        Lang::It => italian::ordinal(preposition, n),
        Lang::En => n.to_string(),
    };
    if highest == lowest {
        return texts::place_always(lang, written(Preposition::A, highest));
    }
    texts::places_from_to(lang, written(Preposition::Da, highest), written(Preposition::A, lowest))
}

/// How long ago, in the largest whole unit: "25 minuti fa", "un'ora fa". The hour on the clock would need to know where the computer is.
pub fn ago(lang: Lang, age: Duration) -> String {
    let minutes = age.as_secs() / 60;
    let (hours, days) = (minutes / 60, minutes / (24 * 60));
    match (minutes, hours, days) {
        (0, ..) => lang.text(texts::AGO_NOW).to_owned(),
        (1, ..) => lang.text(texts::AGO_MINUTE).to_owned(),
        (_, 0, _) => texts::ago_minutes(lang, minutes),
        (_, 1, _) => lang.text(texts::AGO_HOUR).to_owned(),
        (_, _, 0) => texts::ago_hours(lang, hours),
        (_, _, 1) => lang.text(texts::AGO_DAY).to_owned(),
        _ => texts::ago_days(lang, days),
    }
}

/// A name with a lower-case initial, unless it is an abbreviation. A letter alone is an article: "I confini", "A share".
pub fn within_sentence(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() || " '’".contains(second) => {
            first.to_lowercase().chain(name.chars().skip(1)).collect()
        }
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_number_reads_back_as_itself() {
        for (value, it, en) in [(2180.5, "2180,5", "2180.5"), (-12.0, "-12", "-12"), (0.0, "0", "0")] {
            assert_eq!(
                (plain_number(Lang::It, value), plain_number(Lang::En, value)),
                (it.into(), en.into())
            );
            assert_eq!(Typed::read(it), Typed::Sure(value));
        }
    }

    #[test]
    fn what_a_field_shows_can_be_typed_again() {
        for lang in Lang::ALL {
            for value in [0.0, -3.0, 12.5, 1234.0, 0.125, 1.234, -12.345, 999.999, 1234.567, 0.000_001] {
                assert_eq!(Typed::read(&field_number(lang, value)), Typed::Sure(value), "{lang:?}");
            }
        }
        let fault = |lang, text| number_fault(lang, text, Typed::read(text)).unwrap_or_default();
        assert_eq!(
            fault(Lang::It, "1.234"),
            "«1.234» si può leggere in due modi: scrivi 1234 oppure 1,2340."
        );
        assert_eq!(fault(Lang::En, "5,000"), "“5,000” can be read in two ways: write 5000 or 5.");
        assert_eq!(fault(Lang::It, "1.2.3"), "«1.2.3» non è un numero: scrivi per esempio 150 o 12,5.");
        assert_eq!(fault(Lang::It, "7"), "");
    }

    #[test]
    fn numbers_as_each_language_writes_them() {
        assert_eq!(number(Lang::It, 3_446_886.0, 0), "3.446.886");
        assert_eq!(number(Lang::En, 3_446_886.0, 0), "3,446,886");
        assert_eq!(number(Lang::It, 181.04, 1), "181,0");
        assert_eq!(number(Lang::It, -1234.56, 1), "\u{2212}1.234,6");
        assert_eq!(number(Lang::It, -0.04, 1), "0,0");
        assert_eq!(number(Lang::It, 999.96, 1), "1.000,0");
        assert_eq!(signed_number(Lang::It, 0.26, 1), "+0,3");
        assert_eq!(signed_number(Lang::It, 0.01, 1), "0,0");
        assert_eq!(compact_number(Lang::It, 150.50, 3), "150,5");
        assert_eq!(compact_number(Lang::It, 1500.0, 3), "1.500");
    }

    #[test]
    fn significant_digits_whatever_the_size() {
        let four = |value| significant(Lang::It, value, 4);
        assert_eq!(
            [0.0, 0.050_017, -12.345_6, 1_234_567.8].map(four),
            ["0", "0,05002", "\u{2212}12,35", "1.234.568"]
        );
        assert_eq!(four(9.999_96), "10,00");
        assert_eq!([1.234_56e-9, -2e15].map(four), ["1,235e\u{2212}9", "\u{2212}2,000e15"]);
        assert_eq!(significant(Lang::En, 0.26, 1), "0.3");
        assert_eq!(
            [0.031_4, 0.001, 0.000_999, 0.0].map(|p| p_value(Lang::It, p)),
            ["= 0,031", "= 0,001", "< 0,001", "< 0,001",]
        );
    }

    #[test]
    fn dates_as_each_language_writes_them() {
        let day = Date::new(2023, 1, 1).unwrap();
        assert_eq!(date(Lang::It, day), "1/1/2023");
        assert_eq!(date(Lang::En, day), "1 January 2023");
    }

    #[test]
    fn what_was_kept_is_some_time_old() {
        let told = [59, 60, 1500, 3600, 7 * 3600, 86_400, 3 * 86_400]
            .map(|seconds| ago(Lang::It, Duration::from_secs(seconds)));
        let right = [
            "meno di un minuto fa",
            "un minuto fa",
            "25 minuti fa",
            "un'ora fa",
            "7 ore fa",
            "un giorno fa",
            "3 giorni fa",
        ];
        assert_eq!(told, right);
    }
}
