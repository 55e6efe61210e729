import type { RecordedRequest } from './recorder.ts'

/** Something that an official SDK sends and we do not, on purpose, or the other way round. */
export interface Difference {
  readonly reason: string
  /** The SDK's request without the difference; the same request when it is not about it. */
  undo(theirs: RecordedRequest): RecordedRequest
}

export const differences: readonly Difference[] = [
  {
    reason: '@vonage/video takes any kind of answer; we ask for the one that we can read',
    undo: (theirs) => withHeader(theirs, 'accept', 'application/json'),
  },
  {
    reason: '@vonage/video sends the word null for a location that was not given',
    undo: (theirs) => withBody(theirs, theirs.body.replace('location=null&', '')),
  },
  {
    reason: '@vonage/video begins and lists broadcasts at an address with a slash at its end',
    undo: (theirs) => ({
      ...theirs,
      path: theirs.path.replace(/\/broadcast\/(?=\?|$)/, '/broadcast'),
    }),
  },
  {
    reason: '@vonage/video repeats the id of the address in the body',
    undo: (theirs) => withoutMember(theirs, 'broadcastId'),
  },
  {
    reason:
      '@vonage/video declares JSON and sends nothing, npm opentok does not even declare it; we send {}',
    undo: (theirs) =>
      theirs.method === 'POST' && theirs.body === ''
        ? withHeader(withBody(theirs, '{}'), 'content-type', 'application/json')
        : theirs,
  },
  {
    reason:
      'npm opentok writes defaults of the platform out, @vonage/video an empty list of exceptions',
    undo: (theirs) => {
      if (theirs.path.endsWith('/captions')) {
        return ['languageCode', 'maxDuration', 'partialCaptions'].reduce(withoutMember, theirs)
      }
      if (/\/broadcast\/[^/]+\/streams$/.test(theirs.path)) {
        return ['hasAudio', 'hasVideo'].reduce(withoutMember, theirs)
      }
      if (theirs.path.endsWith('/broadcast')) return withoutMember(theirs, 'streamMode')
      if (theirs.body.startsWith('{"active":false'))
        return withoutMember(theirs, 'excludedStreamIds')
      return theirs
    },
  },
  {
    reason: 'JSON with the same members in another order',
    undo: (theirs) =>
      theirs.body.startsWith('{') ? withBody(theirs, inOrder(theirs.body)) : theirs,
  },
]

/** JSON with the members of every object in alphabetical order. */
export function inOrder(json: string): string {
  return JSON.stringify(JSON.parse(json), (_name, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })
}

function withBody(request: RecordedRequest, body: string): RecordedRequest {
  return { ...request, body }
}

function withHeader(request: RecordedRequest, name: string, value: string): RecordedRequest {
  return { ...request, headers: { ...request.headers, [name]: value } }
}

function withoutMember(request: RecordedRequest, name: string): RecordedRequest {
  if (!request.body.startsWith('{')) return request
  const { [name]: _, ...rest } = JSON.parse(request.body) as Record<string, unknown>
  return withBody(request, JSON.stringify(rest))
}
