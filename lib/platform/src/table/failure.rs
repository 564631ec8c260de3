//! From the SDK's errors to ours.

use aws_sdk_dynamodb::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::types::CancellationReason;

use super::error::{CommitError, ReadError};

const CONDITION_FAILED: &str = "ConditionalCheckFailed";

/// What a failed call means, before it is known whether it was a read or a write.
enum Failure {
    Condition,
    Busy(String),
    Unavailable(String),
    Refused(String),
}

pub(super) fn of_read<E: ProvideErrorMetadata>(error: SdkError<E>) -> ReadError {
    match classify(&error) {
        Failure::Busy(reason) | Failure::Unavailable(reason) => ReadError::Unavailable(reason),
        Failure::Refused(reason) => ReadError::Refused(reason),
        Failure::Condition => ReadError::Refused("a condition failed in a read".to_owned()),
    }
}

pub(super) fn of_write<E: ProvideErrorMetadata>(error: SdkError<E>) -> CommitError {
    match classify(&error) {
        Failure::Condition => CommitError::Conflict { failed: vec![0] },
        Failure::Busy(_) => CommitError::Contention,
        Failure::Unavailable(reason) => CommitError::Unavailable(reason),
        Failure::Refused(reason) => CommitError::Refused(reason),
    }
}

pub(super) fn of_transaction(error: SdkError<TransactWriteItemsError>) -> CommitError {
    match error.as_service_error() {
        Some(TransactWriteItemsError::TransactionCanceledException(cancelled)) => {
            cancelled_because(cancelled.cancellation_reasons())
        }
        _ => of_write(error),
    }
}

/// A failed condition is certain; the other reasons tell to try again, unless an element itself is wrong.
fn cancelled_because(reasons: &[CancellationReason]) -> CommitError {
    let failed: Vec<usize> = positions_of(reasons, CONDITION_FAILED);
    if !failed.is_empty() {
        return CommitError::Conflict { failed };
    }
    let wrong = reasons.iter().find(|reason| {
        matches!(reason.code(), Some("ValidationError" | "ItemCollectionSizeLimitExceeded" | "AccessDenied"))
    });
    match wrong {
        Some(reason) => {
            CommitError::Refused(reason.message().unwrap_or("an element is not valid").to_owned())
        }
        None => CommitError::Contention,
    }
}

fn positions_of(reasons: &[CancellationReason], code: &str) -> Vec<usize> {
    let of_code =
        |(position, reason): (usize, &CancellationReason)| (reason.code() == Some(code)).then_some(position);
    reasons.iter().enumerate().filter_map(of_code).collect()
}

fn classify<E: ProvideErrorMetadata>(error: &SdkError<E>) -> Failure {
    let SdkError::ServiceError(answered) = error else {
        return unanswered(error);
    };
    let code = answered.err().code().unwrap_or("no error code");
    let reason = format!("{code}: {}", answered.err().message().unwrap_or("no message"));
    match code {
        "ConditionalCheckFailedException" => Failure::Condition,
        "TransactionConflictException"
        | "TransactionInProgressException"
        | "ProvisionedThroughputExceededException"
        | "RequestLimitExceeded"
        | "ThrottlingException" => Failure::Busy(reason),
        _ if answered.raw().status().is_server_error() => Failure::Unavailable(reason),
        _ => Failure::Refused(reason),
    }
}

fn unanswered<E>(error: &SdkError<E>) -> Failure {
    match error {
        SdkError::ConstructionFailure(_) => Failure::Refused("the request could not be built".to_owned()),
        SdkError::TimeoutError(_) => Failure::Unavailable("no answer in time".to_owned()),
        SdkError::DispatchFailure(failure) if failure.is_timeout() => {
            Failure::Unavailable("no connection in time".to_owned())
        }
        SdkError::DispatchFailure(failure) if failure.is_user() => {
            Failure::Unavailable("no credentials to sign the request with, or a bad endpoint".to_owned())
        }
        SdkError::DispatchFailure(_) => Failure::Unavailable("no connection".to_owned()),
        _ => Failure::Unavailable("the answer could not be read".to_owned()),
    }
}

#[cfg(test)]
mod tests;
