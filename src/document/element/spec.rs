//! What the specs of all kinds of element have in common.

use crate::base::{Code, Level};
use crate::data::{Atlas, Method};
use crate::document::bounds::OutOfBounds;
use crate::document::page::PageSpec;
use crate::i18n::Lang;

use super::subject::Subject;

/// What the spec of every kind of element has, and what an element may be asked whatever its kind.
pub trait Spec {
    /// As the window shows it before anybody has touched it; none where there is nothing of this kind to show.
    fn opening(subject: &Subject, atlas: &Atlas) -> Option<Self>
    where
        Self: Sized;

    /// Its own page: size and looks are those of the figure, its title is its own.
    fn page(&self) -> &PageSpec;

    /// Its own page, to be changed.
    fn page_mut(&mut self) -> &mut PageSpec;

    /// The language of its texts.
    fn lang(&self) -> Lang;

    /// Writes its texts in another language.
    fn set_lang(&mut self, lang: Lang);

    /// Codes of its chosen territories.
    fn selected(&self) -> &[Code];

    /// Codes of its chosen territories, to be changed.
    fn selected_mut(&mut self) -> &mut Vec<Code>;

    /// Level of its units; none where it shows territories of any level.
    fn level(&self) -> Option<Level>;

    /// Shows the units of another level, where it shows those of one.
    fn set_level(&mut self, level: Level);

    /// How the values it shows of groups are made.
    fn method(&self) -> Method;

    /// Makes the values of groups in another way.
    fn set_method(&mut self, method: Method);

    /// Ids of the indicators it shows.
    fn indicators(&self) -> Vec<&str>;

    /// A name for a file that shows it: letters, digits, `_` and `-`.
    fn file_stem(&self) -> String;

    /// What the window is about when this is what it shows.
    fn subject(&self, atlas: &Atlas) -> Subject;

    /// Drops what is shown beside the rest of indicators that are not known.
    fn forget(&mut self, known: &dyn Fn(&str) -> bool) {
        let _ = known;
    }

    /// Checks what it asks for beside its page.
    ///
    /// # Errors
    /// The first thing that is out of bounds.
    fn check(&self) -> Result<(), OutOfBounds> {
        Ok(())
    }

    /// Goes along when the window turns to something else: what was as the window had it becomes as the window has it now,
    /// and what was picked for this alone stays.
    fn follow(&mut self, before: &Subject, now: &Subject, atlas: &Atlas);
}

/// What every spec keeps in fields of the same names.
macro_rules! common_fields {
    () => {
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

        fn set_method(&mut self, method: Method) {
            self.method = method;
        }
    };
}
pub(super) use common_fields;
