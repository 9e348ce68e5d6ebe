package io.tokenrevocation.rest.cognito;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** The operations on app clients. */
@Dependent
final class AppClientOperations {

  private final ListUserPoolClients list;
  private final CreateUserPoolClient create;
  private final UpdateUserPoolClient update;
  private final DeleteUserPoolClient delete;
  private final DescribeUserPoolClient describe;

  @Inject
  AppClientOperations(
      ListUserPoolClients list,
      CreateUserPoolClient create,
      UpdateUserPoolClient update,
      DeleteUserPoolClient delete,
      DescribeUserPoolClient describe) {
    this.list = list;
    this.create = create;
    this.update = update;
    this.delete = delete;
    this.describe = describe;
  }

  ListUserPoolClients list() {
    return list;
  }

  CreateUserPoolClient create() {
    return create;
  }

  UpdateUserPoolClient update() {
    return update;
  }

  DeleteUserPoolClient delete() {
    return delete;
  }

  DescribeUserPoolClient describe() {
    return describe;
  }
}
