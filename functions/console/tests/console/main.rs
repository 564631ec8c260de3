//! The console, as a browser sees it.

mod entrance;
mod languages;
mod purchases;
mod removal;
mod setting_up;
mod settings;
mod timeline;
mod who_may;
mod world;
