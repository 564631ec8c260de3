//! What template.yaml says about a function's permissions and the filters of its triggers.

use std::collections::BTreeSet;

use yaml_rust2::{Yaml, YamlLoader};

use crate::aws::tools::Tools;

/// An action, and which partitions of the table it is allowed for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Allowed {
    pub action: String,
    /// With `*` at its end; none: no partition is named.
    pub key: Option<String>,
}

/// Everything that the role of a function (by its binary's name) may do.
pub fn allowed(function: &str) -> BTreeSet<Allowed> {
    let text = std::fs::read_to_string(Tools::root().join("template.yaml")).expect("the template");
    let template = YamlLoader::load_from_str(&text).expect("YAML").remove(0);
    let resources = template["Resources"].as_hash().expect("resources");
    let found = resources
        .values()
        .find(|resource| resource["Metadata"]["BuildProperties"]["Binary"].as_str() == Some(function))
        .unwrap_or_else(|| panic!("the template has no function {function}"));
    let policies = found["Properties"]["Policies"].as_vec().expect("policies");
    let statements = policies.iter().flat_map(|policy| policy["Statement"].as_vec().expect("statements"));
    statements.flat_map(of_statement).collect()
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
        // SES signs as `ses`; its actions are named alike.
        self.action == action && fits
    }
}
