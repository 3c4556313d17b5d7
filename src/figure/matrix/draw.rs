//! The layout of a matrix of correlations.

use crate::base::Rgb;
use crate::data::Atlas;
use crate::document::MatrixSpec;
use crate::figure::chart::{LEAST_SIDE, in_place};
use crate::figure::page::Page;
use crate::figure::page::layout::{Box2, run};
use crate::figure::page::style;
use crate::i18n::{self, Lang, texts};
use crate::scene::{Anchor, Datum, Fill, Geometry, Group, Node, Path, Role, Weight, text};

use super::model::{MatrixModel, Pair};
use super::words;

const DIRECT: Rgb = style::SERIES[0];
const INVERSE: Rgb = style::SERIES[1];
/// The coefficients shown in the key.
const STEPS: [f64; 6] = [-0.9, -0.5, -0.2, 0.2, 0.5, 0.9];
/// The largest share of the width for the names.
const WIDEST_NAME: f64 = 0.42;
/// The widest and the tallest a cell may be, in sizes of the legend's type: few indicators fill their page.
const WIDEST_CELL: f64 = 11.0;
const TALLEST_CELL: f64 = 5.6;
/// The largest type of the names beside tall cells, in sizes of the legend's type.
const LARGEST: f64 = 1.3;
const LEADING: f64 = 1.3;
/// Type smaller than this cannot be read, and is left out of the cells.
const LEAST_NUMBER: f64 = 4.5;

/// The colour of a coefficient that is told from chance.
fn colour(r: f64) -> Rgb {
    let hue = if r < 0.0 { INVERSE } else { DIRECT };
    // Even the weakest is told from the paper.
    style::PAPER.mix(hue, 0.15 + 0.85 * r.abs())
}

/// How much room it needs to be read.
pub fn height(model: &MatrixModel, size: f64) -> f64 {
    size * (model.indicators.len() as f64 * 1.5 + 4.0)
}

/// The nodes of the page; `None` where heading and footer leave no room.
pub fn nodes(spec: &MatrixSpec, model: &MatrixModel, page: &Page, atlas: &Atlas) -> Option<Vec<Node>> {
    let (sizes, body, lang) = (page.sizes, page.body, spec.lang);
    if body.width < LEAST_SIDE || body.height < LEAST_SIDE {
        return None;
    }
    let mut nodes = vec![Node::Group(page.heading.clone())];
    let count = model.indicators.len();
    if count < 2 {
        let nothing = lang.text(texts::MATRIX_NOTHING);
        nodes.push(Node::Group(in_place(nothing, body, sizes.subtitle)));
        nodes.push(Node::Group(page.footer.clone()));
        return Some(nodes);
    }
    let mut key = Vec::new();
    let top = key_nodes(lang, model, body, sizes.legend, &mut key) + sizes.legend * 0.6;
    // The columns are numbered below, as the rows are before their names.
    let height = body.y + body.height - top - sizes.legend * 1.4;
    let row = (height / count as f64).min(sizes.legend * TALLEST_CELL);
    let size = (row * 0.42).clamp(sizes.legend, sizes.legend * LARGEST).min(row * 0.85);
    if size < 3.0 {
        return None;
    }
    let small = size * 0.82;
    let labels: Vec<(String, String)> = (0..count).map(|at| words::label(lang, atlas, model, at)).collect();
    let numbered = |i: usize| format!("{}  {}", i + 1, labels[i].0);
    let wide = |i: usize| {
        text::width(&numbered(i), size, Weight::Regular)
            + text::width(&labels[i].1, small, Weight::Regular)
            + size * 1.2
    };
    let name = (0..count).map(wide).fold(0.0, f64::max).min(body.width * WIDEST_NAME);
    let column = ((body.width - name) / count as f64).min(sizes.legend * WIDEST_CELL);
    if column < 3.0 {
        return None;
    }
    let left = body.x + name;
    let bottom = top + row * count as f64;
    let (mut marks, mut labelled, mut lines) = (Vec::new(), Vec::new(), Vec::new());
    let hair = 0.5 * sizes.scale.max(0.7);
    for (i, (_, date)) in labels.iter().enumerate() {
        let y = top + row * i as f64;
        let baseline = y + row / 2.0 + size * 0.35;
        labelled.push(run(numbered(i), [body.x, baseline], size, Weight::Regular, style::INK, Anchor::Start));
        let after = body.x + text::width(&numbered(i), size, Weight::Regular) + size * 0.5;
        if after + text::width(date, small, Weight::Regular) <= left {
            labelled.push(run(
                date.clone(),
                [after, baseline],
                small,
                Weight::Regular,
                style::MUTED,
                Anchor::Start,
            ));
        }
        for j in 0..i {
            let x = left + column * j as f64;
            let pair = model.pairs[i][j];
            cell(
                spec,
                model,
                atlas,
                (i, j),
                pair,
                Box2 { x, y, width: column, height: row },
                hair,
                &mut marks,
            );
            let Some(pair) = pair else { continue };
            if pair.is_inside {
                let gap = (column.min(row) * 0.28).min(size * 0.6);
                let middle = [x + column / 2.0, y + row / 2.0];
                for side in [1.0, -1.0] {
                    let line = vec![
                        [middle[0] - gap, middle[1] - gap * side],
                        [middle[0] + gap, middle[1] + gap * side],
                    ];
                    lines.push(Node::Path(Path::line(line).stroked(style::AXIS, hair * 1.4)));
                }
                continue;
            }
            let written = words::coefficient(lang, pair.r);
            let fits =
                small >= LEAST_NUMBER && text::width(&written, small, Weight::Regular) <= column * 0.94;
            if fits {
                let ink = if pair.is_told() { style::ink_on(colour(pair.r)) } else { style::MUTED };
                let at = [x + column / 2.0, y + row / 2.0 + small * 0.35];
                labelled.push(run(written, at, small, Weight::Regular, ink, Anchor::Middle));
            }
        }
        // The place of an indicator with itself has its number, which stands above its column too.
        let at = [left + column * (i as f64 + 0.5), baseline];
        let number = i18n::number(lang, (i + 1) as f64, 0);
        labelled.push(run(number.clone(), at, size, Weight::SemiBold, style::MUTED, Anchor::Middle));
        if i + 1 < count {
            let below = [left + column * (i as f64 + 0.5), bottom + size * 1.1];
            labelled.push(run(number, below, size, Weight::SemiBold, style::MUTED, Anchor::Middle));
        }
    }
    let group = |role, nodes| Node::Group(Group { role, clip: None, nodes });
    nodes.push(group(Role::Legend, key));
    nodes.push(group(Role::Marks, marks));
    nodes.push(group(Role::Lines, lines));
    nodes.push(group(Role::Labels, labelled));
    nodes.push(Node::Group(page.footer.clone()));
    Some(nodes)
}

