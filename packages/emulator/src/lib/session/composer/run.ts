import type { Activity } from '../activity.ts'
import { put } from '../collection.ts'
import {
  admitGuest,
  consequences,
  dismissGuest,
  isRefusal,
  publishAsGuest,
} from '../guest/guest.ts'
import { answer, refuse } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { Session } from '../session.ts'
import { describeRender, isRunning, renderCallback, runningRenders } from './render.ts'
import type { Render, StartRender } from './render.ts'

const startingMs = 1000

/** Begins to render a page; its stream appears when the page is there. */
export function startRender(session: Session, message: StartRender): Outcome {
  const { id, guest, stream, settings } = message
  const times = { createdAt: session.at, updatedAt: session.at }
  const render: Render = {
    id,
    guest,
    stream,
    ...settings,
    ...times,
    status: 'starting',
    reason: '',
  }
  const next = { ...session, renders: put(session.renders, render) }
  return answer(next, describeRender(next, render))
}

export function stopRender(session: Session, id: string): Outcome {
  const render = session.renders.get(id)
  if (render === undefined) return refuse(session, 404, 'There is no such render')
  if (!isRunning(render)) return answer(session, describeRender(session, render))
  const ended = end(session, render, { status: 'stopped', reason: 'Stop Requested' })
  const now = ended.session.renders.get(id) ?? render
  return answer(ended.session, describeRender(ended.session, now), ...ended.effects)
}

/** A render publishes when it has started, and ends with its stream, with a server rotation or its time. */
export const renderActivity: Activity = {
  follow: (before, session) =>
    runningRenders(session.renders).reduce<Outcome>(
      (sofar, render) => {
        const moved = move(sofar.session, render, before)
        return { session: moved.session, effects: [...sofar.effects, ...moved.effects] }
      },
      { session, effects: [] },
    ),
  due: (session) => Math.min(...runningRenders(session.renders).map(nextStepOf)),
}

function move(session: Session, render: Render, before: Session): Outcome {
  if (session.server !== before.server) {
    return end(session, render, { status: 'stopped', reason: 'serverRotation' })
  }
  if (render.status === 'starting') {
    return session.at >= nextStepOf(render) ? begin(session, render) : unchanged(session)
  }
  if (!session.streams.has(render.stream.id)) {
    return end(session, render, { status: 'stopped', reason: 'Stream ended by a moderator' })
  }
  if (session.at < nextStepOf(render)) return unchanged(session)
  return end(session, render, { status: 'stopped', reason: 'Max Duration Exceeded' })
}

function begin(session: Session, render: Render): Outcome {
  const { guest, stream } = render
  const admitted = admitGuest(session, guest)
  const published = publishAsGuest(admitted.session, guest.connection, stream)
  if (isRefusal(admitted) || isRefusal(published)) {
    return end(session, render, { status: 'failed', reason: 'The session takes no more streams' })
  }
  const started: Render = { ...render, status: 'started', updatedAt: session.at }
  const next = { ...published.session, renders: put(session.renders, started) }
  const effects = [...consequences(admitted), ...consequences(published)]
  return { session: next, effects: [...effects, renderCallback(next, started)] }
}

function end(session: Session, render: Render, ending: Pick<Render, 'status' | 'reason'>): Outcome {
  const ended: Render = { ...render, ...ending, updatedAt: session.at }
  const kept = { ...session, renders: put(session.renders, ended) }
  const left = dismissGuest(kept, render.guest.connection)
  return { session: left.session, effects: [...left.effects, renderCallback(kept, ended)] }
}

function nextStepOf({ status, createdAt, maxDuration }: Render): number {
  return createdAt + (status === 'starting' ? startingMs : maxDuration * 1000)
}

function unchanged(session: Session): Outcome {
  return { session, effects: [] }
}
