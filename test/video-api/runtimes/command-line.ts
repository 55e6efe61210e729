import { probe, type ProbeKeys } from './probe.ts'

/** The same three names in Node, Deno and Bun. */
declare const process: { readonly argv: readonly string[] }

const keys = JSON.parse(process.argv[2] ?? '') as ProbeKeys
console.log(JSON.stringify(await probe(keys)))
