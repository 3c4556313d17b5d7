//! Whether the type of a figure is legible.

use crate::base::{Mm, decimal};
use crate::document::{Element, PageSpec};
use crate::figure::page::style::Sizes;
use crate::figure::registry::has_labels;
use crate::figure::remark::Remark;
use crate::i18n::texts;

use super::{Finding, Fix};

/// The smallest type that is easy to read on paper, in points: six, less some allowance for rounding.
const LEAST_TYPE: f64 = 5.5;

/// Finds type too small to read at the printed width of the figure.
pub fn small_type(figure: &Element, width: Option<Mm>) -> Option<Finding> {
    let page = figure.page();
    let shrunk = width.map_or(1.0, |width| width.0 / page.width.0);
    let size = smallest(figure, page) * shrunk;
    if size >= LEAST_TYPE {
        return None;
    }
    // Rounded as shown, so that two equal findings on a page become one.
    let remark = Remark::SmallType { size: decimal::rounded(size, 1) };
    let usual = PageSpec { type_scale: 1.0, ..page.clone() };
    if page.type_scale < 1.0 && smallest(figure, &usual) * shrunk >= LEAST_TYPE {
        return Some(Finding::fixable(remark, Fix::UsualType));
    }
    // A larger page has larger type: the smallest page, from the printed size upwards, whose type is large enough.
    let enlarged = (0..=60).map(|step| 1.0 + 0.05 * f64::from(step)).find_map(|factor| {
        let (width, height) = (page.width.0 * shrunk * factor, page.height.0 * shrunk * factor);
        let fits = PageSpec::SIDE.contains(&width) && PageSpec::SIDE.contains(&height);
        let page = PageSpec { width: Mm(width.round()), height: Mm(height.round()), ..page.clone() };
        (fits && smallest(figure, &page) >= LEAST_TYPE).then_some(page)
    });
    Some(match enlarged {
        Some(page) => Finding::fixable(remark, Fix::UsePage(page.width, page.height)),
        None => Finding::advised(remark, texts::ADVICE_TYPE),
    })
}

/// The smallest type of a figure on a page, in points.
fn smallest(figure: &Element, page: &PageSpec) -> f64 {
    let sizes = Sizes::of(page);
    if has_labels(figure) { sizes.label.min(sizes.footer) } else { sizes.footer }
}
