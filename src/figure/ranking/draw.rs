//! The layout and drawing of a ranking.

use crate::base::{Code, Rgb};
use crate::data::{Caption, Method};
use crate::document::RankingSpec;
use crate::figure::chart::marks::dashed;
use crate::figure::chart::scale::Scale;
use crate::figure::chart::{LEAST_SIDE, axis_title, in_place};
use crate::figure::page::Page;
use crate::figure::page::layout::{Box2, run};
use crate::figure::page::style::{self, Sizes};
use crate::figure::quality;
use crate::figure::threshold;
use crate::figure::wording::{absence_text, method_of, value_text};
use crate::i18n::{self, texts};
use crate::scene::{Anchor, Datum, Fill, Geometry, Group, Node, Path, Role, Weight, text};

use super::layout::{AbsentLine, GAP, OnScreen, Places, Shown};
use super::model::{Entry, MemberRange, Ranked, RankingModel, Span};
use super::words;

/// Room above the rows for the name of the overall value and the column headers, the same where there are none, and
/// room below for the ticks, in sizes of the legend's type.
const HEAD: f64 = 2.9;
const NO_HEAD: f64 = 1.4;
const FOOT: f64 = 1.9;

/// A body narrower than this gives names a larger share of its width.
const NARROW: f64 = 280.0;

/// Height of what is right above the rows, in sizes of the legend's type: the name of the overall value, the column
/// headers.
const NAME_HEAD: f64 = 1.9;

/// The share of the width that the plot of a ranking keeps: columns are dropped before its bars are squeezed.
const LEAST_PLOT: f64 = 0.5;

/// Additional height for the name of a standard above the rows.
const STANDARD_HEAD: f64 = 1.3;

/// A column of numbers right of the plot: its header and its right edge.
struct Column {
    head: &'static str,
    pick: fn(&Ranked) -> Option<f64>,
    weight: Weight,
    right: f64,
}

pub struct Frame<'a> {
    on_screen: Option<&'a OnScreen<'a>>,
    spec: &'a RankingSpec,
    model: &'a RankingModel,
    indicator: Caption<'a>,
    sizes: Sizes,
    /// Title of the axis and key of the marks.
    key: Vec<Node>,
    /// The rows that fit.
    pub shown: Shown,
    /// `None` where there are no values to draw.
    scale: Option<Scale>,
    body: Box2,
    plot: Box2,
    /// Type size of the rows.
    size: f64,
    rank_right: f64,
    name_left: f64,
    name_width: f64,
    columns: Vec<Column>,
}

