//! The values of the map for who hears it: a list within the map, which is not drawn.

use egui::{Rect, Response, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo};

use crate::figure::mapped_text;
use crate::i18n::texts;

use super::shown::Shown;

/// Puts the list into the map, if a screen reader listens.
pub(crate) fn values(ui: &mut Ui, map: &Response, state: &Shown<'_>) {
    let Some(indicator) = state.indicator() else { return };
    let ctx = ui.ctx().clone();
    if ctx.accesskit_node_builder(map.id, |_| ()).is_none() {
        return;
    }
    let (lang, spec) = (state.settings.lang, state.map);
    let within = UiBuilder::new().id_salt("map_values").accessibility_parent(map.id).max_rect(map.rect);
    let list = ui.new_child(within);
    ctx.accesskit_node_builder(list.unique_id(), |node| {
        node.set_role(Role::List);
        node.set_label(lang.text(texts::MAP_VALUES));
    });
    let nowhere = Rect::from_min_size(map.rect.min, Vec2::ZERO);
    for (at, row) in state.model.table.rows.iter().enumerate() {
        let item = list.interact(nowhere, list.unique_id().with(row.code.as_str()), Sense::hover());
        item.widget_info(|| {
            let value = mapped_text(spec, state.model.caption_of(indicator, at), row.value);
            let place = lang.among_others(spec.level, &row.name);
            WidgetInfo::labeled(Role::ListItem, true, texts::map_value(lang, place, value))
        });
    }
}
