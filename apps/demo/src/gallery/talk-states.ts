import { company, host, names, open, until, type Scene } from './scene.ts'

/** What a visitor sees of talking, acting and hosting. */
export const talkStates = {
  async 'chat-empty'(scene: Scene) {
    await company(scene, 1)
    await open(scene, 'chat')
  },
  async chat(scene: Scene) {
    await company(scene, 2)
    write(scene, 'p0', 'Shall we begin? Everybody is here.')
    write(scene, 'self', 'Yes. The agenda is at https://example.com/agenda?week=48 as usual.')
    write(scene, 'p1', 'One moment,\nI am looking for my headphones.')
    await open(scene, 'chat')
  },
  async unread(scene: Scene) {
    await company(scene, 1)
    write(scene, 'p0', 'Are you there?')
    write(scene, 'p0', 'We can hear you.')
  },
  async reacting(scene: Scene) {
    await company(scene, 3)
    say(scene, 'p0', 'reaction', { reaction: '👏' })
    say(scene, 'p2', 'hand', { lasting: 1000 })
    await open(scene, 'react')
  },
  async recording(scene: Scene) {
    await company(scene, 1)
    scene.platform.report({ type: 'recording-began', id: 'r' })
  },
  async 'recording-host'(scene: Scene) {
    scene.backend.answers = () => host('recording')
    await company(scene, 1)
    scene.platform.report({ type: 'recording-began', id: 'r' })
    await open(scene, 'more')
  },
  async captions(scene: Scene) {
    await company(scene, 2)
    read(scene, 'en-GB')
    scene.platform.say({ streamId: 's0', text: 'Shall we begin?', state: 'complete' })
    scene.platform.say({
      streamId: 's1',
      text: 'One moment, I am looking for my headphones. They were here yesterday, I am quite sure',
      state: 'growing',
    })
  },
  async 'captions-empty'(scene: Scene) {
    await company(scene, 1)
    read(scene, 'en-GB')
  },
  async 'captions-offered'(scene: Scene) {
    await company(scene, 1)
    captioned(scene, 'en-GB')
  },
  async 'captions-host'(scene: Scene) {
    scene.backend.answers = () => host('captions')
    await company(scene, 1)
    await open(scene, 'more')
  },
  async people(scene: Scene) {
    await company(scene, 4)
    say(scene, 'p2', 'hand', { lasting: 1000 })
    await open(scene, 'people')
  },
  async hosting(scene: Scene) {
    scene.backend.answers = () => host('moderation', 'meetings', 'recording')
    await company(scene, 3)
    scene.platform.arrive({ id: 'p9', name: names[5], visitor: 'v9' })
    say(scene, 'p1', 'hand', { lasting: 1000 })
    await open(scene, 'people')
    const panel = await until(() => scene.room.shadowRoot?.querySelector('ot-people'))
    const remove = await until(() =>
      [...(panel.shadowRoot?.querySelectorAll<HTMLElement>('[aria-expanded]') ?? [])].at(-1),
    )
    remove.click()
  },
}

/** The visitor reads along. */
function read(scene: Scene, language: string): void {
  captioned(scene, language)
  scene.room.presence?.captions?.show()
}

function captioned({ platform }: Scene, language: string): void {
  platform.receive({ type: 'ot-room-captions', data: language, from: undefined })
}

let messages = 0

function write(scene: Scene, from: string, text: string): void {
  messages += 1
  say(scene, from, 'message', { id: `m${messages}`, text })
}

function say({ platform }: Scene, from: string, type: string, data: object): void {
  platform.receive({ type: `ot-room.${type}`, data: JSON.stringify(data), from })
}
