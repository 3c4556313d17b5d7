//! The map as a layer for a geographic information system: its values and shapes, what must be known of them, and the
//! classes and colours of its legend.

use geo::{Coord, MapCoords};

use crate::data::{Absence, Atlas, Indicator, Value};
use crate::document::{MapSpec, Representation, Spec};
use crate::figure::FigureError;
use crate::figure::page::style;
use crate::figure::quality;
use crate::figure::view::{Prepared, Sources};
use crate::figure::wording::{class_label, method_said};
use crate::geo::projection::Projection;
use crate::i18n::texts;
use crate::scene::{
    Cell, Circles, Feature, Field, Hatch, LayerCrs, Look, MADE_BY, MapLayer, Rule, Style, Test,
};

use super::kinds::{self, mapped_unit};
use super::legend::hatch;
use super::{LegendForm, MapModel, MapView};

/// The status of a value that is present, as in tables of values.
const PRESENT: &str = "ok";
/// The radius of the largest circle, in millimetres on the page of QGIS.
const LARGEST_RADIUS: f64 = 8.0;

const VALUE: &str = "value";
const CLASS: &str = "class";
const STATUS: &str = "status";
/// Attributes on every unit, and those that are the same for all, without which a single row could not be identified.
const OWN: [(&str, bool); 6] =
    [("code", false), ("name", false), (VALUE, true), (STATUS, false), (CLASS, true), ("label", false)];
const SHARED: [&str; 10] =
    ["indicator", "unit", "year", "date", "level", "method", "quality", "source", "licence", "title"];

/// The trigonometry of one system's C library differs from another's in the last digit; without it a layer has the same bytes
/// everywhere.
fn to_the_micrometre(metres: Coord) -> Coord {
    let round = |metres: f64| (metres * 1e6).round() / 1e6;
    Coord { x: round(metres.x), y: round(metres.y) }
}

/// The layer.
///
/// # Errors
/// See [`FigureError`].
pub(super) fn layer(prepared: &Prepared<'_, MapView>, crs: LayerCrs) -> Result<MapLayer, FigureError> {
    let Prepared { spec, model, sources, .. } = *prepared;
    let indicator = sources.atlas.indicator(&spec.indicator)?;
    let words = prepared.words(None)?;
    // Every row says it, because a row can be copied out of the layer.
    let title = match prepared.hypothesis() {
        Some(told) => format!("{} ({})", words.title, told.short),
        None => words.title.clone(),
    };
    let behind = model.shown.behind_fields();
    let bounded = model.table.rows.iter().any(|row| row.bounds.is_some());
    let limits: &[&str] = if bounded { &["least", "greatest"] } else { &[] };
    let numbers = behind.iter().chain(limits).map(|name| (*name, true));
    let shared = SHARED.iter().map(|name| (*name, *name == "year"));
    let fields = OWN.into_iter().chain(numbers).chain(shared);
    let fields = fields.map(|(name, is_number)| Field { name: name.to_owned(), is_number }).collect();
    let projection = Projection::utm32();
    let degrees = |metres| projection.unproject(metres).expect("it was projected before");
    let labels = labels(spec, model, sources.atlas);
    let unit_words = mapped_unit(spec, indicator);
    let style = style_of(spec, model, labels.clone(), &unit_words);
    let outlines = sources.basemap.level(spec.level).outlines();
    let features = model.table.rows.iter().zip(outlines).enumerate().map(|(unit, (row, shape))| {
        let class = model.class_of[unit];
        // Circles have no classes: what is said of a unit is the entry of the legend that it is drawn by.
        let has_classes = spec.representation == Representation::Choropleth;
        let label = match (class, row.value) {
            (Err(reason), _) | (Ok(_), Err(reason)) => spec.lang.absence(reason).to_owned(),
            (Ok(class), Ok(_)) if has_classes => labels.get(class).cloned().unwrap_or_default(),
            (Ok(_), Ok(value)) => label_of_sign(&style, value),
        };
        let class_number = class
            .ok()
            .filter(|_| has_classes)
            .map_or(Cell::Empty, |class| Cell::Number { value: class as f64 + 1.0, decimals: 0 });
        let status = match (row.value, class) {
            (Err(reason), _) | (Ok(_), Err(reason)) => reason.id(),
            (Ok(_), Ok(_)) => PRESENT,
        };
        let mut cells = vec![
            Cell::text(row.code.as_str()),
            Cell::text(row.name.as_str()),
            number(row.value, indicator.decimals),
            Cell::text(status),
            class_number,
            Cell::Text(label),
        ];
        cells.extend(model.shown.behind(unit).into_iter().map(|value| number(value, indicator.decimals)));
        if bounded {
            let limit = |pick: fn((f64, f64)) -> f64| {
                row.bounds.map_or(Cell::Empty, |both| number(Ok(pick(both)), indicator.decimals))
            };
            cells.extend([limit(|(least, _)| least), limit(|(_, greatest)| greatest)]);
        }
        let quality = if row.value.is_ok() { row.quality.id() } else { "" };
        cells.extend(self::shared(spec, model, indicator, quality, &title));
        let shape = match crs {
            LayerCrs::Utm32 => shape.map_coords(to_the_micrometre),
            LayerCrs::Degrees => shape.map_coords(degrees),
        };
        Feature { cells, shape }
    });
    let features = features.collect();
    let date = model.table.date.to_string();
    Ok(MapLayer {
        name: name_of(&spec.file_stem()),
        title: title.clone(),
        features,
        fields,
        metadata: metadata(prepared, indicator, &words.notes(&spec.page)),
        date,
        crs,
        style,
    })
}

