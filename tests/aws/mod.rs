//! The marketplace as AWS runs it: the functions' own binaries under Lambda's Runtime Interface Emulator, over AWS's
//! DynamoDB Local, with KMS, mail and organisations at moto's server.

mod afterwards;
mod browsed;
mod configured;
mod connected;
mod cost;
mod directly;
mod emulated;
mod events;
mod failures;
mod gateway;
mod logs;
mod measures;
mod organisations;
mod permissions;
mod process;
mod purchase;
mod recorder;
mod replay;
mod services;
mod stream;
mod template;
mod tools;
