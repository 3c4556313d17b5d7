//! The legend: classes with their counts, missing values and their reasons, and how the classes were made.

pub(crate) mod two;

use crate::base::{Level, Rgb};
use crate::data::{Absence, Atlas, Indicator, Method};
use crate::document::{ClassSpan, Ink, MapSpec, Representation, Spec};
use crate::i18n::{self, Lang, texts};
use crate::scene::{Anchor, Fill, Group, Hatch, Node, Path, Role, Weight, text};

use crate::figure::map::frame::{Frame, LEADING, LegendNeed, TIGHT_LEADING};
use crate::figure::map::kinds::{mapped_text, mapped_unit};
use crate::figure::map::symbols::{SymbolScale, nested_legend};
use crate::figure::map::{LegendForm, MapModel, Sign};
use crate::figure::page::layout::{Box2, run};
use crate::figure::page::style;
use crate::figure::wording::made_by;

/// The pattern for each reason of a missing value, the same everywhere.
pub fn hatch(reason: Absence) -> Hatch {
    match reason {
        Absence::Missing => Hatch::Rising,
        Absence::Suppressed => Hatch::Crossed,
        Absence::NotApplicable => Hatch::Dotted,
    }
}

/// One line of the legend: a swatch, a label and the number of units.
struct Entry {
    fill: Fill,
    label: String,
    count: usize,
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
        true if spec.page.ink == Ink::Black => {
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
    let entries = entries(model, spec);
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
        lines: (entries.len() + symbols + square_lines).max(4) + 2,
        // Slightly more, so that rounding never truncates a label.
        width: entries.iter().map(width).fold(square_width, f64::max) + 0.1,
    }
}

fn entries(model: &MapModel, spec: &MapSpec) -> Vec<Entry> {
    let lang = spec.lang;
    let mut entries = Vec::new();
    match spec.representation {
        Representation::Choropleth => {
            let labels = model.shown.class_texts(lang, model);
            for ((label, colour), count) in labels.into_iter().zip(&model.colours).zip(&model.counts) {
                entries.push(Entry { fill: Fill::Solid(*colour), label, count: *count });
            }
        }
        Representation::Symbols => {
            for Sign { name, is_negative, count } in model.shown.signs() {
                let colour = if is_negative { style::SYMBOL_NEGATIVE } else { style::SYMBOL };
                let fill = Fill::Translucent(colour, style::SYMBOL_OPACITY);
                entries.push(Entry { fill, label: lang.text(name).to_owned(), count });
            }
        }
    }
    for reason in Absence::ALL {
        let count = model.absent(reason);
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

/// Lays the legend out in the frame's column, or in the strip below the map; notes that do not fit are left out.
/// `None` where not even the classes fit.
pub fn build(
    spec: &MapSpec,
    model: &MapModel,
    atlas: &Atlas,
    symbols: Option<&SymbolScale>,
    frame: &Frame,
) -> Option<Group> {
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
        let entries = entries(model, spec).len() as f64 * size * TIGHT_LEADING;
        let area = Box2 { y, width: column, height: bottom - y - entries, ..area };
        y = two::square(spec, model, axes, atlas, size, area, &mut nodes)?;
    } else {
        for line in text::wrap(&mapped_unit(spec, indicator), size, Weight::SemiBold, column) {
            y += size * 1.2;
            nodes.push(run(line, [area.x, y], size, Weight::SemiBold, style::INK, Anchor::Start));
        }
    }
    y += size * 0.7;

    if let Some(scale) = symbols {
        let label = |value| label_of(lang, indicator, value);
        y += nested_legend(scale, [area.x, y], size, label, &mut nodes) + size;
    }
    let entries = entries(model, spec);
    let leading = (size * LEADING).min((bottom - y) / entries.len().max(1) as f64);
    // An empty line follows the symbols, which may be omitted where nothing comes after it.
    let is_short = if entries.is_empty() { y > bottom + size } else { leading < size * TIGHT_LEADING };
    if is_short {
        return None;
    }
    let swatch_height = swatch_height.min(leading * 0.85);
    for entry in entries {
        let swatch = Path::rect(area.x, y, swatch_width, swatch_height)
            .filled(entry.fill)
            .stroked(Rgb::hex(0xb9_bcc2), 0.35);
        nodes.push(Node::Path(swatch));
        let baseline = y + swatch_height / 2.0 + size * 0.35;
        let label_x = area.x + swatch_width + size * AFTER_SWATCH;
        let right = area.x + column;
        let count = i18n::number(lang, entry.count as f64, 0);
        let count_width = text::width(&count, size, Weight::Regular);
        let room = right - label_x - count_width - size * BEFORE_COUNT;
        let label = text::ellipsize(&entry.label, size, Weight::Regular, room);
        nodes.push(run(label, [label_x, baseline], size, Weight::Regular, style::INK, Anchor::Start));
        nodes.push(run(count, [right, baseline], size, Weight::Regular, style::MUTED, Anchor::End));
        y += leading;
    }

    let small = frame.sizes.footer * 1.04;
    let (notes_x, notes_width, mut y) = if frame.beside {
        (area.x, area.width, y + size * 0.6)
    } else {
        (area.x + column + gap, area.width - column - gap, area.y)
    };
    let overall = match form {
        LegendForm::Square(axes) => two::overall(spec, axes, atlas),
        LegendForm::Rows => model.overall.map(|value| overall_text(spec, model, indicator, value)),
    };
    let two = matches!(form, LegendForm::Square(_))
        .then(|| two::note(spec, spec.indicators().into_iter().any(|id| has_dates(id, atlas))));
    let classes = (spec.representation == Representation::Choropleth)
        .then(|| scheme_note(spec, model, atlas))
        .flatten();
    let count_column = (spec.representation == Representation::Choropleth && model.classes.is_some())
        .then(|| lang.text(texts::LEGEND_COUNTS).to_owned());
    let area_rule =
        (spec.representation == Representation::Symbols).then(|| lang.text(texts::LEGEND_SYMBOLS).to_owned());
    for note in [overall, two, classes, count_column, area_rule].into_iter().flatten() {
        let lines = text::wrap(&note, small, Weight::Regular, notes_width);
        let fits = lines.iter().all(|line| text::width(line, small, Weight::Regular) <= notes_width);
        if !fits || y + small * 1.3 * lines.len() as f64 > bottom + small * 0.3 {
            continue;
        }
        for line in lines {
            y += small * 1.3;
            nodes.push(run(line, [notes_x, y], small, Weight::Regular, style::MUTED, Anchor::Start));
        }
        y += small * 0.45;
    }
    Some(Group { role: Role::Legend, clip: None, nodes })
}

/// The value of the ATS as a legend has it: among means or extremes of Comuni it says that it is neither.
pub fn overall_text(spec: &MapSpec, model: &MapModel, indicator: &Indicator, value: f64) -> String {
    let lang = spec.lang;
    let text = mapped_text(spec, model.overall_caption(indicator, value), Ok(value));
    match made_by(lang, spec.level, spec.method) {
        Some(_) => texts::legend_overall_made(lang, text, lang.method(Method::Pooled)),
        None => texts::legend_overall(lang, text),
    }
}

fn label_of(lang: Lang, indicator: &Indicator, value: f64) -> String {
    let decimals = if value >= 1.0 { 0 } else { indicator.decimals };
    format!("{}{}", i18n::compact_number(lang, value, decimals.max(1)), lang.suffix(&indicator.suffix))
}
