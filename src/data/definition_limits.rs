//! What an indicator read from a file of somebody else's may hold. It is checked once, on reading, whatever file it is
//! in: a project, a pack, a folder of data, a file of indicators.

use super::indicator::{Bilingual, Indicator, Suffix};
use super::published::PublishedIndicator;
use super::term::Term;

/// A field of which nothing can be made.
#[derive(Clone, Debug, PartialEq)]
pub struct Unfit {
    /// What it belongs to: the id of an indicator, or of a recipe.
    pub of: String,
    /// The field, as written in the file.
    pub field: String,
    pub why: Why,
}

/// What is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Why {
    Empty,
    /// More characters than this.
    TooLong(usize),
    /// More entries than this.
    TooMany(usize),
    /// A number outside these bounds.
    Outside(f64, f64),
    /// No number, or one that is infinite.
    NotFinite,
    /// Something else in the file has it already.
    Twice,
    /// Characters that it cannot have.
    Characters,
    /// Not one of the values it can have.
    Unknown,
}

/// The most decimals: a floating-point number has no more digits.
pub(crate) const MOST_DECIMALS: usize = 15;
/// The bounds of a factor: beyond them no number of persons, euros or square metres could be read.
const FACTOR: (f64, f64) = (1e-6, 1e9);
/// The most characters of an id.
const ID: usize = 5_000;
/// The most characters of a name or a unit, of a definition or a note.
const NAME: usize = 10_000;
const LONG: usize = 100_000;
/// The most terms of a sum, and steps of a scale.
const ENTRIES: usize = 2_000;
/// The most variables of a sum, with those of its ranges.
const VARIABLES: usize = 20_000;

/// Collects the first fault of something that was read.
pub(crate) struct Fields<'a> {
    of: &'a str,
    fault: Option<Unfit>,
}

impl<'a> Fields<'a> {
    pub(crate) fn of(of: &'a str) -> Self {
        Self { of, fault: None }
    }

    pub(crate) fn end(self) -> Result<(), Unfit> {
        self.fault.map_or(Ok(()), Err)
    }

    pub(crate) fn require(&mut self, field: &str, holds: bool, why: Why) {
        if !holds && self.fault.is_none() {
            let of: String = self.of.chars().take(ID).collect();
            self.fault = Some(Unfit { of, field: field.to_owned(), why });
        }
    }

    pub(crate) fn id(&mut self, field: &str, id: &str) {
        self.require(field, !id.trim().is_empty(), Why::Empty);
        self.require(field, id.chars().count() <= ID, Why::TooLong(ID));
        let plain = |c: char| !c.is_control() && !matches!(c, '/' | '\\');
        self.require(field, id.chars().all(plain), Why::Characters);
    }

    pub(crate) fn text(&mut self, field: &str, text: &str, most: usize) {
        self.require(field, text.chars().count() <= most, Why::TooLong(most));
    }

    pub(crate) fn count(&mut self, field: &str, count: usize, most: usize) {
        self.require(field, count <= most, Why::TooMany(most));
    }

    pub(crate) fn within(&mut self, field: &str, x: f64, least: f64, most: f64) {
        self.require(field, x.is_finite(), Why::NotFinite);
        self.require(field, (least..=most).contains(&x), Why::Outside(least, most));
    }

    pub(crate) fn name(&mut self, field: &str, name: &Bilingual) {
        for (lang, text) in [("it", &name.it), ("en", &name.en)] {
            let field = format!("{field}.{lang}");
            self.require(&field, !text.trim().is_empty(), Why::Empty);
            self.text(&field, text, NAME);
        }
    }

    fn texts(&mut self, field: &str, texts: &Bilingual, most: usize) {
        self.text(&format!("{field}.it"), &texts.it, most);
        self.text(&format!("{field}.en"), &texts.en, most);
    }

    fn terms(&mut self, field: &str, terms: &[Term]) {
        self.count(field, terms.len(), ENTRIES);
        self.count(field, terms.iter().map(|term| term.variables().count()).sum(), VARIABLES);
        for (_, weight) in terms.iter().flat_map(Term::variables) {
            self.within(field, weight, -FACTOR.1, FACTOR.1);
        }
    }
}

