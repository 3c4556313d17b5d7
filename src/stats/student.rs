//! Student's t distribution, through the incomplete beta function.
//!
//! "Student", "The probable error of a mean", *Biometrika* 6(1), 1908. With ν degrees of freedom, P(|T| > t) =
//! I_x(ν/2, ½), x = ν/(ν + t²), I being the regularised incomplete beta function. Both x and 1 − x are passed around,
//! and small probabilities are kept as logarithms, so that neither tail loses digits: about 13 agree with
//! `scipy.stats.t`. ν may be any positive number up to about 10⁷; other values give NaN.

use std::f64::consts::{LN_2, PI};

/// P(|T| ≥ |t|) with `df` degrees of freedom. O(√df).
pub fn two_sided_p(t: f64, df: f64) -> f64 {
    ln_two_sided(t, df).exp()
}

/// The t for which P(T ≤ t) is `p`, with `df` degrees of freedom: ±∞ for 0 and 1, NaN outside of them.
///
/// Newton's method on ln P(T > t) as a function of ln t, which is concave and falling: after one step at most it
/// nears the answer from above. O(√df) a step, about ten steps.
pub fn quantile(p: f64, df: f64) -> f64 {
    if !(0.0..=1.0).contains(&p) || df.is_nan() || df <= 0.0 {
        return f64::NAN;
    }
    // 1 − p is exact from ½ up.
    let (sign, tail) = if p < 0.5 { (-1.0, p) } else { (1.0, 1.0 - p) };
    if tail == 0.0 {
        return sign * f64::INFINITY;
    }
    if tail == 0.5 {
        return 0.0;
    }
    let wanted = tail.ln() + LN_2;
    let mut ln_t = 0.0_f64;
    for _ in 0..200 {
        let t = ln_t.exp();
        if t.is_infinite() {
            break;
        }
        let ln_p = ln_two_sided(t, df);
        // −d ln p / d ln t = 2·t·density / p.
        let fall = (LN_2 + ln_density(t, df) + ln_t - ln_p).exp();
        let step = (ln_p - wanted) / fall;
        // Where the function is nearly flat a full step would overflow.
        ln_t += step.clamp(-8.0, 8.0);
        if step.abs() <= 2.0 * f64::EPSILON {
            break;
        }
    }
    sign * ln_t.exp()
}

/// The two-sided p-value of a correlation `r` of `n` pairs; 1 − r² is passed as `rest` to keep its digits.
pub(super) fn p_of_correlation(r: f64, rest: f64, n: usize) -> f64 {
    // x = ν/(ν + t²) with t² = ν·r²/(1 − r²).
    ln_beta_tail((n as f64 - 2.0) / 2.0, &Share::pair(rest, r * r)).exp()
}

fn ln_two_sided(t: f64, df: f64) -> f64 {
    if t.is_nan() || df.is_nan() || df <= 0.0 {
        return f64::NAN;
    }
    ln_beta_tail(df / 2.0, &Share::of(t, df))
}

/// A number from 0 to 1 and its complement, with the logarithm of each; none is derived from another where that would
/// lose digits.
struct Share {
    x: f64,
    y: f64,
    ln_x: f64,
    ln_y: f64,
}

impl Share {
    /// x = ν/(ν + t²).
    fn of(t: f64, df: f64) -> Self {
        let root = df.sqrt();
        let inner = t.abs() < root;
        let w = if inner { t.abs() / root } else { root / t.abs() };
        let square = w * w;
        let (near, far) = (1.0 / (1.0 + square), square / (1.0 + square));
        let (ln_near, ln_far) = (-square.ln_1p(), 2.0 * w.ln() - square.ln_1p());
        if inner {
            Self { x: near, y: far, ln_x: ln_near, ln_y: ln_far }
        } else {
            Self { x: far, y: near, ln_x: ln_far, ln_y: ln_near }
        }
    }

