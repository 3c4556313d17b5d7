//! A bundle: a territory with its datasets and catalogue, as embedded in the program and as extended by a folder.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use polars::prelude::{DataFrame, PolarsError};
use serde::Deserialize;

use crate::base::{Code, Level, Misread};
use crate::data::{
    Area, AreaError, AreaKind, Atlas, Bilingual, Catalogue, CatalogueFault, Comune, Dataset, DatasetError,
    DatasetMeta, NamedSet, Note, PublishedError, Territories, TerritoryError, Unfit, WhatIf, WhatIfError,
    read_published,
};
use crate::document::{Carried, OwnIndicator};
use crate::figure::{Basemap, BasemapError, Sources};
use crate::i18n::{Lang, texts as t};

use super::boundaries::{BoundaryError, read_geojson};
use super::custom_territory::CustomTerritory;
use super::drawn_area::{INDICATOR, drawn_area};
use super::file::{self, FileKind, Unread};
use super::formulas;
use super::import::Finding;
use super::import::areas::definition;
use super::observations::{outline, read_csv};
use super::project::{self, ProjectError, ProjectFile};
use super::territories::program_territories;

/// The file that lists a folder's datasets.
const DATASETS: &str = "datasets.toml";
/// The file with a folder's own indicators; optional.
const INDICATORS: &str = "indicators.toml";
/// The file of the areas known only by published values; optional in a folder.
const AREAS: &str = "aree.csv";

/// Files of the data folder, embedded.
macro_rules! embedded {
    ($($file:literal),+ $(,)?) => {
        [$(($file, include_str!(concat!("../../sample_data/", $file)))),+]
    };
}

/// Every table listed in `datasets.toml`.
const EMBEDDED: &[(&str, &str)] = &embedded![
    "popolazione_eta.csv",
    "residenti.csv",
    "superficie.csv",
    "popolazione_60_plus.csv",
    "popolazione_classi_eta.csv",
    "stranieri.csv",
    "bilancio_demografico.csv",
    "bilancio_stranieri.csv",
    "decessi.csv",
    "irpef.csv",
    "fragilita.csv",
    "istruzione.csv",
    "lavoro.csv",
    "unita_locali.csv",
    "pendolarismo.csv",
    "affluenza.csv",
    "cinque_per_mille.csv",
    "opencivitas.csv",
    "classificazioni.csv",
    "aree_interne.csv",
    "popolazione_eta_aree.csv",
    "ambiti_lombardia.csv",
    "spesa_sociale_lombardia_2016_2018.csv",
    "piano_di_zona_corsico_2021_2023.csv",
];

/// The catalogue, a file a group of themes. The first has the themes themselves, in their order.
const CATALOGUE: [(&str, &str); 16] = [
    ("indicators.toml", include_str!("../../assets/catalogue/indicators.toml")),
    ("sessanta_e_piu.toml", include_str!("../../assets/catalogue/sessanta_e_piu.toml")),
    ("cittadinanza.toml", include_str!("../../assets/catalogue/cittadinanza.toml")),
    ("natalita_mortalita.toml", include_str!("../../assets/catalogue/natalita_mortalita.toml")),
    ("redditi.toml", include_str!("../../assets/catalogue/redditi.toml")),
    ("lavoro_istruzione.toml", include_str!("../../assets/catalogue/lavoro_istruzione.toml")),
    ("fragilita.toml", include_str!("../../assets/catalogue/fragilita.toml")),
    ("coesione.toml", include_str!("../../assets/catalogue/coesione.toml")),
    ("spesa_servizi.toml", include_str!("../../assets/catalogue/spesa_servizi.toml")),
    ("territorio.toml", include_str!("../../assets/catalogue/territorio.toml")),
    ("sinonimi.toml", include_str!("../../assets/catalogue/sinonimi.toml")),
    ("variabili.toml", include_str!("../../assets/catalogue/variabili.toml")),
    ("published.toml", include_str!("../../assets/catalogue/published.toml")),
    ("published_annex.toml", include_str!("../../assets/catalogue/published_annex.toml")),
    ("published_piano.toml", include_str!("../../assets/catalogue/published_piano.toml")),
    ("documents.toml", include_str!("../../assets/catalogue/documents.toml")),
];

