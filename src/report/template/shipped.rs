//! The embedded templates.

use super::model::Template;

/// The embedded templates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shipped {
    Profile,
    Yearly,
    Chapter,
}

impl Shipped {
    pub const ALL: [Self; 3] = [Self::Profile, Self::Yearly, Self::Chapter];

    /// The name used on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Profile => "profile",
            Self::Yearly => "yearly",
            Self::Chapter => "chapter",
        }
    }

    /// Its file: what an office starts its own template from.
    pub fn text(self) -> &'static str {
        match self {
            Self::Profile => include_str!("../../../assets/reports/profilo.toml"),
            Self::Yearly => include_str!("../../../assets/reports/rapporto.toml"),
            Self::Chapter => include_str!("../../../assets/reports/capitoli.toml"),
        }
    }

    /// The template itself.
    pub fn template(self) -> Template {
        Template::read(self.text()).expect("the embedded templates are sound: a test reads them")
    }
}
