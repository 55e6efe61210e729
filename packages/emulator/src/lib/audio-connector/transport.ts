/** How sound is written in the messages of an Audio Connector. */
export type AudioTransport = BinaryTransport | JsonTransport

/** 16 bits a sample, the lower byte first, and nothing else. */
interface BinaryTransport {
  readonly type: 'binary'
}

/** The same bytes as base64, in one field of a JSON object. */
interface JsonTransport {
  readonly type: 'json'
  /** Of what the server hears. */
  readonly audioField: string
  /** Of what the server says. */
  readonly receiveAudioField: string
  /** In every message that the server hears. */
  readonly staticFields: Readonly<Record<string, string>>
}

/** A message with sound in it. */
export function writeSound(transport: AudioTransport, frame: Int16Array): Buffer | string {
  const bytes = bytesOf(frame)
  if (transport.type === 'binary') return bytes
  const { staticFields, audioField } = transport
  return JSON.stringify({ ...staticFields, [audioField]: bytes.toString('base64') })
}

function bytesOf(frame: Int16Array): Buffer {
  const bytes = Buffer.alloc(frame.length * 2)
  for (const [index, sample] of frame.entries()) bytes.writeInt16LE(sample, index * 2)
  return bytes
}
