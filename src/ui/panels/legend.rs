//! Right: the interactive legend.

use egui::{Rect, Role, Sense, Ui, Vec2, WidgetInfo};

use super::centre::centre_ui;
use super::controls::{PaletteEntry, group_value_ui, palette_list, palette_ui, same_classes_ui, scheme_ui};
use super::histogram::{histogram_ui, round_breaks};
use crate::base::Level;
use crate::data::{Absence, Scale};
use crate::document::Representation;
use crate::engine::{Action, State};
use crate::figure::map::legend::{heading as legend_heading, overall_text};
use crate::figure::map::symbols::SymbolScale;
use crate::figure::palette::{PALETTES, Palette, PaletteKind};
use crate::figure::quality::{in_words, of_table};
use crate::figure::{Asked, Remark};
use crate::figure::{LegendForm, Sign, title};
use crate::i18n::{self, Lang, texts};
use crate::stats::classes::Scheme;
use crate::ui::canvas::Highlighted;
use crate::ui::theme::{SPACE, SWATCH, Theme, colour};
use crate::ui::widgets::{gap, heading, remark, segmented, small, small_font, swatch};

use super::kind::kind_ui;
use super::legend_two;

/// The action of the legend, and the class it highlights.
#[derive(Default)]
pub(crate) struct LegendResponse {
    pub action: Option<Action>,
    /// The class under the pointer.
    pub highlighted: Option<Highlighted>,
}

/// The classes with their counts, and how they are computed and coloured.
pub fn legend_ui(ui: &mut Ui, state: &State) -> LegendResponse {
    let lang = state.settings.lang;
    let mut out = LegendResponse::default();
    let Some(indicator) = state.indicator() else { return out };
    let spec = &state.document.map;
    out.action = kind_ui(ui, state);
    gap(ui);
    let form = state.model.shown.legend();
    if let LegendForm::Square(axes) = form {
        out.highlighted = legend_two::square_ui(ui, state, axes).map(Highlighted::Class);
    } else {
        heading(ui, &title(spec, &state.bundle.atlas));
        let quality = of_table(&state.model.table).unwrap_or_default();
        small(ui, in_words(lang, legend_heading(spec, &state.model, indicator), quality));
        ui.add_space(SPACE[0]);
        if spec.representation == Representation::Choropleth {
            if state.model.names.is_empty() {
                out.action = out.action.or(histogram_ui(ui, state));
            }
            let labels = state.model.shown.class_texts(lang, &state.model);
            for (class, label) in labels.into_iter().enumerate() {
                if class_row(ui, state, class, label).hovered() {
                    out.highlighted = Some(Highlighted::Class(class));
                }
            }
        } else {
            nested_symbols(ui, state);
            sign_rows(ui, state);
            small(ui, lang.text(texts::LEGEND_SYMBOLS));
        }
    }
    for reason in Absence::ALL {
        absent_row(ui, reason, state.settings.lang.absence(reason), state.model.absent(reason));
    }
    if spec.level == Level::Asst {
        // The city of Milano is on the map without being part of a unit of this level.
        absent_row(ui, Absence::NotApplicable, state.settings.lang.text(texts::LEGEND_NO_ASST), 1);
    }
    if let Some(overall) = state.model.overall
        && matches!(form, LegendForm::Rows)
    {
        small(ui, overall_text(spec, &state.model, indicator, overall));
    }
    for found in &state.remarks {
        // What cannot apply is not offered here, and what was picked for another indicator is kept for it.
        let is_kept = matches!(found, Remark::OwnClasses | Remark::MethodOfComuni);
        if is_kept || matches!(found, Remark::AbsentValues { .. }) {
            continue;
        }
        remark(ui, lang, found);
        if *found == Remark::CountAsChoropleth && ui.button(lang.text(texts::USE_SYMBOLS)).clicked() {
            out.action = Some(Action::map(spec, |map| map.representation = Representation::Symbols));
        }
    }
    gap(ui);
    let controls = match form {
        LegendForm::Square(_) => legend_two::controls_ui(ui, state),
        LegendForm::Rows => controls_ui(ui, state, lang),
    };
    out.action = out.action.or(controls);
    out
}