/// A bundle with a project, and what is to be said of it.
pub(crate) struct WithProject {
    pub bundle: Bundle,
    /// The indicators of the bundle that it replaces.
    pub replaced: Vec<String>,
    /// Imports of an earlier program whose values could not take their level.
    pub left: Vec<project::Import>,
    /// The hypothesis of its work.
    pub what_if: WhatIf,
}

/// A table as published.
#[derive(Clone, Debug)]
pub struct Published {
    /// Its description.
    pub meta: DatasetMeta,
    /// The table, every cell as text.
    pub table: DataFrame,
}

/// Everything the program starts with.
#[derive(Debug)]
pub struct Bundle {
    pub atlas: Atlas,
    pub basemap: Arc<Basemap>,
    /// Tables as published.
    pub published: Vec<Published>,
    /// Named selections of territories from projects.
    pub sets: Vec<NamedSet>,
    /// What was found in the file of its boundaries, if they are not the program's.
    pub findings: Vec<Finding>,
}

/// Why a bundle cannot be loaded.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// A file cannot be read.
    #[error("{file}: {}", unread.cause(Lang::En))]
    Read { file: PathBuf, unread: Unread },
    /// A list of datasets or indicators is malformed.
    #[error("{file}, {at}")]
    Toml {
        file: PathBuf,
        /// The row that could not be read.
        at: Misread,
    },
    /// An indicator has a field of which nothing can be made.
    #[error("{file}: {}", Lang::En.unfit(unfit))]
    Unfit { file: PathBuf, unfit: Unfit },
    /// A listed file is not in the folder, or its name leads outside.
    #[error("{list} lists '{file}', which is not a file of that folder")]
    NotThere { list: PathBuf, file: String },
    /// A table is malformed.
    #[error("{file}: {source}")]
    Csv { file: String, source: Box<PolarsError> },
    /// A table of territories or areas lacks a column.
    #[error("{file}: the column '{column}' is missing")]
    NoColumn { file: String, column: &'static str },
    /// The territories contradict themselves.
    #[error(transparent)]
    Territory(#[from] TerritoryError),
    /// A table is not a dataset of this territory.
    #[error(transparent)]
    Dataset(#[from] DatasetError),
    /// A table of areas contradicts itself or another.
    #[error("{file}: {source}")]
    Areas { file: String, source: AreaError },
    /// An indicator cannot be read from its published table.
    #[error(transparent)]
    Published(#[from] PublishedError),
    /// The boundaries are malformed.
    #[error(transparent)]
    Boundaries(#[from] BoundaryError),
    /// The boundaries do not fit the territory.
    #[error(transparent)]
    Basemap(#[from] BasemapError),
}

impl LoadError {
    /// The message on one line: what is wrong, where, and what to do.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Unfit { file, unfit } => t::folder_unfit(lang, file.display(), lang.unfit(unfit)),
            Self::Read { file, unread } => t::folder_read(lang, file.display(), unread.cause(lang)),
            Self::Toml { file, at } => t::folder_toml(lang, file.display(), at.row, &at.written),
            Self::NotThere { list, file } => t::folder_not_there(lang, list.display(), file),
            Self::Csv { file, .. } => t::cli_not_a_table(lang, file),
            Self::NoColumn { file, column } => t::folder_no_column(lang, file, column),
            Self::Territory(error) => lang.territory_error(error),
            Self::Dataset(error) => lang.dataset_error(error),
            Self::Areas { file, source } => t::in_file(lang, file, lang.area_error(source)),
            Self::Published(error) => lang.published_error(error),
            Self::Boundaries(BoundaryError::Parse { file, .. } | BoundaryError::NotACollection { file }) => {
                t::boundaries_not_json(lang, file)
            }
            Self::Boundaries(BoundaryError::Feature { file, feature, .. }) => {
                t::boundaries_feature(lang, file, feature)
            }
            Self::Basemap(BasemapError::NoPolygon(code)) => t::boundaries_no_polygon(lang, code),
            Self::Basemap(BasemapError::UnknownCode(code)) => t::boundaries_unknown_code(lang, code),
            Self::Basemap(BasemapError::Projection { code, .. }) => t::boundaries_off_earth(lang, code),
        }
    }
}

#[derive(Deserialize)]
struct DatasetList {
    boundaries: Option<BoundariesMeta>,
    #[serde(rename = "dataset", default)]
    datasets: Vec<Listed>,
}

#[derive(Deserialize)]
struct BoundariesMeta {
    source: Bilingual,
    licence: String,
}

#[derive(Deserialize)]
struct Listed {
    kind: DatasetKind,
    #[serde(flatten)]
    meta: DatasetMeta,
}

#[derive(Clone, Copy, Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
enum DatasetKind {
    Observations,
    /// Variables of areas beyond the territory, one row an area.
    Areas,
    Published,
}

impl Bundle {
    /// The data that figures are made from.
    pub fn sources(&self) -> Sources<'_> {
        Sources { atlas: &self.atlas, basemap: &self.basemap }
    }

    /// What was found in the file of other boundaries, as `check` would tell; `None` for those of the program, and if
    /// there is nothing to tell.
    pub(crate) fn boundary_findings(&self, lang: Lang) -> Option<String> {
        let told: Vec<String> = self.findings.iter().map(|finding| finding.text(lang)).collect();
        (!told.is_empty()).then(|| told.join(" "))
    }

    /// The embedded data, plus those of a folder: a `datasets.toml` in the format of `sample_data/`, the files it
    /// lists, and optionally an `indicators.toml`.
    ///
    /// # Errors
    /// See [`LoadError`]. The embedded part alone cannot fail: a test loads it.
    pub fn load(folder: Option<&Path>) -> Result<Self, LoadError> {
        let territories = program_territories();
        let list: DatasetList =
            parse_toml(Path::new(DATASETS), include_str!("../../sample_data/datasets.toml"))?;
        let credit = list.boundaries.as_ref().map_or_else(Bilingual::default, |b| Bilingual {
            it: format!("{} ({})", b.source.it, b.licence),
            en: format!("{} ({})", b.source.en, b.licence),
        });
        let polygons = read_geojson("comuni.geojson", include_str!("../../maps/comuni.geojson"))?;
        let backdrop = read_geojson("province.geojson", include_str!("../../maps/province.geojson"))?;
        let backdrop: Vec<_> = backdrop.into_iter().map(|(_, polygon)| polygon).collect();
        let basemap = Basemap::new(&territories, polygons, &backdrop, credit)?;
        Self::with(territories, basemap, list, folder)
    }

    /// As [`load`](Self::load), on other boundaries, which bring the drawn area as data. Of the program's own
    /// datasets it keeps those whose Comuni all belong to the territory.
    ///
    /// # Errors
    /// See [`LoadError`].
    pub fn on(custom_territory: CustomTerritory, folder: Option<&Path>) -> Result<Self, LoadError> {
        let drawn = drawn_area(&custom_territory)?;
        let CustomTerritory { territories, polygons, file, findings, .. } = custom_territory;
        let mut list: DatasetList =
            parse_toml(Path::new(DATASETS), include_str!("../../sample_data/datasets.toml"))?;
        let ours = program_territories();
        let has = |comune: &Comune| territories.position(Level::Comuni, &comune.code).is_some();
        let is_elsewhere = !ours.comuni().iter().all(has);
        if is_elsewhere {
            list.datasets.retain(|listed| listed.kind != DatasetKind::Observations);
        }
        let credit = Bilingual { it: file.clone(), en: file };
        let basemap = Basemap::of_metres(&territories, polygons, Vec::new(), credit)?;
        let mut bundle = Self::with(territories, basemap, list, folder)?;
        (bundle.findings, bundle.atlas.is_elsewhere) = (findings, is_elsewhere);
        bundle.atlas.datasets.push(drawn);
        bundle.atlas.catalogue.merge(parse_toml(Path::new("drawn_area.toml"), INDICATOR)?);
        Ok(bundle)
    }

    fn with(
        territories: Territories,
        basemap: Basemap,
        mut list: DatasetList,
        folder: Option<&Path>,
    ) -> Result<Self, LoadError> {
        let mut catalogue = Catalogue::default();
        for (file, text) in CATALOGUE {
            catalogue.merge(parse_toml(Path::new(file), text)?);
        }
        let mut bundle = Self {
            basemap: Arc::new(basemap),
            atlas: Atlas { catalogue, ..Atlas::without_data(territories) },
            published: Vec::new(),
            sets: Vec::new(),
            findings: Vec::new(),
        };
        bundle.add_areas(AREAS, include_bytes!("../../maps/aree.csv"))?;
        bundle.add_beyond(&mut list)?;
        bundle.add_embedded(list)?;
        if let Some(folder) = folder {
            bundle.add_folder(folder)?;
        }
        // Last, because a folder may bring a newer edition of a table, or an area that a table names.
        bundle.read_published()?;
        Ok(bundle)
    }

    /// The bundle with the contents of projects, where later ones take precedence: their datasets, indicators and
    /// values of areas are merged into the atlas, their boundaries replace ours, and their sets can be used by name.
    #[must_use]
    pub fn with_projects<'a>(&self, projects: impl IntoIterator<Item = &'a ProjectFile>) -> Self {
        let (mut atlas, mut sets) = (self.atlas.clone(), self.sets.clone());
        let mut basemap = Arc::clone(&self.basemap);
        for project in projects {
            for import in &project.imports {
                atlas.datasets.push(import.dataset.clone());
                atlas.catalogue.merge(Catalogue::new(vec![project::theme()], import.indicators.clone()));
                if let Some(areas) = &import.areas {
                    atlas.add_area_table(areas, project::THEME, &definition());
                }
                let carried = import.boundaries.as_ref();
                if let Some(map) = carried.and_then(|own| own.basemap(&atlas.territories, &self.basemap)) {
                    basemap = map;
                }
            }
            for set in &project.work.document.sets {
                sets.retain(|known| known.name != set.name);
                sets.push(set.clone());
            }
        }
        atlas.settle_levels();
        let (published, findings) = (self.published.clone(), self.findings.clone());
        Self { atlas, basemap, published, sets, findings }
    }

    /// The indicators of this bundle that those of projects would replace, by name.
    pub fn replaced_by<'a>(&self, projects: impl IntoIterator<Item = &'a ProjectFile>) -> Vec<String> {
        let imports = projects.into_iter().flat_map(|project| &project.imports);
        let ours = |id: &String| self.atlas.catalogue.get(id).is_some() || self.atlas.published(id).is_some();
        let ids: std::collections::BTreeSet<String> =
            imports.flat_map(project::Import::indicator_ids).filter(ours).collect();
        ids.into_iter().collect()
    }

    /// The bundle with the rates that figures show by these ids and the catalogue lacks; `None` if it lacks none that can
    /// be made of a count and a population it has.
    #[must_use]
    pub fn with_rates<'a>(&self, ids: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let unknown: std::collections::BTreeSet<&str> =
            ids.into_iter().filter(|id| self.atlas.caption(id).is_err()).collect();
        let rates: Vec<_> =
            unknown.into_iter().filter_map(|id| project::rate_of_id(id, &self.atlas)).collect();
        if rates.is_empty() {
            return None;
        }
        let mut bundle = self.with_projects([]);
        bundle.atlas.catalogue.merge(Catalogue::new(vec![project::theme()], rates));
        Some(bundle)
    }

    /// The bundle with indicators typed as formulas, and the ids of those that cannot be made of its data.
    #[must_use]
    pub fn with_own(&self, own: &[OwnIndicator]) -> (Self, Vec<String>) {
        let (made, left) = formulas::catalogue(own, &self.atlas);
        let mut bundle = self.with_projects([]);
        bundle.atlas.catalogue.merge(made);
        bundle.atlas.settle_levels();
        (bundle, left)
    }

    /// The bundle with what a figure from elsewhere shows and the catalogue lacks: its formulas, and rates of counts; `None` if it
    /// lacks nothing.
    #[must_use]
    pub fn with_carried(&self, carried: &Carried) -> Option<Self> {
        let is_unknown = |own: &&OwnIndicator| self.atlas.caption(&own.id).is_err();
        let unknown: Vec<OwnIndicator> = carried.own.iter().filter(is_unknown).cloned().collect();
        let own = (!unknown.is_empty()).then(|| self.with_own(&unknown).0);
        let rated = own.as_ref().unwrap_or(self).with_rates(carried.figure.indicators());
        rated.or(own)
    }

    /// The bundle with the project at `path` and the packs it depends on.
    ///
    /// # Errors
    /// One of them cannot be opened.
    pub(crate) fn with_project(&self, path: &Path) -> Result<WithProject, ProjectError> {
        let territories = &self.atlas.territories;
        let project = ProjectFile::open(path, territories)?;
        let packs = project::attached(&project, path, territories)?;
        let all = || packs.iter().chain([&project]);
        let what_if = project.work.document.what_if.clone();
        let left = all().flat_map(|project| project.left_as_published(territories)).cloned().collect();
        let bundle = self.with_projects(all());
        let bundle = match project.work.document.own.as_slice() {
            [] => bundle,
            own => bundle.with_own(own).0,
        };
        Ok(WithProject { bundle, replaced: self.replaced_by(all()), left, what_if })
    }

    /// The bundle under a hypothesis, or with the official Ambiti.
    ///
    /// # Errors
    /// The hypothesis makes no sense for these territories.
    pub fn under(&self, what_if: &WhatIf) -> Result<Self, WhatIfError> {
        let atlas = self.atlas.under(what_if)?;
        let basemap = Arc::new(self.basemap.regrouped(&atlas.territories));
        let Self { published, sets, findings, .. } = self;
        Ok(Self {
            atlas,
            basemap,
            published: published.clone(),
            sets: sets.clone(),
            findings: findings.clone(),
        })
    }

    fn add_areas(&mut self, file: &str, bytes: &[u8]) -> Result<(), LoadError> {
        for area in read_areas(file, bytes)? {
            self.atlas
                .areas
                .add(area, &self.atlas.territories)
                .map_err(|source| LoadError::Areas { file: file.to_owned(), source })?;
        }
        Ok(())
    }

    /// Takes the tables of areas beyond the territory out of the list. Each area is a unit of an atlas of its own, so that indicators
    /// are computed for it as they are for a Comune.
    fn add_beyond(&mut self, list: &mut DatasetList) -> Result<(), LoadError> {
        let (of_areas, others): (Vec<Listed>, Vec<Listed>) =
            list.datasets.drain(..).partition(|listed| listed.kind == DatasetKind::Areas);
        list.datasets = others;
        let alone = |area: &Area| {
            let own = || (area.code.clone(), area.name.clone());
            let (code, name) = own();
            Comune { code, name, ambito: own(), asst: None, ats: own(), province: own() }
        };
        // Beyond the program's own territory: on boundaries of all of Italy some of them are units too.
        let ours = program_territories();
        let is_beyond =
            |area: &&Area| Level::ALL.into_iter().all(|level| ours.position(level, &area.code).is_none());
        let areas = self.atlas.areas().iter().filter(is_beyond).map(alone);
        let territories = Territories::new(areas.collect())?;
        let mut beyond = Atlas { territories, datasets: Vec::new(), ..self.atlas.clone() };
        for Listed { meta, .. } in of_areas {
            let embedded = EMBEDDED.iter().find(|(file, _)| *file == meta.file);
            let not_there = || LoadError::NotThere { list: DATASETS.into(), file: meta.file.clone() };
            let (_, text) = embedded.ok_or_else(not_there)?;
            let table = read_csv(text.as_bytes())
                .map_err(|source| LoadError::Csv { file: meta.file.clone(), source: Box::new(source) })?;
            beyond.datasets.push(Dataset::from_text(meta, &table, &beyond.territories)?);
        }
        self.atlas.beyond = Some(Arc::new(beyond));
        Ok(())
    }

    /// Reads the values of every published indicator from the table it names.
    fn read_published(&mut self) -> Result<(), LoadError> {
        let atlas = &mut self.atlas;
        for indicator in atlas.catalogue.published() {
            let id = || indicator.id.clone();
            if atlas.catalogue.get(&indicator.id).is_some() {
                return Err(PublishedError::TwoIndicators(id()).into());
            }
            if let Some(counterpart) = &indicator.counterpart {
                let known = atlas.catalogue.get(&counterpart.indicator).is_some();
                let unknown = (!known).then_some(counterpart.indicator.as_str());
                let no_area = || counterpart.not_for.iter().find(|code| atlas.areas.get(code).is_none());
                if let Some(unknown) = unknown.or_else(|| no_area().map(Code::as_str)) {
                    let unknown = unknown.to_owned();
                    return Err(PublishedError::BadCounterpart { indicator: id(), unknown }.into());
                }
            }
            if let Some(range) = &indicator.range {
                let known = |id: &&String| atlas.catalogue.published().iter().any(|p| p.id == **id);
                let unknown = std::iter::once(&range.min).chain(&range.max).find(|id| !known(id));
                if let Some(unknown) = unknown.cloned() {
                    return Err(PublishedError::BadRange { indicator: id(), unknown }.into());
                }
            }
            let table = self.published.iter().find(|table| table.meta.id == indicator.dataset);
            let Published { meta, table } = table.ok_or_else(|| PublishedError::NoDataset {
                indicator: id(),
                dataset: indicator.dataset.clone(),
            })?;
            atlas.as_published.insert(id(), read_published(indicator, &meta.file, table, &atlas.areas)?);
        }
        Ok(())
    }

    fn add_folder(&mut self, folder: &Path) -> Result<(), LoadError> {
        let list_path = folder.join(DATASETS);
        let list = parse_toml(&list_path, &read_text(&list_path)?)?;
        self.add(list, |file| {
            // A list may come from someone else and must not reach outside its folder.
            let plain = Path::new(file).file_name().is_some_and(|name| name == file);
            let path = folder.join(file);
            if !plain || !path.is_file() {
                return Err(LoadError::NotThere { list: list_path.clone(), file: file.to_owned() });
            }
            file::read(&path, FileKind::Data).map_err(|unread| LoadError::Read { file: path, unread })
        })?;
        let areas = folder.join(AREAS);
        if areas.is_file() {
            let bytes = file::read(&areas, FileKind::Data)
                .map_err(|unread| LoadError::Read { file: areas.clone(), unread })?;
            self.add_areas(&areas.display().to_string(), &bytes)?;
        }
        let indicators = folder.join(INDICATORS);
        if indicators.is_file() {
            let added = Catalogue::from_toml(&read_text(&indicators)?);
            self.atlas.catalogue.merge(added.map_err(|fault| match fault {
                CatalogueFault::Misread(at) => LoadError::Toml { file: indicators.clone(), at },
                CatalogueFault::Unfit(unfit) => LoadError::Unfit { file: indicators.clone(), unfit },
            })?);
        }
        Ok(())
    }

    /// Adds the embedded datasets. Their observations are read when first needed, since nobody looks at all of them.
    fn add_embedded(&mut self, list: DatasetList) -> Result<(), LoadError> {
        let embedded: BTreeMap<_, _> = EMBEDDED.iter().copied().collect();
        let text_of = |file: &str| {
            let not_there = || LoadError::NotThere { list: DATASETS.into(), file: file.to_owned() };
            embedded.get(file).copied().ok_or_else(not_there)
        };
        let (observed, as_published): (Vec<Listed>, Vec<Listed>) =
            list.datasets.into_iter().partition(|listed| listed.kind == DatasetKind::Observations);
        let territories = Arc::new(self.atlas.territories.clone());
        for Listed { meta, .. } in observed {
            let text = text_of(&meta.file)?;
            let (outline, own, territories) = (outline(&meta, text), meta.clone(), Arc::clone(&territories));
            self.atlas.datasets.push(Dataset::later(meta, outline, move || {
                let table = read_csv(text.as_bytes()).expect("a table that a test has read");
                Dataset::from_text(own.clone(), &table, &territories).expect("a table that a test has read")
            }));
        }
        let as_published = DatasetList { boundaries: None, datasets: as_published };
        self.add(as_published, |file| Ok(text_of(file)?.as_bytes().to_vec()))
    }

    fn add(
        &mut self,
        list: DatasetList,
        bytes_of: impl Fn(&str) -> Result<Vec<u8>, LoadError>,
    ) -> Result<(), LoadError> {
        for Listed { kind, meta } in list.datasets {
            let bytes = bytes_of(&meta.file)?;
            let table = read_csv(&bytes)
                .map_err(|source| LoadError::Csv { file: meta.file.clone(), source: Box::new(source) })?;
            match kind {
                DatasetKind::Observations => {
                    let mut dataset = Dataset::from_text(meta, &table, &self.atlas.territories)?;
                    self.tell_replaced(&mut dataset);
                    // A dataset with the same id is a newer edition of ours.
                    self.atlas.datasets.retain(|known| known.meta.id != dataset.meta.id);
                    self.atlas.datasets.push(dataset);
                }
                // A folder cannot add areas beyond the territory.
                DatasetKind::Areas => {}
                DatasetKind::Published => {
                    self.published.retain(|known| known.meta.id != meta.id);
                    self.published.push(Published { meta, table });
                }
            }
        }
        Ok(())
    }
}

