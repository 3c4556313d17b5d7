//! The key of a scatterplot: colours, sizes, lines, in a column beside the plot or in rows below it.

use crate::base::{Date, Level, Rgb};
use crate::data::Atlas;
use crate::document::ScatterSpec;
use crate::figure::chart::marks::{dashed, marker};
use crate::figure::map::symbols::SymbolScale;
use crate::figure::page::layout::{Box2, run};
use crate::figure::page::style::{self, Sizes};
use crate::figure::quality;
use crate::figure::wording::{reference_phrase, value_text};
use crate::i18n::texts;
use crate::scene::{Anchor, Fill, Geometry, Node, Path, Weight, text};

use super::looks::{LOWESS, Looks, OVERALL, SPLIT};
use super::numbers::{Pair, ScatterModel};

/// Height of a row, in type sizes.
const LEADING: f64 = 1.4;
/// Space between two items of a row, in type sizes.
const BETWEEN: f64 = 1.2;

/// The symbol before a text.
#[derive(Clone, Copy, Debug)]
enum Sign {
    /// The header of a block.
    Head,
    /// The mark of a point.
    Mark {
        kind: usize,
        colour: Rgb,
    },
    /// A circle of a size.
    Ring(f64),
    /// The least-squares line with its band.
    Line,
    Curve,
    /// The lines between quadrants.
    Split,
    /// The mark of the overall value.
    Overall,
    /// A point with provisional or estimated values.
    NotFinal,
    /// A selected point, where the colour stands for something else.
    Selected,
}

struct Item {
    sign: Sign,
    text: String,
}

/// A line of the key: its symbol, the width before its text, and its height.
pub struct KeyLine {
    /// The symbol, relative to the upper left corner of the line.
    pub sign: Vec<Node>,
    /// Width of the symbol; zero for the header of a block.
    pub width: f64,
    pub height: f64,
    /// The meaning of the symbol.
    pub text: String,
}

/// The key, not yet laid out.
pub struct Legend {
    items: Vec<Item>,
    size: f64,
    /// Width of the symbols: that of the largest circle, but wide enough to recognise a line.
    sign: f64,
    radius: f64,
}

impl Legend {
    /// What the figure needs to explain.
    pub fn new(spec: &ScatterSpec, model: &ScatterModel, atlas: &Atlas, looks: &Looks, sizes: Sizes) -> Self {
        let lang = spec.lang;
        let mut items = Vec::new();
        let mut item = |sign, text: String| items.push(Item { sign, text });
        let name = |id: &str| atlas.catalogue.get(id).map_or("", |indicator| lang.pick(&indicator.short));
        let when = |id: &str, date: Date| {
            let at = atlas.catalogue.get(id).map_or(date.into(), |of| of.period.ending(date));
            reference_phrase(lang, at)
        };
        let counted = |name: &str, count: usize| format!("{name} ({count})");
        let key = &model.key;
        match (&key.classes_of, key.level) {
            (Some((id, date)), _) => item(Sign::Head, format!("{} {}", name(id), when(id, *date))),
            (None, Some(level)) => item(Sign::Head, lang.level(level).to_owned()),
            (None, None) => {}
        }
        let shown = key.entries.iter().filter(|entry| entry.count > 0 || key.classes_of.is_some());
        for entry in shown {
            let sign = Sign::Mark { kind: entry.marker, colour: entry.colour };
            item(sign, counted(&entry.name, entry.count));
        }
        if !key.entries.is_empty() && key.without > 0 {
            item(Sign::Mark { kind: 0, colour: style::CONTEXT }, counted(key.rest, key.without));
        }
        // The colours of selected points and of the others, or the outline of the selected.
        let selected: Vec<&Pair> = model.pairs.iter().filter(|pair| pair.selected).collect();
        let others = model.pairs.len() - selected.len();
        let is_plain = key.entries.is_empty() && model.pairs.iter().all(|pair| pair.on_map.is_none());
        let own = |text| counted(lang.text(text), selected.len());
        match selected.as_slice() {
            [] => {}
            _ if !is_plain => item(Sign::Selected, own(texts::KEY_SELECTED_RINGED)),
            [one] => {
                item(Sign::Mark { kind: 0, colour: style::SERIES[1] }, model.y.rows[one.unit].name.clone())
            }
            _ => item(Sign::Mark { kind: 0, colour: style::SERIES[1] }, own(texts::KEY_SELECTED)),
        }
        if is_plain && !selected.is_empty() && others > 0 {
            let colour = style::DOT_OTHER;
            item(Sign::Mark { kind: 0, colour }, counted(lang.text(texts::KEY_OTHERS), others));
        }
        if let (Some(table), Some(scale)) = (&model.size, &looks.scale)
            && let Ok(indicator) = atlas.caption(&table.indicator)
        {
            let head = format!(
                "{} {}",
                lang.pick(indicator.short),
                reference_phrase(lang, indicator.stated(table.at))
            );
            item(Sign::Head, head);
            for value in scale.legend_values() {
                item(Sign::Ring(scale.radius(value)), value_text(lang, indicator, Ok(value)));
            }
        }
        let head = items.len();
        let mut item = |sign, text| items.push(Item { sign, text });
        if spec.view.line && model.line.is_ok() {
            item(Sign::Line, lang.text(texts::KEY_LINE).to_owned());
        }
        if matches!(model.curve, Some(Ok(_))) {
            item(Sign::Curve, lang.text(texts::KEY_LOWESS).to_owned());
        }
        if model.quadrants.is_some() {
            item(Sign::Split, lang.text(texts::KEY_SPLIT).to_owned());
        }
        if model.overall.is_some() {
            item(Sign::Overall, lang.level(Level::Ats).to_owned());
        }
        if let Some(words) = quality::ring_key(lang, &model.uncertain()) {
            item(Sign::NotFinal, words);
        }
        if head > 0 && items.len() > head {
            items.insert(head, Item { sign: Sign::Head, text: String::new() });
        }
        let largest = looks.scale.as_ref().map_or(0.0, |scale: &SymbolScale| {
            scale.legend_values().first().map_or(0.0, |value| scale.radius(*value))
        });
        let size = sizes.legend;
        Self { items, size, sign: (2.0 * largest).max(size * 1.8), radius: looks.radius }
    }

