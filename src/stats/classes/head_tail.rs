//! Head/tail breaks, for heavy-tailed data.

use super::{MAX_CLASSES, Note};
use crate::stats::moments::mean;

/// Cuts at the mean, then at the mean of the values above it (the head), until all values of the head are equal.
///
/// B. Jiang, "Head/tail breaks: a new classification scheme for data with a heavy-tailed distribution", *The
/// Professional Geographer* 65(3), 2013. As in `mapclassify`, it continues even where the head is not a minority; on
/// left-skewed data that can peel off one value at a time, so it stops at [`MAX_CLASSES`].
///
/// O(n · classes), and O(n) on the data it is meant for, where each head is a small part of the one before.
pub(super) fn uppers(sorted: &[f64], notes: &mut Vec<Note>) -> Vec<f64> {
    let Some(&max) = sorted.last() else {
        return Vec::new();
    };
    let mut uppers = Vec::new();
    let mut head = sorted;
    while head.first().is_some_and(|&least| least < max) {
        if uppers.len() == MAX_CLASSES - 1 {
            notes.push(Note::CountCapped { max: MAX_CLASSES });
            break;
        }
        let cut = mean(head);
        // Between adjacent floating-point numbers the mean can round up to the largest.
        if cut >= max {
            break;
        }
        uppers.push(cut);
        head = &head[head.partition_point(|&x| x <= cut)..];
    }
    uppers.push(max);
    uppers
}

#[cfg(test)]
mod tests {
    use super::{MAX_CLASSES, Note, uppers};

    #[test]
    fn each_cut_is_the_mean_of_the_head() {
        let mut notes = Vec::new();
        let edges = uppers(&[1.0, 1.0, 1.0, 1.0, 6.0, 6.0, 12.0], &mut notes);
        assert_eq!(edges, [4.0, 8.0, 12.0]);
        assert_eq!(notes, []);
    }

    #[test]
    fn left_skewed_data_stop_at_the_limit() {
        let mut values: Vec<f64> = (0..30).map(|i| -(1000_f64.powi(i))).collect();
        values.reverse();
        let mut notes = Vec::new();
        assert_eq!(uppers(&values, &mut notes).len(), MAX_CLASSES);
        assert_eq!(notes, [Note::CountCapped { max: MAX_CLASSES }]);
    }

    #[test]
    fn neighbouring_numbers_end() {
        let (a, b) = (1.0_f64, 1.0_f64.next_up());
        assert!(uppers(&[a, b, b], &mut Vec::new()).ends_with(&[b]));
    }
}
