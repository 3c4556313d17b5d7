//! The texts of the scatterplot matrix.

use std::fmt::Display;

use crate::i18n::{Lang, Text};

texts! {
    TAB_SCATTER_MATRIX: "Dispersioni a coppie", "Scatterplot matrix";
    HOW_SCATTER_MATRIX: "Un grafico a dispersione per ogni coppia di indicatori: un punto per territorio, l'indicatore della colonna in orizzontale, quello della riga in verticale. Sulla diagonale il nome di ogni indicatore e come si distribuiscono i suoi valori; sopra la diagonale i coefficienti della stessa coppia.", "A scatterplot for each pair of indicators: a point for each territory, the indicator of the column across, that of the row upwards. On the diagonal the name of each indicator and how its values are spread; above the diagonal the coefficients of the same pair.";
    HELP_SCATTER_MATRIX: "Grafici a dispersione di tutte le coppie di indicatori, al massimo cinque", "Scatterplots of all pairs of up to five indicators";
    SCATTER_MATRIX_TITLE: "Dispersioni a coppie", "Scatterplots in pairs";
    fn scatter_matrix_subtitle(units): "{units}, un punto per ciascuno", "{units}, a point for each";
    SCATTER_MATRIX_NOTE: "Sopra la diagonale: ρ è la correlazione dei ranghi (Spearman), r quella dei valori (Pearson). In grigio quelle che il caso basterebbe a spiegare (p di ρ corretto con il metodo di Holm). La linea è la retta dei minimi quadrati.", "Above the diagonal: ρ is the rank correlation (Spearman), r that of values (Pearson). In grey those that chance would be enough to explain (p of ρ corrected by Holm's method). The line is that of least squares.";
    SCATTER_MATRIX_NONE: "nessun coefficiente", "no coefficient";
    SCATTER_MATRIX_OPENS: "Un clic su una casella apre il suo grafico a dispersione.", "A click on a cell opens its scatterplot.";
    fn scatter_matrix_units(count): "territori {count}", "territories {count}";
    fn alt_scatter_matrix(title, subtitle): "{title}. {subtitle}.", "{title}. {subtitle}.";
}
