//! Patterns of sentences: words with holes. `{name}` matches anything within the sentence; the caller checks what
//! fills it.

/// What filled the holes of a pattern, by name.
#[derive(Debug, Default)]
pub struct Caps<'t>(Vec<(&'t str, &'t str)>);

impl<'t> Caps<'t> {
    /// What filled a hole, if the pattern has it.
    pub fn find(&self, name: &str) -> Option<&'t str> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, filled)| *filled)
    }

    /// What filled a hole.
    pub fn get(&self, name: &str) -> &'t str {
        self.find(name).unwrap_or_else(|| panic!("no hole '{name}'"))
    }
}

/// Whether a sentence may end before this rest of a text.
fn is_end(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(' ')
}

/// Whether what fills a hole stays within its sentence.
fn is_within(filled: &str) -> bool {
    !filled.is_empty()
        && (!filled.ends_with('.') || filled.ends_with("p.p."))
        && filled.match_indices(". ").all(|(at, _)| {
            let (before, after) = (&filled[..at], &filled[at + 2..]);
            before.ends_with("p.p") || !after.starts_with(|c: char| c.is_uppercase() || "«“".contains(c))
        })
}

/// Matches a sentence at the start of a text: every way of filling the holes is offered to `valid`, shortest first.
/// Returns the rest of the text.
pub fn sentence<'t>(
    pattern: &'t str,
    text: &'t str,
    valid: &mut dyn FnMut(&Caps<'t>) -> bool,
) -> Option<&'t str> {
    let mut caps = Caps::default();
    step(pattern, text, &mut caps, valid)
}

fn step<'t>(
    pattern: &'t str,
    text: &'t str,
    caps: &mut Caps<'t>,
    valid: &mut dyn FnMut(&Caps<'t>) -> bool,
) -> Option<&'t str> {
    let Some(open) = pattern.find('{') else {
        let rest = text.strip_prefix(pattern)?;
        return (is_end(rest) && valid(caps)).then_some(rest);
    };
    let text = text.strip_prefix(&pattern[..open])?;
    let close = open + pattern[open..].find('}').expect("a hole that ends");
    let (name, rest) = (&pattern[open + 1..close], &pattern[close + 1..]);
    let next = &rest[..rest.find('{').unwrap_or(rest.len())];
    let mut from = 0;
    while let Some(at) =
        if next.is_empty() { (from == 0).then_some(text.len()) } else { text[from..].find(next) }
    {
        let filled = &text[..from + at];
        let has_room = filled.len() < 2000;
        if is_within(filled) {
            caps.0.push((name, filled));
            if let Some(rest) = step(rest, &text[from + at..], caps, valid) {
                return Some(rest);
            }
            caps.0.pop();
        } else if !filled.is_empty() {
            return None;
        }
        if !has_room {
            return None;
        }
        from += at + text[from + at..].chars().next().map_or(1, char::len_utf8);
        if from > text.len() {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_are_filled_within_a_sentence() {
        let mut found = Vec::new();
        let rest = sentence("Da {a} a {b}.", "Da 1.234,5 p.p. a 2. Il resto.", &mut |caps| {
            found.push((caps.get("a").to_owned(), caps.get("b").to_owned()));
            true
        });
        assert_eq!(rest, Some(" Il resto."));
        assert_eq!(found, [("1.234,5 p.p.".to_owned(), "2".to_owned())]);
        assert_eq!(sentence("Da {a}.", "Da uno. Due", &mut |caps| caps.get("a") == "uno"), Some(" Due"));
        assert_eq!(sentence("Da {a} b.", "Da uno. Due b.", &mut |_| true), None);
    }
}
