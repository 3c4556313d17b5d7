//! Settings as the window library keeps them, in its own notation.

use std::collections::HashMap;

use atlante::base::Mm;
use atlante::document::{ElementKind, PageSpec, PageStyle};
use atlante::engine::{Appearance, Dpi, Settings};
use atlante::i18n::Lang;
use eframe::Storage;

#[derive(Default)]
struct Kept(HashMap<String, String>);

impl Storage for Kept {
    fn get_string(&self, key: &str) -> Option<String> {
        self.0.get(key).cloned()
    }

    fn set_string(&mut self, key: &str, value: String) {
        self.0.insert(key.to_owned(), value);
    }

    fn remove_string(&mut self, key: &str) {
        self.0.remove(key);
    }

    fn flush(&mut self) {}
}

#[test]
fn settings_come_back_as_they_were_with_every_view_open() {
    for tab in ElementKind::ALL.iter().copied().filter(|kind| *kind != ElementKind::Map) {
        let mut settings = Settings {
            lang: Lang::En,
            appearance: Appearance::Dark,
            favourites: vec!["quota_0_2".to_owned()],
            recent: vec!["densita".to_owned(), "residenti".to_owned()],
            recent_projects: vec!["Piano di Zona.atlante".into()],
            tab,
            styles: vec![PageStyle::of("Relazione", &PageSpec { width: Mm(160.0), ..PageSpec::default() })],
            dpi: Dpi(150),
            ..Settings::default()
        };
        settings.layers.labels = false;
        settings.panels.list = true;
        let mut kept = Kept::default();
        eframe::set_value(&mut kept, "settings", &settings);
        assert_eq!(eframe::get_value::<Settings>(&kept, "settings"), Some(settings), "{}", tab.id());
    }
}

#[test]
fn a_view_of_another_version_costs_no_other_setting() {
    let mut kept = Kept::default();
    kept.set_string("settings", "(lang:en,tab:pyramid_of_2031,dpi:96,unknown:(a:1))".to_owned());
    let read: Settings = eframe::get_value(&kept, "settings").expect("readable");
    assert_eq!((read.lang, read.tab, read.dpi), (Lang::En, ElementKind::Table, Dpi(96)));
    // The earlier name of the field.
    kept.set_string("settings", "(lang:en,below:ranking)".to_owned());
    let read: Settings = eframe::get_value(&kept, "settings").expect("readable");
    assert_eq!(read.tab, ElementKind::Ranking);
}
