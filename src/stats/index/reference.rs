//! Composite indices against an independent calculation: `tests/reference/composite.py`.

use super::goalposts::Goalposts;
use super::method::{Method, composite};
use super::robustness::{Variant, robustness};
use super::shape::{Polarity, Variables};
use crate::stats::refused::Refused;

const UNITS: &str = include_str!("../../../tests/reference/composite_units.csv");
const WANTED: &str = include_str!("../../../tests/reference/composite.csv");

fn columns(year: &str) -> Vec<Vec<f64>> {
    let rows: Vec<Vec<&str>> = UNITS.lines().skip(1).map(|line| line.split(',').collect()).collect();
    let of = |at: usize| {
        rows.iter().filter(|row| row[0] == year).map(|row| row[at].parse().expect("a number")).collect()
    };
    (1..4).map(of).collect()
}

fn variables(year: &str) -> Variables {
    let polarity = [Polarity::Positive, Polarity::Negative, Polarity::Positive].map(Some);
    Variables::new(columns(year), &polarity).unwrap()
}

fn near(own: &[f64], name: &str) {
    let at = WANTED
        .lines()
        .next()
        .and_then(|head| head.split(',').position(|cell| cell == name))
        .expect("a column");
    let wanted = WANTED
        .lines()
        .skip(1)
        .map(|line| line.split(',').nth(at).and_then(|x| x.parse::<f64>().ok()).expect("a number"));
    for (i, (own, wanted)) in own.iter().zip(wanted).enumerate() {
        assert!((own - wanted).abs() < 1e-10, "{name} {i}: {own} is not {wanted}");
    }
}

fn goalposts() -> Goalposts {
    let (first, second) = (columns("0"), columns("1"));
    let all: Vec<Vec<f64>> = first.iter().zip(&second).map(|(a, b)| [a.as_slice(), b].concat()).collect();
    let references: Vec<f64> = first.iter().map(|column| column.iter().sum::<f64>() / 17.0).collect();
    Goalposts::new(&all, &references).unwrap()
}

#[test]
fn indices_are_those_of_the_formulas() {
    let posts = goalposts();
    for year in ["0", "1"] {
        let of = |direction| composite(&variables(year), Method::Ampi, direction, Some(&posts)).unwrap();
        near(&of(Polarity::Positive).index, &format!("ampi{year}"));
        near(&of(Polarity::Negative).index, &format!("ampi_negative{year}"));
    }
    for method in &Method::ALL[1..] {
        let made = composite(&variables("0"), *method, Polarity::Positive, None).unwrap();
        near(&made.index, method.id());
        let parts = made.contributions(3);
        let middle = made.means[3] - parts.iter().sum::<f64>();
        let wanted = match method {
            Method::Mpi => 100.0,
            Method::MeanOfRanks => 9.0,
            _ => 0.0,
        };
        assert!((middle - wanted).abs() < 1e-12);
    }
}

/// The reference scores 100 on every indicator, so without any penalty.
#[test]
fn the_reference_scores_a_hundred() {
    let mut with_reference = columns("0");
    for column in &mut with_reference {
        let mean = column.iter().sum::<f64>() / 17.0;
        column.push(mean);
    }
    let polarity = [Polarity::Positive, Polarity::Negative, Polarity::Positive].map(Some);
    let variables = Variables::new(with_reference, &polarity).unwrap();
    let made = composite(&variables, Method::Ampi, Polarity::Positive, Some(&goalposts())).unwrap();
    assert!((made.index[17] - 100.0).abs() < 1e-12 && made.penalties[17].abs() < 1e-12);
}

#[test]
fn ranks_move_when_the_index_is_made_otherwise() {
    let variables = variables("0");
    let base = composite(&variables, Method::Ampi, Polarity::Positive, None).unwrap();
    let found = robustness(&variables, &base, None, 500, 1).unwrap();
    // Three without one indicator, four other methods, one other scale.
    assert_eq!(found.variants.len(), 8);
    assert!(found.variants.iter().any(|(variant, _)| *variant == Variant::Method(Method::Mpi)));
    for (range, rank) in found.ranges.iter().zip(base.ranks()) {
        assert!(range.rank == rank && range.highest <= rank && rank <= range.lowest);
        assert!(range.of_weights[0] <= range.of_weights[1]);
    }
    assert!(found.mean_move > 0.0 && found.mean_move < 16.0);
    assert_eq!(found, robustness(&variables, &base, None, 500, 1).unwrap());
}

#[test]
fn what_has_no_index_is_refused() {
    let both = [Some(Polarity::Positive), None];
    let of = |columns: Vec<Vec<f64>>, polarity: &[Option<Polarity>]| {
        Variables::new(columns, polarity).unwrap_err()
    };
    let some = columns("0");
    assert_eq!(of(some[..2].to_vec(), &both), Refused::NoPolarity { variable: 1 });
    assert_eq!(of(some[..1].to_vec(), &both[..1]), Refused::TooFewVariables { n: 1, needed: 2 });
    let declared = [Some(Polarity::Positive); 2];
    assert_eq!(
        of(vec![vec![1.0; 5], vec![1.0, 2.0, 3.0, 4.0, 5.0]], &declared),
        Refused::Constant { variable: Some(0) }
    );
    assert_eq!(of(vec![vec![1.0, 2.0]; 2], &declared), Refused::TooFew { n: 2, needed: 3 });
}
