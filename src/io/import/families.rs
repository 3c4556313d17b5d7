//! Columns of one kind: their headers differ only in numbers, as those of classes of ages do. What one of them measures, the
//! others measure too, so one question and one answer are for all.

use crate::i18n::folded;
use crate::io::recipe::{Measure, header_key};

use super::answers::{Answers, Role};

/// What a header is without its numbers and the words of ages around them; `None` where it has no number.
fn kind(header: &str) -> Option<String> {
    const AROUND: [&str; 21] = [
        "anni", "anno", "eta", "e", "ed", "oltre", "piu", "over", "under", "da", "a", "al", "ai", "i",
        "fino", "sotto", "sopra", "years", "age", "and", "enni",
    ];
    let letters = folded(header);
    let words =
        letters.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty() && !AROUND.contains(word));
    header.bytes().any(|b| b.is_ascii_digit()).then(|| words.collect::<Vec<_>>().join(" "))
}

/// These columns, those of one kind together, in the order of the first of each.
pub(crate) fn grouped(names: &[String], columns: &[usize]) -> Vec<Vec<usize>> {
    let mut groups: Vec<(Option<String>, Vec<usize>)> = Vec::new();
    for &column in columns {
        let of = kind(&names[column]);
        match groups.iter_mut().find(|(known, _)| known.is_some() && *known == of) {
            Some((_, group)) => group.push(column),
            None => groups.push((of, vec![column])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// What the user said that a column measures by saying it of another of its kind.
pub(crate) fn told(name: &str, answers: &Answers) -> Option<Measure> {
    let own = kind(name)?;
    answers.columns.iter().find_map(|(other, role)| match role {
        Role::Value(meaning)
            if header_key(other) != header_key(name) && kind(other).as_ref() == Some(&own) =>
        {
            meaning.measure
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_of_ages_are_of_one_kind() {
        let of = |names: &[&str]| {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            grouped(&names, &(0..names.len()).collect::<Vec<_>>())
        };
        assert_eq!(of(&["0-2", "3-5 anni", "75 e oltre", "65+", "under 18"]), [vec![0, 1, 2, 3, 4]]);
        assert_eq!(of(&["M 0-14", "F 0-14", "M 15-64", "F 15-64"]), [vec![0, 2], vec![1, 3]]);
        assert_eq!(of(&["ICV", "IFC", "ICV"]), [[0], [1], [2]]);
        let answers: Answers =
            serde_json::from_str(r#"{"columns": {"0-2": {"value": {"measure": "count"}}}}"#)
                .expect("answers");
        assert_eq!(told("3-5", &answers), Some(Measure::Count));
        assert_eq!((told("0-2", &answers), told("Età media", &answers)), (None, None));
    }
}