    /// Two numbers that sum to 1.
    fn pair(x: f64, y: f64) -> Self {
        let ln = |x: f64, y: f64| if y < 0.5 { (-y).ln_1p() } else { x.ln() };
        Self { x, y, ln_x: ln(x, y), ln_y: ln(y, x) }
    }
}

fn ln_density(t: f64, df: f64) -> f64 {
    gamma_ratio(df / 2.0).ln() - (df * PI).ln() / 2.0 + (df + 1.0) / 2.0 * Share::of(t, df).ln_x
}

/// ln I_x(a, ½).
///
/// By the continued fraction of I_x(a, b) or of I_y(b, a), whichever converges (NIST *Digital Library of
/// Mathematical Functions*, 8.17.22 and 8.17.4).
fn ln_beta_tail(a: f64, share: &Share) -> f64 {
    const B: f64 = 0.5;
    if share.ln_x == f64::NEG_INFINITY || share.ln_y == f64::NEG_INFINITY {
        return share.ln_x;
    }
    // x^a·y^b / B(a, b), and 1/B(a, ½) = Γ(a + ½) / (Γ(a)·√π).
    let ln_front = a * share.ln_x + B * share.ln_y + gamma_ratio(a).ln() - PI.ln() / 2.0;
    if share.x < (a + 1.0) / (a + B + 2.0) {
        ln_front + fraction(a, B, share.x, share.y).ln()
    } else {
        (-(ln_front.exp() * fraction(B, a, share.y, share.x))).ln_1p()
    }
}

/// The continued fraction of I_x(a, b)·B(a, b) / x^a·y^b, y being 1 − x: A. R. DiDonato, A. H. Morris, "Algorithm
/// 708", *ACM Transactions on Mathematical Software* 18(3), 1992, eq. 9. It uses y where the better known fraction
/// uses 1 − x, and so keeps its digits where a is large and x is near 1. By the modified method of Lentz (W. H. Press
/// and others, *Numerical Recipes*, 3rd edition, 5.2). O(√max(a, b)) terms.
pub(super) fn fraction(a: f64, b: f64, x: f64, y: f64) -> f64 {
    /// Replaces a zero denominator.
    const TINY: f64 = 1e-300;
    const MAX_TERMS: u32 = 20_000;
    let not_zero = |v: f64| if v.abs() < TINY { TINY } else { v };
    let constant = |m: f64| {
        let last = (a + m) * (a * y - b * x + 1.0 + m * (1.0 + y)) / (a + 2.0 * m + 1.0);
        // For m = 0 the middle term is 0, but with a = 1 the formula would give 0/0.
        if m == 0.0 { last } else { m + m * (b - m) * x / (a + 2.0 * m - 1.0) + last }
    };
    let mut value = not_zero(constant(0.0));
    let (mut c, mut d) = (value, 0.0);
    for m in 1..=MAX_TERMS {
        let m = f64::from(m);
        let odd = a + 2.0 * m - 1.0;
        let above = (a + m - 1.0) / odd * ((a + b + m - 1.0) / odd) * m * (b - m) * x * x;
        let below = constant(m);
        d = 1.0 / not_zero(below + above * d);
        c = not_zero(below + above / c);
        let change = c * d;
        value *= change;
        if (change - 1.0).abs() <= f64::EPSILON {
            break;
        }
    }
    1.0 / value
}

