//! What the specs of all kinds of element have in common.

use crate::base::{Code, Level};
use crate::data::{Atlas, Method};
use crate::document::bounds::OutOfBounds;
use crate::document::page::PageSpec;
use crate::i18n::Lang;

use super::subject::Subject;

/// The interface of every spec: what an element can be asked whatever its kind.
pub trait Spec {
    /// Its initial state in the window; `None` where there is nothing of this kind to show.
    fn opening(subject: &Subject, atlas: &Atlas) -> Option<Self>
    where
        Self: Sized;

    /// Its own page: size and appearance are those of the figure, the title is its own.
    fn page(&self) -> &PageSpec;

    /// Its own page, for editing.
    fn page_mut(&mut self) -> &mut PageSpec;

    /// The language of its texts.
    fn lang(&self) -> Lang;

    /// Switches the language of its texts.
    fn set_lang(&mut self, lang: Lang);

    /// Codes of its selected territories.
    fn selected(&self) -> &[Code];

    /// Codes of its selected territories, for editing.
    fn selected_mut(&mut self) -> &mut Vec<Code>;

    /// Level of its units; `None` where it shows territories of any level.
    fn level(&self) -> Option<Level>;

    /// Shows the units of another level, where it shows those of a single level.
    fn set_level(&mut self, level: Level);

    /// How the values of groups are computed: by default as those of the group itself, where nothing else is on offer.
    fn method(&self) -> Method {
        Method::Pooled
    }

    fn set_method(&mut self, method: Method) {
        let _ = method;
    }

    /// Whether it shows values of groups of Comuni, which the method computes.
    fn has_groups(&self, atlas: &Atlas) -> bool {
        let _ = atlas;
        self.level().is_none_or(|level| level != Level::Comuni)
    }

    /// Ids of the indicators it shows.
    fn indicators(&self) -> Vec<&str>;

    /// A name for its file: letters, digits, `_` and `-`.
    fn file_stem(&self) -> String;

    /// What the window is about when this is what it shows.
    fn subject(&self, atlas: &Atlas) -> Subject;

    /// Drops secondary indicators that are no longer known.
    fn forget(&mut self, known: &dyn Fn(&str) -> bool) {
        let _ = known;
    }

    /// Checks its settings, other than its page.
    ///
    /// # Errors
    /// The first setting that is out of bounds.
    fn check(&self) -> Result<(), OutOfBounds> {
        Ok(())
    }

    /// Follows the window to another subject: settings that agreed with the old subject take over the new one, and
    /// settings made for this element alone stay.
    fn follow(&mut self, before: &Subject, now: &Subject, atlas: &Atlas);
}

/// The accessors of fields that every spec has under the same names.
macro_rules! common_fields {
    () => {
        common_fields!(of_the_group_itself);

        fn set_method(&mut self, method: Method) {
            self.method = method;
        }
    };
    // Of a kind that only shows the groups' own values, made in no other way.
    (of_the_group_itself) => {
        fn page(&self) -> &PageSpec {
            &self.page
        }

        fn page_mut(&mut self) -> &mut PageSpec {
            &mut self.page
        }

        fn lang(&self) -> Lang {
            self.lang
        }

        fn set_lang(&mut self, lang: Lang) {
            self.lang = lang;
        }

        fn selected(&self) -> &[Code] {
            &self.selected
        }

        fn selected_mut(&mut self) -> &mut Vec<Code> {
            &mut self.selected
        }
    };
}
pub(super) use common_fields;
