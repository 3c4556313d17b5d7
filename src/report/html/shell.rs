//! What surrounds the contents of a page: its head, its style, its script, and a content policy that allows these two and
//! no network.

use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::export::Escaped;
use crate::i18n::{Lang, texts};
use crate::scene::{MADE_BY, text};

use super::woff::woff;

const STYLE: &str = include_str!("../../../assets/reports/report.css");
const SCRIPT: &str = include_str!("../../../assets/reports/report.js");

/// How the styles of the typeface are named in a style sheet, in the order of the font files.
const CUTS: [&str; 3] = ["font-weight: 400", "font-weight: 600", "font-weight: 400; font-style: italic"];

/// The style sheet with the typeface in it.
static STYLE_WITH_FONTS: LazyLock<String> = LazyLock::new(|| {
    let mut style = String::from("\n");
    for (file, cut) in text::font_files().into_iter().zip(CUTS) {
        if let Some(font) = woff(file) {
            style.push_str(&format!(
                "@font-face {{ font-family: \"{}\"; {cut}; src: url(data:font/woff;base64,{}); }}\n",
                text::FAMILY,
                STANDARD.encode(font)
            ));
        }
    }
    style + STYLE
});

/// A whole page. `content` is what stands in its body, `rules` are added to the style.
pub fn page(lang: Lang, title: &str, rules: &str, content: &str) -> String {
    let style = format!("{}{rules}", *STYLE_WITH_FONTS);
    // A browser reads what stands between the tags, so that is what is named.
    let script = format!("\n{SCRIPT}");
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; img-src data:; font-src data:; \
         base-uri 'none'; form-action 'none'",
        digest(&style),
        digest(&script)
    );
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <meta name=\"generator\" content=\"{MADE_BY}\"/>\n<title>{title}</title>\n<style>{style}</style>\n</head>\n\
         <body>\n<a class=\"skip\" href=\"#content\">{skip}</a>\n{content}\
         <footer>{MADE_BY}</footer>\n<script>{script}</script>\n</body>\n</html>\n",
        lang = lang.id(),
        title = Escaped(title),
        skip = lang.text(texts::PAGES_SKIP),
    )
}

fn digest(text: &str) -> String {
    STANDARD.encode(Sha256::digest(text))
}
