//! The current work: exactly what is undone, redone and saved.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::base::{Code, Date};
use crate::data::{Atlas, NamedSet, WhatIf};
use crate::i18n::Lang;

use super::element::{Element, ElementKind, HeatStripSpec, MapSpec, OfKind, Spec, Subject};
use super::kept_figure::KeptFigure;
use super::own_indicator::OwnIndicator;

/// Everything that is undone and saved. Every view is kept as a complete spec, so that nothing has to be reassembled
/// when it is shown, put on a page or reopened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Document {
    /// The map. Its indicator id is empty in a project that was never opened in the window.
    pub map: MapSpec,
    /// The views beside it, at most one of each kind, which follow the map.
    pub views: Vec<Element>,
    /// The indicator as published shown in place of the map's, with its views.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Published>,
    /// Figures in gallery order; steps of undo that do not change them share them.
    #[serde(with = "shared")]
    pub figures: Vec<Arc<KeptFigure>>,
    /// Named selections of territories, in the order they were made.
    pub sets: Vec<NamedSet>,
    /// Indicators typed as formulas.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub own: Vec<OwnIndicator>,
    /// The hypothesis that everything shown stands on; figures keep their own.
    #[serde(skip_serializing_if = "WhatIf::is_official")]
    pub what_if: WhatIf,
    /// Id of the figure open in the composer, `None` while the map is shown: undo returns to where something changed.
    #[serde(skip)]
    pub composing: Option<u64>,
}

/// An indicator as published, which has no boundaries of its own and is therefore shown by separate views.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Published {
    pub indicator: String,
    /// Its views, at most one of each kind.
    pub views: Vec<Element>,
}

impl Default for Document {
    fn default() -> Self {
        Self {
            map: MapSpec::new("", Date::new(1970, 1, 1).expect("a day of the calendar")),
            views: Vec::new(),
            published: None,
            figures: Vec::new(),
            sets: Vec::new(),
            own: Vec::new(),
            what_if: WhatIf::default(),
            composing: None,
        }
    }
}

impl Document {
    /// A map with its views in their initial state.
    pub fn new(map: MapSpec, atlas: &Atlas) -> Self {
        let mut document = Self { map, ..Self::default() };
        document.complete(atlas);
        document
    }

    /// Whether the two differ at most in what is shown: navigating is not a step of undo.
    pub(crate) fn is_same_work(&self, other: &Self) -> bool {
        (&self.map, &self.views, &self.published, &self.figures, &self.sets, &self.own, &self.what_if)
            == (
                &other.map,
                &other.views,
                &other.published,
                &other.figures,
                &other.sets,
                &other.own,
                &other.what_if,
            )
    }

    /// The current views: those of the indicator as published if one is shown, else those of the map.
    pub fn views(&self) -> &[Element] {
        self.published.as_ref().map_or(&self.views, |published| &published.views)
    }

    fn views_mut(&mut self) -> &mut Vec<Element> {
        match &mut self.published {
            Some(published) => &mut published.views,
            None => &mut self.views,
        }
    }

    /// The current view of a kind.
    pub fn view<S: OfKind>(&self) -> Option<&S> {
        self.views().iter().find_map(S::of)
    }

    /// The current view of a kind, or the map, as an element of a page.
    pub fn element(&self, kind: ElementKind) -> Option<Element> {
        match kind {
            ElementKind::Map => Some(self.map.clone().into()),
            kind => self.views().iter().find(|view| view.kind() == kind).cloned(),
        }
    }

    /// Replaces the current view of the element's kind.
    pub fn set(&mut self, element: Element) {
        if let Some(map) = MapSpec::of(&element) {
            self.map = map.clone();
            return;
        }
        let views = self.views_mut();
        match views.iter_mut().find(|view| view.kind() == element.kind()) {
            Some(view) => *view = element,
            None => views.push(element),
        }
    }

    /// What the current views share.
    pub fn subject(&self, atlas: &Atlas) -> Subject {
        self.published
            .as_ref()
            .map_or_else(|| Subject::of(&self.map), |published| self.of_published(published, atlas))
    }

    fn of_published(&self, published: &Published, atlas: &Atlas) -> Subject {
        let map = Subject::of(&self.map);
        let references = atlas.references(&published.indicator).unwrap_or_default();
        let at = references.last().copied().unwrap_or(map.at);
        map.published(&published.indicator, at, atlas.listed_level(&published.indicator))
    }

    /// Shows an indicator as published in place of the map's.
    pub fn show_published(&mut self, id: &str, atlas: &Atlas) {
        let before = self.subject(atlas);
        let mut views = self.views().to_vec();
        let published = Published { indicator: id.to_owned(), views: Vec::new() };
        let now = self.of_published(&published, atlas);
        views.retain(|view| Element::opening(view.kind(), &now, atlas).is_some());
        views.iter_mut().for_each(|view| view.spec_mut().follow(&before, &now, atlas));
        self.published = Some(Published { views, ..published });
        self.complete(atlas);
    }

