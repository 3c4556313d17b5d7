//! Parsing conditions.

use super::error::{ConditionError, Fault};
use super::token::{Kind, Token, tokens};
use super::{Atlas, AtlasError, Comparison, Condition, NamedSet};
use crate::data::{Indicator, Scale};

/// How deeply parentheses and negations may be nested.
const DEEPEST: usize = 40;

impl Condition {
    /// Parses a condition: `indice_vecchiaia > 200 e (residenti < 5000 o non densita >= 1000,5)`.
    ///
    /// An indicator's id is compared with a number by `<`, `<=`, `>`, `>=`, `=` or `!=` (or `≤`, `≥`, `≠`), at the
    /// decimals typed after a comma or a point, but at least those the indicator is shown with. `non` or `not` binds
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

/// The number of the step or category that is meant: by its name in either language, or by the number itself.
fn class_of(indicator: &Indicator, token: &Token) -> Option<f64> {
    let typed = match &token.kind {
        Kind::Quoted(name) | Kind::Id(name) => name.trim().to_lowercase(),
        Kind::Number(number, _) => {
            return indicator.steps.iter().map(|step| step.value).find(|value| value == number);
        }
        _ => return None,
    };
    let is_meant = |name: &str| name.to_lowercase() == typed;
    let steps = indicator.steps.iter();
    let mut meant = steps.filter(|step| is_meant(&step.name.it) || is_meant(&step.name.en));
    meant.next().map(|step| step.value)
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
        let of_names = indicator.kind.scale() == Scale::Names;
        let class = self.peek().and_then(|token| class_of(indicator, token));
        let typed = match self.peek() {
            Some(Token { kind: Kind::Number(number, decimals), .. }) if !of_names => {
                Some((*number, *decimals))
            }
            _ => class.map(|class| (class, 0)),
        };
        let has_order = matches!(comparison, Comparison::Equal | Comparison::NotEqual) || !of_names;
        let Some((number, decimals)) = typed.filter(|_| has_order) else {
            let classes = || indicator.steps.iter().map(|step| step.name.clone()).collect();
            let expected = match of_names {
                true => Fault::ClassExpected { sign: sign.clone(), classes: classes() },
                false => Fault::NumberExpected(sign.clone()),
            };
            return fault(here, expected);
        };
        self.next += 1;
        let comparison = *comparison;
        let decimals = decimals.max(indicator.decimals);
        Ok(Condition::Compare { indicator: id.clone(), comparison, number, decimals })
    }
}
