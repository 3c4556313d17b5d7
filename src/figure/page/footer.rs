//! What must stand below every figure: source, date, licence, and the remarks without which it would mislead.

use crate::base::Date;
use crate::data::{Atlas, Bilingual, Caption};
use crate::document::PageSpec;
use crate::i18n::{Lang, texts};

/// Where values come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A source with its dates, which joins with the same source of other dates.
    Dated {
        /// What it is the source of, where that must be said.
        names: Vec<String>,
        source: String,
        /// Phrases: "al 1/1/2023".
        when: Vec<String>,
        licence: String,
    },
    /// A sentence of its own.
    Prepared(String),
}

impl Source {
    /// The same, of the indicators of those names.
    #[must_use]
    pub fn of(mut self, of: Vec<String>) -> Self {
        if let Self::Dated { names, .. } = &mut self {
            *names = of;
        }
        self
    }

    /// As it is printed.
    fn line(&self, lang: Lang) -> String {
        match self {
            Self::Prepared(sentence) => sentence.clone(),
            Self::Dated { names, source, when, licence } => {
                let (source, licence) = (lang.stated(source), lang.licence(licence));
                let line = texts::source_line(lang, source, when.join(", "), licence);
                if names.is_empty() { line } else { texts::source_of(lang, names.join(", "), line) }
            }
        }
    }

    /// Takes the other in where the two are the same source; whether it did.
    fn absorb(&mut self, other: &Self) -> bool {
        let Self::Dated { names, source, when, licence } = self else { return self == other };
        let Self::Dated { names: n, source: s, when: w, licence: l } = other else { return false };
        if (&*source, &*licence) != (s, l) {
            return false;
        }
        // One that is the source of all there is need not say of what.
        if names.is_empty() || n.is_empty() {
            names.clear();
        } else {
            names.extend(n.iter().filter(|name| !names.contains(name)).cloned().collect::<Vec<_>>());
        }
        // A span tells its last date too; that this is no final one a remark of the same figure says.
        let bare = |date: &str| date.split(" (").next().unwrap_or_default().to_owned();
        let tells = |span: &String, date: &String| bare(span).ends_with(&bare(date));
        when.retain(|own| !w.iter().any(|more| more != own && tells(more, own)));
        when.extend(
            w.iter().filter(|more| !when.iter().any(|own| tells(own, more))).cloned().collect::<Vec<_>>(),
        );
        true
    }
}

/// Whose work a figure is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Credit {
    Program,
    /// The program's, on boundaries of somebody else.
    Boundaries(Bilingual),
}

impl Credit {
    /// As it is printed.
    fn line(&self, lang: Lang) -> String {
        match self {
            Self::Program => lang.text(texts::FIGURE_LINE).to_owned(),
            Self::Boundaries(of) => texts::boundaries_line(lang, lang.pick(of)),
        }
    }
}

/// What stands below a figure, in paragraphs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Footer {
    /// Where the values come from. The author may word these.
    pub sources: Vec<Source>,
    /// What must be known to read the figure rightly. It cannot be left out.
    pub remarks: Vec<String>,
    /// Whose the boundaries are, and who made the figure.
    pub credits: Vec<Credit>,
}

impl Footer {
    /// Takes in that of another element of the page, less what it says already.
    pub fn absorb(&mut self, other: Self) {
        for source in other.sources {
            if !self.sources.iter_mut().any(|own| own.absorb(&source)) {
                self.sources.push(source);
            }
        }
        for remark in other.remarks {
            if !self.remarks.contains(&remark) {
                self.remarks.push(remark);
            }
        }
        for credit in other.credits {
            if !self.credits.contains(&credit) {
                self.credits.push(credit);
            }
        }
        // Each names the program: once is enough.
        if self.credits.iter().any(|credit| *credit != Credit::Program) {
            self.credits.retain(|credit| *credit != Credit::Program);
        }
    }

    /// The sources as they are cited in a caption: each once, and those that are sentences of their own where there are no others.
    pub fn cited(&self, lang: Lang) -> Option<String> {
        let mut names: Vec<&str> = Vec::new();
        for source in &self.sources {
            if let Source::Dated { source, .. } = source
                && !names.contains(&lang.stated(source))
            {
                names.push(lang.stated(source));
            }
        }
        if !names.is_empty() {
            return Some(texts::caption_source(lang, names.join("; ")));
        }
        self.sources.iter().find_map(|source| match source {
            Source::Prepared(sentence) => Some(sentence.clone()),
            Source::Dated { .. } => None,
        })
    }

    /// Its paragraphs with what the author typed in its place.
    pub fn paragraphs(&self, page: &PageSpec, lang: Lang) -> Vec<String> {
        let typed =
            |text: &Option<String>| text.iter().filter(|text| !text.trim().is_empty()).cloned().collect();
        let note: Vec<String> = typed(&page.note);
        let source: Vec<String> = typed(&page.source);
        let credit: Vec<String> = typed(&page.credit);
        let own = || self.sources.iter().map(|source| source.line(lang)).collect();
        let sources = if source.is_empty() { own() } else { source };
        let credits = self.credits.iter().map(|credit| credit.line(lang)).collect();
        [note, sources, self.remarks.clone(), credits, credit].concat()
    }
}

/// Source, dates and licence of an indicator. `when` is a phrase: "al 1/1/2023".
pub fn source<'a>(lang: Lang, caption: impl Into<Caption<'a>>, when: &str) -> Source {
    let caption = caption.into();
    Source::Dated {
        names: Vec::new(),
        source: lang.pick(caption.source).to_owned(),
        when: vec![when.to_owned()],
        licence: caption.licence.to_owned(),
    }
}

/// The remarks that must be printed on those datasets at those dates.
pub fn remarks(lang: Lang, atlas: &Atlas, datasets: &[String], dates: &[Date]) -> Vec<String> {
    let used = atlas.datasets.iter().filter(|dataset| datasets.contains(&dataset.meta.id));
    used.flat_map(|dataset| &dataset.meta.notes)
        .filter(|note| note.in_footer && note.date.is_none_or(|date| dates.contains(&date)))
        .map(|note| lang.pick(&note.text).to_owned())
        .collect()
}
