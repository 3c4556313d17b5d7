//! What no longer has data stays as it is and is highlighted, so that nobody takes it for renewed.

use roxmltree::Node;

use super::super::opened::is;
use super::splice::Splices;

/// What stands after a highlight among the properties of a run: Word reads them in one order only.
const AFTER: [&str; 14] = [
    "u",
    "effect",
    "bdr",
    "shd",
    "fitText",
    "vertAlign",
    "rtl",
    "cs",
    "em",
    "lang",
    "eastAsianLayout",
    "specVanish",
    "oMath",
    "rPrChange",
];

const HIGHLIGHT: &str = "<w:highlight w:val=\"yellow\"/>";

/// Highlights the runs below a node that are not highlighted yet.
pub fn mark(node: Node<'_, '_>, splices: &mut Splices) {
    for run in node.descendants().filter(|node| is(*node, "r")) {
        let Some(first) = run.first_child() else { continue };
        let Some(properties) = run.children().find(|child| is(*child, "rPr")) else {
            let at = first.range().start;
            splices.put(at..at, format!("<w:rPr>{HIGHLIGHT}</w:rPr>"));
            continue;
        };
        if properties.children().any(|child| is(child, "highlight")) {
            continue;
        }
        let next = properties.children().find(|child| AFTER.iter().any(|name| is(*child, name)));
        let at = next.map(|next| next.range().start).or(properties.last_child().map(|last| last.range().end));
        // Properties without contents are none: `<w:rPr/>`.
        match at {
            Some(at) => splices.put(at..at, HIGHLIGHT.to_owned()),
            None => splices.put(properties.range(), format!("<w:rPr>{HIGHLIGHT}</w:rPr>")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_highlighted_once_and_in_words_order() {
        const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        let text = format!(
            "<w:p {W}><w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:b/><w:u/></w:rPr><w:t>b</w:t></w:r><w:r><w:rPr/></w:r></w:p>"
        );
        let marked = |text: &str| {
            let document = roxmltree::Document::parse(text).expect("well formed");
            let mut splices = Splices::default();
            mark(document.root_element(), &mut splices);
            splices.apply(text)
        };
        let once = marked(&text);
        let own = "<w:rPr><w:highlight w:val=\"yellow\"/></w:rPr>";
        assert_eq!(
            once,
            format!(
                "<w:p {W}><w:r>{own}<w:t>a</w:t></w:r><w:r><w:rPr><w:b/>{HIGHLIGHT}<w:u/></w:rPr><w:t>b</w:t></w:r><w:r>{own}</w:r></w:p>"
            )
        );
        assert_eq!(marked(&once), once);
    }
}