/// Γ(a + ½)/Γ(a).
///
/// By its asymptotic series (F. G. Tricomi, A. Erdélyi, "The asymptotic expansion of a ratio of gamma functions",
/// *Pacific Journal of Mathematics* 1(1), 1951), once Γ(a + 1) = a·Γ(a) has made a large enough. A difference of two
/// log-gammas would lose digits as a grows.
fn gamma_ratio(a: f64) -> f64 {
    /// The a from which the first omitted term is below 2⁻⁵².
    const FAR: f64 = 64.0;
    /// Coefficients of the powers of 1/a.
    const SERIES: [f64; 7] = [
        1.0,
        -1.0 / 8.0,
        1.0 / 128.0,
        5.0 / 1024.0,
        -21.0 / 32_768.0,
        -399.0 / 262_144.0,
        869.0 / 4_194_304.0,
    ];
    let (mut a, mut carried) = (a, 1.0);
    while a < FAR {
        carried *= a / (a + 0.5);
        a += 1.0;
    }
    carried * a.sqrt() * SERIES.iter().rev().fold(0.0, |sum, term| sum / a + term)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// P(T ≤ t) with `df` degrees of freedom.
    fn cdf(t: f64, df: f64) -> f64 {
        let half = two_sided_p(t, df) / 2.0;
        if t > 0.0 { 1.0 - half } else { half }
    }

    fn near(ours: f64, theirs: f64) {
        assert!((ours - theirs).abs() <= 1e-13 * theirs.abs(), "{ours} {theirs}");
    }

    /// With one and two degrees of freedom the distribution has a closed form.
    #[test]
    fn the_closed_forms() {
        for t in [1e-8, 0.1, 0.9, 1.0, 3.0, 50.0, 1e8, 1e200] {
            near(two_sided_p(t, 1.0), 2.0 / PI * (1.0 / t).atan());
            let w: f64 = t / 2.0_f64.sqrt();
            near(two_sided_p(-t, 2.0), 1.0 / w.hypot(1.0) / (w.hypot(1.0) + w));
        }
    }

    /// Tables of Student's distribution found in every textbook: 97.5% and 99.5%.
    #[test]
    fn the_textbook_tables() {
        let table = [(1.0, 12.706, 63.657), (5.0, 2.571, 4.032), (15.0, 2.131, 2.947), (120.0, 1.980, 2.617)];
        for (df, at_975, at_995) in table {
            assert!((quantile(0.975, df) - at_975).abs() < 6e-4, "{df}");
            assert!((quantile(0.995, df) - at_995).abs() < 6e-4, "{df}");
        }
        // Close to the normal distribution, from which it differs by (z³ + z)/4ν.
        near(quantile(0.975, 1e6), 1.959_966_356_814_107);
    }

    #[test]
    fn the_quantile_undoes_the_distribution() {
        for df in [1.0, 2.0, 3.0, 15.0, 191.0, 7898.0] {
            for p in [1e-200, 1e-9, 0.001, 0.025, 0.3, 0.499] {
                let t = quantile(p, df);
                assert!((cdf(t, df) / p - 1.0).abs() < 1e-11, "{p} {df}: {t}");
                if p > 1e-4 {
                    near(quantile(1.0 - p, df), -quantile(1.0 - (1.0 - p), df));
                }
            }
        }
    }

    #[test]
    fn the_ends() {
        assert_eq!(quantile(0.5, 7.0), 0.0);
        assert_eq!(quantile(1e-200, 0.5), f64::NEG_INFINITY, "beyond the numbers");
        assert_eq!((quantile(0.0, 7.0), quantile(1.0, 7.0)), (f64::NEG_INFINITY, f64::INFINITY));
        assert!(quantile(1.5, 7.0).is_nan() && quantile(f64::NAN, 7.0).is_nan());
        assert!(quantile(0.9, 0.0).is_nan() && cdf(1.0, -1.0).is_nan() && cdf(f64::NAN, 3.0).is_nan());
        assert_eq!((cdf(0.0, 3.0), two_sided_p(0.0, 3.0)), (0.5, 1.0));
        assert_eq!((cdf(f64::INFINITY, 3.0), cdf(f64::NEG_INFINITY, 3.0)), (1.0, 0.0));
    }

    #[test]
    fn the_gamma_ratio_of_small_numbers() {
        near(gamma_ratio(0.5), 1.0 / PI.sqrt());
        near(gamma_ratio(1.0), PI.sqrt() / 2.0);
        near(gamma_ratio(2.5), 2.0 / (0.75 * PI.sqrt()));
    }
}
