//! What is wrong with a formula, in words, with its place.

use crate::data::formula::{Fault, FormulaError};

use super::{Lang, texts as t};

impl Lang {
    /// What is wrong and where: "carattere 7: …".
    pub fn formula_error(self, error: &FormulaError) -> String {
        t::formula_at(self, error.at.start + 1, self.formula_fault(&error.fault))
    }

    /// What is wrong.
    pub fn formula_fault(self, fault: &Fault) -> String {
        match fault {
            Fault::Empty => self.text(t::FORMULA_EMPTY).to_owned(),
            Fault::TooLong(most) => t::formula_too_long(self, most),
            Fault::Sign(sign) => t::formula_sign(self, sign),
            Fault::Number(number) => t::formula_number(self, number),
            Fault::Unexpected(what) => t::formula_unexpected(self, what),
            Fault::EndsEarly => self.text(t::FORMULA_ENDS).to_owned(),
            Fault::NotClosed => self.text(t::FORMULA_NOT_CLOSED).to_owned(),
            Fault::UnknownName { name, nearest } if nearest.is_empty() => t::formula_unknown(self, name),
            Fault::UnknownName { name, nearest } => t::formula_unknown_near(self, name, nearest.join(", ")),
            Fault::NotACount { name } => t::formula_not_a_count(self, name),
            Fault::When(when) => t::formula_when(self, when),
            Fault::Product => self.text(t::FORMULA_PRODUCT).to_owned(),
            Fault::TwoDenominators => self.text(t::FORMULA_TWO_DENOMINATORS).to_owned(),
            Fault::NumberAdded => self.text(t::FORMULA_NUMBER_ADDED).to_owned(),
            Fault::NoVariable => self.text(t::FORMULA_NO_VARIABLE).to_owned(),
            Fault::ByZero => self.text(t::FORMULA_BY_ZERO).to_owned(),
            Fault::Units { one, other } => t::formula_units(self, one, other),
            Fault::TooDeep => self.text(t::FORMULA_TOO_DEEP).to_owned(),
        }
    }
}
