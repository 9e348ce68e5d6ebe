package com.example.orders;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "placed_order")
public class PlacedOrder {

  @Id private String id;
  private String customer;

  public PlacedOrder() {}

  public PlacedOrder(String id, String customer) {
    this.id = id;
    this.customer = customer;
  }

  public String customer() {
    return customer;
  }
}
