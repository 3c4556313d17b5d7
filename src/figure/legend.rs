//! The legend: classes with their counts, what is not there and why, and how the classes were made.

use crate::base::{Level, Rgb};
use crate::data::{Absence, Atlas, Indicator};
use crate::document::{ClassSpan, MapSpec, Representation};
use crate::i18n::{self, Lang, fill, texts};
use crate::scene::{Anchor, Fill, Group, Hatch, Node, Path, Role, Weight, text};

use super::frame::{Frame, LEADING, run};
use super::legend_two;
use super::map_model::{MapModel, Shown};
use super::style;
use super::symbols::{SymbolScale, nested_legend};
use super::wording::{mapped_class, mapped_text, mapped_unit};

/// The pattern of each reason of absence, the same everywhere.
pub fn hatch(reason: Absence) -> Hatch {
    match reason {
        Absence::Missing => Hatch::Rising,
        Absence::Suppressed => Hatch::Crossed,
        Absence::NotApplicable => Hatch::Dotted,
    }
}

/// One line of the legend: a swatch, a label and how many units it stands for.
struct Entry {
    fill: Fill,
    label: String,
    count: usize,
}

/// How the classes were made, in one sentence.
pub fn scheme_note(spec: &MapSpec, model: &MapModel) -> Option<String> {
    let classes = model.classes.as_ref()?;
    let lang = spec.lang;
    let count = classes.intervals.len();
    if count < 2 {
        return None;
    }
    let span = match (spec.classes.span, &model.shown) {
        (ClassSpan::AllDates, Shown::Value) => format!(" {}", lang.text(texts::LEGEND_ALL_DATES)),
        _ => String::new(),
    };
    let mut note = fill(lang.text(texts::LEGEND_SCHEME), &[lang.scheme(classes.scheme), &span]);
    if let Shown::Change(change) = &model.shown
        && change.edge_on_zero
    {
        note = format!("{note} {}", lang.text(texts::LEGEND_EDGE_ON_ZERO));
    }
    Some(note)
}

/// How many lines the legend needs under a map: unit, entries, and room to breathe.
pub fn lines(model: &MapModel, spec: &MapSpec) -> usize {
    let symbols = if spec.representation == Representation::Symbols { 5 } else { 0 };
    let square = if matches!(model.shown, Shown::Two(_)) { legend_two::LINES } else { 0 };
    (entries(model, spec).len() + symbols + square).max(4) + 2
}

