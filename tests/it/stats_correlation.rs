//! Correlation, lines, curves and intervals: against scipy and statsmodels, against published figures, and by
//! properties.

use atlante::base::Level;
use atlante::data::Method;
use atlante::stats::correlation::{Correlation, pearson, spearman};
use atlante::stats::intervals::{Confidence, Interval, poisson, wilson};
use atlante::stats::{Lowess, lowess, ols, outliers, student, studentised_residuals};
use proptest::prelude::*;

use crate::common::{january, present, table};

const DATASETS: &str = include_str!("../reference/correlate_datasets.csv");
const REFERENCE: &str = include_str!("../reference/correlate.csv");

/// The tolerance against the reference, relative to its magnitude.
const RELATIVE: f64 = 1e-10;

fn numbers(text: &str) -> Vec<f64> {
    text.split(';').map(|x| x.parse().expect("a number")).collect()
}

fn dataset(name: &str) -> (Vec<f64>, Vec<f64>) {
    let line = DATASETS.lines().find(|line| line.split(',').next() == Some(name)).expect("a dataset");
    let fields: Vec<&str> = line.split(',').collect();
    (numbers(fields[1]), numbers(fields[2]))
}

/// A row of the reference.
struct Row<'a> {
    dataset: &'a str,
    statistic: &'a str,
    argument: &'a str,
    values: Vec<f64>,
}

impl Row<'_> {
    fn label(&self) -> String {
        format!("{} of {} at '{}'", self.statistic, self.dataset, self.argument)
    }

    /// Asserts that each of our numbers agrees with theirs to a relative tolerance.
    fn check(&self, ours: &[f64], relative: f64) {
        assert_eq!(ours.len(), self.values.len(), "{}", self.label());
        for (ours, theirs) in ours.iter().zip(&self.values) {
            let near = (ours - theirs).abs() <= relative * theirs.abs();
            assert!(near, "{}: {ours} is not {theirs}", self.label());
        }
    }

    /// Asserts that all our numbers agree with theirs, relative to their range and allowing for rounding.
    fn check_curve(&self, ours: &[f64]) {
        assert_eq!(ours.len(), self.values.len(), "{}", self.label());
        let of = |pick: fn(f64, f64) -> f64| self.values.iter().copied().reduce(pick).expect("values");
        let (low, high) = (of(f64::min), of(f64::max));
        let within = RELATIVE * (high - low) + 64.0 * f64::EPSILON * low.abs().max(high.abs());
        for (i, (ours, theirs)) in ours.iter().zip(&self.values).enumerate() {
            assert!((ours - theirs).abs() <= within, "{}, {i}: {ours} is not {theirs}", self.label());
        }
    }
}

fn reference(dataset: impl Fn(&str) -> bool) -> Vec<Row<'static>> {
    let rows = REFERENCE.lines().skip(1).map(|line| {
        let fields: Vec<&str> = line.split(',').collect();
        let [dataset, statistic, argument, values] = fields[..] else { panic!("four fields: {line}") };
        Row { dataset, statistic, argument, values: numbers(values) }
    });
    let rows: Vec<Row> = rows.filter(|row| dataset(row.dataset)).collect();
    assert!(!rows.is_empty());
    rows
}

#[test]
fn agrees_with_scipy_and_statsmodels() {
    for row in reference(|name| name != "student" && name != "intervals") {
        let (x, y) = dataset(row.dataset);
        match row.statistic {
            "pearson" => {
                let result = pearson(&x, &y).expect("a correlation");
                // scipy computes 1 − r² from r, and so loses digits of p that r cannot hold.
                let lost = 1e-16 * x.len() as f64 / (1.0 - result.r * result.r);
                row.check(&[result.r, result.p], RELATIVE.max(lost));
            }
            "spearman" => {
                let result = spearman(&x, &y).expect("a correlation");
                row.check(&[result.r, result.p], RELATIVE);
            }
            "line" => {
                let line = ols(&x, &y).expect("a line");
                row.check(&[line.slope, line.intercept, line.r2, line.residual_sd], RELATIVE);
            }
            "slope_ci95" => {
                let Interval { lower, upper } = ols(&x, &y).expect("a line").slope_ci95;
                row.check_curve(&[lower, upper]);
            }
            "band" => {
                let line = ols(&x, &y).expect("a line");
                let at: f64 = row.argument.parse().expect("a number");
                let Interval { lower, upper } = line.band(at);
                row.check_curve(&[line.at(at), lower, upper]);
            }
            "studentised" => row.check_curve(&studentised_residuals(&x, &y).expect("residuals")),
            "lowess" => {
                let [fraction, iterations, delta] = numbers(&row.argument.replace(',', ";"))[..] else {
                    panic!("{}", row.label())
                };
                let settings = Lowess { fraction, iterations: iterations as usize, delta };
                row.check_curve(&lowess(&x, &y, settings).expect("a curve"));
            }
            other => panic!("{other} is not known"),
        }
    }
}

