import * as archives from '../checks/archives.ts'
import * as archiveStreams from '../checks/archive-streams.ts'
import * as audioConnector from '../checks/audio-connector.ts'
import * as broadcasts from '../checks/broadcasts.ts'
import * as broadcastStreams from '../checks/broadcast-streams.ts'
import * as captions from '../checks/captions.ts'
import * as connections from '../checks/connections.ts'
import * as files from '../checks/files.ts'
import * as muting from '../checks/muting.ts'
import * as renders from '../checks/renders.ts'
import * as sessions from '../checks/sessions.ts'
import * as signals from '../checks/signals.ts'
import * as streams from '../checks/streams.ts'
import * as telephony from '../checks/telephony.ts'
import { rowsOf, type KnownFault } from '../row.ts'
import * as ofObjects from './object-checks.ts'
import * as own from './php-checks.ts'
import type { PhpOpenTok } from './php-verbs.ts'

const sendsVideoForAudio: KnownFault = {
  reason: 'the SDK sends the choice of video for audio too',
  error: /hasAudio: false/,
}
const asksForArchive: KnownFault = {
  reason: 'the SDK asks for an archive of that id in place of the broadcast',
  error: /no such archive/,
}
// Some releases of the SDK cannot even find the class of the exception that they mean to throw.
const asksForNothing: KnownFault = {
  reason: 'the SDK asks for a render with an empty body',
  error: /InvalidArgumentException/,
}

