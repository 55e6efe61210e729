import type { Activity } from '../activity.ts'
import { audible, changesOfHearing } from '../booth/hearing.ts'
import type { Hearing } from '../booth/hearing.ts'
import { put } from '../collection.ts'
import { accept, answer, refuse } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { Session } from '../session.ts'
import { captionsCallback, isCaptioned, runningCaptions } from './captions.ts'
import type { Captions, CaptionsSettings } from './captions.ts'

/** Starts captions for every stream whose publisher lets it be captioned. */
export function startCaptions(session: Session, id: string, settings: CaptionsSettings): Outcome {
  if (session.mediaMode === 'relayed') {
    return refuse(session, 409, 'Captions need a routed session')
  }
  if (runningCaptions(session) !== undefined) {
    return refuse(session, 409, 'Captions have already been started for this session')
  }
  if (session.connections.size === 0) return refuse(session, 404, 'Nobody is connected')
  const times = { createdAt: session.at, updatedAt: session.at }
  const started: Captions = { ...settings, ...times, id, status: 'started', reason: '' }
  const next = { ...session, captions: put(session.captions, started) }
  return answer(next, { captionsId: id }, captionsCallback(next, started))
}

/** Ends captions; what has ended stays so. */
export function stopCaptions(session: Session, id: string): Outcome {
  const captions = session.captions.get(id)
  if (captions === undefined) return refuse(session, 404, 'There are no such captions')
  if (captions.status === 'stopped') return accept(session)
  const ended = end(session, captions, 'user initiated')
  return accept(ended.session, ...ended.effects)
}

/** Captions end when everybody has left, when the session moves, and after their time. */
export const captionsActivity: Activity = {
  follow: (before, session) => {
    const captions = runningCaptions(session)
    const reason = captions && endingOf(captions, { before, session })
    const { session: next, effects } =
      captions === undefined || reason === undefined
        ? { session, effects: [] }
        : end(session, captions, reason)
    return {
      session: next,
      effects: [...effects, ...changesOfHearing(before, next, hearingsOf)],
    }
  },
  due: (session) => {
    const captions = runningCaptions(session)
    return captions === undefined ? Infinity : endOf(captions)
  },
}

function hearingsOf(session: Session): readonly Hearing[] {
  const captions = runningCaptions(session)
  if (captions === undefined) return []
  const { id, languageCode: language } = captions
  const captioned = [...session.streams.values()].filter(isCaptioned)
  return [{ listener: { type: 'captions', id, language }, streams: audible(captioned) }]
}

function endingOf(
  captions: Captions,
  { before, session }: { readonly before: Session; readonly session: Session },
): string | undefined {
  if (session.connections.size === 0) return 'session ended'
  if (session.server !== before.server) return 'serverRotation'
  return session.at >= endOf(captions) ? 'maximum duration exceeded' : undefined
}

function endOf({ createdAt, maxDuration }: Captions): number {
  return createdAt + maxDuration * 1000
}

function end(session: Session, captions: Captions, reason: string): Outcome {
  const ended: Captions = { ...captions, status: 'stopped', reason, updatedAt: session.at }
  const next = { ...session, captions: put(session.captions, ended) }
  return { session: next, effects: [captionsCallback(next, ended)] }
}
