//! The console's pages, through the HTTP API's events: every link is followed, and every kind of change is made once.

use std::collections::BTreeSet;

use buyer::Form;
use punchgate::shopper::Page;
use reqwest::header::{COOKIE, HeaderMap, HeaderValue, ORIGIN};
use url::Url;

use crate::aws::configured::{ADMINISTRATOR, Caller, session_cookie};
use crate::aws::connected::Connected;
use crate::aws::services::OPERATOR;

/// More pages than a small organisation has.
const MOST_PAGES: usize = 200;

/// What ends the visit, and what is done by itself.
const APART: [&str; 3] = ["/leave", "/sessions/end", "/remove"];
const FILLED_IN: [(&str, &str); 4] =
    [("reason", "For tests"), ("quantity", "3"), ("id", "by-a-page"), ("last_day", "2027-02-28")];

/// Somebody who is signed in.
struct Visitor {
    client: reqwest::Client,
    base_url: Url,
}

/// What an administrator and the operator do with the pages.
pub async fn browse(world: &Connected) {
    let administrator = Visitor::sign_in(world, ADMINISTRATOR).await;
    let operator = Visitor::sign_in(world, OPERATOR).await;
    let made = make_a_connection(&administrator).await;
    for visitor in [&administrator, &operator] {
        for page in visitor.look_everywhere().await {
            visitor.submit_all(&page).await;
        }
    }
    change_it(&administrator, &made).await;
    change_the_organisation(&administrator).await;
    remove_it(&operator, &made).await;
}

/// Its path.
async fn make_a_connection(administrator: &Visitor) -> String {
    let page = administrator.get("/console/connections/new/coupa").await;
    let form = page.form_to("/new/coupa").expect("a form");
    let made = administrator.submit(form.fill("name", "Third").fill("form_hosts", "third.example")).await;
    assert!(made.says("Third"), "{}", made.html);
    let connections = administrator.get("/console/connections").await;
    let row = connections.html.rsplit_once(">Third<").expect("a row").0.to_owned();
    let path = row.rsplit("href=\"").next().and_then(|rest| rest.split('"').next()).expect("a link");
    path.to_owned()
}

async fn change_it(administrator: &Visitor, path: &str) {
    let page = administrator.get(path).await;
    let saved =
        administrator.submit(page.form_to(path).expect("a form").fill("description", "For tests")).await;
    assert!(saved.says("For tests"), "{}", saved.html);
    let rotated = administrator.submit(saved.form_to("/secret").expect("a form")).await;
    assert_eq!(rotated.status, 200, "{}", rotated.html);
    let page = administrator.get("/console/connections").await;
    for change in ["/disable", "/enable"] {
        let form = administrator.get("/console/connections").await.form_to(&format!("{path}{change}"));
        let changed =
            administrator.submit(form.unwrap_or_else(|error| panic!("{error}: {}", page.html))).await;
        assert_eq!(changed.status, 200, "{}", changed.html);
    }
    let page = administrator.get(&format!("{path}/check")).await;
    let checked = administrator.submit(page.form_to("/check").expect("a form")).await;
    assert_eq!(checked.status, 200, "{}", checked.html);
}

async fn change_the_organisation(administrator: &Visitor) {
    let page = administrator.get("/console/organisation").await;
    let saved = administrator.submit(page.form_to("/organisation").expect("a form")).await;
    assert_eq!(saved.status, 200, "{}", saved.html);
}

async fn remove_it(operator: &Visitor, path: &str) {
    let page = operator.get(&format!("{path}/remove")).await;
    let form = page.form_to("/remove").expect("a form");
    let removed = operator.submit(form.fill("force", "true")).await;
    assert_eq!(removed.status, 200, "{}", removed.html);
    assert_eq!(operator.open(path).await.status, 404);
}

// === impl Visitor ===

impl Visitor {
    async fn sign_in(world: &Connected, account: &str) -> Self {
        let base_url = world.core.marketplace.base_url.clone();
        let cookie = session_cookie(&Caller { function: &world.routes.config, account }).await;
        let origin = base_url.origin().ascii_serialization();
        let header = |text: &str| HeaderValue::from_str(text).expect("a header");
        let headers: HeaderMap = [(COOKIE, header(&cookie)), (ORIGIN, header(&origin))].into_iter().collect();
        let client = reqwest::Client::builder().default_headers(headers).build().expect("a client");
        Self { client, base_url }
    }

    /// Every form of a page as it is, with something in what has to be filled in. It may be refused, as what was ended before
    /// is; it may not fail.
    async fn submit_all(&self, path: &str) {
        let mut actions: Vec<String> =
            self.forms(path).await.iter().map(|form| form.action.path().to_owned()).collect();
        actions.retain(|action| !APART.iter().any(|apart| action.ends_with(apart)));
        // What is ended cannot be changed.
        actions.sort_by_key(|action| action.ends_with("/end"));
        for action in actions {
            let Some(mut form) = self.forms(path).await.into_iter().find(|form| form.action.path() == action)
            else {
                continue;
            };
            for (name, value) in FILLED_IN {
                if form.fields.iter().any(|(field, typed)| field == name && typed.is_empty()) {
                    form = form.fill(name, value);
                }
            }
            let answer = self.submit(form).await;
            assert!(answer.status < 500, "{path} {action}: {}", answer.html);
        }
    }

    async fn forms(&self, path: &str) -> Vec<Form> {
        let page = self.open(path).await;
        let forms = buyer::forms(&page.url, &page.html).expect("forms").into_iter();
        forms.filter(|form| form.method == "post").collect()
    }

    /// From the overview, every page that a link leads to.
    async fn look_everywhere(&self) -> BTreeSet<String> {
        let mut waiting = vec!["/marketplace/eprocurement/overview".to_owned(), "/console".to_owned()];
        let mut seen = BTreeSet::new();
        while let Some(path) = waiting.pop() {
            if seen.contains(&path) {
                continue;
            }
            let page = self.get(&path).await;
            seen.insert(path);
            assert!(seen.len() < MOST_PAGES, "{seen:#?}");
            let links = page.html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
            let own = links.filter(|link| link.starts_with("/console"));
            waiting.extend(own.map(|link| link.replace("&amp;", "&")));
        }
        assert!(seen.len() > 10, "{seen:#?}");
        seen
    }

    async fn get(&self, path: &str) -> Page {
        let page = self.open(path).await;
        assert_eq!(page.status, 200, "{path}: {}", page.html);
        page
    }

    async fn open(&self, path: &str) -> Page {
        let url = self.base_url.join(path).expect("an address");
        Self::page(self.client.get(url)).await
    }

    async fn submit(&self, form: Form) -> Page {
        Self::page(self.client.post(form.action.clone()).form(&form.fields)).await
    }

    async fn page(request: reqwest::RequestBuilder) -> Page {
        let answered = request.send().await.expect("an answer");
        let (url, status) = (answered.url().clone(), answered.status().as_u16());
        Page {
            url,
            status,
            html: String::from_utf8_lossy(&answered.bytes().await.expect("a page")).into_owned(),
        }
    }
}
