//! Class breaks: against mapclassify and Ckmeans.1d.dp, against brute force, and by properties.

use atlante::stats::classes::{Classes, ClassifyError, Intervals, MAX_CLASSES, Note, Scheme, classify};
use proptest::prelude::*;

const DATASETS: &str = include_str!("../reference/classes_datasets.csv");
const MAPCLASSIFY: &str = include_str!("../reference/classes_mapclassify.csv");
const CKWRAP: &str = include_str!("../reference/classes_ckwrap.csv");

/// Edges may differ from the reference by this share of the largest magnitude: a few roundings.
const TOLERANCE: f64 = 4.0 * f64::EPSILON;

fn numbers(text: &str) -> Vec<f64> {
    text.split(';').map(|x| x.parse().expect("a number")).collect()
}

fn dataset(name: &str) -> Vec<f64> {
    let line = DATASETS.lines().find_map(|line| {
        let (dataset, values) = line.split_once(',')?;
        (dataset == name).then_some(values)
    });
    numbers(line.expect("a dataset of the file"))
}

/// Compares a line `name,scheme,k,breaks,counts` with ours.
fn check(line: &str) {
    let fields: Vec<&str> = line.split(',').collect();
    let [name, scheme, k, breaks, counts] = fields[..] else {
        panic!("five fields: {line}");
    };
    let scheme = Scheme::from_id(scheme).expect("a scheme");
    let values = dataset(name);
    let (min, max) = range(&values);
    let classes = classify(&values, scheme, k.parse().expect("a count"), &[]).expect("classes");

    let mut breaks = numbers(breaks);
    let mut counts = numbers(counts);
    if !scheme.takes_count() {
        // We leave out the classes that mapclassify has below the data, above them or without width.
        for edge in &mut breaks {
            *edge = edge.min(max);
        }
        for i in (0..breaks.len()).rev() {
            if breaks[i] < min || (i > 0 && breaks[i] == breaks[i - 1]) {
                assert_eq!(counts.remove(i), 0.0, "{line}");
                breaks.remove(i);
            }
        }
    }
    let magnitude = min.abs().max(max.abs());
    let uppers = classes.intervals.uppers();
    assert_eq!(uppers.len(), breaks.len(), "{line}: {uppers:?}");
    for (ours, theirs) in uppers.iter().zip(&breaks) {
        assert!((ours - theirs).abs() <= TOLERANCE * magnitude, "{line}: {uppers:?}");
    }
    let ours = classes.intervals.counts(&values);
    let ours: Vec<f64> = ours.into_iter().map(|n| n as f64).collect();
    assert_eq!(ours, counts, "{line}");
}

fn range(values: &[f64]) -> (f64, f64) {
    let start = (f64::INFINITY, f64::NEG_INFINITY);
    let finite = values.iter().filter(|x| x.is_finite());
    finite.fold(start, |(min, max), &x| (min.min(x), max.max(x)))
}

#[test]
fn agrees_with_mapclassify() {
    MAPCLASSIFY.lines().skip(1).for_each(check);
}

#[test]
fn fisher_jenks_agrees_with_ckmeans_in_one_dimension() {
    CKWRAP.lines().skip(1).for_each(check);
}

/// The figures in the documentation of `mapclassify.FisherJenks`.
#[test]
fn fisher_jenks_on_calemp_as_published() {
    let values = dataset("calemp");
    let classes = classify(&values, Scheme::FisherJenks, 5, &[]).expect("classes");
    let uppers = [75.29, 192.05, 370.5, 722.85, 4111.45];
    assert_eq!(classes.intervals.uppers(), uppers);
    assert_eq!(classes.intervals.counts(&values), [49, 3, 4, 1, 1]);
    assert_eq!(classes.intervals.lower(), 0.13);
    assert_eq!(classes.notes, []);
}

#[test]
fn not_finite_values_are_skipped() {
    let values = [3.0, f64::NAN, 1.0, f64::INFINITY, 2.0, f64::NEG_INFINITY];
    for scheme in Scheme::ALL {
        let dirty = classify(&values, scheme, 2, &[2.0]);
        assert_eq!(dirty, classify(&[1.0, 2.0, 3.0], scheme, 2, &[2.0]));
        assert!(dirty.is_ok());
    }
}

#[test]
fn no_values_is_an_error() {
    for scheme in Scheme::ALL {
        for values in [&[][..], &[f64::NAN, f64::INFINITY]] {
            let error = classify(values, scheme, 5, &[1.0]);
            assert_eq!(error, Err(ClassifyError::NoValues));
        }
    }
}

#[test]
fn a_constant_is_one_class() {
    for scheme in Scheme::ALL.into_iter().filter(|s| *s != Scheme::Manual) {
        for values in [&[7.0][..], &[7.0; 9], &[-0.0, 0.0], &[1e15; 3]] {
            let Classes { intervals, notes, .. } = classify(values, scheme, 5, &[]).expect("classes");
            assert_eq!(intervals.lower(), values[0]);
            assert_eq!(intervals.uppers(), [values[0]]);
            assert_eq!(intervals.counts(values), [values.len()]);
            assert_eq!(notes[0], Note::Constant);
        }
    }
}

