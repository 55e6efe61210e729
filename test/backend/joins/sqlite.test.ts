import { sharedSqlite } from './databases.ts'
import { joinSuite } from './join-suite.ts'

joinSuite('SQLite', sharedSqlite)
