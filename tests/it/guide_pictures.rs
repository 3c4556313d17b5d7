//! The pictures of the guide, made by the window itself: with `ATLANTE_GUIDE_PICTURES=FOLDER` all of them are written there. Without
//! it the first one is painted, and those that the chapters show are compared with the list.

use std::collections::HashMap;
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use atlante::base::{Code, Level, Vision};
use atlante::document::{
    MapKind, QuadrantSplit, RankingSpec, ScatterSpec, SeriesSpec, SortBy, TableColumn, TableSort, TableSpec,
};
use atlante::engine::intake::Standing;
use atlante::engine::{
    Action, Appearance, Home, IntakeAction, ManualEntryAction, Panels, Pick, ProjectAction, Settings,
};
use atlante::i18n::Lang;
use atlante::io::Bundle;
use atlante::ui::app::App;
use atlante::ui::software::Painter;
use atlante::ui::theme;
use egui::accesskit::Role;
use egui::epaint::textures::TexturesDelta;
use egui::{Color32, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use egui_kittest::{Harness, TestRenderer};

use crate::common::{Folder, january, view_with};
use crate::window::{Window, app, click, wait};

const SIZE: [u32; 2] = [1366, 768];
/// What the harness leaves free around the window.
const MARGIN: u32 = 8;
const MELZO: &str = "50042";
const CORSICO: &str = "50089";
const RHO: &str = "50095";
/// Made by hand: a page of ours inside a document of a word processor.
const BY_HAND: [&str; 1] = ["33-documento.png"];

/// A window and what its textures have become.
struct Shot {
    window: Window,
    textures: Arc<Mutex<TexturesDelta>>,
}

/// Keeps the textures of every frame until the picture is painted.
struct Keeper(Arc<Mutex<TexturesDelta>>);

impl TestRenderer for Keeper {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        self.0.lock().expect("one thread").append(mem::take(delta));
    }
}

type Scene = fn(&mut Window, &Folder);

const PICTURES: [(&str, Scene); 32] = [
    ("00-il-mio-ambito.png", home),
    ("01-apertura.png", |_, _| {}),
    ("02-scheda.png", |window, _| choose(window, &[named(window, Level::Comuni, "Morimondo")])),
    ("03-legenda.png", class),
    ("04-cerchi.png", |window, _| click(window, "Popolazione residente")),
    ("05-ricerca.png", |window, _| search(window, "cesano")),
    ("06-scelta.png", selection),
    ("07-tabella.png", table),
    ("08-variazione.png", |window, _| {
        map(window, |map| map.set_kind(MapKind::since(january(2022))));
        choose(window, &[named(window, Level::Comuni, "Segrate")]);
    }),
    ("09-due-indicatori.png", |window, _| {
        map(window, |map| map.set_kind(MapKind::Two { second: "densita".into() }));
    }),
    ("10-daltonismo.png", colour_blind),
    ("11-dispersione.png", |window, _| {
        choose(window, &[named(window, Level::Comuni, "Rho")]);
        below(window, "Dispersione");
    }),
    ("12-serie.png", |window, _| {
        series(window);
        click(window, "La loro ASST");
    }),
    ("13-due-ambiti-nel-tempo.png", |window, _| {
        series(window);
        point_at(window, "Ambito di Milano Città");
    }),
    ("14-graduatoria-intervalli.png", |window, _| {
        ambiti(window, &[CORSICO, RHO]);
        below(window, "Graduatoria");
        with(window, |spec: &mut RankingSpec| spec.range = true);
    }),
    ("15-comuni-di-corsico.png", comuni_of_corsico),
    ("16-vecchiaia-densita.png", |window, _| {
        choose(window, &[Code::from(CORSICO)]);
        below(window, "Dispersione");
        with(window, |spec: &mut ScatterSpec| spec.view.quadrants = QuadrantSplit::Ats);
    }),
    ("17-tabella-pubblicata.png", published),
    ("30-composer.png", |window, _| compose(window, "Componi figura")),
    ("31-tre-elementi.png", |window, _| {
        compose(window, "Componi figura");
        click(window, "Mappa sopra graduatoria e serie");
        drawn(window);
    }),
    ("32-controlli.png", |window, _| {
        click(window, "Residenti femmine");
        click(window, "Aree colorate");
        compose(window, "Componi figura");
    }),
    ("40-importa-vuota.png", |window, _| perform(window, Action::Intake(IntakeAction::Open))),
    ("41-riconosciuto.png", |window, folder| {
        import(window, folder, &[("POSAS_2023_it_Comuni.csv", &posas())]);
    }),
    ("42-da-decidere.png", |window, folder| import(window, folder, &[("utenti.csv", UNCLEAR)])),
    ("43-indicatore.png", rate),
    ("44-griglia.png", grid),
    ("45-elenco.png", |window, folder| {
        import(window, folder, &[("strutture_anziani.csv", LIST)]);
        scroll_to(window, "Indicatori creati");
    }),
    ("46-regionale.png", |window, folder| import(window, folder, &[("elettori.csv", REGIONAL)])),
    ("47-foglio.png", sheet),
    ("48-senza-data.png", |window, folder| import(window, folder, &[("utenti_sad.csv", UNDATED)])),
    ("50-menu-progetto.png", |window, _| click(window, "Progetto")),
    ("51-contenuto.png", contents),
];

