//! Checking boundaries: faults, reference system, and the attribute that names the Comuni.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::geo::reprojection::Reprojection;
use crate::io::matching::{Matcher, Place, normalised};
use crate::io::shapes::{Crs, Fault, Shapes, code_of, crosses_itself};

use super::answers::Answers;
use super::checked::{Checked, CheckedContent};
use super::finding::{Finding, Kind, Rows, Weight};

pub fn check(shapes: &Arc<Shapes>, matcher: &Matcher, answers: &Answers) -> Checked {
    let table = &shapes.attributes;
    let mut findings: Vec<Finding> =
        shapes.faults.iter().map(|(fault, features)| of_fault(*fault, features)).collect();
    let mut crossing = Rows::default();
    for (i, polygon) in shapes.polygons.iter().enumerate() {
        if polygon.as_ref().is_some_and(crosses_itself) {
            crossing.add(table.number(i + 1));
        }
    }
    if crossing.count > 0 {
        findings.push(Finding::of_rows(Kind::ShapesCross, &crossing));
    }
    findings.extend(of_crs(shapes, answers.crs.as_deref()));

    // The attribute in which most features are Comuni; ours come first, and ISTAT codes come before cadastral ones, because
    // everything else is joined by them.
    let rows = || 1..table.len();
    let score = |column: usize| {
        let places = rows().map(|row| matcher.by_code(table.cell(row, column)));
        let (ours, all) = places.fold((0, 0), |(ours, all), place| {
            (
                ours + usize::from(place.is_ours()),
                all + usize::from(place.is_ours() || place == Place::Outside),
            )
        });
        let is_digits = |row: &usize| table.cell(*row, column).bytes().all(|b| b.is_ascii_digit());
        (ours, all, rows().filter(is_digits).count())
    };
    let columns = (0..table.width(0)).map(|column| (score(column), std::cmp::Reverse(column)));
    let code = columns.filter(|((_, all, _), _)| *all > 0).max().map(|(_, std::cmp::Reverse(column))| column);
    let mut comuni = 0;
    if let Some(column) = code {
        let mut seen: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        let (mut recoded, mut example, mut mixed) = (Rows::default(), None, false);
        for row in rows() {
            let cell = table.cell(row, column);
            let Some(code) = normalised(cell) else { continue };
            comuni += usize::from(matcher.by_code(cell).is_ours());
            if cell != code.as_ref() {
                recoded.add(table.number(row));
                example = example.or(Some((cell.to_owned(), code.clone().into_owned())));
            } else {
                mixed |= cell.starts_with('0');
            }
            seen.entry(code.into_owned()).or_default().push(table.number(row));
        }
        if let Some((from, to)) = example {
            let finding = Finding::of_rows(Kind::Recoded { from, to }, &recoded);
            findings.push(if mixed { finding } else { finding.noted() });
        }
        let doubled: Vec<&str> =
            seen.iter().filter(|(_, rows)| rows.len() > 1).map(|(code, _)| code.as_str()).collect();
        if !doubled.is_empty() {
            let kind = Kind::DoubledCodes { codes: doubled.join(", ") };
            findings.push(Finding { count: doubled.len(), ..Finding::new(kind) });
        }
    }
    let is_open = |finding: &Finding| {
        finding.weight == Weight::Choice && matches!(finding.kind, Kind::CrsLikely { .. })
    };
    let proposed = findings.iter().any(is_open).then(|| Crs::likely(&shapes.polygons)).flatten();
    answers.accept(&mut findings);
    let accepted = proposed.filter(|_| !findings.iter().any(is_open)).map(|code| format!("EPSG:{code}"));
    let crs = answers.crs.clone().or(accepted).map_or_else(|| shapes.crs.clone(), Crs::Other);
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.weight));
    let file = shapes.file.clone();
    let content = CheckedContent::Boundaries {
        features: shapes.polygons.len(),
        drawable: shapes.polygons.iter().flatten().count(),
        comuni,
        code: code.map(|column| table.cell(0, column).to_owned()),
        crs,
        shapes: Arc::clone(shapes),
    };
    Checked { file, sheet: None, content, findings }
}

/// The finding on the reference system; none for those of our maps.
fn of_crs(shapes: &Shapes, stated: Option<&str>) -> Option<Finding> {
    if let Some(stated) = stated {
        let known = code_of(stated).and_then(Reprojection::from_epsg).is_some();
        return Some(Finding::new(of_other_crs(known, stated)));
    }
    match &shapes.crs {
        Crs::Degrees | Crs::Utm(32) => None,
        Crs::Unknown => Some(match Crs::likely(&shapes.polygons) {
            Some(code) => Finding::new(Kind::CrsLikely { crs: format!("EPSG:{code}") }),
            None => Finding::new(Kind::CrsUnknown),
        }),
        other => {
            let crs = other.epsg().unwrap_or_default();
            Some(Finding::new(of_other_crs(other.code().is_some(), &crs)))
        }
    }
}

/// The finding that shapes are in another system, which may be convertible into ours or not.
fn of_other_crs(known: bool, crs: &str) -> Kind {
    let crs = crs.to_owned();
    if known { Kind::CrsChanged { crs } } else { Kind::CrsOther { crs } }
}

fn of_fault(fault: Fault, features: &[u32]) -> Finding {
    let kind = match fault {
        Fault::CutShort => Kind::ShapesCutShort,
        Fault::WrongLength => Kind::ShapesWrongLength,
        Fault::Unreadable => Kind::ShapesUnreadable,
        Fault::NotFinite => Kind::ShapesNotFinite,
        Fault::NotAPolygon => Kind::ShapesNotPolygons,
        Fault::NoArea => Kind::ShapesNoArea,
        Fault::Unclosed => Kind::ShapesUnclosed,
        Fault::Reversed => Kind::ShapesReversed,
        Fault::NoAttributes => Kind::ShapesNoAttributes,
        Fault::BadNumber => Kind::ShapesBadNumber,
        Fault::FieldName => Kind::ShapesFieldName,
        Fault::Encoding => Kind::ShapesEncoding,
        Fault::Controls => Kind::ShapesControls,
    };
    let mut rows = Rows::default();
    features.iter().for_each(|feature| rows.add(*feature));
    let finding = Finding::of_rows(kind, &rows);
    debug_assert_eq!(finding.weight, Weight::Warning);
    finding
}
