//! How our own SVG is parsed.

use std::sync::{Arc, LazyLock};

use resvg::usvg::fontdb::Database;

/// Options that allow the embedded typeface and no other.
pub fn reading() -> resvg::usvg::Options<'static> {
    static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
        let mut fonts = Database::new();
        crate::scene::text::font_files().iter().for_each(|file| fonts.load_font_data(file.to_vec()));
        Arc::new(fonts)
    });
    resvg::usvg::Options {
        fontdb: FONTS.clone(),
        font_family: crate::scene::text::FAMILY.to_owned(),
        ..Default::default()
    }
}
