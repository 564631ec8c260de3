//! Dates, lengths and counts in words.

use jiff::Timestamp;
use jiff::civil::Date;

/// `21 November 2026`
pub fn day(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// `21 November 2026, 14:05 UTC`
pub fn moment(at: Timestamp) -> String {
    at.strftime("%-d %B %Y, %H:%M UTC").to_string()
}

/// `12 months`
pub fn months(count: u16) -> String {
    if count == 1 { "1 month".to_owned() } else { format!("{count} months") }
}

/// A part of the schedule that is not due yet.
pub const NOT_INVOICED: &str = "Not invoiced yet";
/// An invoice that was made; where it is is the administrators' matter.
pub const INVOICED: &str = "Invoiced";
/// An invoice that a person has to look at (R48).
pub const INVOICE_PARKED: &str = "Held back; your administrator can see why";
/// An invoice that counts no more.
pub const INVOICE_CANCELLED: &str = "Cancelled";

/// An invoice that arrived.
pub fn invoice_delivered(system: &str, at: Timestamp) -> String {
    format!("Delivered to {system} on {}", at.strftime("%-d %B %Y"))
}

/// An item of a former cart that cannot be sent once more.
pub fn closed(status: &str) -> String {
    format!("This cannot be sent again: it is {}. Take it out of the cart.", status.to_lowercase())
}
