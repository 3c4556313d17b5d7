//! Bytes to text: the encoding is declared by a byte order mark, evident from the bytes, or guessed.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::encodings;
use super::error::Problem;

/// Text, with its assumed encoding if that is neither declared nor UTF-8.
#[derive(Debug)]
pub struct Decoded<'a> {
    /// The text, without byte order mark.
    pub text: Cow<'a, str>,
    /// The encoding, if it was guessed.
    pub guessed: Option<&'static str>,
}

/// Decodes UTF-8 and UTF-16 with or without a byte order mark, and anything else as Windows-1252, which is common in
/// Italian offices and includes ISO-8859-1.
///
/// Line ends of CR alone become LF. O(n); UTF-8 is not copied.
///
/// # Errors
/// [`Problem::NotText`] for bytes with NULs that are not UTF-16.
pub fn decode(bytes: &[u8]) -> Result<Decoded<'_>, Problem> {
    let (encoding, guessed) = match Encoding::for_bom(bytes) {
        // A UTF-8 byte order mark before something else.
        Some((encoding, mark)) if encoding == UTF_8 && std::str::from_utf8(bytes).is_err() => {
            return of_one_byte(&bytes[mark..]);
        }
        Some((encoding, _)) => (encoding, false),
        None => encoding_of(bytes)?,
    };
    if encoding == WINDOWS_1252 {
        return of_one_byte(bytes);
    }
    // Removes the byte order mark, if there is one.
    let (text, _, _) = encoding.decode(bytes);
    if let Some(once) = encodings::written_twice(&text) {
        return Ok(Decoded {
            text: Cow::Owned(with_line_feeds(&once).unwrap_or(once)),
            guessed: Some("UTF-8 (2×)"),
        });
    }
    let text = with_line_feeds(&text).map_or(text, Cow::Owned);
    Ok(Decoded { text, guessed: guessed.then(|| encoding.name()) })
}

fn of_one_byte(bytes: &[u8]) -> Result<Decoded<'_>, Problem> {
    let (text, name) = encodings::guess(bytes);
    let text = with_line_feeds(&text).unwrap_or(text);
    Ok(Decoded { text: Cow::Owned(text), guessed: Some(name) })
}

/// Replaces CR line endings with LF.
fn with_line_feeds(text: &str) -> Option<String> {
    (text.contains('\r') && !text.contains('\n')).then(|| text.replace('\r', "\n"))
}

/// The encoding of bytes without a byte order mark, and whether it is a guess.
fn encoding_of(bytes: &[u8]) -> Result<(&'static Encoding, bool), Problem> {
    let head = &bytes[..bytes.len().min(4096)];
    // In UTF-16 every other byte of Latin text is NUL.
    let nuls = |from: usize| head.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    let (even, odd, half) = (nuls(0), nuls(1), head.len() / 2);
    if half > 1 && even * 10 > half * 7 && odd * 10 < half {
        return Ok((UTF_16BE, true));
    }
    if half > 1 && odd * 10 > half * 7 && even * 10 < half {
        return Ok((UTF_16LE, true));
    }
    if std::str::from_utf8(bytes).is_ok() {
        // A few NULs in text are control characters; if a tenth of it is NUL, it is another kind of file.
        return if (even + odd) * 10 > head.len() { Err(Problem::NotText) } else { Ok((UTF_8, false)) };
    }
    // Control characters are rare in single-byte text, and as common as others in pictures and programs.
    let controls = head.iter().filter(|b| **b < 32 && !matches!(b, b'\t' | b'\n' | b'\r')).count();
    if controls * 50 > head.len() { Err(Problem::NotText) } else { Ok((WINDOWS_1252, true)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_gives_the_same_text() {
        let text = "codice;comune\n013041;Cantù – città";
        let utf16 = |le: bool, bom: bool| -> Vec<u8> {
            let units = bom.then_some(0xfeff).into_iter().chain(text.encode_utf16());
            units.flat_map(|u: u16| if le { u.to_le_bytes() } else { u.to_be_bytes() }).collect()
        };
        let (cp1252, _, _) = WINDOWS_1252.encode(text);
        for (bytes, guessed) in [
            (text.as_bytes().to_vec(), None),
            (format!("\u{feff}{text}").into_bytes(), None),
            (utf16(true, true), None),
            (utf16(false, true), None),
            (utf16(true, false), Some("UTF-16LE")),
            (utf16(false, false), Some("UTF-16BE")),
            (cp1252.to_vec(), Some("windows-1252")),
        ] {
            let decoded = decode(&bytes).unwrap();
            assert_eq!((decoded.text.as_ref(), decoded.guessed), (text, guessed));
        }
    }

    #[test]
    fn carriage_returns_alone_end_lines_and_pictures_are_no_text() {
        assert_eq!(decode(b"a;b\r1;2\r").unwrap().text, "a;b\n1;2\n");
        assert_eq!(decode(b"a\r\nb").unwrap().text, "a\r\nb");
        assert!(decode(&[0x89, b'P', b'N', b'G', 13, 10, 26, 10, 0, 0, 0, 13]).is_err());
        assert!(decode(&[0; 64]).is_err());
    }
}
