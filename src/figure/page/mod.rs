//! What every page has: heading, footer, and the room between them.

pub mod compose;
pub(crate) mod each;
pub(crate) mod footer;
pub(crate) mod ink;
pub(crate) mod layout;
pub(crate) mod logo;
pub mod places;
pub mod style;

use crate::base::{Level, Pt, Rgb};
use crate::data::Atlas;
use crate::document::PageSpec;
use crate::i18n::{Lang, texts};
use crate::scene::{Anchor, FigureText, Group, Node, Role, Scene, Weight, text};

use self::style::Sizes;
use crate::figure::FigureError;
use crate::figure::hypothesis::HypothesisWords;
use crate::figure::page::footer::Footer;
use crate::figure::page::layout::{Box2, run};
use crate::figure::page::places::{Below, PageText};

/// The smallest side of an element on a page with several, in millimetres.
const LEAST_PART: f64 = 25.0;

/// The texts around a figure; the author's texts replace the generated ones.
#[derive(Clone, Debug)]
pub struct Words {
    pub title: String,
    pub subtitle: String,
    /// The unit of all its numbers, if they have one and the same.
    pub unit: Option<String>,
    /// The caption with its number in the document, if it has one.
    pub caption: Option<String>,
    pub footer: Footer,
    /// The hypothesis the figure stands on, which no setting of the page hides.
    pub hypothesis: Option<HypothesisWords>,
    /// The language of all texts.
    pub lang: Lang,
}

impl Words {
    /// The texts of a page; `title` and `subtitle` are the generated ones.
    pub fn new(page: &PageSpec, lang: Lang, title: String, subtitle: String, footer: Footer) -> Self {
        let title = page.title.clone().unwrap_or(title);
        let subtitle = page.subtitle.clone().unwrap_or(subtitle);
        let caption = page.number.map(|number| {
            let what = page.caption.clone().unwrap_or_else(|| {
                let parts = [title.as_str(), &subtitle].into_iter().filter(|part| !part.is_empty());
                parts.collect::<Vec<_>>().join(". ")
            });
            texts::caption(lang, number, &what)
        });
        Self { title, subtitle, unit: None, caption, footer, hypothesis: None, lang }
    }

    /// The same of numbers in that unit.
    #[must_use]
    pub(crate) fn in_unit(self, unit: impl Into<String>) -> Self {
        Self { unit: Some(unit.into()), ..self }
    }

    /// The same with the ATS, whose units of that level it shows, named after them: a chart pasted alone into a document says whose
    /// Comuni they are. Parts of a page leave it to the page.
    #[must_use]
    pub(crate) fn of_whole(mut self, page: &PageSpec, level: Level, atlas: &Atlas) -> Self {
        let plain = self.lang.level(level);
        let is_own = page.subtitle.is_none() && page.part.is_none();
        let Some(whole) = whole_name(page, level, atlas).filter(|_| is_own) else { return self };
        let Some(rest) = self.subtitle.strip_prefix(plain) else { return self };
        let subtitle = format!("{}{rest}", texts::level_of_whole(self.lang, plain, whole));
        if page.caption.is_none() {
            self.caption = self.caption.map(|caption| caption.replacen(&self.subtitle, &subtitle, 1));
        }
        self.subtitle = subtitle;
        self
    }

    /// The same under a hypothesis, which is said in the subtitle, in the caption and below the figure, whatever its author typed. A
    /// part of a page says it in short.
    #[must_use]
    pub(crate) fn under(mut self, hypothesis: HypothesisWords, page: &PageSpec) -> Self {
        self.footer.remarks.insert(0, hypothesis.full.clone());
        let said = match page.part {
            Some(_) => self.lang.text(texts::WHAT_IF_MARK).to_owned(),
            None => hypothesis.short.clone(),
        };
        self.beside(said, hypothesis)
    }

    /// The same with what is said of a hypothesis beside the title.
    #[must_use]
    fn beside(mut self, said: String, hypothesis: HypothesisWords) -> Self {
        let between = if self.subtitle.is_empty() { "" } else { " · " };
        self.subtitle = format!("{}{between}{said}", self.subtitle);
        self.caption = self.caption.map(|caption| hypothesis.in_caption(caption));
        self.hypothesis = Some(hypothesis);
        self
    }

