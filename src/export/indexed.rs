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
pub(crate) struct Indexed<'a> {
    pub table: Vec<[u8; 3]>,
    /// One index per pixel.
    pub pixels: &'a [u8],
}

/// Maps each pixel to the nearest colour of a table: the most common colours and then, one at a time, the colour
/// farthest from all those in the table so far (Gonzalez 1985). `None` when some colour would still be off by more
/// than [`TOLERANCE`] in a channel, so that the picture needs full colour. O(pixels + colours · 256).
///
/// The indices take the place of the pixels, because getting memory from the system would take as long as writing them.
pub fn index(rgba: &mut [u8]) -> Option<Indexed<'_>> {
    let Runs { runs, colours } = runs(rgba);
    let mut common: Vec<usize> = (0..colours.len()).collect();
    common.sort_unstable_by_key(|&i| (Reverse(colours[i].1), colours[i].0));
    // A channel at a time, so that the distances of many colours are computed at once.
    let channels = [0, 1, 2].map(|c| common.iter().map(|&i| colours[i].0[c]).collect::<Vec<u8>>());

    let exact = if colours.len() <= TABLE { colours.len() } else { KEPT };
    let mut table: Vec<[u8; 3]> = Vec::with_capacity(TABLE);
    // For each colour the distance to the nearest entry, and which entry that is.
    let mut distances = vec![u8::MAX; common.len()];
    let mut entries = vec![0_u8; common.len()];
    while table.len() < TABLE.min(common.len()) {
        let i = table.len();
        let next = if i < exact {
            i
        } else {
            let farthest = distances.iter().max()?;
            distances.iter().position(|distance| distance == farthest)?
        };
        let [red, green, blue] = [0, 1, 2].map(|c: usize| channels[c][next]);
        table.push([red, green, blue]);
        let colours = channels[0].iter().zip(&channels[1]).zip(&channels[2]);
        for ((least, entry), ((r, g), b)) in distances.iter_mut().zip(&mut entries).zip(colours) {
            let distance = r.abs_diff(red).max(g.abs_diff(green)).max(b.abs_diff(blue));
            *entry = if distance < *least { i as u8 } else { *entry };
            *least = distance.min(*least);
        }
    }
    if distances.iter().any(|distance| *distance > TOLERANCE) {
        return None;
    }
    let mut entry_of = vec![0; colours.len()];
    common.iter().zip(entries).for_each(|(&i, entry)| entry_of[i] = entry);
    let (pixels, _) = rgba.split_at_mut(rgba.len() / 4);
    let mut from = 0;
    for (colour, run) in runs {
        let to = from + run as usize;
        pixels[from..to].fill(entry_of[colour as usize]);
        from = to;
    }
    Some(Indexed { table, pixels })
}

/// A picture as runs of equal pixels.
struct Runs {
    /// The position of the colour and the number of pixels of each run.
    runs: Vec<(u32, u32)>,
    /// Every colour, and how many pixels have it.
    colours: Vec<([u8; 3], u32)>,
}

/// Runs of equal pixels: most of a figure is flat, so flat areas are skipped several pixels at a time.
fn runs(rgba: &[u8]) -> Runs {
    const STEP: usize = 8;
    let mut found = Runs { runs: Vec::new(), colours: Vec::new() };
    let mut places: FxHashMap<[u8; 4], u32> = FxHashMap::default();
    let (mut pixels, _) = rgba.as_chunks::<4>();
    while let Some(&colour) = pixels.first() {
        let mut run = 1;
        if pixels.get(1) == Some(&colour) {
            let flat = [colour; STEP];
            run = pixels.as_chunks::<STEP>().0.iter().take_while(|step| **step == flat).count() * STEP;
            run += pixels[run..].iter().take_while(|pixel| **pixel == colour).count();
        }
        pixels = &pixels[run..];
        let place = *places.entry(colour).or_insert_with(|| {
            found.colours.push(([colour[0], colour[1], colour[2]], 0));
            found.colours.len() as u32 - 1
        });
        found.colours[place as usize].1 += run as u32;
        found.runs.push((place, run as u32));
    }
    found
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
        let mut rgba = picture(colours.iter().copied());
        let indexed = index(&mut rgba).unwrap();
        let back: Vec<[u8; 3]> = indexed.pixels.iter().map(|&i| indexed.table[usize::from(i)]).collect();
        assert_eq!(back, colours);
    }

    #[test]
    fn many_close_colours_stay_within_the_tolerance() {
        let colours: Vec<[u8; 3]> = (0..2000u32).map(|i| [(i % 100) as u8, (i / 20) as u8, 0]).collect();
        let mut rgba = picture(colours.iter().copied());
        let indexed = index(&mut rgba).unwrap();
        for (i, colour) in indexed.pixels.iter().zip(&colours) {
            let entry = indexed.table[usize::from(*i)];
            assert!((0..3).all(|c| entry[c].abs_diff(colour[c]) <= TOLERANCE));
        }
    }

    #[test]
    fn a_photograph_is_refused() {
        let noise =
            (0..4096u32).map(|i| [(i % 16 * 17) as u8, (i / 16 % 16 * 17) as u8, (i / 256 * 17) as u8]);
        let (before, mut rgba) = (picture(noise.clone()), picture(noise));
        assert!(index(&mut rgba).is_none());
        assert_eq!(rgba, before);
    }
}
