//! The embedded typeface and the icons, for egui.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily, FontTweak};
use lucide_icons::LUCIDE_FONT_BYTES;

use crate::scene::text::font_files;

pub(crate) fn semibold() -> FontFamily {
    FontFamily::Name("semibold".into())
}

/// The font families: regular and semibold, each with the icons as fallback.
pub fn definitions() -> FontDefinitions {
    let [regular, semi_bold, _] = font_files();
    // Icons are aligned to their em box; this centres them on the letters.
    let tweak = FontTweak { scale: 1.12, y_offset_factor: 0.08, ..Default::default() };
    let mut fonts = FontDefinitions::empty();
    for (name, bytes, tweak) in [
        ("regular", regular, FontTweak::default()),
        ("semibold", semi_bold, FontTweak::default()),
        ("icons", LUCIDE_FONT_BYTES, tweak),
    ] {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes).tweak(tweak)));
    }
    let family = |text: &str| vec![text.to_owned(), "icons".to_owned()];
    fonts.families.insert(FontFamily::Proportional, family("regular"));
    fonts.families.insert(FontFamily::Monospace, family("regular"));
    fonts.families.insert(semibold(), family("semibold"));
    fonts
}
