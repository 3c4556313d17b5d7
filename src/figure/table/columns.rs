//! How wide the columns of a table are: as wide as their numbers and headers need, and where the page is nearly full, as
//! wide as the page.

use std::ops::Range;

use crate::figure::page::layout::Box2;
use crate::scene::{Weight, text};

use super::aligned::Aligned;
use super::grid::Grid;

/// Height of a line of a header, in type sizes.
pub(crate) const HEAD_LEADING: f64 = 1.16;
/// Space at the left of a column, in type sizes; and the part of it that stays clear of colour.
const GUTTER: f64 = 1.1;
const CLEAR: f64 = 0.25;
/// Space between a number and the edge of its colour, in type sizes.
const INSET: f64 = 0.45;
/// Room for the bars of a column and between them and its numbers, in type sizes.
const BARS: f64 = 4.5;
const BESIDE_BARS: f64 = 0.7;
/// A header on one line makes its column no wider than this, in type sizes.
const WIDEST: f64 = 15.0;
/// A date no wider than this is not broken, in type sizes.
const DATE: f64 = 11.0;
/// A table that takes less of the width is not stretched to all of it: its numbers would be too far from their names.
const NEARLY: f64 = 0.66;
/// Space above the rule under what several columns share, and below it, in type sizes.
pub(crate) const SPAN_AIR: f64 = 0.35;

/// A column that fits.
#[derive(Clone, Debug)]
pub struct ColumnPlace {
    /// The left edge of its colour, and the right one, where the rules end too.
    pub left: f64,
    pub right: f64,
    /// The right edge of its numbers with their marks, and of its header.
    pub numbers: f64,
    /// The lines of the three parts of its header, without those that a span has.
    pub head: [Vec<String>; 3],
    /// How its numbers are aligned, in type sizes.
    pub aligned: Aligned,
    /// Where bars begin and end, where it has any.
    pub bars: Option<[f64; 2]>,
}

/// What columns side by side share, written once above them: name and unit, or the date.
#[derive(Clone, Debug)]
pub struct Span {
    pub columns: Range<usize>,
    /// The lines of the name, and those of the unit or the date.
    pub head: [Vec<String>; 2],
}

/// The columns in one type size.
pub struct Columns {
    pub name_width: f64,
    pub names_fit: bool,
    pub places: Vec<ColumnPlace>,
    pub spans: Vec<Span>,
    pub head_height: f64,
}

/// Where columns may stand, and how.
#[derive(Clone, Copy)]
pub struct Room {
    pub body: Box2,
    /// Type size.
    pub size: f64,
    /// The largest share of the width for names, where columns need the rest.
    pub names: f64,
    /// Whether dates may be broken.
    pub is_tight: bool,
}

/// The widths of a part of a header, in type sizes.
#[derive(Clone, Copy, Default)]
struct Wide {
    full: f64,
    /// Of its longest word.
    word: f64,
}

/// The texts of a table measured once, in type sizes: many sizes are tried.
pub struct Measured {
    longest: f64,
    aligned: Vec<Aligned>,
    heads: Vec<[Wide; 3]>,
    /// Whether all columns are of one date.
    has_one_date: bool,
    /// Columns side by side with the same name and unit.
    spans: Vec<Range<usize>>,
    /// Space between a number and the edge of its colour.
    inset: f64,
    /// Whether each column has bars.
    barred: Vec<bool>,
}

impl Measured {
    pub fn of(grid: &Grid, is_heated: bool) -> Self {
        let width = |text: &str| text::width(text, 1.0, Weight::SemiBold);
        let wide =
            |part: &String| Wide { full: width(part), word: part.split(' ').map(width).fold(0.0, f64::max) };
        let has_one_date = has_one_date(grid);
        Self {
            longest: grid.lines.iter().map(|line| width(&line.name)).fold(width(&grid.corner), f64::max),
            aligned: (0..grid.heads.len()).map(|i| Aligned::of(grid, i)).collect(),
            heads: grid.heads.iter().map(|head| head.each_ref().map(wide)).collect(),
            has_one_date,
            spans: if has_one_date { Vec::new() } else { spans(grid) },
            inset: if is_heated { INSET } else { 0.0 },
            barred: (0..grid.heads.len()).map(|i| is_barred(grid, i)).collect(),
        }
    }

