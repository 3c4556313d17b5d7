//! Decimal arithmetic on binary numbers: rounding as a reader expects it, and results without binary rounding noise.
//!
//! 0.3 − 0.2 comes out as 0.09999999999999998, and 2.675 is kept as a number a hair below it. A binary number of 64
//! bits carries fifteen decimal digits faithfully (`f64::DIGITS`), and Excel calculates and displays with as many;
//! further digits are noise. Every number that is compared with an edge, with zero or with another result comes from
//! here, and so does every number that is shown.

/// Significant decimal digits that survive the conversion to binary and back.
const DIGITS: i32 = f64::DIGITS as i32;

/// The power of ten of the first digit: 2 for 146.8, −2 for 0.05. `None` for zero and non-finite numbers.
fn exponent(x: f64) -> Option<i32> {
    (x != 0.0 && x.is_finite()).then(|| {
        let near = x.abs().log10().floor() as i32;
        // The logarithm of a number just below a power of ten can round up to it.
        let power = 10_f64.powi(near);
        match () {
            () if x.abs() < power => near - 1,
            () if x.abs() >= power * 10.0 => near + 1,
            () => near,
        }
    })
}

/// The nearest multiple of 10^−`decimals`, exactly the number one gets by parsing its decimal notation. `decimals`
/// may be negative.
fn at(x: f64, decimals: i32) -> f64 {
    /// The largest power of ten that is exact in binary.
    const EXACT: i32 = 22;
    /// From 2⁵³ up not every integer is exact.
    const WHOLE: f64 = 9_007_199_254_740_992.0;
    let power = 10_f64.powi(decimals.abs().min(EXACT));
    let shifted = if decimals < 0 { x / power } else { x * power };
    if decimals.abs() <= EXACT && shifted.abs() < WHOLE {
        let whole = shifted.round();
        // The quotient of two exact numbers is the binary number nearest to the decimal. Adding 0 turns −0 into 0.
        return if decimals < 0 { whole * power } else { whole / power } + 0.0;
    }
    if decimals < 0 {
        return x;
    }
    // The standard library parses back exactly what it writes.
    let places = usize::try_from(decimals).unwrap_or(0);
    format!("{x:.places$}").parse().unwrap_or(x) + 0.0
}

/// The number without the noise beyond its fifteenth significant digit.
pub fn clean(x: f64) -> f64 {
    clean_of(x, x)
}

/// The same for a result computed from numbers as large as `magnitude`, which determine the noise.
fn clean_of(x: f64, magnitude: f64) -> f64 {
    exponent(magnitude).map_or(x, |exponent| at(x, DIGITS - 1 - exponent))
}

/// One number minus another: zero where they differ only by noise, 0.1 for 0.3 − 0.2.
pub fn difference(now: f64, before: f64) -> f64 {
    let difference = now - before;
    // Whole numbers have no noise.
    match now.fract() == 0.0 && before.fract() == 0.0 {
        true => difference,
        false => clean_of(difference, now.abs().max(before.abs())),
    }
}

/// Whether two numbers of a set are equal up to noise, where the largest of the set is `magnitude`.
pub(crate) fn same_among(a: f64, b: f64, magnitude: f64) -> bool {
    clean_of(a - b, magnitude) == 0.0
}

/// The sum of numbers, as it would be on paper.
///
/// Compensated summation: what each addition loses is collected and added at the end (A. Neumaier,
/// "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", *ZAMM* 54, 1974), so that the error does
/// not grow with the number of summands.
pub fn sum(values: impl IntoIterator<Item = f64>) -> f64 {
    let (mut total, mut lost, mut largest, mut whole) = (0.0_f64, 0.0, 0.0_f64, true);
    for x in values {
        let next = total + x;
        lost += if total.abs() >= x.abs() { (total - next) + x } else { (x - next) + total };
        total = next;
        largest = largest.max(x.abs());
        whole &= x.fract() == 0.0;
    }
    let exact = total + lost;
    // Whole numbers have no noise.
    if whole { exact } else { clean_of(exact, exact.abs().max(largest)) }
}

/// The fewest decimals that write a number in full: 3 for 0.043.
pub fn places(x: f64) -> usize {
    clean(x).to_string().split_once('.').map_or(0, |(_, fraction)| fraction.len())
}

/// `x` rounded to this many decimals, half away from zero as in Excel: 2.675 becomes 2.68.
pub fn rounded(x: f64, decimals: usize) -> f64 {
    match fixed(x, decimals).parse() {
        Ok(rounded) => rounded,
        Err(_) => x,
    }
}

