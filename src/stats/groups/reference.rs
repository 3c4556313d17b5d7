//! Groups against scikit-learn 1.9, scipy 1.17, spopt 0.7 and pygeoda 0.1.3: `tests/reference/groups.py`.

use super::kmeans::kmeans;
use super::medoids::medoids;
use super::partition::Partition;
use super::points::Points;
use super::profile::{profile, reasons};
use super::rand_index::adjusted_rand;
use super::silhouette::silhouette;
use super::skater::skater;
use super::stability::stability;
use super::ward::ward;
use crate::geo::adjacency::Adjacency;
use crate::stats::{refused::Refused, space::Weights};

const UNITS: &str = include_str!("../../../tests/reference/groups_units.csv");
const WANTED: &str = include_str!("../../../tests/reference/groups.csv");

fn column(text: &str, at: usize) -> Vec<f64> {
    text.lines()
        .skip(1)
        .map(|line| line.split(',').nth(at).and_then(|cell| cell.parse().ok()).expect("a number"))
        .collect()
}

fn points() -> Points {
    Points::standardised(&[column(UNITS, 0), column(UNITS, 1), column(UNITS, 2)]).unwrap()
}

/// Ten rows of twelve, with common sides.
fn lattice() -> Weights {
    let right = (0..120).filter(|i| i % 12 < 11).map(|i| (i, i + 1));
    let pairs = right.chain((0..108).map(|i| (i, i + 12)));
    Weights::contiguity(&Adjacency::from_pairs(120, pairs))
}

fn wanted(k: usize, at: usize) -> f64 {
    column(WANTED, at)[k - 2]
}

#[test]
fn groups_are_as_good_as_those_of_others() {
    let points = points();
    for k in 2..8 {
        let of_means = kmeans(&points, k, 200, 1).unwrap();
        assert!(
            of_means.within <= wanted(k, 1) * (1.0 + 1e-12),
            "{k}: {} against {}",
            of_means.within,
            wanted(k, 1)
        );
        let joined = ward(&points, k).unwrap();
        assert!(
            (joined.within - wanted(k, 2)).abs() < 1e-9,
            "{k}: {} is not {}",
            joined.within,
            wanted(k, 2)
        );
        assert!((silhouette(&points, &joined).mean - wanted(k, 5)).abs() < 1e-12);
        if k < 4 {
            let (partition, chosen) = medoids(&points, k).unwrap();
            let nearest = |unit: usize| {
                chosen.iter().map(|&medoid| points.squared(unit, medoid).sqrt()).fold(f64::INFINITY, f64::min)
            };
            let sum: f64 = (0..points.len()).map(nearest).sum();
            // The least sum of all sets of medoids; exchanges may end a little above it.
            assert!(sum < wanted(k, 3) * 1.002, "{k}: {sum} is not {}", wanted(k, 3));
            assert!(chosen.iter().enumerate().all(|(group, &unit)| partition.groups[unit] == group));
        }
    }
}

#[test]
fn connected_groups_are_as_good_as_those_of_others() {
    let (points, lattice) = (points(), lattice());
    for k in 2..8 {
        let found = skater(&points, &lattice, k).unwrap();
        assert!(
            found.within <= wanted(k, 4) * (1.0 + 1e-12),
            "{k}: {} against {}",
            found.within,
            wanted(k, 4)
        );
        assert_eq!(found.k, k);
        for group in 0..k {
            let units: Vec<usize> = (0..120).filter(|&unit| found.groups[unit] == group).collect();
            assert_eq!(lattice.among(&units).pieces().1, 1, "group {group} of {k} is in pieces");
        }
    }
}

#[test]
fn silhouettes_and_agreement_are_those_of_scikit_learn() {
    let points = points();
    let joined = ward(&points, 4).unwrap();
    let labels: Vec<usize> = column(UNITS, 4).iter().map(|label| *label as usize).collect();
    assert!((adjusted_rand(&joined.groups, &labels) - 1.0).abs() < 1e-12);
    for (own, wanted) in silhouette(&points, &joined).units.iter().zip(column(UNITS, 5)) {
        assert!((own - wanted).abs() < 1e-12);
    }
    let blocks: Vec<usize> = column(UNITS, 3).iter().map(|block| (*block + 2.0) as usize).collect();
    assert!(
        (adjusted_rand(&labels, &blocks) - AGREEMENT).abs() < 1e-12,
        "{}",
        adjusted_rand(&labels, &blocks)
    );
    assert_eq!(adjusted_rand(&[0, 0, 0], &[0, 0, 0]), 1.0);
}

