//! The console, as a browser sees it.

mod entrance;
mod languages;
mod removal;
mod setting_up;
mod settings;
mod who_may;
mod world;
