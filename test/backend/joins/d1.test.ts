import { joinSuite } from './join-suite.ts'
import { sharedWorkerd } from './workerd.ts'

joinSuite('D1', () => sharedWorkerd('DB'))