/// Names that resemble, numbers that can be read in two ways, a year without a day.
const UNCLEAR: &str =
    "Utenti 2023\nComune;utenti;note\nMilano;1.234;\nSESTO SAN GIOVANI;2.500;\nOpera;1.050;\nParigi;3.100;\n";

const LIST: &str = "Denominazione;Tipo;Comune;Stato;Posti;Retta\n\
    Casa Serena;RSA;Corsico;attiva;120;88,50\nVilla Rosa;RSA;Corsico;chiusa;40;71,00\n\
    Il Ponte;CDI;Corsico;attiva;30;32,00\nLe Querce;RSA;Assago;attiva;60;92,00\n\
    San Rocco;RSA;Rho;attiva;95;85,00\nI Tigli;CDI;Melzo;attiva;25;30,50\n";

const REGIONAL: &str = "REGIONE;PROVINCIA;COMUNE;DATA ELEZIONE;ELETTORI;VOTANTI\n\
    LOMBARDIA;MILANO;ARESE;09/06/2024;15480;9120\nLOMBARDIA;MILANO;BOLLATE;09/06/2024;28310;16050\n\
    LOMBARDIA;LODI;CASALPUSTERLEN GO;09/06/2024;11590;6230\nLOMBARDIA;LODI;CODOGNO;09/06/2024;12140;6890\n\
    LOMBARDIA;BERGAMO;TREVIGLIO;09/06/2024;23110;13640\nLOMBARDIA;MILANO;RHO;09/06/2024;39020;22410\n";

const UNDATED: &str = "Utenti del servizio al 30 giugno 2024\nComune;Utenti SAD\nAssago;14\nBuccinasco;39\n\
    Cesano Boscone;52\nCorsico;81\nCusago;6\nTrezzano sul Naviglio;33\n";

const SAD: &str = "Comune;anno al 1° gennaio;Utenti SAD\nAssago;2023;14\nBuccinasco;2023;39\nCesano Boscone;2023;52\n\
    Corsico;2023;81\nCusago;2023;6\nTrezzano sul Naviglio;2023;33\n";

fn open(home: Home) -> Shot {
    let bundle = Arc::new(Bundle::load(None).expect("the program's data"));
    let settings = Settings { appearance: Appearance::Light, home, ..Settings::default() };
    let show = move |ui: &mut egui::Ui, app: &mut Option<App>| match app {
        Some(app) => app.show(ui),
        None => {
            theme::install(ui.ctx());
            let dialog = Arc::new(|_: &str, _: &Pick| Some(Vec::new()));
            *app = App::new(bundle.clone(), settings.clone(), dialog).ok();
        }
    };
    let textures = Arc::new(Mutex::new(TexturesDelta::default()));
    let builder =
        Harness::builder().with_size(SIZE.map(|side| (side + 2 * MARGIN) as f32)).with_max_steps(64);
    let mut window = builder.renderer(Keeper(textures.clone())).build_ui_state(show, None);
    window.run();
    Shot { window, textures }
}

