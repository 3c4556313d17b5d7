//! How many decimals a text needs so as never to contradict itself: different values are written differently,
//! non-zero values are not written as zero, and a difference agrees with the two values it is written beside.

use crate::base::decimal::{self, difference};

/// The most extra decimals worth showing: values still equal with these are as good as equal.
pub(super) const MORE: usize = 4;

/// Whether two values are equal up to the noise of binary fractions.
pub fn same(a: f64, b: f64) -> bool {
    difference(a, b) == 0.0
}

/// Whether two values are written with the same digits.
pub(crate) fn alike(decimals: usize, a: f64, b: f64) -> bool {
    decimal::rounded(a, decimals) == decimal::rounded(b, decimals)
}

/// Who has an extreme: how many exactly, and how many more only as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Holders {
    pub exactly: usize,
    pub rounded: usize,
}

impl Holders {
    /// Of a value among these, which it is one of.
    pub(crate) fn of(decimals: usize, value: f64, all: impl IntoIterator<Item = f64>) -> Self {
        all.into_iter().filter(|other| alike(decimals, *other, value)).fold(
            Self { exactly: 0, rounded: 0 },
            |found, other| match same(other, value) {
                true => Self { exactly: found.exactly + 1, ..found },
                false => Self { rounded: found.rounded + 1, ..found },
            },
        )
    }
}

/// Whether some of these are written like a value without being equal to it: ranks and comparisons, which are made on
/// values as they are, then rest on digits that nobody sees. Wherever this holds, [`Remark::Unrounded`] is said.
///
/// [`Remark::Unrounded`]: super::remark::Remark::Unrounded
pub(crate) fn is_close(decimals: usize, value: f64, all: impl IntoIterator<Item = f64>) -> bool {
    all.into_iter().any(|other| alike(decimals, other, value) && !same(other, value))
}

/// The middle half of the values shown side by side spans at least so many steps of the last digit, or they get one more digit;
/// and where it spans so many, one less is enough.
const STEPS: [f64; 2] = [10.0, 2_000.0];

/// The decimals of a list of values by how far apart they are: with one more than the usual where the middle half of them would
/// be the same few numbers, with fewer where the last digit tells nothing. Whole numbers, which are counts or amounts of money,
/// stay whole.
pub(crate) fn of_spread(own: usize, values: impl Iterator<Item = f64>) -> usize {
    let mut sorted: Vec<f64> = values.filter(|x| x.is_finite()).collect();
    sorted.sort_by(f64::total_cmp);
    let quarter = sorted.len() / 4;
    let (Some(low), Some(high)) = (sorted.get(quarter), sorted.iter().rev().nth(quarter)) else { return own };
    let steps = |decimals: usize| difference(*high, *low) * 10f64.powi(decimals as i32);
    match own {
        0 => 0,
        _ if sorted.len() < 4 || steps(own) <= 0.0 => own,
        _ if steps(own) < STEPS[0] => own + 1,
        _ => (0..=own).find(|fewer| steps(*fewer) >= STEPS[1] / 10.0 || *fewer == own).unwrap_or(own),
    }
}

/// The fewest decimals, from `own` on, that distinguish these values from each other and from zero.
pub fn apart(own: usize, values: &[f64]) -> usize {
    let all = [values, &[0.0]].concat();
    let distinguishes = |decimals: &usize| {
        let written = |x: f64| decimal::fixed(x, *decimals);
        let differ = |a: f64, b: f64| same(a, b) || written(a) != written(b);
        all.iter().enumerate().all(|(i, a)| all[..i].iter().all(|b| differ(*a, *b)))
    };
    (own..own + MORE).find(distinguishes).unwrap_or(own + MORE)
}

/// The decimals for a column of differences: the fewest, from `own` on, with which no non-zero one is written as
/// zero; at most two more than `own`, since one tiny difference would lengthen all the others.
pub(crate) fn of_differences(own: usize, values: impl Iterator<Item = f64> + Clone) -> usize {
    let shows = |decimals: &usize| values.clone().all(|x| x == 0.0 || decimal::rounded(x, *decimals) != 0.0);
    (own..own + 2).find(shows).unwrap_or(own + 2)
}

/// How two values and their difference are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Move {
    /// Decimals of all three: the fewest with which the two values differ, or one more if the difference then agrees
    /// with the rounded values.
    pub decimals: usize,
    /// Whether the difference still disagrees with the rounded values, so that the text must say "about".
    pub is_about: bool,
}

/// Whether a difference, rounded to this many decimals, is that of its rounded ends.
pub(crate) fn agrees(decimals: usize, [from, to]: [f64; 2]) -> bool {
    let rounded = |x| decimal::rounded(x, decimals);
    rounded(difference(to, from)) == difference(rounded(to), rounded(from))
}

/// The fewest decimals, from `own` on, with which two values differ as much as they do.
fn telling(own: usize, [from, to]: [f64; 2]) -> usize {
    let rounded = decimal::rounded;
    let by = difference(to, from);
    let distinguishes =
        |d: &usize| by == 0.0 || (rounded(from, *d) != rounded(to, *d) && rounded(by, *d) != 0.0);
    (own..own + MORE).find(distinguishes).unwrap_or(own + MORE)
}

