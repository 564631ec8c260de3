//! The sample catalogue (`cli/sample/catalogue.jsonl`): it is right at any time, and it shows every case.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use iso_currency::Currency;
use jiff::civil::{Date, date};
use jiff::{Span, Timestamp};
use procurement::account::AccountId;
use procurement::catalogue::{
    Audience, Choice, Due, Listing, NotEligible, Offer, Pricing, ProductType, eligibility, parse_lines, quote,
};
use procurement::money::Money;

const SAMPLE: &str = include_str!("../../../cli/sample/catalogue.jsonl");
const DOCUMENTATION: &str = include_str!("../../../docs/catalogue.md");
const NOW: &str = "2026-11-21T12:00:00Z";
const COUPA_CUSTOMER: &str = "111122223333";
const ARIBA_CUSTOMER: &str = "444455556666";

fn moment(text: &str) -> Timestamp {
    text.parse().expect("a moment")
}

fn account(text: &str) -> AccountId {
    text.parse().expect("an account")
}

fn money(text: &str, currency: Currency) -> Money {
    Money::new(text.parse().expect("a decimal"), currency)
}

fn sample() -> Vec<Listing> {
    let (listings, faults) = parse_lines(SAMPLE, moment(NOW));
    assert_eq!(faults, []);
    listings
}

fn listing(id: &str) -> Listing {
    sample().into_iter().find(|listing| listing.product.id.as_str() == id).expect("in the sample")
}

fn offers() -> Vec<Offer> {
    sample().into_iter().flat_map(|listing| listing.offers).collect()
}

fn offer(id: &str) -> Offer {
    offers().into_iter().find(|offer| offer.id.as_str() == id).expect("in the sample")
}

fn pairs() -> Vec<(Listing, Offer)> {
    sample()
        .into_iter()
        .flat_map(|one| one.offers.clone().into_iter().map(move |offer| (one.clone(), offer)))
        .collect()
}

fn instalments(id: &str) -> Vec<String> {
    let Pricing::FlexiblePaymentSchedule { instalments, .. } = offer(id).pricing else {
        panic!("{id} is no FPS")
    };
    instalments.iter().map(|part| part.amount.to_string()).collect()
}

/// One of everything in the offer, for so many months.
fn one_of_each(pricing: &Pricing, months: Option<u16>) -> Choice {
    let quantities = match pricing {
        Pricing::Contract { dimensions, .. } => dimensions.iter().map(|one| (one.key.clone(), 1)).collect(),
        _ => BTreeMap::new(),
    };
    let estimate = matches!(pricing, Pricing::PayAsYouGo { .. }).then(|| 5000.into());
    Choice { months, quantities, estimate }
}

fn blanket() -> Money {
    money("10000.00", Currency::USD)
}

#[test]
fn every_line_is_right_at_any_time() {
    for now in ["1999-12-31T23:59:59Z", NOW, "2028-02-29T00:00:00Z", "2199-01-01T00:00:00Z"] {
        let (listings, faults) = parse_lines(SAMPLE, moment(now));
        assert_eq!(faults, [], "at {now}");
        assert_eq!(listings.len(), sample().len(), "at {now}");
    }
}

#[test]
fn there_are_enough_listings_and_sellers_to_search() {
    let listings = sample();
    let sellers: HashSet<_> = listings.iter().map(|one| one.product.seller.id.clone()).collect();
    assert!(listings.len() >= 66, "{} listings", listings.len());
    assert!(sellers.len() >= 21, "{} sellers", sellers.len());
}

#[test]
fn ids_are_unique_and_a_seller_has_one_name() {
    let (mut products, mut known, mut sellers) = (HashSet::new(), HashSet::new(), BTreeMap::new());
    for listing in sample() {
        assert!(products.insert(listing.product.id.clone()), "{}", listing.product.id);
        let seller = listing.product.seller;
        assert_eq!(*sellers.entry(seller.id).or_insert(seller.name.clone()), seller.name);
        for offer in listing.offers {
            assert!(known.insert(offer.id.clone()), "{}", offer.id);
            assert_eq!(offer.product, listing.product.id);
        }
    }
}

