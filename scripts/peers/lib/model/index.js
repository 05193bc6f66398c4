// What the peer keeps: the two events of the sale as rows. The library looks for its entities here.
const { EntitySchema } = require("typeorm");

class Purchase {
  constructor(of) {
    Object.assign(this, of);
  }
}
class Commission {
  constructor(of) {
    Object.assign(this, of);
  }
}
const digits = { to: (v) => v?.toString(), from: (v) => (v == null ? v : BigInt(v)) };
const common = {
  id: { type: "character varying", primary: true },
  block: { type: "integer" },
  transaction: { type: "character varying" },
  amount: { type: "numeric", transformer: digits },
};
const text = { type: "character varying" };
const columns = {
  purchase: { ...common, buyer: text, quantity: { type: "integer" }, code: text },
  commission: { ...common, buyer: text, referrer: text },
};
const indices = (name) => [{ name: `${name}_buyer`, columns: ["buyer"] }];
const schemas = [
  new EntitySchema({ name: "Purchase", target: Purchase, columns: columns.purchase, indices: indices("purchase") }),
  new EntitySchema({ name: "Commission", target: Commission, columns: columns.commission, indices: indices("commission") }),
];
module.exports = { Purchase, Commission, PurchaseSchema: schemas[0], CommissionSchema: schemas[1] };
