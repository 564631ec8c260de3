//! Commits a transaction: TransactWriteItems, or the plain write where it has one element, which costs half.

use aws_sdk_dynamodb::error::BuildError;
use aws_sdk_dynamodb::types::{Delete, Put, ReturnConsumedCapacity, TransactWriteItem, Update};

use super::Table;
use super::element;
use super::error::CommitError;
use super::failure;
use super::transaction::{Action, Element, Transaction};

impl Table {
    /// Writes all of it or nothing.
    ///
    /// With one element and no client request token the write is a plain one; should its answer be lost, the client's own
    /// repetition may then meet what it wrote itself, and report `Conflict`. Give a token where that matters.
    pub async fn commit(&self, transaction: &Transaction) -> Result<(), CommitError> {
        if let Some(unstorable) = &transaction.unstorable {
            return Err(unstorable.clone().into());
        }
        match transaction.elements.as_slice() {
            [] => Ok(()),
            [only] if transaction.client_request_token.is_none() => self.write_one(only).await,
            all => self.write_all(all, transaction.client_request_token.clone()).await,
        }
    }

    async fn write_all(&self, elements: &[Element], token: Option<String>) -> Result<(), CommitError> {
        let items: Vec<TransactWriteItem> = elements
            .iter()
            .map(|element| element.to_transact_item(&self.name))
            .collect::<Result<_, _>>()
            .map_err(incomplete)?;
        self.meter.transaction();
        let output = self
            .client
            .transact_write_items()
            .set_transact_items(Some(items))
            .set_client_request_token(token)
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await
            .map_err(failure::of_transaction)?;
        self.meter.write_units(output.consumed_capacity());
        Ok(())
    }

    async fn write_one(&self, only: &Element) -> Result<(), CommitError> {
        let (table, condition) = (&self.name, only.condition.as_ref());
        match &only.action {
            Action::Put(attributes) => {
                let put = element::put(table, attributes, condition).map_err(incomplete)?;
                self.put_one(put).await
            }
            Action::Update(key, update) => {
                let update = element::update(table, key, update, condition).map_err(incomplete)?;
                self.update_one(update).await
            }
            Action::Delete(key) => {
                let delete = element::delete(table, key, condition).map_err(incomplete)?;
                self.delete_one(delete).await
            }
            Action::Check(_) => self.write_all(std::slice::from_ref(only), None).await,
        }
    }

    async fn put_one(&self, put: Put) -> Result<(), CommitError> {
        self.meter.write();
        let output = self
            .client
            .put_item()
            .table_name(put.table_name)
            .set_item(Some(put.item))
            .set_condition_expression(put.condition_expression)
            .set_expression_attribute_names(put.expression_attribute_names)
            .set_expression_attribute_values(put.expression_attribute_values)
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await
            .map_err(failure::of_write)?;
        self.meter.write_units(output.consumed_capacity());
        Ok(())
    }

    async fn update_one(&self, update: Update) -> Result<(), CommitError> {
        self.meter.write();
        let output = self
            .client
            .update_item()
            .table_name(update.table_name)
            .set_key(Some(update.key))
            .update_expression(update.update_expression)
            .set_condition_expression(update.condition_expression)
            .set_expression_attribute_names(update.expression_attribute_names)
            .set_expression_attribute_values(update.expression_attribute_values)
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await
            .map_err(failure::of_write)?;
        self.meter.write_units(output.consumed_capacity());
        Ok(())
    }

    async fn delete_one(&self, delete: Delete) -> Result<(), CommitError> {
        self.meter.write();
        let output = self
            .client
            .delete_item()
            .table_name(delete.table_name)
            .set_key(Some(delete.key))
            .set_condition_expression(delete.condition_expression)
            .set_expression_attribute_names(delete.expression_attribute_names)
            .set_expression_attribute_values(delete.expression_attribute_values)
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await
            .map_err(failure::of_write)?;
        self.meter.write_units(output.consumed_capacity());
        Ok(())
    }
}

fn incomplete(error: BuildError) -> CommitError {
    CommitError::Refused(error.to_string())
}
