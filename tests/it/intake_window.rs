//! The import page, through accessible labels.

use atlante::data::Quality;
use atlante::engine::intake::Standing;
use atlante::engine::{Action, DialogAction};
use atlante::i18n::Lang;
use atlante::io::recipe::Measure;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::Folder;
use crate::window::{Window, app, click, open_list, wait, window_of};

/// A window that is importing a file with this text, chosen in the dialog.
fn looking(folder: &Folder, name: &str) -> Window {
    let mut window = window_of(1366.0, 768.0, Lang::It, Some(folder.path().join(name)));
    click(&mut window, "Importa dati… (Ctrl+Maiusc+I)");
    answer(&mut window, "Scegli i file…");
    window
}

/// Clicks something that makes a file be read again, and waits for it.
fn answer(window: &mut Window, label: &str) {
    window.get_by_role_and_label(Role::Button, label).scroll_to_me();
    window.run();
    window.get_by_role_and_label(Role::Button, label).click();
    window.step();
    settled(window);
}

/// Runs the window until nothing is being read.
fn settled(window: &mut Window) {
    wait(window, "the reading", |window| {
        let intake = app(window).state().intake.as_ref();
        intake.is_none_or(|intake| !intake.entries.is_empty() && !intake.is_busy())
    });
    window.run();
}

const OPEN: &str = "Utenti 2023\nComune;utenti\nMilano;1.234\nSESTO SAN GIOVANI;2.500\n";

#[test]
fn the_page_opens_empty_and_is_left_again() {
    let mut window = window_of(1366.0, 768.0, Lang::It, None);
    window.key_press_modifiers(egui::Modifiers::COMMAND.plus(egui::Modifiers::SHIFT), egui::Key::I);
    window.run();
    window.get_by_label("Trascina qui i file, come li hai scaricati");
    assert!(window.get_by_role_and_label(Role::Button, "Importa").accesskit_node().is_disabled());
    window.key_press(egui::Key::Escape);
    window.run();
    window.get_by_label("Mappa: Indice di vecchiaia, Comuni, al 1/1/2023");
}

#[test]
fn a_file_is_answered_and_is_imported() {
    let folder = Folder::new().with("utenti.csv", OPEN);
    let mut window = looking(&folder, "utenti.csv");
    window.get_by_label("Tabella: utenti.csv");
    window.get_by_label("Restano scelte da fare in: utenti.csv.");
    answer(&mut window, "È Sesto San Giovanni");
    answer(&mut window, "Decimali con la virgola: «1.234» è 1234");
    answer(&mut window, "31 dicembre 2023");
    click(&mut window, "Importa");
    window.get_by_label("Mappa: utenti, Comuni, al 31/12/2023");
    window.get_by_label("Importato: utenti.csv (2 righe su 2).");
    click(&mut window, "Annulla (Ctrl+Z)");
    window.get_by_label("Mappa: Indice di vecchiaia, Comuni, al 1/1/2023");
}

#[test]
fn a_territory_is_selected_from_the_list() {
    let folder = Folder::new().with("utenti.csv", OPEN);
    let mut window = looking(&folder, "utenti.csv");
    click(&mut window, "Che territorio è «SESTO SAN GIOVANI»");
    window.get_by_role_and_label(Role::TextInput, "Cerca un territorio").type_text("vimodr");
    window.run();
    answer(&mut window, "Vimodrone");
    let names = &app(&window).state().intake.as_ref().expect("under way").entries[0].answers.names;
    assert_eq!(names["SESTO SAN GIOVANI"].as_str(), "015242");
}

#[test]
fn a_column_is_something_else_by_its_list() {
    let folder = Folder::new()
        .with("utenti.csv", "Comune;anno al 1° gennaio;utenti;altro\nMilano;2023;5;7\nCorsico;2023;6;8\n");
    let mut window = looking(&folder, "utenti.csv");
    open_list(&mut window, "Colonna «altro»");
    answer(&mut window, "ignorata");
    let entry = |window: &Window| app(window).state().intake.as_ref().expect("under way").entries[0].clone();
    assert_eq!(entry(&window).table().expect("a table").variables.len(), 1);
    assert_eq!(entry(&window).standing(), Standing::Fine);
    window.get_by_label_contains("Annulla le mie scelte").click();
    window.step();
    settled(&mut window);
    assert_eq!(entry(&window).table().expect("a table").variables.len(), 2);
}

