import type { VideoApi } from '../video-api.ts'
import { VideoError } from '../video-error.ts'

/** Something that holds for a platform, however it is made. */
export interface ContractCase {
  readonly title: string
  /** Rejects when it does not hold. */
  run(): Promise<void>
}

const nobody = '00000000-0000-4000-8000-00000000dead'

/**
 * What code that calls the platform relies on, said with a client alone: telephones are the people. The fake is held
 * against it, and so is the emulator.
 */
export function videoContract(video: VideoApi): readonly ContractCase[] {
  return [
    {
      title: 'two sessions are two, and begin without anybody',
      run: async () => {
        const [one, other] = [await routed(video), await routed(video)]
        holds(one !== other, 'they have the same id')
        equal((await video.connections.list(one)).items, [])
        equal((await video.streams.list(one)).items, [])
      },
    },
    {
      title: 'a telephone has a connection and a stream until it is put out',
      run: async () => {
        const { sessionId, phone } = await called(video)
        const { items } = await video.connections.list(sessionId)
        equal(
          items.map(({ connectionId }) => connectionId),
          [phone.connectionId],
        )
        equal((await video.streams.get(sessionId, phone.streamId)).id, phone.streamId)
        await video.connections.disconnect(sessionId, phone.connectionId)
        equal((await video.streams.list(sessionId)).items, [])
        await fails(video.connections.disconnect(sessionId, phone.connectionId), 404)
      },
    },
    {
      title: 'layout classes are kept',
      run: async () => {
        const { sessionId, phone } = await called(video)
        const layoutClassList = ['focus', 'wide']
        await video.streams.setLayoutClasses(sessionId, [{ id: phone.streamId, layoutClassList }])
        const stream = await video.streams.get(sessionId, phone.streamId)
        equal(stream.layoutClassList, layoutClassList)
      },
    },
    {
      title: 'signals, tones and muting reach who is there and nobody else',
      run: async () => {
        const { sessionId, phone } = await called(video)
        const { connectionId, streamId } = phone
        await video.signals.send(sessionId, { type: 'chat', data: 'hello' })
        await video.signals.send(sessionId, { data: 'hello', connectionId })
        await video.dtmf.play(sessionId, { digits: '1p#' })
        await video.streams.mute(sessionId, streamId)
        await video.streams.muteAll(sessionId, { excludedStreamIds: [streamId] })
        await video.streams.endMuteAll(sessionId)
        await fails(video.signals.send(sessionId, { data: 'x', connectionId: nobody }), 404)
        await fails(video.streams.mute(sessionId, nobody), 404)
        await fails(video.dtmf.play(sessionId, { digits: '1', connectionId: nobody }), 404)
      },
    },
    {
      title: 'an archive is started, listed and stopped, once each',
      run: async () => {
        const { sessionId } = await called(video)
        const { id, status } = await video.archives.start(sessionId, { name: 'minutes' })
        equal(status, 'started')
        await fails(video.archives.start(sessionId), 409)
        const tagged = await video.archives.start(sessionId, { multiArchiveTag: 'second' })
        equal((await video.archives.get(id)).name, 'minutes')
        const { count, items } = await video.archives.list({ sessionId })
        equal([count, items[0]?.id, items[1]?.id], [2, tagged.id, id])
        equal((await video.archives.list({ sessionId, offset: 1 })).items.length, 1)
        await video.archives.setLayout(id, { type: 'pip' })
        equal((await video.archives.stop(id)).status, 'stopped')
        await fails(video.archives.stop(id), 409)
        await video.archives.stop(tagged.id)
      },
    },
    {
      title: 'archives choose streams by hand where that was asked for',
      run: async () => {
        const { sessionId, phone } = await called(video)
        const { id } = await video.archives.start(sessionId, { streamMode: 'manual' })
        await video.archives.addStream(id, phone.streamId, { hasVideo: false })
        const [stream] = (await video.archives.get(id)).streams ?? []
        equal([stream?.streamId, stream?.hasVideo], [phone.streamId, false])
        await video.archives.removeStream(id, phone.streamId)
        equal((await video.archives.get(id)).streams, [])
        await video.archives.stop(id)
      },
    },
    {
      title: 'what needs somebody, a routed session or an id finds out that it is missing',
      run: async () => {
        const empty = await routed(video)
        await fails(video.archives.start(empty), 404)
        await fails(video.signals.send(empty, { data: 'x' }), 404)
        const { sessionId } = await video.createSession()
        const token = await video.generateToken(sessionId)
        await fails(video.sip.dial(sessionId, { token, uri: 'sip:ada@example.com' }), 409)
        await fails(video.archives.get(nobody), 404)
        await fails(video.archives.delete(nobody), 404)
        await fails(video.broadcasts.get(nobody), 404)
        await fails(video.captions.get(nobody), 404)
        await fails(video.renders.get(nobody), 404)
        await fails(video.audioConnectors.stop(nobody), 404)
        await fails(video.callbacks.unregister(nobody), 404)
        await fails(video.sessions.migrate(empty), 404)
      },
    },
    {
      title: 'a broadcast is on air until it is stopped',
      run: async () => {
        const { sessionId } = await called(video)
        const { id } = await video.broadcasts.start(sessionId, { outputs: { hls: {} } })
        equal((await video.broadcasts.list({ sessionId })).items[0]?.id, id)
        await video.broadcasts.setLayout(id, { type: 'pip' })
        equal((await video.broadcasts.stop(id)).status, 'stopped')
      },
    },
    {
      title: 'captions take a moderator, once at a time',
      run: async () => {
        const sessionId = await routed(video)
        await called(video, sessionId)
        const token = await video.generateToken(sessionId, { role: 'moderator' })
        const publisher = await video.generateToken(sessionId)
        await fails(video.captions.start(sessionId, { token: publisher }), 403)
        const { captionsId } = await video.captions.start(sessionId, { token })
        equal((await video.captions.get(captionsId)).status, 'started')
        await fails(video.captions.start(sessionId, { token }), 409)
        await video.captions.stop(captionsId)
        equal((await video.captions.get(captionsId)).status, 'stopped')
      },
    },
    {
      title: 'a rendered page is in the session until it is stopped',
      run: async () => {
        const sessionId = await routed(video)
        const token = await video.generateToken(sessionId)
        const url = 'https://example.com/page'
        const { id } = await video.renders.start(sessionId, { token, url, name: 'Agenda' })
        equal((await video.renders.get(id)).name, 'Agenda')
        equal((await video.renders.list({ count: 1 })).items[0]?.id, id)
        await video.renders.stop(id)
        equal((await video.renders.get(id)).status, 'stopped')
      },
    },
    {
      title: 'callbacks are listed until they are unregistered',
      run: async () => {
        const topic = { group: 'archive', event: 'status', url: 'http://127.0.0.1:9/' }
        const { id } = await video.callbacks.register(topic)
        const listed = async () => (await video.callbacks.list()).map((callback) => callback.id)
        holds((await listed()).includes(id), 'it is not listed')
        await video.callbacks.unregister(id)
        holds(!(await listed()).includes(id), 'it is still listed')
      },
    },
    {
      title: 'credentials are taken, and storage can be set and cleared',
      run: async () => {
        await video.checkCredentials()
        const config = { accessKey: 'key', secretKey: 'secret', bucket: 'recordings' }
        await video.archiveStorage.set({ type: 's3', config })
        await video.archiveStorage.clear()
      },
    },
  ]
}

async function routed(video: VideoApi): Promise<string> {
  return (await video.createSession({ mediaMode: 'routed' })).sessionId
}

async function called(video: VideoApi, existing?: string) {
  const sessionId = existing ?? (await routed(video))
  const token = await video.generateToken(sessionId)
  return {
    sessionId,
    phone: await video.sip.dial(sessionId, { token, uri: 'sip:ada@example.com' }),
  }
}

async function fails(call: Promise<unknown>, status: number): Promise<void> {
  const [outcome] = await Promise.allSettled([call])
  const error: unknown = outcome.status === 'rejected' ? outcome.reason : undefined
  holds(error instanceof VideoError, 'it did not fail with a VideoError')
  holds(error instanceof VideoError && error.status === status, String(error))
}

function equal(found: unknown, wanted: unknown): void {
  const [is, shall] = [JSON.stringify(found), JSON.stringify(wanted)]
  holds(is === shall, `it is ${is}, not ${shall}`)
}

function holds(condition: boolean, otherwise: string): void {
  if (!condition) throw new Error(otherwise)
}
