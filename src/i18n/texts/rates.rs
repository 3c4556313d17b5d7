//! The texts about what the numbers of a file can be: rates and their weights, counts related to a population, steps.

use super::{Display, Lang, Text};

// Denominators: as they follow "per 100", and "with".
texts! {
    PER_RESIDENTS: "residenti", "residents";
    PER_THE_RESIDENTS: "i residenti", "residents";
    PER_FOREIGNERS: "stranieri residenti", "resident foreigners";
    PER_THE_FOREIGNERS: "gli stranieri residenti", "resident foreigners";
    PER_HOUSEHOLDS: "famiglie", "households";
    PER_THE_HOUSEHOLDS: "le famiglie", "households";
    PER_TAXPAYERS: "contribuenti", "taxpayers";
    PER_THE_TAXPAYERS: "i contribuenti", "taxpayers";
    PER_WOMEN: "donne residenti", "resident women";
    PER_THE_WOMEN: "le donne residenti", "resident women";
    fn per_age(age): "residenti di {age} anni", "residents aged {age}";
    fn per_the_age(age): "i residenti di {age} anni", "residents aged {age}";
    fn per_ages(first, last): "residenti di {first}-{last} anni", "residents aged {first}–{last}";
    fn per_the_ages(first, last): "i residenti di {first}-{last} anni", "residents aged {first}–{last}";
    fn per_ages_up(first): "residenti di {first} anni e più", "residents aged {first} and over";
    fn per_the_ages_up(first): "i residenti di {first} anni e più", "residents aged {first} and over";
    fn per_column(column): "«{column}»", "“{column}”";
    fn per_dated(name, date): "{name} {date}", "{name} {date}";
    fn per_day_after(name): "{name} al 1° gennaio dell'anno dopo", "{name} on 1 January of the next year";
    fn rate_per(counted, times, of): "{counted} per {times} {of}", "{counted} per {times} {of}";
    fn rate_definition(counted, file, times, of): "«{counted}» di {file} ogni {times} {of}. Per un gruppo di Comuni si divide la somma del numeratore per quella del denominatore.", "“{counted}” of {file} per {times} {of}. For a group of Comuni the sum of the ones is divided by the sum of the others.";
    fn rate_definition_weighted(column, file, weight): "Come nella colonna «{column}» di {file}. La fonte dà il tasso senza le sue parti: per un gruppo di Comuni è la media ponderata con {weight}.", "As in the column '{column}' of {file}. The source gives the rate without its parts: for a group of Comuni it is the mean weighted by {weight}.";
    UNIT_STEP: "gradino", "step";
    UNIT_CATEGORY: "categoria", "category";
    fn imported_warning(indicator, warning): "[avvertenza] «{indicator}»: {warning}", "[warning] '{indicator}': {warning}";
    fn rate_by_level(level): "I casi sono dati per {level}, e la popolazione è la somma di quella dei suoi Comuni.", "The cases are given by {level}, and the population is the sum of that of its Comuni.";
    RATE_WHY_NOT: "La fonte dà un tasso, una media o una quota senza le sue parti: per un gruppo di Comuni non si può ricalcolare, e una somma o una media semplice sarebbe sbagliata.", "The source gives a rate, mean or share without its parts: for a group of Comuni it cannot be recomputed, and a sum or a simple mean would be wrong.";
    NOT_ADDED_WHY_NOT: "Secondo chi l'ha importato non si somma tra Comuni: la stessa persona o cosa può essere contata in più d'uno.", "According to the person who imported it, it does not add up over Comuni: the same person or thing may be counted in more than one.";
    fn rate_sources(own, of, source): "{own}; {of}: {source}", "{own}; {of}: {source}";
    fn mean_name(amount, counted): "{amount} per «{counted}»", "{amount} per “{counted}”";
    fn mean_unit(counted): "euro per «{counted}»", "euro per “{counted}”";
    fn mean_definition(amount, counted, file): "«{amount}» diviso per «{counted}», tutti e due di {file}. Per un gruppo di Comuni si divide la somma del numeratore per quella del denominatore.", "“{amount}” divided by “{counted}”, both of {file}. For a group of Comuni the sum of the one is divided by the sum of the other.";
}