#[test]
fn more_classes_than_distinct_values() {
    let values = [1.0, 1.0, 2.0, 4.0];
    let fewer = Note::FewerDistinctValues { asked: 5, distinct: 3 };
    let jenks = classify(&values, Scheme::FisherJenks, 5, &[]).expect("classes");
    assert_eq!(jenks.intervals.uppers(), [1.0, 2.0, 4.0]);
    assert_eq!(jenks.notes, [fewer]);
    let equal = classify(&values, Scheme::EqualInterval, 5, &[]).expect("classes");
    assert_eq!(equal.intervals.counts(&values), [2, 1, 0, 0, 1]);
    let empty = |class| Note::EmptyClass { class };
    assert_eq!(equal.notes, [fewer, empty(2), empty(3)]);
}

#[test]
fn ties_merge_quantiles() {
    let values = [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 2.0, 3.0, 4.0];
    let classes = classify(&values, Scheme::Quantile, 4, &[]).expect("classes");
    assert_eq!(classes.intervals.uppers(), [0.0, 1.75, 4.0]);
    assert_eq!(classes.intervals.counts(&values), [6, 1, 3]);
    assert_eq!(classes.notes, [Note::DuplicateEdges { removed: 1 }]);
}

#[test]
fn classes_of_a_fixed_scale_keep_their_place() {
    let values = dataset("calemp");
    let classes = classify(&values, Scheme::StdDev, 5, &[]).expect("classes");
    assert_eq!(classes.intervals.counts(&values), [56, 1, 1]);
    let absent = |position| Note::AbsentClass { position, of: 5 };
    let ignored = Note::CountIgnored { asked: 5 };
    assert_eq!(classes.notes, [absent(0), absent(1), ignored]);
}

#[test]
fn manual_breaks_are_upper_edges() {
    let values = [10.0, 20.0, 30.0];
    let uppers = |breaks: &[f64]| {
        let classes = classify(&values, Scheme::Manual, 0, breaks).expect("classes");
        let counts = classes.intervals.counts(&values);
        (classes.intervals.lower(), classes.intervals.uppers().to_vec(), counts)
    };
    assert_eq!(uppers(&[15.0, 25.0]), (10.0, vec![15.0, 25.0, 30.0], vec![1, 1, 1]));
    assert_eq!(uppers(&[20.0, 40.0]), (10.0, vec![20.0, 40.0], vec![2, 1]));
    assert_eq!(uppers(&[5.0, 20.0]), (5.0, vec![5.0, 20.0, 30.0], vec![0, 2, 1]));
}

#[test]
fn requests_that_make_no_sense_are_errors() {
    use ClassifyError::{
        ManualBreaksEmpty, ManualBreaksNotAscending, NotFinite, TooLarge, TooManyClasses, ZeroClasses,
    };
    let error = |scheme, k, manual: &[f64]| classify(&[1.0, 2.0], scheme, k, manual).err();
    for scheme in Scheme::ALL.into_iter().filter(|s| s.takes_count()) {
        assert_eq!(error(scheme, 0, &[]), Some(ZeroClasses));
        let max = MAX_CLASSES;
        assert_eq!(error(scheme, max + 1, &[]), Some(TooManyClasses { max }));
        assert_eq!(error(scheme, max, &[]), None);
    }
    let manual = |breaks: &[f64]| error(Scheme::Manual, 5, breaks);
    assert_eq!(manual(&[]), Some(ManualBreaksEmpty));
    assert_eq!(manual(&[2.0, 1.0]), Some(ManualBreaksNotAscending));
    assert_eq!(manual(&[1.0, 1.0]), Some(ManualBreaksNotAscending));
    assert_eq!(manual(&[f64::NAN]), Some(NotFinite));
    assert_eq!(manual(&[1.0, f64::INFINITY]), Some(NotFinite));
    let many: Vec<f64> = (0..30).map(f64::from).collect();
    assert_eq!(manual(&many), None);
    let huge = classify(&[0.0, 1e101], Scheme::FisherJenks, 2, &[]);
    assert_eq!(huge, Err(TooLarge { max: 1e100 }));
}

/// Sum of squared deviations from the class means.
fn cost(values: &[f64], intervals: &Intervals) -> f64 {
    let classes = (0..intervals.len()).map(|class| {
        let members = values.iter().copied().filter(|&x| intervals.class_of(x) == Some(class));
        squares(&members.collect::<Vec<f64>>())
    });
    classes.sum()
}

fn squares(values: &[f64]) -> f64 {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    values.iter().map(|x| (x - mean).powi(2)).sum()
}

/// The minimum cost over all divisions of the ascending values into `k` classes.
fn brute_force(sorted: &[f64], k: usize) -> f64 {
    if k == 1 {
        return squares(sorted);
    }
    (k - 1..sorted.len())
        .map(|start| brute_force(&sorted[..start], k - 1) + squares(&sorted[start..]))
        .fold(f64::INFINITY, f64::min)
}

