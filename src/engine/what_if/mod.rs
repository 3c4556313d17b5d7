//! The hypothesis that everything shown stands on: changing it, and what it changes.

mod action;
mod compared;

use crate::data::Move;
use crate::document::Document;

use super::dialog::{Dialog, WhatIfForm};
use super::state::State;

pub use action::{Target, WhatIfAction};
pub use compared::{Compared, Side, compared};

/// Changes the hypothesis of the document; the update puts it into force, and it can be undone like everything else.
pub(super) fn apply(state: &mut State, action: WhatIfAction) {
    let Document { what_if, .. } = &mut state.document;
    match action {
        WhatIfAction::Move(what, target) => {
            let to = match target {
                Target::Ambito(code) => code,
                Target::New(name) => {
                    let code = what_if.next_code(state.bundle.atlas.official());
                    what_if.ambiti.insert(code.clone(), name.trim().to_owned());
                    code
                }
            };
            what_if.moves.push(Move { what, to });
            // What was chosen may be no more, and the next move is another.
            if let Some(Dialog::WhatIf(form)) = &mut state.dialog {
                *form = WhatIfForm::default();
            }
        }
        WhatIfAction::TakeBack(at) => {
            if at < what_if.moves.len() {
                what_if.moves.remove(at);
            }
            let moves = &what_if.moves;
            what_if.ambiti.retain(|code, _| moves.iter().any(|one| one.to == *code));
        }
        WhatIfAction::Rename(name) => name.trim().clone_into(&mut what_if.name),
        WhatIfAction::Reset => *what_if = Default::default(),
    }
}
