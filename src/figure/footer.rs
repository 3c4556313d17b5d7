//! What must stand below every figure: source, date, licence, and the remarks without which it would mislead.

use crate::base::Date;
use crate::data::{Atlas, Caption};
use crate::document::PageSpec;
use crate::i18n::{Lang, fill, texts};

/// What stands below a figure, in paragraphs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Footer {
    /// Where the values come from. The author may word these.
    pub sources: Vec<String>,
    /// What must be known to read the figure rightly. It cannot be left out.
    pub remarks: Vec<String>,
    /// Whose the boundaries are, and who made the figure.
    pub credits: Vec<String>,
}

impl Footer {
    /// Takes in that of another element of the page, less what it says already.
    pub fn absorb(&mut self, other: Self) {
        let parts = [
            (&mut self.sources, other.sources),
            (&mut self.remarks, other.remarks),
            (&mut self.credits, other.credits),
        ];
        for (own, more) in parts {
            for line in more {
                if !own.contains(&line) {
                    own.push(line);
                }
            }
        }
    }

    /// Its paragraphs with what the author typed in its place.
    pub fn paragraphs(&self, page: &PageSpec) -> Vec<String> {
        let typed =
            |text: &Option<String>| text.iter().filter(|text| !text.trim().is_empty()).cloned().collect();
        let note: Vec<String> = typed(&page.note);
        let source: Vec<String> = typed(&page.source);
        let credit: Vec<String> = typed(&page.credit);
        let sources = if source.is_empty() { self.sources.clone() } else { source };
        [note, sources, self.remarks.clone(), self.credits.clone(), credit].concat()
    }
}

/// Source, dates and licence of an indicator. `when` is a phrase: "al 1/1/2023".
pub fn source<'a>(lang: Lang, caption: impl Into<Caption<'a>>, when: &str) -> String {
    let caption = caption.into();
    fill(lang.text(texts::SOURCE_LINE), &[lang.pick(caption.source), when, caption.licence])
}

/// The remarks that must be printed on those datasets at those dates.
pub fn remarks(lang: Lang, atlas: &Atlas, datasets: &[String], dates: &[Date]) -> Vec<String> {
    let used = atlas.datasets.iter().filter(|dataset| datasets.contains(&dataset.meta.id));
    used.flat_map(|dataset| &dataset.meta.notes)
        .filter(|note| note.printed && note.date.is_none_or(|date| dates.contains(&date)))
        .map(|note| lang.pick(&note.text).to_owned())
        .collect()
}
