//! The texts of the player of dates and of two maps side by side.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    SHOW_DATES: "Mostra le date della mappa", "Show the dates of the map";
    PLAYER_PLAY: "Scorri le date", "Play the dates";
    PLAYER_PAUSE: "Ferma", "Pause";
    PLAYER_BACK: "Data precedente", "Previous date";
    PLAYER_ON: "Data successiva", "Next date";
    PLAYER_BAR: "Date della mappa: frecce per passare da una all'altra, barra spaziatrice per scorrerle o fermarle", "Dates of the map: arrows to go from one to the other, space to play or pause";
    PLAYER_STILL: "Le animazioni sono spente nelle impostazioni: passa da una data all'altra con i pulsanti o con le frecce", "Animations are off in the settings: go from date to date with the buttons or the arrows";
    PLAYER_FIXED: "Stesse classi a tutte le date", "Same classes at all dates";
    PLAYER_OF_EACH: "Classi di ogni data: i colori di due date non si confrontano", "Classes of each date: colours of two dates do not compare";
    PLAYER_CIRCLES: "Cerchi in scala a ogni data: le grandezze di due date non si confrontano", "Circles are scaled at each date: sizes at two dates do not compare";
    PLAYER_FIX: "Usa le stesse classi", "Use the same classes";
    fn player_break(date, what): "Dal {date} la serie è diversa dalla precedente: {what}", "From {date} the series differs from the one before: {what}";
    fn player_missing(count): "Anni senza dati prima di questa data: {count}.", "Years without data before this date: {count}.";
    SIDE_BY_SIDE: "Due mappe", "Two maps";
    SIDE_BESIDE: "Affiancate", "Side by side";
    SIDE_SWIPE: "A tendina", "Swipe";
    SIDE_DATE: "Un'altra data", "Another date";
    SIDE_CHANGE: "La sua variazione", "Its change";
    SIDE_OTHER: "Un altro indicatore", "Another indicator";
    SIDE_WHAT: "Che cosa mostra la seconda mappa", "What the second map shows";
    SIDE_HANDLE: "Confine tra le due mappe: trascinalo, o usa le frecce", "Edge between the two maps: drag it, or use the arrows";
    SIDE_PAGE: "Metti le due mappe su una pagina", "Put both maps on a page";
    SIDE_OWN_CLASSES: "Le due mappe hanno classi diverse: i colori non si confrontano tra loro", "The two maps have classes of their own: colours do not compare between them";
    SIDE_SAME_CLASSES: "Le due mappe hanno le stesse classi", "The two maps have the same classes";
    fn side_no(why): "Impossibile disegnare la seconda mappa: {why}", "The second map cannot be made: {why}";
}
