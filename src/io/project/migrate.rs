//! From the format of earlier versions to the present one, a step a version.

use super::error::Fault;
use super::manifest::{Parts, VERSION};

/// Makes the parts of one version those of the next.
type Step = fn(&mut Parts) -> Result<(), Fault>;

/// The step at `i` makes version `i + 2` of version `i + 1`.
const STEPS: [Step; VERSION as usize - 1] = [values_of_areas];

/// Version 2 may hold values of areas and grids. One of version 1 has neither; programs that read no further than it
/// would lose both at the next save, and so must refuse version 2.
fn values_of_areas(_: &mut Parts) -> Result<(), Fault> {
    Ok(())
}

/// Brings the parts of a file of that version to the present one.
///
/// # Errors
/// A version later than ours; what a step finds wrong.
pub fn migrate(from: u32, parts: &mut Parts) -> Result<(), Fault> {
    if from > VERSION {
        return Err(Fault::Newer(from));
    }
    let done = from.checked_sub(1).ok_or(Fault::NotOurs)?;
    STEPS.iter().skip(done as usize).try_for_each(|step| step(parts))
}
