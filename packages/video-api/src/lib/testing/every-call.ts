import type { AccountApi } from '../administration/account-api.ts'
import type { CallOptions } from '../options/call-options.ts'
import type { VideoApi } from '../video-api.ts'

/** Both doors to the platform. */
export interface Doors {
  readonly video: VideoApi
  readonly account: AccountApi
}

/** One call with everything that it can be given, and an answer of the platform's that is right. */
export interface KnownCall {
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Undefined when nothing but a success is waited for. */
  readonly answer?: unknown
  readonly make: (doors: Doors, options?: CallOptions) => Promise<unknown>
}

/** Secrets that go into requests; no error may show them. */
export const requestSecrets = {
  token: 'eyJhbGciOiJIUzI1NiJ9.eyJzY2Fu.Y2FuYXJ5LXRva2Vu',
  password: 'canary-sip-password',
  streamName: 'canary-stream-key',
  secretKey: 'canary/storage+secret=key',
} as const

const { token, password, streamName, secretKey } = requestSecrets
const id = '00000000-0000-4000-8000-000000000001'
const sessionId = '1_MX4xMDB-fjE3MjY0NjI1ODg2NDd-'
const archive = { id, status: 'started', sessionId, partnerId: 100, name: null, url: null }
const broadcast = { id, status: 'started', sessionId, broadcastUrls: null }
const render = { id, status: 'starting', sessionId }
const project = { id: 100, secret: 'canary-project-secret', status: 'ACTIVE' }
const pageUrl = 'https://example.com/page'

function known(
  name: string,
  method: KnownCall['method'],
  { make, answer }: Pick<KnownCall, 'make' | 'answer'>,
): KnownCall {
  return { name, method, make, answer }
}

