//! The guides of `docs/guida` and, shorter and in English, `docs/guide`, inside the program: their sections, found by words and by
//! topic.

mod markdown;

use std::io::Read;
use std::sync::LazyLock;

use flate2::read::ZlibDecoder;

use crate::document::ElementKind;
use crate::figure::registry::{how_to_read, name as view_name};
use crate::i18n::{Lang, folded};

pub use markdown::{Block, Span, Style};
use markdown::{Passage, passages, plain};

static ITALIAN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/guida.z"));
static ENGLISH: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/guide.z"));

/// A section of the guide.
#[derive(Clone, Debug)]
pub struct Section {
    /// The chapter it belongs to, as it is headed.
    pub chapter: String,
    pub title: String,
    /// Whether it begins its chapter.
    pub is_chapter: bool,
    pub blocks: Vec<Block>,
    /// All its words, folded.
    words: String,
    /// Those of its title.
    title_words: String,
}

/// The chapter of the short guide on all views.
const READING: &str = "Reading the figures";

/// What a button of the window asks the guide about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// How a kind of figure is read.
    View(ElementKind),
    Legend,
    /// How the value of a group is made.
    Group,
}

impl Topic {
    /// The title of the section about it.
    fn title(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::View(kind), Lang::It) => how_to_read(kind).1,
            // The short guide has a section for each view, by its name.
            (Self::View(kind), Lang::En) => lang.text(view_name(kind)),
            (Self::Legend, Lang::It) => "La legenda",
            (Self::Legend, Lang::En) => "Legend",
            (Self::Group, Lang::It) => "La scheda del territorio",
            (Self::Group, Lang::En) => "Value of the group",
        }
    }
}

/// The whole guide.
pub struct Guide {
    lang: Lang,
    pub sections: Vec<Section>,
}

/// The guide in a language, unpacked when it is first asked for.
pub fn guide(lang: Lang) -> &'static Guide {
    static GUIDES: [LazyLock<Guide>; 2] = [
        LazyLock::new(|| Guide::packed(Lang::It, ITALIAN)),
        LazyLock::new(|| Guide::packed(Lang::En, ENGLISH)),
    ];
    match lang {
        Lang::It => &GUIDES[0],
        Lang::En => &GUIDES[1],
    }
}

impl Guide {
    fn packed(lang: Lang, packed: &[u8]) -> Self {
        let mut text = String::new();
        // What was packed when the program was made can be unpacked.
        let read = ZlibDecoder::new(packed).read_to_string(&mut text);
        debug_assert!(read.is_ok(), "{read:?}");
        Self::of(lang, &text)
    }

    /// From the chapters one after the other, each after a null and the name of its file.
    fn of(lang: Lang, text: &str) -> Self {
        let chapters = text.split('\0').filter_map(|chapter| Some(chapter.split_once('\n')?.1));
        let mut sections = Vec::new();
        for chapter in chapters {
            let passages = passages(chapter);
            let title = passages.first().map(|first| first.title.clone()).unwrap_or_default();
            sections.extend(passages.into_iter().map(|passage| Section::new(&title, passage)));
        }
        Self { lang, sections }
    }

    /// The position of the section on a topic.
    pub fn section_on(&self, topic: Topic) -> usize {
        let title = topic.title(self.lang);
        let is_it =
            |section: &Section| section.title == title || section.title.ends_with(&format!(". {title}"));
        let place = self.sections.iter().position(is_it);
        let place =
            place.or_else(|| self.sections.iter().position(|section| section.title.ends_with(READING)));
        self.readable(place.unwrap_or(0))
    }

    /// The section to be read at a position: where a chapter has no text of its own, its first section.
    pub fn readable(&self, at: usize) -> usize {
        let rest = self.sections.iter().enumerate().skip(at);
        rest.into_iter().find(|(_, section)| !section.blocks.is_empty()).map_or(at, |(at, _)| at)
    }

    /// The sections that have all of the words typed, those with all of them in the title first.
    pub fn search(&self, typed: &str) -> Vec<usize> {
        let typed = folded(typed);
        let has = |text: &str| typed.split_whitespace().all(|word| text.contains(word));
        let all = || self.sections.iter().enumerate();
        let named = all().filter(|(_, section)| has(&section.title_words));
        let others = all().filter(|(_, section)| !has(&section.title_words) && has(&section.words));
        named.chain(others).map(|(at, _)| at).collect()
    }
}

impl Section {
    fn new(chapter: &str, passage: Passage) -> Self {
        let Passage { depth, title, blocks } = passage;
        let text: Vec<String> = blocks.iter().map(words).collect();
        Self {
            chapter: chapter.to_owned(),
            is_chapter: depth == 1,
            title_words: folded(&title),
            words: folded(&format!("{title} {}", text.join(" "))),
            title,
            blocks,
        }
    }
}

fn words(block: &Block) -> String {
    match block {
        Block::Paragraph(spans) | Block::Item(_, spans) | Block::Quote(spans) => plain(spans),
        Block::Table(rows) => {
            let cells: Vec<String> = rows.iter().flatten().map(|cell| plain(cell)).collect();
            cells.join(" ")
        }
        Block::Code(text) => text.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_chapter_is_inside_and_every_topic_has_a_section() {
        for (lang, count) in [(Lang::It, 13), (Lang::En, 6)] {
            let guide = guide(lang);
            let chapters: Vec<&str> = guide
                .sections
                .iter()
                .filter(|section| section.is_chapter)
                .map(|section| &*section.title)
                .collect();
            assert_eq!(chapters.len(), count, "{chapters:?}");
            let views = ElementKind::ALL.iter().copied().map(Topic::View);
            for topic in views.chain([Topic::Legend, Topic::Group]) {
                let section = &guide.sections[guide.section_on(topic)];
                let is_it = section.title.ends_with(topic.title(lang));
                // The short guide may say nothing yet of a new view.
                let is_chapter = lang == Lang::En && section.title.ends_with(READING);
                assert!(is_it || is_chapter, "{topic:?}: {}", section.title);
            }
            // Nothing of the signs of Markdown is left in the text.
            for section in &guide.sections {
                for block in section.blocks.iter().filter(|block| !matches!(block, Block::Code(_))) {
                    let text = words(block);
                    assert!(!text.contains("**") && !text.contains("]("), "{}: {text}", section.title);
                }
            }
        }
    }

    #[test]
    fn it_opens_at_text_and_not_at_a_second_list_of_its_sections() {
        for (lang, first) in [(Lang::It, "Aprire"), (Lang::En, "1. Quick start")] {
            let guide = guide(lang);
            assert_eq!(guide.sections[guide.readable(0)].title, first);
            for at in 0..guide.sections.len() {
                assert!(!guide.sections[guide.readable(at)].blocks.is_empty());
            }
        }
    }

    #[test]
    fn sections_are_found_by_their_words() {
        let guide = guide(Lang::It);
        let titles = |typed| -> Vec<&str> {
            guide.search(typed).into_iter().map(|at| guide.sections[at].title.as_str()).collect()
        };
        assert_eq!(titles("legenda").first(), Some(&"La legenda"));
        assert!(titles("CHIAVETTA").iter().any(|title| title.contains("chiavetta")));
        assert!(titles("parola che non esiste").is_empty());
    }
}
