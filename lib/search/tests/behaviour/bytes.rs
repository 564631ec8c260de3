//! An index is kept as bytes.

use search::{Index, Query, Viewer};

use crate::shop::{index, names_of};

fn bytes() -> Vec<u8> {
    index().to_bytes().expect("bytes")
}

#[test]
fn an_index_finds_the_same_after_it_was_kept() {
    let kept = Index::from_bytes(&bytes()).expect("an index");
    for text in ["", "logs", "fern", "bakcup", "lumen archive"] {
        let query = Query::words(text);
        let [now, then] =
            [&index(), &kept].map(|index| index.search(&query, &Viewer::default()).expect("found"));
        assert_eq!(names_of(&now), names_of(&then), "{text}");
        assert_eq!(now.facets, then.facets, "{text}");
    }
    assert_eq!(Index::from_bytes(&kept.to_bytes().expect("bytes")).expect("an index").len(), 6);
}

#[test]
fn bytes_that_were_cut_or_are_none_of_ours_are_refused() {
    let whole = bytes();
    for end in [0, 5, 9, 16, 40, whole.len() / 2, whole.len() - 1] {
        assert!(Index::from_bytes(&whole[..end]).is_err(), "{end} bytes");
    }
    assert!(Index::from_bytes(b"PGSEARCH0").is_err());
    let mut endless = whole[..9].to_vec();
    endless.extend([0xff; 8]);
    assert!(Index::from_bytes(&endless).is_err());
}

#[test]
fn an_empty_catalogue_has_an_index() {
    let empty = Index::build([]).expect("an index");
    let kept = Index::from_bytes(&empty.to_bytes().expect("bytes")).expect("an index");
    assert!(kept.is_empty());
    assert_eq!(kept.search(&Query::words("x"), &Viewer::default()).expect("found").total, 0);
}
