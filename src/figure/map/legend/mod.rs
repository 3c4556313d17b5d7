//! The legend: classes with their counts, missing values and their reasons, and how the classes were made.

mod histogram;
pub(crate) mod two;

use crate::base::Level;
use crate::data::{Absence, Atlas, Caption, Indicator};
use crate::document::{ClassSpan, MapSpec, Representation, Spec};
use crate::i18n::italian::{counted, noun_of};
use crate::i18n::{self, Lang, texts};
use crate::scene::{Anchor, Fill, Group, Hatch, Node, Path, Role, Weight, text};

use crate::figure::map::frame::{Frame, LEADING, LegendNeed, TIGHT_LEADING};
use crate::figure::map::kinds::{mapped_text, mapped_unit};
use crate::figure::map::symbols::{SymbolScale, nested_legend};
use crate::figure::map::{LegendForm, MapModel, Sign};
use crate::figure::page::layout::{Box2, run};
use crate::figure::page::style;
use crate::figure::wording::{ats_made, class_in_signs};

use histogram::{Histogram, mark};

/// The pattern for each reason of a missing value, the same everywhere.
pub fn hatch(reason: Absence) -> Hatch {
    match reason {
        Absence::Missing => Hatch::Rising,
        Absence::Suppressed => Hatch::Crossed,
        Absence::NotApplicable => Hatch::Dotted,
    }
}

/// How many of the units shown are in each class, and how many have no value for each reason.
#[derive(Clone, Debug, PartialEq)]
pub struct Counts {
    classes: Vec<usize>,
    absent: [usize; 3],
    /// Values above and below zero.
    signs: [usize; 2],
    shown: usize,
    all: usize,
}

impl Counts {
    /// Those of all units.
    pub fn of_all(model: &MapModel) -> Self {
        Self::of(model, |_| true)
    }

    /// Those of the units that the map shows.
    pub fn of(model: &MapModel, is_shown: impl Fn(usize) -> bool) -> Self {
        let all = model.table.rows.len();
        let mut counts =
            Self { classes: vec![0; model.colours.len()], absent: [0; 3], signs: [0; 2], shown: 0, all };
        for unit in (0..all).filter(|unit| is_shown(*unit)) {
            counts.shown += 1;
            if let Ok(class) = model.class_of[unit] {
                counts.classes[class] += 1;
            }
            match model.table.rows[unit].value {
                Ok(value) => counts.signs[usize::from(value < 0.0)] += usize::from(value != 0.0),
                Err(reason) => {
                    let at = Absence::ALL.iter().position(|other| *other == reason).unwrap_or_default();
                    counts.absent[at] += 1;
                }
            }
        }
        counts
    }

    /// Whether only some of the units are shown.
    fn is_part(&self) -> bool {
        self.shown < self.all
    }
}

/// One line of the legend: a swatch, a label and the number of units.
struct Entry {
    fill: Fill,
    label: String,
    count: usize,
}

/// What stands over the classes: the unit they are in, or what they are.
pub(crate) fn heading(spec: &MapSpec, model: &MapModel, indicator: &Indicator) -> String {
    model.shown.legend_head(spec.lang).unwrap_or_else(|| mapped_unit(spec, indicator))
}

/// How the classes were made, in one sentence.
pub(crate) fn scheme_note(spec: &MapSpec, model: &MapModel, atlas: &Atlas) -> Option<String> {
    // Steps are not computed: they have names.
    let classes = model.classes.as_ref().filter(|_| model.names.is_empty())?;
    let lang = spec.lang;
    let count = classes.intervals.len();
    if count < 2 {
        return None;
    }
    let span = match spec.classes.span {
        ClassSpan::AllDates if spec.kind.shares_classes() && has_dates(&spec.indicator, atlas) => {
            format!(" {}", lang.text(texts::LEGEND_ALL_DATES))
        }
        _ => String::new(),
    };
    let note = texts::legend_scheme(lang, lang.scheme(classes.scheme), &span);
    Some(match model.edge_on_zero {
        true if spec.page.ink.is_black_and_white() => {
            format!("{note} {}", lang.text(texts::LEGEND_EDGE_ON_ZERO_IN_BLACK))
        }
        true => format!("{note} {}", lang.text(texts::LEGEND_EDGE_ON_ZERO)),
        false => note,
    })
}

/// Whether an indicator has several dates to make classes over.
fn has_dates(indicator: &str, atlas: &Atlas) -> bool {
    atlas.catalogue.get(indicator).is_some_and(|known| atlas.dates(known).len() > 1)
}

