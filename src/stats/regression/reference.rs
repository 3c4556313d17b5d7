//! Regression against `statsmodels` 0.15 and `spreg` 1.9: `tests/reference/regression.py`.

use super::breusch_pagan::breusch_pagan;
use super::influence::influence;
use super::jarque_bera::jarque_bera;
use super::multiple::{Model, fit_model};
use super::partial::partial_correlation;
use super::residual_moran::residual_moran;
use super::spatial::{SpatialKind, spatial_model};
use crate::geo::adjacency::Adjacency;
use crate::stats::{refused::Refused, space::Weights};

const UNITS: &str = include_str!("../../../tests/reference/space_units.csv");
const MORE: &str = include_str!("../../../tests/reference/regression_units.csv");
const WANTED: &str = include_str!("../../../tests/reference/regression.csv");

fn column(text: &str, at: usize) -> Vec<f64> {
    text.lines()
        .skip(1)
        .map(|line| line.split(',').nth(at).and_then(|cell| cell.parse().ok()).expect("a number"))
        .collect()
}

fn wanted(name: &str) -> Vec<f64> {
    let lines = WANTED.lines().filter_map(|line| line.rsplit_once(','));
    let own = lines.filter(|(key, _)| key.rsplit_once('.').is_some_and(|(key, _)| key == name));
    own.map(|(_, value)| value.parse().expect("a number")).collect()
}

fn near(own: &[f64], name: &str, tolerance: f64) {
    let wanted = wanted(name);
    assert_eq!(own.len(), wanted.len(), "{name}");
    for (own, wanted) in own.iter().zip(&wanted) {
        assert!((own - wanted).abs() <= tolerance * wanted.abs().max(1e-3), "{name}: {own} is not {wanted}");
    }
}

fn data() -> (Vec<f64>, Vec<Vec<f64>>) {
    (column(UNITS, 3), vec![column(UNITS, 2), column(UNITS, 1), column(MORE, 0)])
}

fn weights() -> Weights {
    let points: Vec<[f64; 2]> =
        column(UNITS, 0).into_iter().zip(column(UNITS, 1)).map(|(x, y)| [x, y]).collect();
    let nearest = Weights::nearest(&points, 5);
    let pairs = (0..nearest.len())
        .flat_map(|i| nearest.of(i).iter().map(move |&j| (i as u32, j)).collect::<Vec<_>>());
    Weights::contiguity(&Adjacency::from_pairs(points.len(), pairs))
}

fn check(model: &Model, name: &str) {
    let of = |get: fn(&super::multiple::Coefficient) -> f64| -> Vec<f64> {
        model.coefficients.iter().map(get).collect()
    };
    near(&of(|c| c.value), &format!("{name}.b"), 1e-9);
    near(&of(|c| c.se), &format!("{name}.se"), 1e-9);
    near(&of(|c| c.p), &format!("{name}.p"), 1e-9);
    near(&of(|c| c.se_hc3), &format!("{name}.hc3"), 1e-9);
    near(&of(|c| c.p_hc3), &format!("{name}.php3"), 1e-9);
    let ends: Vec<f64> = model.coefficients.iter().flat_map(|c| [c.ci95.lower, c.ci95.upper]).collect();
    near(&ends, &format!("{name}.ci"), 1e-9);
    let all = [model.r2, model.adjusted_r2, model.f.statistic, model.f.p, model.residual_sd, model.aic];
    near(&all, &format!("{name}.all"), 1e-9);
}

