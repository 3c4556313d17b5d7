//! What must be below every figure: source, date, licence, and the remarks without which it would mislead.

use crate::base::Date;
use crate::data::{Atlas, Bilingual, Caption};
use crate::document::PageSpec;
use crate::i18n::{Lang, texts};

use super::places::PageText;

/// The source of values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A source with its dates, which merges with the same source at other dates.
    Dated {
        /// What it is the source of, where that must be stated.
        names: Vec<String>,
        source: String,
        /// Phrases: "al 1/1/2023".
        when: Vec<String>,
        licence: String,
    },
    /// Many sources by their licence, without dates: the figure says those itself.
    Short(Vec<(String, Vec<String>)>),
    /// A complete sentence.
    Prepared(String),
}

impl Source {
    /// The same source, for the indicators with these names.
    #[must_use]
    pub fn of(mut self, of: Vec<String>) -> Self {
        if let Self::Dated { names, .. } = &mut self {
            *names = of;
        }
        self
    }

    /// Its text in the footer.
    fn line(&self, lang: Lang) -> String {
        match self {
            Self::Prepared(sentence) => sentence.clone(),
            Self::Short(by_licence) => short_line(lang, by_licence),
            Self::Dated { names, source, when, licence } => {
                let (source, licence) = (lang.stated(source), lang.licence(licence));
                let line = texts::source_line(lang, source, when.join(", "), licence);
                if names.is_empty() { line } else { texts::source_of(lang, names.join(", "), line) }
            }
        }
    }

    /// Merges the other one into it if both are the same source; returns whether it did.
    fn absorb(&mut self, other: &Self) -> bool {
        if let (Self::Short(own), Self::Short(others)) = (&mut *self, other) {
            for (licence, sources) in others {
                sources.iter().for_each(|source| add_source(own, licence, source));
            }
            return true;
        }
        let Self::Dated { names, source, when, licence } = self else { return self == other };
        let Self::Dated { names: n, source: s, when: w, licence: l } = other else { return false };
        if (&*source, &*licence) != (s, l) {
            return false;
        }
        // The only source need not state what it is the source of.
        if names.is_empty() || n.is_empty() {
            names.clear();
        } else {
            names.extend(n.iter().filter(|name| !names.contains(name)).cloned().collect::<Vec<_>>());
        }
        // A range includes its last date; that the values there are not final is said in a remark on the same figure.
        let bare = |date: &str| date.split(" (").next().unwrap_or_default().to_owned();
        let includes = |span: &String, date: &String| bare(span).ends_with(&bare(date));
        when.retain(|own| !w.iter().any(|more| more != own && includes(more, own)));
        when.extend(
            w.iter().filter(|more| !when.iter().any(|own| includes(own, more))).cloned().collect::<Vec<_>>(),
        );
        true
    }
}

/// Authorship of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Credit {
    Program,
    /// The program's, with boundaries from somebody else.
    Boundaries(Bilingual),
}

impl Credit {
    /// Its text in the footer.
    fn line(&self, lang: Lang) -> String {
        match self {
            Self::Program => lang.text(texts::FIGURE_LINE).to_owned(),
            Self::Boundaries(of) => texts::boundaries_line(lang, lang.pick(of)),
        }
    }
}

/// What is below a figure, in paragraphs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Footer {
    /// Where the values come from. The author may reword this.
    pub sources: Vec<Source>,
    /// What must be known to read the figure correctly. It cannot be left out.
    pub remarks: Vec<String>,
    /// Who owns the boundaries and who made the figure.
    pub credits: Vec<Credit>,
}

impl Footer {
    /// Merges the footer of another element of the page, without repeating anything.
    pub(crate) fn absorb(&mut self, other: Self) {
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
        // Each credit names the program: once is enough.
        if self.credits.iter().any(|credit| *credit != Credit::Program) {
            self.credits.retain(|credit| *credit != Credit::Program);
        }
    }

