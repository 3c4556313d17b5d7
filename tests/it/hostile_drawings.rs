//! Logos of somebody else's that ask for more than any machine has: each is refused with a sentence, at once.

use std::time::{Duration, Instant};

use atlante::export::{LogoError, NotDrawn, logo};

/// Nothing here takes longer, on a slow machine and without optimisation.
const AT_ONCE: Duration = Duration::from_secs(5);

fn refusal(bytes: &[u8]) -> LogoError {
    let began = Instant::now();
    let refused = logo(bytes).expect_err("refused");
    assert!(began.elapsed() < AT_ONCE, "{:?}", began.elapsed());
    refused
}

fn svg(inside: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
         width=\"100\" height=\"100\">{inside}</svg>"
    )
}

/// A PNG of one bit a pixel that says it has these sides, and has no pixels.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    drop(encoder.write_header().expect("in memory"));
    bytes
}

#[test]
fn a_picture_of_any_size_is_refused_before_it_is_decoded() {
    for (width, height) in [(40_000_000, 1), (1, 40_000_000), (100_000, 1), (20_001, 3), (7_000, 7_000)] {
        assert_eq!(refusal(&png(width, height)), LogoError::TooLarge, "{width}×{height}");
    }
    // A long thin one of fair size is drawn.
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 20_000, 1);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.write_header().and_then(|mut png| png.write_image_data(&[9; 20_000])).expect("in memory");
    assert!(logo(&bytes).is_ok());
}

#[test]
fn what_is_not_drawn_is_refused_by_name() {
    let turbulence = "<filter id=\"f\"><feTurbulence numOctaves=\"2000000000\" baseFrequency=\"1\"/></filter>\
         <rect filter=\"url(#f)\" width=\"99\" height=\"99\"/>";
    let blur = "<defs><filter id=\"f\"><feGaussianBlur stdDeviation=\"9\"/></filter></defs><rect width=\"9\" height=\"9\"/>";
    let pattern = "<pattern id=\"p\" width=\"1e9\" height=\"1e9\" patternUnits=\"userSpaceOnUse\"><rect width=\"1\" height=\"1\"/>\
         </pattern><rect fill=\"url(#p)\" width=\"99\" height=\"99\"/>";
    let marker = "<marker id=\"m\"><rect width=\"1\" height=\"1\"/></marker><path marker-mid=\"url(#m)\" d=\"M0 0h1h1\"/>";
    for (inside, what) in [
        (turbulence, NotDrawn::Filters),
        (blur, NotDrawn::Filters),
        (pattern, NotDrawn::Patterns),
        (marker, NotDrawn::Markers),
        ("<foreignObject/>", NotDrawn::Foreign),
    ] {
        assert_eq!(refusal(svg(inside).as_bytes()), LogoError::Has(what));
    }
    let entities = format!("<!DOCTYPE svg [<!ENTITY a 'b'>]>{}", svg("<rect width=\"&a;\"/>"));
    assert_eq!(refusal(entities.as_bytes()), LogoError::Has(NotDrawn::Entities));
}

