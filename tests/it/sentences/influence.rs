//! Which point decides the direction of a line.

use super::column::{Template, holds};
use super::exact::Printed;
use super::grammar::{self, Case};
use super::scatter::{Scatter, pearson};

/// That without a point the line would go the other way.
pub const READING: &[Template<Scatter>] = &[Template {
    it: &["Senza {place} la retta andrebbe nel verso opposto (r = {r})."],
    en: &["Without {place} the line would go the other way (r = {r})."],
    check: |scatter, caps| {
        let unit = grammar::unit(scatter.y.lang, Case::Subject, scatter.y.level, caps.get("place"));
        let unit = unit.ok_or("whose is it?")?;
        let at = scatter.pairs().iter().position(|pair| pair.unit == unit).ok_or("it is not drawn")?;
        let (mut xs, mut ys) = scatter.floats();
        let whole = pearson(&xs, &ys);
        xs.remove(at);
        ys.remove(at);
        let r = pearson(&xs, &ys);
        let told = Printed::read(scatter.y.lang, caps.get("r")).ok_or("? no number")?.0.exact().float();
        holds((r - told).abs() <= 0.000_501 && r * whole < 0.0, || format!("{whole} and, without it, {r}"))
    },
}];
