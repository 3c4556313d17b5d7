//! The upper tail of the F distribution.

use super::gamma::ln_gamma;
use super::student;

/// P(X ≥ f) with `df1` and `df2` degrees of freedom: I_x(df2/2, df1/2) with x = df2/(df2 + df1·f), I being the
/// regularised incomplete beta function (NIST *Digital Library of Mathematical Functions*, 8.17). NaN for a negative
/// f or degrees of freedom that are not positive.
pub fn upper(f: f64, df1: f64, df2: f64) -> f64 {
    if !(f >= 0.0 && df1 > 0.0 && df2 > 0.0) {
        return f64::NAN;
    }
    if f == 0.0 {
        return 1.0;
    }
    let (a, b) = (df2 / 2.0, df1 / 2.0);
    let whole = df2 + df1 * f;
    let (x, y) = (df2 / whole, df1 * f / whole);
    let front = (a * x.ln() + b * y.ln() + ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b)).exp();
    if x < (a + 1.0) / (a + b + 2.0) {
        front * student::fraction(a, b, x, y)
    } else {
        1.0 - front * student::fraction(b, a, y, x)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `scipy.stats.f.sf` of scipy 1.17.
    #[test]
    fn tails_are_those_of_scipy() {
        let known = [
            (3.0, 2.0, 10.0, 0.095_367_431_640_624_97),
            (0.4, 5.0, 187.0, 0.848_414_723_448_903_9),
            (25.0, 3.0, 189.0, 1.143_688_377_371_056e-13),
        ];
        for (f, df1, df2, wanted) in known {
            let own = upper(f, df1, df2);
            assert!((own / wanted - 1.0).abs() < 1e-10, "{f}: {own} is not {wanted}");
        }
        assert_eq!(upper(0.0, 1.0, 1.0), 1.0);
        assert!(upper(-1.0, 1.0, 1.0).is_nan());
    }
}