impl<'a> Frame<'a> {
    /// Lays the parts out between heading and footer; `None` where they leave no room for the plot.
    pub fn new(
        spec: &'a RankingSpec,
        model: &'a RankingModel,
        indicator: Caption<'a>,
        page: &Page,
        on_screen: Option<&'a OnScreen<'a>>,
    ) -> Option<Self> {
        let (sizes, mut body) = (page.sizes, page.body);
        let key_size = sizes.legend;
        if body.width < LEAST_SIDE || body.height < LEAST_SIDE {
            return None;
        }
        // Twice: the scale depends on the rows shown, and these on the room that its title leaves.
        let head = if model.overall.is_some() || model.span != Span::None { HEAD } else { NO_HEAD };
        let head = head + if spec.standard.is_some() { STANDARD_HEAD } else { 0.0 };
        let around = key_size * (head + FOOT + 0.1);
        let mut shown = match on_screen {
            Some(screen) => Some(Shown::every(model, screen.row)),
            None => {
                let (_, guess) = key(spec, model.span, indicator, body, sizes, true);
                Shown::new(model, spec.top, body.y + body.height - guess - around, sizes)
            }
        };
        if model.rows.is_empty() {
            // Just a sentence and the reasons, if they fit.
            shown = shown.or(Some(Shown {
                first: 0,
                last: 0,
                entries: Vec::new(),
                absent: Vec::new(),
                row: 0.0,
                left_out: 0,
            }));
        }
        let shown = shown?;
        if on_screen.is_some() {
            body.height = around + shown.height();
        }
        let size = (shown.row / 1.3).clamp(sizes.label, sizes.legend);
        // A finer scale starts and ends closer to what it shows; bars start at zero anyway.
        let about = match model.span {
            Span::None if body.width < 350.0 => 4,
            Span::None => 6,
            Span::Members | Span::Published { .. } => 12,
        };
        let scale = model.scale(shown.rows().map(|i| &model.rows[i]), about);
        let not_from_zero = scale.as_ref().is_some_and(|scale| !scale.has_zero());
        let (key, key_bottom) = match on_screen {
            // The window shows it beside the ranking, where it does not scroll away.
            Some(_) => (Vec::new(), body.y),
            None => key(spec, model.span, indicator, body, sizes, not_from_zero),
        };

        let width = |text: &str, weight| text::width(text, size, weight);
        let rank_width =
            shown.rows().last().map_or(0.0, |i| width(&model.rows[i].rank.to_string(), Weight::Regular));
        let rank_right = body.x + rank_width;
        let name_left = rank_right + size * 0.7;
        let ranked = shown.rows().map(|i| width(&model.rows[i].name, weight_of(&model.rows[i])));
        let absent = shown
            .absent
            .iter()
            .map(|line| width(&absent_line(spec, indicator, model, line).0, Weight::SemiBold));
        let name_width = ranked
            .chain(absent)
            .fold(0.0, f64::max)
            .min(body.width * if body.width < NARROW { 0.45 } else { 0.36 });

        let mut columns = columns(spec, model.span, body);
        let left = name_left + name_width + size * 1.2;
        let place = |columns: &mut Vec<Column>| {
            let mut right = body.x + body.width;
            for column in columns.iter_mut().rev() {
                column.right = right;
                let texts = shown.rows().filter_map(|i| column.text(spec, model, &model.rows[i]));
                let texts = texts.map(|text| width(&text, Weight::SemiBold));
                let head = text::width(column.head, sizes.footer, Weight::Regular);
                right -= texts.fold(head, f64::max) + size * 1.3;
            }
            right
        };
        let mut right = place(&mut columns);
        while columns.len() > 1 && right - left < body.width * LEAST_PLOT {
            // The ends first: the bar shows them. The value stays.
            match columns.len() {
                4 => {
                    columns.pop();
                    columns.remove(0);
                }
                _ => columns.retain(|column| column.weight == Weight::SemiBold),
            }
            right = place(&mut columns);
        }
        let top = key_bottom + key_size * head;
        let plot = Box2 { x: left, y: top, width: right - left, height: shown.height() };
        let fits =
            plot.width >= LEAST_SIDE && top + plot.height + key_size * FOOT <= body.y + body.height + 1.0;
        if !fits && !model.rows.is_empty() {
            return None;
        }
        Some(Self {
            on_screen,
            spec,
            model,
            indicator,
            sizes,
            key,
            shown,
            scale,
            body,
            plot,
            size,
            rank_right,
            name_left,
            name_width,
            columns,
        })
    }

    /// The nodes of the page.
    pub fn nodes(&self, page: &Page) -> Vec<Node> {
        let group = |role, nodes| Node::Group(Group { role, clip: None, nodes });
        let mut nodes = vec![Node::Group(page.heading.clone())];
        match &self.scale {
            None if self.on_screen.is_some() => {
                // The window itself says that there are no values, and lists the units without one.
                nodes.push(group(Role::Labels, self.absent(self.absent_top())));
            }
            None => {
                let sentence = self.spec.lang.text(texts::WARN_NO_VALUES);
                nodes.push(Node::Group(in_place(sentence, self.body, self.sizes.subtitle)));
            }
            Some(scale) => {
                nodes.push(group(Role::Legend, self.key.clone()));
                nodes.push(group(Role::Axes, self.axes(scale)));
                let (mut marks, mut labels) = (Vec::new(), self.heads());
                let mut y = self.plot.y;
                for entry in &self.shown.entries {
                    match entry {
                        Entry::Row(i) => {
                            let middle = y + self.shown.row / 2.0;
                            self.marks(scale, &self.model.rows[*i], middle, &mut marks);
                            self.labels(&self.model.rows[*i], middle, &mut labels);
                            y += self.shown.row;
                        }
                        Entry::Gap => {
                            let height = self.shown.row * GAP;
                            marks.extend(self.gap(y + height / 2.0));
                            y += height;
                        }
                    }
                }
                labels.extend(self.absent(self.absent_top()));
                nodes.push(group(Role::Marks, marks));
                nodes.push(group(Role::Labels, labels));
            }
        }
        nodes.push(Node::Group(page.footer.clone()));
        nodes
    }