    fn span(&self, column: usize) -> Option<&Range<usize>> {
        self.spans.iter().find(|columns| columns.contains(&column))
    }

    /// The parts of the header that a column has of its own, and those it shares by name and unit.
    fn parts(&self, column: usize) -> [&[Wide]; 2] {
        let head = &self.heads[column];
        match (self.has_one_date, self.span(column)) {
            (true, _) => [&head[..2], &[]],
            (_, Some(_)) => [&head[2..], &head[..2]],
            (_, None) => [head, &[]],
        }
    }

    /// The width of a column, in type sizes: what its widest parts take of it, and of the columns it shares them with.
    fn width(&self, column: usize, of: fn(&Wide) -> f64) -> f64 {
        let widest = |parts: &[Wide]| parts.iter().map(of).fold(0.0, f64::max);
        let [own, shared] = self.parts(column).map(widest);
        let among = self.span(column).map_or(1, Range::len);
        own.max(shared / among as f64)
    }

    /// The least width: that of the numbers, of the longest word of the header, and of a date.
    fn least(&self, column: usize, is_tight: bool) -> f64 {
        let date = self.heads[column][2].full;
        let has_date = !self.has_one_date && !is_tight && date <= DATE;
        let words = self.width(column, |part| part.word);
        let bars = if self.barred[column] { BARS + BESIDE_BARS } else { 0.0 };
        let numbers = self.aligned[column].width() + bars;
        words.max(numbers).max(if has_date { date } else { 0.0 }) + self.inset
    }

    /// The width at which the header takes no more lines than parts.
    fn natural(&self, column: usize) -> f64 {
        self.width(column, |part| part.full.min(WIDEST)) + self.inset
    }

    /// The columns that fit; `None` where none does.
    pub fn placed(&self, grid: &Grid, room: Room) -> Option<Columns> {
        let Room { body, size, names, is_tight } = room;
        let (gutter, inset, longest) = (size * GUTTER, size * self.inset, size * self.longest);
        let count = grid.heads.len();
        let least: Vec<f64> = (0..count).map(|i| size * self.least(i, is_tight)).collect();
        let all: f64 = least.iter().map(|width| width + gutter).sum();
        // Names are not cut where there is room for them.
        let mut name_width = longest.min((body.width * names).max(body.width - all));
        let mut free = body.width - name_width;
        let mut widths = Vec::new();
        for needed in least {
            let most = body.width - name_width - gutter;
            if needed > most + 0.01 && widths.is_empty() && count > 1 {
                break;
            }
            let needed = needed.min(most);
            if needed + gutter > free + 0.01 {
                break;
            }
            free -= needed + gutter;
            widths.push(needed);
        }
        if widths.is_empty() && count > 0 {
            return None;
        }
        let natural: Vec<f64> = (0..widths.len()).map(|i| size * self.natural(i)).collect();
        widen(&mut widths, &natural, &mut free);
        let more = (longest - name_width).clamp(0.0, free.max(0.0));
        (name_width, free) = (name_width + more, free - more);
        if !widths.is_empty() && body.width - free >= NEARLY * body.width {
            let share = free.max(0.0) / widths.len() as f64;
            widths.iter_mut().for_each(|width| *width += share);
        }
        let clear = if self.inset > 0.0 { size * CLEAR } else { gutter };
        let mut right = body.x + name_width;
        let mut places = Vec::with_capacity(widths.len());
        for (i, wide) in widths.iter().enumerate() {
            let left = right + clear;
            right += wide + gutter;
            let is_spanned = self.span(i).is_some_and(|columns| columns.end <= widths.len());
            let is_own = [!is_spanned, !is_spanned, !self.has_one_date];
            let weights = [Weight::SemiBold, Weight::Regular, Weight::Regular];
            let head = [0, 1, 2].map(|part| match is_own[part] {
                true => text::wrap(&grid.heads[i][part], size, weights[part], wide - inset + 0.01),
                false => Vec::new(),
            });
            let before = right - inset - size * (self.aligned[i].width() + BESIDE_BARS);
            places.push(ColumnPlace {
                left,
                right,
                numbers: right - inset,
                head,
                aligned: self.aligned[i].clone(),
                bars: self.barred[i].then_some([left, before]),
            });
        }
        let spans = self.spans(grid, &places, size);
        let head_height = head_height(&places, &spans, size);
        let names_fit = longest <= name_width + 0.01;
        Some(Columns { name_width, names_fit, places, spans, head_height })
    }

