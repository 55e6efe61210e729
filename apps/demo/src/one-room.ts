import { Room } from '@ot-room/room'
import { makeCopyable } from './copy.ts'
import './elements.ts'

// `?room=` names another room, so that a link to the page is an invitation to it.
const name = new URLSearchParams(location.search).get('room')
if (name) document.querySelector('ot-room')?.setAttribute('room', name)

// The address that `npm start` prints for a host ends with a key, which goes to the backend with every request.
const key = new URLSearchParams(location.hash.slice(1)).get('host')
const asHost: typeof fetch = (input, init) => {
  const headers = new Headers(init?.headers)
  headers.set('authorization', `Bearer ${key}`)
  return fetch(input, { ...init, headers })
}
const room = document.querySelector('ot-room')
if (room && key) room.createRoom = (options) => new Room({ ...options, fetch: asHost })

const visitor = new URL(location.href)
visitor.hash = ''
document.querySelector<HTMLAnchorElement>('#second')?.setAttribute('href', visitor.href)
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]'))
  makeCopyable(button)