/// Width of a swatch, of the gap after it and of that before the count, in type sizes.
const SWATCH: f64 = 2.0;
const AFTER_SWATCH: f64 = 0.8;
const BEFORE_COUNT: f64 = 0.5;

/// The room the legend needs: height for unit, entries and spacing; width for its widest class.
pub fn need(model: &MapModel, spec: &MapSpec) -> LegendNeed {
    let symbols = if spec.representation == Representation::Symbols { 5 } else { 0 };
    let entries = entries(model, spec, &Counts::of_all(model));
    let width = |entry: &Entry| {
        let text = |text: &str| text::width(text, 1.0, Weight::Regular);
        let count = i18n::number(spec.lang, entry.count as f64, 0);
        SWATCH + AFTER_SWATCH + text(&entry.label) + BEFORE_COUNT + text(&count)
    };
    let (square_lines, square_width) = match model.shown.legend() {
        LegendForm::Square(axes) => (two::LINES, two::width(spec, axes)),
        LegendForm::Rows => (0, 0.0),
    };
    LegendNeed {
        lines: (entries.len() + symbols + square_lines).max(4) + 3,
        // Slightly more, so that rounding never truncates a label.
        width: entries.iter().map(width).fold(square_width, f64::max) + 0.1,
    }
}

fn entries(model: &MapModel, spec: &MapSpec, counts: &Counts) -> Vec<Entry> {
    let lang = spec.lang;
    let mut entries = Vec::new();
    match spec.representation {
        Representation::Choropleth => {
            let labels = model.shown.class_texts(lang, model);
            let classes = labels.into_iter().zip(&model.colours).zip(&counts.classes);
            for (class, ((label, colour), count)) in classes.enumerate() {
                let fill = match model.shown.hatched() == Some(class) {
                    true => Fill::Hatch(Hatch::Level),
                    false => Fill::Solid(*colour),
                };
                entries.push(Entry { fill, label, count: *count });
            }
        }
        Representation::Symbols => {
            for Sign { name, is_negative, count } in model.shown.signs() {
                let count = if counts.is_part() { counts.signs[usize::from(is_negative)] } else { count };
                let colour = if is_negative { style::SYMBOL_NEGATIVE } else { style::SYMBOL };
                let fill = Fill::Translucent(colour, style::SYMBOL_OPACITY);
                entries.push(Entry { fill, label: lang.text(name).to_owned(), count });
            }
        }
    }
    for (reason, count) in Absence::ALL.into_iter().zip(counts.absent) {
        if count > 0 {
            let label = lang.absence(reason).to_owned();
            entries.push(Entry { fill: Fill::Hatch(hatch(reason)), label, count });
        }
    }
    if spec.level == Level::Asst {
        // The city of Milano is on the map without being part of a unit of this level.
        let label = lang.text(texts::LEGEND_NO_ASST).to_owned();
        entries.push(Entry { fill: Fill::Hatch(hatch(Absence::NotApplicable)), label, count: 1 });
    }
    entries
}

/// A legend and the height it takes.
pub struct Built {
    pub group: Group,
    pub height: f64,
}

