import * as archives from '../checks/archives.ts'
import * as archiveStreams from '../checks/archive-streams.ts'
import * as audioConnector from '../checks/audio-connector.ts'
import * as broadcasts from '../checks/broadcasts.ts'
import * as broadcastStreams from '../checks/broadcast-streams.ts'
import * as callbacks from '../checks/callbacks.ts'
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
import * as own from './npm-opentok-checks.ts'
import type { NpmOpenTok } from './npm-opentok-verbs.ts'

const parsesTwice: KnownFault = {
  reason: 'the SDK parses the answer a second time, whatever the server',
  error: /JSON/,
}
const noSuchExport: KnownFault = {
  reason: 'the SDK calls a function that it does not have',
  error: /is not a function/,
}

export const npmOpenTokRows = rowsOf<NpmOpenTok>([
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
  ['generateToken', 'so it has with a T1 token', own.legacyTokenSaysWhoSomebodyIs],
  ['Session.generateToken', 'so it has with a token of the session object', own.sessionMakesTokens],
  ['generateJwt', 'the platform takes it for the project', own.jwtOpensTheApi],
  ['signal', 'every page hears it, from nobody', signals.signalsEverybody],
  ['signal', 'to one connection: nobody else hears it', signals.signalsOne],
  [
    'signal',
    'to an unknown connection is refused',
    signals.refusesSignalToNobody(/Session or Connection not found/),
  ],
  ['signal', 'of more than 8 kB is refused', signals.refusesLongSignal(/Unexpected response/)],
  [
    'forceDisconnect',
    'the page hears sessionDisconnected: forceDisconnected',
    connections.disconnectsSomebody,
  ],
  [
    'forceDisconnect',
    'of an unknown connection is refused',
    connections.refusesToDisconnectNobody(/./),
  ],
  ['getStream', 'id, name, video type and classes', streams.findsStream, parsesTwice],
  ['listStreams', 'both streams with name, video type and classes', streams.listsStreams],
  ['setStreamClassLists', 'listStreams shows the new classes', streams.setsClassLists],
  [
    'forceMuteStream',
    'the publisher hears muteForced, the others that it is silent',
    muting.mutesOneStream,
  ],
  ['forceMuteStream', 'of an unknown stream is refused', muting.refusesToMuteNothing(/Not Found/)],
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
    archives.refusesSecondArchive(/Unexpected response/),
  ],
  [
    'startArchive',
    'of a relayed session is refused',
    archives.refusesRelayedSession(/Unexpected response/),
  ],
  ['stopArchive', 'it is stopped, and archiveStopped in every page', archives.stopsArchive],
  [
    'stopArchive',
    'of an unknown archive is refused',
    archives.refusesToStopUnknownArchive(/Archive not found/),
  ],
  ['stopArchive', 'of a stopped archive is refused', archives.refusesToStopTwice(/./)],
  ['getArchive', 'the archive', archives.findsArchive],
  ['getArchive', 'the file can be fetched once it is available', files.handsOutRecording],
  [
    'getArchive',
    'of an unknown archive is refused',
    archives.refusesUnknownArchive(/Archive not found/),
  ],
  ['listArchives', 'newest first, by session, offset and count', archives.listsArchives],
  ['deleteArchive', 'it is gone', archives.deletesArchive(/Archive not found/)],
  [
    'deleteArchive',
    'of an unknown archive is refused',
    archives.refusesToDeleteUnknownArchive(/Archive not found/),
  ],
  [
    'setArchiveLayout',
    'preset, own and screen-share layouts are taken',
    archives.changesArchiveLayout,
  ],
  [
    'setArchiveLayout',
    'an unknown layout is refused',
    archives.refusesUnknownLayout(/Unexpected response/),
  ],
  [
    'addArchiveStream',
    'getArchive shows the stream and its media',
    archiveStreams.addsArchiveStream,
  ],
  [
    'addArchiveStream',
    'in auto mode is refused',
    archiveStreams.refusesStreamsInAutoMode(/Unsupported Stream Mode|Invalid request/),
  ],
  ['removeArchiveStream', 'getArchive no longer shows it', archiveStreams.removesArchiveStream],
  [
    'removeArchiveStream',
    'of an unknown archive is refused',
    archiveStreams.refusesStreamOfUnknownArchive(/Archive or stream not found/),
  ],
  ['Archive.stop', 'the archive is stopped', own.archiveStopsItself],
  ['Archive.delete', 'the archive is gone', own.archiveDeletesItself],
  ['startBroadcast', 'a broadcast with its HLS and RTMP addresses', broadcasts.startsBroadcast],
  [
    'startBroadcast',
    'a second one without a tag is refused',
    broadcasts.refusesSecondBroadcast(/Failed to start broadcast/),
  ],
  [
    'startBroadcast',
    'without outputs is refused',
    broadcasts.refusesBroadcastToNowhere(/Bad session ID/),
  ],
  ['stopBroadcast', 'it is stopped and has no addresses any more', broadcasts.stopsBroadcast],
  ['getBroadcast', 'the broadcast', broadcasts.findsBroadcast],
  ['getBroadcast', 'the HLS address can be fetched', files.handsOutPlaylist],
  [
    'getBroadcast',
    'of an unknown broadcast is refused',
    broadcasts.refusesUnknownBroadcast(/Failed to get broadcast/),
  ],
  ['listBroadcasts', 'those of the session', broadcasts.listsBroadcasts],
  [
    'setBroadcastLayout',
    'preset and screen-share layouts are taken',
    broadcasts.changesBroadcastLayout,
  ],
  ['addBroadcastStream', 'getBroadcast shows the stream', broadcastStreams.addsBroadcastStream],
  [
    'removeBroadcastStream',
    'getBroadcast no longer shows it',
    broadcastStreams.removesBroadcastStream,
  ],
  ['Broadcast.stop', 'the broadcast is stopped', own.broadcastStopsItself],
  ['startCaptions', 'the id of the captions', captions.startsCaptions],
  ['startCaptions', 'a second time is refused', captions.refusesSecondCaptions(/already started/)],
  [
    'startCaptions',
    'without the token of a moderator is refused',
    captions.refusesCaptionsOfPublisher(/Invalid API key or secret/),
  ],
  ['stopCaptions', 'they can be started again', captions.stopsCaptions],
  [
    'stopCaptions',
    'of unknown captions is refused',
    captions.refusesToStopUnknownCaptions(/Not Found/),
  ],
  ['startRender', 'a render that is starting', renders.startsRender],
  [
    'startRender',
    'of something that is no address is refused',
    renders.refusesBadAddress(/Unexpected response/),
  ],
  ['stopRender', 'it is stopped', renders.stopsRender],
  ['getRender', 'its stream is in every page until the render is stopped', renders.publishesRender],
  ['getRender', 'the render', renders.findsRender],
  ['getRender', 'of an unknown render is refused', renders.refusesUnknownRender(/Not Found/)],
  ['listRenders', 'it is among them; count limits them', renders.listsRenders],
  ['websocketConnect', 'a connection joins and can be put out', audioConnector.connectsAudio],
  ['websocketConnect', 'the own server is called, greeted and left', audioConnector.greetsListener],
  [
    'websocketConnect',
    'to something that is no WebSocket is refused',
    audioConnector.refusesOtherSchemes(/Error connecting to websocket/),
  ],
  ['dial', 'the phone joins with a stream and can be put out', telephony.dialsPhone],
  ['dial', 'with a bad token is refused', telephony.refusesBadToken(/Failed to dial endpoint/)],
  ['playDTMF', 'to all, with a phone in the session: taken', telephony.playsTonesToAll],
  ['playDTMF', 'to the phone alone: taken', telephony.playsTonesToOne],
  ['playDTMF', 'other characters are refused', telephony.refusesOtherTones(/Unexpected response/)],
  ['playDTMF', 'to an unknown connection is refused', telephony.refusesTonesToNobody(/Not Found/)],
  [
    'registerCallback',
    'the own server is told of the next connection',
    callbacks.registersCallback,
  ],
  ['listCallbacks', 'it is among them', callbacks.listsCallbacks],
  ['unregisterCallback', 'it is no longer listed', callbacks.unregistersCallback],
  ['Callback.unregister', 'it is no longer listed', own.callbackUnregistersItself, noSuchExport],
])
