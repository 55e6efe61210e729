import type { Emulator } from '../emulator.ts'

export const help = `Usage: opentok-emulator [options]

A local OpenTok/Vonage Video platform, for development and tests.

  --host ADDRESS             listen here (127.0.0.1)
  --port NUMBER              listen on this port, 0 for any free one (4848)
  --project KEY:SECRET       a project, instead of the default one; may be repeated
  --application UUID:FILE    an application and its RSA public key in PEM, instead of the
                             default one; may be repeated
  --seed FILE                JSON with the sessions that exist from the start
  --ice-server URL[,USERNAME,CREDENTIAL]
                             tell clients of this STUN or TURN server, and start none; may
                             be repeated
  --turn auto|off            start a TURN server where coturn is installed (auto)
  --turn-program FILE        the program of coturn (turnserver)
  --media-port NUMBER        the UDP port of the media router, 0 for any free one (0)
  --media-router on|off      carry media of routed sessions, or only signal (on)
  --ffmpeg FILE              the FFmpeg that composes archives and broadcasts (ffmpeg)
  --archives FOLDER          keep archives here; otherwise they go with the emulator
  --allow-remote             let other machines use it
  --allow-host NAME          answer to this host name, too, for example host.docker.internal
                             for containers on this machine; may be repeated
  --json                     print where it is as one line of JSON, and nothing else
  --help                     print this
`

/** What a person wants to know of an emulator that has just started. */
export function greeting({ url, apiKey, apiSecret, applicationId }: Emulator): string {
  return `The OpenTok emulator is listening on ${url}

  API key      ${apiKey}
  API secret   ${apiSecret}
  application  ${applicationId} (its private key: --json)

  server SDK   new OpenTok('${apiKey}', secret, '${url}')
  OpenTok.js   OT.setProxyUrl('${url}')
  look inside  ${url}  (a console, for browsers)

It is for development and tests. Ctrl-C ends it.
`
}

/** The same for programs: one line. */
export function machineGreeting(emulator: Emulator): string {
  const { url, apiKey, apiSecret, applicationId, privateKey } = emulator
  return `${JSON.stringify({ url, apiKey, apiSecret, applicationId, privateKey })}\n`
}