/// Lays the legend out in the frame's column, or in the strip below the map; notes that do not fit are left out.
/// `None` where not even the classes fit.
pub fn build(
    spec: &MapSpec,
    model: &MapModel,
    atlas: &Atlas,
    symbols: Option<&SymbolScale>,
    frame: &Frame,
    counts: &Counts,
) -> Option<Built> {
    let lang = spec.lang;
    let indicator = atlas.catalogue.get(&spec.indicator)?;
    let size = frame.sizes.legend;
    let area = frame.legend;
    let bottom = area.y + area.height;
    let (swatch_width, swatch_height) = (size * SWATCH, size * 1.15);
    let mut nodes = Vec::new();

    // Beside the map everything is in one column; below it, classes are on the left and notes on the right.
    let gap = area.width * 0.08;
    let column = if frame.beside {
        area.width
    } else {
        (area.width * 0.46).max(need(model, spec).width * size).min(area.width)
    };
    let mut y = area.y + if frame.beside { size * 0.4 } else { 0.0 };
    let form = model.shown.legend();
    if let LegendForm::Square(axes) = form {
        // The entries below the square, closely spaced where room is short.
        let entries = entries(model, spec, counts).len() as f64 * size * TIGHT_LEADING;
        let area = Box2 { y, width: column, height: bottom - y - entries, ..area };
        y = two::square(spec, (model, &counts.classes), axes, atlas, size, area, &mut nodes)?;
    } else {
        let unit = heading(spec, model, indicator);
        let unit = Some(unit).filter(|_| !spec.page.leaves_out_unit()).into_iter();
        for line in unit.flat_map(|unit| text::wrap(&unit, size, Weight::SemiBold, column)) {
            y += size * 1.2;
            nodes.push(run(line, [area.x, y], size, Weight::SemiBold, style::INK, Anchor::Start));
        }
    }
    y += size * 0.7;

    if let Some(scale) = symbols {
        let label = |value| label_of(lang, indicator, value);
        y += nested_legend(scale, [area.x, y], size, label, &mut nodes) + size;
    }
    let entries = entries(model, spec, counts);
    // Over the counts, beside the unit where there is room.
    let has_counts = entries.iter().any(|entry| !matches!(entry.fill, Fill::Hatch(_)));
    if has_counts {
        let heading = texts::legend_counts(lang, noun_of(spec.level, false));
        let used = nodes.iter().rev().find_map(|node| match node {
            Node::Text(run) => Some(text::width(&run.content, run.size, run.weight)),
            _ => None,
        });
        let width = text::width(&heading, size, Weight::Regular);
        let is_beside = symbols.is_none() && used.is_some_and(|used| used + size + width <= column);
        if !is_beside {
            y += size * 1.25;
        }
        let at = [area.x + column, y - size * 0.7];
        nodes.push(run(heading, at, size, Weight::Regular, style::MUTED, Anchor::End));
    }
    let at_overall = overall_class(spec, model);
    // The distribution over the classes, where it takes no room from what must be said.
    let is_plain = spec.representation == Representation::Choropleth && !counts.is_part();
    let fits = |spare: f64| {
        y + size * (histogram::HEIGHT + LEADING * entries.len() as f64 + spare) <= bottom + size * 0.1
    };
    let drawn = Histogram::of(model).filter(|_| is_plain);
    let overall = model.overall.filter(|_| at_overall.is_some());
    if let Some(drawn) = drawn.as_ref().filter(|_| frame.beside && frame.beside_histogram.is_some_and(fits)) {
        drawn.draw([area.x, y], column, size, overall, &mut nodes);
        y += size * histogram::HEIGHT;
    }
    let mut marked = None;
    let leading = (size * LEADING).min((bottom - y) / entries.len().max(1) as f64);
    // An empty line follows the symbols, which may be omitted where nothing comes after it.
    let is_short = if entries.is_empty() { y > bottom + size } else { leading < size * TIGHT_LEADING };
    if is_short {
        return None;
    }
    let swatch_height = swatch_height.min(leading * 0.85);
    // Where the words of a class have no room, its signs.
    let room = column - swatch_width - size * (AFTER_SWATCH + BEFORE_COUNT);
    let is_cut = |entry: &Entry| {
        let count = i18n::number(lang, entry.count as f64, 0);
        let text = |text: &str| text::width(text, size, Weight::Regular);
        text(&entry.label) + text(&count) > room
    };
    let in_signs = entries.iter().any(is_cut);
    for (i, entry) in entries.into_iter().enumerate() {
        if let Some((_, along)) = at_overall.filter(|(class, _)| *class == i) {
            marked = Some([area.x + swatch_width * along, y + swatch_height]);
        }
        let swatch = Path::rect(area.x, y, swatch_width, swatch_height)
            .filled(entry.fill)
            .stroked(histogram::OUTLINE, 0.35);
        nodes.push(Node::Path(swatch));
        let baseline = y + swatch_height / 2.0 + size * 0.35;
        let label_x = area.x + swatch_width + size * AFTER_SWATCH;
        let right = area.x + column;
        let count = i18n::number(lang, entry.count as f64, 0);
        let count_width = text::width(&count, size, Weight::Regular);
        let room = right - label_x - count_width - size * BEFORE_COUNT;
        let label = if in_signs { class_in_signs(&entry.label) } else { entry.label };
        let label = text::ellipsize(&label, size, Weight::Regular, room);
        nodes.push(run(label, [label_x, baseline], size, Weight::Regular, style::INK, Anchor::Start));
        nodes.push(run(count, [right, baseline], size, Weight::Regular, style::MUTED, Anchor::End));
        y += leading;
    }
    // The value of the whole, on the scale of the classes.
    if let Some([x, bottom]) = marked {
        nodes.push(mark([x, bottom + size * 0.12], size));
    }

    let small = frame.sizes.footer * 1.04;
    let (notes_x, notes_width, mut y) = if frame.beside {
        (area.x, area.width, y + size * 0.6)
    } else {
        (area.x + column + gap, area.width - column - gap, area.y)
    };
    let overall_note = match form {
        LegendForm::Square(axes) => two::overall(spec, axes, atlas),
        LegendForm::Rows => model.overall.map(|value| overall_text(spec, model, indicator, value)),
    };
    // Circles are not counted by class.
    let is_counted = spec.representation == Representation::Choropleth;
    let part = (is_counted && counts.is_part()).then(|| {
        let written = i18n::number(lang, counts.shown as f64, 0);
        let all = i18n::number(lang, counts.all as f64, 0);
        texts::legend_part(lang, counted(&written, counts.shown == 1, spec.level), all)
    });
    let two = matches!(form, LegendForm::Square(_))
        .then(|| two::note(spec, spec.indicators().into_iter().any(|id| has_dates(id, atlas))));
    let classes = (spec.representation == Representation::Choropleth)
        .then(|| scheme_note(spec, model, atlas))
        .flatten();
    let area_rule =
        (spec.representation == Representation::Symbols).then(|| lang.text(texts::LEGEND_SYMBOLS).to_owned());
    for (i, note) in [overall_note, part, two, classes, area_rule].into_iter().enumerate() {
        let Some(note) = note else { continue };
        // The sign that marks the value of the whole on the classes stands before it.
        let indent = if i == 0 && marked.is_some() { small * 0.95 } else { 0.0 };
        let (notes_x, notes_width) = (notes_x + indent, notes_width - indent);
        let lines = text::wrap(&note, small, Weight::Regular, notes_width);
        let fits = lines.iter().all(|line| text::width(line, small, Weight::Regular) <= notes_width);
        if !fits || y + small * 1.3 * lines.len() as f64 > bottom + small * 0.3 {
            continue;
        }
        if indent > 0.0 {
            nodes.push(mark([notes_x - indent * 0.6, y + small * 1.3], small));
        }
        for line in lines {
            y += small * 1.3;
            nodes.push(run(line, [notes_x, y], small, Weight::Regular, style::MUTED, Anchor::Start));
        }
        y += small * 0.45;
    }
    // Below a map the notes leave room for it.
    if let Some(drawn) = drawn.filter(|_| !frame.beside && y + size * (histogram::HEIGHT + 0.4) <= bottom) {
        drawn.draw([notes_x, y + size * 0.4], notes_width.min(column), size, overall, &mut nodes);
    }
    let height = y - area.y;
    Some(Built { group: Group { role: Role::Legend, clip: None, nodes }, height })
}