    /// Preferred width as a column.
    pub fn width(&self) -> f64 {
        let wide = |item: &Item| self.indent(item) + text::width(&item.text, self.size, weight(item));
        self.items.iter().map(wide).fold(0.0, f64::max)
    }

    /// Whether it is short enough for one row.
    pub fn is_short(&self) -> bool {
        const SHORT: usize = 5;
        let is_tall = |item: &Item| self.height(item) > self.size * LEADING;
        self.items.len() <= SHORT
            && !self
                .items
                .iter()
                .any(|item| matches!(item.sign, Sign::Head) && !item.text.is_empty() || is_tall(item))
    }

    /// All of it in one row.
    pub fn row(&self, left: f64, top: f64) -> Vec<Node> {
        let mut nodes = Vec::new();
        let mut x = left;
        for item in self.items.iter().filter(|item| !item.text.is_empty()) {
            let wide = self.indent(item) + text::width(&item.text, self.size, weight(item));
            self.draw(item, [x, top + self.size * LEADING / 2.0], wide, &mut nodes);
            x += wide + self.size * BETWEEN;
        }
        nodes
    }

    /// Its width in one row.
    pub fn row_width(&self) -> f64 {
        let items = self.items.iter().filter(|item| !item.text.is_empty());
        let wide = |item: &Item| {
            self.indent(item) + text::width(&item.text, self.size, weight(item)) + self.size * BETWEEN
        };
        items.map(wide).sum::<f64>() - self.size * BETWEEN
    }

    fn indent(&self, item: &Item) -> f64 {
        if matches!(item.sign, Sign::Head) { 0.0 } else { self.sign + self.size * 0.6 }
    }

    fn height(&self, item: &Item) -> f64 {
        match item.sign {
            Sign::Ring(radius) => (2.0 * radius + self.size * 0.3).max(self.size * LEADING),
            _ if item.text.is_empty() => self.size * 0.6,
            _ => self.size * LEADING,
        }
    }

    /// As a column; `None` where it does not fit.
    pub fn column(&self, within: Box2) -> Option<Vec<Node>> {
        let mut nodes = Vec::new();
        let mut y = within.y;
        for item in &self.items {
            if matches!(item.sign, Sign::Head) && y > within.y && !item.text.is_empty() {
                y += self.size * 0.6;
            }
            let height = self.height(item);
            if !item.text.is_empty() {
                self.draw(item, [within.x, y + height / 2.0], within.width, &mut nodes);
            }
            y += height;
        }
        (y <= within.y + within.height).then_some(nodes)
    }

