//! What mends a figure.

use crate::base::{Level, Mm};
use crate::data::Method;
use crate::document::{ClassSpec, Element, MapSpec, OfKind, PageSpec, Representation};
use crate::figure::palette::Palette;
use crate::i18n::{self, Lang, texts};

/// A change of a figure that removes what was found.
#[derive(Clone, Debug, PartialEq)]
pub enum Fix {
    /// Circles in the place of coloured areas.
    UseSymbols,
    /// The classes of another figure, both to be made from all dates where they are of different ones.
    UseClasses(ClassSpec),
    SetClassCount(usize),
    /// A palette that every reader can tell apart.
    UsePalette(&'static str),
    /// The value of the group itself.
    UsePooled,
    UseLevel(Level),
    /// A page of that size.
    UsePage(Mm, Mm),
    /// Type of its usual size.
    UsualType,
    /// Source and notes below the figure.
    ShowFooter,
}

impl Fix {
    /// Mends a figure. What a figure of its kind does not have stays as it is.
    pub fn apply(&self, figure: &mut Element) {
        if self.mend_page(figure.page_mut()) {
            return;
        }
        match self {
            Self::UsePooled => figure.spec_mut().set_method(Method::Pooled),
            Self::UseLevel(level) => figure.spec_mut().set_level(*level),
            _ => {
                if let Some(map) = MapSpec::of_mut(figure) {
                    self.mend_map(map);
                }
            }
        }
    }

    fn mend_map(&self, map: &mut MapSpec) {
        match self {
            Self::UseSymbols => map.representation = Representation::Symbols,
            Self::UseClasses(classes) => map.classes = classes.clone(),
            Self::SetClassCount(count) => map.classes.count = Some(*count),
            Self::UsePalette(id) => map.palette.id = Some((*id).to_owned()),
            _ => {}
        }
    }

    /// Mends the page, and tells whether that is what this changes.
    pub fn mend_page(&self, page: &mut PageSpec) -> bool {
        match self {
            Self::UsePage(width, height) => (page.width, page.height) = (*width, *height),
            Self::UsualType => page.type_scale = 1.0,
            Self::ShowFooter => page.shows.footer = true,
            _ => return false,
        }
        true
    }

    /// What it does, as advice in one sentence.
    pub fn text(&self, lang: Lang) -> String {
        let say = |text| lang.text(text).to_owned();
        match self {
            Self::UseSymbols => say(texts::FIX_SYMBOLS),
            Self::UseClasses(_) => say(texts::FIX_SAME_CLASSES),
            Self::SetClassCount(count) => texts::mend_fewer_classes(lang, count),
            Self::UsePalette(id) => {
                texts::mend_palette(lang, Palette::get(id).map_or(*id, |palette| palette.name))
            }
            Self::UsePooled => say(texts::FIX_POOLED),
            Self::UseLevel(level) => texts::mend_level(lang, lang.level(*level)),
            Self::UsePage(width, height) => {
                let [width, height] = [width, height].map(|side| i18n::number(lang, side.0, 0));
                texts::mend_page(lang, width, height)
            }
            Self::UsualType => say(texts::FIX_TYPE),
            Self::ShowFooter => say(texts::FIX_FOOTER),
        }
    }
}