/// spearman_exact.csv comes from spearman_exact.py: scipy.stats.permutation_test over all pairings.
#[test]
fn for_few_pairs_p_is_as_exact_as_that_of_scipy() {
    for line in include_str!("../reference/spearman_exact.csv").lines().skip(1) {
        let [x, y, rho, p] =
            line.split(',').map(numbers).collect::<Vec<_>>().try_into().expect("four fields");
        let found = spearman(&x, &y).expect("a correlation");
        assert!(found.exact && found.n == x.len());
        assert!((found.r - rho[0]).abs() < 1e-12 && (found.p - p[0]).abs() < 1e-12, "{line}: {found:?}");
    }
    let x: Vec<f64> = (0..10).map(f64::from).collect();
    assert!(!spearman(&x, &x).expect("a correlation").exact, "ten pairs are approximated");
    assert!(!pearson(&x[..5], &x[..5]).expect("a correlation").exact);
}

#[test]
fn student_agrees_with_scipy() {
    for row in reference(|name| name == "student") {
        let [at, df] = numbers(row.argument)[..] else { panic!("{}", row.label()) };
        let ours = match row.statistic {
            "two_sided_p" => student::two_sided_p(at, df),
            _ => student::quantile(at, df),
        };
        row.check(&[ours], 1e-12);
    }
}

#[test]
fn intervals_agree_with_scipy_and_statsmodels() {
    for row in reference(|name| name == "intervals") {
        let arguments = numbers(row.argument);
        let confidence = match arguments.last() {
            Some(0.95) => Confidence::P95,
            Some(0.998) => Confidence::P998,
            other => panic!("{other:?}"),
        };
        let Interval { lower, upper } = match row.statistic {
            "wilson" => wilson(arguments[0], arguments[1], confidence).expect("an interval"),
            _ => poisson(arguments[0], confidence).expect("an interval"),
        };
        // Where theirs ends a rounding error away from 0, ours ends at 0.
        if row.values[0].abs() < 1e-15 {
            assert_eq!(lower, 0.0, "{}", row.label());
        } else {
            Row { values: vec![row.values[0]], ..row }.check(&[lower], 1e-12);
        }
        Row { values: vec![row.values[1]], ..row }.check(&[upper], 1e-12);
    }
}

/// F. J. Anscombe, 1973: four data sets with the same statistics, to the published decimals.
#[test]
fn anscombe_as_published() {
    for name in ["anscombe_1", "anscombe_2", "anscombe_3", "anscombe_4"] {
        let (x, y) = dataset(name);
        let line = ols(&x, &y).expect("a line");
        let rounded = [line.slope, line.intercept, line.r2].map(|v| format!("{v:.2}"));
        assert_eq!(rounded, ["0.50", "3.00", "0.67"], "{name}");
        assert_eq!(format!("{:.2}", pearson(&x, &y).expect("a correlation").r), "0.82", "{name}");
    }
    // The third has one pair off an otherwise perfect line.
    let (x, y) = dataset("anscombe_3");
    assert_eq!(outliers(&x, &y), Ok(vec![2]));
}

/// The reference computes the two indicators independently.
#[test]
fn ageing_and_density_of_the_comuni() {
    let of = |indicator| table(indicator, january(2023), Level::Comuni, Method::Pooled);
    let (ageing, density) = (of("indice_vecchiaia"), of("densita"));
    let mut codes: Vec<&str> = ageing.rows.iter().map(|row| row.code.as_str()).collect();
    codes.sort_unstable();
    let values = |table| codes.iter().map(|code| present(table, code)).collect::<Vec<f64>>();
    let (x, y) = dataset("vecchiaia_densita");
    for (ours, theirs) in [(values(&ageing), x), (values(&density), y)] {
        assert_eq!(ours.len(), theirs.len());
        assert!(ours.iter().zip(&theirs).all(|(a, b)| (a - b).abs() <= 1e-14 * b.abs()));
    }
}

