//! Which of several layers of a file has the boundaries that are meant: the one that names our Comuni, else our Ambiti, else a
//! question.

use std::sync::Arc;

use crate::io::matching::Matcher;
use crate::io::shapes::Shapes;
use crate::io::source::{Problem, SourceError};

use super::answers::Answers;
use super::boundaries::{ambiti, naming};
use super::finding::{Finding, Kind};

/// A layer, and the finding on the others.
pub(super) struct Selected<'a> {
    pub shapes: &'a Arc<Shapes>,
    pub finding: Option<Finding>,
}

/// Selects the layer.
///
/// # Errors
/// A layer or attribute in an answer that does not exist.
pub(super) fn select<'a>(
    layers: &[&'a Arc<Shapes>],
    matcher: &Matcher,
    answers: &Answers,
) -> Result<Option<Selected<'a>>, SourceError> {
    let Some(first) = layers.first() else { return Ok(None) };
    let names =
        |layers: &[&Arc<Shapes>]| -> Vec<String> { layers.iter().map(|one| one.layer.clone()).collect() };
    if let Some(typed) = &answers.layer {
        let is_it = |shapes: &&&Arc<Shapes>| {
            [&shapes.layer, &shapes.file].iter().any(|name| name.eq_ignore_ascii_case(typed))
        };
        let shapes = layers.iter().find(is_it).ok_or_else(|| {
            let layers = names(layers).join(", ");
            SourceError::new(&first.file, Problem::NoSuchLayer { typed: typed.clone(), layers })
        })?;
        return Ok(Some(Selected { shapes, finding: selected(shapes, layers) }));
    }
    if let [shapes] = layers {
        return Ok(Some(Selected { shapes, finding: None }));
    }
    // How many of our Comuni each names, how many Comuni, and how many features lie between the two.
    let mut fitting = Vec::new();
    for shapes in layers {
        match naming(shapes, matcher, answers) {
            Ok(naming) => {
                let (ours, all) = naming.map_or((0, 0), |naming| (naming.ours, naming.all));
                fitting.push((*shapes, ours, all, shapes.polygons.len().abs_diff(all)));
            }
            // A stated attribute that only another layer has.
            Err(_) if layers.len() > 1 => {}
            Err(error) => return Err(error),
        }
    }
    if fitting.is_empty() {
        naming(first, matcher, answers)?;
    }
    let most = fitting.iter().map(|(_, ours, ..)| *ours).max().unwrap_or(0);
    fitting.retain(|(_, ours, ..)| *ours == most);
    if fitting.iter().any(|(_, _, all, _)| *all > 0) {
        fitting.retain(|(_, _, all, _)| *all > 0);
        // Census sections name the Comuni too, each many times.
        let nearest = fitting.iter().map(|(.., apart)| *apart).min().unwrap_or(0);
        fitting.retain(|(.., apart)| *apart == nearest);
    }
    if fitting.len() > 1 && most == 0 {
        let ambiti: Vec<usize> = fitting.iter().map(|(shapes, ..)| ambiti(shapes, matcher)).collect();
        let most = ambiti.iter().copied().max().unwrap_or(0);
        let mut ambiti = ambiti.into_iter();
        fitting.retain(|_| ambiti.next() == Some(most));
    }
    let fitting: Vec<&Arc<Shapes>> = fitting.into_iter().map(|(shapes, ..)| shapes).collect();
    let Some(shapes) = fitting.first().copied() else { return Ok(None) };
    let finding = match fitting.len() {
        1 => selected(shapes, layers),
        _ => Some(Finding::new(Kind::SeveralLayers { layers: names(&fitting) })),
    };
    Ok(Some(Selected { shapes, finding }))
}

/// The finding that a layer was taken and the others were not.
fn selected(shapes: &Arc<Shapes>, layers: &[&Arc<Shapes>]) -> Option<Finding> {
    let others = layers.iter().filter(|other| !Arc::ptr_eq(other, shapes));
    let others: Vec<&str> = others.map(|other| other.layer.as_str()).collect();
    let kind = Kind::LayerSelected { layer: shapes.layer.clone(), others: others.join(", ") };
    (!others.is_empty()).then(|| Finding::new(kind))
}