impl Bundle {
    /// A table under another name that has variables of ours stands in for them, which every figure must say.
    fn tell_replaced(&self, dataset: &mut Dataset) {
        let known = &self.atlas.datasets;
        let is_edition = known.iter().any(|known| known.meta.id == dataset.meta.id);
        let is_shared = dataset.variables().any(|name| known.iter().any(|known| known.has(name)));
        if is_shared && !is_edition {
            let (file, source) = (dataset.meta.file.clone(), dataset.meta.source.clone());
            let text = Lang::both(|lang| {
                t::intake_imported_note(lang, file.as_str(), lang.stated(lang.pick(&source)))
            });
            dataset.meta.notes.push(Note::in_every_figure(text));
        }
    }
}

fn read_text(path: &Path) -> Result<String, LoadError> {
    file::read_text(path, FileKind::Settings)
        .map_err(|unread| LoadError::Read { file: path.to_owned(), unread })
}

fn parse_toml<T: serde::de::DeserializeOwned>(file: &Path, text: &str) -> Result<T, LoadError> {
    toml::from_str(text).map_err(|error| {
        let at = Misread::at(text, error.span().map_or(0, |span| span.start));
        LoadError::Toml { file: file.to_owned(), at }
    })
}

/// Areas known only by published values: `code,name,kind,aliases`, the aliases separated by `|`.
fn read_areas(file: &str, bytes: &[u8]) -> Result<Vec<Area>, LoadError> {
    let table = read_csv(bytes)
        .map_err(|source| LoadError::Csv { file: file.to_owned(), source: Box::new(source) })?;
    let column = |name: &'static str| {
        table
            .column(name)
            .and_then(|column| column.str())
            .map_err(|_| LoadError::NoColumn { file: file.to_owned(), column: name })
    };
    let [code, name, kind, aliases] = [column("code")?, column("name")?, column("kind")?, column("aliases")?];
    let area = |i: usize| {
        let text = |column: &polars::prelude::StringChunked| column.get(i).unwrap_or_default().to_owned();
        let (code, kind) = (text(code), text(kind));
        let Some(kind) = AreaKind::from_id(&kind) else {
            let source = AreaError::UnknownKind { code, kind };
            return Err(LoadError::Areas { file: file.to_owned(), source });
        };
        let aliases = text(aliases);
        let aliases = aliases.split('|').map(str::trim).filter(|alias| !alias.is_empty());
        Ok(Area {
            code: Code::from(code),
            name: text(name),
            kind,
            aliases: aliases.map(str::to_owned).collect(),
            unit: None,
        })
    };
    (0..table.height()).map(area).collect()
}