// Groups of which some Comuni have no value.
texts! {
    METHOD_PARTIAL: "valore parziale, senza i Comuni in cui il dato manca", "partial value, without the Comuni whose data are missing";
    fn method_partial_of(method): "{method}, senza i Comuni in cui il dato manca", "{method}, without the Comuni whose data are missing";
    QUALITY_PARTIAL: "parziale", "partial";
    MARK_PARTIAL: "(parz.)", "(part.)";
    MEANS_PARTIAL: "valore parziale, mancano dei Comuni", "partial value, some Comuni are missing";
    fn partial_some(what, count, of): "Valori {what} parziali, perché mancano dei Comuni: {count} su {of}.", "Values {what} partial, as some Comuni are missing: {count} of {of}.";
    fn lacks_most(count): "altri in cui manca più di metà dei Comuni: {count}", "others in which more than half of the Comuni are missing: {count}";
    fn lacks_one(name, of): "manca {name} (1 su {of})", "{name} is missing (1 of {of})";
    fn lacks_some(names, count, of): "mancano {names} ({count} su {of})", "{names} are missing ({count} of {of})";
    fn lacks_many(comuni, of): "mancano {comuni} su {of}", "missing: {comuni}, of {of}";
    fn lacks_sum(lacks, partial): "{lacks}; somma parziale {partial}", "{lacks}; partial sum {partial}";
    fn lacks_value(lacks, partial): "{lacks}; valore parziale {partial}", "{lacks}; partial value {partial}";
    fn lacks_in(territories): "Senza il dato di tutti i Comuni: {territories}.", "Without data of all Comuni: {territories}.";
    fn lacks_of(territory, lacks): "{territory}, {lacks}", "{territory}, {lacks}";
    WARN_PARTIAL: "Dove mancano dei Comuni non è il valore del gruppo, ma solo degli altri.", "Where Comuni are missing this is not the value of the group, but of the others only.";
}

// Findings about rates.
texts! {
    fn found_rate_weighted(column, weight, above): "«{column}» è un tasso, una media o una quota: non si somma. Per {above} è la media ponderata con {weight}.", "'{column}' is a rate, mean or share: it is not added. For {above} it is the mean weighted by {weight}.";
    ABOVE_COMUNE: "sopra il Comune", "above the Comune";
    ABOVE_AMBITO: "sopra l'Ambito", "above the Ambito";
    ABOVE_ASST: "sopra l'ASST", "above the ASST";
    fn found_rate_alone(column, proposed, above): "«{column}» è un tasso, una media o una quota senza le sue parti: non si somma, e {above} non è applicabile. Se sai su quale popolazione è calcolato (proposta: {proposed}), indicala: diventa una media ponderata.", "'{column}' is a rate, mean or share without its parts: it is not added, and {above} it does not apply. If you know the population it is out of (proposed: {proposed}), say so: it becomes a weighted mean.";
    fn found_rate_alone_unknown(column, above): "«{column}» è un tasso, una media o una quota senza le sue parti: non si somma, e {above} non è applicabile. Il nome non dice su quale popolazione è calcolato: se lo sai, indicala, e diventa una media ponderata.", "'{column}' is a rate, mean or share without its parts: it is not added, and {above} it does not apply. Its name does not say the population it is out of: if you know it, say so, and it becomes a weighted mean.";
    fn found_can_relate(column, proposed): "«{column}» si può rapportare alla popolazione: proposta, {proposed}.", "'{column}' can be related to the population: proposed, {proposed}.";
    fn found_related(column, of): "«{column}» è rapportato anche alla popolazione: {of}.", "'{column}' is related to the population too: {of}.";
    fn found_unknown_denominator(column, of): "«{column}»: «{of}» non è una popolazione conosciuta né una colonna del file, e resta senza.", "'{column}': '{of}' is no known population and no column of the file, and is left out.";
    fn found_no_population(column, of): "«{column}»: nei dati non c'è quante sono le unità della popolazione scelta ({of}), e resta senza. Importala, o scegline un'altra.", "'{column}': the data do not have the population chosen ({of}), and it is left without. Import it, or choose another.";
    fn found_steps(column): "«{column}» sono gradini di una scala: hanno un ordine, ma non si sommano e non hanno media.", "'{column}' are steps of a scale: they have an order, but neither add up nor have a mean.";
    fn found_categories(column): "«{column}» sono categorie: non si sommano e non hanno ordine.", "'{column}' are categories: they do not add up and have no order.";
    fn found_not_additive(column): "«{column}» non si somma tra Comuni: la stessa persona può essere contata in più d'uno.", "'{column}' does not add up over Comuni: the same person may be counted in more than one.";
    fn found_bounded(count): "Valori oscurati con un limite noto («<5», «1-4»): {count}. Il valore e le somme sono dati come intervallo.", "Withheld values with a known bound ('<5', '1-4'): {count}. The value and the sums are given as an interval.";
}

// What an import does to the data that are there.
texts! {
    fn found_changes_data(count, example, indicators): "Cambia valori che ci sono già: {count} (per esempio {example}). Ne dipendono altri indicatori, come {indicators}: confermalo, o escludi la tabella.", "It changes values that are there already: {count} (for example {example}). Other indicators rest on them, such as {indicators}: confirm it, or leave the table out.";
    fn found_adds_dates(dates, count, indicators): "Aggiunge date ({dates}) ai dati da cui dipendono indicatori che ci sono già: {count}, come {indicators}.", "It adds dates ({dates}) to the data that indicators already there rest on: {count}, such as {indicators}.";
    fn intake_imported_note(file, source): "Comprende dati importati da {file} (fonte: {source}).", "It includes data imported from {file} (source: {source}).";
}

