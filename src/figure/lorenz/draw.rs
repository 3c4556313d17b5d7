//! The layout of a Lorenz curve: the diagonal of equality, the curve below it, the fifths.

use crate::data::Caption;
use crate::document::LorenzSpec;
use crate::figure::chart::marks::{dashed, marker};
use crate::figure::chart::scale::{Origin, Scale};
use crate::figure::chart::{LEAST_SIDE, axis_title};
use crate::figure::page::Page;
use crate::figure::page::layout::{Box2, run};
use crate::figure::page::style;
use crate::figure::remark::Warned;
use crate::i18n::texts;
use crate::scene::{Anchor, Datum, Geometry, Group, Node, Path, Role, Weight, text};

use super::model::LorenzModel;
use super::words;

/// The nodes of the page; `None` where heading, footer and labels leave no room for a plot.
pub fn nodes(
    spec: &LorenzSpec,
    model: &LorenzModel,
    caption: Caption<'_>,
    page: &Page,
) -> Option<Warned<Vec<Node>>> {
    let (sizes, body, lang) = (page.sizes, page.body, spec.lang);
    if body.width < LEAST_SIDE || body.height < LEAST_SIDE {
        return None;
    }
    let mut nodes = vec![Node::Group(page.heading.clone())];
    let size = sizes.legend;
    let scale = Scale::new([0.0, 100.0], Origin::Shown(0.0), 5)?;
    let mut axes = Vec::new();
    let top = match page.is_panel {
        true => body.y + size * 0.9,
        false => axis_title(lang, lang.text(texts::LORENZ_UP), true, body, size, &mut axes) + size,
    };
    let titles = text::wrap(lang.text(texts::LORENZ_ACROSS), size, Weight::SemiBold, body.width);
    let bottom = body.y + body.height - size * (1.3 * titles.len() as f64 + 2.0);
    let left = text::width("100", size, Weight::Regular) + size * 0.7;
    // Both axes are shares of a whole: a square shows the diagonal as it is.
    let side = (body.width - left - size).min(bottom - top);
    if side < LEAST_SIDE {
        return None;
    }
    let plot = Box2 { x: body.x + left, y: bottom - side, width: side, height: side };
    let at = |heads: f64, share: f64| [plot.x + plot.width * heads, plot.y + plot.height * (1.0 - share)];
    let hair = 0.6 * sizes.scale.max(0.7);
    let weight = sizes.scale.max(0.7);
    for tick in &scale.ticks {
        let share = tick / 100.0;
        for line in [[at(0.0, share), at(1.0, share)], [at(share, 0.0), at(share, 1.0)]] {
            axes.push(Node::Path(Path::line(line.to_vec()).stroked(style::GRID, hair)));
        }
        let label = scale.label(lang, *tick);
        let [x, y] = at(0.0, share);
        let beside = [x - size * 0.5, y + size * 0.35];
        axes.push(run(label.clone(), beside, size, Weight::Regular, style::MUTED, Anchor::End));
        let below = [at(share, 0.0)[0], bottom + size * 1.3];
        axes.push(run(label, below, size, Weight::Regular, style::MUTED, Anchor::Middle));
    }
    for (i, row) in titles.into_iter().enumerate() {
        // Below a small square a title begins at the edge, and is longer than the square.
        let end = (plot.x + plot.width).max(body.x + text::width(&row, size, Weight::SemiBold));
        let end = [end, bottom + size * (2.0 + 1.3 * (i as f64 + 0.7))];
        axes.push(run(row, end, size, Weight::SemiBold, style::INK, Anchor::End));
    }
    let pattern: Vec<f64> = [4.0, 3.0].iter().map(|dash| dash * weight).collect();
    let equal = dashed(&[at(0.0, 0.0), at(1.0, 1.0)], &pattern);
    let curve: Vec<[f64; 2]> = model.curve.iter().map(|[heads, share]| at(*heads, *share)).collect();
    let lines = vec![
        Node::Path(Path::new(Geometry::Lines(equal)).stroked(style::BENCHMARKS[1], weight)),
        Node::Path(Path::line(curve).stroked(style::DOT, 1.8 * weight)),
    ];
    // The name of the diagonal, above it where nothing else is.
    let note = lang.text(texts::LORENZ_EQUAL).to_owned();
    let [x, y] = at(0.5, 0.5);
    let names = vec![run(note, [x - size, y - size * 0.6], size, Weight::Regular, style::MUTED, Anchor::End)];
    let radius = if model.order.len() > 60 { 1.3 } else { 2.2 } * weight;
    let mut marks = Vec::new();
    let mut told = Vec::new();
    for (row, end, is_selected) in model.stretches() {
        let place = at(end[0], end[1]);
        let label = words::stretch(spec, caption, row, end);
        let colour = if is_selected { style::SELECTED_LINE } else { style::DOT };
        let radius = if is_selected { radius * 1.8 } else { radius };
        let mark = marker(0, place, radius, colour);
        marks.push(Node::Path(mark.meaning(Datum { code: row.code.to_string(), label })));
        if is_selected {
            let beside = [place[0] + radius * 2.0, place[1] + size * 0.9];
            told.push(run(row.name.clone(), beside, size, Weight::Regular, style::INK, Anchor::Start));
        }
    }
    let group = |role, nodes| Node::Group(Group { role, clip: None, nodes });
    nodes.push(group(Role::Axes, axes));
    nodes.push(group(Role::Lines, lines));
    nodes.push(group(Role::Legend, names));
    nodes.push(group(Role::Marks, marks));
    nodes.push(group(Role::Labels, told));
    nodes.push(Node::Group(page.footer.clone()));
    Some(Warned { value: nodes, remarks: Vec::new() })
}
