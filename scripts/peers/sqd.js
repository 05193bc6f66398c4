// Indexes a payment handler's sale with SQD's evm-processor: purchases and commissions as rows, no proof and no postings.
//
//	DB_HOST=... DB_NAME=... node sqd.js URL CONTRACT
//
// It asks the endpoint alone, makes its tables, and ends at the block that is the last one when it starts. It prints how many events it wrote.
const { EvmBatchProcessor } = require("@subsquid/evm-processor");
const { createOrmConfig } = require("@subsquid/typeorm-config");
const { TypeormDatabase } = require("@subsquid/typeorm-store");
const { DataSource } = require("typeorm");
const { Purchase, Commission } = require("./lib/model");

const [url, contract] = process.argv.slice(2);
const paid = "0xc90d26b4fb421df9062edaab20c9339badd780b9d3eca619a1a4444bddd3ae9a";
const refer = "0x8d18887765d28767491ec2ecd1a362b342dd3e8ab98255a0f066ea8ba2c496f3";

const word = (data, i) => BigInt(`0x${data.slice(2 + 64 * i, 66 + 64 * i)}`);
const wallet = (topic) => `0x${topic.slice(26)}`;
function codeOf(data) {
  const at = 2 + 2 * Number(word(data, 2));
  const size = Number(BigInt(`0x${data.slice(at, at + 64)}`));
  return Buffer.from(data.slice(at + 64, at + 64 + 2 * size), "hex").toString();
}

async function headOf() {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_blockNumber", params: [] });
  const answer = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
  return Number((await answer.json()).result);
}

const processor = new EvmBatchProcessor()
  .setRpcEndpoint({ url, capacity: 10, maxBatchCallSize: 100 })
  .setFinalityConfirmation(0)
  .addLog({ address: [contract.toLowerCase()], topic0: [paid, refer] })
  .setFields({ log: { transactionHash: true } });

async function main() {
  const tables = new DataSource({ ...createOrmConfig({ projectDir: __dirname }), synchronize: true });
  await (await tables.initialize()).destroy();
  processor.setBlockRange({ from: 0, to: await headOf() });
  let events = 0;
  processor.run(new TypeormDatabase({ supportHotBlocks: false, projectDir: __dirname }), async (ctx) => {
    const purchases = [];
    const commissions = [];
    for (const block of ctx.blocks) {
      for (const log of block.logs) {
        const row = { id: log.id, block: block.header.height, transaction: log.transactionHash };
        if (log.topics[0] === paid) {
          const [amount, quantity] = [word(log.data, 0), Number(word(log.data, 1))];
          purchases.push(new Purchase({ ...row, amount, quantity, buyer: wallet(log.topics[1]), code: codeOf(log.data) }));
        } else {
          const [referrer, buyer] = [wallet(log.topics[1]), wallet(log.topics[2])];
          commissions.push(new Commission({ ...row, amount: word(log.data, 1), buyer, referrer }));
        }
      }
    }
    await ctx.store.insert(purchases);
    await ctx.store.insert(commissions);
    events += purchases.length + commissions.length;
  });
  process.on("exit", () => console.log(JSON.stringify({ events })));
}
main().catch((error) => {
  console.error(error);
  process.exit(1);
});