impl Shot {
    /// Its pixels, row by row, as red, green and blue.
    fn pixels(&self) -> Vec<[u8; 3]> {
        let output = self.window.output();
        let primitives = self.window.ctx.tessellate(output.shapes.clone(), 1.0);
        let mut painter = Painter::default();
        let mut textures = self.textures.lock().expect("one thread");
        let [width, height] = SIZE.map(|side| side + 2 * MARGIN);
        painter.paint([width, height], 1.0, &primitives, &textures, Color32::WHITE);
        textures.clear();
        let rows = painter.pixels().chunks(width as usize).skip(MARGIN as usize).take(SIZE[1] as usize);
        let shown = rows.flat_map(|row| &row[MARGIN as usize..][..SIZE[0] as usize]);
        shown.map(|pixel| [(pixel >> 16) as u8, (pixel >> 8) as u8, *pixel as u8]).collect()
    }
}

/// A PNG of at most 256 colours: the most frequent ones, and for the others, along edges of letters, the nearest of them.
fn png_of(pixels: &[[u8; 3]]) -> Vec<u8> {
    let mut counts: HashMap<[u8; 3], usize> = HashMap::new();
    for pixel in pixels {
        *counts.entry(*pixel).or_default() += 1;
    }
    let mut colours: Vec<([u8; 3], usize)> = counts.iter().map(|(colour, count)| (*colour, *count)).collect();
    colours.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    let table: Vec<[u8; 3]> = colours.iter().take(256).map(|(colour, _)| *colour).collect();
    let apart = |a: [u8; 3], b: [u8; 3]| -> u32 {
        a.iter().zip(b).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
    };
    let nearest =
        |colour: [u8; 3]| (0..table.len()).min_by_key(|i| apart(table[*i], colour)).unwrap_or(0) as u8;
    let places: HashMap<[u8; 3], u8> = counts.keys().map(|colour| (*colour, nearest(*colour))).collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, SIZE[0], SIZE[1]);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_palette(table.concat());
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header().expect("a header");
    let bytes: Vec<u8> = pixels.iter().map(|pixel| places[pixel]).collect();
    writer.write_image_data(&bytes).expect("the pixels");
    writer.finish().expect("the end");
    file
}

fn perform(window: &mut Window, action: Action) {
    let ctx = window.ctx.clone();
    window.state_mut().as_mut().expect("open").perform(action, &ctx);
    settle(window);
}

/// Runs until nothing moves; what is done in the background is waited for by who starts it.
fn settle(window: &mut Window) {
    window.run_steps(30);
}

fn named(window: &Window, level: Level, name: &str) -> Code {
    let units = app(window).state().bundle.atlas.territories.units(level);
    units.iter().find(|unit| unit.name == name).expect("there").code.clone()
}

fn choose(window: &mut Window, codes: &[Code]) {
    perform(window, Action::Choose(codes.to_vec()));
}

fn map(window: &mut Window, change: impl FnOnce(&mut atlante::document::MapSpec)) {
    let action = Action::map(&app(window).state().document.map, change);
    perform(window, action);
}

/// The Ambiti on the map, of which these are selected.
fn ambiti(window: &mut Window, codes: &[&str]) {
    map(window, |map| map.level = Level::Ambiti);
    choose(window, &codes.iter().map(|code| Code::from(*code)).collect::<Vec<_>>());
}

fn below(window: &mut Window, view: &str) {
    let panels = app(window).state().settings.panels;
    perform(window, Action::SetPanels(Panels { list: true, ..panels }));
    click(window, view);
    settle(window);
}

fn with<S>(window: &mut Window, change: impl FnOnce(&mut S))
where
    S: atlante::document::OfKind + Clone + Into<atlante::document::Element>,
{
    let action = view_with(app(window).state(), change);
    perform(window, action);
}

fn home(window: &mut Window, _: &Folder) {
    perform(window, Action::SettleIn(Home::Ambito(Code::from(MELZO))));
    settle(window);
}

