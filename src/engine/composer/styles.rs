//! Page styles as a file, for colleagues who make figures for the same document.

use serde::{Deserialize, Serialize};

use crate::document::PageStyle;
use crate::i18n::{Lang, texts};

/// The version of the format. Later ones are refused.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct File {
    atlante_styles: u32,
    styles: Vec<PageStyle>,
}

pub fn to_json(styles: &[PageStyle]) -> String {
    let file = File { atlante_styles: VERSION, styles: styles.to_vec() };
    // Only maps with keys that are not text and numbers that JSON lacks can fail; there are neither.
    serde_json::to_string_pretty(&file).expect("a style is plain data") + "\n"
}

/// From JSON; the error is a message.
pub fn from_json(bytes: &[u8], lang: Lang) -> Result<Vec<PageStyle>, String> {
    /// More than a gallery can show.
    const MOST: usize = 200;
    let file: Option<File> = serde_json::from_slice(bytes).ok();
    let fits = |file: &File| file.atlante_styles <= VERSION && (1..=MOST).contains(&file.styles.len());
    let styles = file.filter(fits).ok_or_else(|| lang.text(texts::CAUSE_NO_STYLES).to_owned())?.styles;
    match styles.iter().find_map(|style| Some((style, style.check().err()?))) {
        None => Ok(styles),
        Some((style, beyond)) => {
            let beyond = beyond.text(lang);
            Err(texts::cause_style(lang, &style.name, beyond.trim_end_matches('.')))
        }
    }
}
