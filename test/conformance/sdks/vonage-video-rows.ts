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
import { rowsOf } from '../row.ts'
import * as own from './vonage-video-checks.ts'
import type { VonageVideo } from './vonage-video-verbs.ts'

const { status } = own

export const vonageVideoRows = rowsOf<VonageVideo>([
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
  ['createSession', 'a wrong private key is refused', own.refusesWrongKey],
  ['generateClientToken', 'a page that joins has role and data', sessions.tokenSaysWhoSomebodyIs],
  [
    'generateClientToken',
    'streams start with its layout classes',
    sessions.tokenGivesLayoutClasses,
  ],
  ['sendSignal', 'every page hears it, from nobody', signals.signalsEverybody],
  ['sendSignal', 'to one connection: nobody else hears it', signals.signalsOne],
  ['sendSignal', 'to an unknown connection is refused', signals.refusesSignalToNobody(status(404))],
  ['sendSignal', 'of more than 8 kB is refused', signals.refusesLongSignal(status(413))],
  [
    'disconnectClient',
    'the page hears sessionDisconnected: forceDisconnected',
    connections.disconnectsSomebody,
  ],
  [
    'disconnectClient',
    'of an unknown connection is refused',
    connections.refusesToDisconnectNobody(status(404)),
  ],
  ['getStreamInfo', 'id, name, video type and classes', streams.findsStream],
  ['getStreamInfo', 'both streams of the session', streams.listsStreams],
  [
    'getStreamInfo',
    'of an unknown stream is refused',
    streams.refusesUnknownStream(streamIsUnknown),
  ],
  ['setStreamClassLists', 'getStreamInfo shows the new classes', streams.setsClassLists],
  [
    'muteStream',
    'the publisher hears muteForced, the others that it is silent',
    muting.mutesOneStream,
  ],
  ['muteStream', 'of an unknown stream is refused', muting.refusesToMuteNothing(status(404))],
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
  ['forceMuteAll', 'answers with the project', own.answersWithProject],
  ['startArchive', 'an archive, and archiveStarted in every page', archives.startsArchive],
  [
    'startArchive',
    'a second one without a tag is refused',
    archives.refusesSecondArchive(status(409)),
  ],
  ['startArchive', 'of a relayed session is refused', archives.refusesRelayedSession(status(409))],
  ['stopArchive', 'it is stopped, and archiveStopped in every page', archives.stopsArchive],
  [
    'stopArchive',
    'of an unknown archive is refused',
    archives.refusesToStopUnknownArchive(status(404)),
  ],
  ['stopArchive', 'of a stopped archive is refused', archives.refusesToStopTwice(status(409))],
  ['getArchive', 'the archive', archives.findsArchive],
  ['getArchive', 'the file can be fetched once it is available', files.handsOutRecording],
  ['getArchive', 'of an unknown archive is refused', archives.refusesUnknownArchive(status(404))],
  ['searchArchives', 'newest first, by session, offset and count', archives.listsArchives],
  ['deleteArchive', 'it is gone', archives.deletesArchive(status(404))],
  [
    'deleteArchive',
    'of an unknown archive is refused',
    archives.refusesToDeleteUnknownArchive(status(404)),
  ],
  [
    'updateArchiveLayout',
    'preset, own and screen-share layouts are taken',
    archives.changesArchiveLayout,
  ],
  [
    'updateArchiveLayout',
    'an unknown layout is refused',
    archives.refusesUnknownLayout(status(400)),
  ],
  [
    'addArchiveStream',
    'getArchive shows the stream and its media',
    archiveStreams.addsArchiveStream,
  ],
  [
    'addArchiveStream',
    'in auto mode is refused',
    archiveStreams.refusesStreamsInAutoMode(modeIsWrong),
  ],
  ['removeArchiveStream', 'getArchive no longer shows it', archiveStreams.removesArchiveStream],
  [
    'removeArchiveStream',
    'of an unknown archive is refused',
    archiveStreams.refusesStreamOfUnknownArchive(status(404)),
  ],
  ['startBroadcast', 'a broadcast with its HLS and RTMP addresses', broadcasts.startsBroadcast],
  [
    'startBroadcast',
    'a second one without a tag is refused',
    broadcasts.refusesSecondBroadcast(status(409)),
  ],
  [
    'startBroadcast',
    'without outputs is refused',
    broadcasts.refusesBroadcastToNowhere(status(400)),
  ],
  ['stopBroadcast', 'it is stopped and has no addresses any more', broadcasts.stopsBroadcast],
  ['getBroadcast', 'the broadcast', broadcasts.findsBroadcast],
  ['getBroadcast', 'the HLS address can be fetched', files.handsOutPlaylist],
  [
    'getBroadcast',
    'of an unknown broadcast is refused',
    broadcasts.refusesUnknownBroadcast(status(404)),
  ],
  ['searchBroadcasts', 'those of the session', broadcasts.listsBroadcasts],
  ['addStreamToBroadcast', 'getBroadcast shows the stream', broadcastStreams.addsBroadcastStream],
  [
    'removeStreamFromBroadcast',
    'getBroadcast no longer shows it',
    broadcastStreams.removesBroadcastStream,
  ],
  ['updateBroadcast', 'getBroadcast shows the stream without audio', own.updatesBroadcast],
  ['enableCaptions', 'the id of the captions', captions.startsCaptions],
  ['enableCaptions', 'a second time is refused', captions.refusesSecondCaptions(status(409))],
  [
    'enableCaptions',
    'without the token of a moderator is refused',
    captions.refusesCaptionsOfPublisher(status(403)),
  ],
  ['disableCaptions', 'they can be started again', captions.stopsCaptions],
  [
    'disableCaptions',
    'of unknown captions is refused',
    captions.refusesToStopUnknownCaptions(status(404)),
  ],
  ['getCaptionStatus', 'started, then stopped', captions.tellsCaptionStatus],
  ['startExperienceComposerRender', 'a render that is starting', renders.startsRender],
  [
    'startExperienceComposerRender',
    'of something that is no address is refused',
    renders.refusesBadAddress(status(400)),
  ],
  ['stopExperienceComposerRender', 'it is stopped', renders.stopsRender],
  [
    'getExperienceComposerRender',
    'its stream is in every page until the render is stopped',
    renders.publishesRender,
  ],
  ['getExperienceComposerRender', 'the render', renders.findsRender],
  [
    'getExperienceComposerRender',
    'of an unknown render is refused',
    renders.refusesUnknownRender(status(404)),
  ],
  ['listExperienceComposerRenders', 'it is among them; count limits them', renders.listsRenders],
  ['connectToWebsocket', 'a connection joins and can be put out', audioConnector.connectsAudio],
  [
    'connectToWebsocket',
    'the own server is called, greeted and left',
    audioConnector.greetsListener,
  ],
  [
    'connectToWebsocket',
    'to something that is no WebSocket is refused',
    audioConnector.refusesOtherSchemes(status(400)),
  ],
  [
    'disconnectWebsocket',
    'the connection leaves, the own server hears the end',
    audioConnector.disconnectsAudio,
  ],
  ['initiateSIPCall', 'the phone joins with a stream and can be put out', telephony.dialsPhone],
  ['initiateSIPCall', 'with a bad token is refused', telephony.refusesBadToken(tokenIsBad)],
  ['intiateSIPCall', 'the phone joins with a stream and can be put out', own.dialsByOldName],
  ['playDTMF', 'to all, with a phone in the session: taken', telephony.playsTonesToAll],
  ['playDTMF', 'to the phone alone: taken', telephony.playsTonesToOne],
  ['playDTMF', 'other characters are refused', telephony.refusesOtherTones(status(400))],
  ['playDTMF', 'to an unknown connection is refused', telephony.refusesTonesToNobody(status(404))],
])

/** The specification says 408, the SDKs expect 404. */
function streamIsUnknown(error: unknown): boolean {
  return status(404)(error) || status(408)(error)
}

/** The specification says 400, the SDKs map 405. */
function modeIsWrong(error: unknown): boolean {
  return status(400)(error) || status(405)(error)
}

/** The documentation leaves open which. */
function tokenIsBad(error: unknown): boolean {
  return status(400)(error) || status(403)(error)
}
