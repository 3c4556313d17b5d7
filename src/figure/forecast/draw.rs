//! The layout of a forecast: what is known, the dashed future, its band.

use crate::base::Date;
use crate::document::ForecastSpec;
use crate::figure::chart::marks::{dashed, marker, ring};
use crate::figure::chart::scale::{Origin, Scale, time_shares};
use crate::figure::chart::{LEAST_SIDE, axis_title, in_place};
use crate::figure::page::Page;
use crate::figure::page::layout::{Box2, run};
use crate::figure::page::style;
use crate::i18n::{self, texts};
use crate::scene::{Anchor, Datum, Fill, Geometry, Group, Node, Path, Role, Weight, text};

use super::model::{By, ForecastModel};
use super::words;

/// The nodes of the page; `None` where heading and footer leave no room for a plot.
pub fn nodes(spec: &ForecastSpec, model: &ForecastModel, page: &Page) -> Option<Vec<Node>> {
    let (sizes, body, lang) = (page.sizes, page.body, spec.lang);
    if body.width < LEAST_SIDE || body.height < LEAST_SIDE {
        return None;
    }
    let mut nodes = vec![Node::Group(page.heading.clone())];
    let ends =
        model.points.iter().flat_map(|point| point.interval.into_iter().flatten().chain([point.value]));
    let all = ends.chain(model.counted.map(|(_, value)| value));
    let Some(scale) = Scale::new(all, Origin::ZeroWhenNear, 5) else {
        nodes.push(Node::Group(in_place(lang.text(texts::FUTURE_NO_PAIR), body, sizes.subtitle)));
        nodes.push(Node::Group(page.footer.clone()));
        return Some(nodes);
    };
    let size = sizes.legend;
    let unit = match &model.by {
        By::Ages(_) => String::new(),
        By::Series(series) => lang.pick(&series.unit).to_owned(),
    };
    let mut axes = Vec::new();
    let top = match page.is_panel {
        true => body.y + size * 0.9,
        false => axis_title(lang, &unit, scale.has_zero(), body, size, &mut axes) + size,
    };
    let bottom = body.y + body.height - size * 2.2;
    let labels: Vec<String> = scale.ticks.iter().map(|tick| scale.label(lang, *tick)).collect();
    let left = labels.iter().map(|label| text::width(label, size, Weight::Regular)).fold(0.0, f64::max);
    let last = model.points.last().map(|point| words::number(spec, model, point.value)).unwrap_or_default();
    // The ends of the last interval, where they stand clear of the value between them.
    let bounds = model.points.last().and_then(|point| point.interval).map_or(Vec::new(), |of| of.to_vec());
    let small = |value: f64| text::width(&words::number(spec, model, value), sizes.footer, Weight::Regular);
    let widest = bounds.iter().map(|value| small(*value)).fold(0.0, f64::max);
    let right = text::width(&last, size, Weight::SemiBold).max(widest) + size * 1.2;
    let x = body.x + left + size * 0.7;
    let plot = Box2 { x, y: top, width: body.x + body.width - right - x, height: bottom - top };
    if plot.width < LEAST_SIDE || plot.height < LEAST_SIDE {
        return None;
    }
    let hair = 0.6 * sizes.scale.max(0.7);
    let y = |value: f64| plot.y + plot.height * (1.0 - scale.share(value));
    let dates: Vec<Date> = model.points.iter().map(|point| point.date).collect();
    let xs: Vec<f64> = time_shares(&dates).into_iter().map(|share| plot.x + plot.width * share).collect();
    for (tick, label) in scale.ticks.iter().zip(labels) {
        let line = Path::line(vec![[plot.x, y(*tick)], [plot.x + plot.width, y(*tick)]]);
        axes.push(Node::Path(line.stroked(style::GRID, hair)));
        let at = [plot.x - size * 0.5, y(*tick) + size * 0.35];
        axes.push(run(label, at, size, Weight::Regular, style::MUTED, Anchor::End));
    }
    let mut taken = f64::NEG_INFINITY;
    for (date, x) in dates.iter().zip(&xs) {
        let label = date.year().to_string();
        let half = text::width(&label, size, Weight::Regular) / 2.0;
        if x - half > taken + size * 0.6 {
            axes.push(run(
                label,
                [*x, bottom + size * 1.4],
                size,
                Weight::Regular,
                style::MUTED,
                Anchor::Middle,
            ));
            taken = x + half;
        }
    }
    let (colour, scaled) = (style::SERIES[0], sizes.scale.max(0.7));
    // The band opens from the last known value, and up to it the line is whole.
    let known = model.points.iter().rposition(|point| point.interval.is_none()).unwrap_or_default();
    let band_of = |end: usize| {
        model
            .points
            .iter()
            .zip(&xs)
            .skip(known)
            .map(move |(point, x)| [*x, y(point.interval.map_or(point.value, |of| of[end]))])
    };
    let mut around: Vec<[f64; 2]> = band_of(1).collect();
    around.extend(band_of(0).collect::<Vec<_>>().into_iter().rev());
    let band =
        Path::new(Geometry::Rings(vec![around])).filled(Fill::Translucent(colour, style::BAND_OPACITY));
    let line: Vec<[f64; 2]> = model.points.iter().zip(&xs).map(|(point, x)| [*x, y(point.value)]).collect();
    let future = Path::new(Geometry::Lines(dashed(&line[known..], &[4.0 * scaled, 3.0 * scaled])));
    let past = line.get(..=known).filter(|past| past.len() > 1);
    let past = past.map(|past| Path::new(Geometry::Lines(vec![past.to_vec()])));
    let mut marks = Vec::new();
    let radius = 2.4 * scaled;
    for (point, at) in model.points.iter().zip(&line) {
        // What is known is filled, what is forecast hollow.
        let kind = if point.interval.is_none() { 0 } else { 4 };
        let datum = Datum { code: model.code.clone(), label: words::point(spec, model, point) };
        marks.push(Node::Path(marker(kind, *at, radius, colour).meaning(datum)));
    }
    if let Some((date, value)) = model.counted
        && let Some(at) = dates.iter().position(|known| *known == date)
    {
        let at = [xs[at], y(value)];
        marks.push(Node::Path(marker(3, at, radius, style::INK)));
        marks.push(Node::Path(ring(at, radius, style::INK)));
        let label = texts::forecast_counted_short(
            lang,
            i18n::number(lang, f64::from(date.year()), 0).replace(['.', ','], ""),
        );
        // Away from the line.
        let is_below =
            value < model.points.iter().find(|point| point.date == date).map_or(value, |p| p.value);
        let dy = radius * 2.0 + size * if is_below { 1.1 } else { 0.4 };
        let beside = [at[0], if is_below { at[1] + dy } else { at[1] - dy }];
        marks.push(run(label, beside, size, Weight::Regular, style::INK, Anchor::Middle));
    }
    let mut names = Vec::new();
    if let Some(end) = line.last() {
        let at = [end[0] + size * 0.7, end[1] + size * 0.35];
        names.push(run(last, at, size, Weight::SemiBold, colour, Anchor::Start));
        for value in bounds.into_iter().filter(|value| (y(*value) - end[1]).abs() > size * 1.3) {
            let at = [end[0] + size * 0.7, y(value) + sizes.footer * 0.35];
            let number = words::number(spec, model, value);
            names.push(run(number, at, sizes.footer, Weight::Regular, style::MUTED, Anchor::Start));
        }
    }
    let group = |role, nodes| Node::Group(Group { role, clip: None, nodes });
    nodes.push(group(Role::Axes, axes));
    nodes.push(group(Role::Band, vec![Node::Path(band)]));
    nodes.push(group(
        Role::Lines,
        past.into_iter().chain([future]).map(|path| Node::Path(path.stroked(colour, 1.6 * scaled))).collect(),
    ));
    nodes.push(group(Role::Marks, marks));
    nodes.push(group(Role::Labels, names));
    nodes.push(Node::Group(page.footer.clone()));
    Some(nodes)
}