    /// Every source once, under its licence, in place of a line for each element: on a page of many elements those take the room of one.
    pub(crate) fn cite_once(&mut self, lang: Lang) {
        let mut by_licence = Vec::new();
        let mut others = Vec::new();
        for source in std::mem::take(&mut self.sources) {
            match source {
                Source::Dated { source, licence, .. } => {
                    let licence = lang.licence(&licence).to_owned();
                    let parts = lang.stated(&source).split("; ").map(str::to_owned).collect::<Vec<_>>();
                    parts.iter().for_each(|part| add_source(&mut by_licence, &licence, part));
                }
                Source::Short(own) => {
                    for (licence, sources) in own {
                        sources.iter().for_each(|source| add_source(&mut by_licence, &licence, source));
                    }
                }
                Source::Prepared(_) => others.push(source),
            }
        }
        self.sources = (!by_licence.is_empty()).then_some(Source::Short(by_licence)).into_iter().collect();
        self.sources.extend(others);
    }

    /// The sources as cited in a caption, without repeats; complete sentences only where there are no other sources.
    pub(crate) fn cited(&self, lang: Lang) -> Option<String> {
        let mut names: Vec<&str> = Vec::new();
        for source in &self.sources {
            let Source::Dated { source, .. } = source else { continue };
            // Of a rate two sources are named, of which one may have been cited.
            for part in lang.stated(source).split("; ") {
                if !names.contains(&part) {
                    names.push(part);
                }
            }
        }
        if !names.is_empty() {
            return Some(texts::caption_source(lang, names.join("; ")));
        }
        self.sources.iter().find_map(|source| match source {
            Source::Prepared(sentence) => Some(sentence.clone()),
            Source::Short(by_licence) => Some(short_line(lang, by_licence)),
            Source::Dated { .. } => None,
        })
    }

    /// Its paragraphs, with the author's texts where there are any.
    pub(crate) fn paragraphs(&self, page: &PageSpec, lang: Lang) -> Vec<String> {
        self.parts(page, lang).into_iter().map(|(_, paragraph)| paragraph).collect()
    }

    /// The same with which of them the author writes, or can.
    pub(crate) fn parts(&self, page: &PageSpec, lang: Lang) -> Vec<(Option<PageText>, String)> {
        let typed = |what: PageText, text: &Option<String>| {
            let text = text.iter().filter(|text| !text.trim().is_empty()).cloned();
            text.map(|text| (Some(what), text)).collect::<Vec<_>>()
        };
        let note = typed(PageText::Note, &page.note);
        let source = typed(PageText::Source, &page.source);
        let credit = typed(PageText::Credit, &page.credit);
        let own = || self.sources.iter().map(|source| (Some(PageText::Source), source.line(lang))).collect();
        let sources = if source.is_empty() { own() } else { source };
        let remarks = self.remarks.iter().map(|remark| (None, remark.clone())).collect();
        let credits = self.credits.iter().map(|credit| (None, credit.line(lang))).collect();
        [note, sources, remarks, credits, credit].concat()
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

/// The sources of many indicators in a sentence for each licence: a line for each would leave no room for the figure, which says the dates itself.
pub fn in_short<'a>(lang: Lang, all: impl IntoIterator<Item = Caption<'a>>) -> Source {
    let mut by_licence = Vec::new();
    for caption in all {
        let parts = lang.stated(lang.pick(caption.source)).split("; ");
        parts.for_each(|part| add_source(&mut by_licence, lang.licence(caption.licence), part));
    }
    Source::Short(by_licence)
}

/// Adds a source to those of its licence, once.
fn add_source(by_licence: &mut Vec<(String, Vec<String>)>, licence: &str, source: &str) {
    match by_licence.iter_mut().find(|(known, _)| known == licence) {
        Some((_, own)) if own.iter().any(|known| known == source) => {}
        Some((_, own)) => own.push(source.to_owned()),
        None => by_licence.push((licence.to_owned(), vec![source.to_owned()])),
    }
}

/// A sentence for each licence.
fn short_line(lang: Lang, by_licence: &[(String, Vec<String>)]) -> String {
    let told = by_licence.iter().map(|(licence, own)| texts::sources_in_short(lang, licence, own.join("; ")));
    told.collect::<Vec<_>>().join(" ")
}

/// The mandatory remarks on these datasets at these dates.
pub fn remarks(lang: Lang, atlas: &Atlas, datasets: &[String], dates: &[Date]) -> Vec<String> {
    let used = atlas.datasets.iter().filter(|dataset| datasets.contains(&dataset.meta.id));
    used.flat_map(|dataset| &dataset.meta.notes)
        .filter(|note| note.in_footer && note.date.is_none_or(|date| dates.contains(&date)))
        .map(|note| lang.pick(&note.text).to_owned())
        .collect()
}
