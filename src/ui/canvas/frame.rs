//! The meshes of a frame: positions transformed, colours filled in, nothing tessellated.

use egui::epaint::Mesh as PaintMesh;
use egui::{Color32, Rect};

use crate::scene::Hatch;
use crate::ui::theme::{Theme, line_width};

use super::camera::Camera;
use super::geometry::MapGeometry;
use super::hatches::PATTERN_SIZE;
use super::paint::{self, Line};

/// The appearance of the map.
pub struct Look<'a> {
    /// Colours of lines and backgrounds.
    pub theme: &'a Theme,
    /// Physical pixels per point: the soft edge of a line is one pixel wide.
    pub pixels_per_point: f32,
    /// The colour of each Comune, or the pattern for why it has none.
    pub fills: &'a [Result<Color32, Hatch>],
    /// The group of each Comune: borders between groups are bold.
    pub bold: &'a [Option<u32>],
    /// Whether borders within groups are drawn.
    pub fine_too: bool,
    /// Whether borders between groups are drawn.
    pub bold_too: bool,
    /// Whether the surrounding provinces are drawn.
    pub backdrop: bool,
}

/// What is drawn, in this order.
pub struct MapMeshes {
    /// Background, backdrop and coloured areas.
    pub under: PaintMesh,
    /// Areas without a value, by pattern; their textures are set later.
    pub hatched: [PaintMesh; 4],
    pub over: PaintMesh,
}

/// The meshes of a frame, for what is visible on screen.
pub fn map_meshes(geometry: &MapGeometry, camera: &Camera, screen: Rect, look: &Look<'_>) -> MapMeshes {
    let to = camera.to_screen(screen);
    let theme = look.theme;
    let feather = 1.0 / look.pixels_per_point;
    let mut under = PaintMesh::default();
    under.add_colored_rect(screen, theme.background);
    if look.backdrop {
        paint::fill(&mut under, &geometry.backdrop, &paint::whole(&geometry.backdrop), to, theme.backdrop);
        let line = Line { colour: theme.backdrop_line, width: line_width::BACKDROP, feather };
        let lines = paint::whole_stroke(&geometry.backdrop_lines);
        paint::line(&mut under, &geometry.backdrop_lines, &lines, to, line);
    }

    let detail = geometry.detail(camera.scale);
    let mut hatched: [PaintMesh; 4] = Default::default();
    for (chunk, fill) in detail.areas.iter().zip(look.fills) {
        if !paint::visible(chunk, to, screen) {
            continue;
        }
        match fill {
            Ok(colour) => paint::fill(&mut under, &detail.fill, chunk, to, *colour),
            Err(pattern) => {
                let mesh = &mut hatched[*pattern as usize];
                paint::pattern(mesh, &detail.fill, chunk, to, PATTERN_SIZE);
            }
        }
    }

    let group = |side: Option<u32>| side.map(|comune| look.bold[comune as usize]);
    let mut over = PaintMesh::default();
    // With symbols the areas are nearly as dark as the borders between classes.
    let is_plain = look.fills.contains(&Ok(theme.area_plain));
    let colour = if is_plain { theme.axis } else { theme.area_line };
    let fine = Line { colour, width: line_width::COMUNE, feather };
    let bold = Line { colour: theme.group_line, width: line_width::GROUP, feather };
    // Fine lines first, so that bold ones cover their ends.
    for (is_bold, line) in [(false, fine), (true, bold)] {
        let wanted = if is_bold { look.bold_too } else { look.fine_too };
        if !wanted {
            continue;
        }
        for border in &detail.borders {
            let between_groups = group(border.sides[0]) != group(border.sides[1]);
            if between_groups == is_bold && paint::visible(&border.chunk, to, screen) {
                paint::line(&mut over, &detail.stroke, &border.chunk, to, line);
            }
        }
    }
    MapMeshes { under, hatched, over }
}
