//! The catalogue by command (R24): faults by line, all or nothing for each product, again and again.

use std::path::PathBuf;

use tempfile::TempDir;

use super::desk::{Said, run};

fn line(product: &str, offer: &str, revision: u32, name: &str) -> String {
    format!(
        r#"{{"product":{{"id":"{product}","name":"{name}","summary":"S","description":"D","type":"saas","category":"C","seller":{{"id":"seller-a","name":"A"}},"setup_url":"https://a.example/"}},"offers":[{{"id":"{offer}","revision":{revision},"name":"Free","pricing":{{"model":"free"}}}}]}}"#
    )
}

struct Shelf {
    directory: TempDir,
}

impl Shelf {
    fn new() -> Self {
        Self { directory: TempDir::new().expect("a directory") }
    }

    fn import(&self, lines: &[String]) -> Said {
        let file = self.file("catalogue.jsonl");
        std::fs::write(&file, lines.join("\n")).expect("written");
        self.run(&["catalogue", "import", &file.display().to_string()])
    }

    fn export(&self) -> String {
        self.run(&["catalogue", "export"]).done()
    }

    fn run(&self, words: &[&str]) -> Said {
        run(&self.directory.path().join("market"), words)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }
}

#[test]
fn every_fault_is_told_with_its_line_and_nothing_of_that_line_is_taken() {
    let shelf = Shelf::new();
    // The second line has an offer that is right beside what is wrong with the product.
    let wrong = line("prod-b", "offer-b", 1, "").replace("\"summary\":\"S\"", "\"summary\":\"\"");
    let said = shelf.import(&[line("prod-a", "offer-a", 1, "A"), wrong, "nonsense".to_owned()]);
    assert_eq!(said.out, "1 products written, 0 unchanged\n");
    let told = said.refused();
    for words in [
        "catalogue.jsonl:2: product prod-b: the name is empty",
        "catalogue.jsonl:2: product prod-b: the summary is empty",
        "catalogue.jsonl:3: expected ident",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let kept = shelf.export();
    assert!(kept.contains("prod-a") && !kept.contains("prod-b") && !kept.contains("offer-b"), "{kept}");
}

#[test]
fn a_file_is_imported_again_and_what_changed_is_told_without_touching_what_is_there() {
    let shelf = Shelf::new();
    let first = [line("prod-a", "offer-a", 2, "A"), line("prod-b", "offer-b", 1, "B")];
    assert_eq!(shelf.import(&first).done(), "2 products written, 0 unchanged\n");
    assert_eq!(shelf.import(&first).done(), "0 products written, 2 unchanged\n");
    let older = [line("prod-a", "offer-a", 1, "Another"), line("prod-b", "offer-b", 1, "Better")];
    let said = shelf.import(&older);
    assert_eq!(said.out, "1 products written, 0 unchanged\n");
    assert!(
        said.refused().contains("catalogue.jsonl:1: offer offer-a has revision 1, and the catalogue has 2")
    );
    let kept = shelf.export();
    assert!(kept.contains("\"Better\"") && !kept.contains("\"Another\""), "{kept}");
}

#[test]
fn what_is_exported_is_the_same_catalogue_wherever_it_is_imported() {
    let (here, there) = (Shelf::new(), Shelf::new());
    here.run(&["catalogue", "import", "sample"]).done();
    let file = here.file("exported.jsonl").display().to_string();
    let told = here.run(&["catalogue", "export", &file]).done();
    assert!(told.contains("products written to"), "{told}");
    there.run(&["catalogue", "import", &file]).done();
    assert_eq!(there.export(), here.export());
    assert_eq!(here.export(), std::fs::read_to_string(&file).expect("a file"));
}
