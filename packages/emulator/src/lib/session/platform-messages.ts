import type { Raptor } from '../wire/raptor.ts'

/** What clients are told, by the verb and the collections of its address, and what becomes of it in an app. */
export const platformMessages: Readonly<Record<string, string>> = {
  'created connection': '`connectionCreated`; the own one completes joining',
  'deleted connection': '`connectionDestroyed`; the own one is `sessionDisconnected`',
  'created stream': '`streamCreated`; the own one completes publishing',
  'deleted stream': '`streamDestroyed`',
  'updated stream/channel': '`streamPropertyChanged`, `videoEnabled`, `videoDisabled`',
  'update stream': 'the publisher mutes itself: `muteForced`',
  update: '`muteForced` of the session, mute on entry',
  'signal signal': '`signal` to everybody',
  'signal connection/signal': '`signal` to one connection',
  'generateoffer stream': 'the publisher makes an offer for the media router',
  'answer stream': 'negotiation of media with the media router',
  'candidate stream': 'negotiation of media with the media router',
  'generateoffer stream/subscriber': 'the publisher makes an offer for a subscriber',
  'offer stream/subscriber': 'negotiation of media',
  'answer stream/subscriber': 'negotiation of media',
  'candidate stream/subscriber': 'negotiation of media',
  'deleted stream/subscriber': 'the publisher closes a peer connection',
  'update stream/subscriber/channel': '`videoDisabled`, `videoEnabled` with reason `quality`',
  'updated stream/subscriber/channel': '`videoDisableWarning`, `videoDisableWarningLifted`',
  'data stream/subscriber/channel/data': 'statistics of a sender',
  'data stream/channel/data': '`captionReceived`',
  'created archive': '`archiveStarted`',
  'updated archive': '`archiveStopped`; `archiveUpdated` when it pauses',
  'notification notification': 'the client moves to another server',
}

/** The entry of `platformMessages` for a message. */
export function platformMessageOf({ method, uri }: Raptor): string {
  const path = uri.split('/').slice(6)
  const collections = path.filter((_, index) => index % 2 === 0)
  return `${method} ${collections.join('/')}`.trim()
}
