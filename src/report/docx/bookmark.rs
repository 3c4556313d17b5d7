//! The names of bookmarks, by which lists and cross-references find what they name.

use crate::io::digest;

/// The bookmark of a heading or caption, named as Word names its own, so that its commands take them for such.
pub fn bookmark(prefix: &str, id: &str) -> String {
    let digits = u64::from_str_radix(&digest(id.as_bytes())[..12], 16).unwrap_or_default();
    format!("{prefix}{:09}", digits % 1_000_000_000)
}
