//! From words to the ratio of two sums: `+`, `-`, `*`, `/`, brackets and a sign, with the usual precedence.

use std::ops::Range;

use super::error::{Fault, FormulaError};
use super::linear::{Linear, Ratio, Refused};
use super::names::{Meaning, Names};
use super::token::{Token, Word, words};
use super::units;

/// The most characters of a formula.
pub const LONGEST: usize = 2000;
/// The most brackets within each other.
const DEEPEST: usize = 50;

/// The ratio that a text stands for.
///
/// # Errors
/// What is wrong, and where.
pub fn ratio(text: &str, names: &dyn Names) -> Result<Ratio, FormulaError> {
    let long = text.chars().count();
    if long > LONGEST {
        return Err(FormulaError { at: LONGEST..long, fault: Fault::TooLong(LONGEST) });
    }
    let words = words(text)?;
    if words.is_empty() {
        return Err(FormulaError { at: 0..long, fault: Fault::Empty });
    }
    let mut parser = Parser { words: &words, at: 0, end: long, depth: 0, names };
    let ratio = parser.sum().map_err(|error| written(error, text))?;
    match parser.words.get(parser.at) {
        Some(word) => Err(written(unexpected(word), text)),
        None => Ok(ratio),
    }
}

fn unexpected(word: &Word) -> FormulaError {
    FormulaError { at: word.at.clone(), fault: Fault::Unexpected(String::new()) }
}

/// Fills in what is written where something else was expected.
fn written(error: FormulaError, text: &str) -> FormulaError {
    match error.fault {
        Fault::Unexpected(_) => {
            let shown = text.chars().skip(error.at.start).take(error.at.len()).collect();
            FormulaError { fault: Fault::Unexpected(shown), ..error }
        }
        _ => error,
    }
}

struct Parser<'a> {
    words: &'a [Word],
    at: usize,
    /// The length of the text.
    end: usize,
    depth: usize,
    names: &'a dyn Names,
}

impl Parser<'_> {
    fn next(&mut self) -> Option<Word> {
        let word = self.words.get(self.at).cloned();
        self.at += usize::from(word.is_some());
        word
    }

    fn take(&mut self, any: &[Token]) -> Option<Word> {
        let is_it = self.words.get(self.at).is_some_and(|word| any.contains(&word.token));
        is_it.then(|| self.next()).flatten()
    }

    /// Where what was read since a word is.
    fn since(&self, start: usize) -> Range<usize> {
        let last = self.words.get(self.at.saturating_sub(1)).map_or(self.end, |word| word.at.end);
        self.words.get(start).map_or(self.end, |word| word.at.start)..last
    }

    fn sum(&mut self) -> Result<Ratio, FormulaError> {
        let start = self.at;
        let mut sum = self.product()?;
        while let Some(sign) = self.take(&[Token::Plus, Token::Minus]) {
            let next = self.product()?;
            let at = self.since(start);
            if let Some((one, other)) = units::apart(&sum, &next) {
                return Err(FormulaError { at, fault: Fault::Units { one, other } });
            }
            let next = if sign.token == Token::Minus { next.negative() } else { next };
            sum = sum.plus(&next).map_err(|refused| fault(at, refused))?;
        }
        Ok(sum)
    }

    fn product(&mut self) -> Result<Ratio, FormulaError> {
        let start = self.at;
        let mut product = self.signed()?;
        while let Some(sign) = self.take(&[Token::Times, Token::Over]) {
            let next = self.signed()?;
            let made = if sign.token == Token::Over { product.over(&next) } else { product.times(&next) };
            product = made.map_err(|refused| fault(self.since(start), refused))?;
        }
        Ok(product)
    }

    fn signed(&mut self) -> Result<Ratio, FormulaError> {
        let mut is_negative = false;
        while let Some(sign) = self.take(&[Token::Plus, Token::Minus]) {
            is_negative ^= sign.token == Token::Minus;
        }
        let own = self.atom()?;
        Ok(if is_negative { own.negative() } else { own })
    }

    fn atom(&mut self) -> Result<Ratio, FormulaError> {
        let Some(word) = self.next() else {
            return Err(FormulaError { at: self.end..self.end, fault: Fault::EndsEarly });
        };
        match word.token {
            Token::Number(number) => Ok(Ratio::of(Linear::number(number))),
            Token::Name(name) => {
                let when = match self.words.get(self.at) {
                    Some(Word { token: Token::When(when), at }) => {
                        self.at += 1;
                        Some((when.clone(), at.clone()))
                    }
                    _ => None,
                };
                self.named(&name, word.at, when)
            }
            Token::Open => {
                self.depth += 1;
                if self.depth > DEEPEST {
                    return Err(FormulaError { at: word.at, fault: Fault::TooDeep });
                }
                let inner = self.sum()?;
                self.depth -= 1;
                match self.words.get(self.at) {
                    Some(next) if next.token == Token::Close => {
                        self.at += 1;
                        Ok(inner)
                    }
                    Some(next) => Err(unexpected(next)),
                    None => Err(FormulaError { at: word.at, fault: Fault::NotClosed }),
                }
            }
            _ => Err(unexpected(&word)),
        }
    }

    fn named(
        &self,
        name: &str,
        at: Range<usize>,
        when: Option<(String, Range<usize>)>,
    ) -> Result<Ratio, FormulaError> {
        let suffix = match &when {
            Some((when, place)) if !self.names.is_when(when) => {
                return Err(FormulaError { at: place.clone(), fault: Fault::When(when.clone()) });
            }
            Some((when, _)) => format!("@{when}"),
            None => String::new(),
        };
        let own = match self.names.meaning(name) {
            Meaning::Variable => vec![(name.to_owned(), 1.0)],
            Meaning::Sum(terms) => terms,
            Meaning::Rate => {
                return Err(FormulaError { at, fault: Fault::NotACount { name: name.to_owned() } });
            }
            Meaning::Unknown(nearest) => {
                return Err(FormulaError {
                    at,
                    fault: Fault::UnknownName { name: name.to_owned(), nearest },
                });
            }
        };
        let mut sum = Linear::default();
        for (term, weight) in own {
            // What is read at a time of its own keeps it.
            let key = if term.contains('@') { term } else { term + &suffix };
            *sum.weights.entry(key).or_default() += weight;
        }
        Ok(Ratio::of(sum))
    }
}

fn fault(at: Range<usize>, refused: Refused) -> FormulaError {
    let fault = match refused {
        Refused::Product => Fault::Product,
        Refused::TwoDenominators => Fault::TwoDenominators,
        Refused::ByZero => Fault::ByZero,
    };
    FormulaError { at, fault }
}
