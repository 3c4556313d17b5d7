//! Fixes for findings.

use crate::base::{Level, Mm};
use crate::data::Method;
use crate::document::{ClassSpec, Element, MapSpec, OfKind, PageSpec, Representation};
use crate::figure::palette::Palette;
use crate::i18n::{self, Lang, texts};

/// A change of a figure that resolves a finding.
#[derive(Clone, Debug, PartialEq)]
pub enum Fix {
    /// Circles instead of filled areas.
    UseSymbols,
    /// Filled areas instead of circles.
    UseAreas,
    /// The classes of another figure, both computed from all dates if their dates differ.
    UseClasses(ClassSpec),
    SetClassCount(usize),
    /// A palette that every reader can distinguish.
    UsePalette(&'static str),
    /// The pooled value of the group.
    UsePooled {
        weighted: bool,
    },
    UseLevel(Level),
    /// A page of this size.
    UsePage(Mm, Mm),
    /// Type of the default size.
    UsualType,
    /// Show source and notes below the figure.
    ShowFooter,
}

impl Fix {
    /// Applies the fix to a figure. Settings that this kind of figure does not have are ignored.
    pub fn apply(&self, figure: &mut Element) {
        if self.apply_to_page(figure.page_mut()) {
            return;
        }
        match self {
            Self::UsePooled { .. } => figure.spec_mut().set_method(Method::Pooled),
            Self::UseLevel(level) => figure.spec_mut().set_level(*level),
            _ => {
                if let Some(map) = MapSpec::of_mut(figure) {
                    self.apply_to_map(map);
                }
            }
        }
    }

    fn apply_to_map(&self, map: &mut MapSpec) {
        match self {
            Self::UseSymbols => map.representation = Representation::Symbols,
            Self::UseAreas => map.representation = Representation::Choropleth,
            Self::UseClasses(classes) => map.classes = classes.clone(),
            Self::SetClassCount(count) => map.classes.count = Some(*count),
            Self::UsePalette(id) => map.palette.id = Some((*id).to_owned()),
            _ => {}
        }
    }

    /// Applies the fix to the page, and returns whether it is one for the page.
    pub(crate) fn apply_to_page(&self, page: &mut PageSpec) -> bool {
        match self {
            Self::UsePage(width, height) => (page.width, page.height) = (*width, *height),
            Self::UsualType => page.type_scale = 1.0,
            Self::ShowFooter => page.shows.footer = true,
            _ => return false,
        }
        true
    }

    /// The fix as advice, in one sentence.
    pub fn text(&self, lang: Lang) -> String {
        let say = |text| lang.text(text).to_owned();
        match self {
            Self::UseSymbols => say(texts::FIX_SYMBOLS),
            Self::UseAreas => say(texts::FIX_AREAS),
            Self::UseClasses(_) => say(texts::FIX_SAME_CLASSES),
            Self::SetClassCount(count) => texts::fix_fewer_classes(lang, count),
            Self::UsePalette(id) => {
                texts::fix_palette(lang, Palette::get(id).map_or(*id, |palette| palette.name))
            }
            Self::UsePooled { weighted: true } => say(texts::FIX_WEIGHTED),
            Self::UsePooled { weighted: false } => say(texts::FIX_POOLED),
            Self::UseLevel(level) => texts::fix_level(lang, lang.level(*level)),
            Self::UsePage(width, height) => {
                let [width, height] = [width, height].map(|side| i18n::number(lang, side.0, 0));
                texts::fix_page(lang, width, height)
            }
            Self::UsualType => say(texts::FIX_TYPE),
            Self::ShowFooter => say(texts::FIX_FOOTER),
        }
    }
}