impl Indicator {
    /// Checks what was read.
    ///
    /// # Errors
    /// The first field of which nothing can be made.
    pub fn check(&self) -> Result<(), Unfit> {
        let mut fields = Fields::of(&self.id);
        fields.id("id", &self.id);
        fields.name("name", &self.name);
        fields.name("short", &self.short);
        fields.text("theme", &self.theme, ID);
        fields.texts("unit", &self.unit, NAME);
        match &self.suffix {
            Suffix::Common(text) => fields.text("suffix", text, NAME),
            Suffix::Each(texts) => fields.texts("suffix", texts, NAME),
        }
        fields.require("numerator", !self.numerator.is_empty(), Why::Empty);
        fields.terms("numerator", &self.numerator);
        fields.terms("denominator", &self.denominator);
        // A factor may be negative, but not so small that nothing is left of a number.
        fields.require("multiplier", self.multiplier.is_finite(), Why::NotFinite);
        fields.within("multiplier", self.multiplier.abs(), FACTOR.0, FACTOR.1);
        fields.within("decimals", self.decimals as f64, 0.0, MOST_DECIMALS as f64);
        fields.texts("definition", &self.definition, LONG);
        fields.texts("source", &self.source, LONG);
        fields.text("licence", &self.licence, NAME);
        if let Some(weight) = &self.weight {
            fields.require("weight.terms", !weight.terms.is_empty(), Why::Empty);
            fields.terms("weight.terms", &weight.terms);
            fields.texts("weight.name", &weight.name, NAME);
        }
        fields.count("steps", self.steps.len(), ENTRIES);
        for step in &self.steps {
            fields.within("steps.value", step.value, -FACTOR.1, FACTOR.1);
            fields.name("steps.name", &step.name);
        }
        let more = [("why_not", &self.why_not), ("warning", &self.warning), ("words", &self.words)];
        for (field, texts) in more {
            if let Some(texts) = texts {
                fields.texts(field, texts, LONG);
            }
        }
        fields.end()
    }
}

impl PublishedIndicator {
    /// Checks what was read.
    ///
    /// # Errors
    /// The first field of which nothing can be made.
    pub fn check(&self) -> Result<(), Unfit> {
        let mut fields = Fields::of(&self.id);
        fields.id("id", &self.id);
        fields.name("name", &self.name);
        fields.name("short", &self.short);
        fields.within("decimals", self.decimals as f64, 0.0, MOST_DECIMALS as f64);
        fields.count("cells", self.cells.len(), ENTRIES);
        fields.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sound() -> Indicator {
        let both = |text: &str| Bilingual { it: text.to_owned(), en: text.to_owned() };
        Indicator {
            id: "utenti".to_owned(),
            name: both("Utenti"),
            short: both("Utenti"),
            numerator: vec![Term::of("utenti")],
            ..Indicator::default()
        }
    }

    #[test]
    fn each_field_of_which_nothing_can_be_made_is_named() {
        assert_eq!(sound().check(), Ok(()));
        let of = |change: fn(&mut Indicator)| {
            let mut indicator = sound();
            change(&mut indicator);
            indicator.check().expect_err("unfit").field
        };
        for (field, change) in [
            ("decimals", (|i| i.decimals = 70_000) as fn(&mut Indicator)),
            ("multiplier", |i| i.multiplier = 1e308),
            ("multiplier", |i| i.multiplier = 0.0),
            ("multiplier", |i| i.multiplier = f64::NAN),
            ("multiplier", |i| i.multiplier = f64::NEG_INFINITY),
            ("numerator", |i| i.numerator.clear()),
            ("numerator", |i| i.numerator = vec![Term::try_from("1e300 * a".to_owned()).unwrap()]),
            ("id", |i| i.id.clear()),
            ("id", |i| i.id = "a/../b".to_owned()),
            ("id", |i| i.id = "a\u{1b}[31m".to_owned()),
            ("name.it", |i| i.name.it = " ".to_owned()),
            ("short.en", |i| i.short.en.clear()),
            ("definition.it", |i| i.definition.it = "a".repeat(1 << 20)),
        ] {
            assert_eq!(of(change), field);
        }
    }
}
