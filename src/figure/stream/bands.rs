//! Where each part lies at each date, in the unit of the scale.

use crate::document::StreamForm;

use super::model::StreamModel;

/// The order of the parts, from the lowest band to the highest: the largest at the bottom or, in a stream, in the middle,
/// where it moves the others least (L. Byron and M. Wattenberg, "Stacked Graphs", IEEE TVCG 14, 2008).
pub fn order(form: StreamForm, parts: usize) -> Vec<usize> {
    if form != StreamForm::Stream {
        return (0..parts).collect();
    }
    let below = (0..parts).filter(|at| at % 2 == 1).rev();
    below.chain((0..parts).filter(|at| at % 2 == 0)).collect()
}

/// The lower and upper end of each part at each column, by part; the middle of a stream is at zero.
pub fn bands(form: StreamForm, model: &StreamModel) -> Vec<Vec<[f64; 2]>> {
    let mut bands = vec![vec![[0.0; 2]; model.columns.len()]; model.parts.len()];
    for (at, column) in model.columns.iter().enumerate() {
        let scale = match form {
            StreamForm::Shares if column.total > 0.0 => 100.0 / column.total,
            _ => 1.0,
        };
        let mut y = if form == StreamForm::Stream { -column.total / 2.0 } else { 0.0 };
        for part in order(form, model.parts.len()) {
            let next = y + model.parts[part].values[at] * scale;
            bands[part][at] = [y, next];
            y = next;
        }
    }
    bands
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_part_of_a_stream_is_in_the_middle() {
        assert_eq!(order(StreamForm::Stream, 5), [3, 1, 0, 2, 4]);
        assert_eq!(order(StreamForm::Stack, 3), [0, 1, 2]);
        assert_eq!(order(StreamForm::Stream, 1), [0]);
        assert!(order(StreamForm::Shares, 0).is_empty());
    }
}
