//! The file of a template as it is written, and how it becomes a [`Template`].

use std::collections::HashSet;

use serde::Deserialize;
use toml::Spanned;

use crate::analysis::Growth;
use crate::base::{Date, Level, Misread};
use crate::data::Bilingual;
use crate::document::{AnalysisQuestion, Asked, ElementKind};
use crate::report::block::{Contents, Role};

use super::error::{TemplateError, TemplateFault};
use super::item::{
    AnalysisItem, At, FieldRow, FieldsItem, FigureItem, FigureKind, Frame, Item, ItemKind, Only, TableItem,
    TableKind,
};
use super::model::{About, Section, Template};
use super::rule::{Rule, Say};

/// The most characters of a file.
const MOST_LETTERS: usize = 400_000;
/// The most sections, items of one, and indicators of an item.
const MOST: usize = 60;
/// The most characters of one text.
const MOST_TEXT: usize = 6000;
/// Sides of a figure in millimetres: the text of A4 is 160 wide and 240 high.
const SIDES: [usize; 2] = [60, 240];
/// The most sentences of a reading, empty copies of a sheet, columns of dates, and rows of a ranking.
const MOST_COUNTED: usize = 40;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTemplate {
    id: String,
    title: Bilingual,
    act: Option<Bilingual>,
    about: Option<Spanned<String>>,
    #[serde(default)]
    contents: Vec<Spanned<String>>,
    #[serde(default, rename = "section")]
    sections: Vec<Spanned<RawSection>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSection {
    id: String,
    title: Bilingual,
    level: Option<u8>,
    #[serde(default)]
    new_page: bool,
    only: Option<Spanned<String>>,
    each: Option<Spanned<String>>,
    #[serde(default, rename = "item")]
    items: Vec<Spanned<RawItem>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawItem {
    kind: Spanned<String>,
    id: Option<String>,
    only: Option<Spanned<String>>,
    text: Option<Bilingual>,
    role: Option<Spanned<String>>,
    rules: Option<Vec<Spanned<String>>>,
    bullets: Option<bool>,
    figure: Option<Spanned<String>>,
    table: Option<Spanned<String>>,
    caption: Option<Bilingual>,
    indicator: Option<String>,
    x: Option<String>,
    y: Option<String>,
    indicators: Option<Vec<String>>,
    date: Option<Spanned<String>>,
    level: Option<Spanned<String>>,
    frame: Option<Spanned<String>>,
    height: Option<usize>,
    width: Option<usize>,
    reading: Option<usize>,
    top: Option<usize>,
    range: Option<bool>,
    change: Option<bool>,
    dates: Option<usize>,
    question: Option<Spanned<String>>,
    with: Option<Vec<String>>,
    good: Option<Vec<String>>,
    bad: Option<Vec<String>>,
    measure: Option<Spanned<String>>,
    series: Option<bool>,
    prompt: Option<Bilingual>,
    head: Option<[Bilingual; 2]>,
    rows: Option<Vec<RawRow>>,
    copies: Option<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRow {
    id: String,
    asks: Bilingual,
    prompt: Bilingual,
}

/// Rows of positions in the text.
struct Rows<'a>(&'a str);

impl Rows<'_> {
    fn error(&self, at: usize, fault: TemplateFault) -> TemplateError {
        TemplateError { row: Misread::at(self.0, at).row, fault }
    }

    /// The value that a word stands for.
    fn word<T: Copy>(&self, word: &Spanned<String>, known: &[(&str, T)]) -> Result<T, TemplateError> {
        let found = known.iter().find(|(id, _)| id == word.get_ref());
        found.map(|(_, value)| *value).ok_or_else(|| {
            let known = known.iter().map(|(id, _)| *id).collect::<Vec<_>>().join(", ");
            self.error(word.span().start, TemplateFault::BadWord { word: word.get_ref().clone(), known })
        })
    }

    fn optional<T: Copy>(
        &self,
        word: Option<&Spanned<String>>,
        known: &[(&str, T)],
    ) -> Result<Option<T>, TemplateError> {
        word.map(|word| self.word(word, known)).transpose()
    }

    fn within(
        &self,
        at: usize,
        key: &str,
        n: usize,
        [least, most]: [usize; 2],
    ) -> Result<usize, TemplateError> {
        if (least..=most).contains(&n) {
            return Ok(n);
        }
        Err(self.error(at, TemplateFault::OutOfBounds { key: key.to_owned(), least, most }))
    }

    fn texts<'t>(
        &self,
        at: usize,
        key: &str,
        texts: impl IntoIterator<Item = &'t Bilingual>,
    ) -> Result<(), TemplateError> {
        let longest = texts.into_iter().flat_map(|text| [&text.it, &text.en]).map(String::len).max();
        self.within(at, key, longest.unwrap_or_default(), [0, MOST_TEXT]).map(drop)
    }
}

