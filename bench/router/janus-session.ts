import { randomUUID } from 'node:crypto'
import { EventEmitter, once } from 'node:events'

/** A session of Janus's HTTP interface. (https://janus.conf.meetecho.com/docs/rest) */
export type JanusSession = {
  /** A handle of the video room. */
  attach(): Promise<JanusHandle>
  close(): void
}

export type JanusHandle = {
  /** Sends what is answered at once. */
  request(body: object): Promise<void>
  /** Sends what is answered by an event. */
  ask(body: object, jsep?: Jsep): Promise<Answer>
  trickle(candidates: string[]): Promise<void>
}

type Jsep = { type: 'offer' | 'answer'; sdp: string }
type Answer = { data: Record<string, unknown>; jsep?: Jsep }
type Message = {
  janus: string
  transaction?: string
  data?: { id: number }
  plugindata?: { data: Record<string, unknown> }
  jsep?: Jsep
}

const longestWaitMs = 10_000

export async function openJanusSession(url: string): Promise<JanusSession> {
  const post = async (path: string, message: object): Promise<Message> => {
    const body = JSON.stringify({ transaction: randomUUID(), ...message })
    const response = await fetch(url + path, { method: 'POST', body })
    const answer = (await response.json()) as Message
    if (answer.janus === 'error') throw new Error(`Janus refused: ${JSON.stringify(answer)}`)
    return answer
  }
  const created = await post('', { janus: 'create' })
  const path = `/${created.data?.id}`
  const events = new EventEmitter()
  const closing = new AbortController()
  const poll = async () => {
    while (!closing.signal.aborted) {
      const response = await fetch(`${url}${path}?maxev=10`, { signal: closing.signal })
      const heard = (await response.json()) as Message | Message[]
      for (const message of [heard].flat()) events.emit(message.transaction ?? '', message)
    }
  }
  poll().catch((error: unknown) => {
    if (!closing.signal.aborted) throw error
  })

  const ask = async (handle: string, body: object, jsep?: Jsep): Promise<Answer> => {
    const transaction = randomUUID()
    const told = once(events, transaction, { signal: AbortSignal.timeout(longestWaitMs) })
    await post(handle, { janus: 'message', transaction, body, jsep })
    const [message] = (await told) as [Message]
    const data = message.plugindata?.data ?? {}
    if ('error' in data) throw new Error(`Janus refused: ${JSON.stringify(data)}`)
    return { data, ...(message.jsep && { jsep: message.jsep }) }
  }

  return {
    attach: async () => {
      const attached = await post(path, { janus: 'attach', plugin: 'janus.plugin.videoroom' })
      const handle = `${path}/${attached.data?.id}`
      return {
        request: async (body) => void (await post(handle, { janus: 'message', body })),
        ask: (body, jsep) => ask(handle, body, jsep),
        trickle: async (candidates) => {
          const list = candidates.map((candidate) => ({ candidate, sdpMid: '0', sdpMLineIndex: 0 }))
          await post(handle, { janus: 'trickle', candidates: [...list, { completed: true }] })
        },
      }
    },
    close: () => closing.abort(),
  }
}