// The import page.
texts! {
    MEASURE_NOT_ADDED: "conteggi che non si sommano tra Comuni", "counts that do not add up over Comuni";
    MEASURE_ORDINAL: "gradini di una scala (ordine, niente somme)", "steps of a scale (an order, no sums)";
    MEASURE_CATEGORY: "categorie (né ordine né somme)", "categories (no order, no sums)";
    INTAKE_USES: "Popolazione, pesi e stato", "Population, weights and status";
    INTAKE_USES_HINT: "Un conteggio si può rapportare alla popolazione che lo riguarda; un tasso si può pesare con essa, perché abbia un valore anche sopra il Comune.", "A count can be related to the population it concerns; a rate can be weighted with it, so that it has a value above the Comune too.";
    INTAKE_WITHHELD: "Dati oscurati tra", "Withheld values within";
    INTAKE_WITHHELD_HINT: "Un dato oscurato con un segno («*») non indica quanto vale: se ne conosci i limiti, scrivili nell'ultima casella (1-4, oppure <5), e le somme sono date come intervallo.", "A value withheld with a mark (“*”) does not show how large it is: if you know its limits, write them in the last field (1-4, or <5), and sums are given as an interval.";
    HELP_WITHHELD: "Tra che cosa stanno i valori oscurati con un segno: 'utenti=1-4', oppure 'utenti=<5'", "What the values withheld with a mark lie within: 'utenti=1-4', or 'utenti=<5'";
    RELATE_HINT: "Aggiunge un indicatore: questo conteggio diviso per la popolazione che gli corrisponde.", "Adds an indicator: this count divided by the population that goes with it.";
    RELATE_NO_POPULATION: "Non c'è una popolazione con cui rapportare questo conteggio.", "There is no population to relate this count to.";
    fn relate_made(name): "Aggiunto al progetto: «{name}».", "Added to the project: “{name}”.";
    fn relate_shown(name): "C'è già nel progetto: «{name}».", "It is in the project already: “{name}”.";
    HELP_MAP_PER: "Rapporta il conteggio alla popolazione: 'residenti_65:1000', o 'auto' per quella che il nome fa pensare", "Relate the count to the population: 'residenti_65:1000', or 'auto' for the one that its name suggests";
    fn cli_not_related(id): "l'indicatore '{id}' non si rapporta a una popolazione: non è un conteggio che si somma, oppure quella popolazione non c'è", "the indicator '{id}' cannot be related to a population: it is not a count that adds up, or there is no such population";
    INTAKE_RELATED_TO: "Rapporta alla popolazione", "Relate to the population";
    INTAKE_WEIGHT: "Peso", "Weight";
    INTAKE_STEPS: "Gradini, in ordine", "Steps, in their order";
    INTAKE_QUALITY: "Stato", "Status";
    QUALITY_FINAL_CHOICE: "definitivo, o come dice il file", "final, or as the file says";
    QUALITY_PROVISIONAL_CHOICE: "provvisorio", "provisional";
    QUALITY_ESTIMATED_CHOICE: "stimato", "estimated";
    RELATE_NOT: "non rapportare", "do not relate";
    WEIGH_NOT: "nessun peso: non applicabile ai gruppi", "no weight: not applicable to groups";
    fn relate_proposed(name): "{name} (proposta)", "{name} (proposed)";
    fn weigh_with(name): "media ponderata con {name}", "mean weighted by {name}";
    fn relate_to(name): "per {name}", "per {name}";
    RELATE_AUTO: "ogni quanti: secondo il valore", "per how many: by its size";
}

// The command line.
texts! {
    HELP_WEIGHT: "Pesa un tasso con una popolazione o con una colonna del file: 'copertura=residenti_0_2' (residenti, residenti_65, stranieri, famiglie, contribuenti, none)", "Weight a rate with a population or a column of the file: 'copertura=residenti_0_2' (residenti, residenti_65, stranieri, famiglie, contribuenti, none)";
    HELP_PER: "Rapporta un conteggio alla popolazione: 'utenti=residenti_65:1000'; il solo nome della colonna prende la popolazione proposta", "Relate a count to the population: 'utenti=residenti_65:1000'; the name of the column alone takes the proposed one";
    HELP_QUALITY: "Stato dei valori di una colonna: 'utenti=estimated' o 'utenti=provisional'", "Status of the values of a column: 'utenti=estimated' or 'utenti=provisional'";
    HELP_STEPS: "Gradini di una scala o categorie, in ordine: 'rischio=basso,medio,alto'", "Steps of a scale or categories, in their order: 'rischio=basso,medio,alto'";
}
