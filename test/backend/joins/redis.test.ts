import { sharedRedis } from './databases.ts'
import { joinSuite } from './join-suite.ts'

joinSuite('Redis', sharedRedis, { waitsForLeases: true })
