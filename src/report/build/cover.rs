//! The first page.

use crate::base::Level;
use crate::data::Reference;
use crate::figure::wording::{listed, reference_label};
use crate::i18n::italian::{self, Preposition};
use crate::i18n::{Lang, texts};
use crate::report::block::Cover;
use crate::report::request::Request;
use crate::report::template::{About, Template};

use super::context::Context;
use super::outline::outline;

/// The sides of the outline, in millimetres.
const SIDES: [f64; 2] = [110.0, 95.0];

/// The cover, once it is known what the report uses.
pub(super) fn cover(template: &Template, request: &Request, ctx: &Context<'_>) -> Cover {
    let lang = ctx.lang;
    let last: Option<Reference> =
        ctx.used().into_iter().flat_map(|(_, references)| references).max_by_key(|at| at.day_on_axis());
    let act = template.act.as_ref().map(|act| lang.pick(act).to_owned());
    let until = last.map(|at| texts::report_until(lang, reference_label(lang, at)));
    let made = texts::report_made_with(lang, env!("CARGO_PKG_VERSION"));
    let office = request.office.clone().filter(|office| !office.trim().is_empty());
    let lines = act.into_iter().chain(office).chain(until).chain([made]).collect();
    let picture = (!request.places.is_empty()).then(|| outline(&request.places, ctx, "cover/outline", SIDES));
    Cover {
        title: lang.pick(&template.title).to_owned(),
        subtitle: subtitle(template, request, ctx),
        lines,
        picture,
        logo: request.logo.clone(),
    }
}

/// What the report is about: "Ambito di Corsico", "i 17 Ambiti dell'ATS a confronto".
pub(super) fn subtitle(template: &Template, request: &Request, ctx: &Context<'_>) -> String {
    let lang = ctx.lang;
    if template.about == About::Place {
        let names: Vec<String> = request.places.iter().map(|place| place.alone(lang)).collect();
        return listed(lang, &names);
    }
    let territories = &ctx.atlas().territories;
    let count = crate::i18n::number(lang, territories.units(Level::Ambiti).len() as f64, 0);
    let units = italian::counted(&count, false, Level::Ambiti);
    let of_ats = match lang {
        Lang::It => italian::place(Some(Preposition::Di), Level::Ats, ""),
        Lang::En => lang.text(texts::REPORT_OF_THE_ATS).to_owned(),
    };
    texts::report_subtitle_ambiti(lang, units, of_ats)
}
