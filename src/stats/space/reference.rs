//! Statistics of space against `esda` 2.9 and `libpysal` 4.14: `tests/reference/space.py`.

use super::geary::geary;
use super::getis::getis_star;
use super::joins::joins;
use super::local::Local;
use super::local_geary::local_geary;
use super::local_moran::{Quadrant, local_moran, local_moran_bivariate};
use super::moran::{moran, moran_bivariate, scatter};
use super::permute::Permutations;
use super::weights::Weights;
use crate::stats::refused::Refused;

const UNITS: &str = include_str!("../../../tests/reference/space_units.csv");
const GLOBAL: &str = include_str!("../../../tests/reference/space_global.csv");
const LOCAL: &str = include_str!("../../../tests/reference/space_local.csv");
const P: Permutations = Permutations { count: 9999, seed: 17 };

fn rows(text: &str) -> Vec<Vec<&str>> {
    text.lines().skip(1).map(|line| line.split(',').collect()).collect()
}

fn number(cell: &str) -> f64 {
    cell.parse().expect("a number")
}

fn column(at: usize) -> Vec<f64> {
    rows(UNITS).iter().map(|row| number(row[at])).collect()
}

fn weights() -> [(&'static str, Weights); 2] {
    let points: Vec<[f64; 2]> = column(0).into_iter().zip(column(1)).map(|(x, y)| [x, y]).collect();
    [("nearest5", Weights::nearest(&points, 5)), ("within013", Weights::within(&points, 0.13))]
}

fn near(own: f64, wanted: &str, what: &str) {
    let wanted = number(wanted);
    assert!((own - wanted).abs() <= 1e-10 * wanted.abs().max(1.0), "{what}: {own} is not {wanted}");
}

/// Two estimates of one probability differ by five standard deviations at most, and by the ties: `esda` does not count a
/// permutation that gives the very same as extreme towards the low end. With one neighbour one permutation in n − 1 does.
fn within_monte_carlo(own: f64, wanted: &str, count: f64, ties: f64, what: &str) {
    let wanted = number(wanted);
    let spread = (2.0 * wanted * (1.0 - wanted) / count).sqrt();
    assert!(
        (own - wanted).abs() <= 5.0 * spread + 2.0 / count + 1.2 * ties,
        "{what}: {own} is not near {wanted}"
    );
}

#[test]
fn global_statistics_are_those_of_esda() {
    let (x, y, b) = (column(2), column(3), column(4));
    for (name, weights) in weights() {
        let of = |statistic: &str| {
            let all = rows(GLOBAL);
            all.into_iter().find(|row| row[0] == name && row[1] == statistic).expect("a row")
        };
        let (own, row) = (moran(&x, &weights, P).unwrap(), of("moran"));
        for (own, wanted) in [own.i, own.expected, own.variance, own.z].into_iter().zip(&row[2..]) {
            near(own, wanted, name);
        }
        assert!((own.p_normal / number(row[6]) - 1.0).abs() < 1e-9);
        within_monte_carlo(own.directed, row[7], 9999.0, 0.0, name);
        let (own, row) = (moran_bivariate(&x, &y, &weights, P).unwrap(), of("moran_bv"));
        near(own.i, row[2], name);
        within_monte_carlo(own.directed, row[7], 9999.0, 0.0, name);
        let (own, row) = (geary(&x, &weights, P).unwrap(), of("geary"));
        for (own, wanted) in [own.c, 1.0, own.variance, own.z].into_iter().zip(&row[2..]) {
            near(own, wanted, name);
        }
        within_monte_carlo(own.directed, row[7], 9999.0, 0.0, name);
        let (own, row) = (joins(&b, &weights, Permutations { count: 999, seed: 1 }).unwrap(), of("joins"));
        for (own, wanted) in [own.both, own.neither, own.one].into_iter().zip(&row[2..]) {
            near(own, wanted, name);
        }
        within_monte_carlo(own.p_both, row[7], 999.0, 0.0, name);
    }
}

#[test]
fn local_statistics_are_those_of_esda() {
    let (x, y) = (column(2), column(3));
    for (name, weights) in weights() {
        let (of_moran, quadrants) = local_moran(&x, &weights, P).unwrap();
        let (of_bivariate, bivariate_quadrants) = local_moran_bivariate(&x, &y, &weights, P).unwrap();
        let of_geary = local_geary(&x, &weights, P).unwrap();
        let (of_getis, scores) = getis_star(&x, &weights, P).unwrap();
        let mut tested = 0;
        for row in rows(LOCAL).into_iter().filter(|row| row[0] == name) {
            let i: usize = row[1].parse().expect("a position");
            let what = format!("{name} {i}");
            if row[2] == "1" {
                assert!(of_moran.statistic[i].is_none() && of_geary.p[i].is_none() && scores[i].is_none());
                assert!(quadrants[i].is_none());
                continue;
            }
            let others = (weights.len() - 1) as f64;
            let ties = match weights.of(i).len() {
                1 => 1.0 / others,
                2 => 2.0 / others / (others - 1.0),
                _ => 0.0,
            };
            let check = |local: &Local, value: usize| {
                near(local.statistic[i].unwrap(), row[value], &what);
                let p = if value == 11 { row[13] } else { row[value + if value == 9 { 1 } else { 2 }] };
                within_monte_carlo(local.directed[i].unwrap(), p, 9999.0, ties, &what);
            };
            check(&of_moran, 3);
            check(&of_bivariate, 6);
            check(&of_geary, 9);
            check(&of_getis, 11);
            near(scores[i].unwrap(), row[12], &what);
            // 1 HH, 2 LH, 3 LL, 4 HL.
            let quadrant = |cell: &str| match cell {
                "1" => Quadrant::HighHigh,
                "2" => Quadrant::LowHigh,
                "3" => Quadrant::LowLow,
                _ => Quadrant::HighLow,
            };
            assert_eq!(quadrants[i], Some(quadrant(row[4])), "{what}");
            assert_eq!(bivariate_quadrants[i], Some(quadrant(row[7])), "{what}");
            tested += 1;
        }
        assert!(tested >= 70, "{tested}");
    }
}

#[test]
fn the_slope_of_the_scatterplot_is_the_statistic() {
    let [(_, weights), _] = weights();
    let x = column(2);
    let points = scatter(&x, &weights).unwrap();
    let slope: f64 = points.iter().map(|p| p.own * p.neighbours.unwrap()).sum::<f64>() / points.len() as f64;
    assert!((slope - moran(&x, &weights, Permutations { count: 9, seed: 1 }).unwrap().i).abs() < 1e-12);
}

#[test]
fn what_has_no_statistic_is_refused() {
    let [(_, weights), _] = weights();
    let n = weights.len();
    let p = Permutations { count: 99, seed: 1 };
    assert_eq!(moran(&vec![7.3; n], &weights, p), Err(Refused::Constant { variable: Some(0) }));
    assert_eq!(moran(&[1.0, 2.0], &weights, p), Err(Refused::LengthMismatch { found: 2, wanted: n }));
    let mut holed = column(2);
    holed[3] = f64::NAN;
    assert_eq!(geary(&holed, &weights, p).map(|g| g.c), Err(Refused::NotFinite));
    let three = weights.among(&[0, 1, 2]);
    let few = Err(Refused::TooFew { n: 3, needed: 4 });
    assert_eq!(local_geary(&[1.0, 2.0, 3.0], &three, p), few);
    let apart = Weights::within(&[[0.0, 0.0], [1.0, 0.0], [2.0, 0.0], [3.0, 0.0]], 0.5);
    assert_eq!(moran(&[1.0, 2.0, 3.0, 4.0], &apart, p), Err(Refused::NoNeighbours));
    let negative: Vec<f64> = column(2).iter().map(|x| x - 60.0).collect();
    assert_eq!(getis_star(&negative, &weights, p).map(|_| ()), Err(Refused::Negative));
    assert_eq!(joins(&column(2), &weights, p), Err(Refused::NotTwoStates));
}
