//! The settings file as eframe keeps it, for the window that eframe does not open.

use std::collections::BTreeMap;
use std::path::PathBuf;

use eframe::Storage;

use crate::engine::settings_file;

pub(super) struct Store {
    folder: PathBuf,
    values: BTreeMap<String, String>,
    is_changed: bool,
}

impl Store {
    /// What is kept in this folder; nothing if it cannot be read.
    pub(super) fn new(folder: PathBuf) -> Self {
        let text = settings_file::text(&folder);
        let values = text.map(|text| read(&text)).unwrap_or_default();
        Self { folder, values, is_changed: false }
    }
}

fn read(text: &str) -> BTreeMap<String, String> {
    ron::from_str(text).unwrap_or_default()
}

fn written(values: &BTreeMap<String, String>) -> Option<String> {
    ron::ser::to_string_pretty(values, ron::ser::PrettyConfig::default()).ok()
}

impl Storage for Store {
    fn get_string(&self, key: &str) -> Option<String> {
        self.values.get(key).cloned()
    }

    fn set_string(&mut self, key: &str, value: String) {
        if self.values.get(key) != Some(&value) {
            self.values.insert(key.to_owned(), value);
            self.is_changed = true;
        }
    }

    fn remove_string(&mut self, key: &str) {
        self.is_changed |= self.values.remove(key).is_some();
    }

    fn flush(&mut self) {
        if !std::mem::take(&mut self.is_changed) {
            return;
        }
        if let Some(text) = written(&self.values) {
            // Settings that cannot be kept are as they were at the next start.
            let _ = settings_file::keep(&self.folder, &text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_written_and_read_as_by_eframe() {
        let value = |text: &str| text.to_owned();
        let values = BTreeMap::from([
            (value("window"), value("(normal_geometry:(x:1))")),
            (value("settings"), value("(lang:\"it\", favourites:[\"è\"])")),
        ]);
        // A file of eframe 0.37.
        let text = "{\n    \"settings\": \"(lang:\\\"it\\\", favourites:[\\\"è\\\"])\",\n    \"window\": \"(normal_geometry:(x:1))\",\n}";
        assert_eq!(written(&values).as_deref(), Some(text));
        assert_eq!(read(text), values);
        assert_eq!(read("no settings"), BTreeMap::new());
    }
}
