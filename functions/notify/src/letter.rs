//! A mail as it is written: the texts of a language with values put in.

use askama::Template;
use procurement::agreement::{Agreement, Origin};
use procurement::catalogue::Pricing;
use procurement::mail::{Kind, Language};
use procurement::reason::{self, Telling};
use procurement::requisition::Requisition;

use crate::compose::Letter;
use crate::texts::{self, Texts};

/// What a mail is about; what does not belong to its kind is left empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct About {
    pub(crate) name: String,
    pub(crate) product: String,
    pub(crate) seller: String,
    pub(crate) account: String,
    pub(crate) order: String,
    pub(crate) line: Option<u32>,
    pub(crate) details: String,
    pub(crate) price: String,
    pub(crate) date: String,
    pub(crate) until: Option<String>,
    pub(crate) subscription: Option<String>,
    pub(crate) request: Option<String>,
    pub(crate) connection: String,
    pub(crate) count: usize,
    pub(crate) reason: Option<Telling>,
    pub(crate) link: Option<String>,
    pub(crate) used: String,
    pub(crate) statement: Option<String>,
    pub(crate) test: bool,
}

#[derive(Debug)]
struct Written {
    language: &'static str,
    from: String,
    title: String,
    greeting: String,
    intro: String,
    test: Option<&'static str>,
    reason: Option<(&'static str, Telling)>,
    action: Option<(&'static str, String)>,
    close: &'static str,
    facts: Vec<(&'static str, String)>,
    machine: &'static str,
}

#[derive(Template)]
#[template(path = "letter.txt", escape = "none")]
struct Text<'a> {
    letter: &'a Written,
}

#[derive(Template)]
#[template(path = "letter.html")]
struct Html<'a> {
    letter: &'a Written,
}

/// Writes a mail of this kind.
pub(crate) fn write(kind: Kind, language: Language, from: &str, about: &About) -> askama::Result<Letter> {
    let texts = texts::of(language);
    let words = texts.words(kind);
    let letter = Written {
        language: language.tag(),
        from: from.to_owned(),
        title: about.put_into(words.title),
        greeting: about.put_into(texts.greeting),
        intro: capital(&about.put_into(words.intro), kind),
        test: about.test.then_some(texts.test),
        reason: about.reason.clone().map(|reason| (texts.reason, reason)),
        action: about.link.clone().filter(|_| !words.action.is_empty()).map(|link| (words.action, link)),
        close: words.close,
        facts: about.facts(texts),
        machine: texts.machine,
    };
    Ok(Letter {
        subject: about.put_into(words.subject),
        text: Text { letter: &letter }.render()?,
        html: Html { letter: &letter }.render()?,
    })
}

/// Mail to nobody in particular has no greeting that its first sentence would go on from.
fn capital(text: &str, kind: Kind) -> String {
    if !matches!(kind, Kind::TestMode | Kind::Failing) {
        return text.to_owned();
    }
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

// === impl About ===

impl About {
    /// A subscription.
    pub(crate) fn agreement(agreement: &Agreement) -> Self {
        let language = Language::of(agreement.requester.language.as_deref());
        let instalments = agreement.schedule.len();
        Self {
            name: agreement.requester.name.clone(),
            product: agreement.product.name.clone(),
            seller: agreement.product.seller.clone(),
            account: agreement.account.to_string(),
            order: agreement.order.order_id.clone(),
            line: (agreement.origin == Origin::Ordered).then_some(agreement.order.line),
            details: reason::details(&agreement.pricing, &agreement.quote, instalments, language),
            price: language.figures(&agreement.quote.total.grouped()),
            until: agreement.end.map(|end| end.to_string()),
            subscription: Some(agreement.id.to_string()),
            link: Some(agreement.product.setup_url.to_string()),
            ..Self::default()
        }
    }

    /// A request, and the offer as it was requested.
    pub(crate) fn requisition(requisition: &Requisition, link: String) -> Self {
        let language = Language::of(requisition.requester.language.as_deref());
        let (pricing, quote) = (&requisition.offer.pricing, &requisition.quote);
        let instalments = match pricing {
            Pricing::FlexiblePaymentSchedule { instalments, .. } => instalments.len(),
            _ => 0,
        };
        Self {
            name: requisition.requester.name.clone(),
            product: requisition.product.name.clone(),
            seller: requisition.product.seller.clone(),
            account: requisition.account.to_string(),
            details: reason::details(pricing.key(), quote, instalments, language),
            price: language.figures(&quote.total.grouped()),
            request: Some(requisition.id.to_string()),
            link: Some(link),
            test: requisition.is_test(),
            ..Self::default()
        }
    }

    fn put_into(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 64);
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (hole, after) = after.split_once('}').unwrap_or((after, ""));
            out.push_str(before);
            out.push_str(&self.value(hole));
            rest = after;
        }
        out.push_str(rest);
        out
    }

    fn value(&self, hole: &str) -> String {
        match hole {
            "name" => self.name.clone(),
            "product" => self.product.clone(),
            "seller" => self.seller.clone(),
            "account" => self.account.clone(),
            "order" => self.order.clone(),
            "price" => self.price.clone(),
            "date" => self.date.clone(),
            "used" => self.used.clone(),
            "connection" => self.connection.clone(),
            "count" => self.count.to_string(),
            _ => String::new(),
        }
    }

    fn facts(&self, texts: &Texts) -> Vec<(&'static str, String)> {
        let labels = &texts.labels;
        let order = match self.line {
            Some(line) => format!("{}, {} {line}", self.order, labels.line),
            None => self.order.clone(),
        };
        let named = |product: &str, seller: &str| match seller.is_empty() {
            true => product.to_owned(),
            false => format!("{product} – {seller}"),
        };
        let facts = [
            (labels.statement, self.statement.clone().unwrap_or_default()),
            (labels.order, order),
            (labels.product, named(&self.product, &self.seller)),
            (labels.details, self.details.clone()),
            (labels.price, self.price.clone()),
            (labels.until, self.until.clone().unwrap_or_default()),
            (labels.subscription, self.subscription.clone().unwrap_or_default()),
            (labels.request, self.request.clone().unwrap_or_default()),
            (labels.connection, self.connection.clone()),
        ];
        facts.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }
}
