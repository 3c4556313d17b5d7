//! The little Markdown that the guide is written in, as blocks of plain text with a few styles. `tests/it/guide.rs` reads
//! every chapter, so that one written with more would be noticed.

/// How a piece of text is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    #[default]
    Plain,
    Strong,
    /// Something to be typed.
    Code,
}

/// A piece of text in one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    pub text: String,
    pub style: Style,
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Paragraph(Vec<Span>),
    /// An item of a list, after its sign ("•", "2.").
    Item(String, Vec<Span>),
    /// A remark set apart.
    Quote(Vec<Span>),
    /// The rows of a table, of which the first is the header.
    Table(Vec<Vec<Vec<Span>>>),
    /// Lines to be typed as they are.
    Code(String),
}

/// A heading and what stands below it, up to the next one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// 1 for a chapter.
    pub depth: usize,
    pub title: String,
    pub blocks: Vec<Block>,
}

/// The passages of a chapter.
pub fn passages(text: &str) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    let mut code: Option<Vec<&str>> = None;
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            match code.take() {
                Some(lines) => add(&mut passages, Block::Code(lines.join("\n"))),
                None => {
                    close(&mut passages, &mut open);
                    code = Some(Vec::new());
                }
            }
            continue;
        }
        if let Some(code) = &mut code {
            code.push(line);
            continue;
        }
        let depth = line.chars().take_while(|letter| *letter == '#').count();
        if depth > 0 && line[depth..].starts_with(' ') {
            close(&mut passages, &mut open);
            let title = plain(&spans(line[depth..].trim()));
            passages.push(Passage { depth, title, blocks: Vec::new() });
            continue;
        }
        if line.trim().is_empty() {
            close(&mut passages, &mut open);
            continue;
        }
        let is_same = open.first().is_none_or(|first| goes_on(first, line));
        if !is_same {
            close(&mut passages, &mut open);
        }
        open.push(line);
    }
    close(&mut passages, &mut open);
    passages
}

/// Whether a line belongs to the block that this one began.
fn goes_on(first: &str, line: &str) -> bool {
    let is_table = |line: &str| line.starts_with('|');
    let is_quote = |line: &str| line.starts_with('>');
    match (item(line), is_table(first)) {
        (Some(_), _) => false,
        (None, true) => is_table(line),
        (None, false) => is_quote(first) == is_quote(line),
    }
}

/// The sign of an item and its text.
fn item(line: &str) -> Option<(String, &str)> {
    let line = line.trim_start();
    if let Some(text) = line.strip_prefix("- ") {
        return Some(("•".to_owned(), text));
    }
    let (number, text) = line.split_once(". ")?;
    let is_number = !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit());
    is_number.then(|| (format!("{number}."), text))
}

fn add(passages: &mut Vec<Passage>, block: Block) {
    if passages.is_empty() {
        passages.push(Passage { depth: 1, title: String::new(), blocks: Vec::new() });
    }
    if let Some(last) = passages.last_mut() {
        last.blocks.push(block);
    }
}

/// Makes a block of the lines that have come together.
fn close(passages: &mut Vec<Passage>, open: &mut Vec<&str>) {
    let lines = std::mem::take(open);
    let Some(first) = lines.first() else { return };
    let joined = |strip: fn(&str) -> &str| {
        let lines: Vec<&str> = lines.iter().map(|line| strip(line).trim()).collect();
        spans(&lines.join(" "))
    };
    let block = if first.starts_with('|') {
        let is_rule = |line: &&&str| !line.chars().all(|letter| "|-: ".contains(letter));
        let cells = |line: &&str| {
            let row = line.trim().trim_start_matches('|').trim_end_matches('|');
            row.split('|').map(|cell| spans(cell.trim())).collect()
        };
        Block::Table(lines.iter().filter(is_rule).map(cells).collect())
    } else if first.starts_with('>') {
        Block::Quote(joined(|line| line.trim_start_matches('>')))
    } else if let Some((sign, _)) = item(first) {
        Block::Item(sign, joined(|line| item(line).map_or(line, |(_, text)| text)))
    } else {
        Block::Paragraph(joined(|line| line))
    };
    // A picture alone leaves nothing: the window itself is what it shows.
    let is_empty = match &block {
        Block::Paragraph(spans) | Block::Item(_, spans) | Block::Quote(spans) => {
            spans.iter().all(|span| span.text.trim().is_empty())
        }
        Block::Table(_) | Block::Code(_) => false,
    };
    if !is_empty {
        add(passages, block);
    }
}

