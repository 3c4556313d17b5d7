//! Templates of reports: the embedded ones, and what is said of a wrong one, by row.

use atlante::i18n::Lang;
use atlante::report::template::{ItemKind, Shipped, Template, TemplateFault};

use crate::common::today;

/// A template with one item, which begins in row 7.
fn with(item: &str) -> String {
    format!(
        "id = \"prova\"\ntitle = {{ it = \"Prova\", en = \"Trial\" }}\n[[section]]\nid = \"una\"\n\
         title = {{ it = \"Una\", en = \"One\" }}\n[[section.item]]\n{item}\n"
    )
}

fn fault(text: &str) -> (usize, TemplateFault) {
    let error = Template::read(text).expect_err("a template that is wrong");
    for lang in Lang::ALL {
        assert!(error.text(lang).contains(&error.row.to_string()), "{}", error.text(lang));
    }
    (error.row, error.fault)
}

#[test]
fn the_embedded_templates_are_sound_and_name_known_indicators() {
    for shipped in Shipped::ALL {
        let template = shipped.template();
        template.check(&today().catalogue).expect("known indicators");
        assert!(
            template
                .sections
                .iter()
                .any(|section| { section.items.iter().any(|item| item.kind == ItemKind::Methods) })
        );
    }
    assert!(Shipped::Chapter.template().act.is_some(), "the act stands on the cover");
}

#[test]
fn mistakes_are_told_by_row() {
    let (row, unknown) = fault(&with("kind = \"text\"\ntesto = \"x\""));
    assert_eq!(row, 8);
    assert!(
        matches!(unknown, TemplateFault::UnknownKey { key, known } if key == "testo" && known.contains("text"))
    );
    let (row, missing) = fault(&with("kind = \"text\""));
    assert_eq!((row, missing), (7, TemplateFault::Missing { key: "text".to_owned() }));
    let (row, word) = fault(&with("kind = \"figure\"\nfigure = \"torta\"\nindicator = \"residenti\""));
    assert_eq!(row, 8);
    assert!(
        matches!(word, TemplateFault::BadWord { word, known } if word == "torta" && known.contains("pyramid"))
    );
    let (row, elsewhere) =
        fault(&with("kind = \"field\"\nprompt = { it = \"a\", en = \"b\" }\nindicator = \"residenti\""));
    assert_eq!(row, 7);
    assert!(matches!(elsewhere, TemplateFault::NotHere { key, .. } if key == "indicator"));
    let (row, rule) =
        fault(&with("kind = \"sentences\"\nrules = [\n  \"members\",\n  \"valore residenti\",\n]"));
    assert_eq!((row, rule), (10, TemplateFault::UnknownRule { rule: "valore".to_owned() }));
    let (row, count) = fault(&with("kind = \"sentences\"\nrules = [\"value\"]"));
    assert_eq!((row, count), (8, TemplateFault::RuleIndicator { rule: "value".to_owned() }));
    let (row, date) =
        fault(&with("kind = \"figure\"\nfigure = \"map\"\nindicator = \"residenti\"\ndate = \"ieri\""));
    assert_eq!((row, date), (10, TemplateFault::BadDate { written: "ieri".to_owned() }));
    let (_, bounds) =
        fault(&with("kind = \"figure\"\nfigure = \"map\"\nindicator = \"residenti\"\nheight = 9000"));
    assert!(matches!(bounds, TemplateFault::OutOfBounds { key, .. } if key == "height"));
    let (row, _) = fault("id = \"x\"\ntitle = \n");
    assert_eq!(row, 2, "no TOML");
    let twice = format!(
        "{}[[section]]\nid = \"una\"\ntitle = {{ it = \"a\", en = \"b\" }}\n",
        with("kind = \"methods\"")
    );
    assert_eq!(fault(&twice), (8, TemplateFault::Twice { id: "una".to_owned() }));
}

#[test]
fn an_unknown_indicator_is_told_with_the_nearest() {
    let text = with("kind = \"sentences\"\nrules = [\"value indice_vecchiai\"]");
    let error =
        Template::read(&text).expect("sound").check(&today().catalogue).expect_err("no such indicator");
    assert_eq!(error.row, 7);
    assert!(error.text(Lang::It).contains("indice_vecchiaia"), "{}", error.text(Lang::It));
}

#[test]
fn sections_are_those_asked_for_in_their_order() {
    let ids = ["metodi", "in-breve"].map(str::to_owned);
    let template = Shipped::Profile.template().with_sections(&ids).expect("known sections");
    let found: Vec<&str> = template.sections.iter().map(|section| section.id.as_str()).collect();
    assert_eq!(found, ["metodi", "in-breve"]);
    let unknown = Shipped::Profile.template().with_sections(&["nessuna".to_owned()]);
    assert_eq!(unknown.expect_err("no such section"), "nessuna");
}