/// As the script prints it.
const AGREEMENT: f64 = 0.320_228_718_782_408_8;

#[test]
fn a_group_is_described() {
    let points = points();
    let found = kmeans(&points, 3, 50, 1).unwrap();
    let sizes = found.sizes();
    assert!(sizes.windows(2).all(|pair| pair[0] >= pair[1]));
    let means = profile(&points, &found);
    for variable in 0..3 {
        let sum: f64 = means.iter().zip(&sizes).map(|(mean, size)| mean[variable] * *size as f64).sum();
        assert!(sum.abs() < 1e-9);
    }
    let (other, all) = reasons(&points, &found, 7).unwrap();
    let distance = |group: usize| super::points::squared(points.of(7), &means[group]);
    let sum: f64 = all.iter().map(|reason| reason.weight).sum();
    assert!((sum - (distance(other) - distance(found.groups[7]))).abs() < 1e-9 && sum > 0.0);
    assert!(all.windows(2).all(|pair| pair[0].weight >= pair[1].weight));
}

#[test]
fn clear_groups_are_stable_and_others_are_not() {
    let at = |i: usize| (i % 3) as f64 * 10.0 + (i * 7 % 5) as f64 * 0.1;
    let clear = Points::standardised(&[(0..60).map(at).collect()]).unwrap();
    let found = kmeans(&clear, 3, 20, 1).unwrap();
    assert_eq!(found.sizes(), [20, 20, 20]);
    assert!(stability(&clear, &found, 20, 1).unwrap().unwrap() > 0.999);
    let even = Points::standardised(&[(0..60).map(|i| i as f64).collect()]).unwrap();
    let found = kmeans(&even, 5, 20, 1).unwrap();
    assert!(stability(&even, &found, 20, 1).unwrap().unwrap() < 0.95);
    // A sample of 17 hardly ever holds all 17: no sample is waited for.
    let few = Points::standardised(&[(0..17).map(f64::from).collect()]).unwrap();
    let (found, _) = medoids(&few, 17).unwrap();
    assert_eq!(stability(&few, &found, 50, 1), Ok(None));
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let points = points();
    let run = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| {
            (
                kmeans(&points, 5, 40, 3).unwrap(),
                stability(&points, &ward(&points, 3).unwrap(), 20, 3).unwrap(),
            )
        })
    };
    let (one, three): ((Partition, Option<f64>), _) = (run(1), run(3));
    assert_eq!(one, three);
}

#[test]
fn what_has_no_groups_is_refused() {
    let points = points();
    assert_eq!(kmeans(&points, 121, 1, 1), Err(Refused::GroupCount { k: 121, n: 120 }));
    assert_eq!(ward(&points, 1), Err(Refused::GroupCount { k: 1, n: 120 }));
    assert_eq!(Points::standardised(&[vec![3.0; 4]]), Err(Refused::Constant { variable: Some(0) }));
    let right = (0..120).filter(|i| i % 12 < 11 && i % 12 != 5).map(|i| (i, i + 1));
    let split = Weights::contiguity(&Adjacency::from_pairs(120, right.chain((0..108).map(|i| (i, i + 12)))));
    assert_eq!(
        skater(&points, &Weights::contiguity(&Adjacency::from_pairs(120, [])), 4).map(|p| p.k),
        Err(Refused::Pieces { pieces: 120, k: 4 })
    );
    let found = skater(&points, &split, 2).unwrap();
    assert_eq!(found.sizes(), [60, 60]);
    // As many groups as units, some of them in the same place.
    let same = Points::standardised(&[vec![1.0, 1.0, 1.0, 2.0]]).unwrap();
    for k in 2..=4 {
        assert_eq!(kmeans(&same, k, 3, 1).unwrap().k, k);
        assert_eq!(medoids(&same, k).unwrap().0.k, k);
        assert_eq!(ward(&same, k).unwrap().k, k);
    }
}
