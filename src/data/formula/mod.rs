//! Formulas that a user types over variables: `100 * eta_65_plus / eta_0_14`. What they become is what every indicator is, a factor
//! and the ratio of two sums, so that groups have the value of their sums and never a mean of values.
//!
//! ```text
//! sum     := product (('+' | '-') product)*
//! product := signed (('*' | '/') signed)*
//! signed  := ('+' | '-')* atom
//! atom    := NUMBER | NAME['@' WHEN] | '(' sum ')'
//! ```
//!
//! `NAME` is a variable, a numbered run of them (`m_65..100`) or an indicator that counts; `WHEN` is as in a term. What is no ratio of
//! sums is refused with its place: a product of variables, a number added to a count, ratios of different denominators added up.

mod error;
mod known;
mod linear;
mod names;
mod parse;
mod token;
mod units;

use super::term::Term;

pub use error::{Fault, FormulaError};
pub use known::{Known, all_names};
use linear::Linear;
pub use names::{Meaning, Names};

/// A formula as an indicator needs it.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    pub multiplier: f64,
    pub numerator: Vec<Term>,
    /// Empty for a count.
    pub denominator: Vec<Term>,
}

/// Digits of a factor beyond which it is no longer taken out of a sum.
const DIGITS: f64 = 1e6;

/// Reads a formula.
///
/// # Errors
/// What is wrong, and where.
pub fn parse(text: &str, names: &dyn Names) -> Result<Formula, FormulaError> {
    let whole = 0..text.chars().count();
    let ratio = parse::ratio(text, names)?;
    let fault = |fault| FormulaError { at: whole.clone(), fault };
    if ratio.over.is_number() {
        return Err(fault(if ratio.under.is_zero() { Fault::ByZero } else { Fault::NoVariable }));
    }
    if ratio.under.is_zero() {
        return Err(fault(Fault::ByZero));
    }
    let adds_number = |side: &Linear| !side.is_number() && side.number != 0.0;
    if adds_number(&ratio.over) || adds_number(&ratio.under) {
        return Err(fault(Fault::NumberAdded));
    }
    let (over, numerator) = factored(&ratio.over);
    let (under, denominator) = match ratio.under.is_number() {
        true => (ratio.under.number, Vec::new()),
        false => factored(&ratio.under),
    };
    let terms = |side: Vec<(String, f64)>| {
        let term = |(name, weight): (String, f64)| Term::try_from(format!("{weight} * {name}"));
        side.into_iter().map(term).collect::<Result<Vec<Term>, _>>()
    };
    let (numerator, denominator) = terms(numerator)
        .and_then(|numerator| Ok((numerator, terms(denominator)?)))
        .map_err(|_| fault(Fault::NoVariable))?;
    Ok(Formula { multiplier: over / under, numerator, denominator })
}

