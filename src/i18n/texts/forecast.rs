//! The texts of forecasts as figures.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    TAB_FORECAST: "Previsione", "Forecast";
    HELP_FORECAST: "Previsione dei residenti di un territorio, con il suo intervallo", "Forecast of the residents of a territory, with its interval";
    HELP_FORECAST_MEASURE: "Che cosa si prevede", "What is forecast";
    HOW_FORECAST: "La linea tratteggiata è la continuazione dei rapporti tra coetanei di un anno; la fascia è quanto sbaglierebbe quattro volte su cinque. Non sa nulla di ciò che deve ancora cambiare.", "The dashed line continues the cohort change ratios of a year; the band is how wrong it would be four times in five. It knows nothing of what is yet to change.";
    FORECAST_SHEET_DATE: "Data", "Date";
    FORECAST_SHEET_LOWER: "Limite inferiore 80%", "Lower limit 80%";
    FORECAST_SHEET_UPPER: "Limite superiore 80%", "Upper limit 80%";
    FORECAST_SHEET_COUNTED: "Contati", "Counted";
    FORECAST_MEASURE: "Che cosa", "What";
    FORECAST_OF_ONE: "una previsione è di un territorio solo: indica un codice in --territory, o disegnane una per territorio con 'figure atlas'", "a forecast is of one territory: give one code with --territory, or draw one for each territory with 'figure atlas'";
    FORECAST_NONE: "La previsione non è possibile con i confini di questo territorio.", "No forecast is possible with the boundaries of this territory.";
    fn not_continued(name, why): "«{name}» non si può continuare: {why}", "“{name}” cannot be continued: {why}";
    fn forecast_series(name): "La serie di «{name}»", "The series of “{name}”";
    HELP_FORECAST_SERIES: "Continua la serie di un indicatore, al posto di una misura dei residenti", "Continue the series of an indicator, instead of a measure of the residents";
    fn forecast_title(what, place): "{what}: {place}", "{what}: {place}";
    fn forecast_subtitle(from, to): "Previsione dal {from} al {to}, con l'intervallo all'80%", "Forecast from {from} to {to}, with the 80% interval";
    fn forecast_known(when, value): "{when}: {value} (base della previsione)", "{when}: {value} (base of the forecast)";
    fn forecast_counted(when, value, told): "{when} il dato è {value}; la previsione dà {told}.", "{when} the figure is {value}; the forecast gives {told}.";
    fn forecast_counted_short(year): "dato {year}", "{year} figure";
    fn alt_forecast(title, subtitle): "Grafico. {title}. {subtitle}.", "Chart. {title}. {subtitle}.";
}