#[test]
fn texts_say_enough_and_links_lead_to_invented_places() {
    for Listing { product, offers } in sample() {
        let id = &product.id;
        let paragraphs = product.description.split("\n\n").count();
        assert!((2..=3).contains(&paragraphs), "{id} has {paragraphs} paragraphs");
        assert!(
            product.summary.ends_with('.') && product.summary.chars().count() <= 100,
            "{id}: its summary"
        );
        assert!(product.support.is_some_and(|line| line.contains(".example")), "{id}: its support");
        assert_eq!(product.setup_url.scheme(), "https", "{id}");
        assert!(product.setup_url.host_str().is_some_and(|host| host.ends_with(".example")), "{id}");
        assert!(!offers.is_empty(), "{id} has no offer");
    }
}

#[test]
fn every_product_type_is_there_under_every_pricing_that_requesters_meet() {
    use ProductType::{Ami, Container, MachineLearning, ProfessionalServices, Saas, WafRules};
    let present: BTreeSet<_> =
        pairs().iter().map(|(one, offer)| (one.product.product_type, offer.pricing.key())).collect();
    let of = |product_type, models: &[&'static str]| {
        models.iter().map(|model| (product_type, *model)).collect::<Vec<_>>()
    };
    let wanted = [
        of(Saas, &["contract", "flexible_payment_schedule", "pay_as_you_go", "free", "byol", "free_trial"]),
        of(Ami, &["contract", "flexible_payment_schedule", "pay_as_you_go", "free", "byol"]),
        of(Container, &["contract", "flexible_payment_schedule", "pay_as_you_go", "free", "byol"]),
        of(MachineLearning, &["pay_as_you_go", "free"]),
        of(WafRules, &["pay_as_you_go"]),
        of(ProfessionalServices, &["contract", "flexible_payment_schedule"]),
    ];
    for case in wanted.iter().flatten() {
        assert!(present.contains(case), "{case:?} is missing");
    }
}

#[test]
fn every_reason_to_refuse_is_there_and_both_customers_can_buy_most() {
    for customer in [COUPA_CUSTOMER, ARIBA_CUSTOMER] {
        let decisions: Vec<_> = pairs()
            .iter()
            .map(|(one, offer)| eligibility(&one.product, offer, &[account(customer)], moment(NOW)))
            .collect();
        let bought = decisions.iter().filter(|decision| decision.is_ok()).count();
        assert!(bought * 3 > decisions.len() * 2, "{customer} can buy {bought} of {}", decisions.len());
        for reason in [
            NotEligible::Withdrawn,
            NotEligible::ProfessionalServices,
            NotEligible::AmiContract,
            NotEligible::ContainerContract,
            NotEligible::ProductType(ProductType::MachineLearning),
            NotEligible::ProductType(ProductType::WafRules),
            NotEligible::Replaced,
            NotEligible::NotForYou,
        ] {
            assert!(decisions.contains(&Err(reason)), "{customer}: {reason:?} is missing");
        }
    }
}

#[test]
fn an_expired_private_offer_is_refused_to_the_one_it_was_made_to() {
    let (listing, offer) = (listing("prod-thornwatch"), offer("offer-thornwatch-09d2"));
    let decision = eligibility(&listing.product, &offer, &[account(COUPA_CUSTOMER)], moment(NOW));
    assert_eq!(decision, Err(NotEligible::Expired));
}

#[test]
fn a_private_offer_about_to_expire_holds_for_two_days_after_the_import() {
    let (listing, offer) = (listing("prod-fernhollow-backup"), offer("offer-fernhollow-backup-4d66"));
    let decide = |now| eligibility(&listing.product, &offer, &[account(ARIBA_CUSTOMER)], now);
    let end = moment(NOW) + Span::new().hours(48);
    assert_eq!(offer.expires, Some(end));
    assert_eq!(decide(end - Span::new().seconds(1)), Ok(()));
    assert_eq!(decide(end), Err(NotEligible::Expired));
}