fn class_row(ui: &mut Ui, state: &State, class: usize, label: String) -> egui::Response {
    let lang = state.settings.lang;
    let count = i18n::number(lang, state.model.counts[class] as f64, 0);
    let fill = colour(Theme::of(ui).class(state.vision, state.model.colours[class]));
    let is_hatched = state.model.shown.hatched() == Some(class);
    legend_row(ui, label, count, |ui, rect| match is_hatched {
        false => swatch(ui, rect, fill),
        true => {
            swatch(ui, rect, egui::Color32::WHITE);
            let line = (1.0, colour(crate::scene::Hatch::INK));
            let rows = (1..4).map(|row| rect.top() + rect.height() * row as f32 / 4.0);
            rows.for_each(|y| {
                ui.painter().hline(rect.x_range(), y, line);
            });
        }
    })
}

fn absent_row(ui: &mut Ui, reason: Absence, label: &str, count: usize) {
    if count == 0 {
        return;
    }
    let theme = Theme::of(ui);
    legend_row(ui, label.to_owned(), count.to_string(), |ui, rect| {
        swatch(ui, rect, egui::Color32::WHITE);
        let painter = ui.painter_at(rect);
        let line = (1.0, colour(crate::scene::Hatch::INK));
        let rising = reason != Absence::NotApplicable;
        let mut x = rect.left() - rect.height();
        while x < rect.right() && rising {
            painter.line_segment(
                [egui::pos2(x, rect.bottom()), egui::pos2(x + rect.height(), rect.top())],
                line,
            );
            if reason == Absence::Suppressed {
                painter.line_segment(
                    [egui::pos2(x, rect.top()), egui::pos2(x + rect.height(), rect.bottom())],
                    line,
                );
            }
            x += 4.0;
        }
        if !rising {
            for x in 0..5 {
                for y in 0..3 {
                    let at = rect.min + egui::vec2(3.0 + x as f32 * 4.0, 3.0 + y as f32 * 4.0);
                    painter.circle_filled(at, 0.8, theme.muted);
                }
            }
        }
    });
}

/// Circles on a common base line, each with its value: as large as on the map when it shows everything.
fn nested_symbols(ui: &mut Ui, state: &State) {
    const LARGEST: f64 = 34.0;
    let lang = state.settings.lang;
    let theme = Theme::of(ui);
    let Some(scale) = SymbolScale::new(state.model.table.present(), LARGEST) else { return };
    let scale = scale.uncrowded(1);
    let values = scale.legend_values();
    let (rect, _) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), LARGEST as f32 * 2.0 + 12.0), Sense::hover());
    let base = egui::pos2(rect.left() + LARGEST as f32 + 4.0, rect.bottom() - 4.0);
    let text_x = base.x + LARGEST as f32 + 22.0;
    let mut lowest_text = rect.top() - 8.0;
    for value in values {
        let radius = scale.radius(value) as f32;
        ui.painter().circle_stroke(base - egui::vec2(0.0, radius), radius, (1.0, theme.muted));
        let top = base - egui::vec2(0.0, 2.0 * radius);
        let text_y = top.y.max(lowest_text + 15.0);
        lowest_text = text_y;
        let leader = vec![top, egui::pos2(text_x - 12.0, text_y), egui::pos2(text_x - 4.0, text_y)];
        ui.painter().line(leader, (0.6, theme.muted));
        let label = i18n::compact_number(lang, value, 2);
        ui.painter().text(
            egui::pos2(text_x, text_y),
            egui::Align2::LEFT_CENTER,
            label,
            small_font(),
            theme.ink,
        );
    }
}

/// For differences as symbols: which colour is growth and which decline.
fn sign_rows(ui: &mut Ui, state: &State) {
    let (lang, theme) = (state.settings.lang, Theme::of(ui));
    for Sign { name, is_negative, count } in state.model.shown.signs() {
        let fill = if is_negative { theme.symbol_negative } else { theme.symbol };
        let paint = |ui: &Ui, rect: Rect| swatch(ui, rect, fill);
        legend_row(ui, lang.text(name).to_owned(), i18n::number(lang, count as f64, 0), paint);
    }
}

/// A swatch, a label and a count on a line that can be pointed at.
fn legend_row(ui: &mut Ui, label: String, count: String, paint: impl FnOnce(&Ui, Rect)) -> egui::Response {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 20.0), Sense::hover());
    let name = format!("{label}: {count}");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    if response.hovered() {
        ui.painter().rect_filled(rect, 3.0, theme.accent_soft);
    }
    let middle = rect.center().y;
    let box_ = Rect::from_min_size(egui::pos2(rect.left() + 2.0, middle - SWATCH.y / 2.0), SWATCH);
    paint(ui, box_);
    let font = egui::TextStyle::Body.resolve(ui.style());
    let painter = ui.painter();
    painter.text(
        egui::pos2(box_.right() + SPACE[1], middle),
        egui::Align2::LEFT_CENTER,
        label,
        font,
        theme.ink,
    );
    let right = egui::pos2(rect.right() - 2.0, middle);
    painter.text(right, egui::Align2::RIGHT_CENTER, count, small_font(), theme.muted);
    response
}

