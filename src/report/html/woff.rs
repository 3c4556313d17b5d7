//! The embedded typeface as WOFF 1.0 (<https://www.w3.org/TR/WOFF/>): the tables of the font, each compressed, half the
//! size of what they are on their own.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

/// A TrueType font file as WOFF; `None` where its directory is not one.
pub fn woff(font: &[u8]) -> Option<Vec<u8>> {
    const HEADER: usize = 44;
    const ENTRY: usize = 20;
    let flavour = number(font, 0)?;
    let count = usize::from(u16::from_be_bytes(font.get(4..6)?.try_into().ok()?));
    let mut directory = Vec::with_capacity(count * ENTRY);
    let mut body = Vec::new();
    let mut plain_size = 12 + 16 * count;
    for i in 0..count {
        let at = 12 + 16 * i;
        let (tag, checksum) = (font.get(at..at + 4)?, number(font, at + 4)?);
        let (offset, length) = (number(font, at + 8)? as usize, number(font, at + 12)? as usize);
        let table = font.get(offset..offset.checked_add(length)?)?;
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(table).ok()?;
        let packed = encoder.finish().ok()?;
        let stored = if packed.len() < table.len() { &packed } else { table };
        let start = HEADER + count * ENTRY + body.len();
        directory.extend_from_slice(tag);
        for number in [start, stored.len(), table.len(), checksum as usize] {
            directory.extend_from_slice(&(number as u32).to_be_bytes());
        }
        body.extend_from_slice(stored);
        body.resize(body.len().next_multiple_of(4), 0);
        plain_size += table.len().next_multiple_of(4);
    }
    let size = HEADER + directory.len() + body.len();
    let mut out = Vec::with_capacity(size);
    out.extend_from_slice(b"wOFF");
    out.extend_from_slice(&flavour.to_be_bytes());
    out.extend_from_slice(&(size as u32).to_be_bytes());
    out.extend_from_slice(&(count as u16).to_be_bytes());
    out.extend_from_slice(&[0; 2]);
    out.extend_from_slice(&(plain_size as u32).to_be_bytes());
    // The version, and no metadata or private data.
    out.extend_from_slice(&[0, 1, 0, 0]);
    out.resize(HEADER, 0);
    out.extend(directory);
    out.extend(body);
    Some(out)
}

fn number(font: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(font.get(at..at + 4)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_typeface_becomes_smaller_and_damaged_files_are_refused() {
        for font in crate::scene::text::font_files() {
            let packed = woff(font).expect("a font");
            assert_eq!((&packed[..4], packed.len() % 4), (b"wOFF".as_slice(), 0));
            assert!(packed.len() * 10 < font.len() * 6, "{} of {}", packed.len(), font.len());
        }
        assert_eq!(woff(b"no font"), None);
    }
}