#[test]
fn a_replaced_offer_names_an_offer_of_the_same_product_that_holds() {
    let mut replaced = 0;
    for listing in sample() {
        for successor in listing.offers.iter().filter_map(|offer| offer.replaced_by.as_ref()) {
            let named =
                listing.offers.iter().find(|offer| offer.id == *successor).expect("in the same listing");
            assert_eq!(named.replaced_by, None, "{successor}");
            replaced += 1;
        }
    }
    assert!(replaced > 0);
}

#[test]
fn every_currency_is_there_for_contracts_instalments_and_usage() {
    let present: HashSet<_> =
        offers().iter().map(|offer| (offer.pricing.key(), offer.pricing.currency())).collect();
    for currency in [Currency::USD, Currency::EUR, Currency::GBP, Currency::JPY] {
        for model in ["contract", "flexible_payment_schedule", "pay_as_you_go"] {
            assert!(present.contains(&(model, currency)), "{model} in {currency} is missing");
        }
    }
}

#[test]
fn instalments_that_do_not_divide_evenly_add_up_to_the_contract_value() {
    for (id, parts, total, currency) in [
        ("offer-tally-ledger-5a02", vec!["3333.33", "3333.33", "3333.34"], "10000.00", Currency::USD),
        ("offer-kazemichi-lake-19f4", vec!["333333", "333333", "333334"], "1000000", Currency::JPY),
        (
            "offer-orrery-warehouse-c240",
            vec!["3571.42", "3571.43", "3571.43", "3571.43", "3571.43", "3571.43", "3571.43"],
            "25000.00",
            Currency::EUR,
        ),
        (
            "offer-inkferry-archive-7741",
            vec!["7999.98", "7999.98", "7999.98", "7999.98", "7999.99", "7999.99"],
            "47999.90",
            Currency::GBP,
        ),
    ] {
        assert_eq!(instalments(id), parts, "{id}");
        let whole = quote(&offer(id).pricing, &Choice::default(), blanket()).expect("a price").total;
        assert_eq!(whole.to_string(), money(total, currency).to_string(), "{id}");
    }
}

#[test]
fn a_schedule_is_the_contract_value_whenever_it_begins() {
    for offer in
        offers().iter().filter(|offer| matches!(offer.pricing, Pricing::FlexiblePaymentSchedule { .. }))
    {
        let total = quote(&offer.pricing, &Choice::default(), blanket()).expect("a price").total;
        for start in [date(2026, 11, 21), date(2027, 8, 31), date(2040, 2, 29)] {
            let schedule = offer.pricing.schedule(total, start);
            assert!(schedule.iter().all(|(due, part)| *due >= start && part.is_payable()), "{}", offer.id);
            assert_eq!(Money::sum(schedule.into_iter().map(|(_, part)| part)), Ok(total), "{}", offer.id);
        }
    }
}

#[test]
fn instalments_fall_due_after_months_and_on_dates() {
    let due = |id: &str, start: Date| {
        let pricing = offer(id).pricing;
        pricing
            .schedule(Money::zero(pricing.currency()), start)
            .into_iter()
            .map(|(date, _)| date)
            .collect::<Vec<_>>()
    };
    let start = date(2026, 11, 30);
    assert_eq!(due("offer-tally-ledger-5a02", start), [start, date(2026, 12, 30), date(2027, 1, 30)]);
    let quarters = [date(2027, 1, 1), date(2027, 4, 1), date(2027, 7, 1)];
    assert_eq!(due("offer-tallowmere-duty-e330", start), quarters);
    let Pricing::FlexiblePaymentSchedule { instalments, .. } = offer("offer-tallowmere-duty-b7d1").pricing
    else {
        panic!("no FPS")
    };
    assert!(instalments.iter().any(|part| matches!(part.due, Due::AfterMonths(_))));
    assert!(instalments.iter().any(|part| matches!(part.due, Due::On(_))));
}