#[test]
fn a_drawing_of_too_much_is_refused_before_it_is_built() {
    let attributes: String = (0..100_000).map(|i| format!(" a{i}=\"\"")).collect();
    let many = "<rect width=\"1\" height=\"1\"/>".repeat(60_000);
    let deep = format!("{}{}", "<g>".repeat(5_000), "</g>".repeat(5_000));
    // Each uses the one before ten times: a billion squares.
    let laughs: String = (1..10)
        .map(|i| format!("<g id=\"u{i}\">{}</g>", format!("<use xlink:href=\"#u{}\"/>", i - 1).repeat(10)))
        .collect();
    let laughs = format!("<rect id=\"u0\" width=\"1\" height=\"1\"/>{laughs}");
    let plain_href = laughs.replace("xlink:href", "href");
    let cycle = "<g id=\"a\"><use href=\"#b\"/><use href=\"#b\"/></g><g id=\"b\"><use href=\"#a\"/><use href=\"#a\"/></g>";
    let chain: String =
        (1..3_000).map(|i| format!("<g id=\"c{i}\"><use href=\"#c{}\"/></g>", i + 1)).collect();
    let masks: String = (1..40)
        .map(|i| {
            format!(
                "<mask id=\"m{i}\"><g mask=\"url(#m{})\">{}</g></mask>",
                i - 1,
                format!("<rect mask=\"url(#m{})\" width=\"9\" height=\"9\"/>", i - 1).repeat(4)
            )
        })
        .collect();
    let masks = format!(
        "<mask id=\"m0\"><rect width=\"9\" height=\"9\"/></mask>{masks}<rect mask=\"url(#m39)\" width=\"99\" height=\"99\"/>"
    );
    let layers = "<g opacity=\"0.5\"><rect width=\"99\" height=\"99\"/><rect width=\"9\" height=\"9\"/></g>"
        .repeat(2_000);
    let nested = format!(
        "{}<rect width=\"99\" height=\"99\"/><rect width=\"9\" height=\"9\"/>{}",
        "<g opacity=\"0.5\"><rect width=\"9\" height=\"9\"/>".repeat(40),
        "</g>".repeat(40)
    );
    let dashes =
        "<path stroke=\"red\" fill=\"none\" stroke-dasharray=\"0.0001 0.0001\" d=\"M0 0H1e6\"/>".repeat(50);
    let text = format!("<text>{}</text>", "a".repeat(100_000));
    let style = format!("<style>{}</style><rect/>", "a b c d{fill:red}".repeat(10_000));
    let by_style = format!(
        "<style>rect{{mask:url(#m)}}</style><mask id=\"m\">{0}</mask>{0}",
        "<rect width=\"9\" height=\"9\"/>".repeat(1_000)
    );
    for (name, inside) in [
        ("attributes", format!("<rect{attributes}/>")),
        ("many", many),
        ("deep", deep),
        ("laughs", laughs),
        ("laughs by plain href", plain_href),
        ("cycle", cycle.to_owned()),
        ("chain", chain),
        ("masks", masks),
        ("layers", layers),
        ("nested", nested),
        ("dashes", dashes),
        ("text", text),
        ("style", style),
        ("by style", by_style),
    ] {
        assert_eq!(refusal(svg(&inside).as_bytes()), LogoError::TooComplex, "{name}");
    }
    let large = svg(&format!("<!--{}-->", "a".repeat(3 << 20)));
    assert_eq!(refusal(large.as_bytes()), LogoError::TooLarge);
}

/// Pictures inside a drawing are bounded too, and drawings inside it are not drawn.
#[test]
fn pictures_inside_a_drawing_are_bounded() {
    use base64::Engine;
    let coded = |bytes: &[u8]| base64::engine::general_purpose::STANDARD.encode(bytes);
    let of = |mime: &str, bytes: &[u8]| {
        svg(&format!("<image width=\"99\" height=\"99\" href=\"data:{mime};base64,{}\"/>", coded(bytes)))
    };
    let turbulence =
        svg("<filter id=\"f\"><feTurbulence numOctaves=\"2000000000\"/></filter><rect filter=\"url(#f)\"/>");
    for text in [of("image/png", &png(40_000_000, 1)), of("image/svg+xml", turbulence.as_bytes())] {
        assert_eq!(refusal(text.as_bytes()), LogoError::NotAPicture);
    }
}

/// What drawing programs write is still drawn.
#[test]
fn usual_logos_are_drawn() {
    let gradient = "<defs><linearGradient id=\"a\"><stop offset=\"0\" stop-color=\"red\"/><stop offset=\"1\"/></linearGradient>\
         <linearGradient id=\"b\" xlink:href=\"#a\"/><clipPath id=\"c\"><circle cx=\"50\" cy=\"50\" r=\"40\"/></clipPath></defs>\
         <style>.k{fill:url(#b);opacity:.8}</style><g clip-path=\"url(#c)\"><rect class=\"k\" width=\"100\" height=\"100\"/></g>\
         <text x=\"5\" y=\"50\">Comune</text><use href=\"#d\" x=\"3\"/><path id=\"d\" stroke=\"#000\" stroke-dasharray=\"2 1\" d=\"M0 0L90 90\"/>";
    let doctype = "<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">";
    for text in [svg(gradient), format!("{doctype}{}", svg(gradient)), format!("\u{feff}{}", svg(gradient))] {
        assert!(logo(text.as_bytes()).is_ok(), "{text}");
    }
}
