//! Writing files in such a way that nothing half-written is ever left behind.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// How much is written at a time.
const CHUNK: usize = 1 << 20;

/// Writes beside the target and then renames over it: a reader finds the complete old file or the complete new one,
/// even if the program or the machine stops half-way.
///
/// # Errors
/// Those of the file system; the unfinished file is removed.
pub fn write_atomic(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = beside(path)?;
    let written = write_in_steps(path, &beside, bytes, CHUNK, || Ok(()));
    if written.is_err() {
        // The first error is the one to report; this file may not even exist.
        let _ = fs::remove_file(&beside);
    }
    written
}

/// The path of the file until it is complete, different for each process.
fn beside(path: &Path) -> io::Result<std::path::PathBuf> {
    let name = path.file_name().ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
    let mut beside = std::ffi::OsString::from(".");
    beside.push(name);
    beside.push(format!(".{}.part", std::process::id()));
    Ok(path.with_file_name(beside))
}

/// Its steps; `before` each of them it may be stopped.
fn write_in_steps(
    path: &Path,
    beside: &Path,
    bytes: &[u8],
    chunk: usize,
    mut before: impl FnMut() -> io::Result<()>,
) -> io::Result<()> {
    before()?;
    #[expect(clippy::disallowed_methods, reason = "the one place that writes files")]
    let mut file = File::create(beside)?;
    for part in bytes.chunks(chunk) {
        before()?;
        file.write_all(part)?;
    }
    before()?;
    file.sync_all()?;
    drop(file);
    before()?;
    fs::rename(beside, path)?;
    before()?;
    sync_folder(path);
    Ok(())
}

/// The new name itself must reach the disk. Not every system and folder supports this, but the file is complete
/// either way.
fn sync_folder(path: &Path) {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Stopped before each of its steps in turn, as by a kill that cleans nothing up: the old file or the new one is
    /// there.
    #[test]
    #[expect(clippy::disallowed_methods, reason = "what was there before")]
    fn stopped_at_any_step_a_whole_file_is_there() {
        let folder = std::env::temp_dir().join(format!("atlante-write-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("p.atlante");
        let (old, new) = (b"old and whole".repeat(5), b"new, whole and longer".repeat(9));
        let (mut stops, mut seen) = (0, [0, 0]);
        loop {
            fs::write(&path, &old).unwrap();
            let mut left = stops;
            let outcome = write_in_steps(&path, &beside(&path).unwrap(), &new, 16, || {
                let stopped = left == 0;
                left = i32::max(left - 1, 0);
                if stopped { Err(io::Error::other("killed")) } else { Ok(()) }
            });
            let found = fs::read(&path).unwrap();
            assert!(found == old || found == new, "stopped before step {stops}");
            seen[usize::from(found == new)] += 1;
            if outcome.is_ok() {
                assert_eq!(found, new);
                break;
            }
            stops += 1;
        }
        assert!(seen[0] > 10 && seen[1] == 2, "{seen:?}");
        fs::remove_dir_all(&folder).unwrap();
    }
}
