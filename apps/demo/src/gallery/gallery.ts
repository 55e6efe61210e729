import { Room } from '@ot-room/room'
import { createFakeBackend, createFakePlatform, type FakeAnswers } from '@ot-room/room/testing'
import '../elements.ts'
import { portrait, slide } from './portrait.ts'
import type { Scene } from './scene.ts'
import { states } from './states.ts'

// `?state=lobby&lang=ar&theme=dusk` shows one state; without a state there is a list of them.
localStorage.clear()
const wanted = new URLSearchParams(location.search)
const name = wanted.get('state') ?? ''
const language = wanted.get('lang')
if (language) document.documentElement.lang = language
document.documentElement.classList.add(wanted.get('theme') ?? 'plain')

if (name in states) await show(name as keyof typeof states)
else list()

async function show(state: keyof typeof states): Promise<void> {
  let people = 0
  const platform = createFakePlatform({
    self: { id: 'self', name: 'Ada King' },
    video: (id) => (id.includes('screen') ? slide() : portrait((people += 1))),
  })
  const backend: { answers: FakeAnswers } = { answers: () => ({}) }
  const { fetch } = createFakeBackend((url, body) => backend.answers(url, body))
  const room = document.createElement('ot-room')
  room.createRoom = (options) => new Room({ ...options, platform, fetch })
  room.room = 'Tea kitchen'
  room.endpoint = '/nowhere'
  room.name = 'Ada King'
  // Nothing is behind these pictures: they come back as they are.
  room.loadBlur = async () => ({ createBlur: async () => ({ apply: async (camera) => camera }) })
  const reach: (scene: Scene) => unknown = states[state]
  const reached = reach({ room, platform, backend })
  document.querySelector('main')?.append(room)
  await reached
  document.documentElement.dataset['reached'] = state
}

function list(): void {
  const nav = document.querySelector('nav')
  if (!nav) return
  nav.hidden = false
  for (const state of Object.keys(states)) {
    const link = document.createElement('a')
    link.href = `?state=${state}`
    link.textContent = state
    nav.append(link)
  }
}
