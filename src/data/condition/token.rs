//! The tokens of a condition.

use crate::base::{Typed, typed_decimals};

use super::comparison::Comparison;
use super::error::{ConditionError, Fault};

/// One word or sign.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// An id, in lower case.
    Id(String),
    /// The name of a set, without its quotes.
    Quoted(String),
    /// A number, with the number of decimals typed.
    Number(f64, usize),
    Compare(Comparison),
    /// `e`, `and`
    And,
    /// `o`, `or`
    Or,
    /// `non`, `not`
    Not,
    /// `(`
    Open,
    /// `)`
    Close,
}

/// A token and its position.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Token {
    pub kind: Kind,
    /// The text as typed.
    pub text: String,
    /// The position of its first character, from 1.
    pub at: usize,
}

/// Splits a text into tokens.
pub(crate) fn tokens(text: &str) -> Result<Vec<Token>, ConditionError> {
    let letters: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut i = 0;
    while i < letters.len() {
        if letters[i].is_whitespace() {
            i += 1;
            continue;
        }
        let run = |belongs: fn(char) -> bool| letters[i..].iter().take_while(|c| belongs(**c)).count();
        let at = i + 1;
        let fault = |fault| ConditionError { at, fault };
        let next = letters.get(i + 1).copied().unwrap_or(' ');
        let is_signed = is_minus(letters[i]) || letters[i] == '+';
        let is_point = ",.".contains(letters[i]);
        let (length, kind) = match letters[i] {
            c if c.is_ascii_digit()
                || (is_point && next.is_ascii_digit())
                || (is_signed && (next.is_ascii_digit() || ",.".contains(next))) =>
            {
                let length = numeral_length(&letters[i..]);
                let typed: String = letters[i..i + length].iter().collect();
                let (number, decimals) = number(&typed).map_err(fault)?;
                (length, Kind::Number(number, decimals))
            }
            c if c.is_alphabetic() || c == '_' => {
                let length = run(|c| c.is_alphanumeric() || c == '_');
                let word: String = letters[i..i + length].iter().collect::<String>().to_lowercase();
                let kind = match word.as_str() {
                    "e" | "and" => Kind::And,
                    "o" | "or" => Kind::Or,
                    "non" | "not" => Kind::Not,
                    _ => Kind::Id(word),
                };
                (length, kind)
            }
            opening @ ('"' | '«' | '“') => {
                let closing = closing(opening);
                let name: String = letters[i + 1..].iter().take_while(|c| **c != closing).collect();
                let length = name.chars().count() + 2;
                if i + length > letters.len() {
                    return Err(fault(Fault::UnclosedQuotes));
                }
                (length, Kind::Quoted(name))
            }
            '(' => (1, Kind::Open),
            ')' => (1, Kind::Close),
            sign => match comparison(sign, next) {
                Some((length, comparison)) => (length, Kind::Compare(comparison)),
                None => return Err(fault(Fault::Unexpected(sign.to_string()))),
            },
        };
        let text = letters[i..i + length].iter().collect();
        found.push(Token { kind, text, at });
        i += length;
    }
    Ok(found)
}

/// The closing quotes for opening ones.
fn closing(opening: char) -> char {
    match opening {
        '«' => '»',
        '“' => '”',
        other => other,
    }
}

fn comparison(sign: char, next: char) -> Option<(usize, Comparison)> {
    Some(match (sign, next) {
        ('<', '=') => (2, Comparison::AtMost),
        ('>', '=') => (2, Comparison::AtLeast),
        ('!', '=') | ('<', '>') => (2, Comparison::NotEqual),
        ('=', '=') => (2, Comparison::Equal),
        ('<', _) => (1, Comparison::Less),
        ('>', _) => (1, Comparison::Greater),
        ('=', _) => (1, Comparison::Equal),
        ('≤', _) => (1, Comparison::AtMost),
        ('≥', _) => (1, Comparison::AtLeast),
        ('≠', _) => (1, Comparison::NotEqual),
        _ => return None,
    })
}

fn is_minus(c: char) -> bool {
    matches!(c, '-' | '\u{2212}')
}

/// What may follow the first character of a number. Letters too, so that `5k` is refused as a whole.
fn is_numeral(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, ',' | '.' | '\'' | '%')
}

/// The length of a number in characters: digits and signs, further groups of three digits after a space, and a per
/// cent sign, also after a space.
fn numeral_length(letters: &[char]) -> usize {
    let run = |from: usize| letters[from..].iter().take_while(|c| is_numeral(**c)).count();
    let mut length = 1 + run(1);
    while letters.get(length).is_some_and(|c| c.is_whitespace()) {
        let next = run(length + 1);
        let word = &letters[length + 1..length + 1 + next];
        let is_group = next >= 3 && word[..3].iter().all(char::is_ascii_digit);
        if word != ['%'] && !is_group {
            break;
        }
        length += 1 + next;
    }
    length
}

/// A number as typed, with its number of decimals. `5.000` is five thousand to some and five to others, so it is
/// refused as ambiguous.
fn number(typed: &str) -> Result<(f64, usize), Fault> {
    match Typed::read(typed) {
        Typed::Sure(number) => Ok((number, typed_decimals(typed))),
        Typed::Ambiguous(_) => Err(Fault::AmbiguousNumber(typed.to_owned())),
        Typed::NoNumber => Err(Fault::NotANumber(typed.to_owned())),
    }
}
