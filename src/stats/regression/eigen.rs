//! Eigenvalues and eigenvectors of a symmetric matrix.

/// The eigenvalues of a symmetric matrix in descending order, with an eigenvector of length one for each.
///
/// Householder's reduction to three diagonals (A. S. Householder, 1958), then QL steps with implicit shifts: `tred2` and `tql2` of
/// B. T. Smith et al., *Matrix Eigensystem Routines: EISPACK Guide*, 1976. The sign of a vector is such that its largest entry is
/// positive. O(n³).
pub(in crate::stats) fn eigen(matrix: &[Vec<f64>]) -> Vec<(f64, Vec<f64>)> {
    let n = matrix.len();
    if n == 0 {
        return Vec::new();
    }
    // Row j of `v` becomes the eigenvector of `d[j]`.
    let mut v = matrix.to_vec();
    let (mut d, mut e) = (vec![0.0; n], vec![0.0; n]);
    reduce(&mut v, &mut d, &mut e);
    // The rows are read as columns from here on, because steps turn two vectors at a time.
    let mut rows: Vec<Vec<f64>> = (0..n).map(|j| v.iter().map(|row| row[j]).collect()).collect();
    diagonal(&mut rows, &mut d, &mut e);
    let mut pairs: Vec<(f64, Vec<f64>)> = d.into_iter().zip(rows.into_iter().map(signed)).collect();
    pairs.sort_by(|x, y| y.0.total_cmp(&x.0));
    pairs
}

/// `tred2`: `v` becomes the transformation, `d` the diagonal, `e` what is beside it, from 1 on.
fn reduce(v: &mut [Vec<f64>], d: &mut [f64], e: &mut [f64]) {
    let n = d.len();
    d.copy_from_slice(&v[n - 1]);
    for i in (1..n).rev() {
        let scale: f64 = d[..i].iter().map(|x| x.abs()).sum();
        let mut h = 0.0;
        if scale == 0.0 {
            e[i] = d[i - 1];
            for j in 0..i {
                d[j] = v[i - 1][j];
                v[i][j] = 0.0;
                v[j][i] = 0.0;
            }
        } else {
            for x in &mut d[..i] {
                *x /= scale;
                h += *x * *x;
            }
            let f = d[i - 1];
            let g = if f > 0.0 { -h.sqrt() } else { h.sqrt() };
            e[i] = scale * g;
            h -= f * g;
            d[i - 1] = f - g;
            e[..i].fill(0.0);
            for j in 0..i {
                let f = d[j];
                v[j][i] = f;
                let mut g = e[j] + v[j][j] * f;
                for k in j + 1..i {
                    g += v[k][j] * d[k];
                    e[k] += v[k][j] * f;
                }
                e[j] = g;
            }
            let mut f = 0.0;
            for j in 0..i {
                e[j] /= h;
                f += e[j] * d[j];
            }
            let hh = f / (h + h);
            for j in 0..i {
                e[j] -= hh * d[j];
            }
            for j in 0..i {
                let (f, g) = (d[j], e[j]);
                for k in j..i {
                    v[k][j] -= f * e[k] + g * d[k];
                }
                d[j] = v[i - 1][j];
                v[i][j] = 0.0;
            }
        }
        d[i] = h;
    }
    for i in 0..n - 1 {
        v[n - 1][i] = v[i][i];
        v[i][i] = 1.0;
        let h = d[i + 1];
        if h != 0.0 {
            for k in 0..=i {
                d[k] = v[k][i + 1] / h;
            }
            for j in 0..=i {
                let g: f64 = (0..=i).map(|k| v[k][i + 1] * v[k][j]).sum();
                for k in 0..=i {
                    v[k][j] -= g * d[k];
                }
            }
        }
        for row in &mut v[..=i] {
            row[i + 1] = 0.0;
        }
    }
    for j in 0..n {
        d[j] = v[n - 1][j];
        v[n - 1][j] = 0.0;
    }
    v[n - 1][n - 1] = 1.0;
    e[0] = 0.0;
}

/// `tql2`: `d` becomes the eigenvalues, and row j of `v` the vector of the j-th.
fn diagonal(v: &mut [Vec<f64>], d: &mut [f64], e: &mut [f64]) {
    /// Some two or three steps an eigenvalue are usual.
    const MOST_STEPS: usize = 200;
    let n = d.len();
    e.rotate_left(1);
    e[n - 1] = 0.0;
    let (mut shift, mut largest) = (0.0, 0.0_f64);
    for l in 0..n {
        largest = largest.max(d[l].abs() + e[l].abs());
        let small = |e: &[f64], m: usize| e[m].abs() <= f64::EPSILON * largest;
        for _ in 0..MOST_STEPS {
            let m = (l..n - 1).find(|m| small(e, *m)).unwrap_or(n - 1);
            if m == l {
                break;
            }
            let g = d[l];
            let p = (d[l + 1] - g) / (2.0 * e[l]);
            let r = p.hypot(1.0).copysign(p);
            d[l] = e[l] / (p + r);
            d[l + 1] = e[l] * (p + r);
            let next = d[l + 1];
            let h = g - d[l];
            d[l + 2..].iter_mut().for_each(|x| *x -= h);
            shift += h;
            let mut p = d[m];
            let (mut c, mut c2, mut c3) = (1.0, 1.0, 1.0);
            let beside = e[l + 1];
            let (mut s, mut s2) = (0.0, 0.0);
            for i in (l..m).rev() {
                c3 = c2;
                c2 = c;
                s2 = s;
                let g = c * e[i];
                let h = c * p;
                let r = p.hypot(e[i]);
                e[i + 1] = s * r;
                s = e[i] / r;
                c = p / r;
                p = c * d[i] - s * g;
                d[i + 1] = h + s * (c * g + s * d[i]);
                let (low, high) = v.split_at_mut(i + 1);
                for (x, y) in low[i].iter_mut().zip(&mut high[0]) {
                    (*x, *y) = (c * *x - s * *y, s * *x + c * *y);
                }
            }
            let p = -s * s2 * c3 * beside * e[l] / next;
            e[l] = s * p;
            d[l] = c * p;
        }
        d[l] += shift;
        e[l] = 0.0;
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
        assert_eq!(eigen(&[vec![3.0]]), [(3.0, vec![1.0])]);
        // A matrix with equal eigenvalues and one that is diagonal already.
        let equal = [vec![2.0, 0.0, 0.0], vec![0.0, 5.0, 0.0], vec![0.0, 0.0, 2.0]];
        let values: Vec<f64> = eigen(&equal).into_iter().map(|(value, _)| value).collect();
        assert_eq!(values, [5.0, 2.0, 2.0]);
    }
}
