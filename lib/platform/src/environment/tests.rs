use super::*;

const COMPLETE: [(&str, &str); 10] = [
    ("AWS_REGION", "eu-west-1"),
    ("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"),
    ("AWS_SECRET_ACCESS_KEY", "wJalr"),
    ("TABLE_NAME", "punchgate-dev"),
    ("KEYS_CIPHERTEXT", "AQID"),
    ("MARKETPLACE_NAME", "Market"),
    ("BASE_URL", "https://market.example/"),
    ("MAIL_FROM", "no-reply@market.example"),
    ("SUPPLIER_DOMAIN", "NetworkId"),
    ("SUPPLIER_IDENTITY", "MARKET"),
];

fn complete() -> Variables {
    COMPLETE.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

fn with(name: &str, value: &str) -> Result<Environment, BadEnvironment> {
    let mut variables = complete();
    variables.insert(name.to_owned(), value.to_owned());
    Environment::read(&variables)
}

#[test]
fn a_complete_environment_is_read() {
    let environment = Environment::read(&complete()).expect("complete");
    assert_eq!(environment.table, "punchgate-dev");
    assert_eq!(environment.keys, Ciphertext(vec![1, 2, 3]));
    assert_eq!(environment.marketplace.supplier.value, "MARKET");
    assert_eq!((environment.configuration_set, environment.buyers_role), (None, None));
    assert!(!environment.allow_loopback);
}

#[test]
fn whatever_is_missing_or_empty_is_named() {
    for (name, _) in COMPLETE {
        let mut variables = complete();
        variables.remove(name);
        let missing = Environment::read(&variables).expect_err("refused").to_string();
        assert!(missing.contains(&format!("{name} is missing")), "{missing}");
        let empty = with(name, " ").expect_err("refused").to_string();
        assert!(empty.contains(&format!("{name} is missing")), "{empty}");
    }
}

#[test]
fn an_empty_environment_names_everything_at_once() {
    let message = Environment::read(&Variables::new()).expect_err("refused").to_string();
    for (name, _) in COMPLETE {
        assert!(message.contains(name), "{name} is not in: {message}");
    }
}

#[test]
fn a_wrong_value_is_told_by_name_and_not_repeated() {
    for (name, wrong) in [
        ("KEYS_CIPHERTEXT", "%%secret%%"),
        ("BASE_URL", "not-an-address"),
        ("BASE_URL", "ftp://not-an-address/"),
        ("SUPPLIER_DOMAIN", "Telephone"),
    ] {
        let message = with(name, wrong).expect_err("refused").to_string();
        assert!(message.contains(&format!("{name} is wrong")), "{message}");
        assert!(!message.contains("%%secret%%"), "{message}");
    }
}

#[test]
fn a_role_of_buyers_needs_its_external_id() {
    let message = with("BUYERS_ROLE", "punchgate-accounts").expect_err("refused").to_string();
    assert!(message.contains("BUYERS_EXTERNAL_ID is missing"), "{message}");
}

#[test]
fn the_ciphertext_is_not_shown() {
    let environment = Environment::read(&complete()).expect("complete");
    assert_eq!(format!("{:?}", environment.keys), "Ciphertext");
    assert!(!format!("{environment:?}").contains("wJalr"));
}
