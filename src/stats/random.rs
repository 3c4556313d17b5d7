//! Random numbers that depend on a seed and a counter alone, so that results are the same with any number of threads.

/// A stream of random numbers: SplitMix64.
///
/// G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", *OOPSLA*, 2014. The state only
/// counts, in odd steps, and each number is a hash of it; different streams start at hashed places of the cycle of 2⁶⁴.
#[derive(Debug, Clone)]
pub struct Stream(u64);

const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

fn mixed(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

impl Stream {
    /// The stream of one piece of work, such as one permutation.
    pub fn new(seed: u64, piece: u64) -> Self {
        Self(mixed(mixed(seed.wrapping_add(STEP)) ^ piece.wrapping_mul(0xd134_2543_de82_ef95)))
    }

    pub fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        mixed(self.0)
    }

    /// A whole number from 0 to `bound` − 1, each as likely; `bound` is at least 1.
    ///
    /// D. Lemire, "Fast random integer generation in an interval", *ACM Transactions on Modeling and Computer
    /// Simulation* 29(1), 2019.
    pub fn below(&mut self, bound: u32) -> u32 {
        let bound = u64::from(bound.max(1));
        let mut product = (self.next_u64() >> 32) * bound;
        if (product & 0xffff_ffff) < bound {
            let least = (1 << 32) % bound;
            while (product & 0xffff_ffff) < least {
                product = (self.next_u64() >> 32) * bound;
            }
        }
        (product >> 32) as u32
    }

    /// A number from 0 up to, but not including, 1.
    pub fn unit(&mut self) -> f64 {
        (self.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Puts the items in random order (R. Durstenfeld, *Communications of the ACM* 7(7), 1964).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i as u32 + 1) as usize);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first numbers of SplitMix64 from state 0, as its authors' code prints them.
    #[test]
    fn the_generator_is_splitmix64() {
        let mut stream = Stream(0);
        let first = [stream.next_u64(), stream.next_u64(), stream.next_u64()];
        assert_eq!(first, [0xe220_a839_7b1d_cdaf, 0x6e78_9e6a_a1b9_65f4, 0x06c4_5d18_8009_454f]);
    }

    #[test]
    fn all_numbers_are_as_likely() {
        let mut stream = Stream::new(42, 7);
        let mut counts = [0_u32; 6];
        (0..60_000).for_each(|_| counts[stream.below(6) as usize] += 1);
        // Five standard deviations of a binomial count with n = 60,000 and p = 1/6.
        assert!(counts.iter().all(|&count| (f64::from(count) - 10_000.0).abs() < 457.0), "{counts:?}");
        let mean = (0..10_000).map(|_| stream.unit()).sum::<f64>() / 10_000.0;
        assert!((mean - 0.5).abs() < 0.015);
    }

    #[test]
    fn a_stream_is_known_by_its_seed_and_piece() {
        let of = |seed, piece| Stream::new(seed, piece).next_u64();
        assert_eq!(of(1, 2), of(1, 2));
        assert!(of(1, 2) != of(2, 1) && of(0, 0) != of(0, 1));
        let mut items: Vec<u32> = (0..50).collect();
        Stream::new(1, 1).shuffle(&mut items);
        items.sort_unstable();
        assert_eq!(items, (0..50).collect::<Vec<_>>());
    }
}