    fn x(&self, scale: &Scale, value: f64) -> f64 {
        self.plot.x + self.plot.width * scale.share(value)
    }

    fn hair(&self) -> f64 {
        0.6 * self.sizes.scale.max(0.7)
    }

    /// The bottom of the rows with a value; below are the axis and the units without a value.
    fn foot(&self) -> f64 {
        let rows: f64 = self.shown.entries.iter().map(|e| if *e == Entry::Gap { GAP } else { 1.0 }).sum();
        self.plot.y + rows * self.shown.row
    }

    /// The top of the lines of units without a value.
    fn absent_top(&self) -> f64 {
        self.foot() + self.sizes.legend * FOOT + self.shown.row * GAP * 0.5
    }

    /// The positions of the parts of a ranking with every row, for scrolling.
    pub fn places(&self) -> Places {
        let size = self.sizes.legend;
        Places {
            head: [self.plot.y - size * (NAME_HEAD + self.standard_head()), self.plot.y],
            rows: self.plot.y,
            foot: [self.foot(), self.foot() + size * FOOT],
            absent: self.absent_top(),
            height: self.body.y + self.body.height + self.shown.row * GAP,
        }
    }

    /// Grid, ticks, and the line of the overall value with its label on top.
    fn axes(&self, scale: &Scale) -> Vec<Node> {
        let (plot, size, hair, foot) = (self.plot, self.sizes.legend, self.hair(), self.foot());
        let mut nodes = Vec::new();
        let mut taken = f64::NEG_INFINITY;
        let upright = |x: f64, from: f64, to: f64| Path::line(vec![[x, from], [x, to]]);
        for tick in &scale.ticks {
            let x = self.x(scale, *tick);
            let is_zero = *tick == 0.0;
            let (colour, width) = if is_zero { (style::AXIS, hair * 1.5) } else { (style::GRID, hair) };
            nodes.push(Node::Path(upright(x, plot.y, foot).stroked(colour, width)));
            let label = scale.label(self.spec.lang, *tick);
            let half = text::width(&label, size, Weight::Regular) / 2.0;
            if x - half >= taken {
                let at = [x, foot + size * 1.3];
                nodes.push(run(label, at, size, Weight::Regular, style::MUTED, Anchor::Middle));
                taken = x + half + size * 0.5;
            }
        }
        if let Some(overall) = self.model.overall {
            let x = self.x(scale, overall);
            let dashes = dashed(&[[x, plot.y - size * 0.45], [x, foot]], &[4.0, 2.4]);
            let line = Path::new(Geometry::Lines(dashes)).stroked(style::BENCHMARKS[0], hair * 1.7);
            nodes.push(Node::Path(line));
            let name = &self.model.overall_name;
            let label = format!(
                "{name} {}",
                value_text(
                    self.spec.lang,
                    Caption { decimals: self.model.decimals, ..self.indicator },
                    Ok(overall)
                )
            );
            let half = text::width(&label, size, Weight::SemiBold) / 2.0;
            let heads = self.columns.first().map_or(f64::INFINITY, |column| column.right - size * 4.0);
            let most = (plot.x + plot.width - half).min(heads - half).max(plot.x + half);
            let at = [x.clamp(plot.x + half.min(plot.width / 2.0), most), plot.y - size * 0.85];
            nodes.push(run(label, at, size, Weight::SemiBold, style::BENCHMARKS[0], Anchor::Middle));
        }
        nodes.extend(self.standard_line(scale));
        nodes
    }

    fn standard_head(&self) -> f64 {
        if self.spec.standard.is_some() { STANDARD_HEAD } else { 0.0 }
    }

    /// The line of a standard, with its name above that of the overall value.
    fn standard_line(&self, scale: &Scale) -> Vec<Node> {
        let Some(standard) = &self.spec.standard else { return Vec::new() };
        let (plot, size, hair, foot) = (self.plot, self.sizes.legend, self.hair(), self.foot());
        let x = self.x(scale, standard.value);
        let top = plot.y - size * (0.45 + STANDARD_HEAD);
        let dashes = dashed(&[[x, top], [x, foot]], &[1.6, 1.6]);
        let line = Path::new(Geometry::Lines(dashes)).stroked(style::SERIES[1], hair * 1.9);
        let label = threshold::label(self.spec.lang, standard, self.indicator);
        let label = text::ellipsize(&label, size, Weight::SemiBold, plot.width);
        let half = text::width(&label, size, Weight::SemiBold) / 2.0;
        let most = (plot.x + plot.width - half).max(plot.x + half);
        let at = [x.clamp(plot.x + half.min(plot.width / 2.0), most), plot.y - size * (0.85 + STANDARD_HEAD)];
        vec![Node::Path(line), run(label, at, size, Weight::SemiBold, style::SERIES[1], Anchor::Middle)]
    }