export const phpRows = rowsOf<PhpOpenTok>([
  [
    'createSession',
    'relayed and routed sessions are what they say',
    sessions.createsSessionsOfBothModes,
  ],
  [
    'createSession',
    'archiveMode always records from the first visitor on',
    sessions.archivesFromTheStart,
  ],
  ['createSession', 'a wrong secret is refused', own.refusesWrongSecret],
  ['generateToken', 'a page that joins has role and data', sessions.tokenSaysWhoSomebodyIs],
  ['generateToken', 'streams start with its layout classes', sessions.tokenGivesLayoutClasses],
  ['Session.generateToken', 'so it has with a token of the session object', own.sessionMakesTokens],
  ['signal', 'every page hears it, from nobody', signals.signalsEverybody],
  ['signal', 'to one connection: nobody else hears it', signals.signalsOne],
  [
    'signal',
    'to an unknown connection is refused',
    signals.refusesSignalToNobody(/^SignalConnectionException/),
  ],
  [
    'forceDisconnect',
    'the page hears sessionDisconnected: forceDisconnected',
    connections.disconnectsSomebody,
  ],
  [
    'forceDisconnect',
    'of an unknown connection is refused',
    connections.refusesToDisconnectNobody(/^ForceDisconnectConnectionException/),
  ],
  ['listConnections', 'everybody, the first to come first', connections.listsConnections],
  ['getStream', 'id, name, video type and classes', streams.findsStream],
  ['listStreams', 'both streams with name, video type and classes', streams.listsStreams],
  ['setStreamClassLists', 'listStreams shows the new classes', streams.setsClassLists],
  ['updateStream', 'getStream shows the new classes', own.updatesStream],
  [
    'forceMuteStream',
    'the publisher hears muteForced, the others that it is silent',
    muting.mutesOneStream,
  ],
  [
    'forceMuteStream',
    'of an unknown stream is refused',
    muting.refusesToMuteNothing(/answered false/),
  ],
  [
    'forceMuteAll',
    'all but the excluded are muted, and who comes later',
    muting.mutesEverybodyButOne,
  ],
  [
    'disableForceMute',
    'pages hear that it ended; who publishes later can be heard',
    muting.endsMuting,
  ],
  ['startArchive', 'an archive, and archiveStarted in every page', archives.startsArchive],
  [
    'startArchive',
    'a second one without a tag is refused',
    archives.refusesSecondArchive(/Exception/),
  ],
  ['startArchive', 'of a relayed session is refused', archives.refusesRelayedSession(/Exception/)],
  ['stopArchive', 'it is stopped, and archiveStopped in every page', archives.stopsArchive],
  [
    'stopArchive',
    'of an unknown archive is refused',
    archives.refusesToStopUnknownArchive(/Exception/),
  ],
  ['getArchive', 'the archive', archives.findsArchive],
  ['getArchive', 'the file can be fetched once it is available', files.handsOutRecording],
  ['getArchive', 'of an unknown archive is refused', archives.refusesUnknownArchive(/Exception/)],
  ['listArchives', 'newest first, by session, offset and count', archives.listsArchives],
  ['deleteArchive', 'it is gone', archives.deletesArchive(/Exception/)],
  [
    'setArchiveLayout',
    'preset, own and screen-share layouts are taken',
    archives.changesArchiveLayout,
  ],
  ['setArchiveLayout', 'an unknown layout is refused', archives.refusesUnknownLayout(/Exception/)],
  [
    'Archive.addStreamToArchive',
    'getArchive shows the stream and its media',
    archiveStreams.addsArchiveStream,
    sendsVideoForAudio,
  ],
  ['Archive.addStreamToArchive', 'in auto mode is refused', own.refusesStreamsInAutoMode],
  [
    'Archive.removeStreamFromArchive',
    'getArchive no longer shows it',
    archiveStreams.removesArchiveStream,
  ],
  ['Archive.stop', 'the archive is stopped', ofObjects.archiveStopsItself],
  ['Archive.delete', 'the archive is gone', ofObjects.archiveDeletesItself],
  ['startBroadcast', 'a broadcast with its HLS and RTMP addresses', broadcasts.startsBroadcast],
  [
    'startBroadcast',
    'a second one without a tag is refused',
    broadcasts.refusesSecondBroadcast(/Exception/),
  ],
  ['stopBroadcast', 'it is stopped and has no addresses any more', broadcasts.stopsBroadcast],
  ['getBroadcast', 'the broadcast', broadcasts.findsBroadcast],
  ['getBroadcast', 'the HLS address can be fetched', files.handsOutPlaylist],
  [
    'getBroadcast',
    'of an unknown broadcast is refused',
    broadcasts.refusesUnknownBroadcast(/Exception/),
  ],
  [
    'updateBroadcastLayout',
    'preset and screen-share layouts are taken',
    broadcasts.changesBroadcastLayout,
  ],
  ['Broadcast.updateLayout', 'a preset layout is taken', own.broadcastChangesItsLayout],
  [
    'Broadcast.addStreamToBroadcast',
    'getBroadcast shows the stream',
    broadcastStreams.addsBroadcastStream,
  ],
  [
    'Broadcast.removeStreamFromBroadcast',
    'getBroadcast no longer shows it',
    broadcastStreams.removesBroadcastStream,
    asksForArchive,
  ],
  ['Broadcast.stop', 'the broadcast is stopped', own.broadcastStopsItself],
  ['startCaptions', 'the id of the captions', captions.startsCaptions],
  ['startCaptions', 'a second time is refused', captions.refusesSecondCaptions(/Exception/)],
  ['stopCaptions', 'they can be started again', captions.stopsCaptions],
  ['startRender', 'a render that is starting', renders.startsRender, asksForNothing],
  ['stopRender', 'it is stopped', own.ofOthers(renders.stopsRender)],
  [
    'getRender',
    'its stream is in every page until the render is stopped',
    own.ofOthers(renders.publishesRender),
  ],
  ['getRender', 'the render', own.ofOthers(renders.findsRender)],
  ['listRenders', 'it is among them; count limits them', own.ofOthers(renders.listsRenders)],
  ['connectAudio', 'a connection joins and can be put out', audioConnector.connectsAudio],
  ['connectAudio', 'the own server is called, greeted and left', audioConnector.greetsListener],
  ['dial', 'the phone joins with a stream and can be put out', telephony.dialsPhone],
  ['dial', 'with a bad token is refused', telephony.refusesBadToken(/Exception/)],
  ['playDTMF', 'to all, with a phone in the session: taken', telephony.playsTonesToAll],
  ['playDTMF', 'to the phone alone: taken', telephony.playsTonesToOne],
  ['playDTMF', 'other characters are refused', telephony.refusesOtherTones(/Exception/)],
])
