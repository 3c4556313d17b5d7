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

/// A picture as runs of equal pixels, row by row from the top.
#[derive(Debug, Default)]
pub(crate) struct Runs {
    /// The position of the colour and the number of pixels of each run.
    runs: Vec<(u32, u32)>,
    /// Every colour, and how many pixels have it.
    colours: Vec<([u8; 3], u32)>,
    /// The position of every colour.
    places: FxHashMap<[u8; 4], u32>,
}

/// A colour table of up to 256 entries.
pub(crate) struct Table {
    pub colours: Vec<[u8; 3]>,
    /// The entry nearest to each colour of the picture.
    pub entries: Vec<u8>,
}

impl Runs {
    /// Adds pixels below those so far. Most of a figure is flat, so flat areas are skipped several pixels at a time.
    pub fn add(&mut self, rgba: &[u8]) {
        const STEP: usize = 8;
        let (mut pixels, _) = rgba.as_chunks::<4>();
        while let Some(&colour) = pixels.first() {
            let mut run = 1;
            if pixels.get(1) == Some(&colour) {
                let flat = [colour; STEP];
                run = pixels.as_chunks::<STEP>().0.iter().take_while(|step| **step == flat).count() * STEP;
                run += pixels[run..].iter().take_while(|pixel| **pixel == colour).count();
            }
            pixels = &pixels[run..];
            let place = *self.places.entry(colour).or_insert_with(|| {
                self.colours.push(([colour[0], colour[1], colour[2]], 0));
                self.colours.len() as u32 - 1
            });
            self.colours[place as usize].1 += run as u32;
            self.runs.push((place, run as u32));
        }
    }

    /// The position of the colour and the number of pixels of each run.
    pub fn iter(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.runs.iter().map(|&(colour, run)| (colour as usize, run as usize))
    }

    pub fn colour(&self, place: usize) -> [u8; 3] {
        self.colours[place].0
    }

    /// The most common colours and then, one at a time, the colour farthest from all those in the table so far (Gonzalez
    /// 1985). `None` when some colour would still be off by more than [`TOLERANCE`] in a channel, so that the picture
    /// needs full colour. O(colours · 256).
    pub fn table(&self) -> Option<Table> {
        let Self { colours, .. } = self;
        let mut common: Vec<usize> = (0..colours.len()).collect();
        common.sort_unstable_by_key(|&i| (Reverse(colours[i].1), colours[i].0));
        // A channel at a time, so that the distances of many colours are computed at once.
        let channels = [0, 1, 2].map(|c| common.iter().map(|&i| colours[i].0[c]).collect::<Vec<u8>>());

        let exact = if colours.len() <= TABLE { colours.len() } else { KEPT };
        let mut table: Vec<[u8; 3]> = Vec::with_capacity(TABLE);
        // For each colour the distance to the nearest entry, and which entry that is.
        let mut distances = vec![u8::MAX; common.len()];
        let mut nearest = vec![0_u8; common.len()];
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
            for ((least, entry), ((r, g), b)) in distances.iter_mut().zip(&mut nearest).zip(colours) {
                let distance = r.abs_diff(red).max(g.abs_diff(green)).max(b.abs_diff(blue));
                *entry = if distance < *least { i as u8 } else { *entry };
                *least = distance.min(*least);
            }
        }
        if distances.iter().any(|distance| *distance > TOLERANCE) {
            return None;
        }
        let mut entries = vec![0; colours.len()];
        common.iter().zip(nearest).for_each(|(&i, entry)| entries[i] = entry);
        Some(Table { colours: table, entries })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pixels, added in two parts.
    fn runs(colours: impl IntoIterator<Item = [u8; 3]>) -> Runs {
        let rgba: Vec<u8> = colours.into_iter().flat_map(|[r, g, b]| [r, g, b, 255]).collect();
        let (top, bottom) = rgba.split_at(rgba.len() / 8 * 4);
        let mut runs = Runs::default();
        runs.add(top);
        runs.add(bottom);
        runs
    }

    /// The picture in the colours of its table.
    fn indexed(runs: &Runs) -> Vec<[u8; 3]> {
        let Table { colours, entries } = runs.table().unwrap();
        runs.iter().flat_map(|(i, run)| vec![colours[usize::from(entries[i])]; run]).collect()
    }

    #[test]
    fn few_colours_are_kept_exactly() {
        let colours: Vec<[u8; 3]> =
            (0..=255).flat_map(|i| vec![[i, 255 - i, 7]; 1 + i as usize % 20]).collect();
        assert_eq!(indexed(&runs(colours.iter().copied())), colours);
    }

    #[test]
    fn many_close_colours_stay_within_the_tolerance() {
        let colours: Vec<[u8; 3]> = (0..2000u32).map(|i| [(i % 100) as u8, (i / 20) as u8, 0]).collect();
        for (entry, colour) in indexed(&runs(colours.iter().copied())).iter().zip(&colours) {
            assert!((0..3).all(|c| entry[c].abs_diff(colour[c]) <= TOLERANCE));
        }
    }

    #[test]
    fn a_photograph_is_refused() {
        let noise =
            (0..4096u32).map(|i| [(i % 16 * 17) as u8, (i / 16 % 16 * 17) as u8, (i / 256 * 17) as u8]);
        let runs = runs(noise.clone());
        assert!(runs.table().is_none());
        assert!(runs.iter().map(|(i, _)| runs.colour(i)).eq(noise));
    }
}
