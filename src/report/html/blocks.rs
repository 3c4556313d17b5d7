//! The blocks of a report as HTML.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::export::{Escaped, svg_in_page};
use crate::i18n::{Lang, texts};
use crate::report::block::{Block, Contents, Cover, Figure, Paragraph, Report, Role, Run, Sentence, Table};
use crate::report::numbers::{Caption, Heading, Numbers};

use super::table::{self, Rooms};

/// What stands in the body of the page, and the rooms after its numbers.
pub fn body(report: &Report, logo: Option<&str>) -> (String, Rooms) {
    let mut writer = Writer {
        lang: report.lang,
        numbers: Numbers::of(report),
        written: Written::default(),
        ids: BTreeSet::new(),
        rooms: Rooms::new(),
        out: String::new(),
    };
    writer.head(report, logo);
    writer.out.push_str("<main id=\"content\">\n");
    for block in &report.blocks {
        writer.block(block);
    }
    writer.out.push_str("</main>\n");
    (writer.out, writer.rooms)
}

struct Writer<'a> {
    lang: Lang,
    numbers: Numbers,
    written: Written,
    /// The ids used so far: each may stand only once.
    ids: BTreeSet<&'a str>,
    rooms: Rooms,
    out: String,
}

/// How much of what is numbered has been written.
#[derive(Default)]
struct Written {
    headings: usize,
    figures: usize,
    tables: usize,
}

// Writing to a string cannot fail, hence `let _`.
impl<'a> Writer<'a> {
    /// The title, what else is on the cover, and the lists of contents, before the report itself.
    fn head(&mut self, report: &'a Report, logo: Option<&str>) {
        let cover = report.blocks.iter().find_map(|block| match block {
            Block::Cover(cover) => Some(cover),
            _ => None,
        });
        self.out.push_str("<header>\n");
        match cover {
            Some(cover) => self.cover(cover, logo),
            None => {
                let _ = writeln!(self.out, "<h1>{}</h1>", Escaped(&report.title));
            }
        }
        self.out.push_str("</header>\n");
        for block in &report.blocks {
            if let Block::Contents(of) = block {
                self.contents(*of);
            }
        }
    }

    fn cover(&mut self, cover: &'a Cover, logo: Option<&str>) {
        if let Some(png) = logo {
            let alt = self.lang.text(texts::PAGES_LOGO);
            let _ =
                writeln!(self.out, "<img class=\"logo\" alt=\"{alt}\" src=\"data:image/png;base64,{png}\"/>");
        }
        let _ = writeln!(self.out, "<h1>{}</h1>", Escaped(&cover.title));
        if !cover.subtitle.is_empty() {
            let _ = writeln!(self.out, "<p class=\"subtitle\">{}</p>", Escaped(&cover.subtitle));
        }
        if let Some(picture) = &cover.picture {
            self.drawing(picture);
        }
        self.out.push_str("<div class=\"lines\">\n");
        for line in &cover.lines {
            let _ = writeln!(self.out, "<p>{}</p>", Escaped(line));
        }
        self.out.push_str("</div>\n");
    }

    fn contents(&mut self, of: Contents) {
        let captions = |list: &[Caption]| {
            list.iter().map(|caption| (caption.id.clone(), 1, captioned(caption))).collect::<Vec<_>>()
        };
        let (title, id, entries) = match of {
            Contents::Headings => {
                let entry = |heading: &Heading| {
                    (heading.id.clone(), heading.level, format!("{} {}", heading.number, heading.text))
                };
                (texts::PAGES_CONTENTS, "contents", self.numbers.headings.iter().map(entry).collect())
            }
            Contents::Figures => (texts::PAGES_FIGURES, "figures", captions(&self.numbers.figures)),
            Contents::Tables => (texts::PAGES_TABLES, "tables", captions(&self.numbers.tables)),
        };
        let title = self.lang.text(title);
        let _ = writeln!(
            self.out,
            "<nav aria-labelledby=\"{id}-title\">\n<h2 id=\"{id}-title\">{title}</h2>\n<ol>"
        );
        for (id, level, text) in entries {
            let (anchor, text) = (Anchor(&id), Escaped(&text));
            let _ = writeln!(self.out, "<li class=\"l{level}\"><a href=\"#{anchor}\">{text}</a></li>");
        }
        self.out.push_str("</ol>\n</nav>\n");
    }