    fn heads(&self) -> Vec<Node> {
        let size = self.sizes.footer;
        let one = |column: &Column| {
            let at = [column.right, self.plot.y - self.sizes.legend * 0.85];
            run(column.head.to_owned(), at, size, Weight::Regular, style::MUTED, Anchor::End)
        };
        self.columns.iter().filter(|_| self.columns.len() > 1).map(one).collect()
    }

    fn colour(&self, row: &Ranked) -> Rgb {
        // In the window the dots have the colours of the map, and everything else is grey.
        let some_stand_out = self.on_screen.is_some() || self.model.rows.iter().any(|row| row.selected);
        match (some_stand_out, row.selected) {
            (false, _) => style::DOT,
            (true, true) => self.colour_of_selected(&row.code),
            (true, false) => style::DOT_OTHER,
        }
    }

    /// The colour of its line in a time series shown beside it.
    fn colour_of_selected(&self, code: &Code) -> Rgb {
        let place = self.spec.selected.iter().position(|selected| selected == code).unwrap_or(0);
        style::SERIES[place % style::SERIES.len()]
    }

    fn marks(&self, scale: &Scale, row: &Ranked, y: f64, nodes: &mut Vec<Node>) {
        let (plot, hair, colour) = (self.plot, self.hair(), self.colour(row));
        let radius = (self.shown.row * 0.3).min(self.sizes.legend * 0.46);
        let x = self.x(scale, row.value);
        let level = |from: f64, to: f64| Path::line(vec![[from, y], [to, y]]);
        // A bar grows from zero and from nowhere else; without zero a dot is all, on a line that leads to it.
        if self.model.span == Span::None && scale.has_zero() {
            let zero = self.x(scale, 0.0);
            nodes.push(Node::Path(level(plot.x, plot.x + plot.width).stroked(style::GRID, hair * 0.6)));
            nodes.push(Node::Path(level(zero, x).stroked(colour, (radius * 0.55).max(hair))));
        } else {
            nodes.push(Node::Path(level(plot.x, plot.x + plot.width).stroked(style::GRID, hair)));
        }
        let mut label =
            format!("{}: {}", row.name, value_text(self.spec.lang, self.indicator, Ok(row.value)));
        if let Some(MemberRange { min, mean, max }) = row.range {
            let span =
                |colour, width: f64| level(self.x(scale, min), self.x(scale, max)).stroked(colour, width);
            nodes.push(Node::Path(span(
                if row.selected { style::tint(colour) } else { style::SPAN },
                radius * 1.05,
            )));
            nodes.push(Node::Path(mean_mark([self.x(scale, mean), y], radius, hair)));
            let text = |x| value_text(self.spec.lang, self.indicator, Ok(x));
            let (lang, value) = (self.spec.lang, text(row.value));
            label = texts::alt_range_of(lang, &row.name, text(min), text(mean), value, text(max));
        }
        if let Some(spread) = row.spread {
            let far = spread.max.unwrap_or(row.value);
            let colour = if row.selected { style::tint(colour) } else { style::SPAN };
            let span = level(self.x(scale, spread.min), self.x(scale, far)).stroked(colour, radius * 1.05);
            nodes.push(Node::Path(span));
            label = words::spread(self.spec.lang, self.indicator, row, spread);
        }
        let dot = match self.on_screen.and_then(|screen| (screen.colour_of)(row.unit)) {
            // Pale classes need an outline on a pale background.
            Some(colour) => {
                Path::circle([x, y], radius * 1.15).filled(Fill::Solid(colour)).stroked(style::MUTED, hair)
            }
            None => dot([x, y], if row.selected { radius * 1.15 } else { radius }, colour),
        };
        nodes.push(Node::Path(dot.meaning(Datum { code: row.code.to_string(), label })));
    }

