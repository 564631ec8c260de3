//! What a direct visitor's purchase comes to (R9, R11, R13, R16, R18, R27), and the report of what went past (R11).

use jiff::{SignedDuration, Timestamp};
use procurement::account::{Account, AccountState, Organisation};
use procurement::agreement::Origin;
use procurement::catalogue::{Choice, Listing, parse_lines};
use procurement::configuration::{Caller, MAX_ORDER_NUMBER, OrganisationSettings, Permissions, Standing};
use procurement::connection::{Connection, DirectVisit, Identity, Mode, ProcurementSystem};
use procurement::direct::{self, DirectWish, NotBought, Waiting, Wanted, buy, bypass, course, take_up, wait};
use procurement::id::{AgreementId, ConnectionId, RequisitionId};
use procurement::job::Job;
use procurement::requisition::Status;
use procurement::session::{Session, SessionState};
use procurement::shopping::{Subscribed, Wish};
use uuid::Uuid;

const SAMPLE: &str = include_str!("../../../cli/sample/catalogue.jsonl");

fn now() -> Timestamp {
    "2026-11-21T12:00:00Z".parse().expect("a time")
}

fn organisation() -> Organisation {
    let management_account = "111122223333".parse().expect("an account");
    Organisation { management_account, name: "Acme".into(), standalone: false }
}

fn visit() -> Session {
    let caller = Caller {
        account: account().id,
        arn: "arn:aws:iam::111122220001:user/Ada".into(),
        permissions: Permissions { put: false, describe: false },
        standing: Standing::Member(organisation()),
        operator: false,
    };
    let store = "https://market.example".parse().expect("a URL");
    let session = direct::visit(&caller, &store, now()).expect("a session");
    Session { state: SessionState::Shopping, ..session }
}

fn own() -> Connection {
    let supplier = Identity::new("NetworkId", "PUNCHGATE").expect("an identity");
    direct::own_connection(&visit().direct.expect("a visitor"), &supplier, now())
}

fn coupa(redirects: bool) -> Connection {
    let mut connection = Connection { id: ConnectionId::new(Uuid::from_u128(77)), ..own() };
    connection.settings.redirect = redirects;
    connection.settings.approval_url =
        Some("https://acme.coupahost.com/requisitions".parse().expect("a URL"));
    connection
}

fn ariba() -> Connection {
    Connection { system: ProcurementSystem::SapAriba, ..coupa(false) }
}

fn account() -> Account {
    let id = "111122220001".parse().expect("an account");
    Account {
        id,
        name: "Research".into(),
        email: "research@acme.example".into(),
        state: AccountState::Active,
    }
}

fn listing(product: &str) -> Listing {
    let (listings, _) = parse_lines(SAMPLE, now());
    listings.into_iter().find(|one| one.product.id.as_str() == product).expect("in the sample")
}

fn lumen_logs() -> Choice {
    Choice { months: Some(12), quantities: [("seats".to_owned(), 2)].into(), estimate: None }
}

fn managing() -> OrganisationSettings {
    OrganisationSettings { purchase_order_management: true, ..OrganisationSettings::of(organisation()) }
}

fn wish<'a>(
    connection: &'a Connection,
    session: &'a Session,
    listing: &'a Listing,
    account: &'a Account,
    choice: Choice,
) -> Wish<'a> {
    let (offer, id) = (&listing.offers[0].id, RequisitionId::new(Uuid::from_u128(5)));
    Wish {
        connection,
        session,
        cart: &[],
        listing,
        offer,
        choice,
        account,
        approved: None,
        id,
        replaces: None,
    }
}

fn bought(
    connections: &[Connection],
    settings: &OrganisationSettings,
    product: &str,
    choice: Choice,
    order_number: &str,
) -> Result<Subscribed, NotBought> {
    let (own, session, account, listing) = (own(), visit(), account(), listing(product));
    let wish = wish(&own, &session, &listing, &account, choice);
    let wish = DirectWish { wish, connections, organisation: settings, order_number };
    buy(wish, AgreementId::new(Uuid::from_u128(9)), now())
}

fn plainly(connections: &[Connection], product: &str, choice: Choice) -> Result<Subscribed, NotBought> {
    bought(connections, &OrganisationSettings::of(organisation()), product, choice, "")
}

