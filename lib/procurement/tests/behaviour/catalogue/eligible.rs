//! What may be sent for approval: one function decides, and explains itself (R32).

use procurement::catalogue::{
    Audience, Eligibility, NotEligible, Offer, Pricing, Product, ProductType, eligibility,
};

use crate::example::{
    MANAGEMENT_ACCOUNT, MEMBER_ACCOUNT, account_id, contract, days, every_pricing, now, offer, product,
    product_of,
};

fn decide(product: &Product, offer: &Offer) -> Eligibility {
    eligibility(product, offer, &[account_id(MANAGEMENT_ACCOUNT), account_id(MEMBER_ACCOUNT)], now())
}

/// Contract, instalments, pay as you go, free, own licence, trial.
fn row(product_type: ProductType) -> [Eligibility; 6] {
    every_pricing().map(|pricing| decide(&product_of(product_type), &offer(pricing)))
}

#[test]
fn product_type_and_pricing_decide() {
    use NotEligible::{AmiContract, ContainerContract, ProfessionalServices};
    let ami = Err(AmiContract);
    let container = Err(ContainerContract);
    assert_eq!(row(ProductType::Saas), [Ok(()); 6]);
    assert_eq!(row(ProductType::Ami), [ami, ami, Ok(()), Ok(()), Ok(()), Ok(())]);
    assert_eq!(row(ProductType::Container), [container, container, Ok(()), Ok(()), Ok(()), Ok(())]);
    assert_eq!(row(ProductType::ProfessionalServices), [Err(ProfessionalServices); 6]);
    for other in [ProductType::MachineLearning, ProductType::WafRules] {
        assert_eq!(row(other), [Err(NotEligible::ProductType(other)); 6]);
    }
}

#[test]
fn the_state_of_the_offer_decides_too() {
    let public = offer(contract());
    let expired = Offer { expires: Some(now()), ..public.clone() };
    let ends = Offer { expires: Some(now() + days(1)), ..public.clone() };
    let replaced = Offer { replaced_by: Some("offer-next".parse().expect("an id")), ..public.clone() };
    let private =
        |account| Offer { audience: Audience::Private(vec![account_id(account)]), ..public.clone() };
    assert_eq!(decide(&product(), &expired), Err(NotEligible::Expired));
    assert_eq!(decide(&product(), &ends), Ok(()));
    assert_eq!(decide(&product(), &replaced), Err(NotEligible::Replaced));
    assert_eq!(decide(&product(), &private(MANAGEMENT_ACCOUNT)), Ok(()));
    assert_eq!(decide(&product(), &private(MEMBER_ACCOUNT)), Ok(()));
    assert_eq!(decide(&product(), &private("999988887777")), Err(NotEligible::NotForYou));
}

#[test]
fn a_strangers_private_offer_tells_nothing_of_its_state() {
    let theirs = Offer {
        audience: Audience::Private(vec![account_id("999988887777")]),
        expires: Some(now()),
        ..offer(contract())
    };
    assert_eq!(decide(&product(), &theirs), Err(NotEligible::NotForYou));
}

#[test]
fn a_withdrawn_product_is_sold_under_no_offer() {
    let withdrawn = Product { withdrawn: true, ..product() };
    for pricing in every_pricing() {
        assert_eq!(decide(&withdrawn, &offer(pricing)), Err(NotEligible::Withdrawn));
    }
}

#[test]
fn every_reason_says_what_to_do() {
    for product_type in ProductType::ALL {
        for reason in row(product_type).into_iter().filter_map(Result::err) {
            let text = reason.to_string();
            assert!(["Choose", "Ask", "Agree"].iter().any(|advice| text.contains(advice)), "{text}");
        }
    }
    let label = decide(&product_of(ProductType::WafRules), &offer(Pricing::Free)).expect_err("a reason");
    assert!(label.to_string().starts_with("WAF rules products cannot be bought"));
}
