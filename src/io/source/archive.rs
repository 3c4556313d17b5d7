//! Archives, unpacked in memory and never to disk: the output is counted while it is produced, because what an
//! archive says about itself may be false.

use std::io::{Cursor, Read};

use flate2::read::MultiGzDecoder;
use zip::ZipArchive;
use zip::result::ZipError;

use super::error::{Expected, Problem, SourceError};
use super::limits::{Limit, MAX_BYTES, MAX_ENTRIES, MAX_RATIO};

/// Compressed sizes below this say nothing about the ratio.
const RATIO_FROM: usize = 4 << 10;

/// Unpacks each file of an archive whose name is `wanted`, and passes it to `take`.
///
/// # Errors
/// Not an archive, locked, damaged, a path that leads outside, over a limit, or what `take` fails with.
pub fn each(
    file: &str,
    bytes: &[u8],
    wanted: impl Fn(&str) -> bool,
    mut take: impl FnMut(&str, Vec<u8>) -> Result<(), SourceError>,
) -> Result<(), SourceError> {
    let error = |problem| SourceError::new(file, problem);
    let damaged = || error(Problem::Damaged);
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|fault| match fault {
        ZipError::InvalidArchive(_) => error(Problem::NotA(Expected::Archive)),
        _ => damaged(),
    })?;
    if archive.len() > MAX_ENTRIES {
        return Err(error(Problem::TooLarge(Limit::Entries)));
    }
    let mut left = MAX_BYTES;
    for i in 0..archive.len() {
        // Raw first: the name and the flags of an entry whose contents cannot be unpacked.
        let entry = archive.by_index_raw(i).map_err(|_| damaged())?;
        let name = entry.name().map_err(|_| damaged())?.into_owned();
        if entry.enclosed_name().is_none() {
            return Err(error(Problem::Path(name)));
        }
        if entry.is_dir() || !wanted(&name) {
            continue;
        }
        // Stored twice, in the directory and before the data.
        let local_flags = usize::try_from(entry.header_start()).ok().and_then(|at| bytes.get(at + 6));
        if entry.encrypted() || local_flags.is_some_and(|flags| flags & 1 == 1) {
            return Err(error(Problem::Password));
        }
        let packed = usize::try_from(entry.compressed_size()).unwrap_or(usize::MAX).min(bytes.len());
        drop(entry);
        let ratio = packed.max(RATIO_FROM).saturating_mul(MAX_RATIO);
        let mut unpacked = Vec::new();
        let entry = archive.by_index(i).map_err(|_| damaged())?;
        entry.take(ratio.min(left) as u64 + 1).read_to_end(&mut unpacked).map_err(|_| damaged())?;
        if unpacked.len() > left {
            return Err(error(Problem::TooLarge(Limit::Bytes)));
        }
        if unpacked.len() > ratio {
            return Err(error(Problem::TooLarge(Limit::Ratio)));
        }
        left -= unpacked.len();
        take(&name, unpacked)?;
    }
    Ok(())
}

/// The contents of a file compressed by gzip.
///
/// # Errors
/// Damaged, or over a limit.
pub(super) fn unzipped(file: &str, bytes: &[u8]) -> Result<Vec<u8>, SourceError> {
    let error = |problem| SourceError::new(file, problem);
    let ratio = bytes.len().max(RATIO_FROM).saturating_mul(MAX_RATIO);
    let mut unpacked = Vec::new();
    MultiGzDecoder::new(bytes)
        .take(ratio.min(MAX_BYTES) as u64 + 1)
        .read_to_end(&mut unpacked)
        .map_err(|_| error(Problem::Damaged))?;
    match unpacked.len() {
        length if length > MAX_BYTES => Err(error(Problem::TooLarge(Limit::Bytes))),
        length if length > ratio => Err(error(Problem::TooLarge(Limit::Ratio))),
        _ => Ok(unpacked),
    }
}

/// The names of the files in an archive; empty if it is not one.
pub fn names(bytes: &[u8]) -> Vec<String> {
    let archive = ZipArchive::new(Cursor::new(bytes));
    let Ok(archive) = archive else { return Vec::new() };
    archive.file_names().take(MAX_ENTRIES).flatten().map(|name| name.into_owned()).collect()
}

/// One file of an archive that we built ourselves, whose contents were counted at that time.
pub fn one(archive: &[u8], name: &str) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(archive)).ok()?;
    let mut contents = Vec::new();
    archive.by_name(name).ok()?.take(MAX_BYTES as u64).read_to_end(&mut contents).ok()?;
    Some(contents)
}
