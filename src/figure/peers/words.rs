//! The texts of the territories most like another.

use crate::base::Level;
use crate::data::{Atlas, Caption};
use crate::figure::page::footer::{self, Credit, Footer};
use crate::figure::quality;
use crate::figure::reading::voice::capital;
use crate::figure::view::Prepared;
use crate::figure::wording::{listed, on_its_own, reference_name, value_text};
use crate::i18n::italian::{self, Preposition};
use crate::i18n::{self, Lang, texts};

use super::model::{Peer, PeersModel};
use super::view::PeersView;

/// The decimals of distances.
const DECIMALS: usize = 2;
/// How many are named after the first.
const THEN: usize = 4;

pub fn title(lang: Lang, model: &PeersModel) -> String {
    match &model.own {
        Some((_, name, level)) => texts::peers_title(lang, on_its_own(lang, *level, name)),
        None => lang.text(texts::PEERS_TITLE_OF_NONE).to_owned(),
    }
}

/// "i 17 Ambiti", "the 17 Ambiti".
fn units(lang: Lang, model: &PeersModel) -> String {
    let count = i18n::number(lang, (model.peers.len() + 1) as f64, 0);
    match lang {
        Lang::It => italian::the_counted(&count, model.level),
        Lang::En => texts::spine_the_counted(lang, &count, italian::noun_of(model.level, false)),
    }
}

pub fn subtitle(lang: Lang, model: &PeersModel) -> String {
    texts::peers_subtitle(lang, lang.level(model.level), model.indicators.len())
}

pub fn distance(lang: Lang, peer: &Peer) -> String {
    i18n::number(lang, peer.like.distance, DECIMALS)
}

/// An indicator with its date: "Indice di vecchiaia (1/1/2023)".
pub fn indicator(lang: Lang, atlas: &Atlas, model: &PeersModel, at: usize) -> String {
    let one = &model.indicators[at];
    let Ok(caption) = atlas.caption(&one.indicator) else { return one.indicator.clone() };
    let name = format!("{} ({})", lang.pick(caption.short), reference_name(lang, caption.stated(one.date)));
    quality::marked(lang, name, model.qualities[at])
}

/// The indicator in which two differ most.
fn most(peer: &Peer) -> Option<usize> {
    let apart = peer.like.apart.iter().enumerate();
    apart.max_by(|a, b| a.1.abs().total_cmp(&b.1.abs())).filter(|(_, by)| **by != 0.0).map(|(at, _)| at)
}

fn pair(lang: Lang, atlas: &Atlas, model: &PeersModel, peer: &Peer) -> Option<(String, [String; 2])> {
    let at = most(peer)?;
    let caption: Caption<'_> = atlas.caption(&model.indicators[at].indicator).ok()?;
    let decimals = crate::figure::precision::apart(caption.decimals, &[model.values[at], peer.values[at]]);
    let caption = Caption { decimals, ..caption };
    let written = [model.values[at], peer.values[at]].map(|x| value_text(lang, caption, Ok(x)));
    Some((lang.pick(caption.name).to_owned(), written))
}

/// "Stranieri (11,8% contro 9,1%)".
pub fn valued(lang: Lang, atlas: &Atlas, model: &PeersModel, peer: &Peer) -> String {
    pair(lang, atlas, model, peer)
        .map_or_else(String::new, |(name, [own, other])| texts::peers_valued(lang, name, other, own))
}

/// A row in a sentence.
pub fn row(lang: Lang, atlas: &Atlas, model: &PeersModel, peer: &Peer) -> String {
    let name = lang.territory(model.level, &peer.name);
    texts::peers_row(lang, name, distance(lang, peer), valued(lang, atlas, model, peer))
}

/// The territory that others are like: "all'Ambito di Corsico", "the Ambito of Corsico".
fn like_it(lang: Lang, level: Level, name: &str) -> String {
    match (lang, level) {
        (Lang::It, _) => italian::place(Some(Preposition::A), level, name),
        (Lang::En, Level::Comuni) => name.to_owned(),
        (Lang::En, _) => format!("the {}", lang.territory(level, name)),
    }
}

