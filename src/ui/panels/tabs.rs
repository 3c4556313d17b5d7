//! The names of the views below the map: those that fit in one row, and a menu of the others.

use egui::containers::menu::MenuButton;
use egui::{Grid, Role, TextStyle, Ui, WidgetInfo};
use lucide_icons::Icon;

use crate::document::ElementKind;
use crate::i18n::{Lang, texts};
use crate::ui::theme::VIEW_BUTTONS;
use crate::ui::views::icon;
use crate::ui::widgets::segmented;

/// Columns of the menu of the views that do not.
const COLUMNS: usize = 2;

/// How many of these widths fit, and which is shown in the last place: the current one is always among them.
fn shown(widths: &[f32], current: usize, room: f32, menu: f32) -> Vec<usize> {
    let all: f32 = widths.iter().sum();
    if all <= room {
        return (0..widths.len()).collect();
    }
    let room = room - menu;
    let mut taken = 0.0;
    let mut fit: Vec<usize> = Vec::new();
    for (i, width) in widths.iter().enumerate() {
        if taken + width > room {
            break;
        }
        taken += width;
        fit.push(i);
    }
    if !fit.contains(&current) {
        while taken + widths[current] > room {
            let Some(last) = fit.pop() else { break };
            taken -= widths[last];
        }
        fit.push(current);
    }
    fit
}

/// The row of tabs; returns the one asked for.
pub(crate) fn tabs_ui(
    ui: &mut Ui,
    lang: Lang,
    tabs: &[(ElementKind, String)],
    current: ElementKind,
) -> Option<ElementKind> {
    let font = TextStyle::Button.resolve(ui.style());
    let ink = ui.visuals().text_color();
    let around = 2.0 * ui.spacing().button_padding.x + 2.0;
    let wide = |text: &str| ui.painter().layout_no_wrap(text.to_owned(), font.clone(), ink).size().x + around;
    let widths: Vec<f32> = tabs.iter().map(|(_, name)| wide(name)).collect();
    let at = tabs.iter().position(|(kind, _)| *kind == current).unwrap_or(0);
    let more = format!("{} {}", lang.text(texts::MORE_VIEWS), char::from(Icon::ChevronDown));
    // The buttons of the view stand in the same row.
    let room = ui.available_width() - VIEW_BUTTONS;
    let shown = shown(&widths, at, room, wide(&more) + ui.spacing().item_spacing.x);
    let mut asked = segmented(ui, shown.iter().map(|i| tabs[*i].clone()), current);
    if shown.len() < tabs.len() {
        let name = lang.text(texts::MORE_VIEWS);
        let (button, _) = MenuButton::new(more).ui(ui, |ui| {
            // In two columns, read downwards: a single one would be higher than a small window.
            let others: Vec<_> = (0..tabs.len()).filter(|i| !shown.contains(i)).map(|i| &tabs[i]).collect();
            let rows = others.len().div_ceil(COLUMNS);
            Grid::new("more_views").num_columns(COLUMNS).show(ui, |ui| {
                for row in 0..rows {
                    for (kind, name) in others.iter().skip(row).step_by(rows) {
                        let button = ui.button(format!("{}  {name}", char::from(icon(*kind))));
                        button.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
                        if button.clicked() {
                            asked = Some(*kind);
                        }
                    }
                    ui.end_row();
                }
            });
        });
        button.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    }
    asked
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn the_current_view_is_always_among_those_in_the_row() {
        let widths = [100.0; 6];
        assert_eq!(shown(&widths, 5, 600.0, 50.0), [0, 1, 2, 3, 4, 5]);
        assert_eq!(shown(&widths, 0, 460.0, 50.0), [0, 1, 2, 3]);
        assert_eq!(shown(&widths, 5, 460.0, 50.0), [0, 1, 2, 5]);
        assert_eq!(shown(&widths, 3, 120.0, 50.0), [3], "even where there is hardly room");
    }
}
