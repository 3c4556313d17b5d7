//! Detects which single-byte encoding a text is in, among those that Italian offices have used.

use encoding_rs::{MACINTOSH, WINDOWS_1252};

/// The characters after ASCII in code page 850, used by DOS. Checked with Python's `cp850`.
const CP850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// Letters and signs that Italian texts have beyond ASCII.
const LETTERS: &str = "àèéìòùÀÈÉÌÒÙ";
const SIGNS: &str = "°ºª’‘“”«»–—€…";

type Read = fn(&[u8]) -> String;

/// Decodes bytes that are not UTF-8, with the name of the encoding: the one that gives the most Italian letters and
/// the fewest characters of no language. Lines that are valid UTF-8 are kept as such.
pub(crate) fn guess(bytes: &[u8]) -> (String, &'static str) {
    let lines: Vec<&[u8]> = bytes.split_inclusive(|b| *b == b'\n').collect();
    let foreign: Vec<u8> = lines
        .iter()
        .filter(|line| std::str::from_utf8(line).is_err())
        .flat_map(|line| line.iter().copied().filter(|b| !b.is_ascii()))
        .collect();
    let readings: [(&str, Read); 3] = [(WINDOWS_1252.name(), windows), ("macintosh", mac), ("CP850", dos)];
    let score = |read: Read| -> i64 {
        let of = |c: char| match c {
            c if LETTERS.contains(c) => 3,
            c if SIGNS.contains(c) => 1,
            _ => -2,
        };
        read(&foreign).chars().map(of).sum()
    };
    // The best score; Windows-1252 where they tie.
    let (name, read) = readings.into_iter().rev().max_by_key(|(_, read)| score(*read)).unwrap_or(readings[0]);
    let text = |line: &&[u8]| match std::str::from_utf8(line) {
        Ok(text) => text.to_owned(),
        Err(_) => read(line),
    };
    (lines.iter().map(text).collect(), name)
}

fn windows(bytes: &[u8]) -> String {
    WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()
}

fn mac(bytes: &[u8]) -> String {
    MACINTOSH.decode_without_bom_handling(bytes).0.into_owned()
}

fn dos(bytes: &[u8]) -> String {
    let beyond: Vec<char> = CP850.chars().collect();
    bytes.iter().map(|b| if b.is_ascii() { char::from(*b) } else { beyond[usize::from(*b) - 128] }).collect()
}

/// Restores a text that was UTF-8, was read as Windows-1252 and saved as UTF-8 again; `None` where it is not such a
/// text.
pub(crate) fn written_twice(text: &str) -> Option<String> {
    if text.is_ascii() || !text.contains(['Ã', 'Â']) {
        return None;
    }
    let (bytes, _, is_lossy) = WINDOWS_1252.encode(text);
    let before = if is_lossy { return None } else { String::from_utf8(bytes.into_owned()).ok()? };
    (before.len() < text.len()).then_some(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The bytes are those of Python: `"Cantù, è già così".encode("mac_roman")`, and `cp850`, and `cp1252`.
    #[test]
    fn each_encoding_is_told_by_its_letters() {
        let text = "Cantù, è già così";
        for (bytes, encoding) in [
            (&b"Cant\x9d, \x8f gi\x88 cos\x93"[..], "macintosh"),
            (b"Cant\x97, \x8a gi\x85 cos\x8d", "CP850"),
            (b"Cant\xf9, \xe8 gi\xe0 cos\xec", "windows-1252"),
        ] {
            assert_eq!(guess(bytes), (text.to_owned(), encoding));
        }
    }

    #[test]
    fn a_line_that_is_utf_8_stays_so() {
        let bytes = [b"Cant\xf9\n".as_slice(), "Canegrate è\n".as_bytes()].concat();
        assert_eq!(guess(&bytes).0, "Cantù\nCanegrate è\n");
    }

    #[test]
    fn a_text_written_twice_is_read_once() {
        assert_eq!(written_twice("CantÃ¹").as_deref(), Some("Cantù"));
        for text in ["Cantù", "Cantu", "SÃO"] {
            assert_eq!(written_twice(text), None, "{text}");
        }
    }
}
