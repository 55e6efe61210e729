import { createRooms } from '../rooms/rooms.ts'
import { act } from '../store/act.ts'
import { long } from './contract-case.ts'
import type { ContractCase, CreateStore } from './contract-case.ts'
import { countingPlatform } from './counting-platform.ts'
import { expectEqual } from './expectations.ts'

/** How large the crowds are. */
export interface CrowdSize {
  /** How many join one new room at once. */
  readonly joins: number
  /** How many rooms get 50 joins each at once. */
  readonly rooms: number
}

/** A machine that is busy with the crowd shall not take its leaders for dead. */
const patient = { leaseMs: long }

/** What a store promises when many come at once. */
export function crowdsContract(
  createStore: CreateStore,
  { joins, rooms }: CrowdSize,
): readonly ContractCase[] {
  return [
    {
      title: '200 increments at once add up to 200',
      async run() {
        const store = await createStore()
        const count = (state = 0) => ({ outcome: state, put: { state: state + 1 } })
        await Promise.all(Array.from({ length: 200 }, () => act(store, 'n', count)))
        expectEqual(await act(store, 'n', count), 200)
      },
    },
    {
      title: `${joins} joins of one new room through 20 processes create one session`,
      async run() {
        const store = await createStore()
        const platform = countingPlatform()
        const processes = Array.from({ length: 20 }, () => createRooms(store, patient))
        const each = Math.ceil(joins / processes.length)
        const found = await Promise.all(
          processes.flatMap((process) =>
            Array.from({ length: each }, () => process.sessionOf('a', platform)),
          ),
        )
        expectEqual(new Set(found.map(({ sessionId }) => sessionId)).size, 1)
        expectEqual(platform.created(), 1)
      },
    },
    {
      title: `${rooms} new rooms with 50 joins each get one session each (CON-03)`,
      async run() {
        const platform = countingPlatform()
        const doors = createRooms(await createStore(), patient)
        const found = await Promise.all(
          Array.from({ length: rooms * 50 }, async (_, n) => {
            const room = `room-${n % rooms}`
            const { sessionId } = await doors.sessionOf(room, platform)
            return `${room} ${sessionId}`
          }),
        )
        expectEqual(new Set(found).size, rooms)
        expectEqual(platform.created(), rooms)
      },
    },
  ]
}
