//! A logo from a file.

use crate::i18n::{Lang, texts};

/// The first bytes of a PNG.
const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The largest accepted file, in megabytes: every figure with the logo carries it.
const MOST_MEGABYTES: usize = 2;

/// The PNG in base64, or the message on why it is refused.
pub(crate) fn base64_of(bytes: &[u8], lang: Lang) -> Result<String, String> {
    if bytes.starts_with(SIGNATURE) && bytes.len() <= MOST_MEGABYTES << 20 {
        return Ok(base64(bytes));
    }
    Err(texts::cause_logo(lang, MOST_MEGABYTES))
}

/// RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |i: usize| u32::from(three.get(i).copied().unwrap_or(0));
        let joined = byte(0) << 16 | byte(1) << 8 | byte(2);
        for i in 0..4 {
            let digit = (joined >> (18 - 6 * i) & 63) as usize;
            text.push(if i <= three.len() { char::from(DIGITS[digit]) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_as_in_the_standard() {
        for (plain, coded) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }

    #[test]
    fn only_a_png_of_fair_size_is_taken() {
        assert!(base64_of(b"\x89PNG\r\n\x1a\nrest", Lang::It).is_ok());
        assert!(base64_of(b"\xff\xd8\xff", Lang::It).unwrap_err().contains('2'));
        let huge = [SIGNATURE, &vec![0; 5 << 20]].concat();
        assert!(base64_of(&huge, Lang::It).is_err());
    }
}