/** Every call that there is. */
export const everyCall: readonly KnownCall[] = [
  known('createSession', 'POST', {
    answer: [{ session_id: sessionId }],
    make: ({ video }, options) => video.createSession({ mediaMode: 'routed', ...options }),
  }),
  known('checkCredentials', 'GET', {
    make: ({ video }, options) => video.checkCredentials(options),
  }),
  known('sessions.migrate', 'POST', {
    make: ({ video }, options) => video.sessions.migrate(sessionId, options),
  }),
  known('signals.send', 'POST', {
    make: ({ video }, options) =>
      video.signals.send(sessionId, { type: 't', data: 'd', ...options }),
  }),
  known('connections.list', 'GET', {
    answer: { count: 1, items: [{ connectionId: id, connectionState: 'Connected', createdAt: 1 }] },
    make: ({ video }, options) => video.connections.list(sessionId, options),
  }),
  known('connections.disconnect', 'DELETE', {
    make: ({ video }, options) => video.connections.disconnect(sessionId, id, options),
  }),
  known('streams.list', 'GET', {
    answer: { count: 1, items: [{ id, videoType: 'camera', name: '', layoutClassList: [] }] },
    make: ({ video }, options) => video.streams.list(sessionId, options),
  }),
  known('streams.get', 'GET', {
    answer: { id, videoType: 'camera', name: '', layoutClassList: ['full'] },
    make: ({ video }, options) => video.streams.get(sessionId, id, options),
  }),
  known('streams.setLayoutClasses', 'PUT', {
    make: ({ video }, options) =>
      video.streams.setLayoutClasses(sessionId, [{ id, layoutClassList: ['full'] }], options),
  }),
  known('streams.mute', 'POST', {
    make: ({ video }, options) => video.streams.mute(sessionId, id, options),
  }),
  known('streams.muteAll', 'POST', {
    make: ({ video }, options) =>
      video.streams.muteAll(sessionId, { excludedStreamIds: [id], ...options }),
  }),
  known('streams.endMuteAll', 'POST', {
    make: ({ video }, options) => video.streams.endMuteAll(sessionId, options),
  }),
  known('archives.start', 'POST', {
    answer: archive,
    make: ({ video }, options) => video.archives.start(sessionId, { name: 'n', ...options }),
  }),
  known('archives.get', 'GET', {
    answer: archive,
    make: ({ video }, options) => video.archives.get(id, options),
  }),
  known('archives.list', 'GET', {
    answer: { count: 1, items: [archive] },
    make: ({ video }, options) => video.archives.list({ count: 10, ...options }),
  }),
  known('archives.stop', 'POST', {
    answer: archive,
    make: ({ video }, options) => video.archives.stop(id, options),
  }),
  known('archives.delete', 'DELETE', {
    make: ({ video }, options) => video.archives.delete(id, options),
  }),
  known('archives.setLayout', 'PUT', {
    make: ({ video }, options) => video.archives.setLayout(id, { type: 'pip' }, options),
  }),
  known('archives.addStream', 'PATCH', {
    make: ({ video }, options) => video.archives.addStream(id, id, { hasVideo: false, ...options }),
  }),
  known('archives.removeStream', 'PATCH', {
    make: ({ video }, options) => video.archives.removeStream(id, id, options),
  }),
  known('archiveStorage.set', 'PUT', {
    make: ({ video }, options) => {
      const config = { accessKey: 'a', secretKey, bucket: 'b' }
      return video.archiveStorage.set({ type: 's3', config }, options)
    },
  }),
  known('archiveStorage.clear', 'DELETE', {
    make: ({ video }, options) => video.archiveStorage.clear(options),
  }),
  known('broadcasts.start', 'POST', {
    answer: broadcast,
    make: ({ video }, options) => {
      const rtmp = [{ serverUrl: 'rtmp://example.com/live', streamName }]
      return video.broadcasts.start(sessionId, { outputs: { rtmp }, ...options })
    },
  }),
  known('broadcasts.get', 'GET', {
    answer: broadcast,
    make: ({ video }, options) => video.broadcasts.get(id, options),
  }),
  known('broadcasts.list', 'GET', {
    answer: { count: 1, items: [broadcast] },
    make: ({ video }, options) => video.broadcasts.list({ sessionId, ...options }),
  }),
  known('broadcasts.stop', 'POST', {
    answer: broadcast,
    make: ({ video }, options) => video.broadcasts.stop(id, options),
  }),
  known('broadcasts.setLayout', 'PUT', {
    make: ({ video }, options) => video.broadcasts.setLayout(id, { type: 'pip' }, options),
  }),
  known('broadcasts.addStream', 'PATCH', {
    make: ({ video }, options) => video.broadcasts.addStream(id, id, options),
  }),
  known('broadcasts.removeStream', 'PATCH', {
    make: ({ video }, options) => video.broadcasts.removeStream(id, id, options),
  }),
  known('captions.start', 'POST', {
    answer: { captionsId: id },
    make: ({ video }, options) => video.captions.start(sessionId, { token, ...options }),
  }),
  known('captions.get', 'GET', {
    answer: { captionId: id, status: 'started' },
    make: ({ video }, options) => video.captions.get(id, options),
  }),
  known('captions.stop', 'POST', {
    make: ({ video }, options) => video.captions.stop(id, options),
  }),
  known('sip.dial', 'POST', {
    answer: { id, connectionId: id, streamId: id },
    make: ({ video }, options) => {
      const auth = { username: 'u', password }
      return video.sip.dial(sessionId, { token, uri: 'sip:ada@example.com', auth, ...options })
    },
  }),
  known('dtmf.play', 'POST', {
    make: ({ video }, options) => video.dtmf.play(sessionId, { digits: '1p#', ...options }),
  }),
  known('renders.start', 'POST', {
    answer: render,
    make: ({ video }, options) =>
      video.renders.start(sessionId, { token, url: pageUrl, name: 'n', ...options }),
  }),
  known('renders.get', 'GET', {
    answer: render,
    make: ({ video }, options) => video.renders.get(id, options),
  }),
  known('renders.list', 'GET', {
    answer: { count: 1, items: [render] },
    make: ({ video }, options) => video.renders.list(options),
  }),
  known('renders.stop', 'DELETE', {
    make: ({ video }, options) => video.renders.stop(id, options),
  }),
  known('audioConnectors.start', 'POST', {
    answer: { id, connectionId: id },
    make: ({ video }, options) =>
      video.audioConnectors.start(sessionId, { token, uri: 'wss://example.com/', ...options }),
  }),
  known('audioConnectors.stop', 'POST', {
    make: ({ video }, options) => video.audioConnectors.stop(id, options),
  }),
  known('callbacks.register', 'POST', {
    answer: { id, group: 'archive', url: pageUrl },
    make: ({ video }, options) =>
      video.callbacks.register({ group: 'archive', url: pageUrl, ...options }),
  }),
  known('callbacks.list', 'GET', {
    answer: [{ id, group: 'archive', url: pageUrl }],
    make: ({ video }, options) => video.callbacks.list(options),
  }),
  known('callbacks.unregister', 'DELETE', {
    make: ({ video }, options) => video.callbacks.unregister(id, options),
  }),
  known('projects.create', 'POST', {
    answer: project,
    make: ({ account }, options) => account.projects.create({ name: 'n', ...options }),
  }),
  known('projects.list', 'GET', {
    answer: [project],
    make: ({ account }, options) => account.projects.list(options),
  }),
  known('projects.get', 'GET', {
    answer: project,
    make: ({ account }, options) => account.projects.get('100', options),
  }),
  known('projects.setStatus', 'PUT', {
    answer: project,
    make: ({ account }, options) => account.projects.setStatus('100', 'SUSPENDED', options),
  }),
  known('projects.delete', 'DELETE', {
    make: ({ account }, options) => account.projects.delete('100', options),
  }),
  known('projects.refreshSecret', 'POST', {
    answer: project,
    make: ({ account }, options) => account.projects.refreshSecret('100', options),
  }),
]
