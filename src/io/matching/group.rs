//! Groups of Comuni as tables name them: ASST and ATS with or without the words that only say what they are.

use crate::base::Level;
use crate::data::AreaKind;
use crate::i18n::folded;

/// The levels of groups that a table can be about, the finest first.
pub(crate) const GROUPS: [Level; 3] = [Level::Ambiti, Level::Asst, Level::Ats];

/// The larger areas that ours are compared with: code as in the list of areas, name, kind, Eurostat's code.
pub(crate) const AREAS: [(&str, &str, AreaKind, &str); 9] = [
    ("italia", "Italia", AreaKind::Italy, "IT"),
    ("lombardia", "Lombardia", AreaKind::Region, "ITC4"),
    ("322", "ATS Insubria", AreaKind::Ats, ""),
    ("323", "ATS Montagna", AreaKind::Ats, ""),
    ("324", "ATS Brianza", AreaKind::Ats, ""),
    ("325", "ATS Bergamo", AreaKind::Ats, ""),
    ("326", "ATS Brescia", AreaKind::Ats, ""),
    ("327", "ATS Val Padana", AreaKind::Ats, ""),
    ("328", "ATS Pavia", AreaKind::Ats, ""),
];

/// What an ASST or an ATS is called, without the words that only say what it is and how it is joined: "Azienda Socio
/// Sanitaria Territoriale di Lodi" and "ASST Lodi" are one. With whether those words are there.
pub(super) fn bare(level: Level, name: &str) -> (String, bool) {
    const JOINING: [&str; 12] =
        ["di", "e", "ed", "d", "del", "della", "dei", "delle", "dell", "la", "lo", "l"];
    let said: &[&[&str]] = match level {
        Level::Asst => &[
            &["asst"],
            &["azienda", "socio", "sanitaria", "territoriale"],
            &["azienda", "sociosanitaria", "territoriale"],
        ],
        Level::Ats => {
            &[&["ats"], &["agenzia", "tutela", "salute"], &["agenzia", "di", "tutela", "della", "salute"]]
        }
        Level::Comuni | Level::Ambiti => &[],
    };
    let text = folded(name);
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let said = said.iter().find(|said| words.starts_with(said));
    let rest = &words[said.map_or(0, |said| said.len())..];
    let is_joining = |word: &str| {
        JOINING.contains(&word) || (level == Level::Ats && ["citta", "metropolitana"].contains(&word))
    };
    (rest.iter().copied().filter(|word| !is_joining(word)).collect(), said.is_some())
}

/// A code as the Region and the Ministry write it: `321`, or after the number of the Region, `030321`.
pub(super) fn code(cell: &str) -> &str {
    let cell = cell.trim().trim_end_matches(".0");
    match cell.strip_prefix("030").or_else(|| cell.strip_prefix("30")) {
        Some(own) if own.len() == 3 && own.bytes().all(|b| b.is_ascii_digit()) => own,
        _ => cell,
    }
}

/// The other ATS that a cell names, by position in [`AREAS`]; a bare name counts only under the header of an ATS.
pub(super) fn other_ats(cell: &str, may_be_bare: bool) -> Option<usize> {
    // Nearly all names begin otherwise.
    if !may_be_bare && !cell.trim_start().starts_with(['A', 'a']) {
        return None;
    }
    let (name, is_said) = bare(Level::Ats, cell);
    if name.is_empty() || !(is_said || may_be_bare) {
        return None;
    }
    AREAS.iter().position(|area| area.2 == AreaKind::Ats && bare(Level::Ats, area.1).0 == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_ways_to_write_a_trust_are_one() {
        let asst = |name| bare(Level::Asst, name).0;
        for name in [
            "ASST Melegnano e della Martesana",
            "asst Melegnano e Martesana",
            "Azienda Socio Sanitaria Territoriale Melegnano e della Martesana",
        ] {
            assert_eq!(asst(name), "melegnanomartesana", "{name}");
        }
        let ats = |name| bare(Level::Ats, name);
        for name in [
            "ATS Città Metropolitana di Milano",
            "ATS della Città Metropolitana di Milano",
            "ATS Milano",
            "ATS Milano Città Metropolitana",
            "Agenzia di Tutela della Salute della Città Metropolitana di Milano",
        ] {
            assert_eq!(ats(name), ("milano".to_owned(), true), "{name}");
        }
        assert_eq!(ats("Milano"), ("milano".to_owned(), false));
        assert_eq!(
            (code("030321"), code("30321"), code("321.0"), code("50061")),
            ("321", "321", "321", "50061")
        );
        let at = |cell, may_be_bare| other_ats(cell, may_be_bare).map(|at| AREAS[at].0);
        assert_eq!([at("ATS della Montagna", false), at("Valpadana", true)], [Some("323"), Some("327")]);
        assert_eq!([at("Bergamo", false), at("ATS", true)], [None, None]);
    }
}
