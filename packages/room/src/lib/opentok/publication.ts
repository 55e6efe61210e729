import { anySignal } from '../async/any-signal.ts'
import { deviceErrorCode, type DeviceKind } from '../errors/device-error-code.ts'
import { asRoomError, RoomError } from '../errors/room-error.ts'
import type { LocalDevice, WantedMedia } from '../state/local-device.ts'
import { createBlurConnector } from './blur-connector.ts'
import { publishProblem } from './map-error.ts'
import { openPublisher, type OpenPublisher } from './open-publisher.ts'
import {
  openingAttempts,
  planPublication,
  type Step,
  type Track,
  type Tracks,
} from './plan-publication.ts'
import type { PublicationContext } from './publication-context.ts'
import {
  closePublisher,
  deviceTrack,
  muteTrack,
  showBackground,
  stopTracks,
  switchTrack,
  unmuteTrack,
} from './publisher-track.ts'
import { watchPublisher } from './watch-publisher.ts'

/** What the visitor sends to a session. */
export interface Publication {
  /** Makes what is sent what is wanted; calls run one after the other. */
  become(wanted: WantedMedia): Promise<void>
}

const kinds = ['microphone', 'camera'] as const

/** Carries out the plan of `planPublication` on OpenTok.js, and tells of each device how it went. */
export function createPublication(context: PublicationContext): Publication {
  const { session, stay, blur } = context
  let open: OpenPublisher | undefined
  let busy: OpenPublisher['publisher'] | undefined
  let watching = new AbortController()
  let last: Promise<void> = Promise.resolve()
  /** Who hears whether the system holds a device back. */
  const watches = { camera: new AbortController(), microphone: new AbortController() }

  stay.signal.addEventListener('abort', close)

  async function become(wanted: WantedMedia): Promise<void> {
    for (const step of planPublication(open?.tracks, wanted)) {
      if (stay.signal.aborted) return
      await run(step)
    }
  }

  async function run(step: Step): Promise<void> {
    switch (step.type) {
      case 'open':
        return start(step.tracks)
      case 'close':
        return close()
      case 'mute':
        return change(step.kind, { status: 'muted' }, (it) => muteTrack(it, step.kind))
      case 'unmute': {
        const deviceId = step.deviceId ?? open?.tracks[step.kind].deviceId
        const track = liveTrack(deviceId)
        return change(step.kind, track, (it) => unmuteTrack(it, step.kind, deviceId))
      }
      case 'switch': {
        const { deviceId, kind } = step
        return change(kind, liveTrack(deviceId), (it) => switchTrack(it, kind, deviceId))
      }
      case 'background': {
        const { background } = step
        const { status = 'muted' } = open?.tracks.camera ?? {}
        return change('camera', { status, background }, (it) => showBackground(it, background))
      }
      default:
        return step satisfies never
    }
  }

  async function start(tracks: Tracks): Promise<void> {
    for (const kind of kinds) if (tracks[kind].status === 'live') tell(kind, { status: 'starting' })
    const opened = await openWhatWorks(tracks)
    if (!opened) return
    if (stay.signal.aborted) return closePublisher(opened)
    open = opened
    watching = new AbortController()
    watchPublisher(opened, {
      ...context,
      signal: watching.signal,
      // Taken back by a host or by the system, not by `become`.
      onTaken(kind, device) {
        if (open) open = { ...open, tracks: { ...open.tracks, [kind]: { status: 'muted' } } }
        tell(kind, device)
      },
      onGone: close,
    })
    for (const kind of kinds) if (opened.tracks[kind].status === 'live') tellTrack(kind)
    await session.publish.promise(opened.publisher).catch((cause: unknown) => {
      if (open !== opened) return
      close()
      for (const kind of kinds) {
        if (opened.tracks[kind].status === 'live') {
          fail(kind, new RoomError(deviceErrorCode(kind, 'failed'), { cause }))
        }
      }
    })
  }

  async function openWhatWorks(tracks: Tracks): Promise<OpenPublisher | undefined> {
    const problems = new Map<DeviceKind, unknown>()
    let opened: OpenPublisher | undefined
    for (const attempt of openingAttempts(tracks)) {
      const connector = blur && createBlurConnector(blur, loseCamera)
      // Who leaves does not wait for a blur that is still on its way.
      stay.signal.addEventListener('abort', () => connector?.stop())
      try {
        opened = await openPublisher(context, attempt, connector)
        break
      } catch (error) {
        for (const kind of kinds) if (attempt[kind].status !== 'absent') problems.set(kind, error)
      }
    }
    for (const [kind, error] of problems) {
      const works = opened && opened.tracks[kind].status !== 'absent'
      if (!works) fail(kind, error)
    }
    return opened
  }

  async function change(
    kind: DeviceKind,
    next: Track,
    act: (open: OpenPublisher) => Promise<void>,
  ): Promise<void> {
    if (!open) return
    const acting = open
    const { signal } = watching
    const before = open.tracks[kind]
    busy = open.publisher
    try {
      await act(open)
      if (signal.aborted) return closePublisher(acting)
      open = { ...open, tracks: { ...open.tracks, [kind]: { ...before, ...next } } }
      tellTrack(kind)
    } catch (error) {
      if (signal.aborted) return closePublisher(acting)
      await giveUp(kind, error)
    } finally {
      busy = undefined
    }
  }

  /** Half a change may be worse than none: what did not work is off, and the visitor may try again. */
  async function giveUp(kind: DeviceKind, error: unknown): Promise<void> {
    if (!open) return
    const track: Track = { ...open.tracks[kind], status: 'muted' }
    open = { ...open, tracks: { ...open.tracks, [kind]: track } }
    await muteTrack(open, kind).catch(() => undefined)
    fail(kind, error)
  }

  /** Waits for its turn: what was begun ends first. */
  function loseCamera(error: RoomError): void {
    last = last.then(async () => {
      if (open?.tracks.camera.status !== 'live') return
      await giveUp('camera', error)
    })
  }

  function close(): void {
    watching.abort()
    if (!open) return
    // OpenTok.js loses what it is just opening for a publisher that is destroyed, and it would stay open.
    if (busy === open.publisher) stopTracks(open)
    else closePublisher(open)
    open = undefined
  }

  function tellTrack(kind: DeviceKind): void {
    watches[kind].abort()
    if (!open) return
    const { status, deviceId } = open.tracks[kind]
    if (status !== 'live') return tell(kind, { status: 'off', by: 'self' })
    const device = deviceTrack(open, kind)
    watches[kind] = new AbortController()
    const signal = anySignal([watches[kind].signal, watching.signal])
    for (const change of ['mute', 'unmute']) {
      device?.addEventListener(change, () => tellTrack(kind), { signal })
    }
    tell(kind, {
      status: 'on',
      ...(deviceId !== undefined && { deviceId }),
      ...(device?.muted && { held: true }),
    })
  }

  function fail(kind: DeviceKind, cause: unknown): void {
    const error = asRoomError(cause, deviceErrorCode(kind, publishProblem(cause)))
    tell(kind, { status: 'failed', error })
  }

  function tell(kind: DeviceKind, device: LocalDevice): void {
    stay.onEvent({ type: 'device-changed', kind, device })
  }

  return {
    become(wanted) {
      last = last.then(() => become(wanted))
      return last
    },
  }
}

function liveTrack(deviceId: string | undefined): Track {
  return { status: 'live', ...(deviceId !== undefined && { deviceId }) }
}
