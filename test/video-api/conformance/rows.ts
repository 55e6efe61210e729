import * as archives from '../../conformance/checks/archives.ts'
import * as archiveStreams from '../../conformance/checks/archive-streams.ts'
import * as audioConnector from '../../conformance/checks/audio-connector.ts'
import * as broadcasts from '../../conformance/checks/broadcasts.ts'
import * as broadcastStreams from '../../conformance/checks/broadcast-streams.ts'
import * as callbacks from '../../conformance/checks/callbacks.ts'
import * as captions from '../../conformance/checks/captions.ts'
import * as connections from '../../conformance/checks/connections.ts'
import * as muting from '../../conformance/checks/muting.ts'
import * as renders from '../../conformance/checks/renders.ts'
import * as sessions from '../../conformance/checks/sessions.ts'
import * as signals from '../../conformance/checks/signals.ts'
import * as streams from '../../conformance/checks/streams.ts'
import * as telephony from '../../conformance/checks/telephony.ts'
import { rowsOf } from '../../conformance/row.ts'
import * as own from './checks.ts'
import type { OurVerbs } from './verbs.ts'

const { refused } = own
const unknown = refused('not-found', 404)
const conflict = own.isConflict
const beforehand = refused('invalid-option')

export const ourRows = rowsOf<OurVerbs>([
  [
    'createSession',
    'sessions of both modes are what they say',
    sessions.createsSessionsOfBothModes,
  ],
  ['createSession', 'archiveMode always records from the start', sessions.archivesFromTheStart],
  ['checkCredentials', 'a wrong secret is refused', own.refusesWrongSecret],
  ['generateToken', 'a page that joins has role and data', sessions.tokenSaysWhoSomebodyIs],
  ['generateToken', 'streams start with its layout classes', sessions.tokenGivesLayoutClasses],
  ['sessions.migrate', 'a page that cannot move hears why', own.migratesSession],
  ['signals.send', 'every page hears it, from nobody', signals.signalsEverybody],
  ['signals.send', 'to one connection: nobody else hears it', signals.signalsOne],
  ['signals.send', 'to somebody unknown is refused', signals.refusesSignalToNobody(unknown)],
  ['signals.send', 'of more than 8 kB is refused', signals.refusesLongSignal(beforehand)],
  ['connections.list', 'everybody, the oldest first', connections.listsConnections],
  ['connections.disconnect', 'the page hears why', connections.disconnectsSomebody],
  [
    'connections.disconnect',
    'of somebody unknown is refused',
    connections.refusesToDisconnectNobody(unknown),
  ],
  ['streams.get', 'id, name, video type and classes', streams.findsStream],
  ['streams.get', 'of an unknown stream is refused', streams.refusesUnknownStream(own.isUnknown)],
  ['streams.list', 'both streams of the session', streams.listsStreams],
  ['streams.setLayoutClasses', 'list shows the new classes', streams.setsClassLists],
  ['streams.mute', 'the publisher hears muteForced', muting.mutesOneStream],
  ['streams.mute', 'of an unknown stream is refused', muting.refusesToMuteNothing(unknown)],
  ['streams.muteAll', 'all but the excluded, and who comes later', muting.mutesEverybodyButOne],
  ['streams.endMuteAll', 'who publishes later can be heard', muting.endsMuting],
  ['archives.start', 'an archive, and archiveStarted in every page', archives.startsArchive],
  ['archives.start', 'a second without a tag is refused', archives.refusesSecondArchive(conflict)],
  ['archives.start', 'of a relayed session is refused', archives.refusesRelayedSession(conflict)],
  ['archives.stop', 'it is stopped, and archiveStopped in every page', archives.stopsArchive],
  ['archives.stop', 'of an unknown one is refused', archives.refusesToStopUnknownArchive(unknown)],
  ['archives.stop', 'of a stopped one is refused', archives.refusesToStopTwice(conflict)],
  ['archives.get', 'the archive', archives.findsArchive],
  ['archives.get', 'of an unknown one is refused', archives.refusesUnknownArchive(unknown)],
  ['archives.list', 'newest first, by session, offset and count', archives.listsArchives],
  ['archives.delete', 'it is gone', archives.deletesArchive(unknown)],
  [
    'archives.delete',
    'of an unknown one is refused',
    archives.refusesToDeleteUnknownArchive(unknown),
  ],
  ['archives.setLayout', 'every kind of layout is taken', archives.changesArchiveLayout],
  ['archives.setLayout', 'an unknown one is refused', archives.refusesUnknownLayout(beforehand)],
  ['archives.addStream', 'get shows the stream and its media', archiveStreams.addsArchiveStream],
  [
    'archives.addStream',
    'in auto mode is refused',
    archiveStreams.refusesStreamsInAutoMode(own.isWrongMode),
  ],
  ['archives.removeStream', 'get no longer shows it', archiveStreams.removesArchiveStream],
  [
    'archives.removeStream',
    'of an unknown archive is refused',
    archiveStreams.refusesStreamOfUnknownArchive(unknown),
  ],
  ['archiveStorage.set', 'archives then end as uploaded', own.keepsArchivesElsewhere],
  ['archiveStorage.clear', 'archives are kept by the platform again', own.keepsArchivesAgain],
  ['broadcasts.start', 'it has its HLS and RTMP addresses', broadcasts.startsBroadcast],
  [
    'broadcasts.start',
    'a second without a tag is refused',
    broadcasts.refusesSecondBroadcast(conflict),
  ],
  [
    'broadcasts.start',
    'without outputs is refused',
    broadcasts.refusesBroadcastToNowhere(beforehand),
  ],
  ['broadcasts.stop', 'it has no addresses any more', own.stopsBroadcast],
  ['broadcasts.get', 'the broadcast', broadcasts.findsBroadcast],
  ['broadcasts.get', 'of an unknown one is refused', broadcasts.refusesUnknownBroadcast(unknown)],
  ['broadcasts.list', 'those of the session', broadcasts.listsBroadcasts],
  ['broadcasts.setLayout', 'preset and screen-share layouts', broadcasts.changesBroadcastLayout],
  ['broadcasts.addStream', 'get shows the stream', broadcastStreams.addsBroadcastStream],
  ['broadcasts.removeStream', 'get no longer shows it', broadcastStreams.removesBroadcastStream],
  ['captions.start', 'the id of the captions', captions.startsCaptions],
  ['captions.start', 'a second time is refused', captions.refusesSecondCaptions(conflict)],
  [
    'captions.start',
    'without the token of a moderator is refused',
    captions.refusesCaptionsOfPublisher(refused('unauthorized', 403)),
  ],
  ['captions.stop', 'they can be started again', captions.stopsCaptions],
  ['captions.stop', 'of unknown ones is refused', captions.refusesToStopUnknownCaptions(unknown)],
  ['captions.get', 'started, then stopped', captions.tellsCaptionStatus],
  ['renders.start', 'a render that is starting', renders.startsRender],
  ['renders.start', 'of no address is refused', renders.refusesBadAddress(beforehand)],
  ['renders.stop', 'it is stopped', renders.stopsRender],
  ['renders.get', 'its stream is in every page until the end', renders.publishesRender],
  ['renders.get', 'the render', renders.findsRender],
  ['renders.get', 'of an unknown one is refused', renders.refusesUnknownRender(unknown)],
  ['renders.list', 'it is among them; count limits them', renders.listsRenders],
  ['audioConnectors.start', 'a connection that can be put out', audioConnector.connectsAudio],
  ['audioConnectors.start', 'the own server is greeted and left', audioConnector.greetsListener],
  [
    'audioConnectors.start',
    'to something that is no WebSocket is refused',
    audioConnector.refusesOtherSchemes(beforehand),
  ],
  ['audioConnectors.stop', 'the own server hears the end', audioConnector.disconnectsAudio],
  ['sip.dial', 'the phone joins with a stream and can be put out', telephony.dialsPhone],
  [
    'sip.dial',
    'with a bad token is refused',
    telephony.refusesBadToken(refused('unauthorized', 403)),
  ],
  ['dtmf.play', 'to all, with a phone in the session', telephony.playsTonesToAll],
  ['dtmf.play', 'to the phone alone', telephony.playsTonesToOne],
  ['dtmf.play', 'other characters are refused', telephony.refusesOtherTones(beforehand)],
  ['dtmf.play', 'to somebody unknown is refused', telephony.refusesTonesToNobody(unknown)],
  ['callbacks.register', 'the own server is told', callbacks.registersCallback],
  ['callbacks.list', 'it is among them', callbacks.listsCallbacks],
  ['callbacks.unregister', 'it is no longer listed', callbacks.unregistersCallback],
])
