//! What a spec may ask for. The window cannot exceed these limits, but specs also come from files that anybody can
//! write.

use serde::{Deserialize, Deserializer};

use crate::base::Code;
use crate::i18n::{Lang, number, plain_number, texts};

use super::page::PageSpec;

/// A setting for which no figure can be made.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("{}", self.text(Lang::En))]
pub enum OutOfBounds {
    /// A side of the page, in millimetres.
    Side(f64),
    /// The factor of the type size.
    TypeScale(f64),
    /// Decimals of all values.
    Decimals(u8),
    /// The length in characters of a title, a note or another text of the page.
    Letters(usize),
    /// The number of columns of a table.
    Columns(usize),
    /// The number of breaks of a map.
    Breaks(usize),
    /// The sides of the part that a map shows, in degrees: west, south, east, north.
    Frame([f64; 4]),
    /// A ranking that is to show no rows.
    Top,
    /// The share of the page for a row or a cell.
    Share(f64),
    /// How many there are of something that is kept or shown.
    Many(Many, usize),
    /// A text that is not on the page, such as a name or the words of a filter: its length in characters.
    Name(usize),
}

/// What there can be too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Many {
    /// Figures kept in a project.
    Figures,
    /// Named selections of territories.
    Sets,
    /// Views beside the map.
    Views,
    /// Territories of one selection.
    Selected,
    Packs,
    /// Indicators typed as formulas.
    Indicators,
    /// Elements of a page.
    Elements,
    /// Maps on one page.
    Maps,
}

impl Many {
    /// The most: a project with more could not be shown, and no office has as many.
    pub(crate) fn most(self) -> usize {
        match self {
            Self::Figures => 2_000,
            Self::Sets => 2_000,
            Self::Views => 50,
            // All Comuni of Italy, and their groups.
            Self::Selected => 10_000,
            Self::Packs => 100,
            Self::Indicators => 500,
            Self::Elements => 100,
            // More are too small to be read, and drawing them takes time.
            Self::Maps => 60,
        }
    }

    /// Checks how many there are.
    pub(crate) fn check(self, count: usize) -> Result<(), OutOfBounds> {
        if count > self.most() { Err(OutOfBounds::Many(self, count)) } else { Ok(()) }
    }

    fn name(self, lang: Lang) -> &'static str {
        lang.text(match self {
            Self::Figures => texts::MANY_FIGURES,
            Self::Sets => texts::MANY_SETS,
            Self::Views => texts::MANY_VIEWS,
            Self::Selected => texts::MANY_SELECTED,
            Self::Packs => texts::MANY_PACKS,
            Self::Indicators => texts::MANY_INDICATORS,
            Self::Elements => texts::MANY_ELEMENTS,
            Self::Maps => texts::MANY_MAPS,
        })
    }
}

/// The most characters of a name, an id or the words of a filter.
const MOST_OF_A_NAME: usize = 10_000;

/// Checks names, ids and the like.
pub(crate) fn names<'a>(names: impl IntoIterator<Item = &'a str>) -> Result<(), OutOfBounds> {
    let long = names.into_iter().filter(|name| name.len() > MOST_OF_A_NAME);
    match long.map(|name| name.chars().count()).find(|letters| *letters > MOST_OF_A_NAME) {
        Some(letters) => Err(OutOfBounds::Name(letters)),
        None => Ok(()),
    }
}

impl OutOfBounds {
    /// The message: what was asked for and what is allowed.
    pub fn text(self, lang: Lang) -> String {
        let written = |x: f64| plain_number(lang, x);
        match self {
            Self::Side(side) => {
                let (least, most) = (PageSpec::SIDE.start(), PageSpec::SIDE.end());
                let whole = |side: f64| number(lang, side, 0);
                texts::bounds_side(lang, written(side), whole(*least), whole(*most))
            }
            Self::TypeScale(scale) => {
                let (least, most) = (PageSpec::TYPE_SCALE.start(), PageSpec::TYPE_SCALE.end());
                texts::bounds_type_scale(lang, written(scale), written(*least), written(*most))
            }
            Self::Decimals(decimals) => texts::bounds_decimals(lang, decimals, PageSpec::MOST_DECIMALS),
            Self::Letters(letters) => texts::bounds_letters(lang, letters, PageSpec::MOST_LETTERS),
            Self::Columns(columns) => texts::bounds_columns(lang, columns, super::TableColumn::MOST),
            Self::Breaks(breaks) => texts::bounds_breaks(lang, breaks, super::ClassSpec::MOST_BREAKS),
            Self::Frame(sides) => texts::bounds_frame(lang, sides.map(written).join("; ")),
            Self::Top => lang.text(texts::BOUNDS_TOP).to_owned(),
            Self::Share(share) => texts::bounds_share(lang, written(share)),
            Self::Many(what, count) => {
                let whole = |n: usize| number(lang, n as f64, 0);
                texts::bounds_many(lang, whole(count), what.name(lang), whole(what.most()))
            }
            Self::Name(letters) => {
                let whole = |n: usize| number(lang, n as f64, 0);
                texts::bounds_name(lang, whole(letters), whole(MOST_OF_A_NAME))
            }
        }
    }
}

impl PageSpec {
    /// Checks the settings of the page. Its size is checked only when it is not laid out as part of another page.
    ///
    /// # Errors
    /// The first setting that is out of bounds.
    pub fn check(&self) -> Result<(), OutOfBounds> {
        if self.part.is_none()
            && let Some(side) =
                [self.width, self.height].into_iter().find(|side| !Self::SIDE.contains(&side.0))
        {
            return Err(OutOfBounds::Side(side.0));
        }
        if !Self::TYPE_SCALE.contains(&self.type_scale) {
            return Err(OutOfBounds::TypeScale(self.type_scale));
        }
        if let Some(decimals) = self.decimals.filter(|decimals| *decimals > Self::MOST_DECIMALS) {
            return Err(OutOfBounds::Decimals(decimals));
        }
        let texts = [
            &self.title,
            &self.subtitle,
            &self.source,
            &self.note,
            &self.credit,
            &self.caption,
            &self.description,
        ];
        let mut letters = texts.into_iter().flatten().map(|text| text.chars().count());
        match letters.find(|letters| *letters > Self::MOST_LETTERS) {
            Some(letters) => Err(OutOfBounds::Letters(letters)),
            None => Ok(()),
        }
    }
}

/// Codes without repeats, because a territory named twice is selected once.
pub(super) fn distinct<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Code>, D::Error> {
    let mut codes = Vec::<Code>::deserialize(from)?;
    let mut seen = std::collections::HashSet::new();
    codes.retain(|code| seen.insert(code.clone()));
    Ok(codes)
}
