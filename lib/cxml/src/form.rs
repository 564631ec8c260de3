//! The form that carries the cart (R28).