fn class(window: &mut Window, _: &Folder) {
    let row = window.get_all_by_label_contains(" fino a ").nth(2).expect("the fourth class").rect();
    window.hover_at(row.center());
    settle(window);
}

fn search(window: &mut Window, typed: &str) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::F);
    window.run();
    window.get_by_label("Cerca un Comune, un Ambito o un indicatore").type_text(typed);
    settle(window);
}

fn selection(window: &mut Window, _: &Folder) {
    choose(window, &[named(window, Level::Comuni, "Corsico")]);
    click(window, "Tutto l'Ambito");
    window.get_by_role_and_label(Role::TextInput, "Nome del gruppo").scroll_to_me();
    window.run();
    window.get_by_role_and_label(Role::TextInput, "Nome del gruppo").focus();
    window.run();
    window.get_by_role_and_label(Role::TextInput, "Nome del gruppo").type_text("Cintura sud");
    window.run();
    window.key_press(Key::Enter);
    settle(window);
}

fn columns(window: &Window, others: &[(&str, i16)]) -> Vec<TableColumn> {
    let map = &app(window).state().document.map;
    let own = TableColumn::value(map.indicator.clone(), map.date);
    let others = others.iter().map(|(id, year)| TableColumn::value(*id, january(*year)));
    std::iter::once(own).chain(others).collect()
}

fn table(window: &mut Window, _: &Folder) {
    choose(window, &[named(window, Level::Comuni, "Milano")]);
    below(window, "Tabella");
    let columns = columns(window, &[("residenti", 2023), ("quota_0_14", 2023), ("indice_vecchiaia", 2022)]);
    with(window, |spec: &mut TableSpec| {
        spec.columns = columns;
        spec.view.heat = true;
    });
}

fn comuni_of_corsico(window: &mut Window, _: &Folder) {
    choose(window, &[Code::from(CORSICO)]);
    below(window, "Tabella");
    let columns = columns(window, &[("residenti", 2023), ("quota_0_14", 2023), ("indice_vecchiaia", 2022)]);
    with(window, |spec: &mut TableSpec| {
        spec.columns = columns;
        spec.view.heat = true;
        spec.view.only_selected = true;
        spec.view.sort = TableSort { by: SortBy::Column(0), descending: true };
    });
}

fn colour_blind(window: &mut Window, _: &Folder) {
    perform(window, Action::SetAppearance(Appearance::Dark));
    perform(window, Action::SetVision(Vision::Deuteranopia));
    click(window, "Livelli della mappa e daltonismo");
    settle(window);
}

fn series(window: &mut Window) {
    ambiti(window, &[RHO, CORSICO]);
    below(window, "Serie storica");
    with(window, |spec: &mut SeriesSpec| spec.band = false);
}

/// Puts the pointer on a territory of the map.
fn point_at(window: &mut Window, name: &str) {
    let canvas = window.get_by_label_contains("Mappa: Indice di vecchiaia").rect();
    let card = format!("Tieni in vista: {name}");
    for row in 1..12 {
        for column in 1..24 {
            let share = egui::vec2(column as f32 / 24.0, row as f32 / 12.0);
            window.hover_at(canvas.min + share * canvas.size());
            window.run();
            if window.query_by_label_contains(&card).is_some() {
                settle(window);
                return;
            }
        }
    }
    panic!("{name} is not on the map");
}

fn published(window: &mut Window, _: &Folder) {
    let panels = app(window).state().settings.panels;
    perform(window, Action::SetPanels(Panels { list: true, ..panels }));
    perform(window, Action::SetIndicator("gestione_associata_quota".into()));
    click(window, "Ordina per: Territorio");
    window.get_by_role_and_label(Role::ComboBox, "Aggiungi una colonna").click();
    window.run();
    click(window, "Tutta la tabella: Tab. 2");
    settle(window);
}

