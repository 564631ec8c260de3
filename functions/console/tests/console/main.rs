//! The console, as a browser sees it.

mod entrance;
mod languages;
mod setting_up;
mod who_may;
mod world;
