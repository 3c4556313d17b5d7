//! The words of a formula, each with its place in the text.

use std::ops::Range;

use crate::base::Typed;

use super::error::{Fault, FormulaError};

#[derive(Clone, Debug, PartialEq)]
pub enum Token {
    Number(f64),
    /// A variable, a numbered run of variables or an indicator, as it is written.
    Name(String),
    /// When it is read: what follows `@`.
    When(String),
    Plus,
    Minus,
    Times,
    Over,
    Open,
    Close,
}

/// A word and where it is, in characters.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    pub token: Token,
    pub at: Range<usize>,
}

/// The words of a text.
///
/// # Errors
/// A sign that has no meaning in a formula, or a number that can be read in two ways.
pub fn words(text: &str) -> Result<Vec<Word>, FormulaError> {
    let letters: Vec<char> = text.chars().collect();
    let mut words = Vec::new();
    let mut at = 0;
    let run = |from: usize, is: &dyn Fn(char) -> bool| {
        letters[from..].iter().take_while(|c| is(**c)).count() + from
    };
    while let Some(&letter) = letters.get(at) {
        let start = at;
        let of = |from: usize, to: usize| letters[from..to].iter().collect::<String>();
        let token = match letter {
            c if c.is_whitespace() => {
                at += 1;
                continue;
            }
            '+' => Token::Plus,
            '-' | '−' | '–' => Token::Minus,
            '*' | '×' | '·' => Token::Times,
            '/' | '÷' | ':' => Token::Over,
            '(' | '[' => Token::Open,
            ')' | ']' => Token::Close,
            '@' => {
                at = run(at + 1, &|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '+'));
                words.push(Word { token: Token::When(of(start + 1, at)), at: start..at });
                continue;
            }
            c if c.is_ascii_digit() => {
                at = run(at, &|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '\''));
                let written = of(start, at);
                let number = Typed::read(&written).sure();
                let fault = || FormulaError { at: start..at, fault: Fault::Number(written.clone()) };
                words.push(Word { token: Token::Number(number.ok_or_else(fault)?), at: start..at });
                continue;
            }
            c if c.is_alphabetic() || c == '_' => {
                at = run(at, &|c| c.is_alphanumeric() || c == '_');
                // A numbered run: `m_65..100`.
                if letters.get(at) == Some(&'.') && letters.get(at + 1) == Some(&'.') {
                    at = run(at + 2, &|c| c.is_ascii_digit());
                }
                words.push(Word { token: Token::Name(of(start, at)), at: start..at });
                continue;
            }
            other => return Err(FormulaError { at: start..start + 1, fault: Fault::Sign(other) }),
        };
        at += 1;
        words.push(Word { token, at: start..at });
    }
    Ok(words)
}
