import { Hono } from 'hono'
import type { BackendSettings } from '../backend-options.ts'
import { readJsonBody } from '../http/json-body.ts'
import { BackendError } from '../problem/backend-error.ts'
import { canonicalRoomName } from '../rooms/room-name.ts'
import { createRooms } from '../rooms/rooms.ts'
import { visitorName } from '../visitors/visitor-name.ts'
import { joinRoom } from './join-room.ts'

/** `POST /rooms/{room}/join`: nothing is created or signed before the visitor is admitted. */
export function joinRoute(settings: BackendSettings) {
  const { admit, log } = settings
  const context = { ...settings, rooms: createRooms(settings.store) }

  return new Hono()
    .post('/rooms/:room/join', async (c) => {
      const room = canonicalRoomName(c.req.param('room'))
      const { object, text } = await readJsonBody(c.req.raw)
      const given = object.name === undefined ? {} : { name: visitorName(object.name) }
      // The body has been read; the rule gets a request that it can read again.
      const admission = await admit(new Request(c.req.raw, { method: 'POST', body: text }), room)
      const credentials = await joinRoom(context, { ...given, ...admission, room })
      log({ event: 'joined', room, role: credentials.role })
      return c.json(credentials)
    })
    .all('/rooms/:room/join', (c) => {
      c.header('Allow', 'POST')
      throw new BackendError('method-not-allowed', 'Join a room with POST.')
    })
}
