//! Previews in the composer: what is cached from one preview never shows up in the next.

use std::sync::{Arc, LazyLock};

use atlante::base::Mm;
use atlante::document::{Element, FigureSpec, Ink, KeptFigure};
use atlante::engine::{Drawings, Preview, PreviewRequest, spawn_preview};
use atlante::export;
use atlante::figure::page::compose::{self, LaidOut};
use atlante::i18n::Lang;
use atlante::io::{Bundle, reopen};

static BUNDLE: LazyLock<Arc<Bundle>> =
    LazyLock::new(|| Arc::new(Bundle::load(None).expect("the embedded bundle loads")));

const WIDTH: u32 = 240;

/// A map and a ranking above a time series.
fn page() -> FigureSpec {
    reopen(include_bytes!("../../docs/pagina.json")).expect("a figure").figure
}

fn element(page: &mut FigureSpec, nth: usize) -> &mut Element {
    let place = page.places().nth(nth).expect("a place");
    page.element_mut(place).expect("an element")
}

/// The page after each of these successive changes, and how many times elements are laid out for it: twice if
/// changed, before and after the footer is known, and so for every element when the room of all changes.
fn steps() -> Vec<(&'static str, usize, FigureSpec)> {
    let mut page = page();
    let mut steps = vec![("first", 6, page.clone()), ("nothing", 0, page.clone())];
    let mut step = |name, laid_out, change: &dyn Fn(&mut FigureSpec)| {
        change(&mut page);
        steps.push((name, laid_out, page.clone()));
    };
    step("a title where none was typed", 6, &|page| page.page.title = Some("Vecchi".to_owned()));
    step("its title", 0, &|page| page.page.title = Some("Invecchiamento".to_owned()));
    step("a subtitle of the map", 2, &|page| {
        element(page, 0).page_mut().subtitle = Some("Comuni".to_owned());
    });
    step("the units chosen in the ranking", 2, &|page| {
        if let Element::Ranking(ranking) = element(page, 1) {
            ranking.selected.clear();
        }
    });
    step("its alternative text", 0, &|page| page.page.description = Some("Tre figure".to_owned()));
    step("decimals", 6, &|page| page.page.decimals = Some(2));
    step("language", 6, &|page| page.lang = Lang::En);
    step("ink", 6, &|page| page.page.ink = Ink::Black);
    step("width", 6, &|page| page.page.width = Mm(250.0));
    steps
}

#[test]
fn what_did_not_change_is_not_laid_out_again() {
    let mut kept = LaidOut::default();
    for (name, laid_out, page) in steps() {
        let before = kept.made();
        let again = compose::build_again(&page, BUNDLE.sources(), &mut kept).expect("a page");
        assert_eq!(kept.made() - before, laid_out, "{name}");
        let whole = compose::build(&page, BUNDLE.sources()).expect("a page");
        assert_eq!(again.value.scene, whole.value.scene, "{name}");
        assert_eq!(again.value.caption, whole.value.caption, "{name}");
        assert_eq!(again.remarks, whole.remarks, "{name}");
        assert!(kept.held() <= 2 * page.elements().count(), "{name}");
    }
}

fn preview(page: &FigureSpec, bundle: &Arc<Bundle>, drawings: &Drawings) -> Preview {
    let figures =
        vec![Arc::new(KeptFigure { id: 1, name: String::new(), spec: page.clone(), reading: None })];
    let request = PreviewRequest { bundle: bundle.clone(), figures, id: 1, width: WIDTH, lang: Lang::It };
    spawn_preview(request, drawings, || {}).wait().expect("an answer")
}

#[test]
fn a_preview_has_the_pixels_of_the_exported_picture() {
    let drawings = Drawings::default();
    for (name, _, page) in steps() {
        let seen = preview(&page, &BUNDLE, &drawings).page.expect("it can be drawn");
        let whole = compose::build(&page, BUNDLE.sources()).expect("a page").value;
        let exported = export::picture(&whole.scene, WIDTH).expect("a picture");
        assert!(seen.picture == exported, "{name}");
        assert_eq!(seen.description, whole.scene.description, "{name}");
    }
}

/// After a page that could not be drawn, or other data, nothing stale is shown.
#[test]
fn a_preview_after_a_failure_or_of_other_data_is_as_the_first() {
    let drawings = Drawings::default();
    let right = page();
    let mut wrong = page();
    if let Element::Ranking(ranking) = element(&mut wrong, 1) {
        "nessuno".clone_into(&mut ranking.indicator);
    }
    let first = preview(&right, &BUNDLE, &drawings).page.expect("it can be drawn").picture;
    preview(&wrong, &BUNDLE, &drawings).page.expect_err("no such indicator");
    assert!(preview(&right, &BUNDLE, &drawings).page.expect("it can be drawn").picture == first);

    let other = Arc::new(Bundle {
        atlas: BUNDLE.atlas.with_decimals(3),
        basemap: BUNDLE.basemap.clone(),
        published: Vec::new(),
        sets: Vec::new(),
        findings: Vec::new(),
    });
    let alone = preview(&right, &other, &Drawings::default()).page.expect("it can be drawn").picture;
    assert!(alone != first);
    assert!(preview(&right, &other, &drawings).page.expect("it can be drawn").picture == alone);
}
