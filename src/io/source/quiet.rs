//! Panics of crates that read files: they are caught and told as a damaged file, and print nothing beside.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::thread;

thread_local! {
    /// Whether a panic of this thread is caught and told.
    static IS_CAUGHT: Cell<bool> = const { Cell::new(false) };
}

/// Does work that may panic.
///
/// # Errors
/// It panicked.
pub(crate) fn caught<T>(work: impl FnOnce() -> T) -> thread::Result<T> {
    let before = IS_CAUGHT.replace(true);
    let end = catch_unwind(AssertUnwindSafe(work));
    IS_CAUGHT.set(before);
    end
}

/// From now on a panic that is caught so prints no trace; those of the threads of polars are caught where these are asked.
pub fn install() {
    let usual = take_hook();
    set_hook(Box::new(move |panic| {
        let is_of_polars = thread::current().name().is_some_and(|name| name.starts_with("polars-"));
        if !IS_CAUGHT.get() && !is_of_polars {
            usual(panic);
        }
    }));
}
