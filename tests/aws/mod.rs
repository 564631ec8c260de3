//! The marketplace as AWS runs it: the functions' own binaries under Lambda's Runtime Interface Emulator, over AWS's
//! DynamoDB Local, with KMS and mail at moto's server. Each test says which tool it misses, if it misses one.

mod connected;
mod cost;
mod emulated;
mod gateway;
mod logs;
mod measures;
mod permissions;
mod process;
mod purchase;
mod recorder;
mod replay;
mod services;
mod stream;
mod template;
mod tools;