#[test]
fn without_a_connection_or_with_one_that_does_not_redirect_the_account_subscribes_natively() {
    for connections in [vec![], vec![coupa(false)], vec![Connection { enabled: false, ..coupa(true) }]] {
        let subscribed = plainly(&connections, "prod-lumen-logs", lumen_logs()).expect("bought");
        let (agreement, jobs) = subscribed.agreement.expect("an agreement");
        assert_eq!((agreement.origin, agreement.account), (Origin::Direct, account().id));
        assert_eq!(agreement.end.map(|day| day.to_string()).as_deref(), Some("2027-11-20"));
        assert!(agreement.schedule.is_empty(), "no invoice goes to anybody's procurement system");
        assert_eq!(kinds(&jobs), ["mail", "event"]);
        assert!(matches!(subscribed.requisition.status, Status::Subscribed { .. }));
    }
}

#[test]
fn where_purchases_need_an_approval_none_is_made_directly() {
    for (connections, system) in [
        (vec![coupa(true)], ProcurementSystem::Coupa),
        (vec![Connection { mode: Mode::Test, ..coupa(true) }], ProcurementSystem::Coupa),
        (vec![ariba()], ProcurementSystem::SapAriba),
    ] {
        let refused = plainly(&connections, "prod-lumen-logs", lumen_logs());
        assert_eq!(refused.map(|_| ()), Err(NotBought::NeedsApproval(system)));
    }
}

#[test]
fn what_is_approved_beforehand_is_had_at_once_also_where_the_rest_is_redirected() {
    let mut connection = coupa(true);
    connection.settings.automatic_approval.free = true;
    let free = listing("prod-lumen-agent").offers[0].pricing.clone();
    let paid = listing("prod-lumen-logs").offers[0].pricing.clone();
    assert_eq!(course(std::slice::from_ref(&connection), &free), DirectVisit::Native);
    let redirected = |course: DirectVisit<'_>| matches!(course, DirectVisit::Redirected { .. });
    assert!(redirected(course(std::slice::from_ref(&connection), &paid)));
    connection.mode = Mode::Test;
    assert!(redirected(course(&[connection], &free)), "a trial is tried to its end (R9)");
}

#[test]
fn under_purchase_order_management_the_number_that_was_typed_is_kept_for_saas_contracts() {
    let number = |product, choice, typed: &str| {
        let subscribed = bought(&[], &managing(), product, choice, typed);
        subscribed.map(|subscribed| subscribed.agreement.expect("an agreement").0.order.order_id)
    };
    assert_eq!(number("prod-lumen-logs", lumen_logs(), " PO 4711 "), Ok("PO 4711".to_owned()));
    assert_eq!(number("prod-lumen-logs", lumen_logs(), ""), Ok(String::new()));
    assert_eq!(
        number("prod-lumen-logs", lumen_logs(), &"4".repeat(MAX_ORDER_NUMBER)).map(|it| it.len()),
        Ok(200)
    );
    let too_long = number("prod-lumen-logs", lumen_logs(), &"4".repeat(MAX_ORDER_NUMBER + 1));
    assert!(matches!(too_long, Err(NotBought::OrderNumber(_))), "{too_long:?}");
    assert_eq!(
        number("prod-lumen-agent", Choice::default(), "PO 4711"),
        Ok(String::new()),
        "free: no number"
    );
    let off = bought(&[], &OrganisationSettings::of(organisation()), "prod-lumen-logs", lumen_logs(), "PO 1");
    assert_eq!(off.expect("bought").agreement.expect("an agreement").0.order.order_id, "");
}

#[test]
fn what_no_procurement_system_carries_is_for_sale_natively_and_usage_has_no_amount() {
    let contract = listing("prod-kitefell-mesh");
    let quantities = match &contract.offers[0].pricing {
        procurement::catalogue::Pricing::Contract { dimensions, .. } => {
            [(dimensions[0].key.clone(), 1)].into()
        }
        other => panic!("a contract: {other:?}"),
    };
    let months = contract.offers[0].pricing.contract_lengths().first().copied();
    let choice = Choice { months, quantities, estimate: None };
    assert!(plainly(&[], "prod-kitefell-mesh", choice).is_ok());
    let usage = plainly(&[], "prod-lumen-metrics", Choice::default()).expect("bought");
    let (agreement, jobs) = usage.agreement.expect("an agreement");
    assert_eq!(agreement.quote.total.to_string(), "0.00 USD");
    assert_eq!(kinds(&jobs), ["mail", "event", "statement"]);
}

