//! What must be known before two variables are set against each other.

use crate::base::{Diagnostic, Level, Severity};
use crate::data::{Indicator, Kind, Method, Overlap};
use crate::i18n::{Lang, texts};

/// With fewer pairs than this a correlation hangs on a few of them.
pub const FEW_PAIRS: usize = 20;

fn warning(code: &'static str, message: String) -> Diagnostic {
    Diagnostic { severity: Severity::Warning, code, message }
}

/// That one indicator is inside the other, or that both only measure size.
pub fn pair_remarks(lang: Lang, x: &Indicator, y: &Indicator) -> Vec<Diagnostic> {
    let (x_name, y_name) = (lang.pick(&x.name), lang.pick(&y.name));
    let mut remarks = Vec::new();
    match x.overlap(y) {
        Overlap::Same => remarks.push(same_variable(lang, x_name, y_name)),
        Overlap::Part | Overlap::Base => {
            let message = texts::pair_shared(lang, x_name, y_name);
            remarks.push(warning("shared_variables", message));
        }
        Overlap::Apart => {}
    }
    if x.kind == Kind::Count && y.kind == Kind::Count {
        remarks.push(warning("two_counts", lang.text(texts::PAIR_COUNTS).to_owned()));
    }
    remarks
}

/// That both variables are one.
pub fn same_variable(lang: Lang, x: &str, y: &str) -> Diagnostic {
    warning("same_variable", texts::pair_same(lang, x, y))
}

/// That the values of groups are not their own, where they are not.
pub fn not_pooled(lang: Lang, level: Level, method: Method) -> Option<Diagnostic> {
    let message = || lang.text(texts::WARN_NOT_POOLED).to_owned();
    let other = method != Method::Pooled && level != Level::Comuni;
    other.then(|| Diagnostic { severity: Severity::Note, code: "not_pooled", message: message() })
}

/// That there are few pairs, where there are.
pub fn few_pairs(lang: Lang, n: usize) -> Option<Diagnostic> {
    let message = || texts::pair_few(lang, n, FEW_PAIRS);
    (n < FEW_PAIRS).then(|| warning("few_pairs", message()))
}