    /// In rows from `top`, each block starting a new one; and their total height.
    pub fn rows(&self, left: f64, top: f64, width: f64) -> (Vec<Node>, f64) {
        let mut nodes = Vec::new();
        let (mut x, mut y, mut row) = (left, top, Vec::<(&Item, f64, f64)>::new());
        let mut finish = |row: &mut Vec<(&Item, f64, f64)>, y: &mut f64| {
            let height = row.iter().map(|(item, ..)| self.height(item)).fold(0.0, f64::max);
            for (item, x, wide) in row.drain(..) {
                self.draw(item, [x, *y + height / 2.0], wide, &mut nodes);
            }
            *y += height;
        };
        for item in &self.items {
            let wide = (self.indent(item) + text::width(&item.text, self.size, weight(item))).min(width);
            let is_head = matches!(item.sign, Sign::Head);
            if x > left && (is_head || x + wide > left + width) {
                finish(&mut row, &mut y);
                x = left;
            }
            if item.text.is_empty() {
                continue;
            }
            row.push((item, x, wide));
            x += wide + self.size * BETWEEN;
        }
        finish(&mut row, &mut y);
        (nodes, y - top)
    }

    /// The lines of the key one by one, for use within other text.
    pub fn lines(&self) -> Vec<KeyLine> {
        let line = |item: &Item| {
            let (width, height) = (self.indent(item), self.height(item));
            let mut sign = Vec::new();
            self.sign(item, [0.0, height / 2.0], &mut sign);
            KeyLine { sign, width, height, text: item.text.clone() }
        };
        self.items.iter().filter(|item| !item.text.is_empty()).map(line).collect()
    }

    fn draw(&self, item: &Item, [x, middle]: [f64; 2], width: f64, nodes: &mut Vec<Node>) {
        self.sign(item, [x, middle], nodes);
        let (size, indent) = (self.size, self.indent(item));
        let words = text::ellipsize(&item.text, size, weight(item), width - indent + 0.01);
        let at = [x + indent, middle + size * 0.34];
        nodes.push(run(words, at, size, weight(item), style::INK, Anchor::Start));
    }

    fn sign(&self, item: &Item, [x, middle]: [f64; 2], nodes: &mut Vec<Node>) {
        let (size, hair) = (self.size, self.size * 0.08);
        let centre = [x + self.sign / 2.0, middle];
        let level = |from: f64, to: f64| vec![[from, middle], [to, middle]];
        let ends = level(x, x + self.sign);
        let mut path = |path: Path| nodes.push(Node::Path(path));
        match item.sign {
            Sign::Head => {}
            Sign::Mark { kind, colour } => {
                path(marker(kind, centre, self.radius * 1.15, colour).stroked(style::MUTED, hair * 0.7));
            }
            Sign::Ring(radius) => path(Path::circle(centre, radius).stroked(style::MUTED, hair)),
            Sign::Line => {
                let band = Path::rect(x, middle - size * 0.42, self.sign, size * 0.84);
                path(band.filled(Fill::Translucent(style::DOT, style::BAND_OPACITY)));
                path(Path::line(ends).stroked(style::DOT, hair * 2.0));
            }
            Sign::Curve => path(Path::line(ends).stroked(LOWESS, hair * 2.0)),
            Sign::Split => {
                path(
                    Path::new(Geometry::Lines(dashed(&ends, &SPLIT)))
                        .stroked(style::BENCHMARKS[1], hair * 1.4),
                );
            }
            Sign::NotFinal => {
                path(marker(0, centre, self.radius, style::DOT));
                path(Path::circle(centre, self.radius * 1.9).stroked(style::INK, hair));
            }
            Sign::Selected => {
                path(marker(0, centre, self.radius, style::CONTEXT).stroked(style::INK, hair * 1.7));
            }
            Sign::Overall => path(marker(OVERALL, centre, self.radius * 1.2, style::BENCHMARKS[0])),
        }
    }
}

fn weight(item: &Item) -> Weight {
    if matches!(item.sign, Sign::Head) { Weight::SemiBold } else { Weight::Regular }
}
