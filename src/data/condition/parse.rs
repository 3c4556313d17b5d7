//! From the text of a condition to the condition.

use super::token::{Kind, Token, tokens};
use super::{Atlas, AtlasError, Condition, NamedSet};

/// How deep parentheses and negations may stand within one another.
const DEEPEST: usize = 40;

/// A condition is not understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the condition is not understood at character {at}: {fault:?}")]
pub struct ConditionError {
    /// The character, from 1; one past the end where something is missing there.
    pub at: usize,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing is written.
    Empty,
    /// No indicator of that id.
    UnknownIndicator {
        /// What was written.
        id: String,
        /// The ids nearest to it.
        nearest: Vec<String>,
    },
    /// An indicator as published, without values of these territories.
    OnlyPublished(String),
    /// An indicator without values at any date.
    NoValues(String),
    /// The id of an indicator should stand there; what stands there, nothing at the end.
    IndicatorExpected(Option<String>),
    /// A comparison should follow that id.
    ComparisonExpected(String),
    /// A number should follow that sign.
    NumberExpected(String),
    /// Not a number.
    NotANumber(String),
    /// A number whose point or comma may part thousands or decimals.
    AmbiguousNumber(String),
    /// The parenthesis opened there is not closed.
    Unclosed,
    /// A comparison is complete, and neither `e` nor `o` follows.
    LinkExpected(String),
    /// A sign that means nothing here.
    Unexpected(String),
    /// No choice is kept under that name.
    UnknownSet(String),
    /// The quotes opened there are not closed.
    UnclosedQuotes,
    /// Too many parentheses within one another.
    TooDeep,
}

/// Reads a condition.
pub fn parse(text: &str, atlas: &Atlas, sets: &[NamedSet]) -> Result<Condition, ConditionError> {
    let tokens = tokens(text)?;
    if tokens.is_empty() {
        return Err(ConditionError { at: 1, fault: Fault::Empty });
    }
    let mut parser = Parser { tokens: &tokens, next: 0, end: text.chars().count() + 1, atlas, sets };
    let condition = parser.either(0)?;
    match parser.peek() {
        None => Ok(condition),
        Some(Token { kind: Kind::Close, text, at }) => {
            Err(ConditionError { at: *at, fault: Fault::Unexpected(text.clone()) })
        }
        Some(Token { text, at, .. }) => {
            Err(ConditionError { at: *at, fault: Fault::LinkExpected(text.clone()) })
        }
    }
}

struct Parser<'a> {
    tokens: &'a [Token],
    next: usize,
    /// One past the last character.
    end: usize,
    atlas: &'a Atlas,
    sets: &'a [NamedSet],
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<&'a Token> {
        self.tokens.get(self.next)
    }

    /// Steps over the next token if it is that one.
    fn takes(&mut self, kind: &Kind) -> bool {
        let found = self.peek().is_some_and(|token| token.kind == *kind);
        self.next += usize::from(found);
        found
    }

    fn either(&mut self, depth: usize) -> Result<Condition, ConditionError> {
        let mut left = self.both(depth)?;
        while self.takes(&Kind::Or) {
            left = Condition::Or(Box::new(left), Box::new(self.both(depth)?));
        }
        Ok(left)
    }

    fn both(&mut self, depth: usize) -> Result<Condition, ConditionError> {
        let mut left = self.one(depth)?;
        while self.takes(&Kind::And) {
            left = Condition::And(Box::new(left), Box::new(self.one(depth)?));
        }
        Ok(left)
    }

    fn one(&mut self, depth: usize) -> Result<Condition, ConditionError> {
        let at = self.peek().map_or(self.end, |token| token.at);
        if depth > DEEPEST {
            return Err(ConditionError { at, fault: Fault::TooDeep });
        }
        if self.takes(&Kind::Not) {
            return Ok(Condition::Not(Box::new(self.one(depth + 1)?)));
        }
        if self.takes(&Kind::Open) {
            let inner = self.either(depth + 1)?;
            let closed = self.takes(&Kind::Close);
            return match self.peek() {
                _ if closed => Ok(inner),
                None => Err(ConditionError { at, fault: Fault::Unclosed }),
                Some(Token { text, at, .. }) => {
                    Err(ConditionError { at: *at, fault: Fault::LinkExpected(text.clone()) })
                }
            };
        }
        if let Some(Token { kind: Kind::Quoted(name), .. }) = self.peek() {
            self.next += 1;
            let unknown = || ConditionError { at, fault: Fault::UnknownSet(name.clone()) };
            let set = NamedSet::find(self.sets, name).ok_or_else(unknown)?;
            return Ok(Condition::Within { set: set.name.clone(), codes: set.codes.clone() });
        }
        self.comparison(at)
    }

    fn comparison(&mut self, at: usize) -> Result<Condition, ConditionError> {
        let fault = |at, fault| Err(ConditionError { at, fault });
        let (id, written) = match self.peek() {
            Some(Token { kind: Kind::Id(id), text, .. }) => (id, text),
            other => return fault(at, Fault::IndicatorExpected(other.map(|token| token.text.clone()))),
        };
        let indicator = match self.atlas.indicator(id) {
            Ok(indicator) => indicator,
            Err(AtlasError::OnlyPublished { id }) => return fault(at, Fault::OnlyPublished(id)),
            Err(AtlasError::UnknownIndicator { nearest, .. }) => {
                return fault(at, Fault::UnknownIndicator { id: written.clone(), nearest });
            }
            Err(AtlasError::NoSuchDate { indicator, .. } | AtlasError::NoSuchReference { indicator, .. }) => {
                return fault(at, Fault::NoValues(indicator));
            }
        };
        if self.atlas.dates(indicator).is_empty() {
            return fault(at, Fault::NoValues(id.clone()));
        }
        self.next += 1;
        let here = self.peek().map_or(self.end, |token| token.at);
        let Some(Token { kind: Kind::Compare(comparison), text: sign, .. }) = self.peek() else {
            return fault(here, Fault::ComparisonExpected(written.clone()));
        };
        self.next += 1;
        let here = self.peek().map_or(self.end, |token| token.at);
        let Some(Token { kind: Kind::Number(number, decimals), .. }) = self.peek() else {
            return fault(here, Fault::NumberExpected(sign.clone()));
        };
        self.next += 1;
        let (comparison, number) = (*comparison, *number);
        let decimals = (*decimals).max(indicator.decimals);
        Ok(Condition::Compare { indicator: id.clone(), comparison, number, decimals })
    }
}