/// What a job's id begins with says what it is for.
fn kinds(jobs: &[Job]) -> Vec<&str> {
    jobs.iter().filter_map(|job| job.id.split('-').next()).collect()
}

fn waiting(connection: &Connection) -> Waiting {
    let (session, account, listing) = (visit(), account(), listing("prod-lumen-logs"));
    wait(wish(connection, &session, &listing, &account, lumen_logs()), now()).expect("it waits")
}

#[test]
fn what_was_chosen_directly_is_in_the_cart_of_the_persons_next_punch_out_once() {
    let connection = coupa(true);
    let waiting = waiting(&connection);
    assert_eq!(waiting.person, "Ada");
    let punch_out = Session { connection: connection.id, direct: None, ..visit() };
    let names = direct::persons(&punch_out.requester);
    assert!(names.contains(&waiting.person.to_lowercase()), "{names:?}");
    let (listing, account) = (listing("prod-lumen-logs"), account());
    let wanted = [Wanted { waiting: &waiting, listing: &listing, account: &account }];
    let taken = take_up(&connection, &punch_out, &wanted, None, now());
    assert_eq!(taken.session.cart, [waiting.id]);
    assert_eq!(taken.session.version, punch_out.version, "the caller writes it as one change");
    let item = &taken.requisitions[0];
    assert_eq!((item.status.clone(), item.quote.total.to_string()), (Status::InCart, waiting_price()));
    assert!(item.timeline.iter().any(|entry| entry.text.contains("waited for this punch-out")));

    let mut withdrawn = listing.clone();
    withdrawn.product.withdrawn = true;
    let wanted = [Wanted { waiting: &waiting, listing: &withdrawn, account: &account }];
    let none = take_up(&connection, &punch_out, &wanted, None, now());
    assert!(none.requisitions.is_empty() && none.session == punch_out);
}

fn waiting_price() -> String {
    let subscribed = plainly(&[], "prod-lumen-logs", lumen_logs()).expect("bought");
    subscribed.requisition.quote.total.to_string()
}

#[test]
fn the_report_lists_what_went_past_newest_first_and_no_cell_is_a_formula() {
    let (native, _) = plainly(&[], "prod-lumen-logs", lumen_logs()).expect("bought").agreement.expect("one");
    let elsewhere = bypass::PurchaseElsewhere {
        organisation: organisation().management_account,
        account: account().id,
        console: "EC2".into(),
        reference: "ami-1".into(),
        by: "=cmd()".into(),
        product: "Hardened Linux".into(),
        amount: None,
        at: now() + SignedDuration::from_hours(1),
        recorded: now() + SignedDuration::from_hours(2),
    };
    assert!(bypass::check(&elsewhere).is_ok());
    let lines = bypass::report(&[native], std::slice::from_ref(&elsewhere));
    assert_eq!(lines.iter().map(|line| line.console.as_deref()).collect::<Vec<_>>(), [Some("EC2"), None]);
    let csv = bypass::csv(&lines).expect("a table");
    let rows: Vec<&str> = csv.lines().collect();
    assert_eq!(rows.len(), 3);
    assert!(rows[1].contains("'=cmd(),Hardened Linux,,,EC2,ami-1"), "{csv}");
    assert!(rows[2].contains(",Marketplace,agmt-"), "{csv}");

    for wrong in [
        bypass::PurchaseElsewhere { reference: " ".into(), ..elsewhere.clone() },
        bypass::PurchaseElsewhere { product: "x".repeat(201), ..elsewhere.clone() },
        bypass::PurchaseElsewhere { at: now() + SignedDuration::from_hours(3), ..elsewhere.clone() },
    ] {
        assert!(bypass::check(&wrong).is_err(), "{wrong:?}");
    }
}
