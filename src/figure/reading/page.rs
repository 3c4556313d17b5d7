//! A page read in one paragraph.

use crate::figure::registry::Drawn;
use crate::figure::view::Sources;

/// Reads a page: its elements one after the other, less what one before has said already.
///
/// The alternative text of a figure stays its own: it says what kind of picture it is, and this is the text beside it, which
/// a reader that cannot see would hear twice.
pub fn figure(parts: &[Drawn], sources: Sources<'_>) -> String {
    let mut sentences: Vec<String> = Vec::new();
    for sentence in parts.iter().flat_map(|part| part.reading(sources)) {
        if !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    sentences.join(" ")
}