/// How to write a change between two values, with at least `own` decimals. Counts stay whole numbers as long as
/// possible.
pub(crate) fn of_move(own: usize, [from, to]: [f64; 2], is_count: bool) -> Move {
    let agrees = |d: usize| agrees(d, [from, to]);
    let decimals = telling(own, [from, to]);
    match agrees(decimals) {
        true => Move { decimals, is_about: false },
        // Whole numbers, such as euros, are not given cents for the sake of their difference.
        false if !is_count && own > 0 && agrees(decimals + 1) => {
            Move { decimals: decimals + 1, is_about: false }
        }
        false => Move { decimals, is_about: true },
    }
}

/// The decimals of several changes in one text, which are written alike: the fewest with which each can be told, or one
/// more if all differences then agree with their ends. Those that do not are "about" so much.
pub(crate) fn of_moves(own: usize, moves: &[[f64; 2]], is_count: bool) -> usize {
    let least = moves.iter().map(|ends| telling(own, *ends)).max().unwrap_or(own);
    let agree = |decimals: &usize| moves.iter().all(|ends| agrees(*decimals, *ends));
    let most = if is_count || own == 0 { least } else { least + 1 };
    (least..=most).find(agree).unwrap_or(least)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_written_differently() {
        assert_eq!(apart(1, &[96.9, 344.4]), 1);
        // ISTAT's shares of ages 0 to 2 in the ATS: 2.196 and 2.158.
        assert_eq!(apart(1, &[2.196, 2.158]), 2);
        assert_eq!(apart(1, &[0.000_025, 0.005_94]), 5, "and not as zero");
        assert_eq!(apart(1, &[0.1 + 0.2, 0.3]), 1, "noise is no difference");
    }

    #[test]
    fn decimals_follow_the_spread() {
        let of = |own, values: &[f64]| of_spread(own, values.iter().copied());
        // Old-age indices of some Ambiti: the first decimal tells them apart.
        assert_eq!(of(1, &[146.5, 158.2, 162.3, 171.2, 186.2, 198.1]), 1);
        // Residents per square kilometre: nobody reads the tenths.
        assert_eq!(of(1, &[10.3, 241.7, 627.5, 1_463.2, 2_648.3, 7_885.5]), 0);
        // Shares of children of 0 to 2 years: "2,2 2,2 2,1 2,1" would rank nothing.
        assert_eq!(of(1, &[2.02, 2.13, 2.16, 2.19, 2.22, 2.31]), 2);
        assert_eq!(of(0, &[1.0, 2.0, 2.0, 3.0]), 0, "counts");
        assert_eq!(of(1, &[5.0, 5.0, 5.0, 5.0]), 1, "all alike");
        assert_eq!(of(1, &[1.0, 9_000.0]), 1, "too few to tell");
    }

    #[test]
    fn a_column_of_differences_has_no_false_zero() {
        let of = |own, values: &[f64]| of_differences(own, values.iter().copied());
        assert_eq!(of(1, &[-0.1, 0.3, 0.0]), 1);
        // Changes of the share of children in the Ambiti from 2022 to 2023.
        assert_eq!(of(1, &[-0.103, -0.038, 0.3]), 2);
        assert_eq!(of(1, &[-0.103, 0.000_4]), 3);
        assert_eq!(of(0, &[]), 0);
    }

    #[test]
    fn a_difference_is_that_of_its_ends() {
        let of = |from, to| of_move(1, [from, to], false);
        let plain = |decimals| Move { decimals, is_about: false };
        assert_eq!(of(174.7, 181.0), plain(1));
        // "Da 146,8 a 146,7 (0,0)".
        assert_eq!(of(146.76, 146.74), plain(2));
        // "Da 174,8 a 178,8 (+4,1)".
        assert_eq!(of(174.785, 178.847), plain(2));
        assert_eq!(of(5.0, 5.0), plain(1));
        assert_eq!(of_move(0, [3251.617, 3249.252], true), Move { decimals: 0, is_about: true });
        assert_eq!(of_move(0, [7082.1, 7082.057], true), plain(2));
        // Mean incomes in euros, which are written without cents.
        assert_eq!(of_move(0, [21857.66, 27941.54], false), Move { decimals: 0, is_about: false });
        assert_eq!(of_move(0, [22566.6, 28888.4], false), Move { decimals: 0, is_about: true });
    }

    #[test]
    fn changes_told_together_are_written_alike() {
        // "Da 174,66 a 198,44 (+23,78)" beside "da 179,8 a 209,3 (+29,5)".
        let moves = [[174.656, 198.441], [179.81, 209.31]];
        assert_eq!(moves.map(|ends| of_move(1, ends, false).decimals), [1, 1]);
        let moves = [[174.74, 198.46], [179.81, 209.31]];
        assert_eq!(moves.map(|ends| of_move(1, ends, false).decimals), [2, 1]);
        assert_eq!(of_moves(1, &moves, false), 2);
        assert_eq!(of_moves(1, &[], false), 1);
    }
}
