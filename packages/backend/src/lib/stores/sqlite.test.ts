import { test } from 'node:test'
import { DatabaseSync } from 'node:sqlite'
import { storeContract } from '../testing/store-contract.ts'
import { sqliteStore } from './sqlite.ts'

const contract = storeContract(() => sqliteStore(new DatabaseSync(':memory:')), { rooms: 200 })
for (const { title, run } of contract) test(title, run)
