//! Round numbers for scale bars and legends.

/// The largest of 1, 2, 5, 10, 20, 50… (times any power of ten) that does not exceed `x`, which must be positive.
pub fn round_down(x: f64) -> f64 {
    let power = 10f64.powf(x.log10().floor());
    let mantissa = x / power;
    power
        * if mantissa >= 5.0 {
            5.0
        } else if mantissa >= 2.0 {
            2.0
        } else {
            1.0
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_round() {
        for (x, round) in [(17_300.0, 10_000.0), (20_000.0, 20_000.0), (7_900.0, 5_000.0), (0.95, 0.5)] {
            assert!((round_down(x) - round).abs() < 1e-12 * round, "{x}");
        }
    }
}