#[test]
fn a_large_offset_changes_nothing_but_the_place() {
    let (x, y) = dataset("noisy");
    // Multiples of 1/128 are exact at any of these offsets.
    let exact = |v: &f64| (v * 128.0).round() / 128.0;
    let (x, y): (Vec<f64>, Vec<f64>) = (x.iter().map(exact).collect(), y.iter().map(exact).collect());
    for (right, up) in [(2e9, -7e8), (-5e6, 1e12)] {
        let moved_x: Vec<f64> = x.iter().map(|v| v + right).collect();
        let moved_y: Vec<f64> = y.iter().map(|v| v + up).collect();
        let (before, after) = (pearson(&x, &y), pearson(&moved_x, &moved_y));
        let (before, after) = (before.expect("a correlation"), after.expect("a correlation"));
        assert!((before.r - after.r).abs() < 1e-14, "{before:?} {after:?}");
        assert_eq!(spearman(&x, &y), spearman(&moved_x, &moved_y));
        let (line, moved) = (ols(&x, &y).expect("a line"), ols(&moved_x, &moved_y).expect("a line"));
        assert!((line.slope / moved.slope - 1.0).abs() < 1e-13);
        assert!((line.residual_sd / moved.residual_sd - 1.0).abs() < 1e-13);
        let settings = Lowess::default();
        let (curve, there) = (lowess(&x, &y, settings), lowess(&moved_x, &moved_y, settings));
        for (a, b) in curve.expect("a curve").iter().zip(there.expect("a curve")) {
            assert!((a + up - b).abs() <= 1e-12 + f64::EPSILON * up.abs(), "{a} {b}");
        }
    }
}

/// Pairs with ties, at various scales, enough for every method.
fn pairs() -> impl Strategy<Value = (Vec<f64>, Vec<f64>)> {
    let value = || prop_oneof![2 => (-20..20_i32).prop_map(f64::from), 3 => -50.0..50.0_f64, 1 => Just(0.0)];
    let scale = || prop::sample::select(&[1.0, 1e-6, 1e6]);
    let cloud = prop::collection::vec((value(), value()), 4..40);
    (cloud, scale(), scale())
        .prop_map(|(cloud, of_x, of_y)| cloud.into_iter().map(|(x, y)| (x * of_x, y * of_y)).unzip())
}

fn same(a: Correlation, b: Correlation) -> Result<(), TestCaseError> {
    prop_assert!((a.r - b.r).abs() < 1e-12, "{:?} {:?}", a, b);
    // Near ±1 a rounding error of the values is a large part of 1 − r².
    prop_assert!((a.p - b.p).abs() < 1e-7, "{:?} {:?}", a, b);
    Ok(())
}