#[test]
fn an_indicator_is_made_in_its_form() {
    let folder = Folder::new()
        .with("utenti.csv", "Comune;anno al 1° gennaio;utenti\nMilano;2023;5000\nCorsico;2023;60\n");
    let mut window = looking(&folder, "utenti.csv");
    click(&mut window, "Modifica l'indicatore «utenti»");
    window.get_by_role_and_label(Role::ComboBox, "Denominatore").scroll_to_me();
    window.run();
    window.get_by_role_and_label(Role::ComboBox, "Denominatore").click();
    window.run();
    answer(&mut window, "Popolazione residente · dati di base");
    window.get_by_role_and_label(Role::TextInput, "Fonte").focus();
    window.run();
    window.get_by_role_and_label(Role::TextInput, "Fonte").type_text("Ambito di prova");
    settled(&mut window);
    click(&mut window, "Importa");
    let indicator = app(&window).state().indicator().expect("an indicator").clone();
    assert_eq!((indicator.multiplier, indicator.source.it.as_str()), (1_000.0, "Ambito di prova"));
    assert_eq!(indicator.unit.it, "utenti ogni 1.000 residenti");
}

#[test]
fn what_cannot_be_read_says_why() {
    let folder = Folder::new().with("pagina.csv", "<!DOCTYPE html><html><body>Errore</body></html>");
    let window = looking(&folder, "pagina.csv");
    window.get_by_label_contains("è una pagina web e non una tabella");
    window.get_by_label("Nessuna tabella si può importare.");
}

#[test]
fn figures_are_pasted_into_the_grid_and_imported() {
    let mut window = window_of(1366.0, 768.0, Lang::It, None);
    click(&mut window, "Importa dati… (Ctrl+Maiusc+I)");
    click(&mut window, "Scrivi o incolla a mano…");
    window.get_by_label("Scrivi il nome di ciò che si conta.");
    let year = app(&window).state().manual_entry.as_ref().expect("a grid").grid.periods()[0].label(Lang::It);
    window.get_by_role_and_label(Role::TextInput, "Nome").focus();
    window.run();
    window.get_by_role_and_label(Role::TextInput, "Nome").type_text("Utenti SAD");
    window.run();
    window.get_by_role_and_label(Role::TextInput, &format!("Abbiategrasso, {year}")).focus();
    window.run();
    window.event(egui::Event::Paste("Corsico\t12\nMilano\tcinque\n".into()));
    window.run();
    window.get_by_label_contains("«cinque» non è un numero");
    let cell = format!("Abbiategrasso, {year}");
    window.get_by_role_and_label(Role::TextInput, &cell).type_text("7");
    window.key_press(egui::Key::Enter);
    window.run();
    let grid = |window: &Window| app(window).state().manual_entry.as_ref().expect("a grid").grid.clone();
    assert_eq!(grid(&window).cell(0, 0), "7");
    // The key moved on to the next row.
    window.get_by_role_and_label(Role::TextInput, &format!("Albairate, {year}")).type_text("9");
    window.key_press(egui::Key::Enter);
    window.run();
    assert_eq!(grid(&window).cell(1, 0), "9");
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    window.run();
    assert_eq!(grid(&window).cell(1, 0), "");
}

#[test]
fn a_column_left_out_of_a_list_can_be_its_mean() {
    let text = "Struttura;Comune;Posti;Retta giornaliera;Anno\nA;Corsico;20;80;2023\nB;Corsico;30;90;2023\nC;Rho;15;70;2023\n";
    let folder = Folder::new().with("rette.csv", text);
    let mut window = looking(&folder, "rette.csv");
    answer(&mut window, "Conta le righe e somma i numeri");
    let list = "Che cosa si fa di «Retta giornaliera»";
    window.get_by_role_and_label(Role::ComboBox, list).scroll_to_me();
    window.run();
    open_list(&mut window, list);
    answer(&mut window, "media ponderata con «Posti»");
    let state = app(&window).state();
    let entry = &state.intake.as_ref().expect("under way").entries[0];
    let dataset = entry.table().and_then(|table| table.dataset.as_ref()).expect("values");
    let slice = dataset.slices().next().expect("a date").1;
    let corsico = state.bundle.atlas.territories.comuni().iter().position(|comune| comune.name == "Corsico");
    // (20 · 80 + 30 · 90) / 50.
    assert_eq!(slice.values("retta_giornaliera").expect("a column")[corsico.expect("a Comune")], Ok(86.0));
}

