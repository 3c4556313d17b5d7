//! The guide of `docs/guida`, inside the program: its sections, found by words and by topic.

mod markdown;

use std::io::Read;
use std::sync::LazyLock;

use flate2::read::ZlibDecoder;

use crate::document::ElementKind;
use crate::figure::registry::how_to_read;
use crate::i18n::folded;

pub use markdown::{Block, Span, Style};
use markdown::{Passage, passages, plain};

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/guida.z"));

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

/// What a button of the window asks the guide about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// How a kind of figure is read.
    View(ElementKind),
    Legend,
}

impl Topic {
    /// The title of the section about it.
    fn title(self) -> &'static str {
        match self {
            Self::View(kind) => how_to_read(kind).1,
            Self::Legend => "La legenda",
        }
    }
}

/// The whole guide.
pub struct Guide {
    pub sections: Vec<Section>,
}

/// The guide, unpacked when it is first asked for.
pub fn guide() -> &'static Guide {
    static GUIDE: LazyLock<Guide> = LazyLock::new(|| {
        let mut text = String::new();
        // What was packed when the program was made can be unpacked.
        let read = ZlibDecoder::new(PACKED).read_to_string(&mut text);
        debug_assert!(read.is_ok(), "{read:?}");
        Guide::of(&text)
    });
    &GUIDE
}

impl Guide {
    /// From the chapters one after the other, each after a null and the name of its file.
    fn of(text: &str) -> Self {
        let chapters = text.split('\0').filter_map(|chapter| Some(chapter.split_once('\n')?.1));
        let mut sections = Vec::new();
        for chapter in chapters {
            let passages = passages(chapter);
            let title = passages.first().map(|first| first.title.clone()).unwrap_or_default();
            sections.extend(passages.into_iter().map(|passage| Section::new(&title, passage)));
        }
        Self { sections }
    }

    /// The position of the section on a topic.
    pub fn section_on(&self, topic: Topic) -> usize {
        let title = topic.title();
        let is_it =
            |section: &Section| section.title == title || section.title.ends_with(&format!(". {title}"));
        self.sections.iter().position(is_it).unwrap_or(0)
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
        let guide = guide();
        let chapters: Vec<&str> = guide
            .sections
            .iter()
            .filter(|section| section.is_chapter)
            .map(|section| &*section.title)
            .collect();
        assert_eq!(chapters.len(), 9, "{chapters:?}");
        for topic in ElementKind::ALL.iter().copied().map(Topic::View).chain([Topic::Legend]) {
            let section = &guide.sections[guide.section_on(topic)];
            assert!(section.title.ends_with(topic.title()), "{topic:?}: {}", section.title);
        }
        // Nothing of the signs of Markdown is left in the text.
        for section in &guide.sections {
            for block in section.blocks.iter().filter(|block| !matches!(block, Block::Code(_))) {
                let text = words(block);
                assert!(!text.contains("**") && !text.contains("]("), "{}: {text}", section.title);
            }
        }
    }

    #[test]
    fn sections_are_found_by_their_words() {
        let guide = guide();
        let titles = |typed| -> Vec<&str> {
            guide.search(typed).into_iter().map(|at| guide.sections[at].title.as_str()).collect()
        };
        assert_eq!(titles("legenda").first(), Some(&"La legenda"));
        assert!(titles("CHIAVETTA").iter().any(|title| title.contains("chiavetta")));
        assert!(titles("parola che non esiste").is_empty());
    }
}
