//! The values of an indicator in other ATS, in Lombardia, in Italia and in large Comuni, folded away until they are asked for.

use std::sync::Arc;

use egui::{CollapsingHeader, Id, Ui};

use crate::base::Date;
use crate::engine::State;
use crate::figure::MapModel;
use crate::figure::reading::elsewhere;
use crate::i18n::texts;
use crate::ui::widgets::{small, small_font};

/// The lines, worked out once for each map.
#[derive(Clone)]
struct Known {
    of: Arc<MapModel>,
    indicator: String,
    lines: Arc<Vec<String>>,
}

/// A heading that opens to a line for each area.
pub(super) fn elsewhere_ui(ui: &mut Ui, state: &State, indicator: &str, date: Date) {
    let lang = state.settings.lang;
    let head = egui::RichText::new(lang.text(texts::OTHERS_TITLE)).font(small_font());
    CollapsingHeader::new(head).id_salt("elsewhere").show(ui, |ui| {
        let key = Id::unique("elsewhere_lines");
        let known: Option<Known> = ui.data(|data| data.get_temp(key));
        let is_it = |known: &Known| Arc::ptr_eq(&known.of, &state.model) && known.indicator == indicator;
        let known = known.filter(is_it).unwrap_or_else(|| {
            let lines = elsewhere(&state.bundle.atlas, indicator, date, lang).unwrap_or_default();
            let made = Known {
                of: Arc::clone(&state.model),
                indicator: indicator.to_owned(),
                lines: Arc::new(lines),
            };
            ui.data_mut(|data| data.insert_temp(key, made.clone()));
            made
        });
        for line in known.lines.iter() {
            small(ui, line);
        }
    });
}