fn entries(model: &MapModel, spec: &MapSpec) -> Vec<Entry> {
    let lang = spec.lang;
    let mut entries = Vec::new();
    if let (Representation::Choropleth, Some((decimals, intervals))) = (spec.representation, &model.printed) {
        for (i, (colour, count)) in model.colours.iter().zip(&model.counts).enumerate() {
            let label = mapped_class(spec, intervals, *decimals, i);
            entries.push(Entry { fill: Fill::Solid(*colour), label, count: *count });
        }
    }
    if spec.representation == Representation::Symbols && matches!(model.shown, Shown::Change(_)) {
        let signs =
            [(texts::SYMBOL_UP, style::SYMBOL, 1.0), (texts::SYMBOL_DOWN, style::SYMBOL_NEGATIVE, -1.0)];
        for (text, colour, sign) in signs {
            let count = model.table.present().filter(|x| x * sign > 0.0).count();
            let fill = Fill::Translucent(colour, style::SYMBOL_OPACITY);
            entries.push(Entry { fill, label: lang.text(text).to_owned(), count });
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
        // The city of Milano: no unit of this level, yet on the map.
        let label = lang.text(texts::LEGEND_NO_ASST).to_owned();
        entries.push(Entry { fill: Fill::Hatch(hatch(Absence::NotApplicable)), label, count: 1 });
    }
    entries
}

/// Lays the legend out in the frame's column, or in the strip under the map.
pub fn build(
    spec: &MapSpec,
    model: &MapModel,
    atlas: &Atlas,
    symbols: Option<&SymbolScale>,
    frame: &Frame,
) -> Group {
    let lang = spec.lang;
    let Some(indicator) = atlas.catalogue.get(&spec.indicator) else {
        return Group { role: Role::Legend, clip: None, nodes: Vec::new() };
    };
    let size = frame.sizes.legend;
    let area = frame.legend;
    let leading = size * LEADING;
    let (swatch_width, swatch_height) = (size * 2.0, size * 1.15);
    let mut nodes = Vec::new();

    // Beside the map everything stands in one column; under it, classes left and notes right.
    let column = if frame.beside { area.width } else { area.width * 0.46 };
    let mut y = area.y + if frame.beside { size * 0.4 } else { 0.0 };
    if let Shown::Two(axes) = &model.shown {
        y = legend_two::square(spec, model, axes, atlas, frame, [area.x, y, column], &mut nodes);
    } else {
        for line in text::wrap(&mapped_unit(spec, indicator), size, Weight::SemiBold, column) {
            y += size * 1.2;
            nodes.push(run(line, [area.x, y], size, Weight::SemiBold, style::INK, Anchor::Start));
        }
    }
    y += size * 0.7;

    if let Some(scale) = symbols {
        y += size * 0.5;
        let label = |value| label_of(lang, indicator, value);
        y += nested_legend(scale, [area.x, y], size, label, &mut nodes) + size;
    }
    let entries = entries(model, spec);
    let room = if frame.beside { f64::INFINITY } else { area.y + area.height - y };
    let leading = leading.min(room / entries.len().max(1) as f64);
    let swatch_height = swatch_height.min(leading * 0.85);
    for entry in entries {
        let swatch = Path::rect(area.x, y, swatch_width, swatch_height)
            .filled(entry.fill)
            .stroked(Rgb::hex(0xb9_bcc2), 0.35);
        nodes.push(Node::Path(swatch));
        let baseline = y + swatch_height / 2.0 + size * 0.35;
        let label_x = area.x + swatch_width + size * 0.8;
        let right = area.x + column;
        let count = i18n::number(lang, entry.count as f64, 0);
        let count_width = text::width(&count, size, Weight::Regular);
        let label =
            text::ellipsize(&entry.label, size, Weight::Regular, right - label_x - count_width - size * 0.5);
        nodes.push(run(label, [label_x, baseline], size, Weight::Regular, style::INK, Anchor::Start));
        nodes.push(run(count, [right, baseline], size, Weight::Regular, style::MUTED, Anchor::End));
        y += leading;
    }

    let small = frame.sizes.footer * 1.04;
    let (notes_x, notes_width, mut y) = if frame.beside {
        (area.x, area.width, y + size * 0.6)
    } else {
        (area.x + area.width * 0.54, area.width * 0.46, area.y)
    };
    let whole = match &model.shown {
        Shown::Two(axes) => legend_two::whole(spec, axes, atlas),
        _ => model
            .whole
            .map(|value| fill(lang.text(texts::LEGEND_WHOLE), &[&mapped_text(spec, indicator, Ok(value))])),
    };
    let two = matches!(model.shown, Shown::Two(_)).then(|| legend_two::note(spec));
    let classes =
        (spec.representation == Representation::Choropleth).then(|| scheme_note(spec, model)).flatten();
    let count_column = (spec.representation == Representation::Choropleth && model.classes.is_some())
        .then(|| lang.text(texts::LEGEND_COUNTS).to_owned());
    let area_rule =
        (spec.representation == Representation::Symbols).then(|| lang.text(texts::LEGEND_SYMBOLS).to_owned());
    for note in [whole, two, classes, count_column, area_rule].into_iter().flatten() {
        for line in text::wrap(&note, small, Weight::Regular, notes_width) {
            y += small * 1.3;
            nodes.push(run(line, [notes_x, y], small, Weight::Regular, style::MUTED, Anchor::Start));
        }
        y += small * 0.45;
    }
    Group { role: Role::Legend, clip: None, nodes }
}

fn label_of(lang: Lang, indicator: &Indicator, value: f64) -> String {
    let decimals = if value >= 1.0 { 0 } else { indicator.decimals };
    format!("{}{}", i18n::compact_number(lang, value, decimals.max(1)), lang.suffix(&indicator.suffix))
}
