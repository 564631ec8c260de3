//! An element of a transaction in the SDK's shapes.

use aws_sdk_dynamodb::error::BuildError;
use aws_sdk_dynamodb::types::{ConditionCheck, Delete, Put, TransactWriteItem, Update};

use super::condition::Condition;
use super::expression::Expression;
use super::key::Key;
use super::record::{Attributes, key_attributes};
use super::transaction::{Action, Element};

impl Element {
    pub(super) fn to_transact_item(&self, table: &str) -> Result<TransactWriteItem, BuildError> {
        let item = TransactWriteItem::builder();
        let condition = self.condition.as_ref();
        let item = match &self.action {
            Action::Put(attributes) => item.put(put(table, attributes, condition)?),
            Action::Update(key, update) => item.update(self::update(table, key, update, condition)?),
            Action::Delete(key) => item.delete(delete(table, key, condition)?),
            Action::Check(key) => item.condition_check(check(table, key, condition)?),
        };
        Ok(item.build())
    }
}

pub(super) fn put(
    table: &str,
    attributes: &Attributes,
    condition: Option<&Condition>,
) -> Result<Put, BuildError> {
    let condition = condition.map(Condition::expression);
    Put::builder()
        .table_name(table)
        .set_item(Some(attributes.clone()))
        .set_condition_expression(condition.as_ref().map(|c| c.text.clone()))
        .set_expression_attribute_names(condition.as_ref().and_then(Expression::names_if_any))
        .set_expression_attribute_values(condition.as_ref().and_then(Expression::values_if_any))
        .build()
}

pub(super) fn update(
    table: &str,
    key: &Key,
    update: &super::update::Update,
    condition: Option<&Condition>,
) -> Result<Update, BuildError> {
    let mut expression = Expression::default();
    let change = update.write(&mut expression);
    let condition = condition.map(|condition| condition.write(&mut expression));
    Update::builder()
        .table_name(table)
        .set_key(Some(key_attributes(key)))
        .update_expression(change)
        .set_condition_expression(condition)
        .set_expression_attribute_names(expression.names_if_any())
        .set_expression_attribute_values(expression.values_if_any())
        .build()
}

pub(super) fn delete(table: &str, key: &Key, condition: Option<&Condition>) -> Result<Delete, BuildError> {
    let condition = condition.map(Condition::expression);
    Delete::builder()
        .table_name(table)
        .set_key(Some(key_attributes(key)))
        .set_condition_expression(condition.as_ref().map(|c| c.text.clone()))
        .set_expression_attribute_names(condition.as_ref().and_then(Expression::names_if_any))
        .set_expression_attribute_values(condition.as_ref().and_then(Expression::values_if_any))
        .build()
}

fn check(table: &str, key: &Key, condition: Option<&Condition>) -> Result<ConditionCheck, BuildError> {
    let condition = condition.unwrap_or(&Condition::Present).expression();
    ConditionCheck::builder()
        .table_name(table)
        .set_key(Some(key_attributes(key)))
        .condition_expression(&condition.text)
        .set_expression_attribute_names(condition.names_if_any())
        .set_expression_attribute_values(condition.values_if_any())
        .build()
}
