import { isIPv6 } from 'node:net'

const headerLength = 20
const bindingRequest = 0x0001
const bindingSuccess = 0x0101
const magicCookie = 0x2112a442
const xorMappedAddress = 0x0020

/** Where a datagram came from. */
export interface Sender {
  readonly address: string
  readonly port: number
}

/** The answer to a STUN binding request (RFC 8489): the sender's own address; nothing for other datagrams. */
export function answerBinding(request: Buffer, sender: Sender): Buffer | undefined {
  if (request.byteLength < headerLength) return undefined
  if (request.readUInt16BE(0) !== bindingRequest) return undefined
  if (request.readUInt32BE(4) !== magicCookie) return undefined
  if (request.readUInt16BE(2) !== request.byteLength - headerLength) return undefined

  const mask = request.subarray(4, headerLength)
  const address = addressBytes(sender.address).map((byte, index) => byte ^ (mask[index] ?? 0))
  const answer = Buffer.alloc(headerLength + 8 + address.length)
  answer.writeUInt16BE(bindingSuccess, 0)
  answer.writeUInt16BE(answer.byteLength - headerLength, 2)
  answer.set(mask, 4)
  answer.writeUInt16BE(xorMappedAddress, 20)
  answer.writeUInt16BE(4 + address.length, 22)
  answer.writeUInt8(address.length === 4 ? 1 : 2, 25)
  answer.writeUInt16BE(sender.port ^ (magicCookie >>> 16), 26)
  answer.set(address, 28)
  return answer
}

function addressBytes(address: string): readonly number[] {
  if (!isIPv6(address)) return address.split('.').map(Number)
  // Two halves around the gap, each a list of 16-bit groups.
  const [head = '', tail = ''] = (address.split('%')[0] ?? '').split('::')
  const groups = (half: string) => (half === '' ? [] : half.split(':'))
  const gap = 8 - groups(head).length - groups(tail).length
  const all = [...groups(head), ...Array<string>(gap).fill('0'), ...groups(tail)]
  return all.flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 0xff])
}
