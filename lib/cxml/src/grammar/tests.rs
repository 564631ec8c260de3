//! The tables say what the DTD 1.2.069 says.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::{Content, Repeats, confirmation, invoice, order};

fn dtd(file: &str) -> Option<Dtd> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let shared = std::env::var_os("SHARED_DIR").map_or("../shared".into(), PathBuf::from);
    let path = workspace.join(shared).join("dtd/1.2.069").join(file);
    match std::fs::read_to_string(&path) {
        Ok(text) => Some(Dtd::parse(&text)),
        Err(error) => {
            let is_required = std::env::var("REQUIRE_TOOLS").is_ok_and(|value| value == "1");
            assert!(!is_required, "{}: {error}", path.display());
            println!("skipped: {} is absent", path.display());
            None
        }
    }
}

struct Dtd {
    models: HashMap<String, String>,
}

impl Dtd {
    fn parse(text: &str) -> Self {
        let mut pieces = text.split("<!--");
        let mut plain = pieces.next().unwrap().to_owned();
        plain.extend(pieces.filter_map(|piece| piece.split_once("-->")).map(|(_, rest)| rest));
        let mut entities = HashMap::new();
        for entity in plain.split("<!ENTITY").skip(1) {
            let Some(entity) = entity.trim_start().strip_prefix('%') else {
                continue;
            };
            let (name, rest) = entity.trim_start().split_once(char::is_whitespace).unwrap();
            let rest = rest.trim_start();
            let quote = rest.chars().next().unwrap();
            let value = rest[1..].split(quote).next().unwrap();
            entities.entry(name.to_owned()).or_insert_with(|| value.to_owned());
        }
        let mut models = HashMap::new();
        for element in plain.split("<!ELEMENT").skip(1) {
            let element = element.split('>').next().unwrap().trim();
            let (name, model) = element.split_once(char::is_whitespace).unwrap();
            models.entry(name.to_owned()).or_insert_with(|| expanded(model, &entities));
        }
        Self { models }
    }

    /// Each child: whether it is required, and whether it may stand more than once.
    fn children(&self, element: &str) -> Vec<(String, bool, bool)> {
        let spaced: String = self.models[element]
            .chars()
            .flat_map(|c| match c {
                '(' | ')' | '|' | ',' | '?' | '*' | '+' => vec![' ', c, ' '],
                _ => vec![c],
            })
            .collect();
        let mut tokens: Vec<_> = spaced.split_whitespace().rev().collect();
        let mut all: Vec<(String, bool, bool)> = Vec::new();
        for (name, is_required, repeats) in particle(&mut tokens) {
            let name = name.rsplit(':').next().unwrap().to_owned();
            match all.iter_mut().find(|(known, ..)| *known == name) {
                Some(known) => known.1 &= is_required,
                None => all.push((name, is_required, repeats)),
            }
        }
        all
    }
}

fn expanded(model: &str, entities: &HashMap<String, String>) -> String {
    let mut model = model.to_owned();
    while let Some((before, rest)) = model.split_once('%') {
        let (name, after) = rest.split_once(';').unwrap();
        model = format!("{before}{}{after}", entities[name]);
    }
    model
}

fn particle(tokens: &mut Vec<&str>) -> Vec<(String, bool, bool)> {
    let token = tokens.pop().unwrap();
    let mut found = Vec::new();
    if token == "(" {
        let mut is_choice = false;
        loop {
            match *tokens.last().unwrap() {
                ")" => break,
                separator @ ("," | "|") => {
                    is_choice |= separator == "|";
                    tokens.pop();
                }
                _ => found.extend(particle(tokens)),
            }
        }
        tokens.pop();
        found.iter_mut().for_each(|child| child.1 &= !is_choice);
    } else {
        found.push((token.to_owned(), true, false));
    }
    if let Some(often @ ("?" | "*" | "+")) = tokens.last().copied() {
        tokens.pop();
        found.iter_mut().for_each(|child| {
            child.1 &= often == "+";
            child.2 |= often != "?";
        });
    }
    found
}

fn assert_same(dtd: &Dtd, tables: &[&Content]) {
    for table in tables {
        let ours: Vec<_> = table
            .children
            .iter()
            .map(|child| (child.name.to_owned(), child.is_required, child.repeats != Repeats::Once))
            .collect();
        assert_eq!(ours, dtd.children(table.name), "{}", table.name);
        assert!(ours.len() <= 64, "{} has more children than bits", table.name);
    }
}

#[test]
fn every_table_says_what_the_dtd_says() {
    for (file, tables) in
        [("cXML.dtd", order::ALL), ("InvoiceDetail.dtd", invoice::ALL), ("Fulfill.dtd", confirmation::ALL)]
    {
        if let Some(dtd) = dtd(file) {
            assert_same(&dtd, tables);
        }
    }
}
