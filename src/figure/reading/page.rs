//! The reading of a page, in one paragraph.

use crate::figure::registry::Drawn;
use crate::figure::view::Sources;

/// The readings of its elements one after the other, without sentences already said.
///
/// The alternative text of a figure is separate: it describes the picture, and a screen reader reads this paragraph
/// in addition to it.
pub fn figure(parts: &[Drawn], sources: Sources<'_>) -> String {
    let mut sentences: Vec<String> = Vec::new();
    for sentence in parts.iter().flat_map(|part| part.reading(sources)) {
        if !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    sentences.join(" ")
}
