//! The texts of maps as layers for geographic information systems.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    LAYER_INDICATOR: "Indicatore", "Indicator";
    LAYER_DEFINITION: "Definizione", "Definition";
    LAYER_UNIT: "Unità", "Unit";
    LAYER_DATE: "Data", "Date";
    LAYER_LEVEL: "Livello", "Level";
    LAYER_METHOD: "Metodo", "Method";
    LAYER_SOURCE: "Fonte", "Source";
    LAYER_LICENCE: "Licenza", "Licence";
    LAYER_BOUNDARIES: "Confini", "Boundaries";
    LAYER_CLASSES: "Classi", "Classes";
    LAYER_NOTE: "Note", "Notes";
    LAYER_MADE_BY: "Fatto con", "Made with";
    fn layer_class_of_two(first, second): "{first}; {second}", "{first}; {second}";
    CAUSE_LAYER: "le forme non si possono scrivere in questo formato; scegline un altro", "the shapes cannot be written in this format; choose another";
    fn cause_in_the_way(file): "«{file}» esiste già e non viene dal programma: non viene sovrascritto. Scegli un altro nome, o sposta quel file", "“{file}” is there already and is not the program's: it is not written over. Choose another name, or move that file";
    fn cli_layer_of_map(file): "'{file}': GeoPackage, GeoJSON e shapefile si scrivono da una mappa sola, non da altre figure", "'{file}': GeoPackage, GeoJSON and shapefile are written from a single map, not from other figures";
}