/// The rectangle of a pair.
#[allow(clippy::too_many_arguments, reason = "one cell of one table")]
fn cell(
    spec: &MatrixSpec,
    model: &MatrixModel,
    atlas: &Atlas,
    at: (usize, usize),
    pair: Option<Pair>,
    room: Box2,
    hair: f64,
    nodes: &mut Vec<Node>,
) {
    let (one, other) = (&model.indicators[at.1].indicator, &model.indicators[at.0].indicator);
    let label = words::cell(spec.lang, atlas, model, at, pair);
    let fill = match pair {
        Some(pair) if pair.is_told() => colour(pair.r),
        _ => style::PAPER,
    };
    let rect = Path::rect(room.x, room.y, room.width, room.height).filled(Fill::Solid(fill));
    let rect = rect.stroked(style::GRID, hair).meaning(Datum { code: format!("{one} {other}"), label });
    nodes.push(Node::Path(rect));
}

/// The key, in as many rows as it takes; returns where it ends.
fn key_nodes(lang: Lang, model: &MatrixModel, body: Box2, size: f64, nodes: &mut Vec<Node>) -> f64 {
    let square = size * 0.95;
    let mut at = [body.x, body.y + size];
    let inside = model.all().any(|(.., pair)| pair.is_inside);
    let steps = STEPS.iter().map(|r| (Some(*r), words::coefficient(lang, *r), false));
    let plain = [
        (None, lang.text(texts::MATRIX_KEY_CHANCE).to_owned(), false),
        (None, lang.text(texts::MATRIX_KEY_INSIDE).to_owned(), true),
    ];
    let plain = plain.into_iter().filter(|(.., is_inside)| inside || !is_inside);
    for (r, name, is_inside) in steps.chain(plain) {
        let width = square + size * 0.4 + text::width(&name, size, Weight::Regular);
        if at[0] > body.x && at[0] + width > body.x + body.width {
            at = [body.x, at[1] + size * LEADING];
        }
        let [x, y] = [at[0], at[1] - square * 0.85];
        let rect = Path::rect(x, y, square, square).filled(Fill::Solid(r.map_or(style::PAPER, colour)));
        nodes.push(Node::Path(rect.stroked(style::AXIS, size * 0.06)));
        if is_inside {
            let gap = square * 0.25;
            let [a, b, c, d] = [x + gap, y + gap, x + square - gap, y + square - gap];
            let cross = Geometry::Lines(vec![vec![[a, b], [c, d]], vec![[a, d], [c, b]]]);
            nodes.push(Node::Path(Path::new(cross).stroked(style::AXIS, size * 0.1)));
        }
        let start = [x + square + size * 0.4, at[1]];
        nodes.push(run(name, start, size, Weight::Regular, style::INK, Anchor::Start));
        at[0] += width + size * 1.1;
    }
    at[1] + size * 0.3
}