    /// What stands above the columns that fit.
    fn spans(&self, grid: &Grid, places: &[ColumnPlace], size: f64) -> Vec<Span> {
        let across = |columns: &Range<usize>| places[columns.end - 1].right - places[columns.start].left;
        let wrap = |text: &str, weight, width: f64| text::wrap(text, size, weight, width + 0.01);
        if self.has_one_date && !places.is_empty() {
            let columns = 0..places.len();
            let date = wrap(&grid.heads[0][2], Weight::Regular, across(&columns));
            return vec![Span { columns, head: [Vec::new(), date] }];
        }
        let whole = self.spans.iter().filter(|columns| columns.end <= places.len());
        let span = |columns: &Range<usize>| {
            let [name, unit, _] = &grid.heads[columns.start];
            let width = across(columns);
            let head = [wrap(name, Weight::SemiBold, width), wrap(unit, Weight::Regular, width)];
            Span { columns: columns.clone(), head }
        };
        whole.map(span).collect()
    }
}

/// The height of the header, with what stands above several columns.
fn head_height(places: &[ColumnPlace], spans: &[Span], size: f64) -> f64 {
    let lines = |column: &ColumnPlace| column.head.iter().map(Vec::len).sum::<usize>() as f64 * HEAD_LEADING;
    let plain = places.iter().map(lines).fold(0.0, f64::max);
    let spanned = spans.iter().map(|span| {
        let below = places[span.columns.clone()].iter().map(lines).fold(0.0, f64::max);
        let above = span.head.iter().map(Vec::len).sum::<usize>() as f64 * HEAD_LEADING;
        below + above + 2.0 * SPAN_AIR
    });
    size * (spanned.fold(plain, f64::max) + 0.8)
}

fn is_barred(grid: &Grid, column: usize) -> bool {
    grid.lines.iter().filter_map(|line| line.cells.get(column)).any(|cell| cell.bar.is_some())
}

/// Whether several columns are all of one date.
fn has_one_date(grid: &Grid) -> bool {
    let [[_, _, first], others @ ..] = grid.heads.as_slice() else { return false };
    !others.is_empty() && !first.is_empty() && others.iter().all(|[_, _, date]| date == first)
}

/// Columns side by side with the same name and unit.
fn spans(grid: &Grid) -> Vec<Range<usize>> {
    let mut spans: Vec<Range<usize>> = Vec::new();
    for i in 0..grid.heads.len() {
        match spans.last_mut().filter(|last| grid.heads[last.start][..2] == grid.heads[i][..2]) {
            Some(last) => last.end = i + 1,
            None => spans.push(i..i + 1),
        }
    }
    spans.retain(|columns| columns.len() > 1);
    spans
}

/// Shares room out among the columns that are not yet as wide as they would be, the narrowest wants first.
fn widen(widths: &mut [f64], natural: &[f64], free: &mut f64) {
    let mut order: Vec<usize> = (0..widths.len()).collect();
    let wants = |i: usize, widths: &[f64]| (natural[i] - widths[i]).max(0.0);
    order.sort_by(|&a, &b| wants(a, widths).total_cmp(&wants(b, widths)));
    for (done, &i) in order.iter().enumerate() {
        let share = free.max(0.0) / (order.len() - done) as f64;
        let more = wants(i, widths).min(share);
        widths[i] += more;
        *free -= more;
    }
}
