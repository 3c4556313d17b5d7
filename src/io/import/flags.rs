//! What a file says of its values beside the numbers: that they are estimated or provisional. The flag may be in the
//! cell ("123 (e)", "123*"), in a separate column, in the header of the column, or in a line above or below the
//! table.

use crate::data::Quality;
use crate::io::numbers::flag;
use crate::io::recipe::header_key;
use crate::io::source::{Line, RawTable};

use super::columns::Plan;

/// Headers of columns with one flag per row.
const COLUMNS: [&str; 10] = [
    "flag",
    "flags",
    "flagcodes",
    "obsstatus",
    "observationstatus",
    "status",
    "stato",
    "statodeldato",
    "obsflag",
    "informazioni",
];

/// The flags of a table.
#[derive(Debug, Default)]
pub struct Flags {
    /// The meanings of marks, as explained in the file.
    legend: Vec<(String, Quality)>,
    /// For each column of values, its flag columns and the quality in its header.
    columns: Vec<(Vec<usize>, Quality)>,
    /// The quality that a line of text gives to all values.
    all: Quality,
}

impl Flags {
    /// Reads the lines of text, the headers and the flag columns.
    pub fn of(table: &RawTable, plan: &Plan<'_>) -> Self {
        let mut flags = Self::default();
        for row in 0..table.len() {
            let mut filled = table.row(row).filter(|cell| !cell.is_empty());
            let (Some(line), None) = (filled.next(), filled.next()) else { continue };
            flags.legend.extend(line.split([';', ',', '\n']).filter_map(meaning));
            if flags.legend.is_empty() && says_all(line) {
                flags.all = flags.all.max(in_words(line));
            }
        }
        let is_flag = |name: &String| COLUMNS.contains(&header_key(name).as_str());
        let columns: Vec<usize> = (0..plan.names.len()).filter(|&i| is_flag(&plan.names[i])).collect();
        for (i, value) in plan.values.iter().enumerate() {
            // The flag columns between it and the next column of values or, if there are none, all of them.
            let next = plan.values.get(i + 1).map_or(usize::MAX, |next| next.column);
            let own: Vec<usize> =
                columns.iter().copied().filter(|&column| column > value.column && column < next).collect();
            let own = if own.is_empty() { columns.clone() } else { own };
            let name = &plan.names[value.column];
            let starless = name.trim_end_matches('*');
            let mark = &name[starless.len()..];
            let starred = if mark.is_empty() { Quality::Final } else { flags.meaning(mark) };
            flags.columns.push((own, in_head(name).max(starred)));
        }
        flags
    }

    /// The status the source gives to the value in a column of values and a row.
    pub fn quality(&self, line: &Line<'_>, plan: &Plan<'_>, value: usize) -> Quality {
        let Some((columns, head)) = self.columns.get(value) else { return self.all };
        let mut quality = self.all.max(*head);
        if let Some(mark) = flag(line.cell(plan.values[value].column)) {
            quality = quality.max(self.meaning(mark));
        }
        for column in columns {
            quality = quality.max(self.meaning(line.cell(*column)));
        }
        quality
    }

    /// Whether something beyond its own cell may say what a value is.
    pub fn mark(&self, value: usize) -> bool {
        let (columns, head) =
            self.columns.get(value).map_or((0, Quality::Final), |(own, head)| (own.len(), *head));
        columns > 0 || self.all.max(head) != Quality::Final
    }

    /// What a mark means: as explained in the file, or its usual meaning.
    pub fn meaning(&self, mark: &str) -> Quality {
        let known = self.legend.iter().find(|(own, _)| own.eq_ignore_ascii_case(mark.trim()));
        known.map_or_else(|| usual(mark), |(_, quality)| *quality)
    }
}

/// The default meaning of a mark: the letters of Eurostat and ISTAT, and plain words.
fn usual(mark: &str) -> Quality {
    match mark.trim().to_lowercase().as_str() {
        "e" | "s" | "f" | "ep" | "pe" => Quality::Estimated,
        "p" => Quality::Provisional,
        words => in_words(words),
    }
}