    fn labels(&self, row: &Ranked, y: f64, nodes: &mut Vec<Node>) {
        let (size, weight) = (self.size, weight_of(row));
        let baseline = y + size * 0.35;
        // In the window the background marks selected rows.
        let ink = if row.selected && self.on_screen.is_none() { self.colour(row) } else { style::INK };
        let rank = row.rank.to_string();
        nodes.push(run(rank, [self.rank_right, baseline], size, Weight::Regular, style::MUTED, Anchor::End));
        let others = self.model.rows.iter().map(|other| other.name.as_str());
        let name = text::ellipsize_among(&row.name, others, size, weight, self.name_width + 0.01);
        nodes.push(run(name, [self.name_left, baseline], size, weight, ink, Anchor::Start));
        for column in &self.columns {
            let Some(text) = column.text(self.spec, self.model, row) else { continue };
            let weight = if row.selected { Weight::SemiBold } else { column.weight };
            let colour = if column.weight == Weight::SemiBold { ink } else { style::MUTED };
            nodes.push(run(text, [column.right, baseline], size, weight, colour, Anchor::End));
        }
    }

    /// Three dots among the names, where some are left out.
    fn gap(&self, y: f64) -> impl Iterator<Item = Node> {
        let step = (self.shown.row * GAP * 0.26).min(self.size * 0.4);
        let x = self.name_left + self.size * 0.3;
        let dot =
            move |i: f64| Path::circle([x, y + i * step], step * 0.24).filled(Fill::Solid(style::MUTED));
        [-1.0, 0.0, 1.0].into_iter().map(move |i| Node::Path(dot(i)))
    }

    /// Units without a value: never drawn at zero, but named below with the reason.
    fn absent(&self, top: f64) -> Vec<Node> {
        let mut nodes = Vec::new();
        for (i, line) in self.shown.absent.iter().enumerate() {
            let baseline = top + self.shown.row * (i as f64 + 0.5) + self.size * 0.35;
            let (name, reason, selected) = absent_line(self.spec, self.indicator, self.model, line);
            let (weight, ink) = match (selected, self.on_screen) {
                (true, None) => (Weight::SemiBold, style::SERIES[0]),
                (true, Some(_)) => (Weight::SemiBold, style::INK),
                (false, _) => (Weight::Regular, style::INK),
            };
            let room = self.plot.x - self.name_left - self.size * 0.5;
            let name = text::ellipsize(&name, self.size, weight, room);
            nodes.push(run(name, [self.name_left, baseline], self.size, weight, ink, Anchor::Start));
            let room = self.body.x + self.body.width - self.plot.x;
            let reason = text::ellipsize(&reason, self.size, Weight::Italic, room);
            nodes.push(run(
                reason,
                [self.plot.x, baseline],
                self.size,
                Weight::Italic,
                style::MUTED,
                Anchor::Start,
            ));
        }
        nodes
    }
}

/// Who has no value, why, and whether it is one of the chosen.
fn absent_line(
    spec: &RankingSpec,
    indicator: Caption<'_>,
    model: &RankingModel,
    line: &AbsentLine,
) -> (String, String, bool) {
    match line {
        AbsentLine::One(i) => {
            let row = &model.absent[*i];
            let why = absence_text(spec.lang, indicator, row.reason, row.bounds);
            (row.name.clone(), why, row.selected)
        }
        AbsentLine::Many(count, reason) => {
            let text = if model.has_headings { texts::ranking_absent_entries } else { texts::ranking_absent };
            (text(spec.lang, count), spec.lang.absence(*reason).to_owned(), false)
        }
    }
}

/// The mark of a simple mean: a faint line across the bar, which the strong mark of the value does not hide.
fn mean_mark([x, y]: [f64; 2], radius: f64, hair: f64) -> Path {
    let half = radius * 1.3;
    Path::line(vec![[x, y - half], [x, y + half]]).stroked(style::MUTED, hair * 1.4)
}

/// The mark of a value.
fn dot(at: [f64; 2], radius: f64, colour: Rgb) -> Path {
    Path::circle(at, radius).filled(Fill::Solid(colour)).stroked(style::PAPER, radius * 0.2)
}

fn weight_of(row: &Ranked) -> Weight {
    if row.selected { Weight::SemiBold } else { Weight::Regular }
}