/// Values with ties, at various scales and offsets, with some missing.
fn values(most: usize) -> impl Strategy<Value = Vec<f64>> {
    let offset = prop_oneof![Just(0.0), Just(-1e3), Just(1e6), Just(1e15)];
    let scale = prop_oneof![Just(1.0), Just(0.125), Just(1e-3), Just(1e5)];
    let value = prop_oneof![
        4 => (-50..50_i32).prop_map(f64::from),
        4 => -50.0..50.0_f64,
        1 => Just(f64::NAN),
        1 => Just(f64::INFINITY),
    ];
    (offset, scale, prop::collection::vec(value, 1..most))
        .prop_map(|(offset, scale, values)| values.into_iter().map(|x| offset + scale * x).collect())
}

/// Any floats within the limit of magnitude, subnormal ones included: nothing may panic.
fn wild() -> impl Strategy<Value = Vec<f64>> {
    let within = |x: f64| if x.abs() > 1e100 { 1.0 / x } else { x };
    prop::collection::vec(any::<f64>().prop_map(within), 1..20)
}

fn scheme() -> impl Strategy<Value = Scheme> {
    prop::sample::select(&Scheme::ALL)
}

fn check_intervals(values: &[f64], intervals: &Intervals) -> Result<(), TestCaseError> {
    prop_assert!(intervals.lower() <= intervals.uppers()[0]);
    prop_assert!(intervals.uppers().is_sorted_by(|a, b| a < b));
    let finite: Vec<f64> = values.iter().copied().filter(|x| x.is_finite()).collect();
    for &x in &finite {
        let within = (0..intervals.len()).filter(|&class| {
            let (lower, upper) = intervals.bounds(class);
            (lower < x || class == 0 && lower == x) && x <= upper
        });
        prop_assert_eq!(within.collect::<Vec<_>>(), [intervals.class_of(x).expect("a class")]);
    }
    prop_assert_eq!(intervals.counts(values).iter().sum::<usize>(), finite.len());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_finite_value_is_in_one_class(values in values(60), scheme in scheme(), k in 1..=MAX_CLASSES) {
        if let Ok(classes) = classify(&values, scheme, k, &[-3.5, 0.0, 12.0]) {
            check_intervals(&values, &classes.intervals)?;
        }
    }

    #[test]
    fn extreme_values_do_not_panic(values in wild(), scheme in scheme(), k in 1..=MAX_CLASSES) {
        if let Ok(classes) = classify(&values, scheme, k, &[-3.5, 0.0, 12.0]) {
            check_intervals(&values, &classes.intervals)?;
            check_intervals(&values, &classes.rounded(&values, 0).1)?;
        }
    }

    #[test]
    fn the_order_of_the_values_is_irrelevant(
        (values, shuffled) in values(60).prop_flat_map(|v| (Just(v.clone()), Just(v).prop_shuffle())),
        scheme in scheme(),
        k in 1..8_usize,
    ) {
        prop_assert_eq!(
            classify(&values, scheme, k, &[0.0]),
            classify(&shuffled, scheme, k, &[0.0])
        );
    }

    #[test]
    fn rounded_edges_move_no_value(values in values(60), scheme in scheme(), k in 1..10_usize, least in 0..4_usize) {
        if let Ok(classes) = classify(&values, scheme, k, &[-3.5, 0.0, 12.0]) {
            let (decimals, rounded) = classes.rounded(&values, least);
            prop_assert!((least..=12).contains(&decimals));
            check_intervals(&values, &rounded)?;
            for &x in &values {
                prop_assert_eq!(rounded.class_of(x), classes.intervals.class_of(x));
            }
        }
    }

    #[test]
    fn fisher_jenks_is_the_optimum(values in values(13), k in 1..5_usize) {
        let mut sorted: Vec<f64> = values.into_iter().filter(|x| x.is_finite()).collect();
        sorted.sort_by(f64::total_cmp);
        if sorted.is_empty() {
            return Ok(());
        }
        // Costs are compared around a local origin, where the check itself is precise.
        let origin = sorted[0];
        let local: Vec<f64> = sorted.iter().map(|x| x - origin).collect();
        let slack = 1e-12 * squares(&local);

        let jenks = classify(&sorted, Scheme::FisherJenks, k, &[]).expect("classes").intervals;
        let shifted = |intervals: &Intervals| {
            let uppers: Vec<f64> = intervals.uppers().iter().map(|u| u - origin).collect();
            classify(&local, Scheme::Manual, 0, &uppers).expect("classes").intervals
        };
        let ours = cost(&local, &shifted(&jenks));
        if jenks.len() == k {
            prop_assert!((ours - brute_force(&local, k)).abs() <= slack);
        } else {
            prop_assert!(ours <= slack);
        }
        for other in [Scheme::Quantile, Scheme::EqualInterval] {
            let other = classify(&sorted, other, k, &[]).expect("classes").intervals;
            if other.len() == jenks.len() {
                prop_assert!(ours <= cost(&local, &shifted(&other)) + slack);
            }
        }
    }
}
