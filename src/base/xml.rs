//! How much an XML text asks for, counted in one pass before a parser sees it: parsers compare every attribute of an
//! element with every other, and copy the namespaces of an element to those inside it.

/// What a text may have at most.
#[derive(Clone, Copy, Debug)]
pub struct Most {
    pub elements: usize,
    /// Of one element.
    pub attributes: usize,
    pub depth: usize,
    /// Declarations of namespaces.
    pub namespaces: usize,
}

/// What a text has too much of, or should not have at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excess {
    Elements,
    Attributes,
    Depth,
    Namespaces,
    /// It defines entities, which can stand for any amount of text.
    Entities,
}

/// The first thing that a text has too much of. A text that is not well-formed is left to the parser.
pub fn excess(text: &str, most: &Most) -> Option<Excess> {
    if text.contains("<!ENTITY") {
        return Some(Excess::Entities);
    }
    if text.matches("xmlns").count() > most.namespaces {
        return Some(Excess::Namespaces);
    }
    let (mut elements, mut depth) = (0_usize, 0_usize);
    let mut rest = text.as_bytes();
    while let Some(at) = rest.iter().position(|b| *b == b'<') {
        rest = &rest[at + 1..];
        let skipped = [("!--", "-->"), ("![CDATA[", "]]>"), ("?", "?>")]
            .into_iter()
            .find(|(begins, _)| rest.starts_with(begins.as_bytes()));
        if let Some((_, ends)) = skipped {
            let end = rest.windows(ends.len()).position(|part| part == ends.as_bytes());
            rest = end.map_or(&[][..], |end| &rest[end + ends.len()..]);
            continue;
        }
        // To the end of the tag, outside quotes; a value of an attribute is between two of them.
        let (mut quote, mut values, mut end) = (None, 0_usize, rest.len());
        for (i, byte) in rest.iter().enumerate() {
            match (byte, quote) {
                (b'"' | b'\'', None) => {
                    quote = Some(*byte);
                    values += 1;
                }
                (byte, Some(open)) if *byte == open => quote = None,
                (b'>', None) => {
                    end = i;
                    break;
                }
                _ => {}
            }
        }
        let tag = &rest[..end];
        rest = &rest[end..];
        elements += 1;
        if values > most.attributes {
            return Some(Excess::Attributes);
        }
        match tag {
            [b'/', ..] => depth = depth.saturating_sub(1),
            [.., b'/'] | [b'!', ..] => {}
            _ => depth += 1,
        }
        if depth > most.depth {
            return Some(Excess::Depth);
        }
        // Closing tags are counted as well.
        if elements / 2 > most.elements {
            return Some(Excess::Elements);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOST: Most = Most { elements: 10, attributes: 3, depth: 4, namespaces: 2 };

    #[test]
    fn what_is_too_much_is_named() {
        let of = |text: &str| excess(text, &MOST);
        let sound = r#"<?xml version="1.0"?><!-- < " --><svg xmlns="x"><a b="<>" c='"' d=""/><![CDATA[ <i> ]]></svg>"#;
        assert_eq!(of(sound), None);
        assert_eq!(of(r#"<svg a="" b="" c="" d=""/>"#), Some(Excess::Attributes));
        assert_eq!(of(&"<g>".repeat(5)), Some(Excess::Depth));
        assert_eq!(of(&"<g/>".repeat(22)), Some(Excess::Elements));
        assert_eq!(of(r#"<a xmlns="x" xmlns:b="y"><c xmlns:d="z"/></a>"#), Some(Excess::Namespaces));
        assert_eq!(of("<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"), Some(Excess::Entities));
        for broken in ["<", "<a", "<a b='", "<!--", "<![CDATA[", "<?", "", "</a></a>"] {
            assert_eq!(of(broken), None, "{broken}");
        }
        // A long one takes no longer than one pass.
        let attributes: String = (0..200_000).map(|i| format!(" a{i}=''")).collect();
        assert_eq!(of(&format!("<svg{attributes}/>")), Some(Excess::Attributes));
    }
}
