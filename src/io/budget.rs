//! What reading one file of somebody else's may cost. Its parts are bounded one by one, but there may be many of them.

use std::time::{Duration, Instant};

use super::source::limits::MAX_CELLS;

/// What is left.
#[derive(Debug)]
pub(crate) struct Budget {
    cells: usize,
    until: Instant,
}

/// The budget is spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spent {
    Cells,
    Time,
}

/// The longest time: a project of the largest size opens in a few seconds on a slow machine.
const LONGEST: Duration = Duration::from_secs(60);

impl Budget {
    pub(crate) fn new() -> Self {
        Self { cells: MAX_CELLS, until: Instant::now() + LONGEST }
    }

    /// Spends cells of tables, and looks at the clock.
    ///
    /// # Errors
    /// One of the two is used up.
    pub(crate) fn spend(&mut self, cells: usize) -> Result<(), Spent> {
        self.cells = self.cells.checked_sub(cells).ok_or(Spent::Cells)?;
        if Instant::now() > self.until { Err(Spent::Time) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_and_time_run_out() {
        let mut budget = Budget::new();
        assert_eq!(budget.spend(MAX_CELLS), Ok(()));
        assert_eq!(budget.spend(1), Err(Spent::Cells));
        let mut late = Budget { until: Instant::now() - Duration::from_secs(1), ..Budget::new() };
        assert_eq!(late.spend(0), Err(Spent::Time));
    }
}
