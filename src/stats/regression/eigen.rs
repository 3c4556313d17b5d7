//! Eigenvalues and eigenvectors of a symmetric matrix.

/// The eigenvalues of a symmetric matrix in descending order, with an eigenvector of length one for each.
///
/// C. G. J. Jacobi, "Über ein leichtes Verfahren, die in der Theorie der Säkularstörungen vorkommenden Gleichungen numerisch
/// aufzulösen", *Crelle's Journal* 30, 1846, by rows (G. H. Golub, C. F. Van Loan, *Matrix Computations*, 4th edition, 8.5). The sign of
/// a vector is such that its largest entry is positive. O(n³) a sweep, some ten sweeps.
pub(in crate::stats) fn eigen(matrix: &[Vec<f64>]) -> Vec<(f64, Vec<f64>)> {
    let n = matrix.len();
    let mut a = matrix.to_vec();
    let mut v: Vec<Vec<f64>> =
        (0..n).map(|i| (0..n).map(|j| f64::from(u8::from(i == j))).collect()).collect();
    let whole: f64 = a.iter().flatten().map(|x| x * x).sum();
    for _ in 0..60 {
        let off: f64 = (0..n).flat_map(|i| (0..i).map(move |j| (i, j))).map(|(i, j)| a[i][j] * a[i][j]).sum();
        if off <= 1e-32 * whole {
            break;
        }
        for p in 0..n {
            for q in p + 1..n {
                rotate(&mut a, &mut v, p, q);
            }
        }
    }
    let mut pairs: Vec<(f64, Vec<f64>)> =
        v.into_iter().enumerate().map(|(i, row)| (a[i][i], signed(row))).collect();
    pairs.sort_by(|x, y| y.0.total_cmp(&x.0));
    pairs
}

fn rotate(a: &mut [Vec<f64>], v: &mut [Vec<f64>], p: usize, q: usize) {
    if a[p][q] == 0.0 {
        return;
    }
    let theta = (a[q][q] - a[p][p]) / (2.0 * a[p][q]);
    let t = theta.signum() / (theta.abs() + theta.hypot(1.0));
    let t = if theta == 0.0 { 1.0 } else { t };
    let c = 1.0 / t.hypot(1.0);
    let s = t * c;
    for row in a.iter_mut() {
        let (x, y) = (row[p], row[q]);
        (row[p], row[q]) = (c * x - s * y, s * x + c * y);
    }
    turn(a, p, q, c, s);
    turn(v, p, q, c, s);
}

/// Turns rows p and q.
fn turn(rows: &mut [Vec<f64>], p: usize, q: usize, c: f64, s: f64) {
    let (first, second) = rows.split_at_mut(q);
    for (x, y) in first[p].iter_mut().zip(&mut second[0]) {
        (*x, *y) = (c * *x - s * *y, s * *x + c * *y);
    }
}

fn signed(mut vector: Vec<f64>) -> Vec<f64> {
    let largest = vector.iter().copied().max_by(|a, b| a.abs().total_cmp(&b.abs())).unwrap_or(1.0);
    if largest < 0.0 {
        vector.iter_mut().for_each(|x| *x = -*x);
    }
    vector
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vectors_and_values_rebuild_the_matrix() {
        let matrix = [vec![4.0, 1.0, -2.0], vec![1.0, 2.0, 0.0], vec![-2.0, 0.0, 3.0]];
        let pairs = eigen(&matrix);
        assert!(pairs[0].0 > pairs[1].0 && pairs[1].0 > pairs[2].0);
        for i in 0..3 {
            for j in 0..3 {
                let sum: f64 = pairs.iter().map(|(value, vector)| value * vector[i] * vector[j]).sum();
                assert!((sum - matrix[i][j]).abs() < 1e-13);
            }
        }
        assert!(eigen(&[]).is_empty());
    }
}
