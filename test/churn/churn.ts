import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveBarePage } from '../support/bare-page.ts'
import { startBrowser } from '../support/browser.ts'
import { startEmulatorProcess } from '../support/child-server.ts'
import { openTokKeys } from '../support/official-sdks.ts'
import { createRandom } from '../support/random.ts'
import { recordMeanwhile } from './archive.ts'
import { act, churnFor, empty, type Tally } from './crowd.ts'
import { withoutSpareRenderer } from './renderers.ts'
import { restOf, type Rest } from './rest.ts'
import { createSeat, type Seat } from './seat.ts'
import { createTurns } from './turns.ts'

export type ChurnOptions = {
  seed: number
  /** After the ones that only warm up. */
  rounds: number
  secondsPerRound: number
  /** Hears how it goes. */
  log: (line: string) => void
}

export type Churned = Tally & {
  /** After the rounds that warmed up, and after each one that followed. */
  rests: Rest[]
}

const seatsPerSession = 3

/** After one, V8 and the allocator still take memory that they keep: code that becomes hot, heaps of more threads. */
const warmUps = 2

/**
 * Resident memory tells of a leak only when nothing else makes it grow, and two things do, in steps of 20 MB whenever the load
 * happens to peak: V8's room for short-lived objects, and the heaps that glibc gives to each thread. Neither is given back.
 */
const withoutSpareRoom = { NODE_OPTIONS: '--max-semi-space-size=1', MALLOC_ARENA_MAX: '2' }

/** People come and go in two routed sessions, of which one is recorded. */
export async function churn(options: ChurnOptions): Promise<Churned> {
  const folder = await mkdtemp(join(tmpdir(), 'churn-'))
  const emulator = await startEmulatorProcess({ env: { TMPDIR: folder, ...withoutSpareRoom } })
  const browser = await startBrowser(withoutSpareRenderer)
  const bare = await serveBarePage()
  const random = createRandom(options.seed)
  const tally: Tally = { acts: {}, late: 0, faults: [] }
  const rests: Rest[] = []
  try {
    const { url, ...project } = emulator.greeting
    const at = { emulator: url, ...project }
    const inTurn = createTurns()
    const sessions = await Promise.all([openTokKeys(at, 'routed'), openTokKeys(at, 'routed')])
    const seats = sessions.flatMap(({ keys, token }) =>
      Array.from({ length: seatsPerSession }, () =>
        createSeat({
          browser,
          bare: `${bare.url}/`,
          keys: () => ({ ...keys, token: token() }),
          inTurn,
        }),
      ),
    )
    const [first, recorded] = [seats[0], sessions[0]?.keys.sessionId] as [Seat, string]
    for (let round = 1 - warmUps; round <= options.rounds; round += 1) {
      await act(first, 'enter', tally)
      await recordMeanwhile(at, recorded, () =>
        churnFor(options.secondsPerRound, { seats, random, tally }),
      )
      await empty(seats, { random, tally })
      const rest = await restOf(emulator, folder)
      if (round >= 0) rests.push(rest)
      options.log(`${round <= 0 ? 'warming up' : `round ${round}`}: ${JSON.stringify(rest)}`)
    }
  } finally {
    await browser.close()
    await bare.close()
    await emulator.close()
    await rm(folder, { recursive: true })
  }
  const complaints = emulator.complaints().split('\n').filter(Boolean)
  return { ...tally, faults: [...tally.faults, ...complaints], rests }
}
