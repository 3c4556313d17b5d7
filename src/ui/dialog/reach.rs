//! How far the data reach and what would extend them; which themes of an observatory are covered.

use egui::{Label, ScrollArea, Ui};

use crate::engine::DialogAction;
use crate::engine::coverage::TopicStatus;
use crate::engine::dialog::Reach;
use crate::i18n::{Lang, texts};
use crate::ui::theme::{SPACE, Theme};
use crate::ui::widgets::{heading, segmented, small, strong};

/// One of the two lists at a time.
pub(crate) fn reach_ui(ui: &mut Ui, lang: Lang, reach: &Reach, height: f32) -> Option<DialogAction> {
    let lists = [(false, texts::REACH_TITLE), (true, texts::TOPICS_TITLE)];
    let lists = lists.map(|(topics, name)| (topics, lang.text(name).to_owned()));
    let asked = ui.horizontal(|ui| segmented(ui, lists, reach.shows_topics)).inner;
    let intro = if reach.shows_topics { texts::TOPICS_INTRO } else { texts::REACH_INTRO };
    small(ui, lang.text(intro));
    ScrollArea::vertical()
        .id_salt(reach.shows_topics)
        .min_scrolled_height(height)
        .max_height(height)
        .auto_shrink([false, true])
        .show(ui, |ui| if reach.shows_topics { topics_ui(ui, reach) } else { themes_ui(ui, lang, reach) });
    asked.map(DialogAction::ShowTopics)
}

fn themes_ui(ui: &mut Ui, lang: Lang, reach: &Reach) {
    for theme in &reach.themes {
        ui.add_space(SPACE[2]);
        heading(ui, &theme.name);
        small(ui, &theme.inside);
        if theme.sources.is_empty() {
            small(ui, lang.text(texts::REACH_NOTHING));
        }
        for source in &theme.sources {
            ui.add_space(SPACE[0]);
            ui.add(Label::new(strong(&source.name)).wrap().selectable(true));
            ui.add(Label::new(&source.adds).wrap().selectable(true));
            for line in [&source.inside, &texts::reach_where(lang, &source.place), &source.how] {
                small(ui, line);
            }
        }
    }
}

fn topics_ui(ui: &mut Ui, reach: &Reach) {
    let theme = Theme::of(ui);
    for topic in &reach.topics {
        ui.add_space(SPACE[2]);
        ui.horizontal_wrapped(|ui| {
            heading(ui, &topic.name);
            ui.colored_label(
                match topic.status {
                    TopicStatus::Inside => theme.fine,
                    TopicStatus::ToBring => theme.warning,
                    TopicStatus::None => theme.muted,
                },
                &topic.status_words,
            );
        });
        for line in &topic.lines {
            small(ui, line);
        }
    }
}
