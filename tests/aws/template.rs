//! What template.yaml says about the functions' permissions and the filters of their triggers.

use std::collections::BTreeSet;

use yaml_rust2::yaml::Hash;
use yaml_rust2::{Yaml, YamlLoader};

use crate::aws::tools::Tools;

/// An action, and which partitions of the table it is allowed for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Allowed {
    pub action: String,
    /// With `*` at its end; none: no partition is named.
    pub key: Option<String>,
}

/// Every function, by its name in the template.
pub fn functions() -> Vec<String> {
    let is_function = |resource: &Yaml| resource["Type"].as_str() == Some("AWS::Serverless::Function");
    let resources = resources();
    let functions = resources.iter().filter(|(_, resource)| is_function(resource));
    functions.filter_map(|(name, _)| name.as_str().map(str::to_owned)).collect()
}

/// Everything that the role of a function may do; the name is the template's, or the same with hyphens.
pub fn allowed(function: &str) -> BTreeSet<Allowed> {
    let policies = &properties(function)["Policies"];
    let policies = policies.as_vec().expect("policies").iter();
    let statements = policies.flat_map(|policy| policy["Statement"].as_vec().expect("statements"));
    statements.flat_map(of_statement).collect()
}

/// The pattern by which a worker's stream is filtered.
pub fn filter(function: &str) -> serde_json::Value {
    let trigger = &properties(function)["Events"]["Written"]["Properties"];
    let pattern = trigger["FilterCriteria"]["Filters"][0]["Pattern"].as_str().expect("a pattern");
    serde_json::from_str(pattern).expect("JSON")
}

fn properties(function: &str) -> Yaml {
    let name = Yaml::String(function.split('-').map(capitalised).collect());
    let resources = resources();
    resources.get(&name).unwrap_or_else(|| panic!("the template has no function {function}"))["Properties"]
        .clone()
}

fn capitalised(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_uppercase() + rest
}

fn resources() -> Hash {
    let text = std::fs::read_to_string(Tools::root().join("template.yaml")).expect("the template");
    let template = YamlLoader::load_from_str(&text).expect("YAML").remove(0);
    template["Resources"].as_hash().expect("resources").clone()
}

fn of_statement(statement: &Yaml) -> Vec<Allowed> {
    // `!If [Condition, Statement, AWS::NoValue]`
    let statement = statement.as_vec().map_or(statement, |choice| &choice[1]);
    let keys = &statement["Condition"]["ForAllValues:StringLike"]["dynamodb:LeadingKeys"];
    let keys: Vec<Option<String>> = match keys.as_vec() {
        Some(keys) => keys.iter().map(|key| key.as_str().map(str::to_owned)).collect(),
        None => vec![None],
    };
    let allowed = |action: &String| {
        keys.iter().map(|key| Allowed { action: action.clone(), key: key.clone() }).collect::<Vec<_>>()
    };
    actions(&statement["Action"]).iter().flat_map(allowed).collect()
}

fn actions(yaml: &Yaml) -> Vec<String> {
    match yaml {
        Yaml::Array(all) => all.iter().filter_map(Yaml::as_str).map(str::to_owned).collect(),
        one => one.as_str().map(str::to_owned).into_iter().collect(),
    }
}

// === impl Allowed ===

impl Allowed {
    /// Whether this permission is the one for a call.
    pub fn covers(&self, action: &str, key: Option<&str>) -> bool {
        let fits = match (&self.key, key) {
            (None, None) => true,
            (Some(pattern), Some(key)) => match pattern.strip_suffix('*') {
                Some(beginning) => key.starts_with(beginning),
                None => key == pattern,
            },
            _ => false,
        };
        self.action == action && fits
    }
}