#[test]
fn a_count_is_related_to_the_population_from_its_card() {
    let text = "Comune;Utenti SAD;Anno\nCorsico;70;2023\nRho;80;2023\nLodi;90;2023\n";
    let folder = Folder::new().with("sad.csv", text);
    let mut window = looking(&folder, "sad.csv");
    // A year alone is asked about.
    answer(&mut window, "Al 1° gennaio");
    click(&mut window, "Importa");
    let own = |window: &Window| -> Vec<String> {
        let imports = &app(window).state().project.file.imports;
        imports.iter().flat_map(|import| &import.indicators).map(|indicator| indicator.id.clone()).collect()
    };
    assert_eq!(own(&window), ["utenti_sad"]);
    let card = DialogAction::Card("utenti_sad".to_owned());
    let ctx = window.ctx.clone();
    window.state_mut().as_mut().expect("running").perform(Action::Dialog(card), &ctx);
    window.run();
    click(&mut window, "Rapporta alla popolazione");
    // The users of home help are people of 65 and over.
    assert_eq!(own(&window), ["utenti_sad", "utenti_sad_per_residenti_65"]);
    assert_eq!(app(&window).state().document.map.indicator, "utenti_sad_per_residenti_65");
}

#[test]
fn each_of_the_six_kinds_of_data_is_set_on_the_page_and_kept_in_the_recipe() {
    let text = "Comune;Anno al 1° gennaio;Copertura nidi;Rischio;Zona;Beneficiari;Utenti SAD;Minori in carico\n\
        Corsico;2023;30,5;basso;urbana;12;70;*\nAssago;2023;28,0;medio;rurale;8;20;7\n\
        Buccinasco;2023;35,2;alto;urbana;15;60;9\n";
    let folder = Folder::new().with("sei.csv", text);
    let mut window = looking(&folder, "sei.csv");
    let pick = |window: &mut Window, list: &str, item: &str| {
        window.get_by_role_and_label(Role::ComboBox, list).scroll_to_me();
        window.run();
        open_list(window, list);
        answer(window, item);
    };
    pick(&mut window, "Colonna «Rischio»", "valori");
    pick(&mut window, "Che numeri sono: Rischio", "gradini di una scala (ordine, niente somme)");
    pick(&mut window, "Colonna «Zona»", "valori");
    pick(&mut window, "Che numeri sono: Zona", "categorie (né ordine né somme)");
    pick(&mut window, "Che numeri sono: Beneficiari", "conteggi che non si sommano tra Comuni");
    pick(&mut window, "Peso: Copertura nidi", "media ponderata con i residenti di 0-2 anni (proposta)");
    pick(&mut window, "Stato: Utenti SAD", "stimato");
    let field = "Dati oscurati tra: Minori in carico";
    window.get_by_role_and_label(Role::TextInput, field).scroll_to_me();
    window.run();
    window.get_by_role_and_label(Role::TextInput, field).focus();
    window.run();
    window.get_by_role_and_label(Role::TextInput, field).type_text("1-4");
    window.key_press(egui::Key::Enter);
    window.step();
    settled(&mut window);
    let state = app(&window).state();
    let table = state.intake.as_ref().expect("under way").entries[0].table().expect("a table");
    let of = |id: &str| table.mapping.values.iter().find(|value| value.id == id).expect("a column");
    let measure = |id: &str| of(id).measure.expect("a measure");
    assert_eq!(
        (measure("rischio"), measure("zona"), measure("beneficiari")),
        (Measure::Ordinal, Measure::Category, Measure::NotAdditive)
    );
    assert_eq!(of("copertura_nidi").weight.as_deref(), Some("residenti_0_2"));
    assert_eq!(of("utenti_sad").quality, Quality::Estimated);
    assert_eq!(of("minori_in_carico").withheld.as_deref(), Some("1-4"));
    // The withheld cell of Corsico lies within the limits.
    let at = state.bundle.atlas.territories.comuni().iter().position(|comune| comune.name == "Corsico");
    let dataset = table.dataset.as_ref().expect("values");
    let slice = dataset.slices().next().expect("a date").1;
    assert_eq!(slice.bounds("minori_in_carico", at.expect("a Comune")), Some((1.0, 4.0)));
}
