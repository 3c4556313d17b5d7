//! Labels in a column, moved from their preferred heights just enough to keep them apart.

/// The centres of labels between `top` and `bottom`, given the preferred centre and the height of each. Their order
/// is kept and the sum of squared moves is minimal (isotonic regression by pooling adjacent violators, O(n)). `None`
/// where they do not all fit. Positions are in input order, which must be ascending.
pub(crate) fn spread(wanted: &[(f64, f64)], top: f64, bottom: f64) -> Option<Vec<f64>> {
    let total: f64 = wanted.iter().map(|(_, height)| height).sum();
    if total > bottom - top {
        return None;
    }
    // After subtracting the heights of the labels above, "apart" simply means ascending.
    let mut above = 0.0;
    let mut offsets = Vec::with_capacity(wanted.len());
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for (place, height) in wanted {
        let offset = above + height / 2.0;
        offsets.push(offset);
        above += height;
        let mut pool = (place - offset, 1);
        while let Some(&(sum, count)) = pools.last()
            && sum / count as f64 > pool.0 / pool.1 as f64
        {
            pools.pop();
            pool = (pool.0 + sum, pool.1 + count);
        }
        pools.push(pool);
    }
    let places = pools.into_iter().flat_map(|(sum, count)| std::iter::repeat_n(sum / count as f64, count));
    // Rounding can put `bottom − total` just below `top`.
    let latest = (bottom - total).max(top);
    Some(places.zip(offsets).map(|(place, offset)| place.clamp(top, latest) + offset).collect())
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn labels_apart_stay_where_they_are() {
        assert_eq!(spread(&[(10.0, 4.0), (20.0, 4.0)], 0.0, 50.0), Some(vec![10.0, 20.0]));
        assert_eq!(spread(&[], 0.0, 0.0), Some(vec![]));
    }

    #[test]
    fn labels_that_collide_part_evenly_and_stay_within() {
        assert_eq!(spread(&[(20.0, 4.0), (20.0, 4.0)], 0.0, 50.0), Some(vec![18.0, 22.0]));
        assert_eq!(spread(&[(0.0, 4.0), (1.0, 4.0)], 0.0, 50.0), Some(vec![2.0, 6.0]));
        assert_eq!(spread(&[(49.0, 4.0), (50.0, 4.0)], 0.0, 50.0), Some(vec![44.0, 48.0]));
    }

    #[test]
    fn of_different_heights_none_overlaps() {
        let wanted = [(10.0, 8.0), (11.0, 4.0), (11.5, 8.0), (30.0, 4.0), (30.0, 4.0)];
        let places = spread(&wanted, 0.0, 40.0).expect("room for 28");
        for (i, pair) in places.windows(2).enumerate() {
            assert!(pair[1] - pair[0] >= (wanted[i].1 + wanted[i + 1].1) / 2.0 - 1e-9, "{places:?}");
        }
        assert_eq!(spread(&wanted, 0.0, 27.0), None);
    }
}