/// The class of the value of the whole, and how far along it from its lower end, from zero to one.
fn overall_class(spec: &MapSpec, model: &MapModel) -> Option<(usize, f64)> {
    if spec.representation != Representation::Choropleth || !model.names.is_empty() {
        return None;
    }
    let (value, classes) = (model.overall?, model.classes.as_ref()?);
    let class = classes.intervals.class_of(value)?;
    let (low, high) = classes.intervals.bounds(class);
    let along = if high > low { (value - low) / (high - low) } else { 0.5 };
    Some((class, along.clamp(0.0, 1.0)))
}

/// The value of the ATS as a legend has it: among means or extremes of Comuni it says that it is neither.
pub fn overall_text(spec: &MapSpec, model: &MapModel, indicator: &Indicator, value: f64) -> String {
    let lang = spec.lang;
    let caption = model.overall_caption(indicator, value);
    // Beside edges without decimals it needs none either.
    let edges = model.rounded.as_ref().map_or(caption.decimals, |(decimals, _)| *decimals);
    let is_coarse = edges < indicator.decimals && caption.decimals == indicator.decimals;
    let decimals = if is_coarse { edges } else { caption.decimals };
    let text = mapped_text(spec, Caption { decimals, ..caption }, Ok(value));
    match ats_made(lang, indicator.into(), spec.level, spec.method) {
        Some(made) => texts::legend_overall_made(lang, text, made),
        None => texts::legend_overall(lang, text),
    }
}

fn label_of(lang: Lang, indicator: &Indicator, value: f64) -> String {
    let decimals = if value >= 1.0 { 0 } else { indicator.decimals };
    format!("{}{}", i18n::compact_number(lang, value, decimals.max(1)), lang.suffix(&indicator.suffix))
}