const ONLY: [(&str, Only); 3] =
    [("always", Only::Always), ("groups", Only::Groups), ("one-comune", Only::OneComune)];

impl Template {
    /// Reads a template.
    ///
    /// # Errors
    /// The row that is wrong, and why.
    pub fn read(text: &str) -> Result<Self, TemplateError> {
        read(text)
    }
}

fn read(text: &str) -> Result<Template, TemplateError> {
    let rows = Rows(text);
    rows.within(0, "template", text.len(), [0, MOST_LETTERS])?;
    let raw: RawTemplate = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        rows.error(at, fault(error.message(), text, at))
    })?;
    rows.texts(0, "title", std::iter::once(&raw.title).chain(&raw.act))?;
    let about = [("place", About::Place), ("ambiti", About::Ambiti)];
    let lists =
        [("headings", Contents::Headings), ("figures", Contents::Figures), ("tables", Contents::Tables)];
    let contents = raw.contents.iter().map(|word| rows.word(word, &lists)).collect::<Result<_, _>>()?;
    rows.within(0, "section", raw.sections.len(), [1, MOST])?;
    let sections = raw.sections.into_iter().map(|section| {
        let at = section.span().start;
        read_section(section.into_inner(), at, &rows).map(|section| (at, section))
    });
    let sections: Vec<(usize, Section)> = sections.collect::<Result<_, _>>()?;
    let mut seen = HashSet::new();
    if let Some((at, twice)) = sections.iter().find(|(_, section)| !seen.insert(section.id.as_str())) {
        return Err(rows.error(*at, TemplateFault::Twice { id: twice.id.clone() }));
    }
    Ok(Template {
        id: raw.id,
        text: text.to_owned(),
        title: raw.title,
        act: raw.act,
        about: rows.optional(raw.about.as_ref(), &about)?.unwrap_or(About::Place),
        contents,
        sections: sections.into_iter().map(|(_, section)| section).collect(),
    })
}

/// The complaint of the parser in our words.
fn fault(message: &str, text: &str, at: usize) -> TemplateFault {
    let quoted = || message.split('`').nth(1).unwrap_or_default().to_owned();
    // "unknown field `x`, expected one of `a`, `b`"
    let known = || message.split('`').skip(3).step_by(2).collect::<Vec<_>>().join(", ");
    if message.starts_with("unknown field") {
        TemplateFault::UnknownKey { key: quoted(), known: known() }
    } else if message.starts_with("missing field") {
        TemplateFault::Missing { key: quoted() }
    } else {
        TemplateFault::Unreadable { written: Misread::at(text, at).written }
    }
}

fn read_section(raw: RawSection, at: usize, rows: &Rows<'_>) -> Result<Section, TemplateError> {
    rows.texts(at, "title", [&raw.title])?;
    rows.within(at, "item", raw.items.len(), [0, MOST])?;
    let level = rows.within(at, "level", usize::from(raw.level.unwrap_or(1)), [1, 3])? as u8;
    let items = raw.items.into_iter().enumerate().map(|(i, item)| {
        let at = item.span().start;
        read_item(item.into_inner(), i, at, rows)
    });
    let items: Vec<Item> = items.collect::<Result<_, _>>()?;
    let mut seen = HashSet::new();
    if let Some(twice) = items.iter().find(|item| !seen.insert(item.id.as_str())) {
        let fault = TemplateFault::Twice { id: twice.id.clone() };
        return Err(TemplateError { row: twice.row, fault });
    }
    Ok(Section {
        id: raw.id,
        title: raw.title,
        level,
        on_new_page: raw.new_page,
        only: rows.optional(raw.only.as_ref(), &ONLY)?.unwrap_or_default(),
        is_for_each: rows.optional(raw.each.as_ref(), &[("ambiti", true)])?.unwrap_or_default(),
        items,
    })
}

