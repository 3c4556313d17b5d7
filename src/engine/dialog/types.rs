//! What lies over the window, and what may be asked of it.

use crate::engine::coverage::{ThemeReach, TopicReach};
use crate::engine::indicator_card::IndicatorCard;
use crate::engine::whence::{Asked, Found};

/// What lies over the window.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// Where a number comes from.
    Whence(Whence),
    /// The card of an indicator.
    Card(Box<IndicatorCard>),
    /// What the data reach, and what would bring them further.
    Reach(Box<Reach>),
}

/// What the data reach, and which themes are inside.
#[derive(Clone, Debug, PartialEq)]
pub struct Reach {
    /// The themes of the catalogue.
    pub themes: Vec<ThemeReach>,
    /// The themes of an observatory.
    pub topics: Vec<TopicReach>,
    /// Whether the second are in sight.
    pub shows_topics: bool,
}

/// The search for where a number comes from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Whence {
    /// The number as it is typed.
    pub typed: String,
    /// Words that stood near it.
    pub near: String,
    /// Why it is not looked for.
    pub refusal: Option<String>,
    /// What is being looked for.
    pub searching: Option<Asked>,
    /// What was found.
    pub found: Option<Box<Found>>,
}

/// What may be asked of a dialog.
#[derive(Clone, Debug, PartialEq)]
pub enum DialogAction {
    /// Ask where a number comes from.
    Whence,
    /// Show the card of the indicator of that id.
    Card(String),
    /// Another number, and other words near it.
    Type(String, String),
    /// Look for the number.
    Search,
    /// What was found of a number, or why the search broke off.
    Found(Asked, Result<Box<Found>, String>),
    /// Show where that answer stands.
    Show(usize),
    /// Show what the data reach.
    Reach,
    /// Of what the data reach show the themes of an observatory, or those of the catalogue.
    ShowTopics(bool),
    /// Close it.
    Close,
}
