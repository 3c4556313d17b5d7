//! Numbers without binary noise: fixed-point decimals with eighteen places, rounded as in Excel, and parsed back from
//! what is displayed.

use std::fmt;

use super::source::Lang;

/// Decimal places.
const PLACES: u32 = 18;
/// The number one.
const ONE: i128 = 10_i128.pow(PLACES);
/// Differences up to this are rounding of divisions: the smallest difference of two different ratios of people is a
/// hundred times as large.
const NOISE: i128 = 1000;

/// A value, in units of 10⁻¹⁸.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exact(pub i128);

impl Exact {
    pub const ONE: Self = Self(ONE);

    /// `numerator / denominator`, both whole numbers.
    pub fn ratio(numerator: i128, denominator: i128) -> Self {
        let (whole, rest) = (numerator.div_euclid(denominator), numerator.rem_euclid(denominator));
        // The remainder is scaled in steps, so that nothing overflows.
        let thousand = ONE / 1_000_000_000;
        let (first, rest) =
            ((rest * thousand).div_euclid(denominator), (rest * thousand).rem_euclid(denominator));
        let last = (rest * thousand + denominator / 2).div_euclid(denominator);
        Self(whole * ONE + first * thousand + last)
    }

    /// From a decimal in the data: `-12.50`.
    pub fn read(text: &str) -> Option<Self> {
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let valid = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !valid(whole) || !valid(fraction) || fraction.len() > PLACES as usize {
            return None;
        }
        let scaled: i128 = format!("{whole}{fraction}").parse().ok()?;
        let value = scaled * 10_i128.pow(PLACES - fraction.len() as u32);
        Some(Self(if negative { -value } else { value }))
    }

    /// The mean of several.
    pub fn mean(values: &[Self]) -> Self {
        let sum: i128 = values.iter().map(|value| value.0).sum();
        Self((sum + sum.signum() * values.len() as i128 / 2) / values.len() as i128)
    }

    /// The difference.
    pub fn less(self, other: Self) -> Self {
        let difference = self.0 - other.0;
        Self(if difference.abs() <= NOISE { 0 } else { difference })
    }

    /// Whether two numbers are equal.
    pub fn same(self, other: Self) -> bool {
        self.less(other).0 == 0
    }

    /// Whether it is greater, and not equal.
    pub fn above(self, other: Self) -> bool {
        self.less(other).0 > 0
    }

    /// As a binary floating-point number.
    pub fn float(self) -> f64 {
        let (whole, rest) = (self.0.div_euclid(ONE), self.0.rem_euclid(ONE));
        whole as f64 + rest as f64 / ONE as f64
    }

    /// Rounded, in units of the last of this many decimals: first to fifteen significant digits, as in a spreadsheet,
    /// then half away from zero.
    pub fn rounded(self, decimals: usize) -> i128 {
        let digits = self.0.unsigned_abs().checked_ilog10().map_or(0, |log| log + 1);
        let fifteen = 10_i128.pow(digits.saturating_sub(15));
        let kept = half_away(self.0, fifteen) * fifteen;
        half_away(kept, 10_i128.pow(PLACES - decimals as u32))
    }
}

fn half_away(value: i128, unit: i128) -> i128 {
    value.signum() * ((value.abs() + unit / 2) / unit)
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.9}", self.float())
    }
}

/// A number as displayed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Printed {
    /// In units of its last decimal.
    pub units: i128,
    /// How many decimals it has.
    pub decimals: usize,
    /// Whether it has a plus or minus sign.
    pub signed: bool,
}

impl Printed {
    /// Parses a number at the start of a text in the format of the language; returns it with the rest. Thousands must
    /// have separators, and zero no sign.
    pub fn read(lang: Lang, text: &str) -> Option<(Self, &str)> {
        let (thousands, point) = match lang {
            Lang::It => ('.', ','),
            Lang::En => (',', '.'),
        };
        let (sign, rest) = match text.chars().next()? {
            '\u{2212}' => (Some(-1), &text['\u{2212}'.len_utf8()..]),
            '+' => (Some(1), &text[1..]),
            _ => (None, text),
        };
        let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let first = digits(rest);
        if first == 0 || first > 3 || (first > 1 && rest.starts_with('0')) {
            return None;
        }
        let (mut whole, mut rest) = (rest[..first].to_owned(), &rest[first..]);
        while let Some(group) = rest.strip_prefix(thousands) {
            if digits(group) != 3 {
                break;
            }
            whole.push_str(&group[..3]);
            rest = &group[3..];
        }
        let mut fraction = "";
        if let Some(after) = rest.strip_prefix(point)
            && digits(after) > 0
        {
            (fraction, rest) = after.split_at(digits(after));
        }
        let units: i128 = format!("{whole}{fraction}").parse().ok()?;
        if sign.is_some() && units == 0 {
            return None;
        }
        let printed =
            Self { units: sign.unwrap_or(1) * units, decimals: fraction.len(), signed: sign.is_some() };
        Some((printed, rest))
    }

    /// Whether it is this value, rounded to its decimals.
    pub fn is(self, value: Exact) -> bool {
        value.rounded(self.decimals) == self.units
    }

    /// As an exact number.
    pub fn exact(self) -> Exact {
        Exact(self.units * 10_i128.pow(PLACES - self.decimals as u32))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_are_cut_at_the_eighteenth_place() {
        assert_eq!(Exact::ratio(200, 3).0, 66_666_666_666_666_666_667);
        assert_eq!(Exact::ratio(-1, 8).0, -125_000_000_000_000_000);
        assert!(Exact::ratio(1, 3).same(Exact::ratio(2, 6)));
    }

    #[test]
    fn halves_go_away_from_zero() {
        for (text, decimals, units) in
            [("0.25", 1, 3), ("-0.25", 1, -3), ("2.675", 2, 268), ("1.005", 2, 101)]
        {
            assert_eq!(Exact::read(text).map(|x| x.rounded(decimals)), Some(units), "{text}");
        }
    }

    #[test]
    fn printed_numbers_are_read_back() {
        let read =
            |lang, text| Printed::read(lang, text).map(|(n, rest)| (n.units, n.decimals, rest.to_owned()));
        assert_eq!(read(Lang::It, "1.234,5 ab./km²"), Some((12345, 1, " ab./km²".into())));
        assert_eq!(read(Lang::En, "\u{2212}1,234.50%"), Some((-123_450, 2, "%".into())));
        assert_eq!(read(Lang::It, "\u{2212}0,0"), None);
        assert_eq!(read(Lang::It, "12345"), None);
        assert_eq!(read(Lang::It, "17. Il"), Some((17, 0, ". Il".into())));
    }
}
