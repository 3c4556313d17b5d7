//! Parsing conditions.

use super::error::{ConditionError, Fault};
use super::token::{Kind, Token, tokens};
use super::{Atlas, AtlasError, Comparison, Condition, NamedSet};
use crate::data::indicator::{Indicator, Scale};

/// How deeply parentheses and negations may be nested.
const DEEPEST: usize = 40;

impl Condition {
    /// Parses a condition: `indice_vecchiaia > 200 e (residenti < 5000 o non densita >= 1000,5)`.
    ///
    /// An indicator's id is compared with a number by `<`, `<=`, `>`, `>=`, `=` or `!=` (or `≤`, `≥`, `≠`), at the
    /// decimals typed after a comma or a point, but at least those the indicator is shown with; one with steps or
    /// categories also with the name of one, in either language (`area_interna = "Polo intercomunale"`). `non` or `not` binds
    /// tighter than `e` or `and`, and those tighter than `o` or `or`. Case and spaces do not matter. The name of one
    /// of the `sets` in quotes (`"Cintura sud"`) is true for the units that share a Comune with it.
    ///
    /// # Errors
    /// What is wrong, and at which character.
    pub fn parse(text: &str, atlas: &Atlas, sets: &[NamedSet]) -> Result<Self, ConditionError> {
        read(text, atlas, sets)
    }
}

fn read(text: &str, atlas: &Atlas, sets: &[NamedSet]) -> Result<Condition, ConditionError> {
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

    /// Consumes the next token if it is this one.
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
            Err(
                AtlasError::NoSuchDate { indicator, .. }
                | AtlasError::Elsewhere { indicator }
                | AtlasError::NoWeight { indicator, .. }
                | AtlasError::NoSuchReference { indicator, .. },
            ) => {
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
        let (number, decimals) = match self.peek().map(|token| (&token.kind, token)) {
            Some((Kind::Number(number, decimals), _)) => (*number, *decimals),
            // Steps and categories can be named in quotes.
            Some((Kind::Quoted(name) | Kind::Id(name), _)) if !indicator.steps.is_empty() => {
                match step_named(indicator, name) {
                    Some(number) => (number, 0),
                    None => {
                        let known = indicator.steps.iter().map(|step| step.name.clone()).collect();
                        return fault(here, Fault::UnknownStep { name: name.clone(), known });
                    }
                }
            }
            _ => return fault(here, Fault::NumberExpected(sign.clone())),
        };
        if indicator.kind.scale() == Scale::Names {
            let has_order = !matches!(comparison, Comparison::Equal | Comparison::NotEqual);
            if has_order || indicator.steps.iter().all(|step| step.value != number) {
                let classes = indicator.steps.iter().map(|step| step.name.clone()).collect();
                return fault(here, Fault::ClassExpected { sign: sign.clone(), classes });
            }
        }
        self.next += 1;
        let comparison = *comparison;
        let decimals = decimals.max(indicator.decimals);
        Ok(Condition::Compare { indicator: id.clone(), comparison, number, decimals })
    }
}

/// The number of the step with that name, in either language.
fn step_named(indicator: &Indicator, name: &str) -> Option<f64> {
    let name = name.trim().to_lowercase();
    let is_named = |text: &String| text.to_lowercase() == name;
    indicator
        .steps
        .iter()
        .find(|step| is_named(&step.name.it) || is_named(&step.name.en))
        .map(|step| step.value)
}
