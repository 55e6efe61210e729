// `npm run joins`: the tests of joining at once, with 10000 visitors each, and the contract of stores with its large crowds.
process.env['OT_JOINS'] ??= '10000'
for (const store of ['postgres', 'redis', 'sqlite', 'durable-objects', 'd1']) {
  await import(`./${store}.test.ts`)
}
for (const store of ['postgres', 'redis', 'cloudflare']) {
  await import(`../stores/${store}.test.ts`)
}
