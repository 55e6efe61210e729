import { samplesIn } from '../booth/opus/opus.ts'
import { isJsonObject } from '../wire/json.ts'
import type { Json } from '../wire/json.ts'
import type { AudioTransport } from './transport.ts'

/** What somebody's audio server says. */
export type AudioMessage =
  | { readonly type: 'sound'; readonly samples: Int16Array }
  /** What it has said and nobody has heard yet is not to be heard. */
  | { readonly type: 'clear'; readonly answers: boolean }
  /** It wants to be told when all it has said has been heard. */
  | { readonly type: 'notify'; readonly payload: Json }

/**
 * Reads a message; `undefined` for one that means nothing. (`clearAudio`: Vonage's own serializer for Pipecat. `action`:
 * Vonage Voice API, WebSockets.)
 */
export function readAudioMessage(
  data: Buffer,
  { isBinary, transport }: { readonly isBinary: boolean; readonly transport: AudioTransport },
): AudioMessage | undefined {
  if (isBinary) {
    return transport.type === 'binary' ? { type: 'sound', samples: samplesIn(data) } : undefined
  }
  const command = parse(data.toString('utf8'))
  if (!isJsonObject(command)) return undefined
  const sound = transport.type === 'json' ? command[transport.receiveAudioField] : undefined
  if (typeof sound === 'string') {
    return { type: 'sound', samples: samplesIn(Buffer.from(sound, 'base64')) }
  }
  if (command['event'] === 'clearAudio') return { type: 'clear', answers: false }
  if (command['action'] === 'clear') return { type: 'clear', answers: true }
  if (command['action'] !== 'notify') return undefined
  return { type: 'notify', payload: command['payload'] ?? {} }
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