/// The results if both succeed; `None` if both fail.
fn both<T, U, E>(a: Result<T, E>, b: Result<U, E>) -> Option<(T, U)> {
    assert_eq!(a.is_ok(), b.is_ok());
    a.ok().zip(b.ok())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_correlation_is_symmetric_and_within_one((x, y) in pairs()) {
        for method in [pearson, spearman] {
            if let Some((there, back)) = both(method(&x, &y), method(&y, &x)) {
                prop_assert!(there.r.abs() <= 1.0 && (0.0..=1.0).contains(&there.p), "{:?}", there);
                // An exact p is at least that of a single permutation.
                prop_assert!(there.r.abs() < 1.0 || there.exact || there.p == 0.0, "{:?}", there);
                same(there, back)?;
            }
        }
    }

    #[test]
    fn units_of_measure_change_no_correlation(
        (x, y) in pairs(),
        factor in prop::sample::select(&[2.0, -0.5, 1024.0, -3.0]),
        shift in -4..4_i32,
    ) {
        // At the scale of the values, so that no digit is rounded away.
        let size = x.iter().fold(0.0, |most: f64, v| most.max(v.abs()));
        let moved: Vec<f64> = x.iter().map(|v| factor * (v + f64::from(shift) * size)).collect();
        if let Ok(before) = pearson(&x, &y) {
            let after = pearson(&moved, &y).expect("still a correlation");
            same(Correlation { r: before.r * factor.signum(), ..before }, after)?;
        }
    }

    #[test]
    fn ranks_know_only_the_order((x, y) in pairs()) {
        let stretched: Vec<f64> = x.iter().map(|v| v.cbrt()).collect();
        // Cube roots of different numbers may round to the same number.
        let distinct = |values: &[f64]| {
            let mut sorted = values.to_vec();
            sorted.sort_by(f64::total_cmp);
            sorted.dedup();
            sorted.len()
        };
        if distinct(&x) == distinct(&stretched) {
            prop_assert_eq!(spearman(&x, &y), spearman(&stretched, &y));
        }
    }

    #[test]
    fn the_line_agrees_with_the_correlation((x, y) in pairs()) {
        if let Some((line, result)) = both(ols(&x, &y), pearson(&x, &y)) {
            prop_assert!((line.r2 - result.r * result.r).abs() < 1e-15);
            prop_assert!(line.slope_ci95.contains(line.slope));
            // The interval excludes zero where p is below 5%.
            if (result.p - 0.05).abs() > 1e-9 {
                prop_assert_eq!(line.slope_ci95.contains(0.0), result.p > 0.05, "{:?} {:?}", line, result);
            }
            for at in [x[0], -1e3, 0.0] {
                prop_assert!(line.band(at).contains(line.at(at)));
            }
        }
    }

    #[test]
    fn the_curve_of_a_line_is_the_line(
        x in prop::collection::vec(-100.0..100.0_f64, 3..40),
        slope in -10.0..10.0_f64,
        fraction in 0.05..1.0_f64,
        iterations in 0..4_usize,
        delta in 0.0..30.0_f64,
    ) {
        let y: Vec<f64> = x.iter().map(|x| 7.0 + slope * x).collect();
        let settings = Lowess { fraction, iterations, delta };
        if let Ok(curve) = lowess(&x, &y, settings) {
            for (height, y) in curve.iter().zip(&y) {
                prop_assert!((height - y).abs() < 1e-7, "{} {}", height, y);
            }
        }
    }

    #[test]
    fn the_order_of_the_points_is_irrelevant_to_the_curve(
        ((x, y), order) in pairs().prop_flat_map(|(x, y)| {
            let order: Vec<usize> = (0..x.len()).collect();
            (Just((x, y)), Just(order).prop_shuffle())
        }),
        fraction in 0.05..1.0_f64,
        iterations in 0..4_usize,
    ) {
        let settings = Lowess { fraction, iterations, delta: 0.0 };
        let moved = |values: &[f64]| order.iter().map(|&i| values[i]).collect::<Vec<f64>>();
        if let Some((curve, other)) = both(lowess(&x, &y, settings), lowess(&moved(&x), &moved(&y), settings)) {
            prop_assert_eq!(moved(&curve), other);
            prop_assert!(curve.iter().all(|height| height.is_finite()));
        }
    }

    #[test]
    fn nothing_panics_whatever_the_values(
        cloud in prop::collection::vec((any::<f64>(), any::<f64>()), 0..12),
        fraction in any::<f64>(),
        delta in any::<f64>(),
    ) {
        let within = |v: f64| if v.abs() > 1e100 { 1.0 / v } else { v };
        for cloud in [cloud.clone(), cloud.into_iter().map(|(x, y)| (within(x), within(y))).collect()] {
            let (x, y): (Vec<f64>, Vec<f64>) = cloud.into_iter().unzip();
            for result in [pearson(&x, &y), spearman(&x, &y)].into_iter().flatten() {
                prop_assert!(result.r.abs() <= 1.0 && (0.0..=1.0).contains(&result.p), "{:?}", result);
            }
            if let Ok(line) = ols(&x, &y) {
                prop_assert!(line.slope.is_finite() && line.residual_sd >= 0.0, "{:?}", line);
            }
            let _ = outliers(&x, &y);
            let _ = lowess(&x, &y, Lowess { fraction, iterations: 3, delta });
        }
    }
}