/// A territory in a sentence: "l'Ambito di Rho", "the Ambito of Rho", "Rho".
fn told(lang: Lang, level: Level, name: &str) -> String {
    match (lang, level) {
        (Lang::It, _) => italian::place(None, level, name),
        (Lang::En, Level::Comuni) => name.to_owned(),
        (Lang::En, _) => format!("the {}", lang.territory(level, name)),
    }
}

/// What is said of the nearest, of those that follow and of the furthest.
pub fn sentences(lang: Lang, model: &PeersModel, atlas: &Atlas) -> Vec<String> {
    let Some((_, name, level)) = &model.own else {
        return vec![lang.text(texts::PEERS_CHOOSE).to_owned()];
    };
    let [first, others @ ..] = model.peers.as_slice() else { return Vec::new() };
    let named = |peer: &Peer| told(lang, model.level, &peer.name);
    let place = like_it(lang, *level, name);
    let tied = others.iter().take_while(|peer| peer.like.distance == first.like.distance).count();
    let mut said = Vec::new();
    if tied == 0 {
        said.push(texts::peers_nearest(lang, place, named(first), distance(lang, first)));
    } else {
        let names: Vec<String> = model.peers[..=tied].iter().map(named).collect();
        said.push(texts::peers_nearest_tied(lang, place, listed(lang, &names), distance(lang, first)));
    }
    if let Some((indicator, [own, other])) = pair(lang, atlas, model, first).filter(|_| tied == 0) {
        let indicator = i18n::within_sentence(&indicator);
        said.push(texts::peers_most(lang, capital(&named(first)), indicator, own, other));
    }
    let then: Vec<String> = model
        .first()
        .iter()
        .skip(1 + tied)
        .take(THEN)
        .map(|peer| texts::peers_named(lang, named(peer), distance(lang, peer)))
        .collect();
    if !then.is_empty() {
        said.push(texts::peers_then(lang, listed(lang, &then)));
    }
    if let Some(last) = others.last().filter(|last| last.like.distance > first.like.distance) {
        said.push(texts::peers_furthest(lang, named(last), distance(lang, last)));
    }
    said
}

pub fn footer(prepared: &Prepared<'_, PeersView>) -> Footer {
    let Prepared { spec, model, remarks, sources, .. } = *prepared;
    let (lang, atlas) = (spec.lang, sources.atlas);
    let captions = model.indicators.iter().filter_map(|one| atlas.caption(&one.indicator).ok());
    let source = footer::in_short(lang, captions);
    let mut lines = Vec::new();
    if !model.peers.is_empty() {
        lines.push(texts::peers_note(lang, units(lang, model)));
        lines.extend(quality::key(lang, &model.qualities));
    }
    lines.extend(remarks.iter().map(|remark| remark.text(lang)));
    let mut dates: Vec<_> = model.indicators.iter().map(|one| one.date).collect();
    dates.sort();
    dates.dedup();
    lines.extend(footer::remarks(lang, atlas, &model.datasets, &dates));
    Footer { sources: vec![source], remarks: lines, credits: vec![Credit::Program] }
}

pub fn alternative(prepared: &Prepared<'_, PeersView>) -> String {
    let (model, lang, atlas) = (prepared.model, prepared.spec.lang, prepared.sources.atlas);
    let mut told = vec![format!("{}.", title(lang, model)), format!("{}.", subtitle(lang, model))];
    told.extend(model.first().iter().map(|peer| format!("{}.", row(lang, atlas, model, peer))));
    told.join(" ")
}

pub fn reading(prepared: &Prepared<'_, PeersView>) -> Vec<String> {
    let (model, lang, atlas) = (prepared.model, prepared.spec.lang, prepared.sources.atlas);
    let mut told = sentences(lang, model, atlas);
    if !model.peers.is_empty() {
        let all: Vec<String> =
            (0..model.indicators.len()).map(|at| indicator(lang, atlas, model, at)).collect();
        told.push(texts::peers_made_of(lang, all.join("; ")));
        told.extend(quality::key(lang, &model.qualities));
    }
    told
}
