//! What every page has: the heading above, the footer below, and the room between them.

use crate::base::Pt;
use crate::document::PageSpec;
use crate::scene::{Anchor, Group, Role, Weight, text};

use super::frame::{Box2, run};
use super::map_model::FigureError;
use super::style::{self, Sizes};

/// Heading and footer laid out, and the room they leave.
#[derive(Clone, Debug)]
pub struct Page {
    /// Type sizes and lengths.
    pub sizes: Sizes,
    /// The room between heading and footer.
    pub body: Box2,
    /// Heading, laid out.
    pub heading: Group,
    /// Footer, laid out.
    pub footer: Group,
}

impl Page {
    /// Lays out title and subtitle above, remarks and source below.
    pub fn new(width: f64, height: f64, title: &str, subtitle: &str, footer: &[String]) -> Self {
        let sizes = Sizes::for_page(width, height);
        let inner = width - 2.0 * sizes.margin;
        let mut y = sizes.margin;
        let mut heading = Vec::new();
        let mut line = |content: String, size: f64, weight, colour, y: &mut f64| {
            *y += size;
            heading.push(run(content, [sizes.margin, *y], size, weight, colour, Anchor::Start));
            *y += size * 0.28;
        };
        for part in text::wrap(title, sizes.title, Weight::SemiBold, inner) {
            line(part, sizes.title, Weight::SemiBold, style::INK, &mut y);
        }
        y += sizes.subtitle * 0.15;
        for part in text::wrap(subtitle, sizes.subtitle, Weight::Regular, inner) {
            line(part, sizes.subtitle, Weight::Regular, style::MUTED, &mut y);
        }
        let top = y + sizes.subtitle * 0.7;

        let mut lines: Vec<String> = Vec::new();
        for paragraph in footer {
            lines.extend(text::wrap(paragraph, sizes.footer, Weight::Regular, inner));
        }
        let leading = sizes.footer * 1.35;
        let footer_top = height - sizes.margin - leading * lines.len() as f64;
        let footer_nodes = lines
            .into_iter()
            .enumerate()
            .map(|(i, content)| {
                let at = [sizes.margin, footer_top + leading * (i + 1) as f64 - sizes.footer * 0.25];
                run(content, at, sizes.footer, Weight::Regular, style::MUTED, Anchor::Start)
            })
            .collect();
        let bottom = footer_top - sizes.footer * 0.9;
        let group = |role, nodes| Group { role, clip: None, nodes };
        Self {
            sizes,
            body: Box2 { x: sizes.margin, y: top, width: inner, height: bottom - top },
            heading: group(Role::Heading, heading),
            footer: group(Role::Footer, footer_nodes),
        }
    }
}

/// Width and height in points of a page a figure fits on.
pub fn size(page: &PageSpec) -> Result<[f64; 2], FigureError> {
    let PageSpec { width, height, .. } = page;
    if !PageSpec::SIDE.contains(&width.0) || !PageSpec::SIDE.contains(&height.0) {
        return Err(FigureError::PageSize { width: width.0, height: height.0 });
    }
    Ok([Pt::from(*width).0, Pt::from(*height).0])
}