    fn block(&mut self, block: &'a Block) {
        match block {
            Block::Cover(_) | Block::Contents(_) | Block::PageBreak => {}
            Block::Heading { id, text, .. } => {
                let id = self.id(id);
                let heading = self.numbers.headings.get(self.written.headings);
                let (level, number) = heading.map_or((2, ""), |of| (of.level + 1, of.number.as_str()));
                let _ = writeln!(self.out, "<h{level}{id}>{number} {}</h{level}>", Escaped(text));
                self.written.headings += 1;
            }
            Block::Paragraph(paragraph) => self.paragraph(paragraph),
            Block::Bullets(items) => {
                self.out.push_str("<ul>\n");
                for item in items {
                    self.out.push_str("<li>");
                    self.sentences(&item.sentences);
                    self.out.push_str("</li>\n");
                }
                self.out.push_str("</ul>\n");
            }
            Block::Table(table) => {
                let caption = self.numbers.tables.get(self.written.tables).map(captioned).unwrap_or_default();
                self.written.tables += 1;
                let id = self.id(&table.id);
                let _ = writeln!(self.out, "<div{id}>");
                self.table(table, &caption);
                self.notes(&table.notes);
                self.out.push_str("</div>\n");
            }
            Block::Figure(figure) => self.figure(figure),
            Block::Field(field) => {
                let prompt = Escaped(&field.prompt);
                let _ = writeln!(self.out, "<div class=\"field\"><p class=\"prompt\">{prompt}</p></div>");
            }
        }
    }

    fn figure(&mut self, figure: &'a Figure) {
        let id = self.id(&figure.id);
        let caption = self.numbers.figures.get(self.written.figures).map(captioned).unwrap_or_default();
        self.written.figures += 1;
        let _ = writeln!(self.out, "<figure{id}>");
        self.drawing(figure);
        if !figure.caption.is_empty() {
            let _ = writeln!(self.out, "<figcaption>{}</figcaption>", Escaped(&caption));
        }
        self.notes(&figure.notes);
        if let Some(data) = &figure.data {
            let summary = self.lang.text(texts::PAGES_VALUES);
            let _ = writeln!(self.out, "<details>\n<summary>{summary}</summary>");
            self.table(data, &data.caption);
            self.notes(&data.notes);
            self.out.push_str("</details>\n");
        }
        self.out.push_str("</figure>\n");
    }

    fn drawing(&mut self, figure: &Figure) {
        let keys = Escaped(self.lang.text(texts::PAGES_KEYS));
        let alt = if figure.alt_text.trim().is_empty() { &figure.caption } else { &figure.alt_text };
        let svg = svg_in_page(&figure.scene, alt);
        let _ = writeln!(self.out, "<div class=\"drawing\" data-keys=\"{keys}\">\n{svg}</div>");
    }

    fn table(&mut self, table: &Table, caption: &str) {
        // The number of the table in the page, those behind figures included.
        let id = format!("t{}", self.out.matches("<table").count() + 1);
        table::table(&mut self.out, table, caption, &id, self.lang, &mut self.rooms);
    }

    fn notes(&mut self, notes: &[Paragraph]) {
        notes.iter().for_each(|note| self.paragraph(note));
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        self.out.push_str(match paragraph.role {
            Role::Body => "<p>",
            Role::Caution => "<p class=\"caution\">",
            Role::Note => "<p class=\"note\">",
        });
        if paragraph.role == Role::Caution {
            let _ = write!(self.out, "<strong>{}:</strong> ", self.lang.text(texts::PAGES_CAUTION));
        }
        self.sentences(&paragraph.sentences);
        self.out.push_str("</p>\n");
    }

    fn sentences(&mut self, sentences: &[Sentence]) {
        for (i, sentence) in sentences.iter().enumerate() {
            if i > 0 {
                self.out.push(' ');
            }
            sentence.runs.iter().for_each(|run| self.run(run));
        }
    }

    fn run(&mut self, run: &Run) {
        let _ = match run {
            Run::Text(text) => write!(self.out, "{}", Escaped(text)),
            Run::Strong(text) => write!(self.out, "<strong>{}</strong>", Escaped(text)),
            Run::Value(value) => match value.origin.exact {
                Some(exact) => write!(self.out, "<data value=\"{exact}\">{}</data>", Escaped(&value.text)),
                None => write!(self.out, "{}", Escaped(&value.text)),
            },
            Run::Reference { to } => match self.numbers.label(to) {
                Some(text) => write!(self.out, "<a href=\"#{}\">{}</a>", Anchor(to), Escaped(text)),
                None => Ok(()),
            },
        };
    }

    /// An id as an attribute, where it is not used yet.
    fn id(&mut self, id: &'a str) -> String {
        if id.is_empty() || !self.ids.insert(id) { String::new() } else { format!(" id=\"{}\"", Anchor(id)) }
    }
}

/// "Figura 3. Residenti".
fn captioned(caption: &Caption) -> String {
    format!("{}. {}", caption.label, caption.caption)
}

/// An id of the report as one of the page: apart from those of drawings and of the page itself, and without spaces.
struct Anchor<'a>(&'a str);

impl std::fmt::Display for Anchor<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let plain: String = self.0.chars().map(|c| if c.is_whitespace() { '_' } else { c }).collect();
        write!(f, "report/{}", Escaped(&plain))
    }
}