#[test]
fn every_offer_can_be_priced_for_every_length_it_is_sold_for() {
    for offer in offers() {
        let lengths = offer.pricing.contract_lengths();
        let choices = if lengths.is_empty() { vec![None] } else { lengths.into_iter().map(Some).collect() };
        for months in choices {
            let priced = quote(&offer.pricing, &one_of_each(&offer.pricing, months), blanket());
            assert!(priced.is_ok_and(|it| it.total.is_payable()), "{} for {months:?} months", offer.id);
        }
    }
}

#[test]
fn a_contract_at_zero_is_paid_and_not_free() {
    for id in ["offer-tallowmere-close-first-year", "offer-kiteflow-a513"] {
        let pricing = offer(id).pricing;
        let total = quote(&pricing, &one_of_each(&pricing, Some(12)), blanket()).expect("a price").total;
        assert!(total.amount.is_zero() && !pricing.is_free_or_byol(), "{id}");
    }
}

#[test]
fn private_offers_are_made_to_each_organisation_and_to_strangers() {
    let mut chosen = BTreeSet::new();
    for offer in offers() {
        if let Audience::Private(accounts) = offer.audience {
            assert!(!accounts.is_empty(), "{} is for nobody", offer.id);
            chosen.extend(accounts);
        }
    }
    let wanted = [COUPA_CUSTOMER, ARIBA_CUSTOMER, "999988887777"].map(account);
    assert_eq!(chosen, BTreeSet::from(wanted));
}

#[test]
fn the_products_that_a_demonstration_names_are_there() {
    let logs = listing("prod-lumen-logs");
    assert_eq!((logs.product.name.as_str(), logs.product.seller.id.as_str()), ("Lumen Logs", "seller-lumen"));
    assert_eq!(logs.offers[0].pricing.contract_lengths(), [12, 24, 36]);
    let Pricing::Contract { currency: Currency::USD, dimensions } = &logs.offers[0].pricing else {
        panic!("a contract in US dollars")
    };
    assert_eq!(dimensions.len(), 2);
    assert_eq!(listing("prod-harbor-scan").offers[0].pricing.key(), "pay_as_you_go");
    assert_eq!(listing("prod-quiet-vault").offers[0].pricing.currency(), Currency::EUR);
    let ledger = offer("offer-tally-ledger-5a02");
    assert!([COUPA_CUSTOMER, ARIBA_CUSTOMER].iter().all(|customer| ledger.is_for(&[account(customer)])));
    assert!(ledger.is_private());
}

#[test]
fn dimensions_have_names_that_forms_can_carry() {
    for offer in offers() {
        let Pricing::Contract { dimensions, .. } = offer.pricing else { continue };
        let keys: HashSet<_> = dimensions.iter().map(|dimension| dimension.key.clone()).collect();
        assert_eq!(keys.len(), dimensions.len(), "{}", offer.id);
        let is_name =
            |key: &String| key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        assert!(keys.iter().all(is_name), "{}", offer.id);
    }
}

#[test]
fn every_example_in_the_documentation_is_read() {
    let mut models = BTreeSet::new();
    for block in DOCUMENTATION.split("```json\n").skip(1) {
        let example = block.split("```").next().expect("the end of the example");
        let mut line: serde_json::Value = serde_json::from_str(example).expect("JSON");
        if line.get("product").is_none() {
            let product = serde_json::to_value(listing("prod-lumen-logs").product).expect("JSON");
            line = serde_json::json!({ "product": product, "offers": [line] });
        }
        let (listings, faults) = parse_lines(&line.to_string(), moment(NOW));
        assert_eq!(faults, [], "{example}");
        models.extend(listings.iter().flat_map(|one| &one.offers).map(|offer| offer.pricing.key()));
    }
    assert_eq!(models.len(), 6, "an example of each pricing model: {models:?}");
}

#[test]
fn what_is_written_as_a_line_is_the_same_listing_when_it_is_read_again() {
    let listings = sample();
    let lines: Vec<String> = listings.iter().map(|listing| listing.to_line().expect("a line")).collect();
    assert_eq!(parse_lines(&lines.join("\n"), moment(NOW)), (listings, Vec::new()));
}