/// The keys that each kind of item has, besides `kind`, `id` and `only`.
fn allowed(kind: &str) -> &'static [&'static str] {
    match kind {
        "text" => &["text", "role"],
        "sentences" => &["rules", "bullets"],
        "figure" => &[
            "figure",
            "indicator",
            "x",
            "y",
            "indicators",
            "date",
            "level",
            "frame",
            "height",
            "width",
            "reading",
            "top",
            "range",
            "change",
        ],
        "analysis" => {
            &["series", "question", "indicator", "with", "good", "bad", "measure", "date", "level", "height"]
        }
        "table" => &["table", "caption", "indicators", "indicator", "date", "dates"],
        "field" => &["prompt"],
        "fields" => &["caption", "head", "rows", "copies"],
        _ => &[],
    }
}

/// The keys that an item has.
fn given(raw: &RawItem) -> Vec<&'static str> {
    let all = [
        ("text", raw.text.is_some()),
        ("role", raw.role.is_some()),
        ("rules", raw.rules.is_some()),
        ("bullets", raw.bullets.is_some()),
        ("figure", raw.figure.is_some()),
        ("table", raw.table.is_some()),
        ("caption", raw.caption.is_some()),
        ("indicator", raw.indicator.is_some()),
        ("x", raw.x.is_some()),
        ("y", raw.y.is_some()),
        ("indicators", raw.indicators.is_some()),
        ("date", raw.date.is_some()),
        ("level", raw.level.is_some()),
        ("frame", raw.frame.is_some()),
        ("height", raw.height.is_some()),
        ("width", raw.width.is_some()),
        ("reading", raw.reading.is_some()),
        ("top", raw.top.is_some()),
        ("range", raw.range.is_some()),
        ("change", raw.change.is_some()),
        ("dates", raw.dates.is_some()),
        ("question", raw.question.is_some()),
        ("with", raw.with.is_some()),
        ("good", raw.good.is_some()),
        ("bad", raw.bad.is_some()),
        ("measure", raw.measure.is_some()),
        ("series", raw.series.is_some()),
        ("prompt", raw.prompt.is_some()),
        ("head", raw.head.is_some()),
        ("rows", raw.rows.is_some()),
        ("copies", raw.copies.is_some()),
    ];
    all.into_iter().filter(|(_, is_given)| *is_given).map(|(key, _)| key).collect()
}

/// The kinds of item.
const KINDS: [(&str, &str); 8] = [
    ("text", "text"),
    ("sentences", "sentences"),
    ("figure", "figure"),
    ("analysis", "analysis"),
    ("table", "table"),
    ("field", "field"),
    ("fields", "fields"),
    ("methods", "methods"),
];