    /// The notes for numbers used without the figure: what they are, where they come from, what must be known.
    pub fn notes(&self, page: &PageSpec) -> Vec<String> {
        let what = [self.title.as_str(), &self.subtitle].into_iter().filter(|part| !part.is_empty());
        let mut footer = self.footer.clone();
        footer.credits.clear();
        let what = what.collect::<Vec<_>>().join(". ");
        std::iter::once(what).chain(footer.paragraphs(page, self.lang)).collect()
    }

    /// The lines below the figure, paragraph by paragraph.
    fn below(&self, page: &PageSpec, sizes: &Sizes, inner: f64) -> Vec<Paragraph> {
        let mut all = Vec::new();
        if page.part.is_some() {
            return all;
        }
        if let Some(caption) = &self.caption {
            let (size, weight) = (sizes.legend, Weight::SemiBold);
            let lines = text::wrap_broken(caption, size, weight, inner);
            let (what, text) = (Some(PageText::Caption), caption.clone());
            all.push(Paragraph { what, text, lines, size, weight, colour: style::INK });
        }
        let hypothesis = self.hypothesis.iter().map(|hypothesis| (None, hypothesis.full.clone()));
        let paragraphs = match page.shows.footer {
            true => self.footer.parts(page, self.lang),
            false => hypothesis.collect(),
        };
        for (what, text) in run_on(paragraphs) {
            let (size, weight) = (sizes.footer, Weight::Regular);
            let lines = text::wrap_broken(&text, size, weight, inner);
            all.push(Paragraph { what, text, lines, size, weight, colour: style::MUTED });
        }
        all
    }

    /// The texts below the figure that its author writes or can write, with their lines there.
    pub(crate) fn retyped(&self, page: &PageSpec) -> Vec<Below> {
        let sizes = Sizes::of(page);
        let inner = Pt::from(page.width).0 - 2.0 * sizes.margin;
        let mut all: Vec<Below> = Vec::new();
        let mut from = 0;
        for paragraph in self.below(page, &sizes, inner) {
            let lines = from..from + paragraph.lines.len();
            from = lines.end;
            let Some(what) = paragraph.what else { continue };
            let text = match what {
                PageText::Caption => {
                    // The number is no part of it.
                    let number = texts::caption(self.lang, page.number.unwrap_or_default(), "");
                    let generated = paragraph.text.strip_prefix(number.trim_end());
                    let Some(text) = page.caption.as_deref().or(generated) else { continue };
                    text.trim().to_owned()
                }
                _ => paragraph.text,
            };
            match all.last_mut().filter(|last| last.what == what) {
                // Several sources are one text.
                Some(last) => {
                    last.lines.end = lines.end;
                    last.text = format!("{} {text}", last.text);
                }
                None => all.push(Below { what, text, lines }),
            }
        }
        all
    }

    /// The page as a scene.
    pub fn scene(&self, page: &PageSpec, lang: Lang, description: String, nodes: Vec<Node>) -> Scene {
        let mut description = page.description.clone().unwrap_or(description);
        if let Some(hypothesis) =
            self.hypothesis.as_ref().filter(|hypothesis| !description.contains(&hypothesis.full))
        {
            description = format!("{} {description}", hypothesis.full);
        }
        let [width, height] = [page.width, page.height].map(Pt::from);
        let title = [self.title.as_str(), &self.subtitle].into_iter().filter(|part| !part.is_empty());
        Scene {
            width,
            height,
            title: title.collect::<Vec<_>>().join(". "),
            figures: vec![FigureText { text: description.clone(), area: [0.0, 0.0, width.0, height.0] }],
            description,
            lang: lang.id(),
            background: style::PAPER,
            carried: None,
            nodes,
        }
    }
}

/// A paragraph below a figure.
struct Paragraph {
    /// Which text of the author it is, or can be.
    what: Option<PageText>,
    text: String,
    lines: Vec<String>,
    size: f64,
    weight: Weight,
    colour: Rgb,
}

/// The name of the ATS whose units a figure shows, where the page is wide enough for it.
pub(in crate::figure) fn whole_name<'a>(page: &PageSpec, level: Level, atlas: &'a Atlas) -> Option<&'a str> {
    const LEAST_WIDTH: f64 = 100.0;
    let [ats] = atlas.territories.units(Level::Ats) else { return None };
    // Another territory may be called anything, in whatever gender.
    let is_named = page.width.0 >= LEAST_WIDTH && level != Level::Ats && ats.name.starts_with("ATS ");
    is_named.then_some(ats.name.as_str())
}

