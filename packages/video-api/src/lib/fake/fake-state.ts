/** What a fake platform knows. */
export interface FakeState {
  readonly applicationId: string
  readonly sessions: Map<string, FakeSession>
  readonly archives: Map<string, FakeComposition>
  readonly broadcasts: Map<string, FakeComposition>
  readonly renders: Map<string, FakeRender>
  readonly connectors: Map<string, FakeGuest>
  readonly callbacks: Map<string, Json>
  /** Where new archives end. */
  storage: 'available' | 'uploaded'
}

export type Json = Readonly<Record<string, unknown>>

export interface FakeSession {
  readonly id: string
  readonly isRouted: boolean
  readonly connections: Map<string, number>
  readonly streams: Map<string, FakeStream>
  captions: { readonly id: string; status: 'started' | 'stopped' } | undefined
}

export interface FakeStream {
  readonly id: string
  readonly connectionId: string
  readonly name: string
  layoutClassList: readonly string[]
}

/** An archive or a broadcast. */
export interface FakeComposition {
  readonly id: string
  readonly sessionId: string
  readonly createdAt: number
  readonly body: Json
  readonly streams: Map<string, Json>
  status: string
}

/** Somebody the platform itself brings into a session. */
export interface FakeGuest {
  readonly id: string
  readonly sessionId: string
  readonly connectionId: string
}

export interface FakeRender extends FakeGuest {
  readonly streamId: string
  readonly createdAt: number
  readonly body: Json
  status: string
}

export function emptyState(applicationId: string): FakeState {
  return {
    applicationId,
    sessions: new Map(),
    archives: new Map(),
    broadcasts: new Map(),
    renders: new Map(),
    connectors: new Map(),
    callbacks: new Map(),
    storage: 'available',
  }
}
