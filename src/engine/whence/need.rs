//! What the standards that documents print require: the figure that is asked for beside them.

use crate::data::{Atlas, Method, Occurrence, Owner, PublishedIndicator, Standard, Subject};
use crate::io::standards::{PrintedStandard, printed_standards};

/// The decimals with which it is usually told how many are required.
const DECIMALS: usize = 1;

/// A standard with what it requires, or its own threshold.
#[derive(Clone, Copy, Debug)]
pub struct Requirement<'a> {
    pub standard: &'static PrintedStandard,
    /// What it is reckoned on; `None` for the threshold itself.
    pub base: Option<Occurrence<'a>>,
    pub value: f64,
}

impl Requirement<'_> {
    /// Whether it is the threshold, or reckoned on a printed number, as the document that prints the standard does.
    pub fn is_of_printed(&self) -> bool {
        self.base.is_none_or(|base| matches!(base.subject, Subject::Published(_)))
    }

    /// The decimals it is usually printed with.
    pub fn decimals(&self) -> usize {
        if self.base.is_some() { DECIMALS } else { 0 }
    }
}

/// Visits the thresholds of the printed standards, and what they require for published populations.
pub fn visit<'a>(atlas: &'a Atlas, visit: &mut dyn FnMut(Requirement<'a>)) {
    for standard in printed_standards() {
        visit(Requirement { standard, base: None, value: standard.one_per });
        let is_of = |own: &&PublishedIndicator| {
            own.counterpart.as_ref().is_some_and(|counterpart| counterpart.indicator == standard.of)
        };
        for own in atlas.published_indicators().iter().filter(is_of) {
            for row in atlas.published_values(&own.id).into_iter().flatten() {
                let Ok(value) = row.value else { continue };
                let (subject, owner) = (Subject::Published(own), Owner::Area(row.area));
                let (reference, method) = (Some(row.reference), Method::Pooled);
                visit(required(standard, Occurrence { subject, owner, reference, method, value }));
            }
        }
    }
}

/// Visits what the printed standards require for a value.
pub fn visit_for<'a>(base: Occurrence<'a>, visit: &mut dyn FnMut(Requirement<'a>)) {
    let (Subject::Indicator(indicator), Method::Pooled) = (base.subject, base.method) else { return };
    for standard in printed_standards().iter().filter(|standard| standard.of == indicator.id) {
        visit(required(standard, base));
    }
}

fn required<'a>(standard: &'static PrintedStandard, base: Occurrence<'a>) -> Requirement<'a> {
    let value = Standard::needed_for(standard.one_per, base.value);
    Requirement { standard, base: Some(base), value }
}
