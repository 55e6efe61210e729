import { joinSuite } from './join-suite.ts'
import { sharedWorkerd } from './workerd.ts'

joinSuite('Durable Objects', () => sharedWorkerd('STORE'))
