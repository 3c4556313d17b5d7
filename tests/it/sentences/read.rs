//! Reads a text sentence by sentence: each must match a template, and what it says must be true.

use super::column::{Context, Template};
use super::pattern;
use super::source::Lang;

/// A sentence that is wrong, or that matches no template.
#[derive(Clone, Debug)]
pub struct Fault {
    /// The text of the figure that contains it.
    pub text: &'static str,
    pub sentence: String,
    pub why: String,
}

/// The result of reading a figure.
#[derive(Default)]
pub struct Report {
    pub sentences: usize,
    pub faults: Vec<Fault>,
}

impl Report {
    /// Records what is wrong with a sentence.
    pub fn fault(&mut self, text: &'static str, sentence: impl Into<String>, why: impl Into<String>) {
        self.faults.push(Fault { text, sentence: sentence.into(), why: why.into() });
    }

    /// Reads a text about several subjects: a sentence is about the same subject as the one before it, or about a
    /// later one.
    pub fn read<C: Context>(
        &mut self,
        name: &'static str,
        text: &str,
        templates: &[&[Template<C>]],
        about: &[C],
    ) {
        let Some(lang) = about.first().map(Context::lang) else {
            return self.fault(name, text, "about nothing");
        };
        let templates: Vec<&Template<C>> = templates.iter().flat_map(|some| some.iter()).collect();
        let wordings = |template: &Template<C>, context: &C| -> Vec<String> {
            let all = if lang == Lang::It { template.it } else { template.en };
            all.iter().map(|wording| worded(wording, context)).collect()
        };
        // For each subject, every wording of every template.
        let patterns: Vec<Vec<(usize, String)>> = about
            .iter()
            .map(|context| {
                let of = |(i, template): (usize, &&Template<C>)| {
                    wordings(template, context).into_iter().map(move |wording| (i, wording))
                };
                templates.iter().enumerate().flat_map(of).collect()
            })
            .collect();
        let mut rest = text;
        let mut at = 0;
        'sentences: while !rest.is_empty() {
            self.sentences += 1;
            let mut wrong: Option<(String, usize)> = None;
            let from = at;
            for next in from..about.len() {
                for (template, wording) in &patterns[next] {
                    let mut why: Option<String> = None;
                    let read = pattern::sentence(wording, rest, &mut |caps| {
                        match (templates[*template].check)(&about[next], caps) {
                            Ok(()) => true,
                            Err(wrong) => {
                                // A sentence that could not be parsed is less informative than one that is wrong.
                                let tells = |why: &String| !why.starts_with('?');
                                if why.as_ref().is_none_or(|known| !tells(known) && tells(&wrong)) {
                                    why = Some(wrong);
                                }
                                false
                            }
                        }
                    });
                    if let Some(after) = read {
                        (rest, at) = (after.trim_start_matches(' '), next);
                        continue 'sentences;
                    }
                    if let Some(why) = why {
                        let end = pattern::sentence(wording, rest, &mut |_| true);
                        let length = rest.len() - end.map_or(0, str::len);
                        // Several patterns may fit: what is wrong is said for each.
                        wrong = Some(match wrong.take() {
                            Some((known, length)) if !known.starts_with('?') => {
                                (if why.starts_with('?') { known } else { known + "; or " + &why }, length)
                            }
                            _ => (why, length),
                        });
                    }
                }
            }
            let (why, length) = wrong.unwrap_or_else(|| ("no pattern knows it".to_owned(), end_of(rest)));
            self.fault(name, &rest[..length], why);
            rest = rest[length..].trim_start_matches(' ');
        }
    }
}

/// A wording with the words of its figure filled in: `<on>` as it is, `<On>` with a capital.
fn worded(wording: &str, context: &impl Context) -> String {
    let mut out = String::new();
    let mut rest = wording;
    while let Some(open) = rest.find('<') {
        let close = open + rest[open..].find('>').expect("a word that ends");
        let name = &rest[open + 1..close];
        let word = context.word(&name.to_lowercase());
        out.push_str(&rest[..open]);
        if name.starts_with(char::is_uppercase) {
            let mut letters = word.chars();
            out.extend(letters.next().into_iter().flat_map(char::to_uppercase));
            out.push_str(letters.as_str());
        } else {
            out.push_str(&word);
        }
        rest = &rest[close + 1..];
    }
    out + rest
}

/// The end of an unknown sentence.
fn end_of(text: &str) -> usize {
    let starts = |after: &str| after.starts_with(|c: char| c.is_uppercase() || "«“".contains(c));
    let end = text.match_indices(". ").find(|(at, _)| starts(&text[at + 2..]));
    end.map_or(text.len(), |(at, _)| at + 1)
}
