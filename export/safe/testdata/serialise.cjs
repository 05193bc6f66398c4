// Says how a batch is serialised before it is hashed, in JavaScript's own words: stdin is a JSON array of JSON texts, stdout a
// JSON array of serialisations. meta.name counts as null, and meta.checksum as not there.
'use strict';
function serialise(value) {
  if (Array.isArray(value)) return '[' + value.map(serialise).join(',') + ']';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return '{' + JSON.stringify(keys) + keys.map(key => serialise(value[key]) + ',').join('') + '}';
}
const parts = [];
process.stdin.on('data', part => parts.push(part));
process.stdin.on('end', () => {
  const answers = JSON.parse(Buffer.concat(parts)).map(text => {
    const batch = JSON.parse(text);
    batch.meta.name = null;
    delete batch.meta.checksum;
    return serialise(batch);
  });
  process.stdout.write(JSON.stringify(answers));
});