/// The label of the circles of a value's sign.
fn label_of_sign(style: &Style, value: f64) -> String {
    let holds = |test: &Test| match test {
        Test::Sign { is_negative, .. } => (value < 0.0) == *is_negative,
        _ => false,
    };
    style.rules.iter().find(|rule| holds(&rule.test)).map(|rule| rule.label.clone()).unwrap_or_default()
}

fn number(value: Value, decimals: usize) -> Cell {
    value.map_or(Cell::Empty, |value| Cell::Number { value, decimals })
}

/// The cells that are the same for all units, apart from the quality of the value.
fn shared(
    spec: &MapSpec,
    model: &MapModel,
    indicator: &Indicator,
    quality: &str,
    title: &str,
) -> [Cell; SHARED.len()] {
    let lang = spec.lang;
    let unit = mapped_unit(spec, indicator);
    let (source, licence) = (lang.stated(lang.pick(&indicator.source)), lang.licence(&indicator.licence));
    let (date, year) = (model.table.date.to_string(), f64::from(model.table.date.year()));
    [
        Cell::text(spec.indicator.as_str()),
        Cell::Text(unit),
        Cell::Number { value: year, decimals: 0 },
        Cell::Text(date),
        Cell::text(spec.level.id()),
        Cell::text(spec.method.id()),
        Cell::text(quality),
        Cell::text(source),
        Cell::text(licence),
        Cell::text(title),
    ]
}

/// A name that every format allows.
fn name_of(stem: &str) -> String {
    stem.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect()
}

/// The classes in words, as in the legend.
fn labels(spec: &MapSpec, model: &MapModel, atlas: &Atlas) -> Vec<String> {
    let lang = spec.lang;
    match model.shown.legend() {
        LegendForm::Rows => model.shown.class_texts(lang, model),
        LegendForm::Square(axes) => {
            // The class of the first is the column, that of the second the row.
            let text = |axis: usize, place: usize| -> String {
                let axis = &axes[axis];
                let class = axis.places().iter().position(|own| *own == place);
                let name = atlas.catalogue.get(&axis.indicator).map_or("", |known| lang.pick(&known.short));
                match (&axis.rounded, class) {
                    (Some((decimals, intervals)), Some(class)) => {
                        format!("{name} {}", class_label(lang, intervals, *decimals, class))
                    }
                    _ => String::new(),
                }
            };
            let side = 3;
            (0..side * side)
                .map(|class| texts::layer_class_of_two(lang, text(0, class % side), text(1, class / side)))
                .collect()
        }
    }
}

/// A sentence with its full stop.
fn ended(sentence: &str) -> String {
    let is_ended = sentence.ends_with(['.', '!', '?', '»']);
    if is_ended { sentence.to_owned() } else { format!("{sentence}.") }
}