/// The paragraphs below a figure, where what the program says is one paragraph: short remarks on a line each would take the room
/// of a figure.
fn run_on(paragraphs: Vec<(Option<PageText>, String)>) -> Vec<(Option<PageText>, String)> {
    let mut all: Vec<(Option<PageText>, String)> = Vec::new();
    for (what, text) in paragraphs {
        match all.last_mut() {
            Some((None, own)) if what.is_none() => {
                own.push(' ');
                own.push_str(&text);
            }
            _ => all.push((what, text)),
        }
    }
    all
}

/// The heading and footer after layout, and the room between them.
#[derive(Clone, Debug)]
pub struct Page {
    /// Type sizes and lengths.
    pub sizes: Sizes,
    /// The room between heading and footer.
    pub body: Box2,
    pub heading: Group,
    pub footer: Group,
    /// Whether it is a panel of the window: texts shown beside it are not repeated in it.
    pub is_panel: bool,
}

impl Page {
    /// A panel of the window, with its width, height and type size: all of it is room for the figure.
    pub(crate) fn of_panel([width, height]: [f64; 2], size: f64) -> Self {
        let empty = |role| Group { role, clip: None, nodes: Vec::new() };
        Self {
            sizes: Sizes::on_screen(size),
            body: Box2 { x: 0.0, y: 0.0, width, height },
            heading: empty(Role::Heading),
            footer: empty(Role::Footer),
            is_panel: true,
        }
    }

    /// Lays out title and subtitle above, caption, remarks and source below.
    pub fn new(page: &PageSpec, words: &Words) -> Self {
        let [width, height] = [page.width, page.height].map(|side| Pt::from(side).0);
        let sizes = Sizes::of(page);
        let inner = width - 2.0 * sizes.margin;
        let mut y = sizes.margin;
        let mut nodes = Vec::new();
        let logo = logo::place(page, &sizes, inner);
        let beside_logo = logo.as_ref().map_or(inner, |logo| inner - logo.width - sizes.title);
        if page.shows.heading {
            let title = (&words.title, sizes.title, Weight::SemiBold, style::INK, 0.15);
            let mut subtitle = (&words.subtitle, sizes.subtitle, Weight::Regular, style::MUTED, 0.7);
            let says_title = page.part.is_some_and(|part| part.says_title);
            if says_title {
                // If the title of the page says what all elements show, their own headings only say how.
                (subtitle.2, subtitle.3) = (Weight::SemiBold, style::INK);
            }
            let parts = [Some(title).filter(|_| !says_title), Some(subtitle)].into_iter().flatten();
            for (content, size, weight, colour, below) in parts {
                for part in text::wrap_broken(content, size, weight, beside_logo) {
                    y += size;
                    nodes.push(run(part, [sizes.margin, y], size, weight, colour, Anchor::Start));
                    y += size * 0.28;
                }
                y += sizes.subtitle * below;
            }
        }
        if let Some(logo) = logo {
            y = y.max(logo.y + logo.height + sizes.subtitle * 0.7);
            nodes.push(Node::Image(logo));
        }
        let heading = Group { role: Role::Heading, clip: None, nodes };

        let bottom = height - sizes.margin;
        let lines: Vec<(String, f64, Weight, Rgb)> = words
            .below(page, &sizes, inner)
            .into_iter()
            .flat_map(|Paragraph { lines, size, weight, colour, .. }| {
                lines.into_iter().map(move |line| (line, size, weight, colour))
            })
            .collect();
        const LEADING: f64 = 1.35;
        let top = bottom - lines.iter().map(|(_, size, ..)| size * LEADING).sum::<f64>();
        let air = if lines.is_empty() { 0.0 } else { sizes.footer * 0.9 };
        let mut baseline = top;
        let mut nodes = Vec::new();
        for (content, size, weight, colour) in lines {
            baseline += size * LEADING;
            let at = [sizes.margin, baseline - size * 0.25];
            nodes.push(run(content, at, size, weight, colour, Anchor::Start));
        }
        let footer = Group { role: Role::Footer, clip: None, nodes };
        let body = Box2 { x: sizes.margin, y, width: inner, height: top - air - y };
        Self { sizes, body, heading, footer, is_panel: false }
    }
}

/// Checks that a figure fits on the page.
pub(crate) fn check_size(page: &PageSpec) -> Result<(), FigureError> {
    page.check()?;
    let room = LEAST_PART..=*PageSpec::SIDE.end();
    if room.contains(&page.width.0) && room.contains(&page.height.0) {
        Ok(())
    } else {
        Err(FigureError::NoRoom)
    }
}
