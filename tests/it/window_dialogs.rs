//! The dialogs over the window, as the pointer finds them.

use egui::accesskit::Role;
use egui::{Event, Modifiers, PointerButton, Pos2};
use egui_kittest::kittest::Queryable;

use crate::window::{Window, click, window};

/// A click as a slow machine sees it: pressed and released within one frame.
fn point_and_click(window: &mut Window, at: Pos2) {
    window.hover_at(at);
    window.run();
    let press = |pressed| Event::PointerButton {
        pos: at,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    window.input_mut().events.extend([press(true), press(false)]);
    window.run();
}

#[test]
fn the_lists_of_a_dialog_open_above_it_also_the_second_time() {
    let dialogs = [
        ("E se gli Ambiti fossero diversi?…", "Che cosa si sposta"),
        ("Quanti ne servono? Standard…", "Standard"),
    ];
    for (menu, list) in dialogs {
        let mut window = window();
        for time in ["first", "second", "third"] {
            click(&mut window, "Progetto");
            click(&mut window, menu);
            let field = window.get_by_role_and_label(Role::ComboBox, list).rect();
            // A touch of the dialog itself brings it to the top of its order.
            point_and_click(&mut window, field.left_top() - egui::vec2(3.0, 3.0));
            point_and_click(&mut window, field.center());
            let layer = |at: Pos2| window.ctx.layer_id_at(at);
            let dialog = layer(field.left_top() - egui::vec2(3.0, 3.0));
            let under_the_field = layer(Pos2::new(field.center().x, field.bottom() + 20.0));
            assert!(under_the_field.is_some() && under_the_field != dialog, "{menu}, {time} time");
            window.key_press(egui::Key::Escape);
            window.run();
            click(&mut window, "Chiudi");
        }
    }
}
