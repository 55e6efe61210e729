import { unimpaired } from '../media/impairment.ts'
import type { NetworkImpairment } from '../media/impairment.ts'

/** A network that a client of a routed session can be given. */
export interface Network {
  readonly name: string
  readonly impairment: NetworkImpairment
}

/** From good to bad: what each does to quality control is what the tests of the emulator see in a browser. */
export const networks: readonly Network[] = [
  { name: 'Good', impairment: unimpaired },
  {
    name: 'Slow to watch: 90 kbit/s down',
    impairment: { up: {}, down: { kilobitsPerSecond: 90 } },
  },
  { name: 'Lossy to send: 40 % up', impairment: { up: { loss: 0.4 }, down: {} } },
  {
    name: 'Far away: 300 ms both ways',
    impairment: { up: { delayMs: 300, jitterMs: 50 }, down: { delayMs: 300, jitterMs: 50 } },
  },
  {
    name: 'Gone: nothing passes',
    impairment: { up: { kilobitsPerSecond: 0 }, down: { kilobitsPerSecond: 0 } },
  },
]