#[test]
fn least_squares_are_those_of_statsmodels() {
    let (y, columns) = data();
    let model = fit_model(&y, &columns, None).unwrap();
    check(&model, "ols");
    let of = |get: fn(&super::multiple::Coefficient) -> f64| -> Vec<f64> {
        model.coefficients[1..].iter().map(get).collect()
    };
    near(&of(|c| c.standardised), "std", 1e-9);
    near(&of(|c| c.vif), "vif", 1e-9);
    let test = breusch_pagan(&model, &columns).unwrap();
    near(&[test.statistic, test.p], "bp", 1e-9);
    let test = jarque_bera(&model.residuals);
    near(&[test.statistic, test.p], "jb", 1e-9);
    let units = influence(&model);
    near(&units.iter().map(|u| u.cook).collect::<Vec<_>>(), "cook", 1e-9);
    near(&units.iter().map(|u| u.leverage).collect::<Vec<_>>(), "leverage", 1e-9);
    near(&units.iter().map(|u| u.studentised).collect::<Vec<_>>(), "studentised", 1e-9);
    check(&fit_model(&y, &columns, Some(&column(MORE, 1))).unwrap(), "wls");
    let partial = partial_correlation(&columns[0], &y, &columns[1..]).unwrap();
    near(&[partial.statistic, partial.p], "partial", 1e-9);
}

#[test]
fn models_of_space_are_those_of_spreg() {
    let (y, columns) = data();
    let weights = weights();
    let moran = residual_moran(&fit_model(&y, &columns, None).unwrap(), &weights).unwrap();
    near(&[moran.i, moran.expected, moran.variance, moran.z, moran.p], "moran", 1e-9);
    for (kind, name) in [(SpatialKind::Lag, "lag"), (SpatialKind::Error, "error")] {
        let model = spatial_model(kind, &y, &columns, &weights).unwrap();
        let mut own = vec![model.coefficient];
        own.extend(&model.betas);
        own.extend([model.variance, model.log_likelihood, model.aic]);
        near(&own, name, 1e-6);
        let mut errors = model.betas_se;
        errors.push(model.coefficient_se);
        near(&errors, &format!("{name}.se"), 1e-6);
    }
}

#[test]
fn what_has_no_model_is_refused() {
    let (y, mut columns) = data();
    let weighted = |weights: &[f64]| fit_model(&y, &columns, Some(weights)).map(|m| m.n).unwrap_err();
    assert_eq!(weighted(&vec![0.0; y.len()]), Refused::Weight { unit: 0 });
    columns.push(columns[0].iter().zip(&columns[1]).map(|(a, b)| 3.0 * a - b + 2.0).collect());
    let of = |y: &[f64], columns: &[Vec<f64>]| fit_model(y, columns, None).map(|m| m.n).unwrap_err();
    assert_eq!(of(&y, &columns), Refused::Collinear { variable: 3 });
    columns[3] = vec![4.1; y.len()];
    assert_eq!(of(&y, &columns), Refused::Constant { variable: Some(3) });
    columns.truncate(1);
    assert_eq!(of(&vec![0.1; y.len()], &columns), Refused::Constant { variable: None });
    let three: Vec<f64> = y[..3].to_vec();
    assert_eq!(of(&three, &[columns[0][..3].to_vec()]), Refused::TooFew { n: 3, needed: 4 });
    assert_eq!(of(&y, &[]), Refused::TooFewVariables { n: 0, needed: 1 });
}

/// A large common offset, as of years or of incomes, costs no digits.
#[test]
fn an_exact_plane_is_found_again() {
    let a: Vec<f64> = (0..12).map(|i| 1e6 + f64::from(i)).collect();
    let b: Vec<f64> = (0..12).map(|i| f64::from(i * i % 7)).collect();
    let y: Vec<f64> = a.iter().zip(&b).map(|(a, b)| 2.0 * a - 3.0 * b + 5.0).collect();
    let model = fit_model(&y, &[a, b], None).unwrap();
    let values: Vec<f64> = model.coefficients.iter().map(|c| c.value).collect();
    assert!(
        (values[0] - 5.0).abs() < 1e-6 && (values[1] - 2.0).abs() < 1e-12 && (values[2] + 3.0).abs() < 1e-12
    );
    assert!(model.r2 > 1.0 - 1e-12);
}
