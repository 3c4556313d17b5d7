//! Pictures with a colour table: a third of the size, since a figure has few colours and most shades only occur along
//! anti-aliased edges.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

/// The largest colour table that one byte per pixel can index.
const TABLE: usize = 256;
/// How many of the most common colours are kept exactly; the rest of the table covers colours far from them.
const KEPT: usize = 96;
/// The largest accepted difference in a channel, of 255: below what the eye sees along an edge.
const TOLERANCE: u8 = 12;

/// A picture of up to 256 colours.
pub(crate) struct Indexed {
    pub table: Vec<[u8; 3]>,
    /// One index per pixel.
    pub pixels: Vec<u8>,
}

/// Maps each pixel to the nearest colour of a table: the most common colours and then, one at a time, the colour
/// farthest from all those in the table so far (Gonzalez 1985). `None` when some colour would still be off by more
/// than [`TOLERANCE`] in a channel, so that the picture needs full colour. O(pixels + colours · 256).
pub fn index(rgba: &[u8]) -> Option<Indexed> {
    let runs: Vec<([u8; 3], u32)> = runs(rgba).collect();
    let mut counts: FxHashMap<[u8; 3], u32> = FxHashMap::default();
    for (colour, run) in &runs {
        *counts.entry(*colour).or_default() += run;
    }
    let mut colours: Vec<([u8; 3], u32)> = counts.into_iter().collect();
    colours.sort_unstable_by_key(|&(colour, count)| (Reverse(count), colour));

    let exact = if colours.len() <= TABLE { colours.len() } else { KEPT };
    let mut table: Vec<[u8; 3]> = colours[..exact].iter().map(|&(colour, _)| colour).collect();
    let mut nearest: Vec<(u8, u8)> = colours
        .iter()
        .map(|&(colour, _)| {
            let to = |(i, entry): (usize, &[u8; 3])| (distance(colour, *entry), i as u8);
            table.iter().enumerate().map(to).min().unwrap_or((u8::MAX, 0))
        })
        .collect();
    while table.len() < TABLE.min(colours.len()) {
        let farthest = (0..colours.len()).max_by_key(|&i| (nearest[i].0, Reverse(i)))?;
        let entry = colours[farthest].0;
        let i = table.len() as u8;
        table.push(entry);
        for (near, (colour, _)) in nearest.iter_mut().zip(&colours) {
            *near = (*near).min((distance(*colour, entry), i));
        }
    }
    if nearest.iter().any(|(distance, _)| *distance > TOLERANCE) {
        return None;
    }
    let of: FxHashMap<[u8; 3], u8> =
        colours.iter().zip(&nearest).map(|(&(colour, _), &(_, i))| (colour, i)).collect();
    let mut pixels = Vec::with_capacity(rgba.len() / 4);
    for (colour, run) in runs {
        pixels.resize(pixels.len() + run as usize, of[&colour]);
    }
    Some(Indexed { table, pixels })
}

/// The largest difference in a channel.
fn distance(a: [u8; 3], b: [u8; 3]) -> u8 {
    (0..3).map(|i| a[i].abs_diff(b[i])).max().unwrap_or(0)
}

/// Runs of equal pixels: most of a figure is flat, so the table is looked up once per run, and flat areas are skipped
/// several pixels at a time.
fn runs(rgba: &[u8]) -> impl Iterator<Item = ([u8; 3], u32)> + '_ {
    const STEP: usize = 8;
    let (mut pixels, _) = rgba.as_chunks::<4>();
    std::iter::from_fn(move || {
        let colour = *pixels.first()?;
        let flat = [colour; STEP];
        let steps = pixels.as_chunks::<STEP>().0.iter().take_while(|step| **step == flat).count() * STEP;
        let rest = pixels[steps..].iter().take_while(|pixel| **pixel == colour).count();
        pixels = &pixels[steps + rest..];
        Some(([colour[0], colour[1], colour[2]], (steps + rest) as u32))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(colours: impl IntoIterator<Item = [u8; 3]>) -> Vec<u8> {
        colours.into_iter().flat_map(|[r, g, b]| [r, g, b, 255]).collect()
    }

    #[test]
    fn few_colours_are_kept_exactly() {
        let colours: Vec<[u8; 3]> = (0..=255).map(|i| [i, 255 - i, 7]).collect();
        let indexed = index(&picture(colours.iter().copied())).unwrap();
        let back: Vec<[u8; 3]> = indexed.pixels.iter().map(|&i| indexed.table[usize::from(i)]).collect();
        assert_eq!(back, colours);
    }

    #[test]
    fn many_close_colours_stay_within_the_tolerance() {
        let colours: Vec<[u8; 3]> = (0..2000u32).map(|i| [(i % 100) as u8, (i / 20) as u8, 0]).collect();
        let indexed = index(&picture(colours.iter().copied())).unwrap();
        for (i, colour) in indexed.pixels.iter().zip(&colours) {
            assert!(distance(indexed.table[usize::from(*i)], *colour) <= TOLERANCE);
        }
    }

    #[test]
    fn a_photograph_is_refused() {
        let noise =
            (0..4096u32).map(|i| [(i % 16 * 17) as u8, (i / 16 % 16 * 17) as u8, (i / 256 * 17) as u8]);
        assert!(index(&picture(noise)).is_none());
    }
}