/// Scheme, number of classes, palette and other settings.
fn controls_ui(ui: &mut Ui, state: &State, lang: Lang) -> Option<Action> {
    let spec = &state.document.map;
    let mut action = None;
    let mut ask = |asked: Option<Action>| action = asked.or(action.take());
    let representations =
        [(Representation::Choropleth, texts::AREAS), (Representation::Symbols, texts::SYMBOLS)];
    let options = representations.map(|(r, text)| (r, lang.text(text).to_owned()));
    let scale = state.indicator().map_or(Scale::Quantity, |indicator| indicator.kind.scale());
    if !Asked::Circles.is_allowed(scale) || !spec.kind.has_symbols() {
        // Its classes are its own.
        ask(palette_ui(ui, state, texts::REVERSE, palette_menu));
        ask(group_value_ui(ui, state));
        return action;
    }
    let representation = segmented(ui, options, spec.representation);
    ask(representation.map(|drawn| Action::map(spec, |map| map.representation = drawn)));
    if spec.representation == Representation::Symbols {
        return action;
    }
    ask(scheme_ui(ui, state, Scheme::ALL));
    if spec.scheme().takes_count() {
        small(ui, lang.text(texts::CLASSES_COUNT));
        // Fewer if there are few territories.
        let counts = (state.model.class_count.min(3)..=9).map(|k| (Some(k), k.to_string()));
        let usual = [(None, lang.text(texts::AUTOMATIC).to_owned())];
        // On a line of its own: otherwise it would widen the panel and narrow the map in a small window.
        let usual = segmented(ui, usual, spec.classes.count);
        let asked = segmented(ui, counts, spec.classes.count).or(usual);
        ask(asked.map(|count| Action::map(spec, |map| map.classes.set_count(count))));
    }
    let round = ui.button(lang.text(texts::ROUND_BREAKS));
    if round.on_hover_text(lang.text(texts::ROUND_BREAKS_TIP)).clicked() {
        ask(round_breaks(state));
    }
    if spec.kind.shares_classes() {
        ask(same_classes_ui(ui, state));
    }
    ask(palette_ui(ui, state, texts::REVERSE, palette_menu));
    let diverging = Palette::get(state.model.palette).is_some_and(|p| p.kind == PaletteKind::Diverging);
    if diverging {
        ask(centre_ui(ui, state));
    }
    ask(group_value_ui(ui, state));
    action
}

fn palette_menu(ui: &mut Ui, state: &State, width: f32) -> Option<Action> {
    let lang = state.settings.lang;
    let current = Palette::get(state.model.palette).map_or("", |palette| palette.name);
    palette_list(ui, state, current, width, |ui| {
        let mut picked = None;
        let kinds = [
            (PaletteKind::Sequential, texts::PALETTE_SEQUENTIAL),
            (PaletteKind::Diverging, texts::PALETTE_DIVERGING),
            (PaletteKind::Categorical, texts::PALETTE_CATEGORICAL),
        ];
        let of_names = state.indicator().is_some_and(|indicator| indicator.kind.scale() == Scale::Names);
        for (kind, title) in kinds {
            if of_names && kind != PaletteKind::Categorical {
                continue;
            }
            small(ui, lang.text(title));
            for palette in PALETTES.iter().filter(|palette| palette.kind == kind) {
                if palette_row(ui, palette, state).clicked() {
                    picked = Some(palette.id);
                }
            }
        }
        picked
    })
}

/// Five colours of the palette in a row.
fn palette_row(ui: &mut Ui, palette: &Palette, state: &State) -> egui::Response {
    const SIDE: f32 = 15.0;
    let bounds: Vec<(f64, f64)> = (0..5).map(|i| (f64::from(i), f64::from(i + 1))).collect();
    let colours = palette.colours(&bounds, state.document.map.palette.reversed, None);
    let theme = Theme::of(ui);
    let sample = Vec2::new(5.0 * SIDE, SIDE);
    let entry = PaletteEntry { id: palette.id, name: palette.name, safe: palette.colour_blind_safe, sample };
    entry.ui(ui, state, |painter, corner| {
        for (i, fill) in colours.into_iter().enumerate() {
            let cell = Rect::from_min_size(corner + Vec2::new(i as f32 * SIDE, 0.0), Vec2::splat(SIDE));
            painter.rect_filled(cell, 0.0, colour(theme.class(state.vision, fill)));
        }
    })
}