/// A column of numbers; the unit is shown above the plot.
impl Column {
    /// Its text for a row; a value less final than others carries a mark.
    fn text(&self, spec: &RankingSpec, model: &RankingModel, row: &Ranked) -> Option<String> {
        let text = number(spec, model, (self.pick)(row)?);
        let is_marked = self.weight == Weight::SemiBold && model.is_marked();
        let text = if is_marked { quality::marked(spec.lang, text, row.quality) } else { text };
        Some(if self.weight == Weight::SemiBold && row.note.is_some() { format!("{text}*") } else { text })
    }
}

fn number(spec: &RankingSpec, model: &RankingModel, x: f64) -> String {
    i18n::number(spec.lang, x, model.decimals)
}

/// The columns of numbers: the value, and on a page wide enough what its range is made of.
fn columns(spec: &RankingSpec, span: Span, body: Box2) -> Vec<Column> {
    let lang = spec.lang;
    let column = |head, pick, weight| Column { head: lang.text(head), pick, weight, right: 0.0 };
    let value = column(texts::COLUMN_VALUE, |row| Some(row.value), Weight::SemiBold);
    if span == Span::None || body.width < 380.0 {
        return vec![value];
    }
    if let Span::Published { has_max } = span {
        let mut columns = vec![
            column(texts::COLUMN_MIN, |row| Some(row.spread?.min), Weight::Regular),
            Column { head: lang.text(texts::COLUMN_MEAN), ..value },
        ];
        if has_max {
            columns.push(column(texts::COLUMN_MAX, |row| row.spread?.max, Weight::Regular));
        }
        return columns;
    }
    vec![
        column(texts::COLUMN_MIN, |row| Some(row.range?.min), Weight::Regular),
        column(texts::COLUMN_MEAN, |row| Some(row.range?.mean), Weight::Regular),
        value,
        column(texts::COLUMN_MAX, |row| Some(row.range?.max), Weight::Regular),
    ]
}

/// The title of the axis and, with ranges, the meaning of each mark; and where it ends.
fn key(
    spec: &RankingSpec,
    span: Span,
    indicator: Caption<'_>,
    body: Box2,
    sizes: Sizes,
    not_from_zero: bool,
) -> (Vec<Node>, f64) {
    let (lang, size) = (spec.lang, sizes.legend);
    let mut nodes = Vec::new();
    let unit = if spec.page.leaves_out_unit() { "" } else { lang.pick(indicator.unit) };
    let mut y = axis_title(lang, unit, !not_from_zero, body, size, &mut nodes);
    let names = match span {
        Span::None => return (nodes, y),
        Span::Members => vec![texts::RANKING_SPAN, texts::METHOD_MEAN, texts::METHOD_POOLED],
        Span::Published { has_max: true } => vec![texts::PUBLISHED_RANGE, texts::PUBLISHED_MEAN],
        Span::Published { has_max: false } => vec![texts::PUBLISHED_RANGE_OPEN, texts::PUBLISHED_MEAN],
    };
    let (swatch, indent) = (size * 1.8, size * 2.4);
    let radius = size * 0.42;
    let hair = 0.6 * sizes.scale.max(0.7);
    // The marks have several colours where some stand out.
    let mark_colour = if spec.selected.is_empty() { style::DOT } else { style::INK };
    let mut x = body.x;
    y += size * 0.4;
    let mut names: Vec<String> = names.into_iter().map(|name| lang.text(name).to_owned()).collect();
    if let (Span::Members, Some(own)) = (span, names.last_mut()) {
        *own = method_of(lang, indicator, Method::Pooled);
    }
    for (i, name) in names.iter().map(String::as_str).enumerate() {
        let width = indent + text::width(name, size, Weight::Regular);
        if i == 0 || x + width > body.x + body.width {
            (x, y) = (body.x, y + size * 1.35);
        }
        let middle = [x + swatch / 2.0, y - size * 0.34];
        let mark = match i {
            0 => {
                Path::line(vec![[x, middle[1]], [x + swatch, middle[1]]]).stroked(style::SPAN, radius * 1.05)
            }
            1 if span == Span::Members => mean_mark(middle, radius, hair),
            _ => dot(middle, radius, mark_colour),
        };
        nodes.push(Node::Path(mark));
        nodes.push(run(name.to_owned(), [x + indent, y], size, Weight::Regular, style::INK, Anchor::Start));
        x += width + size * 1.6;
    }
    (nodes, y)
}