fn read_item(raw: RawItem, i: usize, at: usize, rows: &Rows<'_>) -> Result<Item, TemplateError> {
    let kind = rows.word(&raw.kind, &KINDS)?;
    let row = Misread::at(rows.0, raw.kind.span().start).row;
    let here = |fault| TemplateError { row, fault };
    if let Some(key) = given(&raw).into_iter().find(|key| !allowed(kind).contains(key)) {
        return Err(here(TemplateFault::NotHere { key: key.to_owned(), kind: kind.to_owned() }));
    }
    let missing = |key: &str| here(TemplateFault::Missing { key: key.to_owned() });
    let texts = [&raw.text, &raw.caption, &raw.prompt];
    rows.texts(at, "text", texts.into_iter().flatten())?;
    let only = rows.optional(raw.only.as_ref(), &ONLY)?.unwrap_or_default();
    let id = raw.id.clone().unwrap_or_else(|| format!("{kind}-{}", i + 1));
    let item = match kind {
        "text" => {
            let roles = [("body", Role::Body), ("caution", Role::Caution), ("note", Role::Note)];
            let role = rows.optional(raw.role.as_ref(), &roles)?.unwrap_or_default();
            ItemKind::Text { text: raw.text.ok_or_else(|| missing("text"))?, role }
        }
        "sentences" => {
            let written = raw.rules.ok_or_else(|| missing("rules"))?;
            rows.within(at, "rules", written.len(), [1, MOST])?;
            let rules = written.iter().map(|rule| read_rule(rule, rows)).collect::<Result<_, _>>()?;
            ItemKind::Sentences { rules, bullets: raw.bullets.unwrap_or_default() }
        }
        "figure" => ItemKind::Figure(read_figure(&raw, at, rows, &missing)?),
        "analysis" => ItemKind::Analysis(read_analysis(&raw, at, rows, &missing)?),
        "table" => ItemKind::Table(read_table(&raw, at, rows, &missing)?),
        "field" => ItemKind::Field { prompt: raw.prompt.ok_or_else(|| missing("prompt"))? },
        "fields" => {
            let asked = raw.rows.ok_or_else(|| missing("rows"))?;
            rows.within(at, "rows", asked.len(), [1, MOST])?;
            rows.texts(at, "rows", asked.iter().flat_map(|row| [&row.asks, &row.prompt]))?;
            let copies = rows.within(at, "copies", raw.copies.unwrap_or(1), [1, MOST_COUNTED])?;
            let row = |row: RawRow| FieldRow { id: row.id, asks: row.asks, prompt: row.prompt };
            ItemKind::Fields(FieldsItem {
                caption: raw.caption.ok_or_else(|| missing("caption"))?,
                head: raw.head.ok_or_else(|| missing("head"))?,
                rows: asked.into_iter().map(row).collect(),
                copies,
            })
        }
        _ => ItemKind::Methods,
    };
    Ok(Item { id, row, only, kind: item })
}

fn read_rule(written: &Spanned<String>, rows: &Rows<'_>) -> Result<Rule, TemplateError> {
    let wrong = |fault| rows.error(written.span().start, fault);
    let mut words = written.get_ref().split_whitespace();
    let name = words.next().unwrap_or_default();
    let say =
        Say::from_id(name).ok_or_else(|| wrong(TemplateFault::UnknownRule { rule: name.to_owned() }))?;
    let indicators: Vec<String> = words.map(str::to_owned).collect();
    if !say.counts().contains(&indicators.len()) {
        return Err(wrong(TemplateFault::RuleIndicator { rule: name.to_owned() }));
    }
    Ok(Rule { say, indicators })
}

fn read_date(written: Option<&Spanned<String>>, rows: &Rows<'_>) -> Result<At, TemplateError> {
    let Some(written) = written else { return Ok(At::Latest) };
    if written.get_ref() == "latest" {
        return Ok(At::Latest);
    }
    let date = written.get_ref().parse::<Date>().map(At::Date);
    date.map_err(|_| {
        let fault = TemplateFault::BadDate { written: written.get_ref().clone() };
        rows.error(written.span().start, fault)
    })
}