/// A line of text in its styles: links are read as their words, pictures are left out.
fn spans(text: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut put = |text: &str, style: Style| match spans.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.style == style => last.text.push_str(text),
        _ => spans.push(Span { text: text.to_owned(), style }),
    };
    let mut rest = text;
    let mut style = Style::Plain;
    while let Some(at) = rest.find(['*', '`', '[', '!']) {
        let (before, after) = rest.split_at(at);
        put(before, style);
        if let Some(after) = after.strip_prefix("**") {
            style = if style == Style::Strong { Style::Plain } else { Style::Strong };
            rest = after;
        } else if let Some((code, after)) = after.strip_prefix('`').and_then(|after| after.split_once('`')) {
            put(code, Style::Code);
            rest = after;
        } else if let Some((_, after)) = after.strip_prefix("![").and_then(link) {
            rest = after;
        } else if let Some((words, after)) = after.strip_prefix('[').and_then(link) {
            // The words of a link may have a style of their own.
            put(&words.replace('`', ""), style);
            rest = after;
        } else {
            let first = after.chars().next().map_or(0, char::len_utf8);
            put(&after[..first], style);
            rest = &after[first..];
        }
    }
    put(rest, style);
    spans
}

/// The words of a link after its opening bracket, and what follows it.
fn link(after: &str) -> Option<(&str, &str)> {
    let (words, rest) = after.split_once("](")?;
    let (_, rest) = rest.split_once(')')?;
    (!words.contains('[')).then_some((words, rest))
}

/// The words without their styles.
pub fn plain(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(text: &str, style: Style) -> Span {
        Span { text: text.to_owned(), style }
    }

    #[test]
    fn text_links_and_pictures() {
        assert_eq!(
            spans("Premi **F8** o `Ctrl` (capitolo [Il *progetto*](05.md#qgis)): 2 * 3![x](y.png)."),
            [
                span("Premi ", Style::Plain),
                span("F8", Style::Strong),
                span(" o ", Style::Plain),
                span("Ctrl", Style::Code),
                span(" (capitolo Il *progetto*): 2 * 3.", Style::Plain),
            ]
        );
    }

    #[test]
    fn blocks_of_a_chapter() {
        let text = "# 1. La mappa\n\nUna riga\nche segue.\n\n- uno\n  ancora\n- due\n\n> detto\n> a parte\n\n\
                    ![x](y.png)\n\n## Tabella\n\n| a | b |\n|---|---|\n| 1 | **2** |\n\n```sh\n# comando\n```\n";
        let passages = passages(text);
        let titles: Vec<(usize, &str)> = passages.iter().map(|p| (p.depth, p.title.as_str())).collect();
        assert_eq!(titles, [(1, "1. La mappa"), (2, "Tabella")]);
        let words = |text| vec![span(text, Style::Plain)];
        assert_eq!(
            passages[0].blocks,
            [
                Block::Paragraph(words("Una riga che segue.")),
                Block::Item("•".to_owned(), words("uno ancora")),
                Block::Item("•".to_owned(), words("due")),
                Block::Quote(words("detto a parte")),
            ]
        );
        assert_eq!(
            passages[1].blocks,
            [
                Block::Table(vec![
                    vec![words("a"), words("b")],
                    vec![words("1"), vec![span("2", Style::Strong)]]
                ]),
                Block::Code("# comando".to_owned()),
            ]
        );
    }
}
