//! The legend of a map as a QGIS style: a rule for each class with its edges and its colour, and one for each reason of a
//! missing value.

use crate::base::Rgb;
use crate::scene::{Circles, Hatch, Look, MapLayer, Rule, Test};

/// The outline of areas, in QGIS's notation of colours.
const OUTLINE: &str = "255,255,255,255";
/// By which our styles are known, for as long as no other program has saved them.
pub(super) const MARK: &str = "<!-- Atlante Sociale -->";
/// The outline of areas without a colour, and what these are hatched on.
const EMPTY_OUTLINE: &str = "160,164,171,255";
const PAPER: &str = "255,255,255,255";
const OUTLINE_WIDTH: &str = "0.15";

/// The style. QGIS applies the one beside a file of the same name by itself.
pub(super) fn qml(layer: &MapLayer) -> String {
    let rules: String = layer.style.rules.iter().enumerate().map(rule).collect();
    let circles = layer.style.circles.as_ref();
    let symbols: String =
        layer.style.rules.iter().enumerate().map(|(i, rule)| symbol(i, rule.look, circles)).collect();
    // The largest first, so that no circle is hidden; and all areas before them.
    let (levels, order) = match circles {
        Some(Circles { field, .. }) => (
            1,
            format!(
                "  <orderby>\n   <orderByClause asc=\"0\" nullsFirst=\"0\">{}</orderByClause>\n  </orderby>\n",
                escaped(&format!("abs(\"{field}\")"))
            ),
        ),
        None => (0, String::new()),
    };
    format!(
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n\
         {MARK}\n\
         <qgis version=\"3.28.0\" styleCategories=\"Symbology\">\n \
         <renderer-v2 type=\"RuleRenderer\" symbollevels=\"{levels}\" forceraster=\"0\" enableorderby=\"{levels}\">\n  \
         <rules key=\"atlante\">\n{rules}  </rules>\n  <symbols>\n{symbols}  </symbols>\n{order} \
         </renderer-v2>\n <layerGeometryType>2</layerGeometryType>\n</qgis>\n"
    )
}

fn rule((i, rule): (usize, &Rule)) -> String {
    format!(
        "   <rule key=\"atlante-{i}\" symbol=\"{i}\" filter=\"{}\" label=\"{}\"/>\n",
        escaped(&filter(&rule.test)),
        escaped(&rule.label)
    )
}

/// A condition in QGIS's language. Numbers are written so that they are read as exactly the same.
fn filter(test: &Test) -> String {
    match test {
        Test::Within { field, lower, upper, is_first } => {
            let over = if *is_first { ">=" } else { ">" };
            format!("\"{field}\" {over} {lower} AND \"{field}\" <= {upper}")
        }
        Test::Text { field, is } => format!("\"{field}\" = '{}'", is.replace('\'', "''")),
        Test::Number { field, is } => format!("\"{field}\" = {is}"),
        Test::Sign { field, is_negative: true } => format!("\"{field}\" < 0"),
        Test::Sign { field, is_negative: false } => format!("\"{field}\" >= 0"),
    }
}

fn symbol(i: usize, look: Look, circles: Option<&Circles>) -> String {
    let area = |colour: &str, style: &str| {
        options(
            "SimpleFill",
            &[
                ("color", colour),
                ("style", style),
                ("outline_color", if style == "solid" { OUTLINE } else { EMPTY_OUTLINE }),
                ("outline_style", "solid"),
                ("outline_width", OUTLINE_WIDTH),
                ("outline_width_unit", "MM"),
                ("joinstyle", "round"),
            ],
            "",
        )
    };
    let layers = match look {
        Look::Solid(colour) => area(&colour_of(colour, 1.0), "solid"),
        Look::Hatched(hatch) => {
            let style = match hatch {
                Hatch::Rising => "b_diagonal",
                Hatch::Crossed => "diagonal_x",
                Hatch::Dotted => "dense6",
                Hatch::Level => "horizontal",
            };
            // On paper, as in the legend, and not on whatever lies below.
            area(PAPER, "solid") + &area(&colour_of(Hatch::INK, 1.0), style)
        }
        Look::Circle(colour, opacity) => {
            let marker = marker(i, &colour_of(colour, opacity), circles);
            let points = [("point_on_surface", "1"), ("point_on_all_parts", "0"), ("clip_points", "0")];
            area("0,0,0,0", "no") + &options("CentroidFill", &points, &marker)
        }
    };
    format!(
        "   <symbol type=\"fill\" name=\"{i}\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">\n{layers}   </symbol>\n"
    )
}

/// The circle over an area, with its area in proportion to the value.
fn marker(i: usize, colour: &str, circles: Option<&Circles>) -> String {
    let size = circles.map(|Circles { field, largest_value, largest_radius }| {
        format!("{} * sqrt(abs(\"{field}\") / {largest_value})", 2.0 * largest_radius)
    });
    let size = size.map_or(String::new(), |expression| {
        format!(
            "<data_defined_properties><Option type=\"Map\"><Option type=\"QString\" name=\"name\" value=\"\"/>\
             <Option type=\"Map\" name=\"properties\"><Option type=\"Map\" name=\"size\">\
             <Option type=\"bool\" name=\"active\" value=\"true\"/>\
             <Option type=\"QString\" name=\"expression\" value=\"{}\"/>\
             <Option type=\"int\" name=\"type\" value=\"3\"/></Option></Option>\
             <Option type=\"QString\" name=\"type\" value=\"collection\"/></Option></data_defined_properties>",
            escaped(&expression)
        )
    });
    let circle = [
        ("name", "circle"),
        ("color", colour),
        ("outline_color", OUTLINE),
        ("outline_width", OUTLINE_WIDTH),
        ("size", "4"),
        ("size_unit", "MM"),
        ("scale_method", "diameter"),
    ];
    let layer = options("SimpleMarker", &circle, &size);
    format!(
        "<symbol type=\"marker\" name=\"@{i}@1\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">\n{layer}</symbol>"
    )
}

/// A layer of a symbol with its options, in the notations of QGIS 3 and of earlier ones.
fn options(class: &str, options: &[(&str, &str)], inside: &str) -> String {
    let new: String = options
        .iter()
        .map(|(name, value)| format!("<Option type=\"QString\" name=\"{name}\" value=\"{value}\"/>"))
        .collect();
    let old: String =
        options.iter().map(|(name, value)| format!("<prop k=\"{name}\" v=\"{value}\"/>")).collect();
    let pass = u8::from(class == "CentroidFill");
    format!(
        "    <layer class=\"{class}\" enabled=\"1\" locked=\"0\" pass=\"{pass}\"><Option type=\"Map\">{new}</Option>{old}{inside}</layer>\n"
    )
}

fn colour_of(colour: Rgb, opacity: f64) -> String {
    let Rgb(r, g, b) = colour;
    format!("{r},{g},{b},{}", (opacity * 255.0).round())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
