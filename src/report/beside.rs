//! Figures that stand side by side: two in a row that are narrow enough for it.

use crate::base::Pt;

use super::TEXT_WIDTH;
use super::block::Block;

/// The room between the two, in points.
pub const GAP: f64 = 8.0;

/// For each block, whether it and the one after it are figures that stand side by side.
pub fn beside(blocks: &[Block]) -> Vec<bool> {
    let width = |at: usize| match blocks.get(at) {
        Some(Block::Figure(figure)) => Some(figure.scene.width.0),
        _ => None,
    };
    let mut begins = vec![false; blocks.len()];
    let mut at = 0;
    while at < blocks.len() {
        let fits = width(at).zip(width(at + 1)).is_some_and(|(a, b)| a + b + GAP <= Pt::from(TEXT_WIDTH).0);
        begins[at] = fits;
        at += if fits { 2 } else { 1 };
    }
    begins
}