/// A sum with the factor that all its weights share taken out of it, if they do: its sign stays with the weights unless all are
/// negative.
fn factored(sum: &Linear) -> (f64, Vec<(String, f64)>) {
    let least = sum.weights.values().map(|weight| weight.abs()).fold(f64::INFINITY, f64::min);
    let is_whole = |weight: &f64| {
        let times = weight / least;
        (times - times.round()).abs() < 1e-9 && times.abs() < DIGITS
    };
    let factor = if sum.weights.values().all(is_whole) { least } else { 1.0 };
    let factor = if sum.weights.values().all(|weight| *weight < 0.0) { -factor } else { factor };
    let scaled = |weight: f64| if factor.abs() == 1.0 { weight * factor } else { (weight / factor).round() };
    (factor, sum.weights.iter().map(|(name, weight)| (name.clone(), scaled(*weight))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names of a small catalogue.
    struct Few;

    impl Names for Few {
        fn meaning(&self, name: &str) -> Meaning {
            match name {
                "a" | "b" | "c" | "m_65..100" | "spesa_eur" => Meaning::Variable,
                "giovani" => Meaning::Sum(vec![("m_0..14".into(), 1.0), ("f_0..14".into(), 1.0)]),
                "stima" => Meaning::Sum(vec![("m_15..64".into(), 0.043)]),
                "tasso" => Meaning::Rate,
                _ => Meaning::Unknown(vec!["giovani".into()]),
            }
        }

        fn is_when(&self, when: &str) -> bool {
            Term::try_from(format!("x@{when}")).is_ok()
        }
    }

    /// Factor, numerator and denominator in short.
    fn read(text: &str) -> String {
        let made = parse(text, &Few).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        let side = |terms: &[Term]| terms.iter().map(Term::to_string).collect::<Vec<_>>().join(" ");
        format!("{} | {} | {}", made.multiplier, side(&made.numerator), side(&made.denominator))
    }

    fn fault(text: &str) -> (Fault, std::ops::Range<usize>) {
        let error = parse(text, &Few).expect_err(text);
        (error.fault, error.at)
    }

    #[test]
    fn becomes_a_factor_and_two_sums() {
        for (text, expected) in [
            ("a", "1 | a | "),
            ("100 * a / b", "100 | a | b"),
            ("a / b * 100", "100 | a | b"),
            ("100*(a - b)/c", "100 | a -1 * b | c"),
            ("(a + 2*b) / (a + b)", "1 | a 2 * b | a b"),
            ("1000 * m_65..100 / giovani", "1000 | m_65..100 | f_0..14 m_0..14"),
            ("1 - a / b", "1 | -1 * a b | b"),
            ("a/c + b/c", "1 | a b | c"),
            ("100 * (a - a@-1) / a@-1", "100 | a -1 * a@-1 | a@-1"),
            ("a / b / 2", "0.5 | a | b"),
            ("a / (b / 1000)", "1000 | a | b"),
            ("-a / b", "-1 | a | b"),
            ("a/b * b", "1 | a | "),
            ("stima", "0.043 | m_15..64 | "),
            ("0,5 × a ÷ b", "0.5 | a | b"),
            ("[a]", "1 | a | "),
            ("a@+1d / b@2022-01-01", "1 | a@+1d | b@2022-01-01"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn what_it_is_not_is_told_with_its_place() {
        for (text, wanted, at) in [
            ("", Fault::Empty, 0..0),
            ("100 * ", Fault::EndsEarly, 6..6),
            ("100 * (a + b", Fault::NotClosed, 6..7),
            ("a b", Fault::Unexpected("b".into()), 2..3),
            ("a + * b", Fault::Unexpected("*".into()), 4..5),
            ("à + a", Fault::UnknownName { name: "à".into(), nearest: vec!["giovani".into()] }, 0..1),
            (
                "100 * giovan / a",
                Fault::UnknownName { name: "giovan".into(), nearest: vec!["giovani".into()] },
                6..12,
            ),
            ("a + tasso", Fault::NotACount { name: "tasso".into() }, 4..9),
            ("a * b", Fault::Product, 0..5),
            ("a / b / c", Fault::Product, 0..9),
            ("a/b + b/c", Fault::TwoDenominators, 0..9),
            ("100 + a", Fault::NumberAdded, 0..7),
            ("3 / 4", Fault::NoVariable, 0..5),
            ("100 / a", Fault::NoVariable, 0..7),
            ("a / 0", Fault::ByZero, 0..5),
            ("a / (b - b)", Fault::ByZero, 0..11),
            ("a & b", Fault::Sign('&'), 2..3),
            ("a@x / b", Fault::When("x".into()), 1..3),
            ("1.000 * a", Fault::Number("1.000".into()), 0..5),
            ("a + spesa_eur", Fault::Units { one: "a".into(), other: "spesa_eur".into() }, 0..13),
        ] {
            assert_eq!(fault(text), (wanted, at), "{text}");
        }
        let deep = "(".repeat(200) + "a" + &")".repeat(200);
        assert_eq!(fault(&deep).0, Fault::TooDeep);
        assert!(matches!(fault(&"a+".repeat(5000)).0, Fault::TooLong(_)));
    }
}
