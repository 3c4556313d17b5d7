//! The rules of sentences: each is decided on exact values, with its cases for what is equal, tied, alone, missing or
//! estimated, and then worded.

mod change;
mod members;
mod movers;
mod position;
mod range;
mod residents;
mod steps;
mod value;

use crate::report::block::Sentence;
use crate::report::place::Place;
use crate::report::template::{Rule, Say};

use super::context::Context;
use super::said::Said;

/// What a rule says of a place, under the id of its item; `turn` is its place in the paragraph, by which wordings alternate.
pub(super) fn sentences(
    rule: &Rule,
    place: &Place,
    ctx: &Context<'_>,
    id: &str,
    turn: usize,
) -> Vec<Sentence> {
    let first = rule.indicators.first().and_then(|id| ctx.indicator(id));
    let said: Vec<Said> = match (rule.say, first) {
        (Say::Members, _) => members::members(place, ctx).into_iter().collect(),
        (Say::Belongs, _) => members::belongs(place, ctx).into_iter().collect(),
        (Say::Residents, _) => residents::residents(place, ctx).into_iter().collect(),
        (Say::Surface, _) => residents::surface(place, ctx).into_iter().collect(),
        (Say::Value, Some(of)) => vec![value::value(of, place, ctx, turn)],
        (Say::Change, Some(of)) => change::change(of, place, ctx).into_iter().collect(),
        (Say::Position, Some(of)) => position::position(of, place, ctx).into_iter().collect(),
        (Say::Range, Some(of)) => range::range(of, place, ctx).into_iter().collect(),
        (Say::Ends, Some(of)) => range::ends(of, ctx).into_iter().collect(),
        (Say::Steps, Some(of)) => steps::steps(of, place, ctx),
        (Say::Extremes, _) => position::extremes(&rule.indicators, place, ctx).into_iter().collect(),
        (Say::Movers, _) => movers::movers(&rule.indicators, ctx),
        // An indicator that these data do not have.
        (Say::Value | Say::Change | Say::Position | Say::Range | Say::Ends | Say::Steps, None) => Vec::new(),
    };
    let id = format!("{id}/{}", rule.id());
    let number = |(n, said): (usize, Said)| match n {
        0 => said.sentence(id.clone()),
        n => said.sentence(format!("{id}-{}", n + 1)),
    };
    said.into_iter().enumerate().map(number).collect()
}