    /// Makes the views follow what has changed since `before`, except those that were changed themselves.
    pub fn follow(&mut self, before: &Self, atlas: &Atlas) {
        let (was, is) = (Subject::of(&before.map), Subject::of(&self.map));
        let untouched: Vec<bool> = self.views.iter().map(|view| before.views.contains(view)).collect();
        along(&mut self.views, &before.views, (&was, &is), atlas);
        for (view, _) in self.views.iter_mut().zip(&untouched).filter(|(_, untouched)| **untouched) {
            if let Some(strip) = HeatStripSpec::of_mut(view) {
                strip.follow_map(&before.map, &self.map);
            }
        }
        let of_published = |document: &Self| {
            document.published.as_ref().map(|published| document.of_published(published, atlas))
        };
        if let (Some(was), Some(is)) = (of_published(before), of_published(self))
            && let (Some(published), Some(old)) = (&mut self.published, &before.published)
        {
            along(&mut published.views, &old.views, (&was, &is), atlas);
        }
        self.complete(atlas);
    }

    /// Opens the views that are missing and possible.
    pub(crate) fn complete(&mut self, atlas: &Atlas) {
        let subject = self.subject(atlas);
        let others = ElementKind::ALL.iter().filter(|kind| **kind != ElementKind::Map);
        let views = self.views_mut();
        for kind in others {
            if views.iter().all(|view| view.kind() != *kind) {
                views.extend(Element::opening(*kind, &subject, atlas));
            }
        }
    }

    /// The ids of the indicators shown on the map, beside it and in kept figures.
    pub fn indicators(&self) -> impl Iterator<Item = &str> {
        let views = self.views.iter().flat_map(|view| view.spec().indicators());
        let figures = self.figures.iter().flat_map(|figure| figure.spec.indicators());
        self.map.indicators().into_iter().chain(views).chain(figures)
    }

    /// Drops what depends on indicators that no longer exist.
    pub(crate) fn forget_unknown(&mut self, atlas: &Atlas) {
        let known = |id: &str| atlas.caption(id).is_ok();
        self.published =
            self.published.take().filter(|published| atlas.published(&published.indicator).is_some());
        let subject = Subject::of(&self.map);
        let of_published = self.published.as_ref().map(|published| self.of_published(published, atlas));
        let sound = |view: &mut Element, subject: &Subject| {
            view.spec_mut().forget(&known);
            view.spec_mut().follow(subject, subject, atlas);
            view.spec().indicators().into_iter().all(known)
        };
        self.views.retain_mut(|view| sound(view, &subject));
        if let (Some(published), Some(subject)) = (&mut self.published, of_published) {
            published.views.retain_mut(|view| sound(view, &subject));
        }
        self.complete(atlas);
    }

    /// Drops from the selections of everything shown the Ambiti that exist only in another grouping.
    pub(crate) fn forget_territories(&mut self, gone: &[Code]) {
        self.map.selected.retain(|code| !gone.contains(code));
        for view in &mut self.views {
            view.spec_mut().selected_mut().retain(|code| !gone.contains(code));
        }
    }

    /// Switches the language of everything shown; kept figures have their own.
    pub(crate) fn set_lang(&mut self, lang: Lang) {
        self.map.lang = lang;
        let published = self.published.iter_mut().flat_map(|published| &mut published.views);
        self.views.iter_mut().chain(published).for_each(|view| view.spec_mut().set_lang(lang));
    }

    /// The figure open in the composer.
    pub fn composed(&self) -> Option<&Arc<KeptFigure>> {
        let open = self.composing?;
        self.figures.iter().find(|figure| figure.id == open)
    }

    /// One more than the highest number of a kept figure.
    pub fn next_number(&self) -> u16 {
        let numbers = self.figures.iter().filter_map(|figure| figure.spec.page.number);
        numbers.max().unwrap_or(0).saturating_add(1)
    }
}

fn along(views: &mut [Element], before: &[Element], (was, is): (&Subject, &Subject), atlas: &Atlas) {
    if was == is {
        return;
    }
    for view in views.iter_mut().filter(|view| before.contains(view)) {
        view.spec_mut().follow(was, is, atlas);
    }
}

/// Shared figures are serialised as plain values.
mod shared {
    use std::sync::Arc;

    use serde::{Deserialize, Deserializer, Serializer};

    use super::KeptFigure;

    pub(crate) fn serialize<S: Serializer>(
        figures: &[Arc<KeptFigure>],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(figures.iter().map(Arc::as_ref))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<Arc<KeptFigure>>, D::Error> {
        Ok(Vec::<KeptFigure>::deserialize(deserializer)?.into_iter().map(Arc::new).collect())
    }
}