fn drawn(window: &mut Window) {
    // Long enough for a busy machine: an earlier page is shown until the next one is drawn.
    for _ in 0..400 {
        window.step();
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    wait(window, "the page", |window| window.query_by_label_contains("Carattere più piccolo").is_some());
    settle(window);
}

fn compose(window: &mut Window, button: &str) {
    click(window, button);
    drawn(window);
}

/// Opens files with these contents, and waits until they are read.
fn import(window: &mut Window, folder: &Folder, files: &[(&str, &str)]) {
    let write = |(name, content): &(&str, &str)| {
        let path = folder.path().join(name);
        std::fs::write(&path, content).expect("a file");
        path
    };
    read(window, files.iter().map(write).collect());
}

fn read(window: &mut Window, paths: Vec<PathBuf>) {
    perform(window, Action::Intake(IntakeAction::Open));
    let ctx = window.ctx.clone();
    let app_mut = window.state_mut().as_mut().expect("open");
    app_mut.perform(Action::Intake(IntakeAction::Add(paths)), &ctx);
    reading(window);
}

fn reading(window: &mut Window) {
    wait(window, "the reading", |window| {
        let intake = app(window).state().intake.as_ref();
        intake.is_none_or(|intake| !intake.entries.is_empty() && !intake.is_busy())
    });
    settle(window);
}

fn scroll_to(window: &mut Window, label: &str) {
    window.get_by_label(label).scroll_to_me();
    settle(window);
}

/// The ages of 2023 as ISTAT publishes them.
fn posas() -> String {
    let table = include_str!("../../sample_data/popolazione_eta.csv");
    let names = include_str!("../../maps/territori.csv");
    let names: HashMap<&str, &str> = names
        .lines()
        .filter_map(|line| line.split_once(','))
        .map(|(code, rest)| (code, rest.split(',').next().unwrap_or_default()))
        .collect();
    let mut lines = table.lines();
    let header: Vec<&str> = lines.next().expect("a header").split(',').collect();
    let mut text = "Popolazione residente per età, sesso e stato civile al 1° gennaio 2023\n\
         Codice comune;Comune;Età;Totale maschi;Totale femmine;Totale\n"
        .to_owned();
    for line in lines {
        let cells: Vec<&str> = line.split(',').collect();
        if cells[1] != "2023-01-01" {
            continue;
        }
        let of = |name: String| -> u32 {
            let at = header.iter().position(|known| *known == name).expect("a column");
            cells[at].parse().expect("a number")
        };
        let (mut men, mut women) = (0, 0);
        let name = names[cells[0]];
        for age in 0..=100 {
            let (m, f) = (of(format!("m_{age}")), of(format!("f_{age}")));
            (men, women) = (men + m, women + f);
            text += &format!("{};{name};{age};{m};{f};{}\n", cells[0], m + f);
        }
        text += &format!("{};{name};999;{men};{women};{}\n", cells[0], men + women);
    }
    text
}

/// The form of an indicator that is made of an imported count.
fn rate(window: &mut Window, folder: &Folder) {
    import(window, folder, &[("sad_2023.csv", SAD)]);
    click(window, "Modifica l'indicatore «Utenti SAD»");
    scroll_to(window, "Indicatori creati");
    window.get_by_role_and_label(Role::ComboBox, "Denominatore").scroll_to_me();
    window.run();
    window.get_by_role_and_label(Role::ComboBox, "Denominatore").click();
    window.run();
    window.get_by_role_and_label(Role::Button, "Popolazione residente · dati di base").click();
    window.step();
    reading(window);
    scroll_to(window, "Indicatori creati");
}

fn grid(window: &mut Window, _: &Folder) {
    perform(window, Action::Intake(IntakeAction::Open));
    click(window, "Scrivi o incolla a mano…");
    window.get_by_role_and_label(Role::TextInput, "Nome").focus();
    window.run();
    window.get_by_role_and_label(Role::TextInput, "Nome").type_text("Utenti SAD");
    window.run();
    let corsico = Some(Code::from(CORSICO));
    perform(window, Action::ManualEntry(ManualEntryAction::ShowOf(corsico)));
    let year = {
        let grid = &app(window).state().manual_entry.as_ref().expect("a grid").grid;
        grid.periods()[0].label(Lang::It)
    };
    window.get_by_role_and_label(Role::TextInput, &format!("Assago, {year}")).focus();
    window.run();
    let pasted = "Assago\t14\nBuccinasco\t39\nCesano Boscone\t52\nCorsico\tcirca 80\nCusago\t6\nTrezzano sul Naviglio\t33\n";
    window.event(egui::Event::Paste(pasted.into()));
    settle(window);
}

/// A sheet with filtered rows and classes of age that have become dates.
fn sheet(window: &mut Window, folder: &Folder) {
    let lines = [
        ["Comune", "0-2", "03-mag", "06-ott"],
        ["Milano", "410", "620", "730"],
        ["Corsico", "22", "31", "40"],
        ["Rho", "27", "36", "44"],
        ["Melzo", "11", "15", "19"],
        ["Lodi", "19", "24", "33"],
    ];
    let mut rows = String::new();
    for (i, cells) in lines.iter().enumerate() {
        let hidden = if i >= 4 { " hidden=\"1\"" } else { "" };
        rows += &format!("<row r=\"{}\"{hidden}>", i + 1);
        for (letter, cell) in ["A", "B", "C", "D"].iter().zip(cells) {
            let at = format!("{letter}{}", i + 1);
            rows += &match cell.parse::<u32>() {
                Ok(number) => format!("<c r=\"{at}\"><v>{number}</v></c>"),
                Err(_) => format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"),
            };
        }
        rows += "</row>";
    }
    let path = folder.path().join("utenti_2023.xlsx");
    std::fs::write(&path, crate::import_sources::xlsx(&rows)).expect("a file");
    read(window, vec![path]);
}

fn contents(window: &mut Window, folder: &Folder) {
    for (name, content) in [("sad_2023.csv", SAD), ("strutture_2023.csv", DATED_LIST)] {
        import(window, folder, &[(name, content)]);
        let ready = app(window).state().intake.as_ref().expect("under way").entries.iter();
        assert!(ready.clone().all(|entry| entry.standing() == Standing::Fine), "{name} is ready");
        click(window, "Importa");
        settle(window);
    }
    perform(window, Action::DismissNotice);
    perform(window, Action::Project(ProjectAction::ShowContents(true)));
}

const DATED_LIST: &str =
    "Comune;anno al 1° gennaio;Posti in RSA\nAssago;2023;60\nCorsico;2023;120\nRho;2023;95\n";

/// The names of the pictures in the chapters.
fn shown() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/guida");
    let chapters = std::fs::read_dir(folder).expect("the guide").filter_map(Result::ok);
    let mut names = Vec::new();
    for chapter in chapters.filter(|entry| entry.path().extension().is_some_and(|kind| kind == "md")) {
        let text = std::fs::read_to_string(chapter.path()).expect("a chapter");
        let pictures = text.split("](immagini/").skip(1).filter_map(|rest| rest.split_once(')'));
        names.extend(pictures.map(|(name, _)| name.to_owned()));
    }
    names.sort();
    names
}

#[test]
fn the_pictures_are_those_of_the_guide() {
    let mut made: Vec<&str> = PICTURES.iter().map(|(name, _)| *name).chain(BY_HAND).collect();
    made.sort_unstable();
    assert_eq!(shown(), made);
}

#[test]
fn the_pictures_of_the_guide_can_be_made_anew() {
    let folder = std::env::var_os("ATLANTE_GUIDE_PICTURES").map(PathBuf::from);
    let only = std::env::var("ATLANTE_GUIDE_ONLY").unwrap_or_default();
    let wanted = PICTURES.iter().filter(|(name, _)| name.starts_with(&only));
    for (name, scene) in wanted.take(if folder.is_some() { PICTURES.len() } else { 1 }) {
        let files = Folder::new();
        let mut shot = open(Home::Nowhere);
        scene(&mut shot.window, &files);
        let png = png_of(&shot.pixels());
        assert!(png.len() > 5_000, "{name} is empty");
        if let Some(folder) = &folder {
            std::fs::write(folder.join(name), png).expect("a picture");
        }
    }
}
