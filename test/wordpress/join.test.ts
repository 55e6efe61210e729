import { after, before, describe } from 'node:test'
import { createBackend, createVideoApi, memoryStore } from '@ot-room/backend'
import { serve } from '@hono/node-server'
import { createEmulator, type Emulator } from '../../packages/emulator/src/index.ts'
import { freePort } from '../backend/support/free-port.ts'
import { joinContract, type Door } from './support/join-contract.ts'
import { startWordPress, type WordPress } from './support/wordpress.ts'

describe('joining', () => {
  let emulator: Emulator
  before(async () => {
    emulator = await createEmulator({ port: 0 })
  })
  after(() => emulator.close())

  describe('at @ot-room/backend', () => {
    let door: Door
    let close: () => void
    before(async () => {
      const { url: apiUrl, apiKey, apiSecret } = emulator
      const video = createVideoApi({ apiKey, apiSecret, apiUrl })
      const { fetch } = createBackend({ video, store: memoryStore(), public: true })
      const port = await freePort()
      const server = serve({ fetch, port, hostname: '127.0.0.1' })
      close = () => server.close()
      door = {
        addressOf: async (room, spelled = room) =>
          `http://127.0.0.1:${port}/rooms/${encodeURIComponent(spelled)}/join`,
        apiKey,
        apiSecret,
      }
    })
    after(() => close())
    joinContract(() => door)
  })

  for (const permalinks of ['/%postname%/', '']) {
    describe(`at WordPress with ${permalinks === '' ? 'plain' : 'pretty'} permalinks`, () => {
      let site: WordPress
      let door: Door
      before(async () => {
        const { url, apiKey, apiSecret } = emulator
        const constants = {
          OT_ROOM_API_KEY: apiKey,
          OT_ROOM_API_SECRET: apiSecret,
          OT_ROOM_API_URL: url,
        }
        site = await startWordPress({ constants, permalinks })
        door = {
          addressOf: async (room, spelled = room) => site.joinAddress(room, { spelled }),
          apiKey,
          apiSecret,
        }
      })
      after(() => site?.close())
      joinContract(() => door)
    })
  }
})
