//! What must be known before two variables are compared.

use crate::base::Level;
use crate::data::{Indicator, Kind, Method, Overlap};

use super::remark::Remark;

/// With fewer pairs than this, a correlation depends on just a few of them.
pub(crate) const FEW_PAIRS: usize = 20;

/// Warns that one indicator contains the other, or that both merely measure size.
pub fn pair_remarks(x: &Indicator, y: &Indicator) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let names = || (x.name.clone(), y.name.clone());
    match x.overlap(y) {
        Overlap::Same => {
            let (x, y) = names();
            remarks.push(Remark::SameVariable { x, y });
        }
        Overlap::Part | Overlap::Base => {
            let (x, y) = names();
            remarks.push(Remark::SharedVariables { x, y });
        }
        Overlap::Apart => {}
    }
    if x.kind == Kind::Count && y.kind == Kind::Count {
        remarks.push(Remark::TwoCounts);
    }
    remarks
}

/// Warns that the values of groups are not pooled.
pub fn not_pooled(level: Level, method: Method) -> Option<Remark> {
    let remark = match method {
        Method::Pooled => return None,
        Method::Mean => Remark::NotPooled,
        Method::Min => Remark::LowestOfComuni,
        Method::Max => Remark::HighestOfComuni,
        Method::Partial => Remark::PartialValues,
    };
    (level != Level::Comuni).then_some(remark)
}

/// Warns that there are few pairs.
pub fn few_pairs(count: usize) -> Option<Remark> {
    (count < FEW_PAIRS).then_some(Remark::FewPairs { count, least: FEW_PAIRS })
}
