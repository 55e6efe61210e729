import { sharedPostgres } from './databases.ts'
import { joinSuite } from './join-suite.ts'

joinSuite('Postgres', sharedPostgres)
