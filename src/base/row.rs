//! Where in a text something is, as its reader counts.

/// The row, from 1, of the byte at that place.
pub fn row_at(text: &str, place: usize) -> usize {
    text.bytes().take(place).filter(|byte| *byte == b'\n').count() + 1
}
