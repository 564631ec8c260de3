//! Which procurement system is played, and what the two do differently on the wire.

use std::fmt;

/// The procurement system that is simulated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum System {
    /// Coupa: speaks to the supplier directly, takes cXML invoices.
    Coupa,
    /// SAP Ariba: speaks through the business network, takes no invoices from the marketplace.
    Ariba,
}

impl System {
    /// The name as people say it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Coupa => "Coupa",
            Self::Ariba => "SAP Ariba",
        }
    }

    /// A short word for file names and style sheets.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Coupa => "coupa",
            Self::Ariba => "ariba",
        }
    }

    /// Where the browser brings the cart back to (the path of BrowserFormPost).
    #[must_use]
    pub fn checkout_path(self) -> &'static str {
        match self {
            Self::Coupa => "/punchout/checkout",
            Self::Ariba => "/Buyer/punchout/return",
        }
    }

    /// How often an order is sent again, hourly, after a temporary failure (R38): five times by Coupa,
    /// ten times by the business network (cXML Reference Guide, "Retry").
    #[must_use]
    pub fn repeats(self) -> u32 {
        match self {
            Self::Coupa => 5,
            Self::Ariba => 10,
        }
    }

    /// The UserAgent in Sender.
    #[must_use]
    pub fn user_agent(self) -> &'static str {
        match self {
            Self::Coupa => "Coupa Procurement 1.0",
            Self::Ariba => "SAP Business Network",
        }
    }

    /// The cXML version that the system's own documents name in their DOCTYPE.
    #[must_use]
    pub fn version(self) -> &'static str {
        match self {
            Self::Coupa => "1.2.014",
            Self::Ariba => "1.2.069",
        }
    }
}

impl fmt::Display for System {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