/// The meaning of an explanation in words.
fn in_words(text: &str) -> Quality {
    let text = text.to_lowercase();
    let mut words = text.split(|c: char| !c.is_alphabetic());
    let begins = |all: &[&str], word: &str| all.iter().any(|beginning| word.starts_with(beginning));
    let mut quality = Quality::Final;
    if words.clone().any(|word| word == "non" || word == "not") {
        return quality;
    }
    for word in words.by_ref() {
        if begins(&["stim", "estim"], word) {
            quality = quality.max(Quality::Estimated);
        } else if begins(&["provv", "provis", "prelim"], word) {
            quality = quality.max(Quality::Provisional);
        }
    }
    quality
}

/// Whether a line of text is about the values of the table, and not about a source with the word in its name.
fn says_all(line: &str) -> bool {
    let line = line.to_lowercase();
    let words = ["dat", "valor", "stim", "figures", "data", "values", "estimate", "provisional"];
    !line.starts_with("fonte") && !line.starts_with("source") && words.iter().any(|word| line.contains(word))
}

/// The quality in the header of a column: in parentheses, or as its last word.
fn in_head(name: &str) -> Quality {
    if let Some((_, rest)) = name.rsplit_once('(')
        && let Some((mark, _)) = rest.split_once(')')
    {
        return usual(mark);
    }
    in_words(name.rsplit(' ').next().filter(|word| *word != name).unwrap_or_default())
}

/// A mark and its meaning, in a line such as "* dato provvisorio", "(1) stima" or "Legenda: e = dato stimato".
fn meaning(piece: &str) -> Option<(String, Quality)> {
    let piece = piece.trim();
    let piece = match piece.split_once(':') {
        Some((before, after)) if before.to_lowercase().starts_with("legend") => after.trim(),
        _ => piece,
    };
    let (mark, rest) = if let Some(rest) = piece.strip_prefix('(') {
        rest.split_once(')')?
    } else {
        let end = piece.find(|c: char| !c.is_alphanumeric() && c != '*').unwrap_or(piece.len());
        // A line may begin with an asterisk right before a word: "*stima".
        let end =
            if piece.starts_with('*') { piece.len() - piece.trim_start_matches('*').len() } else { end };
        piece.split_at(end)
    };
    let meaning = rest.trim_start();
    let is_separated = meaning.starts_with(['=', ':', '-', '–']);
    let mark = mark.trim();
    if mark.is_empty()
        || mark.chars().count() > 3
        || !(is_separated || mark.contains('*') || piece.starts_with('('))
    {
        return None;
    }
    Some((mark.to_owned(), in_words(meaning)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_legend_says_what_a_mark_means() {
        let read = |line: &str| meaning(line).map(|(mark, quality)| (mark, quality.id()));
        for (line, mark, quality) in [
            ("* dato provvisorio", "*", "provisional"),
            ("*stima", "*", "estimated"),
            ("(1) Valori stimati", "1", "estimated"),
            ("Legenda: e = dato stimato", "e", "estimated"),
            ("p: dati provvisori", "p", "provisional"),
            ("p = parziale", "p", "final"),
            ("** dato non disponibile", "**", "final"),
        ] {
            assert_eq!(read(line), Some((mark.to_owned(), quality)), "{line}");
        }
        for line in ["Fonte: ISTAT", "Dati provvisori", "", "Popolazione residente"] {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn heads_and_words_are_read() {
        for (head, quality) in [
            ("Residenti 2026 (stima)", Quality::Estimated),
            ("Utenti 2025 (p)", Quality::Provisional),
            ("Utenti 2025 provvisorio", Quality::Provisional),
            ("Residenti", Quality::Final),
            ("stima", Quality::Final),
            ("Quota (%)", Quality::Final),
        ] {
            assert_eq!(in_head(head), quality, "{head}");
        }
        assert!(says_all("Dati provvisori al 31/10/2025") && !says_all("Fonte: stime ISTAT"));
        assert_eq!(in_words("dati non provvisori"), Quality::Final);
    }
}