fn read_figure(
    raw: &RawItem,
    at: usize,
    rows: &Rows<'_>,
    missing: &dyn Fn(&str) -> TemplateError,
) -> Result<FigureItem, TemplateError> {
    let kinds = ElementKind::ALL.iter().filter(|kind| **kind != ElementKind::Table);
    let mut known: Vec<(&str, FigureKind)> = kinds.map(|kind| (kind.id(), FigureKind::Of(*kind))).collect();
    known.push(("outline", FigureKind::Outline));
    let kind = rows.word(raw.figure.as_ref().ok_or_else(|| missing("figure"))?, &known)?;
    let several = raw.indicators.clone().unwrap_or_default();
    rows.within(at, "indicators", several.len(), [0, MOST])?;
    let need = |key: &str, id: &Option<String>| id.clone().ok_or_else(|| missing(key));
    let indicators = match kind {
        FigureKind::Outline | FigureKind::Of(ElementKind::Pyramid) => Vec::new(),
        FigureKind::Of(ElementKind::Spine | ElementKind::Matrix) => several,
        FigureKind::Of(ElementKind::Scatter) => vec![need("x", &raw.x)?, need("y", &raw.y)?],
        FigureKind::Of(_) => vec![need("indicator", &raw.indicator)?],
    };
    let levels = Level::ALL.map(|level| (level.id(), level));
    let frames = [("place", Frame::Place), ("all", Frame::All)];
    let side = |key: &str, given: Option<usize>, usual: usize| {
        rows.within(at, key, given.unwrap_or(usual), SIDES).map(|side| side as f64)
    };
    Ok(FigureItem {
        kind,
        indicators,
        at: read_date(raw.date.as_ref(), rows)?,
        level: rows.optional(raw.level.as_ref(), &levels)?,
        frame: rows.optional(raw.frame.as_ref(), &frames)?.unwrap_or_default(),
        height: side("height", raw.height, 95)?,
        width: side("width", raw.width, 160)?,
        reading: rows.within(at, "reading", raw.reading.unwrap_or(2), [0, MOST_COUNTED])?,
        top: raw.top.map(|top| rows.within(at, "top", top, [1, 200])).transpose()?,
        range: raw.range.unwrap_or_default(),
        change: raw.change.unwrap_or_default(),
    })
}

/// What is still to be chosen is told here, so that no report is written without it.
fn read_analysis(
    raw: &RawItem,
    at: usize,
    rows: &Rows<'_>,
    missing: &dyn Fn(&str) -> TemplateError,
) -> Result<AnalysisItem, TemplateError> {
    let questions = AnalysisQuestion::ALL.map(|question| (question.id(), question));
    let question = rows.word(raw.question.as_ref().ok_or_else(|| missing("question"))?, &questions)?;
    let with = raw.with.clone().unwrap_or_default();
    rows.within(at, "with", with.len(), [usize::from(question.needs_others()), MOST])?;
    let names = Growth::SHOWN.map(Growth::id);
    let measures: Vec<(&str, Growth)> = names.iter().map(String::as_str).zip(Growth::SHOWN).collect();
    let is_future = question == AnalysisQuestion::Future;
    let continues = is_future && raw.series.unwrap_or_default();
    if (!is_future || continues) && raw.indicator.is_none() {
        return Err(missing("indicator"));
    }
    let declared = [(&raw.good, true), (&raw.bad, false)];
    let declared = declared
        .into_iter()
        .flat_map(|(ids, is_good)| ids.iter().flatten().map(move |id| (id.clone(), is_good)));
    let levels = Level::ALL.map(|level| (level.id(), level));
    let height = rows.within(at, "height", raw.height.unwrap_or(95), SIDES)?;
    Ok(AnalysisItem {
        asked: Asked {
            question,
            with,
            declared: declared.collect(),
            measure: rows.optional(raw.measure.as_ref(), &measures)?.unwrap_or_default(),
            continues,
            ..Asked::default()
        },
        indicator: raw.indicator.clone(),
        at: read_date(raw.date.as_ref(), rows)?,
        level: rows.optional(raw.level.as_ref(), &levels)?.unwrap_or(Level::Comuni),
        height: height as f64,
    })
}

fn read_table(
    raw: &RawItem,
    at: usize,
    rows: &Rows<'_>,
    missing: &dyn Fn(&str) -> TemplateError,
) -> Result<TableItem, TemplateError> {
    let kind = rows.word(raw.table.as_ref().ok_or_else(|| missing("table"))?, &TableKind::ALL)?;
    let one = raw.indicator.iter().cloned();
    let indicators: Vec<String> = one.chain(raw.indicators.clone().unwrap_or_default()).collect();
    rows.within(at, "indicators", indicators.len(), [1, MOST])?;
    Ok(TableItem {
        kind,
        caption: raw.caption.clone().ok_or_else(|| missing("caption"))?,
        indicators,
        at: read_date(raw.date.as_ref(), rows)?,
        dates: rows.within(at, "dates", raw.dates.unwrap_or(5), [2, 12])?,
    })
}
