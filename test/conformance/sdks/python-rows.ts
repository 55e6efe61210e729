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
import * as ofObjects from './object-checks.ts'
import * as own from './python-checks.ts'
import type { PythonOpenTok } from './python-verbs.ts'

export const pythonRows = rowsOf<PythonOpenTok>([
  [
    'create_session',
    'relayed and routed sessions are what they say',
    sessions.createsSessionsOfBothModes,
  ],
  [
    'create_session',
    'archive_mode always records from the first visitor on',
    sessions.archivesFromTheStart,
  ],
  ['create_session', 'a wrong secret is refused', own.refusesWrongSecret],
  ['generate_token', 'a page that joins has role and data', sessions.tokenSaysWhoSomebodyIs],
  ['generate_token', 'streams start with its layout classes', sessions.tokenGivesLayoutClasses],
  ['generate_token', 'so it has with a T1 token', own.legacyTokenSaysWhoSomebodyIs],
  [
    'Session.generate_token',
    'so it has with a token of the session object',
    own.sessionMakesTokens,
  ],
  ['send_signal', 'every page hears it, from nobody', signals.signalsEverybody],
  ['send_signal', 'to one connection: nobody else hears it', signals.signalsOne],
  // The SDK takes every refusal of these for an unexpected error.
  [
    'send_signal',
    'to an unknown connection is refused',
    signals.refusesSignalToNobody(/^RequestError/),
  ],
  ['signal', 'the older name does the same', own.signalsByOldName],
  [
    'force_disconnect',
    'the page hears sessionDisconnected: forceDisconnected',
    connections.disconnectsSomebody,
  ],
  [
    'force_disconnect',
    'of an unknown connection is refused',
    connections.refusesToDisconnectNobody(/^ForceDisconnectError/),
  ],
  ['get_stream', 'id, name, video type and classes', streams.findsStream],
  [
    'get_stream',
    'of an unknown stream is refused',
    streams.refusesUnknownStream(/^(?:GetStreamError|RequestError)/),
  ],
  ['list_streams', 'both streams with name, video type and classes', streams.listsStreams],
  ['set_stream_class_lists', 'list_streams shows the new classes', streams.setsClassLists],
  [
    'mute_stream',
    'the publisher hears muteForced, the others that it is silent',
    muting.mutesOneStream,
  ],
  [
    'mute_stream',
    'of an unknown stream is refused',
    muting.refusesToMuteNothing(/^OpenTokException/),
  ],
  ['mute_all', 'all but the excluded are muted, and who comes later', muting.mutesEverybodyButOne],
  [
    'disable_force_mute',
    'pages hear that it ended; who publishes later can be heard',
    muting.endsMuting,
  ],
  ['start_archive', 'an archive, and archiveStarted in every page', archives.startsArchive],
  [
    'start_archive',
    'a second one without a tag is refused',
    archives.refusesSecondArchive(/^ArchiveError/),
  ],
  [
    'start_archive',
    'of a relayed session is refused',
    archives.refusesRelayedSession(/^ArchiveError/),
  ],
  ['stop_archive', 'it is stopped, and archiveStopped in every page', archives.stopsArchive],
  [
    'stop_archive',
    'of an unknown archive is refused',
    archives.refusesToStopUnknownArchive(/^NotFoundError/),
  ],
  ['stop_archive', 'of a stopped archive is refused', archives.refusesToStopTwice(/^ArchiveError/)],
  ['get_archive', 'the archive', archives.findsArchive],
  ['get_archive', 'the file can be fetched once it is available', files.handsOutRecording],
  [
    'get_archive',
    'of an unknown archive is refused',
    archives.refusesUnknownArchive(/^NotFoundError/),
  ],
  ['list_archives', 'newest first, by session, offset and count', archives.listsArchives],
  ['get_archives', 'the older name does the same', own.listsArchivesByOldName],
  ['delete_archive', 'it is gone', archives.deletesArchive(/^NotFoundError/)],
  [
    'delete_archive',
    'of an unknown archive is refused',
    archives.refusesToDeleteUnknownArchive(/^NotFoundError/),
  ],
  [
    'set_archive_layout',
    'preset, own and screen-share layouts are taken',
    archives.changesArchiveLayout,
  ],
  [
    'set_archive_layout',
    'an unknown layout is refused',
    archives.refusesUnknownLayout(/^ArchiveError/),
  ],
  [
    'add_archive_stream',
    'get_archive shows the stream and its media',
    archiveStreams.addsArchiveStream,
  ],
  [
    'add_archive_stream',
    'in auto mode is refused',
    archiveStreams.refusesStreamsInAutoMode(/^RequestError/),
  ],
  ['remove_archive_stream', 'get_archive no longer shows it', archiveStreams.removesArchiveStream],
  [
    'remove_archive_stream',
    'of an unknown archive is refused',
    archiveStreams.refusesStreamOfUnknownArchive(/^RequestError/),
  ],
  ['Archive.stop', 'the archive is stopped', ofObjects.archiveStopsItself],
  ['Archive.delete', 'the archive is gone', ofObjects.archiveDeletesItself],
  ['start_broadcast', 'a broadcast with its HLS and RTMP addresses', broadcasts.startsBroadcast],
  [
    'start_broadcast',
    'a second one without a tag is refused',
    broadcasts.refusesSecondBroadcast(/^BroadcastError/),
  ],
  [
    'start_broadcast',
    'without outputs is refused',
    broadcasts.refusesBroadcastToNowhere(/^BroadcastError/),
  ],
  ['stop_broadcast', 'it is stopped and has no addresses any more', broadcasts.stopsBroadcast],
  ['get_broadcast', 'the broadcast', broadcasts.findsBroadcast],
  ['get_broadcast', 'the HLS address can be fetched', files.handsOutPlaylist],
  [
    'get_broadcast',
    'of an unknown broadcast is refused',
    broadcasts.refusesUnknownBroadcast(/^RequestError/),
  ],
  [
    'set_broadcast_layout',
    'preset and screen-share layouts are taken',
    broadcasts.changesBroadcastLayout,
  ],
  ['add_broadcast_stream', 'get_broadcast shows the stream', broadcastStreams.addsBroadcastStream],
  [
    'remove_broadcast_stream',
    'get_broadcast no longer shows it',
    broadcastStreams.removesBroadcastStream,
  ],
  ['start_captions', 'the id of the captions', captions.startsCaptions],
  [
    'start_captions',
    'a second time is refused',
    captions.refusesSecondCaptions(/^CaptioningAlreadyInProgressError/),
  ],
  [
    'start_captions',
    'without the token of a moderator is refused',
    captions.refusesCaptionsOfPublisher(/^AuthError/),
  ],
  ['stop_captions', 'they can be started again', captions.stopsCaptions],
  [
    'stop_captions',
    'of unknown captions is refused',
    captions.refusesToStopUnknownCaptions(/^NotFoundError/),
  ],
  ['start_render', 'a render that is starting', renders.startsRender],
  [
    'start_render',
    'of something that is no address is refused',
    renders.refusesBadAddress(/^RequestError/),
  ],
  ['stop_render', 'it is stopped', renders.stopsRender],
  [
    'get_render',
    'its stream is in every page until the render is stopped',
    renders.publishesRender,
  ],
  ['get_render', 'the render', renders.findsRender],
  ['get_render', 'of an unknown render is refused', renders.refusesUnknownRender(/^NotFoundError/)],
  ['list_renders', 'it is among them; count limits them', renders.listsRenders],
  [
    'connect_audio_to_websocket',
    'a connection joins and can be put out',
    audioConnector.connectsAudio,
  ],
  [
    'connect_audio_to_websocket',
    'the own server is called, greeted and left',
    audioConnector.greetsListener,
  ],
  [
    'connect_audio_to_websocket',
    'to something that is no WebSocket is refused',
    audioConnector.refusesOtherSchemes(/^RequestError/),
  ],
  [
    'validate_websocket_options',
    'options without an address are refused',
    own.refusesOptionsWithoutAddress,
  ],
  ['dial', 'the phone joins with a stream and can be put out', telephony.dialsPhone],
  ['dial', 'with a bad token is refused', telephony.refusesBadToken(/^(?:SipDialError|AuthError)/)],
  ['play_dtmf', 'to all, with a phone in the session: taken', telephony.playsTonesToAll],
  ['play_dtmf', 'to the phone alone: taken', telephony.playsTonesToOne],
  ['play_dtmf', 'other characters are refused', telephony.refusesOtherTones(/^OpenTokException/)],
  [
    'play_dtmf',
    'to an unknown connection is refused',
    telephony.refusesTonesToNobody(/^OpenTokException/),
  ],
])