/// `x` written with this many decimals, rounded half away from zero as in Excel: `2.68` for 2.675. What rounds to
/// zero has no minus sign.
pub fn fixed(x: f64, decimals: usize) -> String {
    if !x.is_finite() {
        return x.to_string();
    }
    let places = (DIGITS - 1) as usize;
    let scientific = format!("{:.places$e}", x.abs());
    let (digits, power) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
    let (significand, power) = (digits.parse::<u64>().unwrap_or(0), power.parse::<i32>().unwrap_or(0));
    // The number is significand × 10^(power − 14); it is needed as whole × 10^−decimals.
    let beyond = i64::from(DIGITS - 1 - power) - decimals as i64;
    let mut whole = match u32::try_from(beyond) {
        Ok(beyond) => match 10_u64.checked_pow(beyond) {
            Some(step) => ((significand + step / 2) / step).to_string(),
            None => "0".to_owned(),
        },
        Err(_) => significand.to_string() + &"0".repeat(if significand == 0 { 0 } else { -beyond as usize }),
    };
    if whole.len() <= decimals {
        whole.insert_str(0, &"0".repeat(decimals + 1 - whole.len()));
    }
    let is_zero = whole.bytes().all(|digit| digit == b'0');
    if decimals > 0 {
        whole.insert(whole.len() - decimals, '.');
    }
    if x < 0.0 && !is_zero {
        whole.insert(0, '-');
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_are_those_of_the_decimals() {
        // Python: `Decimal("0.3") - Decimal("0.2")` and so on.
        for (now, before, by) in [
            (0.3, 0.2, 0.1),
            (146.7, 146.8, -0.1),
            (2.2, 2.23, -0.03),
            (0.1 + 0.2, 0.3, 0.0),
            (1_234_567.89, 1_234_567.88, 0.01),
            (-0.1, 0.2, -0.3),
            (5.0, 5.0, 0.0),
            (1e-9, 2e-9, -1e-9),
            (1e30, 1.0, 1e30),
        ] {
            assert_eq!(difference(now, before), by, "{now} - {before}");
        }
        // Real differences stay: one person in a million, and the smallest difference between percentages of about a
        // million.
        assert!(difference(100.0 / 999_999.0, 100.0 / 1_000_000.0) > 0.0);
        assert!(difference(100.0 * 500_000.0 / 1_000_001.0, 100.0 * 499_999.0 / 999_999.0) != 0.0);
    }

    #[test]
    fn sums_are_those_of_the_decimals() {
        assert_eq!(sum([0.1; 10]), 1.0);
        assert_eq!(sum([0.3, -0.2, -0.1]), 0.0);
        assert_eq!(sum((0..193).map(|i| f64::from(i) / 10.0)), 1852.8);
        assert_eq!(sum([9_007_199_254_740_991.0, 1.0]), 9_007_199_254_740_992.0);
        assert_eq!(sum([1e16, 1.0, -1e16]), 1.0, "whole numbers lose nothing");
        assert_eq!(sum([]), 0.0);
    }

    #[test]
    fn noise_is_what_comes_after_fifteen_digits() {
        assert_eq!(clean(0.1 + 0.2), 0.3);
        assert_eq!(clean(-1.1 * 1.1), -1.21);
        assert_eq!(clean(181.670_000_000_000_02), 181.67);
        for same in [0.0, 1.0, -0.5, 0.1, 123_456_789.012_345, 1e22, 5e-324, f64::MAX, f64::INFINITY] {
            assert_eq!(clean(same), same);
        }
        assert!(clean(f64::NAN).is_nan());
    }

    #[test]
    fn decimals_are_those_that_are_written() {
        let cases = [(0.043, 3), (12.0, 0), (-2.5, 1), (0.1 + 0.2, 1), (1e-7, 7)];
        assert!(cases.iter().all(|(x, decimals)| places(*x) == *decimals));
    }

    /// As in Excel; Python's `Decimal(repr(x)).quantize(…, ROUND_HALF_UP)` agrees.
    #[test]
    fn halves_go_away_from_zero() {
        for (x, decimals, written) in [
            (2.675, 2, "2.68"),
            (1.005, 2, "1.01"),
            (0.5, 0, "1"),
            (1.5, 0, "2"),
            (2.5, 0, "3"),
            (-2.5, 0, "-3"),
            (0.05, 1, "0.1"),
            (0.25, 1, "0.3"),
            (-0.25, 1, "-0.3"),
            (-0.04, 1, "0.0"),
            (0.049_999, 1, "0.0"),
            (999.95, 1, "1000.0"),
            (0.0, 2, "0.00"),
            (3_446_886.0, 0, "3446886"),
            (181.041_2, 3, "181.041"),
            (1e20, 1, "100000000000000000000.0"),
            (1.2e-20, 3, "0.000"),
            (0.000_025, 6, "0.000025"),
            (9.995, 2, "10.00"),
        ] {
            assert_eq!(fixed(x, decimals), written, "{x} {decimals}");
            assert_eq!(rounded(x, decimals).to_string(), written.parse::<f64>().unwrap().to_string());
        }
    }
}
