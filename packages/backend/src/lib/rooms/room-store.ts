import type { MediaMode } from '@ot-room/video-api'

/** The session behind a room, as it was created. Plain JSON. */
export interface RoomSession {
  readonly sessionId: string
  readonly mediaMode: MediaMode
}

/** What a store knows about a room. */
export type RoomState =
  /** Never created, or released by a leader whose attempt failed. */
  | { readonly state: 'empty' }
  /** A leader holds the lease and is creating the session. */
  | { readonly state: 'creating' }
  /** The lease ran out before its leader committed: it may be dead. */
  | { readonly state: 'abandoned' }
  | { readonly state: 'ready'; readonly session: RoomSession }

/** The answer to a claim: lead, follow whoever leads, or take the session that exists. */
export type RoomClaim =
  | { readonly state: 'leading' }
  | { readonly state: 'creating' }
  | { readonly state: 'ready'; readonly session: RoomSession }

/**
 * Where rooms remember their sessions. Each verb is atomic per room, which any store with
 * compare-and-set can do: a Durable Object, a SQL row, a Redis script. The store's clock alone
 * decides about leases.
 */
export interface RoomStore {
  /** Makes `owner` the leader for `leaseMs` if the room is empty or abandoned. */
  claim(
    room: string,
    lease: { readonly owner: string; readonly leaseMs: number },
  ): Promise<RoomClaim>
  /**
   * Stores the session for good if `owner` is still the room's leader, late or not.
   * False means that another took the lease over: then this session must not be handed out.
   */
  commit(
    room: string,
    outcome: { readonly owner: string; readonly session: RoomSession },
  ): Promise<boolean>
  /** Makes the room empty again if `owner` is still its leader; otherwise does nothing. */
  release(room: string, owner: string): Promise<void>
  read(room: string): Promise<RoomState>
}
