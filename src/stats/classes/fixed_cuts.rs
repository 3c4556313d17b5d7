//! From the cuts of a fixed scale to the classes that contain data.

use super::Note;

/// The upper edges of the classes delimited by `cuts` (ascending, repeats allowed) that overlap the range
/// `min..=max`. O(cuts).
///
/// With c cuts the full scale has c + 1 classes; a [`Note::AbsentClass`] records each one left out. `mapclassify`
/// keeps the classes below the data, which a legend should not show.
pub(super) fn uppers(cuts: &[f64], min: f64, max: f64, notes: &mut Vec<Note>) -> Vec<f64> {
    let mut uppers = Vec::with_capacity(cuts.len() + 1);
    let mut below = f64::NEG_INFINITY;
    for (position, &cut) in cuts.iter().chain([&f64::INFINITY]).enumerate() {
        // The class is (below, cut]: it must have a width and overlap the data.
        if below < cut && cut >= min && below < max {
            uppers.push(cut.min(max));
        } else {
            let of = cuts.len() + 1;
            notes.push(Note::AbsentClass { position, of });
        }
        below = cut;
    }
    uppers
}

#[cfg(test)]
mod tests {
    use super::{Note, uppers};

    #[test]
    fn classes_outside_of_the_data_are_left_out() {
        let mut notes = Vec::new();
        let edges = uppers(&[-2.0, 1.0, 3.0, 9.0], 0.0, 9.0, &mut notes);
        assert_eq!(edges, [1.0, 3.0, 9.0]);
        let absent = |position| Note::AbsentClass { position, of: 5 };
        assert_eq!(notes, [absent(0), absent(4)]);
    }

    #[test]
    fn a_class_without_width_is_left_out() {
        let mut notes = Vec::new();
        assert_eq!(uppers(&[1.0, 1.0], 0.0, 2.0, &mut notes), [1.0, 2.0]);
        assert_eq!(notes, [Note::AbsentClass { position: 1, of: 3 }]);
    }

    #[test]
    fn a_cut_on_the_minimum_keeps_its_class() {
        let mut notes = Vec::new();
        assert_eq!(uppers(&[0.0], 0.0, 2.0, &mut notes), [0.0, 2.0]);
        assert_eq!(notes, []);
    }
}