fn metadata(
    prepared: &Prepared<'_, MapView>,
    indicator: &Indicator,
    notes: &[String],
) -> Vec<(String, String)> {
    let Prepared { spec, model, sources: Sources { atlas, basemap }, .. } = *prepared;
    let lang = spec.lang;
    let text = |text| lang.text(text).to_owned();
    let mut all = vec![
        (text(texts::LAYER_INDICATOR), format!("{} ({})", kinds::names(spec, atlas), spec.indicator)),
        (text(texts::LAYER_DEFINITION), lang.pick(&indicator.definition).to_owned()),
        (text(texts::LAYER_UNIT), mapped_unit(spec, indicator)),
        (text(texts::LAYER_DATE), quality::dated(lang, indicator, &model.table)),
        (text(texts::LAYER_LEVEL), lang.level(spec.level).to_owned()),
    ];
    // Nothing is recomputed where each unit has its own value.
    all.extend(
        method_said(lang, indicator.into(), spec.level, spec.method)
            .map(|how| (text(texts::LAYER_METHOD), how)),
    );
    all.extend([
        (text(texts::LAYER_SOURCE), lang.stated(lang.pick(&indicator.source)).to_owned()),
        (text(texts::LAYER_LICENCE), lang.licence(&indicator.licence).to_owned()),
        (text(texts::LAYER_BOUNDARIES), lang.pick(&basemap.credit).to_owned()),
    ]);
    // The note begins with the word that is the name here.
    let classes = super::legend::scheme_note(spec, model, atlas);
    let classes = classes.filter(|_| spec.representation == Representation::Choropleth);
    let name = text(texts::LAYER_CLASSES);
    let classes = classes.map(|note| note.strip_prefix(&format!("{name}: ")).unwrap_or(&note).to_owned());
    all.extend(classes.map(|note| (name, note)));
    all.push((text(texts::LAYER_NOTE), notes.iter().map(|note| ended(note)).collect::<Vec<_>>().join(" ")));
    all.push((text(texts::LAYER_MADE_BY), MADE_BY.to_owned()));
    all
}

/// The rules of the legend: classes or circles, then the reasons of missing values.
fn style_of(spec: &MapSpec, model: &MapModel, labels: Vec<String>, unit: &str) -> Style {
    let mut rules = Vec::new();
    let mut circles = None;
    match spec.representation {
        Representation::Choropleth => {
            let test = |class: usize| match (&model.classes, model.names.is_empty()) {
                (Some(classes), true) => {
                    let (lower, upper) = classes.intervals.bounds(class);
                    Test::Within { field: VALUE.to_owned(), lower, upper, is_first: class == 0 }
                }
                _ => Test::Number { field: CLASS.to_owned(), is: class + 1 },
            };
            for (class, (label, colour)) in labels.into_iter().zip(&model.colours).enumerate() {
                let look = match model.shown.hatched() == Some(class) {
                    true => Look::Hatched(Hatch::Level),
                    false => Look::Solid(*colour),
                };
                rules.push(Rule { label, test: test(class), look });
            }
        }
        Representation::Symbols => {
            let signs: Vec<(String, bool)> = model
                .shown
                .signs()
                .iter()
                .map(|sign| (spec.lang.text(sign.name).to_owned(), sign.is_negative))
                .collect();
            let plain = || vec![(unit.to_owned(), false)];
            for (label, is_negative) in if signs.is_empty() { plain() } else { signs } {
                let colour = if is_negative { style::SYMBOL_NEGATIVE } else { style::SYMBOL };
                let test = Test::Sign { field: VALUE.to_owned(), is_negative };
                rules.push(Rule { label, test, look: Look::Circle(colour, style::SYMBOL_OPACITY) });
            }
            let largest_value = model.table.present().map(f64::abs).fold(0.0, f64::max);
            circles = (largest_value > 0.0).then(|| Circles {
                field: VALUE.to_owned(),
                largest_value,
                largest_radius: LARGEST_RADIUS,
            });
        }
    }
    for reason in Absence::ALL.into_iter().filter(|reason| model.absent(*reason) > 0) {
        let test = Test::Text { field: STATUS.to_owned(), is: reason.id().to_owned() };
        let label = spec.lang.absence(reason).to_owned();
        rules.push(Rule { label, test, look: Look::Hatched(hatch(reason)) });
    }
    Style { rules, circles }
}
